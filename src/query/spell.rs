//! A speller over a closed vocabulary: the words of all known questions and names.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use rapidfuzz::distance::osa;
use wide::u32x8;

use super::positions::Positions;
use super::talk::is_filler;
use crate::text::tokens;

/// How often a word of three or four letters must occur to be what was meant by another one of three.
const FREQUENT: u32 = 40;

/// How often a known word occurs at most that may still be a slip.
const SELDOM: u32 = 2;
/// How many letters it has at least.
const SHORTEST: usize = 4;
/// How many letters a word has at least that may have one too many or too few.
const LONG: usize = 7;
/// How many times as often the word occurs that was meant.
const MANY: u32 = 10;
/// How many words of a question are looked at for that.
const LONGEST: usize = 40;

/// How far a word is from what was typed, the nearest first: slips, another first letter, how frequent it is by and large,
/// another letter in the place of one, how frequent it is, the word.
type Rank<'a> = (usize, bool, Reverse<u32>, bool, Reverse<u32>, &'a str);

/// A word of known questions and names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Known {
    /// The word, folded.
    pub text: Cow<'static, str>,
    /// How often it occurs.
    pub count: u32,
    /// Whether it occurs in questions about something else altogether, and in no others.
    pub foreign: bool,
}

/// Words of as many letters: the set of the letters of each, and where it is. The sets lie side by side: most words fall at
/// a look at them, eight at a time.
#[derive(Debug, Default)]
struct OfLength {
    sets: Vec<u32>,
    at: Vec<u32>,
}

/// Words with how often each occurs.
#[derive(Debug, Default)]
pub struct Speller {
    /// In the order of the alphabet.
    words: Vec<Known>,
    positions: Positions,
    /// By the number of their letters.
    by_length: Vec<OfLength>,
}

impl Speller {
    /// A speller over counted words.
    #[must_use]
    pub fn new(mut words: Vec<Known>) -> Self {
        words.sort_unstable();
        let mut by_length: Vec<OfLength> = Vec::new();
        for (at, Known { text: word, .. }) in words.iter().enumerate() {
            let letters = word.chars().count();
            // Short words and numbers are never what somebody meant to type otherwise.
            if letters < 3 || word.bytes().any(|byte| byte.is_ascii_digit()) {
                continue;
            }
            if by_length.len() <= letters {
                by_length.resize_with(letters + 1, OfLength::default);
            }
            if let (Some(of_length), Ok(at)) = (by_length.get_mut(letters), u32::try_from(at)) {
                of_length.sets.push(mask(word));
                of_length.at.push(at);
            }
        }
        let positions = Positions::new(words.iter().map(|word| word.text.as_ref()));
        Self { words, positions, by_length }
    }

    /// The words that it knows, in the order of the alphabet.
    pub(super) fn words(&self) -> &[Known] {
        &self.words
    }

    /// Whether a word is known.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// What is known of a word.
    pub(super) fn get(&self, word: &str) -> Option<&Known> {
        let at = |at| self.words.get(at).map(|word: &Known| word.text.as_ref());
        self.words.get(self.positions.find(word, at)?)
    }

    /// How often a word occurs in known questions and names.
    pub(super) fn count(&self, word: &str) -> u32 {
        self.get(word).map_or(0, |known| known.count)
    }

    /// The words of so many letters that so many slips can make of what was typed, by their letters alone, each with the
    /// set of its letters and how often it occurs.
    fn reachable(
        &self,
        letters: usize,
        typed: Letters,
        slips: usize,
    ) -> impl Iterator<Item = (&str, u32, u32)> {
        let within = self.by_length.get(letters).zip(typed.reach(letters, slips));
        within.into_iter().flat_map(move |(of_length, reach)| {
            let (eights, rest) = of_length.sets.as_chunks::<8>();
            let in_eights = eights.iter().map(move |sets| reach.held(*sets)).enumerate();
            let in_eights = in_eights.filter(|(_, held)| *held != 0).flat_map(|(chunk, held)| {
                (0..8).filter(move |lane| held >> lane & 1 == 1).map(move |lane| 8 * chunk + lane)
            });
            let in_rest = rest.iter().enumerate().filter(move |(_, set)| reach.holds(**set));
            let places = in_eights.chain(in_rest.map(|(at, _)| 8 * eights.len() + at));
            places.filter_map(|place| {
                let at = usize::try_from(*of_length.at.get(place)?).ok()?;
                let word = self.words.get(at)?;
                Some((word.text.as_ref(), *of_length.sets.get(place)?, word.count))
            })
        })
    }

    /// The frequent word of three letters that a word becomes when two neighbours change places; of several the one that
    /// begins alike, then the more frequent.
    fn swapped(&self, word: &str) -> Option<String> {
        let near = self.reachable(3, Letters::of(word), 0).filter(|(known, _, count)| {
            // "ADN" is no slip of "and".
            *count >= FREQUENT && !is_filler(known) && slips_between(word, known, 1).is_some()
        });
        near.max_by_key(|(known, _, count)| (known.chars().next() == word.chars().next(), *count))
            .map(|(known, ..)| known.to_owned())
    }

    /// The frequent word of four letters that a word of three becomes when one letter is put back.
    fn dropped(&self, word: &str) -> Option<String> {
        let typed = Letters::of(word);
        let near = self.reachable(4, typed, 1);
        let near = near.filter(|(known, _, count)| {
            *count >= FREQUENT && slips_between(word, known, 1).is_some()
        });
        near.max_by_key(|(_, _, count)| *count).map(|(known, ..)| known.to_owned())
    }

    /// A folded question with the rare words mended that are likelier slips of frequent ones than words of their own: they
    /// are known because somebody else once slipped in the same way. Nothing where there are none.
    pub(super) fn mended(&self, folded: &str) -> Option<String> {
        let mut any = false;
        let words: Vec<&str> = tokens(folded)
            .enumerate()
            .map(|(at, word)| {
                let meant = (at < LONGEST).then(|| self.slip_of(word)).flatten();
                any |= meant.is_some();
                meant.unwrap_or(word)
            })
            .collect();
        any.then(|| words.join(" "))
    }

    /// The frequent word of which a rare one is a slip.
    fn slip_of(&self, word: &str) -> Option<&str> {
        let often = self.get(word)?.count;
        let letters = word.chars().count();
        if often > SELDOM || letters < SHORTEST {
            return None;
        }
        let set = mask(word);
        let typed = Letters { count: letters, set };
        let near = (letters - 1..=letters + 1).flat_map(|length| self.reachable(length, typed, 1));
        let near = near.filter(|(known, letters, count)| {
            // Letters that changed places, or one of many that was left out or came twice: another letter in the place of one
            // makes another word.
            let slipped = *letters == set && known.len() == word.len()
                || known.len() != word.len()
                    && word.len() >= LONG
                    && (letters ^ set).count_ones() <= 1
                    && known.bytes().last() == word.bytes().last();
            *count >= MANY * often.max(2) && slipped && slips_between(word, known, 1).is_some()
        });
        near.max_by_key(|(known, _, count)| (known.chars().next() == word.chars().next(), *count))
            .map(|(known, ..)| known)
    }

    /// Other words that may have been meant than [`Speller::correct`] tells, the likeliest first: as near to what was
    /// typed, and not rare.
    pub(super) fn others(&self, word: &str) -> Vec<&str> {
        const KNOWN: u32 = 5;
        const MOST: usize = 2;
        let mut ranked = self.ranked(word);
        ranked.sort_unstable();
        let Some((least, ..)) = ranked.first().copied() else { return Vec::new() };
        let others = ranked.into_iter().skip(1);
        let near = others
            .filter(|(distance, .., Reverse(count), _)| *distance == least && *count >= KNOWN);
        near.map(|(.., known)| known).take(MOST).collect()
    }

    /// The known word that was most likely meant: one slip in four to seven letters, two in eight or
    /// more; of equals the one that begins alike, the more frequent, then the first of the alphabet.
    #[must_use]
    pub fn correct(&self, word: &str) -> Option<String> {
        match word.chars().count() {
            0..=2 => None,
            3 => self.swapped(word).or_else(|| self.dropped(word)),
            _ => self.ranked(word).into_iter().min().map(|(.., known)| known.to_owned()),
        }
    }

    /// The words that a word of four letters and more may be a slip of.
    fn ranked(&self, word: &str) -> Vec<Rank<'_>> {
        let letters = word.chars().count();
        let allowed = match letters {
            0..=3 => return Vec::new(),
            4..=7 => 1,
            _ => 2,
        };
        let set = mask(word);
        let typed = Letters { count: letters, set };
        let mut near = Vec::new();
        for length in letters.saturating_sub(allowed)..=letters + allowed {
            for (known, letters_of, count) in self.reachable(length, typed, allowed) {
                if let Some(distance) = slips_between(word, known, allowed) {
                    // The first letter is the last one that people get wrong.
                    let other_start = known.chars().next() != word.chars().next();
                    // Of words that are about as frequent, a letter that is missing is a likelier slip than another one:
                    // "wher" is "where" and not "when".
                    let other_letter = length == letters && letters_of != set;
                    let often = Reverse(count.max(1).ilog2() / 2);
                    near.push((distance, other_start, often, other_letter, Reverse(count), known));
                }
            }
        }
        near
    }
}

/// The words among counted ones that are most likely slips of frequent ones, with those: rare, and different by one slip
/// that is neither in the first letter nor in the ending, where words have their forms.
#[must_use]
pub(super) fn slips(counts: &BTreeMap<String, u32>) -> HashMap<String, String> {
    const RARE: u32 = 2;
    const SOME: u32 = 8;
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
            let far_more = count / often >= MANY;
            let swapped = known.len() == word.len() && *letters == set && far_more;
            // And so is one of two like letters that was left out, or one that came twice.
            let doubled = known.len() != word.len() && *letters == set && far_more && often <= SOME;
            (often <= RARE || swapped || doubled)
                && (letters ^ set).count_ones() <= 2
                && known.len().abs_diff(word.len()) <= 1
                && known.bytes().next() == word.bytes().next()
                && (swapped || known.bytes().last() == word.bytes().last())
                && osa::distance_with_args(word.chars(), known.chars(), &args).is_some()
        });
        near.max_by_key(|(_, count, _)| *count).map(|(known, ..)| (*known).to_owned())
    };
    let words = counts.iter().filter(|(word, count)| **count < FREQUENT && is_word(word));
    words.filter_map(|(word, count)| Some((word.clone(), slip_of(word, *count)?))).collect()
}

/// How many letters a word has, and which.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters {
    count: usize,
    /// A bit each.
    set: u32,
}

impl Letters {
    pub(super) fn of(word: &str) -> Self {
        Self { count: word.chars().count(), set: mask(word) }
    }

    /// Whether so many slips can make one word of another, by all that is known without comparing them.
    pub(super) fn may_become(self, other: Self, slips: usize) -> bool {
        self.reach(other.count, slips).is_some_and(|reach| reach.holds(other.set))
    }

    /// What so many slips can make of a word, of a word of so many letters: each slip adds one letter to those that there
    /// are, takes one away, or does both, and some are needed for another length.
    fn reach(self, letters: usize, slips: usize) -> Option<Reach> {
        let added = slips.checked_sub(self.count.saturating_sub(letters))?;
        let gone = slips.checked_sub(letters.saturating_sub(self.count))?;
        Some(Reach { from: self.set, added, gone })
    }
}

/// Which sets of letters slips can make of one.
#[derive(Debug, Clone, Copy)]
struct Reach {
    from: u32,
    added: usize,
    gone: usize,
}

impl Reach {
    fn holds(self, set: u32) -> bool {
        has_at_most(set & !self.from, self.added) && has_at_most(self.from & !set, self.gone)
    }

    /// The same of eight sets, a bit each.
    fn held(self, sets: [u32; 8]) -> u32 {
        let (sets, from) = (u32x8::from(sets), u32x8::splat(self.from));
        let within = |mut left: u32x8, most: usize| {
            for _ in 0..most {
                left &= left - u32x8::ONE;
            }
            left
        };
        let beyond = within(sets & !from, self.added) | within(from & !sets, self.gone);
        beyond.simd_eq(u32x8::ZERO).to_bitmask()
    }
}

/// How many slips lie between two words, where there are no more than so many. Most words that are compared differ from the
/// start to the end, or in one place: what they begin and end with alike says so before anything is counted.
pub(super) fn slips_between(one: &str, other: &str, most: usize) -> Option<usize> {
    let counted = |one: &str, other: &str| {
        let args = osa::Args::default().score_cutoff(most);
        osa::distance_with_args(one.chars(), other.chars(), &args)
    };
    if !one.is_ascii() || !other.is_ascii() {
        return counted(one, other);
    }
    let begin = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    let (one, other) = (one.get(begin..)?, other.get(begin..)?);
    let ends = one.bytes().rev().zip(other.bytes().rev());
    let end = ends.take_while(|(one, other)| one == other).count();
    let (one, other) = (one.get(..one.len() - end)?, other.get(..other.len() - end)?);
    let swapped = || one.bytes().eq(other.bytes().rev());
    match (one.len().min(other.len()), one.len().max(other.len())) {
        (0, longer) => Some(longer).filter(|slips| *slips <= most),
        (1, 1) => Some(1),
        (2, 2) if swapped() => Some(1),
        _ if most < 2 => None,
        _ => counted(one, other),
    }
}

/// Whether a set has at most so many members, which are few. Where there is no instruction for it, counting all of them takes
/// three times as long as taking one or two out.
fn has_at_most(set: u32, most: usize) -> bool {
    let without_one = |set: u32| set & set.wrapping_sub(1);
    match most {
        0 => set == 0,
        1 => without_one(set) == 0,
        2 => without_one(without_one(set)) == 0,
        _ => set.count_ones() as usize <= most,
    }
}

/// The set of the letters of a word, a bit each.
fn mask(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |mask, byte| mask | 1 << (byte - b'a'))
}
