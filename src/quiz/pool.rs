//! The pool: every frame of a fact set, items made from them, and which of two help each other.

use rand::Rng;
use sha2::{Digest as _, Sha256};

use super::chance::{below, shuffle};
use super::frames::{Frame, Set, frames};
use super::item::{Choice, Item, Offer, Stem};
use super::kinds::Format;
use super::told::{Teller, Told};
use super::wrong::names;
use crate::facts::{Facts, Value};

/// Everything that can be asked of a fact set.
#[derive(Debug)]
pub struct Pool {
    frames: Vec<Frame>,
    told: Vec<Told>,
}

impl Pool {
    /// Finds everything that can be asked.
    #[must_use]
    pub fn new(facts: &Facts) -> Self {
        let mut frames = frames(facts);
        frames.iter_mut().for_each(Frame::shrink);
        frames.shrink_to_fit();
        let teller = Teller::new(facts);
        let told = frames.iter().map(|frame| teller.of(frame)).collect();
        Self { frames, told }
    }

    /// All frames, in a fixed order.
    #[must_use]
    pub fn frames(&self) -> &[Frame] {
        &self.frames
    }

    /// The position of a frame.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.frames.iter().position(|frame| frame.id == id)
    }

    /// Whether one of two frames, by their positions, helps with the other within one quiz.
    #[must_use]
    pub fn helps(&self, one: usize, other: usize) -> bool {
        match (self.told.get(one), self.told.get(other)) {
            (Some(one), Some(other)) => one.helps(other),
            _ => false,
        }
    }

    /// Every item that can be drawn, options in the order that the generator gives them: each set of
    /// options of each frame, once.
    pub fn all<'a>(
        &'a self,
        facts: &'a Facts,
        chance: &'a mut dyn Rng,
    ) -> impl Iterator<Item = Item> + 'a {
        let sets =
            self.frames.iter().flat_map(|frame| frame.sets.iter().map(move |set| (frame, set)));
        sets.map(move |(frame, set)| make(facts, frame, set, chance))
    }
}

/// The item of one set of options.
pub(super) fn make(facts: &Facts, frame: &Frame, set: &Set, chance: &mut dyn Rng) -> Item {
    let mut picks: Vec<usize> = set.picks().collect();
    if let Some(below) = frame.below {
        // What has an order ascends: the nearest below the key stand last among those before it.
        picks.sort_by_key(|pick| {
            let pick = i64::try_from(*pick).unwrap_or(i64::MAX);
            let below = i64::try_from(below).unwrap_or_default();
            if (1..=below).contains(&pick) { -pick } else { pick }
        });
    }
    let mut choices: Vec<Choice> =
        picks.iter().filter_map(|pick| frame.candidates.get(*pick)).cloned().collect();
    let mut targets = Vec::new();
    match frame.format {
        Format::TrueOrFalse | Format::RumourOrFact | Format::Number | Format::Typed => {}
        Format::Choice if frame.below.is_some() => {}
        Format::Choice | Format::PickAll => shuffle(&mut choices, chance),
        Format::Order => {
            let mut sorted = choices.clone();
            sorted.sort_by_key(|choice| first_day(facts, choice));
            // Shown in the right order already it would be no question.
            for _ in 0..8 {
                shuffle(&mut choices, chance);
                if choices != sorted {
                    break;
                }
            }
            for choice in &mut choices {
                choice.place = sorted.iter().position(|one| one.offer == choice.offer);
            }
        }
        Format::Match => {
            let mut rows: Vec<(Choice, Value)> = set
                .picks()
                .filter_map(|pick| {
                    Some((frame.candidates.get(pick)?.clone(), frame.targets.get(pick)?.clone()))
                })
                .collect();
            targets = rows.iter().map(|(_, target)| target.clone()).collect();
            if targets.iter().all(|target| matches!(target, Value::Date(_))) {
                targets.sort_by(|left, right| match (left, right) {
                    (Value::Date(left), Value::Date(right)) => left.cmp(right),
                    _ => std::cmp::Ordering::Equal,
                });
            } else {
                shuffle(&mut targets, chance);
            }
            shuffle(&mut rows, chance);
            choices = rows
                .into_iter()
                .map(|(choice, target)| Choice {
                    place: targets.iter().position(|one| *one == target),
                    ..choice
                })
                .collect();
        }
    }
    let stem = match &frame.stem {
        Stem::Claim(_) => Stem::Claim(set.swap.as_deref().cloned()),
        Stem::Standing(_) => Stem::Standing(set.swap.as_deref().cloned()),
        other => other.clone(),
    };
    let statement =
        facts.statements().get(frame.statement).map(|one| one.id.clone()).unwrap_or_default();
    let mut item = Item {
        id: id(frame, &stem, &choices),
        frame: frame.id.clone(),
        format: frame.format,
        theme: frame.theme,
        difficulty: set.difficulty,
        stem,
        choices,
        targets,
        accepted: accepted(facts, frame),
        statement,
        digest: String::new(),
    };
    item.digest = facts.digest_of(item.statements().into_iter());
    item
}

/// A set of a frame, chosen so that the key stands anywhere as often as anywhere else.
pub(super) fn choose<'a>(frame: &Frame, sets: &[&'a Set], chance: &mut dyn Rng) -> Option<&'a Set> {
    let mut ranks: Vec<u8> = sets.iter().map(|set| set.rank).collect();
    ranks.sort_unstable();
    ranks.dedup();
    // Some keys are more famous than anything that can stand beside them; where it can be helped, the key
    // is not the most famous option (odd ranks), so that fame is no guide on the whole.
    if frame.format == Format::Choice && frame.below.is_none() {
        let obscure: Vec<u8> = ranks.iter().copied().filter(|rank| rank % 2 == 0).collect();
        if !obscure.is_empty() {
            ranks = obscure;
        }
    }
    let rank = ranks.get(below(chance, ranks.len()))?;
    let of_rank: Vec<&&Set> = sets.iter().filter(|set| set.rank == *rank).collect();
    of_rank.get(below(chance, of_rank.len())).map(|set| **set)
}

/// The names that are taken for a typed answer.
fn accepted(facts: &Facts, frame: &Frame) -> Vec<String> {
    match (frame.format, frame.candidates.first().map(|choice| &choice.offer)) {
        (Format::Typed, Some(Offer::Value(value))) => {
            let mut names = names(facts, value);
            names.sort_unstable();
            names.dedup();
            names
        }
        _ => Vec::new(),
    }
}

fn first_day(facts: &Facts, choice: &Choice) -> Option<jiff::civil::Date> {
    let Offer::Event(id) = &choice.offer else { return None };
    facts.statement(id)?.date()?.first_day()
}

/// The same for the same question with the same options, in whatever order.
fn id(frame: &Frame, stem: &Stem, choices: &[Choice]) -> String {
    let mut offers: Vec<String> =
        choices.iter().map(|choice| format!("{:?}", choice.offer)).collect();
    offers.sort_unstable();
    let digest = Sha256::digest(format!("{stem:?} {offers:?}"));
    let short = digest.iter().take(4).fold(0_u32, |all, byte| (all << 8) | u32::from(*byte));
    format!("{}:{short:08x}", frame.id)
}
