//! Opening a store that there is, to look at it: nothing is made, and its tables stay as they are. Another program may
//! be at work on it, an older one perhaps.

use std::path::Path;

use sqlx::any::AnyConnectOptions;
use sqlx::{AnyConnection, AssertSqlSafe, Connection as _};

use super::error::{Error, Result};
use super::open::{
    CACHE_KIB, MIGRATIONS, PATIENCE, Store, file_url, options, settings, sqlite_address,
};
use super::pool::within;

/// How the tables of a store compare with those that this program knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// They are the same.
    Current,
    /// An older program made them; the next start of the bot brings them up to date.
    Older,
    /// A newer one did.
    Newer {
        /// The first migration that is not known.
        version: i64,
    },
}

impl Store {
    /// Opens the store at an address, `sqlite:FILE` or `postgres://…`, as it is.
    ///
    /// # Errors
    ///
    /// If there is none, or it cannot be reached.
    pub async fn existing(url: &str) -> Result<Self> {
        match url.split_once(':').map(|(scheme, _)| scheme) {
            Some("sqlite") => {
                let (file, url) = sqlite_address(url, "mode=rw")?;
                Self::existing_sqlite(&file, &url).await
            }
            Some("postgres" | "postgresql") => {
                let options = options(url)?;
                reach(&options, "").await?;
                Ok(Self::on_postgres(options))
            }
            _ => Err(Error::Address),
        }
    }

    /// As [`Store::existing`], in a file of SQLite.
    ///
    /// # Errors
    ///
    /// As [`Store::existing`].
    pub async fn existing_file(path: &Path) -> Result<Self> {
        Self::existing_sqlite(path, &file_url(path, "mode=rw")?).await
    }

    async fn existing_sqlite(file: &Path, url: &str) -> Result<Self> {
        if !file.exists() {
            return Err(Error::Missing(file.to_owned()));
        }
        let options = options(url)?;
        reach(&options, &settings(CACHE_KIB)).await?;
        Ok(Self::on_sqlite(options))
    }

    /// How its tables compare with those that this program knows.
    ///
    /// # Errors
    ///
    /// If the store fails, or has other tables.
    pub async fn age(&self) -> Result<Age> {
        let made: std::result::Result<Vec<(i64,)>, Error> =
            sqlx::query_as("SELECT version FROM _sqlx_migrations ORDER BY version")
                .fetch_all(&self.reader)
                .await
                .map_err(Error::from);
        let made = match made {
            Err(Error::Other(source)) => return Err(Error::Schema(source)),
            made => made?,
        };
        let known = |version: i64| MIGRATIONS.iter().any(|step| step.version == version);
        let newer = made.iter().find(|(version,)| !known(*version));
        Ok(match newer {
            Some((version,)) => Age::Newer { version: *version },
            None if made.len() < MIGRATIONS.iter().count() => Age::Older,
            None => Age::Current,
        })
    }
}

/// Connects once: a pool tries again until its patience ends, and then tells of no cause.
async fn reach(options: &AnyConnectOptions, settings: &str) -> Result<()> {
    let connect = AnyConnection::connect_with(options);
    let mut connection: AnyConnection = within(Some(PATIENCE), connect).await?;
    sqlx::raw_sql(AssertSqlSafe(settings.to_owned())).execute(&mut connection).await?;
    Ok(connection.close().await?)
}
