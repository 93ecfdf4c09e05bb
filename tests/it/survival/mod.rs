//! Rounds survive: processes that are killed, several at once, a Discord that loses and delays, a store that
//! fails.

#![expect(
    clippy::disallowed_methods,
    clippy::panic,
    reason = "what is killed and pressed at random moments needs a clock and settings of its own, and a failure \
              is told by a panic"
)]

mod books;
mod crowd;
mod disk;
mod failures;
mod kills;
mod life;
mod one_bad;
mod processes;
mod simulation;
mod taking_up;
mod world;
