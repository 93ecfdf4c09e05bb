//! A file of facts: whatever it says, it is loaded as a whole or its problems are told.

#![no_main]

use libfuzzer_sys::fuzz_target;
use roadbook::facts::Facts;

fuzz_target!(|data: &str| {
    match Facts::from_json(data) {
        Ok(facts) => assert!(!facts.series().is_empty()),
        Err(problems) => assert!(!problems.is_empty()),
    }
});
