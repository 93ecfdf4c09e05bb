//! Choosing between weighed readings of a question, and what becomes of the one that is chosen.

use super::answer::{Answer, Outcome, Reading, Topic, Verdict, absent, plain};
use super::kind::Turn;
use super::resolve::{Resolved, about, speaks_of_year};
use super::told::{answered, excluded};
use super::weigh::{Asked, Weighed};
use crate::facts::{Cardinality, Class, Statement, ValueKind};

/// By how much less another reading may weigh to be told beside the chosen one.
const BESIDE: f32 = 2.0;
/// How many statements a reading may have that is told beside another.
const FEW: usize = 2;

/// What becomes of the reading for which most speaks; `none` is what speaks for none of them, and `off` whether
/// the question is likelier about something else altogether.
pub(super) fn choose<'a>(
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
        let likely = readings.iter().find_map(|one| match &one.resolved {
            Some(Resolved::Stated(found)) => found.first().copied(),
            _ => None,
        });
        let nearest = nearest().or(likely);
        return plain(Outcome::Unknown { absence: None, nearest });
    }
    match &best.resolved {
        Some(Resolved::Stated(found)) => {
            let mut alone =
                answered(facts, found.clone(), asked.kind, asked.linked, best.guess.label);
            if let (Some(class), Some(one)) = (asked.linked.stranger(), found.first()) {
                let (corrects, no) = corrects(asked, one, class);
                if !corrects {
                    return plain(Outcome::Unknown { absence: None, nearest: Some(one) });
                }
                alone.verdict = no.then_some(Verdict::No);
                return alone;
            }
            match beside(asked, readings) {
                Some(more) if alone.verdict.is_none() && alone.probe.is_none() => {
                    let mut both = found.clone();
                    both.extend(more.iter().filter(|one| !found.iter().any(|it| it.id == one.id)));
                    Answer { outcome: Outcome::Answered(both), ..alone }
                }
                _ => alone,
            }
        }
        Some(Resolved::Absent(one)) => Answer {
            topic: Some(Topic {
                label: best.guess.label.to_owned(),
                entities: asked.linked.entities(),
                statements: Vec::new(),
            }),
            ..absent(facts, one)
        },
        Some(Resolved::Excluded { named, instead }) => {
            excluded(facts, best.guess.label, named, instead, asked.kind)
        }
        Some(Resolved::OfWhich(statements)) => plain(Outcome::Which(
            statements.iter().take(3).map(|one| Reading::Statement(one)).collect(),
        )),
        Some(Resolved::NotOf | Resolved::OfOtherYears) => {
            plain(Outcome::Unknown { absence: None, nearest: nearest() })
        }
        None => {
            let id = best.guess.label.split('#').next().unwrap_or_default();
            let instead = facts.current_of_series(id);
            plain(Outcome::Unknown { absence: None, nearest: nearest().or(instead) })
        }
    }
}

/// The statements of the next reading that speaks of the same things, where about as much speaks for it and it
/// says little more. After a slip the second is likelier a misreading, and is not told.
fn beside<'a, 'r>(
    asked: &Asked<'a, '_>,
    readings: &'r [Weighed<'_, 'a>],
) -> Option<&'r Vec<&'a Statement>> {
    let (first, rest) = readings.split_first()?;
    let Some(Resolved::Stated(told)) = &first.resolved else { return None };
    let subject = &told.first()?.subject;
    if first.guess.exact || asked.linked.mended || asked.unknown > 0 {
        return None;
    }
    let named = asked.named;
    let akin = |one: &Statement| {
        let speaks_of_all = named.telling.iter().all(|it| asked.words.speaks_of(one, it));
        let of_named = one.subject == asked.facts.series()
            || named.telling.iter().chain(&named.ambient).any(|it| it.id == one.subject);
        one.subject == *subject || speaks_of_all && of_named
    };
    rest.iter().take_while(|one| first.weight - one.weight < BESIDE).find_map(|one| {
        match &one.resolved {
            Some(Resolved::Stated(found))
                if found.len() <= FEW && found.iter().all(|one| akin(one)) =>
            {
                Some(found)
            }
            _ => None,
        }
    })
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
    let corrects = takes && (closed || single || told_by_others)
        || property.value == ValueKind::Text && asked.kind.yes_no;
    (corrects, takes && closed && asked.kind.yes_no && asked.kind.turn == Turn::Straight)
}
