//! A typed line as what it asks for.

use crate::request::Action;
use crate::router::{COMMANDS, Command, Kind, Opt, Router, find, typed_name};
use crate::text::{Lang, fold, one_typo_or_less, slips};

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
    // "/quiz@roadbook", as other platforms write it.
    let name = name.split('@').next().unwrap_or(name);
    match fold(name).as_str() {
        // Whoever types a slash alone wants to see what can stand behind it.
        "" => {
            return Line::Action(Action::Command { id: "help".to_owned(), options: Vec::new() });
        }
        "as" => return Line::As(rest.trim().to_owned()),
        "lang" | "langue" => return Line::Lang(rest.trim().to_owned()),
        "wait" | "attendre" => return Line::Wait(rest.trim().to_owned()),
        "quit" | "exit" | "quitter" => return Line::Quit,
        _ => {}
    }
    let named = |lang: Lang, command: &Command| typed_name(router.writer(lang), command);
    let line = format!("{name} {rest}");
    let found = find(named, line.trim_end()).or_else(|| Some((almost(router, name)?, rest.trim())));
    match found {
        Some((command, rest)) => Line::Action(Action::Command {
            id: command.id.to_owned(),
            options: options(router, command, rest),
        }),
        None => Line::Unknown(name.to_owned()),
    }
}

/// The only command, in either language, whose name is a letter away from what was typed.
fn almost(router: &Router, name: &str) -> Option<&'static Command> {
    let wanted = fold(name);
    let mut near = COMMANDS.iter().filter(|command| {
        Lang::ALL.iter().any(|lang| {
            let known = fold(&typed_name(router.writer(*lang), command));
            slips(&wanted, &known, 1).is_some() && one_typo_or_less(&wanted, &known)
        })
    });
    near.next().filter(|_| near.next().is_none())
}

/// The options of a command: `name:value` anywhere, and what is left for the others in their order, unless it
/// fits one of them alone. The last of them takes the rest of the line, so that names need no quotes.
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
    let is_free = |option: &&Opt| !given.iter().any(|(id, _)| id == option.id);
    let mut free: Vec<&Opt> = command.options.iter().filter(is_free).collect();
    let mut taken = Vec::new();
    let mut words = loose.into_iter().peekable();
    while let Some(word) = words.peek() {
        let Some(at) = meant(router, &free, word) else { break };
        let option = free.remove(at);
        let count = if free.is_empty() || takes_all(option) { usize::MAX } else { 1 };
        let value = words.by_ref().take(count).collect::<Vec<_>>().join(" ");
        let value = if names(router, option, &value) { "yes".to_owned() } else { value };
        taken.push((option.id.to_owned(), value));
    }
    taken.extend(given);
    for (id, value) in &mut taken {
        let option = command.options.iter().find(|option| option.id == id);
        match option.map(|option| &option.kind) {
            Some(Kind::Member) => *value = person_id(router, value),
            Some(Kind::Channel) => *value = id_of(value),
            _ => {}
        }
    }
    taken
}

/// Which of the free options a word is for: the only one that it fits, if it does not fit the first; none where
/// none is free.
fn meant(router: &Router, free: &[&Opt], word: &str) -> Option<usize> {
    let first = free.first()?;
    if takes_all(first) || fits(router, first, word) {
        return Some(0);
    }
    let mut fitting = (0..).zip(free).filter(|(_, option)| fits(router, option, word));
    match (fitting.next(), fitting.next()) {
        (Some((at, _)), None) => Some(at),
        _ => Some(0),
    }
}

/// Whether an option takes the rest of a line.
fn takes_all(option: &Opt) -> bool {
    matches!(option.kind, Kind::Text | Kind::Name(_) | Kind::Article | Kind::Episode | Kind::Member)
}

/// Whether a word is plainly a value of an option.
fn fits(router: &Router, option: &Opt, word: &str) -> bool {
    match &option.kind {
        Kind::Count => word.trim_end_matches('%').parse::<usize>().is_ok(),
        Kind::OneOf(keys) => {
            keys.iter().any(|key| says(router, key, word)) || names(router, option, word)
        }
        _ => false,
    }
}

/// Whether a word is the name of an option that asks for a yes.
fn names(router: &Router, option: &Opt, word: &str) -> bool {
    let asks = |keys: &[&str]| keys.iter().any(|key| matches!(*key, "choice-yes" | "bonus-yes"));
    matches!(option.kind, Kind::OneOf(keys) if asks(keys))
        && says(router, &format!("option-{}", option.id), word)
}

/// Whether a word is what a key says in either language.
fn says(router: &Router, key: &str, word: &str) -> bool {
    Lang::ALL.iter().any(|lang| fold(&router.writer(*lang).say(key, &[])) == fold(word))
}

/// The id of somebody, by the name that is typed for them. Who gave no name is one person, whatever they are
/// called in a language.
#[must_use]
pub fn person_id(router: &Router, name: &str) -> String {
    let key = "chat-player";
    if says(router, key, name) {
        return id_of(&router.writer(Lang::default()).say(key, &[]));
    }
    id_of(name)
}

/// The id of somebody or of a place, by the name that is typed for them.
#[must_use]
fn id_of(name: &str) -> String {
    let bare = name.trim_start_matches(['@', '#']).trim();
    if bare.is_empty() { name } else { bare }.to_lowercase()
}

/// All that can be typed after a slash, in a language.
#[must_use]
pub fn command_names(router: &Router, lang: Lang) -> Vec<String> {
    COMMANDS.iter().map(|command| typed_name(router.writer(lang), command)).collect()
}
