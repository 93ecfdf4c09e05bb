//! What is said of a step, and what was said of an earlier one, for whoever has to say it again.

use jiff::Timestamp;

use super::{Live, Seat, keep, learn};
use crate::quiz::{Closed, Effect, Item, Rating, Round};
use crate::reply::{Audience, Part, Played, Reply, Turn, Writer};
use crate::router::{Result, Router};
use crate::store::Rated;

const DAY: i64 = 86_400_000;

/// What an event led to.
pub(in crate::router) struct Stepped {
    seat: Seat,
    /// The round after it.
    pub round: Round,
    /// The question that was open before it.
    item: Option<Item>,
    /// What follows.
    effects: Vec<Effect>,
    /// Whether the end follows.
    over: bool,
    /// The message in which the round is shown.
    shown: Option<String>,
    /// The ratings of those who played, where it is over.
    ratings: Vec<(String, Rating)>,
    /// How it went, where it was practice and is over.
    practised: Option<Practised>,
}

/// How a sitting of practice went.
struct Practised {
    /// How many answers were right.
    right: usize,
    /// How many questions there were.
    count: usize,
    /// How many facts come up again within a day.
    soon: usize,
}

impl Stepped {
    pub(super) fn new(
        seat: &Seat,
        round: Round,
        item: Option<Item>,
        effects: Vec<Effect>,
        shown: Option<String>,
    ) -> Self {
        let seat = seat.clone();
        let over = effects.iter().any(|effect| matches!(effect, Effect::Over(_)));
        Self { seat, round, item, effects, over, shown, ratings: Vec::new(), practised: None }
    }

    /// What is to be said once more: that so many questions of a round are closed, or that it has ended
    /// without one being closed.
    pub(super) fn again(seat: &Seat, live: Live, closed: Option<usize>) -> Self {
        let round = live.round;
        let last = closed.and_then(|closed| round.closed().get(closed.checked_sub(1)?)).cloned();
        let item = last.as_ref().map(|closed| closed.item.clone());
        let mut effects: Vec<Effect> = Vec::new();
        effects.extend(last.map(|closed| Effect::Closed(Box::new(closed))));
        // What came later is said by itself.
        if closed.is_none_or(|closed| closed == round.closed().len()) {
            effects.push(match round.ending() {
                Some(_) => Effect::Over(Box::new(round.summary())),
                None => Effect::Opened,
            });
        }
        Self::new(seat, round, item, effects, live.shown)
    }

    /// Whether it is practice.
    fn alone(&self) -> bool {
        matches!(self.seat, Seat::Person(_))
    }

    /// What is said: in the writer's language to the person, in the round's to everybody.
    pub(in crate::router) fn reply(&self, router: &Router, writer: Writer<'_>) -> Reply {
        let public = router.writer(self.round.settings().lang);
        let mut reply = writer.round(public, &self.round, self.item.as_ref(), &self.effects);
        let parts = if reply.aloud.is_empty() { &mut reply.parts } else { &mut reply.aloud };
        for (name, rating) in self.ratings.iter().filter(|_| !self.alone()) {
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
        if self.alone() {
            // Nobody else is to read what a person practises.
            reply.parts.append(&mut reply.aloud);
            reply.audience = Audience::Person;
        }
        reply.played = Some(Box::new(self.played()));
        reply
    }

    fn played(&self) -> Played {
        let closed = self.effects.iter().find_map(|effect| match effect {
            Effect::Closed(closed) => Some(closed.number),
            _ => None,
        });
        let news = closed.is_some() || self.over;
        let opened = self.effects.contains(&Effect::Opened);
        Played {
            round: self.round.id().to_owned(),
            closed: self.round.closed().len(),
            alone: self.alone(),
            lang: self.round.settings().lang,
            turn: if self.over {
                Turn::Over
            } else if opened {
                Turn::Asked
            } else {
                Turn::Same
            },
            shown: self.shown.clone(),
            receipt: news.then(|| keep::key(self.round.id(), closed)),
        }
    }
}

impl Router {
    /// Adds what the end of a round looks back on.
    pub(super) async fn look_back(
        &self,
        seat: &Seat,
        stepped: &mut Stepped,
        now: Timestamp,
    ) -> Result<()> {
        let over = stepped.effects.iter().find_map(|effect| match effect {
            Effect::Over(summary) => Some(summary),
            _ => None,
        });
        let Some(summary) = over else { return Ok(()) };
        let round = &stepped.round;
        match seat {
            Seat::Place(_) => {
                let mut given = round.closed().iter().flat_map(|closed| &closed.given);
                let answered: Vec<&str> =
                    given.by_ref().map(|given| given.player.as_str()).collect();
                for (_, player) in &summary.places {
                    if answered.contains(&player.id.as_str()) {
                        let rating = self.store()?.rating(Rated::Person, &player.id).await?;
                        let rating = rating.map(learn::known).unwrap_or_default();
                        stepped.ratings.push((player.name.clone(), rating));
                    }
                }
            }
            Seat::Person(person) => {
                let right = |closed: &&Closed| closed.given.iter().any(|one| one.right);
                let cards = self.cards(person).await?;
                let tomorrow = now.as_millisecond() + DAY;
                stepped.practised = Some(Practised {
                    right: round.closed().iter().filter(right).count(),
                    count: round.closed().len(),
                    soon: cards.iter().filter(|(_, card)| card.due <= tomorrow).count(),
                });
                stepped.effects.retain(|effect| !matches!(effect, Effect::Over(_)));
            }
        }
        Ok(())
    }
}
