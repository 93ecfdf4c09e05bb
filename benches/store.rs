//! How long the store takes: an answer while 200 a second arrive, and a page of a board over 1,000,000
//! answers of 50,000 players. No harness, since what counts is the slowest of a hundred and not the mean.
//! Compare with the baselines of the same run: a plain write of as many bytes, and a page of a board of
//! eight players.

#![expect(clippy::print_stdout, reason = "what a benchmark is for")]

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use roadbook::store::{
    Answer, Board, Closing, Measure, Outcome, Period, Saved, Scope, Start, Step, Store,
};

const PLAYERS: usize = 50_000;
const ANSWERS: usize = 1_000_000;
/// Players who answer the same question while the store is filled.
const CROWD: usize = 250;
const ROUNDS: usize = 16;
const EACH: usize = 8;
const PACE: Duration = Duration::from_millis(5);
const PRESSES: usize = 4_000;
/// 21 November 2026, 12:00 in UTC.
const NOON: i64 = 1_795_262_400_000;
const DAY: i64 = 86_400_000;

/// What may go wrong with a benchmark.
type Run = Result<(), Box<dyn std::error::Error>>;

fn main() -> Run {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench-store");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    baseline(&folder)?;
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(
        async {
            let small = Store::open_file(&folder.join("small.db")).await?;
            fill(&small, 8, 8).await?;
            presses(&small, "an answer, empty store").await?;
            boards(&small, "8 players").await?;
            small.close().await;

            let large = Store::open_file(&folder.join("large.db")).await?;
            let began = now();
            fill(&large, PLAYERS, ANSWERS).await?;
            let closes = ANSWERS / CROWD;
            let each = began.elapsed() / u32::try_from(closes)?;
            println!("{:40} {each:>9.2?} mean of {closes}", "closing for 250 players");
            presses(&large, "an answer, large store").await?;
            boards(&large, "50,000 players").await?;
            large.close().await;
            Ok::<_, Box<dyn std::error::Error>>(())
        },
    )?;
    fs::remove_dir_all(&folder)?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn now() -> Instant {
    Instant::now()
}

/// Prints the middle, the slowest of a hundred, and the slowest.
fn tell(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times.get((times.len() - 1) * share / 100).copied().unwrap_or_default();
    println!(
        "{what:40} {:>9.2?} median {:>9.2?} p99 {:>9.2?} slowest of {}",
        at(50),
        at(99),
        at(100),
        times.len()
    );
}

/// The baselines of an answer: two pages at the end of a file, handed to the system, and on the disk.
fn baseline(folder: &Path) -> Run {
    let mut file = File::create(folder.join("plain"))?;
    let (mut written, mut synced) = (Vec::new(), Vec::new());
    for _ in 0..PRESSES / 4 {
        let began = now();
        file.write_all(&[b'x'; 8_192])?;
        written.push(began.elapsed());
        file.sync_data()?;
        synced.push(began.elapsed());
        std::thread::sleep(PACE.saturating_sub(began.elapsed()));
    }
    tell("baseline: 8 KiB written", written);
    tell("baseline: 8 KiB on the disk", synced);
    Ok(())
}

fn person(number: usize) -> String {
    format!("{}", 100_000_000_000_000_000 + number)
}

fn start<'a>(round: &'a str, server: &'a str, state: &'a str, at: i64) -> Start<'a> {
    Start { round, place: round, server, state, deadline: Some(at), effects: &[], at }
}

fn step<'a>(round: &'a str, version: i64, state: &'a str, at: i64) -> Step<'a> {
    Step {
        round,
        version,
        state,
        deadline: Some(at),
        answers: &[],
        closing: None,
        practised: None,
        ends: false,
        effects: &[],
        at,
    }
}

fn closing<'a>(question: i64, outcomes: &'a [Outcome<'a>]) -> Closing<'a> {
    Closing {
        question,
        item: "item",
        topic: "topic",
        difficulty: "easy",
        format: "choice",
        outcomes,
        rated: &[],
    }
}

/// Fills a store with the answers of so many players, over the last 80 days.
async fn fill(store: &Store, players: usize, answers: usize) -> Run {
    let people: Vec<_> = (0..players).map(person).collect();
    let crowd = CROWD.min(players);
    let closes = answers / crowd;
    for close in 0..closes {
        let round = format!("fill {close}");
        let at = NOON - DAY * 80 * i64::try_from(closes - 1 - close)? / i64::try_from(closes)?;
        store.start(&start(&round, "server", "{}", at)).await?;
        // Neighbours in one round; who comes later in the list knows a little more.
        let first = close * crowd % players;
        let outcomes: Vec<_> = people
            .iter()
            .enumerate()
            .skip(first)
            .take(crowd)
            .map(|(number, person)| {
                let correct = (number * 7 + close * 13) % 100 < 40 + number * 40 / players;
                let points = if correct { 5 + i64::try_from(number % 11).unwrap_or(0) } else { 0 };
                Outcome { person, choice: "a", correct, points, millis: 2_000 }
            })
            .collect();
        let close =
            Step { closing: Some(closing(0, &outcomes)), ends: true, ..step(&round, 0, "{}", at) };
        store.save(&close).await?;
    }
    Ok(())
}

/// Answers at their pace, in sixteen rounds of eight players; each round closes a question now and then.
/// The time of an answer counts from when it was due, so that one that waits for another is told.
async fn presses(store: &Store, what: &str) -> Run {
    let state = format!("{{\"items\":\"{}\"}}", "x".repeat(2_000));
    let rounds: Vec<_> = (0..ROUNDS).map(|round| format!("{what} {round}")).collect();
    let people: Vec<_> = (0..EACH).map(person).collect();
    for round in &rounds {
        store.start(&start(round, "server", &state, NOON)).await?;
    }
    let mut versions = vec![(0_i64, 0_i64); ROUNDS];
    let (mut answers, mut closes) = (Vec::new(), Vec::new());
    let began = now();
    for press in 0..PRESSES {
        let due = began + PACE * u32::try_from(press)?;
        std::thread::sleep(due.saturating_duration_since(now()));
        let index = press % ROUNDS;
        let (Some(round), Some(person), Some((version, question))) =
            (rounds.get(index), people.get(press / ROUNDS % EACH), versions.get_mut(index))
        else {
            continue;
        };
        let at = NOON + i64::try_from(press)?;
        let answer = Answer { question: *question, player: person, answer: "\"a\"", at };
        let answer = [answer];
        let step = Step { answers: &answer, ..step(round, *version, &state, at) };
        assert!(matches!(store.save(&step).await?, Saved::Done { .. }), "nobody else steps");
        *version += 1;
        answers.push(due.elapsed());
        if press % 200 == 199 {
            let store = store.clone();
            tokio::spawn(async move { store.beat("bench", at).await });
        }
        if press % (ROUNDS * EACH) == ROUNDS * EACH - 1 {
            let outcomes: Vec<_> = people
                .iter()
                .map(|person| Outcome {
                    person,
                    choice: "a",
                    correct: true,
                    points: 5,
                    millis: 900,
                })
                .collect();
            let closing = Some(closing(*question, &outcomes));
            let began = now();
            store.save(&Step { closing, answers: &[], ..step_again(&step, *version) }).await?;
            closes.push(began.elapsed());
            *version += 1;
            *question += 1;
        }
    }
    tell(what, answers);
    tell("  closing for 8 players", closes);
    Ok(())
}

fn step_again<'a>(last: &Step<'a>, version: i64) -> Step<'a> {
    Step { version, ..*last }
}

/// Pages of boards, by each measure and period: the first, one in the middle, with the place of somebody in the
/// middle.
async fn boards(store: &Store, size: &str) -> Run {
    let asker = person(PLAYERS / 2);
    for period in [Period::AllTime, Period::Month, Period::Today] {
        for by in Measure::ALL {
            let mut times = Vec::new();
            for turn in 0..60 {
                let page = if turn % 2 == 0 { 0 } else { 2_000 };
                let board = Board {
                    scope: if turn % 3 == 0 { Scope::Server("server") } else { Scope::Everywhere },
                    period,
                    at: NOON,
                    by,
                    page,
                    size: 10,
                    asker: Some(&asker),
                };
                let began = now();
                store.board(&board).await?;
                times.push(began.elapsed());
            }
            tell(&format!("board {by:?} {period:?}, {size}"), times);
        }
    }
    Ok(())
}
