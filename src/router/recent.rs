//! The replies to questions that were asked lately. What people choose from the list that Discord offers while they
//! type, many choose; the facts do not change meanwhile.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::query::Topic;
use crate::reply::Reply;
use crate::text::Lang;

/// How many replies are kept. Beyond that, all are forgotten.
const MOST: usize = 256;

/// What a reply depends on: the language, the question, and what the last one was about.
type Key = (Lang, String, Option<Topic>);
/// A reply, and what its question was about.
type Told = Arc<(Reply, Option<Topic>)>;

/// The replies to questions that were asked lately.
#[derive(Debug, Default)]
pub(super) struct Recent(Mutex<HashMap<Key, Told>>);

impl Recent {
    /// The reply to a question, found by `answer` where it is not kept.
    pub(super) fn reply(
        &self,
        lang: Lang,
        question: &str,
        before: Option<Topic>,
        answer: impl FnOnce(Option<&Topic>) -> (Reply, Option<Topic>),
    ) -> Told {
        let key = (lang, question.to_owned(), before);
        if let Some(told) = self.replies().get(&key) {
            return Arc::clone(told);
        }
        let told = Arc::new(answer(key.2.as_ref()));
        let mut replies = self.replies();
        if replies.len() >= MOST {
            replies.clear();
        }
        replies.insert(key, Arc::clone(&told));
        told
    }

    fn replies(&self) -> MutexGuard<'_, HashMap<Key, Told>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
