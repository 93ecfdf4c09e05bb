//! What is known to be wrong: only what a closed list or a closed value rules out, never what is merely
//! not said.

use std::borrow::Cow;
use std::collections::HashSet;

use super::item::Proof;
use super::near::near;
use crate::facts::{
    Bilingual, Cardinality, Entity, Facts, Grammar, Lang, PartialDate, Rank, Role, Statement,
    Status, Value,
};
use crate::text::{elides, fold};

/// Values that are known to be wrong for a statement, each with its proof: below and above it where they
/// have an order, all in the first list where they have none.
pub(super) struct Wrong {
    pub below: Vec<(Value, Proof)>,
    pub above: Vec<(Value, Proof)>,
}

/// Whether a statement can be the key of an item: told as a fact or a plan, not contradicted, not
/// superseded, fit to be asked.
pub(super) fn is_firm(facts: &Facts, statement: &Statement) -> bool {
    matches!(statement.status, Status::Confirmed | Status::Planned)
        && statement.rank != Rank::Deprecated
        && statement.conflicts_with.is_empty()
        && is_fit(facts, statement)
}

/// Whether a statement is a thing to ask. A number that only counts through things is none.
pub(super) fn is_fit(facts: &Facts, statement: &Statement) -> bool {
    let role = facts.property(&statement.property).and_then(|property| property.role);
    statement.quiz.as_ref().is_none_or(|quiz| quiz.ask) && role != Some(Role::EpisodeNumber)
}

/// What rules other values out: the closed list, or the statement itself where it is the one value.
pub(super) fn proof(facts: &Facts, statement: &Statement) -> Option<Proof> {
    let closed = facts.complete(&statement.subject, &statement.property)?;
    let single = facts.property(&statement.property)?.cardinality == Cardinality::Single;
    Some(if single || closed.members.len() == 1 {
        Proof::Statement(statement.id.clone())
    } else {
        Proof::Complete(closed.id.clone())
    })
}

/// All values that are known to be wrong for a statement and are of the kind of its value. What any other
/// statement says of the same subject and property, however unsure, is left out.
pub(super) fn wrong(facts: &Facts, statement: &Statement) -> Wrong {
    let Some(proof) = proof(facts, statement) else {
        return Wrong { below: Vec::new(), above: Vec::new() };
    };
    let with =
        |values: Vec<Value>| values.into_iter().map(|value| (value, proof.clone())).collect();
    let asked = asked(statement);
    let fair = |value: &Value| {
        apart(facts, &statement.value, value)
            && !is_said(facts, statement, value)
            && !is_named(facts, &asked, value)
    };
    let (mut below, mut above) = near(&statement.value);
    below.retain(|value| is_of_its_time(facts, statement, value));
    above.retain(|value| is_of_its_time(facts, statement, value));
    below.retain(fair);
    above.retain(fair);
    if !below.is_empty() || !above.is_empty() {
        return Wrong { below: with(below), above: with(above) };
    }
    if let Some((before, after)) = ordered(statement) {
        return Wrong { below: with(before), above: with(after) };
    }
    let mut seen = HashSet::new();
    let mut values = others(facts, statement);
    values.retain(|value| {
        fair(value) && !has_a_part(facts, statement, value) && seen.insert(format!("{value:?}"))
    });
    Wrong { below: with(values), above: Vec::new() }
}

/// Wrong texts that have an order of their own, those before and those after the value, nearest first.
fn ordered(statement: &Statement) -> Option<(Vec<Value>, Vec<Value>)> {
    let quiz = statement.quiz.as_ref()?;
    let (before, after) = quiz.wrong.split_at_checked(quiz.place?)?;
    let values = |texts: &[Bilingual]| texts.iter().cloned().map(Value::Text).collect::<Vec<_>>();
    let mut before = values(before);
    before.reverse();
    Some((before, values(after)))
}

/// Whether a year could be meant at all: what was told as a fact was not yet to come, and what was planned
/// was not yet over, when it was told.
fn is_of_its_time(facts: &Facts, statement: &Statement, value: &Value) -> bool {
    let year = |text: &str| text.get(..4).and_then(|year| year.parse::<i16>().ok());
    let from = statement.derived.iter().flat_map(|derived| &derived.from);
    let told = std::iter::once(statement).chain(from.filter_map(|id| facts.statement(id)));
    let told = told.filter_map(|one| one.as_of.as_deref().and_then(year)).max();
    let (Value::Date(date), Some(told)) = (value, told) else {
        return true;
    };
    match (date.len() == 4, year(date), statement.status) {
        (true, Some(year), Status::Confirmed) => year <= told,
        (true, Some(year), Status::Planned) => year >= told,
        _ => true,
    }
}

/// Values of the kind of a statement's: things of the same kind, or texts that are said in the same
/// respect or were written down as wrong.
fn others(facts: &Facts, statement: &Statement) -> Vec<Value> {
    match &statement.value {
        Value::Entity(id) => alike_entities(facts, id),
        Value::Text(_) => {
            let written: Vec<_> =
                statement.quiz.iter().flat_map(|quiz| &quiz.wrong).cloned().collect();
            // What an editor chose is nearer than what is said of others.
            if !written.is_empty() {
                return written.into_iter().map(Value::Text).collect();
            }
            let said = facts
                .statements()
                .iter()
                .filter(|other| other.property == statement.property && is_firm(facts, other));
            let said = said.filter_map(|other| match &other.value {
                Value::Text(text) => Some(text.clone()),
                _ => None,
            });
            said.map(Value::Text).collect()
        }
        _ => Vec::new(),
    }
}

/// The things of the kind of one, with itself.
pub(super) fn alike_entities(facts: &Facts, id: &str) -> Vec<Value> {
    let alike = |other: &&Entity| facts.entity(id).is_some_and(|one| alike(one, other));
    let all = facts.file().entities.iter().filter(alike);
    all.map(|other| Value::Entity(other.id.clone())).collect()
}

/// Whether two things are of one kind.
pub(super) fn alike(left: &Entity, right: &Entity) -> bool {
    match (&left.kind, &right.kind) {
        (Some(left), Some(right)) => left == right,
        (None, None) => left.class == right.class,
        _ => false,
    }
}

/// Whether any statement, however unsure, gives this value to the subject and property of another.
pub(super) fn is_said(facts: &Facts, statement: &Statement, value: &Value) -> bool {
    facts.of(&statement.subject, &statement.property).any(|one| one.value == *value)
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
    if let (Value::Entity(left), Value::Entity(right)) = (left, right) {
        return !facts.names_overlap(left, right);
    }
    let right = padded(facts, right);
    padded(facts, left)
        .iter()
        .all(|left| right.iter().all(|right| !left.contains(right) && !right.contains(left)))
}

/// Every folded name of a value, in both languages, with a space on each side.
fn padded<'a>(facts: &'a Facts, value: &Value) -> Cow<'a, [String]> {
    match value {
        Value::Entity(id) => Cow::Borrowed(facts.padded_names(id)),
        Value::Text(text) => {
            Lang::ALL.map(|lang| format!(" {} ", fold(text.get(lang)))).to_vec().into()
        }
        other => vec![format!("{other:?}")].into(),
    }
}

/// Every folded name of a value, in both languages.
pub(super) fn names(facts: &Facts, value: &Value) -> Vec<String> {
    padded(facts, value).iter().map(|name| name.trim().to_owned()).collect()
}

/// Whether a value is the subject itself, or something else is said of the two in the same respect: a
/// partner is no fair wrong answer to who makes it.
pub(super) fn has_a_part(facts: &Facts, statement: &Statement, value: &Value) -> bool {
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
pub(super) fn in_question(facts: &Facts, statement: &Statement, value: &Value) -> bool {
    is_named(facts, &asked(statement), value)
}

/// The question of a statement in both languages, folded, with a space on each side.
fn asked(statement: &Statement) -> [String; 2] {
    Lang::ALL.map(|lang| format!(" {} ", fold(question(statement).get(lang))))
}

fn is_named(facts: &Facts, texts: &[String], value: &Value) -> bool {
    padded(facts, value).iter().any(|name| texts.iter().any(|text| text.contains(name)))
}

/// The question of a statement as a quiz asks it.
#[must_use]
pub fn question(statement: &Statement) -> &crate::facts::Bilingual {
    statement.quiz.as_ref().and_then(|quiz| quiz.question.as_ref()).unwrap_or(&statement.question)
}

/// Whether a value can stand where a statement's own does, in both languages: same article, gender,
/// number and elision.
pub(super) fn fits_grammar(facts: &Facts, own: &Value, other: &Value) -> bool {
    let (Value::Entity(own), Value::Entity(other)) = (own, other) else { return true };
    let (Some(own), Some(other)) = (facts.entity(own), facts.entity(other)) else { return false };
    let grammar = |one: &Grammar| (one.the, one.article, one.gender, one.plural);
    let elided = |lang| elides(own.label.get(lang)) == elides(other.label.get(lang));
    grammar(&own.grammar) == grammar(&other.grammar) && Lang::ALL.into_iter().all(elided)
}
