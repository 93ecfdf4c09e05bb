//! Questions that can be asked, found by what is typed of them so far.

use std::collections::BTreeMap;

use crate::facts::Facts;
use crate::text::{Lang, fold, one_typo_or_less, tokens};

/// The questions of a fact set in one language, with their words.
#[derive(Debug)]
pub(super) struct Questions {
    words: Vec<String>,
    questions: Vec<(String, Vec<usize>)>,
}

impl Questions {
    /// Takes the questions that the facts answer, then those that they leave open.
    pub(super) fn new(facts: &Facts, lang: Lang) -> Self {
        let file = facts.file();
        let stated = file.statements.iter().map(|one| &one.question);
        let open = file.absences.iter().map(|one| &one.question);
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        let mut questions: Vec<(String, Vec<usize>)> = Vec::new();
        for text in stated.chain(open).map(|question| question.get(lang)) {
            if questions.iter().any(|(other, _)| other == text) {
                continue;
            }
            let words = tokens(&fold(text))
                .map(|word| {
                    let next = known.len();
                    *known.entry(word.to_owned()).or_insert(next)
                })
                .collect();
            questions.push((text.to_owned(), words));
        }
        let mut words = vec![String::new(); known.len()];
        for (word, at) in known {
            if let Some(place) = words.get_mut(at) {
                *place = word;
            }
        }
        Self { words, questions }
    }

    /// The questions that have the words typed, those with most of them first; of equals, the shortest.
    pub(super) fn like(&self, typed: &str, most: usize) -> Vec<&str> {
        let folded = fold(typed);
        let typed: Vec<&str> = tokens(&folded).collect();
        // For each word typed, the words that it may become or was meant to be.
        let fitting: Vec<Vec<bool>> = typed
            .iter()
            .map(|part| {
                let fits = |word: &String| {
                    // What is typed of it so far may have a slip as well.
                    let begun: String = word.chars().take(part.chars().count()).collect();
                    word.starts_with(part)
                        || one_typo_or_less(part, word)
                        || one_typo_or_less(part, &begun)
                };
                self.words.iter().map(fits).collect()
            })
            .collect();
        let mut found: Vec<(usize, usize, &str)> = self
            .questions
            .iter()
            .filter_map(|(text, words)| {
                let hits = fitting
                    .iter()
                    .filter(|fits| words.iter().any(|word| fits.get(*word) == Some(&true)))
                    .count();
                (hits * 3 >= typed.len() * 2).then_some((hits, text.len(), text.as_str()))
            })
            .collect();
        if !typed.is_empty() {
            found.sort_by_key(|(hits, length, _)| (usize::MAX - hits, *length));
        }
        found.truncate(most);
        found.into_iter().map(|(_, _, text)| text).collect()
    }
}
