//! The outbox: what steps of rounds want sent. Whoever claims an effect has it alone for a while; if it is
//! not done by then, somebody else gets it, so every effect goes out at least once.

use sqlx::FromRow;

use super::error::Result;
use super::open::Store;

/// An effect that is due.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Due {
    /// Its key, which makes a second sending recognisable.
    pub key: String,
    /// The round that it belongs to.
    pub round: String,
    /// When it was due.
    pub due: i64,
    /// What it is, as JSON.
    pub payload: String,
}

impl Store {
    /// Claims up to `most` effects that are due at `now`, the oldest first, for `lease` milliseconds.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn claim(&self, now: i64, lease: i64, most: i64) -> Result<Vec<Due>> {
        // The conditions stand twice: PostgreSQL looks at the outer ones again when another process got the
        // row first.
        let mut due: Vec<Due> = sqlx::query_as(
            "UPDATE outbox SET claimed = $1 + $2 WHERE key IN \
             (SELECT key FROM outbox WHERE done IS NULL AND due <= $1 AND claimed <= $1 \
             ORDER BY due, key LIMIT $3) \
             AND done IS NULL AND claimed <= $1 \
             RETURNING key, round, due, payload",
        )
        .bind(now)
        .bind(lease)
        .bind(most)
        .fetch_all(&self.writer)
        .await?;
        due.sort_by(|one, other| (one.due, &one.key).cmp(&(other.due, &other.key)));
        Ok(due)
    }

    /// Marks an effect as sent. Its text is dropped; its key stays and keeps it from being written again.
    /// Tells whether it was still to be done.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn done(&self, key: &str, at: i64) -> Result<bool> {
        let done = sqlx::query(
            "UPDATE outbox SET done = $2, payload = '' WHERE key = $1 AND done IS NULL",
        )
        .bind(key)
        .bind(at)
        .execute(&self.writer)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// When the next effect can be claimed: when it is due, or when its lease ends.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn next_due(&self) -> Result<Option<i64>> {
        let (next,): (Option<i64>,) = sqlx::query_as(
            "SELECT MIN(CASE WHEN claimed > due THEN claimed ELSE due END) FROM outbox \
             WHERE done IS NULL",
        )
        .fetch_one(&self.reader)
        .await?;
        Ok(next)
    }
}
