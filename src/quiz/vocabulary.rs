//! Finding things and values in texts by their words.

use std::collections::HashMap;

use super::bits::Bits;
use crate::facts::{Facts, Lang, PartialDate, Value};
use crate::text::{fold, tokens};

/// What a value is known by.
pub(super) fn key(value: &Value) -> String {
    match value {
        Value::Quantity(quantity) => format!("{} {}", quantity.amount, quantity.unit),
        other => format!("{other:?}"),
    }
}

/// The words by which things and values are found in a text.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// Folded phrases by their first word: the other words, and what they mean.
    phrases: HashMap<String, Vec<(Vec<String>, usize)>>,
}

impl Vocabulary {
    pub(super) fn new(facts: &Facts, concepts: &HashMap<String, usize>) -> Self {
        let mut vocabulary = Self { phrases: HashMap::new() };
        for entity in &facts.file().entities {
            if let Some(at) = concepts.get(&key(&Value::Entity(entity.id.clone()))) {
                for name in entity.names() {
                    vocabulary.add(name, *at);
                }
            }
        }
        for statement in facts.statements() {
            let Some(at) = concepts.get(&key(&statement.value)) else { continue };
            for phrase in phrases(facts, &statement.value) {
                vocabulary.add(&phrase, *at);
            }
        }
        vocabulary
    }

    fn add(&mut self, phrase: &str, meaning: usize) {
        let folded = fold(phrase);
        let mut words = tokens(&folded).map(str::to_owned);
        if let Some(first) = words.next() {
            let rest: Vec<String> = words.collect();
            let known = self.phrases.entry(first).or_default();
            if !known.contains(&(rest.clone(), meaning)) {
                known.push((rest, meaning));
            }
        }
    }

    pub(super) fn find(&self, text: &str, names: &mut Bits) {
        let folded = fold(text);
        let words: Vec<&str> = tokens(&folded).collect();
        for (at, word) in words.iter().enumerate() {
            for (rest, meaning) in self.phrases.get(*word).into_iter().flatten() {
                let follows = words.get(at + 1..).unwrap_or_default();
                if rest.len() <= follows.len()
                    && rest.iter().zip(follows).all(|(one, other)| one == other)
                {
                    names.add(*meaning);
                }
            }
        }
    }
}

/// The ways in which a value other than a thing is put in a text.
fn phrases(facts: &Facts, value: &Value) -> Vec<String> {
    match value {
        Value::Text(text) => Lang::ALL.iter().map(|lang| text.get(*lang).to_owned()).collect(),
        Value::Quantity(quantity) => {
            let Some(unit) = facts.unit(&quantity.unit) else { return Vec::new() };
            let mut found = Vec::new();
            for forms in [&unit.en, &unit.fr] {
                for form in [&forms.one, &forms.other] {
                    for number in crate::text::number_words(quantity.amount) {
                        found.push(format!("{number} {form}"));
                    }
                }
            }
            found
        }
        Value::Date(date) => match date.parse() {
            Ok(PartialDate::Year(year)) => vec![year.to_string()],
            Ok(PartialDate::Month(year, month)) => {
                month_names(month).map(|name| format!("{name} {year}")).to_vec()
            }
            Ok(PartialDate::Day(day)) => month_names(day.month())
                .iter()
                .flat_map(|name| [format!("{} {name}", day.day()), format!("{name} {}", day.day())])
                .collect(),
            Ok(PartialDate::Yearless(month, day)) => {
                month_names(month).iter().map(|name| format!("{day} {name}")).collect()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// A month in both languages, folded.
fn month_names(month: i8) -> [&'static str; 2] {
    const NAMES: [[&str; 2]; 12] = [
        ["january", "janvier"],
        ["february", "fevrier"],
        ["march", "mars"],
        ["april", "avril"],
        ["may", "mai"],
        ["june", "juin"],
        ["july", "juillet"],
        ["august", "aout"],
        ["september", "septembre"],
        ["october", "octobre"],
        ["november", "novembre"],
        ["december", "decembre"],
    ];
    let at = usize::try_from(month).unwrap_or_default().saturating_sub(1);
    NAMES.get(at).copied().unwrap_or_default()
}
