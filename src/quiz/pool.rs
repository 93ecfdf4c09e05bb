//! What can be asked: each firm statement with the values that are proven wrong for it.

use std::collections::HashSet;

use super::item::{Difficulty, Format, Proof, standing};
use crate::facts::{
    Cardinality, Class, Facts, Grammar, Lang, PartialDate, Rank, Role, Statement, Status, Value,
    ValueKind,
};
use crate::text::{elides, fold};

/// Everything that can be asked of a fact set.
#[derive(Debug)]
pub struct Pool {
    seeds: Vec<Seed>,
}

/// A statement that can be asked in one format.
#[derive(Debug, Clone)]
pub struct Seed {
    /// The index of the statement.
    pub statement: usize,
    /// The format.
    pub format: Format,
    /// The difficulty.
    pub difficulty: Difficulty,
    /// Values proven wrong, each with its proof.
    pub wrong: Vec<(Value, Proof)>,
}

impl Pool {
    /// Finds everything that can be asked.
    #[must_use]
    pub fn new(facts: &Facts) -> Self {
        let mut seeds = Vec::new();
        for (index, statement) in facts.statements().iter().enumerate() {
            let difficulty = Difficulty::of(statement);
            let mut add = |format, wrong| {
                seeds.push(Seed { statement: index, format, difficulty, wrong });
            };
            if standing(statement.status).is_some()
                && statement.conflicts_with.is_empty()
                && statement.rank != Rank::Deprecated
                && statement.derived.is_none()
            {
                add(Format::RumourOrFact, Vec::new());
            }
            // A number that only counts through things is no fact to be asked for.
            let role = facts.property(&statement.property).and_then(|property| property.role);
            if !is_firm(statement) || role == Some(Role::EpisodeNumber) {
                continue;
            }
            let wrong = proven_wrong(facts, statement);
            let swappable: Vec<_> = wrong
                .iter()
                .filter(|(value, _)| swap(facts, statement, value).is_some())
                .cloned()
                .collect();
            if !swappable.is_empty() {
                add(Format::TrueOrFalse, swappable);
            }
            let told = in_question(facts, statement, &statement.value);
            if wrong.len() >= 2 && !told && only_answer(facts, statement) {
                add(Format::Choice, wrong);
            }
        }
        Self { seeds }
    }

    /// All seeds, in the order of the fact set.
    #[must_use]
    pub fn seeds(&self) -> &[Seed] {
        &self.seeds
    }
}

/// Whether a statement can be the key of an item: told as a fact or a plan, not contradicted, not
/// superseded.
fn is_firm(statement: &Statement) -> bool {
    matches!(statement.status, Status::Confirmed | Status::Planned)
        && statement.rank != Rank::Deprecated
        && statement.conflicts_with.is_empty()
}

/// Whether the statement is the only answer to its question: its property has one value.
fn only_answer(facts: &Facts, statement: &Statement) -> bool {
    facts
        .property(&statement.property)
        .is_some_and(|property| property.cardinality == Cardinality::Single)
        && facts.statements().iter().filter(|one| one.question == statement.question).count() == 1
}

/// Values of the same kind that are known to be wrong: the property has one value, or the list is
/// closed. What any other statement says of the same subject and property, however unsure, is left out.
fn proven_wrong(facts: &Facts, statement: &Statement) -> Vec<(Value, Proof)> {
    let Some(property) = facts.property(&statement.property) else { return Vec::new() };
    let closed = facts.complete(&statement.subject, &statement.property);
    let proof = match (property.cardinality, closed) {
        (_, Some(closed)) if property.cardinality == Cardinality::Many => {
            Proof::Complete(closed.id.clone())
        }
        (Cardinality::Single, _) => Proof::Statement(statement.id.clone()),
        _ => return Vec::new(),
    };
    let said: Vec<&Value> =
        facts.of(&statement.subject, &statement.property).map(|one| &one.value).collect();
    let mut seen = HashSet::new();
    facts
        .statements()
        .iter()
        .filter(|other| alike(facts, statement, other))
        .map(|other| &other.value)
        .filter(|value| !said.contains(value))
        .filter(|value| apart(facts, &statement.value, value))
        .filter(|value| !in_question(facts, statement, value))
        .filter(|value| !has_a_part(facts, statement, value))
        .filter(|value| seen.insert(format!("{value:?}")))
        .map(|value| (value.clone(), proof.clone()))
        .collect()
}

/// Whether a value of another statement is of the type of this one's: class, unit, precision.
fn alike(facts: &Facts, statement: &Statement, other: &Statement) -> bool {
    let counts_through = facts
        .property(&other.property)
        .is_some_and(|property| property.role == Some(Role::EpisodeNumber));
    if counts_through || !matches!(other.status, Status::Confirmed | Status::Planned) {
        return false;
    }
    match (&statement.value, &other.value) {
        (Value::Entity(left), Value::Entity(right)) => {
            let class = |id: &str| facts.entity(id).map(|entity| entity.class);
            // Places are towns and countries, sports are leagues too: there only values of the same
            // property are of the same kind.
            let mixed = matches!(class(left), Some(Class::Place | Class::Sport | Class::Race));
            class(left) == class(right) && (!mixed || statement.property == other.property)
        }
        (Value::Quantity(left), Value::Quantity(right)) => {
            left.unit == right.unit && left.bound == right.bound
        }
        (Value::Date(left), Value::Date(right)) => {
            match (left.parse::<PartialDate>(), right.parse::<PartialDate>()) {
                (Ok(left), Ok(right)) => {
                    std::mem::discriminant(&left) == std::mem::discriminant(&right)
                }
                _ => false,
            }
        }
        (Value::Text(_), Value::Text(_)) => {
            let text = |one: &Statement| {
                facts.property(&one.property).is_some_and(|one| one.value == ValueKind::Text)
            };
            statement.property == other.property && text(statement)
        }
        _ => false,
    }
}

/// Whether no name of one value is, contains or is contained in a name of the other.
pub(super) fn apart(facts: &Facts, left: &Value, right: &Value) -> bool {
    if let (Value::Date(left), Value::Date(right)) = (left, right)
        && let (Ok(left), Ok(right)) = (left.parse::<PartialDate>(), right.parse::<PartialDate>())
    {
        return !left.overlaps(right);
    }
    if let (Value::Quantity(left), Value::Quantity(right)) = (left, right) {
        return (left.amount - right.amount).abs() > f64::EPSILON;
    }
    let right = names(facts, right);
    names(facts, left).iter().all(|left| {
        right.iter().all(|right| {
            let (left, right) = (format!(" {left} "), format!(" {right} "));
            !left.contains(&right) && !right.contains(&left)
        })
    })
}

fn names(facts: &Facts, value: &Value) -> Vec<String> {
    match value {
        Value::Entity(id) => facts
            .entity(id)
            .map(|entity| entity.names().map(|name| fold(name)).collect())
            .unwrap_or_default(),
        Value::Text(text) => Lang::ALL.into_iter().map(|lang| fold(text.get(lang))).collect(),
        other => vec![format!("{other:?}")],
    }
}

/// Whether a value is the subject itself, or something else is said of the two in the same respect: a
/// partner is no fair wrong answer to who makes it.
fn has_a_part(facts: &Facts, statement: &Statement, value: &Value) -> bool {
    let Some(id) = value.entity() else { return false };
    let topic = |property: &str| facts.property(property).map(|property| property.topic);
    id == statement.subject
        || facts.naming(id).any(|other| {
            other.subject == statement.subject
                && other.property != statement.property
                && topic(&other.property) == topic(&statement.property)
        })
}

/// Whether the question of a statement names a value already.
fn in_question(facts: &Facts, statement: &Statement, value: &Value) -> bool {
    Lang::ALL.into_iter().any(|lang| {
        let question = format!(" {} ", fold(statement.question.get(lang)));
        names(facts, value).iter().any(|name| question.contains(&format!(" {name} ")))
    })
}

/// The claim of a statement with its value swapped for another, in both languages; only where the name
/// stands in it once and the new one fits its grammar.
#[must_use]
pub fn swap(facts: &Facts, statement: &Statement, value: &Value) -> Option<[String; 2]> {
    let (Value::Entity(old), Value::Entity(new)) = (&statement.value, value) else { return None };
    let (old, new) = (facts.entity(old)?, facts.entity(new)?);
    let fits = |one: &Grammar| (one.the, one.article, one.gender, one.plural);
    if fits(&old.grammar) != fits(&new.grammar) {
        return None;
    }
    let mut swapped = [String::new(), String::new()];
    for (lang, swapped) in Lang::ALL.into_iter().zip(&mut swapped) {
        let (claim, old, new) =
            (statement.claim.get(lang), old.label.get(lang), new.label.get(lang));
        if elides(old) != elides(new) || claim.matches(old).count() != 1 || claim.contains(new) {
            return None;
        }
        *swapped = claim.replacen(old, new, 1);
    }
    Some(swapped)
}
