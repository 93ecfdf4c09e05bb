//! Items by the numbers, reports, what was seen.

use roadbook::store::{Outcome, Report, Rest, Start, Step};

use super::fixture::{DAY, NOON, closing, on_each, outcome, play, start, step};

#[test]
fn items_count_how_often_they_were_asked_and_what_was_chosen() {
    on_each(|fresh| async move {
        let store = fresh.store;
        let silent = Outcome { choice: "", ..outcome("di", 0) };
        let outcomes = [outcome("ada", 3), outcome("bo", 0), outcome("cy", 2), silent];
        for round in ["one", "two"] {
            store.start(&start(round, round, "s")).await.unwrap();
            let closing = Some(closing(0, "item", &outcomes));
            store.save(&Step { closing, ..step(round, 0) }).await.unwrap();
        }
        let stats = store.item_stats().await.unwrap();
        let [item] = stats.as_slice() else { panic!("{stats:?}") };
        assert_eq!((item.shown, item.answers, item.correct, item.rating), (2, 6, 4, None));
        let choices = [("right-one".to_owned(), 4), ("wrong-one".to_owned(), 2)];
        assert_eq!(item.choices, choices);
    });
}

#[test]
fn a_server_knows_what_it_has_seen() {
    on_each(|fresh| async move {
        let store = fresh.store;
        let ask = async |round: &str, server: &str, item: &str, points: i64, at: i64| {
            let place = if server.is_empty() { "direct" } else { "here" };
            let opens = Some(item);
            store.start(&Start { at, opens, ..start(round, place, server) }).await.unwrap();
            let outcomes = [outcome("ada", points), outcome("bo", 1)];
            let closing = Some(closing(0, item, &outcomes));
            store.save(&Step { closing, ends: true, at, ..step(round, 0) }).await.unwrap();
        };
        ask("1", "s", "a", 0, NOON).await;
        ask("2", "s", "b", 0, NOON + 1).await;
        ask("3", "s", "c", 1, NOON + 2).await;
        ask("4", "s", "a", 1, NOON + 3).await;
        ask("5", "", "d", 0, NOON + 4).await;
        let seen = [("a", 2), ("b", 1), ("c", 1)];
        let seen = seen.map(|(item, times)| (item.to_owned(), times));
        assert_eq!(store.seen("s").await.unwrap(), seen);
        assert!(store.seen("t").await.unwrap().is_empty());
        assert_eq!(store.seen_by("ada").await.unwrap().len(), 4);
        // What is shown is seen, whether it is ever closed or not, and in direct messages too.
        let shown = Start { opens: Some("e"), ..start("6", "direct", "") };
        store.start(&shown).await.unwrap();
        store.save(&Step { opens: Some("f"), ..step("6", 0) }).await.unwrap();
        let seen = ["d", "e", "f"].map(|item| (item.to_owned(), 1));
        assert_eq!(store.seen_in("direct").await.unwrap(), seen);
        assert_eq!(store.servers().await.unwrap(), [("s".to_owned(), None)], "that is no server");
        store.sweep(NOON + 91 * DAY).await.unwrap();
        assert!(store.seen_in("direct").await.unwrap().is_empty());
    });
}

#[test]
fn an_item_rests_from_three_open_reports_until_they_are_seen() {
    on_each(|fresh| async move {
        let store = fresh.store;
        let report = |person: &str, words: &str| Report {
            item: "item".to_owned(),
            person: person.to_owned(),
            server: "s".to_owned(),
            statements: r#"["s1"]"#.to_owned(),
            words: words.to_owned(),
            at: NOON,
        };
        for person in ["ada", "bo", "ada"] {
            store.report(&report(person, "No!")).await.unwrap();
        }
        assert!(store.resting().await.unwrap().is_empty(), "two people, three times");
        store.report(&report("cy", "L’année est fausse")).await.unwrap();
        assert_eq!(store.resting().await.unwrap()["item"], Rest::Reports(3));
        assert_eq!(store.reports().await.unwrap().len(), 3);
        assert_eq!(store.reports().await.unwrap()[2].words, "L’année est fausse");
        assert_eq!(store.see_reports("item", NOON + 1).await.unwrap(), 3);
        assert!(store.resting().await.unwrap().is_empty());
        assert!(store.reports().await.unwrap().is_empty());
        store.report(&report("ada", "Still!")).await.unwrap();
        assert_eq!(store.reports().await.unwrap().len(), 1, "it is open again");

        store.rest("other", "nobody gets it right", NOON).await.unwrap();
        let reason = Rest::Reason("nobody gets it right".to_owned());
        assert_eq!(store.resting().await.unwrap()["other"], reason);
        assert!(store.wake("other").await.unwrap());
        assert!(!store.wake("other").await.unwrap(), "it is awake");
        assert!(store.resting().await.unwrap().is_empty());
        assert_eq!(store.woken().await.unwrap()["other"], 0, "nobody had answered it");
        store.rest("other", "again", NOON).await.unwrap();
        assert_eq!(store.resting().await.unwrap().len(), 1);
        assert!(store.woken().await.unwrap().is_empty());
    });
}

#[test]
fn the_questions_of_a_day_are_settled_once() {
    on_each(|fresh| async move {
        let store = fresh.store;
        assert_eq!(store.day(7).await.unwrap(), None);
        assert_eq!(store.settle_day(7, "[1]").await.unwrap(), "[1]");
        assert_eq!(store.settle_day(7, "[2]").await.unwrap(), "[1]", "whoever comes first");
        assert_eq!(store.begin_daily(7, "ada", "r", NOON).await.unwrap(), None);
        let daily = store.daily_in("ada", "r").await.unwrap().unwrap();
        assert_eq!((daily.day, daily.finished), (7, None));
        assert_eq!(store.daily_in("bo", "r").await.unwrap(), None);
        store.sweep(98 * DAY).await.unwrap();
        assert_eq!(store.day(7).await.unwrap(), None);
    });
}

#[test]
fn what_waits_without_a_limit_and_the_servers_are_found() {
    on_each(|fresh| async move {
        let store = fresh.store;
        store.start(&Start { deadline: None, ..start("one", "daily:a", "") }).await.unwrap();
        store.start(&start("two", "here", "s")).await.unwrap();
        assert_eq!(store.lingering(NOON).await.unwrap(), ["daily:a"]);
        assert!(store.lingering(NOON - 1).await.unwrap().is_empty());
        assert_eq!(store.next_step().await.unwrap(), start("two", "", "").deadline);
        play(&store, ("three", "t"), NOON, &[&[("ada", 5)]]).await;
        store.leave_server("t", NOON).await.unwrap();
        let known = [("s".to_owned(), None), ("t".to_owned(), Some(NOON))];
        assert_eq!(store.servers().await.unwrap(), known);
    });
}

#[test]
fn raw_answers_go_after_ninety_days_and_sums_stay() {
    on_each(|fresh| async move {
        let store = fresh.store;
        play(&store, ("old", "s"), NOON - 91 * DAY, &[&[("ada", 5)]]).await;
        play(&store, ("new", "s"), NOON - 89 * DAY, &[&[("ada", 5)]]).await;
        let swept = store.sweep(NOON).await.unwrap();
        assert_eq!((swept.rounds, swept.results), (1, 1));
        assert_eq!(store.round("old").await.unwrap(), None);
        let everywhere = roadbook::store::Scope::Everywhere;
        let stats = store.stats("ada", everywhere).await.unwrap().unwrap();
        assert_eq!((stats.points, stats.rounds, stats.days.len()), (10, 2, 2));
        assert_eq!(store.check(NOON).await.unwrap(), Vec::<String>::new());
        assert_eq!(store.sweep(NOON).await.unwrap(), roadbook::store::Swept::default());
    });
}
