//! The result of a daily challenge as a message: the grid, when the next one comes, a button to share it.

use super::custom_id::CustomId;
use super::message::{Button, Row};
use super::render::escaped;
use crate::reply::{Grid, Writer};

/// The lines of a result. Discord counts down to the next challenge by itself.
pub(super) fn lines(grid: &Grid) -> Vec<String> {
    let mut lines = vec![String::new(), escaped(&grid.text), String::new()];
    lines.extend(grid.notes.iter().map(|note| escaped(note)));
    if let Some((next, at)) = &grid.next {
        lines.push(format!("{} (<t:{}:R>)", escaped(next), at.max(&0) / 1_000));
    }
    lines
}

/// What shows the result of a day to everybody.
pub(super) fn share(writer: Writer<'_>, day: i64) -> Button {
    Button::main(CustomId::Share(day).to_string(), writer.say("discord-share", &[]))
}

/// The row with what can be pressed below a result.
pub(super) fn row(writer: Writer<'_>, grid: &Grid) -> Option<Row> {
    grid.share.map(|day| Row::Buttons(vec![share(writer, day)]))
}
