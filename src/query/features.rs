//! What the classifier sees of a linked question: words, pairs of words, letters in words, names, and what
//! the words mean; rare ones count more.

use std::borrow::Cow;

use super::concepts::Concepts;
use super::link::Linker;
use super::linked::{Linked, Word};

/// How many buckets features are hashed into.
pub const BUCKETS: usize = 1 << 17;

/// A bucket that every question has, for how often a label is asked for at all.
pub const ALWAYS: u32 = 1 << 17;

/// A feature with its weight.
pub type Feature = (u32, f32);

/// In how many steps to one the weight of a feature is kept.
const STEPS: f32 = 16.0;

/// How much words, letters and meanings count, each kind as a whole.
const SHARES: [f32; KINDS] = [1.0, 1.0, 0.7];
/// In how many questions a feature of each kind must occur to count.
const LEAST: [u32; KINDS] = [2, 3, 2];
const KINDS: usize = 3;

#[derive(Debug, Clone, Copy)]
enum Sort {
    Words,
    Letters,
    Meanings,
}

/// Turns linked questions into vectors.
#[derive(Debug)]
pub struct Vectors {
    concepts: Concepts,
    /// How much each bucket counts, in steps; nothing where too few questions have it.
    pub rarity: Cow<'static, [u8]>,
}

impl Vectors {
    /// Learns how rare features are.
    #[must_use]
    pub fn learn<'a>(questions: impl Iterator<Item = &'a Linked>, linker: &Linker) -> Self {
        let mut vectors = Self::new(Cow::Borrowed(&[]));
        let mut counts = vec![[0_u32; KINDS]; BUCKETS];
        let mut all = 0_u32;
        for question in questions {
            all += 1;
            for (bucket, sort) in vectors.seen(question, linker) {
                if let Some(count) =
                    counts.get_mut(bucket as usize).and_then(|counts| counts.get_mut(sort as usize))
                {
                    *count += 1;
                }
            }
        }
        let rarity = counts.iter().map(|counts| {
            let often = counts.iter().zip(LEAST).any(|(count, least)| *count >= least);
            let count = f64::from(counts.iter().sum::<u32>());
            let weight = 1.0 + ((1.0 + f64::from(all)) / (1.0 + count)).ln();
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a weight lies between 1 and 13, so 16 steps of it fit in a byte"
            )]
            let steps = (weight * f64::from(STEPS)).round() as u8;
            if often { steps } else { 0 }
        });
        vectors.rarity = rarity.collect();
        vectors
    }

    /// Vectors by what a file keeps.
    #[must_use]
    pub fn new(rarity: Cow<'static, [u8]>) -> Self {
        Self { concepts: Concepts::new(), rarity }
    }

    /// Whether a word stands for something that questions ask for.
    pub(super) fn means_anything(&self, word: &str) -> bool {
        self.concepts.of(word).next().is_some()
    }

    /// The bucket of a word, and how rare it is; nothing where too few questions have it.
    pub(super) fn of_word(&self, word: &str) -> (u32, Option<f32>) {
        let bucket = bucket(&["w", word]);
        let steps = self.rarity.get(bucket as usize).copied().filter(|steps| *steps > 0);
        (bucket, steps.map(|steps| f32::from(steps) / STEPS))
    }

    /// The features of a linked question: each sort of length one, then all of them, and one that is always
    /// there.
    #[must_use]
    pub fn of(&self, question: &Linked, linker: &Linker) -> Vec<Feature> {
        let weight = |bucket: u32| {
            self.rarity.get(bucket as usize).map_or(0.0, |steps| f32::from(*steps) / STEPS)
        };
        let seen = self.seen(question, linker);
        let mut squares = [0.0_f32; KINDS];
        for (bucket, sort) in &seen {
            if let Some(square) = squares.get_mut(*sort as usize) {
                *square += weight(*bucket) * weight(*bucket);
            }
        }
        let present = squares.iter().zip(SHARES).filter(|(square, _)| **square > 0.0);
        let whole = present.map(|(_, share)| share * share).sum::<f32>().sqrt();
        let mut scales = [0.0_f32; KINDS];
        for ((scale, square), share) in scales.iter_mut().zip(squares).zip(SHARES) {
            if square > 0.0 {
                *scale = share / (square.sqrt() * whole);
            }
        }
        let mut features: Vec<Feature> = Vec::with_capacity(seen.len() + 1);
        for (bucket, sort) in seen {
            let weight = weight(bucket) * scales.get(sort as usize).copied().unwrap_or_default();
            if weight > 0.0 {
                features.push((bucket, weight));
            }
        }
        features.push((ALWAYS, 1.0));
        features
    }

    /// The buckets of a question with their sorts, each once and in order.
    fn seen(&self, question: &Linked, linker: &Linker) -> Vec<(u32, Sort)> {
        let shown: Vec<Cow<'_, str>> =
            question.words.iter().map(|word| shown(word, linker)).collect();
        let mut seen: Vec<(u32, Sort)> = Vec::with_capacity(shown.len() * 20);
        let mut before: Vec<&str> = Vec::new();
        for (word, text) in question.words.iter().zip(&shown) {
            seen.push((bucket(&["w", text]), Sort::Words));
            let mut means: Vec<&str> = Vec::new();
            match word {
                Word::Plain(word) => {
                    letters(word, &mut |gram| seen.push((bucket(&["c", gram]), Sort::Letters)));
                    means.extend(self.concepts.of(word));
                }
                Word::Entity(index) => {
                    if let Some((_, id)) = linker.entity(*index) {
                        seen.push((bucket(&["e", id]), Sort::Words));
                        seen.push((bucket(&["m", id]), Sort::Meanings));
                    }
                    means.push(text);
                }
                Word::Number(_) | Word::Year(_) | Word::Stranger(_) => means.push(text),
            }
            for meaning in &means {
                seen.push((bucket(&["m", meaning]), Sort::Meanings));
                for left in &before {
                    seen.push((bucket(&["n", left, meaning]), Sort::Meanings));
                }
            }
            if !means.is_empty() {
                before = means;
            }
        }
        let ends = std::iter::once("^").chain(shown.iter().map(AsRef::as_ref));
        let next = shown.iter().map(AsRef::as_ref).chain(["$"]);
        for (left, right) in ends.zip(next) {
            seen.push((bucket(&["b", left, right]), Sort::Words));
        }
        seen.sort_unstable_by_key(|(bucket, sort)| (*bucket, *sort as usize));
        seen.dedup_by_key(|(bucket, _)| *bucket);
        seen
    }
}

/// A word as the classifier sees it: names and numbers are seen as their kind.
fn shown<'a>(word: &'a Word, linker: &Linker) -> Cow<'a, str> {
    match word {
        Word::Plain(word) => Cow::Borrowed(word),
        Word::Entity(index) => linker
            .entity(*index)
            .map_or_else(String::new, |(class, _)| format!("<{class:?}>"))
            .into(),
        // A question about another team is asked as one about a team is.
        Word::Stranger(class) => format!("<{class:?}>").into(),
        Word::Number(_) => Cow::Borrowed("<number>"),
        Word::Year(_) => Cow::Borrowed("<year>"),
    }
}

/// The runs of three to five letters of a word with its ends marked.
fn letters(word: &str, add: &mut impl FnMut(&str)) {
    let marked = format!("^{word}$");
    let starts: Vec<usize> =
        marked.char_indices().map(|(at, _)| at).chain([marked.len()]).collect();
    for length in 3..=5 {
        for ends in starts.windows(length + 1) {
            if let (Some(from), Some(to)) = (ends.first(), ends.last())
                && let Some(gram) = marked.get(*from..*to)
            {
                add(gram);
            }
        }
    }
}

/// FNV-1a of a word.
#[must_use]
pub fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// FNV-1a, folded to a bucket: the same on every machine.
fn bucket(parts: &[&str]) -> u32 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    u32::try_from((hash ^ (hash >> 32)) % (BUCKETS as u64)).unwrap_or_default()
}

/// A hash of a whole linked question, for exact matches: its words, names and numbers as they are.
#[must_use]
pub fn template(question: &Linked, linker: &Linker) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([b' ']) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for word in &question.words {
        match word {
            Word::Plain(word) => add(word),
            Word::Entity(index) => add(linker.entity(*index).map_or("", |(_, id)| id)),
            Word::Number(number) => add(&number.to_string()),
            Word::Year(year) => add(&year.to_string()),
            Word::Stranger(class) => add(&format!("<{class:?}>")),
        }
    }
    hash
}
