//! Choosing between readings of a question: what the facts bear out, and what they think of the likeliest.

use super::answer::{Answer, Outcome, Reading, Topic, absent, plain};
use super::kind::Kind;
use super::link::Linked;
use super::model::Guess;
use super::resolve::{Named, Resolved, about, speaks_of_a_year, speaks_of_year};
use super::told::{answered, excluded};
use super::verdict::verdict;
use crate::facts::{Class, Facts};

/// How near the second guess must be for the person to be asked which was meant.
const GAP: f32 = 0.01;
/// How far behind an absence a reading may be that answers yes or no.
const YES_NO_REACH: f32 = 0.15;
/// What a guess loses whose property is never said of the kind of thing that was named.
const MISFIT: f32 = 0.45;
/// By how much the likeliest guess must lead for no other to be tried in its place.
const CLEAR_LEAD: f32 = 0.25;
/// By how much an absence must be likelier than what is stated.
const ABSENCE_BIAS: f32 = 0.04;
/// How many guesses are looked at before the facts have their say.
const LOOKED_AT: usize = 24;
/// The same where a word stands in the question that nothing knows.
const GAP_WITH_UNKNOWN: f32 = 0.03;

/// The first reading that the facts bear out; a reading that fits the names beats a likelier one that
/// does not.
pub(super) fn choose<'a>(
    facts: &'a Facts,
    resolved: &[(&Guess<'_>, Resolved<'a>)],
    named: &Named<'a>,
    kind: &Kind,
    linked: &Linked,
    sure: f32,
) -> Answer<'a> {
    // After a slip that nothing mended, two readings must be further apart.
    let gap = if sure > super::ask::SURE || linked.mended { GAP_WITH_UNKNOWN } else { GAP };
    let mut borne_out: Vec<&(&Guess<'_>, Resolved<'a>)> = resolved
        .iter()
        .filter(|(_, one)| matches!(one, Resolved::Stated(_) | Resolved::Absent(_)))
        .collect();
    // There are more absences than properties, so that an absence is more often likely by chance.
    let weight = |one: &&(&Guess<'_>, Resolved<'a>)| match one.1 {
        Resolved::Absent(_) => one.0.score - ABSENCE_BIAS,
        _ => one.0.score,
    };
    borne_out.sort_by(|left, right| weight(right).total_cmp(&weight(left)));
    // A question for yes or no wants a reading that says yes or no, if one is about as likely.
    if kind.yes_no
        && let Some((first, Resolved::Absent(_))) = borne_out.first()
        && let Some(at) = borne_out.iter().position(|(guess, one)| {
            first.score - guess.score < YES_NO_REACH
                && matches!(one, Resolved::Stated(found) if found.first().is_some_and(|one| {
                    verdict(facts, one, kind, linked).is_some()
                }))
        })
    {
        borne_out.swap(0, at);
    }
    // What is clearly asked for, but not said of the thing named, is not answered with something else.
    if let Some((leader, Resolved::NotOf)) = resolved.first()
        && borne_out.first().is_none_or(|(best, _)| leader.score - best.score > CLEAR_LEAD)
        && leader.score >= sure
    {
        let nearest = named.telling.first().and_then(|one| about(facts, one).first().copied());
        return plain(Outcome::Unknown { absence: None, nearest });
    }
    let shut_out = resolved.iter().find_map(|(guess, one)| match one {
        Resolved::Excluded { named, instead } => Some((guess, *named, instead)),
        _ => None,
    });
    let best = borne_out.first();
    if let Some((guess, entity, instead)) = shut_out
        && best.is_none_or(|(other, one)| {
            let absent = matches!(one, Resolved::Absent(_));
            guess.score > other.score - if absent && kind.yes_no { YES_NO_REACH } else { -0.05 }
        })
        && guess.score >= sure
    {
        return excluded(facts, guess.label, entity, instead, kind);
    }
    let Some((guess, reading)) = best else {
        if let Some((_, Resolved::OfWhich(statements))) = resolved.first() {
            return plain(Outcome::Which(
                statements.iter().take(3).map(|one| Reading::Statement(one)).collect(),
            ));
        }
        let nearest =
            named.telling.first().and_then(|entity| about(facts, entity).first().copied());
        let instead = resolved.iter().find_map(|(guess, _)| {
            let label = guess.label.split('#').next().unwrap_or_default();
            facts.current_of_series(label)
        });
        return plain(Outcome::Unknown { absence: None, nearest: nearest.or(instead) });
    };
    if guess.score < sure {
        let nearest = match reading {
            Resolved::Stated(found) => found.first().copied(),
            _ => None,
        };
        return plain(Outcome::Unknown { absence: None, nearest });
    }
    if let Some((_, Resolved::Stated(other))) =
        borne_out.get(1).filter(|(second, _)| guess.score - second.score < gap && guess.score < 0.9)
        && let Resolved::Stated(found) = reading
        && let (Some(one), Some(two)) = (found.first(), other.first())
        && one.id != two.id
    {
        return plain(Outcome::Which(vec![Reading::Statement(one), Reading::Statement(two)]));
    }
    match reading {
        Resolved::Stated(found) => answered(facts, found.clone(), kind, linked, guess.label),
        Resolved::Absent(one) => Answer {
            topic: Some(Topic {
                label: guess.label.to_owned(),
                entities: linked.entities(),
                statements: Vec::new(),
            }),
            ..absent(facts, one)
        },
        _ => plain(Outcome::OffTopic),
    }
}

/// The likeliest guesses, one a property, with what the fact set thinks of them: a property that is never
/// said of the kind of thing that was named is less likely to be meant.
pub(super) fn fitting<'m>(
    facts: &Facts,
    guesses: &[Guess<'m>],
    named: &Named<'_>,
    linked: &Linked,
) -> Vec<Guess<'m>> {
    let series = facts.entity(facts.series()).map(|entity| entity.class);
    let names_series = linked.entities().iter().any(|index| {
        facts.file().entities.get(*index).is_some_and(|entity| entity.id == facts.series())
    });
    let mut fitting: Vec<Guess<'m>> = Vec::new();
    for guess in guesses.iter().take(LOOKED_AT) {
        let id = guess.label.split('#').next().unwrap_or_default();
        if fitting.iter().any(|one| one.label.split('#').next() == Some(id)) {
            continue;
        }
        let fits = facts.property(id).is_none_or(|property| {
            if needs_a_name(facts, id) && named.telling.is_empty()
                || misses_the_year(facts, id, linked)
            {
                return false;
            }
            let takes = |class| property.domain.contains(&class) || property.range.contains(&class);
            if named.telling.is_empty() {
                !names_series || series.is_some_and(takes)
            } else {
                named.telling.iter().any(|entity| takes(entity.class))
            }
        });
        let score = if fits { guess.score } else { guess.score - MISFIT };
        fitting.push(Guess { label: guess.label, score });
    }
    fitting.sort_by(|left, right| right.score.total_cmp(&left.score));
    fitting
}

/// Whether a property is only said of other works, which nobody means without naming them.
fn needs_a_name(facts: &Facts, property: &str) -> bool {
    let mut subjects = facts
        .statements()
        .iter()
        .filter(|one| one.property == property)
        .filter_map(|one| facts.entity(&one.subject))
        .peekable();
    subjects.peek().is_some()
        && subjects.all(|one| matches!(one.class, Class::Docuseries | Class::Programme))
}

/// Whether a question names a year, and a property speaks of years but never of this one.
fn misses_the_year(facts: &Facts, property: &str, linked: &Linked) -> bool {
    let Some(year) = linked.years().next() else { return false };
    let mut stated = facts.statements().iter().filter(|one| one.property == property).peekable();
    stated.peek().is_some() && stated.all(|one| speaks_of_a_year(one) && !speaks_of_year(one, year))
}
