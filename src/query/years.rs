//! The year that a question asks for, where most of what was found is of others.

use super::answer::Answer;
use super::kind::Want;
use super::resolve::Resolved;
use super::said::{speaks_of_a_year, speaks_of_year};
use super::told::{answered, excluded};
use super::weigh::{Asked, Weighed};
use crate::facts::{Absence, Class, Entity, Statement};
use crate::text::tokens;

/// By how much less a reading may weigh that tells something of the year than that nothing is said of some others.
const NEARLY: f32 = 4.0;

/// What there is of the year that is asked for, where only other years speak of somebody who is named: "how did he win
/// in that year?", when another did.
pub(super) fn of_the_year_asked<'r, 'a>(
    asked: &Asked<'a, '_>,
    found: &[&Statement],
    readings: &'r [Weighed<'_, 'a>],
) -> Option<(&'r str, &'a Entity, &'r [&'a Statement])> {
    // "How did he win the 2022 race?", but not "how many had he won before the 2022 race?"
    let open =
        asked.kind.open && !asked.kind.yes_no && matches!(asked.kind.want, None | Some(Want::Why));
    let of_the_race = || year_of_the_race(asked).filter(|_| open);
    let year = asked.linked.years().next().or_else(of_the_race)?;
    let details = found.iter().flat_map(|one| &one.details);
    let mut told = found.iter().copied().chain(details.filter_map(|id| asked.facts.statement(id)));
    if !told.any(|one| asked.is_of_a_past_year(one) && !speaks_of_year(one, year)) {
        return None;
    }
    let of_somebody = |one: &Statement| {
        let value = one.value.entity().and_then(|id| asked.facts.entity(id));
        speaks_of_year(one, year) && value.is_some_and(|it| it.class == Class::Person)
    };
    readings.iter().find_map(|one| match &one.resolved {
        Some(Resolved::Excluded { named, instead })
            if named.class == Class::Person && instead.iter().any(|it| of_somebody(it)) =>
        {
            Some((one.guess.label, *named, instead.as_slice()))
        }
        _ => None,
    })
}

/// The year that the name of a race has in it.
fn year_of_the_race(asked: &Asked<'_, '_>) -> Option<i16> {
    let entities = &asked.facts.file().entities;
    let named = asked.linked.entities().into_iter().filter_map(|at| entities.get(at));
    let mut races = named.filter(|one| one.class == Class::Race);
    races.find_map(|race| tokens(&race.label.en).find_map(|word| word.parse().ok()))
}

/// What is told of the year that is asked for, where it was taken for one of those of which nothing is said: "did he win
/// the race in that year?"
pub(super) fn of_the_year_instead<'a>(
    asked: &Asked<'a, '_>,
    absence: &Absence,
    readings: &[Weighed<'_, 'a>],
) -> Option<Answer<'a>> {
    let facts = asked.facts;
    let mut years = asked.linked.years();
    let (year, None) = (years.next()?, years.next()) else { return None };
    let nearest = facts.statement(absence.nearest.as_deref()?)?;
    if !speaks_of_a_year(nearest) || speaks_of_year(nearest, year) {
        return None;
    }
    let class =
        |one: &Statement| one.value.entity().and_then(|id| facts.entity(id)).map(|it| it.class);
    // Who won is no answer to what became of something else in that year.
    let of_it = |one: &Statement| {
        let alike = class(one).is_some() && class(one) == class(nearest);
        speaks_of_year(one, year) && alike
    };
    let most = readings.first()?.weight;
    let mut close = readings.iter().take_while(|one| most - one.weight < NEARLY);
    close.find_map(|one| match &one.resolved {
        Some(Resolved::Excluded { named, instead })
            if instead.first().is_some_and(|it| of_it(it)) =>
        {
            Some(excluded(facts, one.guess.label, named, instead, asked.kind, asked.linked))
        }
        Some(Resolved::Stated(found)) if found.first().is_some_and(|it| of_it(it)) => {
            Some(answered(facts, found.clone(), asked.kind, asked.linked, one.guess.label))
        }
        _ => None,
    })
}
