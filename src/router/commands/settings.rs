//! `/settings`: what those who manage a server set for it.

use std::result::Result as Read;

use super::me::{LANG, lang, to_millionths};
use super::options::{confirmed, number, one_of};
use super::schedule;
use super::usual::{MOST, PACES, USUAL, pace};
use crate::quiz::Difficulty;
use crate::reply::{Confirm, Part, Reply, Span, count};
use crate::router::catalogue::Handle;
use crate::router::settings::ATTEMPTS;
use crate::router::{Call, Command, Error, Kind, Opt, Result};
use crate::store::{ServerSettings, Spoilers, Starters};

/// The most channels that are named.
const MOST_CHANNELS: usize = 20;

pub(super) const CONFIRM: Opt =
    Opt { id: "confirm", kind: Kind::OneOf(&["choice-yes", "choice-no"]), required: false };

pub(in crate::router) const COMMAND: Command = Command {
    id: "settings",
    options: &[
        LANG,
        Opt { id: "count", kind: Kind::Count, required: false },
        Opt {
            id: "difficulty",
            kind: Kind::OneOf(&[
                "difficulty-easy", "difficulty-medium", "difficulty-hard", "difficulty-mixed",
            ]),
            required: false,
        },
        Opt { id: "pace", kind: Kind::Count, required: false },
        Opt {
            id: "spoilers",
            kind: Kind::OneOf(&["spoilers-shown", "spoilers-covered"]),
            required: false,
        },
        Opt {
            id: "starters",
            kind: Kind::OneOf(&["starters-everybody", "starters-moderators"]),
            required: false,
        },
        Opt { id: "allow", kind: Kind::Channel, required: false },
        Opt { id: "bar", kind: Kind::Channel, required: false },
    ],
    handle: Handle::Store(|call| Box::pin(settings(call))),
};

pub(in crate::router) const SCHEDULE: Command = Command {
    id: "settings-schedule",
    options: schedule::OPTIONS,
    handle: Handle::Store(|call| Box::pin(schedule::schedule(call))),
};

pub(in crate::router) const FORGET: Command = Command {
    id: "settings-forget",
    options: &[CONFIRM],
    handle: Handle::Store(|call| Box::pin(forget(call))),
};

/// What to say to whoever may not change the settings here; none to those who manage the server.
pub(super) fn refused(call: &Call<'_>) -> Option<Reply> {
    if call.request.server.is_empty() {
        return Some(call.note("settings-no-server", &[]));
    }
    (!call.request.manager).then(|| call.note("settings-managers-only", &[]))
}

async fn settings(call: &mut Call<'_>) -> Result<Reply> {
    if let Some(reply) = refused(call) {
        return Ok(reply);
    }
    let server = &call.request.server;
    // Somebody else may change them at the same time: then this is changed in what they made of them.
    for _ in 0..ATTEMPTS {
        let before = call.router.store()?.known_server(server).await?;
        let settings = match changed(call, &before.settings) {
            Ok(Some(settings)) => settings,
            Ok(None) => return Ok(Reply::private(shown(call, &before.settings))),
            Err(reply) => return Ok(reply),
        };
        if call.router.replace_server(server, &before, &settings).await? {
            return Ok(saved(call, &settings));
        }
    }
    Err(Error::Contended)
}

/// What is said once settings are written.
pub(super) fn saved(call: &Call<'_>, settings: &ServerSettings) -> Reply {
    let mut parts = vec![Part::Text(call.writer.say("settings-saved", &[]))];
    parts.extend(shown(call, settings));
    Reply::private(parts)
}

/// The settings as the options change them; none if nothing is to be changed.
fn changed(call: &Call<'_>, before: &ServerSettings) -> Read<Option<ServerSettings>, Reply> {
    let mut settings = before.clone();
    let mut asked = false;
    if let Some(lang) = lang(call)? {
        (settings.lang, asked) = (lang, true);
    }
    if let Some(count) = number(call, "count", 1..=MOST, "quiz-bad-count")? {
        (settings.questions, asked) = (i64::try_from(count).ok(), true);
    }
    let levels = Difficulty::ALL.map(|one| (Some(one), one.name()));
    let levels: Vec<_> = levels.into_iter().chain([(None, "mixed")]).collect();
    if let Some(level) = one_of(call, "difficulty", "difficulty", &levels)? {
        (settings.difficulty, asked) = (level.map(|level| level.name().to_owned()), true);
    }
    if let Some(percent) = number(call, "pace", PACES, "quiz-bad-pace")? {
        let factor = f64::from(u32::try_from(percent).unwrap_or(100)) / 100.0;
        (settings.time_factor, asked) = (Some(factor).filter(|_| percent != 100), true);
    }
    let spoilers = [(Spoilers::Shown, "shown"), (Spoilers::Barred, "covered")];
    if let Some(spoilers) = one_of(call, "spoilers", "spoilers", &spoilers)? {
        (settings.spoilers, asked) = (spoilers, true);
    }
    let starters = [(Starters::Everybody, "everybody"), (Starters::Moderators, "moderators")];
    if let Some(starters) = one_of(call, "starters", "starters", &starters)? {
        (settings.starters, asked) = (starters, true);
    }
    if let Some(channel) = call.option("bar") {
        if call.option("allow") == Some(channel) {
            return Err(call.note("settings-channel-both", &[]));
        }
        if !settings.channels.iter().any(|known| known == channel) {
            let named = [("channel", vec![Span::Channel(channel.to_owned())])];
            let unknown = call.writer.spanned("settings-channel-unknown", &[], &named);
            return Err(Reply::private(vec![unknown]));
        }
        settings.channels.retain(|known| known != channel);
        asked = true;
    }
    if let Some(channel) = call.option("allow") {
        if settings.channels.len() >= MOST_CHANNELS {
            let most = [("most", MOST_CHANNELS.into())];
            return Err(call.note("settings-channels-most", &most));
        }
        if !settings.channels.iter().any(|known| known == channel) {
            settings.channels.push(channel.to_owned());
        }
        asked = true;
    }
    Ok(asked.then_some(settings))
}

/// What is set, in sentences.
fn shown(call: &Call<'_>, settings: &ServerSettings) -> Vec<Part> {
    let writer = call.writer;
    let say = |key: &str| Part::Text(writer.say(key, &[]));
    let mut parts = vec![Part::Title(writer.say("settings-title", &[]))];
    parts.push(match settings.lang.as_deref() {
        Some("en") => say("settings-lang-en"),
        Some("fr") => say("settings-lang-fr"),
        _ => say("settings-lang-automatic"),
    });
    parts.push(if settings.channels.is_empty() {
        say("settings-channels-all")
    } else {
        writer.spanned("settings-channels", &[], &[("channels", channels(settings))])
    });
    let questions = settings.questions.map_or(USUAL, count);
    let level = settings.difficulty.as_deref().unwrap_or("mixed");
    let level = writer.say(&format!("difficulty-{level}"), &[]);
    let pace = writer.percent(to_millionths(pace(settings)));
    parts.push(Part::Text(writer.say(
        "settings-rounds",
        &[("count", questions.into()), ("difficulty", (&level).into()), ("pace", (&pace).into())],
    )));
    parts.push(match settings.spoilers {
        Spoilers::Shown => say("settings-spoilers-shown"),
        Spoilers::Barred => say("settings-spoilers-covered"),
    });
    parts.push(match settings.starters {
        Starters::Everybody => say("settings-starters-everybody"),
        Starters::Moderators => say("settings-starters-moderators"),
    });
    parts.push(match &settings.schedule {
        Some(schedule) => schedule::told(call, schedule),
        None => say("settings-schedule-none"),
    });
    parts
}

/// The channels in which rounds may be started.
pub(super) fn channels(settings: &ServerSettings) -> Vec<Span> {
    settings.channels.iter().cloned().map(Span::Channel).collect()
}

async fn forget(call: &mut Call<'_>) -> Result<Reply> {
    if let Some(reply) = refused(call) {
        return Ok(reply);
    }
    let sure = match confirmed(call, "confirm") {
        Ok(sure) => sure,
        Err(reply) => return Ok(reply),
    };
    if sure {
        call.router.forget_server(&call.request.server).await?;
        return Ok(call.note("settings-forgotten", &[]));
    }
    Ok(Reply::private(vec![
        Part::Text(call.writer.say("settings-forget-sure", &[])),
        Part::Confirm(Confirm {
            command: FORGET.id,
            label: call.writer.say("settings-forget-do", &[]),
            hint: call.writer.say("settings-forget-how", &[]),
        }),
    ]))
}
