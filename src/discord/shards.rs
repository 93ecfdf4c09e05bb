//! Which shards a process runs.

use std::ops::Range;
use std::str::FromStr;

/// Shards `a` up to but without `b`, of `n` in all, written `a..b/n`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shards {
    /// The shards of this process.
    pub own: Range<u32>,
    /// How many there are in all processes together.
    pub total: u32,
}

/// A range of shards that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "SHARDS={0} is no range of shards; write a..b/n, such as 0..4/16, with a < b ≤ n, or leave it out"
)]
pub struct BadShards(String);

impl FromStr for Shards {
    type Err = BadShards;

    fn from_str(text: &str) -> Result<Self, BadShards> {
        let read = || {
            let (range, total) = text.trim().split_once('/')?;
            let (from, to) = range.split_once("..")?;
            let (from, to): (u32, u32) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
            let total = total.trim().parse().ok()?;
            (from < to && to <= total).then_some(Self { own: from..to, total })
        };
        read().ok_or_else(|| BadShards(text.to_owned()))
    }
}
