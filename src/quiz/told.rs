//! What a question makes known: within one quiz no question, option or explanation may tell the answer
//! to another.

use std::collections::HashMap;

use super::bits::Bits;
use super::frames::Frame;
use super::item::{Offer, Proof, Stem};
use super::kinds::Format;
use super::vocabulary::{Vocabulary, key};
use super::wrong::question;
use crate::facts::{Facts, Lang, Statement, Value};

/// What one frame tells, and what it asks.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    /// The statements that its question and its explanation tell.
    statements: Bits,
    /// The things and values that its words name.
    names: Bits,
    /// The statements that answer it.
    asked: Vec<usize>,
    /// What is asked of whom: the answer is told where both are named together.
    pairs: Vec<(Option<usize>, usize)>,
}

impl Told {
    /// Whether one of two questions in the same quiz helps with the other.
    pub fn helps(&self, other: &Self) -> bool {
        self.tells(other) || other.tells(self)
    }

    fn tells(&self, other: &Self) -> bool {
        other.asked.iter().any(|one| self.statements.has(*one))
            || other.pairs.iter().any(|(subject, value)| {
                self.names.has(*value) && subject.is_none_or(|subject| self.names.has(subject))
            })
    }
}

/// Works out what frames tell.
pub(super) struct Teller<'a> {
    facts: &'a Facts,
    indices: HashMap<&'a str, usize>,
    /// Things and values by number.
    concepts: HashMap<String, usize>,
    words: Vocabulary,
    /// What each statement tells: statements and names.
    told: Vec<(Bits, Bits)>,
}

impl<'a> Teller<'a> {
    pub fn new(facts: &'a Facts) -> Self {
        let mut teller = Self {
            facts,
            indices: facts
                .statements()
                .iter()
                .enumerate()
                .map(|(at, one)| (one.id.as_str(), at))
                .collect(),
            concepts: HashMap::new(),
            words: Vocabulary::default(),
            told: Vec::new(),
        };
        for entity in &facts.file().entities {
            teller.concept(&Value::Entity(entity.id.clone()));
        }
        for statement in facts.statements() {
            teller.concept(&statement.value);
        }
        teller.words = Vocabulary::new(facts, &teller.concepts);
        teller.told = facts.statements().iter().map(|one| teller.told_by(one)).collect();
        teller
    }

    fn concept(&mut self, value: &Value) -> usize {
        let next = self.concepts.len();
        *self.concepts.entry(key(value)).or_insert(next)
    }

    /// What is told with a statement: its claim, its question, and what stands beside it in an answer.
    fn told_by(&self, statement: &Statement) -> (Bits, Bits) {
        let (mut statements, mut names) = (Bits::default(), Bits::default());
        let beside = statement
            .conflicts_with
            .iter()
            .chain(&statement.superseded_by)
            .chain(statement.derived.iter().flat_map(|derived| &derived.from));
        let all =
            std::iter::once(statement).chain(beside.filter_map(|id| self.facts.statement(id)));
        for one in all {
            if let Some(at) = self.indices.get(one.id.as_str()) {
                statements.add(*at);
            }
            for lang in Lang::ALL {
                self.words.find(one.claim.get(lang), &mut names);
                self.words.find(question(one).get(lang), &mut names);
            }
            self.name(&one.value, &mut names);
            if one.subject != self.facts.series() {
                self.name(&Value::Entity(one.subject.clone()), &mut names);
            }
        }
        let wordings = statement.quiz.iter().flat_map(|quiz| {
            [&quiz.frame, &quiz.bare, &quiz.inverse, &quiz.event].into_iter().flatten()
        });
        for wording in wordings {
            for lang in Lang::ALL {
                self.words.find(wording.get(lang), &mut names);
            }
        }
        for lang in Lang::ALL {
            if let Some(outcome) = &statement.outcome {
                self.words.find(outcome.note.get(lang), &mut names);
            }
            if let Some(derived) = &statement.derived {
                self.words.find(derived.how.get(lang), &mut names);
            }
        }
        (statements, names)
    }

    fn name(&self, value: &Value, names: &mut Bits) {
        if let Some(at) = self.concepts.get(&key(value)) {
            names.add(*at);
        }
    }

    /// What a frame tells and asks, whichever of its options are chosen.
    pub fn of(&self, frame: &Frame) -> Told {
        let mut told = Told::default();
        let Some(own) = self.facts.statements().get(frame.statement) else { return told };
        let mut rests_on = vec![frame.statement];
        for choice in &frame.candidates {
            match &choice.why {
                Proof::Statement(id) => rests_on.extend(self.indices.get(id.as_str())),
                Proof::Absence(_) => {}
                Proof::Complete(id) => {
                    let list = self.facts.file().complete.iter().find(|one| one.id == *id);
                    let members = list.into_iter().flat_map(|one| &one.members);
                    rests_on.extend(members.filter_map(|id| self.indices.get(id.as_str())));
                }
            }
            // A name that stands among the options tells that it may be one: that a list has it, or that
            // somebody has it as a value, is told by the explanation alone.
            if let (Offer::Claim(..), Proof::Statement(id)) = (&choice.offer, &choice.why) {
                rests_on.extend(self.indices.get(id.as_str()));
            }
        }
        rests_on.sort_unstable();
        rests_on.dedup();
        for at in &rests_on {
            if let Some((statements, names)) = self.told.get(*at) {
                told.statements.join(statements);
                told.names.join(names);
            }
        }
        // A claim with another value names that one too.
        for value in frame.sets.iter().filter_map(|set| set.swap.as_deref()) {
            self.name(value, &mut told.names);
            if let Value::Text(text) = value {
                for lang in Lang::ALL {
                    self.words.find(text.get(lang), &mut told.names);
                }
            }
        }
        if let Stem::Supposed(id) = &frame.stem {
            let absence = self.facts.file().absences.iter().find(|one| one.id == *id);
            for text in
                absence.into_iter().flat_map(|one| [&one.claim].into_iter().chain(&one.supposed))
            {
                for lang in Lang::ALL {
                    self.words.find(text.get(lang), &mut told.names);
                }
            }
        }
        told.asked = match frame.stem {
            Stem::Question | Stem::Claim(_) | Stem::Standing(_) => vec![frame.statement],
            _ => rests_on,
        };
        if matches!(
            frame.format,
            Format::Choice | Format::TrueOrFalse | Format::Number | Format::Typed
        ) && let Some(value) = self.concepts.get(&key(&own.value))
        {
            let subject = (own.subject != self.facts.series())
                .then(|| self.concepts.get(&key(&Value::Entity(own.subject.clone()))).copied())
                .flatten();
            told.pairs.push((subject, *value));
        }
        told
    }
}
