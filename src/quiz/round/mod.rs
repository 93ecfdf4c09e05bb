//! A round: who plays, what was answered, who has how many points. A plain value; every change to it goes
//! through [`Round::step`], and what is to be said about it comes back as effects. Times are milliseconds
//! since 1970.

mod event;
mod forget;
mod lobby;
mod need;
mod score;
mod settings;
mod step;
mod summary;

use serde::{Deserialize, Serialize};

pub use event::{Effect, Event, Hint, Refusal};
pub use forget::Part;
pub use lobby::Lobby;
pub use need::{LEAST_NEED, MOST_NEED};
pub use settings::{Mode, Settings};
pub use summary::{Ending, Fastest, Summary};

use super::answer::Answer;
use super::item::Item;

/// How long after the time is up an answer that was given in time may still arrive.
pub const GRACE: i64 = 1_000;
/// How many questions in a row nobody answers before the round ends by itself.
const QUIET: u32 = 2;
/// How many mistakes a player may make in elimination.
const LIVES: u32 = 3;

/// A question of a round with the time there is for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The question.
    pub item: Item,
    /// The time for it, in milliseconds; 0 where there is no limit.
    pub time: i64,
}

/// Somebody who plays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Player {
    /// Who it is, as the platform knows them.
    pub id: String,
    /// What to call them.
    pub name: String,
    /// Points so far.
    pub points: u32,
    /// Right answers so far.
    pub right: u32,
    /// Right answers in a row up to now.
    pub streak: u32,
    /// The most right answers in a row.
    pub best_streak: u32,
    /// Lives left, in elimination.
    pub lives: u32,
    /// Whether they have left.
    pub left: bool,
    /// How many questions in a row they have not answered: who is away is not waited for.
    pub silent: u32,
    /// How much time they need, in percent of the usual.
    #[serde(default = "usual_need")]
    pub needs: u32,
}

fn usual_need() -> u32 {
    LEAST_NEED
}

/// An answer to the open question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Pending {
    player: usize,
    answer: Answer,
    at: i64,
}

/// An answer to a closed question, as it counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Given {
    /// Who gave it, as the platform knows them.
    pub player: String,
    /// What to call them.
    pub name: String,
    /// What they gave.
    pub answer: Answer,
    /// How long after the question it came, in milliseconds.
    pub after: i64,
    /// Whether a hint was taken.
    pub hinted: bool,
    /// Whether it was right, or of numbers the closest.
    pub right: bool,
    /// What it scored.
    pub points: u32,
}

/// A question that was closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Closed {
    /// Its number, from 1 up.
    pub number: usize,
    /// The question.
    pub item: Item,
    /// The time there was for it, in milliseconds; 0 where there was no limit.
    pub time: i64,
    /// Whether the players skipped it: nobody scored.
    pub skipped: bool,
    /// The answers, earliest first.
    pub given: Vec<Given>,
    /// Who is out after it, in elimination.
    pub out: Vec<String>,
    /// Who had answered before, was there, and gave no answer.
    #[serde(default)]
    pub missed: Vec<Missed>,
}

/// Somebody who let a question pass.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missed {
    /// Who, as the platform knows them.
    pub player: String,
    /// What to call them.
    pub name: String,
}

/// A round of questions in one place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Round {
    id: String,
    settings: Settings,
    starter: String,
    questions: Vec<Question>,
    players: Vec<Player>,
    /// The position of the open question; as many as there are questions once all are closed.
    open: usize,
    opened: i64,
    pending: Vec<Pending>,
    /// Players who took a hint on the open question.
    hinted: Vec<usize>,
    /// Players who want to skip the open question.
    skipping: Vec<usize>,
    quiet: u32,
    closed: Vec<Closed>,
    ending: Option<Ending>,
    /// What is known before it begins; nothing once it has.
    #[serde(default)]
    lobby: Option<Lobby>,
}

impl Round {
    /// A round of these questions, begun by somebody who plays from the start; the first question is open
    /// from `now` on. One without questions is over at once.
    #[must_use]
    pub fn new(
        id: &str,
        settings: Settings,
        questions: Vec<Question>,
        starter: (&str, &str),
        now: i64,
    ) -> Self {
        let ending = questions.is_empty().then_some(Ending::Finished);
        let mut round = Self {
            id: id.to_owned(),
            settings,
            starter: starter.0.to_owned(),
            questions,
            players: Vec::new(),
            open: 0,
            opened: now,
            pending: Vec::new(),
            hinted: Vec::new(),
            skipping: Vec::new(),
            quiet: 0,
            closed: Vec::new(),
            ending,
            lobby: None,
        };
        round.seat(starter.0, starter.1);
        round
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What was agreed on.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// The open question with its number from 1 up; none before the round has begun and after its end.
    #[must_use]
    pub fn open(&self) -> Option<(usize, &Question)> {
        match (&self.ending, &self.lobby) {
            (Some(_), _) | (_, Some(_)) => None,
            (None, None) => self.questions.get(self.open).map(|question| (self.open + 1, question)),
        }
    }

    /// The items that are still to be asked.
    pub fn coming(&self) -> impl Iterator<Item = &Item> {
        let asked = match (self.ending, &self.lobby) {
            (Some(_), _) => self.questions.len(),
            (None, Some(_)) => 0,
            (None, None) => self.open + 1,
        };
        self.questions.iter().skip(asked).map(|question| &question.item)
    }

    /// The question that was open before this one.
    #[must_use]
    pub fn before(&self) -> Option<&Closed> {
        self.closed.last()
    }

    /// When the time for the open question is up; never, where there is no limit.
    #[must_use]
    pub fn deadline(&self) -> Option<i64> {
        let (_, question) = self.open()?;
        (question.time > 0).then(|| self.opened + question.time)
    }

    /// When time brings the next step: the round begins, or the open question is closed. Late deliveries are
    /// waited for.
    #[must_use]
    pub fn due(&self) -> Option<i64> {
        if let Some(lobby) = self.lobby() {
            return Some(lobby.until);
        }
        self.deadline().map(|deadline| deadline + GRACE)
    }

    /// When the open question was opened.
    #[must_use]
    pub fn opened(&self) -> i64 {
        self.opened
    }

    /// How many questions it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.questions.len()
    }

    /// Whether it has no questions.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty()
    }

    /// Who began it, as the platform knows them.
    #[must_use]
    pub fn starter(&self) -> &str {
        &self.starter
    }

    /// Those who play or played, in the order in which they joined.
    #[must_use]
    pub fn players(&self) -> &[Player] {
        &self.players
    }

    /// A player by id.
    #[must_use]
    pub fn player(&self, id: &str) -> Option<&Player> {
        self.players.iter().find(|player| player.id == id)
    }

    /// The questions that were closed, in order.
    #[must_use]
    pub fn closed(&self) -> &[Closed] {
        &self.closed
    }

    /// How it ended, if it has.
    #[must_use]
    pub fn ending(&self) -> Option<Ending> {
        self.ending
    }

    /// How many have answered the open question, of how many who are waited for.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let answered = |index: &usize| self.pending.iter().any(|one| one.player == *index);
        let waited = self.present().filter(|index| !answered(index)).count();
        (self.pending.len(), self.pending.len() + waited)
    }

    /// The answer that a player has given to the open question.
    #[must_use]
    pub fn answer_of(&self, id: &str) -> Option<&Answer> {
        let index = self.players.iter().position(|player| player.id == id)?;
        self.pending.iter().find(|one| one.player == index).map(|one| &one.answer)
    }

    /// Players who can answer and have not been away.
    fn present(&self) -> impl Iterator<Item = usize> {
        self.players
            .iter()
            .enumerate()
            .filter(|(_, player)| self.is_in(player) && player.silent < QUIET)
            .map(|(index, _)| index)
    }

    fn is_in(&self, player: &Player) -> bool {
        !player.left && (self.settings.mode != Mode::Elimination || player.lives > 0)
    }

    fn seat(&mut self, id: &str, name: &str) -> usize {
        self.players.push(Player {
            id: id.to_owned(),
            name: name.to_owned(),
            points: 0,
            right: 0,
            streak: 0,
            best_streak: 0,
            lives: self.settings.lives(),
            left: false,
            silent: 0,
            needs: LEAST_NEED,
        });
        self.players.len() - 1
    }
}
