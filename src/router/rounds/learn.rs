//! What is learnt from a closed question: ratings of players and items, and in practice what is remembered.

use super::Seat;
use crate::quiz::{Answer, Card, Closed, Format, Grade, Item, Rating, learn, review};
use crate::router::{Result, Router};
use crate::store::{self, Outcome, Rated};
use crate::text::Lang;

/// The most that an answer without a limit of time is said to have taken, in milliseconds.
const MINUTE: i64 = 60_000;

/// What is learnt from a closed question.
pub(super) struct Learnt<'a> {
    closed: &'a Closed,
    /// The option that each player chose, by a name that stays the same when options are shuffled.
    chosen: Vec<String>,
    /// The ratings of the players before and after it.
    players: Vec<[Rating; 2]>,
    item: Option<[Rating; 2]>,
    /// In practice, what is remembered now.
    pub card: Option<store::Card>,
}

impl Learnt<'_> {
    /// What each player got.
    pub(super) fn outcomes(&self) -> Vec<Outcome<'_>> {
        let given = self.closed.given.iter().zip(&self.chosen).filter(|_| !self.closed.skipped);
        // Without a limit, hours may go by that say nothing.
        let limited = self.closed.time > 0;
        let answered = given.map(|(given, choice)| Outcome {
            person: &given.player,
            name: &given.name,
            choice,
            correct: given.right,
            points: i64::from(given.points),
            millis: if limited { given.after } else { given.after.min(MINUTE) },
        });
        let missed = self.closed.missed.iter().map(|missed| Outcome {
            person: &missed.player,
            name: &missed.name,
            choice: "",
            correct: false,
            points: 0,
            millis: if limited { self.closed.time } else { MINUTE },
        });
        answered.chain(missed).collect()
    }

    /// The ratings that changed.
    pub(super) fn rated(&self) -> Vec<(Rated, &str, store::Learnt)> {
        let players = self.closed.given.iter().zip(&self.players);
        let mut rated: Vec<_> = players
            .filter(|(given, _)| !given.hinted)
            .map(|(given, rating)| (Rated::Person, given.player.as_str(), learnt(*rating)))
            .collect();
        rated.extend(
            self.item.map(|item| (Rated::Item, self.closed.item.frame.as_str(), learnt(item))),
        );
        rated
    }
}

fn learnt([from, to]: [Rating; 2]) -> store::Learnt {
    store::Learnt { from: kept(from), to: kept(to) }
}

fn kept(rating: Rating) -> store::Rating {
    store::Rating { rating: rating.value, answers: i64::from(rating.answers) }
}

/// A rating as the quiz has it.
pub(super) fn known(rating: store::Rating) -> Rating {
    Rating { value: rating.rating, answers: u32::try_from(rating.answers).unwrap_or(u32::MAX) }
}

impl Router {
    /// Learns from the answers to a question that is about to be closed.
    pub(super) async fn learn<'a>(
        &self,
        seat: &Seat,
        closed: &'a Closed,
        now: i64,
    ) -> Result<Learnt<'a>> {
        let chosen = closed.given.iter().map(|given| self.chosen(&closed.item, &given.answer));
        let chosen = chosen.collect();
        let mut learnt = Learnt { closed, chosen, players: Vec::new(), item: None, card: None };
        if closed.skipped {
            return Ok(learnt);
        }
        let (store, item) = (self.store()?, &closed.item);
        let own = store.rating(Rated::Item, &item.frame).await?;
        let before = own.map_or_else(|| Rating::of(item.difficulty), known);
        let mut own = before;
        for given in &closed.given {
            let player = store.rating(Rated::Person, &given.player).await?;
            let before = player.map(known).unwrap_or_default();
            let mut player = before;
            // With a hint it was another question.
            if !given.hinted {
                learn(&mut player, &mut own, item.guessing(), given.right);
            }
            learnt.players.push([before, player]);
        }
        let unaided = closed.given.iter().any(|given| !given.hinted);
        learnt.item = Some([before, own]).filter(|_| unaided);
        if let Seat::Person(person) = seat {
            learnt.card = self.reviewed(person, closed, now).await?;
        }
        Ok(learnt)
    }

    /// What a person remembers of a fact after they were asked about it.
    async fn reviewed(
        &self,
        person: &str,
        closed: &Closed,
        now: i64,
    ) -> Result<Option<store::Card>> {
        let grade = match closed.given.first() {
            Some(given) => {
                let left = closed.time.saturating_sub(given.after).max(0);
                let share = to_f64(left) / to_f64(closed.time.max(1));
                Grade::of(given.right, given.hinted, share)
            }
            None => Grade::Again,
        };
        let fact = &closed.item.statement;
        let before = self.cards(person).await?;
        let before = before.into_iter().find(|(id, _)| id == fact).map(|(_, card)| card);
        let Some(card) = review(before, grade, now) else { return Ok(None) };
        let state = serde_json::to_string(&card)?;
        Ok(Some(store::Card { fact: fact.clone(), state, due: card.due }))
    }

    /// What a person remembers of facts, by the ids of statements, the next due first.
    pub(in crate::router) async fn cards(&self, person: &str) -> Result<Vec<(String, Card)>> {
        let cards = self.store()?.cards(person).await?;
        let read = |card: store::Card| Ok((card.fact, serde_json::from_str(&card.state)?));
        cards.into_iter().map(read).collect()
    }

    /// An answer by a name that is the same however the options stand. What was typed is not kept, only
    /// whether it was right.
    fn chosen(&self, item: &Item, answer: &Answer) -> String {
        let writer = self.writer(Lang::En);
        let text = |at: &usize| {
            item.choices.get(*at).map(|choice| writer.offer(&choice.offer)).unwrap_or_default()
        };
        match (answer, item.format) {
            (Answer::Options(chosen), Format::Match) => {
                let pairs = item.choices.iter().zip(chosen).map(|(choice, target)| {
                    let target = item.targets.get(*target).map(|target| writer.value(target));
                    format!("{} = {}", writer.offer(&choice.offer), target.unwrap_or_default())
                });
                sorted(pairs.collect())
            }
            (Answer::Options(chosen), Format::Order) => {
                chosen.iter().map(text).collect::<Vec<_>>().join(" < ")
            }
            (Answer::Options(chosen), _) => sorted(chosen.iter().map(text).collect()),
            (Answer::Number(_) | Answer::Text(_), _) => format!("{:?}", item.judge(answer)),
        }
    }
}

fn sorted(mut names: Vec<String>) -> String {
    names.sort();
    names.join(" + ")
}

/// Milliseconds of one question: far below what a float holds exactly.
fn to_f64(millis: i64) -> f64 {
    i32::try_from(millis).map_or(f64::MAX, f64::from)
}
