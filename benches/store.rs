//! How long the store takes: an answer while 200 a second arrive, and a page of a board over 1,000,000
//! answers of 50,000 players. No harness, since what counts is the slowest of a hundred and not the mean.
//! Compare with the baselines of the same run: a plain write of as many bytes, and a page of a board of
//! eight players.

#![expect(clippy::print_stdout, reason = "what a benchmark is for")]

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::facts::{Facts, SHIPPED};
use roadbook::quiz;
use roadbook::reply::{Part, Reply, Turn};
use roadbook::request::{Action, LangFrom, Person, Request};
use roadbook::router::Router;
use roadbook::store::{
    Answer, Board, Closing, Effect, Learnt, Measure, Outcome, Period, PersonSettings, Rated,
    Rating, Saved, Scope, Start, Step, Store,
};
use roadbook::text::Lang;

const PLAYERS: usize = 50_000;
const ANSWERS: usize = 1_000_000;
/// Players who answer the same question while the store is filled.
const CROWD: usize = 250;
/// The questions of a round by which it is filled.
const QUESTIONS: usize = 5;
/// Servers that they play in, and questions that there are.
const SERVERS: usize = 20;
const ITEMS: usize = 400;
/// One player in so many does not stand on the boards of all servers.
const HIDDEN: usize = 20;
const ROUNDS: usize = 16;
const EACH: usize = 8;
/// How many rounds run at once where it is measured whether an answer takes longer beside many.
const CROWDED: usize = 256;
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
            fill(&small, 8, 40).await?;
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
            games(&large, 5).await?;
            games(&large, 50).await?;
            crowded(&large).await?;
            boards(&large, "50,000 players").await?;
            rights(&large).await?;
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
    Start {
        round,
        place: round,
        server,
        state,
        deadline: Some(at),
        effects: &[],
        players: &[],
        opens: None,
        slot: None,
        at,
    }
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
        players: &[],
        opens: None,
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
        counts: true,
        rated: &[],
    }
}

/// Fills a store with the answers of so many players, over the last 80 days, as play would: with rounds, answers, what
/// was shown and said, ratings of all players and questions, and some who do not stand on all boards.
async fn fill(store: &Store, players: usize, answers: usize) -> Run {
    let people: Vec<_> = (0..players).map(person).collect();
    for hidden in people.iter().skip(1).step_by(HIDDEN) {
        let settings = PersonSettings { hidden: true, ..PersonSettings::default() };
        store.set_person(hidden, &settings).await?;
    }
    let crowd = CROWD.min(players);
    let rounds = answers / crowd / QUESTIONS;
    for number in 0..rounds {
        let round = format!("fill {number}");
        // Everybody plays in one large server, and in small ones.
        let large = (number + number / (players / crowd)) * 7 % 10 < 5;
        let server = format!("server {}", if large { 3 } else { number % SERVERS });
        let at = NOON - DAY * 80 * i64::try_from(rounds - 1 - number)? / i64::try_from(rounds)?;
        // Neighbours in one round; who comes later in the list knows a little more.
        let first = number * crowd % players;
        let playing: Vec<_> = people.iter().enumerate().skip(first).take(crowd).collect();
        let ids: Vec<_> = playing.iter().map(|(_, person)| person).collect();
        let state = format!("{{\"players\":{ids:?},\"items\":\"{}\"}}", "x".repeat(13_000));
        store.start(&start(&round, &server, &state, at)).await?;
        for question in 0..QUESTIONS {
            let close = number * QUESTIONS + question;
            let item = format!("item {}", close * 7 % ITEMS);
            let outcomes: Vec<_> = playing
                .iter()
                .map(|(number, person)| {
                    let correct = (number * 7 + close * 13) % 100 < 40 + number * 40 / players;
                    let points =
                        if correct { 5 + i64::try_from(number % 11).unwrap_or(0) } else { 0 };
                    let choice = if correct { "right" } else { "wrong" };
                    Outcome { person, name: "", choice, correct, points, millis: 2_000 }
                })
                .collect();
            let mut rated: Vec<_> = playing
                .iter()
                .map(|(number, person)| (Rated::Person, person.as_str(), learnt(number * 17)))
                .collect();
            rated.push((Rated::Item, &item, learnt(close)));
            let question = i64::try_from(question)?;
            let given: Vec<_> = ids
                .iter()
                .map(|player| Answer { question, player, answer: "{\"options\":[1]}", at })
                .collect();
            let key = format!("{round}/{question}");
            let closing = Closing { item: &item, rated: &rated, ..closing(question, &outcomes) };
            let close = Step {
                answers: &given,
                closing: Some(closing),
                ends: question + 1 == i64::try_from(QUESTIONS)?,
                effects: &[Effect { key: &key, due: at, payload: "{}" }],
                ..step(&round, question, &state, at)
            };
            store.save(&close).await?;
            store.set_shown(&round, "{\"question\":[0,{\"Post\":[\"801\",\"80000\"]}]}").await?;
            store.done(&key, at).await?;
        }
    }
    Ok(())
}

/// What somebody or an item has learnt, between 1,300 and 2,000.
fn learnt(number: usize) -> Learnt {
    let value = 1_300.0 + f64::from(u32::try_from(number % 1_900).unwrap_or(0)) * 0.37;
    let rating = |rating, answers| Rating { rating, answers };
    Learnt { from: rating(value, 0), to: rating(value + 1.11, 1) }
}

/// Rounds as they are played, through the router and with all that it reads and learns: sixteen of eight players.
async fn games(store: &Store, questions: usize) -> Run {
    let facts = Facts::from_json(SHIPPED).map_err(|_| "the facts are no use")?;
    let router = Router::shipped(facts).with_store(store.clone());
    let _ = router.pool();
    let mut chance = ChaCha8Rng::seed_from_u64(1);
    let options = [
        ("count", &*questions.to_string()),
        ("format", "choice"),
        ("lobby", "no"),
        ("pace", "400"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let start = Action::Command { id: "quiz".to_owned(), options: options.to_vec() };
    let join = Action::Command { id: "quiz-join".to_owned(), options: Vec::new() };
    let mut open: Vec<Option<(String, usize, usize)>> = vec![None; ROUNDS];
    let (mut answers, mut closes) = (Vec::new(), Vec::new());
    let (began, mut lost) = (now(), Duration::ZERO);
    for press in 0..PRESSES {
        let at = Timestamp::from_millisecond(NOON + i64::try_from(press)?)?;
        let (index, player) = (press % ROUNDS, press / ROUNDS % EACH);
        let place = format!("game {questions} {index}");
        let Some(shown) = open.get_mut(index) else { continue };
        if shown.is_none() {
            let paused = now();
            let reply = router.handle(&request(&place, 0, &start, at), at, &mut chance).await;
            *shown = asked(&reply);
            for player in 1..EACH {
                router.handle(&request(&place, player, &join, at), at, &mut chance).await;
            }
            // That took its time, which is nobody’s answer.
            lost += paused.elapsed();
        }
        let Some((round, number, options)) = shown.clone() else { continue };
        let answer = quiz::Answer::Options(vec![(press * 7 + index) % options]);
        let request = request(&place, player, &Action::Answer { round, number, answer }, at);
        let due = began + lost + PACE * u32::try_from(press)?;
        std::thread::sleep(due.saturating_duration_since(now()));
        let reply = router.handle(&request, at, &mut chance).await;
        match reply.played.as_ref().map(|played| (played.turn, played.receipt.clone())) {
            Some((turn, Some(receipt))) => {
                closes.push(due.elapsed());
                *shown = if turn == Turn::Over { None } else { asked(&reply) };
                router.told(&receipt, at).await?;
            }
            _ => answers.push(due.elapsed()),
        }
    }
    tell(&format!("an answer, rounds of {questions}, all of it"), answers);
    tell("  one that closes its question", closes);
    let mut times = Vec::new();
    let stats = Action::Command { id: "stats".to_owned(), options: Vec::new() };
    for player in 0..60 {
        let at = Timestamp::from_millisecond(NOON)?;
        let request = request("game", player * 800, &stats, at);
        let began = now();
        router.handle(&request, at, &mut chance).await;
        times.push(began.elapsed());
    }
    tell("/stats", times);
    Ok(())
}

/// What an answer takes with one round running, and with many, each time beside the other: the clock, the memory and
/// the indexes of the store may not look at every round for one press.
async fn crowded(store: &Store) -> Run {
    let facts = Facts::from_json(SHIPPED).map_err(|_| "the facts are no use")?;
    let router = Router::shipped(facts).with_store(store.clone());
    let mut chance = ChaCha8Rng::seed_from_u64(1);
    let options = [("count", "50"), ("format", "choice"), ("lobby", "no"), ("pace", "400")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let start = Action::Command { id: "quiz".to_owned(), options: options.to_vec() };
    let join = Action::Command { id: "quiz-join".to_owned(), options: Vec::new() };
    let at = Timestamp::from_millisecond(NOON)?;
    let mut open = Vec::new();
    let mut medians = Vec::new();
    for rounds in [1, CROWDED] {
        for index in open.len()..rounds {
            let place = format!("crowded {index}");
            let reply = router.handle(&request(&place, 0, &start, at), at, &mut chance).await;
            let asked = asked(&reply).ok_or("a round begins with a question")?;
            // Who does not answer keeps the question open.
            router.handle(&request(&place, 1, &join, at), at, &mut chance).await;
            open.push((place, asked));
        }
        let mut times = Vec::new();
        for press in 0..PRESSES / 2 {
            let at = Timestamp::from_millisecond(NOON + i64::try_from(press)?)?;
            let Some((place, (round, number, options))) = open.get(press % rounds) else {
                continue;
            };
            let chosen = vec![press / rounds % options];
            let answer = quiz::Answer::Options(chosen);
            let answer = Action::Answer { round: round.clone(), number: *number, answer };
            let request = request(place, 0, &answer, at);
            let began = now();
            router.handle(&request, at, &mut chance).await;
            times.push(began.elapsed());
        }
        medians.push(median(&times));
        tell(&format!("an answer, rounds running: {rounds}"), times);
    }
    if let [one, many] = medians.as_slice() {
        println!("{:40} {:>9.2}", "  many beside one", many.as_secs_f64() / one.as_secs_f64());
    }
    Ok(())
}

fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// What somebody does in a place of the large server.
fn request(place: &str, player: usize, action: &Action, at: Timestamp) -> Request {
    Request {
        person: Person { id: person(player), name: format!("p{player}") },
        place: place.to_owned(),
        server: "server 3".to_owned(),
        lang: Lang::En,
        lang_from: LangFrom::Settled,
        moderator: false,
        manager: false,
        crowd: false,
        at,
        action: action.clone(),
    }
}

/// The question that a reply asks: its round, its number, and how many options it has.
fn asked(reply: &Reply) -> Option<(String, usize, usize)> {
    reply.parts.iter().chain(&reply.aloud).find_map(|part| match part {
        Part::Question(asked) => Some((asked.round.clone(), asked.number, asked.options.len())),
        _ => None,
    })
}

/// What people have a right to: to see what is kept of them, and to have it deleted.
async fn rights(store: &Store) -> Run {
    let (mut exports, mut deletions) = (Vec::new(), Vec::new());
    for number in 0..20 {
        let person = person(number * 2_111 + 7);
        let began = now();
        let export = store.export(&person, &|state: &str| Some(state.to_owned())).await?;
        exports.push(began.elapsed());
        assert!(export.contains(&person), "they played");
        let began = now();
        // Each round has its players in it; here their names are taken out of its text.
        let without = |state: &str| Some(state.replace(&person, "0"));
        store.delete(&person, &[], NOON, &without).await?;
        deletions.push(began.elapsed());
    }
    tell("export of a person", exports);
    tell("deletion of a person", deletions);
    Ok(())
}

/// Answers at their pace, in sixteen rounds of eight players; each round closes a question now and then.
/// The time of an answer counts from when it was due, so that one that waits for another is told.
async fn presses(store: &Store, what: &str) -> Run {
    let state = format!("{{\"items\":\"{}\"}}", "x".repeat(13_000));
    let rounds: Vec<_> = (0..ROUNDS).map(|round| format!("{what} {round}")).collect();
    let people: Vec<_> = (0..EACH).map(person).collect();
    for round in &rounds {
        store.start(&start(round, "server 3", &state, NOON)).await?;
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
            tokio::spawn(async move { store.beat(at).await });
        }
        if press % (ROUNDS * EACH) == ROUNDS * EACH - 1 {
            let outcomes: Vec<_> = people
                .iter()
                .map(|person| Outcome {
                    person,
                    name: "",
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
    for period in Period::ALL {
        for by in Measure::ALL {
            let mut times = Vec::new();
            for turn in 0..60 {
                let page = if turn % 2 == 0 { 0 } else { 2_000 };
                let board = Board {
                    scope: if turn % 3 == 0 {
                        Scope::Server("server 3")
                    } else {
                        Scope::Everywhere
                    },
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
