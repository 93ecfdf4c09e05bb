//! What can go wrong while a request is handled, on our side.

use crate::store;

/// What handling a request gives.
pub type Result<T> = std::result::Result<T, Error>;

/// A failure of ours. What a person did wrong is a reply instead.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// Something needs the store, and the router was made without one.
    #[error("this router was made without a store")]
    NoStore,
    /// The state of a round cannot be read or written.
    #[error("the state of a round cannot be read or written")]
    State(#[from] serde_json::Error),
    /// A round moved on again and again while a step of it was to be written.
    #[error("a round moved on faster than a step of it could be written")]
    Crowded,
    /// Settings changed again and again while a change of them was to be written.
    #[error("settings changed faster than a change of them could be written")]
    Contended,
}

impl Error {
    /// Whether it keeps everything from being done, and not only what it came from.
    #[must_use]
    pub fn is_of_all(&self) -> bool {
        match self {
            Self::Store(error) => error.is_of_all(),
            Self::NoStore => true,
            Self::State(_) | Self::Crowded | Self::Contended => false,
        }
    }
}
