//! Frames about closed lists: one that belongs, one that does not, all that belong; and about subjects
//! that have a value which the others are known not to have.

use std::collections::HashSet;

use super::single::{NEAREST, fair_together, some};
use super::{Frame, MOST_SETS, Set, rank};
use crate::facts::{Complete, Facts, Statement, Value};
use crate::quiz::chance::{below, shuffle};
use crate::quiz::item::{Choice, Offer, Proof, Stem};
use crate::quiz::kinds::{Difficulty, Format};
use crate::quiz::wrong::{alike, alike_entities, apart, is_firm, is_said, wrong};

pub(super) fn frames(facts: &Facts) -> Vec<Frame> {
    let mut frames = Vec::new();
    for complete in &facts.file().complete {
        if complete.quiz.is_some() {
            frames.extend(list(facts, complete));
        }
    }
    for (index, statement) in facts.statements().iter().enumerate() {
        frames.extend(inverse(facts, index, statement));
    }
    frames.extend(claims(facts));
    frames
}

/// The statements of a closed list, each with its index.
fn members<'a>(facts: &'a Facts, complete: &Complete) -> Vec<(usize, &'a Statement)> {
    let all = facts.statements().iter().enumerate();
    all.filter(|(_, one)| complete.members.contains(&one.id)).collect()
}

fn list(facts: &Facts, complete: &Complete) -> Vec<Frame> {
    let members = members(facts, complete);
    if !members.iter().all(|(_, one)| is_firm(facts, one)) {
        return Vec::new();
    }
    let Some((_, first)) = members.first() else { return Vec::new() };
    let closed = Proof::Complete(complete.id.clone());
    let inside = |one: &Statement, right| Choice {
        offer: Offer::Value(one.value.clone()),
        right,
        place: None,
        why: Proof::Statement(one.id.clone()),
    };
    let outside = |value: &Value, right| Choice {
        offer: Offer::Value(value.clone()),
        right,
        place: None,
        why: closed.clone(),
    };
    let others = non_members(facts, complete, first);
    let mut frames = Vec::new();
    for (index, member) in &members {
        let expected = |format| Difficulty::expected(facts, member, format, false);
        let mut pick =
            Frame::new(facts, Format::Choice, *index, member, Stem::Pick(complete.id.clone()));
        pick.candidates.push(inside(member, true));
        pick.candidates.extend(others.iter().map(|value| outside(value, false)));
        let candidates = pick.candidates.clone();
        for size in [3, 2] {
            if pick.sets.is_empty() {
                pick.with_others(
                    size,
                    |_| expected(Format::Choice),
                    |picks| rank(facts, &candidates, picks),
                    |picks| fair_together(facts, &candidates, picks),
                );
            }
        }
        frames.push(pick);
        if members.len() > 1 && others.len() > 1 {
            frames.push(pick_all(facts, complete, &members, *index, member, &others));
        }
    }
    // Each thing outside goes with another member, so that they don't all hang on one statement.
    for (value, (index, member)) in others.iter().zip(members.iter().cycle()) {
        if members.len() < 3 {
            break;
        }
        let mut odd =
            Frame::new(facts, Format::Choice, *index, member, Stem::Odd(complete.id.clone()));
        odd.candidates.push(outside(value, true));
        odd.candidates.extend(members.iter().map(|(_, one)| inside(one, false)));
        let candidates = odd.candidates.clone();
        odd.with_others(
            3,
            |_| Difficulty::expected(facts, member, Format::Choice, false),
            |picks| rank(facts, &candidates, picks),
            |picks| fair_together(facts, &candidates, picks),
        );
        frames.push(odd);
    }
    frames
}

/// Things of the kind of a list's members that no statement, however unsure, puts into it.
fn non_members(facts: &Facts, complete: &Complete, first: &Statement) -> Vec<Value> {
    let Some(id) = first.value.entity() else { return Vec::new() };
    let mut values = alike_entities(facts, id);
    values
        .retain(|value| value.entity() != Some(&complete.subject) && !is_said(facts, first, value));
    values
}

/// All that belong: two to four of them among what does not.
fn pick_all(
    facts: &Facts,
    complete: &Complete,
    members: &[(usize, &Statement)],
    index: usize,
    member: &Statement,
    others: &[Value],
) -> Frame {
    let mut frame =
        Frame::new(facts, Format::PickAll, index, member, Stem::Pick(complete.id.clone()));
    let mut add = |value: &Value, right, why| {
        frame.candidates.push(Choice {
            offer: Offer::Value(value.clone()),
            right,
            place: None,
            why,
        });
    };
    add(&member.value, true, Proof::Statement(member.id.clone()));
    // Only those that follow in the file, so that no set comes under two frames.
    for (_, other) in members.iter().filter(|(at, _)| *at > index) {
        add(&other.value, true, Proof::Statement(other.id.clone()));
    }
    for value in others {
        add(value, false, Proof::Complete(complete.id.clone()));
    }
    let following = members.iter().filter(|(at, _)| *at > index).count();
    let fellows: Vec<usize> = (1..=following).collect();
    let strangers: Vec<usize> = (following + 1..frame.candidates.len()).collect();
    let difficulty = Difficulty::expected(facts, member, Format::PickAll, others.len() > 4);
    for right in 2_usize..=4 {
        let wrong = (if right == 2 { 3 } else { 6 - right }).min(strangers.len());
        if fellows.len() + 1 < right || wrong < 2 {
            continue;
        }
        let under = some(&frame, &fellows, right - 1, MOST_SETS / 3);
        let over = some(&frame, &strangers, wrong, MOST_SETS / 3);
        for (at, fellows) in under.iter().enumerate() {
            let Some(strangers) = over.get(at % over.len().max(1)) else { continue };
            let picks: Vec<usize> =
                std::iter::once(0).chain(fellows.iter().chain(strangers).copied()).collect();
            let rank = u8::try_from(right).unwrap_or_default();
            frame.sets.push(Set::new(&picks, None, rank, difficulty));
        }
    }
    frame
}

/// The question turned round: of several subjects one has the value, and the others are known to have
/// another.
fn inverse(facts: &Facts, index: usize, statement: &Statement) -> Option<Frame> {
    statement.quiz.as_ref()?.inverse.as_ref()?;
    if !is_firm(facts, statement) {
        return None;
    }
    facts.complete(&statement.subject, &statement.property)?;
    let own = facts.entity(&statement.subject)?;
    let mut frame = Frame::new(facts, Format::Choice, index, statement, Stem::Inverse);
    let option = |one: &Statement, right| Choice {
        offer: Offer::Subject(one.subject.clone()),
        right,
        place: None,
        why: Proof::Statement(one.id.clone()),
    };
    frame.candidates.push(option(statement, true));
    let mut subjects = HashSet::from([statement.subject.as_str()]);
    for other in facts.statements().iter().filter(|one| one.property == statement.property) {
        let known = is_firm(facts, other)
            && facts.complete(&other.subject, &other.property).is_some()
            && facts.entity(&other.subject).is_some_and(|one| alike(own, one))
            && facts
                .of(&other.subject, &other.property)
                .all(|one| apart(facts, &one.value, &statement.value));
        if known && subjects.insert(other.subject.as_str()) {
            frame.candidates.push(option(other, false));
        }
    }
    let candidates = frame.candidates.clone();
    for size in [3, 2] {
        if frame.sets.is_empty() {
            frame.with_others(
                size,
                |_| Difficulty::expected(facts, statement, Format::Choice, false),
                |picks| rank(facts, &candidates, picks),
                |picks| fair_together(facts, &candidates, picks),
            );
        }
    }
    Some(frame)
}

/// All claims that are true, among some of the same part of the subject that have a wrong value in them.
fn claims(facts: &Facts) -> Vec<Frame> {
    const LONGEST: usize = 90;
    let fit: Vec<Framed<'_>> = facts
        .statements()
        .iter()
        .enumerate()
        .filter(|(_, one)| is_firm(facts, one))
        .filter(|(_, one)| one.quiz.as_ref().is_some_and(|quiz| quiz.frame.is_some()))
        .filter(|(_, one)| {
            [&one.claim.en, &one.claim.fr].iter().all(|text| text.chars().count() <= LONGEST)
        })
        .filter_map(|(index, one)| {
            let wrong = wrong(facts, one);
            let near = if wrong.above.is_empty() { usize::MAX } else { NEAREST };
            let swaps: Vec<_> = wrong
                .below
                .into_iter()
                .take(near)
                .chain(wrong.above.into_iter().take(near))
                .filter(|(value, _)| crate::quiz::wrong::fits_grammar(facts, &one.value, value))
                .collect();
            (!swaps.is_empty()).then_some((index, one, swaps))
        })
        .collect();
    let theme = |one: &Statement| crate::quiz::kinds::Theme::of(facts, one);
    let mut frames = Vec::new();
    for (index, own, swaps) in &fit {
        let fellows: Vec<_> = fit
            .iter()
            .filter(|(_, other, _)| theme(other) == theme(own) && !are_kin(facts, own, other))
            .collect();
        if fellows.len() < 3 {
            continue;
        }
        frames.push(true_claims(facts, (*index, own, swaps), &fellows));
    }
    frames
}

type Framed<'a> = (usize, &'a Statement, Vec<(Value, Proof)>);

fn true_claims(
    facts: &Facts,
    (index, own, swaps): (usize, &Statement, &[(Value, Proof)]),
    fellows: &[&Framed<'_>],
) -> Frame {
    const SETS: usize = 12;
    let mut frame = Frame::new(facts, Format::PickAll, index, own, Stem::Claims);
    let difficulty = Difficulty::expected(facts, own, Format::PickAll, false);
    let mut chance = frame.generator();
    let claim = |one: &Statement, swap: Option<&(Value, Proof)>| Choice {
        offer: Offer::Claim(one.id.clone(), swap.map(|(value, _)| value.clone())),
        right: swap.is_none(),
        place: None,
        why: swap.map_or_else(|| Proof::Statement(one.id.clone()), |(_, why)| why.clone()),
    };
    for turn in 0..SETS {
        // Two or three of four are true.
        let right = turn % 2 + 2;
        let mut order: Vec<&&Framed<'_>> = fellows.iter().collect();
        shuffle(&mut order, &mut chance);
        let mut chosen: Vec<(&Statement, &[(Value, Proof)])> = vec![(own, swaps)];
        for (_, other, swaps) in order.into_iter().copied() {
            if chosen.len() < 4 && chosen.iter().all(|(one, _)| !are_kin(facts, one, other)) {
                chosen.push((other, swaps));
            }
        }
        if chosen.len() < 4 {
            continue;
        }
        let mut truths = [true, true, true, true];
        for truth in truths.iter_mut().skip(right) {
            *truth = false;
        }
        shuffle(&mut truths, &mut chance);
        let mut picks = Vec::new();
        for ((one, swaps), truth) in chosen.into_iter().zip(truths) {
            let swap = if truth { None } else { swaps.get(below(&mut chance, swaps.len())) };
            let choice = claim(one, swap);
            let at = frame.candidates.iter().position(|known| *known == choice);
            picks.push(at.unwrap_or(frame.candidates.len()));
            if at.is_none() {
                frame.candidates.push(choice);
            }
        }
        let rank = u8::try_from(right).unwrap_or_default();
        let even = fair_together(facts, &frame.candidates, &picks);
        if even {
            frame.sets.push(Set::new(&picks, None, rank, difficulty));
        }
    }
    frame
}

/// Whether two statements speak of the same thing, so that the claim of one may help with the other.
fn are_kin(facts: &Facts, one: &Statement, other: &Statement) -> bool {
    let named = |id: &str| id != facts.series();
    let follows = |one: &Statement, other: &Statement| {
        one.derived.as_ref().is_some_and(|derived| derived.from.contains(&other.id))
    };
    one.id == other.id
        || follows(one, other)
        || follows(other, one)
        || (one.subject == other.subject && one.property == other.property)
        || one.value == other.value
        || one.entities().filter(|id| named(id)).any(|id| {
            other.value.entity() == Some(id)
                || one.value.entity() == Some(id) && other.entities().any(|other| other == id)
        })
}
