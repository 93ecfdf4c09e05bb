//! Housekeeping: what is dropped in time, backups, and a look at whether all is well.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;

use sqlx::AssertSqlSafe;

use super::error::{Error, Result, Source};
use super::open::{Kind, Store};
use super::periods::{DAY, day};
use super::recall::ALONE;

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
}

impl Store {
    /// Drops what is too old. To be called about once a day.
    ///
    /// # Errors
    ///
    /// If the store fails; what was dropped before stays dropped.
    pub async fn sweep(&self, now: i64) -> Result<Swept> {
        let swept = Swept {
            rounds: self.drop_before("DELETE FROM rounds WHERE ended <= $1", now - RAW).await?,
            results: self.drop_before("DELETE FROM results WHERE at <= $1", now - RAW).await?,
        };
        self.drop_before("UPDATE daily SET grid = NULL WHERE finished <= $1", now - RAW).await?;
        // What was seen in a place goes before its last round does, by which it is found for whoever wants it deleted.
        let alone = format!("DELETE FROM seen WHERE server LIKE '{ALONE}%' AND at <= $1");
        sqlx::query(AssertSqlSafe(alone)).bind(now - RAW).execute(&self.writer).await?;
        self.drop_before("DELETE FROM days WHERE day <= $1", day(now - RAW)).await?;
        self.drop_before("DELETE FROM outbox WHERE done <= $1", now - DAY).await?;
        self.drop_before("DELETE FROM beats WHERE at <= $1", now - DAY).await?;
        Ok(swept)
    }

    /// Forgets the servers that the bot left long ago, and tells which. To be called only once it is known in which it
    /// is now: it may have come back while nobody looked.
    ///
    /// # Errors
    ///
    /// If the store fails; what was forgotten before stays forgotten.
    pub async fn forget_left(&self, now: i64) -> Result<Vec<String>> {
        let left: Vec<(String,)> = sqlx::query_as("SELECT server FROM servers WHERE left_at <= $1")
            .bind(now - LEFT)
            .fetch_all(&self.reader)
            .await?;
        let left: Vec<String> = left.into_iter().map(|(server,)| server).collect();
        for server in &left {
            self.forget_server(server).await?;
        }
        Ok(left)
    }

    async fn drop_before(&self, statement: &'static str, time: i64) -> Result<u64> {
        let writer = self.writer.patiently();
        Ok(sqlx::query(statement).bind(time).execute(&writer).await?.rows_affected())
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

    /// Copies the store into a new file, as it stands at one moment, while others go on with it. The file has its name
    /// only once it is whole and on the disk.
    ///
    /// # Errors
    ///
    /// If the file exists, its folder does not, it cannot be written, or the store is no SQLite file.
    pub async fn backup(&self, file: &Path) -> Result<()> {
        if self.kind == Kind::Postgres {
            return Err(Error::NotAFile);
        }
        if file.exists() {
            return Err(Error::Exists(file.to_owned()));
        }
        let mut name = file.file_name().ok_or(Error::Address)?.to_owned();
        name.push(format!(".{}.part", std::process::id()));
        let part = file.with_file_name(name);
        let unwritten = |source: Source| Error::Target { path: file.to_owned(), source };
        // SQLite takes an empty file for a new one, and this says what is wrong with its folder. Nothing that was
        // there before is touched.
        File::create_new(&part).map_err(|error| unwritten(error.into()))?;
        let done = self.copy_to(&part).await.and_then(|()| {
            let synced = File::open(&part).and_then(|copy| copy.sync_all());
            synced.map_err(|error| unwritten(error.into()))?;
            name_copy(&part, file)
        });
        // Half a copy would be taken for a whole one.
        let _ = std::fs::remove_file(&part);
        match done {
            // Nothing is written to the store itself.
            Err(Error::Full(source)) => Err(unwritten(source)),
            done => done,
        }
    }

    async fn copy_to(&self, part: &Path) -> Result<()> {
        let name = part.to_str().ok_or(Error::Address)?;
        sqlx::query("VACUUM INTO $1").bind(name).execute(&self.reader).await?;
        Ok(())
    }

    /// Looks through the whole store: whether the file is sound, and whether what is added up is what it was added up
    /// from, as far as that is kept. Gives what it finds wrong, a line each.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn check(&self, now: i64) -> Result<Vec<String>> {
        let mut problems = self.check_file().await?;
        // The first day of which no result has been dropped.
        let whole = (day(now - RAW) + 1) * DAY;
        problems.extend(self.check_sums(whole, now).await?);
        let unreadable = self.unreadable_settings().await?;
        if unreadable > 0 {
            problems.push(format!("the settings of {unreadable} servers cannot be read"));
        }
        Ok(problems)
    }

    /// Looks through the file, whatever its tables are; a server does that by itself.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn check_file(&self) -> Result<Vec<String>> {
        if self.kind == Kind::Postgres {
            return Ok(Vec::new());
        }
        let reader = self.reader.patiently();
        let lines: Vec<(String,)> =
            sqlx::query_as("PRAGMA integrity_check").fetch_all(&reader).await?;
        let lines = lines.into_iter().map(|(line,)| line);
        let mut problems: Vec<String> = lines.filter(|line| line != "ok").collect();
        let orphans = sqlx::query("PRAGMA foreign_key_check").fetch_all(&reader).await?.len();
        if orphans > 0 {
            problems.push(format!("{orphans} rows belong to rounds that are not there"));
        }
        Ok(problems)
    }
}

/// Gives a whole copy its name, and never takes that of another file.
fn name_copy(part: &Path, file: &Path) -> Result<()> {
    let named = std::fs::hard_link(part, file).or_else(|error| match error.kind() {
        ErrorKind::AlreadyExists => Err(error),
        // Some file systems know one name a file.
        _ if file.exists() => Err(ErrorKind::AlreadyExists.into()),
        _ => std::fs::rename(part, file),
    });
    named.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Error::Exists(file.to_owned()),
        _ => Error::Target { path: file.to_owned(), source: error.into() },
    })
}
