//! Works that are called by whose they are: "Movistar’s own series", "la série de Movistar", "Movistar, leur série".

use super::link::{Linked, Word};
use crate::facts::{Class, Entity, Facts};

/// Words for a series.
const SERIES: &[&str] =
    &["series", "serie", "docuseries", "docuserie", "documentary", "documentaire", "doc", "docu"];
/// Words for a single film.
const FILM: &[&str] =
    &["film", "documentary", "documentaire", "doc", "docu", "programme", "program"];
/// What may stand between somebody and their work.
const BETWEEN: &[&str] = &["s", "own", "little", "tv"];
/// What stands between a work and whose it is.
const OF: &[&str] =
    &["of", "by", "from", "about", "on", "the", "de", "du", "des", "d", "sur", "la", "le", "l"];
/// Whose it is, where they were named before.
const THEIR: &[&str] = &["their", "its", "own", "leur", "sa", "son"];
/// How many words may stand between.
const FEW: usize = 2;

/// A question with the work in the place of what it is called; nothing where it calls none so, or somebody has several.
pub(super) fn called_by_whose(facts: &Facts, linked: &Linked) -> Option<Linked> {
    let words = linked.words.as_slice();
    words.iter().enumerate().find_map(|(at, word)| {
        let Word::Entity(whose) = word else { return None };
        let (called, nouns) = only_work(facts, *whose)?;
        let is_work =
            |word: &Word| matches!(word, Word::Plain(noun) if nouns.contains(&noun.as_str()));
        let after = run(words.get(at + 1..)?, BETWEEN);
        if words.get(at + 1 + after).is_some_and(is_work) {
            return replaced(linked, at, at + 1 + after, called);
        }
        let before = words.get(..at)?.iter().rev().take(FEW + 1);
        let noun = before.enumerate().find_map(|(back, word)| is_work(word).then_some(back + 1));
        if let Some(back) = noun
            && back > 1
            && run(words.get(at - back + 1..at)?, OF) == back - 1
        {
            return replaced(linked, at - back, at, called);
        }
        let theirs = words.windows(2).position(|pair| match pair {
            [Word::Plain(their), noun] => THEIR.contains(&their.as_str()) && is_work(noun),
            _ => false,
        });
        let of_nobody_else = linked.entities().len() == 1;
        let from = theirs.filter(|from| of_nobody_else && *from > at)?;
        let mut named = replaced(linked, from, from + 1, called)?;
        named.words.remove(at);
        Some(named)
    })
}

/// How many words of a list stand at the beginning, as far as a few.
fn run(words: &[Word], list: &[&str]) -> usize {
    let listed = |word: &&Word| matches!(word, Word::Plain(word) if list.contains(&word.as_str()));
    words.iter().take(FEW).take_while(listed).count()
}

/// A question with an entity in the place of some of its words.
fn replaced(linked: &Linked, from: usize, to: usize, entity: usize) -> Option<Linked> {
    let mut named = linked.clone();
    let rest = linked.words.get(to + 1..)?.to_vec();
    named.words.truncate(from);
    named.words.push(Word::Entity(entity));
    named.words.extend(rest);
    Some(named)
}

/// The one work beside the series that somebody has to do with, and what it may be called.
fn only_work(facts: &Facts, whose: usize) -> Option<(usize, &'static [&'static str])> {
    let entities = &facts.file().entities;
    let whose: &Entity = entities.get(whose)?;
    if !matches!(whose.class, Class::Team | Class::Organisation) {
        return None;
    }
    let mut works: Vec<&str> = facts
        .naming(&whose.id)
        .filter(|one| one.value.entity() == Some(&whose.id) && one.subject != facts.series())
        .map(|one| one.subject.as_str())
        .filter(|id| {
            let class = facts.entity(id).map(|one| one.class);
            matches!(class, Some(Class::Docuseries | Class::Programme))
        })
        .collect();
    works.sort_unstable();
    works.dedup();
    let [work] = works.as_slice() else { return None };
    let at = entities.iter().position(|one| one.id == *work)?;
    let nouns = if entities.get(at)?.class == Class::Docuseries { SERIES } else { FILM };
    Some((at, nouns))
}
