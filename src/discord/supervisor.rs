//! Keeps the connections to the gateway alive: begins them, watches them, and begins them afresh.

use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use tokio::net::TcpStream;
use tokio::sync::{Mutex, Notify};
use tokio::time::{Instant, sleep, sleep_until, timeout};
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;

use super::budget::Budget;
use super::connection::{Connection, End, Plan};
use super::desk::Desk;
use super::pulse::{Patience, STEADY};
use super::{Error, rest};

/// How long a gateway is waited for that accepts no connection, at first and at most.
const KNOCK: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(2));

/// How long a gateway may take to greet.
const GREETING: Duration = Duration::from_secs(2);

/// How long lies between two identifications of one shard where its sessions do not last, at first and at most.
const PAUSE: (Duration, Duration) = (Duration::from_millis(500), STEADY);

/// From what time on it is told that a session has to wait.
const LONG: Duration = Duration::from_secs(30);

/// Keeps the shards of this process connected.
pub(super) struct Supervisor {
    pub(super) access: rest::Access,
    pub(super) gateway: Gateway,
    pub(super) desk: Arc<Desk>,
    pub(super) patience: Patience,
    /// When the last identification was sent, and how many may still be.
    pub(super) turn: Mutex<(Option<Instant>, Budget)>,
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

    /// Whether it takes connections and greets, as the gateway itself does and no proxy in front of one that is down.
    /// Only identifications are counted, and none is sent.
    async fn greets(&self) -> bool {
        let greeting = async {
            let address = format!("{}/?v=10&encoding=json", self.url);
            let (mut socket, _) = connect_async(address).await.ok()?;
            let greeted = matches!(socket.next().await?, Ok(Message::Text(_)));
            // Whether it hears the farewell does not matter.
            let _ = timeout(Duration::from_millis(50), socket.close(None)).await;
            Some(greeted)
        };
        timeout(GREETING, greeting).await.ok().flatten().unwrap_or_default()
    }

    async fn knock(&self) -> Option<TcpStream> {
        let knock = TcpStream::connect((self.host.as_str(), self.port));
        timeout(Duration::from_secs(2), knock).await.ok()?.ok()
    }
}

/// How long lies between two connections of a shard.
struct Pause(Duration);

impl Pause {
    /// How long after the beginning of a connection the next one may begin. `opened` says whether an identification
    /// was sent at all, `lasted` how long the session went on.
    fn after(&mut self, opened: bool, lasted: Option<Duration>) -> Duration {
        if !opened {
            return self.0.min(KNOCK.1);
        }
        if lasted.is_some_and(|lasted| lasted >= STEADY) {
            self.0 = PAUSE.0;
            return Duration::ZERO;
        }
        let pause = self.0;
        self.0 = (pause * 2).min(PAUSE.1);
        pause
    }
}

impl Supervisor {
    /// Keeps one shard connected until everything ends.
    ///
    /// # Errors
    ///
    /// The gateway refuses the bot for good, or no connection can be made on this machine.
    pub(super) async fn keep(&self, shard: u32, total: u32) -> Result<(), Error> {
        let mut pause = Pause(PAUSE.0);
        // The first connection does not wait: whether there is a gateway was seen at the start.
        let mut again = false;
        loop {
            let waiting = async {
                if again {
                    self.reachable().await;
                }
                self.take_turn().await;
            };
            tokio::select! {
                () = waiting => {}
                () = self.end.notified() => return Ok(()),
            }
            again = true;
            let began = Instant::now();
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
            let (opened, lasted) = (connection.was_opened(), connection.lasted());
            let sessions = connection.sessions();
            connection.end(false).await;
            match end {
                End::Refused(error) => return Err(error),
                End::Afresh(why) => tracing::warn!(shard, why, "a connection is begun afresh"),
            }
            self.settle(opened, sessions).await;
            let next = began + pause.after(opened, lasted);
            tokio::select! {
                () = sleep_until(next) => {}
                () = self.end.notified() => return Ok(()),
            }
        }
    }

    /// Sets right how many identifications were sent, once that is known.
    async fn settle(&self, opened: bool, sessions: u32) {
        let (_, budget) = &mut *self.turn.lock().await;
        if opened {
            budget.spend(sessions.saturating_sub(1), Instant::now());
        } else {
            budget.give_back();
        }
    }

    async fn reachable(&self) {
        let mut pause = KNOCK.0;
        while !self.gateway.greets().await {
            sleep(pause).await;
            pause = (pause * 2).min(KNOCK.1);
        }
    }

    /// Waits until another identification may be sent. The turn is taken at its beginning, so that each shard
    /// waits for the one before it.
    async fn take_turn(&self) {
        let (last, budget) = &mut *self.turn.lock().await;
        if let Some(last) = *last {
            sleep_until(last + self.patience.identify).await;
        }
        while let Err(next) = budget.take(Instant::now()) {
            let left = next.duration_since(Instant::now());
            if left > LONG {
                let seconds = left.as_secs();
                tracing::error!(seconds, "too many sessions were begun today; the next one waits");
            }
            sleep_until(next).await;
        }
        *last = Some(Instant::now());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_sent_makes_the_pause_longer() {
        let mut pause = Pause(PAUSE.0);
        // A front that refuses costs nothing, however long it does.
        for _ in 0..1_000 {
            assert!(pause.after(false, None) <= KNOCK.1);
        }
        assert_eq!(pause.after(true, None), PAUSE.0);
        // A session that ends at once is as costly as none.
        let mut waited = Duration::ZERO;
        let mut count = 0;
        while waited < Duration::from_hours(24) {
            waited += pause.after(true, Some(Duration::from_millis(50)));
            count += 1;
        }
        assert!(count < 740, "{count}");
        assert!(pause.after(false, None) <= KNOCK.1, "{:?}", pause.0);
        assert_eq!(pause.after(true, Some(STEADY)), Duration::ZERO);
        assert_eq!(pause.after(true, None), PAUSE.0);
    }
}
