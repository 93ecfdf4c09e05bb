//! Several processes on one store: the database decides.

use std::collections::BTreeSet;

use roadbook::store::{
    Answer, Closing, Effect, Learnt, Left, Rated, Rating, Saved, Start, Started, Step, Store,
};

use super::fixture::{NOON, closing, file, on_each, outcome, postgres, run, schema, start, step};

/// The same store, opened once for each of four processes.
async fn processes(url: &str) -> Vec<Store> {
    let mut stores = Vec::new();
    for _ in 0..4 {
        stores.push(Store::open(url).await.unwrap());
    }
    stores
}

/// What all of them get who do the same thing at the same time.
async fn all<T: Send + 'static, F: Future<Output = T> + Send + 'static>(
    stores: &[Store],
    act: impl Fn(usize, Store) -> F,
) -> Vec<T> {
    let tasks: Vec<_> = stores
        .iter()
        .enumerate()
        .map(|(index, store)| tokio::spawn(act(index, store.clone())))
        .collect();
    let mut got = Vec::new();
    for task in tasks {
        got.push(task.await.unwrap());
    }
    got
}

#[test]
fn four_make_the_tables_at_once() {
    run(async {
        let mut urls = vec![format!("sqlite:{}", file("new").display())];
        if let Some(server) = postgres() {
            urls.push(schema(&server).await);
        }
        for url in urls {
            let opened: Vec<_> = (0..4)
                .map(|_| {
                    let url = url.clone();
                    tokio::spawn(async move { Store::open(&url).await })
                })
                .collect();
            for store in opened {
                let store = store.await.unwrap().unwrap();
                assert_eq!(store.running().await.unwrap(), []);
            }
        }
    });
}

#[test]
fn one_of_four_starts_and_one_closes() {
    on_each(|fresh| async move {
        let stores = processes(&fresh.url).await;
        let began = all(&stores, |index, store| async move {
            let id = format!("r{index}");
            store.start(&start(&id, "here", "s")).await.unwrap()
        })
        .await;
        assert_eq!(began.iter().filter(|started| **started == Started::Began).count(), 1);
        let round = fresh.store.round_in("here").await.unwrap().unwrap().id;

        for version in 0..5 {
            let round = round.clone();
            let saved = all(&stores, move |index, store| {
                let round = round.clone();
                async move {
                    let outcomes = [outcome("ada", 1), outcome("bo", 1)];
                    let key = format!("{version} by {index}");
                    let effects = [Effect { key: &key, due: NOON, payload: "{}" }];
                    let closing = Some(closing(version, "item", &outcomes));
                    let step = Step { closing, effects: &effects, ..step(&round, version) };
                    store.save(&step).await.unwrap()
                }
            })
            .await;
            let done = Saved::Done { version: version + 1, answers: 0 };
            assert_eq!(saved.iter().filter(|one| **one == done).count(), 1, "{saved:?}");
        }
        let due = fresh.store.claim(NOON, 1, 99, None).await.unwrap();
        assert_eq!(due.len(), 5, "one effect a question");
        assert_eq!(fresh.store.item_stats().await.unwrap()[0].shown, 5);
        assert_eq!(fresh.store.check(NOON).await.unwrap(), Vec::<String>::new());
    });
}

#[test]
fn no_answer_is_lost_or_counted_twice() {
    on_each(|fresh| async move {
        fresh.store.start(&start("r", "here", "s")).await.unwrap();
        let stores = processes(&fresh.url).await;
        // Each process takes the presses of five players, delivered twice, and steps until it is let.
        all(&stores, |index, store| async move {
            for press in 0..10 {
                let player = format!("p{index}{}", press % 5);
                let answers = [Answer { question: 0, player: &player, answer: "1", at: NOON }];
                loop {
                    let version = store.round("r").await.unwrap().unwrap().version;
                    let step = Step { answers: &answers, ..step("r", version) };
                    match store.save(&step).await.unwrap() {
                        Saved::Moved => {}
                        Saved::Done { answers, .. } => {
                            assert_eq!(answers, u64::from(press < 5));
                            break;
                        }
                    }
                }
            }
        })
        .await;
        assert_eq!(fresh.store.answers("r", 0).await.unwrap().len(), 20);
        assert_eq!(fresh.store.round("r").await.unwrap().unwrap().version, 40);
    });
}

#[test]
fn each_effect_is_claimed_by_one() {
    on_each(|fresh| async move {
        let keys: Vec<_> = (0..40).map(|number| format!("k{number}")).collect();
        let effects: Vec<_> =
            keys.iter().map(|key| Effect { key, due: NOON, payload: "{}" }).collect();
        let begin = Start { effects: &effects, ..start("r", "here", "s") };
        fresh.store.start(&begin).await.unwrap();
        let stores = processes(&fresh.url).await;
        let claimed = all(&stores, |_, store| async move {
            let mut mine = Vec::new();
            // Where others were faster a claim may come back with less than there is.
            while mine.len() < 40 && store.next_due().await.unwrap() == Some(NOON) {
                let due = store.claim(NOON, 60_000, 3, None).await.unwrap();
                mine.extend(due.into_iter().map(|due| due.key));
            }
            mine
        })
        .await;
        let claimed: Vec<_> = claimed.into_iter().flatten().collect();
        assert_eq!(claimed.len(), 40);
        assert_eq!(claimed.into_iter().collect::<BTreeSet<_>>().len(), 40);
    });
}

#[test]
fn what_a_dead_process_left_goes_to_one_other_at_once() {
    on_each(|fresh| async move {
        let [ada, bo, cy] = ["a", "b", "c"].map(|name| fresh.store.clone().named(name));
        let effects = [Effect { key: "k", due: NOON + 15_000, payload: "{}" }];
        ada.start(&Start { effects: &effects, ..start("r", "here", "s") }).await.unwrap();
        ada.beat(NOON).await.unwrap();
        // Two seconds without a beat are a dead process.
        let left = |now| Left { due: now + 13_000, beat: now - 2_000 };
        let claims = async |store: &Store, now| {
            let due = store.claim(now, 15_000, 9, Some(left(now))).await.unwrap();
            (store.has_left(left(now)).await.unwrap(), due.len())
        };
        assert_eq!(claims(&bo, NOON + 1_000).await, (false, 0), "it is alive");
        assert_eq!(claims(&ada, NOON + 9_000).await, (false, 0), "what is one’s own has its time");
        assert!(!bo.has_left(left(NOON + 1_999)).await.unwrap(), "it is alive");
        assert!(bo.has_left(left(NOON + 2_000)).await.unwrap());
        for one in [&bo, &cy] {
            one.beat(NOON + 2_500).await.unwrap();
        }
        let (first, second) = tokio::join!(claims(&bo, NOON + 2_500), claims(&cy, NOON + 2_500));
        assert_eq!(first.1 + second.1, 1, "one of the two");
        assert_eq!(
            claims(&ada, NOON + 3_000).await.1,
            0,
            "should it live after all, it is another’s"
        );
        // Nor does whoever has it keep it for ever.
        assert_eq!(claims(&ada, NOON + 5_000).await.1, 1);
    });
}

#[test]
fn two_rounds_with_the_same_people_close_side_by_side() {
    on_each(|fresh| async move {
        let stores = processes(&fresh.url).await;
        all(&stores, |index, store| async move {
            let (round, server) = (format!("r{index}"), format!("s{index}"));
            store.start(&start(&round, &round, &server)).await.unwrap();
            let mut people = ["ada", "bo", "cy", "di"];
            // Each names them in another order, which must not make them wait in a circle.
            people.rotate_left(index);
            let outcomes = people.map(|person| outcome(person, 2));
            for number in 0..10 {
                // What each learns, it learns from what it read before, and others learn meanwhile.
                let from = store.rating(Rated::Person, "cy").await.unwrap();
                let from = from.unwrap_or(Rating { rating: 1_500.0, answers: 0 });
                let to = Rating { rating: from.rating + 4.0, answers: from.answers + 1 };
                let rated = [(Rated::Person, "cy", Learnt { from, to })];
                let closing = Some(Closing { rated: &rated, ..closing(number, "item", &outcomes) });
                store.save(&Step { closing, ..step(&round, number) }).await.unwrap();
            }
        })
        .await;
        let rating = fresh.store.rating(Rated::Person, "cy").await.unwrap();
        assert_eq!(rating, Some(Rating { rating: 1_660.0, answers: 40 }), "nothing learnt is lost");
        let everywhere = roadbook::store::Scope::Everywhere;
        let stats = fresh.store.stats("cy", everywhere).await.unwrap().unwrap();
        assert_eq!((stats.points, stats.questions, stats.best), (80, 40, 40));
        assert_eq!(fresh.store.item_stats().await.unwrap()[0].shown, 40);
        assert_eq!(fresh.store.check(NOON).await.unwrap(), Vec::<String>::new());
    });
}
