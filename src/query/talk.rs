//! What belongs to a conversation: going on from the last question, two questions in one, words that only
//! point or fill.

use super::answer::{Answer, Outcome, Topic, plain};
use super::kind::{Kind, is_about_standing};
use super::link::Linked;
use crate::facts::{Facts, Statement};
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

/// Whether a question goes on from the last one: it begins as such, or it names nothing and asks little.
pub(super) fn continues(folded: &str, linked: &Linked) -> bool {
    let words: Vec<&str> = tokens(folded).collect();
    let begins = matches!(words.first(), Some(&("and" | "et" | "also" | "aussi")))
        || folded.starts_with("what about")
        || folded.starts_with("how about");
    let points = words.iter().any(|word| {
        matches!(
            *word,
            "they" | "them" | "it" | "he" | "she" | "that" | "l" | "elle" | "il" | "ils" | "ca"
        )
    });
    begins || (points && words.len() <= 5 && linked.entities().is_empty())
}

/// The two halves of a question that is two, if it can be.
pub(super) fn halves(question: &str) -> Option<(&str, &str)> {
    let long = |half: &str| half.split_whitespace().count() >= 2;
    for mark in ["? ", " and also ", " and ", " et aussi ", " et ", ", "] {
        if let Some((left, right)) = question.split_once(mark)
            && long(left)
            && long(right)
        {
            let opens = right.split_whitespace().next().is_some_and(|word| {
                matches!(
                    fold(word).as_str(),
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
            });
            if opens {
                return Some((left, right));
            }
        }
    }
    None
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
    ) || is_about_standing(word)
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
