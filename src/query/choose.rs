//! Choosing between weighed readings of a question, and what becomes of the one that is chosen.

use super::answer::{Answer, Outcome, Reading, Topic, Verdict, absent, plain};
use super::beside::{beside, with_details};
use super::kind::{Kind, Turn, Want};
use super::label::property;
use super::lookup::current;
use super::quantities::rather_an_amount;
use super::resolve::Resolved;
use super::said::{about, speaks_of_a_year, speaks_of_year};
use super::saying::SIDES;
use super::standing::{as_it_turned_out, is_beside_the_refusal, probed, speaks_of_all};
use super::told::{answered, excluded};
use super::unsaid::{
    counts_another, foreseen_of_the_year, is_of_another, is_of_the_teams, no_reason,
    of_another_year, of_its_own_season, of_no_such_country, only_numbered,
};
use super::verdict::{asks_for_another, names_either};
use super::voices::{asks_the_silent, is_of_another_voice, rather_their_words};
use super::weigh::{Asked, Weighed};
use super::years::{of_the_year_asked, of_the_year_instead};
use crate::facts::{Absence, Cardinality, Class, Role, Statement, Status, ValueKind};

/// By how much less a reading that states something may weigh than one that does not.
const NEARLY: f32 = 1.5;
/// By how much less a reading may weigh that is of the sort of what no article mentions.
const ALIKE: f32 = 1.0;
/// How many words a short question has at most that ask for something.
const SHORT: usize = 3;
/// By how much an opinion must outweigh that nothing is said, to be the reason for such a deed.
const REASON: f32 = 2.5;
/// How many readings are looked at for the nearest thing that is said of a name.
const LIKELY: usize = 12;
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
    let strange = off && lead < 0.0;
    let answer = match of_its_own_season(asked).filter(|_| !strange) {
        Some(absence) => absent(asked.facts, absence),
        None => answer(asked, readings, none, off),
    };
    Chosen { answer, lead }
}

fn answer<'a>(
    asked: &Asked<'a, '_>,
    readings: &[Weighed<'_, 'a>],
    none: f32,
    off: bool,
) -> Answer<'a> {
    let facts = asked.facts;
    let nearest = || {
        let of_the_name = || about(facts, asked.named.telling.first()?).first().copied();
        likeliest_of_the_named(asked, readings).or_else(of_the_name)
    };
    let Some(best) = readings.first() else {
        return plain(Outcome::Unknown { absence: None, nearest: nearest() });
    };
    if none > best.weight {
        if off && asked.named.telling.is_empty() {
            return plain(Outcome::OffTopic);
        }
        // "Will it rain in that town tomorrow?" is not answered by what happened there.
        if !off && let Some(told) = all_of_a_rare_name(asked) {
            return answered(facts, told, &Kind::default(), asked.linked, best.guess.label);
        }
        if let Some(told) = of_a_strange_team(asked) {
            return told;
        }
        return plain(Outcome::Unknown { absence: None, nearest: nearest() });
    }
    let best = if asked.kind.reason { best } else { rather_stated(best, readings) };
    let closed = asked.kind.yes_no && !asked.kind.reason;
    let best = if closed { of_a_strangers_sort(asked, best, readings) } else { best };
    let best = if asked.kind.probe.is_some() { probed(asked, best, readings) } else { best };
    let best = rather_their_words(asked, rather_an_amount(asked, best, readings), readings);
    if let Some(Resolved::Absent(absence)) = &best.resolved
        && let Some(told) = of_the_year_instead(asked, absence, readings)
    {
        return told;
    }
    match &best.resolved {
        Some(Resolved::Stated(found)) => {
            if let Some(absence) = foreseen_instead(asked, best, found, readings) {
                return absent(facts, absence);
            }
            if let Some((label, named, instead)) = of_the_year_asked(asked, found, readings) {
                return excluded(facts, label, named, instead, asked.kind, asked.linked);
            }
            if let Some(absence) = only_numbered(asked, found, readings) {
                return absent(facts, absence);
            }
            if is_beside_it(asked, best, found, none) {
                return plain(Outcome::Unknown { absence: None, nearest: found.first().copied() });
            }
            let found = &as_it_turned_out(asked, found);
            let alone = answered(facts, found.clone(), asked.kind, asked.linked, best.guess.label);
            if let (Some(class), Some(one)) = (asked.linked.stranger(), found.first()) {
                return of_a_stranger(asked, alone, one, class);
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
                // What is left out of a list, as those that are named, is not told after all.
                let left_out = found.iter().any(|it| it.id == more.id);
                if !left_out && !all.iter().any(told) {
                    all.push(*more);
                }
            }
            Answer { outcome: Outcome::Answered(all), ..alone }
        }
        // "No article says in which episode it is" is said of teams that are in.
        Some(Resolved::Absent(one)) if is_of_the_teams(asked, one) => of_a_strange_team(asked)
            .unwrap_or_else(|| plain(Outcome::Unknown { absence: None, nearest: None })),
        Some(Resolved::Absent(one)) if counts_another(asked, one).is_some() => {
            plain(Outcome::Unknown { absence: None, nearest: counts_another(asked, one) })
        }
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

/// An answer to a question that names a stranger, where the fact corrects that; else what is near it.
fn of_a_stranger<'a>(
    asked: &Asked<'a, '_>,
    alone: Answer<'a>,
    one: &'a Statement,
    class: Class,
) -> Answer<'a> {
    let (corrects, no) = corrects(asked, one, class);
    let detour = class == Class::Person && is_of_a_named_team(asked, one);
    if !(corrects || detour) {
        return of_a_strange_team(asked)
            .unwrap_or_else(|| plain(Outcome::Unknown { absence: None, nearest: Some(one) }));
    }
    // What is before one thing may be before another as well.
    let mut sides = SIDES.iter().flat_map(|(_, words)| *words);
    let open = sides.any(|word| asked.words.claims(&one.id, word));
    let said = no && !open && !names_either(asked.linked);
    Answer { verdict: said.then_some(Verdict::No), ..alone }
}

/// What the likeliest reading tells that has to do with what is named, or of somebody else in its place.
fn likeliest_of_the_named<'a>(
    asked: &Asked<'a, '_>,
    readings: &[Weighed<'_, 'a>],
) -> Option<&'a Statement> {
    let telling = &asked.named.telling;
    let of_named = |one: &&Statement| {
        telling.is_empty() || telling.iter().any(|it| asked.words.speaks_of(one, it))
    };
    let depth = if telling.is_empty() { readings.len() } else { LIKELY };
    let told = readings.iter().take(depth).filter_map(|one| match &one.resolved {
        Some(Resolved::Stated(found)) => found.first().copied().filter(of_named),
        Some(Resolved::Excluded { named, instead }) if named.class == Class::Person => {
            instead.first().copied()
        }
        _ => None,
    });
    let told: Vec<&Statement> = told.collect();
    let of_the_year = |one: &&&Statement| {
        asked.linked.years().any(|year| speaks_of_year(one, year)) && speaks_of_a_year(one)
    };
    told.iter().find(of_the_year).or(told.first()).copied()
}

/// What was foreseen as left open, where that is rather asked for than what was found.
fn foreseen_instead<'a>(
    asked: &Asked<'a, '_>,
    best: &Weighed<'_, 'a>,
    found: &[&Statement],
    readings: &[Weighed<'_, 'a>],
) -> Option<&'a Absence> {
    no_reason(asked, found)
        .or_else(|| of_another_year(asked, best.guess.label, found, readings))
        .or_else(|| of_no_such_country(asked, found))
}

/// Whether what was found has to do with a question, but is no answer to it.
fn is_beside_it(
    asked: &Asked<'_, '_>,
    best: &Weighed<'_, '_>,
    found: &[&Statement],
    none: f32,
) -> bool {
    asks_the_silent(asked)
        || is_of_another_voice(asked, found)
        || is_beside_the_refusal(asked)
        || is_beside_the_reason(asked, best, found, none)
}

/// Whether somebody’s opinion was found to be the reason of something of which a rare word says that it is another deed: "why did they
/// block it?"
fn is_beside_the_reason(
    asked: &Asked<'_, '_>,
    best: &Weighed<'_, '_>,
    found: &[&Statement],
    none: f32,
) -> bool {
    asked.kind.want == Some(Want::Why)
        && found.first().is_some_and(|one| one.status == Status::Opinion)
        && !best.guess.exact
        && best.weight - none < REASON
        && asked.model.is_strange_to(asked.linked, best.guess.label)
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
        || is_beside_the_refusal(asked)
        || asks_the_silent(asked)
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

/// Of two readings for which about as much speaks, the one that can be of what a question names and no article mentions: "is
/// it on that channel?" asks for the channel.
fn of_a_strangers_sort<'r, 'm, 'a>(
    asked: &Asked<'a, '_>,
    best: &'r Weighed<'m, 'a>,
    readings: &'r [Weighed<'m, 'a>],
) -> &'r Weighed<'m, 'a> {
    let Some(class) = asked.linked.stranger() else { return best };
    let takes = |one: &Weighed<'m, 'a>| match &one.resolved {
        Some(Resolved::Stated(found)) => found.first().is_some_and(|it| {
            asked.facts.property(&it.property).is_some_and(|of| of.range.contains(&class))
        }),
        _ => false,
    };
    if !matches!(best.resolved, Some(Resolved::Stated(_))) || takes(best) {
        return best;
    }
    let mut close = readings.iter().take_while(|one| best.weight - one.weight < ALIKE);
    close.find(|one| takes(one)).unwrap_or(best)
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
