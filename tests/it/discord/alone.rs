//! What people play alone stays with them: in a channel, in a direct message, and over a restart.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::bot::Bot;
use super::payload::{self, ADA, Who};
use super::standin::{Inner, ME, StandIn};
use crate::talk::{router_on, store};

const SOON: Duration = Duration::from_secs(20);

/// Ada where nobody else reads along.
const ADA_ALONE: Who = Who { channel: 841, guild: None, ..ADA };

/// Answers of which one fits whatever is asked.
const ANSWERS: [&str; 7] =
    ["A", "A B C", "A B C D", "1A 2B 3C", "1A 2B 3C 4D", "42", "nobody at all"];

/// Writes a message and waits for what is posted in answer to it.
async fn said(bot: &Bot, who: &Who, id: u64, text: &str) -> Value {
    bot.standin.event("MESSAGE_CREATE", payload::message(who, id, text));
    let id = id.to_string();
    let answered = |inner: &mut Inner| {
        let to = |body: &Value| body["message_reference"]["message_id"] == id.as_str();
        inner.posts.iter().find(|(_, body)| to(body)).map(|(_, body)| body.clone())
    };
    bot.standin.until("a message is answered", SOON, answered).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mention_neither_shows_nor_answers_what_somebody_plays_alone() {
    let bot = Bot::start().await;
    for (first, command, title) in
        [(61_200, "daily", "Question 1 of 5"), (61_250, "practice start", "Question 1 of 10")]
    {
        let question = bot.slash(&ADA, command, &[]).await;
        assert!(question.private() && question.text().contains(title), "{}", question.text());
        for (id, text) in (first..).zip(ANSWERS) {
            let post = said(&bot, &ADA, id, &format!("<@{ME}> {text}")).await.to_string();
            assert!(!post.contains("Question 2") && !post.contains("option|"), "{post}");
            bot.standin.know(|inner| inner.posts.clear());
        }
        let again = bot.slash(&ADA, command, &[]).await;
        assert!(again.private() && again.text().contains(title), "{}", again.text());
        if command != "daily" {
            bot.slash(&ADA, "practice stop", &[]).await;
        }
    }
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_typed_in_a_direct_message_answers_what_is_played_alone() {
    let bot = Bot::start().await;
    // Another round is where they write.
    let set_up = [("count", json!(2)), ("format", json!("choice")), ("pace", json!(400))];
    bot.slash(&ADA_ALONE, "quiz start", &set_up).await;
    // It was begun in a channel, and goes on where the person writes.
    bot.slash(&ADA, "daily", &[]).await;
    let mut post = Value::Null;
    for (id, text) in (61_300..).zip(ANSWERS) {
        post = said(&bot, &ADA_ALONE, id, text).await;
        if post.to_string().contains("Question 2 of 5") {
            break;
        }
    }
    assert!(post.to_string().contains("Question 2 of 5"), "{post}");
    // The message of the question before is known, and takes no answer any more.
    let retired = |inner: &mut Inner| {
        let gone = |body: &Value| body["embeds"].is_null() && body["components"].is_array();
        inner.edits.iter().any(|(_, body)| gone(body)).then_some(())
    };
    bot.standin.until("the question before is retired", SOON, retired).await;
    let all = bot.standin.know(|inner| (inner.posts.clone(), inner.follow_ups.clone()));
    assert!(all.0.iter().all(|(channel, _)| *channel == 841), "{:?}", all.0);
    assert!(all.1.is_empty(), "{:?}", all.1);
    let standin = bot.standin.clone();
    standin.know(|inner| inner.edits.clear());
    bot.end().await;
    // The message of the other round is known as well, and is the one to say that it is saved.
    let edits = standin.know(|inner| inner.edits.clone());
    let [(_, paused)] = &edits[..] else { panic!("the other round alone: {edits:#?}") };
    assert!(paused.to_string().contains("Question 1 of 2"), "{paused}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_challenge_waits_through_a_restart_with_its_buttons() {
    let (standin, store) = (StandIn::start().await, store());
    let bot = Bot::begin(standin.clone(), Arc::new(router_on(store.clone()))).await;
    let daily = bot.slash(&ADA, "daily", &[]).await;
    let set_up = [("count", json!(2)), ("format", json!("choice")), ("lobby", json!("no"))];
    bot.slash(&ADA, "quiz start", &set_up).await;
    bot.end().await;
    let edits = standin.know(|inner| inner.edits.clone());
    let [(_, paused)] = &edits[..] else { panic!("the round of the channel alone: {edits:#?}") };
    assert!(paused.to_string().contains("Question 1 of 2"), "{paused}");

    let bot = Bot::begin(standin, Arc::new(router_on(store))).await;
    let form = daily.pressable().remove(0);
    let pressed = match form.split('|').next().unwrap() {
        "option" => bot.press(&ADA, &form, None).await.text(),
        "several" => bot.press(&ADA, &form, Some(&["0"])).await.text(),
        "order" => bot.press(&ADA, &form, Some(&[&daily.line(0)])).await.text(),
        _ => bot.press(&ADA, &form, None).await.data["title"].to_string(),
    };
    let taken = ["Question 2 of 5", "Your answer"].iter().any(|text| pressed.contains(text));
    assert!(taken, "{pressed}");
    bot.end().await;
}
