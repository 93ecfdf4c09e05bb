//! How a process takes up the rounds of one that died: what it says, and which time counts.

use std::time::{Duration, Instant};

use jiff::Timestamp;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::facts::{Facts, SHIPPED};
use roadbook::quiz::Answer;
use roadbook::reply::{Reply, Turn};
use roadbook::request::{Action, LangFrom, Person, Request};
use roadbook::router::{Due, Router, Seat};
use roadbook::store::Store;
use roadbook::text::Lang;

use super::life::Life;
use crate::discord::payload::{self, ADA};
use crate::discord::standin::{Inner, StandIn, What};
use crate::store::fixture::{NOON, SECOND, file, postgres, raw, run, schema};

/// How long anything may take on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(20);

/// A process on a store, begun anew.
async fn process(url: &str) -> Router {
    let facts = Facts::from_json(SHIPPED).unwrap();
    Router::shipped(facts).with_store(Store::open(url).await.unwrap())
}

fn at(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap()
}

/// A request of Ada in a place, for nothing yet.
fn request(place: &str, now: i64) -> Request {
    Request {
        person: Person { id: "501".to_owned(), name: "Ada".to_owned() },
        place: place.to_owned(),
        server: "server".to_owned(),
        lang: Lang::En,
        lang_from: LangFrom::Settled,
        moderator: false,
        manager: false,
        crowd: false,
        at: at(now),
        action: Action::Ask(String::new()),
    }
}

/// Begins a round in a place.
async fn begin(router: &Router, place: &str, now: i64) -> Reply {
    let options = [("count", "2"), ("format", "choice"), ("lobby", "no")];
    let options = options.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let request = Request {
        action: Action::Command { id: "quiz".to_owned(), options: options.to_vec() },
        ..request(place, now)
    };
    let seed = place.bytes().fold(7, |seed: u64, byte| seed * 31 % 1_000_003 + u64::from(byte));
    router.handle(&request, at(now), &mut ChaCha8Rng::seed_from_u64(seed)).await
}

/// Whether each thing that is due goes on with a question or asks it.
fn turns(due: &[Due]) -> Vec<Turn> {
    due.iter().map(|due| due.reply.played.as_ref().unwrap().turn).collect()
}

/// How long there is for the open question in a place.
async fn left(router: &Router, place: &str, now: i64) -> i64 {
    let row = router.store().unwrap().round_in(place).await.unwrap().unwrap();
    row.deadline.unwrap() - now
}

#[test]
fn a_question_is_said_once_whether_it_was_said_before_the_crash_or_not() {
    run(async {
        let url = format!("sqlite:{}", file("said").display());
        let started = begin(&process(&url).await, "here", NOON).await;
        // It died before it said so.
        let router = process(&url).await;
        let due = router.resume(at(NOON + SECOND)).await.unwrap();
        assert_eq!(turns(&due), [Turn::Asked]);
        assert_eq!(due[0].reply.played.as_ref().unwrap().receipt, started.played.unwrap().receipt);
        // This one dies after it said so, and before it could note that.
        let router = process(&url).await;
        let due = router.resume(at(NOON + 2 * SECOND)).await.unwrap();
        assert_eq!(turns(&due), [Turn::Asked], "at once, though the lease of the dead one runs");
        let played = due[0].reply.played.as_ref().unwrap();
        let seat = Seat::Place("here".to_owned());
        router.note_shown(&seat, &played.round, "a message").await.unwrap();
        let receipt = played.receipt.as_ref().unwrap();
        router.told(receipt, at(NOON + 3 * SECOND)).await.unwrap();
        let router = process(&url).await;
        let due = router.resume(at(NOON + 60 * SECOND)).await.unwrap();
        assert_eq!(turns(&due), [Turn::Resumed], "in the message in which it stands");
        let shown = due[0].reply.played.as_ref().unwrap().shown.as_deref();
        assert_eq!(shown, Some("a message"));
        assert_eq!(router.due(at(NOON + 60 * SECOND)).await.unwrap(), []);
    });
}

#[test]
fn a_round_that_cannot_be_read_stands_in_nobodys_way() {
    run(async {
        let url = format!("sqlite:{}", file("unreadable").display());
        let router = process(&url).await;
        for place in ["here", "there", "elsewhere"] {
            begin(&router, place, NOON).await;
        }
        raw(&url, "UPDATE rounds SET state = '{}' WHERE place = 'here'").await;
        let router = process(&url).await;
        let due = router.resume(at(NOON + SECOND)).await.unwrap();
        assert_eq!(due.len(), 2, "the others go on");
        for due in due {
            let receipt = due.reply.played.unwrap().receipt.unwrap();
            router.told(&receipt, at(NOON + 2 * SECOND)).await.unwrap();
        }
        raw(&url, "UPDATE rounds SET state = '[]' WHERE place = 'there'").await;
        let router = process(&url).await;
        let due = router.due(at(NOON + 100 * SECOND)).await.unwrap();
        assert_eq!(turns(&due), [Turn::Asked], "the other is closed by the clock");
        let again = begin(&router, "here", NOON + 101 * SECOND).await;
        assert!(again.played.is_some(), "the place is free again");
    });
}

#[test]
fn a_clock_that_was_set_takes_no_time_and_gives_none() {
    run(async {
        let url = format!("sqlite:{}", file("clock").display());
        let router = process(&url).await;
        begin(&router, "here", NOON).await;
        router.beat(at(NOON + 3 * SECOND)).await.unwrap();
        let time = left(&router, "here", NOON + 3 * SECOND).await;
        // An hour back, in another process; then back again, in the same one.
        let back = NOON - 3_600 * SECOND;
        let router = process(&url).await;
        router.resume(at(back)).await.unwrap();
        assert_eq!(left(&router, "here", back).await, time);
        let router = process(&url).await;
        router.resume(at(back + 500)).await.unwrap();
        assert_eq!(left(&router, "here", back + 500).await, time, "once is enough");
        router.catch_up(at(NOON)).await.unwrap();
        assert_eq!(left(&router, "here", NOON).await, time);
        router.catch_up(at(back)).await.unwrap();
        assert_eq!(left(&router, "here", back).await, time);
    });
}

/// A process among several on a server, with a name of its own.
async fn named(url: &str, name: &str) -> Router {
    let facts = Facts::from_json(SHIPPED).unwrap();
    Router::shipped(facts).with_store(Store::open(url).await.unwrap().named(name))
}

#[test]
fn among_several_processes_what_a_dead_one_left_is_taken_up_within_three_seconds() {
    run(async {
        let Some(server) = postgres() else { return };
        let url = schema(&server).await;
        let [first, second] = [named(&url, "first").await, named(&url, "second").await];
        begin(&first, "here", NOON).await;
        first.beat(at(NOON)).await.unwrap();
        second.beat(at(NOON)).await.unwrap();
        // The first dies before it asks the question; the second goes on all the time.
        for now in [NOON + 1_000, NOON + 1_900] {
            second.beat(at(now)).await.unwrap();
            assert_eq!(second.due(at(now)).await.unwrap(), [], "the first may still say it");
        }
        let due = second.due(at(NOON + 2_100)).await.unwrap();
        assert_eq!(turns(&due), [Turn::Asked]);
        assert_eq!(second.due(at(NOON + 2_200)).await.unwrap(), [], "once");
        let time = left(&second, "here", NOON + 2_100).await;
        // A third one begins while the second is alive: no time was lost, and nothing is left to be said.
        let third = named(&url, "third").await;
        second.beat(at(NOON + 2_500)).await.unwrap();
        assert_eq!(third.resume(at(NOON + 3_000)).await.unwrap(), []);
        assert_eq!(left(&third, "here", NOON + 2_100).await, time, "the second kept it");
        // Both die; after less than a second nobody can know that, and after more the time is given back.
        third.beat(at(NOON + 3_000)).await.unwrap();
        let fourth = named(&url, "fourth").await;
        assert_eq!(fourth.resume(at(NOON + 3_900)).await.unwrap(), []);
        assert_eq!(left(&fourth, "here", NOON + 2_100).await, time);
        let fifth = named(&url, "fifth").await;
        let due = fifth.resume(at(NOON + 60_000)).await.unwrap();
        assert_eq!(turns(&due), [Turn::Asked], "what the second had claimed is left again");
        assert_eq!(left(&fifth, "here", NOON + 2_100).await, time + 57_000);
    });
}

/// Waits until everything was said and noted.
async fn all_said(url: &str) {
    let store = Store::open(url).await.unwrap();
    let began = Instant::now();
    while store.next_due().await.unwrap().is_some() {
        assert!(began.elapsed() < PATIENCE, "it is not noted that it was said");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    store.close().await;
}

#[test]
fn what_was_posted_is_not_posted_again_by_the_next_process() {
    run(async {
        let standin = StandIn::start().await;
        let url = format!("sqlite:{}", file("posted").display());
        let life = Life::begin(&standin, &url);
        life.ready(&standin, 0).await;
        let options = [("format", "choice".into()), ("pace", 400.into()), ("lobby", "no".into())];
        let made = payload::interaction(&ADA, payload::slash("quiz start", &options));
        let id = standin.interact(2, made);
        standin.answer(id).await;
        all_said(&url).await;
        life.kill();
        // As if that had not been said. It can only be posted; it is, but the bot never hears of it, and dies.
        raw(&url, "UPDATE outbox SET done = NULL").await;
        standin.fail("webhooks", 99, What::Status(404));
        standin.fail("channels", 99, What::Lost);
        let life = Life::begin(&standin, &url);
        let posted = |inner: &mut Inner| (!inner.posts.is_empty()).then_some(inner.requests.len());
        let before = standin.until("it is posted", PATIENCE, posted).await;
        life.kill();
        standin.know(|inner| inner.faults.retain(|fault| fault.path == "webhooks"));
        let life = Life::begin(&standin, &url);
        all_said(&url).await;
        let is_post = |one: &&String| one.starts_with("POST") && one.contains("/channels/");
        let again =
            standin.know(|inner| inner.requests.iter().skip(before).any(|one| is_post(&one)));
        assert!(again, "the next process says it again");
        assert_eq!(standin.know(|inner| inner.posts.len()), 1, "and Discord knows it by its nonce");
        let store = Store::open(&url).await.unwrap();
        let round = store.round_in(&ADA.channel.to_string()).await.unwrap().unwrap();
        assert!(round.shown.unwrap().contains("80000"), "it goes on in that message");
        life.kill();
    });
}

#[test]
fn more_rounds_run_than_are_kept_in_memory() {
    run(async {
        let url = format!("sqlite:{}", file("many").display());
        let router = process(&url).await;
        let places: Vec<String> = (0..270).map(|number| format!("place {number}")).collect();
        for place in &places {
            begin(&router, place, NOON).await;
        }
        for place in &places {
            let standing = router.standing(&Seat::Place(place.clone())).await.unwrap().unwrap();
            let round = standing.played.unwrap().round;
            let row = router.store().unwrap().round_in(place).await.unwrap().unwrap();
            assert_eq!(row.id, round, "{place}");
            let answer = Answer::Options(vec![0]);
            let request = Request {
                action: Action::Answer { round, number: 1, answer },
                ..request(place, NOON + SECOND)
            };
            let chance = &mut ChaCha8Rng::seed_from_u64(1);
            let reply = router.handle(&request, at(NOON + SECOND), chance).await;
            assert_eq!(reply.played.unwrap().closed, 1, "{place}");
        }
    });
}
