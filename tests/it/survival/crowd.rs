//! The crowd: eight players in each of sixteen channels, who press what they see, and remember what they were
//! told.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::Instant;

use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use crate::discord::payload::{self, Who};
use crate::discord::standin::{Answer, StandIn};

/// How many rounds are played at once.
pub const CHANNELS: u64 = 16;
/// How many play in each.
pub const PLAYERS: u64 = 8;
/// The first channel; its players have ids from ten times it up.
const FIRST: u64 = 810;

/// After how many refusals in a row a round is taken to be over.
const REFUSALS: usize = 6;

/// A question that is shown.
#[derive(Clone, PartialEq)]
struct Shown {
    round: String,
    number: usize,
    options: Vec<String>,
}

/// A press of an option.
#[derive(Clone)]
pub struct Press {
    pub round: String,
    pub number: usize,
    pub player: String,
    pub option: usize,
    pub fate: Fate,
}

/// What became of a press.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It was not answered, or not to that end: it may count or not.
    Unknown,
    /// It was said that it counts.
    Noted,
    /// It was said that it does not.
    Refused,
}

/// What the crowd sees and remembers.
pub struct Crowd {
    standin: StandIn,
    chance: ChaCha8Rng,
    shown: BTreeMap<u64, Shown>,
    /// Where the last round seems to be over.
    over: HashSet<u64>,
    /// How often in a row presses were refused.
    refusals: HashMap<u64, usize>,
    /// Who answered what is shown, as far as is known.
    answered: HashMap<u64, HashSet<u64>>,
    /// Where each round is.
    pub homes: HashMap<String, u64>,
    /// By id, which is the order in which they were made.
    pub presses: BTreeMap<u64, Press>,
    /// What was not answered yet, with its channel.
    waiting: HashMap<u64, u64>,
    /// When anything was answered first, since that was last forgotten.
    pub heard_at: Option<Instant>,
    /// When a round was last asked for in a channel.
    asked: HashMap<u64, Instant>,
    /// How far the messages of the stand-in were read.
    read: [usize; 3],
    /// Whether new rounds are begun where none is.
    pub begins: bool,
    /// How often each question was said anew.
    pub said: HashMap<(String, usize), usize>,
}

/// The question that a message shows, if it does.
fn question(body: &Value) -> Option<Shown> {
    let rows = body["components"].as_array()?;
    let ids = rows.iter().flat_map(|row| row["components"].as_array().cloned().unwrap_or_default());
    let mut shown = Shown { round: String::new(), number: 0, options: Vec::new() };
    for id in ids {
        let id = id["custom_id"].as_str().unwrap_or_default().to_owned();
        let parts: Vec<&str> = id.split('|').collect();
        if let ["option", round, number, _] = parts[..] {
            round.clone_into(&mut shown.round);
            shown.number = number.parse().unwrap();
            shown.options.push(id);
        }
    }
    (!shown.options.is_empty()).then_some(shown)
}

impl Crowd {
    pub fn new(standin: &StandIn, chance: ChaCha8Rng) -> Self {
        Self {
            standin: standin.clone(),
            chance,
            shown: BTreeMap::new(),
            over: HashSet::new(),
            refusals: HashMap::new(),
            answered: HashMap::new(),
            homes: HashMap::new(),
            presses: BTreeMap::new(),
            waiting: HashMap::new(),
            heard_at: None,
            asked: HashMap::new(),
            read: [0; 3],
            begins: true,
            said: HashMap::new(),
        }
    }

    /// Sees a question in a channel, in a new message or an old one.
    fn see(&mut self, channel: Option<u64>, body: &Value, new: bool) {
        let Some(shown) = question(body) else { return };
        let Some(channel) = channel.or_else(|| self.homes.get(&shown.round).copied()) else {
            return;
        };
        self.homes.insert(shown.round.clone(), channel);
        if new {
            *self.said.entry((shown.round.clone(), shown.number)).or_default() += 1;
        }
        let known = self.shown.get(&channel);
        let later =
            known.is_none_or(|known| known.round != shown.round || known.number < shown.number);
        if later {
            self.answered.remove(&channel);
            self.refusals.remove(&channel);
            self.over.remove(&channel);
            self.shown.insert(channel, shown);
        }
    }

    /// Reads what came since the last look. Gives the latency of an answer that was noted, if one was.
    pub fn look(&mut self) -> Option<Instant> {
        let [posts, follow_ups, edits] = self.read;
        let (new_posts, new_follow_ups, new_edits, answers) = self.standin.know(|inner| {
            let done = self.waiting.keys().filter_map(|id| {
                let known = &inner.interactions[id];
                Some((*id, known.first.clone()?, known.sent))
            });
            (
                inner.posts[posts..].to_vec(),
                inner.follow_ups[follow_ups..].to_vec(),
                inner.edits[edits..].to_vec(),
                done.collect::<Vec<_>>(),
            )
        });
        self.read =
            [posts + new_posts.len(), follow_ups + new_follow_ups.len(), edits + new_edits.len()];
        for (channel, body) in &new_posts {
            self.see(Some(*channel), body, true);
        }
        for body in &new_follow_ups {
            self.see(None, body, true);
        }
        for (_, body) in &new_edits {
            self.see(None, body, false);
        }
        let mut noted = None;
        for (id, answer, sent) in answers {
            let answered = sent + answer.after;
            self.heard_at = Some(self.heard_at.map_or(answered, |before| before.min(answered)));
            if let Some(channel) = self.waiting.remove(&id)
                && self.heard(id, channel, &answer)
            {
                noted = Some(sent + answer.after).min(noted.or(Some(sent + answer.after)));
            }
        }
        noted
    }

    /// Takes in what was said to a press or a command. Whether an answer was noted.
    fn heard(&mut self, id: u64, channel: u64, answer: &Answer) -> bool {
        self.see(Some(channel), &answer.data, true);
        let text = answer.text();
        assert!(!text.contains("Something went wrong"), "{text}");
        if text.contains("The round is over") {
            self.over.insert(channel);
        }
        if text.contains("A round is running here already") {
            self.over.remove(&channel);
        }
        let Some(press) = self.presses.get_mut(&id) else { return false };
        let noted = text.contains("Your answer:");
        if noted || (!answer.private() && !text.is_empty()) {
            press.fate = Fate::Noted;
            self.refusals.remove(&channel);
        } else if answer.private() {
            press.fate = Fate::Refused;
            // What is shown may be over: perhaps nobody was told, because who should have told it is dead.
            let refusals = self.refusals.entry(channel).or_default();
            *refusals += 1;
            if *refusals >= REFUSALS {
                self.over.insert(channel);
            }
        }
        noted
    }

    /// Somebody presses something somewhere; where nothing is shown, somebody begins a round.
    pub fn press(&mut self) {
        for _ in 0..CHANNELS {
            let channel = FIRST + self.chance.random_range(0..CHANNELS);
            let shown = self.shown.get(&channel).filter(|_| !self.over.contains(&channel));
            let Some(shown) = shown.cloned() else {
                self.begin(channel);
                continue;
            };
            return self.press_in(channel, shown);
        }
    }

    fn press_in(&mut self, channel: u64, shown: Shown) {
        let done = self.answered.entry(channel).or_default();
        let fresh: Vec<u64> = (0..PLAYERS).filter(|player| !done.contains(player)).collect();
        // Most answer once; some change their minds.
        let player = if fresh.is_empty() || self.chance.random_bool(0.2) {
            self.chance.random_range(0..PLAYERS)
        } else {
            fresh[self.chance.random_range(0..fresh.len())]
        };
        done.insert(player);
        if fresh.is_empty() {
            // All have pressed, and yet it is open: some presses got lost.
            done.clear();
        }
        let option = self.chance.random_range(0..shown.options.len());
        let who = who(channel, player);
        let made = payload::press(&who, &shown.options[option], None);
        let id = self.standin.interact(3, made);
        self.waiting.insert(id, channel);
        let press = Press {
            round: shown.round,
            number: shown.number,
            player: who.id.to_string(),
            option,
            fate: Fate::Unknown,
        };
        self.presses.insert(id, press);
    }

    fn begin(&mut self, channel: u64) {
        let lately = self.asked.get(&channel).is_some_and(|at| at.elapsed().as_millis() < 1_500);
        if lately || !self.begins {
            return;
        }
        self.asked.insert(channel, Instant::now());
        let options = [
            ("count", json!(5)),
            ("format", json!("choice")),
            ("pace", json!(400)),
            ("lobby", json!("no")),
        ];
        let made = payload::interaction(&who(channel, 0), payload::slash("quiz start", &options));
        let id = self.standin.interact(2, made);
        self.waiting.insert(id, channel);
    }
}

fn who(channel: u64, player: u64) -> Who {
    let id = channel * 10 + player;
    Who { id, name: "Somebody", locale: "en-GB", channel, guild: Some(901) }
}
