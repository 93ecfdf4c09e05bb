//! `/about`: what the bot is.

use crate::router::Command;

pub(in crate::router) const COMMAND: Command =
    Command { id: "about", options: &[], handle: |call| call.writer.about() };
