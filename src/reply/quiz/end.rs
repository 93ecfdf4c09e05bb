//! The end of a round in words: podium, fastest answer, longest streak, hardest question, what was missed.

use crate::quiz::{Ending, Item, Mode, Round, Summary};
use crate::reply::lookup::plain;
use crate::reply::{Item as Line, List, Part, Writer};

impl Writer<'_> {
    /// What an item asks, as a line of a list.
    pub(in crate::reply) fn prompted(&self, item: &Item) -> Line {
        Line { spoiler: self.is_telling(item), ..plain(self.prompt(item)) }
    }

    /// What is told at the end of a round.
    #[must_use]
    pub fn summary(&self, round: &Round, summary: &Summary) -> Vec<Part> {
        let heading = match summary.ending {
            Ending::Finished | Ending::Decided => "quiz-over",
            Ending::Stopped => "quiz-over-stopped",
            Ending::Deserted => "quiz-over-deserted",
        };
        let elimination = round.settings().mode == Mode::Elimination;
        // A question that was skipped could not be got right.
        let asked = round.closed().iter().filter(|closed| !closed.skipped).count();
        let places = summary.places.iter().map(|(place, player)| {
            let count = |number: u32| usize::try_from(number).unwrap_or_default();
            let score = self.say(
                "quiz-score",
                &[
                    ("place", (*place).into()),
                    ("name", (&player.name).into()),
                    ("points", count(player.points).into()),
                    ("right", count(player.right).into()),
                    ("of", asked.into()),
                ],
            );
            let lives = self.say("quiz-lives", &[("lives", count(player.lives).into())]);
            plain(if elimination { format!("{score}{lives}") } else { score })
        });
        let mut parts =
            vec![Part::List(List { heading: self.say(heading, &[]), items: places.collect() })];
        // Alone nobody is the fastest.
        let fastest = summary.fastest.as_ref().filter(|_| summary.places.len() > 1);
        if let Some(fastest) = fastest {
            let tenths = (fastest.after.max(0) + 50) / 100;
            let seconds =
                self.figures().number(f64::from(i32::try_from(tenths).unwrap_or(0)) / 10.0);
            parts.push(Part::Text(self.say(
                "quiz-fastest",
                &[
                    ("name", (&fastest.name).into()),
                    ("number", fastest.number.into()),
                    ("seconds", (&seconds).into()),
                ],
            )));
        }
        if let Some((names, count)) = &summary.streak {
            let names = self.figures().list(names);
            let count = usize::try_from(*count).unwrap_or_default();
            parts.push(Part::Text(self.say(
                "quiz-longest-streak",
                &[("names", (&names).into()), ("count", count.into())],
            )));
        }
        if let Some(hardest) = &summary.hardest {
            let right = hardest.given.iter().filter(|one| one.right).count();
            parts.push(Part::Text(self.say(
                "quiz-hardest",
                &[
                    ("number", hardest.number.into()),
                    ("right", right.into()),
                    ("of", hardest.given.len().into()),
                ],
            )));
        }
        // What tells how the race ended is not told beside what may be covered.
        let missed = |item: &Item| Line {
            detail: self.told_apart(item).filter(|_| !self.is_telling(item)),
            ..self.prompted(item)
        };
        if !summary.missed.is_empty() {
            parts.push(Part::List(List {
                heading: self.say("quiz-missed", &[]),
                items: summary.missed.iter().map(missed).collect(),
            }));
            parts.push(Part::Text(self.say("quiz-replay-how", &[])));
        }
        parts
    }
}
