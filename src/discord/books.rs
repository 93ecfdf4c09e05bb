//! Replies in pages to what somebody typed. An id names ids only and is short, so that their words cannot stand in
//! it: the pages are kept here for a while, and the id has a digest of them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sha2::{Digest as _, Sha256};

use super::message::{Choice, Embed};
use crate::text::Lang;

/// How many replies are kept. Beyond that, the oldest go.
const MOST: usize = 128;

/// A reply in pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Book {
    /// The language of the reply, which is that of who asked and not of who presses.
    pub(super) lang: Lang,
    /// Whether it is for one person alone.
    pub(super) private: bool,
    /// The pages, more than one.
    pub(super) pages: Vec<Vec<Embed>>,
    /// Questions to choose from, below each page.
    pub(super) questions: Vec<Choice>,
}

/// The replies in pages that are kept.
#[derive(Debug, Default)]
pub(super) struct Books(Mutex<VecDeque<(u64, Arc<Book>)>>);

impl Book {
    /// What stands for it in an id: the same for the same reply, in whatever process.
    ///
    /// # Errors
    ///
    /// If the pages cannot be written.
    pub(super) fn key(&self) -> serde_json::Result<u64> {
        let pages = serde_json::to_vec(&(self.lang.code(), self.private, &self.pages))?;
        let digest = Sha256::digest(pages);
        Ok(digest.iter().take(8).fold(0, |key, byte| (key << 8) | u64::from(*byte)))
    }
}

impl Books {
    /// A reply that is kept.
    pub(super) fn find(&self, key: u64) -> Option<Arc<Book>> {
        let books = self.books();
        let book = books.iter().find(|(known, _)| *known == key);
        book.map(|(_, book)| Arc::clone(book))
    }

    /// Keeps a reply.
    pub(super) fn keep(&self, key: u64, book: Arc<Book>) {
        let mut books = self.books();
        // What is asked again stays longer.
        books.retain(|(known, _)| *known != key);
        if books.len() >= MOST {
            books.pop_front();
        }
        books.push_back((key, book));
    }

    fn books(&self) -> MutexGuard<'_, VecDeque<(u64, Arc<Book>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
