//! Works that are called by whose they are: "Movistar’s own series", "la série de Movistar", "Movistar, leur série".

use super::compare::year_of;
use super::linked::{Linked, Word};
use super::said::speaks_of_year;
use crate::facts::{Class, Entity, Facts, Statement, Status, Value};

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

/// Words for another work of the same makers.
const OTHER: &[&str] = &["other", "autre"];
/// Words for a later one.
const LATER: &[&str] = &["after", "next", "apres", "suivant", "suivante", "ensuite", "followed"];
/// Words for the makers of a work that is named.
const SAME: &[&str] = &["same", "meme", "memes"];
/// Words for what the makers of a work do.
const MAKE: &[&str] = &[
    "sorti", "sort", "sortent", "release", "released", "releases", "made", "make", "makes", "fait",
    "came", "come", "comes", "out", "did", "do",
];
/// Words for what a work has parts of: "the next season".
const PARTS: &[&str] = &["season", "seasons", "saison", "saisons", "episode", "episodes"];
/// Words beside the work that is named: "their other film, not that one", "they had a second film after that one".
const BESIDE: &[&str] =
    &["not", "pas", "but", "que", "second", "deuxieme", "had", "avait", "also", "aussi"];
/// What stands for the work once more: "the other film, the one from that year".
const ONE: &[&str] = &["one", "celui", "celle"];

/// A question with the one work in the place of what tells it from the others of its makers: its year ("their film of 2021"),
/// or another of them ("their other film", "what came after that film from the same team?").
pub(super) fn told_from_the_others(facts: &Facts, linked: &Linked) -> Option<Linked> {
    let has = |list: &[&str]| linked.plain().any(|word| list.contains(&word));
    let noun = has(FILM) || has(SERIES);
    // "Their other film" and "the other one", but not "the other partner".
    let other = linked.words.iter().enumerate().any(|(at, word)| {
        // "The other Jumbo-Visma film."
        let mut next = linked.words.iter().skip(at + 1);
        let next = next.find(|word| !matches!(word, Word::Entity(_)));
        let is_of_a_work = |word: &Word| [FILM, SERIES, ONE].iter().any(|list| word.is_any(list));
        word.is_any(OTHER) && next.is_some_and(is_of_a_work)
    });
    let later = has(LATER) && (noun || has(MAKE)) && !has(PARTS);
    let year = linked.years().next();
    if !(other || later || noun && year.is_some()) {
        return None;
    }
    let entities = &facts.file().entities;
    let named = linked.entities();
    let is_work = |at: usize| entities.get(at).is_some_and(|one| is_work(facts, one));
    let known: Vec<usize> = named.iter().copied().filter(|at| is_work(*at)).collect();
    let rest: Vec<usize> = named.iter().copied().filter(|at| !is_work(*at)).collect();
    let (maker, works) = match (rest.as_slice(), known.as_slice()) {
        ([maker], _) if noun || !known.is_empty() => (*maker, made_by(facts, *maker)),
        ([], [work]) if has(SAME) => {
            let maker = (0..entities.len()).find(|at| made_by(facts, *at).contains(work))?;
            (maker, made_by(facts, maker))
        }
        _ => return None,
    };
    if works.len() < 2 || known.iter().any(|one| !works.contains(one)) {
        return None;
    }
    let of_year =
        |at: &usize| year.is_none_or(|year| dates(facts, *at).any(|one| speaks_of_year(one, year)));
    let mut meant: Vec<usize> =
        works.iter().copied().filter(|at| !known.contains(at)).filter(of_year).collect();
    if later && let Some(year) = known.first().and_then(|at| year_of_work(facts, *at)) {
        meant.retain(|at| year_of_work(facts, *at).is_some_and(|of| of > year));
    }
    // "Their other film", where there are three of them, is none in particular.
    let [meant] = meant.as_slice() else { return None };
    // Two works that are named are compared, and one that is named with its year is asked about.
    let tells = match known.as_slice() {
        [] => year.is_some(),
        [_] => other || later,
        _ => false,
    };
    if !tells {
        return None;
    }
    let mut told = Linked { words: Vec::with_capacity(linked.words.len()), ..linked.clone() };
    for word in &linked.words {
        let telling = match word {
            Word::Entity(at) => *at == maker || known.contains(at),
            Word::Year(_) => true,
            Word::Plain(word) => {
                let lists = [OTHER, LATER, SAME, ONE, FILM, SERIES, THEIR, OF];
                let word = word.as_str();
                let names_one = !known.is_empty();
                let deed = names_one && (MAKE.contains(&word) || BESIDE.contains(&word));
                word == "s" || deed || lists.iter().any(|list| list.contains(&word))
            }
            _ => false,
        };
        if !telling {
            told.words.push(word.clone());
        }
    }
    told.words.push(Word::Entity(*meant));
    Some(told)
}

fn is_work(facts: &Facts, one: &Entity) -> bool {
    matches!(one.class, Class::Docuseries | Class::Programme) && one.id != facts.series()
}

/// The works that a team is firmly said to have to do with. Those of a company may only be shown by it.
fn made_by(facts: &Facts, maker: usize) -> Vec<usize> {
    let entities = &facts.file().entities;
    let team = entities.get(maker).filter(|one| one.class == Class::Team);
    let Some(maker) = team else { return Vec::new() };
    let mut works: Vec<usize> = facts
        .naming(&maker.id)
        .filter(|one| one.value.entity() == Some(&maker.id) && one.status == Status::Confirmed)
        .filter_map(|one| entities.iter().position(|it| it.id == one.subject))
        .filter(|at| entities.get(*at).is_some_and(|one| is_work(facts, one)))
        .collect();
    works.sort_unstable();
    works.dedup();
    works
}

/// What is said of a work that tells a time.
fn dates(facts: &Facts, work: usize) -> impl Iterator<Item = &Statement> {
    let id = facts.file().entities.get(work).map(|one| one.id.as_str());
    let own = id.into_iter().flat_map(|id| facts.naming(id).filter(move |one| one.subject == id));
    own.filter(|one| matches!(one.value, Value::Date(_)))
}

fn year_of_work(facts: &Facts, work: usize) -> Option<u32> {
    dates(facts, work).map(|one| year_of(&one.value)).min()
}
