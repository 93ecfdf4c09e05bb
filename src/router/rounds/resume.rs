//! After a restart: rounds go on with the time that was left, and what was left unsaid is said.

use jiff::Timestamp;
use tokio::sync::OwnedMutexGuard;

use super::keep::LEASE;
use super::time::{Due, KEPT};
use super::{Live, Seat};
use crate::quiz::{Event, Round};
use crate::reply::{Reply, Turn};
use crate::router::{Result, Router};
use crate::store::{Resumed, Running};

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
        let last = store.latest().await?.unwrap_or(at);
        // Whoever was to say something is dead, unless others share the store: then the beats of each tell.
        let left = if store.is_shared() { at } else { at.max(last) + LEASE };
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
        let mut going = Vec::new();
        for running in store.running().await? {
            let away = at - running.kept;
            // Where other processes share the store, they may have kept the time, by clocks of their own.
            if away == 0 || (store.is_shared() && away <= KEPT) {
                continue;
            }
            // Without a limit no time can be lost: it waits until somebody comes back to it.
            if running.deadline.is_none() {
                continue;
            }
            match self.going(&running, away, at).await {
                Ok(one) => going.extend(one),
                Err(error) => match self.despite(error, &running.place, now).await {
                    None => {}
                    Some(error) => return Err(error),
                },
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

    /// A round that was running, as it goes on after so many milliseconds.
    async fn going(&self, running: &Running, away: i64, at: i64) -> Result<Option<Going>> {
        let found = self.seat_of(&running.place, running.kept, at).await?;
        let Some((seat, live)) = found else { return Ok(None) };
        let turn = self.rounds.turn(&seat.place()).await;
        let mut round = live.round.clone();
        // It has no effects: nothing is opened or closed by it.
        round.step(Event::Resumed { away }, at);
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
