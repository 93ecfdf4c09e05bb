//! The one integration binary: whole conversations, the command line, the fact set, the architecture.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::too_many_lines,
    reason = "in tests a panic is how a failure is told"
)]

mod answers;
mod apart;
mod architecture;
mod articles;
mod asking;
mod bad_facts;
mod chat;
mod closed;
mod command_line;
mod composed;
mod daily;
mod deployment;
mod discord;
mod facts;
mod fairness;
mod follow_ups;
mod kept;
mod membership;
mod oracle;
mod people_chat;
mod questions;
mod quiz_chat;
mod quiz_items;
mod relations;
mod rounds;
mod second;
mod store;
mod stumbles;
mod survival;
mod talk;
mod upkeep;
mod words;
