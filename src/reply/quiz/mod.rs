//! Quiz questions in words: stem, options, how to answer.

mod end;
mod lobby;
mod result;
mod round;

use super::lookup::capitalised;
use super::{Asked, Offered, Part, Way, Writer};
use crate::facts::{Bilingual, Statement, Value};
use crate::quiz::{Choice, Format, Item, Offer, Round, Standing, Stem, question};

/// What stands for the value in a wording of a quiz.
const SLOT: &str = "{value}";
/// More seconds than this are as good as no limit.
const HURRY: usize = 150;

impl Writer<'_> {
    /// The stem of an item. A stressed word stands between two asterisks on each side.
    #[must_use]
    pub fn prompt(&self, item: &Item) -> String {
        let Some(statement) = self.facts.statement(&item.statement) else { return String::new() };
        let list = |id: &str| {
            let complete = self.facts.file().complete.iter().find(|one| one.id == *id);
            complete.and_then(|one| one.quiz.as_ref())
        };
        let text = |text: Option<&Bilingual>| {
            text.map(|text| text.get(self.lang).to_owned()).unwrap_or_default()
        };
        match &item.stem {
            Stem::Question => question(statement).get(self.lang).to_owned(),
            Stem::Inverse => text(statement.quiz.as_ref().and_then(|quiz| quiz.inverse.as_ref())),
            Stem::Pick(id) if item.format == Format::PickAll => text(list(id).map(|one| &one.all)),
            Stem::Pick(id) => text(list(id).map(|one| &one.pick)),
            Stem::Odd(id) => text(list(id).map(|one| &one.odd)),
            Stem::Claim(swap) => {
                let claim = self.framed(statement, swap.as_ref());
                self.say("quiz-true-or-false", &[("claim", (&claim).into())])
            }
            Stem::Claims => self.say("quiz-claims", &[]),
            Stem::Standing(swap) => {
                let bare = text(statement.quiz.as_ref().and_then(|quiz| quiz.bare.as_ref()));
                let claim = self.filled(&bare, swap.as_ref().unwrap_or(&statement.value));
                self.say("quiz-rumour-or-fact", &[("claim", (&claim).into())])
            }
            Stem::Supposed(id) => {
                let absence = self.facts.file().absences.iter().find(|one| one.id == *id);
                let claim = text(absence.and_then(|one| one.supposed.as_ref()));
                self.say("quiz-rumour-or-fact", &[("claim", (&claim).into())])
            }
            Stem::Order => self.say("quiz-order", &[]),
            Stem::Dates => self.say("quiz-dates", &[]),
            Stem::Pairs(id) => {
                text(self.facts.property(id).and_then(|property| property.pairs.as_ref()))
            }
        }
    }

    /// The claim of a statement with a value in its place: another one, or its own.
    fn framed(&self, statement: &Statement, swap: Option<&Value>) -> String {
        let frame = statement.quiz.as_ref().and_then(|quiz| quiz.frame.as_ref());
        match frame {
            Some(frame) => self.filled(frame.get(self.lang), swap.unwrap_or(&statement.value)),
            None => statement.claim.get(self.lang).to_owned(),
        }
    }

    fn filled(&self, text: &str, value: &Value) -> String {
        capitalised(&text.replace(SLOT, &self.value_in_sentence(value)))
    }

    /// An option of an item.
    #[must_use]
    pub fn offer(&self, offer: &Offer) -> String {
        match offer {
            Offer::Value(value) => self.value(value),
            Offer::Subject(id) => self.value(&Value::Entity(id.clone())),
            Offer::Truth(true) => self.say("quiz-true", &[]),
            Offer::Truth(false) => self.say("quiz-false", &[]),
            Offer::Claim(id, swap) => self
                .facts
                .statement(id)
                .map(|statement| self.framed(statement, swap.as_ref()))
                .unwrap_or_default(),
            Offer::Standing(Standing::Fact) => self.say("quiz-fact", &[]),
            Offer::Standing(Standing::Unsure) => self.say("quiz-unsure", &[]),
            Offer::Standing(Standing::NeverSaid) => self.say("quiz-never", &[]),
            Offer::Event(id) => self
                .facts
                .statement(id)
                .and_then(|statement| statement.quiz.as_ref()?.event.as_ref())
                .map(|event| event.get(self.lang).to_owned())
                .unwrap_or_default(),
        }
    }

    /// The options of an item as they are shown, each with the mark by which it is chosen; none where the
    /// answer is typed.
    #[must_use]
    pub fn offers(&self, item: &Item) -> Vec<Offered> {
        if matches!(item.format, Format::Number | Format::Typed) {
            return Vec::new();
        }
        let numbered = item.format == Format::Match;
        let marked = item.choices.iter().enumerate().map(|(at, choice)| Offered {
            mark: if numbered { (at + 1).to_string() } else { letter(at) },
            text: capitalised(&self.offer(&choice.offer)),
        });
        marked.collect()
    }

    /// What the options are to be matched with.
    #[must_use]
    pub fn targets(&self, item: &Item) -> Vec<Offered> {
        let marked = item.targets.iter().enumerate().map(|(at, target)| Offered {
            mark: letter(at),
            text: capitalised(&self.value(target)),
        });
        marked.collect()
    }

    /// The open question of a round, as it is asked.
    #[must_use]
    pub fn asked(&self, round: &Round) -> Option<Part> {
        let (number, question) = round.open()?;
        let item = &question.item;
        let (way, how) = self.way(item);
        let seconds = usize::try_from(question.time / 1_000).unwrap_or_default();
        // Somebody who practises alone is not hurried.
        let hurry = (1..=HURRY).contains(&seconds);
        let time = if hurry { "quiz-how-time" } else { "quiz-how-calm" };
        let time = self.say(time, &[("seconds", seconds.into())]);
        Some(Part::Question(Asked {
            round: round.id().to_owned(),
            number,
            title: self
                .say("quiz-title", &[("number", number.into()), ("count", round.len().into())]),
            prompt: self.prompt(item),
            way,
            options: self.offers(item),
            targets: self.targets(item),
            how: format!("{how} {time}"),
            until: round.deadline().unwrap_or_default(),
        }))
    }

    /// That the question of a round is still open, and how it is answered.
    #[must_use]
    pub fn still_open(&self, number: usize, item: &Item) -> String {
        let (_, how) = self.way(item);
        self.say("quiz-still-open", &[("number", number.into()), ("how", (&how).into())])
    }

    /// How an item is answered, with that in a sentence.
    fn way(&self, item: &Item) -> (Way, String) {
        let (way, how) = match item.format {
            Format::Choice | Format::TrueOrFalse => (Way::One, "quiz-how-one"),
            Format::RumourOrFact => (Way::One, "quiz-how-surest"),
            Format::PickAll => (Way::Several, "quiz-how-several"),
            Format::Order => (Way::Order, "quiz-how-order"),
            Format::Match => (Way::Pairs, "quiz-how-pairs"),
            Format::Number => (Way::Number, "quiz-how-number"),
            Format::Typed => (Way::Name, "quiz-how-name"),
        };
        (way, self.say(how, &[("example", (&example(item)).into())]))
    }

    /// The options of an item in a line, where its stem alone does not tell it from others.
    pub(super) fn told_apart(&self, item: &Item) -> Option<String> {
        matches!(item.stem, Stem::Claims | Stem::Order | Stem::Dates | Stem::Pairs(_)).then(|| {
            let option = |choice: &Choice| {
                // Claims are sentences, and stand in one line here.
                let offer = self.offer(&choice.offer);
                offer.strip_suffix('.').map_or_else(|| offer.clone(), str::to_owned)
            };
            let options: Vec<String> = item.choices.iter().map(option).collect();
            options.join(&self.say("source-separator", &[]))
        })
    }

    /// How many characters there are to read before an item can be answered.
    #[must_use]
    pub fn reading_length(&self, item: &Item) -> usize {
        let offered = self.offers(item).into_iter().chain(self.targets(item));
        self.prompt(item).chars().count()
            + offered.map(|one| one.text.chars().count()).sum::<usize>()
    }
}

/// An answer to an item as it would be typed, in some order.
#[must_use]
pub fn example(item: &Item) -> String {
    let count = item.choices.len();
    // A third of the way round from the order in which they stand.
    let turned = |at: usize| letter((at + count.div_ceil(3)) % count.max(1));
    let marks: Vec<String> = match item.format {
        Format::PickAll => vec![letter(0), letter(count.saturating_sub(1))],
        Format::Match => (0..count).map(|at| format!("{}{}", at + 1, turned(at))).collect(),
        _ => (0..count).map(turned).collect(),
    };
    marks.join(" ")
}

/// The letter of an option.
#[must_use]
pub fn letter(index: usize) -> String {
    u8::try_from(index)
        .ok()
        .and_then(|index| b'A'.checked_add(index))
        .map_or_else(|| (index + 1).to_string(), |letter| char::from(letter).to_string())
}
