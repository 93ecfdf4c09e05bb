//! Discord's limits on how often something is sent: the bot waits instead of being refused.

use std::time::{Duration, Instant};

use super::bot::Bot;
use super::payload::{self, ADA, Who};
use super::standin::{Inner, What};

/// Within what time everything has to be there.
const SOON: Duration = Duration::from_secs(25);

/// A window of a bucket: shorter than Discord's, so that no test takes long.
const WINDOW: Duration = Duration::from_millis(900);

/// Direct messages that each want an answer, from so many people by turns.
fn messages(bot: &Bot, people: u64, count: u64) {
    for number in 0..count {
        let channel = 810 + number % people;
        let who = Who { id: 510 + number % people, guild: None, channel, ..ADA };
        let made = payload::message(&who, 63_000 + number, "how long is it?");
        bot.standin.event("MESSAGE_CREATE", made);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_would_be_too_many_waits() {
    let bot = Bot::start().await;
    bot.standin.know(|inner| inner.enforcing = Some(WINDOW));
    let began = Instant::now();
    messages(&bot, 2, 24);
    let all = |inner: &mut Inner| (inner.posts.len() == 24).then_some(());
    bot.standin.until("all are answered", SOON, all).await;
    // Twelve in each channel, five at a time.
    assert!(began.elapsed() >= WINDOW * 2);
    assert_eq!(bot.standin.know(|inner| inner.limited), 0);
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_together_are_no_more_than_fifty_a_second() {
    let bot = Bot::start().await;
    bot.standin.know(|inner| inner.enforcing = Some(WINDOW));
    messages(&bot, 60, 120);
    let all = |inner: &mut Inner| (inner.posts.len() == 120).then_some(());
    bot.standin.until("all are answered", SOON, all).await;
    assert_eq!(bot.standin.know(|inner| inner.limited), 0);
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_refusal_one_asks_for_all() {
    let bot = Bot::start().await;
    for body in [true, false] {
        bot.standin.know(|inner| inner.limited = 0);
        bot.standin.fail("/callback", usize::MAX, What::Limited { seconds: 0.25, body });
        let mut ids = Vec::new();
        for _ in 0..30 {
            let made = payload::interaction(&ADA, payload::slash("about", &[]));
            ids.push(bot.standin.interact(2, made));
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        bot.standin.know(|inner| inner.faults.clear());
        for id in ids {
            let answer = bot.standin.answer(id).await;
            assert!(answer.after < Duration::from_secs(3));
        }
        // One each quarter of a second or so, and what was on the way when the first was refused.
        let refused = bot.standin.know(|inner| inner.limited);
        assert!((1..=8).contains(&refused), "{refused} were refused");
    }
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_whose_receipt_is_lost_is_posted_once() {
    let bot = Bot::start().await;
    bot.standin.fail("/messages", 2, What::Lost);
    messages(&bot, 1, 1);
    let thrice = |inner: &mut Inner| {
        let sent = inner.requests.iter().filter(|one| one.ends_with("/messages"));
        (sent.count() == 3).then_some(())
    };
    bot.standin.until("it is sent again", SOON, thrice).await;
    assert_eq!(bot.standin.know(|inner| inner.posts.len()), 1);
    bot.end().await;
}
