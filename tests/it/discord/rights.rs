//! Who may do what in a server: moderators see to rounds, and who manages the server to its settings.

use serde_json::{Value, json};

use super::bot::Bot;
use super::payload::{self, ADA, Who, ZOE};
use super::standin::Answer;

/// What Discord calls *Manage Messages*, *Manage Server*, *Administrator*, and to send messages alone.
///
/// See <https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags>.
const MANAGE_MESSAGES: &str = "8192";
const MANAGE_GUILD: &str = "32";
const ADMINISTRATOR: &str = "8";
const SEND_MESSAGES: &str = "2048";

async fn slash(bot: &Bot, who: &Who, may: &str, path: &str, options: &[(&str, Value)]) -> Answer {
    let mut made = payload::interaction(who, payload::slash(path, options));
    made["member"]["permissions"] = json!(may);
    let id = bot.standin.interact(2, made);
    bot.standin.answer(id).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn settings_are_changed_by_whom_discord_shows_them() {
    let bot = Bot::start().await;
    for may in [SEND_MESSAGES, MANAGE_MESSAGES] {
        for (path, options) in [
            ("settings change", &[("count", json!(2))][..]),
            ("settings schedule", &[("time", json!("20:30"))]),
            ("settings forget", &[("confirm", json!("yes"))]),
        ] {
            let refused = slash(&bot, &ADA, may, path, options).await;
            assert!(refused.private(), "{path}: {}", refused.text());
            let why = "Only people who may manage this server";
            assert!(refused.text().contains(why), "{path}: {}", refused.text());
        }
    }
    for may in [MANAGE_GUILD, ADMINISTRATOR] {
        let changed = slash(&bot, &ADA, may, "settings change", &[("count", json!(2))]).await;
        assert!(changed.text().contains("Saved"), "{}", changed.text());
    }
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn moderators_end_the_rounds_of_others() {
    let bot = Bot::start().await;
    for (may, ends) in [(SEND_MESSAGES, false), (MANAGE_MESSAGES, true)] {
        bot.slash(&ZOE, "quiz start", &[("lobby", json!("no"))]).await;
        let stopped = slash(&bot, &ADA, may, "quiz stop", &[]).await;
        assert_eq!(!stopped.private(), ends, "{}", stopped.text());
    }
    bot.end().await;
}
