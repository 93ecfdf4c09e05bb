//! A tour of all commands, in both languages: each body is held against Discord's rules as it comes.

use std::time::Duration;

use serde_json::{Value, json};

use super::bot::Bot;
use super::payload::{self, ADA, Who, ZOE};
use super::standin::ME;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_command_is_answered_in_both_languages() {
    let bot = Bot::start().await;
    let calls: &[(&str, &[(&str, Value)])] = &[
        ("ask", &[("question", json!("how many episodes are there?"))]),
        ("ask", &[("question", json!("why did uae refuse"))]),
        ("ask", &[("question", json!("who won the world cup"))]),
        ("ask", &[("question", json!("which teams are featured?"))]),
        ("teams", &[]),
        ("teams", &[("team", json!("uae"))]),
        ("teams", &[("team", json!("no such team"))]),
        ("series", &[]),
        ("episode", &[("number", json!(1))]),
        ("episode", &[("number", json!(99))]),
        ("who", &[("name", json!("pogacar"))]),
        ("who", &[("name", json!("quik step"))]),
        ("timeline", &[]),
        ("timeline", &[("at", json!("2022-03-15"))]),
        ("timeline", &[("at", json!("yesterday"))]),
        ("rumours", &[]),
        ("sources", &[]),
        ("sources", &[("article", json!("1"))]),
        ("sources", &[("article", json!("4"))]),
        ("help", &[]),
        ("about", &[]),
    ];
    for who in [&ADA, &ZOE, &Who { channel: 802, guild: None, ..ZOE }] {
        for (path, options) in calls {
            let answer = bot.slash(who, path, options).await;
            assert_eq!(answer.kind, 4, "{path}");
            assert!(!answer.text().is_empty(), "{path}");
            assert!(answer.after < Duration::from_secs(3), "{path}");
        }
    }
    let english = bot.slash(&ADA, "teams", &[]).await.text();
    assert!(english.contains("Followed by the series"), "{english}");
    let french = bot.slash(&ZOE, "teams", &[]).await.text();
    assert!(french.contains("Suivies par la série"), "{french}");
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_turn_in_the_language_of_who_asked() {
    let bot = Bot::start().await;
    let first = bot.slash(&ZOE, "sources", &[("article", json!("1"))]).await;
    let mut next = first.pressable();
    assert_eq!(next.len(), 1, "there is a next page, and none before");
    let (mut pages, mut last) = (1, first);
    while let Some(id) = next.last().filter(|_| pages == 1 || next.len() == 2) {
        let page = bot.press(&ADA, id, None).await;
        assert_eq!(page.kind, 7, "in the place of the page before");
        assert_ne!(page.text(), last.text());
        assert_eq!(page.data["embeds"][0]["title"], last.data["embeds"][0]["title"]);
        pages += 1;
        next = page.pressable();
        last = page;
    }
    assert!(pages > 1);
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_typed_is_completed() {
    let bot = Bot::start().await;
    let teams = bot.typing(&ADA, "teams", "team", "").await;
    assert!(teams.len() > 8, "{teams:?}");
    assert_eq!(bot.typing(&ADA, "teams", "team", "jumb").await, ["Jumbo-Visma"]);
    let slip = bot.typing(&ADA, "who", "name", "pogacer").await;
    assert!(slip.iter().any(|name| name.contains("Pogačar")), "{slip:?}");
    for typed in ["2", "épisode 2"] {
        assert_eq!(bot.typing(&ZOE, "episode", "number", typed).await, ["Épisode 2"]);
    }
    for typed in ["velo", "VeloNws"] {
        let articles = bot.typing(&ZOE, "sources", "article", typed).await;
        let velonews = articles.iter().all(|name| name.contains("VeloNews"));
        assert!(velonews && !articles.is_empty(), "{articles:?}");
    }
    // Nothing is typed yet, or nothing that there is: as much as Discord takes, and no more.
    for who in [&ADA, &ZOE] {
        for (path, option) in [
            ("teams", "team"),
            ("who", "name"),
            ("sources", "article"),
            ("ask", "question"),
            ("timeline", "at"),
        ] {
            let all = bot.typing(who, path, option, "").await;
            assert!((2..=25).contains(&all.len()), "{path}: {all:?}");
            assert!(bot.typing(who, path, option, "qqzzxx ||@everyone||").await.len() <= 25);
        }
    }
    for typed in ["how mny episods", "how many epsio"] {
        let slip = bot.typing(&ADA, "ask", "question", typed).await;
        let likely = slip.iter().take(3).any(|one| one.contains("How many episodes"));
        assert!(likely, "{typed}: {slip:?}");
    }
    let slip = bot.typing(&ZOE, "ask", "question", "quelles équipe suivi").await;
    assert!(slip.iter().any(|one| one.contains("équipes")), "{slip:?}");
    let days = bot.typing(&ADA, "timeline", "at", "2022-03").await;
    assert_eq!(days, ["2022-03-04", "2022-03-31"]);
    let questions = bot.typing(&ADA, "ask", "question", "how many epis").await;
    assert!(questions[0].contains("How many episodes"), "{questions:?}");
    let questions = bot.typing(&ZOE, "ask", "question", "combien d’épis").await;
    assert!(questions[0].contains("épisodes"), "{questions:?}");
    assert!(bot.typing(&ADA, "ask", "question", &"x".repeat(6_000)).await.is_empty());
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn commands_are_registered_once() {
    let bot = Bot::start().await;
    let put = |inner: &mut super::standin::Inner| (inner.puts > 0).then_some(());
    bot.standin.until("the commands are registered", Duration::from_secs(20), put).await;
    let (standin, commands) =
        (bot.standin.clone(), bot.standin.know(|inner| inner.commands.clone()));
    bot.end().await;
    let names = |lang: &str| -> Vec<String> {
        let of = |one: &Value| match lang {
            "en" => one["name"].clone(),
            lang => one["name_localizations"][lang].clone(),
        };
        let mut names: Vec<String> = commands
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|command| {
                let name = of(command).as_str().unwrap().to_owned();
                let options = command["options"].as_array().cloned().unwrap_or_default();
                let subs: Vec<String> = options
                    .iter()
                    .filter(|option| option["type"] == 1)
                    .map(|option| format!("{name} {}", of(option).as_str().unwrap()))
                    .collect();
                if subs.is_empty() { vec![name] } else { subs }
            })
            .collect();
        names.sort();
        names
    };
    let (english, french) = (names("en"), names("fr"));
    for name in ["teams", "ask", "quiz start", "quiz stop", "Ask Roadbook about this"] {
        assert!(english.contains(&name.to_owned()), "{english:?}");
    }
    for name in ["équipes", "demander", "quiz lancer", "quiz arrêter", "Demander à Roadbook"] {
        assert!(french.contains(&name.to_owned()), "{french:?}");
    }
    // A second start finds them as they should be.
    standin.know(|inner| inner.requests.clear());
    let again = Bot::start_with(standin.clone()).await;
    let listed = |inner: &mut super::standin::Inner| {
        inner
            .requests
            .iter()
            .any(|one| one.starts_with("GET") && one.ends_with("/commands"))
            .then_some(())
    };
    standin.until("the list is looked at", Duration::from_secs(20), listed).await;
    again.slash(&ADA, "about", &[]).await;
    again.end().await;
    assert_eq!(standin.know(|inner| inner.puts), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_answers_where_it_is_spoken_to_and_nowhere_else() {
    let bot = Bot::start().await;
    let say = |who: &Who, id: u64, text: &str| {
        bot.standin.event("MESSAGE_CREATE", payload::message(who, id, text));
    };
    // Silence where nobody speaks to it, and where a bot does.
    say(&ADA, 61_001, "how many episodes are there?");
    let mut other = payload::message(&ADA, 61_002, &format!("<@{ME}> how many episodes?"));
    other["author"]["bot"] = json!(true);
    bot.standin.event("MESSAGE_CREATE", other);
    say(&ADA, 61_003, &format!("<@{ME}> how many episodes are there?"));
    say(&Who { channel: 803, guild: None, ..ZOE }, 61_004, "combien y a-t-il d’épisodes ?");
    let posts = bot
        .standin
        .until("both are answered", Duration::from_secs(20), |inner| {
            (inner.posts.len() >= 2).then(|| inner.posts.clone())
        })
        .await;
    assert_eq!(posts.len(), 2);
    let of = |channel: u64| posts.iter().find(|(one, _)| *one == channel).unwrap().1.clone();
    assert_eq!(of(801)["message_reference"]["message_id"], "61003");
    assert!(of(801).to_string().contains("eight"));
    assert!(of(803).to_string().contains("huit"));
    let id = bot.standin.interact(
        2,
        payload::interaction(&ADA, payload::about_message(&ADA, "how many episodes are there?")),
    );
    assert!(bot.standin.answer(id).await.text().contains("eight"));
    let id = bot.standin.interact(2, payload::interaction(&ADA, payload::about_message(&ADA, " ")));
    assert!(bot.standin.answer(id).await.private());
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_said_again_is_said_to_each_in_their_way() {
    let bot = Bot::start().await;
    let [english, french] =
        [bot.slash(&ADA, "teams", &[]).await, bot.slash(&ZOE, "teams", &[]).await];
    assert_ne!(english.text(), french.text());
    assert_eq!(bot.slash(&ADA, "teams", &[]).await.data, english.data);
    assert_eq!(bot.slash(&ZOE, "teams", &[]).await.data, french.data);
    // A page that is turned takes the place of the message, whether it was shown before or not.
    for _ in 0..2 {
        let turned = bot.press(&ZOE, "page|0|en|teams", None).await;
        assert_eq!((english.kind, turned.kind), (4, 7));
        assert_eq!(turned.data, english.data);
    }
    let asked = [("question", json!("how long is episode 5?"))];
    let first = bot.slash(&ADA, "ask", &asked).await;
    assert_eq!(bot.slash(&ADA, "ask", &asked).await.data, first.data);
    bot.end().await;
}
