//! How many sessions may still begin. Discord counts identifications over all shards, and resets the token of a bot
//! that sends more than it may in a day.
//!
//! See <https://discord.com/developers/docs/events/gateway#session-start-limit-object>.

use std::time::Duration;

use serde::Deserialize;
use tokio::time::Instant;

/// After how long all of them may begin again.
const DAY: Duration = Duration::from_hours(24);

/// What part of them has to do for the rest of a day: these are begun at equal distances.
const RESERVE: u32 = 10;

/// What Discord says of it.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct SessionStartLimit {
    /// How many may begin in a day.
    total: u32,
    /// How many of these are left.
    remaining: u32,
    /// After how many milliseconds all may begin again.
    reset_after: u64,
}

/// What is documented.
impl Default for SessionStartLimit {
    fn default() -> Self {
        Self { total: 1_000, remaining: 1_000, reset_after: 86_400_000 }
    }
}

/// The sessions that may still begin.
#[derive(Debug)]
pub(super) struct Budget {
    total: u32,
    left: u32,
    /// When all may begin again.
    until: Instant,
    /// When the last one began.
    last: Option<Instant>,
}

impl Budget {
    /// What Discord says at this moment.
    pub(super) fn new(limit: SessionStartLimit, now: Instant) -> Self {
        let until = now + Duration::from_millis(limit.reset_after).min(DAY);
        Self { total: limit.total, left: limit.remaining.min(limit.total), until, last: None }
    }

    /// Takes one, to begin it now.
    ///
    /// # Errors
    ///
    /// When to ask again, where none may begin now.
    pub(super) fn take(&mut self, now: Instant) -> Result<(), Instant> {
        self.renew(now);
        if self.left == 0 {
            return Err(self.until);
        }
        if self.left <= self.total / RESERVE
            && let Some(last) = self.last
        {
            let next = last + self.until.duration_since(last) / (self.left + 1);
            if next > now {
                return Err(next);
            }
        }
        self.spend(1, now);
        Ok(())
    }

    /// Takes some that have begun already.
    pub(super) fn spend(&mut self, sessions: u32, now: Instant) {
        self.renew(now);
        self.left = self.left.saturating_sub(sessions);
        self.last = Some(now);
    }

    /// Gives one back that did not begin.
    pub(super) fn give_back(&mut self) {
        self.left = (self.left + 1).min(self.total);
    }

    fn renew(&mut self, now: Instant) {
        while self.until <= now {
            self.until += DAY;
            self.left = self.total;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit(text: &str) -> SessionStartLimit {
        serde_json::from_str(text).unwrap()
    }

    /// How many sessions begin within so long, if each ends at once.
    fn begun(budget: &mut Budget, from: Instant, within: Duration) -> u32 {
        let (mut now, mut count) = (from, 0);
        while now < from + within {
            match budget.take(now) {
                Ok(()) => count += 1,
                Err(next) => now = next,
            }
        }
        count
    }

    #[test]
    fn no_more_begin_in_a_day_than_discord_allows() {
        let now = Instant::now();
        let mut budget = Budget::new(SessionStartLimit::default(), now);
        assert_eq!(begun(&mut budget, now, DAY), 1_000);
        assert_eq!(begun(&mut budget, now + DAY, DAY), 1_000);
    }

    #[test]
    fn the_last_ones_do_for_the_rest_of_the_day() {
        let now = Instant::now();
        let mut budget = Budget::new(SessionStartLimit::default(), now);
        for _ in 0..900 {
            assert_eq!(budget.take(now), Ok(()));
        }
        let hour = Duration::from_hours(1);
        let first = begun(&mut budget, now, hour);
        assert!((3..=5).contains(&first), "{first}");
        assert_eq!(first + begun(&mut budget, now + hour, hour * 23), 100);
    }

    #[test]
    fn what_is_used_up_is_waited_for() {
        let now = Instant::now();
        let none = r#"{"total": 1000, "remaining": 0, "reset_after": 60000, "max_concurrency": 1}"#;
        let mut budget = Budget::new(limit(none), now);
        let minute = now + Duration::from_mins(1);
        assert_eq!(budget.take(now), Err(minute));
        assert_eq!(budget.take(minute), Ok(()));
        // The first one of a process that has few does not wait.
        let few = r#"{"total": 1000, "remaining": 3, "reset_after": 60000}"#;
        let mut budget = Budget::new(limit(few), now);
        assert_eq!(budget.take(now), Ok(()));
        assert_eq!(budget.take(now), Err(now + Duration::from_secs(20)));
        budget.give_back();
        budget.spend(5, now);
        assert_eq!(budget.take(now), Err(minute));
    }
}
