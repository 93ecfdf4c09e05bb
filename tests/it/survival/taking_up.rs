//! How a process takes up the rounds of one that died: what it says, and which time counts.

use jiff::Timestamp;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::facts::{Facts, SHIPPED};
use roadbook::reply::{Reply, Turn};
use roadbook::request::{Action, LangFrom, Person, Request};
use roadbook::router::{Due, Router, Seat};
use roadbook::store::Store;
use roadbook::text::Lang;

use crate::store::fixture::{NOON, SECOND, file, raw, run};

/// A process on a store, begun anew.
async fn process(url: &str) -> Router {
    let facts = Facts::from_json(SHIPPED).unwrap();
    Router::shipped(facts).with_store(Store::open(url).await.unwrap())
}

fn at(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap()
}

/// Begins a round in a place.
async fn begin(router: &Router, place: &str, now: i64) -> Reply {
    let options = [("count", "2"), ("format", "choice"), ("lobby", "no")];
    let options = options.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let request = Request {
        person: Person { id: "501".to_owned(), name: "Ada".to_owned() },
        place: place.to_owned(),
        server: "server".to_owned(),
        lang: Lang::En,
        lang_from: LangFrom::Settled,
        moderator: false,
        crowd: false,
        at: at(now),
        action: Action::Command { id: "quiz".to_owned(), options: options.to_vec() },
    };
    let seed = u64::try_from(place.len()).unwrap();
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
        router.beat("first", at(NOON + 3 * SECOND)).await.unwrap();
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
