//! A gateway that refuses for good, and one that is not there for long: what is told, and how often it is asked.

use std::sync::Arc;
use std::time::Duration;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::discord::{Error, Patience, Settings, run};
use tokio::task::JoinHandle;

use super::bot::{Bot, settings};
use super::payload::ADA;
use super::standin::{Act, Inner, StandIn};
use crate::talk::router;

/// A bot that nobody ends.
fn running(settings: Settings) -> JoinHandle<Result<(), Error>> {
    let chance = ChaCha8Rng::seed_from_u64(1);
    tokio::spawn(run(settings, Arc::new(router()), chance, std::future::pending()))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_that_is_closed_for_good_ends_the_bot_and_says_why() {
    let cases = [
        (4004, "DISCORD_TOKEN"),
        (4010, "SHARDS"),
        (4011, "SHARDS"),
        (4012, "4012"),
        (4013, "intents"),
        (4014, "intents"),
    ];
    for (code, said) in cases {
        let standin = StandIn::start().await;
        let running = running(settings(&standin));
        standin.ready().await;
        standin.act(Act::Close(code));
        let ended = tokio::time::timeout(Duration::from_secs(20), running).await;
        let error = ended.unwrap_or_else(|_| panic!("{code} does not end it"));
        let error = error.unwrap().unwrap_err().to_string();
        assert!(error.to_lowercase().contains(&said.to_lowercase()), "{code}: {error}");
        assert!(!error.contains('\n'), "{error}");
        assert_eq!(standin.know(|inner| inner.identifies), 1, "{code} is not tried again");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sessions_that_do_not_last_are_begun_less_and_less_often() {
    let standin = StandIn::start().await;
    // Each session is invalid as soon as it has begun.
    standin.know(|inner| inner.closing = Some(4_009));
    let settings = settings(&standin);
    let patience = Patience { resume: Duration::from_millis(300), ..settings.patience };
    let running = running(Settings { patience, ..settings });
    tokio::time::sleep(Duration::from_secs(8)).await;
    running.abort();
    // After half a second, one, two, four.
    let identifies = standin.know(|inner| inner.identifies);
    assert!((2..=7).contains(&identifies), "{identifies} identified");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_session_begins_that_discord_does_not_allow() {
    let standin = StandIn::start().await;
    standin.know(|inner| inner.sessions = Some((0, 3_000)));
    let running = running(settings(&standin));
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    assert_eq!(standin.know(|inner| inner.identifies), 0);
    // Then all of a day are allowed again.
    standin.ready().await;
    running.abort();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_front_without_a_gateway_is_asked_again_soon() {
    let standin = StandIn::start().await;
    let settings = Settings { patience: Patience::default(), ..settings(&standin) };
    let bot = Bot::start_on(standin, settings).await;
    bot.standin.know(|inner| inner.front = true);
    bot.standin.act(Act::Cut);
    let again = |inner: &mut Inner| (inner.turned_away > 5).then_some(());
    bot.standin.until("it has asked again and again", Duration::from_secs(30), again).await;
    bot.standin.know(|inner| inner.front = false);
    let back = std::time::Instant::now();
    bot.standin.ready().await;
    assert!(back.elapsed() < Duration::from_secs(6), "{:?}", back.elapsed());
    assert!(bot.slash(&ADA, "about", &[]).await.text().contains("docuseries"));
    bot.end().await;
}
