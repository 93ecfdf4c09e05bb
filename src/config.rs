//! The settings, read once from the environment; `.env.example` explains each line.

use std::path::PathBuf;

use crate::text::Lang;

/// A value that must not be read by others. It never prints, not even in `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Keeps a value secret.
    #[must_use]
    pub fn new(value: String) -> Self {
        Self(value)
    }

    /// The value itself, for whoever must send it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The settings that the environment gives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// Another fact file than the one that the program carries (`ROADBOOK_FACTS`).
    pub facts: Option<PathBuf>,
    /// What is logged to stderr (`ROADBOOK_LOG`), as `tracing-subscriber` reads it; only warnings and
    /// errors where it is unset.
    pub log: Option<String>,
    /// The language of the terminal (`LC_ALL`, `LC_MESSAGES`, `LANG`), where the bot speaks it.
    pub lang: Option<Lang>,
    /// Where the history of the terminal is kept: in `XDG_STATE_HOME`, or in `HOME/.local/state`.
    pub history: Option<PathBuf>,
    /// The address of the store (`DATABASE_URL`), which may hold a password.
    pub database: Option<Secret>,
    /// The file of the store where no address is set: `roadbook/roadbook.db` in the folder that the
    /// platform has for data of programs.
    pub store: Option<PathBuf>,
    /// The file of the store of the terminal, beside it: what is played there is not played on Discord.
    pub chat: Option<PathBuf>,
    /// The token of the bot on Discord (`DISCORD_TOKEN`).
    pub discord_token: Option<Secret>,
    /// The server whose commands are registered, at once, instead of those of all servers
    /// (`DISCORD_GUILD_ID`).
    pub discord_guild: Option<String>,
    /// Where Discord's REST interface is reached instead of `https://discord.com` (`DISCORD_PROXY`).
    pub discord_proxy: Option<String>,
    /// The shards that this process runs, `a..b/n` (`SHARDS`).
    pub shards: Option<String>,
}

/// The folder that the platform has for data of programs: `LOCALAPPDATA` on Windows, `Library/Application
/// Support` on macOS, elsewhere `XDG_DATA_HOME`, or `.local/share` where it is unset or relative, as
/// <https://specifications.freedesktop.org/basedir-spec/latest/> says.
fn data_folder(set: impl Fn(&str) -> Option<String>) -> Option<PathBuf> {
    if cfg!(windows) {
        return set("LOCALAPPDATA").map(PathBuf::from);
    }
    let home = || set("HOME").map(PathBuf::from);
    if cfg!(target_os = "macos") {
        return home().map(|home| home.join("Library/Application Support"));
    }
    set("XDG_DATA_HOME")
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
        .or_else(|| home().map(|home| home.join(".local/share")))
}

impl Config {
    /// Reads the settings by a function that gives the value of a variable. A blank value counts as
    /// unset.
    #[must_use]
    pub fn read(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.trim().is_empty());
        let state = set("XDG_STATE_HOME")
            .map(PathBuf::from)
            .or_else(|| set("HOME").map(|home| PathBuf::from(home).join(".local/state")));
        let data = data_folder(set).map(|data| data.join("roadbook"));
        Self {
            facts: set("ROADBOOK_FACTS").map(PathBuf::from),
            log: set("ROADBOOK_LOG"),
            lang: ["LC_ALL", "LC_MESSAGES", "LANG"]
                .into_iter()
                .find_map(set)
                .and_then(|locale| locale.parse().ok()),
            history: state.map(|state| state.join("roadbook/history")),
            database: set("DATABASE_URL").map(|url| Secret::new(url.trim().to_owned())),
            store: data.as_ref().map(|data| data.join("roadbook.db")),
            chat: data.map(|data| data.join("chat.db")),
            discord_token: set("DISCORD_TOKEN").map(|token| Secret::new(token.trim().to_owned())),
            discord_guild: set("DISCORD_GUILD_ID"),
            discord_proxy: set("DISCORD_PROXY"),
            shards: set("SHARDS"),
        }
    }

    /// Reads the settings from the environment of the process.
    #[must_use]
    pub fn from_env() -> Self {
        Self::read(|name| {
            #[expect(
                clippy::disallowed_methods,
                reason = "the one place that reads the environment"
            )]
            std::env::var(name).ok()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Config {
        Config::read(|name| {
            let found = variables.iter().find(|(variable, _)| *variable == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_blank_value_counts_as_unset() {
        assert_eq!(read(&[("ROADBOOK_FACTS", " "), ("ROADBOOK_LOG", "")]), Config::default());
        let set = read(&[("ROADBOOK_FACTS", "other.json"), ("ROADBOOK_LOG", "debug")]);
        assert_eq!(set.facts, Some("other.json".into()));
        assert_eq!(set.log.as_deref(), Some("debug"));
    }

    #[test]
    fn the_locale_of_the_terminal_gives_the_language() {
        assert_eq!(read(&[("LANG", "fr_FR.UTF-8")]).lang, Some(Lang::Fr));
        assert_eq!(read(&[("LC_ALL", "en_GB.UTF-8"), ("LANG", "fr_FR")]).lang, Some(Lang::En));
        assert_eq!(read(&[("LANG", "C.UTF-8")]).lang, None);
    }

    #[test]
    fn the_token_never_prints() {
        let config = read(&[("DISCORD_TOKEN", " abc.def.ghi\n")]);
        assert!(!format!("{config:?} {config:#?}").contains("abc"));
        assert_eq!(config.discord_token.as_ref().map(Secret::expose), Some("abc.def.ghi"));
    }

    #[test]
    fn history_goes_to_the_state_folder() {
        let history = read(&[("HOME", "/home/a")]).history;
        assert_eq!(history, Some("/home/a/.local/state/roadbook/history".into()));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_store_goes_to_the_data_folder() {
        let store = |variables: &[(&str, &str)]| read(variables).store;
        let file = "/home/a/.local/share/roadbook/roadbook.db";
        assert_eq!(store(&[("HOME", "/home/a")]), Some(file.into()));
        assert_eq!(store(&[("HOME", "/home/a"), ("XDG_DATA_HOME", "data")]), Some(file.into()));
        let set = store(&[("HOME", "/home/a"), ("XDG_DATA_HOME", "/data")]);
        assert_eq!(set, Some("/data/roadbook/roadbook.db".into()));
        assert_eq!(store(&[]), None);
    }

    #[test]
    fn secrets_never_print() {
        let config =
            read(&[("DISCORD_TOKEN", " abc.def.ghi\n"), ("DATABASE_URL", "postgres://abc@h")]);
        assert!(!format!("{config:?} {config:#?}").contains("abc"));
        assert_eq!(config.discord_token.as_ref().map(Secret::expose), Some("abc.def.ghi"));
        assert_eq!(read(&[("DATABASE_URL", " ")]).database, None);
    }
}
