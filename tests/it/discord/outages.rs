//! Outages with the watch that is shipped, and not with the less patient one of most tests: the bot is there again within
//! what is demanded, and what it could not say at once is said.

use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::json;
use tokio::task::JoinSet;

use super::bot::{Bot, settings};
use super::payload::{self, ADA, Who};
use super::program::{ended, program};
use super::standin::{Act, Inner, StandIn, TOKEN, What};
use roadbook::discord::{Patience, Settings};

/// Within what time it has to answer again: six seconds, and as much again on a machine that is busy with all the other
/// tests.
const AGAIN: Duration = Duration::from_secs(12);

/// How long it may take to find that a connection is dead, and to make another one.
const ZOMBIE: Duration = Duration::from_secs(20 + 12);

/// An outage: what happens to the connection, how long it lasts, and within what time after it there is an answer.
type Outage = (&'static str, fn(&StandIn), Duration, Duration);

const OUTAGES: [Outage; 8] = [
    ("op 7", |standin| standin.act(Act::Send(json!({"op": 7, "d": null}))), Duration::ZERO, AGAIN),
    ("op 9", |standin| standin.act(Act::Send(json!({"op": 9, "d": true}))), Duration::ZERO, AGAIN),
    ("a session that is lost", lose_session, Duration::ZERO, AGAIN),
    ("a close code", |standin| standin.act(Act::Close(4_000)), Duration::ZERO, AGAIN),
    ("a cut", |standin| standin.act(Act::Cut), Duration::ZERO, AGAIN),
    ("a refusal of a moment", refuse, Duration::from_millis(200), AGAIN),
    ("a refusal of three seconds", refuse, Duration::from_secs(3), AGAIN),
    ("a refusal of twenty seconds", refuse, Duration::from_secs(20), AGAIN),
];

fn lose_session(standin: &StandIn) {
    standin.know(|inner| inner.session = None);
    standin.act(Act::Send(json!({"op": 9, "d": false})));
}

fn refuse(standin: &StandIn) {
    standin.know(|inner| inner.refusing = true);
    standin.act(Act::Cut);
}

async fn patient() -> Bot {
    let standin = StandIn::start().await;
    let settings = Settings { patience: Patience::default(), ..settings(&standin) };
    Bot::start_on(standin, settings).await
}

/// Asks until there is an answer; what is asked while there is no connection may be lost.
async fn answered(bot: &Bot, what: &str, within: Duration) {
    let began = Instant::now();
    loop {
        let left = within.checked_sub(began.elapsed());
        let left = left.unwrap_or_else(|| panic!("there is no answer in time after {what}"));
        let connected = |inner: &mut Inner| inner.connection.as_ref().map(|_| ());
        bot.standin.until("it is connected again", left, connected).await;
        let asked = payload::interaction(&ADA, payload::slash("about", &[]));
        let id = bot.standin.interact(2, asked);
        let answer = tokio::time::timeout(Duration::from_secs(1), bot.standin.answer(id)).await;
        if answer.is_ok_and(|answer| answer.text().contains("docuseries")) {
            return;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_there_again_in_time() {
    let mut running = JoinSet::new();
    for (what, act, outage, within) in OUTAGES {
        running.spawn(async move {
            let bot = patient().await;
            answered(&bot, "the start", AGAIN).await;
            let before = bot.standin.know(|inner| inner.identifies + inner.resumes);
            act(&bot.standin);
            tokio::time::sleep(outage).await;
            bot.standin.know(|inner| inner.refusing = false);
            let again =
                |inner: &mut Inner| (inner.identifies + inner.resumes > before).then_some(());
            bot.standin.until(what, within, again).await;
            answered(&bot, what, within).await;
            bot.end().await;
        });
    }
    running.spawn(async {
        let bot = patient().await;
        bot.standin.act(Act::Deafen);
        answered(&bot, "a connection that died silently", ZOMBIE).await;
        bot.end().await;
    });
    while let Some(done) = running.join_next().await {
        done.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_is_answered_although_one_request_in_ten_fails() {
    let bot = Bot::start().await;
    let faults = [What::Status(500), What::Reset, What::Status(503), What::Lost];
    let mut asked = Vec::new();
    for number in 0..400_usize {
        if number % 10 == 0 {
            bot.standin.fail("/callback", 1, faults[number / 10 % faults.len()]);
        }
        let who = Who { id: 10_000 + number as u64, ..ADA };
        asked.push(
            bot.standin.interact(2, payload::interaction(&who, payload::slash("about", &[]))),
        );
        tokio::time::sleep(Duration::from_millis(3)).await;
    }
    for id in asked {
        assert!(bot.standin.answer(id).await.after < Duration::from_secs(3));
    }
    bot.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_that_hangs_and_a_limit_of_all_requests_are_outlived() {
    let bot = Bot::start().await;
    for what in [What::Hang, What::LimitedEverywhere { seconds: 0.5 }] {
        bot.standin.fail("/callback", 1, what);
        let answer = bot.slash(&ADA, "about", &[]).await;
        assert!(answer.after < Duration::from_secs(3), "{:?}", answer.after);
    }
    assert_eq!(bot.standin.know(|inner| inner.limited), 1, "it is waited for, not tried out");
    bot.end().await;
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_was_stopped_goes_on() {
    let standin = StandIn::start().await;
    let address = standin.address();
    let child = program(&[("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &address)]);
    let pid = child.id().to_string();
    let signal = |name: &str| {
        assert!(Command::new("kill").args([name, &pid]).status().unwrap().success());
    };
    standin.ready().await;
    signal("-STOP");
    tokio::time::sleep(Duration::from_secs(2)).await;
    signal("-CONT");
    let id = standin.interact(2, payload::interaction(&ADA, payload::slash("about", &[])));
    assert!(standin.answer(id).await.text().contains("docuseries"));
    signal("-TERM");
    let (code, log) = ended(child).await;
    assert_eq!(code, Some(0), "{log}");
    standin.assert_sound();
}

/// The first process of a container is ended by no signal that it does not listen to.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_can_be_ended_before_discord_has_answered() {
    let standin = StandIn::start().await;
    standin.fail("/gateway/bot", 10, What::Late(Duration::from_secs(8)));
    let address = standin.address();
    let child = program(&[("DISCORD_TOKEN", TOKEN), ("DISCORD_PROXY", &address)]);
    let asked = |inner: &mut Inner| (!inner.requests.is_empty()).then_some(());
    standin.until("it asks for the gateway", AGAIN, asked).await;
    let killed = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    let (code, log) = ended(child).await;
    assert_eq!((code, log.as_str()), (Some(0), ""));
}

/// Where serenity has no address of a gateway, it would take Discord's own.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_does_not_go_elsewhere_where_only_the_library_gets_no_address() {
    let bot = {
        let standin = StandIn::start().await;
        standin.fail("/v10/gateway$", 1_000, What::Status(500));
        Bot::start_with(standin).await
    };
    bot.standin.act(Act::Cut);
    answered(&bot, "a cut", AGAIN).await;
    bot.standin.know(|inner| inner.session = None);
    bot.standin.act(Act::Send(json!({"op": 9, "d": false})));
    answered(&bot, "a session that is lost", AGAIN).await;
    bot.end().await;
}
