//! Which message of a round is edited, in what order, and by which interaction things are added.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::bot::Bot;
use super::payload::{self, ADA, Who, ZOE};
use super::standin::{Answer, Inner, What};

const BOB: Who = Who { id: 503, name: "Bob", locale: "de", channel: 801, guild: Some(901) };

/// Within what time everything comes true on a machine that is busy with all the other tests.
const SOON: Duration = Duration::from_secs(20);

fn set_up(count: u8, format: &str, pace: u16) -> [(&str, Value); 4] {
    [
        ("count", json!(count)),
        ("format", json!(format)),
        ("pace", json!(pace)),
        ("lobby", json!("no")),
    ]
}

fn options(answer: &Answer) -> Vec<String> {
    answer.pressable().into_iter().filter(|id| id.starts_with("option|")).collect()
}

/// When the time for the question of a message is up, in seconds since 1970, as Discord counts it down.
fn until(answer: &Answer) -> i64 {
    let text = answer.text();
    let (_, rest) = text.rsplit_once("<t:").unwrap();
    rest.split_once(':').unwrap().0.parse().unwrap()
}

/// Waits until so long after a time.
async fn wait_until(second: i64, and: Duration) {
    let left = second * 1_000 - Timestamp::now().as_millisecond();
    tokio::time::sleep(Duration::from_millis(u64::try_from(left).unwrap_or(0)) + and).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_edit_that_is_late_brings_no_closed_question_back() {
    let bot = Bot::start().await;
    let question = bot.slash(&ADA, "quiz start", &set_up(2, "choice", 400)).await;
    let ids = options(&question);
    assert!(bot.press(&ZOE, &ids[0], None).await.private());
    assert!(bot.press(&BOB, &ids[0], None).await.private());
    // The news of that take a while on the way. Meanwhile the last answer closes the question.
    bot.standin.fail("@original$", 1, What::Late(Duration::from_secs(2)));
    let asked = |inner: &mut Inner| inner.faults.iter().all(|one| one.times == 0).then_some(());
    bot.standin.until("the news are sent", SOON, asked).await;
    let next = bot.press(&ADA, &ids[0], None).await;
    assert!(next.text().contains("Question 2 of 2"), "{}", next.text());
    // Whatever else is told of it before, it ends without its options.
    let closed = |inner: &mut Inner| {
        let last = inner.edits.last().map(|(_, last)| last["components"].to_string());
        (inner.edits.len() >= 2).then_some(last?).filter(|last| !last.contains("option|"))
    };
    bot.standin.until("the last edit has arrived", SOON, closed).await;
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_added_to_what_somebody_still_waits_for() {
    let bot = Bot::start().await;
    let question = bot.slash(&ADA, "quiz start", &set_up(2, "true-or-false", 50)).await;
    // When the time is up, and the second of grace after it, somebody waits for an answer that comes late.
    wait_until(until(&question), Duration::from_millis(300)).await;
    bot.standin.fail("/callback", 1, What::Limited { seconds: 2.0, body: true });
    let id = bot.standin.interact(2, payload::interaction(&ZOE, payload::slash("me", &[])));
    let next = |inner: &mut Inner| inner.follow_ups.first().cloned();
    let next = bot.standin.until("the next question comes", SOON, next).await;
    assert!(next.to_string().contains("Question 2 of 2"), "{next}");
    assert!(bot.standin.answer(id).await.private());
    assert!(bot.standin.know(|inner| inner.posts.is_empty()));
    // Nor did the bot try to: the stand-in takes that for a mistake.
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_round_goes_on_when_the_tokens_have_expired() {
    let bot = Bot::start().await;
    let question = bot.slash(&ADA, "quiz start", &set_up(2, "true-or-false", 50)).await;
    assert!(question.text().contains("Question 1 of 2"), "{}", question.text());
    bot.standin.expire();
    let next = |inner: &mut Inner| inner.posts.first().cloned();
    let (channel, next) = bot.standin.until("the next question comes", SOON, next).await;
    assert_eq!(channel, 801);
    assert!(next.to_string().contains("Question 2 of 2"), "{next}");
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_whose_id_was_lost_is_not_edited() {
    let bot = Bot::start().await;
    let question = bot.slash(&ADA, "quiz start", &set_up(2, "true-or-false", 50)).await;
    assert!(question.text().contains("Question 1 of 2"), "{}", question.text());
    bot.standin.fail("/webhooks/", 1, What::Bare);
    let next = |inner: &mut Inner| inner.follow_ups.first().cloned();
    let next = bot.standin.until("the next question comes", SOON, next).await;
    let id = next["components"][0]["components"][0]["custom_id"].as_str().unwrap().to_owned();
    // Its answer would take its buttons away; an edit without an id is one that the stand-in does not know.
    let over = bot.press(&ADA, &id, None).await;
    assert!(over.text().contains("The round is over"), "{}", over.text());
    bot.end().await;
}
