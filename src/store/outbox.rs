//! The outbox: what steps of rounds want sent. Whoever made the step, or claims an effect, has it alone for a while;
//! if it is not done by then, or its process is dead, somebody else gets it, so every effect goes out at least once.

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

/// What other processes left when they died.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left {
    /// It is due by then: what was made after that may be somebody's who has had no time to say that they are alive.
    pub due: i64,
    /// Whoever was to say it has not said since then that they are alive.
    pub beat: i64,
}

impl Store {
    /// Claims up to `most` effects, the oldest first, for `lease` milliseconds: those that are due at `now`, and
    /// those that processes left which died.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn claim(
        &self,
        now: i64,
        lease: i64,
        most: i64,
        left: Option<Left>,
    ) -> Result<Vec<Due>> {
        let left = left.unwrap_or(Left { due: i64::MIN, beat: i64::MIN });
        // It must still be as it was found: PostgreSQL looks at the row again where another process got it first.
        let mut due: Vec<Due> = sqlx::query_as(
            "UPDATE outbox SET claimed = $1 + $2, owner = $4 \
             FROM (SELECT o.key, o.claimed, o.owner FROM outbox o WHERE o.done IS NULL \
             AND ((o.due <= $1 AND o.claimed <= $1) OR (o.due <= $5 AND o.owner NOT IN ('', $4) \
             AND NOT EXISTS (SELECT 1 FROM beats b WHERE b.process = o.owner AND b.at > $6))) \
             ORDER BY o.due, o.key LIMIT $3) found \
             WHERE outbox.key = found.key AND outbox.claimed = found.claimed \
             AND outbox.owner = found.owner AND outbox.done IS NULL \
             RETURNING outbox.key, outbox.round, outbox.due, outbox.payload",
        )
        .bind(now)
        .bind(lease)
        .bind(most)
        .bind(&*self.process)
        .bind(left.due)
        .bind(left.beat)
        .fetch_all(&self.writer)
        .await?;
        due.sort_by(|one, other| (one.due, &one.key).cmp(&(other.due, &other.key)));
        Ok(due)
    }

    /// Whether processes that died left anything to be said.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn has_left(&self, left: Left) -> Result<bool> {
        let (count,): (i64,) = sqlx::query_as(
            "SELECT COUNT(*) FROM outbox o WHERE o.done IS NULL AND o.due <= $2 \
             AND o.owner NOT IN ('', $1) \
             AND NOT EXISTS (SELECT 1 FROM beats b WHERE b.process = o.owner AND b.at > $3)",
        )
        .bind(&*self.process)
        .bind(left.due)
        .bind(left.beat)
        .fetch_one(&self.reader)
        .await?;
        Ok(count > 0)
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
