//! How long it takes from nothing to an answer. Compare with the baselines of the same run: the bare
//! reading of the JSON, and a start of the program that does nothing but print its version.

use std::process::Command;

use divan::{Bencher, black_box};
use roadbook::facts::{Facts, SHIPPED};
use roadbook::query::{Linker, Model, SHIPPED_MODEL};

fn main() {
    divan::main();
}

/// The baseline of a whole run: the program starts, prints its version and ends.
#[divan::bench]
fn baseline_process() {
    run(&["--version"]);
}

/// From cold start to answer.
#[divan::bench]
fn process_asks() {
    run(&["ask", "how many episodes are there?"]);
}

fn run(arguments: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_roadbook")).args(arguments).output();
    assert!(output.is_ok_and(|output| output.status.success()), "the program answers");
}

/// The baseline: the fact file as untyped JSON.
#[divan::bench]
fn baseline_json(bencher: Bencher<'_, '_>) {
    bencher.bench(|| serde_json::from_str::<serde_json::Value>(black_box(SHIPPED)));
}

/// Parsed, checked, frozen.
#[divan::bench]
fn facts_loaded(bencher: Bencher<'_, '_>) {
    bencher.bench(|| Facts::from_json(black_box(SHIPPED)));
}

/// The model of questions, read from its bytes.
#[divan::bench]
fn model_read(bencher: Bencher<'_, '_>) {
    bencher.bench(|| Model::from_bytes(black_box(SHIPPED_MODEL)));
}

/// The names of the fact set, made ready to be found.
#[divan::bench]
fn names_linked(bencher: Bencher<'_, '_>) {
    let Ok(facts) = Facts::from_json(SHIPPED) else { return };
    bencher.bench_local(|| Linker::new(black_box(&facts)));
}
