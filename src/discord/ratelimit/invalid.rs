//! Discord's limit on refused requests, past which it bans the address for a while: nothing is sent well before.
//!
//! Ten thousand answers with 401, 403 or 429 in ten minutes are too many, whoever at the address got them; 429 with
//! the scope `shared` do not count. See
//! <https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans>.

use std::collections::VecDeque;
use std::time::Duration;

use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use tokio::time::Instant;

/// How long a refusal counts.
const WINDOW: Duration = Duration::from_mins(10);
/// After how many refusals nothing is sent as the bot. Those are what people can provoke: by speaking to it where it may
/// not write.
const AS_BOT: usize = 2_500;
/// After how many nothing is sent at all. Other processes may share the address.
const ALL: usize = 5_000;

/// The refusals that count.
#[derive(Debug, Default)]
pub(super) struct Invalid {
    at: VecDeque<Instant>,
    /// Whether requests as the bot are held back, and whether all are, as far as was said.
    said: [bool; 2],
}

impl Invalid {
    /// Notes an answer. Where from now on something is held back, or is not any more, that is logged.
    pub(super) fn note(&mut self, status: StatusCode, headers: &HeaderMap, now: Instant) {
        let shared = headers.get("x-ratelimit-scope").is_some_and(|scope| scope == "shared");
        let counts = match status {
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => true,
            StatusCode::TOO_MANY_REQUESTS => !shared,
            _ => false,
        };
        if !counts && self.at.is_empty() {
            return;
        }
        while self.at.front().is_some_and(|at| *at + WINDOW <= now) {
            self.at.pop_front();
        }
        if counts {
            self.at.push_back(now);
        }
        for (said, (most, what)) in
            self.said.iter_mut().zip([(AS_BOT, "nothing as the bot"), (ALL, "nothing at all")])
        {
            let held = self.at.len() >= most;
            if held && !*said {
                tracing::error!(
                    "Discord refused {most} requests in ten minutes with 401, 403 or 429, and bans an address at \
                     10,000: {what} is sent until fewer count; check the token, and where the bot may write"
                );
            }
            *said = held;
        }
    }

    /// When a request may be sent, if not now.
    pub(super) fn until(&self, as_bot: bool, now: Instant) -> Option<Instant> {
        let most = if as_bot { AS_BOT } else { ALL };
        let before = self.at.len().checked_sub(most)?;
        self.at.get(before).map(|at| *at + WINDOW).filter(|until| *until > now)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{RateLimiter, Route};
    use super::*;

    const POST: Route = Route::Bot { kind: "post", major: 7 };

    /// Whether leave to send is given at once.
    async fn sends(limiter: &RateLimiter, route: Route) -> bool {
        limiter.acquire(route, Instant::now() + Duration::from_secs(1)).await.is_some()
    }

    #[tokio::test(start_paused = true)]
    async fn nothing_is_sent_well_before_discord_bans() {
        let limiter = RateLimiter::default();
        let mut headers = HeaderMap::new();
        for _ in 0..AS_BOT - 1 {
            limiter.note(StatusCode::FORBIDDEN, &headers);
        }
        for status in [StatusCode::OK, StatusCode::BAD_REQUEST, StatusCode::NOT_FOUND] {
            limiter.note(status, &headers);
        }
        headers.insert("x-ratelimit-scope", "shared".parse().unwrap());
        limiter.note(StatusCode::TOO_MANY_REQUESTS, &headers);
        assert!(sends(&limiter, POST).await, "none of these counts");
        headers.insert("x-ratelimit-scope", "user".parse().unwrap());
        limiter.note(StatusCode::TOO_MANY_REQUESTS, &headers);
        assert!(!sends(&limiter, POST).await, "people can provoke no more");
        assert!(sends(&limiter, Route::Callback).await, "and keep their answers");
        tokio::time::sleep(Duration::from_mins(5)).await;
        for _ in AS_BOT..ALL {
            limiter.note(StatusCode::UNAUTHORIZED, &headers);
        }
        assert!(!sends(&limiter, Route::Callback).await);
        // The first half does not count any more, then the second.
        tokio::time::sleep(Duration::from_mins(5)).await;
        assert!(sends(&limiter, Route::Callback).await && !sends(&limiter, POST).await);
        tokio::time::sleep(Duration::from_mins(5)).await;
        assert!(sends(&limiter, POST).await);
    }
}
