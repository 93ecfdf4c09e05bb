//! Questions that go on from the last one.

use super::answer::{Answer, Outcome, Topic, absent};
use super::ask::Asker;
use super::choose::Chosen;
use super::kind::Kind;
use super::label::property;
use super::link::{Linked, Word};
use super::read::is_background;
use super::resolve::{Named, Resolved, resolve};
use super::talk::{answered_with, is_filler, means_somebody, other_part, points_back};
use super::told::answered;
use crate::facts::Facts;

/// How much must speak for a question by itself that could go on from the last one.
const ALONE: f32 = 0.5;

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
        let bare = linked.entities().is_empty() || !topic.entities.is_empty();
        if !says.is_empty() && bare && is_answered(&alone) && alone.lead > ALONE {
            return alone.answer;
        }
        // What it asks may be clear once it is known of whom.
        if says.len() >= 2 && joined.words.len() > linked.words.len() {
            let of_them = self.understand(facts, &joined, kind);
            if is_answered(&of_them) && of_them.lead > 0.0 {
                return of_them.answer;
            }
        }
        let guess = self.model.guess(linked, &self.linker);
        let own = guess
            .first()
            .filter(|one| says.len() >= 2 && !is_background(one.label) && one.score >= 0.6);
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
