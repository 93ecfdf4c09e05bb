//! Questions and their answers: what a person meant, and what the fact set says to it.

mod answer;
mod around;
mod ask;
mod bearers;
mod beside;
mod besides;
mod boost;
mod both;
mod choose;
mod compare;
mod concepts;
mod cues;
mod days;
mod described;
mod features;
mod follow;
mod forest;
mod halves;
mod kind;
mod label;
mod language;
mod link;
pub mod lookup;
mod members;
mod model;
mod names;
mod neighbours;
mod positions;
pub mod questions;
mod read;
mod resolve;
mod signs;
mod spans;
mod spell;
mod strangers;
mod talk;
mod told;
mod train;
mod verdict;
mod voices;
mod weigh;
mod wording;
mod works;

/// The model of the fact set that the program carries, learnt from `data/questions`.
pub const SHIPPED_MODEL: &[u8] = include_bytes!("../../data/questions.model");

pub use answer::{Answer, Outcome, Probe, Reading, Topic, Verdict};
pub use ask::{Asker, LONGEST_QUESTION};
pub use boost::Case;
pub use forest::{BadForest, Forest};
pub use language::language;
pub use link::Linker;
pub use model::{BadModel, Guess, Model};
pub use names::{Found, Names};
