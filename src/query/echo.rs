//! Answers that would only repeat the question: "what did she say about inspiring characters?" is not answered by that she
//! finds the characters inspiring, but by what she said with it.

use super::lookup::current;
use super::talk::is_filler;
use super::weigh::Asked;
use crate::facts::{Entity, Lang, Statement, Status};
use crate::text::{fold, tokens};

/// How many words of a statement that are not in the question make it an answer.
const NEWS: usize = 3;
/// How many statements are told with one that says nothing new.
const MOST: usize = 6;
/// How people ask for all that somebody said.
const WHOLE: &[&[&str]] = &[
    &["full", "quote"],
    &["whole", "quote"],
    &["complete", "quote"],
    &["entire", "quote"],
    &["exact", "words"],
    &["exact", "quote"],
    &["exact", "wording"],
    &["word", "for", "word"],
    &["verbatim"],
    &["the", "quote"],
    &["mots", "exacts"],
    &["termes", "exacts"],
    &["mot", "pour", "mot"],
    &["mot", "a", "mot"],
    &["citation", "complete"],
    &["citation", "exacte"],
    &["citation", "entiere"],
    &["toute", "la", "citation"],
    &["la", "citation"],
    &["phrase", "complete"],
    &["phrase", "entiere"],
    &["texto"],
];

/// What was said with a statement, where that only repeats the question or all that was said is asked for; nothing where the
/// statement is an answer by itself.
pub(super) fn said_with<'a>(
    asked: &Asked<'a, '_>,
    found: &[&'a Statement],
) -> Option<Vec<&'a Statement>> {
    let [one] = found else { return None };
    if one.status != Status::Opinion || asked.kind.yes_no || asked.kind.reason {
        return None;
    }
    let words: Vec<&str> = asked.linked.plain().collect();
    let whole = WHOLE.iter().any(|run| words.windows(run.len()).any(|part| part == *run));
    let open = asked.kind.want.is_none() && asked.kind.open;
    let asks = whole || open && repeats(asked, one);
    if !asks {
        return None;
    }
    let same = asked.facts.of(&one.subject, &one.property);
    let by = |it: &&Statement| it.according_to == one.according_to;
    let mut all: Vec<&Statement> = vec![*one];
    all.extend(current(same.filter(by)).filter(|it| it.id != one.id).take(MOST));
    (all.len() > 1).then_some(all)
}

/// Whether a statement says nothing that is not in the question already.
fn repeats(asked: &Asked<'_, '_>, one: &Statement) -> bool {
    let speaker = one.according_to.as_deref().unwrap_or(&one.subject);
    let speaker = asked.facts.entity(speaker);
    let known = speaker.into_iter().chain(asked.named.ambient.iter().copied());
    let names: Vec<String> = known.flat_map(Entity::names).map(|name| fold(name)).collect();
    let of_the_speaker = |word: &str| names.iter().any(|name| tokens(name).any(|one| one == word));
    let new = |lang: Lang| {
        let claim = fold(one.claim.get(lang));
        let new = tokens(&claim).filter(|word| {
            word.len() > 3 && !is_filler(word) && !of_the_speaker(word) && !asked.heard.has(word)
        });
        new.count()
    };
    new(Lang::En).min(new(Lang::Fr)) < NEWS
}
