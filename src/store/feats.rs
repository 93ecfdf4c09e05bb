//! Feats that no sum tells, noted when they are done: rounds without a mistake.

use sqlx::Transaction;
use sqlx::any::Any;

use super::error::Result;
use super::open::Store;

/// The fewest questions of a round that counts as one without a mistake.
pub const FEWEST_OF_PERFECT: i64 = 5;

/// The name of a round without a mistake.
const PERFECT: &str = "perfect-round";

/// Notes who had every question of a round right that has ended.
pub(super) async fn put(transaction: &mut Transaction<'_, Any>, round: &str) -> Result<()> {
    sqlx::query(
        "INSERT INTO feats (person, feat, times) \
         SELECT person, $2, 1 FROM results WHERE round = $1 GROUP BY person \
         HAVING SUM(correct) = (SELECT COUNT(*) FROM closed WHERE round = $1) AND SUM(correct) >= $3 \
         ORDER BY person \
         ON CONFLICT (person, feat) DO UPDATE SET times = feats.times + 1",
    )
    .bind(round)
    .bind(PERFECT)
    .bind(FEWEST_OF_PERFECT)
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

impl Store {
    /// How many rounds of at least [`FEWEST_OF_PERFECT`] questions somebody had all right.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn perfect_rounds(&self, person: &str) -> Result<i64> {
        let times: Option<(i64,)> =
            sqlx::query_as("SELECT times FROM feats WHERE person = $1 AND feat = $2")
                .bind(person)
                .bind(PERFECT)
                .fetch_optional(&self.reader)
                .await?;
        Ok(times.map_or(0, |(times,)| times))
    }
}
