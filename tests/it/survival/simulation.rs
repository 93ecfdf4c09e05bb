//! Rounds in a simulated world: the router and the store as they are, a Discord that loses, doubles, delays and
//! reorders, processes that die at any effect, clocks that jump. One thread, a made-up clock, a seed for
//! everything.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use roadbook::facts::{Facts, SHIPPED};
use roadbook::router::Router;
use roadbook::store::Store;

use super::world::World;

/// How many seeds an ordinary test runs; `ROADBOOK_TEST_SEEDS` says otherwise, and `ROADBOOK_TEST_SEED` names
/// one alone.
const SEEDS: u64 = 60;
/// After how many seeds a store is begun anew, so that it stays small.
const FRESH: u64 = 200;
/// Processes of one world: each that dies is followed by one that knows nothing.
const PROCESSES: usize = 6;

/// Names the seed of a world that came to a bad end.
struct Seed(u64);

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("ROADBOOK_TEST_SEED={} fails", self.0);
        }
    }
}

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

async fn routers() -> Vec<Router> {
    let store = Store::memory().await.unwrap();
    let facts = || Facts::from_json(SHIPPED).unwrap();
    (0..PROCESSES).map(|_| Router::shipped(facts()).with_store(store.clone())).collect()
}

/// Lives through the worlds of the seeds that it gets.
fn live_through(next: &AtomicU64, end: u64) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let mut lived = 0;
        let mut processes = routers().await;
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= end {
                return;
            }
            if lived % FRESH == FRESH - 1 {
                let store = Store::memory().await.unwrap();
                processes =
                    processes.into_iter().map(|one| one.with_store(store.clone())).collect();
            }
            lived += 1;
            let told = Seed(seed);
            World::new(&processes, seed).live().await;
            drop(told);
        }
    });
}

#[test]
fn rounds_survive_whatever_the_world_does() {
    let (first, end) = match setting("ROADBOOK_TEST_SEED") {
        Some(seed) => (seed, seed + 1),
        None => (0, setting("ROADBOOK_TEST_SEEDS").unwrap_or(SEEDS)),
    };
    let (next, began) = (AtomicU64::new(first), Instant::now());
    // Each world has one thread; there are as many worlds at a time as there are processors.
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| live_through(&next, end));
        }
    });
    let minutes = began.elapsed().as_secs_f64() / 60.0;
    let seeds = u32::try_from(end - first).unwrap();
    println!("{seeds} seeds, {:.0} a minute", f64::from(seeds) / minutes);
}
