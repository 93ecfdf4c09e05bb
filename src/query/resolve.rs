//! From a property and the names in a question to statements: the fact set decides, not the score.

use std::cell::OnceCell;

use super::cues::{TEAM, is_among};
use super::label::parts;
use super::linked::Linked;
use super::lookup::current;
use super::order::only_meant;
use super::said::{belongs, speaks_of_a_year, speaks_of_year};
use super::talk::goes_on;
use super::verdict::is_narrowed;
use super::voices::speakers;
use super::wording::{Heard, StatementWords};
use crate::facts::{
    Absence, AbsenceSubject, Cardinality, Class, Entity, Facts, Rank, Statement, Value, ValueKind,
};
use crate::text::fold;

/// How many statements about different things are told at once, rather than asking which was meant.
const FEW: usize = 2;
/// How many statements about one class of things are told where that is asked of all.
const SEVERAL: usize = 5;

/// How many letters of what a team is called must be there.
const STEM: usize = 4;
/// Words that ask where all of them are from.
const OF_ALL: &str = "country countries nationality nationalities from pays nationalite nationalites where ou origin origine";

/// What a reading of a question comes to.
#[derive(Debug, Clone)]
pub enum Resolved<'a> {
    /// These statements answer it.
    Stated(Vec<&'a Statement>),
    /// The articles leave it open, and it was foreseen.
    Absent(&'a Absence),
    /// It has one answer or a closed list of them, and what was named is not among them.
    Excluded {
        /// The entity that is not.
        named: &'a Entity,
        /// What there is instead.
        instead: Vec<&'a Statement>,
    },
    /// The property is there, but not of what was named.
    NotOf,
    /// The property is there, of several things, and none was named.
    OfWhich(Vec<&'a Statement>),
    /// The property is there, but of other years than the one that was named.
    OfOtherYears,
}

/// What a question names, as entities; those that any question about the series may name without meaning
/// more than the series are apart.
#[derive(Debug, Clone, Default)]
pub struct Named<'a> {
    /// Entities that the answer must be about.
    pub telling: Vec<&'a Entity>,
    /// Entities that the name of the series itself contains.
    pub ambient: Vec<&'a Entity>,
}

impl<'a> Named<'a> {
    /// The entities of a linked question. `ambient` tells those that the name of the series contains.
    #[must_use]
    pub fn new(facts: &'a Facts, linked: &Linked, ambient: &[usize]) -> Self {
        let mut named = Self::default();
        for index in linked.entities() {
            let Some(entity) = facts.file().entities.get(index) else { continue };
            if entity.id == facts.series() {
                continue;
            }
            if ambient.contains(&index) {
                named.ambient.push(entity);
            } else {
                named.telling.push(entity);
            }
        }
        named
    }
}

/// Finds what a label asks for says of the things that a question names. The plain words of the question come with it, heard
/// once for all labels.
#[must_use]
pub fn resolve<'a>(
    facts: &'a Facts,
    words: &StatementWords,
    label: &str,
    named: &Named<'a>,
    (linked, heard): (&Linked, &Heard),
) -> Option<Resolved<'a>> {
    let asked = (linked, heard);
    let mut parts =
        parts(label).map(|(property, only)| one(facts, words, (property, only), named, asked));
    let mut first = parts.next()??;
    if let Resolved::Stated(all) = &mut first {
        for more in parts.flatten() {
            let Resolved::Stated(more) = more else { continue };
            for one in more {
                if !all.iter().any(|told| told.id == one.id) {
                    all.push(one);
                }
            }
        }
    }
    Some(first)
}

/// "Any Dutch teams?" asks of teams, and what is said of them shows whether there are: that, where it is not much. "Any French
/// teams?", where none is said to be, is left open.
fn of_teams<'a>(
    facts: &'a Facts,
    stated: &[&'a Statement],
    linked: &Linked,
) -> Option<Resolved<'a>> {
    let is_team =
        |one: &&Statement| facts.entity(&one.subject).is_some_and(|it| it.class == Class::Team);
    let asks = linked.plain().any(|word| TEAM.contains(&word));
    let teams: Vec<&Statement> = current(stated.iter().copied().filter(is_team)).collect();
    if !asks || !(1..=SEVERAL).contains(&teams.len()) {
        return None;
    }
    let is_called = |one: &Statement| {
        let Value::Text(text) = &one.value else { return false };
        [fold(&text.en), fold(&text.fr)].iter().any(|called| {
            linked.plain().any(|word| {
                let stem = word.strip_suffix('s').unwrap_or(word);
                stem.len() >= STEM && called.starts_with(stem)
            })
        })
    };
    let told = teams.iter().any(|one| is_called(one));
    let of_all = linked.plain().any(|word| is_among(OF_ALL, word));
    let of_a_team = |absence: &&Absence| matches!(&absence.subject, AbsenceSubject::Class { class, .. } if *class == Class::Team);
    let property = &teams.first()?.property;
    let open = facts.absent(property).find(of_a_team).filter(|_| !told && !of_all);
    Some(open.map_or(Resolved::Stated(teams), Resolved::Absent))
}

/// The same for one thing that a label asks for.
fn one<'a>(
    facts: &'a Facts,
    words: &StatementWords,
    (property, only): (&str, Option<&str>),
    named: &Named<'a>,
    (linked, heard): (&Linked, &Heard),
) -> Option<Resolved<'a>> {
    let property = facts.property(property)?;
    let mut stated: Vec<&Statement> = facts.of_property(&property.id).collect();
    // What is said of other years is no answer about this one.
    if let Some(year) = linked.years().next()
        && property.value == ValueKind::Entity
        && property.cardinality == Cardinality::Many
        && stated.iter().all(|one| speaks_of_a_year(one))
    {
        let others = stated.len();
        stated.retain(|one| speaks_of_year(one, year));
        if stated.is_empty() && others > 0 {
            return Some(Resolved::OfOtherYears);
        }
    }
    let names_a_stage = named.telling.iter().any(|one| one.class == Class::Stage);
    let stage = if names_a_stage { None } else { only_meant(facts, &stated, linked) };
    if let Some(stage) = stage {
        stated.retain(|one| one.subject == stage);
    }
    let absent = absence(facts, &property.id, named);
    let best = best(facts, words, &stated, only, named, (linked, heard));
    let telling = named.telling.len();
    match best {
        Some((hits, found)) if hits == telling || (telling > 1 && hits > 0) => {
            let of_ambient = named.ambient.iter().any(|one| one.id == found.subject);
            if telling == 0 && found.subject != facts.series() && !of_ambient {
                if let Some(absence) = absent {
                    return Some(Resolved::Absent(absence));
                }
                let mut subjects: Vec<&str> =
                    stated.iter().map(|one| one.subject.as_str()).collect();
                subjects.dedup();
                let mut shared: Vec<i32> =
                    stated.iter().map(|one| words.shared(one, heard)).collect();
                shared.sort_unstable_by(|left, right| right.cmp(left));
                let stands_out = matches!(shared.as_slice(), [first, second, ..] if first > second);
                let open = only.is_none() && named.ambient.is_empty() && !stands_out;
                if open && let Some(teams) = of_teams(facts, &stated, linked) {
                    return Some(teams);
                }
                if subjects.len() > 1 && open && stated.len() <= FEW {
                    return Some(Resolved::Stated(stated));
                }
                if subjects.len() > 1 && open {
                    return Some(Resolved::OfWhich(stated));
                }
            }
            // "Is that team in episode 1?", where episode 1 has a closed list of others; of two teams of which one is
            // in it, that one is told.
            let is_member = named.telling.iter().any(|one| found.value.entity() == Some(&one.id));
            if hits < telling
                && !is_member
                && facts.complete(&found.subject, &found.property).is_some()
                && let Some(entity) = named.telling.iter().find(|entity| {
                    property.range.contains(&entity.class)
                        && !stated
                            .iter()
                            .any(|one| one.subject == found.subject && words.speaks_of(one, entity))
                })
            {
                let instead = current(facts.of(&found.subject, &found.property)).collect();
                return Some(Resolved::Excluded { named: entity, instead });
            }
            let mut told = whole(facts, found, only, named, linked);
            if hits < telling {
                for one in of_the_others(facts, words, &stated, found, named, (linked, heard)) {
                    if !told.iter().any(|it| it.id == one.id) {
                        told.push(one);
                    }
                }
            }
            Some(Resolved::Stated(told))
        }
        _ => {
            if let Some(absence) = absent {
                return Some(Resolved::Absent(absence));
            }
            if let Some(found) = one_step_away(facts, words, &stated, only, named, (linked, heard))
            {
                return Some(Resolved::Stated(whole(facts, found, only, named, linked)));
            }
            if stated.is_empty() {
                return None;
            }
            let single = property.cardinality == Cardinality::Single;
            let excluded = excluded(facts, &stated, single, &property.range, named, linked);
            Some(excluded.unwrap_or(Resolved::NotOf))
        }
    }
}

/// What there is instead of something that is named, where there is one answer or a closed list of them.
fn excluded<'a>(
    facts: &'a Facts,
    stated: &[&'a Statement],
    single: bool,
    range: &[Class],
    named: &Named<'a>,
    linked: &Linked,
) -> Option<Resolved<'a>> {
    for entity in &named.telling {
        let instead: Vec<&Statement> = current(stated.iter().copied().filter(|one| {
            // A race has one winner a year.
            let closed = facts.complete(&one.subject, &one.property).is_some()
                || speaks_of_a_year(one) && linked.years().any(|year| speaks_of_year(one, year));
            let of_named = named.telling.iter().any(|other| other.id == one.subject)
                || named.ambient.iter().any(|other| other.id == one.subject)
                || linked.years().any(|year| speaks_of_year(one, year));
            (closed || single) && (one.subject == facts.series() || of_named)
        }))
        .collect();
        if range.contains(&entity.class) && !instead.is_empty() {
            // "Which paper told of the talks with that company?" does not ask whether it was the company.
            let of_it = |one: &&Statement| belongs(facts, &one.subject, &entity.id);
            if asks_for_another(linked) && instead.iter().all(of_it) {
                return Some(Resolved::Stated(instead));
            }
            return Some(Resolved::Excluded { named: entity, instead });
        }
    }
    None
}

/// Whether a question asks for somebody or something by a question word and a noun, or by who does it.
fn asks_for_another(linked: &Linked) -> bool {
    const ASKS: &[&str] = &["which", "who", "whos", "quel", "quelle", "quels", "quelles", "qui"];
    linked.plain().any(|word| ASKS.contains(&word))
}

/// The statement that agrees best with what a question names, and with how many of the telling names.
fn best<'a>(
    facts: &Facts,
    words: &StatementWords,
    stated: &[&'a Statement],
    only: Option<&str>,
    named: &Named<'_>,
    (linked, heard): (&Linked, &Heard),
) -> Option<(usize, &'a Statement)> {
    let mut best: Option<(i32, usize, &Statement)> = None;
    let voices = OnceCell::new();
    let speakers = || voices.get_or_init(|| speakers(facts, linked, named));
    for statement in stated {
        // "What does the boss of that company say" names the company, and the statement is of its boss.
        let guessed = only == Some(statement.id.as_str());
        let speaks_of = |entity: &&&Entity| {
            words.speaks_of(statement, entity)
                || guessed && belongs(facts, &statement.subject, &entity.id)
        };
        let hits = named.telling.iter().filter(speaks_of).count();
        let mut score = i32::try_from(hits).unwrap_or(0) * 100;
        let subject = |entity: &&&Entity| entity.id == statement.subject;
        score += 20 * i32::from(named.telling.iter().any(|one| subject(&one)));
        // "That rider of that team, where is he from?" asks of the rider.
        let person = |one: &&&Entity| one.class == Class::Person && subject(one);
        score += 40 * i32::from(named.telling.iter().any(|one| person(&one)));
        score += 10 * i32::from(named.ambient.iter().any(|one| words.speaks_of(statement, one)));
        score += 15 * i32::from(statement.subject == facts.series());
        let value = statement.value.entity();
        // "What do they say at that company?" asks for the words of whoever is theirs.
        let theirs = |one: &&&Entity| {
            one.class == Class::Organisation && belongs(facts, &statement.subject, &one.id)
        };
        let by_person =
            || facts.entity(&statement.subject).is_some_and(|it| it.class == Class::Person);
        score += 25 * i32::from(by_person() && speakers().iter().any(|one| theirs(&one)));
        score += 12 * i32::from(named.telling.iter().any(|one| value == Some(one.id.as_str())));
        score += 60 * i32::from(guessed);
        score += 6 * words.shared(statement, heard).min(8);
        score += 40 * i32::from(linked.years().any(|year| speaks_of_year(statement, year)));
        score += match statement.rank {
            Rank::Preferred => 6,
            Rank::Normal => 3,
            Rank::Deprecated => 0,
        };
        if best.is_none_or(|(before, ..)| score > before) {
            best = Some((score, hits, statement));
        }
    }
    best.map(|(_, hits, statement)| (hits, statement))
}

/// What is stated of each other thing of the same class that was named: "which country are this one and that one from".
fn of_the_others<'a>(
    facts: &Facts,
    words: &StatementWords,
    stated: &[&'a Statement],
    found: &Statement,
    named: &Named<'a>,
    asked: (&Linked, &Heard),
) -> Vec<&'a Statement> {
    let (told, others): (Vec<&Entity>, Vec<&Entity>) =
        named.telling.iter().copied().partition(|one| words.speaks_of(found, one));
    let akin = |one: &&&Entity| told.iter().any(|told| told.class == one.class);
    others
        .iter()
        .filter(akin)
        .filter_map(|one| {
            let alone = Named { telling: vec![*one], ambient: named.ambient.clone() };
            let (hits, other) = best(facts, words, stated, None, &alone, asked)?;
            (hits == 1).then_some(other)
        })
        .collect()
}

/// The statement about something that belongs to what was named: "which big name of that team was
/// missing" names the team, and the statement the rider, of whom another statement says that he rides for
/// it.
fn one_step_away<'a>(
    facts: &Facts,
    words: &StatementWords,
    stated: &[&'a Statement],
    only: Option<&str>,
    named: &Named<'_>,
    asked: (&Linked, &Heard),
) -> Option<&'a Statement> {
    let near: Vec<&Statement> = stated
        .iter()
        .copied()
        .filter(|one| {
            named.telling.iter().all(|entity| {
                one.subject != facts.series() && belongs(facts, &one.subject, &entity.id)
            })
        })
        .collect();
    best(facts, words, &near, only, &Named::default(), asked).map(|(_, statement)| statement)
}

/// A statement, or all of the list that it is part of, where no member was named.
fn whole<'a>(
    facts: &'a Facts,
    found: &'a Statement,
    only: Option<&str>,
    named: &Named<'_>,
    linked: &Linked,
) -> Vec<&'a Statement> {
    let many = facts
        .property(&found.property)
        .is_some_and(|property| property.cardinality == Cardinality::Many);
    let member_named = found
        .value
        .entity()
        .is_some_and(|value| named.telling.iter().any(|entity| entity.id == value));
    // "Which years did he win": what is said of one member several times is told each time.
    if member_named && many && only.is_none() && linked.years().next().is_none() {
        // "Are both of them in the first one?": each that is named.
        let is_named = |one: &Statement| {
            let value = one.value.entity();
            value.is_some_and(|value| named.telling.iter().any(|it| it.id == value))
        };
        let again = |one: &&Statement| {
            one.property == found.property && is_named(one) && one.subject == found.subject
        };
        return current(facts.statements().iter().filter(again)).collect();
    }
    // "Does it follow the riders only?" is answered by all that it follows, and so is "the riders and so on".
    let of_all = is_narrowed(linked) || goes_on(linked);
    if only.is_some() && !(of_all && many)
        || member_named
        || (!many && found.conflicts_with.is_empty())
    {
        return vec![found];
    }
    let mut all: Vec<&Statement> = current(facts.of(&found.subject, &found.property)).collect();
    // What was found comes first in what is told.
    if let Some(at) = all.iter().position(|one| one.id == found.id)
        && !many
    {
        all.swap(0, at);
    }
    if linked.years().any(|year| speaks_of_year(found, year)) {
        all.retain(|one| linked.years().any(|year| speaks_of_year(one, year)));
    }
    if all.is_empty() { vec![found] } else { all }
}

/// The absence of a property that concerns what was named, or the series where nothing was.
fn absence<'a>(facts: &'a Facts, property: &str, named: &Named<'_>) -> Option<&'a Absence> {
    let concerned = |absence: &&Absence, entities: &[&Entity]| {
        entities.iter().any(|entity| absence.concerns(entity))
    };
    let all: Vec<&Absence> = facts.absent(property).collect();
    if all.is_empty() {
        return None;
    }
    let stated = facts.of_property(property).next().is_some();
    if !named.telling.is_empty() {
        let exact = all.iter().find(|one| {
            concerned(one, &named.telling) && matches!(one.subject, AbsenceSubject::Entity(_))
        });
        let by_class = || all.iter().find(|one| concerned(one, &named.telling));
        // "Who directs the series that this team is not in": the absence is of the series.
        let of_series = || all.iter().find(|one| !stated && is_of_series(facts, one));
        // "Did the 2022 race start in that place for the money": the absence is of the race.
        let of_ambient = || all.iter().find(|one| !stated && concerned(one, &named.ambient));
        return exact.or_else(by_class).or_else(of_series).or_else(of_ambient).copied();
    }
    all.iter()
        .find(|one| concerned(one, &named.ambient))
        .filter(|_| !all.iter().any(|one| is_of_series(facts, one)))
        .or_else(|| all.iter().find(|one| is_of_series(facts, one)))
        .or_else(|| all.first().filter(|_| !stated))
        .copied()
}

fn is_of_series(facts: &Facts, absence: &Absence) -> bool {
    match &absence.subject {
        AbsenceSubject::Entity(id) => id == facts.series(),
        AbsenceSubject::Class { class, .. } => *class == Class::Series,
    }
}
