//! Answers that are always the same, kept as they are sent: the facts do not change while the program runs, so
//! neither does what `/teams` says in French.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::body::Body;
use super::compose::Said;
use super::decode::Onto;
use crate::request::{Action, Request};
use crate::router::is_fixed;
use crate::text::Lang;

/// How many answers are kept. Beyond that, all are forgotten: whoever types a thousand names that nobody has shall
/// not fill the memory.
const MOST: usize = 512;
/// How long the options of a command may be together, in bytes, for its answer to be kept.
const LONG: usize = 64;

/// What an answer depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Key {
    command: String,
    options: Vec<(String, String)>,
    lang: Lang,
    covered: bool,
    page: usize,
    onto: Onto,
}

/// The answers that are kept.
#[derive(Debug, Default)]
pub(super) struct Kept(Mutex<HashMap<Key, Body>>);

impl Key {
    /// What the answer to a request depends on, if that is all that it depends on.
    pub(super) fn of(request: &Request, covered: bool, page: usize, onto: Onto) -> Option<Self> {
        let Action::Command { id, options } = &request.action else { return None };
        let length: usize = options.iter().map(|(option, value)| option.len() + value.len()).sum();
        (is_fixed(id) && length <= LONG).then(|| Self {
            command: id.clone(),
            options: options.clone(),
            lang: request.lang,
            covered,
            page,
            onto,
        })
    }
}

impl Kept {
    /// An answer that is kept.
    pub(super) fn find(&self, key: &Key) -> Option<Body> {
        self.answers().get(key).cloned()
    }

    /// Keeps an answer, where one message is all of it.
    pub(super) fn keep(&self, key: Key, said: &Said, body: Body) {
        // Where its pages are kept for a while, each answer has to keep them anew.
        let alone = said.aloud.is_empty() && said.played.is_none() && said.book.is_none();
        if said.own.len() == 1 && alone {
            let mut answers = self.answers();
            if answers.len() >= MOST {
                answers.clear();
            }
            answers.insert(key, body);
        }
    }

    fn answers(&self) -> MutexGuard<'_, HashMap<Key, Body>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
