//! Requests: what somebody wants, decoded from whatever platform they are on.

use jiff::Timestamp;

use crate::quiz::Answer;
use crate::text::Lang;

/// What somebody wants, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Who asks.
    pub person: Person,
    /// Where: a channel, a conversation, a terminal.
    pub place: String,
    /// The server of that place; empty where it has none.
    pub server: String,
    /// The language to answer in.
    pub lang: Lang,
    /// Where that is known from.
    pub lang_from: LangFrom,
    /// Whether others are there who may want to play along.
    pub crowd: bool,
    /// Whether they may end what others began.
    pub moderator: bool,
    /// Whether they may change the settings of the server, and delete what is kept of it.
    pub manager: bool,
    /// When they did it, by the platform's clock.
    pub at: Timestamp,
    /// What they want.
    pub action: Action,
}

/// Where the language of a request is known from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LangFrom {
    /// Nothing changes it: it was chosen a moment ago, or is that of a reply that is read on.
    Settled,
    /// The platform tells it of the person, or their words do; what they have set goes before.
    Person,
    /// It is that of the machine they sit at; what they have set goes before, and so do the words of a question.
    Machine,
    /// Nothing tells it: what the person or the server has set goes before.
    Guess,
}

/// Somebody who uses the bot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// As the platform knows them.
    pub id: String,
    /// What to call them.
    pub name: String,
}

/// What somebody wants.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A command with its options.
    Command {
        /// The id of the command in the catalogue.
        id: String,
        /// Option ids with what was given for them.
        options: Vec<(String, String)>,
    },
    /// A command that was pressed on a message of a round, and is meant for no other round.
    InRound {
        /// The id of the round.
        round: String,
        /// The number of the question on that message; 0 where players gather.
        number: usize,
        /// The id of the command in the catalogue.
        id: String,
        /// Option ids with what was given for them.
        options: Vec<(String, String)>,
    },
    /// A question in their own words.
    Ask(String),
    /// An answer to a question of a quiz, given by buttons or menus; what is typed comes as a question and
    /// is read as an answer where one is open.
    Answer {
        /// The id of the round.
        round: String,
        /// The number of the question.
        number: usize,
        /// The answer.
        answer: Answer,
    },
    /// An answer to a question of a quiz, typed where the platform knows for which question.
    Typed {
        /// The id of the round.
        round: String,
        /// The number of the question.
        number: usize,
        /// What was typed.
        text: String,
    },
    /// That something is wrong with a question that was closed.
    Report {
        /// The id of the round.
        round: String,
        /// The number of the question.
        number: usize,
        /// What is wrong, in their words.
        words: String,
    },
    /// To show everybody how one's daily challenge went.
    Share {
        /// Of which day, in days since 1970 in UTC.
        day: i64,
    },
}

impl Action {
    /// The value of an option, if it was given and is not blank.
    #[must_use]
    pub fn option(&self, wanted: &str) -> Option<&str> {
        self.options()
            .iter()
            .find(|(option, _)| option == wanted)
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// Whether any option was given.
    #[must_use]
    pub fn has_options(&self) -> bool {
        !self.options().is_empty()
    }

    fn options(&self) -> &[(String, String)] {
        match self {
            Self::Command { options, .. } | Self::InRound { options, .. } => options,
            _ => &[],
        }
    }
}
