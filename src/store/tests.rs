//! Tests that need the store's own connections.

use std::task::{Context, Poll};

use super::*;

#[tokio::test]
async fn a_full_disk_is_told_and_nothing_is_half_written() {
    let store = Store::memory().await.unwrap();
    let start = Start {
        round: "r",
        place: "here",
        server: "s",
        state: "{}",
        deadline: None,
        effects: &[],
        players: &[],
        opens: None,
        slot: None,
        at: 0,
    };
    store.start(&start).await.unwrap();
    // As many pages as there are now, which is what a full disk comes to.
    sqlx::raw_sql("PRAGMA max_page_count = 1").execute(&store.writer).await.unwrap();
    let large = format!("\"{}\"", "x".repeat(1_000_000));
    let answers = [Answer { question: 0, player: "ada", answer: "1", at: 0 }];
    let step = Step {
        round: "r",
        version: 0,
        state: &large,
        deadline: None,
        answers: &answers,
        closing: None,
        practised: None,
        ends: false,
        effects: &[Effect { key: "k", due: 0, payload: "{}" }],
        players: &[],
        opens: None,
        at: 1,
    };
    let error = store.save(&step).await.unwrap_err();
    assert!(matches!(error, Error::Full(_)), "{error:?}");
    assert_eq!(error.to_string().lines().count(), 1);
    assert_eq!(store.round("r").await.unwrap().unwrap().version, 0);
    assert!(store.answers("r", 0).await.unwrap().is_empty());
    assert!(store.claim(9, 9, 9, None).await.unwrap().is_empty());

    sqlx::raw_sql("PRAGMA max_page_count = 1000000").execute(&store.writer).await.unwrap();
    let saved = store.save(&step).await.unwrap();
    assert_eq!(saved, Saved::Done { version: 1, answers: 1 }, "it goes on once there is room");
}

#[tokio::test]
async fn a_long_job_is_told_as_what_it_is() {
    let store = Store::memory().await.unwrap();
    let mut held = store.writer.hold().await.unwrap();
    let job = held.begin().await.unwrap();
    tokio::time::pause();
    let error = store.seen("s").await.unwrap_err();
    assert!(matches!(error, Error::Busy(_)), "{error:?}");
    assert!(error.to_string().contains("a long job"), "{error}");
    job.rollback().await.unwrap();
    held.give_back();
    tokio::time::resume();
    store.seen("s").await.unwrap();
}

#[tokio::test]
async fn the_rounds_of_a_person_are_found_without_reading_all() {
    let rounds = format!("SELECT id FROM rounds WHERE id IN ({})", privacy::ROUNDS);
    let plan = plan(&rounds).await;
    let scans = plan.iter().filter(|step| step.starts_with("SCAN"));
    let scans: Vec<&String> = scans.filter(|step| !step.contains("rounds_unlisted")).collect();
    assert!(scans.is_empty(), "{plan:?}");
}

#[tokio::test]
async fn what_is_found_for_a_closing_grows_neither_with_its_players_nor_with_all() {
    let closing = plan(results::ADD_TO_SUMS).await;
    let of_results: Vec<&String> = closing.iter().filter(|step| step.contains("results")).collect();
    assert!(of_results.iter().all(|step| step.contains("(round=?")), "{closing:?}");
    let hiding = plan(settings::HIDE_SUMS).await;
    assert!(hiding.iter().all(|step| step.contains("sums_person (person=?)")), "{hiding:?}");
}

/// How SQLite finds what a statement asks for.
async fn plan(sql: &str) -> Vec<String> {
    let store = Store::memory().await.unwrap();
    let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
    let plan: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(explain).fetch_all(&store.reader).await.unwrap();
    plan.into_iter().map(|(.., step)| step).collect()
}

#[tokio::test]
async fn a_store_in_memory_outlives_calls_that_nobody_waits_for_any_more() {
    let store = Store::memory().await.unwrap();
    store.beat(7).await.unwrap();
    for polls in (0..200).map(|call| call % 8) {
        let mut call = std::pin::pin!(store.next_due());
        for _ in 0..polls {
            // One look at it, and the other thread gets its turn.
            let look = |context: &mut Context<'_>| Poll::Ready(call.as_mut().poll(context));
            if std::future::poll_fn(look).await.is_ready() {
                break;
            }
            tokio::task::yield_now().await;
        }
    }
    assert_eq!(store.latest().await.unwrap(), Some(7));
}
