//! Replies: what the bot says, as plain values in whole sentences, before any platform draws them.

mod amounts;
mod daily;
mod facts;
mod figures;
mod help;
mod lookup;
mod quiz;
mod spans;
mod words;

pub use amounts::count;
pub use daily::{Challenge, marks};
pub use figures::Figures;
pub use lookup::{capitalised, shortened};
pub use quiz::{example, letter};
pub use spans::Span;
pub use words::{Arg, Words};

use crate::facts::{Facts, Lang, Status};

/// What the bot says to one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Its parts, in order.
    pub parts: Vec<Part>,
    /// Who sees them where several people listen.
    pub audience: Audience,
    /// What everybody in the place is told besides, after what the person alone reads.
    pub aloud: Vec<Part>,
    /// The round that it is part of, for a front end that keeps the messages of rounds up to date.
    pub played: Option<Box<Played>>,
    /// Whether what tells how the race ended is covered, where the platform can.
    pub covered: bool,
    /// Which leaf of a longer reply it is: the others are read by the same command.
    pub leaf: Option<Leaf>,
}

/// A leaf of a longer reply, of which each is fetched by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Its number, from 1 up, as the option `page` of the command has it.
    pub page: usize,
    /// How many there are.
    pub of: usize,
    /// That in words, with what to type for the next one.
    pub hint: String,
}

/// What becomes of a round with a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Played {
    /// The id of the round.
    pub round: String,
    /// How many questions were closed, with this step.
    pub closed: usize,
    /// Whether one person plays it alone: as practice, or as the daily challenge.
    pub alone: bool,
    /// Whether it is somebody's daily challenge.
    pub daily: bool,
    /// The language of what everybody reads.
    pub lang: Lang,
    /// What became of it.
    pub turn: Turn,
    /// The message in which it is shown, in the front end's own words.
    pub shown: Option<String>,
    /// What to give back once the reply has been said, where it has news for everybody.
    pub receipt: Option<String>,
}

/// What becomes of a round that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Nothing that changes the question.
    Same,
    /// Its next question is asked.
    Asked,
    /// It goes on after a restart, with the same question and the time that was left.
    Resumed,
    /// It is over.
    Over,
}

/// Who sees a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everybody in the place.
    Everybody,
    /// The person alone.
    Person,
}

/// A part of a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// What the reply is about.
    Title(String),
    /// One or more whole sentences.
    Text(String),
    /// A whole sentence with people, channels or times in it.
    Line(Vec<Span>),
    /// A fact with its standing and its source.
    Fact(Fact),
    /// The first of several facts, which answers by itself.
    Lead(Item),
    /// Facts of one kind under a heading.
    List(List),
    /// Which article each number in square brackets stands for.
    Legend(String),
    /// Things that can be typed next.
    Hints(Vec<Hint>),
    /// A question of a quiz, to be answered.
    Question(Asked),
    /// A round for which players gather.
    Gathering(Gathering),
    /// Options to choose from, each by itself.
    Choosing(Vec<Choosing>),
    /// The result of a daily challenge.
    Grid(Grid),
    /// A text to keep.
    File(File),
    /// Something that is done only once it is confirmed.
    Confirm(Confirm),
}

/// The result of a daily challenge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The lines that people copy.
    pub text: String,
    /// What else there is to say of it, a line each.
    pub notes: Vec<String>,
    /// That another challenge comes, and when, in milliseconds since 1970.
    pub next: Option<(String, i64)>,
    /// The day by which it can be shown to everybody, where it can.
    pub share: Option<i64>,
}

/// A round for which players gather.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathering {
    /// The id of the round.
    pub round: String,
    /// Whose round it is.
    pub title: String,
    /// What will be played.
    pub what: String,
    /// Who is there.
    pub players: String,
    /// How to play along by typing.
    pub how: String,
    /// When it begins by itself, in milliseconds since 1970.
    pub until: i64,
}

/// An option to choose a value for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosing {
    /// The id of the round that it is an option of.
    pub round: String,
    /// The id of the option.
    pub option: String,
    /// What it is.
    pub label: String,
    /// The values, each with what it is called.
    pub values: Vec<(String, String)>,
    /// The value that is chosen now.
    pub chosen: String,
    /// All that in a line, for platforms without menus; the value that is chosen stands in brackets.
    pub line: String,
}

/// A text to keep, as a file where the platform has files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What it is, in a few words.
    pub about: String,
    /// What is in it.
    pub text: String,
}

/// Something that is done only once it is confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirm {
    /// The command that does it, if its option `confirm` says yes.
    pub command: &'static str,
    /// What it does, in a word or two.
    pub label: String,
    /// How to do it by typing.
    pub hint: String,
}

/// A question of a quiz as it is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The id of the round.
    pub round: String,
    /// Its number in the round, from 1 up.
    pub number: usize,
    /// "Question 2 of 5".
    pub title: String,
    /// What is asked.
    pub prompt: String,
    /// How it is answered.
    pub way: Way,
    /// The options; none where the answer is typed.
    pub options: Vec<Offered>,
    /// What the options are to be matched with; none in other formats.
    pub targets: Vec<Offered>,
    /// How to answer, and how long there is, in a sentence or two.
    pub how: String,
    /// When the time is up, in milliseconds since 1970; 0 where there is no limit.
    pub until: i64,
}

/// An option as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The letter or number by which it is chosen.
    pub mark: String,
    /// What it says.
    pub text: String,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By one option.
    One,
    /// By one or more options.
    Several,
    /// By all options in order.
    Order,
    /// By a target for each option.
    Pairs,
    /// By a number.
    Number,
    /// By a name.
    Name,
}

/// Something to know before relying on a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it tells: the status, how it turned out.
    pub name: String,
    /// That.
    pub text: String,
    /// Both as one line.
    pub line: String,
}

/// A fact as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The fact, one sentence.
    pub text: String,
    /// How sure it is, where it is not plainly confirmed; decides the colour.
    pub status: Status,
    /// The standing in words: status, what superseded it, what contradicts it, how it was worked out.
    pub notes: Vec<Note>,
    /// Where it was read.
    pub source: String,
    /// Whether it gives away the result of a race.
    pub spoiler: bool,
}

/// Facts of one kind under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// What they have in common.
    pub heading: String,
    /// One line each.
    pub items: Vec<Item>,
}

impl List {
    /// Lines that are no facts.
    #[must_use]
    pub fn plain(heading: String, lines: impl IntoIterator<Item = String>) -> Self {
        Self { heading, items: lines.into_iter().map(lookup::plain).collect() }
    }
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The line.
    pub text: String,
    /// How sure it is.
    pub status: Status,
    /// The status in words, where it is not plainly confirmed.
    pub note: Option<String>,
    /// The paragraphs that it was read in: "[1 § 2]".
    pub cited: Option<String>,
    /// A sentence more about it.
    pub detail: Option<String>,
    /// Whether it gives away the result of a race.
    pub spoiler: bool,
}

/// Something that can be typed next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What to type.
    pub input: String,
    /// What it does.
    pub meaning: String,
}

impl Reply {
    /// A reply to everybody.
    #[must_use]
    pub fn new(parts: Vec<Part>) -> Self {
        Self {
            parts,
            audience: Audience::Everybody,
            aloud: Vec::new(),
            played: None,
            covered: false,
            leaf: None,
        }
    }

    /// A reply to the person alone.
    #[must_use]
    pub fn private(parts: Vec<Part>) -> Self {
        Self { audience: Audience::Person, ..Self::new(parts) }
    }

    /// One or more sentences to the person alone.
    #[must_use]
    pub fn note(text: String) -> Self {
        Self::private(vec![Part::Text(text)])
    }
}

/// Writes replies in one language from one fact set.
#[derive(Debug, Clone, Copy)]
pub struct Writer<'a> {
    facts: &'a Facts,
    words: &'a Words,
    lang: Lang,
}

impl<'a> Writer<'a> {
    /// A writer in a language.
    #[must_use]
    pub fn new(facts: &'a Facts, words: &'a Words, lang: Lang) -> Self {
        Self { facts, words, lang }
    }

    /// The language that it writes.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A sentence of the catalogue.
    #[must_use]
    pub fn say(&self, key: &str, arguments: &[(&str, Arg<'_>)]) -> String {
        self.words.say(self.lang, key, arguments)
    }

    /// Numbers, dates and lists of this language.
    #[must_use]
    pub fn figures(&self) -> &'a Figures {
        self.words.figures(self.lang)
    }
}

#[cfg(test)]
mod tests;
