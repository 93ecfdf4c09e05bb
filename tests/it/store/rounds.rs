//! Rounds, their answers and what goes out.

use roadbook::store::{Answer, Effect, Saved, Start, Started, Step};

use super::fixture::{
    DAY, NOON, SECOND, closing, effect, file, on_each, outcome, run, start, step,
};

fn answer<'a>(player: &'a str, answer: &'a str, at: i64) -> Answer<'a> {
    Answer { question: 0, player, answer, at }
}

#[test]
fn a_place_has_one_round_until_it_ends() {
    on_each(|fresh| async move {
        let store = fresh.store;
        assert_eq!(store.start(&start("one", "here", "s")).await.unwrap(), Started::Began);
        let second = store.start(&start("two", "here", "s")).await.unwrap();
        assert_eq!(second, Started::Runs { round: "one".to_owned() });
        assert_eq!(store.round("two").await.unwrap(), None, "nothing of it was written");
        assert_eq!(store.start(&start("three", "there", "s")).await.unwrap(), Started::Began);

        store.save(&Step { ends: true, ..step("one", 0) }).await.unwrap();
        assert_eq!(store.round_in("here").await.unwrap(), None);
        let ended = store.round("one").await.unwrap().unwrap();
        assert_eq!((ended.ended, ended.deadline), (Some(NOON + SECOND), None));
        assert_eq!(store.start(&start("two", "here", "s")).await.unwrap(), Started::Began);
        assert_eq!(store.round_in("here").await.unwrap().unwrap().id, "two");
    });
}

#[test]
fn a_step_from_an_old_version_changes_nothing() {
    on_each(|fresh| async move {
        let store = fresh.store;
        store.start(&start("r", "here", "s")).await.unwrap();
        let first = Step { state: "first", ..step("r", 0) };
        assert_eq!(store.save(&first).await.unwrap(), Saved::Done { version: 1, answers: 0 });
        let outcomes = [outcome("ada", 5)];
        let late = Step {
            state: "late",
            answers: &[answer("ada", "1", NOON)],
            effects: &[effect("late")],
            closing: Some(closing(0, "item", &outcomes)),
            ..step("r", 0)
        };
        assert_eq!(store.save(&late).await.unwrap(), Saved::Moved);
        let round = store.round("r").await.unwrap().unwrap();
        assert_eq!((round.state.as_str(), round.version), ("first", 1));
        assert!(store.answers("r", 0).await.unwrap().is_empty());
        assert!(store.claim(NOON + DAY, 1, 9, None).await.unwrap().is_empty());
        assert!(store.item_stats().await.unwrap().is_empty());

        store.save(&Step { ends: true, ..step("r", 1) }).await.unwrap();
        assert_eq!(store.save(&step("r", 2)).await.unwrap(), Saved::Moved, "it is over");
        assert_eq!(store.save(&step("nowhere", 0)).await.unwrap(), Saved::Moved);
    });
}

#[test]
fn the_last_change_of_an_answer_wins_until_its_question_is_closed() {
    on_each(|fresh| async move {
        let store = fresh.store;
        store.start(&start("r", "here", "s")).await.unwrap();
        let mut version = 0;
        let mut answered = async |answers: &[Answer<'_>]| {
            let saved = store.save(&Step { answers, ..step("r", version) }).await.unwrap();
            version += 1;
            let Saved::Done { answers, .. } = saved else { panic!("it moved") };
            answers
        };
        assert_eq!(answered(&[answer("ada", "1", NOON + 5)]).await, 1);
        assert_eq!(answered(&[answer("ada", "1", NOON + 5)]).await, 0, "delivered twice");
        assert_eq!(answered(&[answer("ada", "2", NOON + 9), answer("bo", "3", NOON)]).await, 2);
        assert_eq!(answered(&[answer("bo", "1", NOON)]).await, 1, "two within a millisecond");
        let answers = store.answers("r", 0).await.unwrap();
        let expected = [("bo", "1", NOON), ("ada", "2", NOON + 9)];
        let told: Vec<_> = answers.iter().map(|(p, a, at)| (p.as_str(), a.as_str(), *at)).collect();
        assert_eq!(told, expected);

        let outcomes = [outcome("ada", 10), outcome("bo", 0)];
        let close = Step { closing: Some(closing(0, "item", &outcomes)), ..step("r", 4) };
        assert_eq!(store.save(&close).await.unwrap(), Saved::Done { version: 5, answers: 0 });
        let again = Step { closing: Some(closing(0, "item", &outcomes)), ..step("r", 5) };
        assert_eq!(store.save(&again).await.unwrap(), Saved::Moved, "closed once");
        let late = [answer("bo", "2", NOON + 99)];
        let late = store.save(&Step { answers: &late, ..step("r", 5) }).await.unwrap();
        assert_eq!(late, Saved::Done { version: 6, answers: 0 });
        assert_eq!(store.answers("r", 0).await.unwrap().len(), 2);
        assert_eq!(store.item_stats().await.unwrap()[0].shown, 1);
    });
}

#[test]
fn time_while_nobody_kept_it_is_known_after_a_restart() {
    on_each(|fresh| async move {
        let store = fresh.store;
        store.start(&start("late", "here", "s")).await.unwrap();
        store.start(&Start { deadline: None, ..start("waits", "there", "s") }).await.unwrap();
        let soon = Start { deadline: Some(NOON + SECOND), ..start("soon", "elsewhere", "s") };
        store.start(&soon).await.unwrap();
        let running = store.running().await.unwrap();
        let ids: Vec<_> = running.iter().map(|round| round.id.as_str()).collect();
        assert_eq!(ids, ["soon", "late", "waits"]);
        assert!(running.iter().all(|round| round.kept == NOON));

        store.clone().named("a").beat(NOON + 3 * SECOND).await.unwrap();
        store.clone().named("b").beat(NOON + 2 * SECOND).await.unwrap();
        store.save(&Step { at: NOON + 9 * SECOND, ..step("late", 0) }).await.unwrap();
        let kept: Vec<_> = store
            .running()
            .await
            .unwrap()
            .into_iter()
            .map(|round| (round.id, round.kept))
            .collect();
        let expected = [("soon", 3), ("late", 9), ("waits", 3)];
        assert_eq!(kept, expected.map(|(id, kept)| (id.to_owned(), NOON + kept * SECOND)));
    });
}

#[test]
fn an_effect_goes_to_one_at_a_time_until_it_is_done() {
    on_each(|fresh| async move {
        let store = fresh.store;
        let later = Effect { due: NOON + 5, ..effect("r:1") };
        let effects = [later, effect("r:0"), effect("r:0")];
        store.start(&Start { effects: &effects, ..start("r", "here", "s") }).await.unwrap();
        assert_eq!(store.next_due().await.unwrap(), Some(NOON));
        assert!(store.claim(NOON - 1, 100, 9, None).await.unwrap().is_empty(), "not due");
        let keys = async |now| -> Vec<String> {
            store.claim(now, 100, 9, None).await.unwrap().into_iter().map(|due| due.key).collect()
        };
        assert_eq!(keys(NOON).await, ["r:0"]);
        assert_eq!(keys(NOON + 5).await, ["r:1"], "the other one is claimed");
        assert_eq!(store.next_due().await.unwrap(), Some(NOON + 100));
        assert_eq!(keys(NOON + 105).await, ["r:0", "r:1"], "nobody was done with them in time");
        assert!(store.done("r:0", NOON + 106).await.unwrap());
        assert!(!store.done("r:0", NOON + 107).await.unwrap(), "done once");
        assert_eq!(keys(NOON + 900).await, ["r:1"]);
        store.save(&Step { effects: &[effect("r:0")], ..step("r", 0) }).await.unwrap();
        assert!(keys(NOON + 901).await.is_empty(), "the key of what is done stays taken");
    });
}

#[test]
fn what_was_saved_is_there_when_the_file_is_opened_again() {
    run(async {
        let path = file("with # and ? and 100%");
        let store = roadbook::store::Store::open_file(&path).await.unwrap();
        store.start(&start("r", "here", "s")).await.unwrap();
        let answers = [answer("ada", "1", NOON)];
        store.save(&Step { answers: &answers, ..step("r", 0) }).await.unwrap();
        // A second program looks at it before the first one is done: nothing waits to be written.
        let second = roadbook::store::Store::open_file(&path).await.unwrap();
        assert_eq!(second.round("r").await.unwrap().unwrap().version, 1);
        store.close().await;
        assert_eq!(second.answers("r", 0).await.unwrap().len(), 1);
        assert!(path.exists());
    });
}
