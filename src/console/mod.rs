//! The terminal: lines in, replies out. What Discord is to its users, this is to whoever has the program.

mod chat;
mod complete;
mod parse;
mod render;
mod wrap;

pub use chat::{Chat, Turn};
pub use complete::Completer;
pub use parse::{LONGEST_LINE, Line, parse};
pub use render::{plain, render};
pub use wrap::wrapped;
