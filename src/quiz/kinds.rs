//! The kinds of questions: formats, difficulties, topics, and how sure the articles were.

use serde::{Deserialize, Serialize};

use crate::facts::{Facts, Stance, Statement, Status, Topic};

/// The kind of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// One of three or four options.
    Choice,
    /// A claim that is true, or that has one value swapped for a wrong one.
    TrueOrFalse,
    /// Was it told as a fact, only announced or rumoured, or never said?
    RumourOrFact,
    /// All options that are right.
    PickAll,
    /// Events, to be put in order of time.
    Order,
    /// Subjects, each to be matched with its value.
    Match,
    /// A number; the closest guess wins.
    Number,
    /// A name, typed.
    Typed,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 8] = [
        Self::Choice,
        Self::TrueOrFalse,
        Self::RumourOrFact,
        Self::PickAll,
        Self::Order,
        Self::Match,
        Self::Number,
        Self::Typed,
    ];

    /// The name on the command line and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::TrueOrFalse => "true-or-false",
            Self::RumourOrFact => "rumour-or-fact",
            Self::PickAll => "pick-all",
            Self::Order => "order",
            Self::Match => "match",
            Self::Number => "number",
            Self::Typed => "typed",
        }
    }

    /// The chance of being right by guessing blindly among so many options.
    #[must_use]
    pub fn guessing(self, options: usize) -> f64 {
        let count = f64::from(u32::try_from(options).unwrap_or(u32::MAX).max(1));
        match self {
            Self::Choice | Self::TrueOrFalse | Self::RumourOrFact => 1.0 / count,
            Self::PickAll => 0.5_f64.powf(count),
            Self::Order | Self::Match => {
                let orders = (1..=options).fold(1_u32, |all, one| {
                    all.saturating_mul(u32::try_from(one).unwrap_or(u32::MAX))
                });
                1.0 / f64::from(orders)
            }
            Self::Number | Self::Typed => 0.0,
        }
    }
}

/// How hard an item is expected to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difficulty {
    /// Most players know it.
    Easy,
    /// About half of them do.
    Medium,
    /// Few do.
    Hard,
}

impl Difficulty {
    /// All difficulties.
    pub const ALL: [Self; 3] = [Self::Easy, Self::Medium, Self::Hard];

    /// The name on the command line and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Easy => "easy",
            Self::Medium => "medium",
            Self::Hard => "hard",
        }
    }

    /// The difficulty to begin with: a fact that more articles tell is easier, an answer that cannot be
    /// picked out of a few is harder, and so are options that are close to each other.
    #[must_use]
    pub fn expected(facts: &Facts, statement: &Statement, format: Format, close: bool) -> Self {
        let mut articles: Vec<_> = facts
            .evidence(statement)
            .into_iter()
            .filter(|one| one.stance != Stance::Disputes)
            .map(|one| &one.article)
            .collect();
        articles.sort_unstable();
        articles.dedup();
        let fame = match articles.len() {
            0 | 1 => 2,
            2 => 1,
            _ => 0,
        };
        let work = match format {
            Format::TrueOrFalse => -1,
            Format::Choice | Format::RumourOrFact => 0,
            Format::PickAll | Format::Order | Format::Match | Format::Number | Format::Typed => 1,
        };
        match fame + work + i32::from(close) {
            ..=1 => Self::Easy,
            2 => Self::Medium,
            _ => Self::Hard,
        }
    }
}

/// What a quiz can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// The teams in the series, and those that are not.
    Teams,
    /// Riders, managers, people who are quoted.
    People,
    /// The series as a whole.
    Series,
    /// What is in which episode.
    Episodes,
    /// The race.
    Race,
    /// Who makes and broadcasts it.
    Makers,
    /// Other docuseries and films.
    OtherDocuseries,
    /// What was said before it was sure.
    Rumours,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Teams,
        Self::People,
        Self::Series,
        Self::Episodes,
        Self::Race,
        Self::Makers,
        Self::OtherDocuseries,
        Self::Rumours,
    ];

    /// The name on the command line and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Teams => "teams",
            Self::People => "people",
            Self::Series => "series",
            Self::Episodes => "episodes",
            Self::Race => "race",
            Self::Makers => "makers",
            Self::OtherDocuseries => "other-docuseries",
            Self::Rumours => "rumours",
        }
    }

    /// What a statement is about.
    #[must_use]
    pub fn of(facts: &Facts, statement: &Statement) -> Self {
        match facts.property(&statement.property).map(|property| property.topic) {
            Some(Topic::Teams) => Self::Teams,
            Some(Topic::People) => Self::People,
            Some(Topic::Episodes) => Self::Episodes,
            Some(Topic::Race) => Self::Race,
            Some(Topic::Makers) => Self::Makers,
            Some(Topic::OtherDocuseries) => Self::OtherDocuseries,
            Some(Topic::Series | Topic::Coverage) | None => Self::Series,
        }
    }
}

/// How sure the articles were, as players are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Told as a fact.
    Fact,
    /// Announced, reported or rumoured, but not told as a fact.
    Unsure,
    /// Said by no article.
    NeverSaid,
}

impl Standing {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Fact, Self::Unsure, Self::NeverSaid];

    /// The standing that players are asked for, where the status has one.
    #[must_use]
    pub fn of(status: Status) -> Option<Self> {
        match status {
            Status::Confirmed => Some(Self::Fact),
            Status::Planned | Status::Reported | Status::Rumoured => Some(Self::Unsure),
            Status::Opinion | Status::Denied => None,
        }
    }
}
