//! Quiz questions and rounds in words.

use super::lookup::{capitalised, plain};
use super::{List, Part, Reply, Writer};
use crate::facts::Statement;
use crate::quiz::{Choice, Effect, Item, Offer, Played, Proof, Round, Standing, Stem, swap};

impl Writer<'_> {
    /// The stem of an item.
    #[must_use]
    pub fn prompt(&self, item: &Item) -> String {
        let Some(statement) = self.facts.statement(&item.statement) else { return String::new() };
        match &item.stem {
            Stem::Question => statement.question.get(self.lang).to_owned(),
            Stem::Standing => {
                let claim = statement.claim.get(self.lang);
                self.say("quiz-rumour-or-fact", &[("claim", claim.into())])
            }
            Stem::Claim(swapped) => {
                let swapped = swapped.as_ref().and_then(|value| swap(self.facts, statement, value));
                let claim = match &swapped {
                    Some([english, french]) => match self.lang {
                        crate::facts::Lang::En => english,
                        crate::facts::Lang::Fr => french,
                    },
                    None => statement.claim.get(self.lang),
                };
                self.say("quiz-true-or-false", &[("claim", claim.into())])
            }
        }
    }

    /// An option of an item.
    #[must_use]
    pub fn offer(&self, offer: &Offer) -> String {
        match offer {
            Offer::Value(value) => self.value(value),
            Offer::Truth(true) => self.say("quiz-true", &[]),
            Offer::Truth(false) => self.say("quiz-false", &[]),
            Offer::Standing(Standing::Fact) => self.say("quiz-fact", &[]),
            Offer::Standing(Standing::Plan) => self.say("quiz-plan", &[]),
            Offer::Standing(Standing::Rumour) => self.say("quiz-rumour", &[]),
        }
    }

    /// A question of a round.
    #[must_use]
    pub fn question(&self, item: &Item, number: usize, round: &Round) -> Vec<Part> {
        let title =
            self.say("quiz-title", &[("number", number.into()), ("count", round.len().into())]);
        let items = item
            .choices
            .iter()
            .enumerate()
            .map(|(index, choice)| {
                let text = capitalised(&self.offer(&choice.offer));
                plain(self.say(
                    "quiz-option",
                    &[("letter", (&letter(index)).into()), ("text", (&text).into())],
                ))
            })
            .collect();
        let how = if number == 1 { "quiz-how-one" } else { "quiz-how" };
        vec![
            Part::Title(title),
            Part::List(List { heading: self.prompt(item), items }),
            Part::Text(self.say(how, &[])),
        ]
    }

    /// What followed from an event of a round.
    #[must_use]
    pub fn round(&self, round: &Round, effects: &[Effect]) -> Reply {
        let mut parts = Vec::new();
        for effect in effects {
            match effect {
                Effect::Joined(name) => {
                    parts.push(Part::Text(self.say("quiz-joined", &[("name", name.into())])));
                }
                Effect::PlaysAlready(name) => {
                    return Reply::note(self.say("quiz-plays-already", &[("name", name.into())]));
                }
                Effect::Answered(name) => {
                    parts.push(Part::Text(self.say("quiz-chosen", &[("name", name.into())])));
                }
                Effect::Changed(name) => {
                    parts.push(Part::Text(self.say("quiz-changed", &[("name", name.into())])));
                }
                Effect::NoSuchOption(last) => return self.no_such_option(*last),
                Effect::Closed(played) => parts.extend(self.result(played)),
                Effect::Opened => {
                    if let Some((number, item)) = round.open() {
                        parts.extend(self.question(item, number, round));
                    }
                }
                Effect::Over => parts.extend(self.podium(round)),
            }
        }
        Reply::new(parts)
    }

    fn no_such_option(&self, last: usize) -> Reply {
        let letters: Vec<String> = (0..=last).map(letter).collect();
        let letters = self.figures().either(&letters);
        Reply::note(self.say("quiz-no-option", &[("letters", (&letters).into())]))
    }

    /// A question after it was closed: the key, who had it, why the others are wrong, the source.
    fn result(&self, played: &Played) -> Vec<Part> {
        let item = &played.item;
        let Some(statement) = self.facts.statement(&item.statement) else { return Vec::new() };
        let mut parts = Vec::new();
        for (index, choice) in item.choices.iter().enumerate().filter(|(_, choice)| choice.right) {
            let text = self.offer(&choice.offer);
            parts.push(Part::Text(self.say(
                "quiz-answer",
                &[("letter", (&letter(index)).into()), ("text", (&text).into())],
            )));
        }
        parts.push(Part::Text(if played.right.is_empty() {
            self.say("quiz-right-nobody", &[])
        } else {
            let names = self.figures().list(&played.right);
            self.say("quiz-right-who", &[("names", (&names).into())])
        }));
        parts.push(Part::Fact(self.fact(statement)));
        let reasons = self.reasons(item, statement);
        if !reasons.is_empty() {
            parts.push(Part::List(List {
                heading: self.say("quiz-why-wrong", &[]),
                items: reasons.into_iter().map(plain).collect(),
            }));
        }
        parts
    }

    /// Why the wrong options are wrong; those that are wrong for the same reason together.
    fn reasons(&self, item: &Item, statement: &Statement) -> Vec<String> {
        let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
        for (index, choice) in item.choices.iter().enumerate().filter(|(_, choice)| !choice.right) {
            let Some(reason) = self.reason(item, choice, statement) else { continue };
            match reasons.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, letters)) => letters.push(letter(index)),
                None => reasons.push((reason, vec![letter(index)])),
            }
        }
        reasons
            .into_iter()
            .map(|(reason, letters)| {
                let letters = self.figures().list(&letters);
                self.say(
                    "quiz-reason",
                    &[("letters", (&letters).into()), ("reason", (&reason).into())],
                )
            })
            .collect()
    }

    /// Why an option is right or wrong, in a sentence.
    #[must_use]
    pub fn reason(&self, item: &Item, choice: &Choice, statement: &Statement) -> Option<String> {
        // The fact itself stands above; a list that is closed says more than that.
        match (&item.stem, &choice.why) {
            (Stem::Standing | Stem::Claim(None), _)
            | (Stem::Claim(Some(_)), Proof::Statement(_)) => {
                return None;
            }
            _ => {}
        }
        match &choice.why {
            Proof::Complete(id) => self
                .facts
                .file()
                .complete
                .iter()
                .find(|complete| complete.id == *id)
                .map(|complete| complete.claim.get(self.lang).to_owned()),
            Proof::Statement(_) => {
                let value = self.value(&statement.value);
                Some(self.say("quiz-reason-single", &[("value", (&value).into())]))
            }
        }
    }

    fn podium(&self, round: &Round) -> Vec<Part> {
        let ranking = round.ranking();
        let mut items = Vec::new();
        for player in &ranking {
            // Ties share a place.
            let better = ranking.iter().filter(|other| other.points > player.points).count();
            items.push(plain(self.say(
                "quiz-score",
                &[
                    ("place", (better + 1).into()),
                    ("name", (&player.name).into()),
                    ("points", player.points.into()),
                ],
            )));
        }
        vec![Part::List(List { heading: self.say("quiz-over", &[]), items })]
    }
}

/// The letter of an option.
#[must_use]
pub fn letter(index: usize) -> String {
    u8::try_from(index)
        .ok()
        .and_then(|index| b'A'.checked_add(index))
        .map_or_else(|| (index + 1).to_string(), |letter| char::from(letter).to_string())
}
