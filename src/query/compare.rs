//! Which of two came first, which is longer: what the facts say of both in the respect that is compared.

use super::link::Linked;
use crate::facts::{Entity, Facts, Rank, Statement, Value, ValueKind};
use crate::text::fold;

/// Words that compare two things in time.
const IN_TIME: &[&str] = &[
    "first", "earlier", "before", "sooner", "older", "oldest", "newer", "newest", "later",
    "latest", "after", "avant", "apres", "premier", "premiere", "ancien", "ancienne", "recent",
    "recente", "vieux", "vieille", "tot", "tard", "abord", "ensuite",
];
/// Words that compare how long two things last.
const IN_LENGTH: &[&str] =
    &["longer", "longest", "shorter", "shortest", "long", "longue", "court", "courte", "dure"];
/// Words that compare a thing with another that need not be named.
const COMPARATIVES: &[&str] = &[
    "longer", "longest", "shorter", "shortest", "earlier", "later", "first", "plus", "moins",
    "abord",
];
/// Words between two things of which one is asked for.
const EITHER: &[&str] = &["or", "ou", "than", "que", "and", "et", "entre", "between"];

/// What is said of both things that a question compares, the first named first; nothing where it compares
/// none, or nothing of the sort is said of both.
pub(super) fn both<'a>(
    facts: &'a Facts,
    telling: &[&Entity],
    linked: &Linked,
) -> Option<[&'a Statement; 2]> {
    let has = |words: &[&str]| linked.plain().any(|word| words.contains(&word));
    let series = facts.entity(facts.series())?;
    let works: Vec<&Entity> = telling.iter().copied().filter(|one| is_timed(facts, one)).collect();
    // "Is the film longer than an episode?" compares it with the series.
    let (one, other) = match works.as_slice() {
        [one, other] => (*one, *other),
        [one] if has(&["or", "ou", "than", "que"]) && has(COMPARATIVES) => (*one, series),
        _ => return None,
    };
    if !has(EITHER) {
        return None;
    }
    let kind = match (has(IN_TIME), has(IN_LENGTH)) {
        (true, false) => ValueKind::Date,
        (false, true) => ValueKind::Quantity,
        _ => return None,
    };
    let of = |entity: &Entity, property: Option<&str>| {
        facts.naming(&entity.id).find(|one| {
            let fits = facts.property(&one.property).is_some_and(|it| it.value == kind)
                && (kind == ValueKind::Date || is_a_length(facts, &one.value));
            one.subject == entity.id
                && one.rank != Rank::Deprecated
                && fits
                && property.is_none_or(|property| one.property == property)
        })
    };
    // Rather the same of both: when both came out, than when one was made and the other came out.
    let alike =
        facts.file().properties.iter().find_map(|property| {
            Some([of(one, Some(&property.id))?, of(other, Some(&property.id))?])
        });
    alike.or_else(|| Some([of(one, None)?, of(other, None)?]))
}

/// Whether it is a thing of which dates and lengths are told: who broadcasts the one of two is not compared.
fn is_timed(facts: &Facts, entity: &Entity) -> bool {
    let kind = |one: &Statement| facts.property(&one.property).map(|it| it.value);
    facts.naming(&entity.id).any(|one| {
        one.subject == entity.id && matches!(kind(one), Some(ValueKind::Date | ValueKind::Quantity))
    })
}

fn is_a_length(facts: &Facts, value: &Value) -> bool {
    let Value::Quantity(quantity) = value else { return false };
    facts.unit(&quantity.unit).is_some_and(|unit| {
        let unit = fold(&unit.en.other);
        ["minute", "hour", "kilomet", "mile"].iter().any(|length| unit.starts_with(length))
    })
}
