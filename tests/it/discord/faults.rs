//! Each thing that goes wrong at Discord or on the way, and that the bot is there again after it.

use std::time::{Duration, Instant};

use serde_json::json;

use super::bot::{Bot, settings};
use super::payload::{self, ADA};
use super::standin::{Act, Inner, StandIn, What};
use crate::talk::router;

/// Within what time it has to answer again. The watch of tests is less patient than usual, but the machine
/// may be slow.
const AGAIN: Duration = Duration::from_secs(25);

/// Waits until the bot has a connection again and answers.
async fn answers_again(bot: &Bot) {
    let connected = |inner: &mut Inner| inner.connection.as_ref().map(|_| ());
    bot.standin.until("it is connected again", AGAIN, connected).await;
    let answer = bot.slash(&ADA, "about", &[]).await;
    assert!(answer.text().contains("docuseries"));
}

/// Does something to the connection, waits until it is gone, then until the bot answers again.
async fn survives(act: impl FnOnce(&StandIn)) {
    let bot = Bot::start().await;
    bot.slash(&ADA, "about", &[]).await;
    act(&bot.standin);
    answers_again(&bot).await;
    bot.end().await;
}

/// As [`survives`], where the connection ends by it.
async fn outlives(act: impl FnOnce(&StandIn)) {
    let bot = Bot::start().await;
    bot.slash(&ADA, "about", &[]).await;
    let before = bot.standin.know(|inner| inner.identifies + inner.resumes);
    act(&bot.standin);
    bot.standin
        .until("it comes back", AGAIN, |inner| {
            (inner.identifies + inner.resumes > before).then_some(())
        })
        .await;
    answers_again(&bot).await;
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reconnect_is_followed() {
    outlives(|standin| standin.act(Act::Send(json!({"op": 7, "d": null})))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invalid_session_is_resumed_or_begun_anew() {
    outlives(|standin| standin.act(Act::Send(json!({"op": 9, "d": true})))).await;
    outlives(|standin| {
        standin.know(|inner| inner.session = None);
        standin.act(Act::Send(json!({"op": 9, "d": false})));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn close_codes_are_survived() {
    for code in [1000, 1001, 4000, 4001, 4007, 4008, 4009] {
        outlives(|standin| standin.act(Act::Close(code))).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cut_connection_is_made_again() {
    outlives(|standin| standin.act(Act::Cut)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gateway_that_refuses_is_waited_for() {
    for outage in [Duration::from_millis(200), Duration::from_secs(3)] {
        let bot = Bot::start().await;
        bot.standin.know(|inner| inner.refusing = true);
        bot.standin.act(Act::Cut);
        tokio::time::sleep(outage).await;
        bot.standin.know(|inner| inner.refusing = false);
        answers_again(&bot).await;
        bot.end().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_that_died_silently_is_noticed() {
    let bot = Bot::start().await;
    bot.standin.know(|inner| inner.deaf = true);
    // The connection stays up; only who listens finds out.
    let before = bot.standin.know(|inner| inner.connection.take()).unwrap();
    tokio::time::sleep(Duration::from_secs(3)).await;
    bot.standin.know(|inner| inner.deaf = false);
    answers_again(&bot).await;
    drop(before);
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn junk_is_passed_over() {
    survives(|standin| {
        standin.act(Act::Raw("{".to_owned()));
        standin.act(Act::Raw("[1, 2]".to_owned()));
        standin.act(Act::Send(json!({"op": 77, "d": {"x": 1}})));
        standin.event("SOMETHING_NEW", json!({"x": 1}));
        standin.event("INTERACTION_CREATE", json!({"type": 99}));
        standin.event("MESSAGE_CREATE", json!("no message"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_comes_twice_is_done_once() {
    let bot = Bot::start().await;
    let made = payload::interaction(&ADA, payload::slash("about", &[]));
    let id = bot.standin.interact(2, made);
    let again = bot.standin.know(|inner| inner.log.last().unwrap()["d"].clone());
    bot.standin.event("INTERACTION_CREATE", again.clone());
    bot.standin.event("INTERACTION_CREATE", again);
    bot.standin.answer(id).await;
    bot.slash(&ADA, "about", &[]).await;
    assert_eq!(bot.standin.know(|inner| inner.interactions[&id].refused), 0);
    let message = payload::message(&payload::Who { guild: None, ..ADA }, 62_001, "how long is it?");
    bot.standin.event("MESSAGE_CREATE", message.clone());
    bot.standin.event("MESSAGE_CREATE", message);
    bot.slash(&ADA, "about", &[]).await;
    let posted = |inner: &mut Inner| (!inner.posts.is_empty()).then_some(());
    bot.standin.until("it is answered", AGAIN, posted).await;
    let standin = bot.standin.clone();
    // Which waits for all that is under way.
    bot.end().await;
    assert_eq!(standin.know(|inner| inner.posts.len()), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_arrive_in_spite_of_errors() {
    let faults = [
        What::Status(500),
        What::Status(502),
        What::Limited { seconds: 0.3, body: true },
        What::Limited { seconds: 0.3, body: false },
        What::Slow(Duration::from_millis(1_200)),
        What::Lost,
        What::Reset,
    ];
    let bot = Bot::start().await;
    for what in faults {
        bot.standin.fail("/callback", 1, what);
        let answer = bot.slash(&ADA, "about", &[]).await;
        assert!(answer.after < Duration::from_secs(3));
    }
    // At most one refused request for a 429.
    bot.standin.fail("/callback", 1, What::Limited { seconds: 9.0, body: true });
    bot.standin.interact(2, payload::interaction(&ADA, payload::slash("about", &[])));
    let refused = |inner: &mut Inner| inner.faults.iter().all(|one| one.times == 0).then_some(());
    bot.standin.until("it is refused", AGAIN, refused).await;
    // It does not keep others from their answers.
    bot.slash(&payload::ZOE, "about", &[]).await;
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_end_waits_for_the_answers_under_way() {
    let bot = Bot::start().await;
    bot.standin.fail("/callback", 1, What::Slow(Duration::from_millis(600)));
    let id = bot.standin.interact(2, payload::interaction(&ADA, payload::slash("about", &[])));
    bot.standin.answer(id).await;
    let began = Instant::now();
    bot.end().await;
    assert!(began.elapsed() < Duration::from_secs(5));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_refused_later_ends_the_bot() {
    let standin = StandIn::start().await;
    let chance = rand_chacha::rand_core::SeedableRng::seed_from_u64(1);
    let router = std::sync::Arc::new(router());
    let never = std::future::pending();
    let running = tokio::spawn(roadbook::discord::run(settings(&standin), router, chance, never));
    standin.ready().await;
    standin.know(|inner| {
        inner.refuse_token = true;
        inner.session = None;
    });
    standin.act(Act::Send(json!({"op": 9, "d": false})));
    let ended = tokio::time::timeout(Duration::from_secs(20), running).await;
    let error = ended.expect("it ends").unwrap().unwrap_err();
    assert!(error.to_string().contains("DISCORD_TOKEN"), "{error}");
}
