//! What stands around a question: greetings, courtesies, the sentences before it. What is left is asked, too.

use std::collections::HashMap;

use crate::text::{fold, tokens};

const TABLE: &str = include_str!("around.txt");

/// At most so many views of a question are tried beside the whole.
const MOST: usize = 4;
/// A question of more words is not taken apart.
const LONGEST: usize = 60;

/// A question without something that stands around it, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct View {
    /// What is left of it.
    pub folded: String,
    /// Whether somebody wants to know if that is true.
    pub claimed: bool,
    /// Whether it is one sentence of several.
    pub alone: bool,
}

/// The runs of words that begin or end what stands around questions.
#[derive(Debug)]
pub(super) struct Around {
    /// By their first word, longest first.
    openings: HashMap<&'static str, Vec<Run>>,
    /// By their last word, longest first.
    closings: HashMap<&'static str, Vec<Run>>,
}

#[derive(Debug)]
struct Run {
    words: Vec<&'static str>,
    claims: bool,
}

impl Around {
    /// Reads the table.
    pub fn new() -> Self {
        let mut around = Self { openings: HashMap::new(), closings: HashMap::new() };
        let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
        for (kind, pattern) in lines.filter_map(|line| line.split_once(": ")) {
            for words in spelt_out(pattern) {
                let claims = matches!(kind, "claim" | "asks");
                let (runs, end) = if matches!(kind, "opening" | "claim") {
                    (&mut around.openings, words.first().copied())
                } else {
                    (&mut around.closings, words.last().copied())
                };
                if let Some(end) = end {
                    runs.entry(end).or_default().push(Run { words, claims });
                }
            }
        }
        for runs in around.openings.values_mut().chain(around.closings.values_mut()) {
            runs.sort_by_key(|run| std::cmp::Reverse(run.words.len()));
        }
        around
    }

    /// The question without what stands around it, its last sentence first; nothing where nothing does.
    pub fn views(&self, question: &str) -> Vec<View> {
        let whole = fold(question);
        if tokens(&whole).count() > LONGEST {
            return Vec::new();
        }
        let mut views: Vec<View> = Vec::new();
        let mut add = |view: View| {
            let long = tokens(&view.folded).count() >= 2;
            let known = view.folded == whole && !view.claimed;
            if long
                && !known
                && views.len() < MOST
                && views.iter().all(|one| one.folded != view.folded)
            {
                views.push(view);
            }
        };
        let sentences: Vec<String> =
            sentences(question).map(fold).filter(|sentence| !sentence.is_empty()).collect();
        add(self.bare(&whole));
        if sentences.len() > 1 {
            // "That he won. Correct?"
            let claimed = sentences.iter().any(|one| {
                let bare = self.bare(one);
                bare.claimed && tokens(&bare.folded).count() < 2
            });
            for sentence in sentences.iter().rev() {
                let mut view = self.bare(sentence);
                view.claimed |= claimed;
                view.alone = true;
                add(view);
            }
        }
        views
    }

    /// A folded question without its openings and closings.
    fn bare(&self, folded: &str) -> View {
        let mut words: Vec<&str> = tokens(folded).collect();
        let mut claimed = false;
        while let Some(run) = words
            .first()
            .and_then(|first| self.openings.get(first))
            .and_then(|runs| runs.iter().find(|run| words.starts_with(&run.words)))
        {
            claimed |= run.claims;
            words.drain(..run.words.len());
        }
        while let Some(run) = words
            .last()
            .and_then(|last| self.closings.get(last))
            .and_then(|runs| runs.iter().find(|run| words.ends_with(&run.words)))
        {
            claimed |= run.claims;
            words.truncate(words.len() - run.words.len());
        }
        View { folded: words.join(" "), claimed, alone: false }
    }
}

/// The runs of words that a pattern stands for.
fn spelt_out(pattern: &'static str) -> Vec<Vec<&'static str>> {
    let mut runs: Vec<Vec<&'static str>> = vec![Vec::new()];
    for place in pattern.split(' ') {
        let (words, optional) = match place.strip_suffix('?') {
            Some(words) => (words, true),
            None => (place, false),
        };
        let mut longer = if optional { runs.clone() } else { Vec::new() };
        for word in words.split('/') {
            longer.extend(runs.iter().map(|run| {
                let mut run = run.clone();
                run.push(word);
                run
            }));
        }
        runs = longer;
    }
    runs
}

/// The sentences of a question; a point inside a number or a name ends none.
fn sentences(question: &str) -> impl Iterator<Item = &str> {
    question
        .split_inclusive(|one: char| one.is_whitespace())
        .scan((0, 0), |(from, at), word| {
            *at += word.len();
            let ends = word.trim_end().ends_with(['.', '!', '?', '…', ';', ':']);
            let whole = *at == question.len() || ends;
            let sentence = whole.then(|| question.get(*from..*at)).flatten();
            if whole {
                *from = *at;
            }
            Some(sentence)
        })
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::{Around, sentences};

    fn first(question: &str) -> Option<(String, bool)> {
        Around::new().views(question).into_iter().next().map(|view| (view.folded, view.claimed))
    }

    #[test]
    fn what_stands_around_a_question_is_taken_off() {
        for (question, bare) in [
            ("Good afternoon. Could you kindly tell me who made it, please?", "who made it"),
            ("Salut tout le monde ! quelqu'un sait combien ça dure svp", "combien ca dure"),
            ("yo bro when is it out lol", "when is it out"),
            (
                "Excusez-moi, pourriez-vous me dire qui organise la course ?",
                "qui organise la course",
            ),
        ] {
            assert_eq!(first(question), Some((bare.to_owned(), false)), "{question}");
        }
        assert_eq!(first("who made it"), None);
    }

    #[test]
    fn a_claim_asks_whether_it_is_true() {
        for (question, bare) in [
            ("A member claims it launches in July. Correct?", "it launches in july"),
            ("c’est vrai que ça sort en juin ?", "ca sort en juin"),
            ("True or not: it is about a race.", "it is about a race"),
        ] {
            assert_eq!(first(question), Some((bare.to_owned(), true)), "{question}");
        }
    }

    #[test]
    fn sentences_end_at_their_marks() {
        let parts: Vec<&str> = sentences("I like 2.5 of it! And you? Yes").map(str::trim).collect();
        assert_eq!(parts, ["I like 2.5 of it!", "And you?", "Yes"]);
    }
}
