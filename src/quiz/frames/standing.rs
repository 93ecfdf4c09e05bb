//! Frames about how sure the articles were: told as a fact, only announced or rumoured, or never said.

use super::single::FEWEST;
use super::{Frame, Set};
use crate::facts::{Facts, Lang, Statement, Value};
use crate::quiz::chance::shuffle;
use crate::quiz::item::{Choice, Offer, Proof, Stem};
use crate::quiz::kinds::{Difficulty, Format, Standing, Theme};
use crate::quiz::near::near;
use crate::quiz::wrong::{alike_entities, apart, fits_grammar, has_a_part, is_fit, is_said};

/// How many other values a claim is tried with.
const MOST_SWAPS: usize = 8;

/// How sure the articles were of it, and of the same with another value, which none of them says.
pub(super) fn frames(
    facts: &Facts,
    statement: &Statement,
    new: &impl Fn(Format, Stem) -> Frame,
) -> Vec<Frame> {
    let bare = statement.quiz.as_ref().and_then(|quiz| quiz.bare.as_ref());
    let (Some(bare), Some(standing)) = (bare, Standing::of(statement.status)) else {
        return Vec::new();
    };
    if !statement.conflicts_with.is_empty()
        || statement.derived.is_some()
        || !is_fit(facts, statement)
    {
        return Vec::new();
    }
    let frame = |right: Standing, swaps: Vec<Option<Value>>| {
        let mut frame = new(Format::RumourOrFact, Stem::Standing(None));
        frame.id.push_str(if right == Standing::NeverSaid { ":never" } else { ":said" });
        if right == Standing::Unsure {
            frame.theme = Theme::Rumours;
        }
        frame.class = class_of(right);
        let own = Proof::Statement(statement.id.clone());
        frame.candidates = Standing::ALL
            .map(|offer| Choice {
                offer: Offer::Standing(offer),
                right: offer == right,
                place: None,
                why: own.clone(),
            })
            .to_vec();
        let difficulty = Difficulty::expected(facts, statement, Format::RumourOrFact, false);
        frame.sets =
            swaps.into_iter().map(|swap| Set::new(&[0, 1, 2], swap, 0, difficulty)).collect();
        frame
    };
    let mut frames = vec![frame(standing, vec![None])];
    if Lang::ALL.into_iter().all(|lang| bare.get(lang).contains("{value}")) {
        let mut never = never_said(facts, statement);
        let mut made = frame(Standing::NeverSaid, Vec::new());
        shuffle(&mut never, &mut made.generator());
        never.truncate(MOST_SWAPS);
        let again = frame(Standing::NeverSaid, never.into_iter().map(Some).collect());
        made.sets = again.sets;
        frames.push(made);
    }
    frames
}

/// What somebody might suppose about what the articles leave open, and none of them says.
pub(super) fn supposed(facts: &Facts) -> Vec<Frame> {
    let mut frames = Vec::new();
    for absence in facts.file().absences.iter().filter(|one| one.supposed.is_some()) {
        let nearest = absence.nearest.as_deref();
        let all = facts.statements().iter().enumerate();
        let Some((index, statement)) =
            all.into_iter().find(|(_, one)| Some(one.id.as_str()) == nearest)
        else {
            continue;
        };
        let stem = Stem::Supposed(absence.id.clone());
        let mut frame = Frame::new(facts, Format::RumourOrFact, index, statement, stem);
        // Several absences may have one nearest statement.
        frame.id = format!("{}:{}", frame.id, absence.id);
        frame.class = class_of(Standing::NeverSaid);
        frame.candidates = Standing::ALL
            .map(|offer| Choice {
                offer: Offer::Standing(offer),
                right: offer == Standing::NeverSaid,
                place: None,
                why: Proof::Absence(absence.id.clone()),
            })
            .to_vec();
        let difficulty = Difficulty::expected(facts, statement, Format::RumourOrFact, true);
        frame.sets = vec![Set::new(&[0, 1, 2], None, 0, difficulty)];
        frames.push(frame);
    }
    frames
}

/// The number of a standing, by which frames are balanced.
pub(super) fn class_of(standing: Standing) -> u8 {
    let at = Standing::ALL.iter().position(|one| *one == standing);
    at.and_then(|at| u8::try_from(at).ok()).unwrap_or_default()
}

/// Values of the kind of a statement's that nothing at all in the fact set brings together with its
/// subject.
fn never_said(facts: &Facts, statement: &Statement) -> Vec<Value> {
    let values: Vec<Value> = match &statement.value {
        Value::Entity(id) => alike_entities(facts, id),
        value => {
            let (below, above) = near(value);
            below.into_iter().chain(above).collect()
        }
    };
    if values.len() < FEWEST && matches!(statement.value, Value::Entity(_)) {
        return Vec::new();
    }
    let together = |value: &Value| {
        value.entity().is_some_and(|id| {
            facts.naming(id).any(|other| other.entities().any(|one| one == statement.subject))
        })
    };
    values
        .into_iter()
        .filter(|value| apart(facts, &statement.value, value))
        .filter(|value| !is_said(facts, statement, value) && !together(value))
        .filter(|value| !has_a_part(facts, statement, value))
        .filter(|value| fits_grammar(facts, &statement.value, value))
        .collect()
}
