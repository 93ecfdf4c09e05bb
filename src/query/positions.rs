//! Where the words of a list are, by their hash: found in one or two looks instead of some fifteen.

use std::cmp::Ordering;

use super::features::hash;

/// How many slots there are for each word, at least.
const ROOM: usize = 2;
/// A slot that nothing is in.
const FREE: u16 = u16::MAX;

/// The positions of words in a list that is kept elsewhere.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Positions {
    /// As many as a power of two; a word is in the slot of its hash or in one of the next.
    slots: Vec<u16>,
    /// How many words there are. Those of a list that is too long for the slots are looked for one half after the other.
    count: usize,
}

impl Positions {
    /// The positions of words that differ, in the order of the alphabet.
    pub fn new<'a>(words: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let count = words.len();
        if count >= usize::from(FREE) {
            return Self { slots: Vec::new(), count };
        }
        let mut slots = vec![FREE; (words.len() * ROOM).next_power_of_two()];
        for (word, at) in words.zip(0..FREE) {
            let start = start(word, slots.len());
            let (before, after) = slots.split_at_mut(start);
            let free = after.iter_mut().chain(before).find(|slot| **slot == FREE);
            if let Some(slot) = free {
                *slot = at;
            }
        }
        Self { slots, count }
    }

    /// The position of a word; `at` gives the word of a position.
    pub fn find<'a>(&self, word: &str, at: impl Fn(usize) -> Option<&'a str>) -> Option<usize> {
        if self.slots.is_empty() {
            let (mut from, mut to) = (0, self.count);
            while from < to {
                let middle = from.midpoint(to);
                match at(middle)?.cmp(word) {
                    Ordering::Less => from = middle + 1,
                    Ordering::Equal => return Some(middle),
                    Ordering::Greater => to = middle,
                }
            }
            return None;
        }
        let (before, after) = self.slots.split_at_checked(start(word, self.slots.len()))?;
        after
            .iter()
            .chain(before)
            .take_while(|slot| **slot != FREE)
            .map(|slot| usize::from(*slot))
            .find(|position| at(*position) == Some(word))
    }
}

/// The slot in which a word is looked for first, among so many.
fn start(word: &str, slots: usize) -> usize {
    let hash = hash(word);
    let mixed = hash ^ (hash >> 32);
    usize::try_from(mixed % (slots.max(1) as u64)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_found_where_it_is_and_no_other_is() {
        for count in [1_000, 70_000] {
            let words: Vec<String> = (0..count).map(|number| format!("word{number:06}")).collect();
            let positions = Positions::new(words.iter().map(String::as_str));
            let at = |position: usize| words.get(position).map(String::as_str);
            for (position, word) in words.iter().enumerate() {
                assert_eq!(positions.find(word, at), Some(position));
            }
            assert_eq!(positions.find("word", at), None);
        }
        assert_eq!(Positions::default().find("word", |_| None), None);
    }
}
