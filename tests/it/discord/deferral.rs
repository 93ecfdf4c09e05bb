//! A store that is slow: what is for one person alone stays so, whatever was shown meanwhile.

use std::sync::Arc;
use std::time::Duration;

use roadbook::store::Store;
use serde_json::{Value, json};
use sqlx::{AnyConnection, Connection as _};

use super::bot::Bot;
use super::payload::{self, ADA, Who, ZOE};
use super::standin::{Answer, Inner, StandIn};
use crate::store::fixture::file;
use crate::talk::router_on;

const SOON: Duration = Duration::from_secs(20);

/// A store in a file, in which nobody else can write meanwhile.
async fn lock(url: &str) -> AnyConnection {
    let mut connection = AnyConnection::connect(url).await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut connection).await.unwrap();
    connection
}

/// What is said to these commands while the store is locked: "thinking" first, and the answer once it is not.
async fn late(bot: &Bot, url: &str, asked: &[(&Who, Value)]) -> Vec<Answer> {
    let mut locked = lock(url).await;
    let send = |(who, data): &(&Who, Value)| {
        bot.standin.interact(2, payload::interaction(who, data.clone()))
    };
    let ids: Vec<u64> = asked.iter().map(send).collect();
    let thinking = |inner: &mut Inner| {
        ids.iter().all(|id| inner.interactions[id].first.is_some()).then_some(())
    };
    bot.standin.until("it is thinking", SOON, thinking).await;
    sqlx::query("ROLLBACK").execute(&mut locked).await.unwrap();
    locked.close().await.unwrap();
    let mut answers = Vec::new();
    for id in ids {
        let answer = bot.standin.answer(id).await;
        assert_eq!(answer.kind, 5, "the store was slow: {}", answer.text());
        answers.push(answer);
    }
    answers
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_for_one_person_stays_private_when_it_comes_late() {
    let path = file("slow");
    let url = format!("sqlite:{}", path.display());
    let store = Store::open_file(&path).await.unwrap();
    let bot = Bot::begin(StandIn::start().await, Arc::new(router_on(store))).await;
    let set_up = [
        ("count", json!(2)),
        ("format", json!("choice")),
        ("pace", json!(400)),
        ("lobby", json!("no")),
    ];
    let question = bot.slash(&ADA, "quiz start", &set_up).await;
    assert!(!question.private(), "{}", question.text());

    let hint = late(&bot, &url, &[(&ADA, payload::slash("quiz hint", &[]))]).await.remove(0);
    assert!(hint.private() && hint.text().contains("is wrong"), "{}", hint.text());

    // Of two who begin at once, one is told that somebody was faster.
    let [here, too] = [&ADA, &ZOE].map(|who| Who { channel: 851, ..who.clone() });
    let start = payload::slash("quiz start", &set_up);
    let told = late(&bot, &url, &[(&here, start.clone()), (&too, start)]).await;
    let told: Vec<_> =
        told.iter().map(|answer| (answer.private(), answer.pressable().is_empty())).collect();
    assert!(told.contains(&(false, false)) && told.contains(&(true, true)), "{told:?}");

    // What everybody is to read is read by everybody, though that could not be known before.
    let over = late(&bot, &url, &[(&ADA, payload::slash("quiz stop", &[]))]).await.remove(0);
    assert!(!over.private() && over.text().contains("stopped"), "{}", over.text());
    bot.end().await;
}
