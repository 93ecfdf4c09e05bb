//! Somebody or something that a question means by what it is to the series: "the nationality of the winner".

use rustc_hash::FxHashMap;

use super::linked::{Linked, Word};
use super::lookup::current;
use crate::facts::{Class, Facts, Statement, Status, Value};
use crate::text::{fold, tokens};

/// What stands before what is one of a kind.
const DEFINITE: &[&str] =
    &["the", "that", "this", "which", "what", "l", "la", "cette", "quelle", "laquelle"];
/// One of them, as it is called.
const ONE_TEAM: &[&str] = &["team", "squad", "outfit", "equipe", "formation"];

/// What makes the bearer of another time of it.
const ANOTHER: &[&str] = &[
    "time", "times", "double", "past", "former", "previous", "defending", "reigning", "last", "ex",
    "ancien", "dernier", "precedent", "stage", "title",
];

/// What stands behind the bearer of something else: "the winner of the stage".
const BEHIND: &[&str] = &["of", "de", "du", "des", "d", "before", "avant", "sortant", "precedent"];

/// How many words a noun has at most: "celui qui l’a emporté".
const LONGEST: usize = 5;

/// Entities by what they are to the series and what its name contains: winner, organiser.
#[derive(Debug)]
pub(super) struct Bearers {
    entities: FxHashMap<String, usize>,
    /// Teams by what only one of them is said to be, in a word.
    kinds: FxHashMap<String, usize>,
    /// The year that the series is about: the winner of another one is somebody else.
    year: Option<i16>,
}

impl Bearers {
    /// Reads them off a fact set. `ambient` are the entities that the name of the series contains. What two bear is
    /// nobody's name.
    pub fn new(facts: &Facts, ambient: &[usize]) -> Self {
        let entities = &facts.file().entities;
        let is_own = |one: &&Statement| {
            let of_ambient =
                ambient.iter().filter_map(|at| entities.get(*at)).any(|it| it.id == one.subject);
            one.subject == facts.series() || of_ambient
        };
        let mut bearers = FxHashMap::default();
        let year = tokens(&facts.file().about.label.en).find_map(|word| word.parse::<i16>().ok());
        for property in facts.file().properties.iter().filter(|one| !one.nouns.is_empty()) {
            let said = facts.statements().iter().filter(|one| one.property == property.id);
            let mut said = current(said.filter(is_own));
            let (Some(one), None) = (said.next(), said.next()) else { continue };
            let value = one.value.entity();
            let Some(at) = entities.iter().position(|it| value == Some(&it.id)) else { continue };
            for noun in property.nouns.en.iter().chain(&property.nouns.fr) {
                bearers.insert(fold(noun), at);
            }
        }
        Self { entities: bearers, kinds: kinds(facts), year }
    }

    /// A question with the team that it means in the place of what that is: "which Dutch team", "l’équipe espagnole".
    pub fn of_a_kind(&self, linked: &Linked) -> Option<Linked> {
        let is_team = |word: Option<&Word>| matches!(word, Some(Word::Plain(word)) if ONE_TEAM.contains(&word.as_str()));
        let (at, team) = linked.words.iter().enumerate().find_map(|(at, word)| {
            let Word::Plain(plain) = word else { return None };
            let team = self.kinds.get(plain.as_str())?;
            let before = at.checked_sub(1).and_then(|before| linked.words.get(before));
            let first = if is_team(before) { at - 1 } else { at };
            let one = is_team(before) || is_team(linked.words.get(at + 1));
            // "Another Dutch team" is one that is not named, and so is "a Spanish team".
            let before = first.checked_sub(1).and_then(|before| linked.words.get(before));
            let is_meant = match before {
                None => true,
                Some(Word::Plain(word)) => DEFINITE.contains(&word.as_str()),
                Some(_) => false,
            };
            (one && is_meant).then_some((at, *team))
        })?;
        let mut named = linked.clone();
        *named.words.get_mut(at)? = Word::Entity(team);
        Some(named)
    }

    /// A question with whom it means in the place of what that is called; nothing where it calls nobody anything.
    /// Where a `plain` noun is wanted, the winner of something that is named is left alone.
    pub fn named(&self, linked: &Linked, plain_noun: bool) -> Option<Linked> {
        if linked.years().any(|year| self.year != Some(year)) {
            return None;
        }
        let mut named = Linked { words: Vec::with_capacity(linked.words.len()), ..linked.clone() };
        let (mut at, mut any) = (0, false);
        while let Some(word) = linked.words.get(at) {
            let rest = linked.words.get(at..).unwrap_or_default();
            let called = (1..=LONGEST).rev().find_map(|length| {
                let words: Option<Vec<&str>> = rest.get(..length)?.iter().map(plain).collect();
                let one = *self.entities.get(&words?.join(" "))?;
                // "The guy who won the sprint" is somebody else.
                let of_what = rest.get(length).and_then(plain);
                let something = length > 1
                    && of_what
                        .is_some_and(|word| DEFINITE.contains(&word) || matches!(word, "a" | "le"))
                    && matches!(rest.get(length + 1), Some(Word::Plain(_)));
                // So is "the two-time winner".
                let before = at.checked_sub(1).and_then(|before| linked.words.get(before));
                let another = before.and_then(plain).is_some_and(|word| ANOTHER.contains(&word));
                let of_it = plain_noun && of_what.is_some_and(|word| BEHIND.contains(&word));
                (!something && !another && !of_it).then_some((length, one))
            });
            any |= called.is_some();
            named.words.push(called.map_or_else(|| word.clone(), |(_, one)| Word::Entity(one)));
            at += called.map_or(1, |(length, _)| length);
        }
        any.then_some(named)
    }
}

fn plain(word: &Word) -> Option<&str> {
    match word {
        Word::Plain(word) => Some(word),
        _ => None,
    }
}

/// Teams by the words that are said of one of them alone.
fn kinds(facts: &Facts) -> FxHashMap<String, usize> {
    let entities = &facts.file().entities;
    let mut kinds: FxHashMap<String, Option<usize>> = FxHashMap::default();
    for one in current(facts.statements().iter().filter(|one| one.status == Status::Confirmed)) {
        let team = entities.iter().position(|it| it.id == one.subject && it.class == Class::Team);
        let (Some(team), Value::Text(text)) = (team, &one.value) else { continue };
        for word in [fold(&text.en), fold(&text.fr)] {
            if tokens(&word).count() == 1 {
                let known = kinds.entry(word).or_insert(Some(team));
                *known = known.filter(|known| *known == team);
            }
        }
    }
    kinds.into_iter().filter_map(|(word, team)| Some((word, team?))).collect()
}
