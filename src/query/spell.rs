//! A speller over a closed vocabulary: the words of all known questions and names.

use std::collections::{BTreeMap, HashMap};

use rapidfuzz::distance::osa;

use super::talk::is_filler;

/// How often a word of three or four letters must occur to be what was meant by another one of three.
const FREQUENT: u32 = 40;

/// Words with how often each occurs.
#[derive(Debug, Default)]
pub struct Speller {
    counts: HashMap<String, u32>,
    /// Words by their number of letters, each with the set of its letters.
    by_length: Vec<Vec<(String, u32, u32)>>,
}

impl Speller {
    /// A speller over counted words.
    #[must_use]
    pub fn new(words: impl IntoIterator<Item = (String, u32)>) -> Self {
        let counts: HashMap<String, u32> = words.into_iter().collect();
        let mut by_length: Vec<Vec<(String, u32, u32)>> = Vec::new();
        let mut sorted: Vec<(&String, &u32)> = counts.iter().collect();
        sorted.sort();
        for (word, count) in sorted {
            let letters = word.chars().count();
            // Short words and numbers are never what somebody meant to type otherwise.
            if letters < 3 || word.bytes().any(|byte| byte.is_ascii_digit()) {
                continue;
            }
            if by_length.len() <= letters {
                by_length.resize_with(letters + 1, Vec::new);
            }
            if let Some(words) = by_length.get_mut(letters) {
                words.push((word.clone(), mask(word), *count));
            }
        }
        Self { counts, by_length }
    }

    /// Whether a word is known.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.counts.contains_key(word)
    }

    /// The frequent word of three letters that a word becomes when two neighbours change places; of several the one that
    /// begins alike, then the more frequent.
    fn swapped(&self, word: &str) -> Option<String> {
        let set = mask(word);
        let args = osa::Args::default().score_cutoff(1);
        let near = self.by_length.get(3).into_iter().flatten().filter(|(known, letters, count)| {
            // "ADN" is no slip of "and".
            *count >= FREQUENT
                && *letters == set
                && !is_filler(known)
                && osa::distance_with_args(word.chars(), known.chars(), &args).is_some()
        });
        near.max_by_key(|(known, _, count)| (known.chars().next() == word.chars().next(), *count))
            .map(|(known, ..)| known.clone())
    }

    /// The frequent word of four letters that a word of three becomes when one letter is put back.
    fn dropped(&self, word: &str) -> Option<String> {
        let args = osa::Args::default().score_cutoff(1);
        let near = self.by_length.get(4).into_iter().flatten().filter(|(known, _, count)| {
            *count >= FREQUENT
                && osa::distance_with_args(word.chars(), known.chars(), &args).is_some()
        });
        near.max_by_key(|(_, _, count)| *count).map(|(known, ..)| known.clone())
    }

    /// The known word that was most likely meant: one slip in four to seven letters, two in eight or
    /// more; of equals the one that begins alike, the more frequent, then the first of the alphabet.
    #[must_use]
    pub fn correct(&self, word: &str) -> Option<String> {
        let letters = word.chars().count();
        let allowed = match letters {
            0..=2 => return None,
            3 => return self.swapped(word).or_else(|| self.dropped(word)),
            4..=7 => 1,
            _ => 2,
        };
        let set = mask(word);
        let args = osa::Args::default().score_cutoff(allowed);
        let mut best: Option<(usize, bool, std::cmp::Reverse<u32>, &String)> = None;
        for length in letters.saturating_sub(allowed)..=letters + allowed {
            for (known, letters, count) in self.by_length.get(length).into_iter().flatten() {
                // A slip changes at most two letters of the set.
                if (letters ^ set).count_ones() as usize > 2 * allowed {
                    continue;
                }
                let found = osa::distance_with_args(word.chars(), known.chars(), &args);
                if let Some(distance) = found {
                    // The first letter is the last one that people get wrong.
                    let other_start = known.chars().next() != word.chars().next();
                    let candidate = (distance, other_start, std::cmp::Reverse(*count), known);
                    if best.as_ref().is_none_or(|best| candidate < *best) {
                        best = Some(candidate);
                    }
                }
            }
        }
        best.map(|(.., known)| known.clone())
    }
}

/// The words among counted ones that are most likely slips of frequent ones, with those: rare, and different by one slip
/// that is neither in the first letter nor in the ending, where words have their forms.
#[must_use]
pub(super) fn slips(counts: &BTreeMap<String, u32>) -> HashMap<String, String> {
    const RARE: u32 = 2;
    const MANY: u32 = 10;
    const SHORTEST: usize = 5;
    let is_word =
        |word: &str| word.len() >= SHORTEST && word.bytes().all(|one| one.is_ascii_lowercase());
    let frequent: Vec<(&str, u32, u32)> = counts
        .iter()
        .filter(|(word, count)| **count >= FREQUENT && is_word(word))
        .map(|(word, count)| (word.as_str(), *count, mask(word)))
        .collect();
    let args = osa::Args::default().score_cutoff(1);
    let slip_of = |word: &str, often: u32| {
        let set = mask(word);
        let near = frequent.iter().filter(|(known, count, letters)| {
            // Two letters that changed places are a slip, however many made it.
            let swapped = known.len() == word.len() && *letters == set && count / often >= MANY;
            (often <= RARE || swapped)
                && (letters ^ set).count_ones() <= 2
                && known.len().abs_diff(word.len()) <= 1
                && known.bytes().next() == word.bytes().next()
                && known.bytes().last() == word.bytes().last()
                && osa::distance_with_args(word.chars(), known.chars(), &args).is_some()
        });
        near.max_by_key(|(_, count, _)| *count).map(|(known, ..)| (*known).to_owned())
    };
    let words = counts.iter().filter(|(word, count)| **count < FREQUENT && is_word(word));
    words.filter_map(|(word, count)| Some((word.clone(), slip_of(word, *count)?))).collect()
}

/// The set of the letters of a word, a bit each.
fn mask(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |mask, byte| mask | 1 << (byte - b'a'))
}
