//! The nearest questions that were learnt from, by the words they share, rare words counting more.
//!
//! It sees whole questions where the linear classifier sees features; the two err differently, and their
//! sum errs less than either.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::features::terms;
use super::link::Linker;
use super::linked::Linked;
use super::positions::Positions;

/// How many of a label's nearest questions count.
const NEAREST: usize = 3;
/// How much the nearest counts, and how much the mean of the nearest.
const SHARES: (f32, f32) = (0.6, 0.4);
/// What share of a question another must have in common with it to count.
const LEAST: f32 = 0.08;
/// How much a word weighs that no question has.
const UNKNOWN: f32 = 6.0;
/// In how many steps the weight of a word is kept.
const STEPS: f32 = 16.0;

/// The number of a question that was learnt from.
pub(super) type Number = u32;

/// What a question has in common with the known questions of a label.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Near {
    /// How near the nearest of them are: 0 for nothing in common, 1 for the same words.
    pub score: f32,
    /// What share of its words, by weight, any of them has.
    pub covered: f32,
    /// How much the weightiest word weighs that none of them has; 1 is a word that is nowhere.
    pub missed: f32,
}

/// Words in order, with their weight in steps and the questions that have them, in order. All questions lie behind one
/// another: tens of thousands of lists of a few take twice the room.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Index {
    /// Each with where its questions end.
    words: Vec<(Cow<'static, str>, u8, usize)>,
    positions: Positions,
    postings: Vec<Number>,
}

impl Index {
    /// Adds a question to the word that is closed next.
    pub fn post(&mut self, question: Number) {
        self.postings.push(question);
    }

    /// Adds the word of all questions since the last one.
    pub fn close(&mut self, word: Cow<'static, str>, steps: u8) {
        self.words.push((word, steps, self.postings.len()));
    }

    fn get(&self, at: usize) -> Option<(&str, u8, &[Number])> {
        let (word, steps, end) = self.words.get(at)?;
        let begin = at.checked_sub(1).and_then(|before| self.words.get(before));
        let postings = self.postings.get(begin.map_or(0, |(.., end)| *end)..*end)?;
        Some((word, *steps, postings))
    }

    fn iter(&self) -> impl ExactSizeIterator<Item = (&str, u8, &[Number])> {
        (0..self.words.len()).map(|at| self.get(at).unwrap_or_default())
    }

    fn find(&self, word: &str) -> Option<(&str, u8, &[Number])> {
        self.get(self.positions.find(word, |at| self.words.get(at).map(|(one, ..)| one.as_ref()))?)
    }
}

/// The questions that were learnt from, by their words.
#[derive(Debug, Default, PartialEq)]
pub struct Neighbours {
    index: Index,
    /// The label of each question, in order.
    pub labels: Vec<u16>,
    /// The questions of each label: the first, and the one after the last.
    ranges: Vec<(Number, Number)>,
    /// One over the length of each question.
    scales: Vec<f32>,
}

impl Neighbours {
    /// Learns questions in the order of their labels.
    #[must_use]
    pub fn learn<'a>(questions: impl Iterator<Item = (&'a Linked, u16)>, linker: &Linker) -> Self {
        let mut words: BTreeMap<String, Vec<Number>> = BTreeMap::new();
        let mut labels = Vec::new();
        for (number, (question, label)) in (0..Number::MAX).zip(questions) {
            for term in terms(question, linker) {
                let postings = words.entry(term).or_default();
                if postings.last() != Some(&number) {
                    postings.push(number);
                }
            }
            labels.push(label);
        }
        let all = f64::from(u32::try_from(labels.len()).unwrap_or(u32::MAX));
        let mut index = Index::default();
        for (word, postings) in words {
            let count = f64::from(u32::try_from(postings.len()).unwrap_or(u32::MAX));
            let weight = 1.0 + ((1.0 + all) / (1.0 + count)).ln();
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a weight lies between 1 and 13, so 16 steps of it fit in a byte"
            )]
            let steps = (weight * f64::from(STEPS)).round() as u8;
            for question in postings {
                index.post(question);
            }
            index.close(word.into(), steps);
        }
        Self::new(index, labels)
    }

    /// Puts the index together from what a file keeps.
    pub(super) fn new(mut index: Index, labels: Vec<u16>) -> Self {
        index.positions = Positions::new(index.words.iter().map(|(word, ..)| word.as_ref()));
        index.words.shrink_to_fit();
        index.postings.shrink_to_fit();
        let mut squares = vec![0.0_f32; labels.len()];
        for (_, steps, postings) in index.iter() {
            let weight = f32::from(steps) / STEPS;
            for question in postings {
                if let Some(square) = squares.get_mut(place(*question)) {
                    *square += weight * weight;
                }
            }
        }
        let scales = squares.into_iter().map(|square| 1.0 / square.sqrt()).collect();
        let last = labels.iter().max().copied();
        let ranges = (0..=last.unwrap_or_default()).filter_map(|label| {
            let first = labels.partition_point(|one| *one < label);
            let after = labels.partition_point(|one| *one <= label);
            Some((Number::try_from(first).ok()?, Number::try_from(after).ok()?))
        });
        Self { ranges: ranges.collect(), index, labels, scales }
    }

    /// Each word with its weight in steps and its questions.
    pub(super) fn words(&self) -> impl ExactSizeIterator<Item = (&str, u8, &[Number])> {
        self.index.iter()
    }

    /// What a question has in common with the known questions of some labels, by label.
    #[must_use]
    pub fn near(&self, question: &Linked, linker: &Linker, labels: &[u16]) -> Vec<Near> {
        let mut asked = terms(question, linker);
        asked.sort_unstable();
        asked.dedup();
        let mut square = 0.0;
        let mut all = 0.0;
        // A word that no question has makes all of them less like this one.
        let mut strange = false;
        let mut known: Vec<(f32, &[Number])> = Vec::with_capacity(asked.len());
        for term in &asked {
            if let Some((_, steps, postings)) = self.index.find(term) {
                let weight = f32::from(steps) / STEPS;
                square += weight * weight;
                all += weight;
                known.push((weight, postings));
            } else {
                square += UNKNOWN * UNKNOWN;
                all += UNKNOWN;
                strange = true;
            }
        }
        let scale = 1.0 / square.sqrt().max(f32::MIN_POSITIVE);
        // Most questions share no more than an article with this one.
        let least = square * LEAST;
        let longest =
            labels.iter().filter_map(|label| self.range(*label)).map(|(from, to)| to - from);
        let mut products = vec![0.0_f32; place(longest.max().unwrap_or_default())];
        // Few of a label's questions share a word with this one: only they are gone through.
        let mut touched: Vec<Number> = Vec::new();
        let of_label = |label: &u16| {
            let Some((from, to)) = self.range(*label) else { return Near::default() };
            touched.clear();
            let (mut covered, mut missed) = (0.0_f32, if strange { UNKNOWN } else { 0.0_f32 });
            for (weight, postings) in &known {
                let begin = postings.partition_point(|question| *question < from);
                let after = postings.get(begin..).unwrap_or_default();
                // A label has far fewer questions than there are, and each stands there once.
                let most = after.get(..place(to - from)).unwrap_or(after);
                let end = most.partition_point(|question| *question < to);
                let within = most.get(..end).unwrap_or_default();
                let count = u16::try_from(within.len()).map_or(f32::MAX, f32::from);
                let square = weight * weight;
                for question in within {
                    if let Some(product) = products.get_mut(place(question - from)) {
                        if *product == 0.0 {
                            touched.push(question - from);
                        }
                        *product += square;
                    }
                }
                covered += weight * count / (count + 1.0);
                if count == 0.0 {
                    missed = missed.max(*weight);
                }
            }
            let mut best = [0.0_f32; NEAREST];
            let scales = self.scales.get(place(from)..).unwrap_or_default();
            for at in touched.iter().copied().map(place) {
                let Some(product) = products.get_mut(at).map(std::mem::take) else { continue };
                if product > least
                    && let Some(own) = scales.get(at)
                {
                    let nearness = product * scale * own;
                    if best.last().is_some_and(|last| nearness > *last) {
                        insert(&mut best, nearness);
                    }
                }
            }
            let mean = best.iter().sum::<f32>() / 3.0;
            let first = best.first().copied().unwrap_or_default();
            Near {
                score: SHARES.0 * first + SHARES.1 * mean,
                covered: covered / all.max(f32::MIN_POSITIVE),
                missed: missed / UNKNOWN,
            }
        };
        labels.iter().map(of_label).collect()
    }

    /// Whether a word occurs in questions of one label and in no others.
    #[must_use]
    pub fn is_only_of(&self, word: &str, label: u16) -> bool {
        let Some((_, _, postings)) = self.index.find(word) else { return false };
        let Some((from, to)) = self.range(label) else { return false };
        let within =
            |question: Option<&Number>| question.is_some_and(|one| (from..to).contains(one));
        within(postings.first()) && within(postings.last())
    }

    /// The questions of a label: the first, and the one after the last.
    fn range(&self, label: u16) -> Option<(Number, Number)> {
        self.ranges.get(usize::from(label)).copied()
    }
}

/// Where a question stands among all of them, or among those of its label.
fn place(question: Number) -> usize {
    usize::try_from(question).unwrap_or(usize::MAX)
}

/// Keeps the largest values, the largest first.
fn insert(best: &mut [f32; NEAREST], value: f32) {
    let mut value = value;
    for place in best {
        if value > *place {
            std::mem::swap(place, &mut value);
        }
    }
}
