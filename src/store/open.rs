//! Opening the store: where it is, how it connects, and the migrations that make its tables.

use std::path::Path;
use std::sync::Once;
use std::time::Duration;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::migrate::Migrator;
use sqlx::{AnyConnection, AnyPool, AssertSqlSafe, Connection as _};

use super::error::{Error, Result};

/// The tables, step by step.
static MIGRATIONS: Migrator = sqlx::migrate!();

/// What has a meaning of its own in the address of a file.
const MEANING: &AsciiSet = &CONTROLS.add(b'%').add(b'?').add(b'#');

/// How long a call waits for a connection. Discord wants its answer within three seconds.
const PATIENCE: Duration = Duration::from_millis(2_500);

/// How long SQLite waits for another program to let go of the file, in milliseconds.
const BUSY_MS: u32 = 2_000;

/// Pages of SQLite's log after which they are brought into the file and the log begins anew.
const LOG_PAGES: u32 = 1_000;

/// What each connection to SQLite keeps in memory of its file, in KiB.
const CACHE_KIB: u32 = 8_000;

/// Readers of an SQLite file; it has one writer.
const READERS: u32 = 4;

/// Connections to a PostgreSQL server, each process.
const CONNECTIONS: u32 = 8;

/// The store: rounds, answers, results, settings. Cloning it is cheap and shares the connections.
#[derive(Debug, Clone)]
pub struct Store {
    /// Where transactions go that write. SQLite lets one write at a time: with one connection they stand
    /// in a queue that is fair, instead of asking again and again whether the file is free.
    pub(super) writer: AnyPool,
    /// Where everything else goes.
    pub(super) reader: AnyPool,
    pub(super) kind: Kind,
}

/// Which database it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Sqlite,
    Postgres,
}

impl Store {
    /// Opens the store at an address, `sqlite:FILE` or `postgres://…`, makes its file if there is none, and
    /// brings its tables up to date.
    ///
    /// # Errors
    ///
    /// Whatever keeps it from being used, down to a file that cannot be written.
    pub async fn open(url: &str) -> Result<Self> {
        match url.split_once(':').map(|(scheme, _)| scheme) {
            Some("sqlite") if url.contains(":memory:") => Self::memory().await,
            Some("sqlite") => {
                let (path, parameters) = url.split_once('?').unwrap_or((url, ""));
                let path = path.trim_start_matches("sqlite:").trim_start_matches("//");
                let file = percent_decode_str(path).decode_utf8().map_err(|_| Error::Address)?;
                let mode = if parameters.is_empty() { "mode=rwc" } else { parameters };
                Self::open_sqlite(Path::new(&*file), &format!("sqlite:{path}?{mode}")).await
            }
            Some("postgres" | "postgresql") => Self::open_postgres(url).await,
            _ => Err(Error::Address),
        }
    }

    /// Opens the store in a file of SQLite.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub async fn open_file(path: &Path) -> Result<Self> {
        let encoded = utf8_percent_encode(path.to_str().ok_or(Error::Address)?, MEANING);
        Self::open_sqlite(path, &format!("sqlite:{encoded}?mode=rwc")).await
    }

    /// A store in memory, which ends with the value.
    ///
    /// # Errors
    ///
    /// If SQLite gives no database in memory.
    pub async fn memory() -> Result<Self> {
        // A second connection would see another database, and so would one that replaces an old one.
        let pool = sqlite_pool()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options("sqlite::memory:")?)
            .await?;
        prepare(&pool, "").await?;
        Ok(Self { writer: pool.clone(), reader: pool, kind: Kind::Sqlite })
    }

    async fn open_sqlite(file: &Path, url: &str) -> Result<Self> {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder {
            std::fs::create_dir_all(folder)
                .map_err(|source| Error::Folder { path: folder.to_owned(), source })?;
        }
        let options = options(url)?;
        first_connection(&options, &settings()).await?;
        let writer = closing_spoilt(sqlite_pool()).max_connections(1);
        let writer = writer.connect_lazy_with(options.clone());
        let reader = sqlite_pool().max_connections(READERS).connect_lazy_with(options);
        Ok(Self { writer, reader, kind: Kind::Sqlite })
    }

    async fn open_postgres(url: &str) -> Result<Self> {
        let options = options(url)?;
        // Whoever makes the tables holds a lock; one that hangs must not hang all others.
        first_connection(&options, "SET lock_timeout = '10s'").await?;
        let pool = AnyPoolOptions::new()
            .acquire_timeout(PATIENCE)
            .max_connections(CONNECTIONS)
            .connect_lazy_with(options);
        Ok(Self { writer: pool.clone(), reader: pool, kind: Kind::Postgres })
    }

    /// Whether other processes may be at work on it as well.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.kind == Kind::Postgres
    }

    /// Ends all connections, after what they are at.
    pub async fn close(&self) {
        self.writer.close().await;
        self.reader.close().await;
    }
}

/// Prepares the store on a connection of its own: a migration that fails keeps its lock as long as its
/// connection.
async fn first_connection(options: &AnyConnectOptions, settings: &str) -> Result<()> {
    // A pool tries again until its patience ends, and then tells of no cause. This does.
    AnyConnection::connect_with(options).await?.close().await?;
    let pool = AnyPoolOptions::new()
        .acquire_timeout(PATIENCE)
        .max_connections(1)
        .connect_with(options.clone())
        .await?;
    let prepared = prepare(&pool, settings).await;
    pool.close().await;
    prepared
}

/// Brings the tables up to date, and sees that they take writes.
async fn prepare(pool: &AnyPool, settings: &str) -> Result<()> {
    sqlx::raw_sql(AssertSqlSafe(settings.to_owned())).execute(pool).await?;
    // SQLite has no lock for this: another process may have made the same tables meanwhile. Then the next look
    // finds them made; at worst that happens once with each step.
    let mut looks = MIGRATIONS.iter().count();
    while let Err(error) = MIGRATIONS.run(pool).await {
        looks = looks.checked_sub(1).ok_or(error)?;
    }
    // It changes nothing, yet a store that is read-only refuses it: better now than in a round.
    sqlx::query("DELETE FROM beats WHERE process = ''").execute(pool).await?;
    Ok(())
}

/// Connections to SQLite, each set up alike.
fn sqlite_pool() -> AnyPoolOptions {
    AnyPoolOptions::new().acquire_timeout(PATIENCE).after_connect(|connection, _| {
        Box::pin(async move {
            sqlx::raw_sql(AssertSqlSafe(settings())).execute(&mut *connection).await?;
            Ok(())
        })
    })
}

/// A pool that closes a connection whose transaction SQLite has rolled back by itself, as it does when the disk is
/// full. To sqlx 0.9 that transaction still runs: the next but one would be a savepoint in another that nothing
/// ever commits, and what was said to be saved would be gone with the process.
///
/// Source: <https://www.sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction>.
fn closing_spoilt(pool: AnyPoolOptions) -> AnyPoolOptions {
    pool.after_release(|connection, _| {
        Box::pin(async move {
            // Once it answers, what was to be rolled back is.
            connection.ping().await?;
            Ok(!connection.is_in_transaction())
        })
    })
}

/// Readers go on while one writes. What is committed is on the disk, and survives the end of the process and a
/// loss of power at any moment.
///
/// Source: <https://www.sqlite.org/pragma.html#pragma_synchronous>.
fn settings() -> String {
    format!(
        "PRAGMA busy_timeout = {BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
         PRAGMA wal_autocheckpoint = {LOG_PAGES}; PRAGMA cache_size = -{CACHE_KIB}; PRAGMA foreign_keys = ON"
    )
}

fn options(url: &str) -> Result<AnyConnectOptions> {
    static DRIVERS: Once = Once::new();
    DRIVERS.call_once(sqlx::any::install_default_drivers);
    url.parse().map_err(|_: sqlx::Error| Error::Address)
}
