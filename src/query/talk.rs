//! What belongs to a conversation: going on from the last question, words that only point or fill.

use super::answer::{Answer, Outcome, Topic, plain};
use super::kind::{Kind, is_about_standing};
use super::linked::{Linked, Word};
use super::lookup::episode;
use crate::facts::{Class, Entity, Facts, Statement};
use crate::text::tokens;

/// How sure the last answer was, or who said so.
pub(super) fn about_the_last<'a>(facts: &'a Facts, topic: &Topic, kind: &Kind) -> Answer<'a> {
    let found: Vec<&Statement> =
        topic.statements.iter().filter_map(|id| facts.statement(id)).collect();
    if found.is_empty() {
        return plain(Outcome::Unknown { absence: None, nearest: None });
    }
    let probe = kind.probe;
    Answer { probe, topic: Some(topic.clone()), ..plain(Outcome::Answered(found)) }
}

/// What the last answer only counted, where that is asked for: "and which ones?"
pub(super) fn which_ones<'a>(facts: &'a Facts, topic: &Topic, folded: &str) -> Option<Answer<'a>> {
    let asks = |word: &str| matches!(word, "which" | "lesquels" | "lesquelles" | "lequel");
    let says_no_more = |word: &str| {
        asks(word) || points_back(word) || matches!(word, "ones" | "one" | "donc" | "them" | "sont")
    };
    if !tokens(folded).any(asks) || !tokens(folded).all(says_no_more) {
        return None;
    }
    let [counted] = topic.statements.as_slice() else { return None };
    let details = &facts.statement(counted)?.details;
    let found: Vec<&Statement> = details.iter().filter_map(|id| facts.statement(id)).collect();
    let topic = Topic { statements: details.clone(), ..topic.clone() };
    (!found.is_empty()).then(|| Answer { topic: Some(topic), ..plain(Outcome::Answered(found)) })
}

/// Whether a question begins as one that goes on from the last.
pub(super) fn begins_on(folded: &str) -> bool {
    matches!(tokens(folded).next(), Some("and" | "et" | "also" | "aussi"))
        || folded.starts_with("what about")
        || folded.starts_with("how about")
}

/// Whether a question goes on from the last one: it begins as such, or it names nothing and asks little.
pub(super) fn continues(folded: &str, linked: &Linked) -> bool {
    let words: Vec<&str> = tokens(folded).collect();
    let begins = begins_on(folded);
    let points = words.iter().any(|word| {
        [
            "they", "them", "it", "he", "his", "her", "she", "that", "l", "elle", "il", "ils",
            "son", "sa", "ca",
        ]
        .contains(word)
    });
    begins || (points && words.len() <= 5 && linked.entities().is_empty())
}

/// The entities that the last answer named, where the question did not.
pub(super) fn answered_with(facts: &Facts, topic: &Topic) -> impl Iterator<Item = usize> {
    let one = match topic.statements.as_slice() {
        [one] => facts.statement(one).and_then(|one| one.value.entity()),
        _ => None,
    };
    let entities = &facts.file().entities;
    let index = one.and_then(|id| entities.iter().position(|entity| entity.id == id));
    let is_person =
        |index: &usize| entities.get(*index).is_some_and(|one| one.class == Class::Person);
    // "And his team? – When did he win?" still means him.
    let of_somebody = topic.entities.iter().any(is_person);
    index
        .filter(|index| !topic.entities.contains(index) && (!of_somebody || is_person(index)))
        .into_iter()
}

/// The part that a number means where the talk was of another: "and number 2?" after the first episode.
pub(super) fn other_part(facts: &Facts, topic: &Topic, linked: &Linked) -> Option<usize> {
    let entities = &facts.file().entities;
    let of_a_part = topic
        .entities
        .iter()
        .any(|index| entities.get(*index).is_some_and(|one| one.class == Class::Episode));
    let number = linked.numbers().next().filter(|_| of_a_part && linked.entities().is_empty())?;
    let number = (1..=99_u32).find(|one| (f64::from(*one) - number).abs() < f64::EPSILON)?;
    let part = episode(facts, number)?;
    entities.iter().position(|one| one.id == part.id)
}

/// A question with the part in it that an ordinal may mean where nothing else is named, or it asks what that centres on: "who is
/// in the second one", "et le 2, il est centré sur qui".
pub(super) fn the_part(facts: &Facts, linked: &Linked) -> Option<Linked> {
    const ORDINALS: [&[&str]; 3] = [
        &["first", "1st", "premier", "1er"],
        &["second", "2nd", "deuxieme", "2e", "2eme"],
        &["third", "3rd", "troisieme", "3e", "3eme"],
    ];
    const CENTRES: [&str; 7] =
        ["focus", "focuses", "focused", "centre", "center", "spotlight", "vedette"];
    // "The first book" is no part of a series.
    const AFTER: [&str; 12] =
        ["one", "ones", "il", "elle", "on", "c", "ca", "qui", "est", "alors", "parle", "suit"];
    let number = |word: &Word, before: Option<&Word>| match word {
        Word::Plain(word) => {
            (1..).zip(ORDINALS).find(|(_, words)| words.contains(&word.as_str())).map(|(at, _)| at)
        }
        Word::Number(number) if before == Some(&Word::Plain("le".to_owned())) => {
            (1..=99_u32).find(|one| (f64::from(*one) - number).abs() < f64::EPSILON)
        }
        _ => None,
    };
    let words = &linked.words;
    let said = words.iter().enumerate().find_map(|(at, word)| {
        let number = number(word, at.checked_sub(1).and_then(|before| words.get(before)))?;
        let stands_alone = match words.get(at + 1) {
            None => true,
            Some(Word::Plain(next)) => AFTER.contains(&next.as_str()),
            Some(_) => false,
        };
        stands_alone.then_some(number)
    });
    let part = episode(facts, said?)?;
    let entities = &facts.file().entities;
    let is_own = |index: usize| {
        let own = |one: &Entity| one.id == facts.series() || one.class == Class::Organisation;
        entities.get(index).is_some_and(own)
    };
    // "Does the first one focus on that team?"
    let centres = linked.plain().any(|word| CENTRES.contains(&word));
    if !centres && !linked.entities().into_iter().all(is_own) {
        return None;
    }
    let at = entities.iter().position(|one| one.id == part.id)?;
    let mut named = linked.clone();
    named.words.push(Word::Entity(at));
    Some(named)
}

/// Words for somebody or something of whom the talk is.
pub(super) fn means_somebody(word: &str) -> bool {
    [
        "he", "his", "him", "she", "her", "their", "its", "il", "elle", "son", "sa", "ses", "lui",
        "leur",
    ]
    .contains(&word)
}

/// Words that stand for several who were spoken of, or for a company.
pub(super) fn means_several(word: &str) -> bool {
    ["they", "them", "ils", "elles", "eux"].contains(&word)
}

/// Words that only point to what was said before.
pub(super) fn points_back(word: &str) -> bool {
    [
        "who", "what", "which", "is", "was", "it", "that", "this", "so", "said", "says", "the",
        "a", "or", "and", "in", "about", "for", "article", "source", "where", "does", "say",
        "from", "of", "yet", "still", "qui", "quoi", "dit", "ca", "c", "est", "ce", "cest", "que",
        "une", "la", "le", "l", "ou", "et", "dans", "quel", "quelle", "d", "vient", "info", "ete",
        "t", "bien", "how", "did", "do", "you", "your", "are", "read", "get", "know", "as", "tu",
        "vous", "avez", "lu", "comment", "sais", "savez", "sur", "toi", "ta", "votre", "es",
        "etes", "tiens", "sors", "de",
    ]
    .contains(&word)
        || is_about_standing(word)
}

/// Words that ask, of a name, no more than who or what that is.
pub(super) fn asks_for_a_name(word: &str) -> bool {
    is_filler(word)
        || [
            "who", "whos", "what", "whats", "is", "was", "s", "that", "this", "again", "even",
            "exactly", "guy", "thing", "he", "she", "it", "c", "ce", "cest", "est", "etait", "qui",
            "ki", "quoi", "koi", "qu", "que", "ca", "deja", "donc", "monsieur", "madame", "mec",
            "gars", "type", "truc", "exactement", "remind", "them", "him", "her", "never", "heard",
            "everything", "anything", "know", "do", "we", "you", "tout", "jamais", "entendu",
            "parler", "sait", "savez", "sais", "vous", "tu",
        ]
        .contains(&word)
}

/// Words for the name of something.
pub(super) fn names_a_name(word: &str) -> bool {
    [
        "name", "named", "called", "title", "titled", "nom", "nomme", "appelle", "appelait",
        "titre", "blaze", "s", "y", "son", "sa", "its", "remember",
    ]
    .contains(&word)
}

/// Whether a question names some of what it asks for and leaves the rest open: "the suffering and so on".
pub(super) fn goes_on(linked: &Linked) -> bool {
    let words: Vec<&str> = linked.plain().collect();
    words.iter().any(|word| matches!(*word, "etc" | "etcetera" | "cetera"))
        || words.windows(2).any(|pair| {
            matches!(
                pair,
                ["and", "stuff" | "so" | "such" | "things" | "whatnot"]
                    | ["tout", "ca" | "cela"]
                    | ["et", "tout" | "compagnie" | "cie"]
                    | ["what", "else"]
            )
        })
        || words.windows(3).any(|three| {
            matches!(three, ["and", "all", "that"] | ["quoi", "d", "autre"] | ["et", "ainsi", "de"])
        })
}

/// Words that ask for nothing by themselves.
pub(super) fn is_filler(word: &str) -> bool {
    [
        "the", "a", "an", "le", "la", "les", "l", "un", "une", "of", "de", "du", "des", "and",
        "et", "about", "tell", "me", "pls", "please", "svp", "stp", "hey", "yo", "ok", "so",
        "alors", "sur", "info", "infos", "d",
    ]
    .contains(&word)
}
