//! The clock of the front end: the one place of it that reads the time of day.

use jiff::{SignedDuration, Timestamp};

/// The first millisecond of Discord's ids, in milliseconds since 1970.
///
/// See <https://discord.com/developers/docs/reference#snowflakes>.
const EPOCH: i64 = 1_420_070_400_000;

/// How far the time in an id may be behind ours to be believed. An interaction is dead after three seconds;
/// a larger difference means that one of the clocks is wrong, or that the id was not made by Discord.
const BELIEVED: SignedDuration = SignedDuration::from_secs(5);

/// The time of day.
#[expect(clippy::disallowed_methods, reason = "the clock of Discord's front end")]
pub(super) fn now() -> Timestamp {
    Timestamp::now()
}

/// When something happened by Discord's own clock, as its id says it, if that is believable beside ours. So
/// presses count in the order in which they were made, not in which they arrived.
pub(super) fn happened(id: u64, now: Timestamp) -> Timestamp {
    let said = i64::try_from(id >> 22).ok().and_then(|since| since.checked_add(EPOCH));
    said.and_then(|said| Timestamp::from_millisecond(said).ok())
        .filter(|said| *said <= now && now.duration_since(*said) <= BELIEVED)
        .unwrap_or(now)
}
