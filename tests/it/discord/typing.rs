//! Suggestions and forms must come first of all, within three seconds: whatever the store does, and whatever is asked.

use std::sync::Arc;
use std::time::Duration;

use super::bot::Bot;
use super::payload::{self, ADA, ZOE};
use super::standin::StandIn;
use crate::store::fixture::{postgres, raw, schema};
use crate::talk::router_on;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn suggestions_are_always_answered_by_suggestions() {
    let bot = Bot::start().await;
    assert!(bot.typing(&ADA, "teams", "colour", "red").await.is_empty());
    assert!(bot.typing(&ADA, "gone", "team", "uae").await.is_empty());
    // One that cannot be read.
    let mut made = payload::interaction(&ADA, payload::typing("teams", "team", "uae", false));
    made.as_object_mut().unwrap().remove("locale");
    let id = bot.standin.interact(4, made);
    assert_eq!(bot.standin.answer(id).await.kind, 8);
    bot.end().await;
}

/// SQLite lets one read while another writes, so that only PostgreSQL can be made to wait.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_waits_for_a_store_that_hangs() {
    let Some(server) = postgres() else { return };
    let url = schema(&server).await;
    let store = roadbook::store::Store::open(&url).await.unwrap();
    let bot = Bot::begin(StandIn::start().await, Arc::new(router_on(store))).await;
    let locked = tokio::spawn(async move {
        let lock = "BEGIN; LOCK TABLE people IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(4); COMMIT";
        raw(&url, lock).await;
    });
    tokio::time::sleep(Duration::from_millis(300)).await;
    let teams = payload::interaction(&ADA, payload::typing("teams", "team", "jumb", false));
    let typing = bot.standin.interact(4, teams);
    let report = bot.standin.interact(3, payload::press(&ZOE, "report|00000000|1", None));
    let stale = bot.standin.interact(3, payload::press(&ADA, "other-bot:42", None));
    for (id, kind) in [(typing, 8), (report, 9), (stale, 4)] {
        let answer = bot.standin.answer(id).await;
        assert_eq!(answer.kind, kind);
        assert!(answer.after < Duration::from_secs(2), "{:?}", answer.after);
    }
    assert!(!locked.is_finished(), "the store hung all the while");
    locked.await.unwrap();
    bot.end().await;
}
