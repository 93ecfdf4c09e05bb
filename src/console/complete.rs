//! Completion in the terminal: commands, then names and words that fit their options.

use std::borrow::Cow;

use rustyline::completion::{Completer as Complete, Pair};
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::Validator;
use rustyline::{Context, Helper};

use super::parse::command_names;
use crate::facts::Class;
use crate::router::{Command, Kind, Router, find, typed_name};
use crate::text::{Lang, fold};

/// How many completions are offered.
const MOST: usize = 25;

/// Completes what is typed in a chat.
#[derive(Debug)]
pub struct Completer<'a> {
    router: &'a Router,
    /// The language of the chat.
    pub lang: Lang,
}

impl<'a> Completer<'a> {
    /// Completes from what a router knows.
    #[must_use]
    pub fn new(router: &'a Router, lang: Lang) -> Self {
        Self { router, lang }
    }

    /// Where the completed part begins, in bytes, and what can stand there.
    #[must_use]
    pub fn candidates(&self, line: &str) -> (usize, Vec<String>) {
        let Some(typed) = line.strip_prefix('/') else { return (line.len(), Vec::new()) };
        let named = |lang: Lang, command: &Command| typed_name(self.router.writer(lang), command);
        if let Some((command, rest)) = find(named, typed)
            && typed.contains(' ')
            && let Some(option) = command.options.first()
        {
            return (line.len() - rest.len(), self.values(&option.kind, rest));
        }
        let wanted = fold(typed);
        let mut commands: Vec<String> = Lang::ALL
            .into_iter()
            .filter(|lang| *lang == self.lang || !wanted.is_empty())
            .flat_map(|lang| command_names(self.router, lang))
            .chain(["as", "lang", "quit"].map(str::to_owned))
            .filter(|name| fold(name).starts_with(&wanted))
            .collect();
        commands.dedup();
        (1, commands)
    }

    fn values(&self, kind: &Kind, typed: &str) -> Vec<String> {
        let facts = self.router.facts();
        match kind {
            Kind::Name(classes) => self
                .router
                .names()
                .completing(facts, typed, classes, MOST)
                .into_iter()
                .map(|entity| entity.label.get(self.lang).to_owned())
                .collect(),
            Kind::Number => {
                let episodes =
                    facts.file().entities.iter().filter(|one| one.class == Class::Episode);
                (1..=episodes.count())
                    .map(|number| number.to_string())
                    .filter(|number| number.starts_with(typed))
                    .collect()
            }
            Kind::OneOf(keys) => keys
                .iter()
                .map(|key| self.router.writer(self.lang).say(key, &[]))
                .filter(|word| fold(word).starts_with(&fold(typed)))
                .collect(),
            Kind::Text => Vec::new(),
        }
    }
}

impl Complete for Completer<'_> {
    type Candidate = Pair;

    fn complete(
        &self,
        line: &str,
        position: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Pair>)> {
        let before = line.get(..position).unwrap_or(line);
        let (start, candidates) = self.candidates(before);
        let pairs = candidates
            .into_iter()
            .map(|name| Pair { display: name.clone(), replacement: name })
            .collect();
        Ok((start, pairs))
    }
}

impl Hinter for Completer<'_> {
    type Hint = String;
}

impl Highlighter for Completer<'_> {
    fn highlight_candidate<'c>(
        &self,
        candidate: &'c str,
        _: rustyline::CompletionType,
    ) -> Cow<'c, str> {
        Cow::Borrowed(candidate)
    }
}

impl Validator for Completer<'_> {}

impl Helper for Completer<'_> {}
