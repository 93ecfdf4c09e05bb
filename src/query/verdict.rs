//! Yes or no: what the facts say to a number, a year or a name in a question.

use super::answer::Verdict;
use super::kind::{Compare, Kind, Turn};
use super::link::Linked;
use super::resolve::speaks_of_year;
use crate::facts::{Bound, Entity, Facts, Role, Statement, Status, Value};
use crate::text::fold;

/// Whether the facts answer yes or no. A wrong "yes" is worse than none: subject, property and value must
/// all be those of the question, and a question turned round ("didn’t", "lost") gets the fact alone.
/// Rumours and opinions answer neither.
pub(super) fn verdict(
    facts: &Facts,
    found: &Statement,
    kind: &Kind,
    linked: &Linked,
) -> Option<Verdict> {
    if kind.turn == Turn::Turned {
        return None;
    }
    match (
        facts.property(&found.property).and_then(|property| property.role),
        kind.turn == Turn::Refusal,
    ) {
        // That a team refused is the "no" to whether it is in, and the "yes" to whether it refused.
        (Some(Role::Declined), false) => return kind.member.then_some(Verdict::No),
        (Some(Role::Featured), true) => return None,
        _ => {}
    }
    match found.status {
        Status::Confirmed | Status::Planned => {}
        _ => return None,
    }
    let entities = linked.entities();
    let named = |id: &str| {
        entities
            .iter()
            .any(|index| facts.file().entities.get(*index).is_some_and(|entity| entity.id == id))
    };
    // Every other name in the question must belong to the statement.
    let foreign =
        entities.iter().filter_map(|index| facts.file().entities.get(*index)).any(|one| {
            one.id != facts.series()
                && !found.entities().any(|id| id == one.id)
                && !is_context(facts, one)
        });
    if foreign {
        return None;
    }
    if let Value::Quantity(quantity) = &found.value
        && let Some(number) = linked.numbers().last()
    {
        let unit = facts.unit(&quantity.unit).map(|unit| fold(&unit.en.other)).unwrap_or_default();
        let hours =
            linked.plain().any(|word| matches!(word, "hour" | "hours" | "heure" | "heures" | "h"));
        let number = if hours && unit.starts_with("minute") { number * 60.0 } else { number };
        let difference = quantity.amount - number;
        let yes = match kind.compare {
            Some(Compare::More) => {
                difference > 0.0 || (difference == 0.0 && quantity.bound == Bound::MoreThan)
            }
            Some(Compare::Less) => difference < 0.0,
            None => difference.abs() < 0.5,
        };
        return Some(if yes { Verdict::Yes } else { Verdict::No });
    }
    if let Value::Quantity(quantity) = &found.value
        && kind.compare.is_some()
        && linked.plain().any(|word| matches!(word, "hour" | "heure"))
    {
        let more = quantity.amount > 60.0;
        return Some(if more == (kind.compare == Some(Compare::More)) {
            Verdict::Yes
        } else {
            Verdict::No
        });
    }
    if let Some(date) = found.date()
        && let Some(year) = linked.years().next()
        && let Some(first) = date.first_day()
    {
        return Some(if first.year() == year { Verdict::Yes } else { Verdict::No });
    }
    if linked.years().any(|year| !speaks_of_year(found, year)) {
        return None;
    }
    match &found.value {
        Value::Bool(value) => Some(if *value { Verdict::Yes } else { Verdict::No }),
        Value::Entity(value) if named(value) => {
            let subject_meant = found.subject == facts.series() || named(&found.subject);
            subject_meant.then_some(Verdict::Yes)
        }
        _ => None,
    }
}

/// Whether an entity only says which series or race is meant.
fn is_context(facts: &Facts, entity: &Entity) -> bool {
    let label = format!(" {} ", fold(&facts.file().about.label.en));
    entity.names().any(|name| label.contains(&format!(" {} ", fold(name))))
}
