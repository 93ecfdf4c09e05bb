//! Answers: what became of a question, yes or no, and what it was about.

use super::courtesy::Courtesy;
use crate::facts::{Absence, Bilingual, Facts, Statement};

/// What a question was answered with.
#[derive(Debug, Clone)]
pub struct Answer<'a> {
    /// What became of the question.
    pub outcome: Outcome<'a>,
    /// The answer to a question for yes or no, where the facts decide it.
    pub verdict: Option<Verdict>,
    /// Whether it was asked how sure this is, or who says so.
    pub probe: Option<Probe>,
    /// What was understood, to carry into the next question.
    pub topic: Option<Topic>,
    /// What it was, where it asks for nothing: "thanks".
    pub courtesy: Option<Courtesy>,
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// What is asked about a fact, besides the fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Probe {
    /// How sure it is.
    Status,
    /// Who says so.
    Source,
}

/// What a question was understood to be about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Topic {
    /// The label that it was read as.
    pub label: String,
    /// The entities that it named, by index.
    pub entities: Vec<usize>,
    /// The statements that answered it, by id.
    pub statements: Vec<String>,
}

/// The four things that can become of a question.
#[derive(Debug, Clone)]
pub enum Outcome<'a> {
    /// These statements answer it.
    Answered(Vec<&'a Statement>),
    /// It can be read in several ways.
    Which(Vec<Reading<'a>>),
    /// It is on the subject, but the articles don't say.
    Unknown {
        /// What exactly they don't say, where it was foreseen.
        absence: Option<&'a Absence>,
        /// The nearest thing that they do say.
        nearest: Option<&'a Statement>,
    },
    /// It is not about the series.
    OffTopic,
}

/// One way to read a question.
#[derive(Debug, Clone, Copy)]
pub enum Reading<'a> {
    /// The question that this statement answers.
    Statement(&'a Statement),
    /// The question that this absence leaves open.
    Absence(&'a Absence),
}

impl<'a> Reading<'a> {
    /// The question that it would be.
    #[must_use]
    pub fn question(&self) -> &'a Bilingual {
        match self {
            Self::Statement(statement) => &statement.question,
            Self::Absence(absence) => &absence.question,
        }
    }
}

pub(super) fn plain(outcome: Outcome<'_>) -> Answer<'_> {
    Answer { outcome, verdict: None, probe: None, topic: None, courtesy: None }
}

pub(super) fn absent<'a>(facts: &'a Facts, absence: &'a Absence) -> Answer<'a> {
    let nearest = absence.nearest.as_deref().and_then(|id| facts.statement(id));
    plain(Outcome::Unknown { absence: Some(absence), nearest })
}
