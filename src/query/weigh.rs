//! Weighing readings against one another: what speaks for each beside the likeness of its words, and what
//! speaks for none of them.
//!
//! A reading's weight is the sum of the weights of its signs, and what the trees of `forest` add for signs that come
//! together; shares are a softmax over the readings of one question and the reading that there is none. The weights of
//! the signs were fitted as a conditional logit on the calibration questions; the trees are learnt from those by `roadbook
//! weigh`.

use super::kind::{Kind, Turn, Want};
use super::label::property;
use super::linked::Linked;
use super::model::{Guess, Model};
use super::resolve::{Named, Resolved};
use super::said::{belongs, speaks_of_year};
use super::signs::{Row, Sign, sum, with};
use super::wording::{Heard, StatementWords};
use crate::facts::{Class, Entity, Facts, Statement, Status, Value, ValueKind};

/// A reading with what speaks for it.
#[derive(Debug)]
pub(super) struct Weighed<'m, 'a> {
    /// What it was guessed to ask for.
    pub guess: Guess<'m>,
    /// What that comes to; nothing where the fact set has no such thing at all.
    pub resolved: Option<Resolved<'a>>,
    /// How much speaks for it.
    pub weight: f32,
    /// What that was read from.
    pub row: Row,
}

impl Weighed<'_, '_> {
    /// What it is and how much it weighs, for the log.
    pub fn told(&self) -> (&str, &'static str, f32) {
        let what = match &self.resolved {
            None => "nothing",
            Some(Resolved::Stated(_)) => "stated",
            Some(Resolved::Absent(_)) => "absent",
            Some(Resolved::Excluded { .. }) => "excluded",
            Some(Resolved::NotOf) => "not of it",
            Some(Resolved::OfWhich(_)) => "of which",
            Some(Resolved::OfOtherYears) => "of other years",
        };
        (self.guess.label, what, self.weight)
    }
}

/// How likely it is that a question asks for nothing that the articles say.
#[derive(Debug, Clone, Copy)]
pub(super) struct Background {
    /// Because it is about something else.
    pub off: f32,
    /// Because they leave it open.
    pub unsaid: f32,
}

/// What is the same for all readings of one question.
#[derive(Debug)]
pub(super) struct Surroundings {
    row: Row,
    /// The score of the likeliest guess.
    best: f32,
}

/// What is known of the question as a whole.
#[derive(Debug)]
pub(super) struct Asked<'a, 'q> {
    pub facts: &'a Facts,
    pub words: &'q StatementWords,
    pub model: &'q Model,
    pub named: &'q Named<'a>,
    pub linked: &'q Linked,
    /// Its plain words, to be looked for in statements.
    pub heard: &'q Heard,
    pub kind: &'q Kind,
    /// How many words stand in it that nothing knows.
    pub unknown: usize,
    /// How many of its words ask for something.
    pub content: usize,
}

fn is_work(class: Class) -> bool {
    matches!(class, Class::Docuseries | Class::Programme)
}

fn flag(yes: bool) -> f32 {
    if yes { 1.0 } else { 0.0 }
}

fn count(number: usize, most: usize) -> f32 {
    u8::try_from(number.min(most)).map_or(0.0, f32::from)
}

impl<'a> Asked<'a, '_> {
    /// How much speaks for a reading by its signs alone. `lead` is by how much its words are likelier than those of the best other.
    pub fn weigh<'m>(
        &self,
        guess: Guess<'m>,
        resolved: Option<Resolved<'a>>,
        lead: f32,
        around: &Surroundings,
    ) -> Weighed<'m, 'a> {
        let mut signs = self.signs(&guess, resolved.as_ref(), lead);
        let weight = sum(&signs);
        signs.push((Sign::Behind, around.best - guess.score));
        Weighed { guess, resolved, weight, row: with(&around.row, &signs) }
    }

    /// What is the same for all readings of the question.
    pub fn surroundings(
        &self,
        background: Background,
        best: &Guess<'_>,
        off: bool,
    ) -> Surroundings {
        let (kind, named) = (self.kind, &self.named.telling);
        let wants = |want: Want| flag(kind.want == Some(want));
        let mut row = with(&[0.0; Sign::COUNT], &self.none_signs(background, best));
        row = with(
            &row,
            &[
                (Sign::None, 0.0),
                (Sign::AsksWho, wants(Want::Who)),
                (Sign::AsksTeam, wants(Want::Team)),
                (Sign::AsksWhen, wants(Want::When)),
                (Sign::AsksWhere, wants(Want::Where)),
                (Sign::AsksHowMany, wants(Want::HowMany)),
                (Sign::AsksWhy, wants(Want::Why)),
                (Sign::AsksYesNo, flag(kind.yes_no)),
                (Sign::AsksOpenly, flag(kind.open)),
                (Sign::AsksOfReason, flag(kind.reason)),
                (Sign::AsksOfMember, flag(kind.member)),
                (Sign::AsksOfStanding, flag(kind.probe.is_some())),
                (Sign::AsksToCompare, flag(kind.compare.is_some())),
                (Sign::AsksTurned, flag(kind.turn != Turn::Straight)),
                (Sign::Off, flag(off)),
                (Sign::Named, count(named.len(), 4)),
                (Sign::NoneContent, count(self.content, 12)),
                (Sign::Words, count(self.linked.words.len(), 30)),
            ],
        );
        Surroundings { row, best: best.score }
    }

    fn signs(
        &self,
        guess: &Guess<'_>,
        resolved: Option<&Resolved<'a>>,
        lead: f32,
    ) -> Vec<(Sign, f32)> {
        let id = property(guess.label);
        let mut signs = vec![
            (Sign::Linear, guess.linear),
            (Sign::Deep, guess.deep),
            (Sign::Lead, lead.clamp(-0.5, 0.5)),
            (Sign::Exact, flag(guess.exact)),
            (
                if self.named.telling.is_empty() { Sign::MisfitSeries } else { Sign::Misfit },
                flag(self.misfits(id)),
            ),
            (Sign::NeedsName, flag(!self.names_a_work() && self.needs_a_name(id))),
        ];
        if let Some(property) = self.facts.property(id)
            && let Some(fits) =
                self.kind.want.and_then(|want| wanted(want, property.value, &property.range))
        {
            signs.push((if fits { Sign::Wanted } else { Sign::Unwanted }, 1.0));
        }
        match resolved {
            None => signs.push((Sign::Nothing, 1.0)),
            Some(Resolved::NotOf | Resolved::OfOtherYears) => signs.push((Sign::NotOf, 1.0)),
            Some(Resolved::OfWhich(_)) => signs.push((Sign::OfWhich, 1.0)),
            Some(Resolved::Excluded { .. }) => signs.push((Sign::Excluded, 1.0)),
            Some(Resolved::Absent(absence)) => {
                let (said, meant) = self.words.shares(&absence.id, self.heard);
                let label =
                    self.facts.property(id).map_or("", |property| property.label.en.as_str());
                let telling = &self.named.telling;
                let concerned = telling.iter().any(|entity| absence.concerns(entity));
                signs.extend([
                    (Sign::Absent, 1.0),
                    (Sign::AbsentYesNo, flag(self.kind.yes_no)),
                    (Sign::AbsentOfOther, flag(!telling.is_empty() && !concerned)),
                    (Sign::AbsentOfNamed, flag(self.names(|one| absence.concerns(one)))),
                    (Sign::AbsentReason, flag(label.starts_with("reason") && !self.kind.reason)),
                    (Sign::AbsentProbe, flag(self.kind.probe.is_some())),
                    (Sign::AbsentCompare, flag(self.kind.compare.is_some())),
                    (Sign::AbsentWords, said),
                    (Sign::AbsentMeanings, meant),
                ]);
            }
            Some(Resolved::Stated(found)) => {
                signs.push((Sign::Stated, 1.0));
                signs.push((Sign::OneStatement, flag(guess.label.contains('#'))));
                if let Some(one) = found.first() {
                    self.stated(one, found, &mut signs);
                }
            }
        }
        signs
    }

    /// What speaks for a statement, the first of those that were found.
    fn stated(&self, one: &Statement, found: &[&Statement], signs: &mut Vec<(Sign, f32)>) {
        let telling = &self.named.telling;
        // What is said of a part of what was named speaks of that: "which teams face each other in that city?"
        let is_place = |it: &Entity| it.class == Class::Place;
        let is_told = |it: &Entity| {
            found.iter().any(|one| {
                self.words.speaks_of(one, it)
                    || is_place(it) && belongs(self.facts, &one.subject, &it.id)
            })
        };
        let hits = telling.iter().filter(|it| is_told(it)).count();
        let (said, meant) = self.words.shares(&one.id, self.heard);
        let value_named =
            one.value.entity().is_some_and(|id| telling.iter().any(|entity| entity.id == id));
        let years = |wanted: bool| {
            flag(self.linked.years().any(|year| speaks_of_year(one, year) == wanted))
        };
        signs.extend([
            (Sign::Found, count(found.len(), 9)),
            (Sign::Opinion, flag(one.status == Status::Opinion)),
            (Sign::Rumour, flag(matches!(one.status, Status::Rumoured | Status::Reported))),
            (Sign::OfTime, flag(matches!(one.value, Value::Date(_)))),
            (Sign::OfNumber, flag(matches!(one.value, Value::Quantity(_)))),
            (Sign::OfWords, flag(matches!(one.value, Value::Text(_)))),
            (Sign::StatedUnknown, count(self.unknown, 3)),
            (Sign::StatedMisses, count(telling.len() - hits, 2)),
            (Sign::StatedWords, said),
            (Sign::StatedMeanings, meant),
            (Sign::SameNumber, flag(self.has_the_number(one))),
            (Sign::SameYear, years(true)),
            (Sign::OtherYear, years(false)),
            (
                Sign::PastYear,
                flag(self.linked.years().next().is_none() && self.is_of_a_past_year(one)),
            ),
            (
                Sign::SubjectUnnamed,
                flag(
                    one.subject != self.facts.series()
                        && !self.names(|entity| entity.id == one.subject),
                ),
            ),
            (Sign::OtherWork, flag(self.is_other_work(one))),
            (Sign::ValueNamed, flag(value_named)),
        ]);
    }

    /// How much speaks for no reading at all by its signs alone, beside the best there is, and what that was read from.
    pub fn none(
        &self,
        background: Background,
        best: &Guess<'_>,
        around: &Surroundings,
    ) -> (f32, Row) {
        (sum(&self.none_signs(background, best)), with(&around.row, &[(Sign::None, 1.0)]))
    }

    fn none_signs(&self, background: Background, best: &Guess<'_>) -> [(Sign, f32); 8] {
        [
            (Sign::None, 1.0),
            (Sign::NoneOff, background.off),
            (Sign::NoneUnsaid, background.unsaid),
            (Sign::NoneLinear, best.linear),
            (Sign::NoneDeep, best.deep),
            (Sign::NoneUnknown, count(self.unknown, 3)),
            (Sign::NoneNamed, flag(!self.named.telling.is_empty())),
            (Sign::NoneContent, count(self.content, 4)),
        ]
    }

    /// Whether a reading states something of what is neither the series nor named.
    pub fn is_of_unnamed(&self, resolved: Option<&Resolved<'a>>) -> bool {
        let Some(Resolved::Stated(found)) = resolved else { return false };
        found.first().is_some_and(|one| {
            one.subject != self.facts.series() && !self.names(|entity| entity.id == one.subject)
        })
    }

    /// Whether the question names something of which this holds.
    fn names(&self, holds: impl Fn(&Entity) -> bool) -> bool {
        let entities = &self.facts.file().entities;
        self.linked.entities().iter().any(|index| entities.get(*index).is_some_and(&holds))
    }

    /// Whether a property is never said of the kind of thing that was named.
    fn misfits(&self, id: &str) -> bool {
        let facts = self.facts;
        let Some(property) = facts.property(id) else { return false };
        let takes = |class| property.domain.contains(&class) || property.range.contains(&class);
        if !self.named.telling.is_empty() {
            return !self.named.telling.iter().any(|entity| takes(entity.class));
        }
        let series = facts.entity(facts.series()).map(|entity| entity.class);
        self.names(|one| one.id == facts.series()) && !series.is_some_and(takes)
    }

    /// The year that the series is about.
    pub fn own_year(&self) -> Option<i16> {
        crate::text::tokens(&self.facts.file().about.label.en).find_map(|word| word.parse().ok())
    }

    /// Whether a statement holds in a certain year, and the series is about a later one.
    pub fn is_of_a_past_year(&self, one: &Statement) -> bool {
        let year = |text: &str| text.get(..4).and_then(|year| year.parse::<i16>().ok());
        let own = self.own_year();
        one.qualifiers
            .iter()
            .filter_map(|qualifier| match &qualifier.value {
                Value::Date(date) => year(date),
                _ => None,
            })
            .any(|held| own.is_some_and(|own| held < own))
    }

    /// Whether a statement is about another work, and nothing in the question has to do with that.
    pub fn is_other_work(&self, one: &Statement) -> bool {
        let facts = self.facts;
        facts.entity(&one.subject).is_some_and(|subject| is_work(subject.class))
            && !self.named.telling.iter().any(|entity| {
                entity.id == one.subject
                    || entity.class != Class::Organisation
                        && belongs(facts, &one.subject, &entity.id)
            })
    }

    /// Whether the question names another work, or what one can be about.
    fn names_a_work(&self) -> bool {
        self.named.telling.iter().any(|one| {
            is_work(one.class) || matches!(one.class, Class::Team | Class::Person | Class::Sport)
        })
    }

    /// Whether a property is only said of other works, which nobody means without naming them.
    fn needs_a_name(&self, property: &str) -> bool {
        let mut subjects = self
            .facts
            .of_property(property)
            .filter_map(|one| self.facts.entity(&one.subject))
            .peekable();
        subjects.peek().is_some() && subjects.all(|one| is_work(one.class))
    }

    /// Whether the number in the question is that of a statement.
    fn has_the_number(&self, one: &Statement) -> bool {
        let Value::Quantity(quantity) = &one.value else { return false };
        self.linked.numbers().any(|number| (number - quantity.amount).abs() < 0.5)
    }
}

/// Whether the values of a property are what a question word asks for; nothing where they may be.
fn wanted(want: Want, value: ValueKind, range: &[Class]) -> Option<bool> {
    let of = |classes: &[Class]| range.iter().any(|class| classes.contains(class));
    match (want, value) {
        (Want::Why, _) | (_, ValueKind::Text) => None,
        (Want::When, kind) => Some(kind == ValueKind::Date),
        (Want::HowMany, kind) => Some(kind == ValueKind::Quantity),
        (Want::Where, ValueKind::Entity) => Some(of(&[Class::Place])),
        (Want::Who, ValueKind::Entity) => {
            Some(of(&[Class::Person, Class::Organisation, Class::Team]))
        }
        (Want::Team, ValueKind::Entity) => Some(of(&[Class::Team])),
        (Want::Who | Want::Where | Want::Team, _) => Some(false),
    }
}
