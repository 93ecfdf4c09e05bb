//! What the fact set says of a thing, and of which year.

use crate::facts::{Entity, Facts, Lang, Rank, Statement, Value};

/// Whether one statement has both entities as its subject and its value, whichever is which.
pub(super) fn belongs(facts: &Facts, one: &str, other: &str) -> bool {
    facts.naming(one).any(|statement| {
        let value = statement.value.entity();
        (statement.subject == one && value == Some(other))
            || (statement.subject == other && value == Some(one))
    })
}

/// Whether a statement speaks of some year.
#[must_use]
pub(super) fn speaks_of_a_year(statement: &Statement) -> bool {
    statement
        .claim
        .en
        .split(|one: char| !one.is_ascii_digit())
        .any(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
}

/// Whether a statement speaks of a year.
#[must_use]
pub(super) fn speaks_of_year(statement: &Statement, year: i16) -> bool {
    let year = year.to_string();
    let in_value = |value: &Value| matches!(value, Value::Date(date) if date.contains(&year));
    in_value(&statement.value)
        || statement.qualifiers.iter().any(|one| in_value(&one.value))
        || statement.claim.en.contains(&year)
}

/// The statements about an entity, those that say most first: about it, firm, of few words.
#[must_use]
pub(super) fn about<'a>(facts: &'a Facts, entity: &Entity) -> Vec<&'a Statement> {
    let mut about: Vec<&Statement> = facts.naming(&entity.id).collect();
    about.sort_by_key(|one| {
        let series = one.subject == facts.series() && one.value.entity() == Some(&entity.id);
        (
            one.rank == Rank::Deprecated,
            !series,
            one.subject != entity.id,
            one.claim.get(Lang::En).len(),
        )
    });
    about
}
