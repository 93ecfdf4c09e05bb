//! The others of a list than those that a question names: "that one, and which others?"

use super::linked::Word;
use super::lookup::current;
use super::weigh::Asked;
use crate::facts::{Entity, Statement};

/// "That one, and which others?": what is told with a statement where the same is said of several things, or what counts
/// them, without those that are named; nothing where no others are asked for, or there are none.
pub(super) fn others<'a>(
    asked: &Asked<'a, '_>,
    found: &[&'a Statement],
) -> Option<Vec<&'a Statement>> {
    const OTHERS: &[&str] = &["else", "other", "others", "autre", "autres"];
    /// Words for what is left of a list once the named are taken out.
    const REST: &[&str] =
        &["rest", "remaining", "remain", "reste", "restent", "restant", "restants", "hors"];
    /// Words that set apart what they name.
    const BESIDES: &[&str] = &["besides", "apart", "aside", "except", "outre", "hormis", "part"];
    /// Words for the last of a few.
    const THIRD: &[&str] = &[
        "third", "troisieme", "3e", "3rd", "fourth", "quatrieme", "4e", "4th", "last", "dernier",
        "derniere",
    ];
    let (first, more) = found.split_first()?;
    let same = more.iter().all(|it| it.property == first.property && it.subject == first.subject);
    let has = |words: &[&str]| asked.linked.plain().any(|word| words.contains(&word));
    let open_end = ends_openly(&asked.linked.words);
    let others = asked.linked.plain().any(|word| OTHERS.contains(&word));
    let others = others && !is_with_others(&asked.linked.words, OTHERS) || open_end;
    let (rest, third) = (has(REST) && asked.kind.open, has(THIRD));
    if !same || !(others || rest || third) {
        return None;
    }
    let facts = asked.facts;
    let counted = facts.statements().iter().find(|it| it.details.contains(&first.id));
    let all: Vec<&Statement> = if let Some(counted) = counted {
        counted.details.iter().filter_map(|id| facts.statement(id)).collect()
    } else {
        let same = facts.of_property(&first.property);
        let value = first.value.entity();
        let akin = |it: &&Statement| {
            it.subject == first.subject || value.is_some() && it.value.entity() == value
        };
        current(same.filter(akin)).collect()
    };
    let is_named = |it: &Statement| {
        let names =
            |entity: &Entity| it.value.entity() == Some(&entity.id) || it.subject == entity.id;
        // What all of them are said of is not what sets them apart.
        let of_all = |entity: &Entity| found.iter().chain(&all).all(|it| it.subject == entity.id);
        asked.named.telling.iter().any(|entity| names(entity) && !of_all(entity))
    };
    // "Besides the cameras on the bikes, which other ones?"
    let besides = has(BESIDES) && asked.named.telling.is_empty() && counted.is_none();
    if besides && others && more.is_empty() {
        let left: Vec<&Statement> = all
            .iter()
            .copied()
            .filter(|it| it.id != first.id && it.subject == first.subject)
            .collect();
        return (!left.is_empty()).then_some(left);
    }
    // "The third" is what is left where all others are named.
    let third = third && !asked.kind.yes_no && all.iter().filter(|it| is_named(it)).count() > 1;
    // "The rest" and "the third" are those of a list only where members of it are named.
    let of_the_named = found.iter().all(|one| is_named(one));
    let holds_a_named = more.is_empty() || found.iter().any(|one| is_named(one));
    if of_the_named || others && holds_a_named {
        let left: Vec<&Statement> = all.iter().copied().filter(|it| !is_named(it)).collect();
        let fits = others || rest || third && left.len() == 1;
        return (fits && left.iter().any(|it| it.id != first.id)).then_some(left);
    }
    None
}

/// Whether a question names some and leaves open what comes with it: "that one and …?", "that one plus who?"
fn ends_openly(words: &[Word]) -> bool {
    let plain = |word: &Word| match word {
        Word::Plain(word) => Some(word.clone()),
        _ => None,
    };
    let mut last = words.iter().rev().map(plain);
    let (last, before) = (last.next().flatten(), last.next().flatten());
    let adds = |word: &Option<String>| {
        word.as_deref().is_some_and(|word| matches!(word, "and" | "et" | "plus"))
    };
    let asks = |word: &str| matches!(word, "who" | "whom" | "what" | "qui" | "quoi");
    adds(&last) || last.as_deref().is_some_and(asks) && adds(&before)
}

/// Whether the others are only whom something is done with: "how he gets on with the others".
fn is_with_others(words: &[Word], others: &[&str]) -> bool {
    const REACH: usize = 3;
    let is = |word: &Word, wanted: &[&str]| matches!(word, Word::Plain(word) if wanted.contains(&word.as_str()));
    words.windows(REACH).any(|three| match three {
        [before @ .., last] => {
            is(last, others) && before.iter().any(|word| is(word, &["with", "avec"]))
        }
        [] => false,
    })
}
