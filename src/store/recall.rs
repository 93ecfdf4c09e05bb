//! What is remembered of closed questions: ratings, and what a server or a person has seen and got wrong.

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
        Ok(sqlx::query_as(
            "SELECT rating, deviation, volatility FROM ratings WHERE kind = $1 AND id = $2",
        )
        .bind(rated.kind())
        .bind(id)
        .fetch_optional(&self.reader)
        .await?)
    }

    /// The items that a server has seen, the one seen longest ago first, each with the last time.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn seen(&self, server: &str) -> Result<Vec<(String, i64)>> {
        Ok(sqlx::query_as("SELECT item, at FROM seen WHERE server = $1 ORDER BY at, item")
            .bind(server)
            .fetch_all(&self.reader)
            .await?)
    }

    /// The items that a person has seen in the last 90 days, as [`Store::seen`]: for direct messages.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn seen_by(&self, person: &str) -> Result<Vec<(String, i64)>> {
        Ok(sqlx::query_as(
            "SELECT item, MAX(at) FROM results WHERE person = $1 GROUP BY item \
             ORDER BY MAX(at), item",
        )
        .bind(person)
        .fetch_all(&self.reader)
        .await?)
    }

    /// The items that somebody got wrong in a place when they were last asked there, the latest first.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn missed(&self, place: &str, most: i64) -> Result<Vec<String>> {
        let items: Vec<(String,)> = sqlx::query_as(
            "SELECT item FROM missed WHERE place = $1 ORDER BY at DESC, item LIMIT $2",
        )
        .bind(place)
        .bind(most)
        .fetch_all(&self.reader)
        .await?;
        Ok(items.into_iter().map(|(item,)| item).collect())
    }

    /// The items that a person got wrong when they were last asked them, in the last 90 days, the latest
    /// first.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn missed_by(&self, person: &str, most: i64) -> Result<Vec<String>> {
        let items: Vec<(String,)> = sqlx::query_as(
            "SELECT r.item FROM results r WHERE r.person = $1 AND r.correct = 0 \
             AND NOT EXISTS (SELECT 1 FROM results l \
             WHERE l.person = r.person AND l.item = r.item AND l.at > r.at) \
             GROUP BY r.item ORDER BY MAX(r.at) DESC, r.item LIMIT $2",
        )
        .bind(person)
        .bind(most)
        .fetch_all(&self.reader)
        .await?;
        Ok(items.into_iter().map(|(item,)| item).collect())
    }
}
