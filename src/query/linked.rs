//! A question once its names, numbers and years are known.

use crate::facts::Class;

/// A question after linking.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Linked {
    /// Its words in order; a name, a number or a year is one word.
    pub words: Vec<Word>,
    /// The whole question, folded, where the speller mended a word of it.
    pub mended: Option<String>,
}

/// A word of a linked question.
#[derive(Debug, Clone, PartialEq)]
pub enum Word {
    /// A word, folded.
    Plain(String),
    /// An entity, by its index in the fact set.
    Entity(usize),
    /// A number.
    Number(f64),
    /// A year.
    Year(i16),
    /// A name that the fact set does not have, by what it is the name of.
    Stranger(Class),
}

impl Word {
    /// Whether it is one of these words.
    pub(super) fn is_any(&self, list: &[&str]) -> bool {
        matches!(self, Self::Plain(word) if list.contains(&word.as_str()))
    }
}

impl Linked {
    /// The entities that it names, each once, in order.
    #[must_use]
    pub fn entities(&self) -> Vec<usize> {
        let mut found = Vec::new();
        for word in &self.words {
            if let Word::Entity(index) = word
                && !found.contains(index)
            {
                found.push(*index);
            }
        }
        found
    }

    /// The numbers that it names.
    pub fn numbers(&self) -> impl Iterator<Item = f64> {
        self.words.iter().filter_map(|word| match word {
            Word::Number(number) => Some(*number),
            _ => None,
        })
    }

    /// The years that it names.
    pub fn years(&self) -> impl Iterator<Item = i16> {
        self.words.iter().filter_map(|word| match word {
            Word::Year(year) => Some(*year),
            _ => None,
        })
    }

    /// What the first name is the name of that the fact set does not have.
    #[must_use]
    pub fn stranger(&self) -> Option<Class> {
        self.words.iter().find_map(|word| match word {
            Word::Stranger(class) => Some(*class),
            _ => None,
        })
    }

    /// Its words with a mark for each name, so that "The Least …" compares nothing.
    #[must_use]
    pub fn without_names(&self) -> String {
        let words = self.words.iter().map(|word| match word {
            Word::Plain(word) => word.clone(),
            Word::Number(number) => number.to_string(),
            Word::Year(year) => year.to_string(),
            Word::Entity(_) | Word::Stranger(_) => "x".to_owned(),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// Its plain words.
    pub fn plain(&self) -> impl Iterator<Item = &str> {
        self.words.iter().filter_map(|word| match word {
            Word::Plain(word) => Some(word.as_str()),
            _ => None,
        })
    }
}
