//! From a question to an answer: fold, link, guess what it asks for, and let the fact set decide.

use super::answer::{Answer, Outcome, Reading, Topic, absent, plain};
use super::kind::{Kind, is_about_standing};
use super::link::{Linked, Linker, Word};
use super::lookup;
use super::model::{Guess, Model};
use super::questions::OFF;
use super::resolve::{
    Named, Resolved, StatementWords, about, resolve, speaks_of_a_year, speaks_of_year,
};
use super::talk::{about_the_last, continues, halves, is_filler, points_back};
use super::told::{answered, excluded, of_a_name, telling_of_a_day};
use super::verdict::verdict;
use crate::facts::{Class, Entity, Facts};
use crate::text::fold;

/// The longest question that is read, in characters.
pub const LONGEST_QUESTION: usize = 500;

/// The least score of a guess that is acted on.
const SURE: f32 = 0.40;
/// The least score of a question that is about the series at all.
const ON_SUBJECT: f32 = 0.10;
/// The least score where a word stands in the question that nothing knows.
const SURE_WITH_UNKNOWN: f32 = 0.65;
/// How far behind the first guess another is still tried.
const REACH: f32 = 0.30;
/// How near the second guess must be for the person to be asked which was meant.
const GAP: f32 = 0.01;
/// How far behind an absence a reading may be that answers yes or no.
const YES_NO_REACH: f32 = 0.15;
/// What a guess loses whose property is never said of the kind of thing that was named.
const MISFIT: f32 = 0.45;
/// By how much an absence must be likelier than what is stated.
const ABSENCE_BIAS: f32 = 0.04;
/// How many guesses are looked at before the facts have their say.
const LOOKED_AT: usize = 24;
/// The same where a word stands in the question that nothing knows.
const GAP_WITH_UNKNOWN: f32 = 0.03;
/// How many guesses are tried.
const GUESSES: usize = 5;

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
        if let Some(day) = kind.known_by {
            let known = telling_of_a_day(lookup::known_on(facts, day));
            if !known.is_empty() {
                return plain(Outcome::Answered(known));
            }
        }
        let mut asked = linked.clone();
        if kind.status || kind.source {
            asked
                .words
                .retain(|word| !matches!(word, Word::Plain(word) if is_about_standing(word)));
        }
        if let Some(topic) = before
            && (kind.status || kind.source)
            && asked.entities().is_empty()
            && asked.plain().all(points_back)
        {
            return about_the_last(facts, topic, &kind);
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
        let own = guess.first().filter(|one| says_much && one.label != OFF && one.score >= 0.6);
        let mut joined = linked.clone();
        if linked.entities().is_empty() {
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
        let unknown = content
            .iter()
            .filter(|word| word.len() > 2 && !self.model.speller().knows(word))
            .count();
        let strange_year = linked
            .years()
            .any(|year| !facts.statements().iter().any(|one| speaks_of_year(one, year)));
        let unknown = unknown + usize::from(strange_year);
        if content.is_empty() && !named.telling.is_empty() {
            return of_a_name(facts, &named, linked);
        }
        let guesses = self.model.guess(linked, &self.linker);
        tracing::debug!(?linked, guesses = ?guesses.get(..GUESSES), unknown, "a question was read");
        let guesses = fitting(facts, &guesses, &named, linked);
        let Some(first) = guesses.first() else { return plain(Outcome::OffTopic) };
        let sure = if unknown > 0 { SURE_WITH_UNKNOWN } else { SURE };
        let off =
            first.label == OFF || first.score < ON_SUBJECT || (unknown > 0 && first.score < sure);
        if off {
            return match named.telling.first() {
                Some(entity) if first.label != OFF || unknown == 0 => plain(Outcome::Unknown {
                    absence: None,
                    nearest: about(facts, entity).first().copied(),
                }),
                _ => plain(Outcome::OffTopic),
            };
        }
        let tried = guesses
            .iter()
            .take(GUESSES)
            .filter(|guess| guess.label != OFF && guess.score >= first.score - REACH);
        let resolved: Vec<(&Guess<'_>, Resolved<'a>)> = tried
            .filter_map(|guess| {
                Some((guess, resolve(facts, &self.words, guess.label, &named, linked)?))
            })
            .collect();
        self.choose(facts, &resolved, &named, kind, linked, sure)
    }

    /// The first reading that the facts bear out; a reading that fits the names beats a likelier one that
    /// does not.
    fn choose<'a>(
        &self,
        facts: &'a Facts,
        resolved: &[(&Guess<'_>, Resolved<'a>)],
        named: &Named<'a>,
        kind: &Kind,
        linked: &Linked,
        sure: f32,
    ) -> Answer<'a> {
        // After a slip that nothing mended, two readings must be further apart.
        let gap = if sure > SURE || linked.mended { GAP_WITH_UNKNOWN } else { GAP };
        let mut borne_out: Vec<&(&Guess<'_>, Resolved<'a>)> = resolved
            .iter()
            .filter(|(_, one)| matches!(one, Resolved::Stated(_) | Resolved::Absent(_)))
            .collect();
        // There are more absences than properties, so that an absence is more often likely by chance.
        let weight = |one: &&(&Guess<'_>, Resolved<'a>)| match one.1 {
            Resolved::Absent(_) => one.0.score - ABSENCE_BIAS,
            _ => one.0.score,
        };
        borne_out.sort_by(|left, right| weight(right).total_cmp(&weight(left)));
        // A question for yes or no wants a reading that says yes or no, if one is about as likely.
        if kind.yes_no
            && let Some((first, Resolved::Absent(_))) = borne_out.first()
            && let Some(at) = borne_out.iter().position(|(guess, one)| {
                first.score - guess.score < YES_NO_REACH
                    && matches!(one, Resolved::Stated(found) if found.first().is_some_and(|one| {
                        verdict(facts, one, kind, linked).is_some()
                    }))
            })
        {
            borne_out.swap(0, at);
        }
        let shut_out = resolved.iter().find_map(|(guess, one)| match one {
            Resolved::Excluded { named, instead } => Some((guess, *named, instead)),
            _ => None,
        });
        let best = borne_out.first();
        if let Some((guess, entity, instead)) = shut_out
            && best.is_none_or(|(other, one)| {
                let absent = matches!(one, Resolved::Absent(_));
                guess.score > other.score - if absent && kind.yes_no { YES_NO_REACH } else { -0.05 }
            })
            && guess.score >= sure
        {
            return excluded(facts, guess.label, entity, instead, kind);
        }
        let Some((guess, reading)) = best else {
            if let Some((_, Resolved::OfWhich(statements))) = resolved.first() {
                return plain(Outcome::Which(
                    statements.iter().take(3).map(|one| Reading::Statement(one)).collect(),
                ));
            }
            let nearest =
                named.telling.first().and_then(|entity| about(facts, entity).first().copied());
            let instead = resolved.iter().find_map(|(guess, _)| {
                let label = guess.label.split('#').next().unwrap_or_default();
                facts.current_of_series(label)
            });
            return plain(Outcome::Unknown { absence: None, nearest: nearest.or(instead) });
        };
        if guess.score < sure {
            let nearest = match reading {
                Resolved::Stated(found) => found.first().copied(),
                _ => None,
            };
            return plain(Outcome::Unknown { absence: None, nearest });
        }
        if let Some((_, Resolved::Stated(other))) = borne_out
            .get(1)
            .filter(|(second, _)| guess.score - second.score < gap && guess.score < 0.9)
            && let Resolved::Stated(found) = reading
            && let (Some(one), Some(two)) = (found.first(), other.first())
            && one.id != two.id
        {
            return plain(Outcome::Which(vec![Reading::Statement(one), Reading::Statement(two)]));
        }
        match reading {
            Resolved::Stated(found) => answered(facts, found.clone(), kind, linked, guess.label),
            Resolved::Absent(one) => Answer {
                topic: Some(Topic {
                    label: guess.label.to_owned(),
                    entities: linked.entities(),
                    statements: Vec::new(),
                }),
                ..absent(facts, one)
            },
            _ => plain(Outcome::OffTopic),
        }
    }
}

/// The likeliest guesses, one a property, with what the fact set thinks of them: a property that is never
/// said of the kind of thing that was named is less likely to be meant.
fn fitting<'m>(
    facts: &Facts,
    guesses: &[Guess<'m>],
    named: &Named<'_>,
    linked: &Linked,
) -> Vec<Guess<'m>> {
    let series = facts.entity(facts.series()).map(|entity| entity.class);
    let names_series = linked.entities().iter().any(|index| {
        facts.file().entities.get(*index).is_some_and(|entity| entity.id == facts.series())
    });
    let mut fitting: Vec<Guess<'m>> = Vec::new();
    for guess in guesses.iter().take(LOOKED_AT) {
        let id = guess.label.split('#').next().unwrap_or_default();
        if fitting.iter().any(|one| one.label.split('#').next() == Some(id)) {
            continue;
        }
        let fits = facts.property(id).is_none_or(|property| {
            if needs_a_name(facts, id) && named.telling.is_empty()
                || misses_the_year(facts, id, linked)
            {
                return false;
            }
            let takes = |class| property.domain.contains(&class) || property.range.contains(&class);
            if named.telling.is_empty() {
                !names_series || series.is_some_and(takes)
            } else {
                named.telling.iter().any(|entity| takes(entity.class))
            }
        });
        let score = if fits { guess.score } else { guess.score - MISFIT };
        fitting.push(Guess { label: guess.label, score });
    }
    fitting.sort_by(|left, right| right.score.total_cmp(&left.score));
    fitting
}

/// Whether a property is only said of other works, which nobody means without naming them.
fn needs_a_name(facts: &Facts, property: &str) -> bool {
    let mut subjects = facts
        .statements()
        .iter()
        .filter(|one| one.property == property)
        .filter_map(|one| facts.entity(&one.subject))
        .peekable();
    subjects.peek().is_some()
        && subjects.all(|one| matches!(one.class, Class::Docuseries | Class::Programme))
}

/// Whether a question names a year, and a property speaks of years but never of this one.
fn misses_the_year(facts: &Facts, property: &str, linked: &Linked) -> bool {
    let Some(year) = linked.years().next() else { return false };
    let mut stated = facts.statements().iter().filter(|one| one.property == property).peekable();
    stated.peek().is_some() && stated.all(|one| speaks_of_a_year(one) && !speaks_of_year(one, year))
}
