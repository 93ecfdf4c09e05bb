//! Whole rounds in a channel: three players, all ways to answer, the clock.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::bot::Bot;
use super::payload::{ADA, Who, ZOE};
use super::standin::{Answer, Inner, StandIn};
use crate::talk::{router_on, store};

const BOB: Who = Who { id: 503, name: "Bob", locale: "de", channel: 801, guild: Some(901) };

/// What can be pressed to answer.
fn options(answer: &Answer) -> Vec<String> {
    answer.pressable().into_iter().filter(|id| id.starts_with("option|")).collect()
}

fn edited_without_buttons(inner: &mut Inner) -> Option<()> {
    // What was told may still be reported.
    let nothing = |body: &Value| !body["components"].to_string().contains("option|");
    inner.edits.iter().any(|(_, body)| body["embeds"].is_null() && nothing(body)).then_some(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_players_play_a_round() {
    let bot = Bot::start().await;
    // Time enough on a machine that is busy with all the other tests.
    let set_up = [
        ("count", json!(3)),
        ("format", json!("choice")),
        ("pace", json!(400)),
        ("lobby", json!("no")),
    ];
    let mut question = bot.slash(&ADA, "quiz start", &set_up).await;
    assert!(!question.private());
    for number in 1..=3 {
        let ids = options(&question);
        assert!((3..=4).contains(&ids.len()), "{:?}", question.data);
        assert!(question.text().contains(&format!("Question {number} of 3")));
        assert!(question.text().contains("<t:"), "Discord counts down");
        // Nothing in the message tells the answer: all ids differ by the position alone.
        let stems: Vec<&str> = ids.iter().map(|id| id.rsplit_once('|').unwrap().0).collect();
        assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{ids:?}");
        let first = bot.press(&ZOE, &ids[0], None).await;
        assert!(first.private() && first.text().contains("Votre réponse"), "{}", first.text());
        let other = bot.press(&ZOE, &ids[1], None).await;
        assert!(other.private(), "an answer can be changed");
        assert!(bot.press(&BOB, &ids[1], None).await.private());
        if number == 1 {
            let translated = bot.press(&ZOE, &question.button("quiz-translate"), None).await;
            assert!(translated.private() && translated.text().contains("Question 1 sur 3"));
            // News are gathered into few edits, and say who has answered, not what.
            let shown = |inner: &mut Inner| {
                let news = |body: &Value| body["embeds"].to_string().contains("2 of 3)");
                inner.edits.iter().find(|(_, body)| news(body)).map(|_| ())
            };
            bot.standin.until("the progress is shown", Duration::from_secs(20), shown).await;
            assert!(bot.standin.know(|inner| inner.edits.len()) <= 2);
        }
        let result = bot.press(&ADA, &ids[0], None).await;
        assert!(!result.private(), "the last answer closes the question for all");
        // What is closed shows no buttons any more, and whoever presses them all the same is told.
        bot.standin.until("the buttons go", Duration::from_secs(20), edited_without_buttons).await;
        bot.standin.know(|inner| inner.edits.clear());
        let late = bot.press(&ADA, &ids[0], None).await;
        assert!(late.private(), "{}", late.text());
        question = result;
    }
    assert!(question.text().contains("The round is over"), "{}", question.text());
    let pressable = question.pressable();
    assert_eq!(pressable[..2], ["do|quiz", "do|quiz-replay"]);
    assert!(pressable[2].starts_with("report|") && pressable[2].ends_with("|3"), "{pressable:?}");
    let again = bot.press(&BOB, "do|quiz", None).await;
    assert!(again.text().contains("5 questions"), "{}", again.text());
    let stopped = bot.press(&Who { id: 504, ..BOB }, &again.button("quiz-stop"), None).await;
    assert!(!stopped.private(), "moderators may, and here everybody is one");
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn news_of_a_question_leave_the_result_above_it() {
    let (standin, store) = (StandIn::start().await, store());
    let bot = Bot::begin(standin.clone(), Arc::new(router_on(store.clone()))).await;
    let set_up = [
        ("count", json!(2)),
        ("format", json!("choice")),
        ("pace", json!(400)),
        ("lobby", json!("no")),
    ];
    let question = bot.slash(&ADA, "quiz start", &set_up).await;
    let next = bot.press(&ADA, &options(&question)[0], None).await;
    let shown = next.data["embeds"].as_array().unwrap().clone();
    assert!(shown.len() > 1, "the result stands above the question: {shown:?}");
    // As it stood there, but for what is below.
    let kept = |body: &Value, news: &str| {
        let embeds = body["embeds"].as_array().unwrap();
        // Of one player it says "not right", of several that nobody was right.
        let answer = |embeds: &[Value]| {
            let told = embeds[0]["description"].as_str().unwrap();
            told.lines().next().unwrap().to_owned()
        };
        assert_eq!(answer(embeds), answer(&shown), "{body}");
        assert_eq!(embeds[1..embeds.len() - 1], shown[1..shown.len() - 1], "{body}");
        assert_eq!(embeds.len(), shown.len());
        assert!(embeds.last().unwrap()["footer"]["text"].to_string().contains(news), "{body}");
    };
    let ids = options(&next);
    assert!(bot.press(&ZOE, &ids[0], None).await.private());
    let news = |inner: &mut Inner| {
        let told = |body: &Value| body["embeds"].to_string().contains("(1 of 2)");
        inner.edits.iter().find(|(_, body)| told(body)).map(|(_, body)| body.clone())
    };
    let edit = bot.standin.until("the progress is shown", Duration::from_secs(20), news).await;
    kept(&edit, "(1 of 2)");
    assert_eq!(edit["components"], next.data["components"]);
    bot.end().await;
    let paused = standin.know(|inner| std::mem::take(&mut inner.edits)).pop().unwrap();
    kept(&paused.1, "is saved");
    // Nor does it go when the round goes on.
    let bot = Bot::begin(standin.clone(), Arc::new(router_on(store))).await;
    let back = |inner: &mut Inner| inner.edits.first().map(|(_, body)| body.clone());
    let back = standin.until("the question is back", Duration::from_secs(20), back).await;
    let embeds = back["embeds"].as_array().unwrap();
    assert_eq!(embeds[..embeds.len() - 1], shown[..shown.len() - 1]);
    assert_eq!(back["components"], next.data["components"]);
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_format_can_be_answered() {
    let bot = Bot::start().await;
    let formats = [
        "choice", "true-or-false", "rumour-or-fact", "pick-all", "order", "match", "number",
        "typed",
    ];
    for (channel, format) in (810..).zip(formats) {
        let who = Who { channel, ..ADA };
        let set_up = [
            ("count", json!(1)),
            ("format", json!(format)),
            ("pace", json!(400)),
            ("lobby", json!("no")),
        ];
        let question = bot.slash(&who, "quiz start", &set_up).await;
        assert!(question.text().contains("Question 1 of 1"), "{format}: {}", question.text());
        let id = question.pressable().remove(0);
        let answer = match id.split('|').next().unwrap() {
            "option" => bot.press(&who, &id, None).await,
            "several" => bot.press(&who, &id, Some(&["0", "1"])).await,
            "order" => bot.press(&who, &id, Some(&[&question.line(0)])).await,
            "type" => {
                let form = bot.press(&who, &id, None).await;
                assert_eq!(form.kind, 9);
                let id = form.data["custom_id"].as_str().unwrap();
                let text = match format {
                    "number" => "42",
                    "typed" => "nobody at all",
                    _ => "1A 2B 3C 4D",
                };
                let wrong = bot.fill(&who, id, "   ").await;
                assert!(wrong.private(), "{format}: {}", wrong.text());
                let answer = bot.fill(&who, id, text).await;
                // With fewer options than letters it is said how to answer.
                if answer.private() { bot.fill(&who, id, "1A 2B 3C").await } else { answer }
            }
            other => panic!("{format} is answered by {other}"),
        };
        assert!(answer.text().contains("The round is over"), "{format}: {}", answer.text());
    }
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_clock_closes_a_question() {
    let bot = Bot::start().await;
    let set_up = [
        ("count", json!(2)),
        ("format", json!("true-or-false")),
        ("pace", json!(50)),
        ("lobby", json!("no")),
    ];
    let question = bot.slash(&ZOE, "quiz start", &set_up).await;
    assert!(question.text().contains("Question 1 sur 2"), "{}", question.text());
    // The connection may be gone meanwhile: the clock does not run on it.
    bot.standin.act(super::standin::Act::Send(json!({"op": 7, "d": null})));
    let next = |inner: &mut Inner| inner.follow_ups.first().cloned();
    let next = bot.standin.until("the next question comes", Duration::from_secs(20), next).await;
    assert!(next.to_string().contains("Question 2 sur 2"), "{next}");
    assert_eq!(next["components"][0]["components"][0]["type"], 2);
    bot.standin.ready().await;
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn practice_stays_private() {
    let bot = Bot::start().await;
    let question = bot.slash(&ADA, "practice start", &[]).await;
    assert!(question.private(), "{}", question.text());
    let stopped = bot.slash(&ADA, "practice stop", &[]).await;
    assert!(stopped.private(), "{}", stopped.text());
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn players_gather_before_a_round() {
    let bot = Bot::start().await;
    let set_up = [("count", json!(2)), ("format", json!("choice")), ("pace", json!(400))];
    let lobby = bot.slash(&ADA, "quiz start", &set_up).await;
    assert!(!lobby.private());
    assert!(
        lobby.text().contains("Playing: Ada.") && lobby.text().contains("<t:"),
        "{}",
        lobby.text()
    );
    let [join, begin, set, _] =
        ["quiz-join", "quiz-begin", "quiz-set", "quiz-stop"].map(|command| lobby.button(command));
    assert_eq!(lobby.pressable().len(), 4);
    let joined = bot.press(&ZOE, &join, None).await;
    assert!(joined.private() && joined.text().contains("Vous participez"), "{}", joined.text());
    let players = |inner: &mut Inner| {
        let both = |body: &Value| body["embeds"].to_string().contains("Playing: Ada and Zoé.");
        inner.edits.iter().find(|(_, body)| both(body)).map(|_| ())
    };
    bot.standin.until("the lobby shows who is there", Duration::from_secs(20), players).await;
    // Only who set it up, or a moderator, arranges it; here everybody is one.
    let settings = bot.press(&ADA, &set, None).await;
    assert!(settings.private());
    let menus = settings.pressable();
    let options: Vec<&str> = menus.iter().map(|id| id.split('|').nth(1).unwrap()).collect();
    assert_eq!(options, ["count", "topic", "format", "difficulty", "mode"]);
    let arranged = bot.press(&ADA, &menus[4], Some(&["race"])).await;
    assert!(
        arranged.private() && arranged.text().contains("set up that way"),
        "{}",
        arranged.text()
    );
    let race = |inner: &mut Inner| {
        let race = |body: &Value| body["embeds"].to_string().contains("2 questions, race mode.");
        inner.edits.iter().find(|(_, body)| race(body)).map(|_| ())
    };
    bot.standin.until("the lobby shows the mode", Duration::from_secs(20), race).await;
    let question = bot.press(&ADA, &begin, None).await;
    assert!(question.text().contains("Question 1 of 2"), "{}", question.text());
    bot.standin.until("its buttons go", Duration::from_secs(20), edited_without_buttons).await;
    let late = bot.press(&ZOE, &begin, None).await;
    assert!(late.private() && late.text().contains("déjà commencé"), "{}", late.text());
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_round_is_saved_at_the_end_and_goes_on_in_the_same_message() {
    let (standin, store) = (StandIn::start().await, store());
    let bot = Bot::begin(standin.clone(), Arc::new(router_on(store.clone()))).await;
    let set_up = [
        ("count", json!(2)),
        ("format", json!("choice")),
        ("pace", json!(400)),
        ("lobby", json!("no")),
    ];
    let question = bot.slash(&ADA, "quiz start", &set_up).await;
    let ids = options(&question);
    let noted = bot.press(&ZOE, &ids[1], None).await;
    assert!(noted.private());
    bot.end().await;
    // It says that it is away, and takes no answers meanwhile.
    let last = standin.know(|inner| inner.edits.last().cloned()).unwrap();
    assert!(last.1.to_string().contains("is saved"), "{}", last.1);
    assert_eq!(last.1["components"], json!([]));
    standin.know(|inner| inner.edits.clear());

    let bot = Bot::begin(standin.clone(), Arc::new(router_on(store))).await;
    let back = |inner: &mut Inner| {
        let open = |body: &Value| body["embeds"].to_string().contains("Question 1 of 2");
        inner.edits.iter().find(|(_, body)| open(body)).cloned()
    };
    let (message, body) =
        standin.until("the question is back", Duration::from_secs(20), back).await;
    assert_eq!(message, last.0, "in the same message");
    assert_eq!(body["components"][0]["components"][0]["custom_id"], json!(ids[0]));
    // The answer from before counts: nobody else is waited for.
    let next = bot.press(&ADA, &ids[0], None).await;
    assert!(next.text().contains("Question 2 of 2"), "{}", next.text());
    bot.end().await;
}
