//! Whole conversations: lines in, the transcript out.

use std::fmt::Write as _;
use std::sync::LazyLock;

use jiff::{SignedDuration, Timestamp};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::console::{Chat, plain};
use roadbook::facts::{Facts, Lang, SHIPPED};
use roadbook::query::{Asker, Linker, Model, SHIPPED_MODEL, questions};
use roadbook::router::Router;
use roadbook::store::Store;
use tokio::runtime::Runtime;

/// Where conversations wait for their store.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

/// A store of its own in memory. Whoever asks may be in a runtime already, so a thread waits for it.
pub fn store() -> Store {
    let open = || RUNTIME.block_on(Store::memory()).expect("there is memory");
    std::thread::scope(|scope| scope.spawn(open).join().unwrap())
}

/// Waits for something, on the runtime of the stores.
pub fn wait_for<T>(task: impl Future<Output = T>) -> T {
    RUNTIME.block_on(task)
}

/// A router over the shipped facts.
pub fn router() -> Router {
    router_on(store())
}

/// A router over the shipped facts, on a store that another may have used before.
pub fn router_on(store: Store) -> Router {
    let facts = Facts::from_json(SHIPPED).expect("the shipped facts are sound");
    let model = Model::from_bytes(SHIPPED_MODEL).expect("the shipped model is sound");
    let asker = Asker::new(&facts, Linker::new(&facts), model);
    Router::new(facts, asker).with_store(store)
}

/// A router over other facts, with no other questions than their own.
pub fn router_over(facts: Facts) -> Router {
    let linker = Linker::new(&facts);
    let model = Model::learn(&facts, &linker, &questions::own(&facts), None);
    let asker = Asker::new(&facts, linker, model);
    Router::new(facts, asker).with_store(store())
}

/// Waits for what a store or a router does.
pub fn wait<T>(doing: impl Future<Output = T>) -> T {
    RUNTIME.block_on(doing)
}

/// What is said to each of these lines, with the lines themselves, by a fixed seed.
pub fn talk(router: &Router, lang: Lang, lines: &[&str]) -> String {
    let mut chance = ChaCha8Rng::seed_from_u64(7);
    let mut chat = Chat::new(router, lang, "Ada");
    let mut transcript = String::new();
    let mut now = Timestamp::UNIX_EPOCH;
    for line in lines {
        let name = chat.name().to_owned();
        // A second goes by with each line.
        now += SignedDuration::from_secs(1);
        let turn = RUNTIME.block_on(chat.take(line, now, &mut chance));
        let said: Vec<String> = turn.said.iter().map(|reply| plain(reply, true)).collect();
        writeln!(transcript, "{name}> {line}\n{}\n", said.join("\n\n")).unwrap();
    }
    // No-break spaces would hide in a snapshot.
    transcript.replace(['\u{202f}', '\u{a0}'], "˽")
}
