//! Which of two came first, which is longer: what the facts say of both in the respect that is compared.

use super::filmography::{FILMS, films_of};
use super::linked::Linked;
use super::order::of_stages;
use super::said::belongs;
use crate::facts::{Class, Entity, Facts, Quantity, Rank, Role, Statement, Value};
use crate::text::fold;

/// Words that compare two things in time.
const IN_TIME: &[&str] = &[
    "first", "earlier", "before", "sooner", "older", "oldest", "newer", "newest", "later",
    "latest", "after", "avant", "apres", "premier", "premiere", "ancien", "ancienne", "recent",
    "recente", "vieux", "vieille", "tot", "tard", "abord", "ensuite", "order", "ordre",
];
/// Words that ask what came when, of all that is named.
const IN_ORDER: &[&str] = &["order", "ordre", "chronologique", "chronological"];
/// Words that compare how long two things last.
const IN_LENGTH: &[&str] =
    &["longer", "longest", "shorter", "shortest", "long", "longue", "court", "courte", "dure"];
/// Words that compare how many parts two things have.
const IN_NUMBER: &[&str] =
    &["more", "most", "fewer", "fewest", "less", "plus", "moins", "autant", "many"];
/// Words that compare a thing with another that need not be named.
const COMPARATIVES: &[&str] = &[
    "longer", "longest", "shorter", "shortest", "earlier", "later", "first", "plus", "moins",
    "abord",
];
/// Words that ask which of several.
const WHICH: &[&str] = &["which", "who", "lequel", "laquelle", "lesquels", "lesquelles", "qui"];
/// Words for what is seen.
const ON_SCREEN: &[&str] = &[
    "screen", "shown", "show", "appear", "appears", "turn", "turns", "seen", "see", "pops",
    "episode", "ep", "ecran", "passe", "passent", "apparait", "apparaissent", "arrive", "arrivent",
    "vu", "voit", "montre", "montree", "montrees", "debarque",
];
/// Words between two things that are compared.
const THAN: &[&str] =
    &["than", "que", "qu", "or", "ou", "vs", "versus", "compared", "compare", "comparee"];
/// Words before two things that are compared.
const BETWEEN: &[&str] = &["between", "entre"];
/// What the series is compared by.
const PARTS: &[&str] = &["episode", "episodes", "ep", "eps"];
/// Words between two things of which one is asked for.
const EITHER: &[&str] = &[
    "or", "ou", "than", "que", "qu", "and", "et", "entre", "between", "vs", "versus", "contre",
    "compared", "compare", "comparee",
];

/// In what respect things are compared.
#[derive(Debug, Clone, Copy)]
enum Respect {
    Time,
    Length,
    Parts,
}

/// The films of a team, where a question asks which of them came first: "which of that team's two films is more recent?"
fn films_to_compare<'a>(facts: &'a Facts, team: &Entity, linked: &Linked) -> Vec<&'a Entity> {
    let has = |words: &[&str]| linked.plain().any(|word| words.contains(&word));
    let sooner = has(IN_TIME) && !has(&["before", "after", "avant", "apres"]);
    let two = linked.numbers().any(|of| (of - 2.0).abs() < f64::EPSILON);
    if team.class != Class::Team || !sooner || !has(WHICH) || !has(FILMS) && !two {
        return Vec::new();
    }
    let films = films_of(facts, team).into_iter();
    let mut films: Vec<&Entity> = films.filter_map(|one| facts.entity(&one.subject)).collect();
    films.dedup_by(|one, other| one.id == other.id);
    films
}

/// What is said of the things that a question compares, as they are named; nothing where it compares none, or nothing of
/// the sort is said of one of them.
pub(super) fn compared<'a>(
    facts: &'a Facts,
    telling: &[&Entity],
    linked: &Linked,
) -> Option<Vec<&'a Statement>> {
    let has = |words: &[&str]| linked.plain().any(|word| words.contains(&word));
    let series = facts.entity(facts.series())?;
    if has(IN_TIME) && has(ON_SCREEN) && has(EITHER) {
        let first = telling.iter().map(|one| first_part(facts, one));
        let mut parts = first.collect::<Option<Vec<_>>>().unwrap_or_default();
        parts.sort_by(|one, other| one.0.total_cmp(&other.0));
        if parts.windows(2).any(|pair| matches!(pair, [one, other] if one.0 < other.0)) {
            return Some(parts.into_iter().map(|(_, one)| one).collect());
        }
    }
    if has(IN_TIME)
        && (has(EITHER) || has(IN_ORDER))
        && let Some(told) = of_stages(facts, telling, linked)
    {
        return Some(told);
    }
    let mut works: Vec<&Entity> =
        telling.iter().copied().filter(|one| is_timed(facts, one)).collect();
    // "Was that team before this one?" compares what there is of each of them.
    if let ([], [_, _]) = (works.as_slice(), telling) {
        let makers = telling.iter().filter(|one| is_work_maker(facts, one)).count();
        let with_an_episode = makers == 1 && has(PARTS) && has(IN_LENGTH);
        works = telling
            .iter()
            .filter_map(|one| {
                let of_the_series = with_an_episode && !is_work_maker(facts, one);
                if of_the_series { Some(series) } else { work_of(facts, one) }
            })
            .collect();
        works.dedup_by(|one, other| one.id == other.id);
    }
    // "That team’s videos, or that other team?" compares with a work of the other.
    if let ([known], [_, _]) = (works.as_slice(), telling) {
        let known = *known;
        let others =
            telling.iter().filter(|one| one.id != known.id && !belongs(facts, &known.id, &one.id));
        works.extend(
            others
                .filter_map(|one| work_of(facts, one))
                .filter(|one| one.id != series.id && one.id != known.id),
        );
    }
    if let ([], [team]) = (works.as_slice(), telling) {
        works = films_to_compare(facts, team, linked);
    }
    let theirs = works.len() > 1 && telling.len() == 1;
    // "Is that broadcaster's film longer than an episode?" names only who makes it.
    if let ([], [one]) = (works.as_slice(), telling) {
        works.extend(work_of(facts, one).filter(|work| work.id != series.id));
    }
    // "Is the film longer than an episode?" compares it with the series.
    // "More than ten episodes?" compares with a number, and "how many seasons or episodes?" with nothing.
    let with_another = has(&["than", "que", "qu", "as"]) || has(WHICH) && has(&["or", "ou"]);
    let counts_parts = has(PARTS)
        && has(IN_NUMBER)
        && with_another
        && linked.numbers().all(|number| number <= 1.0);
    let than = has(&["or", "ou", "than", "que", "qu"]) && has(COMPARATIVES) || counts_parts;
    let either = has(THAN) || has(BETWEEN) && has(&["and", "et"]);
    let own = works.iter().any(|one| one.id == series.id);
    // "Longer than an hour?" compares with no other work.
    let with_a_time = has(&["hour", "heure", "hours", "heures"]) && !has(PARTS);
    let names_it = linked.entities().iter().any(|at| facts.is_series(*at));
    let with_it = either && has(IN_LENGTH) && (names_it || has(PARTS));
    if works.len() == 1 && !own && (than || with_it) && !with_a_time {
        works.push(series);
    }
    let in_order = has(IN_ORDER);
    if in_order && names_it && !works.is_empty() && !own {
        works.push(series);
    }
    if works.len() < 2 || works.len() == 2 && !has(EITHER) && !in_order && !theirs {
        return None;
    }
    let respect = match (has(IN_TIME), has(IN_LENGTH)) {
        (true, false) => Respect::Time,
        (false, true) => Respect::Length,
        (false, false) if counts_parts => Respect::Parts,
        _ => return None,
    };
    let of = |entity: &Entity, property: Option<&str>| {
        facts.naming(&entity.id).find(|one| {
            one.subject == entity.id
                && one.rank != Rank::Deprecated
                && property.is_none_or(|property| one.property == property)
                && match respect {
                    Respect::Length => is_a_length(facts, &one.value),
                    Respect::Parts => counts_episodes(facts, &one.value),
                    Respect::Time => is_a_time(&one.value),
                }
        })
    };
    // Rather the same of all: when each came out, than when one was made and the other came out.
    let alike = facts.file().properties.iter().find_map(|property| {
        works.iter().map(|one| of(one, Some(&property.id))).collect::<Option<Vec<_>>>()
    });
    let mut all: Vec<&Statement> =
        alike.or_else(|| works.iter().map(|one| of(one, None)).collect())?;
    // All of the series is compared where no part of it is.
    if matches!(respect, Respect::Length) && !has(PARTS) {
        for one in all.iter_mut().filter(|one| one.subject == series.id) {
            *one = longest(facts, series).unwrap_or(one);
        }
    }
    if in_order {
        all.sort_by_key(|one| year_of(&one.value));
    }
    Some(all)
}

/// What tells the greatest length of something, in the unit of the first.
fn longest<'a>(facts: &'a Facts, entity: &Entity) -> Option<&'a Statement> {
    let mut lengths: Vec<(&Quantity, &Statement)> = facts
        .naming(&entity.id)
        .filter(|one| one.subject == entity.id && one.rank != Rank::Deprecated)
        .filter_map(|one| match &one.value {
            Value::Quantity(quantity) if is_a_length(facts, &one.value) => Some((quantity, one)),
            _ => None,
        })
        .collect();
    let unit = lengths.first().map(|(quantity, _)| quantity.unit.clone())?;
    lengths.retain(|(quantity, _)| quantity.unit == unit);
    let longer = |one: &&(&Quantity, &Statement), other: &&(&Quantity, &Statement)| {
        one.0.amount.total_cmp(&other.0.amount)
    };
    lengths.iter().max_by(longer).map(|(_, one)| *one)
}

/// The year of a date, or the first that words tell; what tells none comes last.
pub(super) fn year_of(value: &Value) -> u32 {
    let text = match value {
        Value::Date(date) => date.as_str(),
        Value::Text(text) => text.en.as_str(),
        _ => "",
    };
    let mut numbers = text.split(|one: char| !one.is_ascii_digit());
    numbers.find(|one| one.len() == 4).and_then(|one| one.parse().ok()).unwrap_or(u32::MAX)
}

/// Whether it is a thing of which dates and lengths are told: who broadcasts the one of two is not compared.
fn is_timed(facts: &Facts, entity: &Entity) -> bool {
    facts.naming(&entity.id).any(|one| {
        let timed = is_time_or_number(&one.value);
        one.subject == entity.id && timed
    })
}

fn is_time_or_number(value: &Value) -> bool {
    matches!(value, Value::Quantity(_)) || is_a_time(value)
}

/// Whether it is a date, or says when in words: "the middle of the 2010s".
fn is_a_time(value: &Value) -> bool {
    match value {
        Value::Date(_) => true,
        Value::Text(text) => {
            let mut numbers = text.en.split(|one: char| !one.is_ascii_digit());
            numbers.any(|number| number.len() == 4)
        }
        _ => false,
    }
}

/// Whether something has to do with a work of its own, of which dates and lengths are told.
fn is_work_maker(facts: &Facts, entity: &Entity) -> bool {
    work_of(facts, entity).is_some_and(|work| work.id != facts.series())
}

/// The first work of which dates are told that has to do with something.
fn work_of<'a>(facts: &'a Facts, entity: &Entity) -> Option<&'a Entity> {
    facts
        .naming(&entity.id)
        .filter(|one| one.value.entity() == Some(&entity.id))
        .filter_map(|one| facts.entity(&one.subject))
        .find(|one| {
            matches!(one.class, Class::Docuseries | Class::Programme) && is_timed(facts, one)
        })
}

fn is_a_length(facts: &Facts, value: &Value) -> bool {
    is_in_units(facts, value, &["minute", "hour", "kilomet", "mile"])
}

fn counts_episodes(facts: &Facts, value: &Value) -> bool {
    is_in_units(facts, value, &["episode"])
}

/// Whether it is a quantity in one of some units, by what those begin with.
fn is_in_units(facts: &Facts, value: &Value, units: &[&str]) -> bool {
    let Value::Quantity(quantity) = value else { return false };
    facts.unit(&quantity.unit).is_some_and(|unit| {
        let unit = fold(&unit.en.other);
        units.iter().any(|begins| unit.starts_with(begins))
    })
}

/// The number of the first part of the series that shows a team, with what says so.
fn first_part<'a>(facts: &'a Facts, entity: &Entity) -> Option<(f64, &'a Statement)> {
    if entity.class != Class::Team {
        return None;
    }
    let mut shown: Vec<(f64, &Statement)> = facts
        .naming(&entity.id)
        .filter(|one| one.value.entity() == Some(&entity.id) && one.rank != Rank::Deprecated)
        .filter_map(|one| {
            let number = facts.naming(&one.subject).find_map(|it| {
                let role = facts.property(&it.property)?.role;
                let Value::Quantity(quantity) = &it.value else { return None };
                (role == Some(Role::EpisodeNumber) && it.subject == one.subject)
                    .then_some(quantity.amount)
            })?;
            Some((number, one))
        })
        .collect();
    shown.sort_by(|one, other| one.0.total_cmp(&other.0));
    shown.first().copied()
}
