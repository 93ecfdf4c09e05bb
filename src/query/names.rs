//! Which entity a typed name means.

use crate::facts::{Class, Entity, Facts};
use crate::text::{closest, fold};

/// How many names are suggested for one that is not known.
const SUGGESTIONS: usize = 3;

/// What a typed name was found to mean.
#[derive(Debug)]
pub enum Found<'a> {
    /// This entity.
    One(&'a Entity),
    /// None; these have the nearest names, best first.
    None(Vec<&'a Entity>),
}

/// The names of a fact set, folded once.
#[derive(Debug)]
pub struct Names {
    /// Folded name, index of the entity; in the order of the file.
    names: Vec<(String, usize)>,
}

impl Names {
    /// Folds all names of a fact set.
    #[must_use]
    pub fn new(facts: &Facts) -> Self {
        let names = facts
            .file()
            .entities
            .iter()
            .enumerate()
            .flat_map(|(index, entity)| entity.names().map(move |name| (fold(name), index)))
            .collect();
        Self { names }
    }

    /// The entity of one of these classes that a typed name means: by name or alias, accents, case and
    /// punctuation aside, or by the only one that is a slip away.
    #[must_use]
    pub fn find<'a>(&self, facts: &'a Facts, typed: &str, classes: &[Class]) -> Found<'a> {
        let wanted = fold(typed);
        let known = || {
            self.names.iter().filter_map(|(name, index)| {
                let entity = facts.file().entities.get(*index)?;
                classes.contains(&entity.class).then_some((name.as_str(), entity))
            })
        };
        if let Some((_, entity)) = known().find(|(name, _)| *name == wanted) {
            return Found::One(entity);
        }
        // A name typed with a slip, or with words around it, is taken if only one entity fits.
        let padded = format!(" {wanted} ");
        let slips = known()
            .filter(|(name, _)| crate::text::one_typo_or_less(name, &wanted))
            .map(|(_, entity)| entity);
        let inside = known()
            .filter(|(name, _)| name.len() > 3 && padded.contains(&format!(" {name} ")))
            .map(|(_, entity)| entity);
        if let Some(entity) = only(slips).or_else(|| only(inside)) {
            return Found::One(entity);
        }
        let mut near: Vec<&Entity> = Vec::new();
        for entity in closest(&wanted, known(), 12) {
            if !near.iter().any(|other| other.id == entity.id) && near.len() < SUGGESTIONS {
                near.push(entity);
            }
        }
        Found::None(near)
    }

    /// The entities of these classes whose name begins with what was typed, for completion; then those
    /// with a later word that does.
    #[must_use]
    pub fn completing<'a>(
        &self,
        facts: &'a Facts,
        typed: &str,
        classes: &[Class],
        most: usize,
    ) -> Vec<&'a Entity> {
        let wanted = fold(typed);
        let mut found: Vec<&Entity> = Vec::new();
        let begins = |name: &str| name.starts_with(&wanted);
        let later = |name: &str| name.split(' ').skip(1).any(|word| word.starts_with(&wanted));
        for fits in [&begins as &dyn Fn(&str) -> bool, &later] {
            for (name, index) in &self.names {
                let Some(entity) = facts.file().entities.get(*index) else { continue };
                if classes.contains(&entity.class)
                    && fits(name)
                    && !found.iter().any(|other| other.id == entity.id)
                    && found.len() < most
                {
                    found.push(entity);
                }
            }
        }
        found
    }
}

/// The entity that all of these are, if they are one.
fn only<'a>(mut entities: impl Iterator<Item = &'a Entity>) -> Option<&'a Entity> {
    let first = entities.next()?;
    entities.all(|entity| entity.id == first.id).then_some(first)
}
