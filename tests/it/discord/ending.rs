//! The end of the bot: what it says of the rounds that are running, and when.

use std::time::Duration;

use serde_json::{Value, json};

use super::bot::Bot;
use super::payload::{ADA, Who};
use super::standin::What;

/// How many rounds run at once. One edit after the other would take six seconds.
const ROUNDS: u64 = 60;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_rounds_say_that_they_are_saved() {
    let bot = Bot::start().await;
    let set_up: [(&str, Value); 3] =
        [("count", json!(2)), ("pace", json!(400)), ("lobby", json!("no"))];
    for channel in 3_000..3_000 + ROUNDS {
        let question = bot.slash(&Who { channel, ..ADA }, "quiz start", &set_up).await;
        assert!(question.text().contains("Question 1 of 2"), "{}", question.text());
    }
    let standin = bot.standin.clone();
    standin.know(|inner| inner.edits.clear());
    standin.fail("/messages/", 1_000, What::Slow(Duration::from_millis(100)));
    bot.end().await;
    let saved = |body: &Value| body.to_string().contains("is saved");
    let told = standin.know(|inner| inner.edits.iter().filter(|(_, body)| saved(body)).count());
    assert_eq!(told as u64, ROUNDS);
}
