//! Rounds as they stand: found by their id or their place, running or over.

use std::collections::HashMap;

use sqlx::{AssertSqlSafe, FromRow};

use super::error::Result;
use super::open::Store;
use super::recall::numbered;

/// A round as it stands.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Round {
    /// Its id.
    pub id: String,
    /// Where it is played.
    pub place: String,
    /// The server of that place; empty in a direct message.
    pub server: String,
    /// How many steps it has made.
    pub version: i64,
    /// Its state, as JSON; empty if it had to be dropped with somebody's data.
    pub state: String,
    /// When time brings its next step.
    pub deadline: Option<i64>,
    /// When it began.
    pub started: i64,
    /// When it made its last step.
    pub saved: i64,
    /// When it ended, if it did.
    pub ended: Option<i64>,
    /// The message in which it is shown, as its front end wrote it down.
    pub shown: Option<String>,
}

impl Store {
    /// The round with this id, whether it runs or not.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn round(&self, id: &str) -> Result<Option<Round>> {
        Ok(sqlx::query_as(
            "SELECT id, place, server, version, state, deadline, started, saved, ended, shown \
             FROM rounds WHERE id = $1",
        )
        .bind(id)
        .fetch_optional(&self.reader)
        .await?)
    }

    /// The round that runs in a place.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn round_in(&self, place: &str) -> Result<Option<Round>> {
        Ok(sqlx::query_as(
            "SELECT id, place, server, version, state, deadline, started, saved, ended, shown \
             FROM rounds WHERE place = $1 AND ended IS NULL",
        )
        .bind(place)
        .fetch_optional(&self.reader)
        .await?)
    }

    /// The rounds that run in some places, by place.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn rounds_in(&self, places: &[&str]) -> Result<HashMap<String, Round>> {
        if places.is_empty() {
            return Ok(HashMap::new());
        }
        let select = AssertSqlSafe(format!(
            "SELECT id, place, server, version, state, deadline, started, saved, ended, shown \
             FROM rounds WHERE ended IS NULL AND place IN ({})",
            numbered(places.len())
        ));
        let query = places.iter().fold(sqlx::query_as(select), |query, place| query.bind(*place));
        let rounds: Vec<Round> = query.fetch_all(&self.reader).await?;
        Ok(rounds.into_iter().map(|round| (round.place.clone(), round)).collect())
    }

    /// The round that ended last in a place, if its state is still kept.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn last_round(&self, place: &str) -> Result<Option<Round>> {
        Ok(sqlx::query_as(
            "SELECT id, place, server, version, state, deadline, started, saved, ended, shown \
             FROM rounds WHERE place = $1 AND ended IS NOT NULL AND state <> '' \
             ORDER BY ended DESC, id LIMIT 1",
        )
        .bind(place)
        .fetch_optional(&self.reader)
        .await?)
    }

    /// Ends a round whose state nobody can read: it would hold its place for ever. What its closed questions
    /// brought stays.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn give_up(&self, round: &str, at: i64) -> Result<()> {
        sqlx::query(
            "UPDATE rounds SET state = '', version = version + 1, deadline = NULL, ended = $2 \
             WHERE id = $1 AND ended IS NULL",
        )
        .bind(round)
        .bind(at)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// Notes the message in which a round is shown. It is no step: nothing hangs on it.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn set_shown(&self, round: &str, shown: &str) -> Result<()> {
        sqlx::query("UPDATE rounds SET shown = $2 WHERE id = $1")
            .bind(round)
            .bind(shown)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    /// The answers to a question as they stand: who, the answer as JSON, when.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn answers(&self, round: &str, question: i64) -> Result<Vec<(String, String, i64)>> {
        Ok(sqlx::query_as(
            "SELECT player, answer, at FROM answers WHERE round = $1 AND question = $2 \
             ORDER BY at, player",
        )
        .bind(round)
        .bind(question)
        .fetch_all(&self.reader)
        .await?)
    }
}
