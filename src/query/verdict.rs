//! Yes or no: what the facts say to a number, a year or a name in a question.

use super::answer::Verdict;
use super::kind::{Compare, Kind};
use super::link::Linked;
use crate::facts::{Bound, Facts, Role, Statement, Status, Value};
use crate::text::fold;

/// Whether the facts answer yes or no: a number that was named is compared with theirs; a name that agreed
/// is a yes. Rumours and opinions answer neither.
pub(super) fn verdict(
    facts: &Facts,
    found: &Statement,
    kind: &Kind,
    linked: &Linked,
) -> Option<Verdict> {
    // That a team refused is the "no" to whether it is in.
    let role = facts.property(&found.property).and_then(|property| property.role);
    if kind.member && role == Some(Role::Declined) {
        return Some(Verdict::No);
    }
    match found.status {
        Status::Denied => return Some(Verdict::No),
        Status::Confirmed | Status::Planned => {}
        Status::Reported | Status::Rumoured | Status::Opinion => return None,
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
    match &found.value {
        Value::Bool(value) => Some(if *value { Verdict::Yes } else { Verdict::No }),
        Value::Entity(value) => {
            let named = linked.entities();
            let is = |id: &str| {
                named.iter().any(|index| {
                    facts.file().entities.get(*index).is_some_and(|entity| entity.id == id)
                })
            };
            is(value).then_some(Verdict::Yes)
        }
        _ => None,
    }
}
