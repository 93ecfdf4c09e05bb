//! What time brings: questions whose time is up, and what somebody died before saying.

use jiff::{SignedDuration, Timestamp};

use super::keep::{LEASE, News};
use super::told::Stepped;
use super::{Live, Seat};
use crate::quiz::Event;
use crate::reply::{Reply, Turn};
use crate::router::{Error, Result, Router};
use crate::store::{self, Left};
use crate::text::Lang;

/// How many things left unsaid are taken up at once.
const AT_ONCE: i64 = 100;

/// What has not been said after so long is not said any more, in milliseconds.
const STALE: i64 = 15 * 60 * 1_000;

/// How long after a beat another process keeps the time, in milliseconds. What lies between its last beat and its end
/// is at most that, and counts.
pub(super) const KEPT: i64 = 1_000;

/// How long after a beat another process may still say what it has to say, in milliseconds. It is longer, since a
/// process that was held up for a moment goes on.
const ALIVE: i64 = 2_000;

/// How long the next step of a round is put off that cannot be made, in milliseconds.
const PUT_OFF: i64 = 10_000;

/// How long after its time a round is given up whose next step cannot be made, in milliseconds.
const HOPELESS: i64 = 10 * 60 * 1_000;

/// Something to be said that nobody asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Where.
    pub seat: Seat,
    /// What.
    pub reply: Reply,
}

impl Due {
    pub(super) fn round(&self) -> Option<&str> {
        self.reply.played.as_ref().map(|played| played.round.as_str())
    }

    /// The round whose open question it asks.
    pub(super) fn asks(&self) -> Option<&str> {
        let asks = self.reply.played.as_ref().is_some_and(|played| played.turn == Turn::Asked);
        self.round().filter(|_| asks)
    }
}

impl Router {
    /// Everything that is due by time: questions whose time is up are closed, and the next are opened; what
    /// another process should have said and did not is said. What is due at one seat stands in its order.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn due(&self, now: Timestamp) -> Result<Vec<Due>> {
        let at = now.as_millisecond();
        let mut due = Vec::new();
        let mut failed = None;
        for place in self.store()?.late(at).await? {
            match self.tick(&place, now).await {
                Ok(told) => due.extend(told),
                Err(error) => failed = self.despite(error, &place, now).await,
            }
            if failed.is_some() {
                break;
            }
        }
        if failed.is_none() {
            match self.unsaid(at, now).await {
                Ok(unsaid) => due.extend(unsaid),
                Err(error) => failed = Some(error),
            }
        }
        match failed {
            // What was done by then is said all the same; whatever fails will fail again.
            Some(error) if due.is_empty() => Err(error),
            _ => Ok(due),
        }
    }

    /// Lets the time of the round in a place come, and gives what is to be said of it.
    async fn tick(&self, place: &str, now: Timestamp) -> Result<Option<Due>> {
        let found = self.seat_of(place, i64::MAX, now.as_millisecond()).await?;
        let Some((seat, _)) = found else { return Ok(None) };
        let Some(stepped) = self.step(&seat, &Event::Ticked, now).await? else { return Ok(None) };
        let reply = stepped.reply(self, self.writer(stepped.round.settings().lang));
        // Another process may have been faster: then it says so.
        let news = reply.played.as_ref().is_some_and(|played| played.receipt.is_some());
        Ok(news.then_some(Due { seat, reply }))
    }

    /// Goes on despite a failure that is that of one round and no other: its next step is put off, and after a while
    /// it is over. Gives the error back if it is that of the store.
    pub(super) async fn despite(&self, error: Error, place: &str, now: Timestamp) -> Option<Error> {
        if error.is_of_all() {
            return Some(error);
        }
        tracing::error!(%error, place, "time brings no step of a round");
        let (Ok(store), at) = (self.store(), now.as_millisecond()) else { return Some(error) };
        let put_off = async {
            let Some(row) = store.round_in(place).await? else { return Ok(()) };
            let due = Live::read(row.clone()).ok().and_then(|live| live.round.due());
            if due.is_some_and(|due| at - due > HOPELESS) {
                tracing::error!(round = row.id, "a round is over, since it cannot go on");
                store.give_up(&row.id, at).await?;
                let mut turn = self.rounds.turn(place).await;
                *turn = None;
                self.rounds.tidy(place, turn);
                return Ok(());
            }
            store.put_off(&row.id, at + PUT_OFF).await
        };
        put_off.await.err().map(Error::from)
    }

    /// What should have been said by a time and was not. It is this process's to say for a lease from now.
    pub(super) async fn unsaid(&self, by: i64, now: Timestamp) -> Result<Vec<Due>> {
        let store = self.store()?;
        let mut due = Vec::new();
        let at = now.as_millisecond();
        let left = store.is_shared().then_some(Left { due: at + LEASE - ALIVE, beat: at - ALIVE });
        // Nearly always there is nothing, which a reader can see.
        let is_due = store.next_due().await?.is_some_and(|next| next <= by);
        let is_left = match left {
            Some(left) if !is_due => store.has_left(left).await?,
            _ => is_due,
        };
        if !is_left {
            return Ok(due);
        }
        if left.is_some() {
            // Whoever claims something is alive, and others are to know.
            store.beat(at).await?;
        }
        let lease = at + LEASE - by;
        for unsaid in store.claim(by, lease, AT_ONCE, left).await? {
            let row = store.round(&unsaid.round).await?.filter(|row| !row.state.is_empty());
            let fresh = unsaid.due > now.as_millisecond() - STALE;
            let read = row.filter(|_| fresh).and_then(|row| {
                let place = row.place.clone();
                Live::read(row).ok().map(|live| (Seat::of(&place, &live.round), live))
            });
            let Some((seat, live)) = read else {
                store.done(&unsaid.key, now.as_millisecond()).await?;
                continue;
            };
            let news = News::read(&unsaid.key);
            let again = news.and_then(|news| Stepped::again(&seat, live, news));
            let Some(mut stepped) = again else {
                store.done(&unsaid.key, now.as_millisecond()).await?;
                continue;
            };
            if let Err(error) = self.look_back(&seat, &mut stepped, now).await {
                if error.is_of_all() && due.is_empty() {
                    return Err(error);
                }
                // It is tried again when its lease is over.
                tracing::error!(%error, round = unsaid.round, "the end of a round cannot be told yet");
                continue;
            }
            let mut reply = stepped.reply(self, self.writer(stepped.round.settings().lang));
            if let Some(played) = reply.played.as_mut() {
                played.receipt = Some(unsaid.key);
            }
            due.push(Due { seat, reply });
        }
        Ok(due)
    }

    /// Ends rounds without a limit of time to which nobody has come back since then.
    pub(in crate::router) async fn end_lingering(&self, since: i64, now: Timestamp) -> Result<()> {
        let at = now.as_millisecond();
        for place in self.store()?.lingering(since).await? {
            let Some((seat, live)) = self.seat_of(&place, since, at).await? else { continue };
            let player = live.round.starter().to_owned();
            let event = Event::Stopped { player, moderator: true };
            let stepped = match self.step(&seat, &event, now).await {
                Err(error) if !error.is_of_all() => {
                    tracing::error!(%error, place, "a round that nobody plays cannot be ended");
                    continue;
                }
                stepped => stepped?,
            };
            let Some(stepped) = stepped else { continue };
            let reply = stepped.reply(self, self.writer(stepped.round.settings().lang));
            // Nobody is there to be told.
            if let Some(receipt) = reply.played.and_then(|played| played.receipt) {
                self.told(&receipt, now).await?;
            }
        }
        Ok(())
    }

    /// The seat of the round that is running in a place, with the round, unless it has made a step since. One that
    /// cannot be read is ended: it would hold its place, and up all others, for ever.
    pub(super) async fn seat_of(
        &self,
        place: &str,
        since: i64,
        now: i64,
    ) -> Result<Option<(Seat, Live)>> {
        match self.store()?.round_in(place).await? {
            Some(row) => self.seated(row, since, now).await,
            None => Ok(None),
        }
    }

    /// The same of a round that was read.
    pub(super) async fn seated(
        &self,
        row: store::Round,
        since: i64,
        now: i64,
    ) -> Result<Option<(Seat, Live)>> {
        if row.saved > since {
            return Ok(None);
        }
        let (id, place) = (row.id.clone(), row.place.clone());
        match Live::read(row) {
            Ok(live) => Ok(Some((Seat::of(&place, &live.round), live))),
            Err(error) => {
                tracing::error!(%error, round = id, "a round cannot be read, and is over with it");
                self.store()?.give_up(&id, now).await?;
                Ok(None)
            }
        }
    }

    /// Whether another process keeps the time of rounds.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn others_keep_time(&self, now: Timestamp) -> Result<bool> {
        let store = self.store()?;
        let since = now.as_millisecond() - KEPT;
        Ok(store.is_shared() && store.others_beat(since).await?)
    }

    /// Notes that something was said, by the receipt that came with it: nobody says it again.
    ///
    /// # Errors
    ///
    /// If the store fails; then it is said twice.
    pub async fn told(&self, receipt: &str, now: Timestamp) -> Result<()> {
        self.store()?.done(receipt, now.as_millisecond()).await?;
        Ok(())
    }

    /// When something is due next, if anything is running.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn next_due(&self) -> Result<Option<Timestamp>> {
        let store = self.store()?;
        let (step, unsaid) = (store.next_step().await?, store.next_due().await?);
        let next = step.into_iter().chain(unsaid).min();
        Ok(next.and_then(|next| Timestamp::from_millisecond(next).ok()))
    }

    /// Whether other processes may be at work on the store as well.
    #[must_use]
    pub fn shares_its_store(&self) -> bool {
        self.store.as_ref().is_some_and(crate::store::Store::is_shared)
    }

    /// How often [`Router::beat`] is to be called: where others share the store, so often that none takes this process
    /// for dead which is not; else what lies between the last beat and a crash is given back to the players, and once
    /// a second is enough.
    #[must_use]
    pub fn pace_of_beats(&self) -> SignedDuration {
        match &self.store {
            Some(store) if store.is_shared() => SignedDuration::from_millis(300),
            _ => SignedDuration::from_secs(1),
        }
    }

    /// Says that this process keeps the time of the rounds that are running.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn beat(&self, now: Timestamp) -> Result<()> {
        let store = self.store()?;
        // Without a round there is no time to keep, and nothing to be said without the end of one.
        if store.next_step().await?.is_some()
            || (store.is_shared() && store.next_due().await?.is_some())
        {
            store.beat(now.as_millisecond()).await?;
        }
        Ok(())
    }

    /// When the time for each open question is up, with the language in which to say so, among the rounds
    /// that this process has had to do with.
    pub async fn deadlines(&self) -> Vec<(Lang, Timestamp)> {
        let mut deadlines = Vec::new();
        for turn in self.rounds.all() {
            let turn = turn.lock().await;
            let Some(live) = turn.as_ref() else { continue };
            let at = live.round.deadline().and_then(|at| Timestamp::from_millisecond(at).ok());
            deadlines.extend(at.map(|at| (live.round.settings().lang, at)));
        }
        deadlines
    }
}
