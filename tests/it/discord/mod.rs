//! The bot on Discord, against a strict stand-in of Discord on loopback.

#![expect(
    clippy::panic,
    clippy::disallowed_methods,
    clippy::needless_pass_by_value,
    reason = "a stand-in has a clock of its own, and a failure in it is told by a panic"
)]

pub mod bot;
mod daily;
mod faults;
mod gateway;
mod hostile;
mod judge;
mod limits;
pub mod payload;
mod people;
mod program;
mod rest;
mod round;
pub mod standin;
mod tour;
