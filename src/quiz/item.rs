//! Quiz items: a stem, its options, and for each option the proof that it is right or wrong.

use serde::{Deserialize, Serialize};

use super::kinds::{Difficulty, Format, Standing, Theme};
use crate::facts::{Facts, Value};

/// A question with its options; the words are made in either language from the same item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// The same for the same question with the same options, in whatever order they are shown.
    pub id: String,
    /// The frame that it was made from: the same question, whatever options go with it.
    pub frame: String,
    /// Its kind.
    pub format: Format,
    /// The part of the subject that it belongs to.
    pub theme: Theme,
    /// How hard it is expected to be.
    pub difficulty: Difficulty,
    /// What is asked.
    pub stem: Stem,
    /// The options, in the order to show them. A number or a typed answer has one: the answer.
    pub choices: Vec<Choice>,
    /// What the options are to be matched with, in the order to show it; empty in other formats.
    pub targets: Vec<Value>,
    /// The folded names that are taken for a typed answer; empty in other formats.
    pub accepted: Vec<String>,
    /// The statement that it is about.
    pub statement: String,
    /// A digest of all statements that it rests on, by which a later change of one is noticed.
    pub digest: String,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stem {
    /// The question of the statement: its value is the answer.
    Question,
    /// The question of the statement turned round: its subject is the answer.
    Inverse,
    /// Which of these belong to this closed list?
    Pick(String),
    /// Which of these does not belong to this closed list?
    Odd(String),
    /// Is the claim true, with its value swapped for this one if there is one?
    Claim(Option<Value>),
    /// Which of these claims are true?
    Claims,
    /// How sure were the articles, of the claim or of the claim with this value?
    Standing(Option<Value>),
    /// How sure were the articles of what this absence supposes?
    Supposed(String),
    /// In which order did these happen?
    Order,
    /// Which value of this property belongs to which subject?
    Pairs(String),
    /// On which date did which of these happen?
    Dates,
}

/// An option.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// What it offers.
    pub offer: Offer,
    /// Whether it is right: the one option, or one of those to be picked.
    pub right: bool,
    /// Where it belongs: its position in order of time, or that of its match among the targets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<usize>,
    /// What makes it right or wrong.
    pub why: Proof,
}

/// What an option offers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offer {
    /// A value.
    Value(Value),
    /// An entity as the subject of a statement.
    Subject(String),
    /// True or false.
    Truth(bool),
    /// The claim of this statement, with its value swapped for another if there is one.
    Claim(String, Option<Value>),
    /// How sure the articles were.
    Standing(Standing),
    /// What happened on the date of this statement.
    Event(String),
}

/// What makes an option right or wrong.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// This statement: it says so, or its one value is another.
    Statement(String),
    /// This closed list, to which it does not belong.
    Complete(String),
    /// This absence: no article says so.
    Absence(String),
}

impl Proof {
    /// The id of the statement, the list or the absence.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Statement(id) | Self::Complete(id) | Self::Absence(id) => id,
        }
    }
}

impl Item {
    /// The position of the first right option.
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

    /// Whether the facts still say what the item was made from; if not, it is withdrawn.
    #[must_use]
    pub fn stands(&self, facts: &Facts) -> bool {
        facts.digest_of(self.statements().into_iter()) == self.digest
    }

    /// The chance of being right by guessing blindly.
    #[must_use]
    pub fn guessing(&self) -> f64 {
        self.format.guessing(self.choices.len())
    }
}
