//! What a response says of the limits.

use std::str::FromStr;
use std::time::Duration;

use reqwest::StatusCode;
use reqwest::header::HeaderMap;

/// How long is waited where Discord does not say: a refusal by the network before it may have no header at all.
const UNSAID: Duration = Duration::from_millis(500);

/// What a response says of the limits.
///
/// See <https://discord.com/developers/docs/topics/rate-limits#header-format>.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::discord) enum Told {
    /// Nothing: the request is not limited.
    Nothing,
    /// How much is left of its bucket.
    Left(Left),
    /// It was refused, and may be sent again after this time.
    Refused {
        /// How long to wait.
        wait: Duration,
        /// Whether everything else is refused as well.
        global: bool,
        /// The bucket, where it is known.
        bucket: Option<String>,
    },
}

/// How much is left of a bucket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::discord) struct Left {
    /// Its name.
    pub(super) bucket: String,
    /// How many requests it holds when full.
    pub(super) limit: u32,
    /// How many are left.
    pub(super) remaining: u32,
    /// When it is filled up again.
    pub(super) reset_after: Duration,
}

impl Told {
    /// Reads it from the headers. An error that does not say anything of limits says nothing of them.
    pub(in crate::discord) fn read(status: StatusCode, headers: &HeaderMap) -> Option<Self> {
        let bucket = header::<String>(headers, "x-ratelimit-bucket");
        let reset_after = seconds(headers, "x-ratelimit-reset-after");
        if status == StatusCode::TOO_MANY_REQUESTS {
            // The seconds of `Retry-After` are rounded up; for a bucket the other header is exact.
            let wait = reset_after.or_else(|| seconds(headers, "retry-after")).unwrap_or(UNSAID);
            let scope = header::<String>(headers, "x-ratelimit-scope");
            let global = headers.contains_key("x-ratelimit-global")
                || scope.is_some_and(|scope| scope == "global");
            return Some(Self::Refused { wait, global, bucket });
        }
        let limit = header(headers, "x-ratelimit-limit");
        let remaining = header(headers, "x-ratelimit-remaining");
        match (bucket, limit, remaining, reset_after) {
            (Some(bucket), Some(limit), Some(remaining), Some(reset_after)) => {
                Some(Self::Left(Left { bucket, limit, remaining, reset_after }))
            }
            _ => status.is_success().then_some(Self::Nothing),
        }
    }

    /// Adds what the body of a refusal says, which is the most exact.
    #[must_use]
    pub(in crate::discord) fn with_body(self, retry_after: Option<f64>, all: bool) -> Self {
        match self {
            Self::Refused { wait, global, bucket } => Self::Refused {
                wait: retry_after
                    .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
                    .unwrap_or(wait),
                global: global || all,
                bucket,
            },
            other => other,
        }
    }
}

fn header<T: FromStr>(headers: &HeaderMap, name: &str) -> Option<T> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

fn seconds(headers: &HeaderMap, name: &str) -> Option<Duration> {
    Duration::try_from_secs_f64(header(headers, name)?).ok()
}
