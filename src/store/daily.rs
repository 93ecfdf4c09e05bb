//! The daily challenge: once a person and day, with its grid to share and the run of days.

use sqlx::FromRow;

use super::error::Result;
use super::open::Store;

/// Somebody's challenge of a day.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Daily {
    /// The day in UTC, in days since 1970.
    pub day: i64,
    /// The round in which it is played.
    pub round: String,
    /// When it began.
    pub started: i64,
    /// When it was finished, if it was.
    pub finished: Option<i64>,
    /// The grid of the result, to share.
    pub grid: Option<String>,
    /// Right answers.
    pub correct: i64,
    /// Questions.
    pub questions: i64,
    /// How many days in a row, with this one, were finished.
    pub streak: i64,
}

impl Store {
    /// Begins somebody's challenge of a day. If they began it before, that one is told: it is played in its
    /// own round, and is not begun again.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn begin_daily(
        &self,
        day: i64,
        person: &str,
        round: &str,
        at: i64,
    ) -> Result<Option<Daily>> {
        let begun = sqlx::query(
            "INSERT INTO daily (day, person, round, started, correct, questions, streak) \
             VALUES ($1, $2, $3, $4, 0, 0, 0) ON CONFLICT (day, person) DO NOTHING",
        )
        .bind(day)
        .bind(person)
        .bind(round)
        .bind(at)
        .execute(&self.writer)
        .await?;
        if begun.rows_affected() > 0 {
            return Ok(None);
        }
        self.daily(day, person).await
    }

    /// Finishes somebody's challenge of a day, once; the second time changes nothing. Tells how many days in
    /// a row that makes.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn finish_daily(
        &self,
        day: i64,
        person: &str,
        grid: &str,
        (correct, questions): (i64, i64),
        at: i64,
    ) -> Result<i64> {
        sqlx::query(
            "UPDATE daily SET finished = $5, grid = $3, correct = $4, questions = $6, \
             streak = 1 + COALESCE((SELECT y.streak FROM daily y \
             WHERE y.day = $1 - 1 AND y.person = $2 AND y.finished IS NOT NULL), 0) \
             WHERE day = $1 AND person = $2 AND finished IS NULL",
        )
        .bind(day)
        .bind(person)
        .bind(grid)
        .bind(correct)
        .bind(at)
        .bind(questions)
        .execute(&self.writer)
        .await?;
        Ok(self.daily(day, person).await?.map_or(0, |daily| daily.streak))
    }

    /// Somebody's challenge of a day, if they began it.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn daily(&self, day: i64, person: &str) -> Result<Option<Daily>> {
        Ok(sqlx::query_as(
            "SELECT day, round, started, finished, grid, correct, questions, streak FROM daily \
             WHERE day = $1 AND person = $2",
        )
        .bind(day)
        .bind(person)
        .fetch_optional(&self.reader)
        .await?)
    }

    /// The challenge that somebody plays, or played, in a round.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn daily_in(&self, person: &str, round: &str) -> Result<Option<Daily>> {
        Ok(sqlx::query_as(
            "SELECT day, round, started, finished, grid, correct, questions, streak FROM daily \
             WHERE person = $1 AND round = $2",
        )
        .bind(person)
        .bind(round)
        .fetch_optional(&self.reader)
        .await?)
    }

    /// The questions of a day, as JSON, if somebody has begun its challenge.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn day(&self, day: i64) -> Result<Option<String>> {
        let items: Option<(String,)> = sqlx::query_as("SELECT items FROM days WHERE day = $1")
            .bind(day)
            .fetch_optional(&self.reader)
            .await?;
        Ok(items.map(|(items,)| items))
    }

    /// The questions of the days that were settled from one day to another, as JSON.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn days(&self, from: i64, to: i64) -> Result<Vec<String>> {
        let days: Vec<(String,)> =
            sqlx::query_as("SELECT items FROM days WHERE day >= $1 AND day <= $2 ORDER BY day")
                .bind(from)
                .bind(to)
                .fetch_all(&self.reader)
                .await?;
        Ok(days.into_iter().map(|(items,)| items).collect())
    }

    /// Settles the questions of a day, as JSON. Whoever comes first does: what was settled comes back.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn settle_day(&self, day: i64, items: &str) -> Result<String> {
        sqlx::query("INSERT INTO days (day, items) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING")
            .bind(day)
            .bind(items)
            .execute(&self.writer)
            .await?;
        Ok(self.day(day).await?.unwrap_or_else(|| items.to_owned()))
    }

    /// Somebody's run of days as it stands on a day, and their longest. One that reached to yesterday still
    /// stands: today can be added to it.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn daily_streaks(&self, day: i64, person: &str) -> Result<(i64, i64)> {
        Ok(sqlx::query_as(
            "SELECT COALESCE(MAX(CASE WHEN day >= $1 - 1 THEN streak END), 0), \
             COALESCE(MAX(streak), 0) FROM daily \
             WHERE person = $2 AND day <= $1 AND finished IS NOT NULL",
        )
        .bind(day)
        .bind(person)
        .fetch_one(&self.reader)
        .await?)
    }
}
