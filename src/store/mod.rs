//! The store: what outlives the process, on SQLite or PostgreSQL. Rounds with their answers and what is to
//! go out, results and boards, settings, daily challenges, reports; and what people have a right to: to see
//! what is kept of them, and to have it deleted.
//!
//! It works on plain values: ids as they come from the platform, JSON as text, times in milliseconds since
//! 1970 in UTC. A call that returned has been committed: commit first, acknowledge second. Races are
//! decided by the database, through unique constraints and conditional updates, so any number of processes
//! may share one PostgreSQL. Every transaction begins with its write, since a reader that turns writer can
//! be refused by SQLite.
//!
//! The id of a person must stand in no id of a place, server, item or effect: deleting a person looks for it
//! where persons stand, and in the JSON of rounds.

mod audit;
mod boards;
mod daily;
mod error;
mod existing;
mod feats;
mod housekeeping;
mod items;
mod log;
mod naming;
mod open;
mod outbox;
mod periods;
mod pool;
mod practice;
mod privacy;
mod recall;
mod results;
mod rounds;
mod running;
mod settings;
mod stats;
mod steps;
#[cfg(test)]
mod tests;
mod warm;

/// The library that speaks with the databases, by the name under which it logs.
pub const LIBRARY: &str = "sqlx";

pub use boards::{Board, FEWEST, Measure, Page, Scope, Standing};
pub use daily::Daily;
pub use error::{Error, Result, Source};
pub use existing::Age;
pub use feats::FEWEST_OF_PERFECT;
pub use housekeeping::Swept;
pub use items::{ItemStats, REPORTS_TO_REST, Report, Rest};
pub use open::Store;
pub use outbox::{Due, Left};
pub use periods::Period;
pub use practice::Card;
pub use privacy::Kept;
pub use results::{Closing, Learnt, Outcome, Rated, Rating};
pub use rounds::Round;
pub use running::Running;
pub use settings::{Known, PersonSettings, Schedule, ServerSettings, Spoilers, Starters};
pub use stats::{Day, Stats, Tally};
pub use steps::{Answer, Effect, Resumed, Saved, Start, Started, Step};
