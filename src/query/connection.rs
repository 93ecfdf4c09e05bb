//! What two things have to do with each other: "what is the link between this series and that one?" is answered by what is
//! said of both, or of each and of a third that both have to do with.

use super::linked::{Linked, Word};
use super::lookup::current;
use crate::facts::{Class, Entity, Facts, Statement, Status};

/// Words for what is between two things.
const LINK: &[&str] = &[
    "link", "links", "connection", "connections", "relation", "relationship", "lien", "liens",
    "rapport", "rapports",
];
/// What follows such a word, before the things.
const BETWEEN: &[&str] = &["between", "entre", "avec", "with", "to", "de", "du", "des"];
/// Words for what is of both.
const SHARED: &[&str] = &["common", "commun"];
/// Words for what has been put together: "how is it linked to that?"
const LINKED: &[&str] = &["linked", "connected", "related", "liee", "lie", "relie", "reliee"];
/// Words for the same: "is it by the same people?"
const SAME: &[&str] = &["same", "meme", "memes"];
/// Words for whoever makes something.
const MAKERS: &[&str] = &[
    "people", "makers", "producers", "team", "guys", "studio", "company", "crew", "lot", "folks",
    "producer", "gens", "producteurs", "producteur", "mecs", "types", "boite", "equipe",
    "createurs", "ceux", "production", "prod", "createur", "gars", "monde",
];
/// What follows such a word.
const TO: &[&str] = &["to", "with", "a", "au", "aux", "avec"];
/// What follows such a word where it is told whom it is about: "the people behind that one".
const WHOSE: &[&str] = &["who", "behind", "qui", "derriere", "that"];
/// Words for one more thing of theirs: "are they doing this one too?"
const ALSO: &[&str] = &["also", "too", "now", "aussi", "maintenant", "egalement", "next"];
/// Words that ask for something else than whether it is so.
const OPEN: &[&str] = &[
    "what", "which", "how", "when", "where", "why", "quoi", "quel", "quelle", "quels", "quelles",
    "combien", "comment", "quand", "pourquoi", "else", "other", "others", "autre", "autres",
];
/// How many words may stand between the parts of a phrase.
const FEW: usize = 2;
/// How many words a question has at most that asks for a link.
const LONGEST: usize = 24;

/// What is said that connects two things that a question names, or the one that it names with the series; nothing where it
/// asks for no link, or there is none.
pub(super) fn connection<'a>(facts: &'a Facts, linked: &Linked) -> Option<Vec<&'a Statement>> {
    if linked.words.len() > LONGEST || !asks_for_a_link(&linked.words) {
        return None;
    }
    let strange = linked.stranger().is_some() || linked.years().next().is_some();
    let entities = &facts.file().entities;
    let mut named: Vec<&Entity> =
        linked.entities().into_iter().filter_map(|at| entities.get(at)).collect();
    if let [_] = named.as_slice() {
        named.push(facts.entity(facts.series())?);
    }
    let [one, other] = named.as_slice() else { return None };
    if strange || one.id == other.id {
        return None;
    }
    let between = |one: &'a str, other: &'a str| {
        direct(facts, one, other).or_else(|| by_a_third(facts, one, other))
    };
    between(&one.id, &other.id).or_else(|| {
        // A sport is connected by the one series about it.
        let (sport, other) = if is_subject(one) { (one, other) } else { (other, one) };
        let mut about = facts.naming(&sport.id).filter(|it| {
            it.value.entity() == Some(&sport.id) && facts.entity(&it.subject).is_some_and(is_work)
        });
        let (Some(about), None) = (about.next(), about.next()) else { return None };
        let mut told = between(&about.subject, &other.id)?;
        told.push(about);
        Some(told)
    })
}

/// Whether words ask what is between two things.
fn asks_for_a_link(words: &[Word]) -> bool {
    let then = |first: &[&str], next: &[&str]| {
        words.iter().enumerate().any(|(at, word)| {
            // "In relation to", "par rapport à" ask for no link.
            let before = at.checked_sub(1).and_then(|before| words.get(before));
            let set_phrase = before.is_some_and(|word| word.is_any(&["in", "par", "en"]));
            let mut rest = words.iter().skip(at + 1).take(FEW);
            !set_phrase && word.is_any(first) && rest.any(|word| word.is_any(next))
        })
    };
    let to_do_with = words.windows(3).any(|three| match three {
        [first, second, third] => {
            first.is_any(&["to", "a"])
                && second.is_any(&["do", "voir"])
                && third.is_any(&["with", "avec", "dans"])
        }
        _ => false,
    });
    // "The people behind that one are doing this one too?"
    let has = |list: &[&str]| words.iter().any(|word| word.is_any(list));
    let theirs = || then(MAKERS, WHOSE) && has(ALSO) && !has(OPEN);
    to_do_with
        || theirs()
        || then(SAME, MAKERS)
        || then(LINK, BETWEEN)
        || then(LINKED, TO)
        || then(&["in", "en"], SHARED)
}

/// What is said of both at once.
fn direct<'a>(facts: &'a Facts, one: &str, other: &str) -> Option<Vec<&'a Statement>> {
    Some(told_of(facts, one, other)).filter(|told| !told.is_empty())
}

/// What is said of each and of a company that both have to do with: rather one that is said of both, such as a maker, than
/// one of which something is said; of several that of which least is said, since it says most of the two.
fn by_a_third<'a>(facts: &'a Facts, one: &str, other: &str) -> Option<Vec<&'a Statement>> {
    let mut thirds: Vec<&str> = facts
        .naming(one)
        .flat_map(|it| [Some(it.subject.as_str()), it.value.entity()])
        .flatten()
        .filter(|id| *id != one && *id != other)
        .filter(|id| facts.entity(id).is_some_and(|it| it.class == Class::Organisation))
        .collect();
    thirds.sort_unstable();
    thirds.dedup();
    let said = thirds.into_iter().filter_map(|third| {
        let (first, second) = (told_of(facts, one, third), told_of(facts, other, third));
        let connects = !first.is_empty() && !second.is_empty();
        let told: Vec<&Statement> = first.into_iter().chain(second).collect();
        let of_both = told.iter().all(|it| it.value.entity() == Some(third));
        connects.then_some((!of_both, facts.naming(third).count(), told))
    });
    said.min_by_key(|(of_one, often, _)| (*of_one, *often)).map(|(.., told)| told)
}

/// What is firmly said of one of two and has the other as its value.
fn told_of<'a>(facts: &'a Facts, one: &str, other: &str) -> Vec<&'a Statement> {
    let is_of_both = |it: &&Statement| {
        let value = it.value.entity();
        it.status == Status::Confirmed
            && (it.subject == one && value == Some(other)
                || it.subject == other && value == Some(one))
    };
    current(facts.naming(one).filter(is_of_both)).collect()
}

fn is_subject(one: &Entity) -> bool {
    !is_work(one) && !matches!(one.class, Class::Organisation | Class::Person | Class::Team)
}

fn is_work(one: &Entity) -> bool {
    matches!(one.class, Class::Docuseries | Class::Programme)
}
