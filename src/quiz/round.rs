//! A round: who plays, what was answered, who has how many points. A plain value; every change to it
//! goes through [`Round::step`], and what is to be said about it comes back as effects.

use super::item::Item;

/// Somebody who plays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Player {
    /// Who it is, as the platform knows them.
    pub id: String,
    /// What to call them.
    pub name: String,
    /// Points so far: one for each right answer.
    pub points: usize,
    /// The position of the option chosen for the open question.
    chosen: Option<usize>,
}

/// A round of questions in one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    items: Vec<Item>,
    /// The open question; as many as there are items once the round is over.
    open: usize,
    players: Vec<Player>,
    stopped: bool,
}

/// Something that somebody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Chose an option of the open question, or another one than before.
    Chosen {
        /// Who it is, as the platform knows them.
        player: String,
        /// What to call them.
        name: String,
        /// The position of the option.
        option: usize,
    },
    /// Plays from now on; the open question waits for them.
    Joined {
        /// Who it is, as the platform knows them.
        player: String,
        /// What to call them.
        name: String,
    },
    /// Closed the open question.
    Skipped,
    /// Ended the round.
    Stopped,
}

/// What follows from an event, to be told.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Somebody plays from now on.
    Joined(String),
    /// Somebody wants to join who plays already.
    PlaysAlready(String),
    /// Somebody has answered.
    Answered(String),
    /// Somebody has changed the answer.
    Changed(String),
    /// The option does not exist; the last one that does is at this position.
    NoSuchOption(usize),
    /// A question was closed.
    Closed(Box<Played>),
    /// The next question is open.
    Opened,
    /// The round is over.
    Over,
}

/// A question that was closed.
#[derive(Debug, Clone, PartialEq)]
pub struct Played {
    /// The question.
    pub item: Item,
    /// The names of those who had it right.
    pub right: Vec<String>,
}

impl Round {
    /// A round of these items, started by somebody who plays from the start.
    #[must_use]
    pub fn new(items: Vec<Item>, starter: &str, name: &str) -> Self {
        let starter = Player { id: starter.into(), name: name.into(), points: 0, chosen: None };
        Self { items, open: 0, players: vec![starter], stopped: false }
    }

    /// The open question with its number from 1 up, unless the round is over.
    #[must_use]
    pub fn open(&self) -> Option<(usize, &Item)> {
        if self.stopped {
            None
        } else {
            self.items.get(self.open).map(|item| (self.open + 1, item))
        }
    }

    /// How many questions it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether it has no questions.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Who started it.
    #[must_use]
    pub fn starter(&self) -> Option<&Player> {
        self.players.first()
    }

    /// Those who play, most points first; of equals the one who joined first.
    #[must_use]
    pub fn ranking(&self) -> Vec<&Player> {
        let mut players: Vec<&Player> = self.players.iter().collect();
        players.sort_by_key(|player| std::cmp::Reverse(player.points));
        players
    }

    /// Takes an event in and tells what follows from it. After the end nothing follows from anything.
    pub fn step(&mut self, event: Event) -> Vec<Effect> {
        let Some((_, item)) = self.open() else { return Vec::new() };
        match event {
            Event::Chosen { player, name, option } => {
                if option >= item.choices.len() {
                    return vec![Effect::NoSuchOption(item.choices.len().saturating_sub(1))];
                }
                let mut effects = self.choose(player, name, option);
                if self.players.iter().all(|player| player.chosen.is_some()) {
                    effects.extend(self.close());
                }
                effects
            }
            Event::Joined { player, name } => {
                if self.players.iter().any(|one| one.id == player) {
                    return vec![Effect::PlaysAlready(name)];
                }
                self.players.push(Player {
                    id: player,
                    name: name.clone(),
                    points: 0,
                    chosen: None,
                });
                vec![Effect::Joined(name)]
            }
            Event::Skipped => self.close(),
            Event::Stopped => {
                self.stopped = true;
                vec![Effect::Over]
            }
        }
    }

    fn choose(&mut self, id: String, name: String, option: usize) -> Vec<Effect> {
        if let Some(player) = self.players.iter_mut().find(|player| player.id == id) {
            let before = player.chosen.replace(option);
            player.name.clone_from(&name);
            return vec![if before.is_some() {
                Effect::Changed(name)
            } else {
                Effect::Answered(name)
            }];
        }
        self.players.push(Player { id, name: name.clone(), points: 0, chosen: Some(option) });
        vec![Effect::Joined(name.clone()), Effect::Answered(name)]
    }

    fn close(&mut self) -> Vec<Effect> {
        let Some(item) = self.items.get(self.open).cloned() else { return Vec::new() };
        let key = item.key();
        let mut right = Vec::new();
        for player in &mut self.players {
            let chosen = player.chosen.take();
            if chosen.is_some() && chosen == key {
                player.points += 1;
                right.push(player.name.clone());
            }
        }
        self.open += 1;
        let next = if self.open < self.items.len() { Effect::Opened } else { Effect::Over };
        vec![Effect::Closed(Box::new(Played { item, right })), next]
    }
}
