//! A work that is described before it is asked for: "that team's film with the broadcaster, what does it show?"

use super::answer::{Answer, Outcome};
use super::ask::Asker;
use super::kind::{Kind, Turn};
use super::linked::{Linked, Word};
use super::said::belongs;
use crate::facts::{Class, Entity, Facts};
use crate::text::{fold, tokens};

/// How much must speak for what is asked of it.
const LEAST: f32 = 0.5;
/// How many words what is asked has at most.
const SHORT: usize = 7;
/// What people call a work that they do not know the name of.
const WORKS: &[&str] = &[
    "doc", "docs", "docu", "docs", "documentary", "documentaire", "docuseries", "series", "serie",
    "show", "film", "movie", "programme", "thing", "truc", "one", "celui", "celle", "emission",
];
/// What stands for it in the question.
const IT: &[&str] = &["it", "its", "ca", "c", "il", "elle", "that", "they", "ils", "on"];

impl Asker {
    /// What is asked of a work that the words before the comma describe without its name.
    pub(super) fn of_a_described_work<'a>(
        &self,
        facts: &'a Facts,
        question: &str,
    ) -> Option<Answer<'a>> {
        let (before, asked) = question.rsplit_once(", ")?;
        let (before, asked) = (fold(before), fold(asked));
        let has = |text: &str, list: &[&str]| tokens(text).any(|word| list.contains(&word));
        if !has(&before, WORKS) || !has(&asked, IT) || tokens(&asked).count() > SHORT {
            return None;
        }
        let kind = Kind::of(&before);
        if kind.open || kind.yes_no || kind.turn != Turn::Straight {
            return None;
        }
        let described = self.link(&before, &kind);
        let work = work(facts, &described, &self.ambient)?;
        let kind = Kind::of(&asked);
        let mut linked = self.link(&asked, &kind);
        if !linked.entities().is_empty() {
            return None;
        }
        linked.words.push(Word::Entity(work));
        let chosen = self.understand(facts, &linked, &kind);
        let answers = matches!(
            chosen.answer.outcome,
            Outcome::Answered(_) | Outcome::Unknown { absence: Some(_), .. }
        );
        (answers && chosen.lead > LEAST).then_some(chosen.answer)
    }
}

/// The one work, other than the series, that has to do with what a description names: with most of it.
fn work(facts: &Facts, described: &Linked, ambient: &[usize]) -> Option<usize> {
    let entities = &facts.file().entities;
    let is_work = |one: &Entity| {
        matches!(one.class, Class::Docuseries | Class::Programme) && one.id != facts.series()
    };
    let named = described.entities();
    let is_any_work = |one: &Entity| is_work(one) || one.id == facts.series();
    if named.iter().any(|at| entities.get(*at).is_some_and(is_any_work)) {
        return None;
    }
    // What the name of the series contains has to do with the series.
    let named = named.iter().filter(|at| !ambient.contains(at));
    let named: Vec<&Entity> = named.filter_map(|at| entities.get(*at)).collect();
    let has_to_do =
        |work: &Entity| named.iter().filter(|one| belongs(facts, &work.id, &one.id)).count();
    let mut works: Vec<(usize, usize)> = entities
        .iter()
        .enumerate()
        .filter(|(_, one)| is_work(one))
        .map(|(at, one)| (has_to_do(one), at))
        .filter(|(count, _)| *count > 0)
        .collect();
    works.sort_unstable_by(|left, right| right.cmp(left));
    match works.as_slice() {
        [(_, only)] => Some(*only),
        [(most, first), (next, _), ..] if most > next => Some(*first),
        _ => None,
    }
}
