//! Somebody or something that a question means by what it is to the series: "the nationality of the winner".

use std::collections::HashMap;

use super::link::{Linked, Word};
use super::lookup::current;
use crate::facts::{Facts, Statement};
use crate::text::{fold, tokens};

/// Entities by what they are to the series and what its name contains: winner, organiser.
#[derive(Debug)]
pub(super) struct Bearers {
    entities: HashMap<String, usize>,
    /// The year that the series is about: the winner of another one is somebody else.
    year: Option<i16>,
}

impl Bearers {
    /// Reads them off a fact set. `ambient` are the entities that the name of the series contains. What two bear is
    /// nobody's name.
    pub fn new(facts: &Facts, ambient: &[usize]) -> Self {
        let entities = &facts.file().entities;
        let is_own = |one: &&Statement| {
            let of_ambient =
                ambient.iter().filter_map(|at| entities.get(*at)).any(|it| it.id == one.subject);
            one.subject == facts.series() || of_ambient
        };
        let mut bearers = HashMap::new();
        let year = tokens(&facts.file().about.label.en).find_map(|word| word.parse::<i16>().ok());
        for property in facts.file().properties.iter().filter(|one| !one.nouns.is_empty()) {
            let said = facts.statements().iter().filter(|one| one.property == property.id);
            let mut said = current(said.filter(is_own));
            let (Some(one), None) = (said.next(), said.next()) else { continue };
            let value = one.value.entity();
            let Some(at) = entities.iter().position(|it| value == Some(&it.id)) else { continue };
            for noun in property.nouns.en.iter().chain(&property.nouns.fr) {
                bearers.insert(fold(noun), at);
            }
        }
        Self { entities: bearers, year }
    }

    /// A question with whom it means in the place of what that is called; nothing where it calls nobody anything.
    pub fn named(&self, linked: &Linked) -> Option<Linked> {
        if linked.years().any(|year| self.year != Some(year)) {
            return None;
        }
        let mut named = linked.clone();
        let mut any = false;
        for word in &mut named.words {
            if let Word::Plain(plain) = word
                && let Some(at) = self.entities.get(plain.as_str())
            {
                *word = Word::Entity(*at);
                any = true;
            }
        }
        any.then_some(named)
    }
}
