//! What the articles were foreseen to leave open, where a reading states something: no reason, nothing of that year, no more than a number.

use super::amounts::unit;
use super::cues::TEAM;
use super::demonyms::{agree, is_demonym};
use super::kind::Want;
use super::label::property;
use super::linked::Word;
use super::lookup::current;
use super::resolve::Resolved;
use super::said::{speaks_of_a_year, speaks_of_year};
use super::weigh::{Asked, Weighed};
use crate::facts::{Absence, AbsenceSubject, Class, Entity, Role, Statement, Value};
use crate::text::fold;

/// By how much less what is foreseen as unsaid may weigh than what is said of another year than the one asked for.
const OF_ANOTHER_YEAR: f32 = 2.0;

/// That no reason is given for what was found, where one is asked for and that was foreseen.
pub(super) fn no_reason<'a>(asked: &Asked<'a, '_>, found: &[&Statement]) -> Option<&'a Absence> {
    let one = found.first().filter(|_| asked.kind.want == Some(Want::Why))?;
    asked.facts.file().absences.iter().find(|absence| {
        let of_a_reason = asked
            .facts
            .property(&absence.property)
            .is_some_and(|property| property.label.en.starts_with("reason"));
        of_a_reason && absence.nearest.as_deref() == Some(one.id.as_str())
    })
}

/// What is foreseen as unsaid of a further season of the series itself: "a second season" of no work that is named is none of
/// another work, though more is said of those.
pub(super) fn of_its_own_season<'a>(asked: &Asked<'a, '_>) -> Option<&'a Absence> {
    const SEASON: &[&str] = &["season", "seasons", "saison", "saisons"];
    const NEXT: &[&str] = &[
        "second", "2nd", "another", "next", "further", "deuxieme", "2e", "2eme", "autre",
        "prochaine", "suivante",
    ];
    let words = asked.linked.words.as_slice();
    let further = words.windows(2).any(|pair| match pair {
        [next, season] if season.is_any(SEASON) && next.is_any(NEXT) => true,
        [season, Word::Number(number)] => season.is_any(SEASON) && (number - 2.0).abs() < 0.5,
        [season, next] => season.is_any(SEASON) && next.is_any(&["suivante"]),
        _ => false,
    });
    let unnamed = asked.named.telling.is_empty() && asked.linked.stranger().is_none();
    if !further || !unnamed || asked.unknown > 0 {
        return None;
    }
    let facts = asked.facts;
    facts.file().absences.iter().find(|absence| {
        let of_series =
            matches!(&absence.subject, AbsenceSubject::Entity(id) if id == facts.series());
        let property = facts.property(&absence.property);
        of_series && property.is_some_and(|property| property.label.en.contains("season"))
    })
}

/// What is foreseen as unsaid of the year that is asked for, where what was found is of another: "who won in 2023?" Only what is
/// said with a year of its own is of one.
pub(super) fn of_another_year<'a>(
    asked: &Asked<'a, '_>,
    label: &str,
    found: &[&Statement],
    readings: &[Weighed<'_, 'a>],
) -> Option<&'a Absence> {
    let years: Vec<i16> = asked.linked.years().collect();
    let of_them = |one: &&Statement| years.iter().any(|year| speaks_of_year(one, *year));
    let dated = !found.is_empty() && found.iter().all(|one| speaks_of_a_year(one));
    if !dated || found.iter().any(of_them) {
        return None;
    }
    let foreseen = unsaid_of_the_year(asked, label);
    if foreseen.is_some() || asked.kind.yes_no || years.is_empty() {
        return foreseen;
    }
    close_to_the_best(readings).find_map(|one| match &one.resolved {
        Some(Resolved::Absent(absence)) => Some(*absence),
        _ => None,
    })
}

/// What is foreseen as unsaid of a thing of the year that is asked for, and of the property of one of the likeliest readings.
pub(super) fn foreseen_of_the_year<'a>(
    asked: &Asked<'a, '_>,
    readings: &[Weighed<'_, 'a>],
) -> Option<&'a Absence> {
    close_to_the_best(readings).find_map(|one| unsaid_of_the_year(asked, one.guess.label))
}

/// What is foreseen as unsaid of a thing that is called by the year that is asked for, and of one property.
fn unsaid_of_the_year<'a>(asked: &Asked<'a, '_>, label: &str) -> Option<&'a Absence> {
    let facts = asked.facts;
    let is_named = |one: &Entity| {
        let mut named = asked.linked.entities().into_iter();
        named.any(|at| facts.file().entities.get(at).is_some_and(|it| it.id == one.id))
    };
    // "The 2023 Tour" is a name that has the year in it.
    let is_meant = |one: &Entity| {
        let mut numbers = one.label.en.split(|one: char| !one.is_ascii_digit());
        let year = numbers.find(|part| part.len() == 4).and_then(|part| part.parse().ok());
        year.is_some_and(|year: i16| {
            Some(year) != asked.own_year()
                && (is_named(one) || asked.linked.years().any(|it| it == year))
        })
    };
    facts.file().absences.iter().find(|absence| {
        let AbsenceSubject::Entity(id) = &absence.subject else { return false };
        absence.property == property(label) && facts.entity(id).is_some_and(is_meant)
    })
}

/// The readings for which about as much speaks as for the best.
fn close_to_the_best<'r, 'm, 'a>(
    readings: &'r [Weighed<'m, 'a>],
) -> impl Iterator<Item = &'r Weighed<'m, 'a>> {
    let most = readings.first().map_or(f32::NEG_INFINITY, |best| best.weight);
    readings.iter().take_while(move |one| most - one.weight < OF_ANOTHER_YEAR)
}

/// What is foreseen as unsaid of a part of which only its number is known, unless that is asked for: "what is episode 5
/// about?", "episode 5".
pub(super) fn only_numbered<'a>(
    asked: &Asked<'a, '_>,
    found: &[&Statement],
    readings: &[Weighed<'_, 'a>],
) -> Option<&'a Absence> {
    let [one] = found else { return None };
    let role = asked.facts.property(&one.property).and_then(|property| property.role);
    let of_number = asked.kind.yes_no || asked.kind.want == Some(Want::HowMany);
    let says_more = asked.facts.naming(&one.subject).any(|other| other.id != one.id);
    if role != Some(Role::EpisodeNumber) || of_number || says_more {
        return None;
    }
    readings.iter().find_map(|reading| match &reading.resolved {
        Some(Resolved::Absent(absence)) => {
            let part = asked.facts.entity(&one.subject)?;
            absence.concerns(part).then_some(*absence)
        }
        _ => None,
    })
}

/// Whether an absence is that of a person or a work that is not named, where another is that no article mentions.
pub(super) fn is_of_another(asked: &Asked<'_, '_>, absence: &Absence) -> bool {
    let AbsenceSubject::Entity(id) = &absence.subject else { return false };
    let Some(subject) = asked.facts.entity(id) else { return false };
    let named = asked
        .linked
        .entities()
        .iter()
        .any(|at| asked.facts.file().entities.get(*at).is_some_and(|one| one.id == *id));
    let alike = match asked.linked.stranger() {
        Some(class @ (Class::Person | Class::Team)) => subject.class == class,
        Some(Class::Docuseries) => matches!(subject.class, Class::Docuseries | Class::Programme),
        _ => false,
    };
    alike && !named
}

/// Whether an absence is that of any team, where one is asked about that no article mentions.
pub(super) fn is_of_the_teams(asked: &Asked<'_, '_>, absence: &Absence) -> bool {
    let of_teams =
        matches!(&absence.subject, AbsenceSubject::Class { class, .. } if *class == Class::Team);
    let named = asked.named.telling.iter().any(|one| one.class == Class::Team);
    of_teams && !named && asked.linked.stranger() == Some(Class::Team)
}

/// What the series has of what a question counts, where an absence is of how many there are of something else: "why twelve
/// parts?" is not answered by that nobody says why there are so many teams.
pub(super) fn counts_another<'a>(
    asked: &Asked<'a, '_>,
    absence: &Absence,
) -> Option<&'a Statement> {
    let facts = asked.facts;
    let nearest = facts.statement(absence.nearest.as_deref()?)?;
    let Value::Quantity(of) = &nearest.value else { return None };
    let mut units = asked.linked.plain().filter_map(|word| unit(facts, word));
    let (counted, None) = (units.next()?, units.next()) else { return None };
    if counted == of.unit {
        return None;
    }
    let counts = |one: &&Statement| match &one.value {
        Value::Quantity(quantity) => quantity.unit == counted && one.subject == facts.series(),
        _ => false,
    };
    let mut said = current(facts.statements().iter().filter(counts));
    said.next().filter(|_| said.next().is_none())
}

/// What is left open of where teams are from, where those of a country are asked for of which none is said to be: "which
/// French teams are in it?" is not answered by all of them.
pub(super) fn of_no_such_country<'a>(
    asked: &Asked<'a, '_>,
    found: &[&Statement],
) -> Option<&'a Absence> {
    const LIST: usize = 3;
    if found.len() < LIST {
        return None;
    }
    let facts = asked.facts;
    let is_team = |id: &str| facts.entity(id).is_some_and(|one| one.class == Class::Team);
    let words = asked.linked.words.as_slice();
    let team =
        |at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(|word| word.is_any(TEAM));
    // "French teams", "French cycling teams", "équipes françaises".
    let beside = |at: usize| team(at.checked_sub(1)) || team(Some(at + 1)) || team(Some(at + 2));
    let country = words.iter().enumerate().find_map(|(at, word)| match word {
        Word::Plain(word) if beside(at) && is_demonym(word) => Some(word.as_str()),
        _ => None,
    })?;
    let teams: Vec<&str> = found.iter().filter_map(|one| one.value.entity()).collect();
    let is_from_there = |one: &Statement| match &one.value {
        Value::Text(text) => agree(std::iter::once(country), &text.en) == Some(true),
        _ => false,
    };
    let is_said = teams
        .iter()
        .any(|team| facts.naming(team).any(|one| one.subject == **team && is_from_there(one)));
    if teams.len() < found.len() || !teams.iter().all(|team| is_team(team)) || is_said {
        return None;
    }
    let says_where = |id: &str| {
        facts.of_property(id).any(|one| match &one.value {
            Value::Text(text) => is_team(&one.subject) && is_demonym(&fold(&text.en)),
            _ => false,
        })
    };
    facts.file().absences.iter().find(|absence| {
        let of_teams = matches!(&absence.subject, AbsenceSubject::Class { class, .. } if *class == Class::Team);
        of_teams && says_where(&absence.property)
    })
}
