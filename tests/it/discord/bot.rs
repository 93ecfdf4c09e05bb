//! The bot under test: what `roadbook run` runs, pointed at a stand-in.

use std::sync::{Arc, Once, OnceLock};
use std::time::Duration;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::config::Secret;
use roadbook::discord::{Error, Patience, Settings, run};
use roadbook::router::Router;
use serde_json::Value;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::payload::{self, Who};
use super::program::{is_loopback, remotes};
use super::standin::{Answer, Inner, StandIn, TOKEN};
use crate::talk::router;

/// A bot that is running, and the stand-in that it runs against.
pub struct Bot {
    pub standin: StandIn,
    end: Option<oneshot::Sender<()>>,
    running: JoinHandle<Result<(), Error>>,
}

/// Settings for a stand-in. The watch is less patient than usual, so that no test takes long.
pub fn settings(standin: &StandIn) -> Settings {
    Settings {
        token: Secret::new(TOKEN.to_owned()),
        guild: None,
        proxy: Some(standin.address()),
        shards: None,
        patience: Patience {
            ready: Duration::from_secs(4),
            resume: Duration::from_millis(1_500),
            quiet: Duration::from_millis(900),
            silent: Duration::from_millis(2_500),
            identify: Duration::from_millis(50),
            ..Patience::default()
        },
    }
}

/// To whom this process was connected outside loopback, if it ever was.
static ELSEWHERE: OnceLock<String> = OnceLock::new();

/// Looks from now on at whom the sockets of this process are connected to: a bot in it must not talk to anybody but its
/// stand-in.
fn watch_sockets() {
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| {
        std::thread::spawn(|| {
            while let Some(remotes) = remotes(std::process::id()) {
                if let Some(remote) = remotes.into_iter().find(|remote| !is_loopback(remote)) {
                    let _ = ELSEWHERE.set(remote);
                    return;
                }
                std::thread::sleep(Duration::from_millis(50));
            }
        });
    });
}

impl Bot {
    /// A bot against a stand-in of its own.
    pub async fn start() -> Self {
        Self::start_with(StandIn::start().await).await
    }

    /// A bot against a stand-in that is there already.
    pub async fn start_with(standin: StandIn) -> Self {
        Self::begin(standin, Arc::new(router())).await
    }

    /// A bot against a stand-in with settings of its own, such as the patience that is shipped.
    pub async fn start_on(standin: StandIn, settings: Settings) -> Self {
        Self::begin_with(standin, Arc::new(router()), settings).await
    }

    /// A bot on a router that is there already, as if a process began again.
    pub async fn begin(standin: StandIn, router: Arc<Router>) -> Self {
        let settings = settings(&standin);
        Self::begin_with(standin, router, settings).await
    }

    async fn begin_with(standin: StandIn, router: Arc<Router>, settings: Settings) -> Self {
        // What it logs stands with a test that fails.
        let _ = tracing_subscriber::fmt()
            .with_test_writer()
            .with_max_level(tracing::Level::DEBUG)
            .with_ansi(false)
            .try_init();
        watch_sockets();
        let (end, ended) = oneshot::channel();
        let chance = ChaCha8Rng::seed_from_u64(7);
        let running = tokio::spawn(run(settings, router, chance, async {
            let _ = ended.await;
        }));
        standin.ready().await;
        Self { standin, end: Some(end), running }
    }

    /// Ends the bot politely, within five seconds, and sees to it that it did nothing wrong.
    pub async fn end(mut self) {
        let _ = self.end.take().unwrap().send(());
        let ended = tokio::time::timeout(Duration::from_secs(15), self.running).await;
        ended.expect("it ends in time").unwrap().unwrap();
        self.standin.assert_sound();
        assert_eq!(ELSEWHERE.get(), None, "the tests talk to somebody else");
    }

    /// Ends the bot once it has put its commands so often.
    pub async fn end_when_registered(self, times: usize) {
        let put = |inner: &mut Inner| (inner.puts >= times).then_some(());
        self.standin.until("the commands are registered", Duration::from_secs(20), put).await;
        self.end().await;
    }

    /// The answer to a slash command.
    pub async fn slash(&self, who: &Who, path: &str, options: &[(&str, Value)]) -> Answer {
        let data = payload::slash(path, options);
        let id = self.standin.interact(2, payload::interaction(who, data));
        self.standin.answer(id).await
    }

    /// What is offered while somebody types.
    pub async fn typing(&self, who: &Who, path: &str, name: &str, typed: &str) -> Vec<String> {
        let data = payload::typing(path, name, typed, name == "number");
        let id = self.standin.interact(4, payload::interaction(who, data));
        let answer = self.standin.answer(id).await;
        let choices = answer.data["choices"].as_array().unwrap().clone();
        choices.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    }

    /// The answer to a form that was filled in.
    pub async fn fill(&self, who: &Who, custom_id: &str, text: &str) -> Answer {
        let id = self.standin.interact(5, payload::filled(who, custom_id, text));
        self.standin.answer(id).await
    }

    /// The answer to a press.
    pub async fn press(&self, who: &Who, custom_id: &str, values: Option<&[&str]>) -> Answer {
        let id = self.standin.interact(3, payload::press(who, custom_id, values));
        self.standin.answer(id).await
    }
}

impl Answer {
    /// All that people read of it.
    pub fn text(&self) -> String {
        let embeds = self.data["embeds"].as_array().cloned().unwrap_or_default();
        let parts = embeds
            .iter()
            .flat_map(|embed| [&embed["title"], &embed["description"], &embed["footer"]["text"]]);
        parts.filter_map(|part| part.as_str()).collect::<Vec<_>>().join("\n").replace('\\', "")
    }

    pub fn private(&self) -> bool {
        self.data["flags"] == 64
    }

    /// The button of a command for the round on whose message it stands.
    pub fn button(&self, command: &str) -> String {
        let begins = format!("do|{command}|");
        let found = self.pressable().into_iter().find(|id| id.starts_with(&begins));
        found.unwrap_or_else(|| panic!("no {command} among {:?}", self.pressable()))
    }

    /// The value of a line of the menu that comes first.
    pub fn line(&self, at: usize) -> String {
        let menu = &self.data["components"][0]["components"][0];
        menu["options"][at]["value"].as_str().unwrap().to_owned()
    }

    /// The ids of everything that can be pressed.
    pub fn pressable(&self) -> Vec<String> {
        let rows = self.data["components"].as_array().cloned().unwrap_or_default();
        rows.iter()
            .flat_map(|row| row["components"].as_array().cloned().unwrap_or_default())
            .filter(|part| part["disabled"] != true)
            .map(|part| part["custom_id"].as_str().unwrap().to_owned())
            .collect()
    }
}
