//! The signs of life of a connection, and how long the watch over them waits.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use tokio::time::Instant;

/// How long the watch over a connection waits.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// How often it looks.
    pub look: Duration,
    /// How long the runtime of a connection may stand still.
    pub stall: Duration,
    /// How long a connection may take to be ready.
    pub ready: Duration,
    /// How long a connection that was ready may take to be so again.
    pub resume: Duration,
    /// After how much silence it asks whether anybody is there.
    pub quiet: Duration,
    /// After how much silence nobody is.
    pub silent: Duration,
    /// How long lies between two identifications.
    ///
    /// See <https://discord.com/developers/docs/events/gateway#rate-limiting>.
    pub identify: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            look: Duration::from_millis(100),
            stall: Duration::from_millis(800),
            ready: Duration::from_secs(12),
            resume: Duration::from_secs(3),
            quiet: Duration::from_secs(9),
            silent: Duration::from_secs(15),
            identify: Duration::from_secs(5),
        }
    }
}

/// Signs of life of a connection, written by it and read by its watch.
#[derive(Debug)]
pub(super) struct Pulse {
    began: Instant,
    tick: AtomicU64,
    heard: AtomicU64,
    events: AtomicU64,
    ready: AtomicBool,
}

impl Pulse {
    pub(super) fn new() -> Self {
        Self {
            began: Instant::now(),
            tick: AtomicU64::new(0),
            heard: AtomicU64::new(0),
            events: AtomicU64::new(0),
            ready: AtomicBool::new(false),
        }
    }

    fn elapsed(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn since(&self, what: &AtomicU64) -> Duration {
        Duration::from_millis(self.elapsed().saturating_sub(what.load(Ordering::Relaxed)))
    }

    /// The runtime had a turn.
    pub(super) fn beat(&self) {
        self.tick.store(self.elapsed(), Ordering::Relaxed);
    }

    /// How long the runtime has stood still.
    pub(super) fn stillness(&self) -> Duration {
        self.since(&self.tick)
    }

    /// How long nothing was heard.
    pub(super) fn silence(&self) -> Duration {
        self.since(&self.heard)
    }

    /// How many events the session had.
    pub(super) fn events(&self) -> u64 {
        self.events.load(Ordering::Relaxed)
    }

    /// Whether a session has begun.
    pub(super) fn is_ready(&self) -> bool {
        self.ready.load(Ordering::Relaxed)
    }

    /// An event has come.
    pub(super) fn event(&self) {
        self.events.fetch_add(1, Ordering::Relaxed);
        self.hear();
    }

    /// A session has begun.
    pub(super) fn begin(&self) {
        self.events.store(1, Ordering::Relaxed);
        self.ready.store(true, Ordering::Relaxed);
    }

    /// Something was heard.
    pub(super) fn hear(&self) {
        self.heard.store(self.elapsed(), Ordering::Relaxed);
    }
}
