//! One round, or one server, that always fails keeps no other waiting.

use jiff::Timestamp;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::facts::Lang;
use roadbook::reply::{Reply, Turn};
use roadbook::request::{Action, LangFrom, Person, Request};
use roadbook::router::Router;
use roadbook::store::{Schedule, ServerSettings, Start, Started, Step, Store};

use crate::store::fixture::{NOON, SECOND, file, on_each, raw, run, start, step};
use crate::talk::router_on;

fn at(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap()
}

async fn begin(router: &Router, id: &str, place: &str) -> Reply {
    let options = [("count", "2"), ("format", "choice")];
    let options = options.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let request = Request {
        person: Person { id: "501".to_owned(), name: "Ada".to_owned() },
        place: place.to_owned(),
        server: "server".to_owned(),
        lang: Lang::En,
        lang_from: LangFrom::Settled,
        moderator: false,
        manager: false,
        crowd: false,
        at: at(NOON),
        action: Action::Command { id: id.to_owned(), options: options.to_vec() },
    };
    let seed = u64::try_from(place.len()).unwrap();
    router.handle(&request, at(NOON), &mut ChaCha8Rng::seed_from_u64(seed)).await
}

#[test]
fn a_round_whose_step_fails_stops_no_clock_and_is_over_after_a_while() {
    run(async {
        let url = format!("sqlite:{}", file("bad-card").display());
        let router = router_on(Store::open(&url).await.unwrap());
        for (command, place) in [("practice", "private"), ("quiz", "here")] {
            let begun = begin(&router, command, place).await.played.unwrap();
            router.told(&begun.receipt.unwrap(), at(NOON)).await.unwrap();
        }
        // What somebody practised cannot be read, so their round takes no further step; and it is due first.
        raw(
            &url,
            "INSERT INTO cards (person, fact, state, due) VALUES ('501', 'x', 'nonsense', 0)",
        )
        .await;
        raw(&url, "UPDATE rounds SET deadline = 1 WHERE place LIKE 'practice:%'").await;
        let now = NOON + 300 * SECOND;
        let due = router.due(at(now)).await.unwrap();
        let turns: Vec<_> = due.iter().map(|due| due.reply.played.as_ref().unwrap().turn).collect();
        assert_eq!(turns, [Turn::Asked], "the other round goes on");
        let late = router.store().unwrap().late(now).await.unwrap();
        assert!(late.is_empty(), "the one that fails is put off: {late:?}");
        let practice = |places: Vec<roadbook::store::Running>| {
            places.into_iter().filter(|one| one.place.starts_with("practice:")).count()
        };
        assert_eq!(practice(router.store().unwrap().running().await.unwrap()), 1);
        // It is tried again for a while, and then holds its place no longer.
        router.due(at(now + 60 * 60 * SECOND)).await.unwrap();
        assert_eq!(practice(router.store().unwrap().running().await.unwrap()), 0);
        let stop = begin(&router, "practice-stop", "private").await;
        assert!(format!("{stop:?}").contains("not practising"), "{stop:?}");
    });
}

fn schedule(channel: &str) -> ServerSettings {
    let schedule = Schedule {
        days: (1..=7).collect(),
        hour: 12,
        minute: 0,
        zone: "UTC".to_owned(),
        channel: channel.to_owned(),
    };
    ServerSettings { schedule: Some(schedule), ..ServerSettings::default() }
}

#[test]
fn settings_that_cannot_be_read_stop_no_schedule_of_others() {
    run(async {
        let url = format!("sqlite:{}", file("bad-settings").display());
        let router = router_on(Store::open(&url).await.unwrap());
        let store = router.store().unwrap();
        for server in ["a", "b", "c"] {
            store.set_server(server, &schedule(server)).await.unwrap();
        }
        raw(&url, "UPDATE servers SET settings = 'nonsense' WHERE server = 'b'").await;
        let mut chance = ChaCha8Rng::seed_from_u64(1);
        let (due, next) = router.scheduled(at(NOON + SECOND), &mut chance).await.unwrap();
        assert_eq!(due.len(), 2, "those of the others start");
        assert!(next.is_some());
        let (again, _) = router.scheduled(at(NOON + 2 * SECOND), &mut chance).await.unwrap();
        assert!(again.is_empty(), "once");
        assert_eq!(store.check(NOON).await.unwrap(), ["the settings of 1 servers cannot be read"]);
    });
}

#[test]
fn a_start_claims_its_time_with_the_round_or_not_at_all() {
    on_each(|fresh| async move {
        let store = fresh.store;
        store.set_server("s", &schedule("here")).await.unwrap();
        let slot = Some(NOON);
        let other = start("other", "here", "s");
        store.start(&other).await.unwrap();
        let late = store.start(&Start { slot, ..start("r", "here", "s") }).await.unwrap();
        assert!(matches!(late, Started::Runs { .. }));
        assert!(
            !store.is_claimed("s", NOON).await.unwrap(),
            "nothing began, so nothing is claimed"
        );
        store.save(&Step { ends: true, ..step("other", 0) }).await.unwrap();
        let begun = store.start(&Start { slot, ..start("r", "here", "s") }).await.unwrap();
        assert_eq!(begun, Started::Began);
        assert!(store.is_claimed("s", NOON).await.unwrap());
        store.save(&Step { ends: true, ..step("r", 0) }).await.unwrap();
        let twice = store.start(&Start { slot, ..start("q", "here", "s") }).await.unwrap();
        assert_eq!(twice, Started::Claimed);
        assert_eq!(store.round("q").await.unwrap(), None);
        let next = Start { slot: Some(NOON + 1), ..start("q", "here", "s") };
        assert_eq!(store.start(&next).await.unwrap(), Started::Began);
    });
}
