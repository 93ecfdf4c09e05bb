//! Boards and statistics.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use roadbook::store::{
    Board, Closing, FEWEST, Learnt, Measure, Page, Period, PersonSettings, Rated, Rating, Scope,
    Start, Step, Store,
};

use super::fixture::{DAY, NOON, closing, on_each, outcome, play, run, start, step};

/// The board of a server by points, over all time.
fn board(scope: Scope<'_>) -> Board<'_> {
    Board {
        scope,
        period: Period::AllTime,
        at: NOON,
        by: Measure::Points,
        page: 0,
        size: 10,
        asker: None,
    }
}

fn told(page: &Page) -> Vec<(i64, &str, i64)> {
    page.standings.iter().map(|one| (one.place, one.person.as_str(), one.value)).collect()
}

#[test]
fn equals_share_a_place_and_the_asker_sees_their_own() {
    on_each(|fresh| async move {
        let store = fresh.store;
        let points: &[(&str, i64)] =
            &[("ada", 5), ("bo", 9), ("cy", 5), ("di", 1), ("ed", 5), ("flo", 0)];
        play(&store, ("r", "s"), NOON, &[points]).await;
        let asked = Board { asker: Some("di"), size: 3, ..board(Scope::Server("s")) };
        let first = store.board(&asked).await.unwrap();
        assert_eq!(told(&first), [(1, "bo", 9), (2, "ada", 5), (2, "cy", 5)]);
        let own = first.own.unwrap();
        assert_eq!((own.place, own.value, first.players), (5, 1, 6));
        let second = store.board(&Board { page: 1, ..asked }).await.unwrap();
        assert_eq!(told(&second), [(2, "ed", 5), (5, "di", 1), (6, "flo", 0)]);
        let third = store.board(&Board { page: 2, ..asked }).await.unwrap();
        assert!(third.standings.is_empty());
        let stranger = store.board(&Board { asker: Some("nobody"), ..asked }).await.unwrap();
        assert_eq!(stranger.own, None);
    });
}

#[test]
fn a_board_adds_up_its_period_and_its_scope() {
    on_each(|fresh| async move {
        let store = fresh.store;
        // Saturday noon, the Monday before, the month before.
        for (round, at, points) in
            [("today", NOON, 1), ("monday", NOON - 5 * DAY, 10), ("october", NOON - 30 * DAY, 100)]
        {
            play(&store, (round, "s"), at, &[&[("ada", points)]]).await;
        }
        play(&store, ("elsewhere", "t"), NOON, &[&[("ada", 1_000), ("bo", 3)]]).await;
        play(&store, ("direct", ""), NOON, &[&[("ada", 10_000)]]).await;
        for (scope, expected) in [
            (Scope::Server("s"), [1, 11, 11, 111]),
            (Scope::Server("t"), [1_000, 1_000, 1_000, 1_000]),
            (Scope::Everywhere, [11_001, 11_011, 11_011, 11_111]),
        ] {
            for (period, points) in Period::ALL.into_iter().zip(expected) {
                let page = store.board(&Board { period, ..board(scope) }).await.unwrap();
                assert_eq!(page.standings[0].value, points, "{scope:?} {period:?}");
            }
        }
        let direct = store.board(&board(Scope::Server(""))).await.unwrap();
        assert_eq!(direct.players, 0, "direct messages are no server");
    });
}

#[test]
fn boards_go_by_accuracy_streak_and_rating_too() {
    on_each(|fresh| async move {
        let store = fresh.store;
        let few = [[("bo", 1), ("ada", 1)]; 2];
        let many = [[("ada", 0)], [("ada", 7)]].repeat(4);
        let questions: Vec<&[(&str, i64)]> =
            few.iter().map(<[_; 2]>::as_slice).chain(many.iter().map(<[_; 1]>::as_slice)).collect();
        assert_eq!(questions.len(), usize::try_from(FEWEST).unwrap());
        play(&store, ("r", "s"), NOON, &questions).await;
        let by = async |by| store.board(&Board { by, ..board(Scope::Server("s")) }).await.unwrap();
        assert_eq!(told(&by(Measure::Accuracy).await), [(1, "ada", 600_000)], "bo has too few");
        assert_eq!(told(&by(Measure::Streak).await), [(1, "ada", 2), (1, "bo", 2)]);
        assert!(by(Measure::Rating).await.standings.is_empty());

        let rating = |rating| Rating { rating, answers: 9 };
        let from = Rating { rating: 1_500.0, answers: 8 };
        let learnt = |to| Learnt { from, to: rating(to) };
        let rated = [
            (Rated::Person, "bo", learnt(1_612.4)),
            (Rated::Item, "item", learnt(1_400.0)),
            (Rated::Person, "ada", learnt(1_523.6)),
        ];
        let outcomes = [outcome("bo", 1), outcome("ada", 0)];
        let last = Closing { rated: &rated, ..closing(0, "item", &outcomes) };
        store.start(&start("last", "here", "s")).await.unwrap();
        store.save(&Step { closing: Some(last), ..step("last", 0) }).await.unwrap();
        assert_eq!(told(&by(Measure::Rating).await), [(1, "bo", 1_612), (2, "ada", 1_524)]);
        let kept = store.rating(Rated::Item, "item").await.unwrap();
        assert_eq!(kept, Some(rating(1_400.0)));
        assert_eq!(store.rating(Rated::Person, "item").await.unwrap(), None);
    });
}

#[test]
fn who_opts_out_stands_on_boards_of_servers_only() {
    on_each(|fresh| async move {
        let store = fresh.store;
        play(&store, ("r", "s"), NOON, &[&[("ada", 5), ("bo", 3)]]).await;
        let hidden = PersonSettings { hidden: true, ..PersonSettings::default() };
        store.set_person("ada", &hidden).await.unwrap();
        let mine = Board { asker: Some("ada"), ..board(Scope::Everywhere) };
        let page = store.board(&mine).await.unwrap();
        assert_eq!((told(&page), page.players), (vec![(1, "bo", 3)], 1));
        assert_eq!(page.own.unwrap().place, 1, "where they would stand");
        play(&store, ("q", "s"), NOON, &[&[("ada", 5)]]).await;
        assert_eq!(store.board(&mine).await.unwrap().players, 1, "what is new is hidden, too");
        let server = store.board(&board(Scope::Server("s"))).await.unwrap();
        assert_eq!(told(&server), [(1, "ada", 10), (2, "bo", 3)]);
        store.set_person("ada", &PersonSettings::default()).await.unwrap();
        assert_eq!(store.board(&mine).await.unwrap().players, 2);
    });
}

#[test]
fn statistics_tell_rounds_shares_and_days() {
    on_each(|fresh| async move {
        let store = fresh.store;
        assert_eq!(store.stats("ada", Scope::Everywhere).await.unwrap(), None);
        play(&store, ("one", "s"), NOON - DAY, &[&[("ada", 5)], &[("ada", 0)]]).await;
        play(&store, ("two", "t"), NOON, &[&[("ada", 5)], &[("ada", 5)]]).await;
        let hard = [outcome("ada", 2)];
        let hard = Closing { difficulty: "hard", topic: "dates", ..closing(0, "x", &hard) };
        store.start(&start("three", "here", "s")).await.unwrap();
        store.save(&Step { closing: Some(hard), at: NOON, ..step("three", 0) }).await.unwrap();
        let stats = store.stats("ada", Scope::Everywhere).await.unwrap().unwrap();
        assert_eq!((stats.rounds, stats.questions, stats.correct), (3, 5, 4));
        assert_eq!((stats.points, stats.millis), (17, 10_000));
        assert_eq!((stats.streak, stats.best), (3, 3));
        let shares = |tallies: &[roadbook::store::Tally]| -> Vec<_> {
            tallies.iter().map(|one| (one.name.clone(), one.correct, one.questions)).collect()
        };
        let expected = [("teams".to_owned(), 3, 4), ("dates".to_owned(), 1, 1)];
        assert_eq!(shares(&stats.topics), expected);
        assert_eq!(shares(&stats.difficulties)[1], ("hard".to_owned(), 1, 1));
        assert_eq!(shares(&stats.formats), [("choice".to_owned(), 4, 5)]);
        let days: Vec<_> = stats.days.iter().map(|day| (day.day, day.points)).collect();
        assert_eq!(days, [(NOON / DAY - 1, 5), (NOON / DAY, 12)]);
        let server = store.stats("ada", Scope::Server("t")).await.unwrap().unwrap();
        assert_eq!((server.rounds, server.points, server.days.len()), (1, 10, 1));
    });
}

/// What a board by points must be, worked out the slow way.
fn fold(games: &[Vec<(u8, i64)>]) -> Vec<(i64, String, i64)> {
    let mut points = std::collections::BTreeMap::<String, i64>::new();
    for (person, got) in games.iter().flatten() {
        *points.entry(format!("p{person}")).or_default() += got;
    }
    let mut sorted: Vec<_> = points.into_iter().collect();
    sorted.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    let place = |value| 1 + sorted.iter().filter(|(_, other)| *other > value).count();
    let told = sorted
        .iter()
        .map(|(person, value)| (i64::try_from(place(*value)).unwrap(), person.clone(), *value));
    told.collect()
}

#[test]
fn a_board_is_the_fold_of_the_answers() {
    let games = prop::collection::vec(prop::collection::btree_map(0_u8..6, 0_i64..4, 1..5), 1..6);
    let mut runner =
        TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
    runner
        .run(&games, |games| {
            let games: Vec<Vec<(u8, i64)>> =
                games.into_iter().map(|game| game.into_iter().collect()).collect();
            run(async {
                let store = Store::memory().await.unwrap();
                for (number, game) in games.iter().enumerate() {
                    let (round, place) = (format!("r{number}"), format!("place {number}"));
                    let people: Vec<_> =
                        game.iter().map(|(p, points)| (format!("p{p}"), *points)).collect();
                    let outcomes: Vec<_> =
                        people.iter().map(|(person, points)| outcome(person, *points)).collect();
                    store.start(&Start { at: NOON, ..start(&round, &place, "s") }).await.unwrap();
                    let closing = Some(closing(0, "item", &outcomes));
                    store.save(&Step { closing, at: NOON, ..step(&round, 0) }).await.unwrap();
                }
                for page in 0..3 {
                    let part = Board { page, size: 2, ..board(Scope::Everywhere) };
                    let page_of = store.board(&part).await.unwrap();
                    let from = usize::try_from(page * 2).unwrap();
                    let expected: Vec<_> = fold(&games).into_iter().skip(from).take(2).collect();
                    let told: Vec<_> = page_of
                        .standings
                        .into_iter()
                        .map(|one| (one.place, one.person, one.value))
                        .collect();
                    assert_eq!(told, expected);
                }
                assert_eq!(store.check(NOON).await.unwrap(), Vec::<String>::new());
            });
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_round_is_without_a_mistake_where_every_question_was_right() {
    on_each(|fresh| async move {
        let store = fresh.store;
        let right: &[(&str, i64)] = &[("ada", 5), ("bo", 5)];
        let missed: &[(&str, i64)] = &[("ada", 5)];
        let wrong: &[(&str, i64)] = &[("ada", 5), ("bo", 0)];
        play(&store, ("four", "s"), NOON, &[right; 4]).await;
        for (round, last) in [("five", right), ("missed", missed), ("wrong", wrong)] {
            play(&store, (round, "s"), NOON, &[right, right, right, right, last]).await;
        }
        assert_eq!(store.perfect_rounds("ada").await.unwrap(), 3);
        assert_eq!(store.perfect_rounds("bo").await.unwrap(), 1);
        assert_eq!(store.perfect_rounds("cy").await.unwrap(), 0);
        // It outlives the answers that it was read from.
        store.sweep(NOON + 100 * DAY).await.unwrap();
        assert_eq!(store.perfect_rounds("ada").await.unwrap(), 3);
    });
}
