//! `/series`: the series in short.

use crate::query::lookup;
use crate::router::Command;
use crate::router::catalogue::Handle;

pub(in crate::router) const COMMAND: Command = Command {
    id: "series",
    options: &[],
    handle: Handle::Facts(|call| call.writer.series(&lookup::overview(call.facts()))),
};
