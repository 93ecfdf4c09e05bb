//! The nearest questions that were learnt from, by the words they share, rare words counting more.
//!
//! It sees whole questions where the linear classifier sees features; the two err differently, and their
//! sum errs less than either.

use std::collections::BTreeMap;

use super::features::terms;
use super::link::{Linked, Linker};

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

/// The questions that were learnt from, by their words.
#[derive(Debug, Default, PartialEq)]
pub struct Neighbours {
    /// Words in order, with their weight in steps and the questions that have them, in order.
    pub words: Vec<(String, u8, Vec<u16>)>,
    /// The label of each question, in order.
    pub labels: Vec<u16>,
    /// The questions of each label: the first, and the one after the last.
    ranges: Vec<(u16, u16)>,
    /// One over the length of each question.
    scales: Vec<f32>,
}

impl Neighbours {
    /// Learns questions in the order of their labels; at most 65,535 of them.
    #[must_use]
    pub fn learn<'a>(questions: impl Iterator<Item = (&'a Linked, u16)>, linker: &Linker) -> Self {
        let mut words: BTreeMap<String, Vec<u16>> = BTreeMap::new();
        let mut labels = Vec::new();
        for (number, (question, label)) in (0..u16::MAX).zip(questions) {
            for term in terms(question, linker) {
                let postings = words.entry(term).or_default();
                if postings.last() != Some(&number) {
                    postings.push(number);
                }
            }
            labels.push(label);
        }
        let all = f64::from(u32::try_from(labels.len()).unwrap_or(u32::MAX));
        let words = words
            .into_iter()
            .map(|(word, postings)| {
                let count = f64::from(u32::try_from(postings.len()).unwrap_or(u32::MAX));
                let weight = 1.0 + ((1.0 + all) / (1.0 + count)).ln();
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a weight lies between 1 and 13, so 16 steps of it fit in a byte"
                )]
                let steps = (weight * f64::from(STEPS)).round() as u8;
                (word, steps, postings)
            })
            .collect();
        Self::new(words, labels)
    }

    /// Puts the index together from what a file keeps.
    #[must_use]
    pub fn new(words: Vec<(String, u8, Vec<u16>)>, labels: Vec<u16>) -> Self {
        let mut squares = vec![0.0_f32; labels.len()];
        for (_, steps, postings) in &words {
            let weight = f32::from(*steps) / STEPS;
            for question in postings {
                if let Some(square) = squares.get_mut(usize::from(*question)) {
                    *square += weight * weight;
                }
            }
        }
        let scales = squares.into_iter().map(|square| 1.0 / square.sqrt()).collect();
        let last = labels.iter().max().copied();
        let ranges = (0..=last.unwrap_or_default()).filter_map(|label| {
            let first = labels.partition_point(|one| *one < label);
            let after = labels.partition_point(|one| *one <= label);
            Some((u16::try_from(first).ok()?, u16::try_from(after).ok()?))
        });
        Self { ranges: ranges.collect(), words, labels, scales }
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
        let mut known: Vec<(f32, &[u16])> = Vec::with_capacity(asked.len());
        for term in &asked {
            if let Some((_, steps, postings)) = self.word(term) {
                let weight = f32::from(*steps) / STEPS;
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
        let mut products: Vec<f32> = Vec::new();
        let of_label = |label: &u16| {
            let Some((from, to)) = self.range(*label) else { return Near::default() };
            products.clear();
            products.resize(usize::from(to - from), 0.0);
            let (mut covered, mut missed) = (0.0_f32, if strange { UNKNOWN } else { 0.0_f32 });
            for (weight, postings) in &known {
                let begin = postings.partition_point(|question| *question < from);
                let mut count = 0.0_f32;
                for question in postings.get(begin..).unwrap_or_default() {
                    if *question >= to {
                        break;
                    }
                    count += 1.0;
                    if let Some(product) = products.get_mut(usize::from(question - from)) {
                        *product += weight * weight;
                    }
                }
                covered += weight * count / (count + 1.0);
                if count == 0.0 {
                    missed = missed.max(*weight);
                }
            }
            let mut best = [0.0_f32; NEAREST];
            let scales = self.scales.get(usize::from(from)..).unwrap_or_default();
            for (product, own) in products.iter().zip(scales) {
                if *product > least {
                    insert(&mut best, product * scale * own);
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
        let Some((_, _, postings)) = self.word(word) else { return false };
        let Some((from, to)) = self.range(label) else { return false };
        let within = |question: Option<&u16>| question.is_some_and(|one| (from..to).contains(one));
        within(postings.first()) && within(postings.last())
    }

    /// A word with its weight and its questions.
    fn word(&self, word: &str) -> Option<&(String, u8, Vec<u16>)> {
        let at = self.words.binary_search_by(|(one, ..)| one.as_str().cmp(word)).ok()?;
        self.words.get(at)
    }

    /// The questions of a label: the first, and the one after the last.
    fn range(&self, label: u16) -> Option<(u16, u16)> {
        self.ranges.get(usize::from(label)).copied()
    }
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
