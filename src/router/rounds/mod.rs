//! The rounds that are running. The store has them: a step is written before anything is said of it, so that
//! any process can go on with any round at any moment. What is held here is a copy for speed, and the turns in
//! which the steps of one round are taken.

mod forget;
mod keep;
mod learn;
mod resume;
mod time;
mod told;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use tokio::sync::OwnedMutexGuard;

use self::keep::News;
pub use self::time::Due;
use self::told::Stepped;
use super::{Result, Router};
use crate::quiz::{Event, Round};
use crate::reply::{self, Played, Reply};
use crate::store::{self, Start, Started, Store};

/// How often a step is tried where other processes make theirs first.
const ATTEMPTS: usize = 50;

/// How many rounds are kept in memory. A round of twenty questions takes some 70 kB there; those beyond are read from the
/// store for each step, which takes a tenth of a millisecond.
const MOST: usize = 256;

/// What the places begin with in which people practise alone.
const PRACTICE: &str = "practice:";

/// What the places begin with in which people play their daily challenge.
const DAILY: &str = "daily:";

/// The receipt of what is said first of a round.
pub(super) fn first_key(round: &Round) -> String {
    let news = if round.lobby().is_some() { News::Gathering } else { News::Closed(0) };
    news.key(round.id())
}

/// Where a round is: in a place, or with one person.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Seat {
    /// For everybody in a place.
    Place(String),
    /// For one person who practises, wherever they are.
    Person(String),
    /// For one person and their daily challenge, wherever they are.
    Daily(String),
}

impl Seat {
    /// The place by which the store knows it. It does not name the person: ids of people stand only where
    /// people stand, so that they can be deleted.
    fn place(&self) -> String {
        let (before, person) = match self {
            Self::Place(place) => return place.clone(),
            Self::Person(person) => (PRACTICE, person),
            Self::Daily(person) => (DAILY, person),
        };
        let digest = Sha256::digest(person.as_bytes());
        let mut place = before.to_owned();
        place.extend(digest.iter().take(12).map(|byte| format!("{byte:02x}")));
        place
    }

    /// Whether one person plays there and nobody else.
    pub(super) fn alone(&self) -> bool {
        !matches!(self, Self::Place(_))
    }

    /// The item that is shown to a place by a round, which is remembered there. Whoever plays alone meets questions
    /// again on purpose, or those of everybody.
    fn shows<'a>(&self, round: &'a Round) -> Option<&'a str> {
        let open = round.open().filter(|_| !self.alone());
        open.map(|(_, question)| question.item.frame.as_str())
    }

    /// The seat of a round that the store has in a place.
    fn of(place: &str, round: &Round) -> Self {
        if place.starts_with(PRACTICE) {
            Self::Person(round.starter().to_owned())
        } else if place.starts_with(DAILY) {
            Self::Daily(round.starter().to_owned())
        } else {
            Self::Place(place.to_owned())
        }
    }
}

/// A round as the store has it.
#[derive(Debug, Clone)]
pub(super) struct Live {
    /// The round.
    pub round: Round,
    /// How many steps it has made.
    version: i64,
    /// The message in which it is shown, as its front end wrote it down.
    pub shown: Option<String>,
}

/// Whose turn it is with a round, and the round itself while it is known.
type Turn = Arc<tokio::sync::Mutex<Option<Live>>>;

/// The turns of all rounds that are running, by place.
#[derive(Debug, Default)]
pub(super) struct Rounds(Mutex<HashMap<String, Turn>>);

impl Rounds {
    fn turns(&self) -> MutexGuard<'_, HashMap<String, Turn>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the turn with the round of a place.
    async fn turn(&self, place: &str) -> OwnedMutexGuard<Option<Live>> {
        let turn = Arc::clone(self.turns().entry(place.to_owned()).or_default());
        turn.lock_owned().await
    }

    /// Drops the turns of a place where nothing is running and nobody waits.
    fn tidy(&self, place: &str, turn: OwnedMutexGuard<Option<Live>>) {
        let mut turns = self.turns();
        if turn.is_none() {
            drop(turn);
            if turns.get(place).is_some_and(|turn| Arc::strong_count(turn) == 1) {
                turns.remove(place);
            }
        }
    }

    /// Whether there are more than are kept in memory.
    fn is_full(&self) -> bool {
        self.turns().len() > MOST
    }

    /// The places of all turns.
    fn places(&self) -> Vec<String> {
        self.turns().keys().cloned().collect()
    }

    /// The turns as they are, to look at one after the other.
    fn all(&self) -> Vec<Turn> {
        self.turns().values().map(Arc::clone).collect()
    }
}

impl Live {
    fn read(row: store::Round) -> Result<Self> {
        let round = serde_json::from_str(&row.state)?;
        Ok(Self { round, version: row.version, shown: row.shown })
    }
}

impl Router {
    /// The round that is running at a seat.
    pub(super) async fn live(&self, seat: &Seat) -> Result<Option<Live>> {
        let place = seat.place();
        let mut turn = self.rounds.turn(&place).await;
        self.look(&place, &mut turn).await?;
        let live = turn.clone();
        self.give_back(&place, turn);
        Ok(live)
    }

    /// Sees to it that the round of a place is the one that the store has.
    async fn look(&self, place: &str, turn: &mut Option<Live>) -> Result<()> {
        let store = self.store()?;
        // Where no other process can write, what was read or written last still stands.
        if turn.is_none() || store.is_shared() {
            *turn = store.round_in(place).await?.map(Live::read).transpose()?;
        }
        Ok(())
    }

    /// Gives the turn of a place back. What other processes can change is not kept: it is read anew anyway.
    fn give_back(&self, place: &str, mut turn: OwnedMutexGuard<Option<Live>>) {
        if self.store.as_ref().is_some_and(Store::is_shared) || self.rounds.is_full() {
            *turn = None;
        }
        self.rounds.tidy(place, turn);
    }

    /// Begins a round at a seat, unless one is running there.
    pub(super) async fn begin(
        &self,
        seat: &Seat,
        server: &str,
        round: Round,
        now: Timestamp,
    ) -> Result<bool> {
        Ok(self.begin_at(seat, server, round, None, now).await? == Started::Began)
    }

    /// As [`Router::begin`], for a round that starts by itself at a time if nobody has claimed that.
    pub(super) async fn begin_at(
        &self,
        seat: &Seat,
        server: &str,
        round: Round,
        slot: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<Started> {
        let (place, at) = (seat.place(), now.as_millisecond());
        let mut turn = self.rounds.turn(&place).await;
        let state = serde_json::to_string(&round)?;
        let key = first_key(&round);
        let players: Vec<&str> = round.players().iter().map(|one| one.id.as_str()).collect();
        let started = self
            .store()?
            .start(&Start {
                round: round.id(),
                place: &place,
                server,
                state: &state,
                deadline: round.due(),
                effects: &[keep::effect(&key, at)],
                players: &players,
                opens: seat.shows(&round),
                slot: slot.map(Timestamp::as_millisecond),
                at,
            })
            .await?;
        if started == Started::Began {
            *turn = Some(Live { round, version: 0, shown: None });
        }
        self.give_back(&place, turn);
        Ok(started)
    }

    /// Takes an event into the round at a seat, and writes what comes of it. None where no round is running
    /// there.
    pub(super) async fn step(
        &self,
        seat: &Seat,
        event: &Event,
        now: Timestamp,
    ) -> Result<Option<Stepped>> {
        let place = seat.place();
        let mut turn = self.rounds.turn(&place).await;
        let stepped = self.step_in_turn(seat, &mut turn, event, now).await;
        self.give_back(&place, turn);
        stepped
    }

    async fn step_in_turn(
        &self,
        seat: &Seat,
        turn: &mut Option<Live>,
        event: &Event,
        now: Timestamp,
    ) -> Result<Option<Stepped>> {
        let place = seat.place();
        for _ in 0..ATTEMPTS {
            self.look(&place, turn).await?;
            let Some(live) = turn.as_mut() else { return Ok(None) };
            let mut round = live.round.clone();
            let effects = round.step(event.clone(), now.as_millisecond());
            let item = live.round.open().map(|(_, question)| question.item.clone());
            if round == live.round {
                // Nothing to keep: it was refused, or came twice.
                let shown = live.shown.clone();
                return Ok(Some(Stepped::new(seat, round, item, effects, shown)));
            }
            let Some(version) = self.save(seat, live, event, &round, &effects, now).await? else {
                *turn = None;
                continue;
            };
            let shown = live.shown.clone();
            let over = round.ending().is_some();
            *turn = (!over).then(|| Live { round: round.clone(), version, shown: shown.clone() });
            let mut stepped = Stepped::new(seat, round, item, effects, shown);
            self.look_back(seat, &mut stepped, now).await?;
            return Ok(Some(stepped));
        }
        Err(super::Error::Crowded)
    }

    /// The round that ended last at a seat.
    pub(super) async fn last(&self, seat: &Seat) -> Result<Option<Round>> {
        let row = self.store()?.last_round(&seat.place()).await?;
        Ok(row.map(Live::read).transpose()?.map(|live| live.round))
    }

    /// The round with an id, whether it is over or not, if its state is still kept.
    pub(super) async fn round(&self, id: &str) -> Result<Option<Round>> {
        let row = self.store()?.round(id).await?.filter(|row| !row.state.is_empty());
        Ok(row.map(Live::read).transpose()?.map(|live| live.round))
    }

    /// The same, of those at some seats.
    pub(super) async fn round_at(&self, seats: &[Seat], id: &str) -> Result<Option<Round>> {
        let row = self.store()?.round(id).await?.filter(|row| {
            !row.state.is_empty() && seats.iter().any(|seat| seat.place() == row.place)
        });
        Ok(row.map(Live::read).transpose()?.map(|live| live.round))
    }

    /// The round in which a question was closed last, of those at some seats.
    pub(super) async fn last_closed(&self, seats: &[Seat]) -> Result<Option<Round>> {
        let store = self.store()?;
        let mut last: Option<(i64, Round)> = None;
        for seat in seats {
            let place = seat.place();
            let rows = [store.round_in(&place).await?, store.last_round(&place).await?];
            for row in rows.into_iter().flatten() {
                let saved = row.saved;
                let round = Live::read(row)?.round;
                if !round.closed().is_empty() && last.as_ref().is_none_or(|(at, _)| saved > *at) {
                    last = Some((saved, round));
                }
            }
        }
        Ok(last.map(|(_, round)| round))
    }

    /// What the message says in which the round at a seat is shown, in the language of the round: the result of the
    /// question before, and the open question, or who gathers for it.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn standing(&self, seat: &Seat) -> Result<Option<Reply>> {
        Ok(self.live(seat).await?.and_then(|live| self.stands(seat, &live, reply::Turn::Same)))
    }

    /// The same of a round that is known.
    fn stands(&self, seat: &Seat, live: &Live, turn: reply::Turn) -> Option<Reply> {
        let (round, settings) = (&live.round, live.round.settings());
        let parts = self.writer(settings.lang).board(round);
        let played = Played {
            round: round.id().to_owned(),
            alone: seat.alone(),
            daily: matches!(seat, Seat::Daily(_)),
            closed: round.closed().len(),
            lang: settings.lang,
            turn,
            shown: live.shown.clone(),
            receipt: None,
        };
        (!parts.is_empty()).then(|| Reply {
            covered: settings.covered,
            played: Some(Box::new(played)),
            ..Reply::new(parts)
        })
    }

    /// Notes the message in which a round is shown, in words that only its front end understands.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn note_shown(&self, seat: &Seat, round: &str, shown: &str) -> Result<()> {
        let place = seat.place();
        let mut turn = self.rounds.turn(&place).await;
        if let Some(live) = turn.as_mut().filter(|live| live.round.id() == round) {
            live.shown = Some(shown.to_owned());
        }
        self.give_back(&place, turn);
        self.store()?.set_shown(round, shown).await?;
        Ok(())
    }
}
