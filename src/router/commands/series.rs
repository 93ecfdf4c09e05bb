//! `/series`: the series in short.

use crate::query::lookup;
use crate::router::Command;

pub(in crate::router) const COMMAND: Command = Command {
    id: "series",
    options: &[],
    handle: |call| call.writer.series(&lookup::overview(call.facts())),
};
