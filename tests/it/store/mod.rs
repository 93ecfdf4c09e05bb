//! The contract of the store, on SQLite and PostgreSQL, and how it fails.

mod audit;
mod boards;
mod changes;
mod connections;
mod crash;
mod existing;
mod failures;
pub mod fixture;
mod items;
mod model;
pub mod privacy;
mod races;
mod rounds;
mod schedules;
mod settings;
