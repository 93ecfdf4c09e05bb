//! The quiz: items whose wrong options are proven wrong, and rounds that people play with them.

mod draw;
mod item;
mod pool;
mod round;

pub use draw::{Empty, Wanted, draw};
pub use item::{Choice, Difficulty, Format, Item, Offer, Proof, Standing, Stem, standing};
pub use pool::{Pool, swap};
pub use round::{Effect, Event, Played, Player, Round};

#[cfg(test)]
mod tests;
