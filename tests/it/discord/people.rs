//! Boards, statistics, settings and privacy on Discord: mentions, pages, files, buttons that confirm.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use roadbook::store::{PersonSettings, Schedule, ServerSettings};
use serde_json::{Value, json};

use super::bot::Bot;
use super::payload::{self, ADA, Who, ZOE};
use super::standin::{Answer, Inner, ME, StandIn};
use crate::store::fixture::play;
use crate::talk::router;

/// Now, as a process sees it.
fn now() -> Timestamp {
    Timestamp::now()
}

/// A bot whose store has results: Ada and Zoé are equal, and twenty more follow.
async fn after_rounds() -> Bot {
    let router = Arc::new(router());
    let others: Vec<String> = (600..620).map(|id| id.to_string()).collect();
    let mut question = vec![("501", 9), ("502", 9)];
    question.extend(others.iter().map(|id| (id.as_str(), 5)));
    let at = now().as_millisecond();
    play(router.store().unwrap(), ("r", "901"), at, &[&question[..]; 10]).await;
    Bot::begin(StandIn::start().await, router).await
}

/// An interaction of somebody who may nothing that others may not.
async fn slash_without_rights(
    bot: &Bot,
    who: &Who,
    path: &str,
    options: &[(&str, Value)],
) -> Answer {
    let mut interaction = payload::interaction(who, payload::slash(path, options));
    interaction["member"]["permissions"] = json!("2048");
    let id = bot.standin.interact(2, interaction);
    bot.standin.answer(id).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_board_names_people_without_a_ping_and_turns_by_buttons() {
    let bot = after_rounds().await;
    let board = bot.slash(&ADA, "leaderboard", &[]).await;
    assert!(!board.private());
    for line in ["#1 <@501>: 90 points", "#1 <@502>: 90 points", "#3 <@600>: 50 points"] {
        assert!(board.text().contains(line), "{}", board.text());
    }
    assert!(board.text().contains("<@501>: place 1 of 22, 90 points"), "{}", board.text());
    let [next] = &board.pressable()[..] else { panic!("{:?}", board.data) };
    // Whoever turns the page sees their own place, in the language of the board.
    let page = bot.press(&ZOE, next, None).await;
    assert_eq!(page.kind, 7);
    assert!(page.text().contains("#3 <@608>: 50 points"), "{}", page.text());
    assert!(page.text().contains("<@502>: place 1 of 22"), "{}", page.text());
    let buttons = page.pressable();
    assert_eq!(buttons.len(), 2, "before and after");
    let last = bot.press(&ADA, &buttons[1], None).await;
    assert_eq!(last.pressable().len(), 1, "there is no further one");
    let options =
        [("period", json!("week")), ("measure", json!("accuracy")), ("scope", json!("everywhere"))];
    let french = bot.slash(&ZOE, "leaderboard", &options).await;
    assert!(
        french.text().contains("Classement\u{202f}: précision, cette semaine, partout"),
        "{}",
        french.text()
    );
    assert!(french.text().contains("100\u{202f}% de bonnes réponses"), "{}", french.text());
    let alone = Who { channel: 802, guild: None, ..ADA };
    assert!(bot.slash(&alone, "leaderboard", &[]).await.text().contains("everywhere"));
    let nowhere = bot.slash(&alone, "leaderboard", &[("scope", json!("server"))]).await;
    assert!(nowhere.private(), "{}", nowhere.text());
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_has_opted_out_is_seen_by_nobody_else() {
    let bot = after_rounds().await;
    let hidden = bot.slash(&ZOE, "me", &[("boards", json!("hidden"))]).await;
    assert!(hidden.private());
    let everywhere = [("scope", json!("everywhere"))];
    let board = bot.slash(&ADA, "leaderboard", &everywhere).await;
    assert!(!board.text().contains("<@502>"), "{}", board.text());
    let own = bot.slash(&ZOE, "leaderboard", &everywhere).await;
    assert!(own.private() && own.text().contains("<@502>\u{202f}: place 1"), "{}", own.text());
    // Whichever page they turn to, nobody else reads their place.
    let turned = bot.press(&ZOE, &board.pressable()[0], None).await;
    assert!(turned.private() && turned.kind == 4, "{}", turned.text());
    assert!(
        turned.text().contains("<@502>\u{202f}: place 1")
            || turned.text().contains("<@502>: place 1"),
        "{}",
        turned.text()
    );
    let stats = bot.slash(&ADA, "stats", &[("member", json!("502"))]).await;
    assert!(stats.private() && stats.text().contains("In this server"), "{}", stats.text());
    assert!(!stats.text().contains("Everywhere"), "{}", stats.text());
    let alone = Who { channel: 802, guild: None, ..ADA };
    let stats = bot.slash(&alone, "stats", &[("member", json!("502"))]).await;
    assert!(stats.text().contains("nothing to show for <@502>"), "{}", stats.text());
    let own = bot.slash(&ZOE, "stats", &[]).await;
    assert!(own.private() && own.text().contains("Sans-faute"), "{}", own.text());
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn settings_are_for_moderators_and_are_heeded() {
    let bot = Bot::start().await;
    let refused = slash_without_rights(&bot, &ADA, "settings change", &[("count", json!(2))]).await;
    assert!(
        refused.private() && refused.text().contains("Only people who may manage"),
        "{}",
        refused.text()
    );
    let who = "who won the 2022 Tour de France?";
    let open = bot.slash(&ADA, "ask", &[("question", json!(who))]).await;
    assert!(!open.text().contains("||"), "{}", open.text());
    let options = [
        ("language", json!("French")),
        ("count", json!(2)),
        ("spoilers", json!("covered")),
        ("who-starts", json!("moderators")),
        ("allow-channel", json!("801")),
    ];
    let changed = bot.slash(&ADA, "settings change", &options).await;
    assert!(changed.private() && changed.text().contains("<#801>"), "{}", changed.text());
    let covered = bot.slash(&ADA, "ask", &[("question", json!(who))]).await;
    assert!(covered.text().contains("||"), "{}", covered.text());
    let elsewhere = bot.slash(&Who { channel: 898, ..ADA }, "quiz start", &[]).await;
    assert!(elsewhere.private() && elsewhere.text().contains("<#801>"), "{}", elsewhere.text());
    let barred = slash_without_rights(&bot, &ZOE, "quiz start", &[]).await;
    assert!(barred.private() && barred.text().contains("modérateurs"), "{}", barred.text());
    let at_once = [("lobby", json!("no"))];
    let round = bot.slash(&ADA, "quiz start", &at_once).await;
    assert!(round.text().contains("Question 1 sur 2"), "{}", round.text());
    // Who speaks neither language is answered in that of the server, and so are words that tell none.
    let other = Who { id: 503, name: "Uwe", locale: "de", ..ADA };
    assert!(bot.slash(&other, "teams", &[]).await.text().contains("Suivies par la série"));
    let quiet = Who { channel: 866, ..ADA };
    let words = payload::message(&quiet, 62_001, &format!("<@{ME}> xyzzy"));
    bot.standin.event("MESSAGE_CREATE", words);
    let answered = |inner: &mut Inner| {
        let mut posts = inner.posts.iter().filter(|(channel, _)| *channel == 866);
        posts.next().map(|(_, body)| body.to_string())
    };
    let post = bot.standin.until("it is answered", Duration::from_secs(20), answered).await;
    assert!(post.contains("Cela ne semble pas concerner"), "{post}");
    let forget = bot.slash(&ADA, "settings forget", &[]).await;
    let [button] = &forget.pressable()[..] else { panic!("{:?}", forget.data) };
    let refused = {
        let mut press = payload::press(&ZOE, button, None);
        press["member"]["permissions"] = json!("2048");
        let id = bot.standin.interact(3, press);
        bot.standin.answer(id).await
    };
    assert!(
        refused.text().contains("Seules les personnes autorisées à gérer"),
        "{}",
        refused.text()
    );
    let forgotten = bot.press(&ADA, button, None).await;
    assert_eq!(forgotten.kind, 7);
    assert!(forgotten.text().contains("is deleted"), "{}", forgotten.text());
    assert!(bot.slash(&other, "teams", &[]).await.text().contains("Followed by the series"));
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn commands_of_moderators_are_shown_to_them_alone() {
    let bot = Bot::start().await;
    let put = |inner: &mut Inner| (inner.puts > 0).then(|| inner.commands.clone());
    let commands = bot.standin.until("they are registered", Duration::from_secs(20), put).await;
    for command in commands.as_array().unwrap() {
        let needed = if command["name"] == "settings" { json!("32") } else { Value::Null };
        assert_eq!(command["default_member_permissions"], needed, "{}", command["name"]);
    }
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ones_own_language_goes_before_what_discord_says() {
    let bot = Bot::start().await;
    let set = bot.slash(&ADA, "me", &[("language", json!("French"))]).await;
    assert!(set.private() && set.text().contains("C’est enregistré"), "{}", set.text());
    assert!(bot.slash(&ADA, "teams", &[]).await.text().contains("Suivies par la série"));
    assert_eq!(bot.typing(&ADA, "episode", "number", "2").await, ["Épisode 2"]);
    let zones = bot.typing(&ADA, "settings schedule", "zone", "paris").await;
    assert_eq!(zones, ["Europe/Paris"]);
    let stale = bot.press(&ADA, "nonsense", None).await;
    assert!(stale.text().contains("Relancez"), "{}", stale.text());
    let automatic = bot.slash(&ADA, "me", &[("language", json!("automatic"))]).await;
    assert!(automatic.private());
    assert!(bot.slash(&ADA, "teams", &[]).await.text().contains("Followed by the series"));
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_kept_comes_as_a_file_and_goes_by_a_button() {
    let bot = after_rounds().await;
    let shown = bot.slash(&ZOE, "privacy show", &[]).await;
    assert!(shown.private() && shown.text().contains("10 de vos réponses"), "{}", shown.text());
    let exported = bot.slash(&ZOE, "privacy export", &[]).await;
    assert!(exported.private());
    assert_eq!(exported.data["attachments"][0]["filename"], "roadbook.json");
    let (name, text) = bot.standin.know(|inner| inner.files.pop().unwrap());
    assert_eq!(name, "roadbook.json");
    let export: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(export["results"].as_array().unwrap().len(), 10);
    assert!(!text.contains("\"501\""), "nothing of anybody else");
    // A file arrives even where the first answer takes long or is lost on the way.
    bot.standin.fail("/callback", 1, super::standin::What::Lost);
    assert!(bot.slash(&ADA, "privacy export", &[]).await.private());

    let asked = bot.slash(&ZOE, "privacy delete", &[]).await;
    assert!(asked.private() && asked.text().contains("irréversible"), "{}", asked.text());
    assert_eq!(asked.data["components"][0]["components"][0]["style"], 4);
    assert!(bot.slash(&ZOE, "stats", &[]).await.text().contains("Parties"), "nothing is gone yet");
    let gone = bot.press(&ZOE, &asked.pressable()[0], None).await;
    assert_eq!(gone.kind, 7);
    assert!(gone.text().contains("est supprimé") && gone.pressable().is_empty(), "{}", gone.text());
    let board = bot.slash(&ADA, "leaderboard", &[]).await;
    assert!(!board.text().contains("<@502>"), "{}", board.text());
    assert!(bot.slash(&ZOE, "stats", &[]).await.text().contains("rien à compter"));
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_round_starts_by_itself_in_its_channel_by_one_of_several_processes() {
    let router = Arc::new(router());
    let clock = now().to_zoned(jiff::tz::TimeZone::UTC);
    let schedule = Schedule {
        days: (1..=7).collect(),
        hour: clock.hour(),
        minute: clock.minute(),
        zone: "UTC".to_owned(),
        channel: "877".to_owned(),
    };
    let settings = ServerSettings {
        lang: Some("fr".to_owned()),
        questions: Some(3),
        schedule: Some(schedule),
        ..ServerSettings::default()
    };
    router.store().unwrap().set_server("901", &settings).await.unwrap();
    let standin = StandIn::start().await;
    let bot = Bot::begin(standin, Arc::clone(&router)).await;
    let posted = |inner: &mut Inner| (!inner.posts.is_empty()).then_some(());
    bot.standin.until("the round is posted", Duration::from_secs(20), posted).await;
    bot.slash(&ADA, "about", &[]).await;
    // The slot is taken, whoever looks at it next.
    let other = StandIn::start().await;
    // It is one Discord: what the first one posted can be edited by the other.
    let known = bot.standin.know(|inner| inner.messages.clone());
    other.know(|inner| inner.messages.extend(known));
    let other = Bot::begin(other, router).await;
    let posts = || [&bot, &other].map(|bot| bot.standin.know(|inner| inner.posts.clone())).concat();
    // Both have looked by the time they have answered.
    for bot in [&bot, &other] {
        bot.slash(&ADA, "about", &[]).await;
    }
    // The other one may show the question again, whose message it does not know; only one begins the round.
    let mut begun = posts();
    begun.retain(|(_, post)| post.to_string().contains("C’est l’heure d’une partie"));
    let [(channel, message)] = &begun[..] else { panic!("{begun:#?}") };
    assert_eq!(*channel, 877);
    assert!(message.to_string().contains("Question 1 sur 3"), "{message}");
    let id = message["components"][0]["components"][0]["custom_id"].as_str().unwrap();
    let who = Who { channel: 877, ..ZOE };
    let kind = id.split('|').next().unwrap();
    if kind == "option" {
        let answer = bot.press(&who, id, None).await;
        assert!(answer.text().contains("Question 2 sur 3"), "{}", answer.text());
    }
    bot.end().await;
    other.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_needs_time_has_it_in_a_round_with_others() {
    let router = Arc::new(router());
    let slow = PersonSettings { time_factor: Some(3.0), ..PersonSettings::default() };
    router.store().unwrap().set_person("502", &slow).await.unwrap();
    let bot = Bot::begin(StandIn::start().await, router).await;
    let seconds = |answer: &Answer| -> u64 {
        let text = answer.text();
        let at = text.find("You have ").unwrap_or_else(|| panic!("{text}"));
        text[at + 9..].split(' ').next().unwrap().parse().unwrap()
    };
    let set_up = [("count", json!(3)), ("format", json!("true-or-false")), ("lobby", json!("no"))];
    let first = bot.slash(&ADA, "quiz start", &set_up).await;
    assert!(seconds(&first) < 36);
    bot.slash(&ZOE, "quiz join", &[]).await;
    bot.press(&ZOE, &first.pressable()[0], None).await;
    let second = bot.press(&ADA, &first.pressable()[0], None).await;
    assert!(seconds(&second) >= 36, "{}", second.text());
    bot.end().await;
}
