//! Hostile and broken input: a private, polite refusal, and nothing changed.

use serde_json::json;

use super::bot::Bot;
use super::payload::{self, ADA, Who};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forged_and_foreign_ids_are_refused() {
    let bot = Bot::start().await;
    let ids = [
        "",
        "page",
        "page|0|xx|teams",
        "page|-1|en|teams",
        "page|0|en|teams|broken",
        "ask|more",
        "other-bot:42",
        "option|00000000|9|0",
        "option|00000000|9|x",
        "option|00000000|9",
        "several|00000000|1",
        "do|practice",
        "do|help",
        "typed|00000000|1",
        "'; DROP TABLE rounds; --",
        "page|0|en",
    ];
    for id in ids {
        let answer = bot.press(&ADA, id, None).await;
        assert!(answer.private() && answer.kind == 4, "{id}: {}", answer.text());
    }
    assert!(bot.press(&ADA, "ask", None).await.private());
    assert!(bot.press(&ADA, "several|00000000|1", Some(&["0", "z"])).await.private());
    assert!(bot.fill(&ADA, "typed|00000000|1", "42").await.private());
    assert!(bot.fill(&ADA, "something else", "42").await.private());
    assert!(bot.press(&ADA, "ask", Some(&["a", "b"])).await.private());
    // A page that does not exist is the last one; a command without pages has none to turn.
    assert_eq!(bot.press(&ADA, "page|99999|en|teams", None).await.kind, 7);
    for id in ["page|0|en|nothing", "page|0|en|quiz", "page|0|en|privacy-delete|confirm=yes"] {
        assert!(bot.press(&ADA, id, None).await.private(), "{id}");
    }
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn odd_input_is_answered_politely() {
    let bot = Bot::start().await;
    let long = bot.slash(&ADA, "ask", &[("question", json!("é".repeat(6_000)))]).await;
    assert!(long.private(), "{}", long.text());
    let marks = "**@everyone** <@501> `x` ||y|| [a](http://b) # z";
    for (command, option) in [("teams", "team"), ("who", "name"), ("sources", "article")] {
        let answer = bot.slash(&ADA, command, &[(option, json!(marks))]).await;
        let drawn = answer.data["embeds"].to_string();
        assert!(!drawn.contains(" **@everyone**") && !drawn.contains(" <@501>"), "{drawn}");
        assert!(!drawn.contains(" ||y||") && !drawn.contains(" [a]("), "{drawn}");
    }
    for number in [0_i64, -5, i64::MAX] {
        let answer = bot.slash(&ADA, "episode", &[("number", json!(number))]).await;
        assert!(answer.private(), "{}", answer.text());
    }
    let unknown = Who { locale: "xx-YY", ..ADA };
    assert!(bot.slash(&unknown, "about", &[]).await.text().contains("docuseries"));
    assert!(bot.slash(&ADA, "gone", &[]).await.private());
    assert!(bot.slash(&ADA, "quiz gone", &[]).await.private());
    assert!(!bot.slash(&ADA, "teams", &[("colour", json!("red"))]).await.private());
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn broken_interactions_do_no_harm() {
    let bot = Bot::start().await;
    // Without a member, without a server, without anybody.
    for missing in [&["member"][..], &["guild_id", "guild_locale"], &["member", "guild_id"]] {
        let mut made = payload::interaction(&ADA, payload::slash("about", &[]));
        for field in missing {
            made.as_object_mut().unwrap().remove(*field);
        }
        let id = bot.standin.interact(2, made);
        bot.standin.answer(id).await;
    }
    // Without something that the library wants: still an answer, not silence.
    for missing in ["channel_id", "locale", "entitlements", "version", "data"] {
        let mut made = payload::interaction(&ADA, payload::slash("about", &[]));
        made.as_object_mut().unwrap().remove(missing);
        let id = bot.standin.interact(2, made);
        assert!(bot.standin.answer(id).await.private(), "{missing}");
    }
    let about = bot.slash(&ADA, "about", &[]).await;
    assert!(about.text().contains("docuseries"));
    bot.end().await;
}
