//! The buckets, the fifty a second, and what stands still after a refusal.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use super::invalid::Invalid;
use super::told::Left;
use super::{Route, Told, Turn};

/// How many requests as the bot may be sent in [`WINDOW`].
///
/// See <https://discord.com/developers/docs/topics/rate-limits#global-rate-limit>.
const GLOBAL: usize = 50;
/// A second, and what two requests may come nearer to each other on their way.
const WINDOW: Duration = Duration::from_millis(1_050);
/// How far apart two moments of a filled bucket are to be two: less is the way of the responses.
const SAME: Duration = Duration::from_millis(400);
/// How many buckets are kept before those that hold nothing are dropped.
const FEW: usize = 64;

/// What is known of the limits.
#[derive(Debug)]
pub(super) struct State {
    buckets: HashMap<Key, Bucket>,
    /// The bucket that each kind of request was last counted in.
    names: HashMap<&'static str, Arc<str>>,
    /// When requests as the bot were sent, as far as they still count.
    sent: VecDeque<Instant>,
    /// After refusals: of requests as the bot, of first answers, of all by tokens of interactions.
    blocks: [Option<Block>; 3],
    /// At how many buckets they are looked through.
    sweep: usize,
    /// What Discord refused lately.
    pub(super) invalid: Invalid,
}

/// A bucket by its name and by what is counted for itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Key {
    name: Name,
    major: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Name {
    /// Before the first response.
    Kind(&'static str),
    /// As Discord calls it.
    Bucket(Arc<str>),
}

/// A bucket. As long as nothing is known of it, one request is sent and the others wait for what it tells.
#[derive(Debug)]
struct Bucket {
    turn: Turn,
    limit: u32,
    remaining: u32,
    in_flight: u32,
    reset: Option<Instant>,
}

/// Everything of a class stands still until a moment; then one request is sent to see whether it still does.
#[derive(Debug)]
struct Block {
    until: Instant,
    probing: bool,
    /// Whether those that cannot wait for its end are held back as well.
    strict: bool,
}

/// Whether a request may be sent.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Take {
    /// It may, and counts as sent.
    Now {
        /// Whether others wait to see what becomes of it.
        probe: bool,
    },
    /// Not before this.
    At(Instant),
    /// Not before another one is answered.
    Later,
}

/// A request that was answered or given up.
#[derive(Debug)]
pub(super) struct Done {
    pub(super) route: Route,
    pub(super) key: Option<Key>,
    pub(super) probe: bool,
}

const BOT: usize = 0;
const CALLBACK: usize = 1;
const TOKEN: usize = 2;

/// The blocks that a request heeds.
fn heeded(route: Route) -> &'static [usize] {
    match route {
        Route::Bot { .. } => &[BOT],
        Route::Callback => &[TOKEN, CALLBACK],
        Route::Interaction { .. } => &[TOKEN],
    }
}

impl Default for State {
    fn default() -> Self {
        Self {
            buckets: HashMap::new(),
            names: HashMap::new(),
            sent: VecDeque::new(),
            blocks: [None, None, None],
            sweep: FEW,
            invalid: Invalid::default(),
        }
    }
}

impl State {
    /// The bucket that a request is counted in, as far as is known.
    pub(super) fn key(&self, route: Route) -> Option<Key> {
        let (kind, major) = match route {
            Route::Callback => return None,
            Route::Interaction { kind, interaction } => (kind, interaction),
            Route::Bot { kind, major } => (kind, major),
        };
        let name = self.names.get(kind).map_or(Name::Kind(kind), |name| Name::Bucket(name.clone()));
        Some(Key { name, major })
    }

    /// The queue of a bucket.
    pub(super) fn turn(&mut self, key: &Key) -> Turn {
        if let Some(bucket) = self.buckets.get(key) {
            return Arc::clone(&bucket.turn);
        }
        if self.buckets.len() >= self.sweep {
            let now = Instant::now();
            self.buckets.retain(|_, bucket| bucket.is_held(now));
            self.sweep = FEW.max(self.buckets.len() * 2);
        }
        Arc::clone(&self.buckets.entry(key.clone()).or_default().turn)
    }

    /// Takes leave to send, if it can be had.
    pub(super) fn take(
        &mut self,
        route: Route,
        key: Option<&Key>,
        now: Instant,
        deadline: Instant,
    ) -> Take {
        let as_bot = matches!(route, Route::Bot { .. });
        if let Some(until) = self.invalid.until(as_bot, now) {
            return Take::At(until);
        }
        let mut probed = None;
        for class in heeded(route) {
            let Some(Some(block)) = self.blocks.get(*class) else { continue };
            if block.until >= deadline && !block.strict {
                continue;
            }
            if now < block.until {
                return Take::At(block.until);
            }
            if block.probing {
                return Take::Later;
            }
            probed = Some(*class);
        }
        if as_bot {
            while self.sent.front().is_some_and(|sent| *sent + WINDOW <= now) {
                self.sent.pop_front();
            }
            if let Some(first) = self.sent.front()
                && self.sent.len() >= GLOBAL
            {
                return Take::At(*first + WINDOW);
            }
        }
        if let Some(key) = key {
            let bucket = self.buckets.entry(key.clone()).or_default();
            bucket.fill(now);
            if bucket.remaining == 0 {
                return bucket.reset.map_or(Take::Later, Take::At);
            }
            bucket.remaining -= 1;
            bucket.in_flight += 1;
        }
        if as_bot {
            self.sent.push_back(now);
        }
        if let Some(Some(block)) = probed.and_then(|class| self.blocks.get_mut(class)) {
            block.probing = true;
        }
        Take::Now { probe: probed.is_some() }
    }

    /// Heeds a response, or that there was none. Whether that may let others send.
    pub(super) fn complete(&mut self, done: Done, told: Option<Told>, now: Instant) -> bool {
        let bucket = done.key.as_ref().and_then(|key| self.buckets.get_mut(key));
        if let Some(bucket) = bucket {
            bucket.in_flight = bucket.in_flight.saturating_sub(1);
        }
        if done.probe {
            self.probed(done.route, told.as_ref());
        }
        let waited = done.key.is_some() || done.probe;
        match told {
            Some(Told::Refused { wait, global, bucket }) => {
                self.refused(&done, now + wait, global, bucket);
                return true;
            }
            Some(Told::Left(left)) if done.key.is_some() => self.left(&done, &left, now),
            Some(_) => {
                if let Some(bucket) = done.key.and_then(|key| self.buckets.get_mut(&key)) {
                    bucket.open();
                }
            }
            None => {
                if let Some(bucket) = done.key.and_then(|key| self.buckets.get_mut(&key)) {
                    bucket.retry();
                }
            }
        }
        waited
    }

    /// The one request that was sent to see whether a block holds has come back.
    fn probed(&mut self, route: Route, told: Option<&Told>) {
        for class in heeded(route) {
            let Some(slot) = self.blocks.get_mut(*class) else { continue };
            match (slot.as_mut(), told) {
                (Some(block), None) => block.probing = false,
                // A refusal makes a block anew.
                (Some(block), Some(_)) if block.probing => *slot = None,
                _ => {}
            }
        }
    }

    fn refused(&mut self, done: &Done, until: Instant, global: bool, name: Option<String>) {
        let class = match done.route {
            Route::Bot { .. } if global => BOT,
            Route::Callback if !global => CALLBACK,
            Route::Callback | Route::Interaction { .. } if global => TOKEN,
            _ => {
                let key = match name {
                    Some(name) => self.rename(done, &name),
                    None => done.key.clone(),
                };
                if let Some(key) = key {
                    self.buckets.entry(key).or_default().exhaust(until);
                }
                return;
            }
        };
        if let Some(slot) = self.blocks.get_mut(class) {
            let until = slot.as_ref().map_or(until, |block| block.until.max(until));
            *slot = Some(Block { until, probing: false, strict: global });
        }
    }

    fn left(&mut self, done: &Done, left: &Left, now: Instant) {
        if let Some(key) = self.rename(done, &left.bucket) {
            self.buckets.entry(key).or_default().heed(left, now);
        }
    }

    /// The bucket of a request by the name that Discord gives it.
    fn rename(&mut self, done: &Done, name: &str) -> Option<Key> {
        let kind = match done.route {
            Route::Callback => return None,
            Route::Interaction { kind, .. } | Route::Bot { kind, .. } => kind,
        };
        if self.names.get(kind).is_none_or(|known| **known != *name) {
            self.names.insert(kind, name.into());
        }
        self.key(done.route)
    }

    /// How many buckets are kept.
    #[cfg(test)]
    pub(super) fn kept(&self) -> usize {
        self.buckets.len()
    }
}

impl Default for Bucket {
    fn default() -> Self {
        Self { turn: Turn::default(), limit: 1, remaining: 1, in_flight: 0, reset: None }
    }
}

impl Bucket {
    /// Whether it says anything that a new one would not.
    fn is_held(&self, now: Instant) -> bool {
        Arc::strong_count(&self.turn) > 1
            || self.in_flight > 0
            || self.reset.is_some_and(|reset| reset > now)
    }

    /// Fills it up if its time has come. What is under way may be counted on either side of that moment.
    fn fill(&mut self, now: Instant) {
        if self.reset.is_some_and(|reset| reset <= now) {
            self.reset = None;
            self.remaining = self.limit.saturating_sub(self.in_flight);
        }
        if self.in_flight == 0 && self.reset.is_none() {
            self.remaining = self.remaining.max(1);
        }
    }

    /// Heeds what a response says is left.
    fn heed(&mut self, left: &Left, now: Instant) {
        let reset = now + left.reset_after;
        let same = self.reset.is_some_and(|known| reset < known + SAME);
        // What was sent since then is not counted in what the response says; of a bucket that is known, the own
        // count has it.
        let others = left.remaining.saturating_sub(self.in_flight);
        self.remaining = if same { self.remaining.min(left.remaining) } else { others };
        self.reset = Some(self.reset.filter(|_| same).map_or(reset, |known| known.max(reset)));
        self.limit = left.limit.max(1);
    }

    /// Nothing is left of it until then.
    fn exhaust(&mut self, until: Instant) {
        self.remaining = 0;
        self.reset = Some(self.reset.map_or(until, |known| known.max(until)));
    }

    /// A response said nothing of limits.
    fn open(&mut self) {
        if self.reset.is_none() {
            (self.limit, self.remaining) = (u32::MAX, u32::MAX);
        }
    }

    /// A request came to nothing: where nothing is known, another one may find out.
    fn retry(&mut self) {
        if self.in_flight == 0 && self.reset.is_none() {
            self.remaining = self.remaining.max(1);
        }
    }
}
