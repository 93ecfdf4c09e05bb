//! How long a question takes once everything is read. The share of questions that take no longer than a time is told for all
//! marked questions, each asked once after a round to warm up; compare with the baseline of the same run, which only folds them.

#![expect(clippy::print_stdout, reason = "what a benchmark is for")]

use std::time::{Duration, Instant};

use divan::{Bencher, black_box};
use roadbook::facts::{Facts, SHIPPED};
use roadbook::query::{Asker, LONGEST_QUESTION, Linker, Model, SHIPPED_MODEL};
use roadbook::text::fold;

/// That of the program.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() {
    divan::main();
    if std::env::args().any(|argument| argument == "--bench") {
        tell_the_shares();
    }
}

fn asker() -> Option<(Facts, Asker)> {
    let facts = Facts::from_json(SHIPPED).ok()?;
    let model = Model::from_bytes(SHIPPED_MODEL).ok()?;
    let asker = Asker::new(&facts, Linker::new(&facts), model);
    Some((facts, asker))
}

/// The baseline: what a question is folded to.
#[divan::bench(args = ["how many episodes are there?", "pourquoi UAE a refusé", "capital of peru"])]
fn baseline_fold(bencher: Bencher<'_, '_>, question: &str) {
    bencher.bench(|| fold(black_box(question)));
}

/// One question.
#[divan::bench(args = ["how many episodes are there?", "pourquoi UAE a refusé", "capital of peru"])]
fn question(bencher: Bencher<'_, '_>, question: &str) {
    let Some((facts, asker)) = asker() else { return };
    bencher.bench_local(|| {
        black_box(asker.ask(&facts, black_box(question), None));
    });
}

/// Ten thousand letters of noise, which is more than is read, and as much as is read.
#[divan::bench(args = [10_000, LONGEST_QUESTION])]
fn noise(bencher: Bencher<'_, '_>, letters: usize) {
    let Some((facts, asker)) = asker() else { return };
    let noise: String = "xqz wvk jjp ".chars().cycle().take(letters).collect();
    bencher.bench_local(|| {
        black_box(asker.ask(&facts, black_box(&noise), None));
    });
}

/// Half of all marked questions take no longer than the first time, 99 of 100 no longer than the second.
fn tell_the_shares() {
    let Some((facts, asker)) = asker() else { return };
    let questions = marked();
    let ask = |question: &str| {
        black_box(asker.ask(&facts, black_box(question), None));
    };
    for question in &questions {
        ask(question);
    }
    let (half, most) = shares(&questions, ask);
    let (fold_half, fold_most) = shares(&questions, |question| {
        black_box(fold(black_box(question)));
    });
    let times = |time: Duration, base: Duration| time.as_secs_f64() / base.as_secs_f64().max(1e-9);
    println!(
        "{} questions: p50 {half:.1?} ({:.0} times the baseline), p99 {most:.1?} ({:.0} times)",
        questions.len(),
        times(half, fold_half),
        times(most, fold_most),
    );
}

/// How long half of the questions take at most, and 99 of 100.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn shares(questions: &[String], mut ask: impl FnMut(&str)) -> (Duration, Duration) {
    let mut times: Vec<Duration> = questions
        .iter()
        .map(|question| {
            let start = Instant::now();
            ask(question);
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let at = |part: usize| times.get(times.len() * part / 100).copied().unwrap_or_default();
    (at(50), at(99))
}

/// The questions of all calibration sets.
fn marked() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/questions");
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let files = files.filter(|file| file.file_name().to_string_lossy().starts_with("calibration"));
    let texts: Vec<String> =
        files.filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    lines
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|marked| Some(marked.get("q")?.as_str()?.to_owned()))
        .collect()
}
