//! What differs on Discord: the daily challenge stays private until it is shared, and questions are reported
//! by a button and a form.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::bot::Bot;
use super::payload::{ADA, Who, ZOE};
use super::standin::{Answer, Inner, StandIn};
use crate::talk::router;

/// Answers the question of a message, in whatever way it is answered, and gives what is said to it.
async fn answered(bot: &Bot, who: &Who, question: &Answer) -> Answer {
    let id = question.pressable().remove(0);
    match id.split('|').next().unwrap() {
        "option" => bot.press(who, &id, None).await,
        "several" => bot.press(who, &id, Some(&["0"])).await,
        "order" => bot.press(who, &id, Some(&[&question.line(0)])).await,
        _ => {
            let form = bot.press(who, &id, None).await;
            let id = form.data["custom_id"].as_str().unwrap().to_owned();
            for text in ["nobody at all", "A B C", "A B C D", "1A 2B 3C", "1A 2B 3C 4D"] {
                let said = bot.fill(who, &id, text).await;
                if said.text().contains("<t:") || !said.pressable().is_empty() {
                    return said;
                }
            }
            panic!("nothing answers {}", question.text())
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_challenge_is_private_until_it_is_shared() {
    let bot = Bot::start().await;
    for (who, began, shared) in [
        (&ADA, "Question 1 of 5", "Ada has played the daily challenge."),
        (&ZOE, "Question 1 sur 5", "Zoé a relevé le défi du jour."),
    ] {
        let mut question = bot.slash(who, "daily", &[]).await;
        assert!(question.private() && question.text().contains(began), "{}", question.text());
        assert!(!question.text().contains("<t:"), "nobody is hurried");
        assert!(!question.pressable().iter().any(|id| id.contains("-stop")));
        // Called away and back: the same question once more.
        question = bot.slash(who, "daily", &[]).await;
        assert!(question.private() && question.text().contains(began), "{}", question.text());
        for _ in 0..5 {
            question = answered(&bot, who, &question).await;
            assert!(question.private(), "{}", question.text());
        }
        let text = question.text();
        assert!(text.contains("Roadbook 20") && text.contains(":R>"), "{text}");
        let share = question.pressable().into_iter().find(|id| id.starts_with("share|")).unwrap();
        let said = bot.press(who, &share, None).await;
        assert!(!said.private() && said.text().contains(shared), "{}", said.text());
        assert!(said.text().contains("Roadbook 20") && said.pressable().is_empty());
        // A day later one can come back to it, and share it again.
        let again = bot.slash(who, "daily", &[]).await;
        assert!(again.private() && again.pressable() == [share.as_str()], "{:?}", again.data);
        let yesterday = bot.slash(who, "daily", &[("day", json!("yesterday"))]).await;
        assert!(yesterday.private(), "{}", yesterday.text());
    }
    let nothing = bot.press(&Who { id: 555, ..ADA }, "share|1", None).await;
    assert!(nothing.private() && nothing.text().contains("nothing to share"));
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_is_reported_by_a_button_and_a_form() {
    let router = Arc::new(router());
    let bot = Bot::begin(StandIn::start().await, Arc::clone(&router)).await;
    let set_up = [
        ("count", json!(2)),
        ("format", json!("choice")),
        ("pace", json!(400)),
        ("lobby", json!("no")),
    ];
    let question = bot.slash(&ADA, "quiz start", &set_up).await;
    assert!(
        !question.pressable().iter().any(|id| id.starts_with("report|")),
        "nothing is told yet"
    );
    let next = answered(&bot, &ADA, &question).await;
    let button = next.pressable().into_iter().find(|id| id.starts_with("report|")).unwrap();
    let over = answered(&bot, &ADA, &next).await;
    assert!(over.text().contains("The round is over"), "{}", over.text());
    // The message of the question that is over keeps the button for what it tells.
    let kept = |inner: &mut Inner| {
        inner
            .edits
            .iter()
            .any(|(_, body)| body["components"].to_string().contains("report|"))
            .then_some(())
    };
    bot.standin.until("the button stays", Duration::from_secs(20), kept).await;
    for (who, title, thanks) in [
        (&ADA, "Question 1: what is wrong?", "Your report on the question"),
        (
            &ZOE,
            "Question 1\u{202f}: qu’est-ce qui cloche\u{202f}?",
            "Votre signalement sur la question",
        ),
    ] {
        let form = bot.press(who, &button, None).await;
        assert_eq!((form.kind, form.data["title"].as_str()), (9, Some(title)));
        let line = &form.data["components"][0]["components"][0];
        assert_eq!((line["style"].as_u64(), line["max_length"].as_u64()), (Some(2), Some(300)));
        let id = form.data["custom_id"].as_str().unwrap();
        let said = bot.fill(who, id, "The year is wrong. @everyone **look**").await;
        assert!(said.private() && said.text().contains(thanks), "{}", said.text());
    }
    let gone = bot.fill(&ADA, "reported|0123456789abcdef|1", "what?").await;
    assert!(gone.private() && gone.text().contains("not kept any more"), "{}", gone.text());
    let typed = bot.slash(&ZOE, "report", &[("words", json!("la deuxième"))]).await;
    assert!(typed.private() && typed.text().contains("Votre signalement"), "{}", typed.text());
    let reports = router.store().unwrap().reports().await.unwrap();
    assert_eq!(reports.len(), 3, "{reports:?}");
    assert_eq!(reports[0].words, "The year is wrong. @everyone **look**");
    assert_eq!((reports[0].server.as_str(), reports[0].person.as_str()), ("901", "501"));
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn practice_is_stopped_by_its_own_button() {
    let bot = Bot::start().await;
    let question = bot.slash(&ADA, "practice start", &[]).await;
    let stopped = bot.press(&ADA, &question.button("practice-stop"), None).await;
    assert!(stopped.private() && stopped.text().contains("Practice is over"), "{}", stopped.text());
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_the_bot_has_left_is_noticed_at_the_start() {
    let router = Arc::new(router());
    let store = router.store().unwrap();
    for server in ["901", "902"] {
        store.set_server(server, &roadbook::store::ServerSettings::default()).await.unwrap();
    }
    let standin = StandIn::start().await;
    standin.know(|inner| inner.guilds = vec![901, 903]);
    let bot = Bot::begin(standin, Arc::clone(&router)).await;
    let listed = |inner: &mut Inner| {
        inner.requests.iter().any(|one| one.contains("/users/@me/guilds")).then_some(())
    };
    bot.standin.until("the servers are listed", Duration::from_secs(20), listed).await;
    // What follows the list is written a moment later.
    let left = async {
        loop {
            let servers = store.servers().await.unwrap();
            if servers.iter().any(|(_, left)| left.is_some()) {
                return servers;
            }
            tokio::task::yield_now().await;
        }
    };
    let servers = tokio::time::timeout(Duration::from_secs(20), left).await.unwrap();
    let left: Vec<&str> =
        servers.iter().filter(|(_, left)| left.is_some()).map(|(one, _)| one.as_str()).collect();
    assert_eq!(left, ["902"]);
    bot.end().await;
}
