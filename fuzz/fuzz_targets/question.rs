//! A question, and one that goes on from it: whatever it says, the answer is one that Discord takes.

#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use roadbook::discord::fuzzing::Reader;
use roadbook::facts::{Facts, SHIPPED};
use roadbook::router::Router;

static READER: OnceLock<Reader> = OnceLock::new();

fuzz_target!(|data: &str| {
    let reader = READER.get_or_init(|| {
        Reader::new(Router::shipped(Facts::from_json(SHIPPED).expect("the facts are sound")))
    });
    reader.question(data);
});
