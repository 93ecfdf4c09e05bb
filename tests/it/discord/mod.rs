//! The bot on Discord, against a strict stand-in of Discord on loopback.

#![expect(
    clippy::panic,
    clippy::disallowed_methods,
    clippy::needless_pass_by_value,
    reason = "a stand-in has a clock of its own, and a failure in it is told by a panic"
)]

mod alone;
pub mod bot;
mod daily;
mod deferral;
mod edits;
mod ending;
mod faults;
mod gateway;
mod guests;
mod hostile;
mod judge;
mod limits;
mod one_server;
mod outages;
mod pages;
pub mod payload;
mod people;
mod presses;
mod program;
mod refused;
mod rest;
mod rights;
mod round;
mod spoilers;
mod spoken;
pub mod standin;
mod tour;
mod tour_all;
mod typing;
mod unchanged;
