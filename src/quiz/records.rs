//! What is remembered across rounds: what a place has seen and missed, how strong players and how hard items
//! are, what each person is practising. Kept by the caller, behind one interface.

use std::collections::HashMap;

use super::draw::Seen;
use super::item::Item;
use super::practice::Card;
use super::rating::Rating;

/// Keeps what rounds leave behind.
pub trait Records: std::fmt::Debug + Send {
    /// What was asked in a place.
    fn seen(&self, place: &str) -> Seen;
    /// Notes that a frame was asked in a place.
    fn note_seen(&mut self, place: &str, frame: &str);
    /// What nobody had right in the last round of a place.
    fn missed(&self, place: &str) -> Vec<Item>;
    /// Keeps what nobody had right in the last round of a place.
    fn keep_missed(&mut self, place: &str, items: Vec<Item>);
    /// The rating of a player.
    fn player(&self, person: &str) -> Rating;
    /// Keeps the rating of a player.
    fn keep_player(&mut self, person: &str, rating: Rating);
    /// The rating of a frame, if it was ever answered.
    fn frame(&self, frame: &str) -> Option<Rating>;
    /// Keeps the rating of a frame.
    fn keep_frame(&mut self, frame: &str, rating: Rating);
    /// A person's memory of facts, by the ids of statements.
    fn cards(&self, person: &str) -> Vec<(String, Card)>;
    /// Keeps a person's memory of a fact.
    fn keep_card(&mut self, person: &str, statement: &str, card: Card);
}

/// Records that last as long as the process.
#[derive(Debug, Default)]
pub struct InMemory {
    seen: HashMap<String, Seen>,
    missed: HashMap<String, Vec<Item>>,
    players: HashMap<String, Rating>,
    frames: HashMap<String, Rating>,
    cards: HashMap<String, HashMap<String, Card>>,
}

impl Records for InMemory {
    fn seen(&self, place: &str) -> Seen {
        self.seen.get(place).cloned().unwrap_or_default()
    }

    fn note_seen(&mut self, place: &str, frame: &str) {
        self.seen.entry(place.to_owned()).or_default().note(frame);
    }

    fn missed(&self, place: &str) -> Vec<Item> {
        self.missed.get(place).cloned().unwrap_or_default()
    }

    fn keep_missed(&mut self, place: &str, items: Vec<Item>) {
        self.missed.insert(place.to_owned(), items);
    }

    fn player(&self, person: &str) -> Rating {
        self.players.get(person).copied().unwrap_or_default()
    }

    fn keep_player(&mut self, person: &str, rating: Rating) {
        self.players.insert(person.to_owned(), rating);
    }

    fn frame(&self, frame: &str) -> Option<Rating> {
        self.frames.get(frame).copied()
    }

    fn keep_frame(&mut self, frame: &str, rating: Rating) {
        self.frames.insert(frame.to_owned(), rating);
    }

    fn cards(&self, person: &str) -> Vec<(String, Card)> {
        let cards = self.cards.get(person).into_iter().flatten();
        let mut cards: Vec<_> = cards.map(|(id, card)| (id.clone(), *card)).collect();
        cards.sort_by(|left, right| left.0.cmp(&right.0));
        cards
    }

    fn keep_card(&mut self, person: &str, statement: &str, card: Card) {
        self.cards.entry(person.to_owned()).or_default().insert(statement.to_owned(), card);
    }
}
