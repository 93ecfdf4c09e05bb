//! "Who else besides that one": what a question sets apart from what it asks for.

use super::answer::{Answer, Outcome};
use super::linked::{Linked, Word};
use crate::facts::{Facts, Statement};
use crate::text::{fold, tokens};

/// How a question sets something apart that it names next, folded.
const BEFORE: &[&[&str]] = &[
    &["besides"],
    &["apart", "from"],
    &["aside", "from"],
    &["other", "than"],
    &["in", "addition", "to"],
    &["not", "counting"],
    &["excluding"],
    &["except"],
    &["except", "for"],
    &["a", "part"],
    &["mis", "a", "part"],
    &["en", "dehors", "de"],
    &["en", "dehors", "du"],
    &["en", "plus", "de"],
    &["en", "plus", "du"],
    &["autre", "que"],
    &["autres", "que"],
    &["hormis"],
    &["hors"],
    &["outre"],
    &["excepte"],
    &["sauf"],
];

/// The same where it was named just before: "that one apart, who else?"
const AFTER: &[&[&str]] = &[
    &["a", "part"],
    &["mise", "a", "part"],
    &["apart"],
    &["aside"],
    &["wasn", "t", "the", "only"],
    &["wasnt", "the", "only"],
    &["isn", "t", "the", "only"],
    &["is", "not", "the", "only"],
    &["was", "not", "the", "only"],
    &["n", "est", "pas", "la", "seule"],
    &["n", "etait", "pas", "la", "seule"],
    &["est", "pas", "la", "seule"],
    &["etait", "pas", "la", "seule"],
    &["pas", "la", "seule"],
    &["and", "what", "other"],
    &["and", "which", "other"],
    &["and", "what", "else"],
    &["et", "quel", "autre"],
    &["et", "quelle", "autre"],
    &["et", "quoi", "d", "autre"],
];

/// How many words a part has at most that does no more than that.
const LONGEST: usize = 8;
/// As in `AFTER` where what was named may as well be what it asks about: "those two, and who else?"
const WHO_ELSE: &[&[&str]] = &[
    &["and", "who", "else"],
    &["and", "which", "others"],
    &["et", "qui", "d", "autre"],
    &["et", "qui", "d", "autres"],
    &["et", "quelles", "autres"],
    &["et", "quels", "autres"],
];
/// How many words may stand between: "apart from the good old …".
const BETWEEN: usize = 3;

/// Whether part of a question only sets something apart: "besides that one, who else?" are not two questions.
pub(super) fn only_sets_apart(part: &str) -> bool {
    let folded = fold(part);
    let words: Vec<&str> = tokens(&folded).collect();
    words.len() <= LONGEST && BEFORE.iter().any(|run| words.starts_with(run))
}

/// Whether a question only asks who else there is beside those that it names, so that they may belong to what it asks:
/// "those two, and who else?"
pub(super) fn asks_who_else(linked: &Linked) -> bool {
    (0..linked.words.len()).any(|at| {
        let rest = linked.words.get(at..).unwrap_or_default();
        WHO_ELSE.iter().any(|run| starts(rest, run))
    })
}

/// Takes the entities that a question sets apart out of it, and tells which they are.
pub(super) fn set_apart(linked: &mut Linked) -> Vec<usize> {
    let mut apart: Vec<usize> = Vec::new();
    let mut said: Vec<usize> = Vec::new();
    for at in 0..linked.words.len() {
        let rest = linked.words.get(at..).unwrap_or_default();
        let before = BEFORE.iter().filter(|run| starts(rest, run)).map(|run| run.len()).max();
        let next = before.and_then(|length| {
            let mut next = rest.iter().enumerate().skip(length).take(BETWEEN + 1);
            next.find_map(|(at, word)| Some((at, entity(word)?)))
        });
        let before_it = linked.words.get(..at).unwrap_or_default();
        let last = before_it.last().and_then(entity);
        let after = AFTER.iter().chain(WHO_ELSE).any(|run| starts(rest, run));
        if let (Some(length), Some(_)) = (before, &next) {
            said.extend(at..at + length);
        }
        if let Some((at, _)) = next {
            apart.extend(named_together(rest.iter().skip(at)));
        } else {
            let all = named_together(before_it.iter().rev());
            apart.extend(all.filter(|_| after && last.is_some()));
        }
    }
    // What sets it apart goes with it: "which teams besides that one" asks which teams.
    let mut at = 0..;
    linked.words.retain(|word| {
        let said = at.next().is_some_and(|at| said.contains(&at));
        !said && !entity(word).is_some_and(|one| apart.contains(&one))
    });
    apart
}

/// An answer without what is said of entities that were set apart; as it is where nothing else is said.
pub(super) fn without<'a>(facts: &'a Facts, answer: Answer<'a>, apart: &[usize]) -> Answer<'a> {
    let Outcome::Answered(found) = &answer.outcome else { return answer };
    let is_apart = |one: &Statement| {
        let mut entities =
            apart.iter().filter_map(|index| facts.file().entities.get(*index)).map(|it| &it.id);
        entities.any(|id| one.value.entity() == Some(id) || one.subject == *id)
    };
    let others: Vec<&Statement> = found.iter().copied().filter(|one| !is_apart(one)).collect();
    if others.is_empty() { answer } else { Answer { outcome: Outcome::Answered(others), ..answer } }
}

/// The entities that words begin with, one beside the other or with "and" between.
fn named_together<'w>(words: impl Iterator<Item = &'w Word>) -> impl Iterator<Item = usize> {
    const AND: &[&str] = &["and", "et", "or", "ou", "n", "ni", "nor", "the", "la", "le", "les"];
    let and = |word: &Word| matches!(word, Word::Plain(word) if AND.contains(&word.as_str()));
    words.take_while(move |word| entity(word).is_some() || and(word)).filter_map(entity)
}

fn entity(word: &Word) -> Option<usize> {
    match word {
        Word::Entity(index) => Some(*index),
        _ => None,
    }
}

fn starts(words: &[Word], run: &[&str]) -> bool {
    let (Some(Word::Plain(word)), Some(wanted)) = (words.first(), run.first()) else {
        return false;
    };
    // Nearly all words fall at their first letter.
    word.bytes().next() == wanted.bytes().next()
        && run.len() <= words.len()
        && run
            .iter()
            .zip(words)
            .all(|(wanted, word)| matches!(word, Word::Plain(word) if word == wanted))
}
