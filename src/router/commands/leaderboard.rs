//! `/leaderboard`: who stands where, in this server or everywhere.

use std::collections::HashMap;
use std::result::Result as Read;

use super::options::{number, one_of};
use crate::reply::{Audience, Leaf, Part, Reply, Span, Writer, count};
use crate::router::catalogue::Handle;
use crate::router::{Call, Command, Kind, Opt, Result, typed_name};
use crate::store::{Board, FEWEST, Measure, Page, Period, Scope, Standing};

/// How many stand on a page.
const SIZE: i64 = 10;
/// The last page that anybody asks for.
const MOST_PAGES: usize = 10_000;

pub(in crate::router) const COMMAND: Command = Command {
    id: "leaderboard",
    options: &[
        Opt {
            id: "period",
            kind: Kind::OneOf(&["period-today", "period-week", "period-month", "period-all-time"]),
            required: false,
        },
        Opt {
            id: "scope",
            kind: Kind::OneOf(&["scope-server", "scope-everywhere"]),
            required: false,
        },
        Opt {
            id: "measure",
            kind: Kind::OneOf(&[
                "measure-points", "measure-accuracy", "measure-streak", "measure-rating",
            ]),
            required: false,
        },
        Opt { id: "page", kind: Kind::Count, required: false },
    ],
    handle: Handle::Store(|call| Box::pin(board(call))),
};

/// Which board, and which page of it, from 0.
type Wanted = (Period, bool, Measure, i64);

fn wanted(call: &Call<'_>) -> Read<Wanted, Reply> {
    let periods = [
        (Period::Today, "today"),
        (Period::Week, "week"),
        (Period::Month, "month"),
        (Period::AllTime, "all-time"),
    ];
    let measures = [
        (Measure::Points, "points"),
        (Measure::Accuracy, "accuracy"),
        (Measure::Streak, "streak"),
        (Measure::Rating, "rating"),
    ];
    let scopes = [(true, "server"), (false, "everywhere")];
    let in_server = !call.request.server.is_empty();
    let here = one_of(call, "scope", "scope", &scopes)?.unwrap_or(in_server);
    if here && !in_server {
        return Err(call.note("board-no-server", &[]));
    }
    let page = number(call, "page", 1..=MOST_PAGES, "board-bad-page")?.unwrap_or(1);
    Ok((
        one_of(call, "period", "period", &periods)?.unwrap_or(Period::AllTime),
        here,
        one_of(call, "measure", "measure", &measures)?.unwrap_or(Measure::Points),
        i64::try_from(page - 1).unwrap_or_default(),
    ))
}

async fn board(call: &mut Call<'_>) -> Result<Reply> {
    let (period, here, by, page) = match wanted(call) {
        Ok(wanted) => wanted,
        Err(reply) => return Ok(reply),
    };
    let scope = if here { Scope::Server(&call.request.server) } else { Scope::Everywhere };
    let (store, asker) = (call.router.store()?, call.person().0);
    let at = call.now.as_millisecond();
    let mut board = Board { scope, period, at, by, page, size: SIZE, asker: Some(asker) };
    let mut found = store.board(&board).await?;
    let last = (found.players - 1).max(0) / SIZE;
    let beyond = board.page > last;
    if beyond {
        board.page = last;
        found = store.board(&board).await?;
    }
    // Who has opted out sees their place alone, whichever page they turn to.
    let hidden = !here && call.own().await.hidden;
    // Names are found by ids only in a server that both are in, and ids are no business of strangers.
    let people: Vec<&str> = found.standings.iter().map(|one| one.person.as_str()).collect();
    let names = if here { HashMap::new() } else { store.names(&people).await? };
    let writer = call.writer;
    let mut parts = vec![Part::Title(writer.say(
        "board-title",
        &[
            ("measure", (&writer.say(measure_key(by), &[])).into()),
            ("period", (&writer.say(period_key(period), &[])).into()),
            ("scope", (&writer.say(if here { "board-here" } else { "board-all" }, &[])).into()),
        ],
    ))];
    if found.standings.is_empty() {
        parts.push(Part::Text(writer.say("board-empty", &[])));
    }
    let lines = found.standings.iter().map(|standing| {
        let (place, value) = (writer.whole(standing.place), value(writer, by, standing.value));
        let values = [("place", (&place).into()), ("value", (&value).into())];
        let who = match names.get(&standing.person) {
            _ if here || standing.person == asker => Span::Person(standing.person.clone()),
            Some(name) => Span::Text(name.clone()),
            None => Span::Text(writer.say("board-somebody", &[])),
        };
        writer.spanned("board-line", &values, &[("who", vec![who])])
    });
    parts.extend(lines);
    if beyond && found.players > 0 {
        parts.push(Part::Text(String::new()));
        let pages = [("count", (count(last) + 1).into())];
        parts.push(Part::Text(writer.say("board-no-such-page", &pages)));
    }
    if found.players > 0 {
        parts.push(Part::Text(String::new()));
        parts.push(own(writer, by, &found, asker));
    }
    if hidden && found.own.is_some() {
        parts.push(Part::Text(writer.say("board-hidden", &[])));
    }
    let mut notes = Vec::new();
    if by == Measure::Accuracy {
        notes.push(writer.say("board-fewest", &[("fewest", count(FEWEST).into())]));
    }
    if period != Period::AllTime {
        notes.push(writer.say("board-utc", &[]));
    }
    if !notes.is_empty() {
        parts.push(Part::Legend(notes.join(" ")));
    }
    let mut reply = Reply::new(parts);
    if hidden {
        reply.audience = Audience::Person;
    }
    reply.leaf = (last > 0).then(|| leaf(call, count(board.page) + 1, count(last) + 1));
    Ok(reply)
}

/// Where the asker stands.
fn own(writer: Writer<'_>, by: Measure, found: &Page, asker: &str) -> Part {
    let who = [("who", vec![Span::Person(asker.to_owned())])];
    let Some(Standing { place, value: amount, .. }) = &found.own else {
        return writer.spanned("board-own-none", &[], &who);
    };
    let (place, players) = (writer.whole(*place), writer.whole(found.players.max(*place)));
    let value = value(writer, by, *amount);
    let values =
        [("place", (&place).into()), ("players", (&players).into()), ("value", (&value).into())];
    writer.spanned("board-own", &values, &who)
}

/// What is compared, as it stands behind a name.
pub(super) fn value(writer: Writer<'_>, by: Measure, amount: i64) -> String {
    let number = writer.whole(amount);
    let values = [("count", count(amount).into()), ("number", (&number).into())];
    match by {
        Measure::Points => writer.say("board-value-points", &values),
        Measure::Accuracy => {
            let percent = writer.percent(amount);
            writer.say("board-value-accuracy", &[("percent", (&percent).into())])
        }
        Measure::Streak => writer.say("board-value-streak", &[("number", (&number).into())]),
        Measure::Rating => number,
    }
}

/// The key of the name of a measure.
pub(super) fn measure_key(by: Measure) -> &'static str {
    match by {
        Measure::Points => "board-points",
        Measure::Accuracy => "board-accuracy",
        Measure::Streak => "board-streak",
        Measure::Rating => "board-rating",
    }
}

fn period_key(period: Period) -> &'static str {
    match period {
        Period::Today => "board-today",
        Period::Week => "board-week",
        Period::Month => "board-month",
        Period::AllTime => "board-all-time",
    }
}

/// Which page it is, with what to type for the next one.
fn leaf(call: &Call<'_>, page: usize, of: usize) -> Leaf {
    let writer = call.writer;
    let mut typed = format!("/{}", typed_name(writer, &COMMAND));
    let mut add = |option: &str, value: &str| {
        let name = writer.say(&format!("option-{option}"), &[]);
        typed.extend([" ", &name, ":", value]);
    };
    for option in COMMAND.options.iter().filter(|option| option.id != "page") {
        if let Some(value) = call.option(option.id) {
            add(option.id, value);
        }
    }
    add("page", &(if page < of { page + 1 } else { 1 }).to_string());
    let values = [("page", page.into()), ("count", of.into()), ("typed", (&typed).into())];
    let key = if page < of { "board-page" } else { "board-page-last" };
    Leaf { page, of, hint: writer.say(key, &values) }
}
