//! `/settings schedule`: when a round starts by itself.

use std::result::Result as Read;

use jiff::Timestamp;
use jiff::tz::{self, TimeZone};

use super::options::confirmed;
use super::settings::{refused, saved};
use crate::reply::{Part, Reply, Span, Writer, shortened};
use crate::router::schedule::slots;
use crate::router::settings::ATTEMPTS;
use crate::router::{Call, Error, Kind, Opt, Result};
use crate::store::{Schedule, ServerSettings};
use crate::text::{Lang, closest, fold, tokens};

pub(super) const OPTIONS: &[Opt] = &[
    Opt { id: "time", kind: Kind::Words(100), required: false },
    Opt { id: "days", kind: Kind::Words(100), required: false },
    Opt { id: "zone", kind: Kind::Zone, required: false },
    Opt { id: "channel", kind: Kind::Channel, required: false },
    Opt { id: "off", kind: Kind::OneOf(&["choice-yes"]), required: false },
];

/// The days of the week from Monday, as keys of their names.
const DAYS: [&str; 7] = [
    "day-monday", "day-tuesday", "day-wednesday", "day-thursday", "day-friday", "day-saturday",
    "day-sunday",
];

pub(super) async fn schedule(call: &mut Call<'_>) -> Result<Reply> {
    if let Some(reply) = refused(call) {
        return Ok(reply);
    }
    let server = &call.request.server;
    if !call.request.action.has_options() {
        let settings = call.router.store()?.server_settings(server).await?;
        let now = match &settings.schedule {
            Some(schedule) => told(call, schedule),
            None => Part::Text(call.writer.say("settings-schedule-none", &[])),
        };
        let how = Part::Text(call.writer.say("settings-schedule-how", &[]));
        return Ok(Reply::private(vec![now, how]));
    }
    // As with other settings, what somebody else changes at the same time stays.
    for _ in 0..ATTEMPTS {
        let before = call.router.store()?.known_server(server).await?;
        let schedule = match changed(call, before.settings.schedule.as_ref()) {
            Ok(schedule) => schedule,
            Err(reply) => return Ok(reply),
        };
        let settings = ServerSettings { schedule, ..before.settings.clone() };
        if call.router.replace_server(server, &before, &settings).await? {
            // A time that has just passed is not made up for.
            call.router.store()?.claim_slot(server, call.now.as_millisecond()).await?;
            return Ok(saved(call, &settings));
        }
    }
    Err(Error::Contended)
}

/// The schedule as the options change it; what is not given stays as it is.
fn changed(call: &Call<'_>, before: Option<&Schedule>) -> Read<Option<Schedule>, Reply> {
    if confirmed(call, "off")? {
        return Ok(None);
    }
    let time = match call.option("time") {
        Some(typed) => Some(clock(typed).ok_or_else(|| bad(call, "settings-bad-time", typed))?),
        None => before.map(|before| (before.hour, before.minute)),
    };
    let Some((hour, minute)) = time else { return Err(call.note("settings-which-time", &[])) };
    let days = match call.option("days") {
        Some(typed) => days(call, typed).ok_or_else(|| bad(call, "settings-bad-days", typed))?,
        None => before.map_or_else(|| (1..=7).collect(), |before| before.days.clone()),
    };
    let zone = match call.option("zone") {
        Some(typed) => zone(call, typed)?,
        None => before.map_or_else(|| "UTC".to_owned(), |before| before.zone.clone()),
    };
    let channel = call.option("channel").or(before.map(|before| before.channel.as_str()));
    let channel = channel.unwrap_or(&call.request.place).to_owned();
    Ok(Some(Schedule { days, hour, minute, zone, channel }))
}

fn bad(call: &Call<'_>, key: &str, typed: &str) -> Reply {
    call.note(key, &[("typed", (&shortened(typed)).into())])
}

/// A time of the day: `20:30`, `20h30`, `20 h`, `20`, `8:30 pm`, `8 p.m.`
fn clock(typed: &str) -> Option<(i8, i8)> {
    let typed: String =
        typed.to_lowercase().chars().filter(|one| !one.is_whitespace() && *one != '.').collect();
    let halves = [("am", 0), ("pm", 12)];
    let half = halves.iter().find_map(|(mark, hours)| Some((typed.strip_suffix(mark)?, hours)));
    if let Some((typed, hours)) = half {
        let (hour, minute) = clock(typed).filter(|(hour, _)| (1..=12).contains(hour))?;
        return Some((hour % 12 + hours, minute));
    }
    let (hour, minute) = typed.split_once([':', 'h']).unwrap_or((&typed, ""));
    let number = |digits: &str| match digits {
        "" => Some(0),
        digits if digits.len() <= 2 => digits.parse::<u8>().ok(),
        _ => None,
    };
    let (hour, minute) = (number(hour).filter(|_| !hour.is_empty())?, number(minute)?);
    (hour < 24 && minute < 60).then_some((i8::try_from(hour).ok()?, i8::try_from(minute).ok()?))
}

/// Days of the week by their names in either language, or the first three letters of them; or all of them.
fn days(call: &Call<'_>, typed: &str) -> Option<Vec<i8>> {
    let name = |lang: Lang, key: &str| fold(&call.router.writer(lang).say(key, &[]));
    let folded = fold(typed);
    let all = Lang::ALL.map(|lang| name(lang, "days-all-typed"));
    let means_all = |all: &String| tokens(&folded).all(|word| tokens(all).any(|one| one == word));
    if !folded.is_empty() && all.iter().any(means_all) {
        return Some((1..=7).collect());
    }
    for (key, days) in [("days-work-typed", 1..=5), ("days-weekend-typed", 6..=7)] {
        let names = Lang::ALL.map(|lang| call.router.writer(lang).say(key, &[]));
        if names.iter().any(|names| names.split(", ").any(|name| fold(name) == folded)) {
            return Some(days.collect());
        }
    }
    let and = Lang::ALL.map(|lang| name(lang, "days-and"));
    let mut days = Vec::new();
    for word in tokens(&folded).filter(|word| !and.iter().any(|and| and == word)) {
        let fits = |key: &&str| {
            Lang::ALL.iter().any(|lang| name(*lang, key).starts_with(word)) && word.len() >= 3
        };
        let day = DAYS.iter().position(fits)?;
        days.push(i8::try_from(day + 1).ok()?);
    }
    days.sort_unstable();
    days.dedup();
    (!days.is_empty()).then_some(days)
}

/// The name of a time zone, or what to say if there is none of that name.
fn zone(call: &Call<'_>, typed: &str) -> Read<String, Reply> {
    if let Ok(zone) = TimeZone::get(typed)
        && let Some(name) = zone.iana_name()
    {
        return Ok(name.to_owned());
    }
    let names: Vec<String> = tz::db().available().map(|name| name.to_string()).collect();
    let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let wanted = fold(typed);
    // A city is enough, if it is the only one of its name.
    let city = |name: &&String| fold(name.rsplit('/').next().unwrap_or(name)) == wanted;
    let mut cities = names.iter().filter(city);
    if let (Some(name), None) = (cities.next(), cities.next()) {
        return Ok(name.clone());
    }
    let near = closest(&wanted, folded.iter().map(String::as_str).zip(&names), 3);
    let near: Vec<String> = near.into_iter().cloned().collect();
    if near.is_empty() {
        return Err(bad(call, "settings-bad-zone", typed));
    }
    let (typed, near) = (shortened(typed), call.writer.figures().either(&near));
    let values = [("typed", (&typed).into()), ("names", (&near).into())];
    Err(call.note("settings-bad-zone-near", &values))
}

/// When a round starts by itself, and when the next time.
pub(super) fn told(call: &Call<'_>, schedule: &Schedule) -> Part {
    let writer = call.writer;
    let days = if schedule.days.len() == 7 {
        writer.say("days-all", &[])
    } else {
        let index = |day: &i8| usize::try_from(day - 1).ok();
        let keys = schedule.days.iter().filter_map(|day| DAYS.get(index(day)?));
        let names: Vec<String> = keys.map(|key| writer.say(key, &[])).collect();
        writer.figures().list(&names)
    };
    let time = time(writer, schedule.hour, schedule.minute);
    let next = slots(schedule, call.now).next;
    let next = next.map(|next| moment(writer, next, &schedule.zone));
    writer.spanned(
        "settings-schedule",
        &[("days", (&days).into()), ("time", (&time).into()), ("zone", (&schedule.zone).into())],
        &[
            ("channel", vec![Span::Channel(schedule.channel.clone())]),
            ("next", next.into_iter().collect()),
        ],
    )
}

fn time(writer: Writer<'_>, hour: i8, minute: i8) -> String {
    let (hour, minute) = (format!("{hour:02}"), format!("{minute:02}"));
    writer.say("clock", &[("hour", (&hour).into()), ("minute", (&minute).into())])
}

/// A time as it is there.
fn moment(writer: Writer<'_>, at: Timestamp, zone: &str) -> Span {
    let there = at.to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC));
    let day = writer.figures().day(there.date());
    let time = time(writer, there.hour(), there.minute());
    let text = writer.say("day-and-time", &[("day", (&day).into()), ("time", (&time).into())]);
    Span::Moment { at: at.as_millisecond(), text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        for (typed, read) in [
            ("20:30", Some((20, 30))),
            ("20h30", Some((20, 30))),
            ("20 h 30", Some((20, 30))),
            ("8h", Some((8, 0))),
            ("0:05", Some((0, 5))),
            ("23", Some((23, 0))),
            ("8pm", Some((20, 0))),
            ("8:30 p.m.", Some((20, 30))),
            ("12 am", Some((0, 0))),
            ("12pm", Some((12, 0))),
            ("13pm", None),
            ("0am", None),
            ("pm", None),
            ("24:00", None),
            ("20:60", None),
            ("8:000", None),
            ("h30", None),
            ("noon", None),
            ("-1:00", None),
            ("", None),
        ] {
            assert_eq!(clock(typed), read, "{typed}");
        }
    }
}
