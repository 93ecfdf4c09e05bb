//! Tags and negations with which somebody asks for a yes to what they say, and names of several words for the last but one.

use super::linked::{Linked, Word};

/// "Didn’t they refuse?" without its "didn’t": it is answered as "did they refuse?" is. Whether there was one.
pub(super) fn leave_out_a_negation(linked: &mut Linked) -> bool {
    let plain = |at: usize| match linked.words.get(at) {
        Some(Word::Plain(word)) => word.as_str(),
        _ => "",
    };
    if !is_negated(plain(0)) {
        return false;
    }
    let also_t = usize::from(plain(1) == "t");
    linked.words.drain(..=also_t);
    true
}

/// "It is Danish, isn’t it?" without its tag. Whether there was one.
pub(super) fn leave_out_a_tag(linked: &mut Linked) -> bool {
    let words: Vec<&str> = linked
        .words
        .iter()
        .rev()
        .map(|word| if let Word::Plain(word) = word { word.as_str() } else { "" })
        .take(LONGEST_TAG)
        .collect();
    // From the last word to the first.
    let length = match words.as_slice() {
        ["pas", "ce", "est", "n", ..] => 4,
        [who, "t", verb, ..] if is_somebody(who) && is_negated(verb) => 3,
        ["ca", "est", "c", ..] => 3,
        [who, verb, ..] if is_somebody(who) && is_negated(verb) => 2,
        ["not", "or", "real" | "true" | "legit", ..]
        | ["false" | "fake", "or", "true" | "real", ..]
        | ["faux" | "pas" | "non", "ou", "vrai", ..] => 3,
        ["not" | "no" | "what", "or", ..]
        | ["pas" | "non" | "nan" | "quoi", "ou", ..]
        | ["ca", "c", ..]
        | ["vrai", "pas", ..] => 2,
        [last, ..] if TAGS.contains(last) => 1,
        _ => return false,
    };
    let rest = linked.words.len().saturating_sub(length);
    linked.words.truncate(rest);
    rest > 0
}

fn is_somebody(word: &str) -> bool {
    matches!(word, "it" | "he" | "she" | "they" | "that" | "there" | "this")
}

/// Whether a word is a verb with "not" in it, whole or before its "t".
fn is_negated(word: &str) -> bool {
    const VERBS: &[&str] = &[
        "didn", "isn", "wasn", "weren", "aren", "doesn", "don", "hasn", "haven", "hadn", "couldn",
        "shouldn", "wouldn",
    ];
    VERBS.contains(&word) || word.strip_suffix('t').is_some_and(|word| VERBS.contains(&word))
}

/// "The second to last", "l’avant-dernière", as one word.
pub(super) fn name_the_last_but_one(linked: &mut Linked) {
    const RUNS: [&[&str]; 8] = [
        &["avant", "derniere"],
        &["avant", "dernier"],
        &["avant", "dernieres"],
        &["avant", "derniers"],
        &["last", "but", "one"],
        &["second", "to", "last"],
        &["second", "last"],
        &["next", "to", "last"],
    ];
    let is_at = |at: usize, run: &[&str]| {
        let words = linked.words.get(at..at + run.len());
        words.is_some_and(|words| {
            words.iter().zip(run).all(|(word, wanted)| *word == Word::Plain((*wanted).to_owned()))
        })
    };
    let found = (0..linked.words.len())
        .find_map(|at| RUNS.iter().find(|run| is_at(at, run)).map(|run| (at, run.len())));
    if let Some((at, length)) = found {
        let one = Word::Plain("penultimate".to_owned());
        linked.words.splice(at..at + length, [one]);
    }
}

/// How many words a tag has at most.
const LONGEST_TAG: usize = 4;

/// Words with which somebody asks for a yes to what they have said.
const TAGS: &[&str] = &[
    "no", "non", "nan", "right", "yeah", "yes", "oui", "ouais", "innit", "huh", "eh", "hein",
    "correct", "nope", "si",
];
