//! Settings of servers and of people: typed here, kept as JSON with a version of their own, so that a new
//! setting needs no migration and an old program does not lose what a newer one wrote.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sqlx::Transaction;
use sqlx::any::Any;

use super::error::{Error, Result};
use super::open::Store;
use super::steps::Start;

/// The version of the settings that this program writes.
const VERSION: i64 = 1;

/// What those who manage a server set for it. What is `None` or empty follows the program's own way.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServerSettings {
    /// The language of public messages, by its code.
    pub lang: Option<String>,
    /// The channels in which rounds may be started; all if empty.
    pub channels: Vec<String>,
    /// How many questions a round has.
    pub questions: Option<i64>,
    /// The difficulty of a round, by its name.
    pub difficulty: Option<String>,
    /// What the time for a question is multiplied by.
    pub time_factor: Option<f64>,
    /// Whether answers that tell how the race ended are shown.
    pub spoilers: Spoilers,
    /// Who may start a round.
    pub starters: Starters,
    /// When a round starts by itself.
    pub schedule: Option<Schedule>,
}

/// What happens to answers that tell how the race ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Spoilers {
    /// They are shown.
    #[default]
    Shown,
    /// They stand behind the platform's spoiler marks.
    Barred,
}

/// Who may start a round.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Starters {
    /// Everybody.
    #[default]
    Everybody,
    /// Moderators.
    Moderators,
}

/// When a round starts by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The days of the week, 1 for Monday to 7 for Sunday.
    pub days: Vec<i8>,
    /// The hour of the day.
    pub hour: i8,
    /// The minute of the hour.
    #[serde(default)]
    pub minute: i8,
    /// The time zone, by its IANA name.
    pub zone: String,
    /// The channel to play in.
    pub channel: String,
}

/// What somebody sets for themselves.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonSettings {
    /// Their language, by its code.
    pub lang: Option<String>,
    /// What the time for a question is multiplied by.
    pub time_factor: Option<f64>,
    /// Stands on no board outside the servers they play in.
    pub hidden: bool,
    /// Their rating is not told where others read it.
    pub quiet: bool,
}

/// Settings as they were read, to be changed as long as they are the same.
#[derive(Debug, Clone)]
pub struct Known<T> {
    /// The settings.
    pub settings: T,
    /// As they stand there; nothing where nothing was ever set.
    text: Option<String>,
}

impl<T: DeserializeOwned + Default> Known<T> {
    fn read(row: Option<(String,)>) -> Result<Self> {
        let text = row.as_ref().map(|(text,)| text.clone());
        Ok(Self { settings: read(row)?, text })
    }
}

/// Settings as they stand in the store.
#[derive(Debug, Serialize, Deserialize)]
struct Versioned<T> {
    version: i64,
    settings: T,
}

fn write<T: Serialize>(settings: T) -> Result<String> {
    serde_json::to_string(&Versioned { version: VERSION, settings })
        .map_err(|source| Error::Unreadable { what: "settings", source })
}

fn read<T: DeserializeOwned + Default>(text: Option<(String,)>) -> Result<T> {
    let Some((text,)) = text else { return Ok(T::default()) };
    if text.is_empty() {
        return Ok(T::default());
    }
    let unreadable = |source| Error::Unreadable { what: "settings", source };
    let raw: Versioned<serde_json::Value> = serde_json::from_str(&text).map_err(unreadable)?;
    if raw.version > VERSION {
        return Err(Error::Newer { version: raw.version });
    }
    serde_json::from_value(raw.settings).map_err(unreadable)
}

/// Notes with a round that begins in a server that the bot is there, and claims the time at which it starts by itself,
/// if it does. Tells whether nobody else had.
pub(super) async fn wake(
    transaction: &mut Transaction<'_, Any>,
    start: &Start<'_>,
) -> Result<bool> {
    sqlx::query("UPDATE servers SET left_at = NULL WHERE server = $1 AND left_at IS NOT NULL")
        .bind(start.server)
        .execute(&mut **transaction)
        .await?;
    let Some(slot) = start.slot else { return Ok(true) };
    let claimed = sqlx::query(
        "UPDATE servers SET slot = $2 WHERE server = $1 AND (slot IS NULL OR slot < $2)",
    )
    .bind(start.server)
    .bind(slot)
    .execute(&mut **transaction)
    .await?;
    Ok(claimed.rows_affected() > 0)
}

/// Who opts out of boards leaves those of all servers. `|| ''` keeps SQLite from looking through the sums of everybody for
/// those of one.
pub(super) const HIDE_SUMS: &str =
    "UPDATE sums SET hidden = $2 WHERE person = $1 AND scope || '' = '*'";

impl Store {
    /// The settings of a server; the defaults if it has none.
    ///
    /// # Errors
    ///
    /// If the store fails, or a newer program wrote them.
    pub async fn server_settings(&self, server: &str) -> Result<ServerSettings> {
        read(
            sqlx::query_as("SELECT settings FROM servers WHERE server = $1")
                .bind(server)
                .fetch_optional(&self.reader)
                .await?,
        )
    }

    /// Writes the settings of a server. Whoever sets something there is not left by the bot.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn set_server(&self, server: &str, settings: &ServerSettings) -> Result<()> {
        sqlx::query(
            "INSERT INTO servers (server, settings) VALUES ($1, $2) \
             ON CONFLICT (server) DO UPDATE SET settings = excluded.settings, left_at = NULL",
        )
        .bind(server)
        .bind(write(settings)?)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// The settings of a server, to be changed.
    ///
    /// # Errors
    ///
    /// As [`Store::server_settings`].
    pub async fn known_server(&self, server: &str) -> Result<Known<ServerSettings>> {
        Known::read(
            sqlx::query_as("SELECT settings FROM servers WHERE server = $1")
                .bind(server)
                .fetch_optional(&self.reader)
                .await?,
        )
    }

    /// Writes the settings of a server if they still are what is known of them. Tells whether they were.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn replace_server(
        &self,
        server: &str,
        known: &Known<ServerSettings>,
        settings: &ServerSettings,
    ) -> Result<bool> {
        let written = match &known.text {
            None => {
                sqlx::query(
                    "INSERT INTO servers (server, settings) VALUES ($1, $2) \
                     ON CONFLICT (server) DO NOTHING",
                )
                .bind(server)
                .bind(write(settings)?)
                .execute(&self.writer)
                .await?
            }
            Some(text) => {
                sqlx::query(
                    "UPDATE servers SET settings = $2, left_at = NULL \
                     WHERE server = $1 AND settings = $3",
                )
                .bind(server)
                .bind(write(settings)?)
                .bind(text)
                .execute(&self.writer)
                .await?
            }
        };
        Ok(written.rows_affected() > 0)
    }

    /// The servers in which rounds start by themselves, with when. Settings that cannot be read are left out,
    /// and told by [`Store::check`]: those of one server are no reason to start nothing in the others.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn schedules(&self) -> Result<Vec<(String, Schedule)>> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT server, settings FROM servers WHERE left_at IS NULL ORDER BY server",
        )
        .fetch_all(&self.reader)
        .await?;
        let mut schedules = Vec::new();
        for (server, text) in rows {
            match read::<ServerSettings>(Some((text,))) {
                Ok(settings) => {
                    schedules.extend(settings.schedule.map(|schedule| (server, schedule)));
                }
                Err(error) => {
                    tracing::debug!(%error, server, "no round starts by itself in a server");
                }
            }
        }
        Ok(schedules)
    }

    /// How many servers have settings that cannot be read.
    pub(super) async fn unreadable_settings(&self) -> Result<usize> {
        let rows: Vec<(String,)> = sqlx::query_as("SELECT settings FROM servers ORDER BY server")
            .fetch_all(&self.reader)
            .await?;
        Ok(rows
            .into_iter()
            .filter(|row| read::<ServerSettings>(Some(row.clone())).is_err())
            .count())
    }

    /// Whether a time at which a round of a server starts by itself, or a later one, is claimed already.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn is_claimed(&self, server: &str, slot: i64) -> Result<bool> {
        let claimed: Option<(i64,)> =
            sqlx::query_as("SELECT slot FROM servers WHERE server = $1 AND slot >= $2")
                .bind(server)
                .bind(slot)
                .fetch_optional(&self.reader)
                .await?;
        Ok(claimed.is_some())
    }

    /// Claims the time at which a round of a server starts by itself. Only one process gets it, once; whoever
    /// sets a schedule claims the present, so that nothing of the past starts.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn claim_slot(&self, server: &str, slot: i64) -> Result<bool> {
        let claimed = sqlx::query(
            "UPDATE servers SET slot = $2 WHERE server = $1 AND (slot IS NULL OR slot < $2)",
        )
        .bind(server)
        .bind(slot)
        .execute(&self.writer)
        .await?;
        Ok(claimed.rows_affected() > 0)
    }

    /// The settings of a person; the defaults if they have none.
    ///
    /// # Errors
    ///
    /// If the store fails, or a newer program wrote them.
    pub async fn person_settings(&self, person: &str) -> Result<PersonSettings> {
        read(
            sqlx::query_as("SELECT settings FROM people WHERE person = $1")
                .bind(person)
                .fetch_optional(&self.reader)
                .await?,
        )
    }

    /// The settings of a person, to be changed.
    ///
    /// # Errors
    ///
    /// As [`Store::person_settings`].
    pub async fn known_person(&self, person: &str) -> Result<Known<PersonSettings>> {
        Known::read(
            sqlx::query_as("SELECT settings FROM people WHERE person = $1")
                .bind(person)
                .fetch_optional(&self.reader)
                .await?,
        )
    }

    /// Writes the settings of a person if they still are what is known of them. Tells whether they were. Who opts
    /// out of boards leaves them at once.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn replace_person(
        &self,
        person: &str,
        known: &Known<PersonSettings>,
        settings: &PersonSettings,
    ) -> Result<bool> {
        self.writer.within(self.put_replaced(person, known, settings)).await
    }

    async fn put_replaced(
        &self,
        person: &str,
        known: &Known<PersonSettings>,
        settings: &PersonSettings,
    ) -> Result<bool> {
        let mut held = self.writer.hold().await?;
        let mut transaction = held.begin().await?;
        let hidden = i64::from(settings.hidden);
        let written = match &known.text {
            None => {
                sqlx::query(
                    "INSERT INTO people (person, settings, hidden) VALUES ($1, $2, $3) \
                     ON CONFLICT (person) DO NOTHING",
                )
                .bind(person)
                .bind(write(settings)?)
                .bind(hidden)
                .execute(&mut *transaction)
                .await?
            }
            Some(text) => {
                sqlx::query(
                    "UPDATE people SET settings = $2, hidden = $3, \
                     name = CASE WHEN $3 = 1 THEN NULL ELSE name END \
                     WHERE person = $1 AND settings = $4",
                )
                .bind(person)
                .bind(write(settings)?)
                .bind(hidden)
                .bind(text)
                .execute(&mut *transaction)
                .await?
            }
        };
        if written.rows_affected() == 0 {
            transaction.rollback().await?;
            held.give_back();
            return Ok(false);
        }
        sqlx::query(HIDE_SUMS).bind(person).bind(hidden).execute(&mut *transaction).await?;
        transaction.commit().await?;
        held.give_back();
        Ok(true)
    }

    /// Writes the settings of a person. Who opts out of boards leaves them at once.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn set_person(&self, person: &str, settings: &PersonSettings) -> Result<()> {
        self.writer.within(self.put_person(person, settings)).await
    }

    async fn put_person(&self, person: &str, settings: &PersonSettings) -> Result<()> {
        let mut held = self.writer.hold().await?;
        let mut transaction = held.begin().await?;
        sqlx::query(
            "INSERT INTO people (person, settings, hidden) VALUES ($1, $2, $3) \
             ON CONFLICT (person) DO UPDATE SET settings = excluded.settings, \
             hidden = excluded.hidden, \
             name = CASE WHEN excluded.hidden = 1 THEN NULL ELSE people.name END",
        )
        .bind(person)
        .bind(write(settings)?)
        .bind(i64::from(settings.hidden))
        .execute(&mut *transaction)
        .await?;
        sqlx::query(HIDE_SUMS)
            .bind(person)
            .bind(i64::from(settings.hidden))
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        held.give_back();
        Ok(())
    }
}
