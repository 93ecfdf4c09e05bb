//! An event of Discord, or the id of something pressed: whatever it says, it is read or refused.

#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use roadbook::discord::fuzzing::Reader;
use roadbook::facts::{Facts, SHIPPED};
use roadbook::router::Router;

static READER: OnceLock<Reader> = OnceLock::new();

fuzz_target!(|data: &[u8]| {
    let reader = READER.get_or_init(|| {
        Reader::new(Router::shipped(Facts::from_json(SHIPPED).expect("the facts are sound")))
    });
    reader.event(data);
});
