//! Who speaks for a company: "who at that company commented on it?" asks for the one person of whom it is said that they work
//! there.

use super::kind::{Kind, Turn};
use super::linked::{Linked, Word};
use super::resolve::Named;
use crate::facts::{Class, Facts, Statement, Status, Value};

/// Words that ask for somebody.
const WHO: &[&str] = &["who", "whos", "qui"];
/// What stands before whom somebody works for.
const AT: &[&str] = &["at", "from", "in", "chez"];
/// What may stand between.
const THE: &[&str] = &["the", "la", "le", "l"];
/// Words for saying something in public.
const SPEAKS: &[&str] = &[
    "commented", "comments", "spoke", "speaks", "quoted", "reacted", "talked", "exprime", "parle",
    "commente", "reagi",
];
/// Words that say no more: of what, and how.
const LITTLE: &[&str] = &[
    "is", "was", "has", "a", "s", "est", "on", "about", "the", "le", "la", "l", "les", "de", "du",
    "sur", "with", "avec", "to", "project", "projet", "partnership", "partenariat", "series",
    "serie", "show", "deal", "accord", "it", "this", "that", "officially", "publicly", "org",
    "organisation", "company", "boite", "press", "presse", "ca", "y",
];
/// How many words of "the" may stand between.
const FEW: usize = 2;

/// Who that is and what they are there; nothing where nobody or more than one person is said to work there, or more is named.
pub(super) fn speaker<'a>(
    facts: &'a Facts,
    named: &Named<'a>,
    linked: &Linked,
    kind: &Kind,
) -> Option<Vec<&'a Statement>> {
    let has = |list: &[&str]| linked.plain().any(|word| list.contains(&word));
    // What somebody said of something in particular, or by a day, is another question.
    let lists = [WHO, AT, THE, SPEAKS, LITTLE];
    let says_more = linked.words.iter().any(|word| match word {
        Word::Plain(word) => !lists.iter().any(|list| list.contains(&word.as_str())),
        Word::Entity(_) => false,
        Word::Number(_) | Word::Year(_) | Word::Stranger(_) => true,
    });
    let closed = kind.yes_no || kind.probe.is_some() || kind.turn != Turn::Straight;
    if !has(WHO) || !has(SPEAKS) || says_more || closed {
        return None;
    }
    let entities = &facts.file().entities;
    let at = linked.words.iter().enumerate().find_map(|(at, word)| {
        let Word::Entity(entity) = word else { return None };
        let before = linked.words.get(..at)?;
        let between = before.iter().rev().take(FEW).take_while(|word| word.is_any(THE)).count();
        let behind = before.len().checked_sub(between + 1)?;
        before.get(behind)?.is_any(AT).then_some(*entity)
    })?;
    let company = entities.get(at).filter(|one| one.class == Class::Organisation)?;
    if named.telling.iter().any(|one| one.id != company.id) {
        return None;
    }
    let is_person = |id: &str| facts.entity(id).is_some_and(|one| one.class == Class::Person);
    let mut there = facts.naming(&company.id).filter(|one| {
        one.value.entity() == Some(&company.id)
            && is_person(&one.subject)
            && one.status == Status::Confirmed
    });
    let (Some(one), None) = (there.next(), there.next()) else { return None };
    let own = facts.naming(&one.subject).filter(|it| {
        it.subject == one.subject
            && it.status == Status::Confirmed
            && matches!(it.value, Value::Text(_))
    });
    Some(std::iter::once(one).chain(own.take(1)).collect())
}
