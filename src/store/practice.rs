//! Practice: for each person and fact, how well they know it and when it comes next.

use sqlx::any::Any;
use sqlx::{FromRow, Transaction};

use super::error::Result;
use super::open::Store;

/// A fact that somebody practises.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Card {
    /// The fact.
    pub fact: String,
    /// How well it is known, as JSON.
    pub state: String,
    /// When it comes next.
    pub due: i64,
}

impl Store {
    /// The cards of a person, the next due first.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn cards(&self, person: &str) -> Result<Vec<Card>> {
        Ok(sqlx::query_as(
            "SELECT fact, state, due FROM cards WHERE person = $1 ORDER BY due, fact",
        )
        .bind(person)
        .fetch_all(&self.reader)
        .await?)
    }
}

/// Writes the card of a person, a new one or in place of the last.
pub(super) async fn put(
    transaction: &mut Transaction<'_, Any>,
    person: &str,
    card: &Card,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO cards (person, fact, state, due) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (person, fact) DO UPDATE SET state = excluded.state, due = excluded.due",
    )
    .bind(person)
    .bind(&card.fact)
    .bind(&card.state)
    .bind(card.due)
    .execute(&mut **transaction)
    .await?;
    Ok(())
}
