//! The contract of the store, on SQLite and PostgreSQL, and how it fails.

mod boards;
mod crash;
mod failures;
pub mod fixture;
mod items;
mod model;
pub mod privacy;
mod races;
mod rounds;
mod settings;
