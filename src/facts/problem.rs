//! A problem of a fact file: where, what, and the cure.

use std::fmt;

/// One thing that is wrong with a fact file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where: a JSON path (`$.statements[3].value`) or, for syntax, `line 3, column 14`.
    pub place: String,
    /// The id of the nearest thing around that place that has one.
    pub id: Option<String>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub cure: String,
}

impl Problem {
    /// A problem at a place; an empty `id` counts as none.
    #[must_use]
    pub fn new(
        place: impl Into<String>,
        id: &str,
        what: impl Into<String>,
        cure: impl Into<String>,
    ) -> Self {
        Self {
            place: place.into(),
            id: (!id.is_empty()).then(|| id.to_owned()),
            what: what.into(),
            cure: cure.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.place)?;
        if let Some(id) = &self.id {
            write!(f, " ({id})")?;
        }
        write!(f, ": {}; {}", self.what, self.cure)
    }
}
