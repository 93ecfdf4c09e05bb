//! SQLite's log of what was written: brought into the file beside the writes, instead of by one of them, which would wait
//! for two more writes to the disk.
//!
//! See <https://www.sqlite.org/wal.html#ckpt>.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use super::open::Store;

/// After how many steps the log is brought in: about as many pages as SQLite itself waits for.
const STEPS: u32 = 64;
/// As how many steps one counts that closes a question.
pub(super) const CLOSING: u32 = 8;

/// What was written since the log was last brought in.
#[derive(Debug, Default)]
pub(super) struct Log {
    steps: AtomicU32,
    busy: AtomicBool,
}

impl Store {
    /// Notes that so much was written, and now and then brings the log into the file. Nobody waits for that; should it fail,
    /// SQLite does it in one of the next writes.
    pub(super) fn written(&self, steps: u32) {
        let Some(log) = &self.log else { return };
        let before = log.steps.fetch_add(steps, Ordering::Relaxed);
        if before + steps < STEPS || log.busy.swap(true, Ordering::Relaxed) {
            return;
        }
        log.steps.store(0, Ordering::Relaxed);
        let (reader, log) = (self.reader.clone(), Arc::clone(log));
        tokio::spawn(async move {
            if let Err(error) = sqlx::query("PRAGMA wal_checkpoint(PASSIVE)").execute(&reader).await
            {
                tracing::debug!(%error, "the log of the store was not brought in");
            }
            log.busy.store(false, Ordering::Relaxed);
        });
    }
}
