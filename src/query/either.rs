//! "This one or that one": a question that names two, of which one is so, as each of the two questions that it stands for.

use super::linked::{Linked, Word};

/// What stands between the two.
const OR: &[&str] = &["or", "ou", "vs", "versus"];
/// What may stand before a name.
const BEFORE_A_NAME: &[&str] = &["the", "le", "la", "l", "les", "de", "du", "d", "by", "par"];
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
