//! Questions that go on from the last one.

use super::answer::{Answer, Outcome, Topic, absent, plain};
use super::ask::Asker;
use super::choose::Chosen;
use super::cues::WHY;
use super::kind::Kind;
use super::label::property;
use super::linked::{Linked, Word};
use super::lookup::current;
use super::read::is_background;
use super::resolve::{Named, Resolved, resolve};
use super::talk::{
    answered_with, is_filler, means_several, means_somebody, other_part, points_back,
};
use super::told::answered;
use crate::facts::{Absence, Class, Facts, Statement};
use crate::text::tokens;

/// What a question that goes on begins with without saying anything: "also" and "what about" say more.
const GOES_ON: &[&str] = &["and", "et"];
/// How much must speak for a question by itself that could go on from the last one.
const ALONE: f32 = 0.5;
/// What a guess scores at least that is taken for what a question of two words and more asks for.
const SURE: f32 = 0.6;

impl Asker {
    /// A question that goes on from the last one: its names in the place of the old ones, its own question
    /// about the old names, or one that stands by itself after all.
    pub(super) fn follow<'a>(
        &self,
        facts: &'a Facts,
        linked: &Linked,
        kind: &Kind,
        topic: &Topic,
    ) -> Answer<'a> {
        let says: Vec<&str> =
            linked.plain().filter(|word| !is_filler(word) && !points_back(word)).collect();
        let mut linked = linked.clone();
        // "And how long is it?" asks how long it is; only what is known word for word is known with its first word.
        let goes_on = linked.words.first().is_some_and(|word| word.is_any(GOES_ON));
        if goes_on && linked.words.len() > 1 && !self.model.is_exact(&linked, &self.linker) {
            linked.words.remove(0);
        }
        linked.words.extend(other_part(facts, topic, &linked).map(Word::Entity));
        let linked = &linked;
        let mut joined = linked.clone();
        if linked.entities().is_empty() && linked.stranger().is_none() {
            joined.words.extend(topic.entities.iter().map(|index| Word::Entity(*index)));
        }
        let is_answered = |one: &Chosen<'_>| {
            matches!(
                one.answer.outcome,
                Outcome::Answered(_) | Outcome::Unknown { absence: Some(_), .. }
            )
        };
        // "Who won? – And his team?": he is the answer, not what was asked about.
        if linked.entities().is_empty() && linked.plain().any(means_somebody) {
            let mut of_answer = linked.clone();
            of_answer.words.extend(answered_with(facts, topic).map(Word::Entity));
            let chosen = self.understand(facts, &of_answer, kind);
            if of_answer.words.len() > linked.words.len()
                && is_answered(&chosen)
                && chosen.lead > 0.0
            {
                return chosen.answer;
            }
        }
        let alone = self.understand(facts, linked, kind);
        // "Who makes it? – Where are they from?": they may be the answer as well.
        if linked.entities().is_empty() && linked.plain().any(means_several) {
            let mut of_answer = linked.clone();
            of_answer.words.extend(answered_with(facts, topic).map(Word::Entity));
            let chosen = self.understand(facts, &of_answer, kind);
            let least = if is_answered(&alone) { alone.lead.max(0.0) } else { 0.0 };
            if of_answer.words.len() > linked.words.len()
                && is_answered(&chosen)
                && chosen.lead > least
            {
                return chosen.answer;
            }
        }
        let bare = linked.entities().is_empty() || !topic.entities.is_empty();
        if !says.is_empty() && bare && is_answered(&alone) && alone.lead > ALONE {
            return alone.answer;
        }
        // What it asks may be clear once it is known of whom; one word must say more than two.
        if !says.is_empty() && joined.words.len() > linked.words.len() {
            let of_them = self.understand(facts, &joined, kind);
            let least = if says.len() >= 2 { 0.0 } else { ALONE };
            if is_answered(&of_them) && of_them.lead > least {
                return of_them.answer;
            }
        }
        if says.is_empty()
            && let Some(found) = of_that_part(facts, linked, topic)
        {
            let label = found.first().map(|one| one.property.clone()).unwrap_or_default();
            return answered(facts, found, kind, linked, &label);
        }
        let guess = self.model.guess(linked, &self.linker);
        let own = guess
            .first()
            .filter(|one| says.len() >= 2 && !is_background(one.label) && one.score >= SURE);
        let named = Named::new(facts, &joined, &self.ambient);
        let label = own.map_or(topic.label.as_str(), |guess| guess.label);
        let label = property(label);
        let asked = (&joined, &self.words.heard(&joined));
        match resolve(facts, &self.words, label, &named, asked) {
            Some(Resolved::Stated(found)) => answered(facts, found, kind, &joined, label),
            Some(Resolved::Absent(absence)) => absent(facts, absence),
            _ => self.understand(facts, &joined, kind).answer,
        }
    }
}

/// Of the part that a question names and nothing else, what was asked of the whole: "which teams are in it? – And in episode 2?"
fn of_that_part<'a>(
    facts: &'a Facts,
    linked: &Linked,
    topic: &Topic,
) -> Option<Vec<&'a Statement>> {
    let named = linked.entities();
    let [part] = named.as_slice() else { return None };
    let part = facts.file().entities.get(*part).filter(|one| one.class == Class::Episode)?;
    let range = &facts.property(property(&topic.label))?.range;
    let is_asked = |id: &str| facts.entity(id).is_some_and(|one| range.contains(&one.class));
    let own = facts.naming(&part.id).filter(|one| one.subject == part.id);
    let found: Vec<&Statement> =
        current(own.filter(|one| one.value.entity().is_some_and(is_asked))).collect();
    (!found.is_empty()).then_some(found)
}

/// "Why?" after an answer: that no reason is given for it, or that nothing is said of one.
pub(super) fn why_so<'a>(facts: &'a Facts, topic: &Topic, folded: &str) -> Option<Answer<'a>> {
    const LITTLE: &[&str] = &[
        "and", "but", "so", "then", "though", "that", "is", "how", "come", "et", "mais", "ca",
        "donc", "du", "coup", "est", "ce",
    ];
    let asks = |word: &str| WHY.contains(&word);
    let bare = tokens(folded).all(|word| asks(word) || LITTLE.contains(&word));
    let asked = tokens(folded).any(asks) || tokens(folded).eq(["how", "come"]);
    let told = topic.statements.iter().find_map(|id| facts.statement(id));
    let told = told.filter(|_| bare && asked)?;
    let of_a_reason = |one: &&Absence| {
        let reason = facts
            .property(&one.property)
            .is_some_and(|property| property.label.en.starts_with("reason"));
        reason && one.nearest.as_deref() == Some(told.id.as_str())
    };
    let unsaid = facts.file().absences.iter().find(of_a_reason);
    let answer = unsaid.map_or_else(
        || plain(Outcome::Unknown { absence: None, nearest: Some(told) }),
        |absence| absent(facts, absence),
    );
    Some(Answer { topic: Some(topic.clone()), ..answer })
}
