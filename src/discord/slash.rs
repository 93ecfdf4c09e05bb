//! How the commands of the catalogue are called on Discord: a name, and a second one where several commands
//! share the first.

use crate::reply::Writer;
use crate::router::{COMMANDS, Command, Opt, Router, typed_name};
use crate::text::Lang;

/// The language of the default names, which stand in every payload.
pub(super) const DEFAULT: Lang = Lang::En;

/// A command of the catalogue by its names on Discord.
pub(super) struct Slash {
    pub(super) command: &'static Command,
    /// The default name.
    pub(super) name: String,
    /// The default name of the subcommand.
    pub(super) sub: Option<String>,
    /// The default names of the options.
    options: Vec<String>,
}

/// All commands by their names on Discord.
pub(super) struct Slashes(pub(super) Vec<Slash>);

impl Slashes {
    /// Names all commands.
    pub(super) fn new(router: &Router) -> Self {
        let writer = router.writer(DEFAULT);
        let all = COMMANDS.iter().map(|command| {
            let (name, sub) = path(writer, command);
            let options = command.options.iter().map(|option| option_name(writer, option));
            Slash { command, name, sub, options: options.collect() }
        });
        Self(all.collect())
    }

    /// The command of a name and, where it has one, a subcommand.
    pub(super) fn find(&self, name: &str, sub: Option<&str>) -> Option<&Slash> {
        self.0.iter().find(|one| one.name == name && one.sub.as_deref() == sub)
    }
}

impl Slash {
    /// The option of a default name.
    pub(super) fn option(&self, name: &str) -> Option<&'static Opt> {
        let at = self.options.iter().position(|option| option == name)?;
        self.command.options.get(at)
    }
}

/// The name of a command, and of the subcommand where several commands share the name. The one that has no
/// second word in the catalogue gets one: on Discord, a command with subcommands cannot be called itself.
pub(super) fn path(writer: Writer<'_>, command: &Command) -> (String, Option<String>) {
    let typed = typed_name(writer, command);
    if let Some((name, sub)) = typed.split_once(' ') {
        return (name.to_owned(), Some(sub.replace(' ', "-")));
    }
    let prefix = format!("{typed} ");
    let shared = COMMANDS.iter().any(|other| typed_name(writer, other).starts_with(&prefix));
    let key = match command.id {
        "settings" => "discord-change",
        "privacy" => "discord-show",
        _ => "discord-start",
    };
    let sub = shared.then(|| writer.say(key, &[]));
    (typed, sub)
}

/// The name of an option.
pub(super) fn option_name(writer: Writer<'_>, option: &Opt) -> String {
    writer.say(&format!("option-{}", option.id), &[])
}
