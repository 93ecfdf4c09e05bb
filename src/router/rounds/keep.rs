//! Writing a step: the new state, the answer that led to it, what a closed question brings, and what is to be
//! said about it.

use jiff::Timestamp;

use super::learn::Learnt;
use super::{Live, Seat};
use crate::quiz::{Effect, Event, Round};
use crate::router::{Result, Router};
use crate::store::{self, Outcome, Rated, Saved, Step};

/// How long whoever made a step has to say what came of it, in milliseconds; then anybody may. A front end may
/// try for ten seconds to say it, so this is longer.
pub(super) const LEASE: i64 = 15_000;

/// The key of what is to be said when so many questions of a round are closed; when it ends without one being
/// closed, none.
pub(super) fn key(round: &str, closed: Option<usize>) -> String {
    match closed {
        Some(closed) => format!("{round}/{closed}"),
        None => format!("{round}/end"),
    }
}

/// What [`key`] was made of.
pub(super) fn closed(key: &str) -> Option<usize> {
    key.rsplit_once('/')?.1.parse().ok()
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
        let alone = matches!(seat, Seat::Person(_));
        let outcomes = learnt.as_ref().map(Learnt::outcomes).unwrap_or_default();
        let outcomes: Vec<Outcome<'_>> = if alone { Vec::new() } else { outcomes };
        let rated: Vec<(Rated, &str, store::Rating)> =
            learnt.as_ref().map(Learnt::rated).unwrap_or_default();
        let closing = closed.map(|closed| store::Closing {
            question: number(closed.number),
            item: &closed.item.frame,
            topic: closed.item.theme.name(),
            difficulty: closed.item.difficulty.name(),
            format: closed.item.format.name(),
            outcomes: &outcomes,
            rated: &rated,
        });
        let card = learnt.as_ref().and_then(|learnt| learnt.card.as_ref());
        let practised = match seat {
            Seat::Person(person) => card.map(|card| (person.as_str(), card)),
            Seat::Place(_) => None,
        };
        let key = key(round.id(), closed.map(|closed| closed.number));
        // A hint or an answer is said to one person and is theirs to ask for again; these are news for all.
        let news = closed.is_some() || round.ending().is_some();
        let said = if news { vec![effect(&key, at)] } else { Vec::new() };
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
                at,
            })
            .await?;
        Ok(match saved {
            Saved::Done { version, .. } => Some(version),
            Saved::Moved => None,
        })
    }
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
