//! Names that people bring up and no article mentions: a question about one of them must not be answered with
//! something about another.

use rustc_hash::FxHashMap;

use crate::facts::Class;
use crate::text::tokens;

/// Names that no article mentions.
const STRANGERS: &str = include_str!("../../data/questions/strangers.txt");

/// What the headings of that list stand for.
const CLASSES: &[(&str, Class)] = &[
    ("person", Class::Person),
    ("team", Class::Team),
    ("organisation", Class::Organisation),
    ("sport", Class::Sport),
    ("race", Class::Race),
    ("docuseries", Class::Docuseries),
];

/// Such names by their first word, longest first.
#[derive(Debug)]
pub(super) struct Strangers(FxHashMap<&'static str, Vec<(Vec<&'static str>, Class)>>);

impl Strangers {
    /// The names of the list that the fact set, of which these are the names, does not have.
    pub fn new(by_first: &FxHashMap<String, Vec<(Vec<String>, usize)>>) -> Self {
        let mut strangers: FxHashMap<&str, Vec<(Vec<&str>, Class)>> = FxHashMap::default();
        let mut class = None;
        for line in STRANGERS.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
            if let Some(heading) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                class = CLASSES.iter().find(|(name, _)| *name == heading).map(|(_, class)| *class);
                continue;
            }
            let words: Vec<&str> = tokens(line).collect();
            let (Some(class), Some(first)) = (class, words.first().copied()) else { continue };
            let own = by_first.get(first).is_some_and(|names| {
                names.iter().any(|(name, _)| {
                    words.len() <= name.len() && words.iter().zip(name).all(|(a, b)| a == b)
                })
            });
            if !own {
                strangers.entry(first).or_default().push((words, class));
            }
        }
        for names in strangers.values_mut() {
            names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Self(strangers)
    }

    /// The name that words begin with: how many of them it has, and what it is the name of.
    pub fn find(&self, words: &[&str]) -> Option<(usize, Class)> {
        let names = self.0.get(words.first()?)?;
        let found = names.iter().find(|(name, _)| words.starts_with(name));
        found.map(|(name, class)| (name.len(), *class))
    }

    /// Whether a name begins with a word.
    pub fn begin_with(&self, word: &str) -> bool {
        self.0.contains_key(word)
    }
}
