//! Free questions: the fact or the absence whose own question is most like the one that was asked.
//!
//! Each statement and each absence carries the question that it answers, in both languages. A question
//! is compared with all of them by the words they share, rare words counting more; names of entities are
//! recognised first and must be the same on both sides. Below a threshold the question is not about the
//! series; where two differ by a hair, the person is asked which was meant.

use std::collections::{BTreeMap, HashMap};

use super::lookup::current;
use super::names::Names;
use crate::facts::{Absence, Bilingual, Cardinality, Facts, Statement};
use crate::text::{fold, one_typo_or_less, tokens};

/// The longest question that is read, in characters.
pub const LONGEST_QUESTION: usize = 500;

/// The least likeness (0 to 1) of a question that is answered.
const ANSWERED: f64 = 0.50;
/// The least likeness of a question that is about the series at all.
const ON_SUBJECT: f64 = 0.34;
/// How near the second must be to the first for the person to be asked which was meant.
const GAP: f64 = 0.03;
/// How many readings are offered.
const CHOICES: usize = 3;

/// What a question was answered with.
#[derive(Debug, Clone)]
pub struct Answer<'a> {
    /// What became of the question.
    pub outcome: Outcome<'a>,
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

/// The words of all questions that the fact set can answer or knows to be open.
#[derive(Debug)]
pub struct Asker {
    vocabulary: HashMap<String, Word>,
    entries: Vec<Entry>,
}

/// A word of the vocabulary.
#[derive(Debug)]
struct Word {
    id: usize,
    /// How much it tells: the rarer, the more.
    weight: f64,
}

/// A question that the fact set can answer or knows to be open.
#[derive(Debug)]
struct Entry {
    what: What,
    /// Word ids with weights, once per language, each of length one.
    questions: Vec<BTreeMap<usize, f64>>,
    /// The same for the claim.
    claims: Vec<BTreeMap<usize, f64>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Statement(usize),
    Absence(usize),
}

impl Asker {
    /// Learns the questions of a fact set.
    #[must_use]
    pub fn new(facts: &Facts) -> Self {
        let mut texts: Vec<(What, Vec<String>, Vec<String>)> = Vec::new();
        for (index, statement) in facts.statements().iter().enumerate() {
            let label = facts.property(&statement.property).map(|property| &property.label);
            texts.push((
                What::Statement(index),
                pair(&statement.question, label),
                pair(&statement.claim, None),
            ));
        }
        for (index, absence) in facts.file().absences.iter().enumerate() {
            texts.push((What::Absence(index), pair(&absence.question, None), pair(&absence.claim, None)));
        }
        let vocabulary = vocabulary(&texts, facts);
        let entries = texts
            .into_iter()
            .map(|(what, questions, claims)| Entry {
                what,
                questions: questions.iter().map(|text| vector(&vocabulary, tokens(text)).0).collect(),
                claims: claims.iter().map(|text| vector(&vocabulary, tokens(text)).0).collect(),
            })
            .collect();
        Self { vocabulary, entries }
    }

    /// Answers a question.
    #[must_use]
    pub fn ask<'a>(&self, facts: &'a Facts, names: &Names, question: &str) -> Answer<'a> {
        let outcome = self.outcome(facts, names, question);
        Answer { outcome }
    }

    fn outcome<'a>(&self, facts: &'a Facts, names: &Names, question: &str) -> Outcome<'a> {
        if question.chars().nth(LONGEST_QUESTION).is_some() {
            return Outcome::OffTopic;
        }
        let folded = fold(question);
        let words: Vec<&str> = tokens(&folded).map(|word| self.spelled(word)).collect();
        let (vector, known) = vector(&self.vocabulary, words.iter().copied());
        let named = names.mentioned(facts, &words.join(" "));
        let mut scored: Vec<(f64, What)> = self
            .entries
            .iter()
            .map(|entry| (entry.likeness(&vector) * known * agreement(facts, entry.what, &named), entry.what))
            .collect();
        // A stable sort: of two equals the earlier in the file comes first, everywhere.
        scored.sort_by(|left, right| right.0.total_cmp(&left.0));
        decide(facts, &scored)
    }

    /// A word, or the only word of the vocabulary that is a slip away from it.
    fn spelled<'b>(&'b self, word: &'b str) -> &'b str {
        if word.len() < 4 || self.vocabulary.contains_key(word) {
            return word;
        }
        let mut near: Vec<&str> = self
            .vocabulary
            .keys()
            .map(String::as_str)
            .filter(|known| known.len() > 3 && one_typo_or_less(word, known))
            .collect();
        near.sort_unstable();
        match near.as_slice() {
            [one] => one,
            _ => word,
        }
    }
}

fn decide<'a>(facts: &'a Facts, scored: &[(f64, What)]) -> Outcome<'a> {
    let Some(&(best, what)) = scored.first() else { return Outcome::OffTopic };
    if best < ON_SUBJECT {
        return Outcome::OffTopic;
    }
    let nearest = scored.iter().find_map(|(_, what)| match what {
        What::Statement(index) => facts.statements().get(*index),
        What::Absence(_) => None,
    });
    match what {
        _ if best < ANSWERED => Outcome::Unknown { absence: None, nearest },
        What::Absence(index) => {
            let absence = facts.file().absences.get(index);
            let nearest = absence.and_then(|one| one.nearest.as_deref()).and_then(|id| facts.statement(id));
            Outcome::Unknown { absence, nearest }
        }
        What::Statement(index) => {
            let rivals: Vec<&(f64, What)> =
                scored.iter().take_while(|(score, _)| best - score < GAP).take(CHOICES).collect();
            let Some(first) = facts.statements().get(index) else { return Outcome::OffTopic };
            let ambiguous = rivals.iter().any(|(_, other)| match other {
                What::Statement(other) => facts
                    .statements()
                    .get(*other)
                    .is_some_and(|other| other.property != first.property),
                What::Absence(_) => true,
            });
            if ambiguous && best < 0.95 {
                return Outcome::Which(rivals.iter().filter_map(|(_, what)| reading(facts, *what)).collect());
            }
            Outcome::Answered(whole(facts, first))
        }
    }
}

fn reading(facts: &Facts, what: What) -> Option<Reading<'_>> {
    match what {
        What::Statement(index) => facts.statements().get(index).map(Reading::Statement),
        What::Absence(index) => facts.file().absences.get(index).map(Reading::Absence),
    }
}

/// A statement, or the whole list that it is a member of; a superseded one with what superseded it.
fn whole<'a>(facts: &'a Facts, first: &'a Statement) -> Vec<&'a Statement> {
    let many = facts
        .property(&first.property)
        .is_some_and(|property| property.cardinality == Cardinality::Many);
    let closed = facts.complete(&first.subject, &first.property).is_some();
    if many && closed {
        return current(facts.of(&first.subject, &first.property)).collect();
    }
    vec![first]
}

/// How well the entities that a question names agree with those of a statement or an absence.
fn agreement(facts: &Facts, what: What, named: &[&str]) -> f64 {
    let missing = named
        .iter()
        .filter(|name| match what {
            What::Statement(index) => {
                !facts.statements().get(index).is_some_and(|one| one.entities().any(|id| id == **name))
            }
            What::Absence(index) => !facts
                .file()
                .absences
                .get(index)
                .zip(facts.entity(name))
                .is_some_and(|(absence, entity)| absence.concerns(entity)),
        })
        .count();
    match missing {
        0 => 1.0,
        1 => 0.6,
        _ => 0.4,
    }
}

impl Entry {
    fn likeness(&self, vector: &BTreeMap<usize, f64>) -> f64 {
        let best = |texts: &[BTreeMap<usize, f64>]| {
            texts.iter().map(|text| product(vector, text)).fold(0.0, f64::max)
        };
        best(&self.questions).max(0.85 * best(&self.claims))
    }
}

/// The cosine of two vectors of length one.
fn product(left: &BTreeMap<usize, f64>, right: &BTreeMap<usize, f64>) -> f64 {
    left.iter().filter_map(|(word, weight)| Some(weight * right.get(word)?)).sum()
}

fn pair(texts: &Bilingual, label: Option<&Bilingual>) -> Vec<String> {
    crate::facts::Lang::ALL
        .into_iter()
        .map(|lang| {
            let label = label.map_or("", |label| label.get(lang));
            fold(&format!("{} {label}", texts.get(lang)))
        })
        .collect()
}

fn vocabulary(texts: &[(What, Vec<String>, Vec<String>)], facts: &Facts) -> HashMap<String, Word> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let folded: Vec<String> =
        facts.file().entities.iter().flat_map(|entity| entity.names()).map(|name| fold(name)).collect();
    for name in &folded {
        for word in tokens(name) {
            counts.entry(word).or_default();
        }
    }
    for (_, questions, claims) in texts {
        let mut words: Vec<&str> =
            questions.iter().chain(claims).flat_map(|text| tokens(text)).collect();
        words.sort_unstable();
        words.dedup();
        for word in words {
            *counts.entry(word).or_default() += 1;
        }
    }
    let all = as_f64(texts.len());
    counts
        .into_iter()
        .enumerate()
        .map(|(id, (word, count))| {
            let weight = ((all + 1.0) / (as_f64(count) + 0.5)).ln().max(0.05);
            (word.to_owned(), Word { id, weight })
        })
        .collect()
}

/// The words of a text as a vector of length one, and how much of its weight is known words.
fn vector<'b>(
    vocabulary: &HashMap<String, Word>,
    words: impl Iterator<Item = &'b str>,
) -> (BTreeMap<usize, f64>, f64) {
    let (mut vector, mut unknown) = (BTreeMap::new(), 0.0);
    for word in words {
        match vocabulary.get(word) {
            Some(known) => {
                vector.insert(known.id, known.weight);
            }
            None => unknown += 4.0,
        }
    }
    let length = vector.values().map(|weight| weight * weight).sum::<f64>().sqrt();
    let known: f64 = vector.values().sum();
    if length > 0.0 {
        vector.values_mut().for_each(|weight| *weight /= length);
    }
    let share = if known + unknown > 0.0 { known / (known + unknown) } else { 0.0 };
    (vector, share)
}

fn as_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
