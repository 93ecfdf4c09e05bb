//! What the classifier sees of a linked question: words, pairs of words, letters in words, names.

use super::link::{Linked, Linker, Word};

/// How many buckets features are hashed into.
pub const BUCKETS: usize = 1 << 16;

/// A feature with its weight.
pub type Feature = (u32, f32);

/// The features of a linked question, as a vector of length one.
#[must_use]
pub fn features(question: &Linked, linker: &Linker) -> Vec<Feature> {
    let shown: Vec<String> = question.words.iter().map(|word| shown(word, linker)).collect();
    let mut features: Vec<Feature> = Vec::with_capacity(shown.len() * 20);
    let mut add = |parts: &[&str], weight: f32| features.push((bucket(parts), weight));
    for (word, text) in question.words.iter().zip(&shown) {
        add(&["w", text], 1.0);
        match word {
            Word::Plain(word) => letters(word, &mut |gram| add(&["c", gram], 0.35)),
            Word::Entity(index) => {
                if let Some((_, id)) = linker.entity(*index) {
                    add(&["e", id], 0.8);
                }
            }
            Word::Number(_) | Word::Year(_) => {}
        }
    }
    let ends = std::iter::once("^").chain(shown.iter().map(String::as_str));
    let next = shown.iter().map(String::as_str).chain(["$"]);
    for (left, right) in ends.zip(next) {
        add(&["b", left, right], 0.7);
    }
    for (left, right) in shown.iter().zip(shown.iter().skip(2)) {
        add(&["s", left, right], 0.4);
    }
    normalised(features)
}

/// The words of a linked question as they are shown, with the names behind the kinds.
#[must_use]
pub fn terms(question: &Linked, linker: &Linker) -> Vec<String> {
    let mut terms: Vec<String> = Vec::with_capacity(question.words.len() * 2);
    for word in &question.words {
        terms.push(shown(word, linker));
        if let Word::Entity(index) = word
            && let Some((_, id)) = linker.entity(*index)
        {
            terms.push(format!("@{id}"));
        }
    }
    terms
}

/// A word as the classifier sees it: names and numbers are seen as their kind.
fn shown(word: &Word, linker: &Linker) -> String {
    match word {
        Word::Plain(word) => word.clone(),
        Word::Entity(index) => {
            linker.entity(*index).map_or_else(String::new, |(class, _)| format!("<{class:?}>"))
        }
        Word::Number(_) => "<number>".to_owned(),
        Word::Year(_) => "<year>".to_owned(),
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

/// Each bucket once, in order, and the whole of length one.
fn normalised(mut features: Vec<Feature>) -> Vec<Feature> {
    features.sort_by_key(|(bucket, _)| *bucket);
    features.dedup_by(|later, first| {
        later.0 == first.0 && {
            first.1 = first.1.max(later.1);
            true
        }
    });
    let length = features.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    if length > 0.0 {
        for (_, weight) in &mut features {
            *weight /= length;
        }
    }
    features
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
        }
    }
    hash
}
