//! What is kept of people who only began something, and that all of it goes.

use jiff::Timestamp;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::facts::Lang;
use roadbook::reply::{Part, Reply};
use roadbook::request::{Action, LangFrom, Person, Request};
use roadbook::router::Router;
use roadbook::store::Store;
use serde_json::Value;

use crate::daily::Visit;
use crate::store::fixture::{NOON, file};
use crate::store::privacy::dump;
use crate::talk::{router, router_on, wait_for};

const FROM: &str = "2026-11-21T12:00:00Z";

/// What is said to a command of somebody, in a direct message.
fn direct(router: &Router, id: &str, options: &[(&str, &str)], at: i64) -> Reply {
    // Each command has chances of its own, or two rounds would have the same id.
    let mut chance = ChaCha8Rng::seed_from_u64(u64::try_from(at).unwrap());
    let at = Timestamp::from_millisecond(NOON + at).unwrap();
    let options = options.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    let request = Request {
        person: Person { id: "70007".to_owned(), name: "Zedekiah".to_owned() },
        place: "channel of 70007s".to_owned(),
        server: String::new(),
        lang: Lang::En,
        lang_from: LangFrom::Settled,
        crowd: false,
        moderator: false,
        manager: false,
        at,
        action: Action::Command { id: id.to_owned(), options },
    };
    wait_for(router.handle(&request, at, &mut chance))
}

fn file_of(reply: &Reply) -> Value {
    let text = reply.parts.iter().find_map(|part| match part {
        Part::File(file) => Some(&file.text),
        _ => None,
    });
    serde_json::from_str(text.unwrap()).unwrap()
}

#[test]
fn who_only_began_a_round_is_told_that_it_is_kept() {
    let router = router();
    let mut zed = Visit::new(&router, Lang::En, "Zed", FROM);
    zed.says("/quiz 2 format:choice");
    zed.says("/quiz hint");
    zed.says("/quiz stop");
    let shown = zed.says("/privacy");
    assert!(shown.contains("One round in which you stand with your name"), "{shown}");
    let export = zed.says("/privacy export");
    let export = &export[export.find('{').unwrap()..];
    let export: Value = serde_json::from_str(export).unwrap();
    let [round] = &export["rounds"].as_array().unwrap()[..] else { panic!("{export}") };
    assert_eq!(round["own"]["player"]["name"], "Zed");
    assert_eq!(round["own"]["started"], true);
    assert_eq!(round["own"]["hinted"], true);
    assert!(round["state"].is_null(), "the rest is of others");
    let mut bo = Visit::new(&router, Lang::En, "Bo", FROM);
    assert!(bo.says("/privacy").contains("Nothing about you is stored"));
}

#[test]
fn a_part_of_a_round_has_nothing_of_anybody_else() {
    let router = router();
    let mut ada = Visit::new(&router, Lang::En, "Ada", FROM);
    for line in ["/quiz 3 format:choice pace:400", "/as Zebulon", "/quiz join", "a", "/as Ada", "b"]
    {
        ada.says(line);
    }
    let export = ada.says("/privacy export");
    let export = &export[export.find('{').unwrap()..];
    assert!(!export.to_lowercase().contains("zebulon"), "{export}");
    let export: Value = serde_json::from_str(export).unwrap();
    let own = &export["rounds"][0]["own"];
    assert_eq!(own["closed"][0]["given"]["name"], "Ada");
    assert_eq!(own["player"]["points"], export["results"][0]["points"]);
    assert_eq!(export["people"][0]["name"], "Ada");
}

#[test]
fn rounds_that_nobody_answered_go_with_their_places() {
    let url = format!("sqlite:{}", file("unanswered").display());
    let router = router_on(wait_for(Store::open(&url)).unwrap());
    for (at, id) in (0..).zip(["practice", "practice-stop", "daily", "quiz", "quiz-stop", "quiz"]) {
        direct(&router, id, &[], at * 1_000);
    }
    let named = |texts: Vec<String>| -> Vec<String> {
        let marks = ["70007", "zedekiah", "practice:", "daily:"];
        let named = |text: &String| marks.iter().any(|mark| text.to_lowercase().contains(mark));
        texts.into_iter().filter(named).collect()
    };
    let before = named(wait_for(dump(&url)));
    for mark in
        ["rounds: practice:", "rounds: daily:", "rounds: channel of", "seen: place:channel of"]
    {
        assert!(before.iter().any(|text| text.starts_with(mark)), "{mark}: {before:#?}");
    }
    let export = file_of(&direct(&router, "privacy-export", &[], 9_000));
    assert_eq!(export["rounds"].as_array().unwrap().len(), 4, "{export:#}");
    let gone = direct(&router, "privacy-delete", &[("confirm", "yes")], 10_000);
    assert!(format!("{gone:?}").contains("is deleted"), "{gone:?}");
    let left = named(wait_for(dump(&url)));
    assert!(left.is_empty(), "{left:#?}");
}
