//! Which lists of cues a question holds: each of its words is looked up once for all of them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::cues;

/// A list of words and runs of words that tell what kind of question it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    Open,
    Closed,
    ClosedRun,
    States,
    Asking,
    Others,
    Status,
    StatusRun,
    AllOfIt,
    Doubts,
    Source,
    Member,
    AtLeast,
    More,
    Less,
    Fits,
    Known,
    Early,
    Middle,
    Refusal,
    Turned,
    Reason,
    Why,
    When,
    Where,
    HowMany,
    Who,
    Team,
}

impl Cue {
    /// The lists, each with what it holds.
    const ALL: [(Self, &'static [&'static str]); 28] = [
        (Self::Open, cues::OPEN),
        (Self::Closed, cues::CLOSED),
        (Self::ClosedRun, cues::CLOSED_RUNS),
        (Self::States, cues::STATES),
        (Self::Asking, cues::ASKING),
        (Self::Others, cues::OTHERS_RUNS),
        (Self::Status, cues::STATUS),
        (Self::StatusRun, cues::STATUS_RUNS),
        (Self::AllOfIt, cues::ALL_OF_IT_RUNS),
        (Self::Doubts, cues::DOUBTS),
        (Self::Source, cues::SOURCE_RUNS),
        (Self::Member, cues::MEMBER_RUNS),
        (Self::AtLeast, cues::AT_LEAST),
        (Self::More, cues::MORE),
        (Self::Less, cues::LESS),
        (Self::Fits, cues::FITS),
        (Self::Known, cues::KNOWN_RUNS),
        (Self::Early, cues::EARLY),
        (Self::Middle, cues::MIDDLE),
        (Self::Refusal, cues::REFUSAL),
        (Self::Turned, cues::TURNED),
        (Self::Reason, cues::REASON),
        (Self::Why, cues::WHY),
        (Self::When, cues::WHEN),
        (Self::Where, cues::WHERE),
        (Self::HowMany, cues::HOW_MANY),
        (Self::Who, cues::WHO),
        (Self::Team, cues::TEAM),
    ];

    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// What begins with a word: the lists that hold it alone, and runs that go on behind it.
#[derive(Debug, Default)]
struct Begun {
    alone: u32,
    runs: Vec<(u32, &'static str)>,
}

/// Of each word with which something in a list begins. It is put together once: there are hundreds of runs, and few begin with a word of a question.
static BEGUN: LazyLock<FxHashMap<&'static str, Begun>> = LazyLock::new(|| {
    let mut all: FxHashMap<&'static str, Begun> = FxHashMap::default();
    for (cue, list) in Cue::ALL {
        for run in list {
            match run.split_once(' ') {
                Some((first, rest)) => {
                    all.entry(first).or_default().runs.push((cue.bit(), rest));
                }
                None => all.entry(run).or_default().alone |= cue.bit(),
            }
        }
    }
    all
});

/// The lists of which the words of a question hold something.
#[derive(Debug)]
pub(super) struct Held {
    /// Those of which something stands anywhere.
    all: u32,
    /// Those that hold each word alone.
    alone: Vec<u32>,
}

impl Held {
    /// Looks the words of a question up.
    pub fn by(words: &[&str]) -> Self {
        let mut held = Self { all: 0, alone: Vec::with_capacity(words.len()) };
        for (at, word) in words.iter().enumerate() {
            let Some(begun) = BEGUN.get(word) else {
                held.alone.push(0);
                continue;
            };
            held.alone.push(begun.alone);
            held.all |= begun.alone;
            let behind = words.get(at + 1..).unwrap_or_default();
            for (bit, rest) in &begun.runs {
                let mut next = behind.iter();
                if held.all & bit == 0 && rest.split(' ').all(|wanted| next.next() == Some(&wanted))
                {
                    held.all |= bit;
                }
            }
        }
        held
    }

    /// Whether something of a list stands anywhere.
    pub fn has(&self, cue: Cue) -> bool {
        self.all & cue.bit() != 0
    }

    /// Whether a list holds the word at a place.
    pub fn is(&self, at: usize, cue: Cue) -> bool {
        self.alone.get(at).is_some_and(|lists| lists & cue.bit() != 0)
    }

    /// The places of the words that a list holds.
    pub fn places(&self, cue: Cue) -> impl Iterator<Item = usize> + '_ {
        let bit = cue.bit();
        self.alone.iter().enumerate().filter(move |(_, lists)| *lists & bit != 0).map(|(at, _)| at)
    }
}
