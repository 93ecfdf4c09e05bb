//! The questions that people ask, as data: which property each of them asks for.
//!
//! A file of questions is plain text in one language: a heading in square brackets, then a question a
//! line. `[release_date]` asks for a property, `[said#somebody-proud]` for one statement of a
//! property with many, `[start_date+end_date]` for several things with one word, `[absence:no-director]` for what the
//! articles leave open, `[unsaid]` for anything else about the series that they leave open, `[off]` for nothing that the bot
//! knows of.

use std::collections::HashMap;

use super::label::parts;
use crate::facts::Facts;
use crate::text::Lang;

/// A question with what it asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// What it asks for: a property, `property#statement`, several of these with `+` between, [`UNSAID`] or [`OFF`].
    pub label: String,
    /// Its language.
    pub lang: Lang,
    /// The question.
    pub text: String,
}

/// The label of questions that are not about the series.
pub const OFF: &str = "off";

/// The label of questions about the series that the articles leave open, without being an absence of their own.
pub const UNSAID: &str = "unsaid";

/// A line that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct BadLine {
    line: usize,
    what: String,
}

/// Reads a file of questions.
///
/// # Errors
/// The first heading that the fact set does not have, or a question before any heading.
pub fn read(facts: &Facts, lang: Lang, text: &str) -> Result<Vec<Example>, BadLine> {
    let absences: HashMap<&str, &str> = facts
        .file()
        .absences
        .iter()
        .map(|absence| (absence.id.as_str(), absence.property.as_str()))
        .collect();
    let mut label: Option<String> = None;
    let mut examples = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let bad = |what: String| BadLine { line: index + 1, what };
        let line = line.trim();
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        if let Some(heading) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            label = Some(match heading.strip_prefix("absence:") {
                Some(absence) => (*absences
                    .get(absence)
                    .ok_or_else(|| bad(format!("there is no absence “{absence}”")))?)
                .to_owned(),
                None => known(facts, heading)
                    .ok_or_else(|| bad(format!("there is no property or statement “{heading}”")))?,
            });
            continue;
        }
        let label = label.clone().ok_or_else(|| bad("a question before any heading".to_owned()))?;
        examples.push(Example { label, lang, text: line.to_owned() });
    }
    Ok(examples)
}

fn known(facts: &Facts, heading: &str) -> Option<String> {
    if matches!(heading, OFF | UNSAID) {
        return Some(heading.to_owned());
    }
    let is_known = |(property, statement): (&str, Option<&str>)| match statement {
        Some(id) => facts.statement(id).is_some_and(|one| one.property == property),
        None => facts.property(property).is_some(),
    };
    parts(heading).all(is_known).then(|| heading.to_owned())
}

/// The questions that a fact set brings along: those of its statements and absences, and the names of its
/// properties.
#[must_use]
pub fn own(facts: &Facts) -> Vec<Example> {
    let mut examples = Vec::new();
    for lang in Lang::ALL {
        let mut add = |label: &str, text: &str| {
            examples.push(Example { label: label.to_owned(), lang, text: text.to_owned() });
        };
        for statement in facts.statements() {
            add(&statement.property, statement.question.get(lang));
        }
        for absence in &facts.file().absences {
            add(&absence.property, absence.question.get(lang));
        }
        for property in &facts.file().properties {
            add(&property.id, property.label.get(lang));
        }
    }
    examples
}
