//! Who keeps the time of the rounds that run, across restarts and among several processes.

use sqlx::FromRow;

use super::error::Result;
use super::open::Store;

/// A round that runs, for whoever keeps the time.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Running {
    /// Its id.
    pub id: String,
    /// Where it is played.
    pub place: String,
    /// When time brings its next step.
    pub deadline: Option<i64>,
    /// When a process last kept its time: its last step, or the last beat of any process after it. Time
    /// between then and a restart does not count.
    pub kept: i64,
}

impl Store {
    /// All rounds that run, the next due first: what a process takes up when it starts. Let each round take
    /// up its time (by a step, so that only one process does it) before the first [`Store::beat`].
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn running(&self) -> Result<Vec<Running>> {
        Ok(sqlx::query_as(
            "SELECT r.id, r.place, r.deadline, \
             CASE WHEN b.at > r.saved THEN b.at ELSE r.saved END AS kept \
             FROM rounds r CROSS JOIN (SELECT COALESCE(MAX(at), 0) AS at FROM beats) b \
             WHERE r.ended IS NULL \
             ORDER BY CASE WHEN r.deadline IS NULL THEN 1 ELSE 0 END, r.deadline, r.id",
        )
        .fetch_all(&self.reader)
        .await?)
    }

    /// Says that this process is alive and keeps the time of rounds. What lies between the last beat and a crash is
    /// time that nobody kept.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn beat(&self, at: i64) -> Result<()> {
        sqlx::query(
            "INSERT INTO beats (process, at) VALUES ($1, $2) \
             ON CONFLICT (process) DO UPDATE SET at = excluded.at",
        )
        .bind(&*self.process)
        .bind(at)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// Forgets that processes said later than this that they are alive: the clock was set back.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn drop_beats_after(&self, at: i64) -> Result<()> {
        sqlx::query("DELETE FROM beats WHERE at > $1").bind(at).execute(&self.writer).await?;
        Ok(())
    }

    /// Whether any other process has said since then that it is alive.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn others_beat(&self, since: i64) -> Result<bool> {
        let (others,): (i64,) =
            sqlx::query_as("SELECT COUNT(*) FROM beats WHERE process <> $1 AND at > $2")
                .bind(&*self.process)
                .bind(since)
                .fetch_one(&self.reader)
                .await?;
        Ok(others > 0)
    }

    /// The places of the rounds whose next step is due, the one that waits longest first.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn late(&self, now: i64) -> Result<Vec<String>> {
        let places: Vec<(String,)> = sqlx::query_as(
            "SELECT place FROM rounds WHERE ended IS NULL AND deadline <= $1 ORDER BY deadline, id",
        )
        .bind(now)
        .fetch_all(&self.reader)
        .await?;
        Ok(places.into_iter().map(|(place,)| place).collect())
    }

    /// The places of rounds that wait for their players without a limit of time, and have made no step since.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn lingering(&self, since: i64) -> Result<Vec<String>> {
        let places: Vec<(String,)> = sqlx::query_as(
            "SELECT place FROM rounds WHERE ended IS NULL AND deadline IS NULL AND saved <= $1 \
             ORDER BY saved, id",
        )
        .bind(since)
        .fetch_all(&self.reader)
        .await?;
        Ok(places.into_iter().map(|(place,)| place).collect())
    }

    /// Puts off the next step that time brings in a round.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn put_off(&self, round: &str, until: i64) -> Result<()> {
        sqlx::query("UPDATE rounds SET deadline = $2 WHERE id = $1 AND ended IS NULL")
            .bind(round)
            .bind(until)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// When time brings the next step of any round.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn next_step(&self) -> Result<Option<i64>> {
        let (next,): (Option<i64>,) =
            sqlx::query_as("SELECT MIN(deadline) FROM rounds WHERE ended IS NULL")
                .fetch_one(&self.reader)
                .await?;
        Ok(next)
    }
}
