//! What answers count for.

use super::{Given, Mode, Question, Round};
use crate::quiz::answer::{Answer, Judgement};
use crate::quiz::kinds::Format;

/// What a right answer scores.
const POINTS: u32 = 10;
/// The most that speed adds.
const BONUS: i64 = 5;
/// How far from the truth the closest number may be and still win: a quarter.
const CLOSE_ENOUGH: f64 = 0.25;

impl Round {
    /// The answers to the open question, earliest first, with what each counts for.
    pub(super) fn count(&self, question: &Question, skipped: bool) -> Vec<Given> {
        let mut pending: Vec<_> = self.pending.iter().collect();
        pending.sort_by_key(|one| (one.at, one.player));
        let closest = self.closest(question);
        let mut won = false;
        pending
            .into_iter()
            .filter_map(|one| {
                let player = self.players.get(one.player)?;
                let right = !skipped
                    && match (&one.answer, question.item.format) {
                        (Answer::Number(guess), Format::Number) => {
                            distance(question, *guess).is_some_and(|near| Some(near) <= closest)
                        }
                        _ => question.item.judge(&one.answer) == Judgement::Right,
                    };
                let after = one.at - self.opened;
                let hinted = self.hinted.contains(&one.player);
                // In a race the first right answer takes it all.
                let scores = right && !(won && self.settings.mode == Mode::Race);
                won |= right;
                let points = if scores { self.points(question, after, hinted) } else { 0 };
                Some(Given {
                    player: player.id.clone(),
                    name: player.name.clone(),
                    answer: one.answer.clone(),
                    after,
                    hinted,
                    right: scores,
                    points,
                })
            })
            .collect()
    }

    fn points(&self, question: &Question, after: i64, hinted: bool) -> u32 {
        let left = (question.time - after).clamp(0, question.time);
        let fast = self.settings.mode == Mode::Classic && self.settings.speed_bonus;
        let bonus = if fast { left * BONUS / question.time.max(1) } else { 0 };
        let points = POINTS + u32::try_from(bonus).unwrap_or_default();
        if hinted { points / 2 } else { points }
    }

    /// How far off the closest number is, if any is close enough.
    fn closest(&self, question: &Question) -> Option<f64> {
        let guesses = self.pending.iter().filter_map(|one| match one.answer {
            Answer::Number(guess) => distance(question, guess),
            _ => None,
        });
        let nearest = guesses.min_by(f64::total_cmp)?;
        let truth = question.item.amount()?.abs();
        (nearest <= truth * CLOSE_ENOUGH).then_some(nearest)
    }
}

fn distance(question: &Question, guess: f64) -> Option<f64> {
    question.item.amount().map(|truth| (truth - guess).abs())
}
