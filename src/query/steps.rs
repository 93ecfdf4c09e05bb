//! Two steps in one question: "the nationality of the team that made that film" asks of whoever that is.

use rustc_hash::FxHashMap;

use super::cues::TEAM;
use super::linked::{Linked, Word};
use super::lookup::current;
use super::talk::{asks_for_a_name, names_a_name};
use crate::facts::{Facts, Statement};
use crate::text::fold;

/// How many words a noun has at most: "équipe qui a fait".
const LONGEST: usize = 4;
/// What may stand between a noun and whose it is.
const OF: &[&str] = &["of", "for", "de", "du", "d", "des", "the", "la", "le", "l", "a", "au"];
/// What makes something else of a noun.
const COMPOUNDS: &[&str] = &[
    "mate", "mates", "bus", "buses", "kit", "car", "cars", "leader", "boss", "manager", "budget",
    "name", "jersey",
];
/// How many such words.
const FEW: usize = 2;

/// What people call whoever has to do with something, with the properties that say who that is.
#[derive(Debug)]
pub(super) struct Steps {
    nouns: FxHashMap<String, Vec<String>>,
}

impl Steps {
    /// Reads them off a fact set.
    pub fn new(facts: &Facts) -> Self {
        let mut nouns: FxHashMap<String, Vec<String>> = FxHashMap::default();
        for property in &facts.file().properties {
            for noun in property.nouns.en.iter().chain(&property.nouns.fr) {
                nouns.entry(fold(noun)).or_default().push(property.id.clone());
            }
        }
        Self { nouns }
    }

    /// A question with whom it means in the place of what they are to somebody or something that it names; nothing where it
    /// asks no more than who that is.
    pub fn taken(&self, facts: &Facts, linked: &Linked) -> Option<Linked> {
        let words = linked.words.as_slice();
        (0..words.len()).find_map(|at| {
            let (from, to, value) =
                self.before(facts, words, at).or_else(|| self.after(facts, words, at))?;
            let mut taken = linked.clone();
            taken.words.splice(from..to, [Word::Entity(value)]);
            // "Who is the maker of that?" is one step.
            let little = |word: &str| {
                asks_for_a_name(word)
                    || names_a_name(word)
                    || ASKS.contains(&word)
                    || TEAM.contains(&word)
            };
            let asks = !taken.plain().all(little);
            asks.then_some(taken)
        })
    }

    /// "The maker of that film", where the noun begins at a word.
    fn before(&self, facts: &Facts, words: &[Word], at: usize) -> Option<(usize, usize, usize)> {
        (1..=LONGEST).rev().find_map(|length| {
            let properties = self.called(words.get(at..at + length)?)?;
            let rest = words.get(at + length..)?;
            let of =
                |word: &&Word| matches!(word, Word::Plain(word) if OF.contains(&word.as_str()));
            let between = rest.iter().take(FEW).take_while(of).count();
            // "Which team that rider …" is no team of his.
            if between == 0 && length == 1 {
                return None;
            }
            let Some(Word::Entity(whose)) = rest.get(between) else { return None };
            let value = value(facts, properties, *whose)?;
            Some((at, at + length + between + 1, value))
        })
    }

    /// "That rider's team", where the name is a word.
    fn after(&self, facts: &Facts, words: &[Word], at: usize) -> Option<(usize, usize, usize)> {
        let Word::Entity(whose) = words.get(at)? else { return None };
        let owns = matches!(words.get(at + 1), Some(Word::Plain(word)) if word == "s");
        let begin = at + 1 + usize::from(owns);
        (1..=LONGEST).rev().find_map(|length| {
            let properties = self.called(words.get(begin..begin + length)?)?;
            // "That rider's team bus" is no team.
            let next = words.get(begin + length);
            if matches!(next, Some(Word::Plain(word)) if COMPOUNDS.contains(&word.as_str())) {
                return None;
            }
            Some((at, begin + length, value(facts, properties, *whose)?))
        })
    }

    /// The properties that say who is called so.
    fn called(&self, words: &[Word]) -> Option<&[String]> {
        let mut noun = String::new();
        for word in words {
            let Word::Plain(word) = word else { return None };
            if !noun.is_empty() {
                noun.push(' ');
            }
            noun.push_str(word);
        }
        self.nouns.get(&noun).map(Vec::as_slice)
    }
}

/// Words of questions that ask no more than who or what that is.
const ASKS: &[&str] = &[
    "who", "whos", "what", "whats", "which", "name", "called", "qui", "quoi", "quel", "quelle",
    "nom", "appelle", "s", "est", "c", "is", "was", "lequel", "laquelle", "in", "dans", "on",
    "sur", "again", "deja", "then", "donc", "alors", "tell", "me", "about",
];

/// The one entity that properties say of another one, whatever they are.
fn value(facts: &Facts, properties: &[String], whose: usize) -> Option<usize> {
    let entities = &facts.file().entities;
    let whose = &entities.get(whose)?.id;
    let said = properties.iter().flat_map(|property| facts.of(whose, property));
    let mut values: Vec<&str> =
        current(said).filter_map(|one: &Statement| one.value.entity()).collect();
    values.sort_unstable();
    values.dedup();
    let [value] = values.as_slice() else { return None };
    entities.iter().position(|one| one.id == *value)
}
