//! Housekeeping: what is dropped in time, backups, and a look at whether all is well.

use std::path::Path;

use super::error::{Error, Result};
use super::open::{Kind, Store};
use super::periods::{DAY, day};

/// Raw answers and results are kept this long, in milliseconds; what they add up to stays.
const RAW: i64 = 90 * DAY;

/// What a server stored is kept this long after the bot was removed from it, in milliseconds.
const LEFT: i64 = 30 * DAY;

/// What [`Store::sweep`] dropped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Ended rounds, with their answers.
    pub rounds: u64,
    /// Results; the sums keep what they add up to.
    pub results: u64,
    /// Servers that the bot left long ago.
    pub servers: u64,
}

impl Store {
    /// Drops what is too old. To be called about once a day.
    ///
    /// # Errors
    ///
    /// If the store fails; what was dropped before stays dropped.
    pub async fn sweep(&self, now: i64) -> Result<Swept> {
        let left: Vec<(String,)> = sqlx::query_as("SELECT server FROM servers WHERE left_at <= $1")
            .bind(now - LEFT)
            .fetch_all(&self.reader)
            .await?;
        let mut swept = Swept::default();
        for (server,) in left {
            self.forget_server(&server).await?;
            swept.servers += 1;
        }
        swept.rounds = self.drop_before("DELETE FROM rounds WHERE ended <= $1", now - RAW).await?;
        swept.results = self.drop_before("DELETE FROM results WHERE at <= $1", now - RAW).await?;
        self.drop_before("UPDATE daily SET grid = NULL WHERE finished <= $1", now - RAW).await?;
        self.drop_before("DELETE FROM days WHERE day <= $1", day(now - RAW)).await?;
        self.drop_before("DELETE FROM outbox WHERE done <= $1", now - DAY).await?;
        self.drop_before("DELETE FROM beats WHERE at <= $1", now - DAY).await?;
        Ok(swept)
    }

    async fn drop_before(&self, statement: &'static str, time: i64) -> Result<u64> {
        Ok(sqlx::query(statement).bind(time).execute(&self.writer).await?.rows_affected())
    }

    /// The latest time at which a process kept time or made a step, if one ever did.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn latest(&self) -> Result<Option<i64>> {
        let (latest,): (Option<i64>,) = sqlx::query_as(
            "SELECT MAX(at) FROM (SELECT MAX(saved) AS at FROM rounds \
             UNION ALL SELECT MAX(at) FROM beats) latest",
        )
        .fetch_one(&self.reader)
        .await?;
        Ok(latest)
    }

    /// Copies the store into a new file, as it stands at one moment, while others go on with it.
    ///
    /// # Errors
    ///
    /// If the file exists, cannot be written, or the store is no SQLite file.
    pub async fn backup(&self, file: &Path) -> Result<()> {
        if self.kind == Kind::Postgres {
            return Err(Error::NotAFile);
        }
        if file.exists() {
            return Err(Error::Exists(file.to_owned()));
        }
        let name = file.to_str().ok_or(Error::Address)?;
        let done = sqlx::query("VACUUM INTO $1").bind(name).execute(&self.reader).await;
        if done.is_err() {
            // Half a copy would be taken for a whole one.
            let _ = std::fs::remove_file(file);
        }
        done?;
        Ok(())
    }

    /// Looks through the whole store: whether the file is sound, and whether the sums are those of the
    /// results. Gives what it finds wrong, a line each.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn check(&self, now: i64) -> Result<Vec<String>> {
        let mut problems = Vec::new();
        if self.kind == Kind::Sqlite {
            let lines: Vec<(String,)> =
                sqlx::query_as("PRAGMA integrity_check").fetch_all(&self.reader).await?;
            problems.extend(lines.into_iter().map(|(line,)| line).filter(|line| line != "ok"));
            let orphans =
                sqlx::query("PRAGMA foreign_key_check").fetch_all(&self.reader).await?.len();
            if orphans > 0 {
                problems.push(format!("{orphans} rows belong to rounds that are not there"));
            }
        }
        // The first day of which no result has been dropped.
        let whole = (day(now - RAW) + 1) * DAY;
        let (wrong,): (i64,) = sqlx::query_as(
            "SELECT COUNT(*) FROM (SELECT person, at / 86400000 AS day, COUNT(*) AS questions, \
             SUM(correct) AS correct, SUM(points) AS points FROM results WHERE at >= $1 \
             GROUP BY person, at / 86400000) r \
             LEFT JOIN sums s ON s.scope = '*' AND s.person = r.person AND s.period = 'd' || r.day \
             WHERE s.person IS NULL OR s.questions <> r.questions OR s.correct <> r.correct \
             OR s.points <> r.points",
        )
        .bind(whole)
        .fetch_one(&self.reader)
        .await?;
        if wrong > 0 {
            problems.push(format!("{wrong} sums of a day are not those of the answers"));
        }
        Ok(problems)
    }
}
