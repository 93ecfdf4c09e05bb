//! Practice: when a person should meet a fact again, by the free spaced repetition scheduler (FSRS 6).

use fsrs::{DEFAULT_PARAMETERS, FSRS, MemoryState};
use serde::{Deserialize, Serialize};

/// The share of facts that should still be known when they come up again.
const RETENTION: f32 = 0.9;
const DAY: i64 = 86_400_000;

/// What is known of one person's memory of one fact.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Days until the chance of knowing it falls to nine in ten.
    stability: f32,
    /// How hard it is for this person, from 1 to 10.
    difficulty: f32,
    /// When it was asked last, in milliseconds since 1970.
    pub asked: i64,
    /// When it comes up again, in milliseconds since 1970.
    pub due: i64,
}

/// How well a fact was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    /// Not known.
    Again,
    /// Known with help, or after long thought.
    Hard,
    /// Known.
    Good,
    /// Known at once.
    Easy,
}

impl Grade {
    /// The grade of an answer: whether it was right, with help, and what share of the time was left.
    #[must_use]
    pub fn of(right: bool, hinted: bool, left: f64) -> Self {
        match (right, hinted) {
            (false, _) => Self::Again,
            (true, true) => Self::Hard,
            (true, false) if left > 0.8 => Self::Easy,
            (true, false) if left < 0.2 => Self::Hard,
            (true, false) => Self::Good,
        }
    }
}

/// The memory of a fact after it was asked at a time (in milliseconds since 1970). What was not known
/// comes up again in ten minutes, whatever else is planned.
#[must_use]
pub fn review(before: Option<Card>, grade: Grade, now: i64) -> Option<Card> {
    // A day is whole for the scheduler; within one the memory is taken as fresh.
    let days = before.map_or(0, |card| u32::try_from((now - card.asked).max(0) / DAY).unwrap_or(0));
    let state =
        before.map(|card| MemoryState { stability: card.stability, difficulty: card.difficulty });
    let scheduler = FSRS::new(&DEFAULT_PARAMETERS).ok()?;
    let next = scheduler.next_states(state, RETENTION, days).ok()?;
    let next = match grade {
        Grade::Again => next.again,
        Grade::Hard => next.hard,
        Grade::Good => next.good,
        Grade::Easy => next.easy,
    };
    let wait = if grade == Grade::Again {
        DAY / 144
    } else {
        // At least a day, at most a century: a float within that fits.
        let days = next.interval.round().clamp(1.0, 36_500.0);
        days_to_millis(days)
    };
    Some(Card {
        stability: next.memory.stability,
        difficulty: next.memory.difficulty,
        asked: now,
        due: now + wait,
    })
}

#[expect(clippy::cast_possible_truncation, reason = "between 1 and 36,500, and whole")]
fn days_to_millis(days: f32) -> i64 {
    days as i64 * DAY
}
