//! What belongs to a conversation: going on from the last question, two questions in one, words that only
//! point or fill.

use super::answer::{Answer, Outcome, Topic, plain};
use super::kind::{Kind, is_about_standing};
use super::link::Linked;
use super::lookup::episode;
use crate::facts::{Class, Facts, Statement};
use crate::text::{fold, tokens};

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
        matches!(
            *word,
            "they"
                | "them"
                | "it"
                | "he"
                | "his"
                | "her"
                | "she"
                | "that"
                | "l"
                | "elle"
                | "il"
                | "ils"
                | "son"
                | "sa"
                | "ca"
        )
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

/// Words for somebody or something of whom the talk is.
pub(super) fn means_somebody(word: &str) -> bool {
    matches!(
        word,
        "he" | "his"
            | "him"
            | "she"
            | "her"
            | "their"
            | "its"
            | "il"
            | "elle"
            | "son"
            | "sa"
            | "ses"
            | "lui"
            | "leur"
    )
}

/// The two questions that a question may be, folded or as they were typed; the likeliest pair first.
pub(super) fn halves(question: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let long = |half: &str| half.split_whitespace().count() >= 2;
    for mark in ["? ", " and also ", " and ", " et aussi ", " et ", ", "] {
        if let Some((left, right)) = question.split_once(mark)
            && long(left)
            && long(right)
            && right.split_whitespace().next().is_some_and(|word| opens(&fold(word)))
        {
            pairs.push((left.to_owned(), right.to_owned()));
            break;
        }
    }
    // "nb episodes + durée"
    for mark in [" + ", " & "] {
        pairs.extend(
            question.split_once(mark).map(|(left, right)| (left.to_owned(), right.to_owned())),
        );
    }
    let folded = fold(question);
    let words: Vec<&str> = tokens(&folded).collect();
    pairs.extend(words.iter().enumerate().find_map(|(at, word)| {
        let before = words.get(..at)?;
        let after = words.get(at + 1..)?;
        is_and(word).then(|| both_asked(before, after).or_else(|| both_counted(before, after)))?
    }));
    pairs
}

/// "When and where did it end?", "il a gagné quel jour et où": two question words about one thing.
fn both_asked(before: &[&str], after: &[&str]) -> Option<(String, String)> {
    let (second, rest) = after.split_first()?;
    if !opens(second) {
        return None;
    }
    let (first, stem) = before.split_last()?;
    if opens(first) && !rest.is_empty() {
        let with = |asks: &str| [stem, &[asks], rest].concat().join(" ");
        return Some((with(first), with(second)));
    }
    let asks = before.iter().rposition(|word| opens(word))?;
    let stem = before.get(..asks).filter(|stem| !stem.is_empty() && rest.is_empty())?;
    Some((before.join(" "), [stem, &[*second]].concat().join(" ")))
}

/// "How many seasons and episodes did it have?": two things counted or named of one thing.
fn both_counted(before: &[&str], after: &[&str]) -> Option<(String, String)> {
    let (second, rest) = after.split_first()?;
    let (first, stem) = before.split_last()?;
    let asks = stem.iter().any(|word| opens(word) || *word == "de");
    if !asks || rest.is_empty() || opens(second) || opens(first) || stem.len() > 3 {
        return None;
    }
    let with = |counted: &str| [stem, &[counted], rest].concat().join(" ");
    Some((with(first), with(second)))
}

fn is_and(word: &str) -> bool {
    matches!(word, "and" | "et" | "or" | "n")
}

/// Whether a word begins a question.
fn opens(word: &str) -> bool {
    matches!(
        word,
        "who"
            | "what"
            | "when"
            | "where"
            | "which"
            | "how"
            | "why"
            | "qui"
            | "quand"
            | "quel"
            | "quelle"
            | "quels"
            | "quelles"
            | "combien"
            | "comment"
            | "pourquoi"
            | "ou"
            | "c"
    )
}

/// Words that only point to what was said before.
pub(super) fn points_back(word: &str) -> bool {
    matches!(
        word,
        "who"
            | "what"
            | "which"
            | "is"
            | "was"
            | "it"
            | "that"
            | "this"
            | "so"
            | "said"
            | "says"
            | "the"
            | "a"
            | "or"
            | "and"
            | "in"
            | "about"
            | "for"
            | "article"
            | "source"
            | "where"
            | "does"
            | "say"
            | "from"
            | "of"
            | "yet"
            | "still"
            | "qui"
            | "quoi"
            | "dit"
            | "ca"
            | "c"
            | "est"
            | "ce"
            | "cest"
            | "que"
            | "une"
            | "la"
            | "le"
            | "l"
            | "ou"
            | "et"
            | "dans"
            | "quel"
            | "quelle"
            | "d"
            | "vient"
            | "info"
            | "ete"
            | "t"
            | "bien"
            | "how"
            | "did"
            | "do"
            | "you"
            | "your"
            | "are"
            | "read"
            | "get"
            | "know"
            | "as"
            | "tu"
            | "vous"
            | "avez"
            | "lu"
            | "comment"
            | "sais"
            | "savez"
            | "sur"
            | "toi"
            | "ta"
            | "votre"
            | "es"
            | "etes"
            | "tiens"
            | "sors"
            | "de"
    ) || is_about_standing(word)
}

/// Words that ask, of a name, no more than who or what that is.
pub(super) fn asks_for_a_name(word: &str) -> bool {
    is_filler(word)
        || matches!(
            word,
            "who"
                | "whos"
                | "what"
                | "whats"
                | "is"
                | "was"
                | "s"
                | "that"
                | "this"
                | "again"
                | "even"
                | "exactly"
                | "guy"
                | "thing"
                | "he"
                | "she"
                | "it"
                | "c"
                | "ce"
                | "cest"
                | "est"
                | "etait"
                | "qui"
                | "ki"
                | "quoi"
                | "koi"
                | "qu"
                | "que"
                | "ca"
                | "deja"
                | "donc"
                | "monsieur"
                | "madame"
                | "mec"
                | "gars"
                | "type"
                | "truc"
                | "exactement"
        )
}

/// Words that ask for nothing by themselves.
pub(super) fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "le"
            | "la"
            | "les"
            | "l"
            | "un"
            | "une"
            | "of"
            | "de"
            | "du"
            | "des"
            | "and"
            | "et"
            | "about"
            | "tell"
            | "me"
            | "pls"
            | "please"
            | "svp"
            | "stp"
            | "hey"
            | "yo"
            | "ok"
            | "so"
            | "alors"
            | "sur"
            | "info"
            | "infos"
            | "d"
    )
}
