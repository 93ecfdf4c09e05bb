//! Two questions in one, answered both.

use super::answer::{Answer, Outcome, Topic};
use super::ask::Asker;
use super::besides::only_sets_apart;
use super::choose::Chosen;
use super::halves::{Halves, halves, opens};
use super::kind::{Kind, Want};
use super::label::property;
use super::link::Word;
use super::resolve::{Named, Resolved, resolve};
use super::talk::is_filler;
use super::told::answered;
use crate::facts::{Class, Facts, Statement, ValueKind};
use crate::text::{fold, tokens};

/// How much must speak for each of two questions in one.
const BOTH: f32 = 0.5;

impl Asker {
    /// Both answers of two questions in one, where both are answered, and by other things than the whole.
    pub(super) fn both<'a>(&self, facts: &'a Facts, question: &str) -> Option<Answer<'a>> {
        self.taken_apart(facts, question, true)
    }

    /// The same; `again` is whether the first half may be two as well. No more than that: time must not grow with the
    /// number of halves of halves.
    fn taken_apart<'a>(&self, facts: &'a Facts, question: &str, again: bool) -> Option<Answer<'a>> {
        for halves in halves(question).into_iter().filter(|one| !only_sets_apart(&one.left)) {
            let two = again.then(|| self.taken_apart(facts, &halves.left, false)).flatten();
            let left = two.map_or_else(|| self.one(facts, &halves.left, None), Chosen::sure);
            let Some(first) = own(facts, &left.answer) else { continue };
            if left.lead <= BOTH {
                continue;
            }
            for right in self.seconds(facts, &halves, &left) {
                let Some(second) = own(facts, &right.answer) else { continue };
                if right.lead <= BOTH {
                    continue;
                }
                let second = if right.answer.topic == left.answer.topic {
                    if let Some(probe) = right.answer.probe {
                        return Some(Answer { probe: Some(probe), ..left.answer.clone() });
                    }
                    // "Who makes it, and who makes it with them?": what is told beside the same.
                    let with = |word: &str| matches!(word, "with" | "avec");
                    let Outcome::Answered(all) = right.answer.outcome else { continue };
                    if !tokens(&fold(&halves.right)).any(with) {
                        continue;
                    }
                    all
                } else {
                    second
                };
                let new = |one: &&Statement| !first.iter().any(|other| other.id == one.id);
                if !second.iter().any(&new) {
                    // "Is that team in, and who refused?": the one answer tells both.
                    if left.answer.verdict.is_some() && right.answer.topic != left.answer.topic {
                        return Some(left.answer.clone());
                    }
                    continue;
                }
                let mut both = first.clone();
                both.extend(second.iter().copied().filter(new));
                let same = left.answer.verdict == right.answer.verdict;
                let verdict = left.answer.verdict.filter(|_| same);
                let statements = both.iter().map(|one| one.id.clone()).collect();
                let topic = left.answer.topic.clone().map(|topic| Topic { statements, ..topic });
                let outcome = Outcome::Answered(both);
                return Some(Answer { outcome, verdict, topic, ..left.answer.clone() });
            }
        }
        None
    }

    /// What the second of two questions may come to: with what the first is about, of what the first named, going on
    /// from the first ("what is it called, and who is in it?"), or by itself.
    fn seconds<'a>(
        &self,
        facts: &'a Facts,
        halves: &Halves,
        left: &Chosen<'a>,
    ) -> impl Iterator<Item = Chosen<'a>> + use<'a> {
        let topic = left.answer.topic.as_ref();
        let joined = halves.joined.as_ref().map(|joined| self.one(facts, joined, None));
        let folded = fold(&halves.right);
        let kind = Kind::of(&folded);
        let mut linked = self.link(&folded, &kind);
        let of_named = topic.filter(|topic| {
            linked.entities().is_empty()
                && linked.stranger().is_none()
                && !topic.entities.is_empty()
        });
        let of_named = of_named.map(|topic| {
            linked.words.extend(topic.entities.iter().map(|index| Word::Entity(*index)));
            self.understand(facts, &linked, &kind)
        });
        let beside = topic.and_then(|topic| self.asked_with(facts, topic, &folded, &kind));
        let on = self.one(facts, &halves.right, topic);
        joined.into_iter().chain(of_named).chain(beside).chain([on])
    }

    /// What is asked for with one word together with what the first half asked for, where the second is no more than when or
    /// where: "which country hosted it, and on what date?"
    fn asked_with<'a>(
        &self,
        facts: &'a Facts,
        topic: &Topic,
        right: &str,
        kind: &Kind,
    ) -> Option<Chosen<'a>> {
        const BARE: &[&str] = &[
            "on", "in", "at", "dans", "en", "date", "dates", "day", "year", "jour", "annee",
            "place", "city", "ville", "endroit",
        ];
        if !tokens(right).all(|word| opens(word) || is_filler(word) || BARE.contains(&word)) {
            return None;
        }
        let fits = |id: &&str| {
            facts.property(id).is_some_and(|one| match kind.want {
                Some(Want::When) => one.value == ValueKind::Date,
                Some(Want::Where) => one.range.contains(&Class::Place),
                _ => false,
            })
        };
        let id = self.model.together(property(&topic.label)).find(fits)?;
        let linked = self.link(right, kind);
        let named = Named::new(facts, &linked, &self.ambient);
        match resolve(facts, &self.words, id, &named, &linked)? {
            Resolved::Stated(found) => {
                Some(Chosen::sure(answered(facts, found, kind, &linked, id)))
            }
            _ => None,
        }
    }
}

/// What an answer tells of what was asked, without what is told beside it.
fn own<'a>(facts: &Facts, answer: &Answer<'a>) -> Option<Vec<&'a Statement>> {
    let Outcome::Answered(found) = &answer.outcome else { return None };
    let Some(topic) = answer.topic.as_ref().filter(|topic| !topic.statements.is_empty()) else {
        return Some(found.clone());
    };
    let details = topic.statements.iter().filter_map(|id| facts.statement(id));
    let details: Vec<&String> = details.flat_map(|one| &one.details).collect();
    let is_own =
        |one: &&Statement| topic.statements.contains(&one.id) || details.contains(&&one.id);
    let own: Vec<&Statement> = found.iter().copied().filter(is_own).collect();
    Some(if own.is_empty() { found.clone() } else { own })
}
