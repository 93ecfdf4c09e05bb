//! Settings of servers and of people: typed here, kept as JSON with a version of their own, so that a new
//! setting needs no migration and an old program does not lose what a newer one wrote.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::error::{Error, Result};
use super::open::Store;

/// The version of the settings that this program writes.
const VERSION: i64 = 1;

/// What moderators set for their server. What is `None` or empty follows the program's own way.
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

    /// Writes the settings of a server.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn set_server(&self, server: &str, settings: &ServerSettings) -> Result<()> {
        sqlx::query(
            "INSERT INTO servers (server, settings) VALUES ($1, $2) \
             ON CONFLICT (server) DO UPDATE SET settings = excluded.settings",
        )
        .bind(server)
        .bind(write(settings)?)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    /// The servers in which rounds start by themselves, with when.
    ///
    /// # Errors
    ///
    /// If the store fails, or a newer program wrote the settings of one.
    pub async fn schedules(&self) -> Result<Vec<(String, Schedule)>> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT server, settings FROM servers WHERE left_at IS NULL ORDER BY server",
        )
        .fetch_all(&self.reader)
        .await?;
        let mut schedules = Vec::new();
        for (server, text) in rows {
            let settings: ServerSettings = read(Some((text,)))?;
            schedules.extend(settings.schedule.map(|schedule| (server, schedule)));
        }
        Ok(schedules)
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

    /// Writes the settings of a person. Who opts out of boards leaves them at once.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn set_person(&self, person: &str, settings: &PersonSettings) -> Result<()> {
        let mut transaction = self.writer.begin().await?;
        sqlx::query(
            "INSERT INTO people (person, settings, hidden) VALUES ($1, $2, $3) \
             ON CONFLICT (person) DO UPDATE SET settings = excluded.settings, \
             hidden = excluded.hidden",
        )
        .bind(person)
        .bind(write(settings)?)
        .bind(i64::from(settings.hidden))
        .execute(&mut *transaction)
        .await?;
        sqlx::query("UPDATE sums SET hidden = $2 WHERE person = $1 AND scope = '*'")
            .bind(person)
            .bind(i64::from(settings.hidden))
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }
}
