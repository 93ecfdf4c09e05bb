//! The end of a round: who won, who was fastest, what was hard.

use serde::{Deserialize, Serialize};

use super::{Closed, Mode, Player, Round};
use crate::quiz::item::Item;

/// How a round ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// All questions were asked.
    Finished,
    /// One player is left, or none.
    Decided,
    /// Somebody who may stop it did.
    Stopped,
    /// Nobody answered any more, or everybody left.
    Deserted,
}

/// What is told at the end.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// How it ended.
    pub ending: Ending,
    /// Everybody with their place, best first; those with the same score share a place.
    pub places: Vec<(usize, Player)>,
    /// The fastest right answer.
    pub fastest: Option<Fastest>,
    /// The longest row of right answers, if it is two or more: who has it, and how many.
    pub streak: Option<(Vec<String>, u32)>,
    /// The question that the smallest share of answers was right on, where some were right.
    pub hardest: Option<Box<Closed>>,
    /// What everybody missed who answered.
    pub missed: Vec<Item>,
}

/// The fastest right answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fastest {
    /// Who gave it.
    pub name: String,
    /// To which question.
    pub number: usize,
    /// How long after it, in milliseconds.
    pub after: i64,
}

impl Round {
    /// What is to be told at the end; before it, what stands so far.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let counted = || self.closed.iter().filter(|closed| !closed.skipped);
        let fastest = counted()
            .flat_map(|closed| closed.given.iter().map(move |one| (closed.number, one)))
            .filter(|(_, one)| one.right)
            .min_by_key(|(number, one)| (one.after, *number))
            .map(|(number, one)| Fastest { name: one.name.clone(), number, after: one.after });
        let longest =
            self.players.iter().map(|player| player.best_streak).max().unwrap_or_default();
        let streak = (longest >= 2).then(|| {
            let have = self.players.iter().filter(|player| player.best_streak == longest);
            (have.map(|player| player.name.clone()).collect(), longest)
        });
        let right = |closed: &Closed| closed.given.iter().filter(|one| one.right).count();
        let hardest = counted()
            .filter(|closed| right(closed) > 0 && right(closed) < closed.given.len())
            // Shares are compared crosswise, in whole numbers.
            .min_by(|left, other| {
                (right(left) * other.given.len()).cmp(&(right(other) * left.given.len()))
            })
            .cloned()
            .map(Box::new);
        let missed = counted()
            .filter(|closed| right(closed) == 0)
            .map(|closed| closed.item.clone())
            .collect();
        let ending = self.ending.unwrap_or(Ending::Finished);
        Summary { ending, places: self.places(), fastest, streak, hardest, missed }
    }

    /// Everybody with their place, best first; those with the same score share a place, those who joined
    /// first stand first.
    #[must_use]
    pub fn places(&self) -> Vec<(usize, Player)> {
        let score = |player: &Player| {
            let lives = if self.settings.mode == Mode::Elimination { player.lives } else { 0 };
            (lives, player.points)
        };
        let mut players: Vec<&Player> = self.players.iter().collect();
        players.sort_by_key(|player| std::cmp::Reverse(score(player)));
        players
            .iter()
            .map(|player| {
                let better = players.iter().filter(|other| score(other) > score(player)).count();
                (better + 1, (*player).clone())
            })
            .collect()
    }
}
