//! Where a server has it covered, no quiz gives away how the race ended.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::facts::Facts;
use roadbook::quiz::{Format, Item};
use roadbook::router::Router;
use roadbook::store::{ServerSettings, Spoilers};
use serde_json::{Value, json};

use super::bot::Bot;
use super::payload::{ADA, ZOE};
use super::standin::{Answer, StandIn};
use crate::talk::router;

const DAY: i64 = 86_400;

fn telling(facts: &Facts, id: &str) -> bool {
    facts.statement(id).is_some_and(|one| one.spoiler)
}

/// An item of each format that asks how the race ended.
fn items(router: &Router) -> Vec<Item> {
    let mut chance = ChaCha8Rng::seed_from_u64(3);
    let all = router.pool().all(router.facts(), &mut chance);
    let about = all.filter(|item| telling(router.facts(), &item.statement));
    // Who is alone is always the closest.
    let about = about.filter(|item| item.format != Format::Number);
    about.map(|item| (item.format, item)).collect::<BTreeMap<_, _>>().into_values().collect()
}

async fn covered(router: &Router) {
    let settings = ServerSettings { spoilers: Spoilers::Barred, ..ServerSettings::default() };
    router.store().unwrap().set_server("901", &settings).await.unwrap();
}

/// Everything of a message that is not behind bars.
fn open(answer: &Answer) -> String {
    let text = answer.data["embeds"].to_string();
    text.split("||").step_by(2).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_answer_to_a_question_is_covered_with_the_fact_that_it_rests_on() {
    let router = Arc::new(router());
    covered(&router).await;
    let items = items(&router);
    assert!(items.len() >= 3, "{:?}", items.iter().map(|item| item.format).collect::<Vec<_>>());
    let today = Timestamp::now().as_second().div_euclid(DAY);
    let store = router.store().unwrap();
    store.settle_day(today, &serde_json::to_string(&items).unwrap()).await.unwrap();
    store.settle_day(today - 1, &serde_json::to_string(&items).unwrap()).await.unwrap();
    let bot = Bot::begin(StandIn::start().await, Arc::clone(&router)).await;
    for (who, answers) in [
        (&ADA, ["The answer is", "The answers are"]),
        (&ZOE, ["La réponse est", "Les réponses sont"]),
    ] {
        let mut question = bot.slash(who, "daily", &[]).await;
        for item in &items {
            let skip = question.pressable().into_iter().find(|id| id.contains("quiz-skip"));
            question = bot.press(who, &skip.unwrap(), None).await;
            let told = question.text();
            assert!(told.contains("||"), "{told}");
            let open = open(&question);
            for answer in answers {
                assert!(!open.contains(answer), "{:?}: {open}", item.format);
            }
        }
        let yesterday = bot.slash(who, "daily", &[("day", json!("yesterday"))]).await;
        for answer in answers {
            assert!(!open(&yesterday).contains(answer), "{}", yesterday.text());
        }
    }
    bot.end().await;
}

/// The ids of all statements that the questions of a round are about, or offer in words.
fn asked(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| asked(one, found)),
        Value::Object(fields) => {
            for (key, value) in fields {
                match (key.as_str(), value) {
                    ("claim", Value::Array(claim)) => {
                        found.extend(claim.first().and_then(Value::as_str).map(str::to_owned));
                    }
                    // Its own statement, but not what proves an option wrong: that is not shown with the question.
                    ("item", item) => {
                        found.extend(item["statement"].as_str().map(str::to_owned));
                        asked(item, found);
                    }
                    ("event", Value::String(id)) => found.push(id.clone()),
                    (_, value) => asked(value, found),
                }
            }
        }
        _ => {}
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rounds_do_not_ask_it_where_it_is_covered() {
    let router = Arc::new(router());
    covered(&router).await;
    let bot = Bot::begin(StandIn::start().await, Arc::clone(&router)).await;
    let formats = ["any", "choice", "true-or-false", "pick-all", "order", "match", "typed"];
    let mut all = Vec::new();
    for (channel, format) in (860..).zip(formats) {
        let who = super::payload::Who { channel, ..ADA };
        let mut set_up = vec![("count", json!(50)), ("lobby", json!("no"))];
        set_up.extend((format != "any").then(|| ("format", json!(format))));
        bot.slash(&who, "quiz start", &set_up).await;
        let row = router.store().unwrap().round_in(&channel.to_string()).await.unwrap();
        let row = row.unwrap_or_else(|| panic!("no round of {format}"));
        asked(&serde_json::from_str(&row.state).unwrap(), &mut all);
    }
    assert!(all.len() > 100, "{}", all.len());
    all.retain(|id| telling(router.facts(), id));
    assert!(all.is_empty(), "{all:?}");
    bot.end().await;
}
