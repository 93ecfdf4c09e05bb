//! Settings, daily challenges, practice.

use roadbook::store::{
    Card, Error, PersonSettings, Schedule, ServerSettings, Spoilers, Starters, Step,
};

use super::fixture::{DAY, NOON, on_each, raw, start, step};

#[test]
fn settings_come_back_as_they_were_set() {
    on_each(|fresh| async move {
        let store = fresh.store;
        assert_eq!(store.server_settings("s").await.unwrap(), ServerSettings::default());
        let settings = ServerSettings {
            lang: Some("fr".to_owned()),
            channels: vec!["c".to_owned()],
            questions: Some(7),
            difficulty: Some("hard".to_owned()),
            time_factor: Some(1.5),
            spoilers: Spoilers::Barred,
            starters: Starters::Moderators,
            schedule: Some(Schedule {
                days: vec![1, 5],
                hour: 19,
                minute: 30,
                zone: "Europe/Paris".to_owned(),
                channel: "c".to_owned(),
            }),
        };
        store.set_server("s", &settings).await.unwrap();
        store.set_server("t", &ServerSettings::default()).await.unwrap();
        assert_eq!(store.server_settings("s").await.unwrap(), settings);
        let schedules = store.schedules().await.unwrap();
        assert_eq!(schedules, [("s".to_owned(), settings.schedule.unwrap())]);
        store.leave_server("s", NOON).await.unwrap();
        assert!(store.schedules().await.unwrap().is_empty(), "nobody is there to play");

        let own =
            PersonSettings { time_factor: Some(2.0), quiet: true, ..PersonSettings::default() };
        store.set_person("ada", &own).await.unwrap();
        assert_eq!(store.person_settings("ada").await.unwrap(), own);
        assert_eq!(store.person_settings("bo").await.unwrap(), PersonSettings::default());
    });
}

#[test]
fn a_time_at_which_a_round_starts_by_itself_is_claimed_once() {
    on_each(|fresh| async move {
        let store = fresh.store;
        assert!(!store.claim_slot("s", NOON).await.unwrap(), "a server that has set nothing");
        store.set_server("s", &ServerSettings::default()).await.unwrap();
        let claims = (0..8).map(|_| {
            let store = store.clone();
            tokio::spawn(async move { store.claim_slot("s", NOON).await.unwrap() })
        });
        let mut won = 0;
        for claim in claims.collect::<Vec<_>>() {
            won += usize::from(claim.await.unwrap());
        }
        assert_eq!(won, 1);
        assert!(!store.claim_slot("s", NOON - DAY).await.unwrap(), "what is past stays past");
        store.set_server("s", &ServerSettings::default()).await.unwrap();
        assert!(!store.claim_slot("s", NOON).await.unwrap(), "whatever is set meanwhile");
        assert!(store.claim_slot("s", NOON + DAY).await.unwrap());
    });
}

#[test]
fn settings_of_another_version_are_read_with_care() {
    on_each(|fresh| async move {
        let set = async |person: &str, json: &str| {
            let insert = format!(
                "INSERT INTO people (person, settings, hidden) VALUES ('{person}', '{json}', 0)"
            );
            raw(&fresh.url, &insert).await;
        };
        set("old", r#"{"version":1,"settings":{"quiet":true}}"#).await;
        set("new", r#"{"version":2,"settings":{"quiet":"on Sundays"}}"#).await;
        set("odd", "{}").await;
        assert!(fresh.store.person_settings("old").await.unwrap().quiet);
        let newer = fresh.store.person_settings("new").await;
        assert!(matches!(newer, Err(Error::Newer { version: 2 })), "{newer:?}");
        let odd = fresh.store.person_settings("odd").await;
        assert!(matches!(odd, Err(Error::Unreadable { .. })), "{odd:?}");
    });
}

#[test]
fn the_daily_challenge_is_played_once_and_days_in_a_row_count() {
    on_each(|fresh| async move {
        let store = fresh.store;
        let today = NOON / DAY;
        for (day, streak) in [(today - 3, 1), (today - 1, 1), (today, 2)] {
            assert_eq!(store.begin_daily(day, "ada", "r", NOON).await.unwrap(), None);
            let finished = store.finish_daily(day, "ada", "■□■", (2, 3), NOON).await.unwrap();
            assert_eq!(finished, streak, "{day}");
        }
        let again = store.begin_daily(today, "ada", "another", NOON).await.unwrap().unwrap();
        assert_eq!((again.round.as_str(), again.grid.as_deref()), ("r", Some("■□■")));
        let twice = store.finish_daily(today, "ada", "■■■", (3, 3), NOON).await.unwrap();
        assert_eq!(twice, 2, "the second time changes nothing");
        assert_eq!(store.daily(today, "ada").await.unwrap().unwrap().correct, 2);
        for (day, streaks) in [(today, (2, 2)), (today + 1, (2, 2)), (today + 2, (0, 2))] {
            assert_eq!(store.daily_streaks(day, "ada").await.unwrap(), streaks, "{day}");
        }
        assert_eq!(store.daily_streaks(today, "bo").await.unwrap(), (0, 0));
        assert_eq!(store.begin_daily(today, "bo", "q", NOON).await.unwrap(), None);
        assert_eq!(store.daily_streaks(today, "bo").await.unwrap(), (0, 0), "not finished yet");
    });
}

#[test]
fn cards_are_kept_one_for_each_fact() {
    on_each(|fresh| async move {
        let store = fresh.store;
        let card = |fact: &str, due| Card { fact: fact.to_owned(), state: "{}".to_owned(), due };
        store.start(&start("r", "here", "")).await.unwrap();
        for (version, one) in (0..).zip([card("f1", 9), card("f2", 5), card("f1", 3)]) {
            let practised = Some(("ada", &one));
            store.save(&Step { practised, ..step("r", version) }).await.unwrap();
        }
        assert_eq!(store.cards("ada").await.unwrap(), [card("f1", 3), card("f2", 5)]);
        assert!(store.cards("bo").await.unwrap().is_empty());
    });
}
