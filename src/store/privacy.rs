//! What people and servers have a right to: everything that is kept of somebody, and its deletion.

use serde_json::{Map, Value};
use sqlx::any::{Any, AnyRow, AnyTypeInfoKind};
use sqlx::{AssertSqlSafe, Column as _, FromRow, Row as _, Transaction, ValueRef as _};

use super::error::{Error, Result};
use super::naming::{containing, names};
use super::open::Store;

/// Each table with rows of one person, and the condition that finds them. The order is that in which steps
/// of rounds write, so that neither waits for the other in a circle.
const PERSONAL: &[(&str, &str)] = &[
    ("answers", "player = $1"),
    ("results", "person = $1"),
    ("ratings", "kind = 'person' AND id = $1"),
    ("sums", "person = $1"),
    ("tallies", "person = $1"),
    ("cards", "person = $1"),
    ("people", "person = $1"),
    ("daily", "person = $1"),
    ("reports", "person = $1"),
    ("feats", "person = $1"),
];

/// How much is kept of a person, by kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromRow)]
pub struct Kept {
    /// Answers as they were given, with when.
    pub answers: i64,
    /// What those answers counted for.
    pub results: i64,
    /// Sums of results, by server and period, and by topic, difficulty and format.
    pub sums: i64,
    /// Feats.
    pub feats: i64,
    /// Whether there is a rating.
    pub ratings: i64,
    /// Facts that are practised.
    pub cards: i64,
    /// Whether they have set something.
    pub settings: i64,
    /// Daily challenges.
    pub daily: i64,
    /// Reports of questions.
    pub reports: i64,
}

impl Kept {
    /// Whether nothing is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Columns that hold JSON.
const JSON: &[&str] = &["answer", "settings", "state", "statements"];

impl Store {
    /// Everything that is kept of a person, as one JSON object with a list for each table.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn export(&self, person: &str) -> Result<String> {
        let mut export = Map::new();
        for (table, condition) in PERSONAL {
            let select = format!("SELECT * FROM {table} WHERE {condition}");
            let rows =
                sqlx::query(AssertSqlSafe(select)).bind(person).fetch_all(&self.reader).await?;
            let rows = rows.iter().map(object).collect::<Result<Vec<_>>>()?;
            export.insert((*table).to_owned(), Value::Array(rows));
        }
        let rounds = sqlx::query(
            "SELECT id, place, server, started, ended FROM rounds \
             WHERE id IN (SELECT round FROM answers WHERE player = $1) ORDER BY started, id",
        )
        .bind(person)
        .fetch_all(&self.reader)
        .await?;
        let rounds = rounds.iter().map(object).collect::<Result<Vec<_>>>()?;
        export.insert("rounds".to_owned(), Value::Array(rounds));
        serde_json::to_string_pretty(&Value::Object(export))
            .map_err(|source| Error::Unreadable { what: "data of a person", source })
    }

    /// How much is kept of a person.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn kept(&self, person: &str) -> Result<Kept> {
        Ok(sqlx::query_as(
            "SELECT (SELECT COUNT(*) FROM answers WHERE player = $1) AS answers, \
             (SELECT COUNT(*) FROM results WHERE person = $1) AS results, \
             (SELECT COUNT(*) FROM sums WHERE person = $1) \
             + (SELECT COUNT(*) FROM tallies WHERE person = $1) AS sums, \
             (SELECT COUNT(*) FROM feats WHERE person = $1) AS feats, \
             (SELECT COUNT(*) FROM ratings WHERE kind = 'person' AND id = $1) AS ratings, \
             (SELECT COUNT(*) FROM cards WHERE person = $1) AS cards, \
             (SELECT COUNT(*) FROM people WHERE person = $1) AS settings, \
             (SELECT COUNT(*) FROM daily WHERE person = $1) AS daily, \
             (SELECT COUNT(*) FROM reports WHERE person = $1) AS reports",
        )
        .bind(person)
        .fetch_one(&self.reader)
        .await?)
    }

    /// Deletes everything that names a person, at once. Boards close up by themselves.
    ///
    /// The JSON of rounds is not the store's to understand: `without` gives it back without the person. Where
    /// it gives nothing back, or something that still names them, the state is dropped, and a round that runs
    /// ends with it; an effect that is to go out is dropped likewise.
    ///
    /// # Errors
    ///
    /// If the store fails; nothing is deleted then.
    pub async fn delete(
        &self,
        person: &str,
        at: i64,
        without: &(dyn Fn(&str) -> Option<String> + Sync),
    ) -> Result<()> {
        let pattern = containing(person)?;
        let rewritten = |json: &str| without(json).filter(|json| !names(json, person));
        let mut transaction = self.writer.begin().await?;
        // This changes nothing yet, but makes the rows its own and gives them as they are now.
        let rounds: Vec<(String, String, String)> = sqlx::query_as(
            "UPDATE rounds SET saved = saved WHERE state LIKE $2 ESCAPE '\\' \
             OR id IN (SELECT round FROM answers WHERE player = $1) RETURNING id, server, state",
        )
        .bind(person)
        .bind(&pattern)
        .fetch_all(&mut *transaction)
        .await?;
        for (round, server, state) in rounds.iter().filter(|(_, _, state)| names(state, person)) {
            match rewritten(state) {
                // What nobody else was in: its place is the person's own.
                None if server.is_empty() => {
                    sqlx::query("DELETE FROM rounds WHERE id = $1")
                        .bind(round)
                        .execute(&mut *transaction)
                        .await?;
                }
                state => replace_state(&mut transaction, round, state, at).await?,
            }
        }
        // A direct message belongs to the person, and so does the id of its channel.
        sqlx::query(
            "DELETE FROM rounds WHERE server = '' \
             AND id IN (SELECT round FROM answers WHERE player = $1) \
             AND NOT EXISTS (SELECT 1 FROM answers o WHERE o.round = rounds.id AND o.player <> $1)",
        )
        .bind(person)
        .execute(&mut *transaction)
        .await?;
        for (table, condition) in PERSONAL {
            let delete = format!("DELETE FROM {table} WHERE {condition}");
            sqlx::query(AssertSqlSafe(delete)).bind(person).execute(&mut *transaction).await?;
        }
        let effects: Vec<(String, String)> = sqlx::query_as(
            "SELECT key, payload FROM outbox WHERE done IS NULL AND payload LIKE $1 ESCAPE '\\'",
        )
        .bind(&pattern)
        .fetch_all(&mut *transaction)
        .await?;
        for (key, payload) in effects.iter().filter(|(_, payload)| names(payload, person)) {
            replace_payload(&mut transaction, key, rewritten(payload)).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    /// Deletes everything that a server stored. What people did there stays theirs, without the server.
    ///
    /// # Errors
    ///
    /// If the store fails; nothing is deleted then.
    pub async fn forget_server(&self, server: &str) -> Result<()> {
        let mut transaction = self.writer.begin().await?;
        for statement in [
            "DELETE FROM rounds WHERE server = $1",
            "UPDATE results SET server = '' WHERE server = $1",
            "DELETE FROM sums WHERE scope = $1",
            "DELETE FROM seen WHERE server = $1",
            "DELETE FROM servers WHERE server = $1",
            "UPDATE reports SET server = '' WHERE server = $1",
        ] {
            sqlx::query(statement).bind(server).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    /// Notes that the bot was removed from a server; [`Store::sweep`] forgets it 30 days later.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn leave_server(&self, server: &str, at: i64) -> Result<()> {
        sqlx::query(
            "INSERT INTO servers (server, settings, left_at) VALUES ($1, '', $2) \
             ON CONFLICT (server) DO UPDATE SET left_at = excluded.left_at",
        )
        .bind(server)
        .bind(at)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// The servers of which anything is kept, and when the bot left each, if it did.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn servers(&self) -> Result<Vec<(String, Option<i64>)>> {
        Ok(sqlx::query_as(
            "SELECT k.server, s.left_at FROM (SELECT server FROM servers \
             UNION SELECT server FROM seen UNION SELECT server FROM rounds \
             UNION SELECT scope FROM sums) k \
             LEFT JOIN servers s ON s.server = k.server \
             WHERE k.server NOT IN ('', '*') ORDER BY k.server",
        )
        .fetch_all(&self.reader)
        .await?)
    }

    /// Notes that the bot is in a server, again perhaps.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn join_server(&self, server: &str) -> Result<()> {
        sqlx::query("UPDATE servers SET left_at = NULL WHERE server = $1")
            .bind(server)
            .execute(&self.writer)
            .await?;
        Ok(())
    }
}

async fn replace_state(
    transaction: &mut Transaction<'_, Any>,
    round: &str,
    state: Option<String>,
    at: i64,
) -> Result<()> {
    // The new version tells every process that its copy of the round is out of date.
    let statement = match state {
        Some(_) => "UPDATE rounds SET state = $2, version = version + 1, saved = $3 WHERE id = $1",
        None => {
            "UPDATE rounds SET state = $2, version = version + 1, deadline = NULL, \
             ended = COALESCE(ended, $3) WHERE id = $1"
        }
    };
    sqlx::query(statement)
        .bind(round)
        .bind(state.unwrap_or_default())
        .bind(at)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

async fn replace_payload(
    transaction: &mut Transaction<'_, Any>,
    key: &str,
    payload: Option<String>,
) -> Result<()> {
    let statement = match payload {
        Some(_) => "UPDATE outbox SET payload = $2 WHERE key = $1",
        None => "DELETE FROM outbox WHERE key = $1 AND payload <> $2",
    };
    sqlx::query(statement)
        .bind(key)
        .bind(payload.unwrap_or_default())
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

/// A row as a JSON object.
fn object(row: &AnyRow) -> Result<Value> {
    let mut fields = Map::new();
    for (index, column) in row.columns().iter().enumerate() {
        let raw = row.try_get_raw(index)?;
        let value = if raw.is_null() {
            Value::Null
        } else {
            match raw.type_info().kind() {
                AnyTypeInfoKind::Text => {
                    let text: String = row.try_get(index)?;
                    let parsed = JSON.contains(&column.name()).then(|| serde_json::from_str(&text));
                    parsed.and_then(std::result::Result::ok).unwrap_or(Value::String(text))
                }
                AnyTypeInfoKind::Real | AnyTypeInfoKind::Double => {
                    Value::from(row.try_get::<f64, _>(index)?)
                }
                _ => Value::from(row.try_get::<i64, _>(index)?),
            }
        };
        fields.insert(column.name().to_owned(), value);
    }
    Ok(Value::Object(fields))
}
