//! Commands that are registered in one server alone.

use std::sync::Arc;
use std::time::Duration;

use roadbook::discord::Settings;
use serde_json::{Value, json};

use super::bot::{Bot, settings};
use super::standin::{Inner, StandIn};
use crate::talk::router;

/// A bot whose commands are registered in one server.
async fn at_home(standin: &StandIn) -> Bot {
    let settings = Settings { guild: Some("901".to_owned()), ..settings(standin) };
    Bot::start_on(standin.clone(), settings).await
}

fn names(commands: &Value) -> usize {
    commands.as_array().map_or(0, Vec::len)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_commands_of_one_server_are_registered_once_and_stand_nowhere_else() {
    let standin = StandIn::start().await;
    // What an earlier start has registered everywhere.
    Bot::begin(standin.clone(), Arc::new(router())).await.end_when_registered(1).await;
    assert!(standin.know(|inner| names(&inner.commands)) > 10);
    let cleared = |inner: &mut Inner| (inner.puts >= 3).then_some(());
    let bot = at_home(&standin).await;
    standin.until("both lists are put", Duration::from_secs(20), cleared).await;
    bot.end().await;
    standin.know(|inner| {
        assert_eq!(inner.commands, json!([]), "nobody sees a command twice");
        assert!(names(&inner.guild_commands) > 10);
        inner.requests.clear();
    });
    // A second start finds both as they should be.
    let bot = at_home(&standin).await;
    let looked = |inner: &mut Inner| {
        let asked = |one: &&String| one.starts_with("GET") && one.ends_with("/commands");
        (inner.requests.iter().filter(asked).count() >= 2).then_some(())
    };
    standin.until("both lists are looked at", Duration::from_secs(20), looked).await;
    bot.end().await;
    assert_eq!(standin.know(|inner| inner.puts), 3);
}
