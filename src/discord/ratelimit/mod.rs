//! Discord's limits on how often something may be sent: waits before sending, instead of being refused.
//!
//! Discord says in the headers of each response how much is left of the bucket that it counted the request in, and
//! when that is filled up again; all requests as the bot together may be fifty a second. Answers to interactions
//! are outside the fifty. See <https://discord.com/developers/docs/topics/rate-limits>. Several processes of one bot
//! share the fifty and do not know of each other: there, a refusal is what tells them.
//!
//! The crates that do this keep an entry for every path that was ever used, for hours or for ever, and each
//! interaction has paths of its own. Here a bucket that holds nothing any more is dropped.

mod invalid;
mod state;
mod told;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until, timeout_at};

use self::state::{Key, State, Take};
pub(super) use self::told::Told;

/// Where something is sent, as far as it is counted by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Route {
    /// The first answer to an interaction: counted in no bucket that another one shares.
    Callback,
    /// A follow-up or an edit by the token of an interaction, which is outside the limit of the bot.
    Interaction {
        /// Which kind of request.
        kind: &'static str,
        /// The interaction, whose token is counted for itself.
        interaction: u64,
    },
    /// A request as the bot.
    Bot {
        /// Which kind of request.
        kind: &'static str,
        /// The channel or server that is counted for itself; 0 where there is none.
        major: u64,
    },
}

/// Knows what may be sent when.
#[derive(Debug, Default)]
pub(super) struct RateLimiter {
    state: Mutex<State>,
    /// Told when a response has changed what may be sent.
    changed: Notify,
}

/// Leave to send one request. Without a response it counts as sent all the same.
#[derive(Debug)]
#[must_use = "it is given back when it is dropped"]
pub(super) struct Permit<'a> {
    limiter: &'a RateLimiter,
    route: Route,
    /// The bucket, where it is counted in one.
    key: Option<Key>,
    /// Whether others wait to see what becomes of it.
    probe: bool,
    told: Option<Told>,
}

impl RateLimiter {
    /// Waits until a request may be sent; nothing where that is not before the deadline. Requests of one bucket
    /// come in the order in which they asked.
    pub(super) async fn acquire(&self, route: Route, deadline: Instant) -> Option<Permit<'_>> {
        loop {
            let (key, turn) = {
                let mut state = self.lock();
                let key = state.key(route);
                let turn = key.as_ref().map(|key| state.turn(key));
                (key, turn)
            };
            let _turn = match turn {
                Some(turn) => Some(timeout_at(deadline, turn.lock_owned()).await.ok()?),
                None => None,
            };
            if let Some(settled) = self.wait(route, key, deadline).await {
                return settled;
            }
        }
    }

    /// Waits at the head of a bucket; nothing where the route is counted in another one by now.
    async fn wait(
        &self,
        route: Route,
        key: Option<Key>,
        deadline: Instant,
    ) -> Option<Option<Permit<'_>>> {
        loop {
            // From here on no change is missed.
            let changed = self.changed.notified();
            let take = {
                let mut state = self.lock();
                if state.key(route) != key {
                    return None;
                }
                state.take(route, key.as_ref(), Instant::now(), deadline)
            };
            let until = match take {
                Take::Now { probe } => {
                    return Some(Some(Permit { limiter: self, route, key, probe, told: None }));
                }
                Take::At(at) if at >= deadline => return Some(None),
                Take::At(at) => at,
                Take::Later => deadline,
            };
            tokio::select! {
                () = changed => {}
                () = sleep_until(until) => {
                    if until == deadline {
                        return Some(None);
                    }
                }
            }
        }
    }

    /// Counts an answer where too many of its kind would have the address banned.
    pub(super) fn note(&self, status: StatusCode, headers: &HeaderMap) {
        self.lock().invalid.note(status, headers, Instant::now());
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many buckets are kept.
    #[cfg(test)]
    fn kept(&self) -> usize {
        self.lock().kept()
    }
}

impl Permit<'_> {
    /// Heeds what the response says, if it says anything.
    pub(super) fn complete(mut self, told: Option<Told>) {
        self.told = told;
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let (key, told) = (self.key.take(), self.told.take());
        let done = state::Done { route: self.route, key, probe: self.probe };
        let changed = self.limiter.lock().complete(done, told, Instant::now());
        if changed {
            self.limiter.changed.notify_waiters();
        }
    }
}

/// The place in the queue of a bucket: whoever holds it is the next to send.
type Turn = Arc<tokio::sync::Mutex<()>>;

#[cfg(test)]
mod tests;
