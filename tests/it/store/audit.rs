//! A look through the store: whatever is added up otherwise than it should be is found.

use roadbook::store::{Period, Scope};
use sqlx::{AnyConnection, Connection as _};

use super::fixture::{DAY, NOON, closing, on_each, outcome, play, raw, start, step};

#[test]
fn whatever_does_not_add_up_is_found() {
    on_each(|fresh| async move {
        let store = &fresh.store;
        let question: &[(&str, i64)] = &[("ada", 5), ("bo", 0)];
        // The same Saturday, the Monday before, and the month before.
        for (round, at) in [("now", NOON), ("monday", NOON - 5 * DAY), ("month", NOON - 30 * DAY)] {
            play(store, (round, "s"), at, &[question; 4]).await;
        }
        assert_eq!(store.check(NOON).await.unwrap(), Vec::<String>::new());
        let of = |scope: &str, period: &str| {
            format!("scope = '{scope}' AND period LIKE '{period}%' AND person = 'ada'")
        };
        let mut wrongs = Vec::new();
        for scope in ["*", "s"] {
            for (period, told) in [
                ("d", "sums of a day are not those of the answers"),
                ("w", "sums of a week are not those of the answers"),
                ("m", "sums of a month are not those of the answers"),
                ("a", "sums of all time are not those of the days"),
            ] {
                let (set, back) = ("points = points + 1", "points = points - 1");
                wrongs.push((set, back, of(scope, period), told));
            }
        }
        let streak = ("best = best - 9", "best = best + 9", of("s", "a"), "cannot be");
        let accuracy =
            ("accuracy = accuracy + 1", "accuracy = accuracy - 1", of("*", "a"), "cannot be");
        wrongs.extend([streak, accuracy]);
        for (set, back, which, told) in wrongs {
            raw(&fresh.url, &format!("UPDATE sums SET {set} WHERE {which}")).await;
            let found = store.check(NOON).await.unwrap();
            assert!(found.iter().any(|line| line.contains(told)), "{set} {which}: {found:?}");
            raw(&fresh.url, &format!("UPDATE sums SET {back} WHERE {which}")).await;
        }
        for (spoil, told) in [
            ("UPDATE tallies SET correct = 0 WHERE person = 'ada'", "by topic"),
            ("UPDATE items SET answers = 99", "other answers than were chosen"),
            ("DELETE FROM results WHERE person = 'bo'", "sums of a day are of no answer"),
            (
                "INSERT INTO servers (server, settings) VALUES ('t', 'nonsense')",
                "the settings of 1 servers cannot be read",
            ),
        ] {
            raw(&fresh.url, spoil).await;
            let found = store.check(NOON).await.unwrap();
            assert!(found.iter().any(|line| line.contains(told)), "{spoil}: {found:?}");
        }
    });
}

#[test]
fn a_round_over_midnight_is_one_of_each_day() {
    on_each(|fresh| async move {
        let store = &fresh.store;
        let midnight = (NOON / DAY + 1) * DAY;
        store.start(&start("r", "here", "s")).await.unwrap();
        let outcomes = [outcome("ada", 5)];
        // Two questions on Saturday, two on Sunday.
        for (number, at) in
            [midnight - 2, midnight - 1, midnight, midnight + 1].into_iter().enumerate()
        {
            let number = i64::try_from(number).unwrap();
            let closing = Some(closing(number, "item", &outcomes));
            let close = roadbook::store::Step { closing, at, ..step("r", number) };
            store.save(&close).await.unwrap();
        }
        let mut connection = AnyConnection::connect(&fresh.url).await.unwrap();
        let rounds: Vec<(String, i64)> = sqlx::query_as(
            "SELECT SUBSTR(period, 1, 1), rounds FROM sums WHERE scope = 's' ORDER BY period",
        )
        .fetch_all(&mut connection)
        .await
        .unwrap();
        connection.close().await.unwrap();
        let told: Vec<_> = rounds.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
        assert_eq!(told, [("a", 1), ("d", 1), ("d", 1), ("m", 1), ("w", 1)]);
        let stats = store.stats("ada", Scope::Everywhere).await.unwrap().unwrap();
        assert_eq!((stats.rounds, Period::ALL.len()), (1, 4));
    });
}
