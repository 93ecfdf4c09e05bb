//! The names of all things, folded: which words stand for each, and which things could be taken for one
//! another by them.

use std::collections::{HashMap, HashSet};

use super::model::Entity;
use crate::text::fold;

/// Every name of every entity, by the place of the entity in the file.
#[derive(Debug)]
pub(super) struct Names {
    /// Folded, with a space on each side.
    padded: Vec<Vec<String>>,
    /// Pairs of entities of which one has a name that is, or is part of, a name of the other.
    overlapping: HashSet<(usize, usize)>,
}

impl Names {
    pub fn new(entities: &[Entity]) -> Self {
        let padded: Vec<Vec<String>> = entities.iter().map(padded).collect();
        let mut bearers: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, names) in padded.iter().enumerate() {
            for name in names {
                bearers.entry(name).or_default().push(at);
            }
        }
        // Looking up the parts of each name, not comparing each name with each, keeps this linear in the names.
        let mut overlapping = HashSet::new();
        for (at, names) in padded.iter().enumerate() {
            for part in names.iter().flat_map(|name| parts(name)) {
                for other in bearers.get(part).into_iter().flatten() {
                    overlapping.insert((at, *other));
                    overlapping.insert((*other, at));
                }
            }
        }
        Self { padded, overlapping }
    }

    pub fn of(&self, at: usize) -> &[String] {
        self.padded.get(at).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn overlap(&self, left: usize, right: usize) -> bool {
        self.overlapping.contains(&(left, right))
    }
}

fn padded(entity: &Entity) -> Vec<String> {
    let mut names: Vec<String> = entity.names().map(|name| format!(" {} ", fold(name))).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Every run of words of a padded name, itself padded.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    let spaces: Vec<usize> = name.match_indices(' ').map(|(at, _)| at).collect();
    let ends = spaces.clone();
    spaces.into_iter().enumerate().flat_map(move |(nth, from)| {
        let after = ends.get(nth + 1..).unwrap_or_default().to_vec();
        after.into_iter().filter_map(move |to| name.get(from..=to))
    })
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn all_runs_of_words_are_parts() {
        let found: Vec<&str> = parts(" round of roses ").collect();
        let all = [" round ", " round of ", " round of roses ", " of ", " of roses ", " roses "];
        assert_eq!(found, all);
    }
}
