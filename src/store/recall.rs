//! What is remembered of closed questions: ratings, and what a server or a person has seen.

use super::error::Result;
use super::open::Store;
use super::results::{Rated, Rating};

impl Store {
    /// The rating of a player or an item, if it has one yet.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn rating(&self, rated: Rated, id: &str) -> Result<Option<Rating>> {
        Ok(sqlx::query_as("SELECT rating, answers FROM ratings WHERE kind = $1 AND id = $2")
            .bind(rated.kind())
            .bind(id)
            .fetch_optional(&self.reader)
            .await?)
    }

    /// The items that a server has seen, each with how often.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn seen(&self, server: &str) -> Result<Vec<(String, i64)>> {
        Ok(sqlx::query_as("SELECT item, times FROM seen WHERE server = $1 ORDER BY item")
            .bind(server)
            .fetch_all(&self.reader)
            .await?)
    }

    /// The items that a person has seen in the last 90 days, each with how often: for direct messages.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn seen_by(&self, person: &str) -> Result<Vec<(String, i64)>> {
        Ok(sqlx::query_as(
            "SELECT item, COUNT(*) FROM results WHERE person = $1 GROUP BY item ORDER BY item",
        )
        .bind(person)
        .fetch_all(&self.reader)
        .await?)
    }
}
