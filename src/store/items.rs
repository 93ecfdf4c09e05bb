//! Items by the numbers: how often asked and what was chosen, what people report of them, and which rest.

use std::collections::BTreeMap;

use sqlx::FromRow;

use super::error::Result;
use super::open::Store;

/// An item rests from so many open reports on, each from somebody else.
pub const REPORTS_TO_REST: i64 = 3;

/// What the answers say of an item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemStats {
    /// The item.
    pub item: String,
    /// How often it was asked.
    pub shown: i64,
    /// How many answers it got.
    pub answers: i64,
    /// How many were right.
    pub correct: i64,
    /// How many answers each option got, by its name.
    pub choices: Vec<(String, i64)>,
    /// Its rating, if it has one.
    pub rating: Option<f64>,
}

/// Why an item is not asked for now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rest {
    /// Somebody, or the numbers, put it to rest, with this reason.
    Reason(String),
    /// So many people reported it and nobody has looked yet.
    Reports(i64),
}

/// What somebody reported of an item.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Report {
    /// The item.
    pub item: String,
    /// Who.
    pub person: String,
    /// In which server; empty in a direct message.
    pub server: String,
    /// The statements that the item was made of, as JSON.
    pub statements: String,
    /// What they said.
    pub words: String,
    /// When.
    pub at: i64,
}

#[derive(FromRow)]
struct Counts {
    item: String,
    shown: i64,
    answers: i64,
    correct: i64,
    rating: Option<f64>,
}

impl Store {
    /// The statistics of all items, by item.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn item_stats(&self) -> Result<Vec<ItemStats>> {
        let counts: Vec<Counts> = sqlx::query_as(
            "SELECT i.item, i.shown, i.answers, i.correct, r.rating FROM items i \
             LEFT JOIN ratings r ON r.kind = 'item' AND r.id = i.item ORDER BY i.item",
        )
        .fetch_all(&self.reader)
        .await?;
        let choices: Vec<(String, String, i64)> =
            sqlx::query_as("SELECT item, choice, answers FROM choices ORDER BY item, choice")
                .fetch_all(&self.reader)
                .await?;
        let mut by_item: BTreeMap<String, Vec<(String, i64)>> = BTreeMap::new();
        for (item, choice, answers) in choices {
            by_item.entry(item).or_default().push((choice, answers));
        }
        let with_choices = |counts: Counts| ItemStats {
            choices: by_item.remove(&counts.item).unwrap_or_default(),
            item: counts.item,
            shown: counts.shown,
            answers: counts.answers,
            correct: counts.correct,
            rating: counts.rating,
        };
        Ok(counts.into_iter().map(with_choices).collect())
    }

    /// Puts an item to rest, with the reason for it.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn rest(&self, item: &str, reason: &str, at: i64) -> Result<()> {
        sqlx::query(
            "INSERT INTO resting (item, reason, at) VALUES ($1, $2, $3) \
             ON CONFLICT (item) DO UPDATE SET reason = excluded.reason, at = excluded.at, \
             woken = NULL",
        )
        .bind(item)
        .bind(reason)
        .bind(at)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// Lets an item be asked again, and notes how many answers it had then. Tells whether it had been put to
    /// rest; where reports do that, they are to be seen instead.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn wake(&self, item: &str) -> Result<bool> {
        let woken = sqlx::query(
            "UPDATE resting SET woken = \
             COALESCE((SELECT i.answers FROM items i WHERE i.item = resting.item), 0) \
             WHERE item = $1 AND woken IS NULL",
        )
        .bind(item)
        .execute(&self.writer)
        .await?;
        Ok(woken.rows_affected() > 0)
    }

    /// The items that were put to rest once and woken again, with how many answers each had then.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn woken(&self) -> Result<BTreeMap<String, i64>> {
        let woken: Vec<(String, i64)> =
            sqlx::query_as("SELECT item, woken FROM resting WHERE woken IS NOT NULL")
                .fetch_all(&self.reader)
                .await?;
        Ok(woken.into_iter().collect())
    }

    /// The items that are not asked for now, with the reason.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn resting(&self) -> Result<BTreeMap<String, Rest>> {
        let reported: Vec<(String, i64)> = sqlx::query_as(
            "SELECT item, COUNT(*) FROM reports WHERE seen_at IS NULL GROUP BY item \
             HAVING COUNT(*) >= $1",
        )
        .bind(REPORTS_TO_REST)
        .fetch_all(&self.reader)
        .await?;
        let put: Vec<(String, String)> =
            sqlx::query_as("SELECT item, reason FROM resting WHERE woken IS NULL")
                .fetch_all(&self.reader)
                .await?;
        let reported = reported.into_iter().map(|(item, count)| (item, Rest::Reports(count)));
        let put = put.into_iter().map(|(item, reason)| (item, Rest::Reason(reason)));
        Ok(reported.chain(put).collect())
    }

    /// Keeps what somebody reports of an item. A second report of theirs replaces the first; one without words
    /// leaves those that there are.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn report(&self, report: &Report) -> Result<()> {
        sqlx::query(
            "INSERT INTO reports (item, person, server, statements, words, at) \
             VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (item, person) DO UPDATE SET server = excluded.server, \
             statements = excluded.statements, at = excluded.at, seen_at = NULL, \
             words = CASE excluded.words WHEN '' THEN reports.words ELSE excluded.words END",
        )
        .bind(&report.item)
        .bind(&report.person)
        .bind(&report.server)
        .bind(&report.statements)
        .bind(&report.words)
        .bind(report.at)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// The reports that nobody has looked at yet, the earliest first.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn reports(&self) -> Result<Vec<Report>> {
        Ok(sqlx::query_as(
            "SELECT item, person, server, statements, words, at FROM reports \
             WHERE seen_at IS NULL ORDER BY at, item, person",
        )
        .fetch_all(&self.reader)
        .await?)
    }

    /// Marks all reports of an item as seen. Tells how many were open.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn see_reports(&self, item: &str, at: i64) -> Result<u64> {
        let seen =
            sqlx::query("UPDATE reports SET seen_at = $2 WHERE item = $1 AND seen_at IS NULL")
                .bind(item)
                .bind(at)
                .execute(&self.writer)
                .await?;
        Ok(seen.rows_affected())
    }
}
