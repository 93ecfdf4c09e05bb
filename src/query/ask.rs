//! From a question to an answer: fold, link, guess what it asks for, and let the fact set decide.

use super::answer::{Answer, Outcome, Topic, absent, plain};
use super::choose::choose;
use super::kind::{Kind, is_about_standing};
use super::link::{Linked, Linker, Word};
use super::lookup;
use super::model::{Guess, Model};
use super::questions::{OFF, UNSAID};
use super::resolve::{Named, Resolved, resolve};
use super::talk::{about_the_last, continues, halves, is_filler, points_back};
use super::told::{answered, of_a_name, telling_of_a_day};
use super::weigh::{Asked, Background, Weighed};
use super::wording::StatementWords;
use crate::facts::{Class, Entity, Facts, Role};
use crate::text::fold;

/// The longest question that is read, in characters.
pub const LONGEST_QUESTION: usize = 500;

/// How many properties are tried.
const GUESSES: usize = 10;

/// Understands questions about one fact set.
#[derive(Debug)]
pub struct Asker {
    linker: Linker,
    model: Model,
    /// Entities that the name of the series contains.
    ambient: Vec<usize>,
    words: StatementWords,
}

impl Asker {
    /// Understands questions by a model that was learnt for this fact set.
    #[must_use]
    pub fn new(facts: &Facts, linker: Linker, model: Model) -> Self {
        let names: Vec<String> = facts
            .entity(facts.series())
            .into_iter()
            .flat_map(Entity::names)
            .chain([&facts.file().about.label.en, &facts.file().about.label.fr])
            .map(|name| format!(" {} ", fold(name)))
            .collect();
        let ambient = facts
            .file()
            .entities
            .iter()
            .enumerate()
            .filter(|(_, entity)| {
                entity.names().any(|name| {
                    let name = format!(" {} ", fold(name));
                    names.iter().any(|series| series.contains(&name))
                })
            })
            .map(|(index, _)| index)
            .collect();
        Self { linker, model, ambient, words: StatementWords::new(facts) }
    }

    /// Answers a question. `before` is what the last one of the same person in the same place was about.
    #[must_use]
    pub fn ask<'a>(&self, facts: &'a Facts, question: &str, before: Option<&Topic>) -> Answer<'a> {
        if question.chars().nth(LONGEST_QUESTION).is_some() {
            return plain(Outcome::OffTopic);
        }
        let halves = halves(question);
        if let Some((left, right)) = halves {
            let (left, right) = (self.one(facts, left, None), self.one(facts, right, None));
            if let (Outcome::Answered(first), Outcome::Answered(second)) =
                (&left.outcome, &right.outcome)
                && left.topic != right.topic
                && left.verdict.is_none()
                && right.verdict.is_none()
            {
                let mut both = first.clone();
                both.extend(
                    second.iter().filter(|one| !first.iter().any(|other| other.id == one.id)),
                );
                return Answer { outcome: Outcome::Answered(both), ..left };
            }
        }
        self.one(facts, question, before)
    }

    fn one<'a>(&self, facts: &'a Facts, question: &str, before: Option<&Topic>) -> Answer<'a> {
        let folded = fold(question);
        let kind = Kind::of(&folded);
        let linked = self.linker.link(
            &folded,
            |word| self.model.speller().knows(word),
            |word| self.model.speller().correct(word),
        );
        if linked.words.is_empty() {
            return plain(Outcome::OffTopic);
        }
        let strange = linked.plain().any(|word| !self.model.speller().knows(word));
        if let Some(day) = kind.known_by.filter(|_| !strange) {
            let known = telling_of_a_day(lookup::known_on(facts, day));
            if !known.is_empty() {
                return plain(Outcome::Answered(known));
            }
        }
        let mut asked = linked.clone();
        if kind.probe.is_some() {
            asked
                .words
                .retain(|word| !matches!(word, Word::Plain(word) if is_about_standing(word)));
        }
        if let Some(topic) = before
            && kind.probe.is_some()
            && asked.entities().is_empty()
            && asked.plain().all(points_back)
        {
            return about_the_last(facts, topic, &kind);
        }
        if kind.probe.is_some() && asked.entities().is_empty() && asked.plain().all(points_back) {
            return plain(Outcome::Unknown { absence: None, nearest: None });
        }
        let follows = before.filter(|_| continues(&folded, &linked));
        if let Some(topic) = follows {
            return self.follow(facts, &asked, &kind, topic);
        }
        self.understand(facts, &asked, &kind)
    }

    /// A question that goes on from the last one: its names in the place of the old ones, or its own
    /// question about the old names.
    fn follow<'a>(
        &self,
        facts: &'a Facts,
        linked: &Linked,
        kind: &Kind,
        topic: &Topic,
    ) -> Answer<'a> {
        let guess = self.model.guess(linked, &self.linker);
        let says_much =
            linked.plain().filter(|word| !is_filler(word) && !points_back(word)).count() >= 2;
        let own =
            guess.first().filter(|one| says_much && !is_background(one.label) && one.score >= 0.6);
        let mut joined = linked.clone();
        if linked.entities().is_empty() && linked.stranger().is_none() {
            joined.words.extend(topic.entities.iter().map(|index| Word::Entity(*index)));
        }
        let named = Named::new(facts, &joined, &self.ambient);
        let label = own.map_or(topic.label.as_str(), |guess| guess.label);
        let label = label.split('#').next().unwrap_or(label);
        match resolve(facts, &self.words, label, &named, &joined) {
            Some(Resolved::Stated(found)) => answered(facts, found, kind, &joined, label),
            Some(Resolved::Absent(absence)) => absent(facts, absence),
            _ => self.understand(facts, &joined, kind),
        }
    }

    fn understand<'a>(&self, facts: &'a Facts, linked: &Linked, kind: &Kind) -> Answer<'a> {
        let named = Named::new(facts, linked, &self.ambient);
        let content: Vec<&str> = linked.plain().filter(|word| !is_filler(word)).collect();
        let unknown =
            content.iter().filter(|word| word.len() > 2 && self.model.is_foreign(word)).count();
        if content.is_empty() && linked.entities().is_empty() && linked.stranger().is_none() {
            return plain(Outcome::OffTopic);
        }
        if content.is_empty() && !named.telling.is_empty() {
            return of_a_name(facts, &named, linked);
        }
        // "Who produced Goofy?": half of what it says is something else than this bot knows of.
        let long = content.iter().filter(|word| word.len() > 3).count();
        if linked.entities().is_empty() && unknown > 0 && 2 * unknown >= long {
            return plain(Outcome::OffTopic);
        }
        let guesses = self.model.guess(linked, &self.linker);
        tracing::debug!(?linked, guesses = ?guesses.get(..GUESSES), unknown, "a question was read");
        let score = |label: &str| {
            guesses.iter().find(|guess| guess.label == label).map_or(0.0, |guess| guess.score)
        };
        let background = Background { off: score(OFF), unsaid: score(UNSAID) };
        // The likeliest guess of each property.
        let mut likeliest: Vec<Guess<'_>> = Vec::with_capacity(GUESSES);
        for guess in guesses.into_iter().filter(|guess| !is_background(guess.label)) {
            let id = guess.label.split('#').next().unwrap_or_default();
            // Whether something is in or refused is what is asked of a member more often than anything else.
            let role = || facts.property(id).and_then(|property| property.role);
            let wanted = likeliest.len() < GUESSES
                || matches!(role(), Some(Role::Featured | Role::Declined))
                    && named.telling.iter().any(|one| one.class == Class::Team);
            if wanted && !likeliest.iter().any(|one| one.label.split('#').next() == Some(id)) {
                likeliest.push(guess);
            }
        }
        let Some(best) = likeliest.first().copied() else { return plain(Outcome::OffTopic) };
        let second = likeliest.get(1).map_or(-1.0, |guess| guess.score);
        let asked = Asked {
            facts,
            words: &self.words,
            named: &named,
            linked,
            kind,
            unknown,
            content: content.len(),
        };
        let mut readings: Vec<Weighed<'_, 'a>> = likeliest
            .into_iter()
            .filter_map(|guess| {
                let resolved = resolve(facts, &self.words, guess.label, &named, linked);
                // What is said of other years only is no reading of a question about this one.
                if matches!(resolved, Some(Resolved::OfOtherYears)) {
                    return None;
                }
                // A word that nothing knows stands where the subject would: "what is X short for".
                if unknown > 0 && named.telling.is_empty() && asked.is_of_unnamed(resolved.as_ref())
                {
                    return None;
                }
                let other = if guess.label == best.label { second } else { best.score };
                Some(asked.weigh(guess, resolved, guess.score - other))
            })
            .collect();
        readings.sort_by(|left, right| right.weight.total_cmp(&left.weight));
        let none = asked.none(background, &best);
        let off = background.off > best.score.max(background.unsaid);
        choose(&asked, &readings, none, off)
    }
}

/// Whether a label stands for no property.
fn is_background(label: &str) -> bool {
    matches!(label, OFF | UNSAID)
}
