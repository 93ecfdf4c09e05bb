//! Reports, broken items, no repeats: what is asked, and what is not asked any more.

use std::collections::HashSet;

use jiff::Timestamp;
use roadbook::facts::Lang;
use roadbook::quiz::{Format, Theme};
use roadbook::router::Router;
use roadbook::store::{Closing, Outcome, Rest, Store};

use crate::daily::Visit;
use crate::store::fixture::{DAY, NOON, file, start, step};
use crate::talk::{router, router_on, wait_for};

/// When visits begin.
const FROM: &str = "2026-11-21T12:00:00Z";

fn noon() -> Timestamp {
    Timestamp::from_millisecond(NOON).unwrap()
}

/// The frames of one kind of questions.
fn frames(router: &Router, theme: Theme, format: Format) -> HashSet<String> {
    let frames = router.pool().frames().iter();
    frames
        .filter(|frame| frame.theme == theme && frame.format == format)
        .map(|frame| frame.id.clone())
        .collect()
}

#[test]
fn reports_in_both_languages() {
    let router = router();
    let mut ada = Visit::new(&router, Lang::En, "Ada", FROM);
    ada.says("/report");
    ada.says("/quiz 1 format:choice topic:series");
    ada.says("a");
    ada.says("/report The date is that of another article.");
    ada.says(&format!("/report {}", "x".repeat(301)));
    ada.says("/as Zoé");
    ada.says("/lang fr");
    ada.says("/signaler");
    ada.says(&format!("/signaler {}", "x".repeat(301)));
    insta::assert_snapshot!(ada.transcript.replace(&"x".repeat(301), "xxx"), @"
    Ada> /report
    There is nothing to report here: no question has ended yet.

    Ada> /quiz 1 format:choice topic:series
    Ada starts a round: one question, classic mode. A question closes once everybody who plays has answered it; with /quiz lobby:yes, others can join before the first one.

    Question 1 of 1
    In which month was filming to start?
      A. December 2021
      B. January 2022
      C. March 2022
      D. May 2022
    Answer with a letter. You have 13 seconds.

    Ada> a
    The answer is C: March 2022.
    Not right.

    Filming was to start in March 2022.
    Status: planned (31 March 2022).
    How it turned out: The French announcement says that filming was already under way, without saying since when.
    Source: English announcement (31 March 2022), paragraph 3

    Why the other answers are wrong
      - A, B and D: The articles give one answer to this, and it leaves no room for another. [1˽§˽3]

    Source: [1]˽English announcement (31 March 2022)

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody got right
      - In which month was filming to start?

    Type /quiz replay for another try.
    Ada now has a rating of 1,485.

    Ada> /report The date is that of another article.
    Thank you. Your report on the question “In which month was filming to start?” is noted, and whoever runs me will look at it.

    Ada> /report xxx
    That report is too long. Please use at most 300 characters.

    Ada> /as Zoé
    You now speak as Zoé.

    Zoé> /lang fr
    Je parle maintenant français.

    Zoé> /signaler
    Merci. Votre signalement sur la question «˽En quel mois le tournage devait-il commencer˽?˽» est noté˽; la personne qui me gère l’examinera.

    Zoé> /signaler xxx
    Ce signalement est trop long. Tenez-vous-en à 300 caractères au plus.
    ");
    let reports = wait_for(router.store().unwrap().reports()).unwrap();
    let told: Vec<_> =
        reports.iter().map(|one| (one.person.as_str(), one.words.as_str())).collect();
    assert_eq!(told, [("ada", "The date is that of another article."), ("zoé", "")]);
    assert!(router.pool().position(&reports[0].item).is_some());
    let statements: Vec<String> = serde_json::from_str(&reports[0].statements).unwrap();
    assert!(router.facts().statement(&statements[0]).is_some());
}

#[test]
fn what_three_people_report_is_not_asked_until_it_is_seen() {
    let router = router();
    let store = router.store().unwrap();
    let all = frames(&router, Theme::Series, Format::TrueOrFalse);
    let ask = |from: &str| {
        let mut ada = Visit::new(&router, Lang::En, "Ada", from);
        let said = ada.says("/quiz 1 topic:series format:true-or-false");
        ada.says("/quiz stop");
        said
    };
    assert!(ask("2026-11-21T12:01:00Z").contains("Question 1 of 1"));
    let report = |item: &str, person: &str| roadbook::store::Report {
        item: item.to_owned(),
        person: person.to_owned(),
        server: String::new(),
        statements: "[]".to_owned(),
        words: String::new(),
        at: NOON,
    };
    for item in &all {
        for person in ["ada", "bo", "cy"] {
            wait_for(store.report(&report(item, person))).unwrap();
        }
    }
    let said = ask("2026-11-21T12:02:00Z");
    assert!(said.contains("There is no question of that kind"), "{said}");
    for item in &all {
        wait_for(store.see_reports(item, NOON)).unwrap();
    }
    assert!(ask("2026-11-21T12:03:00Z").contains("Question 1 of 1"));
}

#[test]
fn what_is_broken_by_its_numbers_rests_until_it_is_woken() {
    let router = router();
    let store = router.store().unwrap();
    let frame = router.pool().frames().iter().find(|one| one.format == Format::Choice).unwrap();
    let answer = async |round: &str, right: usize, of: usize| {
        let people: Vec<String> = (0..of).map(|number| format!("p{number}")).collect();
        let outcome = |(number, person)| Outcome {
            person,
            name: "",
            choice: if number < right { "right" } else { "wrong" },
            correct: number < right,
            points: 0,
            millis: 1,
        };
        let people: Vec<&str> = people.iter().map(String::as_str).collect();
        let outcomes: Vec<Outcome<'_>> = people.into_iter().enumerate().map(outcome).collect();
        store.start(&start(round, round, "s")).await.unwrap();
        let closing = Closing {
            question: 0,
            item: &frame.id,
            topic: "series",
            difficulty: "easy",
            format: "choice",
            outcomes: &outcomes,
            counts: true,
            rated: &[],
        };
        let done = roadbook::store::Step { closing: Some(closing), ends: true, ..step(round, 0) };
        store.save(&done).await.unwrap();
    };
    wait_for(answer("one", 1, 29));
    assert!(wait_for(router.tend(noon())).unwrap().rest.is_empty(), "too few");
    wait_for(answer("two", 0, 1));
    let tended = wait_for(router.tend(noon())).unwrap();
    assert_eq!(tended.rest, std::slice::from_ref(&frame.id));
    let resting = wait_for(store.resting()).unwrap();
    let Rest::Reason(reason) = &resting[&frame.id] else { panic!("{resting:?}") };
    assert!(reason.starts_with("1 of 30 answers are right, fewer than by guessing"), "{reason}");
    assert!(wait_for(router.tend(noon())).unwrap().rest.is_empty(), "once is enough");
    // Somebody has looked: only as many answers again say anything new.
    assert!(wait_for(store.wake(&frame.id)).unwrap());
    assert!(!wait_for(store.wake(&frame.id)).unwrap());
    wait_for(answer("three", 0, 29));
    assert!(wait_for(router.tend(noon())).unwrap().rest.is_empty());
    wait_for(answer("four", 0, 1));
    assert_eq!(wait_for(router.tend(noon())).unwrap().rest, std::slice::from_ref(&frame.id));
}

#[test]
fn a_server_is_asked_nothing_twice_before_everything_was_asked() {
    let file = file("repeats");
    let open = || router_on(wait_for(Store::open_file(&file)).unwrap());
    let all = frames(&open(), Theme::Race, Format::Choice);
    let rounds = all.len().div_ceil(3);
    let times = |router: &Router| -> Vec<i64> {
        let seen = wait_for(router.store().unwrap().seen("terminal")).unwrap();
        seen.into_iter().map(|(_, times)| times).collect()
    };
    assert!(rounds >= 3, "it takes several rounds");
    // Each round in a process of its own.
    for number in 1..=rounds {
        let router = open();
        let who = ["Ada", "Bo"][number % 2];
        let from = format!("2026-11-21T12:{number:02}:00Z");
        let mut visit = Visit::new(&router, Lang::En, who, &from);
        let begun = visit.says("/quiz 3 topic:race format:choice");
        assert!(begun.contains("Question 1 of 3"), "{begun}");
        visit.answers();
        let times = times(&router);
        let most = if number < rounds || all.len().is_multiple_of(3) { 1 } else { 2 };
        assert_eq!(times.iter().max(), Some(&most), "round {number}: {times:?}");
        assert_eq!(times.len(), all.len().min(number * 3));
        wait_for(router.store().unwrap().close());
    }
}

#[test]
fn a_server_that_the_bot_has_left_is_forgotten_after_thirty_days() {
    let router = router();
    let store = router.store().unwrap();
    let mut ada = Visit::new(&router, Lang::En, "Ada", FROM);
    ada.says("/quiz 1 format:choice");
    ada.says("a");
    let at = |days: i64| Timestamp::from_millisecond(NOON + days * DAY).unwrap();
    let listed = |servers: &[&str]| servers.iter().map(|one| (*one).to_owned()).collect();
    let (inside, outside): (HashSet<_>, HashSet<_>) = (listed(&["terminal", "x"]), listed(&["x"]));
    let known = || wait_for(store.seen("terminal")).unwrap().len();
    wait_for(router.note_servers(&inside, at(0))).unwrap();
    wait_for(router.note_servers(&outside, at(1))).unwrap();
    wait_for(router.note_servers(&outside, at(20))).unwrap();
    // Back in time.
    wait_for(router.note_servers(&inside, at(25))).unwrap();
    wait_for(router.tend(at(40))).unwrap();
    assert_eq!(known(), 1);
    wait_for(router.note_servers(&outside, at(41))).unwrap();
    // It may have come back while nobody listed its servers: only a list says that it has not.
    wait_for(router.tend(at(80))).unwrap();
    assert_eq!(known(), 1);
    assert!(wait_for(router.note_servers(&inside, at(80))).unwrap().is_empty(), "back in time");
    wait_for(router.note_servers(&outside, at(81))).unwrap();
    assert!(wait_for(router.note_servers(&outside, at(110))).unwrap().is_empty());
    assert_eq!(wait_for(router.note_servers(&outside, at(111))).unwrap(), ["terminal"]);
    assert_eq!(known(), 0);
}
