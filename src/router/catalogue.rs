//! The commands: one list, from which the terminal's completion, `/help` and Discord's registration are
//! made. Names and descriptions stand with the other sentences, under `command-…` and `option-…`.

use super::{Call, Pending, commands};
use crate::facts::Class;
use crate::reply::{Reply, Writer};
use crate::text::{Lang, fold};

/// A command that people can type.
pub struct Command {
    /// Its id, by which its name is found: `command-ID`.
    pub id: &'static str,
    /// Its options, in the order in which they are typed.
    pub options: &'static [Opt],
    /// What it does.
    pub(super) handle: Handle,
}

/// What a command does.
pub(super) enum Handle {
    /// It answers from the facts alone, at once.
    Facts(fn(&mut Call<'_>) -> Reply),
    /// It reads or writes the store.
    Store(for<'a> fn(&'a mut Call<'_>) -> Pending<'a>),
}

impl Command {
    /// Whether it is for those alone who manage the server.
    #[must_use]
    pub fn is_for_managers(&self) -> bool {
        MANAGERS.contains(&self.id)
    }
}

/// An option of a command.
#[derive(Debug)]
pub struct Opt {
    /// Its id, by which its name is found: `option-ID`.
    pub id: &'static str,
    /// What can be given for it.
    pub kind: Kind,
    /// Whether it must be given.
    pub required: bool,
}

/// What can be given for an option.
#[derive(Debug)]
pub enum Kind {
    /// Any text.
    Text,
    /// One's own words, at most so many characters; nothing can be suggested.
    Words(u16),
    /// How many.
    Count,
    /// The number of an episode.
    Episode,
    /// The number or the name of an article.
    Article,
    /// The name of an entity of one of these classes; of any, where none is given.
    Name(&'static [Class]),
    /// Somebody, by their id.
    Member,
    /// A channel, by its id.
    Channel,
    /// A time zone, by its IANA name.
    Zone,
    /// One of these words, given as keys of sentences.
    OneOf(&'static [&'static str]),
}

/// All commands, in the order of `/help`. Another one is a file in `commands` and a line here.
pub static COMMANDS: &[Command] = &[
    commands::ask::COMMAND,
    commands::teams::COMMAND,
    commands::series::COMMAND,
    commands::episode::COMMAND,
    commands::who::COMMAND,
    commands::timeline::COMMAND,
    commands::rumours::COMMAND,
    commands::sources::COMMAND,
    commands::quiz::COMMAND,
    commands::quiz::JOIN,
    commands::lobby::BEGIN,
    commands::lobby::SET,
    commands::quiz::LEAVE,
    commands::quiz::HINT,
    commands::quiz::SKIP,
    commands::quiz::TRANSLATE,
    commands::quiz::REPLAY,
    commands::quiz::STOP,
    commands::practice::COMMAND,
    commands::practice::STOP,
    commands::daily::COMMAND,
    commands::report::COMMAND,
    commands::leaderboard::COMMAND,
    commands::stats::COMMAND,
    commands::me::COMMAND,
    commands::settings::COMMAND,
    commands::settings::SCHEDULE,
    commands::settings::FORGET,
    commands::privacy::COMMAND,
    commands::privacy::EXPORT,
    commands::privacy::DELETE,
    commands::help::COMMAND,
    commands::about::COMMAND,
];

/// The ids of the commands that are for those alone who manage the server. Discord hides them from everybody else;
/// the command checks it again by [`Request::manager`](crate::request::Request::manager), because a server can show
/// them to anybody.
pub static MANAGERS: &[&str] = &["settings", "settings-schedule", "settings-forget"];

/// The ids of the commands whose reply depends on nothing but their options and the language, so that it can be
/// kept. A command that reads settings, scores or the clock is not one of them.
static FIXED: &[&str] =
    &["teams", "series", "episode", "who", "timeline", "rumours", "sources", "help", "about"];

/// Whether the reply to a command depends on nothing but its options and the language.
#[must_use]
pub fn is_fixed(id: &str) -> bool {
    FIXED.contains(&id)
}

/// What is typed for a command after the slash.
#[must_use]
pub fn typed_name(writer: Writer<'_>, command: &Command) -> String {
    writer.say(&format!("command-{}", command.id), &[])
}

/// The command that a line without its slash begins with, in either language, and the rest of the line.
#[must_use]
pub fn find(
    name: impl Fn(Lang, &Command) -> String,
    line: &str,
) -> Option<(&'static Command, &str)> {
    let mut found: Option<(&Command, &str)> = None;
    for command in COMMANDS {
        for lang in Lang::ALL {
            let words = name(lang, command);
            let count = words.split(' ').count();
            let mut ends = line.match_indices(' ').map(|(at, _)| at).chain([line.len()]);
            let end = ends.nth(count - 1).unwrap_or(line.len());
            let (typed, rest) = line.split_at(end);
            let longer = found.is_none_or(|(_, before)| rest.len() < before.len());
            if fold(typed) == fold(&words) && longer {
                found = Some((command, rest));
            }
        }
    }
    found.map(|(command, rest)| (command, rest.trim()))
}
