//! A typed line as what it asks for.

use crate::request::Action;
use crate::router::{COMMANDS, Command, Kind, Router, find, typed_name};
use crate::text::{Lang, fold};

/// The longest line that is read, in characters.
pub const LONGEST_LINE: usize = 4_000;

/// What a line asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// Nothing.
    Blank,
    /// Something for the router.
    Action(Action),
    /// To speak as somebody else.
    As(String),
    /// Another language.
    Lang(String),
    /// That so many seconds pass.
    Wait(String),
    /// To leave.
    Quit,
    /// A command that does not exist.
    Unknown(String),
    /// Longer than any line that makes sense.
    TooLong,
}

/// Reads a line. Commands begin with a slash, and are known in both languages; everything else is a
/// question, or the answer to one.
#[must_use]
pub fn parse(router: &Router, line: &str) -> Line {
    let line = line.trim();
    if line.chars().nth(LONGEST_LINE).is_some() {
        return Line::TooLong;
    }
    let Some(command) = line.strip_prefix('/') else {
        return if line.is_empty() {
            Line::Blank
        } else {
            Line::Action(Action::Ask(line.to_owned()))
        };
    };
    let (name, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
    match fold(name).as_str() {
        "as" => return Line::As(rest.trim().to_owned()),
        "lang" | "langue" => return Line::Lang(rest.trim().to_owned()),
        "wait" | "attendre" => return Line::Wait(rest.trim().to_owned()),
        "quit" | "exit" | "quitter" => return Line::Quit,
        _ => {}
    }
    let named = |lang: Lang, command: &Command| typed_name(router.writer(lang), command);
    match find(named, command) {
        Some((command, rest)) => Line::Action(Action::Command {
            id: command.id.to_owned(),
            options: options(router, command, rest),
        }),
        None => Line::Unknown(name.to_owned()),
    }
}

/// The options of a command: `name:value` anywhere, and what is left for the others in their order. The
/// last of them takes the rest of the line, so that names need no quotes.
fn options(router: &Router, command: &Command, rest: &str) -> Vec<(String, String)> {
    let mut given: Vec<(String, String)> = Vec::new();
    let mut loose: Vec<&str> = Vec::new();
    for word in rest.split_whitespace() {
        let named = word.split_once(':').and_then(|(name, value)| {
            let option = command.options.iter().find(|option| {
                option.id == name
                    || Lang::ALL.iter().any(|lang| {
                        let label = router.writer(*lang).say(&format!("option-{}", option.id), &[]);
                        fold(&label) == fold(name)
                    })
            })?;
            Some((option.id.to_owned(), value.to_owned()))
        });
        match (named, given.last_mut()) {
            (Some(option), _) => given.push(option),
            // "team:EF Education": the words after a named option belong to it.
            (None, Some((_, value))) => {
                value.push(' ');
                value.push_str(word);
            }
            (None, None) => loose.push(word),
        }
    }
    let mut free = command
        .options
        .iter()
        .filter(|option| !given.iter().any(|(id, _)| id == option.id))
        .collect::<Vec<_>>()
        .into_iter()
        .peekable();
    let mut taken = Vec::new();
    let mut words = loose.into_iter().peekable();
    while let (Some(option), Some(_)) = (free.next(), words.peek()) {
        let whole = free.peek().is_none()
            || matches!(
                option.kind,
                Kind::Text | Kind::Name(_) | Kind::Article | Kind::Episode | Kind::Member
            );
        let count = if whole { usize::MAX } else { 1 };
        let value: Vec<&str> = words.by_ref().take(count).collect();
        taken.push((option.id.to_owned(), value.join(" ")));
    }
    taken.extend(given);
    for (id, value) in &mut taken {
        let option = command.options.iter().find(|option| option.id == id);
        if let Some(Kind::Member | Kind::Channel) = option.map(|option| &option.kind) {
            *value = id_of(value);
        }
    }
    taken
}

/// The id of somebody or of a place, by the name that is typed for them.
#[must_use]
pub fn id_of(name: &str) -> String {
    let bare = name.trim_start_matches(['@', '#']).trim();
    if bare.is_empty() { name } else { bare }.to_lowercase()
}

/// All that can be typed after a slash, in a language.
#[must_use]
pub fn command_names(router: &Router, lang: Lang) -> Vec<String> {
    COMMANDS.iter().map(|command| typed_name(router.writer(lang), command)).collect()
}
