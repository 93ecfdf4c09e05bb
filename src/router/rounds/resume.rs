//! After a restart: rounds go on with the time that was left, and what was left unsaid is said.

use jiff::Timestamp;
use tokio::sync::OwnedMutexGuard;

use super::keep::LEASE;
use super::time::{Due, KEPT};
use super::{Live, Seat};
use crate::quiz::{Event, Round};
use crate::reply::{Reply, Turn};
use crate::router::{Error, Result, Router};
use crate::store::{self, Resumed};

/// How many rounds are read at once.
const AT_ONCE: usize = 64;

/// A round that goes on, before that is written.
struct Going {
    seat: Seat,
    turn: OwnedMutexGuard<Option<Live>>,
    live: Live,
    /// The round as it goes on.
    round: Round,
}

impl Router {
    /// Takes up the rounds that were running when the last process ended: time goes on where it stopped, and
    /// what was left unsaid is said.
    ///
    /// # Errors
    ///
    /// If the store fails. What was taken up by then stays so; call it again.
    pub async fn resume(&self, now: Timestamp) -> Result<Vec<Due>> {
        let (store, at) = (self.store()?, now.as_millisecond());
        // Whoever was to say something is dead, unless others share the store: then the beats of each tell.
        let left = if store.is_shared() {
            at
        } else {
            store.latest().await?.map_or(at, |last| at.max(last)) + LEASE
        };
        self.take_up(left, now).await
    }

    /// As [`Router::resume`], where this very process has kept no time for a while: because the store was away,
    /// the machine slept, or the clock was set.
    ///
    /// # Errors
    ///
    /// As [`Router::resume`].
    pub async fn catch_up(&self, now: Timestamp) -> Result<Vec<Due>> {
        self.take_up(now.as_millisecond(), now).await
    }

    /// Lets the time of rounds go on, and says what was left unsaid by a time.
    async fn take_up(&self, left: i64, now: Timestamp) -> Result<Vec<Due>> {
        let (store, at) = (self.store()?, now.as_millisecond());
        let mut left_alone = store.running().await?;
        left_alone.retain(|running| {
            let away = at - running.kept;
            // Where other processes share the store, they may have kept the time, by clocks of their own.
            let others_keep = store.is_shared() && away <= KEPT;
            // Without a limit no time can be lost: it waits until somebody comes back to it.
            away != 0 && !others_keep && running.deadline.is_some()
        });
        let mut going = Vec::new();
        for some in left_alone.chunks(AT_ONCE) {
            let places: Vec<&str> = some.iter().map(|running| running.place.as_str()).collect();
            let mut rows = match store.rounds_in(&places).await.map_err(Error::from) {
                Err(error) if error.is_of_all() => return Err(error),
                // One of them cannot be read: each by itself, so that it keeps no other waiting.
                rows => rows.ok(),
            };
            for running in some {
                let row = match &mut rows {
                    Some(rows) => Ok(rows.remove(&running.place)),
                    None => store.round_in(&running.place).await.map_err(Error::from),
                };
                let one = match row {
                    Ok(Some(row)) => self.going(row, running.kept, at).await,
                    Ok(None) => Ok(None),
                    Err(error) => Err(error),
                };
                match one {
                    Ok(one) => going.extend(one),
                    Err(error) => match self.despite(error, &running.place, now).await {
                        None => {}
                        Some(error) => return Err(error),
                    },
                }
            }
        }
        let mut resumed = self.go_on(going, now).await?;
        if !store.is_shared() {
            // They were kept by a clock that has been set back.
            store.drop_beats_after(at).await?;
        }
        let mut due = self.unsaid(left, now).await?;
        // What was left unsaid brings the open question along.
        resumed.retain(|one| !due.iter().any(|said| said.asks() == one.round()));
        resumed.append(&mut due);
        Ok(resumed)
    }

    /// A round whose time was last kept at a time, as it goes on at another.
    async fn going(&self, row: store::Round, kept: i64, at: i64) -> Result<Option<Going>> {
        let Some((seat, live)) = self.seated(row, kept, at).await? else { return Ok(None) };
        let turn = self.rounds.turn(&seat.place()).await;
        let mut round = live.round.clone();
        // It has no effects: nothing is opened or closed by it.
        round.step(Event::Resumed { away: at - kept }, at);
        Ok(Some(Going { seat, turn, live, round }))
    }

    /// Writes that rounds go on, all of them at once: the first answer after a start waits for one write to the
    /// disk, not for one of each. Each is told, but those with which another process was faster.
    async fn go_on(&self, going: Vec<Going>, now: Timestamp) -> Result<Vec<Due>> {
        let (store, at) = (self.store()?, now.as_millisecond());
        let mut states = Vec::with_capacity(going.len());
        for one in &going {
            states.push(serde_json::to_string(&one.round)?);
        }
        let steps: Vec<Resumed<'_>> = going
            .iter()
            .zip(&states)
            .map(|(one, state)| Resumed {
                round: one.live.round.id(),
                version: one.live.version,
                state,
                deadline: one.round.due(),
                at,
            })
            .collect();
        let written =
            if steps.is_empty() { Vec::new() } else { store.save_resumed(&steps).await? };
        drop(steps);
        let mut resumed = Vec::new();
        for (Going { seat, mut turn, live, round }, written) in going.into_iter().zip(written) {
            let Live { version, shown, .. } = live;
            *turn = written.then(|| Live { round, version: version + 1, shown });
            let reply: Option<Reply> =
                turn.as_ref().and_then(|live| self.stands(&seat, live, Turn::Resumed));
            self.give_back(&seat.place(), turn);
            resumed.extend(reply.map(|reply| Due { seat, reply }));
        }
        Ok(resumed)
    }
}
