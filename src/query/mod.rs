//! Questions and their answers: what a person meant, and what the fact set says to it.

mod ask;
mod language;
pub mod lookup;
mod names;

pub use ask::{Answer, Asker, LONGEST_QUESTION, Outcome, Reading};
pub use language::language;
pub use names::{Found, Names};
