//! What can happen in a round, and what follows from it.

use super::{Closed, Question, Settings, Summary};
use crate::quiz::answer::Answer;
use crate::quiz::draw::Wanted;

/// Something that somebody did, or that the clock did.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// Answered the open question, or answered otherwise than before.
    Answered {
        /// Who it is, as the platform knows them.
        player: String,
        /// What to call them.
        name: String,
        /// The number of the question that is answered, where the platform tells; else the open one.
        number: Option<usize>,
        /// What they answered.
        answer: Answer,
        /// When they did, by the platform's clock.
        at: i64,
    },
    /// Plays from now on; the open question waits for them.
    Joined {
        /// Who it is, as the platform knows them.
        player: String,
        /// What to call them.
        name: String,
    },
    /// Plays no longer.
    Left {
        /// Who it is.
        player: String,
    },
    /// Needs more time than usual, from the next question on.
    Needs {
        /// Who it is.
        player: String,
        /// How much, in percent of the usual.
        percent: u32,
    },
    /// Wants a hint.
    AskedHint {
        /// Who it is.
        player: String,
    },
    /// Wants to skip the open question.
    VotedSkip {
        /// Who it is.
        player: String,
    },
    /// Wants to end the round.
    Stopped {
        /// Who it is.
        player: String,
        /// Whether they may end rounds of others.
        moderator: bool,
    },
    /// Begins a round for which players gather.
    Begun {
        /// Who it is.
        player: String,
        /// Whether they may begin rounds of others.
        moderator: bool,
    },
    /// Arranges a round otherwise for which players gather.
    Arranged {
        /// Who it is.
        player: String,
        /// Whether they may arrange rounds of others.
        moderator: bool,
        /// How it is played now.
        settings: Settings,
        /// What kind of questions is asked for now.
        wanted: Wanted,
        /// The questions now.
        questions: Vec<Question>,
    },
    /// Time has passed.
    Ticked,
    /// The bot was away: so much time, in milliseconds, does not count.
    Resumed {
        /// How long; less than nothing where the clock was set back.
        away: i64,
    },
}

/// What follows from an event, to be told.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Somebody plays from now on.
    Joined(String),
    /// Somebody plays no longer.
    Left(String),
    /// An answer counts for now.
    Answered {
        /// Who gave it.
        name: String,
        /// What it is.
        answer: Answer,
        /// Whether it took the place of another.
        changed: bool,
    },
    /// A typed name is close to the right one; nothing was counted.
    Near,
    /// A hint for the one who asked.
    Hinted(Hint),
    /// A vote to skip, which needs more.
    SkipVotes {
        /// How many there are.
        votes: usize,
        /// How many it takes.
        needed: usize,
    },
    /// What was wanted cannot be.
    Refused(Refusal),
    /// A question was closed.
    Closed(Box<Closed>),
    /// Players gather.
    Gathered,
    /// The round is arranged otherwise.
    Arranged,
    /// The next question is open.
    Opened,
    /// The round is over.
    Over(Box<Summary>),
}

/// A hint, without its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// This option is wrong.
    NotThis(usize),
    /// This one comes first.
    First(usize),
    /// This option belongs to this target.
    Pair(usize, usize),
    /// What the name begins with.
    Initial,
}

/// Why something cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// They play already.
    PlaysAlready,
    /// They don't play.
    PlaysNot,
    /// They are out.
    Out,
    /// In elimination nobody joins after the first question.
    TooLateToJoin,
    /// The time for the question is up.
    TooLate,
    /// The question was closed a moment ago, before the answer came.
    JustClosed,
    /// Everybody has one try in a race.
    OneTry,
    /// There is no hint for this question, or it was taken already.
    NoHint,
    /// A skip was voted for already.
    VotedAlready,
    /// Only this player, who began the round, or a moderator may end it; nobody but moderators where the name
    /// is empty.
    NotStarter(String),
    /// Only this player, who set the round up, or a moderator may begin or arrange it.
    NotYours(String),
    /// Players still gather.
    NotBegun,
    /// It has begun.
    BegunAlready,
}
