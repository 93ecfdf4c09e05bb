//! Words of both languages by what they mean: "diffuser", "aired" and "on telly" ask for the same thing, and
//! what is learnt from a question in one language helps in the other.

use rustc_hash::FxHashMap;

const TABLE: &str = include_str!("concepts.txt");

/// The concepts of words.
#[derive(Debug)]
pub struct Concepts {
    words: FxHashMap<&'static str, Vec<&'static str>>,
    /// Beginnings of words by their first letter.
    stems: FxHashMap<char, Vec<(&'static str, &'static str)>>,
}

impl Concepts {
    /// Reads the table.
    #[must_use]
    pub fn new() -> Self {
        let mut words: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        let mut stems: FxHashMap<char, Vec<(&str, &str)>> = FxHashMap::default();
        let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
        for (concept, named) in lines.filter_map(|line| line.split_once(": ")) {
            for word in named.split(' ') {
                match (word.strip_suffix('*'), word.chars().next()) {
                    (Some(stem), Some(first)) => {
                        stems.entry(first).or_default().push((stem, concept));
                    }
                    _ => words.entry(word).or_default().push(concept),
                }
            }
        }
        Self { words, stems }
    }

    /// What a word means.
    pub fn of<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        let stems = word.chars().next().and_then(|first| self.stems.get(&first));
        let whole = self.words.get(word).into_iter().flatten().copied();
        let begun = stems.into_iter().flatten();
        whole.chain(begun.filter(|(stem, _)| word.starts_with(stem)).map(|(_, concept)| *concept))
    }
}
