//! A round in the store against a model of it: whatever comes in whatever order, both agree.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use roadbook::store::{Answer, Effect, Saved, Scope, Step, Store};

use super::fixture::{NOON, closing, outcome, run, start, step};

/// Something that reaches the store.
#[derive(Debug, Clone)]
enum Event {
    /// An answer of somebody to a question, given at a time, and whether the step comes from an old version.
    Answer { player: u8, question: i64, choice: u8, at: i64, stale: bool },
    /// A question is closed, perhaps again.
    Close { question: i64 },
    /// An effect, perhaps one that was written before.
    Effect { key: u8 },
    /// Effects are claimed, and one of them is done.
    Send,
    /// The last step, perhaps from an old version.
    End { stale: bool },
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => (0..3_u8, 0..3_i64, 0..4_u8, 0..6_i64, prop::bool::weighted(0.2)).prop_map(
            |(player, question, choice, at, stale)| Event::Answer { player, question, choice, at, stale }
        ),
        2 => (0..3_i64).prop_map(|question| Event::Close { question }),
        2 => (0..4_u8).prop_map(|key| Event::Effect { key }),
        2 => Just(Event::Send),
        1 => any::<bool>().prop_map(|stale| Event::End { stale }),
    ]
}

/// What the store must hold.
#[derive(Debug, Default, PartialEq)]
struct Model {
    version: i64,
    ended: bool,
    /// Choice and time by question and player.
    answers: BTreeMap<(i64, String), (String, i64)>,
    closed: BTreeSet<i64>,
    points: i64,
    open: BTreeSet<String>,
    done: BTreeSet<String>,
}

impl Model {
    /// Whether a step from this version is let.
    fn steps(&mut self, stale: bool) -> bool {
        let goes = !stale && !self.ended;
        self.version += i64::from(goes);
        goes
    }
}

async fn apply(store: &Store, model: &mut Model, event: &Event) {
    let old = |stale: bool, model: &Model| model.version - i64::from(stale);
    match event {
        Event::Answer { player, question, choice, at, stale } => {
            let (player, choice) = (format!("p{player}"), choice.to_string());
            let answers =
                [Answer { question: *question, player: &player, answer: &choice, at: NOON + at }];
            let step = Step { answers: &answers, ..step("r", old(*stale, model)) };
            let saved = store.save(&step).await.unwrap();
            if !model.steps(*stale) {
                assert_eq!(saved, Saved::Moved);
                return;
            }
            let key = (*question, player.clone());
            let other = model.answers.get(&key) != Some(&(choice.clone(), NOON + at));
            let counts = other && !model.closed.contains(question);
            let expected = Saved::Done { version: model.version, answers: u64::from(counts) };
            assert_eq!(saved, expected);
            if counts {
                model.answers.insert(key, (choice, NOON + at));
            }
        }
        Event::Close { question } => {
            let outcomes = [outcome("p0", 3)];
            let closing = Some(closing(*question, "item", &outcomes));
            let saved = store.save(&Step { closing, ..step("r", model.version) }).await.unwrap();
            if model.ended || model.closed.contains(question) {
                assert_eq!(saved, Saved::Moved);
            } else {
                model.steps(false);
                model.closed.insert(*question);
                model.points += 3;
                assert_eq!(saved, Saved::Done { version: model.version, answers: 0 });
            }
        }
        Event::Effect { key } => {
            let key = format!("k{key}");
            let effects = [Effect { key: &key, due: NOON, payload: "{}" }];
            store.save(&Step { effects: &effects, ..step("r", model.version) }).await.unwrap();
            if model.steps(false) && !model.done.contains(&key) {
                model.open.insert(key);
            }
        }
        Event::Send => {
            // A lease of nothing: what is not done comes again.
            let due = store.claim(NOON, 0, 99, None).await.unwrap();
            let keys: BTreeSet<_> = due.into_iter().map(|due| due.key).collect();
            assert_eq!(keys, model.open);
            if let Some(key) = model.open.pop_first() {
                assert!(store.done(&key, NOON).await.unwrap());
                model.done.insert(key);
            }
        }
        Event::End { stale } => {
            let step = Step { ends: true, ..step("r", old(*stale, model)) };
            let saved = store.save(&step).await.unwrap();
            let goes = model.steps(*stale);
            model.ended |= goes;
            assert_eq!(saved != Saved::Moved, goes);
        }
    }
}

/// What the store holds, as the model would have it.
async fn held(store: &Store, model: &Model) -> Model {
    let round = store.round("r").await.unwrap().unwrap();
    let mut answers = BTreeMap::new();
    for question in 0..3 {
        for (player, answer, at) in store.answers("r", question).await.unwrap() {
            answers.insert((question, player), (answer, at));
        }
    }
    let stats = store.stats("p0", Scope::Everywhere).await.unwrap();
    let due = store.claim(NOON, 0, 99, None).await.unwrap();
    Model {
        version: round.version,
        ended: round.ended.is_some(),
        answers,
        closed: model.closed.clone(),
        points: stats.map_or(0, |stats| stats.points),
        open: due.into_iter().map(|due| due.key).collect(),
        done: model.done.clone(),
    }
}

#[test]
fn the_store_agrees_with_its_model_in_every_order() {
    let mut runner =
        TestRunner::new(Config { cases: 64, failure_persistence: None, ..Config::default() });
    runner
        .run(&prop::collection::vec(event(), 1..40), |events| {
            run(async {
                let store = Store::memory().await.unwrap();
                store.start(&start("r", "here", "s")).await.unwrap();
                let mut model = Model::default();
                for event in &events {
                    apply(&store, &mut model, event).await;
                }
                assert_eq!(held(&store, &model).await, model);
                assert_eq!(store.check(NOON).await.unwrap(), Vec::<String>::new());
            });
            Ok(())
        })
        .unwrap();
}
