//! What is remembered of questions and people: ratings, names, and what was seen where.

use std::collections::HashMap;

use sqlx::any::Any;
use sqlx::{AssertSqlSafe, Transaction};

use super::error::Result;
use super::open::Store;
use super::results::{Rated, Rating};

/// What stands before the places in which something was seen and which belong to no server.
pub(super) const ALONE: &str = "place:";

/// Whose memory it is what is seen in a place of a server, or of none.
fn whose(server: &str, place: &str) -> String {
    if server.is_empty() { format!("{ALONE}{place}") } else { server.to_owned() }
}

/// Remembers that an item is shown.
pub(super) async fn put(
    transaction: &mut Transaction<'_, Any>,
    (server, place): (&str, &str),
    item: Option<&str>,
    at: i64,
) -> Result<()> {
    let Some(item) = item else { return Ok(()) };
    sqlx::query(
        "INSERT INTO seen (server, item, times, at) VALUES ($1, $2, 1, $3) \
         ON CONFLICT (server, item) DO UPDATE SET times = seen.times + 1, at = excluded.at",
    )
    .bind(whose(server, place))
    .bind(item)
    .bind(at)
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

/// So many values in a statement: `$1, $2, …`.
pub(super) fn numbered(values: usize) -> String {
    let numbers: Vec<String> = (1..=values).map(|at| format!("${at}")).collect();
    numbers.join(", ")
}

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

    /// What to call people, of whom that is known.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn names(&self, people: &[&str]) -> Result<HashMap<String, String>> {
        if people.is_empty() {
            return Ok(HashMap::new());
        }
        let select = AssertSqlSafe(format!(
            "SELECT person, name FROM people WHERE name IS NOT NULL AND person IN ({})",
            numbered(people.len())
        ));
        let query = people.iter().fold(sqlx::query_as(select), |query, person| query.bind(*person));
        let named: Vec<(String, String)> = query.fetch_all(&self.reader).await?;
        Ok(named.into_iter().collect())
    }

    /// The states of the rounds that are running in a server, but for one place, as JSON.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn running_in(&self, server: &str, but: &str) -> Result<Vec<String>> {
        let states: Vec<(String,)> = sqlx::query_as(
            "SELECT state FROM rounds WHERE ended IS NULL AND server = $1 AND place <> $2 ORDER BY id",
        )
        .bind(server)
        .bind(but)
        .fetch_all(&self.reader)
        .await?;
        Ok(states.into_iter().map(|(state,)| state).collect())
    }

    /// The items that were shown in a place of no server in the last 90 days, each with how often.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn seen_in(&self, place: &str) -> Result<Vec<(String, i64)>> {
        self.seen(&whose("", place)).await
    }

    /// The ratings of all items that were learnt from so many answers.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn item_ratings(&self, answers: i64) -> Result<Vec<(String, f64)>> {
        Ok(sqlx::query_as(
            "SELECT id, rating FROM ratings WHERE kind = $1 AND answers >= $2 ORDER BY id",
        )
        .bind(Rated::Item.kind())
        .bind(answers)
        .fetch_all(&self.reader)
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

    /// The items of which a person has a result of the last 90 days, wherever that was, each with how often.
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
