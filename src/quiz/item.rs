//! Quiz items: a stem, its options, and for each option the proof that it is right or wrong.

use crate::facts::{Stance, Statement, Status, Value};

/// The kind of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// One of three or four options.
    Choice,
    /// A claim that is true, or that has one value swapped for a wrong one.
    TrueOrFalse,
    /// Was it told as a fact, as a plan, or only rumoured?
    RumourOrFact,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 3] = [Self::Choice, Self::TrueOrFalse, Self::RumourOrFact];

    /// The name on the command line and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::TrueOrFalse => "true-or-false",
            Self::RumourOrFact => "rumour-or-fact",
        }
    }
}

/// How hard an item is expected to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Difficulty {
    /// A fact that three articles or more tell.
    Easy,
    /// A fact that two articles tell.
    Medium,
    /// A fact of one article.
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

    /// The difficulty of a statement: the more articles tell it, the easier it is.
    #[must_use]
    pub fn of(statement: &Statement) -> Self {
        let mut articles: Vec<_> = statement
            .evidence
            .iter()
            .filter(|one| one.stance != Stance::Disputes)
            .map(|one| &one.article)
            .collect();
        articles.sort_unstable();
        articles.dedup();
        match articles.len() {
            0 | 1 => Self::Hard,
            2 => Self::Medium,
            _ => Self::Easy,
        }
    }
}

/// A question with its options; the words are made in either language from the same item.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The same for the same question with the same options.
    pub id: String,
    /// Its kind.
    pub format: Format,
    /// What is asked.
    pub stem: Stem,
    /// The options, in the order to show them; exactly one is right.
    pub choices: Vec<Choice>,
    /// How hard it is expected to be.
    pub difficulty: Difficulty,
    /// The statement that it is about.
    pub statement: String,
}

impl Item {
    /// The position of the right option.
    #[must_use]
    pub fn key(&self) -> Option<usize> {
        self.choices.iter().position(|choice| choice.right)
    }

    /// The statements that it rests on, each once, its own first.
    #[must_use]
    pub fn statements(&self) -> Vec<&str> {
        let mut ids = vec![self.statement.as_str()];
        for choice in &self.choices {
            if let Proof::Statement(id) = &choice.why
                && !ids.contains(&id.as_str())
            {
                ids.push(id);
            }
        }
        ids
    }
}

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Stem {
    /// The question of the statement.
    Question,
    /// Whether the claim of the statement is true, with its value swapped for this one if there is one.
    Claim(Option<Value>),
    /// How sure the articles were of the claim of the statement.
    Standing,
}

/// An option.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What it offers.
    pub offer: Offer,
    /// Whether it is right.
    pub right: bool,
    /// What makes it right or wrong.
    pub why: Proof,
}

/// What an option offers.
#[derive(Debug, Clone, PartialEq)]
pub enum Offer {
    /// A value.
    Value(Value),
    /// True or false.
    Truth(bool),
    /// How sure the articles were.
    Standing(Standing),
}

/// How sure the articles were, as players are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Told as a fact.
    Fact,
    /// Announced as a plan.
    Plan,
    /// Reported or rumoured.
    Rumour,
}

/// The standing that players are asked for, where the status has one.
#[must_use]
pub fn standing(status: Status) -> Option<Standing> {
    match status {
        Status::Confirmed => Some(Standing::Fact),
        Status::Planned => Some(Standing::Plan),
        Status::Reported | Status::Rumoured => Some(Standing::Rumour),
        Status::Opinion | Status::Denied => None,
    }
}

/// What makes an option right or wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// This statement: it says so, or its single value is another.
    Statement(String),
    /// This closed list, to which it does not belong.
    Complete(String),
}

impl Proof {
    /// The id of the statement or the list.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Statement(id) | Self::Complete(id) => id,
        }
    }
}
