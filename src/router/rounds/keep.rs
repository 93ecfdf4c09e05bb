//! Writing a step: the new state, the answer that led to it, what a closed question brings, and what is to be
//! said about it.

use jiff::Timestamp;

use super::learn::Learnt;
use super::{Live, Seat};
use crate::quiz::{Effect, Event, Round};
use crate::router::{Result, Router};
use crate::store::{self, Outcome, Rated, Saved, Step};

/// How long whoever made a step has to say what came of it, in milliseconds; then anybody may. It is longer
/// than a front end tries to send.
pub(super) const LEASE: i64 = 15_000;

/// What everybody is to be told of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum News {
    /// Players gather for it.
    Gathering,
    /// So many of its questions are closed, and what follows: none, the first one is open.
    Closed(usize),
    /// It ended without a question being closed.
    Ended,
}

impl News {
    /// What everybody is to be told of a step, if anything.
    pub(super) fn of(round: &Round, effects: &[Effect]) -> Option<Self> {
        let told = effects.iter().find_map(|effect| match effect {
            Effect::Closed(closed) => Some(Self::Closed(closed.number)),
            Effect::Opened => Some(Self::Closed(0)),
            Effect::Gathered => Some(Self::Gathering),
            _ => None,
        });
        let ended = round.ending().is_some() && !effects.is_empty();
        told.or(ended.then_some(Self::Ended))
    }

    /// Its key in the outbox.
    pub(super) fn key(self, round: &str) -> String {
        match self {
            Self::Gathering => format!("{round}/lobby"),
            Self::Closed(closed) => format!("{round}/{closed}"),
            Self::Ended => format!("{round}/end"),
        }
    }

    /// What a key says.
    pub(super) fn read(key: &str) -> Option<Self> {
        match key.rsplit_once('/')?.1 {
            "lobby" => Some(Self::Gathering),
            "end" => Some(Self::Ended),
            closed => closed.parse().ok().map(Self::Closed),
        }
    }
}

/// What is to go out under a key. The round itself tells what it is.
pub(super) fn effect(key: &str, now: i64) -> store::Effect<'_> {
    store::Effect { key, due: now + LEASE, payload: "{}" }
}

impl Router {
    /// Writes a step that led from `live` to `round`. None where another process was faster.
    pub(super) async fn save(
        &self,
        seat: &Seat,
        live: &Live,
        event: &Event,
        round: &Round,
        effects: &[Effect],
        now: Timestamp,
    ) -> Result<Option<i64>> {
        let at = now.as_millisecond();
        let state = serde_json::to_string(round)?;
        let given = given(live, event, effects)?;
        let answers: Vec<store::Answer<'_>> = given
            .iter()
            .map(|(question, player, answer, at)| store::Answer {
                question: *question,
                player,
                answer,
                at: *at,
            })
            .collect();
        let closed = effects.iter().find_map(|effect| match effect {
            Effect::Closed(closed) => Some(closed),
            _ => None,
        });
        let learnt = match closed {
            Some(closed) => Some(self.learn(seat, closed, at).await?),
            None => None,
        };
        // What is practised counts for no board and no rating: one meets there what one knows, without hurry.
        let counts = !matches!(seat, Seat::Person(_));
        let outcomes: Vec<Outcome<'_>> = learnt.as_ref().map(Learnt::outcomes).unwrap_or_default();
        let rated: Vec<(Rated, &str, store::Learnt)> =
            learnt.as_ref().map(Learnt::rated).unwrap_or_default();
        let closing = closed.map(|closed| store::Closing {
            question: number(closed.number),
            item: &closed.item.frame,
            topic: closed.item.theme.name(),
            difficulty: closed.item.difficulty.name(),
            format: closed.item.format.name(),
            outcomes: &outcomes,
            counts,
            rated: &rated,
        });
        let opens = effects.iter().any(|effect| matches!(effect, Effect::Opened));
        let card = learnt.as_ref().and_then(|learnt| learnt.card.as_ref());
        let practised = match seat {
            Seat::Person(person) => card.map(|card| (person.as_str(), card)),
            Seat::Place(_) | Seat::Daily(_) => None,
        };
        // A hint or an answer is said to one person and is theirs to ask for again; these are news for all.
        let key = News::of(round, effects).map(|news| news.key(round.id()));
        let said: Vec<_> = key.iter().map(|key| effect(key, at)).collect();
        let saved = self
            .store()?
            .save(&Step {
                round: round.id(),
                version: live.version,
                state: &state,
                deadline: round.due(),
                answers: &answers,
                closing,
                practised,
                ends: round.ending().is_some(),
                effects: &said,
                players: &new_players(live, round),
                opens: seat.shows(round).filter(|_| opens),
                at,
            })
            .await?;
        Ok(match saved {
            Saved::Done { version, .. } => Some(version),
            Saved::Moved => None,
        })
    }
}

/// Who stands in a round that did not before.
fn new_players<'a>(live: &Live, round: &'a Round) -> Vec<&'a str> {
    let ids = round.players().iter().map(|player| player.id.as_str());
    ids.filter(|id| live.round.player(id).is_none()).collect()
}

/// The answer that an event gave, if it counts: the number of its question, who, the answer as JSON, when.
type Given = Option<(i64, String, String, i64)>;

fn given(live: &Live, event: &Event, effects: &[Effect]) -> Result<Given> {
    let counts = effects.iter().any(|effect| matches!(effect, Effect::Answered { .. }));
    let (Event::Answered { player, answer, at, .. }, Some((open, _)), true) =
        (event, live.round.open(), counts)
    else {
        return Ok(None);
    };
    // As the round counts it: none comes before its question.
    let at = (*at).max(live.round.opened());
    Ok(Some((number(open), player.clone(), serde_json::to_string(answer)?, at)))
}

/// The number of a question as the store counts them, from 0.
fn number(from_one: usize) -> i64 {
    i64::try_from(from_one.saturating_sub(1)).unwrap_or(i64::MAX)
}
