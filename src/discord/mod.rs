//! Discord: interactions and messages in, replies out. Nothing outside this module knows its library.
//!
//! The way of an interaction: `door` takes the event on the thread of its shard and hands it to the main
//! runtime, `decode` makes a plain value of it, `desk` asks the router, `compose` and `render`
//! draw the reply, `limits` makes it fit, `rest` sends it. `stage` knows the messages of rounds, `timer`
//! says what is due by the clock. `supervisor` keeps the connections of `connection` alive.

mod autocomplete;
mod body;
mod books;
mod budget;
mod calendar;
mod clock;
mod compose;
mod connection;
mod custom_id;
mod decode;
mod desk;
mod door;
mod error;
#[cfg(any(test, fuzzing))]
pub mod fuzzing;
mod grid;
mod kept;
mod limits;
mod lobby;
mod mention;
mod message;
mod overheard;
mod play;
mod pulse;
mod question;
mod questions;
mod ratelimit;
mod registration;
mod render;
mod rest;
mod run;
mod seen;
mod shards;
mod slash;
mod stage;
mod supervisor;
mod timer;
mod upkeep;

/// Libraries that log whole payloads, with tokens in them, at every level below errors.
pub const WITH_SECRETS: &[&str] = &["serenity"];

pub use error::Error;
pub use pulse::Patience;
pub use run::{Settings, run};
pub use shards::{BadShards, Shards};

#[cfg(test)]
mod tests;
