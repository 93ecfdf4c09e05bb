//! `/rumours`: what was said early, and how it turned out.

use crate::query::lookup;
use crate::router::Command;
use crate::router::catalogue::Handle;

pub(in crate::router) const COMMAND: Command = Command {
    id: "rumours",
    options: &[],
    handle: Handle::Facts(|call| call.writer.rumours(&lookup::rumours(call.facts()))),
};
