//! "This one or that one": a question that names two, of which one is so, as each of the two questions that it stands for.

use super::demonyms::is_demonym;
use super::linked::{Linked, Word};
use super::lookup::current;
use crate::facts::{Class, Facts, Statement, Value};
use crate::text::fold;

/// What stands between the two.
const OR: &[&str] = &["or", "ou", "vs", "versus"];
/// What may stand before a name.
const BEFORE_A_NAME: &[&str] = &[
    "the", "le", "la", "l", "les", "de", "du", "d", "by", "par", "chez", "at", "for", "pour",
    "with", "avec", "a", "au", "in", "on", "sur", "dans",
];
/// How many words may stand between "or" and the name.
const FEW: usize = 2;

/// A question with one of two names that stand beside an "or", for each of them that is known, with what it names then.
pub(super) fn sides(linked: &Linked) -> Vec<(usize, Linked)> {
    let words = linked.words.as_slice();
    let is_or = |word: &Word| matches!(word, Word::Plain(word) if OR.contains(&word.as_str()));
    let is_small =
        |word: &&Word| matches!(word, Word::Plain(word) if BEFORE_A_NAME.contains(&word.as_str()));
    let is_name = |word: &Word| matches!(word, Word::Entity(_) | Word::Stranger(_));
    let Some(at) = words.iter().position(is_or) else { return Vec::new() };
    let Some(first) = at.checked_sub(1).filter(|first| words.get(*first).is_some_and(is_name))
    else {
        return Vec::new();
    };
    let rest = words.get(at + 1..).unwrap_or_default();
    let second = at + 1 + rest.iter().take(FEW).take_while(is_small).count();
    if !words.get(second).is_some_and(is_name) {
        return Vec::new();
    }
    [first, second]
        .into_iter()
        .filter_map(|kept| {
            let Some(Word::Entity(entity)) = words.get(kept) else { return None };
            let mut side = linked.clone();
            side.words.splice(first..=second, [Word::Entity(*entity)]);
            Some((*entity, side))
        })
        .collect()
}

/// What a question asks for that leaves two to choose from: of one thing that it names, where two were told ("does that stage
/// end in this town or in that one?"), or with the name in it ("is this town the start or the finish of that stage?").
pub(super) fn of_the_named<'a>(
    facts: &'a Facts,
    told: &[&'a Statement],
    linked: &Linked,
) -> Option<&'a Statement> {
    let first = told.first()?;
    if !is_this_or_that(linked) {
        return None;
    }
    let entities = &facts.file().entities;
    let named = || linked.entities().into_iter().filter_map(|at| entities.get(at));
    let is_named = |id: &str| named().any(|it| it.id == id);
    if told.len() > 1 && told.iter().all(|one| one.property == first.property) {
        let mut of_it = told.iter().filter(|one| is_named(&one.subject));
        return of_it.next().copied().filter(|_| of_it.next().is_none());
    }
    let is_place = |id: &str| facts.entity(id).is_some_and(|it| it.class == Class::Place);
    let mut others = told.iter().map(|one| (one.subject == first.subject, one.value.entity()));
    if !others.all(|(same, value)| same && value.is_some_and(is_place)) {
        return None;
    }
    let places: Vec<&str> = named().map(|it| it.id.as_str()).filter(|id| is_place(id)).collect();
    let [name] = places.as_slice() else { return None };
    let is_it = |it: &&Statement| it.subject == first.subject && it.value.entity() == Some(*name);
    let mut said = current(facts.naming(name).filter(is_it));
    said.next().filter(|one| said.next().is_none() && (told.len() > 1 || one.id != first.id))
}

/// What was told, and where whoever it names is from, where a question names a country for that, or another: "with a Dutch or a Belgian
/// broadcaster?"
pub(super) fn of_which_country<'a>(
    facts: &'a Facts,
    told: &[&'a Statement],
    linked: &Linked,
) -> Option<Vec<&'a Statement>> {
    let [one] = told else { return None };
    let whose = one.value.entity()?;
    let gives_a_choice = linked.plain().any(|word| OR.contains(&word));
    if !gives_a_choice || !linked.plain().any(is_demonym) {
        return None;
    }
    let mut own = facts.naming(whose).filter(|it| it.subject == whose);
    let says_it = |it: &Statement| match &it.value {
        Value::Text(text) => is_demonym(&fold(&text.en)),
        _ => false,
    };
    Some(vec![*one, own.find(|it| says_it(it))?])
}

/// Whether an "or" stands between two nouns. In French it may as well ask where.
fn is_this_or_that(linked: &Linked) -> bool {
    const ARTICLES: &[&str] = &["le", "la", "l", "un", "une"];
    let words = linked.words.as_slice();
    words.iter().enumerate().any(|(at, word)| {
        let article = |at: Option<usize>| {
            at.and_then(|at| words.get(at)).is_some_and(|word| word.is_any(ARTICLES))
        };
        let nouns = || article(at.checked_sub(2)) && article(Some(at + 1));
        word.is_any(&["or"]) || word.is_any(&["ou"]) && (nouns() || between_names(words, at))
    })
}

/// Whether a word stands between two names: "à Calais ou à Paris".
fn between_names(words: &[Word], at: usize) -> bool {
    let is_name = |word: &Word| matches!(word, Word::Entity(_) | Word::Stranger(_));
    let small = |word: &&Word| word.is_any(BEFORE_A_NAME);
    let mut next = words.iter().skip(at + 1);
    let next = next.by_ref().find(|word| !small(word));
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    before.is_some_and(is_name) && next.is_some_and(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_that_is_known_is_a_question() {
        let plain = |word: &str| Word::Plain(word.to_owned());
        let linked = |words: Vec<Word>| Linked { words, mended: None };
        let who = || vec![plain("who"), plain("did")];
        let with = |rest: Vec<Word>| linked(who().into_iter().chain(rest).collect());
        let two = with(vec![Word::Entity(1), plain("or"), plain("the"), Word::Entity(2)]);
        let one = |entity| (entity, with(vec![Word::Entity(entity)]));
        assert_eq!(sides(&two), [one(1), one(2)]);
        let stranger = Word::Stranger(crate::facts::Class::Team);
        assert_eq!(sides(&with(vec![stranger, plain("ou"), Word::Entity(2)])), [one(2)]);
        assert_eq!(sides(&with(vec![Word::Entity(1), plain("or"), plain("not")])), []);
    }
}
