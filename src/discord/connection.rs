//! One connection to the gateway: a shard of serenity on a thread and a runtime of its own.
//!
//! When reconnecting fails, serenity 0.12 polls the ended stream without a pause, and nothing else of that
//! runtime gets a turn for most of a minute. So the shard has a runtime to itself, and whoever watches it
//! stands outside.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use serenity::all::{ClientBuilder, ConnectionStage, GatewayIntents, ShardId, ShardManager};
use serenity::gateway::GatewayError;
use serenity::http::HttpBuilder;
use tokio::sync::{Notify, oneshot};
use tokio::time::{Instant, sleep, timeout};
use tokio_tungstenite::tungstenite::Message;
use tracing::Dispatch;

use super::desk::Desk;
use super::door::Door;
use super::overheard::{Closed, Overheard};
use super::pulse::{Patience, Pulse};
use super::{Error, rest};

/// What the bot asks of the gateway: messages, of which only those that mention the bot and direct messages come
/// with their text. Interactions need no intent, and none of these is privileged.
///
/// See <https://discord.com/developers/docs/events/gateway#gateway-intents>.
pub(super) const INTENTS: GatewayIntents =
    GatewayIntents::GUILD_MESSAGES.union(GatewayIntents::DIRECT_MESSAGES);

/// How many sessions serenity may begin by itself on one connection after some that did not last. It knows of no
/// limit to that.
const HASTY: u32 = 2;

/// How a connection came to its end.
#[derive(Debug)]
pub(super) enum End {
    /// The gateway refuses the bot for good.
    Refused(Error),
    /// It must be begun afresh, for this reason.
    Afresh(&'static str),
}

/// What a connection needs to begin.
pub(super) struct Plan {
    pub(super) shard: u32,
    pub(super) total: u32,
    pub(super) gateway: String,
    pub(super) access: rest::Access,
    pub(super) desk: Arc<Desk>,
    pub(super) patience: Patience,
}

/// A connection that was begun.
pub(super) struct Connection {
    shard: ShardId,
    pulse: Arc<Pulse>,
    manager: Arc<OnceLock<Arc<ShardManager>>>,
    stop: Arc<Notify>,
    /// Why the gateway has closed it for good, where serenity only logs that.
    closed: Arc<OnceLock<Closed>>,
    /// Whether the gateway has taken the connection, after which serenity identifies.
    opened: bool,
    total: u32,
    /// Nothing once it was received.
    done: Option<oneshot::Receiver<Result<(), serenity::Error>>>,
    patience: Patience,
}

impl Connection {
    /// Begins a connection on a thread of its own.
    ///
    /// # Errors
    ///
    /// The HTTP client or the thread cannot be made.
    pub(super) fn begin(plan: Plan) -> Result<Self, Error> {
        let shard = ShardId(plan.shard);
        let (total, patience) = (plan.total, plan.patience);
        let (pulse, manager) = (Arc::new(Pulse::new()), Arc::new(OnceLock::new()));
        let stop = Arc::new(Notify::new());
        let (tell, done) = oneshot::channel();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| Error::SetUp(error.to_string()))?;
        let inside = Inside {
            main: tokio::runtime::Handle::current(),
            pulse: Arc::clone(&pulse),
            manager: Arc::clone(&manager),
            plan,
        };
        let closed = Arc::new(OnceLock::new());
        let overheard = Dispatch::new(Overheard::new(Arc::clone(&closed)));
        let stopped = Arc::clone(&stop);
        std::thread::Builder::new()
            .name(format!("shard {}", shard.0))
            .spawn(move || {
                tracing::dispatcher::with_default(&overheard, || {
                    let end = runtime.block_on(async {
                        tokio::select! {
                            end = inside.live() => end,
                            () = stopped.notified() => Ok(()),
                        }
                    });
                    runtime.shutdown_background();
                    // Nobody listens any more where the watch gave the connection up.
                    let _ = tell.send(end);
                });
            })
            .map_err(|error| Error::SetUp(error.to_string()))?;
        let (opened, done) = (false, Some(done));
        Ok(Self { shard, pulse, manager, stop, closed, opened, total, done, patience })
    }

    /// Whether the gateway has taken the connection, so that an identification was sent.
    pub(super) fn was_opened(&self) -> bool {
        self.opened || self.was_ready()
    }

    /// How many sessions have begun.
    pub(super) fn sessions(&self) -> u32 {
        self.pulse.sessions()
    }

    /// How long the last session has lasted, if one has begun.
    pub(super) fn lasted(&self) -> Option<Duration> {
        self.pulse.lasted()
    }

    /// Whether a session has begun.
    fn was_ready(&self) -> bool {
        self.pulse.is_ready()
    }

    /// Watches the connection until it has to be begun afresh or is refused.
    pub(super) async fn watch(&mut self) -> End {
        let mut latency = None;
        let mut asked = false;
        let mut unready_since = Instant::now();
        loop {
            let looked = Instant::now();
            let end = tokio::select! {
                end = ended(&mut self.done) => Some(end),
                () = sleep(self.patience.look) => None,
            };
            if let Some(error) = self.closed.get().map(|closed| self.refusal(*closed)) {
                return End::Refused(error);
            }
            if let Some(end) = end {
                return end;
            }
            // Where the watch itself comes late, the whole process stood still, and the connection gets a turn first.
            if looked.elapsed() > self.patience.stall {
                continue;
            }
            if self.pulse.stillness() > self.patience.stall {
                return End::Afresh("its runtime stands still");
            }
            if self.pulse.hasty() >= HASTY {
                return End::Afresh("its sessions do not last");
            }
            let Some(seen) = self.look() else { continue };
            self.opened |= seen.opened;
            if seen.latency != latency {
                latency = seen.latency;
                self.pulse.hear();
            }
            if seen.connected && self.was_ready() {
                unready_since = Instant::now();
            }
            let patience =
                if self.was_ready() { self.patience.resume } else { self.patience.ready };
            if unready_since.elapsed() > patience {
                return End::Afresh("it is not ready");
            }
            let silence = self.pulse.silence();
            if silence > self.patience.silent {
                return End::Afresh("nothing is heard on it");
            }
            if silence < self.patience.quiet {
                asked = false;
            } else if !asked && seen.connected {
                asked = true;
                self.send(&self.heartbeat());
            }
        }
    }

    /// What it means that the gateway has closed the connection for good.
    fn refusal(&self, closed: Closed) -> Error {
        let wrong = |why| Error::WrongShards { shard: self.shard.0, total: self.total, why };
        match closed {
            Closed::NoSuchShard => wrong("4010: there is no such shard"),
            Closed::ShardingRequired => wrong("4011: it would have too many servers"),
            Closed::OldVersion => {
                let why =
                    "4012: it does not speak this version any more, a newer Roadbook is needed";
                Error::GatewayRefused(why.to_owned())
            }
        }
    }

    /// Ends the connection, politely where `politely` is said, and waits a moment for its thread.
    pub(super) async fn end(mut self, politely: bool) {
        if politely {
            self.each_runner(|runner| runner.runner_tx.shutdown_clean());
            // Long enough for the close frame to leave.
            let _ = timeout(Duration::from_millis(700), ended(&mut self.done)).await;
        } else {
            // If the runner polls an ended stream, a message that cannot be sent is what ends it.
            self.send(&self.heartbeat());
        }
        self.stop.notify_one();
        if timeout(Duration::from_secs(1), ended(&mut self.done)).await.is_err() {
            tracing::warn!(shard = self.shard.0, "the thread of a connection does not end");
        }
    }

    /// A heartbeat outside the usual interval, to which an answer must come.
    ///
    /// See <https://discord.com/developers/docs/events/gateway#sending-heartbeats>.
    fn heartbeat(&self) -> String {
        match self.pulse.events() {
            0 => r#"{"op":1,"d":null}"#.to_owned(),
            events => format!(r#"{{"op":1,"d":{events}}}"#),
        }
    }

    fn send(&self, text: &str) {
        self.each_runner(|runner| {
            runner.runner_tx.websocket_message(Message::Text(text.to_owned()));
        });
    }

    fn each_runner(&self, act: impl Fn(&serenity::gateway::ShardRunnerInfo)) {
        if let Some(runners) =
            self.manager.get().and_then(|manager| manager.runners.try_lock().ok())
        {
            runners.values().for_each(act);
        }
    }

    /// What serenity knows of the connection; nothing while it is busy or before it has begun.
    fn look(&self) -> Option<Sight> {
        let Some(manager) = self.manager.get() else { return Some(Sight::default()) };
        let runners = manager.runners.try_lock().ok()?;
        Some(runners.get(&self.shard).map_or_else(Sight::default, |runner| Sight {
            opened: true,
            connected: runner.stage == ConnectionStage::Connected,
            latency: runner.latency,
        }))
    }
}

/// What serenity knows of a connection.
#[derive(Default)]
struct Sight {
    /// Whether the gateway has taken the connection.
    opened: bool,
    connected: bool,
    latency: Option<Duration>,
}

/// What the thread of a connection holds.
struct Inside {
    plan: Plan,
    main: tokio::runtime::Handle,
    pulse: Arc<Pulse>,
    manager: Arc<OnceLock<Arc<ShardManager>>>,
}

impl Inside {
    async fn live(self) -> Result<(), serenity::Error> {
        let plan = self.plan;
        let pulse = Arc::clone(&self.pulse);
        let look = plan.patience.look;
        tokio::spawn(async move {
            loop {
                pulse.beat();
                sleep(look).await;
            }
        });
        // A client of its own: the connections of a pool die with the runtime that made them.
        let client = rest::client().map_err(serenity::http::HttpError::Request)?;
        let http = HttpBuilder::new(plan.access.token.expose())
            .client(client)
            .proxy(plan.access.base.as_str())
            .ratelimiter_disabled(true)
            .build();
        let door = Door::new(plan.desk, self.main, Arc::clone(&self.pulse));
        let mut client =
            ClientBuilder::new_with_http(http, INTENTS).raw_event_handler(door).await?;
        // Should it not have got the address, serenity would take Discord's own, whatever was set.
        plan.gateway.clone_into(&mut *client.ws_url.lock().await);
        let _ = self.manager.set(Arc::clone(&client.shard_manager));
        client.start_shard(plan.shard, plan.total).await
    }
}

/// How the thread of a connection ended, once it has.
async fn ended(done: &mut Option<oneshot::Receiver<Result<(), serenity::Error>>>) -> End {
    let over = End::Afresh("it has ended");
    let Some(receiver) = done else { return over };
    let result = receiver.await;
    *done = None;
    match result {
        Ok(Err(serenity::Error::Gateway(GatewayError::InvalidAuthentication))) => {
            End::Refused(Error::TokenRefused)
        }
        Ok(Err(serenity::Error::Gateway(error))) => {
            End::Refused(Error::GatewayRefused(error.to_string()))
        }
        Ok(Err(error)) => {
            tracing::warn!(%error, "a connection to the gateway has ended");
            over
        }
        Ok(Ok(())) | Err(_) => over,
    }
}
