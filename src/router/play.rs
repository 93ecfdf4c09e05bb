//! The rounds that are running, and what they leave behind.

use std::collections::HashMap;

use jiff::Timestamp;

use super::Router;
use crate::quiz::{
    Closed, Effect, Event, Grade, InMemory, Item, Rating, Records, Round, learn, review,
};
use crate::reply::{Audience, Part, Reply, Writer};
use crate::text::Lang;

const DAY: i64 = 86_400_000;

/// Every round that is running, by place, and the records.
#[derive(Debug)]
pub(super) struct Play {
    /// The rounds of places.
    pub rounds: HashMap<String, Round>,
    /// The rounds in which a person practises alone, by person.
    pub practice: HashMap<String, Round>,
    /// What rounds leave behind.
    pub records: Box<dyn Records>,
}

impl Default for Play {
    fn default() -> Self {
        Self {
            rounds: HashMap::new(),
            practice: HashMap::new(),
            records: Box::<InMemory>::default(),
        }
    }
}

/// Where a round is: in a place, or with one person.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Seat {
    /// For everybody in a place.
    Place(String),
    /// For one person, wherever they are.
    Person(String),
}

/// Something to be said that nobody asked for: the time for a question is up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Where.
    pub seat: Seat,
    /// What.
    pub reply: Reply,
}

impl Play {
    pub fn round(&self, seat: &Seat) -> Option<&Round> {
        match seat {
            Seat::Place(place) => self.rounds.get(place),
            Seat::Person(person) => self.practice.get(person),
        }
    }

    fn round_mut(&mut self, seat: &Seat) -> Option<&mut Round> {
        match seat {
            Seat::Place(place) => self.rounds.get_mut(place),
            Seat::Person(person) => self.practice.get_mut(person),
        }
    }

    fn remove(&mut self, seat: &Seat) {
        match seat {
            Seat::Place(place) => self.rounds.remove(place),
            Seat::Person(person) => self.practice.remove(person),
        };
    }

    /// Notes that the open question of a round was asked.
    pub fn note_open(&mut self, seat: &Seat) {
        let Seat::Place(place) = seat else { return };
        let frame = self.rounds.get(place).and_then(|round| round.open());
        if let Some(frame) = frame.map(|(_, question)| question.item.frame.clone()) {
            self.records.note_seen(place, &frame);
        }
    }

    /// Takes an event into a round and learns from what follows. None where no round is running there.
    pub fn step(&mut self, seat: &Seat, event: Event, now: Timestamp) -> Option<Stepped> {
        let now = now.as_millisecond();
        let round = self.round_mut(seat)?;
        let item = round.open().map(|(_, question)| question.item.clone());
        let mut effects = round.step(event, now);
        let played = round.clone();
        let mut ratings = Vec::new();
        for effect in &effects {
            match effect {
                Effect::Closed(closed) => self.learn(seat, closed, now),
                Effect::Opened => self.note_open(seat),
                Effect::Over(summary) => {
                    if let Seat::Place(place) = seat {
                        self.records.keep_missed(place, summary.missed.clone());
                    }
                    let answered = |id: &str| {
                        let mut given = played.closed().iter().flat_map(|closed| &closed.given);
                        given.any(|given| given.player == id)
                    };
                    for (_, player) in summary.places.iter().filter(|(_, one)| answered(&one.id)) {
                        ratings.push((player.name.clone(), self.records.player(&player.id)));
                    }
                }
                _ => {}
            }
        }
        let round = played;
        let mut practised = None;
        if round.ending().is_some() {
            self.remove(seat);
            if let Seat::Person(person) = seat {
                effects.retain(|effect| !matches!(effect, Effect::Over(_)));
                practised = Some(self.practised(person, &round, now));
            }
        }
        let alone = matches!(seat, Seat::Person(_));
        Some(Stepped { round, item, effects, ratings, practised, alone })
    }

    fn practised(&self, person: &str, round: &Round, now: i64) -> Practised {
        let right = |closed: &&Closed| closed.given.iter().any(|one| one.right);
        let cards = self.records.cards(person);
        Practised {
            right: round.closed().iter().filter(right).count(),
            count: round.closed().len(),
            soon: cards.iter().filter(|(_, card)| card.due <= now + DAY).count(),
        }
    }

    /// Learns from the answers to a question: ratings, and in practice what is remembered.
    fn learn(&mut self, seat: &Seat, closed: &Closed, now: i64) {
        if closed.skipped {
            return;
        }
        let item = &closed.item;
        let begins = Rating::of(item.difficulty);
        let mut own = self.records.frame(&item.frame).unwrap_or(begins);
        for given in &closed.given {
            let mut player = self.records.player(&given.player);
            learn(&mut player, &mut own, item.guessing(), given.right);
            self.records.keep_player(&given.player, player);
        }
        self.records.keep_frame(&item.frame, own);
        let Seat::Person(person) = seat else { return };
        let grade = match closed.given.first() {
            Some(given) => {
                let left = closed.time.saturating_sub(given.after).max(0);
                let share = to_f64(left) / to_f64(closed.time.max(1));
                Grade::of(given.right, given.hinted, share)
            }
            None => Grade::Again,
        };
        let cards = self.records.cards(person);
        let before = cards.into_iter().find(|(id, _)| *id == item.statement).map(|(_, card)| card);
        if let Some(card) = review(before, grade, now) {
            self.records.keep_card(person, &item.statement, card);
        }
    }
}

/// Milliseconds of one question: far below what a float holds exactly.
fn to_f64(millis: i64) -> f64 {
    i32::try_from(millis).map_or(f64::MAX, f64::from)
}

/// How a sitting of practice went.
pub(super) struct Practised {
    /// How many answers were right.
    right: usize,
    /// How many questions there were.
    count: usize,
    /// How many facts come up again within a day.
    soon: usize,
}

/// What an event led to.
pub(super) struct Stepped {
    /// The round after it.
    pub round: Round,
    /// The question that was open before it.
    pub item: Option<Item>,
    /// What follows.
    pub effects: Vec<Effect>,
    /// The ratings of those who played, where it is over.
    pub ratings: Vec<(String, Rating)>,
    /// How it went, where it was practice and is over.
    pub practised: Option<Practised>,
    /// Whether it is practice.
    pub alone: bool,
}

impl Stepped {
    /// What is said: in the writer's language to the person, in the round's to everybody.
    pub fn reply(&self, router: &Router, writer: Writer<'_>) -> Reply {
        let public = router.writer(self.round.settings().lang);
        let mut reply = writer.round(public, &self.round, self.item.as_ref(), &self.effects);
        let parts = if reply.aloud.is_empty() { &mut reply.parts } else { &mut reply.aloud };
        for (name, rating) in self.ratings.iter().filter(|_| !self.alone) {
            let value = public.figures().number(rating.value.round());
            let text =
                public.say("quiz-rating", &[("name", name.into()), ("rating", (&value).into())]);
            parts.push(Part::Text(text));
        }
        if let Some(practised) = &self.practised {
            let counts = [("right", practised.right.into()), ("count", practised.count.into())];
            parts.push(Part::Text(public.say("practice-over", &counts)));
            let soon = [("count", practised.soon.into())];
            parts.push(Part::Text(public.say("practice-next", &soon)));
        }
        if self.alone {
            // Nobody else is to read what a person practises.
            reply.parts.append(&mut reply.aloud);
            reply.audience = Audience::Person;
        }
        reply
    }
}

impl Router {
    /// Everything that is due by time: questions whose time is up are closed, and the next are opened.
    pub fn due(&self, now: Timestamp) -> Vec<Due> {
        let mut play = self.play();
        let places = play.rounds.iter().map(|(place, round)| (Seat::Place(place.clone()), round));
        let people =
            play.practice.iter().map(|(person, round)| (Seat::Person(person.clone()), round));
        let late = |round: &Round| round.due().is_some_and(|due| due <= now.as_millisecond());
        let mut seats: Vec<Seat> =
            places.chain(people).filter(|(_, round)| late(round)).map(|(seat, _)| seat).collect();
        seats.sort_by_key(|seat| format!("{seat:?}"));
        let mut due = Vec::new();
        for seat in seats {
            if let Some(stepped) = play.step(&seat, Event::Ticked, now) {
                let writer = self.writer(stepped.round.settings().lang);
                due.push(Due { seat, reply: stepped.reply(self, writer) });
            }
        }
        due
    }

    /// When something is due next, if anything is running.
    #[must_use]
    pub fn next_due(&self) -> Option<Timestamp> {
        let play = self.play();
        let rounds = play.rounds.values().chain(play.practice.values());
        let first = rounds.filter_map(Round::due).min()?;
        Timestamp::from_millisecond(first).ok()
    }

    /// When the time for each open question is up, with the language in which to say so.
    #[must_use]
    pub fn deadlines(&self) -> Vec<(Lang, Timestamp)> {
        let play = self.play();
        let rounds = play.rounds.values().chain(play.practice.values());
        let deadline = |round: &Round| {
            let at = Timestamp::from_millisecond(round.deadline()?).ok()?;
            Some((round.settings().lang, at))
        };
        rounds.filter_map(deadline).collect()
    }
}
