//! Opening the store: where it is, how it connects, and the migrations that make its tables.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Once};
use std::time::Duration;

use futures_util::future::BoxFuture;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::migrate::Migrator;
use sqlx::{AnyConnection, AssertSqlSafe, Connection as _};

use super::error::{Error, Result};
use super::log::Log;
use super::pool::{Pool, SESSION, within};

/// The tables, step by step.
pub(super) static MIGRATIONS: Migrator = sqlx::migrate!();

/// What has a meaning of its own in the address of a file.
const MEANING: &AsciiSet = &CONTROLS.add(b'%').add(b'?').add(b'#');

/// How long a call waits for a connection. Discord wants its answer within three seconds.
pub(super) const PATIENCE: Duration = Duration::from_millis(2_500);

/// How long a server may take to make the tables, where another process may be at it as well.
const TABLES: Duration = Duration::from_mins(2);

/// What a connection to a server is told that makes the tables: it holds a lock, and one that hangs must not hang all others.
const FIRST: &str = "SET lock_timeout = '10s'";

/// How long SQLite waits for another program to let go of the file, in milliseconds.
const BUSY_MS: u32 = 2_000;

/// Pages of SQLite's log after which a write brings them into the file. Mostly that is done before, beside the writes
/// (`log`).
const LOG_PAGES: u32 = 2_000;

/// What the writer of an SQLite file keeps in memory of it, in KiB.
pub(super) const CACHE_KIB: u32 = 8_000;

/// What each reader does. What it looks for is in the memory of the system anyway.
const READER_CACHE_KIB: u32 = 500;

/// Readers of an SQLite file; it has one writer.
const READERS: u32 = 4;

/// Connections to a PostgreSQL server, each process.
const CONNECTIONS: u32 = 8;

/// The store: rounds, answers, results, settings. Cloning it is cheap and shares the connections.
#[derive(Debug, Clone)]
pub struct Store {
    /// Where transactions go that write. SQLite lets one write at a time: with one connection they stand
    /// in a queue that is fair, instead of asking again and again whether the file is free.
    pub(super) writer: Pool,
    /// Where everything else goes.
    pub(super) reader: Pool,
    pub(super) kind: Kind,
    /// By which name other processes know this one.
    pub(super) process: Arc<str>,
    /// The log of a file of SQLite.
    pub(super) log: Option<Arc<Log>>,
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
                let (file, url) = sqlite_address(url, "mode=rwc")?;
                Self::open_sqlite(&file, &url).await
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
        Self::open_sqlite(path, &file_url(path, "mode=rwc")?).await
    }

    /// A store in memory, which ends with the value.
    ///
    /// # Errors
    ///
    /// If SQLite gives no database in memory.
    pub async fn memory() -> Result<Self> {
        // A second connection would see another database, and so would one that replaces an old one: it must not be
        // closed by a test that somebody stops waiting for, either.
        let pool = sqlite_pool(CACHE_KIB)
            .max_connections(1)
            .test_before_acquire(false)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options("sqlite::memory:")?)
            .await?;
        prepare(&mut *pool.acquire().await?, "").await?;
        Ok(Self::new(Pool::local(pool.clone()), Pool::local(pool), Kind::Sqlite))
    }

    fn new(writer: Pool, reader: Pool, kind: Kind) -> Self {
        Self { writer, reader, kind, process: Arc::from("alone"), log: None }
    }

    /// The same for a process with a name that no other has. Where several share a store, each sees by it what the
    /// others left when they died.
    #[must_use]
    pub fn named(self, process: &str) -> Self {
        Self { process: Arc::from(process), ..self }
    }

    async fn open_sqlite(file: &Path, url: &str) -> Result<Self> {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder {
            std::fs::create_dir_all(folder)
                .map_err(|source| Error::Folder { path: folder.to_owned(), source })?;
        }
        let options = options(url)?;
        let first = first_connection(&options, &settings(CACHE_KIB)).await?;
        let store = Self::on_sqlite(options);
        // Whoever closes a file as the last brings all of its log into it, which takes longer than all else here.
        let opened = store.writer.open_one().await;
        first.close().await?;
        opened?;
        Ok(store)
    }

    pub(super) fn on_sqlite(options: AnyConnectOptions) -> Self {
        let writer = closing_spoilt(sqlite_pool(CACHE_KIB)).max_connections(1);
        let writer = writer.connect_lazy_with(options.clone());
        let reader = sqlite_pool(READER_CACHE_KIB).max_connections(READERS);
        let reader = reader.connect_lazy_with(options);
        let store = Self::new(Pool::local(writer), Pool::local(reader), Kind::Sqlite);
        Self { log: Some(Arc::default()), ..store }
    }

    async fn open_postgres(url: &str) -> Result<Self> {
        let options = options(url)?;
        let store = Self::on_postgres(options.clone());
        // A server begins a process for each connection: the one that looks after the tables does the first work, too.
        let Ok(mut held) = store.writer.hold().await else {
            // A pool tells of no cause.
            let first = first_connection(&options, FIRST);
            within(Some(TABLES), first).await?.close().await?;
            return Ok(store);
        };
        let prepared = async {
            prepare(&mut held, FIRST).await?;
            // A look that failed before one that did not keeps its lock.
            sqlx::raw_sql("SELECT pg_advisory_unlock_all()").execute(&mut *held).await?;
            Ok(sqlx::raw_sql(SESSION).execute(&mut *held).await.map(drop)?)
        };
        match within(Some(TABLES), prepared).await {
            Ok(()) => {
                held.give_back();
                Ok(store)
            }
            Err(error) => {
                let _ = within(Some(PATIENCE), held.close()).await;
                Err(error)
            }
        }
    }

    pub(super) fn on_postgres(options: AnyConnectOptions) -> Self {
        let pool = Pool::remote(options, CONNECTIONS);
        Self::new(pool.clone(), pool, Kind::Postgres)
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
/// connection. A pool would try again until its patience ends, and then tell of no cause.
fn first_connection<'a>(
    options: &'a AnyConnectOptions,
    settings: &'a str,
) -> BoxFuture<'a, Result<AnyConnection>> {
    Box::pin(async move {
        let mut connection = within(Some(PATIENCE), AnyConnection::connect_with(options)).await?;
        match prepare(&mut connection, settings).await {
            Ok(()) => Ok(connection),
            Err(error) => {
                connection.close().await?;
                Err(error)
            }
        }
    })
}

/// Brings the tables up to date, and sees that they take writes.
async fn prepare(connection: &mut AnyConnection, settings: &str) -> Result<()> {
    sqlx::raw_sql(AssertSqlSafe(settings.to_owned())).execute(&mut *connection).await?;
    // SQLite has no lock for this: another process may have made the same tables meanwhile. Then the next look
    // finds them made; at worst that happens once with each step.
    let mut looks = MIGRATIONS.iter().count();
    while let Err(error) = MIGRATIONS.run_direct(None, &mut *connection, false).await {
        looks = looks.checked_sub(1).ok_or(error)?;
    }
    // It changes nothing, yet a store that is read-only refuses it: better now than in a round.
    sqlx::query("DELETE FROM beats WHERE process = ''").execute(&mut *connection).await?;
    Ok(())
}

/// Connections to SQLite, each set up alike.
fn sqlite_pool(cache: u32) -> AnyPoolOptions {
    AnyPoolOptions::new().acquire_timeout(PATIENCE).after_connect(move |connection, _| {
        Box::pin(async move {
            sqlx::raw_sql(AssertSqlSafe(settings(cache))).execute(&mut *connection).await?;
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
pub(super) fn settings(cache: u32) -> String {
    format!(
        "PRAGMA busy_timeout = {BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
         PRAGMA wal_autocheckpoint = {LOG_PAGES}; PRAGMA cache_size = -{cache}; PRAGMA foreign_keys = ON"
    )
}

/// The file that an address of SQLite names, and the address with a mode if it has no parameters of its own.
pub(super) fn sqlite_address(url: &str, mode: &str) -> Result<(PathBuf, String)> {
    let (path, parameters) = url.split_once('?').unwrap_or((url, ""));
    let path = path.trim_start_matches("sqlite:").trim_start_matches("//");
    let file = percent_decode_str(path).decode_utf8().map_err(|_| Error::Address)?;
    let mode = if parameters.is_empty() { mode } else { parameters };
    Ok((PathBuf::from(&*file), format!("sqlite:{path}?{mode}")))
}

/// The address of a file of SQLite.
pub(super) fn file_url(path: &Path, mode: &str) -> Result<String> {
    let encoded = utf8_percent_encode(path.to_str().ok_or(Error::Address)?, MEANING);
    Ok(format!("sqlite:{encoded}?{mode}"))
}

pub(super) fn options(url: &str) -> Result<AnyConnectOptions> {
    static DRIVERS: Once = Once::new();
    DRIVERS.call_once(sqlx::any::install_default_drivers);
    url.parse().map_err(|_: sqlx::Error| Error::Address)
}
