//! What is said of a step, and what was said of an earlier one, for whoever has to say it again.

use jiff::Timestamp;

use super::keep::News;
use super::{Live, Seat, learn};
use crate::quiz::{Closed, Effect, Item, Rating, Round};
use crate::reply::{Audience, Challenge, Part, Played, Reply, Turn, Writer};
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
    /// What of it everybody is to be told.
    news: Option<News>,
    /// Whether the end follows.
    over: bool,
    /// The message in which the round is shown.
    shown: Option<String>,
    /// The ratings of those who played, where it is over.
    ratings: Vec<(String, Rating)>,
    /// How it went, where it was practice and is over.
    practised: Option<Practised>,
    /// How it went, where it was a daily challenge and is over.
    grid: Option<Challenge>,
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
        let news = News::of(&round, &effects);
        let over = effects.iter().any(|effect| matches!(effect, Effect::Over(_)));
        let (ratings, practised, grid) = (Vec::new(), None, None);
        Self { seat, round, item, effects, news, over, shown, ratings, practised, grid }
    }

    /// What is to be said of news that were not said when they were new, if they still are any.
    pub(super) fn again(seat: &Seat, live: Live, news: News) -> Option<Self> {
        let round = live.round;
        let closed = match news {
            News::Gathering => round.lobby().map(|_| 0)?,
            News::Closed(closed) => closed,
            News::Ended => round.closed().len(),
        };
        let last = match news {
            News::Closed(closed) => {
                closed.checked_sub(1).and_then(|index| round.closed().get(index)).cloned()
            }
            News::Gathering | News::Ended => None,
        };
        let item = last.as_ref().map(|closed| closed.item.clone());
        let mut effects: Vec<Effect> = Vec::new();
        effects.extend(last.map(|closed| Effect::Closed(Box::new(closed))));
        // What came later is said by itself.
        if closed == round.closed().len() {
            effects.push(match (round.ending(), round.lobby()) {
                (Some(_), _) => Effect::Over(Box::new(round.summary())),
                (None, Some(_)) => Effect::Gathered,
                (None, None) => Effect::Opened,
            });
        }
        (!effects.is_empty()).then(|| Self::new(seat, round, item, effects, live.shown))
    }

    /// What is said: in the writer's language to the person, in the round's to everybody.
    pub(in crate::router) fn reply(&self, router: &Router, writer: Writer<'_>) -> Reply {
        let public = router.writer(self.round.settings().lang);
        let mut reply = writer.round(public, &self.round, self.item.as_ref(), &self.effects);
        let parts = if reply.aloud.is_empty() { &mut reply.parts } else { &mut reply.aloud };
        for (name, rating) in self.ratings.iter().filter(|_| !self.seat.alone()) {
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
        if let Some(grid) = &self.grid {
            parts.extend(public.daily_over(grid));
        }
        if self.seat.alone() {
            // Nobody else is to read what a person plays alone.
            reply.parts.append(&mut reply.aloud);
            reply.audience = Audience::Person;
        }
        reply.covered = self.round.settings().covered;
        reply.played = Some(Box::new(self.played()));
        reply
    }

    fn played(&self) -> Played {
        let asks = |effect: &Effect| matches!(effect, Effect::Opened | Effect::Gathered);
        Played {
            round: self.round.id().to_owned(),
            closed: self.round.closed().len(),
            alone: self.seat.alone(),
            daily: matches!(self.seat, Seat::Daily(_)),
            lang: self.round.settings().lang,
            turn: if self.over {
                Turn::Over
            } else if self.effects.iter().any(asks) {
                Turn::Asked
            } else {
                Turn::Same
            },
            shown: self.shown.clone(),
            receipt: self.news.map(|news| news.key(self.round.id())),
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
                    let quiet = self.person(&player.id, now).await.quiet;
                    if answered.contains(&player.id.as_str()) && !quiet {
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
                    // A question that was skipped could not be got right.
                    count: round.closed().iter().filter(|closed| !closed.skipped).count(),
                    soon: cards.iter().filter(|(_, card)| card.due <= tomorrow).count(),
                });
                stepped.effects.retain(|effect| !matches!(effect, Effect::Over(_)));
            }
            Seat::Daily(person) => {
                stepped.grid = self.finish_daily(person, &stepped.round, now).await?;
                stepped.effects.retain(|effect| !matches!(effect, Effect::Over(_)));
            }
        }
        Ok(())
    }
}
