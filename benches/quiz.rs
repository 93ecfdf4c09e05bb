//! The quiz: making questions, playing rounds, and how much memory live rounds take. Compare with the
//! baselines of the same run: drawing one random number, and cloning the round without a step.

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use rand::Rng as _;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::facts::{Facts, SHIPPED};
use roadbook::quiz::{Answer, Event, Item, Pool, Question, Round, Seen, Settings, Wanted, draw};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn parts() -> Option<(Facts, Pool)> {
    let facts = Facts::from_json(SHIPPED).ok()?;
    let pool = Pool::new(&facts);
    Some((facts, pool))
}

fn items(count: usize) -> Vec<Item> {
    let Some((facts, pool)) = parts() else { return Vec::new() };
    let mut chance = ChaCha8Rng::seed_from_u64(1);
    draw(&facts, &pool, Wanted::default(), count, &mut Seen::default(), &mut chance)
        .unwrap_or_default()
}

fn round(items: &[Item]) -> Round {
    let questions =
        items.iter().map(|item| Question { item: item.clone(), time: 20_000 }).collect();
    Round::new("r", Settings::default(), questions, ("0", "p0"), 0)
}

/// The baseline: one number from the generator.
#[divan::bench]
fn baseline_chance(bencher: Bencher<'_, '_>) {
    let mut chance = ChaCha8Rng::seed_from_u64(1);
    bencher.bench_local(|| chance.next_u32());
}

/// Everything that can be asked, found once at the first quiz.
#[divan::bench(sample_count = 10)]
fn pool(bencher: Bencher<'_, '_>) {
    let Ok(facts) = Facts::from_json(SHIPPED) else { return };
    bencher.bench_local(|| Pool::new(black_box(&facts)));
}

/// One question, as one of a long draw: the time is that of a thousand.
#[divan::bench(sample_count = 20)]
fn a_thousand_questions(bencher: Bencher<'_, '_>) {
    let Some((facts, pool)) = parts() else { return };
    bencher.with_inputs(|| (Seen::default(), ChaCha8Rng::seed_from_u64(7))).bench_local_values(
        |(mut seen, mut chance)| {
            draw(&facts, &pool, Wanted::default(), 1_000, &mut seen, &mut chance)
        },
    );
}

/// The baseline of a step: the round alone, cloned.
#[divan::bench]
fn baseline_clone(bencher: Bencher<'_, '_>) {
    let round = round(&items(5));
    bencher.with_inputs(|| round.clone()).bench_local_values(|round| round);
}

/// One answer in a round of sixteen players (the round is cloned outside the measured part).
#[divan::bench]
fn an_answer(bencher: Bencher<'_, '_>) {
    let mut round = round(&items(5));
    for player in 1..16 {
        let player = format!("{player}");
        round.step(Event::Joined { name: format!("p{player}"), player }, 0);
    }
    let answer = |at| Event::Answered {
        player: "3".to_owned(),
        name: "p3".to_owned(),
        number: None,
        answer: Answer::Options(vec![0]),
        at,
    };
    bencher
        .with_inputs(|| (round.clone(), answer(1_000)))
        .bench_local_values(|(mut round, event)| (round.step(event, 1_000), round));
}

/// Ten thousand rounds of five questions and four players: see the bytes allocated.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn ten_thousand_rounds(bencher: Bencher<'_, '_>) {
    let items = items(500);
    bencher.counter(BytesCount::new(0_usize)).bench_local(|| {
        let rounds: Vec<Round> = (0..10_000)
            .map(|at| {
                let first = at * 5 % 495;
                let mut round = round(items.get(first..first + 5).unwrap_or_default());
                for player in 1..4 {
                    let player = format!("{at}-{player}");
                    round.step(Event::Joined { name: player.clone(), player }, 0);
                }
                round
            })
            .collect();
        rounds
    });
}
