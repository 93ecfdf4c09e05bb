//! A world of one round: players, a Discord between them and the bot, and the processes of the bot one after
//! the other.

mod bot;

use std::collections::BTreeMap;

use jiff::Timestamp;
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::quiz::{Answer, Closed, Round};
use roadbook::reply::Turn;
use roadbook::request::Action;
use roadbook::router::{Router, Seat};

/// When a world begins: 21 November 2026, 12:00 in UTC.
const BEGIN: i64 = 1_795_262_400_000;
/// How long the faults last, in milliseconds.
const STORM: i64 = 40_000;
/// How long after them all has to have gone on.
const CALM: i64 = 60_000;
/// How long the front end tries to say something.
const PATIENCE: i64 = 10_000;
const PLAYERS: usize = 3;

/// Something that happens at a time.
#[derive(Debug, Clone)]
enum What {
    /// A player does something.
    Act(usize),
    /// What a player did reaches the bot.
    Arrive {
        player: usize,
        at: i64,
        action: Action,
    },
    /// Something that a process says reaches the channel; whether the process hears of it.
    Appear {
        life: usize,
        said: Said,
        heard: bool,
    },
    /// A process looks whether anything is due.
    Look {
        life: usize,
        jumped: bool,
    },
    /// A process dies, and another one begins.
    Crash,
    Begin,
    /// The clock of the bot is set.
    Jump,
    /// The storm is over.
    Calm,
}

/// Something that is said in the channel.
#[derive(Debug, Clone)]
struct Said {
    round: String,
    receipt: Option<String>,
    turn: Turn,
    /// The question and how many options it has.
    asks: Option<(usize, usize)>,
}

#[expect(clippy::struct_excessive_bools, reason = "they say nothing of each other")]
pub struct World<'a> {
    processes: &'a [Router],
    chance: ChaCha8Rng,
    seat: Seat,
    name: String,
    /// By Discord's clock, which the players share.
    now: i64,
    /// How far the bot's clock is ahead of it.
    ahead: i64,
    queue: BTreeMap<(i64, u64), What>,
    next: u64,
    /// Which process it is; those before are dead.
    life: usize,
    alive: bool,
    stormy: bool,
    round: String,
    /// What the channel shows.
    shown: Option<(usize, usize)>,
    over: bool,
    /// What was closed, as it was seen last.
    closed: Vec<Closed>,
    /// The version of the round that was checked last.
    checked: Option<i64>,
    /// How often it moved: it began, or closed a question.
    moves: usize,
    moves_in_storm: usize,
    ended: bool,
}

impl<'a> World<'a> {
    pub fn new(processes: &'a [Router], seed: u64) -> Self {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let name = format!("{seed}-{}", chance.random::<u32>());
        Self {
            processes,
            chance,
            seat: Seat::Place(name.clone()),
            name,
            now: BEGIN,
            ahead: 0,
            queue: BTreeMap::new(),
            next: 0,
            life: 0,
            alive: true,
            stormy: true,
            round: String::new(),
            shown: None,
            over: false,
            closed: Vec::new(),
            checked: None,
            moves: 0,
            moves_in_storm: 0,
            ended: false,
        }
    }

    /// Lets everything happen, and looks after each thing whether all is well.
    pub async fn live(mut self) {
        // Nothing is known here of other worlds.
        self.store().drop_beats_after(0).await.unwrap();
        self.happen_all().await;
        self.store().forget_server(&self.name).await.unwrap();
    }

    async fn happen_all(&mut self) {
        let lobby = if self.chance.random_bool(0.3) { "yes" } else { "no" };
        let options = [("count", "4"), ("format", "choice"), ("pace", "50"), ("lobby", lobby)];
        let options = options.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let start = Action::Command { id: "quiz".to_owned(), options: options.to_vec() };
        let reply = self.ask(0, self.now, start).await;
        self.round.clone_from(&reply.played.as_ref().unwrap().round);
        self.say(&reply);
        for player in 0..PLAYERS {
            self.at(1_000, What::Act(player));
        }
        self.at(0, What::Look { life: 0, jumped: false });
        for _ in 0..self.chance.random_range(0..3) {
            let after = self.chance.random_range(0..STORM);
            self.at(after, What::Crash);
        }
        if self.chance.random_bool(0.2) {
            let after = self.chance.random_range(0..STORM);
            self.at(after, What::Jump);
        }
        self.at(STORM, What::Calm);
        while let Some(((time, _), what)) = self.queue.pop_first() {
            if time > BEGIN + STORM + CALM {
                break;
            }
            self.now = time;
            if self.happen(what).await {
                self.check().await;
            }
            if self.has_gone_on() {
                return;
            }
        }
        let (closed, shown) = (self.closed.len(), self.shown);
        panic!("in a minute of calm it did not go on: {closed} closed, {shown:?} shown");
    }

    /// Whether everybody was told that it is over; or at least, after the storm, it has moved and everybody sees
    /// where it is.
    fn has_gone_on(&self) -> bool {
        let moved = !self.stormy && self.moves > self.moves_in_storm;
        let seen = self.shown.is_some_and(|(number, _)| number == self.closed.len() + 1);
        if self.ended { self.over } else { moved && seen }
    }

    fn at(&mut self, after: i64, what: What) {
        self.next += 1;
        self.queue.insert((self.now + after, self.next), what);
    }

    fn router(&self) -> &'a Router {
        &self.processes[self.life % self.processes.len()]
    }

    fn store(&self) -> &'a roadbook::store::Store {
        self.router().store().unwrap()
    }

    /// The bot's clock.
    fn clock(&self) -> Timestamp {
        Timestamp::from_millisecond(self.now + self.ahead).unwrap()
    }

    fn happens(&mut self, chance: f64) -> bool {
        self.stormy && self.chance.random_bool(chance)
    }

    /// How long something takes on its way.
    fn way(&mut self) -> i64 {
        if self.happens(0.15) {
            self.chance.random_range(0..PATIENCE)
        } else {
            self.chance.random_range(5..200)
        }
    }

    /// Lets something happen. Whether it may have changed the round.
    async fn happen(&mut self, what: What) -> bool {
        match what {
            What::Act(player) => {
                self.act(player);
                return false;
            }
            What::Arrive { player, at, action } if self.alive => {
                let reply = self.ask(player, at, action).await;
                self.say(&reply);
            }
            What::Appear { life, said, heard } => {
                if let Some((number, options)) = said.asks
                    && self.shown.is_none_or(|(shown, _)| shown <= number)
                {
                    self.shown = Some((number, options));
                }
                self.over |= said.turn == Turn::Over;
                if heard && self.alive && life == self.life && !self.dies() {
                    self.noted(&said).await;
                }
                return false;
            }
            What::Look { life, jumped } if self.alive && life == self.life => {
                self.look(jumped).await;
            }
            What::Crash => {
                self.beat().await;
                self.die();
                return false;
            }
            What::Begin => {
                (self.alive, self.life) = (true, self.life + 1);
                let due = self.router().resume(self.clock()).await.unwrap();
                for due in due {
                    self.say(&due.reply);
                }
                self.at(0, What::Look { life: self.life, jumped: false });
            }
            What::Jump if self.alive && self.stormy => {
                self.beat().await;
                self.ahead += self.chance.random_range(-30_000..30_000);
                let after = self.chance.random_range(0..1_000);
                self.at(after, What::Look { life: self.life, jumped: true });
            }
            // Nobody is there.
            What::Arrive { .. } | What::Look { .. } | What::Jump => return false,
            What::Calm => {
                self.stormy = false;
                self.moves_in_storm = self.moves;
            }
        }
        true
    }

    /// A player presses something, if anything is to be pressed; it may get lost or come twice.
    fn act(&mut self, player: usize) {
        let after = self.chance.random_range(300..4_000);
        self.at(after, What::Act(player));
        let command = |id: &str| Action::Command { id: id.to_owned(), options: Vec::new() };
        let action = match (self.chance.random_range(0..40), self.shown) {
            _ if self.over => return,
            (0, Some(_)) => command("quiz-skip"),
            (1, Some(_)) => command("quiz-hint"),
            (2, _) => command("quiz-leave"),
            (3, _) => command("quiz-join"),
            (4, None) => command("quiz-begin"),
            (_, None) => return,
            (_, Some((number, options))) => Action::Answer {
                round: self.round.clone(),
                number,
                answer: Answer::Options(vec![self.chance.random_range(0..options)]),
            },
        };
        for _ in 0..if self.happens(0.1) { 2 } else { 1 } {
            if !self.happens(0.1) {
                let (way, at, action) = (self.way(), self.now, action.clone());
                self.at(way, What::Arrive { player, at, action });
            }
        }
    }

    /// What holds after each step.
    async fn check(&mut self) {
        let row = self.store().round(&self.round).await.unwrap().unwrap();
        // A step that changed nothing left everything as it was checked.
        if self.checked.replace(row.version) == Some(row.version) {
            return;
        }
        let round: Round = serde_json::from_str(&row.state).unwrap();
        assert_eq!(row.ended.is_some(), round.ending().is_some());
        assert_eq!(row.deadline, round.due(), "time brings the next step");
        let closed = round.closed();
        assert!(closed.starts_with(&self.closed), "what is closed stays as it is");
        for (number, closed) in closed.iter().enumerate() {
            assert_eq!(closed.number, number + 1, "each closes once, in order");
        }
        for closed in &closed[self.closed.len()..] {
            for given in &closed.given {
                assert!((0..=closed.time).contains(&given.after), "in time: {given:?}");
            }
        }
        for player in round.players() {
            let given = closed.iter().flat_map(|closed| &closed.given);
            let own = given.filter(|given| given.player == player.id);
            assert_eq!(player.points, own.map(|given| given.points).sum::<u32>(), "the fold");
        }
        if let Some((open, _)) = round.open() {
            assert_eq!(open, closed.len() + 1, "one open question");
            let question = i64::try_from(open - 1).unwrap();
            let answers = self.store().answers(&self.round, question).await.unwrap();
            assert_eq!(answers.len(), round.progress().0, "each answer is kept once");
            for (player, answer, _) in answers {
                let answer: Answer = serde_json::from_str(&answer).unwrap();
                assert_eq!(round.answer_of(&player), Some(&answer), "the last change wins");
            }
        }
        self.ended = round.ending().is_some();
        self.moves = closed.len() + usize::from(round.lobby().is_none());
        self.closed = closed.to_vec();
    }
}
