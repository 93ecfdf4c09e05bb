//! Completion in the terminal: commands, then names and words that fit their options.

use std::borrow::Cow;
use std::collections::HashSet;

use jiff::tz;
use rustyline::completion::{Completer as Complete, Pair};
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::Validator;
use rustyline::{Context, Helper};

use super::parse::command_names;
use crate::query::lookup::episode_count;
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
            && !command.options.is_empty()
        {
            return self.values(command, line, rest);
        }
        let wanted = fold(typed);
        let mut commands: Vec<String> = Lang::ALL
            .into_iter()
            .filter(|lang| *lang == self.lang || !wanted.is_empty())
            .flat_map(|lang| command_names(self.router, lang))
            .chain(["as", "lang", "quit"].map(str::to_owned))
            .filter(|name| fold(name).starts_with(&wanted))
            .collect();
        let mut seen = HashSet::new();
        commands.retain(|name| seen.insert(name.clone()));
        (1, commands)
    }

    /// What can stand for the options of a command: a name takes the rest of the line, a word of a list
    /// the last word.
    fn values(&self, command: &Command, line: &str, rest: &str) -> (usize, Vec<String>) {
        let facts = self.router.facts();
        let last = rest.rsplit(' ').next().unwrap_or(rest);
        let mut words = Vec::new();
        for option in command.options {
            match &option.kind {
                Kind::Name(classes) => {
                    let found = self.router.names().completing(facts, rest, classes, MOST);
                    let labels = found.into_iter().map(|one| one.label.get(self.lang).to_owned());
                    return (line.len() - rest.len(), labels.collect());
                }
                Kind::Episode => {
                    words.extend((1..=episode_count(facts)).map(|one| one.to_string()));
                }
                Kind::Article => {
                    words.extend((1..=facts.file().articles.len()).map(|one| one.to_string()));
                }
                Kind::OneOf(keys) => {
                    let writer = self.router.writer(self.lang);
                    words.extend(keys.iter().map(|key| writer.say(key, &[])));
                }
                Kind::Zone => words.extend(tz::db().available().map(|zone| zone.to_string())),
                Kind::Count | Kind::Text | Kind::Words(_) | Kind::Member | Kind::Channel => {}
            }
        }
        words.retain(|word| fold(word).starts_with(&fold(last)));
        (line.len() - last.len(), words)
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
