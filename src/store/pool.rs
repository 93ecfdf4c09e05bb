//! Connections for which nobody waits without end. A network that swallows what is sent says neither yes nor no, and
//! the system asks no sooner than after minutes whether a server is still there.

use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use futures_util::{FutureExt as _, StreamExt as _, TryFutureExt as _, TryStreamExt as _, stream};
use sqlx::any::{Any, AnyQueryResult, AnyRow, AnyStatement, AnyTypeInfo};
use sqlx::{AnyPool, Connection as _, Either, Error, Execute, Executor, SqlStr};
use tokio::time::timeout;

use super::open::PATIENCE;
use super::warm::{Held, Warm};

/// How long a server may take for a statement or a transaction with what is waited for before it: longer than it lets
/// another wait for a row, shorter than anybody waits for a reply.
const ANSWER: Duration = Duration::from_secs(5);

/// How long a server may take for what goes through everything that there is.
const WORK: Duration = Duration::from_mins(10);

/// How long a server may take to say that it is there.
pub(super) const PING: Duration = Duration::from_millis(700);

/// What each connection to a server is told. Whoever was lost on the way in the middle of a transaction holds its rows
/// for five seconds and not for hours.
///
/// Source: <https://www.postgresql.org/docs/current/runtime-config-client.html>.
pub(super) const SESSION: &str = "SET lock_timeout = '3s'; SET statement_timeout = '10min'; \
    SET idle_in_transaction_session_timeout = '5s'";

/// A pool of connections.
#[derive(Debug, Clone)]
pub(super) struct Pool {
    inner: AnyPool,
    /// How long a call may take. Nothing for SQLite, which is in this process.
    limit: Option<Duration>,
    /// Connections that have just done their work. Nothing for SQLite.
    warm: Option<Arc<Warm>>,
}

impl Pool {
    /// Connections to a file.
    pub(super) fn local(inner: AnyPool) -> Self {
        Self { inner, limit: None, warm: None }
    }

    /// At most so many connections to a server.
    pub(super) fn remote(to: sqlx::any::AnyConnectOptions, connections: u32) -> Self {
        let options = sqlx::any::AnyPoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(PATIENCE)
            .after_connect(|connection, _| {
                Box::pin(async move { sqlx::raw_sql(SESSION).execute(connection).await.map(drop) })
            })
            // Where a statement was given up the answer to it may never come, nor that to a ping.
            .test_before_acquire(false)
            .before_acquire(|connection, _| {
                Box::pin(async move { Ok(within(Some(PING), connection.ping()).await.is_ok()) })
            })
            .after_release(|connection, _| {
                Box::pin(async move { within(Some(PING), connection.ping()).await.map(|()| true) })
            });
        let warm = Some(Arc::new(Warm::new(connections)));
        Self { inner: options.connect_lazy_with(to), limit: Some(ANSWER), warm }
    }

    /// The same for work that takes long.
    pub(super) fn patiently(&self) -> Self {
        Self { limit: self.limit.map(|_| WORK), ..self.clone() }
    }

    /// Opens a connection, for whoever comes first.
    pub(super) async fn open_one(&self) -> Result<(), Error> {
        self.hold().await?.give_back();
        Ok(())
    }

    /// A connection for a transaction. What it does is to stand in [`Pool::within`].
    pub(super) async fn hold(&self) -> Result<Held, Error> {
        let held = match &self.warm {
            Some(warm) => warm.hold(&self.inner).await,
            None => self.inner.acquire().await.map(Held::plain),
        };
        held.map_err(|error| told(self.limit, error))
    }

    /// Does something that must not take longer than a call may take.
    pub(super) async fn within<T, E: From<Error>>(
        &self,
        work: impl Future<Output = Result<T, E>>,
    ) -> Result<T, E> {
        within(self.limit, work).await
    }

    /// Ends all connections, after what they are at.
    pub(super) async fn close(&self) {
        if let Some(warm) = &self.warm {
            warm.close();
        }
        // One that hangs is closed by the system.
        let _ = self.within(self.inner.close().map(Ok::<_, Error>)).await;
    }
}

/// Does something within a time; none is no limit.
pub(super) async fn within<T, E: From<Error>>(
    limit: Option<Duration>,
    work: impl Future<Output = Result<T, E>>,
) -> Result<T, E> {
    match limit {
        None => work.await,
        Some(limit) => timeout(limit, work).await.unwrap_or_else(|_| Err(unanswered().into())),
    }
}

/// That a server gives no answer.
fn unanswered() -> Error {
    Error::Io(ErrorKind::TimedOut.into())
}

/// An error where no connection came free in time: a file is held up by something in this process, while a server
/// gives no answer.
fn told(limit: Option<Duration>, error: Error) -> Error {
    match (limit, error) {
        (Some(_), Error::PoolTimedOut) => unanswered(),
        (_, error) => error,
    }
}

impl<'p> Executor<'p> for &Pool {
    type Database = Any;

    fn fetch_many<'e, 'q: 'e, E>(
        self,
        query: E,
    ) -> stream::BoxStream<'e, Result<Either<AnyQueryResult, AnyRow>, Error>>
    where
        E: 'q + Execute<'q, Any>,
    {
        let Some(limit) = self.limit else { return (&self.inner).fetch_many(query) };
        let pool = self.clone();
        // Rows are few: whole pages of boards, one person's data.
        let all = async move {
            let mut held = pool.hold().await?;
            let all = held.fetch_many(query).try_collect::<Vec<_>>().await?;
            held.give_back();
            Ok(all)
        };
        let all = within(Some(limit), all).map_ok(|all| stream::iter(all).map(Ok));
        all.try_flatten_stream().boxed()
    }

    fn fetch_optional<'e, 'q: 'e, E>(self, query: E) -> BoxFuture<'e, Result<Option<AnyRow>, Error>>
    where
        E: 'q + Execute<'q, Any>,
    {
        let pool = self.clone();
        within(self.limit, async move {
            let mut held = pool.hold().await?;
            let row = held.fetch_optional(query).await?;
            held.give_back();
            Ok(row)
        })
        .boxed()
    }

    fn prepare_with<'e>(
        self,
        sql: SqlStr,
        parameters: &'e [AnyTypeInfo],
    ) -> BoxFuture<'e, Result<AnyStatement, Error>>
    where
        'p: 'e,
    {
        let pool = self.clone();
        within(self.limit, async move { pool.hold().await?.prepare_with(sql, parameters).await })
            .boxed()
    }

    #[doc(hidden)]
    fn describe<'e>(self, sql: SqlStr) -> BoxFuture<'e, Result<sqlx::Describe<Any>, Error>> {
        let pool = self.clone();
        within(self.limit, async move { pool.hold().await?.describe(sql).await }).boxed()
    }
}
