//! Where somebody brings the bot along, and who stands on boards among strangers.

use std::sync::Arc;

use roadbook::store::{Outcome, PersonSettings, Start, Step};
use serde_json::json;

use super::bot::Bot;
use super::payload::{self, ADA, Who, ZOE};
use super::standin::{Answer, StandIn};
use crate::store::fixture::{closing, outcome, start, step};
use crate::talk::router;

/// A command of somebody who installed the bot for themselves, in a server of which it is no member.
async fn brought(
    bot: &Bot,
    who: &Who,
    path: &str,
    options: &[(&str, serde_json::Value)],
) -> Answer {
    let mut made = payload::interaction(who, payload::slash(path, options));
    made["authorizing_integration_owners"] = json!({"1": who.id.to_string()});
    let id = bot.standin.interact(2, made);
    bot.standin.answer(id).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_to_which_somebody_brings_the_bot_stores_nothing() {
    let router = Arc::new(router());
    let bot = Bot::begin(StandIn::start().await, Arc::clone(&router)).await;
    let at_once = [("lobby", json!("no")), ("count", json!(2))];
    let question = brought(&bot, &ADA, "quiz start", &at_once).await;
    assert!(question.text().contains("Question 1 of 2"), "{}", question.text());
    let store = router.store().unwrap();
    assert_eq!(store.servers().await.unwrap(), []);
    assert_eq!(store.seen_in(&ADA.channel.to_string()).await.unwrap().len(), 1);
    let refused = brought(&bot, &ADA, "settings change", &[("count", json!(2))]).await;
    assert!(refused.private(), "{}", refused.text());
    // Where it is a member, it is as before.
    let here = Who { channel: 898, ..ZOE };
    bot.slash(&here, "quiz start", &at_once).await;
    assert_eq!(store.servers().await.unwrap(), [("901".to_owned(), None)]);
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_board_of_all_servers_has_names_and_no_ids_of_strangers() {
    let router = Arc::new(router());
    let store = router.store().unwrap();
    let named = |name| Outcome { name, ..outcome("777", 9) };
    store.start(&start("r", "c", "other")).await.unwrap();
    for (number, name) in [(0, "Sam"), (1, "Sam *S*")] {
        let outcomes = [named(name), outcome("778", 5), outcome("501", 3)];
        let closing = Some(closing(number, "item", &outcomes));
        store.save(&Step { closing, ..step("r", number) }).await.unwrap();
    }
    let bot = Bot::begin(StandIn::start().await, Arc::clone(&router)).await;
    let everywhere = [("scope", json!("everywhere"))];
    let board = bot.slash(&ADA, "leaderboard", &everywhere).await;
    assert!(board.text().contains("Sam *S*: 18 points"), "{}", board.text());
    assert!(board.text().contains("somebody: 10 points"), "{}", board.text());
    assert!(!board.text().contains("<@77"), "{}", board.text());
    // Who stands on no board of all servers is not called anything there any more.
    let hidden = PersonSettings { hidden: true, ..PersonSettings::default() };
    store.set_person("777", &hidden).await.unwrap();
    assert!(store.names(&["777"]).await.unwrap().is_empty());
    store.start(&Start { at: 0, ..start("q", "d", "other") }).await.unwrap();
    let outcomes = [named("Sam")];
    let closing = Some(closing(0, "item", &outcomes));
    store.save(&Step { closing, ..step("q", 0) }).await.unwrap();
    assert!(store.names(&["777"]).await.unwrap().is_empty());
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_hidden_sees_their_place_on_every_page_alone() {
    let router = Arc::new(router());
    let store = router.store().unwrap();
    let people: Vec<String> = (600..625).map(|id| id.to_string()).collect();
    let mut outcomes: Vec<Outcome<'_>> = people.iter().map(|id| outcome(id, 5)).collect();
    outcomes.push(outcome("501", 9));
    store.start(&start("r", "c", "other")).await.unwrap();
    let closing = Some(closing(0, "item", &outcomes));
    store.save(&Step { closing, ..step("r", 0) }).await.unwrap();
    let hidden = PersonSettings { hidden: true, ..PersonSettings::default() };
    store.set_person("501", &hidden).await.unwrap();
    let bot = Bot::begin(StandIn::start().await, Arc::clone(&router)).await;
    let everywhere = [("scope", json!("everywhere"))];
    // A board of Zoé's, which everybody reads: Ada turns it, and reads her own page of it alone.
    let board = bot.slash(&ZOE, "leaderboard", &everywhere).await;
    assert!(!board.private(), "{}", board.text());
    let page = bot.press(&ADA, &board.pressable()[0], None).await;
    assert!(page.private() && page.kind != 7, "{} {}", page.kind, page.text());
    assert!(page.text().contains("<@501>"), "{}", page.text());
    bot.end().await;
}
