//! Choosing between weighed readings of a question, and what becomes of the one that is chosen.

use super::answer::{Answer, Outcome, Probe, Reading, Topic, Verdict, absent, plain};
use super::beside::{beside, with_details};
use super::kind::{Kind, Turn, Want};
use super::label::property;
use super::lookup::current;
use super::resolve::{Resolved, about, belongs, speaks_of_a_year, speaks_of_year};
use super::told::{answered, excluded};
use super::verdict::{asks_for_another, names_either};
use super::voices::asks_the_silent;
use super::weigh::{Asked, Weighed};
use crate::facts::{
    Absence, AbsenceSubject, Cardinality, Class, Entity, Role, Statement, Status, ValueKind,
};

/// By how much less a reading may weigh whose standing is asked for.
const PROBED: f32 = 6.0;
/// By how much less a reading that states something may weigh than one that does not.
const NEARLY: f32 = 1.5;
/// How many words a short question has at most that ask for something.
const SHORT: usize = 3;
/// How much the weightiest word weighs at least that no known question of the reading has, for it to be about another deed.
const STRANGE: f32 = 1.4;
/// By how much an opinion must outweigh that nothing is said, to be the reason for such a deed.
const REASON: f32 = 2.5;
/// By how much less what is foreseen as unsaid may weigh than what is said of another year than the one asked for.
const OF_ANOTHER_YEAR: f32 = 2.0;
/// How many statements there are at most of a name that is rare.
const RARE: usize = 2;

/// An answer, and how much speaks for it.
#[derive(Debug)]
pub(super) struct Chosen<'a> {
    pub answer: Answer<'a>,
    /// By how much the chosen reading outweighs that the question asks for nothing known; below nought where
    /// none was chosen.
    pub lead: f32,
}

impl<'a> Chosen<'a> {
    /// An answer that does not hang on weighing readings.
    pub fn sure(answer: Answer<'a>) -> Self {
        Self { answer, lead: f32::INFINITY }
    }

    /// What is said of a name alone.
    pub fn of_a_name(answer: Answer<'a>) -> Self {
        Self { answer, lead: 0.0 }
    }

    /// Whether it is that.
    pub fn is_of_a_name(&self) -> bool {
        self.lead == 0.0
    }

    /// What becomes of a question of which nothing is understood.
    pub fn unsure(outcome: Outcome<'a>) -> Self {
        Self { answer: plain(outcome), lead: f32::NEG_INFINITY }
    }
}

/// What becomes of the reading for which most speaks; `none` is what speaks for none of them, and `off` whether
/// the question is likelier about something else altogether.
pub(super) fn choose<'a>(
    asked: &Asked<'a, '_>,
    readings: &[Weighed<'_, 'a>],
    none: f32,
    off: bool,
) -> Chosen<'a> {
    let lead = readings.first().map_or(f32::NEG_INFINITY, |best| best.weight - none);
    Chosen { answer: answer(asked, readings, none, off), lead }
}

fn answer<'a>(
    asked: &Asked<'a, '_>,
    readings: &[Weighed<'_, 'a>],
    none: f32,
    off: bool,
) -> Answer<'a> {
    let facts = asked.facts;
    let nearest = || asked.named.telling.first().and_then(|one| about(facts, one).first().copied());
    let Some(best) = readings.first() else {
        return plain(Outcome::Unknown { absence: None, nearest: nearest() });
    };
    if none > best.weight {
        if off && asked.named.telling.is_empty() {
            return plain(Outcome::OffTopic);
        }
        if let Some(told) = all_of_a_rare_name(asked) {
            return answered(facts, told, &Kind::default(), asked.linked, best.guess.label);
        }
        if let Some(told) = of_a_strange_team(asked) {
            return told;
        }
        let likely = readings.iter().find_map(|one| match &one.resolved {
            Some(Resolved::Stated(found)) => found.first().copied(),
            _ => None,
        });
        let nearest = nearest().or(likely);
        return plain(Outcome::Unknown { absence: None, nearest });
    }
    let best = if asked.kind.reason { best } else { rather_stated(best, readings) };
    let best = if asked.kind.probe.is_some() { probed(asked, best, readings) } else { best };
    match &best.resolved {
        Some(Resolved::Stated(found)) => {
            let of_another_year = || of_another_year(asked, best.guess.label, found, readings);
            if let Some(absence) = no_reason(asked, found).or_else(of_another_year) {
                return absent(facts, absence);
            }
            if let Some((label, named, instead)) = of_the_year_asked(asked, found, readings) {
                return excluded(facts, label, named, instead, asked.kind, asked.linked);
            }
            if let Some(absence) = only_numbered(asked, found, readings) {
                return absent(facts, absence);
            }
            if asks_the_silent(asked) || is_beside_the_reason(asked, best, found, none) {
                return plain(Outcome::Unknown { absence: None, nearest: found.first().copied() });
            }
            let mut alone =
                answered(facts, found.clone(), asked.kind, asked.linked, best.guess.label);
            if let (Some(class), Some(one)) = (asked.linked.stranger(), found.first()) {
                let (corrects, no) = corrects(asked, one, class);
                let detour = class == Class::Person && is_of_a_named_team(asked, one);
                if !(corrects || detour) {
                    return of_a_strange_team(asked).unwrap_or_else(|| {
                        plain(Outcome::Unknown { absence: None, nearest: Some(one) })
                    });
                }
                alone.verdict = (no && !names_either(asked.linked)).then_some(Verdict::No);
                return alone;
            }
            if asked.kind.probe.is_some() && !speaks_of_all(asked, found) {
                return plain(Outcome::Unknown { absence: None, nearest: found.first().copied() });
            }
            if alone.verdict.is_some() || alone.probe.is_some() {
                return alone;
            }
            let mut all = with_details(asked, found);
            for more in beside(asked, readings).into_iter().flatten() {
                // What contradicts it is told with it.
                let told =
                    |it: &&Statement| it.id == more.id || it.conflicts_with.contains(&more.id);
                if !all.iter().any(told) {
                    all.push(*more);
                }
            }
            Answer { outcome: Outcome::Answered(all), ..alone }
        }
        // "No article says in which episode it is" is said of teams that are in.
        Some(Resolved::Absent(one)) if is_of_the_teams(asked, one) => of_a_strange_team(asked)
            .unwrap_or_else(|| plain(Outcome::Unknown { absence: None, nearest: None })),
        // What is not told of one person or work is not told of another, but in other words.
        Some(Resolved::Absent(one)) if is_of_another(asked, one) => {
            plain(Outcome::Unknown { absence: None, nearest: None })
        }
        Some(Resolved::Absent(one)) => Answer {
            topic: Some(Topic {
                label: best.guess.label.to_owned(),
                entities: asked.linked.entities(),
                statements: Vec::new(),
            }),
            ..absent(facts, foreseen_of_the_year(asked, readings).unwrap_or(one))
        },
        Some(Resolved::Excluded { named, instead }) => {
            if let Some(absence) = of_another_year(asked, best.guess.label, instead, readings) {
                return absent(facts, absence);
            }
            excluded(facts, best.guess.label, named, instead, asked.kind, asked.linked)
        }
        Some(Resolved::OfWhich(statements)) => plain(Outcome::Which(
            statements.iter().take(3).map(|one| Reading::Statement(one)).collect(),
        )),
        Some(Resolved::NotOf | Resolved::OfOtherYears) => {
            plain(Outcome::Unknown { absence: None, nearest: nearest() })
        }
        None => {
            let id = property(best.guess.label);
            let instead = facts.current_of_series(id);
            plain(Outcome::Unknown { absence: None, nearest: nearest().or(instead) })
        }
    }
}

/// That no reason is given for what was found, where one is asked for and that was foreseen.
fn no_reason<'a>(asked: &Asked<'a, '_>, found: &[&Statement]) -> Option<&'a Absence> {
    let one = found.first().filter(|_| asked.kind.want == Some(Want::Why))?;
    asked.facts.file().absences.iter().find(|absence| {
        let of_a_reason = asked
            .facts
            .property(&absence.property)
            .is_some_and(|property| property.label.en.starts_with("reason"));
        of_a_reason && absence.nearest.as_deref() == Some(one.id.as_str())
    })
}

/// What there is of the year that is asked for, where only other years speak of somebody who is named: "how did he win
/// in that year?", when another did.
fn of_the_year_asked<'r, 'a>(
    asked: &Asked<'a, '_>,
    found: &[&Statement],
    readings: &'r [Weighed<'_, 'a>],
) -> Option<(&'r str, &'a Entity, &'r [&'a Statement])> {
    let year = asked.linked.years().next()?;
    let details = found.iter().flat_map(|one| &one.details);
    let mut told = found.iter().copied().chain(details.filter_map(|id| asked.facts.statement(id)));
    if !told.any(|one| asked.is_of_a_past_year(one) && !speaks_of_year(one, year)) {
        return None;
    }
    readings.iter().find_map(|one| match &one.resolved {
        Some(Resolved::Excluded { named, instead })
            if named.class == Class::Person
                && instead.iter().any(|it| speaks_of_year(it, year)) =>
        {
            Some((one.guess.label, *named, instead.as_slice()))
        }
        _ => None,
    })
}

/// What is foreseen as unsaid of the year that is asked for, where what was found is of another: "who won in 2023?" Only what is
/// said with a year of its own is of one.
fn of_another_year<'a>(
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
fn foreseen_of_the_year<'a>(
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
fn only_numbered<'a>(
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
fn is_of_another(asked: &Asked<'_, '_>, absence: &Absence) -> bool {
    let AbsenceSubject::Entity(id) = &absence.subject else { return false };
    let Some(subject) = asked.facts.entity(id) else { return false };
    let named = asked
        .linked
        .entities()
        .iter()
        .any(|at| asked.facts.file().entities.get(*at).is_some_and(|one| one.id == *id));
    let alike = match asked.linked.stranger() {
        Some(Class::Person) => subject.class == Class::Person,
        Some(Class::Docuseries) => matches!(subject.class, Class::Docuseries | Class::Programme),
        _ => false,
    };
    alike && !named
}

/// Whether an absence is that of any team, where one is asked about that no article mentions.
fn is_of_the_teams(asked: &Asked<'_, '_>, absence: &Absence) -> bool {
    let of_teams =
        matches!(&absence.subject, AbsenceSubject::Class { class, .. } if *class == Class::Team);
    let named = asked.named.telling.iter().any(|one| one.class == Class::Team);
    of_teams && !named && asked.linked.stranger() == Some(Class::Team)
}

/// Whether somebody's opinion was found to be the reason of what no known question speaks of: "why did they block it?"
fn is_beside_the_reason(
    asked: &Asked<'_, '_>,
    best: &Weighed<'_, '_>,
    found: &[&Statement],
    none: f32,
) -> bool {
    asked.kind.want == Some(Want::Why)
        && found.first().is_some_and(|one| one.status == Status::Opinion)
        && !best.guess.exact
        && best.guess.near.missed > STRANGE
        && best.weight - none < REASON
}

/// The teams that are in, where a question asks little more than whether a team is that no article mentions.
fn of_a_strange_team<'a>(asked: &Asked<'a, '_>) -> Option<Answer<'a>> {
    let kind = asked.kind;
    let asks_more = asked.content > SHORT
        || kind.reason
        || kind.turn != Turn::Straight
        || matches!(kind.want, Some(Want::When | Want::Where | Want::HowMany));
    let of_a_team = asked.linked.stranger() == Some(Class::Team) && asked.named.telling.is_empty();
    if asks_more || !of_a_team {
        return None;
    }
    let members: Vec<&Statement> = current(asked.facts.in_role(Role::Featured)).collect();
    let label = members.first()?.property.clone();
    let mut told = answered(asked.facts, members, kind, asked.linked, &label);
    told.verdict = (kind.yes_no && kind.member).then_some(Verdict::No);
    Some(told)
}

/// All that is said of the one thing that a question names, where that is little: then it answers what can be answered.
fn all_of_a_rare_name<'a>(asked: &Asked<'a, '_>) -> Option<Vec<&'a Statement>> {
    let [one] = asked.named.telling.as_slice() else { return None };
    let specific = asked.kind.reason
        || asked.unknown > 0
        || asked.linked.stranger().is_some()
        || asked.linked.years().next().is_some()
        || matches!(asked.kind.want, Some(Want::When | Want::Where | Want::HowMany | Want::Why));
    if specific || asked.facts.naming(&one.id).count() > RARE {
        return None;
    }
    let told = about(asked.facts, one);
    (!told.is_empty()).then_some(told)
}

/// Whether some statement speaks of everything that the question names.
fn speaks_of_all(asked: &Asked<'_, '_>, found: &[&Statement]) -> bool {
    let speaks = |one: &Statement| {
        asked.named.telling.iter().all(|named| {
            asked.words.speaks_of(one, named) || belongs(asked.facts, &one.subject, &named.id)
        })
    };
    found.iter().any(|one| speaks(one))
}

/// The reading whose standing or source is asked for: "is it confirmed that this one films that one?" wants what is
/// said of both, and "confirmed, or just a rumour?" is asked of what is not plainly confirmed.
fn probed<'r, 'm, 'a>(
    asked: &Asked<'a, '_>,
    best: &'r Weighed<'m, 'a>,
    readings: &'r [Weighed<'m, 'a>],
) -> &'r Weighed<'m, 'a> {
    let near = || readings.iter().take_while(|one| best.weight - one.weight < PROBED);
    let stated = |one: &Weighed<'m, 'a>, doubtful: bool| match &one.resolved {
        Some(Resolved::Stated(found)) => {
            let firm = |one: &&Statement| one.status == Status::Confirmed;
            speaks_of_all(asked, found) && !(doubtful && found.iter().all(firm))
        }
        _ => false,
    };
    let doubted = asked.kind.probe == Some(Probe::Status) && !asked.named.telling.is_empty();
    near()
        .find(|one| doubted && stated(one, true))
        .or_else(|| near().find(|one| stated(one, false)))
        .unwrap_or(best)
}

/// A reading that states something, where about as much speaks for it as for one that states nothing: rather
/// the thing that an absence itself names as the nearest than that the articles leave open what was asked.
fn rather_stated<'r, 'm, 'a>(
    best: &'r Weighed<'m, 'a>,
    readings: &'r [Weighed<'m, 'a>],
) -> &'r Weighed<'m, 'a> {
    let tells = |found: &[&Statement]| match &best.resolved {
        Some(Resolved::Absent(absence)) => {
            found.iter().any(|one| absence.nearest.as_deref() == Some(one.id.as_str()))
        }
        resolved => resolved.is_none(),
    };
    readings
        .iter()
        .take_while(|one| best.weight - one.weight < NEARLY)
        .find(|one| matches!(&one.resolved, Some(Resolved::Stated(found)) if tells(found)))
        .unwrap_or(best)
}

/// Whether a statement says of a team that is named that it is in, or refused: "is that team in, the one of this rider whom
/// no article mentions" asks of the team.
fn is_of_a_named_team(asked: &Asked<'_, '_>, found: &Statement) -> bool {
    let role = asked.facts.property(&found.property).and_then(|property| property.role);
    matches!(role, Some(Role::Featured | Role::Declined))
        && asked.named.telling.iter().any(|one| found.value.entity() == Some(&one.id))
}

/// Whether a statement answers a question about something that the articles do not mention: it must leave no
/// room for it. "No" follows where it also closes the list.
fn corrects(asked: &Asked<'_, '_>, found: &Statement, class: Class) -> (bool, bool) {
    let facts = asked.facts;
    let Some(property) = facts.property(&found.property) else { return (false, false) };
    let closed = facts.complete(&found.subject, &found.property).is_some();
    let single = property.cardinality == Cardinality::Single;
    let takes = property.range.contains(&class);
    // "Is it X that runs it?" is answered by who runs it; "does X turn up?" is not by who else does.
    let told_by_others = asked.kind.yes_no && class != Class::Person
        || asked.linked.years().any(|year| speaks_of_year(found, year));
    // "Who at that company bought it?" asks for somebody of theirs.
    let of_theirs =
        class == Class::Organisation && !asked.kind.yes_no && asked.kind.want == Some(Want::Who);
    let corrects = takes && !of_theirs && (closed || single || told_by_others)
        || property.value == ValueKind::Text && asked.kind.yes_no && class != Class::Person;
    let asks = asked.kind.yes_no || asked.kind.states;
    let another = class == Class::Race && asks_for_another(asked.linked);
    let straight = asked.kind.turn == Turn::Straight;
    (corrects, takes && closed && asks && straight && !another)
}
