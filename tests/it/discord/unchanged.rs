//! Hostile input at random, from the event to the store: a private refusal each time, and not one row is another.

use std::sync::Arc;
use std::time::Duration;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::bot::Bot;
use super::payload::{self, ADA, Who, ZOE};
use super::standin::{Answer, Inner, StandIn};
use crate::store::fixture::{Fresh, on_each, rows};
use crate::talk::router_on;

/// How many are tried on each database.
const CASES: usize = 400;
/// How many are tried on the same rounds.
const BATCH: usize = 50;

const BOB: Who = Who { id: 503, name: "Bob", locale: "de", channel: 802, guild: Some(901) };
/// Somebody who plays nowhere and may do nothing.
const EVE: Who = Who { id: 599, name: "Eve", locale: "en-US", channel: 801, guild: Some(901) };

/// What nobody can mean.
const NONSENSE: &[&str] = &[
    "**@everyone** <@501> `x` ||y|| [a](http://b) # z",
    "'; DROP TABLE rounds; --",
    "\u{202e}\u{0}\u{fffd}",
    "-1",
    "maybe",
    "99999999999999999999",
    "{{count}}",
];

/// An interaction that must change nothing: its kind, and the rest of it.
type Hostile = (u8, Value);

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        select(NONSENSE).prop_map(str::to_owned),
        Just("é".repeat(6_000)),
        "[|=a-z0-9<@>*#]{5,60}!",
    ]
}

/// Somebody who is not allowed anything.
fn by(who: &Who, data: Value) -> Value {
    let mut made = payload::interaction(who, data);
    if let Some(member) = made.get_mut("member") {
        member["permissions"] = json!("0");
    }
    made
}

fn pressed(who: &Who, id: &str, values: Option<Vec<String>>) -> Hostile {
    let values: Option<Vec<&str>> =
        values.as_ref().map(|values| values.iter().map(String::as_str).collect());
    let mut made = payload::press(who, id, values.as_deref());
    made["member"]["permissions"] = json!("0");
    (3, made)
}

/// What is pressed: on rounds where it is open to somebody else, or to nobody.
fn presses(own: &str, other: &str) -> impl Strategy<Value = Hostile> + use<> {
    let number = || prop_oneof![Just(0_u64), 3..9_u64, Just(u64::MAX)];
    let (open, beyond) = (format!("option|{own}|2|"), format!("option|{own}|2|"));
    let (foreign, round) = (format!("option|{other}|1|"), format!("option|{own}|"));
    let (menu, foreign_menu) = (format!("several|{own}|2"), format!("several|{other}|1"));
    prop_oneof![
        // Whoever does not play presses what the players see.
        (0..4_u32).prop_map(move |at| pressed(&EVE, &format!("{open}{at}"), None)),
        select(
            &["do|quiz-hint", "do|quiz-skip", "do|quiz-stop", "do|quiz-join", "do|quiz-begin"][..]
        )
        .prop_map(|id| pressed(&EVE, id, None)),
        // A player presses something of another channel.
        (0..4_u32).prop_map(move |at| pressed(&ADA, &format!("{foreign}{at}"), None)),
        // … or of a question that is over, or comes later, or an option that there is not.
        (number(), 0..9_u32).prop_map(move |(number, at)| pressed(
            &ADA,
            &format!("{round}{number}|{at}"),
            None
        )),
        (4..999_u32).prop_map(move |at| pressed(&ZOE, &format!("{beyond}{at}"), None)),
        prop::collection::vec("[0-9]{1,3}|x", 2..5).prop_map(move |values| pressed(
            &ADA,
            &menu,
            Some(values)
        )),
        prop::collection::vec("[0-9]{1,3}|x", 1..5).prop_map(move |values| pressed(
            &ADA,
            &foreign_menu,
            Some(values)
        )),
        // Ids that this bot never wrote.
        "(option|several|type|typed|report|reported|share|set|confirm|do|ask)?\\|\\PC{0,60}"
            .prop_map(|id| pressed(&EVE, &id, None)),
        select(
            &[
                "page|0|en|quiz|count=5|lobby=no",
                "page|0|en|quiz-stop",
                "page|0|en|settings-forget|confirm=yes",
                "page|0|en|privacy-delete|confirm=yes",
                "page|0|en|me|pace=300",
                "page|0|en|daily",
                "page|1|fr|practice",
                "page|1|fr|report|words=x",
            ][..]
        )
        .prop_map(|id| pressed(&EVE, id, None)),
        ("set\\|(count|topic|format|mode|bonus|pace|[a-z]{1,8})", text())
            .prop_map(|(id, value)| pressed(&EVE, &id, Some(vec![value]))),
        Just(pressed(&EVE, "confirm|settings-forget", None)),
    ]
}

/// Forms that were not opened, or are filled in by somebody else.
fn forms(own: String, other: String) -> impl Strategy<Value = Hostile> {
    let round = select(vec![own, other, "0000000000000000".to_owned(), String::new()]);
    let who =
        select(vec![EVE, Who { channel: 803, ..ADA }, Who { channel: 803, guild: None, ..BOB }]);
    (who, select(vec!["typed", "reported"]), round, 0..9_u32, text()).prop_map(
        |(who, kind, round, number, text)| {
            // In the channel of a round everybody may report what was told there.
            let number = if kind == "reported" { number + 2 } else { number };
            (5, payload::filled(&who, &format!("{kind}|{round}|{number}"), &text))
        },
    )
}

/// Commands with values that they do not take, or of somebody who may not use them.
fn commands() -> impl Strategy<Value = Hostile> {
    let slash = |channel: u64, path: &str, options: &[(&str, Value)]| {
        (2, by(&Who { channel, ..EVE }, payload::slash(path, options)))
    };
    let far = || prop_oneof![Just(i64::MIN), Just(-1), Just(0), Just(100_000), Just(i64::MAX)];
    let word = select(&["topic", "format", "difficulty", "mode", "bonus", "lobby"][..]);
    let set = select(&["language", "difficulty", "spoilers", "starters"][..]);
    let path = select(
        &["quiz stop", "quiz begin", "quiz set", "quiz hint", "quiz skip", "quiz leave"][..],
    );
    prop_oneof![
        text().prop_map(move |text| slash(804, "ask", &[("question", json!(text.repeat(60)))])),
        (word, text()).prop_map(move |(name, text)| slash(
            804,
            "quiz start",
            &[(name, json!(text))]
        )),
        (select(&["count", "pace"][..]), far()).prop_map(move |(name, far)| slash(
            804,
            "quiz start",
            &[(name, json!(far))]
        )),
        path.prop_map(move |path| slash(801, path, &[])),
        (set, text()).prop_map(move |(name, text)| slash(
            801,
            "settings change",
            &[(name, json!(text))]
        )),
        far().prop_map(move |far| slash(801, "settings change", &[("count", json!(far))])),
        Just(slash(801, "settings forget", &[("confirm", json!("yes"))])),
        (text(), text()).prop_map(move |(time, zone)| {
            slash(801, "settings schedule", &[("time", json!(time)), ("zone", json!(zone))])
        }),
        (select(&["language", "boards", "rating"][..]), text())
            .prop_map(move |(name, text)| slash(801, "me", &[(name, json!(text))])),
        far().prop_map(move |far| slash(801, "me", &[("pace", json!(far))])),
        text().prop_map(move |text| slash(801, "daily", &[("day", json!(text))])),
        text().prop_map(move |text| slash(803, "practice start", &[("topic", json!(text))])),
        text().prop_map(move |text| slash(803, "report", &[("words", json!(text))])),
        text().prop_map(move |text| slash(803, "privacy delete", &[("confirm", json!(text))])),
        text().prop_map(move |text| slash(803, &text, &[])),
    ]
}

/// Any of these, perhaps without what it should have, perhaps in a language that there is not.
fn hostile(own: String, other: String) -> impl Strategy<Value = Hostile> {
    let lacking =
        select(&["", "", "", "member", "user", "guild_id", "guild_locale", "locale", "data"][..]);
    let locale = prop_oneof![Just(None), "[a-zA-Z-]{0,9}".prop_map(Some)];
    let kinds = prop_oneof![3 => presses(&own, &other), 1 => forms(own, other), 2 => commands()];
    (kinds, lacking, locale).prop_map(|((kind, mut made), lacking, locale)| {
        if let Some(locale) = locale {
            made["locale"] = json!(locale);
        }
        made.as_object_mut().unwrap().remove(lacking);
        (kind, made)
    })
}

/// The id of the round whose question is asked.
fn round_of(answer: &Answer) -> String {
    let ids = answer.pressable();
    ids[0].split('|').nth(1).unwrap().to_owned()
}

/// Begins two rounds: one that nobody joins any more, at its second question, and one somewhere else.
async fn begin(bot: &Bot) -> [String; 2] {
    let set_up = |mode: &str| {
        [
            ("count", json!(3)),
            ("format", json!("choice")),
            ("pace", json!(400)),
            ("mode", json!(mode)),
            ("lobby", json!("no")),
        ]
    };
    let first = bot.slash(&ADA, "quiz start", &set_up("elimination")).await;
    let option = &first.pressable()[0];
    bot.press(&ZOE, option, None).await;
    let second = bot.press(&ADA, option, None).await;
    assert!(second.text().contains("Question 2 of 3"), "{}", second.text());
    let other = bot.slash(&BOB, "quiz start", &set_up("classic")).await;
    [round_of(&second), round_of(&other)]
}

/// The rows once nothing more is written: what was shown is written down a moment later.
async fn settled(url: &str) -> Vec<String> {
    let mut before = rows(url, &["beats"]).await;
    loop {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let now = rows(url, &["beats"]).await;
        if now == before {
            return now;
        }
        before = now;
    }
}

/// Rows without those of servers that have set nothing, and without when a server was found to be left: the listing of servers
/// after a start may come at any time.
fn lasting(rows: Vec<String>) -> Vec<String> {
    let lasts = |row: String| {
        let of_a_server = row.starts_with("servers ");
        match row.split_once(", left_at: ") {
            Some((kept, _)) if of_a_server => {
                (!kept.ends_with("settings: Some(\"\")")).then(|| kept.to_owned())
            }
            _ => Some(row),
        }
    };
    rows.into_iter().filter_map(lasts).collect()
}

/// What is said to an interaction, also where a press was only seen at first.
async fn answer(standin: &StandIn, id: u64) -> Answer {
    let answer = standin.answer(id).await;
    if answer.kind != 6 {
        return answer;
    }
    let said = |inner: &mut Inner| inner.interactions[&id].follow_ups.first().cloned();
    let data = standin.until("a press is answered", Duration::from_secs(20), said).await;
    Answer { data, ..answer }
}

#[test]
fn hostile_input_changes_nothing() {
    on_each(|Fresh { store, url }| async move {
        let standin = StandIn::start().await;
        let bot = Bot::begin(standin.clone(), Arc::new(router_on(store))).await;
        let mut runner = TestRunner::deterministic();
        // A question does not wait for a slow machine: there are new ones before their time is up.
        for batch in 0..CASES / BATCH {
            let [own, other] = begin(&bot).await;
            let hostile = hostile(own, other);
            let before = lasting(settled(&url).await);
            for case in 0..BATCH {
                let (kind, made) = hostile.new_tree(&mut runner).unwrap().current();
                let told = made.to_string();
                let id = standin.interact(kind, made);
                let answer = answer(&standin, id).await;
                // What was to be confirmed takes the place of its button; what comes late is waited for.
                let refused = answer.private() && matches!(answer.kind, 4..=7);
                assert!(refused, "{batch}.{case}: {told}: {}", answer.text());
                assert!(!answer.text().trim().is_empty(), "{told}");
                let now = lasting(rows(&url, &["beats"]).await);
                let other: Vec<&String> = now.iter().filter(|row| !before.contains(row)).collect();
                assert!(now == before, "{batch}.{case}: {told} changed {other:#?}");
            }
            for who in [&ADA, &BOB] {
                let over = bot.slash(who, "quiz stop", &[]).await;
                assert!(!over.private(), "{}", over.text());
            }
        }
        bot.end().await;
    });
}
