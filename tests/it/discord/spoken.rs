//! Rounds that are answered by messages, and messages that speak to the bot without naming it.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::bot::Bot;
use super::payload::{self, ADA, Who, ZOE};
use super::standin::{Inner, ME, StandIn};
use crate::talk::router;

const SOON: Duration = Duration::from_secs(20);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_answer_ends_a_round_once_when_it_is_typed() {
    let router = Arc::new(router());
    let bot = Bot::begin(StandIn::start().await, Arc::clone(&router)).await;
    let alone = Who { channel: 842, guild: None, ..ZOE };
    for (who, name) in [(&alone, String::new()), (&ADA, format!("<@{ME}> "))] {
        bot.standin.know(|inner| inner.posts.clear());
        bot.standin.know(|inner| inner.edits.clear());
        let set_up = [
            ("count", json!(1)),
            ("format", json!("choice")),
            ("pace", json!(400)),
            ("lobby", json!("no")),
        ];
        let question = bot.slash(who, "quiz start", &set_up).await;
        assert!(question.pressable()[0].starts_with("option|"), "{:?}", question.data);
        let answer = payload::message(who, 61_400 + who.channel, &format!("{name}B"));
        bot.standin.event("MESSAGE_CREATE", answer);
        let post = |inner: &mut Inner| inner.posts.first().map(|(_, body)| body.clone());
        let post = bot.standin.until("the answer is answered", SOON, post).await;
        let over = ["The round is over", "La partie est terminée"];
        assert!(over.iter().any(|text| post.to_string().contains(text)), "{post}");
        let rows = post["components"].to_string();
        for button in ["do|quiz\"", "do|quiz-replay\"", "report|"] {
            assert!(rows.contains(button), "{button} {post}");
        }
        let retired = |inner: &mut Inner| {
            let gone = |body: &Value| body["embeds"].is_null() && body["components"] == json!([]);
            inner.edits.iter().any(|(_, body)| gone(body)).then_some(())
        };
        bot.standin.until("the question loses its buttons", SOON, retired).await;
        // Nothing is left to be said, so that nobody says it again.
        let said = async {
            while router.store().unwrap().next_due().await.unwrap().is_some() {
                tokio::task::yield_now().await;
            }
        };
        let said = tokio::time::timeout(Duration::from_secs(8), said).await;
        assert!(said.is_ok(), "the end is still to be said");
        assert_eq!(bot.standin.know(|inner| (inner.posts.len(), inner.follow_ups.len())), (1, 0));
    }
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reply_to_the_bot_speaks_to_it() {
    let bot = Bot::start().await;
    let reply = |id: u64, pinged: bool| {
        let mut made = payload::message(&ADA, id, "and how many episodes are there?");
        made["type"] = json!(19);
        made["message_reference"] = json!({"channel_id": "801", "message_id": "60002"});
        if pinged {
            made["mentions"] = json!([{
                "id": ME.to_string(), "username": "roadbook", "discriminator": "0",
                "global_name": null, "avatar": null, "bot": true, "public_flags": 0,
            }]);
        }
        made
    };
    // Without the ping Discord does not even send the words.
    bot.standin.event("MESSAGE_CREATE", reply(61_501, false));
    bot.standin.event("MESSAGE_CREATE", reply(61_502, true));
    let post = |inner: &mut Inner| inner.posts.first().map(|(_, body)| body.clone());
    let post = bot.standin.until("it is answered", SOON, post).await;
    assert_eq!(post["message_reference"]["message_id"], "61502");
    assert!(post.to_string().contains("eight"), "{post}");
    bot.end().await;
}
