//! Connections to a server that have just done their work, for whoever comes next. A pool of sqlx asks each one that
//! comes back whether it is still there, twice, and nobody gets it meanwhile: calls in quick succession would open one
//! connection after the other, and each has to learn every statement anew.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, Connection as _, Error, Transaction};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout, timeout_at};

use super::open::PATIENCE;
use super::pool::{PING, within};

/// For how long nobody doubts that a connection is there which gave an answer.
const TRUSTED: Duration = Duration::from_secs(1);

/// How long one that is at work is waited for before another is opened, which takes a server about as long.
const COMES_BACK: Duration = Duration::from_millis(5);

/// How long a connection stays out of the pool, where it would be closed for its age or for want of work.
const OUT: Duration = Duration::from_mins(1);

/// One that did its work.
#[derive(Debug)]
struct Idle {
    connection: PoolConnection<Any>,
    /// When it came out of the pool.
    out: Instant,
    /// When it gave its last answer.
    answered: Instant,
}

/// The connections that did their work, the latest last.
#[derive(Debug)]
pub(super) struct Warm {
    idle: Mutex<Vec<Idle>>,
    /// As many as there may be connections: nobody waits in the pool while one lies here.
    permits: Arc<Semaphore>,
    /// Somebody gave one back.
    back: Notify,
}

/// A connection for one piece of work. Unless it is given back it is asked whether it is still good for another.
#[derive(Debug)]
pub(super) struct Held {
    connection: PoolConnection<Any>,
    /// Where it belongs if it did its work, and when it came out of the pool. Nothing for SQLite.
    home: Option<(Arc<Warm>, Instant, OwnedSemaphorePermit)>,
}

impl Warm {
    pub(super) fn new(connections: u32) -> Self {
        let permits = usize::try_from(connections).unwrap_or(1);
        Self {
            idle: Mutex::default(),
            permits: Arc::new(Semaphore::new(permits)),
            back: Notify::new(),
        }
    }

    /// A connection: the one that was at work last, if it is there.
    pub(super) async fn hold(self: &Arc<Self>, pool: &AnyPool) -> Result<Held, Error> {
        timeout(PATIENCE, self.find(pool)).await.map_err(|_| Error::PoolTimedOut)?
    }

    async fn find(self: &Arc<Self>, pool: &AnyPool) -> Result<Held, Error> {
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(|_| Error::PoolClosed)?;
        let home = |out| Some((Arc::clone(self), out, permit));
        let until = Instant::now() + COMES_BACK;
        let mut latest = self.latest();
        while latest.is_none() && at_work(pool) {
            if timeout_at(until, self.back.notified()).await.is_err() {
                break;
            }
            latest = self.latest();
        }
        if let Some(Idle { mut connection, out, answered }) = latest {
            let is_there =
                answered.elapsed() < TRUSTED || within(Some(PING), connection.ping()).await.is_ok();
            if is_there {
                return Ok(Held { connection, home: home(out) });
            }
            // The server was away, most likely for the others as well: the pool looks after them.
            drop(self.take());
        }
        Ok(Held { connection: pool.acquire().await?, home: home(Instant::now()) })
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Idle>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The connection that gave the last answer.
    fn latest(&self) -> Option<Idle> {
        self.idle().pop()
    }

    /// All that lie here. They go back to the pool when the value ends.
    fn take(&self) -> Vec<Idle> {
        std::mem::take(&mut *self.idle())
    }

    fn put(&self, one: Idle) {
        let mut idle = self.idle();
        idle.push(one);
        let is_closed = self.permits.is_closed();
        let done: Vec<Idle> =
            idle.extract_if(.., |one| is_closed || one.out.elapsed() > OUT).collect();
        drop(idle);
        drop(done);
        self.back.notify_one();
    }

    /// Gives all of them back to the pool, and nobody gets another.
    pub(super) fn close(&self) {
        self.permits.close();
        drop(self.take());
    }
}

/// Whether somebody has a connection who may give it back.
fn at_work(pool: &AnyPool) -> bool {
    usize::try_from(pool.size()).is_ok_and(|size| size > pool.num_idle())
}

impl Held {
    /// One of a pool that needs none of this.
    pub(super) fn plain(connection: PoolConnection<Any>) -> Self {
        Self { connection, home: None }
    }

    /// Begins a transaction.
    pub(super) async fn begin(&mut self) -> Result<Transaction<'_, Any>, Error> {
        self.connection.begin().await
    }

    /// Ends the connection, and with it whatever it holds on the server.
    pub(super) async fn close(self) -> Result<(), Error> {
        self.connection.close().await
    }

    /// Gives the connection to whoever comes next. Only where all that was asked was answered.
    pub(super) fn give_back(self) {
        let Self { connection, home } = self;
        if let Some((warm, out, permit)) = home {
            warm.put(Idle { connection, out, answered: Instant::now() });
            drop(permit);
        }
    }
}

impl Deref for Held {
    type Target = AnyConnection;

    fn deref(&self) -> &Self::Target {
        &self.connection
    }
}

impl DerefMut for Held {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.connection
    }
}
