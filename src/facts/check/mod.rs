//! What a schema cannot say: every check of a fact file that needs no article at hand.

mod closed;
mod quiz;
mod references;
mod standing;
mod values;
mod wording;

use std::collections::HashMap;

use super::model::{Article, Entity, FactFile, Property, Statement, Unit};
use super::problem::Problem;
use crate::text::{closest, fold};

/// Checks all that can be checked without the articles, and tells every problem.
#[must_use]
pub fn check(file: &FactFile) -> Vec<Problem> {
    let mut findings = Findings { file, ids: Ids::new(file), problems: Vec::new() };
    if file.format != 1 {
        findings.add(
            "$.format".to_owned(),
            "",
            format!("format {} is unknown", file.format),
            "this version of roadbook reads format 1",
        );
    }
    references::check(&mut findings);
    values::check(&mut findings);
    standing::check(&mut findings);
    closed::check(&mut findings);
    wording::check(&mut findings);
    let mut problems = findings.problems;
    if problems.len() > MOST {
        problems.truncate(MOST);
        problems.push(Problem::new(
            "$",
            "",
            "there are more problems than these",
            "mend these first",
        ));
    }
    problems
}

/// The file, its things by their ids, and the problems found so far.
struct Findings<'a> {
    file: &'a FactFile,
    ids: Ids<'a>,
    problems: Vec<Problem>,
}

impl Findings<'_> {
    fn add(&mut self, place: String, id: &str, what: impl Into<String>, cure: impl Into<String>) {
        self.problems.push(Problem::new(place, id, what, cure));
    }
}

/// Everything in a file that is referred to by id.
struct Ids<'a> {
    articles: HashMap<&'a str, &'a Article>,
    entities: HashMap<&'a str, &'a Entity>,
    properties: HashMap<&'a str, &'a Property>,
    statements: HashMap<&'a str, &'a Statement>,
    units: HashMap<&'a str, &'a Unit>,
}

impl<'a> Ids<'a> {
    fn new(file: &'a FactFile) -> Self {
        Self {
            articles: file.articles.iter().map(|article| (article.id.as_str(), article)).collect(),
            entities: file.entities.iter().map(|entity| (entity.id.as_str(), entity)).collect(),
            properties: file.properties.iter().map(|one| (one.id.as_str(), one)).collect(),
            statements: file.statements.iter().map(|one| (one.id.as_str(), one)).collect(),
            units: file.units.iter().map(|unit| (unit.id.as_str(), unit)).collect(),
        }
    }
}

/// How many problems are told at most; a file with more wants another look first.
const MOST: usize = 10_000;
/// In how many problems a name is suggested: each means a look at all ids.
const SUGGESTIONS: usize = 50;

impl Findings<'_> {
    /// What to do about an id that nothing has: the nearest one there is, if one is near.
    fn did_you_mean<'a>(&self, wanted: &str, known: impl Iterator<Item = &'a str>) -> String {
        let nothing = "add it, or take the reference out".to_owned();
        if self.problems.len() >= SUGGESTIONS {
            return nothing;
        }
        let known: Vec<(String, &str)> = known.map(|id| (fold(id), id)).collect();
        let folded = known.iter().map(|(folded, id)| (folded.as_str(), *id));
        match closest(&fold(wanted), folded, 1).first() {
            Some(id) => format!("did you mean “{id}”?"),
            None => nothing,
        }
    }
}

#[cfg(test)]
mod tests;
