//! Keeps the connections to the gateway alive: begins them, watches them, and begins them afresh.

use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::sync::{Mutex, Notify};
use tokio::time::{Instant, sleep, sleep_until, timeout};

use super::connection::{Connection, End, Plan};
use super::desk::Desk;
use super::pulse::Patience;
use super::{Error, rest};

/// How long a gateway is waited for that accepts no connection, at first and at most.
const KNOCK: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(2));

/// How long is listened whether a gateway closes the connection at once.
const LISTEN: Duration = Duration::from_millis(80);

/// How long lies between connections that never become ready, at first and at most. At most, so that a day has
/// fewer than the thousand identifications that Discord allows.
const PAUSE: (Duration, Duration) = (Duration::from_millis(500), Duration::from_mins(2));

/// Keeps the shards of this process connected.
pub(super) struct Supervisor {
    pub(super) access: rest::Access,
    pub(super) gateway: Gateway,
    pub(super) desk: Arc<Desk>,
    pub(super) patience: Patience,
    /// When the last identification was sent.
    pub(super) turn: Mutex<Option<Instant>>,
    /// Told when everything has to end.
    pub(super) end: Notify,
}

/// Where the gateway is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Gateway {
    url: String,
    host: String,
    port: u16,
}

impl Gateway {
    /// Reads the address of a gateway, if it is one.
    pub(super) fn read(url: &str) -> Option<Self> {
        let parsed = reqwest::Url::parse(url).ok()?;
        if !matches!(parsed.scheme(), "ws" | "wss") {
            return None;
        }
        let host = parsed.host_str()?.trim_matches(['[', ']']).to_owned();
        let port = parsed.port_or_known_default()?;
        Some(Self { url: url.trim_end_matches('/').to_owned(), host, port })
    }

    /// Whether it takes connections. A refused connection costs next to nothing here, and most of a minute of a
    /// processor inside serenity.
    pub(super) async fn answers(&self) -> bool {
        self.knock().await.is_some()
    }

    /// Whether it takes connections and keeps them: a proxy in front of a gateway that is down takes them and
    /// closes them at once. It says nothing before it is spoken to, so silence is a good sign.
    async fn stays(&self) -> bool {
        let Some(stream) = self.knock().await else { return false };
        timeout(LISTEN, stream.readable()).await.is_err()
    }

    async fn knock(&self) -> Option<TcpStream> {
        let knock = TcpStream::connect((self.host.as_str(), self.port));
        timeout(Duration::from_secs(2), knock).await.ok()?.ok()
    }
}

impl Supervisor {
    /// Keeps one shard connected until everything ends.
    ///
    /// # Errors
    ///
    /// The gateway refuses the bot for good, or no connection can be made on this machine.
    pub(super) async fn keep(&self, shard: u32, total: u32) -> Result<(), Error> {
        let mut pause = PAUSE.0;
        // The first connection does not wait: whether there is a gateway was seen at the start.
        let mut begun = false;
        loop {
            if begun {
                self.reachable().await;
            }
            begun = true;
            self.take_turn().await;
            let mut connection = Connection::begin(Plan {
                shard,
                total,
                gateway: self.gateway.url.clone(),
                access: self.access.clone(),
                desk: Arc::clone(&self.desk),
                patience: self.patience,
            })?;
            let end = tokio::select! {
                end = connection.watch() => end,
                () = self.end.notified() => {
                    connection.end(true).await;
                    return Ok(());
                }
            };
            let was_ready = connection.was_ready();
            connection.end(false).await;
            match end {
                End::Refused(error) => return Err(error),
                End::Afresh(why) => tracing::warn!(shard, why, "a connection is begun afresh"),
            }
            if was_ready {
                pause = PAUSE.0;
            } else {
                sleep(pause).await;
                pause = (pause * 2).min(PAUSE.1);
            }
        }
    }

    async fn reachable(&self) {
        let mut pause = KNOCK.0;
        while !self.gateway.stays().await {
            sleep(pause).await;
            pause = (pause * 2).min(KNOCK.1);
        }
    }

    /// Waits until another identification may be sent. The turn is taken at its beginning, so that each shard
    /// waits for the one before it.
    async fn take_turn(&self) {
        let mut last = self.turn.lock().await;
        if let Some(last) = *last {
            sleep_until(last + self.patience.identify).await;
        }
        *last = Some(Instant::now());
    }
}
