//! A button does what it stands for where it stands, in the round and for the question on whose message it is, and
//! nothing else.

use serde_json::json;

use super::bot::Bot;
use super::payload::{self, ADA, ZOE};
use super::standin::Answer;

/// A round of two questions that has begun.
async fn round(bot: &Bot, format: &str) -> Answer {
    let set_up = [
        ("count", json!(2)),
        ("format", json!(format)),
        ("pace", json!(400)),
        ("lobby", json!("no")),
    ];
    bot.slash(&ZOE, "quiz start", &set_up).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_buttons_of_a_question_are_for_that_question_whatever_else_somebody_plays() {
    let bot = Bot::start().await;
    let question = round(&bot, "choice").await;
    assert!(question.text().contains("Question 1 sur 2"), "{}", question.text());
    bot.press(&ADA, &question.pressable()[0], None).await;
    // Opened later, and still not meant by a button of the round.
    let practice = bot.slash(&ADA, "practice start", &[]).await;
    assert!(practice.text().contains("Question 1 of 10"), "{}", practice.text());
    let translated = bot.press(&ADA, &question.button("quiz-translate"), None).await;
    assert!(translated.private() && translated.text().contains("Question 1 of 2"));
    let hint = bot.press(&ADA, &question.button("quiz-hint"), None).await;
    assert!(hint.private() && hint.text().contains("is wrong"), "{}", hint.text());
    let vote = bot.press(&ADA, &question.button("quiz-skip"), None).await;
    assert!(!vote.private() && vote.text().contains("1 voix sur 2"), "{}", vote.text());
    let practice = bot.slash(&ADA, "practice start", &[]).await;
    assert!(practice.text().contains("Question 1 of 10"), "no card was lost");
    // And the other way round.
    let skipped = bot.press(&ADA, &practice.button("quiz-skip"), None).await;
    assert!(skipped.private() && skipped.text().contains("Question 2 of 10"));
    let next = bot.press(&ZOE, &question.button("quiz-skip"), None).await;
    assert!(next.text().contains("Question 2 sur 2"), "{}", next.text());
    // The question is over: its buttons do nothing to the next one.
    for command in ["quiz-hint", "quiz-skip", "quiz-translate"] {
        let late = bot.press(&ADA, &question.button(command), None).await;
        assert!(
            late.private() && late.text().contains("that is over"),
            "{command} {}",
            late.text()
        );
        assert!(!late.text().contains("Question 2"), "{command} {}", late.text());
    }
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_buttons_of_a_round_that_is_over_do_nothing_to_another() {
    let bot = Bot::start().await;
    let old = bot.slash(&ZOE, "quiz start", &[("count", json!(2))]).await;
    let commands = ["quiz-join", "quiz-begin", "quiz-set", "quiz-stop"];
    let old = commands.map(|command| old.button(command));
    let menus = bot.press(&ZOE, &old[2], None).await.pressable();
    bot.press(&ZOE, &old[3], None).await;
    let lobby = bot.slash(&ZOE, "quiz start", &[("count", json!(3))]).await;
    for id in &old {
        let late = bot.press(&ADA, id, None).await;
        assert!(late.private() && late.pressable().is_empty(), "{id}: {}", late.text());
    }
    for id in menus {
        let late = bot.press(&ADA, &id, Some(&["race"])).await;
        assert!(late.private() && !late.text().contains("arranged"), "{id}: {}", late.text());
    }
    let begun = bot.press(&ZOE, &lobby.button("quiz-begin"), None).await;
    assert!(begun.text().contains("Question 1 sur 3"), "{}", begun.text());
    let players = bot.standin.know(|inner| {
        inner.edits.iter().any(|(_, body)| body["embeds"].to_string().contains("Ada"))
    });
    assert!(!players, "nobody joined");

    let practice = bot.slash(&ADA, "practice start", &[]).await;
    let stop = practice.button("practice-stop");
    bot.press(&ADA, &stop, None).await;
    bot.slash(&ADA, "practice start", &[]).await;
    let late = bot.press(&ADA, &stop, None).await;
    assert!(
        late.private() && late.text().contains("a round or a question that is over"),
        "{}",
        late.text()
    );
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_what_has_pages_is_turned() {
    let bot = Bot::start().await;
    round(&bot, "choice").await;
    bot.slash(&ADA, "me", &[("boards", json!("hidden"))]).await;
    let forged = [
        "page|0|en|quiz-stop",
        "page|0|en|quiz",
        "page|0|en|daily",
        "page|0|en|privacy-delete|confirm=yes",
        "page|0|en|privacy-export",
        "page|0|en|settings-forget|confirm=yes",
        "page|0|en|ask|question=how many episodes are there?",
        "page|0|en|nothing",
    ];
    for id in forged {
        let refused = bot.press(&ADA, id, None).await;
        assert!(refused.private() && refused.kind == 4, "{id}: {}", refused.text());
        assert!(refused.text().contains("no longer works"), "{id}: {}", refused.text());
    }
    let running = bot.slash(&ADA, "quiz start", &[]).await;
    assert!(running.text().contains("already running here"), "{}", running.text());
    let kept = bot.slash(&ADA, "me", &[]).await;
    assert!(kept.text().contains("not on those across all servers"), "{}", kept.text());
    // What the person alone is to read does not take the place of what everybody reads.
    for id in ["page|0|en|leaderboard|scope=everywhere", "page|0|en|help"] {
        let shown = bot.press(&ADA, id, None).await;
        assert!(shown.private() && shown.kind == 4, "{id}: {}", shown.text());
    }
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_order_is_chosen_from_a_menu_and_a_report_needs_no_words() {
    let bot = Bot::start().await;
    let question = round(&bot, "order").await;
    let menu = &question.data["components"][0]["components"][0];
    assert_eq!(menu["type"], 3, "{menu}");
    let lines = menu["options"].as_array().unwrap();
    let count = question.text().lines().filter(|line| line.contains(".** ")).count();
    assert_eq!(lines.len(), (1..=count).product::<usize>(), "{}", question.text());
    let id = menu["custom_id"].as_str().unwrap();
    assert!(id.starts_with("order|"), "{id}");
    let order = |at: usize| lines[at]["value"].as_str().unwrap();
    bot.press(&ADA, id, Some(&[order(0)])).await;
    let noted = bot.press(&ADA, id, Some(&[order(1)])).await;
    assert!(noted.private() && noted.text().contains("Your answer"), "{}", noted.text());
    for forged in ["", "0", "00", "9876", "0 1 2"] {
        let refused = bot.press(&ZOE, id, Some(&[forged])).await;
        assert!(refused.private(), "{forged}: {}", refused.text());
        assert!(!refused.text().contains("Votre réponse"), "{forged}: {}", refused.text());
    }
    let next = bot.press(&ZOE, id, Some(&[order(lines.len() - 1)])).await;
    assert!(next.text().contains("Question 2 sur 2"), "{}", next.text());
    let report = next.pressable().into_iter().find(|id| id.starts_with("report|")).unwrap();
    let form = bot.press(&ADA, &report, None).await;
    assert_eq!(form.data["components"][0]["components"][0]["required"], false);
    // What is left empty comes back empty, or not at all.
    let id = form.data["custom_id"].as_str().unwrap();
    let said = bot.fill(&ADA, id, "").await;
    assert!(said.text().contains("Your report on the question"), "{}", said.text());
    let mut without = payload::filled(&ZOE, id, "");
    without["data"]["components"] = json!([]);
    let sent = bot.standin.interact(5, without);
    let said = bot.standin.answer(sent).await;
    assert!(said.text().contains("signalement sur la question"), "{}", said.text());
    bot.end().await;
}
