//! The daily challenge in words: its result as a grid to share, the run of days, yesterday's answers.

use jiff::civil::Date;

use super::lookup::plain;
use super::{Grid, List, Part, Writer};
use crate::quiz::{Closed, Item};

/// How somebody's challenge went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// The day, in days since 1970 in UTC.
    pub day: i64,
    /// The same day.
    pub date: Date,
    /// How many answers were right.
    pub right: usize,
    /// How many questions there were.
    pub count: usize,
    /// A mark for each question.
    pub marks: String,
    /// How many days in a row were finished, with this one.
    pub streak: usize,
    /// The most days in a row that ever were.
    pub best: usize,
    /// When the next challenge comes, in milliseconds since 1970; nothing where it is there already.
    pub next: Option<i64>,
}

/// A mark for each question, told apart by their shape: right, wrong, or not answered.
#[must_use]
pub fn marks(closed: &[Closed]) -> String {
    let mark = |closed: &Closed| match closed.given.first() {
        Some(given) if given.right => '✅',
        Some(_) if !closed.skipped => '❌',
        _ => '➖',
    };
    closed.iter().map(mark).collect()
}

impl Writer<'_> {
    /// What stands above the first question of a day.
    #[must_use]
    pub fn daily_begins(&self, date: Date, count: usize) -> Vec<Part> {
        vec![
            Part::Title(self.say("daily-title", &[("date", (&self.figures().day(date)).into())])),
            Part::Text(self.say("daily-how", &[("count", count.into())])),
        ]
    }

    /// What is said when a challenge goes on.
    #[must_use]
    pub fn daily_goes_on(&self, date: Date) -> Part {
        Part::Text(self.say("daily-goes-on", &[("date", (&self.figures().day(date)).into())]))
    }

    /// The end of a challenge.
    #[must_use]
    pub fn daily_over(&self, challenge: &Challenge) -> Vec<Part> {
        self.daily_result("daily-over", challenge)
    }

    /// What is said to somebody who has played the challenge of the day.
    #[must_use]
    pub fn daily_played(&self, challenge: &Challenge) -> Vec<Part> {
        self.daily_result("daily-played", challenge)
    }

    fn daily_result(&self, key: &str, challenge: &Challenge) -> Vec<Part> {
        let date = self.figures().day(challenge.date);
        let counts = [
            ("date", (&date).into()),
            ("right", challenge.right.into()),
            ("count", challenge.count.into()),
        ];
        let mut notes = vec![self.say("daily-streak", &[("count", challenge.streak.into())])];
        if challenge.best > challenge.streak {
            notes.push(self.say("daily-best", &[("count", challenge.best.into())]));
        }
        let next = challenge.next.map(|at| (self.say("daily-next", &[]), at));
        if next.is_none() {
            notes.push(self.say("daily-waits", &[]));
        }
        let grid = Grid { text: self.grid(challenge), notes, next, share: Some(challenge.day) };
        vec![
            Part::Text(self.say(key, &counts)),
            Part::Grid(grid),
            Part::Text(self.say("daily-yesterday-how", &[])),
        ]
    }

    /// A result as everybody may see it: nothing in it tells an answer.
    #[must_use]
    pub fn daily_shared(&self, name: &str, challenge: &Challenge) -> Vec<Part> {
        let streak = self.say("daily-shared-streak", &[("count", challenge.streak.into())]);
        let notes = if challenge.streak > 1 { vec![streak] } else { Vec::new() };
        let grid = Grid { text: self.grid(challenge), notes, next: None, share: None };
        vec![Part::Text(self.say("daily-shared", &[("name", name.into())])), Part::Grid(grid)]
    }

    /// The lines that people copy: the same in both languages.
    fn grid(&self, challenge: &Challenge) -> String {
        let day = challenge.date.to_string();
        let counts = [
            ("day", (&day).into()),
            ("right", challenge.right.into()),
            ("count", challenge.count.into()),
            ("marks", (&challenge.marks).into()),
        ];
        self.say("daily-grid", &counts)
    }

    /// The questions of a day with their answers and sources.
    #[must_use]
    pub fn daily_answers(&self, items: &[Item]) -> Vec<Part> {
        let mut parts = Vec::new();
        for (item, number) in items.iter().zip(1_usize..) {
            let heading = self.say("daily-question", &[("number", number.into())]);
            // The explanation speaks of the options by their letters.
            let offered = self.offers(item).into_iter().chain(self.targets(item));
            let offered = offered.map(|one| plain(format!("{}. {}", one.mark, one.text)));
            let items = std::iter::once(self.prompted(item)).chain(offered).collect();
            parts.push(Part::List(List { heading, items }));
            parts.extend(self.explained(item));
        }
        parts
    }
}
