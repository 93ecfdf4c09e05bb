//! How long it is from one thing to another, and which of two came first: both dates are told.

use super::answer::{Answer, Outcome, Topic, plain};
use super::ask::Asker;
use crate::facts::{Facts, Statement, Value};
use crate::text::{fold, tokens};

/// How much must speak for each of the two dates.
const LEAST: f32 = 0.0;
/// How many words each end has at most.
const LONGEST: usize = 12;

/// What asks how long something takes, beside the two ends.
const HOW_LONG: &[&str] = &[
    " how long ", " how much time ", " how many weeks ", " how many months ", " how many days ",
    " gap ", " combien de temps ", " combien de mois ", " combien de semaines ",
    " combien de jours ", " cb de temps ", " cb de mois ", " ecart ", " delai ",
];
/// What stands between two things of which one came first, and how to ask for the time of each.
const EITHER_WAY: &[(&str, &str)] =
    &[(" before or after ", "when was"), (" avant ou apres ", "quand")];
/// What asks which of two things came first, what stands between the two, and how to ask for the time of each.
const FIRST: &[(&str, &str, &str)] = &[
    (" came first ", " or ", "when was"),
    (" come first ", " or ", "when was"),
    (" happened first ", " or ", "when was"),
    (" d abord ", " ou ", "quand"),
    (" en premier ", " ou ", "quand"),
];
/// Words that begin a question without being part of what it is about.
const OPENINGS: &[&str] =
    &["did", "was", "is", "were", "does", "has", "had", "est", "ce", "que", "qu"];
/// Words after what came first or later: "come before or after".
const COMES: &[&str] =
    &["come", "came", "happen", "out", "vient", "venu", "venue", "est", "c", "a", "ete", "arrive"];

impl Asker {
    /// The dates of the two things between which a question asks for the time, or for their order.
    pub(super) fn of_a_span<'a>(&self, facts: &'a Facts, question: &str) -> Option<Answer<'a>> {
        let folded = fold(question);
        let (from, to, when) = ends(&folded)?;
        let mut found: Vec<&'a Statement> = Vec::new();
        let mut entities = Vec::new();
        for end in [&from, &to] {
            if tokens(end).count() > LONGEST {
                return None;
            }
            let chosen = self.one(facts, &format!("{when} {end}"), None);
            let Outcome::Answered(told) = &chosen.answer.outcome else { return None };
            let dated = told.iter().find(|one| matches!(one.value, Value::Date(_)))?;
            if chosen.lead <= LEAST || found.iter().any(|one| one.id == dated.id) {
                return None;
            }
            found.push(*dated);
            entities.extend(chosen.answer.topic.into_iter().flat_map(|topic| topic.entities));
        }
        // "How many days are there between them?", where that is said as well.
        let of_both = |one: &&Statement| {
            let from = one.derived.as_ref().map(|derived| derived.from.as_slice());
            let both = |from: &[String]| found.iter().all(|end| from.contains(&end.id));
            matches!(one.value, Value::Quantity(_)) && from.is_some_and(both)
        };
        if let Some(length) = facts.statements().iter().find(of_both) {
            found.insert(0, length);
        }
        let label = found.first().map_or_else(String::new, |one| one.property.clone());
        let statements = found.iter().map(|one| one.id.clone()).collect();
        let topic = Some(Topic { label, entities, statements });
        Some(Answer { topic, ..plain(Outcome::Answered(found)) })
    }
}

/// The two ends of a span, and how to ask for the time of each in their language.
fn ends(folded: &str) -> Option<(String, String, &'static str)> {
    // Words have a space on either side, so that none is found inside another.
    let spaced = format!(" {folded} ");
    let found = |from: &str, to: &str, when: &'static str| {
        let (from, to) = (from.trim(), to.trim());
        (!from.is_empty() && !to.is_empty()).then(|| (from.to_owned(), to.to_owned(), when))
    };
    for (between, and, when) in [(" between ", " and ", "when was"), (" entre ", " et ", "quand")] {
        let how_long = |words: &str| {
            let spaced = format!(" {words} ");
            HOW_LONG.iter().find_map(|asked| Some(spaced.split_once(*asked)?.0.to_owned()))
        };
        if let Some((before, rest)) = spaced.split_once(between)
            && let Some((from, to)) = rest.split_once(and)
        {
            if how_long(before).is_some() {
                return found(from, to, when);
            }
            if let Some(to) = how_long(to) {
                return found(from, &to, when);
            }
        }
    }
    for (first, or, when) in FIRST {
        if let Some((_, rest)) = spaced.split_once(first)
            && let Some((from, to)) = rest.split_once(or)
        {
            let to = to.split_once(" et ").map_or(to, |(to, _)| to);
            return found(from, to, when);
        }
    }
    let (either, when) = EITHER_WAY.iter().find(|(either, _)| spaced.contains(either))?;
    let (from, to) = spaced.split_once(either)?;
    let mut from = from.trim();
    while let Some((_, rest)) = from.split_once(' ').filter(|(one, _)| OPENINGS.contains(one)) {
        from = rest;
    }
    while let Some((rest, _)) = from.rsplit_once(' ').filter(|(_, one)| COMES.contains(one)) {
        from = rest;
    }
    found(from, to, when)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_has_two_ends() {
        let told = |question: &str| ends(question).map(|(from, to, _)| (from, to));
        let pair = |from: &str, to: &str| Some((from.to_owned(), to.to_owned()));
        assert_eq!(
            told("how long between the end of filming and the release"),
            pair("the end of filming", "the release")
        );
        assert_eq!(
            told("entre l annonce et la sortie ya combien de temps"),
            pair("l annonce", "la sortie ya")
        );
        assert_eq!(
            told("did the announcement come before or after the race"),
            pair("the announcement", "the race")
        );
        assert_eq!(told("who won between the two"), None);
        assert_eq!(told("qui est au centre de l equipe et combien de temps"), None);
    }
}
