//! Whole conversations: lines in, the transcript out.

use std::fmt::Write as _;

use jiff::Timestamp;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::console::{Chat, Turn, plain};
use roadbook::facts::{Facts, Lang, SHIPPED};
use roadbook::query::{Asker, Linker, Model, SHIPPED_MODEL, questions};
use roadbook::router::Router;

/// A router over the shipped facts.
pub fn router() -> Router {
    let facts = Facts::from_json(SHIPPED).expect("the shipped facts are sound");
    let model = Model::from_bytes(SHIPPED_MODEL).expect("the shipped model is sound");
    let asker = Asker::new(&facts, Linker::new(&facts), model);
    Router::new(facts, asker)
}

/// A router over other facts, with no other questions than their own.
pub fn router_over(facts: Facts) -> Router {
    let linker = Linker::new(&facts);
    let model = Model::learn(&facts, &linker, &questions::own(&facts));
    let asker = Asker::new(&facts, linker, model);
    Router::new(facts, asker)
}

/// What is said to each of these lines, with the lines themselves, by a fixed seed.
pub fn talk(router: &Router, lang: Lang, lines: &[&str]) -> String {
    let mut chance = ChaCha8Rng::seed_from_u64(7);
    let mut chat = Chat::new(router, lang, "Ada");
    let mut transcript = String::new();
    for line in lines {
        let name = chat.name().to_owned();
        let said = match chat.take(line, Timestamp::UNIX_EPOCH, &mut chance) {
            Turn::Silence => String::new(),
            Turn::Said(reply) | Turn::Over(reply) => plain(&reply, true),
        };
        writeln!(transcript, "{name}> {line}\n{said}\n").unwrap();
    }
    // No-break spaces would hide in a snapshot.
    transcript.replace(['\u{202f}', '\u{a0}'], "˽")
}
