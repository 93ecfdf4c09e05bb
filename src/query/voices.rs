//! What somebody said or thinks, where the articles give no word of theirs.

use super::cues::is_among;
use super::linked::Word;
use super::weigh::Asked;
use crate::facts::{Class, Entity, Facts, Status};

/// Words for saying and thinking.
const SAYS: &str = "say says said think thinks thought thoughts feel feels felt comment commented comments react \
    reacted reaction opinion view views dit dire pense penser pensait declare commente reagi \
    ressenti";
/// Words for what somebody said, before the name: "what is the opinion of …".
const SAYING_OF: &str = "opinion view views thoughts reaction avis sentiment ressenti";
/// Words between a name and what is said.
const BETWEEN: &str = "a avait s t il en ever really actually have has to y";
/// How many words may stand between.
const FEW: usize = 3;

/// Whether a question asks what somebody says or thinks of whom no article gives a word.
pub(super) fn asks_the_silent(asked: &Asked<'_, '_>) -> bool {
    let is_silent = |one: &&Entity| one.class == Class::Person && !speaks(asked.facts, one);
    let entities = &asked.facts.file().entities;
    let of_silent = |word: &Word| match word {
        Word::Entity(at) => {
            let one = entities.get(*at);
            one.is_some_and(|one| asked.named.telling.iter().any(|it| it.id == one.id))
                && one.as_ref().is_some_and(is_silent)
        }
        _ => false,
    };
    let words = &asked.linked.words;
    let says = |word: &Word, list: &str| matches!(word, Word::Plain(word) if is_among(list, word));
    asked.kind.open
        && words.iter().enumerate().any(|(at, word)| {
            if !of_silent(word) {
                return false;
            }
            let after = words.get(at + 1..).unwrap_or_default();
            let mut after = after.iter().take(FEW + 1).skip_while(|word| says(word, BETWEEN));
            let before = words.get(..at).unwrap_or_default();
            let mut before = before.iter().rev();
            let (last, but_one) = (before.next(), before.next());
            after.next().is_some_and(|word| says(word, SAYS))
                // "Que pense un tel de la série ?"
                || last.is_some_and(|word| says(word, "pense dit pensait"))
                || last.is_some_and(|word| says(word, "de d of"))
                    && but_one.is_some_and(|word| says(word, SAYING_OF))
        })
}

/// Whether any article gives words of somebody.
fn speaks(facts: &Facts, person: &Entity) -> bool {
    facts.naming(&person.id).any(|one| {
        let by = one.according_to.as_deref();
        let own = one.subject == person.id && one.status == Status::Opinion;
        by == Some(person.id.as_str()) || own && by.is_none()
    })
}
