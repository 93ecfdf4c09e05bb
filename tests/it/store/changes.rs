//! Settings that several people change at once: each change is made to what the others have left.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::request::{Action, LangFrom, Person, Request};
use roadbook::router::Router;
use roadbook::text::Lang;

use super::fixture::{NOON, on_each};
use crate::talk::router_on;

async fn command(router: &Router, id: &str, options: &[(&str, &str)]) {
    let at = Timestamp::from_millisecond(NOON).unwrap();
    let options = options.iter().map(|(option, value)| ((*option).into(), (*value).into()));
    let request = Request {
        person: Person { id: "ada".to_owned(), name: "Ada".to_owned() },
        place: "c".to_owned(),
        server: "s".to_owned(),
        lang: Lang::En,
        lang_from: LangFrom::Settled,
        crowd: true,
        moderator: true,
        manager: true,
        at,
        action: Action::Command { id: id.to_owned(), options: options.collect() },
    };
    let reply = router.handle(&request, at, &mut ChaCha8Rng::seed_from_u64(1)).await;
    assert!(format!("{:?}", reply.parts).contains("Saved"), "{:?}", reply.parts);
}

#[test]
fn what_two_change_at_once_is_all_kept() {
    on_each(|fresh| async move {
        // Two processes, of which each has several people.
        let routers = [0, 1].map(|_| Arc::new(router_on(fresh.store.clone())));
        let mut changes = Vec::new();
        for number in 0..12_usize {
            let router = Arc::clone(&routers[number % 2]);
            changes.push(tokio::spawn(async move {
                let channel = format!("c{number}");
                match number {
                    0 => command(&router, "settings-schedule", &[("time", "20:30")]).await,
                    1 => command(&router, "me", &[("boards", "hidden")]).await,
                    2 => command(&router, "me", &[("rating", "quiet")]).await,
                    3 => command(&router, "me", &[("pace", "150")]).await,
                    4 => command(&router, "me", &[("lang", "English")]).await,
                    _ => command(&router, "settings", &[("allow", &channel)]).await,
                }
            }));
        }
        for change in changes {
            change.await.unwrap();
        }
        let settings = fresh.store.server_settings("s").await.unwrap();
        assert!(settings.schedule.is_some(), "{settings:?}");
        let channels: BTreeSet<String> = settings.channels.into_iter().collect();
        assert_eq!(channels, (5..12).map(|number| format!("c{number}")).collect());
        let own = fresh.store.person_settings("ada").await.unwrap();
        assert!(own.hidden && own.quiet && own.lang.is_some(), "{own:?}");
        assert_eq!(own.time_factor, Some(1.5));
    });
}
