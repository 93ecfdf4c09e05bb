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
}
