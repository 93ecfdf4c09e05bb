//! What a question takes for granted and the facts say otherwise: "which of the twelve episodes", where there are eight, "when did
//! that team make the film", where another one made it.

use super::answer::{Answer, Outcome};
use super::cues::is_among;
use super::linked::{Linked, Word};
use super::lookup::current;
use super::resolve::Named;
use super::wording::StatementWords;
use crate::facts::{Bound, Cardinality, Class, Entity, Facts, Role, Statement, Status, Value};
use crate::text::{fold, tokens};

/// What stands before a number that is taken for granted.
const GRANTED: &[&str] = &["the", "des", "les", "ces", "these", "those", "its", "ses", "leurs"];
/// What stands after those that are left of all.
const LEFT: &str = "left remaining after other others later restants restantes suivants suivantes autres qui that which";
/// Fewer of them may be some of all.
const LEAST: f64 = 3.0;

/// An answer with what puts right before it what the question takes for granted.
pub(super) fn put_right<'a>(
    facts: &'a Facts,
    words: &StatementWords,
    named: &Named<'_>,
    linked: &Linked,
    answer: Answer<'a>,
) -> Answer<'a> {
    let Outcome::Answered(found) = &answer.outcome else { return answer };
    let mut all: Vec<&Statement> = miscounted(facts, named, linked).into_iter().collect();
    if answer.verdict.is_none() {
        all.extend(whose_it_is(facts, words, named, found));
    }
    all.retain(|one| !found.iter().any(|told| told.id == one.id));
    if all.is_empty() {
        return answer;
    }
    all.extend(found.iter().copied());
    Answer { outcome: Outcome::Answered(all), verdict: None, ..answer }
}

/// Whose a work is that is asked about together with somebody who has nothing to do with it.
fn whose_it_is<'a>(
    facts: &'a Facts,
    words: &StatementWords,
    named: &Named<'_>,
    found: &[&Statement],
) -> Vec<&'a Statement> {
    let is_maker = |class| matches!(class, Class::Team | Class::Organisation);
    let tells_a_maker = |one: &Statement| {
        one.value.entity().and_then(|id| facts.entity(id)).is_some_and(|it| is_maker(it.class))
    };
    // Who makes it is called something; where it runs and whom it is about are other questions.
    let is_of_a_maker = |one: &Statement| {
        let called = facts.property(&one.property).is_some_and(|it| !it.nouns.en.is_empty());
        called && tells_a_maker(one)
    };
    let telling = || named.telling.iter();
    let Some(first) = found.first().filter(|one| !tells_a_maker(one)) else { return Vec::new() };
    let work = telling().find(|one| is_work(one.class) && one.id == first.subject);
    let others = telling().filter(|one| !is_work(one.class)).count();
    let (Some(work), 1) = (work, others) else { return Vec::new() };
    let of_work = || facts.naming(&work.id).filter(|one| one.subject == work.id);
    let stranger = |one: &&&Entity| {
        is_maker(one.class)
            && !of_work().any(|it| words.speaks_of(it, one))
            && !facts.naming(&one.id).any(|it| words.speaks_of(it, work))
    };
    if telling().filter(stranger).count() == 0 {
        return Vec::new();
    }
    current(of_work().filter(|one| is_of_a_maker(one))).collect()
}

fn is_work(class: Class) -> bool {
    matches!(class, Class::Docuseries | Class::Programme)
}

/// The statement that counts what a question counts otherwise.
fn miscounted<'a>(facts: &'a Facts, named: &Named<'_>, linked: &Linked) -> Option<&'a Statement> {
    // Another series has other numbers.
    if named.telling.iter().any(|one| is_work(one.class)) {
        return None;
    }
    linked.words.iter().enumerate().find_map(|(at, _)| {
        let (three, after) = linked.words.get(at..)?.split_first_chunk()?;
        let [Word::Plain(before), Word::Number(number), Word::Plain(unit)] = three else {
            return None;
        };
        // Those that are left are fewer than all.
        if matches!(after.first(), Some(Word::Plain(word)) if is_among(LEFT, word)) {
            return None;
        }
        if !GRANTED.contains(&before.as_str()) || *number < LEAST {
            return None;
        }
        let counts = |one: &&Statement| {
            let Value::Quantity(quantity) = &one.value else { return false };
            let single = facts
                .property(&one.property)
                .is_some_and(|property| property.cardinality == Cardinality::Single);
            let of_unit = facts.unit(&quantity.unit).is_some_and(|of| {
                let called = [&of.en.other, &of.fr.other];
                called.into_iter().any(|name| tokens(&fold(name)).eq([unit.as_str()]))
            });
            // "The four teams" may be some of the eight; of parts nobody speaks so.
            let parts = facts.role(Role::EpisodeNumber).is_some_and(|part| {
                facts.of_property(&part.id).any(|it| match &it.value {
                    Value::Quantity(of_part) => of_part.unit == quantity.unit,
                    _ => false,
                })
            });
            let listed = parts || !one.details.is_empty();
            let differs =
                listed && (*number > quantity.amount || parts && *number < quantity.amount);
            single && of_unit && quantity.bound == Bound::Exact && differs
        };
        let series = facts.statements().iter().filter(|one| one.subject == facts.series());
        series.filter(counts).min_by_key(|one| one.status != Status::Confirmed)
    })
}
