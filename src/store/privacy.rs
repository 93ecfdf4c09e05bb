//! What people and servers have a right to: everything that is kept of somebody, and its deletion.

use serde_json::{Map, Value};
use sqlx::any::{Any, AnyRow, AnyTypeInfoKind};
use sqlx::{AssertSqlSafe, Column as _, FromRow, Row as _, Transaction, ValueRef as _};

use super::error::{Error, Result};
use super::naming::{containing, names};
use super::open::Store;
use super::recall::ALONE;

/// Each table with rows of one person, and the condition that finds them. The order is that in which steps
/// of rounds write, so that neither waits for the other in a circle.
const PERSONAL: &[(&str, &str)] = &[
    ("round_players", "person = $1"),
    ("answers", "player = $1"),
    ("results", "person = $1"),
    ("people", "person = $1"),
    ("ratings", "kind = 'person' AND id = $1"),
    ("sums", "person = $1"),
    ("tallies", "person = $1"),
    ("cards", "person = $1"),
    ("daily", "person = $1"),
    ("reports", "person = $1"),
    ("feats", "person = $1"),
];

/// The rounds that a person may be named in: those that say so, those they answered in, and of those from before
/// anything said so the ones whose state holds their id.
pub(super) const ROUNDS: &str = "SELECT round FROM round_players WHERE person = $1 \
    UNION SELECT round FROM answers WHERE player = $1 \
    UNION SELECT id FROM rounds WHERE listed = 0 AND state LIKE $2 ESCAPE '\\'";

/// How much is kept of a person, by kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromRow)]
pub struct Kept {
    /// Rounds in which they stand, with their name.
    pub rounds: i64,
    /// Whether it is known what to call them.
    pub names: i64,
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
    /// The JSON of rounds is not the store's to understand: `part` gives what it has of the person, if anything.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn export(
        &self,
        person: &str,
        part: &(dyn Fn(&str) -> Option<String> + Sync),
    ) -> Result<String> {
        let mut export = Map::new();
        for (table, condition) in PERSONAL {
            let select = format!("SELECT * FROM {table} WHERE {condition}");
            let rows =
                sqlx::query(AssertSqlSafe(select)).bind(person).fetch_all(&self.reader).await?;
            let rows = rows.iter().map(object).collect::<Result<Vec<_>>>()?;
            export.insert((*table).to_owned(), Value::Array(rows));
        }
        let select = format!(
            "SELECT id, place, server, started, ended, state FROM rounds WHERE id IN ({ROUNDS}) \
             ORDER BY started, id"
        );
        let rows = sqlx::query(AssertSqlSafe(select))
            .bind(person)
            .bind(containing(person)?)
            .fetch_all(&self.reader)
            .await?;
        let mut rounds = Vec::new();
        for row in &rows {
            let state: String = row.try_get("state")?;
            let Value::Object(mut round) = object(row)? else { continue };
            // The rest of it is of others.
            round.remove("state");
            let own =
                part(&state).map(|own| serde_json::from_str(&own).unwrap_or(Value::String(own)));
            round.insert("own".to_owned(), own.unwrap_or_default());
            rounds.push(Value::Object(round));
        }
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
        let rounds = format!("SELECT COUNT(*) FROM rounds WHERE id IN ({ROUNDS})");
        Ok(sqlx::query_as(AssertSqlSafe(format!(
            "SELECT ({rounds}) AS rounds, \
             (SELECT COUNT(*) FROM people WHERE person = $1 AND name IS NOT NULL) AS names, \
             (SELECT COUNT(*) FROM answers WHERE player = $1) AS answers, \
             (SELECT COUNT(*) FROM results WHERE person = $1) AS results, \
             (SELECT COUNT(*) FROM sums WHERE person = $1) \
             + (SELECT COUNT(*) FROM tallies WHERE person = $1) AS sums, \
             (SELECT COUNT(*) FROM feats WHERE person = $1) AS feats, \
             (SELECT COUNT(*) FROM ratings WHERE kind = 'person' AND id = $1) AS ratings, \
             (SELECT COUNT(*) FROM cards WHERE person = $1) AS cards, \
             (SELECT COUNT(*) FROM people WHERE person = $1 AND settings <> '') AS settings, \
             (SELECT COUNT(*) FROM daily WHERE person = $1) AS daily, \
             (SELECT COUNT(*) FROM reports WHERE person = $1) AS reports",
        )))
        .bind(person)
        .bind(containing(person)?)
        .fetch_one(&self.reader)
        .await?)
    }

    /// Deletes everything that names a person, at once. Boards close up by themselves.
    ///
    /// The JSON of rounds is not the store's to understand: `without` gives it back without the person. Where
    /// it gives nothing back, or something that still names them, the state is dropped, and a round that runs
    /// ends with it; an effect that is to go out is dropped likewise. Rounds in `places`, where nobody else ever
    /// plays, and in direct messages are deleted as a whole: the place itself is the person's own.
    ///
    /// # Errors
    ///
    /// If the store fails; nothing is deleted then.
    pub async fn delete(
        &self,
        person: &str,
        places: &[String],
        at: i64,
        without: &(dyn Fn(&str) -> Option<String> + Sync),
    ) -> Result<()> {
        self.writer.patiently().within(self.delete_all(person, places, at, without)).await
    }

    async fn delete_all(
        &self,
        person: &str,
        places: &[String],
        at: i64,
        without: &(dyn Fn(&str) -> Option<String> + Sync),
    ) -> Result<()> {
        let pattern = containing(person)?;
        let rewritten = |json: &str| without(json).filter(|json| !names(json, person));
        let mut held = self.writer.hold().await?;
        let mut transaction = held.begin().await?;
        // This changes nothing yet, but makes the rows its own and gives them as they are now.
        let touch = format!(
            "UPDATE rounds SET saved = saved WHERE id IN ({ROUNDS}) \
             RETURNING id, place, server, state"
        );
        let rounds: Vec<(String, String, String, String)> = sqlx::query_as(AssertSqlSafe(touch))
            .bind(person)
            .bind(&pattern)
            .fetch_all(&mut *transaction)
            .await?;
        for (round, place, server, state) in &rounds {
            let named = names(state, person);
            let left = rewritten(state).filter(|_| named);
            // What nobody else was in: its place is the person's own, and so is what was seen there.
            let own = server.is_empty() && left.is_none();
            if own && (named || is_of_nobody_else(&mut transaction, round, person).await?) {
                drop_round(&mut transaction, round, place).await?;
            } else if named {
                replace_state(&mut transaction, round, left, at).await?;
            }
        }
        for place in places {
            let rounds: Vec<(String,)> = sqlx::query_as("SELECT id FROM rounds WHERE place = $1")
                .bind(place)
                .fetch_all(&mut *transaction)
                .await?;
            for (round,) in rounds {
                drop_round(&mut transaction, &round, place).await?;
            }
        }
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
        held.give_back();
        Ok(())
    }

    /// Deletes everything that a server stored. What people did there stays theirs, without the server.
    ///
    /// # Errors
    ///
    /// If the store fails; nothing is deleted then.
    pub async fn forget_server(&self, server: &str) -> Result<()> {
        self.writer.patiently().within(self.forget_all(server)).await
    }

    async fn forget_all(&self, server: &str) -> Result<()> {
        let mut held = self.writer.hold().await?;
        let mut transaction = held.begin().await?;
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
        held.give_back();
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
             WHERE k.server NOT IN ('', '*') AND k.server NOT LIKE $1 ORDER BY k.server",
        )
        .bind(format!("{ALONE}%"))
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

/// Whether nobody else plays or played in a round, as far as its rows tell.
async fn is_of_nobody_else(
    transaction: &mut Transaction<'_, Any>,
    round: &str,
    person: &str,
) -> Result<bool> {
    let (others,): (i64,) = sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM round_players WHERE round = $1 AND person <> $2) \
         + (SELECT COUNT(*) FROM answers WHERE round = $1 AND player <> $2)",
    )
    .bind(round)
    .bind(person)
    .fetch_one(&mut **transaction)
    .await?;
    Ok(others == 0)
}

/// Deletes a round that belongs to one person, with what was seen in its place.
async fn drop_round(
    transaction: &mut Transaction<'_, Any>,
    round: &str,
    place: &str,
) -> Result<()> {
    sqlx::query("DELETE FROM rounds WHERE id = $1").bind(round).execute(&mut **transaction).await?;
    sqlx::query("DELETE FROM seen WHERE server = $1")
        .bind(format!("{ALONE}{place}"))
        .execute(&mut **transaction)
        .await?;
    Ok(())
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
