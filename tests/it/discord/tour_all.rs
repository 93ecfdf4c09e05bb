//! A tour of everything that is registered, with all that can be given to it, in both languages and in all places where
//! the bot can be called: the stand-in holds each body against Discord's rules as it comes.

use std::time::Duration;

use serde_json::{Value, json};

use super::bot::Bot;
use super::payload::{ADA, GROUP, Who, ZOE};
use super::standin::{Answer, Inner};

/// Where no choices are given: what somebody might type.
const TYPED: &[(&str, &[&str])] = &[
    ("article", &["1", "velonews", "99"]),
    ("at", &["2022-03-15", "yesterday"]),
    ("days", &["Monday Friday", "lundi", "never"]),
    ("name", &["pogacar", "quik step"]),
    (
        "question",
        &["how many episodes are there?", "pourquoi uae a refusé", "who won the world cup"],
    ),
    ("team", &["uae", "no such team"]),
    ("time", &["20:30", "25:00"]),
    ("words", &["the year is wrong", "*l’année* est fausse"]),
    ("zone", &["Europe/Paris", "Mars"]),
];

/// What a command is called with: its path, and the options that are given.
type Call = (String, Vec<(String, Value)>);

/// What can be given for an option. Fails for one of which nothing is known here.
fn given(path: &str, option: &Value) -> Vec<Value> {
    if let Some(choices) = option["choices"].as_array().filter(|choices| !choices.is_empty()) {
        return choices.iter().map(|choice| choice["value"].clone()).collect();
    }
    let name = option["name"].as_str().unwrap();
    match option["type"].as_u64().unwrap() {
        4 => vec![json!(1), json!(3), json!(99)],
        6 => vec![json!("501")],
        7 => vec![json!("801")],
        _ => {
            let known = TYPED.iter().find(|(known, _)| *known == name);
            let (_, texts) = known.unwrap_or_else(|| panic!("no example of {name} for {path}"));
            texts.iter().map(|text| json!(text)).collect()
        }
    }
}

/// All calls of all commands: with nothing but what is required, with each value of each option, and with everything.
fn calls(commands: &Value) -> Vec<Call> {
    let mut calls = Vec::new();
    for command in commands.as_array().unwrap().iter().filter(|one| one["type"] == 1) {
        let name = command["name"].as_str().unwrap();
        let options = command["options"].as_array().cloned().unwrap_or_default();
        let subs = options.iter().filter(|option| option["type"] == 1);
        let mut paths: Vec<(String, Vec<Value>)> = subs
            .map(|sub| {
                let own = sub["options"].as_array().cloned().unwrap_or_default();
                (format!("{name} {}", sub["name"].as_str().unwrap()), own)
            })
            .collect();
        if paths.is_empty() {
            paths.push((name.to_owned(), options));
        }
        for (path, options) in paths {
            let all: Vec<(String, bool, Vec<Value>)> = options
                .iter()
                .map(|option| {
                    let name = option["name"].as_str().unwrap().to_owned();
                    (name, option["required"] == true, given(&path, option))
                })
                .collect();
            let first = |wanted: &dyn Fn(bool) -> bool| -> Vec<(String, Value)> {
                let wanted = all.iter().filter(|(_, required, _)| wanted(*required));
                wanted.map(|(name, _, values)| (name.clone(), values[0].clone())).collect()
            };
            let required = first(&|required| required);
            calls.push((path.clone(), required.clone()));
            calls.push((path.clone(), first(&|_| true)));
            for (name, _, values) in &all {
                for value in values {
                    let mut options = required.clone();
                    options.retain(|(other, _)| other != name);
                    options.push((name.clone(), value.clone()));
                    calls.push((path.clone(), options));
                }
            }
        }
    }
    calls
}

async fn call(bot: &Bot, who: &Who, (path, options): &Call) -> Answer {
    let options: Vec<(&str, Value)> =
        options.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    let answer = bot.slash(who, path, &options).await;
    let said = !answer.text().is_empty() || answer.data["attachments"].is_array();
    assert!(said, "{path} {options:?}: {:?}", answer.data);
    answer
}

/// The places: a server, a direct message, a chat of several people to which somebody brought the bot along.
fn places(of: &Who) -> [Who; 3] {
    let direct = Who { channel: 851, guild: None, ..of.clone() };
    [of.clone(), direct.clone(), Who { channel: GROUP, ..direct }]
}

async fn registered(bot: &Bot) -> Value {
    let put = |inner: &mut Inner| (inner.puts > 0).then(|| inner.commands.clone());
    bot.standin.until("the commands are registered", Duration::from_secs(20), put).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_that_is_registered_is_answered_everywhere_in_both_languages() {
    let bot = Bot::start().await;
    let calls = calls(&registered(&bot).await);
    let paths: std::collections::BTreeSet<&str> =
        calls.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths.len(), roadbook::router::COMMANDS.len(), "{paths:?}");
    for of in [&ADA, &ZOE] {
        for place in places(of) {
            // Each call by somebody else: what one has set shall not change what others read.
            for (number, one) in (1_000..).zip(&calls) {
                let who = Who { id: number, ..place.clone() };
                call(&bot, &who, one).await;
                if one.0 == "quiz start" {
                    call(&bot, &who, &("quiz stop".to_owned(), Vec::new())).await;
                }
            }
        }
    }
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_of_the_quiz_is_answered_while_players_gather_and_while_they_play() {
    let bot = Bot::start().await;
    let mut calls = calls(&registered(&bot).await);
    calls.retain(|(path, _)| path.starts_with("quiz ") && path != "quiz start");
    let named = |path: &str, options: &[(&str, Value)]| -> Call {
        let options = options.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        (path.to_owned(), options.collect())
    };
    let stop = named("quiz stop", &[]);
    for of in [&ADA, &ZOE] {
        for place in places(of) {
            for lobby in ["yes", "no"] {
                let options = [("count", json!(2)), ("pace", json!(400)), ("lobby", json!(lobby))];
                let start = named("quiz start", &options);
                for one in &calls {
                    call(&bot, &place, &start).await;
                    call(&bot, &place, one).await;
                    call(&bot, &place, &stop).await;
                }
                // And by buttons.
                let mut at = 0;
                loop {
                    let shown = call(&bot, &place, &start).await;
                    let buttons = shown.pressable();
                    let mut buttons = buttons.iter().filter(|id| id.starts_with("do|"));
                    let Some(button) = buttons.nth(at) else { break };
                    let said = bot.press(&place, button, None).await;
                    assert!(!said.text().is_empty(), "{button}: {:?}", said.data);
                    call(&bot, &place, &stop).await;
                    at += 1;
                }
                assert!(at >= 4, "{at} buttons");
                call(&bot, &place, &stop).await;
            }
        }
    }
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn players_gather_where_others_are_and_nowhere_else() {
    let bot = Bot::start().await;
    let [server, direct, group] = places(&ADA);
    for (place, gathers) in [(server, true), (direct, false), (group, true)] {
        let shown = bot.slash(&place, "quiz start", &[("count", json!(2))]).await;
        assert_eq!(shown.text().contains("Playing: Ada."), gathers, "{}", shown.text());
    }
    bot.end().await;
}
