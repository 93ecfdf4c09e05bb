//! What a button or a menu stands for, as its id: typed, short, and without anything that tells an answer.
//!
//! Any process can read the id after any restart. What cannot be read was not written by this bot, or by another
//! version of it.

use std::fmt;
use std::str::FromStr;

use crate::router::is_fixed;
use crate::text::Lang;

/// Between the parts of an id.
const BETWEEN: char = '|';

/// What a button or a menu stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CustomId {
    /// Another page of the reply to a command.
    Page {
        /// Which, from 0.
        page: usize,
        /// The language of the reply, which is that of who asked and not of who presses.
        lang: Lang,
        /// The command.
        command: String,
        /// Its options.
        options: Vec<(String, String)>,
    },
    /// Another page of a reply that is kept.
    Turn {
        /// Which, from 0.
        page: usize,
        /// What stands for the reply.
        key: u64,
    },
    /// A question of a menu, given as the value that was chosen.
    Ask,
    /// An option of a round for which players gather; the value is the one that was chosen.
    Set(String, Open),
    /// A command of the quiz without options.
    Do(&'static str),
    /// A command for one round, or one question of it.
    In(&'static str, Open),
    /// A command that was asked for, confirmed.
    Confirm(&'static str),
    /// An option of a question, as the answer to it.
    Option(Open, usize),
    /// Several options of a question, given as the values that were chosen.
    Several(Open),
    /// All options of a question in order, given as the value that was chosen: their positions, a digit each.
    Order(Open),
    /// To type an answer.
    Type(Open),
    /// An answer that was typed.
    Typed(Open),
    /// To say what is wrong with a question that was closed.
    Report(Open),
    /// What is wrong with it.
    Reported(Open),
    /// To show everybody one's daily challenge of a day, in days since 1970.
    Share(i64),
}

/// A question of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Open {
    /// The id of the round.
    pub(super) round: String,
    /// The number of the question; 0 where players gather.
    pub(super) number: usize,
}

/// The commands that have a button wherever it stands. An id names one of these and no other.
const BUTTONS: &[&str] = &["quiz", "quiz-replay"];

/// The commands that have a button on the messages of a round, and are for that round alone.
const IN_ROUND: &[&str] = &[
    "practice-stop", "quiz-begin", "quiz-hint", "quiz-join", "quiz-set", "quiz-skip", "quiz-stop",
    "quiz-translate",
];

/// The commands that are confirmed by a button.
const CONFIRMED: &[&str] = &["privacy-delete", "settings-forget"];

/// Whether the reply to a command has pages that anybody may turn: it changes nothing, and says the same to all.
pub(super) fn has_pages(command: &str) -> bool {
    is_fixed(command) || command == "leaderboard"
}

/// An id that this bot did not write.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unreadable;

impl fmt::Display for CustomId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page { page, lang, command, options } => {
                write!(f, "page|{page}|{}|{command}", lang.code())?;
                for (option, value) in options {
                    write!(f, "|{option}={}", value.replace(BETWEEN, " "))?;
                }
                Ok(())
            }
            Self::Turn { page, key } => write!(f, "turn|{page}|{key:016x}"),
            Self::Ask => f.write_str("ask"),
            Self::Set(option, open) => write!(f, "set|{option}|{open}"),
            Self::Do(command) => write!(f, "do|{command}"),
            Self::In(command, open) => write!(f, "do|{command}|{open}"),
            Self::Confirm(command) => write!(f, "confirm|{command}"),
            Self::Option(open, at) => write!(f, "option|{open}|{at}"),
            Self::Several(open) => write!(f, "several|{open}"),
            Self::Order(open) => write!(f, "order|{open}"),
            Self::Type(open) => write!(f, "type|{open}"),
            Self::Typed(open) => write!(f, "typed|{open}"),
            Self::Report(open) => write!(f, "report|{open}"),
            Self::Reported(open) => write!(f, "reported|{open}"),
            Self::Share(day) => write!(f, "share|{day}"),
        }
    }
}

impl fmt::Display for Open {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}|{}", self.round, self.number)
    }
}

impl FromStr for CustomId {
    type Err = Unreadable;

    fn from_str(id: &str) -> Result<Self, Unreadable> {
        let mut parts = id.split(BETWEEN);
        let mut next = || parts.next().ok_or(Unreadable);
        match next()? {
            "page" => {
                let page = next()?.parse().map_err(|_| Unreadable)?;
                let lang = Lang::ALL.into_iter().find({
                    let code = next()?;
                    move |lang| lang.code() == code
                });
                let command = next()?.to_owned();
                if !has_pages(&command) {
                    return Err(Unreadable);
                }
                let options = parts
                    .map(|part| {
                        let (option, value) = part.split_once('=').ok_or(Unreadable)?;
                        Ok((option.to_owned(), value.to_owned()))
                    })
                    .collect::<Result<_, _>>()?;
                Ok(Self::Page { page, lang: lang.ok_or(Unreadable)?, command, options })
            }
            kind => {
                let rest: Vec<&str> = parts.collect();
                short(kind, &rest).ok_or(Unreadable)
            }
        }
    }
}

/// The ids that have a fixed number of parts.
fn short(kind: &str, rest: &[&str]) -> Option<CustomId> {
    let open = |round: &str, number: &str| {
        Some(Open { round: round.to_owned(), number: number.parse().ok()? })
    };
    match (kind, rest) {
        ("turn", [page, key]) if key.len() == 16 => Some(CustomId::Turn {
            page: page.parse().ok()?,
            key: u64::from_str_radix(key, 16).ok()?,
        }),
        ("ask", []) => Some(CustomId::Ask),
        ("do", [command]) => {
            BUTTONS.iter().find(|known| *known == command).copied().map(CustomId::Do)
        }
        ("do", [command, round, number]) => {
            let known = IN_ROUND.iter().find(|known| *known == command)?;
            Some(CustomId::In(known, open(round, number)?))
        }
        ("set", [option, round, number]) => {
            Some(CustomId::Set((*option).to_owned(), open(round, number)?))
        }
        ("confirm", [command]) => {
            CONFIRMED.iter().find(|known| *known == command).copied().map(CustomId::Confirm)
        }
        ("option", [round, number, at]) => {
            Some(CustomId::Option(open(round, number)?, at.parse().ok()?))
        }
        ("several", [round, number]) => Some(CustomId::Several(open(round, number)?)),
        ("order", [round, number]) => Some(CustomId::Order(open(round, number)?)),
        ("type", [round, number]) => Some(CustomId::Type(open(round, number)?)),
        ("typed", [round, number]) => Some(CustomId::Typed(open(round, number)?)),
        ("report", [round, number]) => Some(CustomId::Report(open(round, number)?)),
        ("reported", [round, number]) => Some(CustomId::Reported(open(round, number)?)),
        ("share", [day]) => Some(CustomId::Share(day.parse().ok()?)),
        _ => None,
    }
}
