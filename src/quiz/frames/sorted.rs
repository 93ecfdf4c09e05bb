//! Frames about several statements at once: events in order of time, subjects with their values.

use super::single::fair_together;
use std::collections::HashSet;

use super::{Frame, MOST_SETS, Set};
use crate::facts::{Class, Facts, Statement, Value};
use crate::quiz::item::{Choice, Offer, Proof, Stem};
use crate::quiz::kinds::{Difficulty, Format};
use crate::quiz::wrong::{apart, is_firm};

pub(super) fn frames(facts: &Facts) -> Vec<Frame> {
    let mut frames = orders(facts);
    frames.extend(pairs(facts));
    frames
}

/// Events in order of time: only such as have no day in common.
fn orders(facts: &Facts) -> Vec<Frame> {
    let events: Vec<(usize, &Statement)> = facts
        .statements()
        .iter()
        .enumerate()
        .filter(|(_, one)| is_firm(facts, one))
        .filter(|(_, one)| one.quiz.as_ref().is_some_and(|quiz| quiz.event.is_some()))
        .filter(|(_, one)| one.date().is_some_and(|date| date.first_day().is_some()))
        .collect();
    let mut frames = Vec::new();
    for (index, own) in &events {
        let mut frame = Frame::new(facts, Format::Order, *index, own, Stem::Order);
        // Only those that follow in the file, so that no set comes under two frames.
        let others = events.iter().filter(|(at, _)| at > index);
        let chosen: Vec<&Statement> =
            std::iter::once(*own).chain(others.map(|(_, one)| *one)).collect();
        frame.candidates = chosen
            .iter()
            .map(|one| Choice {
                offer: Offer::Event(one.id.clone()),
                right: true,
                place: None,
                why: Proof::Statement(one.id.clone()),
            })
            .collect();
        let candidates = frame.candidates.clone();
        let fair = |picks: &[usize]| {
            let picked: Vec<&Statement> =
                picks.iter().filter_map(|pick| chosen.get(*pick).copied()).collect();
            let ordered = picked.iter().enumerate().all(|(at, left)| {
                picked.iter().skip(at + 1).all(|right| before(left, right) || before(right, left))
            });
            ordered && fair_together(facts, &candidates, picks)
        };
        let expected = |close| Difficulty::expected(facts, own, Format::Order, close);
        for size in [3, 2] {
            frame.with_others(size, |_| expected(size == 3), |_| 0, fair);
        }
        frame.sets.truncate(MOST_SETS);
        let mut dated = Frame::new(facts, Format::Match, *index, own, Stem::Dates);
        dated.candidates = candidates;
        dated.targets = chosen.iter().map(|one| one.value.clone()).collect();
        // A full date among bare years would give itself away.
        let precise = |set: &&Set| {
            let days = set.picks().filter_map(|pick| chosen.get(pick)?.date());
            let kinds: HashSet<_> = days.map(|date| std::mem::discriminant(&date)).collect();
            kinds.len() == 1
        };
        dated.sets = frame.sets.iter().filter(precise).cloned().collect();
        frames.push(frame);
        frames.push(dated);
    }
    frames
}

/// Whether a statement's date is over before another's begins.
pub(in crate::quiz) fn before(left: &Statement, right: &Statement) -> bool {
    let end = left.date().and_then(crate::facts::PartialDate::last_day);
    let start = right.date().and_then(crate::facts::PartialDate::first_day);
    matches!((end, start), (Some(end), Some(start)) if end < start)
}

/// Subjects to be matched with their values, three or four at a time.
fn pairs(facts: &Facts) -> Vec<Frame> {
    let mut frames = Vec::new();
    for property in facts.file().properties.iter().filter(|one| one.pairs.is_some()) {
        let rows: Vec<(usize, &Statement)> = facts
            .statements()
            .iter()
            .enumerate()
            .filter(|(_, one)| one.property == property.id && is_firm(facts, one))
            .filter(|(_, one)| facts.complete(&one.subject, &one.property).is_some())
            .filter(|(_, one)| facts.of(&one.subject, &one.property).count() == 1)
            .collect();
        for (index, own) in &rows {
            let mut frame =
                Frame::new(facts, Format::Match, *index, own, Stem::Pairs(property.id.clone()));
            let others = rows.iter().filter(|(at, _)| at > index);
            let chosen: Vec<&Statement> =
                std::iter::once(*own).chain(others.map(|(_, one)| *one)).collect();
            for one in &chosen {
                frame.candidates.push(Choice {
                    offer: Offer::Subject(one.subject.clone()),
                    right: true,
                    place: None,
                    why: Proof::Statement(one.id.clone()),
                });
                frame.targets.push(one.value.clone());
            }
            let fair = |picks: &[usize]| {
                let picked: Vec<&Statement> =
                    picks.iter().filter_map(|pick| chosen.get(*pick).copied()).collect();
                picked.iter().enumerate().all(|(at, left)| {
                    picked.iter().skip(at + 1).all(|right| differ(facts, left, right))
                })
            };
            let difficulty = |_: &[usize]| Difficulty::expected(facts, own, Format::Match, false);
            for size in [3, 2] {
                frame.with_others(size, difficulty, |_| 0, fair);
            }
            frames.push(frame);
        }
    }
    frames
}

/// Whether two rows can stand in one table: subjects of one sort, other subjects, other values, and no name of one in the other.
fn differ(facts: &Facts, left: &Statement, right: &Statement) -> bool {
    let subject = |one: &Statement| Value::Entity(one.subject.clone());
    let sort = |one: &Statement| {
        let entity = facts.entity(&one.subject)?;
        // Films and series are of one sort though of several classes.
        let film = matches!(entity.class, Class::Docuseries | Class::Programme);
        Some(if film { Class::Docuseries } else { entity.class })
    };
    sort(left) == sort(right)
        && apart(facts, &left.value, &right.value)
        && apart(facts, &subject(left), &subject(right))
        && apart(facts, &subject(left), &right.value)
        && apart(facts, &left.value, &subject(right))
}
