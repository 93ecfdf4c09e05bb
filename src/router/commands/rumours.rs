//! `/rumours`: what was said early, and how it turned out.

use crate::query::lookup;
use crate::router::Command;

pub(in crate::router) const COMMAND: Command = Command {
    id: "rumours",
    options: &[],
    handle: |call| call.writer.rumours(&lookup::rumours(call.facts())),
};
