//! What counts and what does not, and what is asked again.

use std::collections::HashSet;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::facts::Lang;
use roadbook::quiz::{Barred, Format, Frame, Item, Round, Theme, daily};
use roadbook::request::{Action, LangFrom, Person, Request};
use roadbook::router::Router;
use roadbook::store::{Rated, Scope};

use crate::daily::{Visit, some_answer};
use crate::store::fixture::NOON;
use crate::talk::{router, wait_for};

const FROM: &str = "2026-11-21T12:00:00Z";

fn rating(router: &Router, person: &str) -> Option<i64> {
    let rating = wait_for(router.store().unwrap().rating(Rated::Person, person)).unwrap();
    rating.map(|rating| rating.answers)
}

#[test]
fn practice_changes_no_rating_and_no_numbers_of_questions() {
    let router = router();
    let store = router.store().unwrap();
    let mut ada = Visit::new(&router, Lang::En, "Ada", FROM);
    ada.says("/practice");
    let over = ada.answers();
    assert!(over.contains("Practice is over"), "{over}");
    assert_eq!(rating(&router, "ada"), None);
    assert!(wait_for(store.item_stats()).unwrap().is_empty());
    assert_eq!(wait_for(store.item_ratings(0)).unwrap(), []);
    assert!(!wait_for(store.cards("ada")).unwrap().is_empty(), "what is remembered is kept");
}

#[test]
fn an_answer_with_a_hint_changes_no_rating() {
    let router = router();
    let mut ada = Visit::new(&router, Lang::En, "Ada", FROM);
    ada.says("/quiz 2 format:choice");
    let asked = ada.asked.clone().unwrap();
    let hint = ada.says("/quiz hint");
    assert!(hint.contains("is wrong"), "{hint}");
    ada.says(&some_answer(&asked));
    assert_eq!(rating(&router, "ada"), None);
    assert_eq!(wait_for(router.store().unwrap().item_ratings(0)).unwrap(), []);
    ada.asked = None;
    let next = ada.says("/quiz translate");
    assert!(next.contains("Question 2 of 2"), "{next}");
    ada.says("a");
    assert_eq!(rating(&router, "ada"), Some(1));
}

#[test]
fn who_lets_a_question_pass_counts_as_wrong_once_they_have_answered_one() {
    let router = router();
    let store = router.store().unwrap();
    let mut chat = Visit::new(&router, Lang::En, "Ada", FROM);
    for line in
        ["/quiz 4 format:choice pace:400", "a", "/as Bo", "/quiz join", "/as Cy", "/quiz join"]
    {
        chat.says(line);
    }
    // Bo alone answers the second question; Cy never answered one.
    for line in ["/as Bo", "b"] {
        chat.says(line);
    }
    let later: Timestamp = FROM.parse().unwrap();
    wait_for(router.due(later + SignedDuration::from_mins(5))).unwrap();
    let stats = |person: &str| wait_for(store.stats(person, Scope::Everywhere)).unwrap();
    let ada = stats("ada").unwrap();
    assert_eq!((ada.questions, ada.streak, ada.rounds), (2, 0, 1), "the second one broke the run");
    assert_eq!(stats("bo").unwrap().questions, 1);
    assert_eq!(stats("cy"), None, "who only watches is no player yet");
    let items = wait_for(store.item_stats()).unwrap();
    let answers: i64 = items.iter().map(|item| item.answers).sum();
    assert_eq!(answers, 2, "no answer is none of the question's");
    assert_eq!(wait_for(store.check(NOON)).unwrap(), Vec::<String>::new());
}

#[test]
fn what_was_shown_is_not_shown_again_though_nobody_answered_it() {
    let router = router();
    let store = router.store().unwrap();
    let mut shown = HashSet::new();
    let mut count = 0;
    for minute in 0..4 {
        let from = format!("2026-11-21T12:{minute:02}:00Z");
        let mut ada = Visit::new(&router, Lang::En, "Ada", &from);
        ada.says("/quiz 3 topic:race format:choice");
        shown.insert(ada.asked.clone().unwrap().prompt);
        ada.says("/quiz stop");
        count += 1;
        let seen = wait_for(store.seen("terminal")).unwrap();
        assert_eq!((seen.len(), shown.len()), (count, count), "one question each was shown");
    }
}

#[test]
fn rounds_of_a_server_at_once_ask_different_questions() {
    let router = router();
    let store = router.store().unwrap();
    let race = |frame: &&Frame| frame.theme == Theme::Race && frame.format == Format::Choice;
    let count = router.pool().frames().iter().filter(race).count() / 3;
    assert!(count > 1, "there are enough for three rounds");
    let mut frames: Vec<String> = Vec::new();
    for (seed, place) in (1..).zip(["one", "two", "three"]) {
        let options = [("count", count.to_string()), ("topic", "race".to_owned())];
        let options = options.into_iter().chain([("format", "choice".to_owned())]);
        let options = options.map(|(name, value)| (name.to_owned(), value)).collect();
        let at: Timestamp = FROM.parse().unwrap();
        let request = Request {
            person: Person { id: "ada".to_owned(), name: "Ada".to_owned() },
            place: place.to_owned(),
            server: "server".to_owned(),
            lang: Lang::En,
            lang_from: LangFrom::Settled,
            crowd: false,
            moderator: false,
            manager: false,
            at,
            action: Action::Command { id: "quiz".to_owned(), options },
        };
        let begun = wait_for(router.handle(&request, at, &mut ChaCha8Rng::seed_from_u64(seed)));
        let row = wait_for(store.round(&begun.played.unwrap().round)).unwrap().unwrap();
        let round: Round = serde_json::from_str(&row.state).unwrap();
        frames.push(round.open().unwrap().1.item.frame.clone());
        frames.extend(round.coming().map(|item| item.frame.clone()));
    }
    let all = frames.len();
    frames.sort();
    frames.dedup();
    assert_eq!((all, frames.len()), (count * 3, count * 3));
}

#[test]
fn a_day_keeps_its_questions_but_for_those_that_cannot_be_asked() {
    let router = router();
    let (facts, pool) = (router.facts(), router.pool());
    let of = |day: i8, barred: &Barred| -> Vec<String> {
        let items = daily(facts, pool, Date::new(2026, 11, day).unwrap(), barred);
        items.into_iter().map(|item| item.frame).collect()
    };
    let usual: Vec<Vec<String>> = (1..=30).map(|day| of(day, &Barred::default())).collect();
    let tenth: HashSet<&String> = usual[9].iter().collect();
    let gone = usual[9][2].clone();
    let barred = Barred { resting: HashSet::from([gone.clone()]), ..Barred::default() };
    for (day, usual) in (1..).zip(&usual) {
        let now = of(day, &barred);
        assert_eq!(now.len(), 5);
        if day == 10 {
            let new: Vec<_> = now.iter().filter(|frame| !tenth.contains(frame)).collect();
            assert_eq!(new.len(), 1, "one takes the place of one");
            assert!(!now.contains(&gone));
            assert!(usual.iter().all(|frame| !new.contains(&frame)));
        } else {
            assert_eq!(&now, usual, "day {day} stays as it is");
        }
    }
    // What was asked on another day of the month is not asked again, whatever the draw says.
    let asked: HashSet<String> = usual[9][..3].iter().cloned().collect();
    let again = of(10, &Barred { asked: asked.clone(), ..Barred::default() });
    assert_eq!(again.len(), 5);
    assert!(again.iter().all(|frame| !asked.contains(frame)), "{again:?}");
}

#[test]
fn a_month_repeats_nothing_though_questions_come_to_rest_meanwhile() {
    let router = router();
    let store = router.store().unwrap();
    let first: i64 = 20_758;
    let mut frames: Vec<String> = Vec::new();
    for day in 1..=30 {
        let from = format!("2026-11-{day:02}T12:00:00Z");
        let mut ada = Visit::new(&router, Lang::En, "Ada", &from);
        ada.says("/daily");
        ada.answers();
        let items = wait_for(store.day(first + day - 1)).unwrap().unwrap();
        let items: Vec<Item> = serde_json::from_str(&items).unwrap();
        assert_eq!(items.len(), 5);
        if [10, 20].contains(&day) {
            // Two that are still to come, and one that was.
            let date = Date::new(2026, 11, i8::try_from(day).unwrap() + 3).unwrap();
            let coming = daily(router.facts(), router.pool(), date, &Barred::default());
            for item in coming.iter().take(2).chain(items.first()) {
                wait_for(store.rest(&item.frame, "broken", NOON)).unwrap();
            }
        }
        frames.extend(items.into_iter().map(|item| item.frame));
    }
    let all = frames.len();
    frames.sort();
    frames.dedup();
    assert_eq!((all, frames.len()), (150, 150));
}
