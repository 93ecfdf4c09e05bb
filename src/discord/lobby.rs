//! A round for which players gather, as a message: who is there, and what can be pressed.

use super::custom_id::{CustomId, Open};
use super::message::{Choice, Embed, Menu, Row};
use super::question::buttons;
use super::render::{NEUTRAL, escaped};
use crate::reply::{Choosing, Gathering, Writer};

/// Who gathers for what. Discord counts down by itself, without an edit.
pub(super) fn embed(gathering: &Gathering) -> Embed {
    let lines = [
        escaped(&gathering.what),
        escaped(&gathering.players),
        format!("<t:{}:R>", gathering.until.max(0) / 1_000),
    ];
    Embed {
        title: escaped(&gathering.title),
        description: lines.join("\n"),
        color: NEUTRAL,
        ..Embed::default()
    }
}

/// What can be pressed while players gather.
pub(super) fn row(writer: Writer<'_>, gathering: &Gathering) -> Row {
    Row::Buttons(buttons(
        writer,
        &Open { round: gathering.round.clone(), number: 0 },
        &[
            ("quiz-join", "discord-join"),
            ("quiz-begin", "discord-begin"),
            ("quiz-set", "discord-set"),
            ("quiz-stop", "discord-stop"),
        ],
    ))
}

/// A menu for each option that can be chosen.
pub(super) fn menus(options: &[Choosing]) -> Vec<Row> {
    let menu = |option: &Choosing| {
        let choices = option
            .values
            .iter()
            .map(|(value, label)| Choice { label: label.clone(), value: value.clone() });
        let open = Open { round: option.round.clone(), number: 0 };
        let id = CustomId::Set(option.option.clone(), open).to_string();
        let name = |(value, name): &(String, String)| {
            (*value == option.chosen).then(|| format!("{}: {name}", option.label))
        };
        let chosen = option.values.iter().find_map(name);
        Row::Menu(Menu::new(id, chosen.unwrap_or_else(|| option.label.clone()), choices.collect()))
    };
    options.iter().map(menu).collect()
}
