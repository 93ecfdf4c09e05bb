//! Editions of a race: "the Tour in 2022" is the 2022 Tour, where the fact set knows that one by a name of its own.

use super::linked::Word;
use crate::facts::{Class, Facts};
use crate::text::{fold, tokens};

/// What may stand between a race and its year.
const OF: &[&str] = &["in", "of", "en", "de", "du"];

/// The editions that have names of their own.
#[derive(Debug)]
pub(super) struct Editions {
    /// The race, the year, and the edition of the race in that year.
    all: Vec<(usize, i16, usize)>,
}

impl Editions {
    /// Reads them off the names of races: that of an edition is that of the race with a year.
    pub fn new(facts: &Facts) -> Self {
        let races = || {
            let entities = facts.file().entities.iter().enumerate();
            entities.filter(|(_, one)| one.class == Class::Race)
        };
        let year = |word: &str| word.parse::<i16>().ok().filter(|_| word.len() == 4);
        let mut all = Vec::new();
        for (edition, called) in races() {
            let called = fold(&called.label.en);
            let Some(of) = tokens(&called).find_map(year) else { continue };
            let race = races().find(|(_, race)| {
                let race = fold(&race.label.en);
                tokens(&called).filter(|word| year(word).is_none()).eq(tokens(&race))
            });
            all.extend(race.map(|(race, _)| (race, of, edition)));
        }
        Self { all }
    }

    /// Puts the edition in the place of a race and a year behind it.
    pub fn name(&self, words: &mut Vec<Word>) {
        let found = words.iter().enumerate().find_map(|(at, word)| {
            let Word::Entity(race) = word else { return None };
            let rest = words.get(at + 1..)?;
            let between = usize::from(rest.first().is_some_and(|word| word.is_any(OF)));
            let Some(Word::Year(year)) = rest.get(between) else { return None };
            let mut all = self.all.iter();
            let edition = all.find(|(of, held, _)| of == race && held == year)?.2;
            Some((at..at + between + 2, edition))
        });
        if let Some((place, edition)) = found {
            words.splice(place, [Word::Entity(edition)]);
        }
    }
}
