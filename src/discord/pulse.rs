//! The signs of life of a connection, and how long the watch over them waits.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::time::Duration;

use tokio::time::Instant;

/// After what time a session counts as one that lasted.
pub(super) const STEADY: Duration = Duration::from_mins(2);

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
    sessions: AtomicU32,
    hasty: AtomicU32,
    /// When the last session began.
    session: AtomicU64,
}

impl Pulse {
    pub(super) fn new() -> Self {
        Self {
            began: Instant::now(),
            tick: AtomicU64::new(0),
            heard: AtomicU64::new(0),
            events: AtomicU64::new(0),
            ready: AtomicBool::new(false),
            sessions: AtomicU32::new(0),
            hasty: AtomicU32::new(0),
            session: AtomicU64::new(0),
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

    /// How many sessions have begun: serenity begins one by itself where another is invalid.
    pub(super) fn sessions(&self) -> u32 {
        self.sessions.load(Ordering::Relaxed)
    }

    /// How many of them followed one that did not last.
    pub(super) fn hasty(&self) -> u32 {
        self.hasty.load(Ordering::Relaxed)
    }

    /// How long the last session has lasted, if there is one.
    pub(super) fn lasted(&self) -> Option<Duration> {
        self.is_ready().then(|| self.since(&self.session))
    }

    /// A session has begun.
    pub(super) fn begin(&self) {
        if self.lasted().is_some_and(|lasted| lasted < STEADY) {
            self.hasty.fetch_add(1, Ordering::Relaxed);
        }
        self.sessions.fetch_add(1, Ordering::Relaxed);
        self.session.store(self.elapsed(), Ordering::Relaxed);
        self.events.store(1, Ordering::Relaxed);
        self.ready.store(true, Ordering::Relaxed);
    }

    /// Something was heard.
    pub(super) fn hear(&self) {
        self.heard.store(self.elapsed(), Ordering::Relaxed);
    }
}
