//! Ratings of players and items, learnt from answers: Elo with a floor for guessing.
//!
//! The expected share of right answers is that of the three-parameter logistic model of item response
//! theory (Birnbaum, 1968), and a step follows its likelihood, so that a right answer that may have been
//! guessed counts for less. Steps shrink with the number of answers as in Pelánek, "Applications of the Elo
//! rating system in adaptive educational systems" (2016). Libraries of ratings know two players, not a
//! player and a question that can be guessed.

use serde::{Deserialize, Serialize};

use super::kinds::Difficulty;

/// From how many answers on the rating of an item says more of how hard it is than what was expected of it.
pub const LEARNT: u32 = 20;

/// How strong a player is, or how hard an item is; 1500 is in the middle.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Rating {
    /// The rating.
    pub value: f64,
    /// How many answers it was learnt from.
    pub answers: u32,
}

impl Default for Rating {
    fn default() -> Self {
        Self { value: 1500.0, answers: 0 }
    }
}

impl Rating {
    /// The rating that an item begins with.
    #[must_use]
    pub fn of(difficulty: Difficulty) -> Self {
        let value = match difficulty {
            Difficulty::Easy => 1300.0,
            Difficulty::Medium => 1500.0,
            Difficulty::Hard => 1700.0,
        };
        Self { value, answers: 0 }
    }

    /// How hard an item is that has this rating, if there were enough answers: the difficulty whose first rating is the
    /// nearest.
    #[must_use]
    pub fn difficulty(self) -> Option<Difficulty> {
        let far = |one: &Difficulty| (Self::of(*one).value - self.value).abs();
        let nearest =
            Difficulty::ALL.into_iter().min_by(|one, other| far(one).total_cmp(&far(other)));
        nearest.filter(|_| self.answers >= LEARNT)
    }

    /// The largest step that the next answer can make.
    fn step(self) -> f64 {
        64.0 / (1.0 + 0.05 * f64::from(self.answers))
    }

    fn learn(&mut self, surprise: f64) {
        self.value += self.step() * surprise;
        self.answers = self.answers.saturating_add(1);
    }
}

/// The expected share of right answers of a player to an item; `floor` is that of blind guessing.
#[must_use]
pub fn expected(player: Rating, item: Rating, floor: f64) -> f64 {
    let knows = 1.0 / (1.0 + 10_f64.powf((item.value - player.value) / 400.0));
    floor + (1.0 - floor) * knows
}

/// Learns from one answer: the player's rating and the item's move against each other.
pub fn learn(player: &mut Rating, item: &mut Rating, floor: f64, right: bool) {
    let floor = floor.clamp(0.0, 0.9);
    let share = expected(*player, *item, floor);
    let outcome = if right { 1.0 } else { 0.0 };
    // The part of the share that is knowledge, not luck.
    let weight = (share - floor) / (share * (1.0 - floor));
    let surprise = (outcome - share) * weight;
    player.learn(surprise);
    item.learn(-surprise);
}
