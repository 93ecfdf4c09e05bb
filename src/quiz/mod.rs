//! The quiz: frames made from the facts, each wrong option proven wrong, items drawn from them, rounds
//! played with them.

mod answer;
mod bits;
mod broken;
mod chance;
mod daily;
mod draw;
mod frames;
mod item;
mod kinds;
mod near;
mod pool;
mod practice;
mod rating;
mod round;
mod told;
mod vocabulary;
mod wrong;

pub use answer::{Answer, Judgement, Unreadable, read_number};
pub use broken::{ENOUGH, Fault, Record, fault};
pub use chance::shuffle;
pub use daily::{Barred, daily};
pub use draw::{Empty, Seen, Wanted, draw, draw_about};
pub use frames::{Frame, Set};
pub use item::{Choice, Item, Offer, Proof, Stem};
pub use kinds::{Difficulty, Format, Standing, Theme};
pub use pool::Pool;
pub use practice::{Card, Grade, review};
pub use rating::{LEARNT, Rating, expected, learn};
pub use round::{
    Closed, Effect, Ending, Event, Fastest, GRACE, Given, Hint, LEAST_NEED, Lobby, MOST_NEED,
    Missed, Mode, Part, Player, Question, Refusal, Round, Settings, Summary,
};
pub use wrong::question;

#[cfg(test)]
mod tests;
