//! How sure something is: which reading a question for that is of, and what changed since.

use super::answer::Probe;
use super::cues::MONTHS;
use super::kind::Turn;
use super::resolve::Resolved;
use super::said::belongs;
use super::weigh::{Asked, Weighed};
use crate::facts::{Class, Entity, Facts, Role, Statement, Status, Verdict as Became};

/// By how much less a reading may weigh whose standing is asked for.
const PROBED: f32 = 6.0;
/// The same where most speaks for what is foreseen as left open of something that is named.
const LEFT_OPEN: f32 = 3.0;

/// Whether a statement tells of a team that it is in, refused, or was talked to.
fn tells_who_is_in(facts: &Facts, one: &Statement) -> bool {
    let role = facts.property(&one.property).and_then(|it| it.role);
    matches!(role, Some(Role::Declined | Role::Featured | Role::InTalks))
}

/// Whether it is asked if a team refused of which it is not even told that it was talked to: nothing else that is said of it
/// answers that.
pub(super) fn is_beside_the_refusal(asked: &Asked<'_, '_>) -> bool {
    let is_told =
        |team: &Entity| asked.facts.naming(&team.id).any(|one| tells_who_is_in(asked.facts, one));
    let mut teams = asked.named.telling.iter().filter(|one| one.class == Class::Team).peekable();
    asked.kind.turn == Turn::Refusal && teams.peek().is_some() && !teams.any(|one| is_told(one))
}

/// What changed a firm fact that held on a day, before it, where it is asked how sure it is: "is the deal done, or not yet?"
pub(super) fn as_it_turned_out<'a>(
    asked: &Asked<'a, '_>,
    found: &[&'a Statement],
) -> Vec<&'a Statement> {
    let mut told = found.to_vec();
    let dated = asked.linked.years().next().is_some()
        || asked.linked.plain().any(|word| MONTHS.iter().any(|names| names.contains(&word)));
    if let ([one], Some(Probe::Status), false) = (found, asked.kind.probe, dated)
        && one.status == Status::Confirmed
        && let Some(outcome) = one.outcome.as_ref()
        && outcome.verdict == Became::Changed
    {
        let shown = outcome.shown_by.iter().filter_map(|id| asked.facts.statement(id));
        told.splice(0..0, shown);
    }
    told
}

/// Whether some statement speaks of everything that the question names.
pub(super) fn speaks_of_all(asked: &Asked<'_, '_>, found: &[&Statement]) -> bool {
    let speaks = |one: &Statement| {
        asked.named.telling.iter().all(|named| {
            asked.words.speaks_of(one, named) || belongs(asked.facts, &one.subject, &named.id)
        })
    };
    found.iter().any(|one| speaks(one))
}

/// The reading whose standing or source is asked for: "is it confirmed that this one films that one?" wants what is
/// said of both, and "confirmed, or just a rumour?" is asked of what is not plainly confirmed.
pub(super) fn probed<'r, 'm, 'a>(
    asked: &Asked<'a, '_>,
    best: &'r Weighed<'m, 'a>,
    readings: &'r [Weighed<'m, 'a>],
) -> &'r Weighed<'m, 'a> {
    // "They refused, is that sure?", where no article says that they did.
    let open =
        matches!(best.resolved, Some(Resolved::Absent(_))) && !asked.named.telling.is_empty();
    let most = if open { LEFT_OPEN } else { PROBED };
    let near = || readings.iter().take_while(|one| best.weight - one.weight < most);
    let stated = |one: &Weighed<'m, 'a>, doubtful: bool| match &one.resolved {
        Some(Resolved::Stated(found)) => {
            let firm = |one: &&Statement| one.status == Status::Confirmed;
            // How sure a refusal is, is not told by anything else that is said of a team.
            let refusal = asked.kind.turn == Turn::Refusal;
            (!refusal || found.iter().all(|one| tells_who_is_in(asked.facts, one)))
                && speaks_of_all(asked, found)
                && !(doubtful && found.iter().all(firm))
        }
        _ => false,
    };
    let doubted = asked.kind.probe == Some(Probe::Status) && !asked.named.telling.is_empty();
    near()
        .find(|one| doubted && stated(one, true))
        // "Season 2 confirmed?" asks nothing of the seasons of another series.
        .or_else(|| {
            let of_unnamed = |one: &Weighed<'m, 'a>| asked.is_of_unnamed(one.resolved.as_ref());
            let source = asked.kind.probe == Some(Probe::Source);
            near().find(|one| stated(one, false) && (source || !of_unnamed(one)))
        })
        .unwrap_or(best)
}
