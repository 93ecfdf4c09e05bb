//! The bot is killed again and again at random moments, and nobody loses an answer by it.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::quiz::Answer;
use tokio::time::sleep;

use super::books::{Books, copy};
use super::crowd::{Crowd, Fate, Press};
use super::life::{Life, now};
use crate::discord::standin::StandIn;
use crate::store::fixture::{file, left_alone, postgres, run, schema};

/// How often the bot is killed in an ordinary test; `ROADBOOK_TEST_KILLS` says otherwise.
const KILLS: usize = 8;
/// Between two presses: fifty a second.
const PRESS: Duration = Duration::from_millis(20);
/// The shortest time between two presses, so that they never come in one millisecond, of which nobody could say which
/// is the later one.
const APART: Duration = Duration::from_millis(2);
/// For so long another process may still keep the time on a server, in milliseconds: no more than that is lost.
const KEPT: i64 = 1_000;

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn killed_on_sqlite() {
    run(lives(format!("sqlite:{}", file("kills").display())));
}

#[test]
fn killed_on_postgres() {
    run(async {
        let Some(server) = postgres() else { return };
        lives(schema(&server).await).await;
    });
}

/// Presses for a while, and tells when the first answer was noted, and for how long it pressed.
async fn play(
    crowd: &mut Crowd,
    time: Duration,
    stop_at_first: bool,
) -> (Option<Instant>, Duration) {
    let (began, mut first, mut presses) = (Instant::now(), None, 0);
    while began.elapsed() < time {
        first = first.or(crowd.look());
        if stop_at_first && first.is_some() {
            break;
        }
        crowd.press();
        presses += 1;
        // What comes late does not make the next ones late.
        let next = PRESS * presses;
        sleep(next.saturating_sub(began.elapsed()).max(APART)).await;
    }
    (first, began.elapsed())
}

async fn lives(url: String) {
    let kills =
        setting("ROADBOOK_TEST_KILLS").map_or(KILLS, |kills| usize::try_from(kills).unwrap());
    let seed = setting("ROADBOOK_TEST_SEED").unwrap_or_else(|| u64::try_from(now()).unwrap());
    println!("ROADBOOK_TEST_SEED={seed} plays the same, as far as processes do");
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let standin = StandIn::start().await;
    let mut crowd = Crowd::new(&standin, ChaCha8Rng::seed_from_u64(seed + 1));
    let (mut answers, mut starts, mut others) = (Vec::new(), Vec::new(), Vec::new());
    let mut risings = Vec::new();
    let (mut resumed, mut before, mut first_began) = (0, None, None);
    let (mut played, mut last) = (Duration::ZERO, 0);
    for kill in 0..=kills {
        others.push(Life::of_another());
        let requests = standin.know(|inner| inner.requests.len());
        let life = Life::begin(&standin, &url);
        // On a server the next one sees when one that died at once last kept the time, and a moment later it is not lost.
        let began = *first_began.get_or_insert(life.began_at);
        let began = if url.starts_with("postgres") { began } else { life.began_at };
        // Some die before they have begun.
        if kill > 0 && kill < kills && chance.random_bool(0.15) {
            sleep(Duration::from_millis(chance.random_range(0..300))).await;
            sound(&life.kill());
            continue;
        }
        let (rising, session) = life.ready(&standin, requests).await;
        crowd.heard_at = None;
        let (first, time) = play(&mut crowd, Duration::from_secs(20), true).await;
        played += time;
        let first = first.expect("it answers again");
        if kill > 0 {
            let heard = crowd.heard_at.expect("what is noted is answered");
            answers.push((heard - life.began).saturating_sub(session));
            starts.push((first - life.began).saturating_sub(session));
            risings.push(rising);
        }
        if let Some(books) = before.take() {
            resumed += went_on(&books, &Books::read(&url, now()).await, began, &url);
        }
        if kill == kills {
            let pressed = crowd.presses.len();
            finish(&mut crowd, &url).await;
            last = crowd.presses.len() - pressed;
            sound(&life.kill());
        } else {
            // It dies while somebody presses, and what is sent to the dead is never answered.
            let time = Duration::from_micros(chance.random_range(0..2_500_000));
            let death = tokio::spawn(async move {
                sleep(time).await;
                life.kill()
            });
            played += play(&mut crowd, time + 2 * PRESS, false).await.1;
            sound(&death.await.unwrap());
            crowd.look();
        }
        left_alone(&url).await;
        let books = Books::read(&copy(&url), now()).await;
        books.check();
        nothing_is_missing(&books, &crowd.presses);
        for (id, kept) in &books.rounds {
            crowd.homes.insert(id.clone(), kept.place.parse().unwrap());
        }
        (before, first_began) = (Some(books), None);
    }
    standin.assert_sound();
    let books = before.expect("it lived");
    assert!(books.rounds.values().all(|kept| kept.ended), "every round ends");
    answers.sort();
    starts.sort();
    risings.sort();
    others.sort();
    let noted = crowd.presses.values().filter(|press| press.fate == Fate::Noted).count();
    let twice = crowd.said.values().filter(|times| **times > 1).count();
    println!(
        "{kills} kills: {} rounds, {} presses, {:.1} a second, {noted} noted; {resumed} questions went on; {twice} \
         of {} questions said twice; to the first answer without the session: median {:?}, 95 of 100 within {:?}, \
         longest {:?}; to the first that counts for a question: median {:?}, longest {:?}; to its first request: \
         median {:?}, 95 of 100 within {:?}, longest {:?}; a process that answers one question and ends: median \
         {:?}, 95 of 100 within {:?}, longest {:?}",
        books.rounds.len(),
        crowd.presses.len(),
        f64::from(u32::try_from(crowd.presses.len() - last).unwrap()) / played.as_secs_f64(),
        crowd.said.len(),
        answers[answers.len() / 2],
        answers[answers.len() * 95 / 100],
        answers[answers.len() - 1],
        starts[starts.len() / 2],
        starts[starts.len() - 1],
        risings[risings.len() / 2],
        risings[risings.len() * 95 / 100],
        risings[risings.len() - 1],
        others[others.len() / 2],
        others[others.len() * 95 / 100],
        others[others.len() - 1],
    );
}

/// Lets all rounds come to their end.
async fn finish(crowd: &mut Crowd, url: &str) {
    crowd.begins = false;
    let began = Instant::now();
    loop {
        play(crowd, Duration::from_secs(1), false).await;
        let books = Books::read(url, now()).await;
        let open: Vec<_> = books.rounds.iter().filter(|(_, kept)| !kept.ended).collect();
        if open.is_empty() {
            crowd.look();
            return;
        }
        let ids: Vec<_> = open.iter().map(|(id, kept)| (id, &kept.place)).collect();
        assert!(began.elapsed() < Duration::from_mins(5), "they do not end: {ids:?}");
    }
}

/// Each answer that was said to count is there, unless the same player pressed again after it.
fn nothing_is_missing(books: &Books, presses: &BTreeMap<u64, Press>) {
    let mut may: BTreeMap<(&str, usize, &str), Vec<usize>> = BTreeMap::new();
    for press in presses.values() {
        let may = may.entry((&press.round, press.number, &press.player)).or_default();
        match press.fate {
            Fate::Noted => *may = vec![press.option],
            // Of a press that was never answered nobody knows; before the first one that was, nothing may stand.
            Fate::Unknown if may.is_empty() => {}
            Fate::Unknown => may.push(press.option),
            Fate::Refused => {}
        }
    }
    for ((round, number, player), may) in may.iter().filter(|(_, may)| !may.is_empty()) {
        let key = ((*round).to_owned(), i64::try_from(number - 1).unwrap());
        let stored = books.answers.get(&key).and_then(|answers| answers.get(*player));
        let Some(Answer::Options(stored)) = stored else {
            panic!("the answer of {player} to {key:?} is missing: {may:?}")
        };
        assert!(may.contains(&stored[0]), "{player} to {key:?}: {stored:?}, noted {may:?}");
    }
}

/// Each round that ran is at the same question or beyond, and the time of the one that is open is what was left
/// of it when the next process began. How many are at the same one.
fn went_on(before: &Books, after: &Books, began: i64, url: &str) -> usize {
    let mut same = 0;
    for (id, was) in before.rounds.iter().filter(|(_, kept)| !kept.ended) {
        let is = &after.rounds[id];
        let closed = was.round.closed();
        assert_eq!(&is.round.closed()[..closed.len()], closed, "what was closed stays so, {id}");
        if is.round.closed().len() > closed.len() || is.ended {
            continue;
        }
        same += 1;
        let (away, shifted) = (began - before.kept(was), is.round.opened() - was.round.opened());
        if url.starts_with("postgres") && now() - before.kept(was) <= KEPT {
            assert_eq!(shifted, 0, "another process may have kept the time of {id}");
        } else if !url.starts_with("postgres") || away > KEPT {
            let most = now() - before.kept(was);
            assert!((away..=most).contains(&shifted), "{id}: {shifted} of {away} to {most}");
        }
    }
    same
}

/// The operator was told of nothing that went wrong.
fn sound(log: &str) {
    let wrong = |line: &&str| line.contains("ERROR") || line.contains("panicked");
    let wrong: Vec<&str> = log.lines().filter(wrong).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
