//! Frames about one statement: its question, its claim, how sure it was.

use super::standing;
use super::{Frame, MOST_SETS, Set, all_subsets, even_lengths, rank, subsets, texts};
use crate::facts::{Bound, Class, Facts, Rank, Statement, Value};
use crate::quiz::chance::{below, shuffle};
use crate::quiz::item::{Choice, Offer, Proof, Stem};
use crate::quiz::kinds::{Difficulty, Format, Theme};
use crate::quiz::wrong::{
    Wrong, apart, fits_grammar, in_question, is_firm, proof, question, wrong,
};

/// How many wrong values a claim is tried with.
const MOST_SWAPS: usize = 8;
/// How many numbers or dates on each side of the true one a claim is tried with.
pub(super) const NEAREST: usize = 2;
/// How many names a claim must allow, or the few would be known for standing in false claims.
pub(super) const FEWEST: usize = 3;
/// Below this a number is too easily hit to be guessed at.
const LEAST: f64 = 6.0;

pub(super) fn frames(facts: &Facts, index: usize, statement: &Statement) -> Vec<Frame> {
    let mut frames = Vec::new();
    let new = |format, stem| Frame::new(facts, format, index, statement, stem);
    frames.extend(standing::frames(facts, statement, &new));
    if !is_firm(facts, statement) {
        return frames;
    }
    let wrong = wrong(facts, statement);
    frames.extend(claims(facts, statement, &wrong, &new));
    if !is_only_answer(facts, statement) {
        return frames;
    }
    frames.extend(choice(facts, statement, &wrong, &new));
    frames.extend(answered(facts, statement, &new));
    frames
}

/// Whether the statement is the only answer to its question: nothing else is said of its subject in
/// that respect but what it took the place of, and no other statement answers the same question.
fn is_only_answer(facts: &Facts, statement: &Statement) -> bool {
    let rivals = facts
        .of(&statement.subject, &statement.property)
        .filter(|one| one.rank != Rank::Deprecated)
        .count();
    let asked =
        facts.statements().iter().filter(|one| question(one) == question(statement)).count();
    rivals == 1 && asked == 1 && !in_question(facts, statement, &statement.value)
}

/// One of four, where enough is known to be wrong.
fn choice(
    facts: &Facts,
    statement: &Statement,
    wrong: &Wrong,
    new: &impl Fn(Format, Stem) -> Frame,
) -> Option<Frame> {
    let proof = proof(facts, statement)?;
    let mut frame = new(Format::Choice, Stem::Question);
    let option = |value: &Value, right, why: &Proof| Choice {
        offer: Offer::Value(value.clone()),
        right,
        place: None,
        why: why.clone(),
    };
    frame.candidates.push(option(&statement.value, true, &proof));
    let both = wrong.below.iter().chain(&wrong.above);
    frame.candidates.extend(both.map(|(value, why)| option(value, false, why)));
    let expected = |close| Difficulty::expected(facts, statement, Format::Choice, close);
    // The last of a row would always stand last.
    let is_row = statement.quiz.as_ref().is_some_and(|quiz| quiz.place.is_some());
    if is_row && (wrong.above.is_empty() || wrong.below.is_empty()) {
        return None;
    }
    if wrong.above.is_empty() {
        let count = (frame.candidates.len() - 1).min(3);
        if count < 2 {
            return None;
        }
        let candidates = frame.candidates.clone();
        let mut sizes: Vec<usize> = (2..=count).collect();
        sizes.reverse();
        for size in sizes {
            let fair = |picks: &[usize]| fair_together(facts, &candidates, picks);
            // Close: of the same part of the subject, so that none falls out at once.
            let close = |picks: &[usize]| expected(all_near(facts, statement, &candidates, picks));
            let by_length = |picks: &[usize]| rank(facts, &candidates, picks);
            frame.with_others(size, close, by_length, fair);
            // Three options only where there are no four.
            if !frame.sets.is_empty() {
                break;
            }
        }
        return Some(frame);
    }
    // The key may stand anywhere in the row only if there is enough on both sides.
    let beside: u8 = match wrong.below.len().min(wrong.above.len()) {
        0 | 1 => return None,
        2 => 2,
        _ => 3,
    };
    frame.below = Some(wrong.below.len());
    let lower: Vec<usize> = (1..=wrong.below.len()).collect();
    let upper: Vec<usize> = (wrong.below.len() + 1..frame.candidates.len()).collect();
    let mut chance = frame.generator();
    for rank in 0..=beside {
        let mut sets = Vec::new();
        for under in all_subsets(&lower, usize::from(rank)) {
            for over in all_subsets(&upper, usize::from(beside - rank)) {
                let picks: Vec<usize> =
                    std::iter::once(0).chain(under.iter().copied()).chain(over).collect();
                // The nearest ones only: close; all of them far: easier.
                let near = |pick: &usize| {
                    let at = lower.iter().position(|one| one == pick);
                    at.or_else(|| upper.iter().position(|one| one == pick)).unwrap_or_default() < 3
                };
                let difficulty = expected(picks.iter().skip(1).all(near));
                sets.push(Set::new(&picks, None, rank, difficulty));
            }
        }
        shuffle(&mut sets, &mut chance);
        sets.truncate(MOST_SETS / 4);
        frame.sets.extend(sets);
    }
    Some(frame)
}

/// Whether options may stand together: apart from each other, none much longer than the others.
pub(super) fn fair_together(facts: &Facts, candidates: &[Choice], picks: &[usize]) -> bool {
    let chosen: Vec<&Choice> = picks.iter().filter_map(|pick| candidates.get(*pick)).collect();
    let value = |choice: &Choice| match &choice.offer {
        Offer::Value(value) => Some(value.clone()),
        Offer::Subject(id) => Some(Value::Entity(id.clone())),
        _ => None,
    };
    let distinct = chosen.iter().enumerate().all(|(at, left)| {
        chosen.iter().skip(at + 1).all(|right| match (value(left), value(right)) {
            (Some(left), Some(right)) => apart(facts, &left, &right),
            _ => true,
        })
    });
    let texts: Vec<[String; 2]> = chosen.iter().map(|one| texts(facts, &one.offer)).collect();
    distinct && even_lengths(&texts)
}

/// Whether every wrong option is told of in the same part of the subject as the statement.
fn all_near(facts: &Facts, statement: &Statement, candidates: &[Choice], picks: &[usize]) -> bool {
    let theme = Theme::of(facts, statement);
    picks.iter().skip(1).filter_map(|pick| candidates.get(*pick)).all(|one| match &one.offer {
        Offer::Value(Value::Entity(id)) => {
            facts.naming(id).any(|other| Theme::of(facts, other) == theme)
        }
        _ => true,
    })
}

/// True or false, where the claim has a place for its value and something is known to be wrong there.
fn claims(
    facts: &Facts,
    statement: &Statement,
    wrong: &Wrong,
    new: &impl Fn(Format, Stem) -> Frame,
) -> Vec<Frame> {
    let framed = statement.quiz.as_ref().is_some_and(|quiz| quiz.frame.is_some());
    // The nearest are the hardest to tell from the truth.
    let near = |side: &[(Value, Proof)]| -> Vec<(Value, Proof)> {
        let ordered = !wrong.above.is_empty();
        side.iter().take(if ordered { NEAREST } else { usize::MAX }).cloned().collect()
    };
    let (below, above) = (near(&wrong.below), near(&wrong.above));
    let mut swaps: Vec<(Value, Proof)> = below
        .iter()
        .chain(&above)
        .filter(|(value, _)| fits_grammar(facts, &statement.value, value))
        .cloned()
        .collect();
    // One or two names that always stand for "false" would be known by that.
    let entity = matches!(statement.value, Value::Entity(_));
    if !framed || swaps.is_empty() || (entity && swaps.len() < FEWEST) {
        return Vec::new();
    }
    let difficulty = Difficulty::expected(facts, statement, Format::TrueOrFalse, false);
    let own = Proof::Statement(statement.id.clone());
    [true, false]
        .into_iter()
        .map(|truth| {
            let mut frame = new(Format::TrueOrFalse, Stem::Claim(None));
            frame.class = u8::from(truth);
            frame.id.push_str(if truth { ":true" } else { ":false" });
            let why = |first: &Proof| if truth { own.clone() } else { first.clone() };
            let first = swaps.first().map_or_else(|| own.clone(), |(_, why)| why.clone());
            frame.candidates = [true, false]
                .map(|offer| Choice {
                    offer: Offer::Truth(offer),
                    right: offer == truth,
                    place: None,
                    why: why(&first),
                })
                .to_vec();
            let set = |swap| Set::new(&[0, 1], swap, 0, difficulty);
            if truth {
                frame.sets.push(set(None));
            } else {
                shuffle(&mut swaps, &mut frame.generator());
                swaps.truncate(MOST_SWAPS);
                frame.sets.extend(swaps.iter().map(|(value, _)| set(Some(value.clone()))));
            }
            frame
        })
        .collect()
}

/// The answer is given, not chosen: a number, or a name that is typed.
fn answered(
    facts: &Facts,
    statement: &Statement,
    new: &impl Fn(Format, Stem) -> Frame,
) -> Option<Frame> {
    let format = match &statement.value {
        // Of "more than 19" no guess is the closest.
        Value::Quantity(quantity)
            if quantity.bound != Bound::MoreThan && quantity.amount >= LEAST =>
        {
            Format::Number
        }
        Value::Entity(id) => {
            let class = facts.entity(id)?.class;
            // Of an edition of a race people give the race, of a stage any of its names.
            let a_name =
                !matches!(class, Class::Stage | Class::Episode | Class::Series | Class::Race);
            if !a_name {
                return None;
            }
            Format::Typed
        }
        // A text can be put in too many ways to be judged.
        _ => return None,
    };
    let mut frame = new(format, Stem::Question);
    frame.candidates.push(Choice {
        offer: Offer::Value(statement.value.clone()),
        right: true,
        place: None,
        why: Proof::Statement(statement.id.clone()),
    });
    let difficulty = Difficulty::expected(facts, statement, format, false);
    frame.sets.push(Set::new(&[0], None, 0, difficulty));
    Some(frame)
}

/// A few of these, drawn by the frame's own generator.
pub(super) fn some(frame: &Frame, of: &[usize], size: usize, most: usize) -> Vec<Vec<usize>> {
    let mut chance = frame.generator();
    let mut found = subsets(of, size, most.max(1) * 4, &mut chance);
    while found.len() > most {
        found.swap_remove(below(&mut chance, found.len()));
    }
    found
}
