//! The nearest questions that were learnt from, by the words they share, rare words counting more.
//!
//! It sees whole questions where the linear classifier sees features; the two err differently, and their
//! sum errs less than either.

use std::collections::{BTreeMap, HashMap};

use super::features::terms;
use super::link::{Linked, Linker};

/// How many of a label's nearest questions count.
const NEAREST: usize = 3;
/// How much the nearest counts, and how much the mean of the nearest.
const SHARES: (f32, f32) = (0.6, 0.4);
/// What share of a question another must have in common with it to count.
const LEAST: f32 = 0.08;
/// In how many steps the weight of a word is kept.
const STEPS: f32 = 16.0;

/// The questions that were learnt from, by their words.
#[derive(Debug, Default, PartialEq)]
pub struct Neighbours {
    /// Words with their weight in steps and the questions that have them, in order.
    pub words: Vec<(String, u8, Vec<u16>)>,
    /// The label of each question.
    pub labels: Vec<u16>,
    index: HashMap<String, usize>,
    /// One over the length of each question.
    scales: Vec<f32>,
}

impl Neighbours {
    /// Learns questions with their labels; at most 65,535 of them.
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
        let index = words.iter().enumerate().map(|(at, (word, ..))| (word.clone(), at)).collect();
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
        Self { words, labels, index, scales }
    }

    /// For each label, how near its nearest questions are: 0 for nothing in common, 1 for the same words.
    #[must_use]
    pub fn scores(&self, question: &Linked, linker: &Linker, labels: usize) -> Vec<f32> {
        let mut products = vec![0.0_f32; self.labels.len()];
        let mut square = 0.0;
        let mut asked = terms(question, linker);
        asked.sort_unstable();
        asked.dedup();
        for term in &asked {
            // A word that no question has makes all of them less like this one.
            let Some((_, steps, postings)) =
                self.index.get(term).and_then(|at| self.words.get(*at))
            else {
                square += 36.0;
                continue;
            };
            let weight = f32::from(*steps) / STEPS;
            square += weight * weight;
            for question in postings {
                if let Some(product) = products.get_mut(usize::from(*question)) {
                    *product += weight * weight;
                }
            }
        }
        let scale = 1.0 / square.sqrt().max(f32::MIN_POSITIVE);
        // Most questions share no more than an article with this one.
        let least = square * LEAST;
        let mut nearest = vec![[0.0_f32; NEAREST]; labels];
        for ((product, own), label) in products.iter().zip(&self.scales).zip(&self.labels) {
            if *product > least
                && let Some(best) = nearest.get_mut(usize::from(*label))
            {
                insert(best, product * scale * own);
            }
        }
        nearest
            .into_iter()
            .map(|best| {
                let mean = best.iter().sum::<f32>() / 3.0;
                let first = best.first().copied().unwrap_or_default();
                SHARES.0 * first + SHARES.1 * mean
            })
            .collect()
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
