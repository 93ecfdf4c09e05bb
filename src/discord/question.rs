//! A question of a quiz as a message: what is asked, and what can be pressed to answer it.

use super::custom_id::{CustomId, Open};
use super::message::{Button, Choice, Embed, Menu, Row};
use super::render::{NEUTRAL, escaped};
use crate::reply::{Asked, Played, Way, Writer};

/// How many options are put in order by a menu, which has a line for each order: more would not fit in.
const MOST_ORDERED: usize = 4;

/// What is asked, with the options in words: a button shows no more than the beginning of a long one.
pub(super) fn embed(asked: &Asked) -> Embed {
    let mut lines = vec![stressed(&asked.prompt), String::new()];
    for option in &asked.options {
        lines.push(format!("**{}.** {}", option.mark, escaped(&option.text)));
    }
    if !asked.targets.is_empty() {
        lines.push(String::new());
    }
    for target in &asked.targets {
        lines.push(format!("**{}.** {}", target.mark, escaped(&target.text)));
    }
    lines.push(String::new());
    let how = escaped(&asked.how);
    lines.push(match asked.until {
        ..=0 => how,
        // Discord counts down by itself, without an edit.
        until => format!("{how} <t:{}:R>", until / 1_000),
    });
    Embed {
        title: escaped(&asked.title),
        description: lines.join("\n"),
        color: NEUTRAL,
        ..Embed::default()
    }
}

/// What stands between two asterisks on each side is stressed.
pub(super) fn stressed(prompt: &str) -> String {
    prompt.split("**").map(escaped).collect::<Vec<_>>().join("**")
}

/// What can be pressed to answer it, and what else players do.
pub(super) fn rows(writer: Writer<'_>, asked: &Asked, played: Option<&Played>) -> Vec<Row> {
    let open = Open { round: asked.round.clone(), number: asked.number };
    let answer = match asked.way {
        Way::One => {
            let buttons = asked.options.iter().enumerate().map(|(at, option)| {
                let label = format!("{}. {}", option.mark, option.text);
                Button::main(CustomId::Option(open.clone(), at).to_string(), label)
            });
            Row::Buttons(buttons.collect())
        }
        Way::Several => {
            let choices = asked.options.iter().enumerate().map(|(at, option)| Choice {
                label: format!("{}. {}", option.mark, option.text),
                value: at.to_string(),
            });
            let id = CustomId::Several(open.clone()).to_string();
            let mut menu = Menu::new(id, writer.say("discord-several", &[]), choices.collect());
            menu.max_values = u8::MAX;
            Row::Menu(menu)
        }
        Way::Order if asked.options.len() <= MOST_ORDERED => {
            let positions: Vec<usize> = (0..asked.options.len()).collect();
            let mark = |at: &usize| asked.options.get(*at).map(|option| option.mark.as_str());
            let choices = orders(&positions).into_iter().map(|order| Choice {
                label: order.iter().filter_map(mark).collect::<Vec<_>>().join(" → "),
                value: order.iter().map(usize::to_string).collect(),
            });
            let id = CustomId::Order(open.clone()).to_string();
            Row::Menu(Menu::new(id, writer.say("discord-order", &[]), choices.collect()))
        }
        Way::Order | Way::Pairs | Way::Number | Way::Name => {
            let id = CustomId::Type(open.clone()).to_string();
            Row::Buttons(vec![Button::main(id, writer.say("discord-type", &[]))])
        }
    };
    let (daily, alone) = played.map_or((false, false), |played| (played.daily, played.alone));
    let others: &[(&'static str, &str)] = match (daily, alone) {
        // Nobody is held up by a challenge that waits.
        (true, _) => &[],
        (false, true) => &[("practice-stop", "discord-stop")],
        (false, false) => &[("quiz-translate", "discord-translate"), ("quiz-stop", "discord-stop")],
    };
    let mut besides =
        buttons(writer, &open, &[("quiz-hint", "discord-hint"), ("quiz-skip", "discord-skip")]);
    besides.extend(buttons(writer, &open, others));
    // The result of the question before stands above.
    besides.extend(report(writer, &asked.round, asked.number.saturating_sub(1)));
    vec![answer, Row::Buttons(besides)]
}

/// All orders of some positions.
fn orders(positions: &[usize]) -> Vec<Vec<usize>> {
    if positions.is_empty() {
        return vec![Vec::new()];
    }
    let beginning = |first: &usize| {
        let rest: Vec<usize> = positions.iter().copied().filter(|one| one != first).collect();
        let orders = orders(&rest).into_iter();
        orders.map(|order| std::iter::once(*first).chain(order).collect()).collect::<Vec<_>>()
    };
    positions.iter().flat_map(beginning).collect()
}

/// What can be pressed after a round of so many questions.
pub(super) fn after(writer: Writer<'_>, played: &Played) -> Row {
    let button =
        |(command, key)| Button::new(CustomId::Do(command).to_string(), writer.say(key, &[]));
    let again = [("quiz", "discord-again"), ("quiz-replay", "discord-replay")];
    let mut again: Vec<Button> = again.map(button).into();
    // Who plays alone begins otherwise.
    again.retain(|_| !played.alone);
    again.extend(report(writer, &played.round, played.closed));
    Row::Buttons(again)
}

/// What says that something is wrong with a question; nothing where none is told of.
fn report(writer: Writer<'_>, round: &str, number: usize) -> Option<Button> {
    let open = Open { round: round.to_owned(), number };
    let label = || writer.say("discord-report", &[("number", number.into())]);
    (number > 0).then(|| Button::new(CustomId::Report(open).to_string(), label()))
}

/// What can still be pressed where the result of a question is told and the next one is over.
pub(super) fn reported(writer: Writer<'_>, round: &str, number: usize) -> Option<Row> {
    report(writer, round, number).map(|button| Row::Buttons(vec![button]))
}

/// Buttons of commands for one round, or one question of it.
pub(super) fn buttons(writer: Writer<'_>, open: &Open, of: &[(&'static str, &str)]) -> Vec<Button> {
    let button = |(command, key): &(&'static str, &str)| {
        Button::new(CustomId::In(command, open.clone()).to_string(), writer.say(key, &[]))
    };
    of.iter().map(button).collect()
}
