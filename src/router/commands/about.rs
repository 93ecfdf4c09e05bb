//! `/about`: what the bot is.

use crate::router::Command;
use crate::router::catalogue::Handle;

pub(in crate::router) const COMMAND: Command =
    Command { id: "about", options: &[], handle: Handle::Facts(|call| call.writer.about()) };
