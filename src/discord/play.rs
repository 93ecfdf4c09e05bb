//! What follows the first message of a reply: news of a round for everybody, and its messages kept up to date.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::sleep;

use super::clock;
use super::compose::{Said, compose_due, with_news};
use super::decode::Address;
use super::desk::Desk;
use super::message::{Message, Row};
use super::question::reported;
use super::rest::{Failed, Sent};
use crate::reply::{Played, Reply, Turn};
use crate::router::{Due, Seat};
use crate::text::Lang;

/// How long news of a question are gathered before its message is edited.
const MERGED: Duration = Duration::from_millis(1_200);

/// How many messages are edited at once at the end: a thousand within three seconds, where each takes a fifth of one.
const AT_ONCE: usize = 64;

impl Desk {
    /// Sends what is left to say after the first message, if that was sent, and keeps the round up to date that
    /// it belongs to.
    pub(super) async fn follow(
        self: &Arc<Self>,
        mut said: Said,
        first: Option<Sent>,
        (place, person): (Seat, Option<String>),
        address: Option<&Address>,
    ) -> Result<(), Failed> {
        let played = said.played.take();
        let seat = match (&played, person) {
            (Some(played), Some(person)) if played.daily => Seat::Daily(person),
            (Some(played), Some(person)) if played.alone => Seat::Person(person),
            _ => place,
        };
        if let Some(played) = &played {
            self.stage.meet(&seat, played);
            // Its first answer is given. Before that, Discord would take what is added to it for that answer, and show
            // it to that person alone.
            if let Some(address) = address {
                self.stage.note(&seat, address);
            }
        }
        let mut last = None;
        let mut own = said.own.drain(..);
        if let Some(posted) = first {
            own.next();
            last = Some(posted);
        }
        // What is said aloud of a step, and what is said by itself, are the same messages whoever says them.
        let receipt = played.as_ref().and_then(|played| played.receipt.as_deref());
        let key = |number: usize| receipt.map(|receipt| format!("{receipt} {number}"));
        for (number, message) in own.enumerate() {
            last = Some(match (address, &last) {
                (Some(address), _) => self.rest.follow_up(address, &message).await?,
                // What answers a message stays where it was written.
                (None, Some(Sent::Post(channel, _))) => {
                    self.rest.post(channel, &message, key(number).as_deref()).await?
                }
                (None, _) => self.announce(&seat, &message, key(number)).await?,
            });
        }
        for (number, message) in said.aloud.drain(..).enumerate() {
            last = Some(self.announce(&seat, &message, key(number)).await?);
        }
        let Some(played) = played else { return Ok(()) };
        self.show(&seat, &played, last).await;
        if let Some(text) = said.progress
            && self.stage.progress(&seat, &played, said.order, text)
        {
            sleep(MERGED).await;
            self.bring_news_in_turn(&seat).await;
        }
        Ok(())
    }

    /// Keeps the messages of a round up to date after something new was said in `last`.
    async fn show(self: &Arc<Self>, seat: &Seat, played: &Played, last: Option<Sent>) {
        let turn = self.stage.turn(seat);
        let before = match (played.turn, last) {
            (Turn::Asked | Turn::Resumed, Some(posted)) => {
                let (written, before) = self.stage.show(seat, played, posted.clone());
                if let Some(written) = written {
                    let noted = self.router.note_shown(seat, &played.round, &written).await;
                    self.log(noted);
                }
                before.filter(|(_, before)| *before != posted)
            }
            (Turn::Over, _) => self.stage.clear(seat, &played.round),
            _ => None,
        };
        if let Some(receipt) = &played.receipt {
            // From here on nobody else says it again.
            let told = self.router.told(receipt, clock::now()).await;
            self.log(told);
        }
        if let Some((closed, posted)) = before {
            // What cannot be answered any more shows no buttons, but what it tells can still be reported.
            let writer = self.router.writer(played.lang);
            let left: Vec<Row> = reported(writer, &played.round, closed).into_iter().collect();
            let _turn = turn.lock().await;
            self.tell(self.rest.retire(&posted, &left).await);
        }
        // An answer may have come before its question was known to be shown.
        if played.turn == Turn::Asked {
            self.bring_news_in_turn(seat).await;
        }
    }

    /// Shows how far a question is, when no other edit of its message is under way: of two edits, the later might
    /// arrive first.
    async fn bring_news_in_turn(&self, seat: &Seat) {
        let turn = self.stage.turn(seat);
        let _turn = turn.lock().await;
        self.bring_news(seat).await;
    }

    /// Shows how far a question is on its message.
    async fn bring_news(&self, seat: &Seat) {
        let Some((posted, news)) = self.stage.news(seat) else { return };
        if let Some((_, standing)) = self.standing(seat, &posted).await
            && let Some(message) = with_news(&self.router, &standing, news)
        {
            self.tell(self.rest.edit(&posted, &message).await);
        }
    }

    /// What stands in a message of a round and in which language, unless the round has gone on to another message.
    async fn standing(&self, seat: &Seat, posted: &Sent) -> Option<(Lang, Reply)> {
        let standing = match self.router.standing(seat).await {
            Ok(standing) => standing?,
            Err(error) => {
                tracing::error!(%error, "the open question cannot be read");
                return None;
            }
        };
        let (lang, closed) = standing.played.as_ref().map(|played| (played.lang, played.closed))?;
        let here = self.stage.question(seat, closed).as_ref() == Some(posted);
        here.then_some((lang, standing))
    }

    /// Says something in a place: after the last interaction there, which needs no right to write and counts
    /// towards no limit, or else by a message of the bot's own. Where somebody brought the bot along, there are five
    /// such messages an interaction and none of its own; that is enough, since each press is an interaction, and a
    /// round ends with the second question in a row that nobody answers.
    async fn announce(
        &self,
        seat: &Seat,
        message: &Message,
        key: Option<String>,
    ) -> Result<Sent, Failed> {
        if let Some(address) = self.stage.last(seat) {
            match self.rest.follow_up(&address, message).await {
                Err(error @ Failed::Refused { .. }) => {
                    tracing::debug!(%error, "an interaction cannot be followed up");
                }
                done => return done,
            }
        }
        match seat {
            Seat::Place(channel) => self.rest.post(channel, message, key.as_deref()).await,
            // To write to somebody who plays alone is not worth a message that others could see.
            Seat::Person(_) | Seat::Daily(_) => Err(Failed::Nowhere),
        }
    }

    /// Says what is due by the clock, or after a restart.
    pub(super) async fn due(self: Arc<Self>, due: Due) {
        let _busy = Arc::clone(&self.busy);
        let said = compose_due(&self.router, &due.reply);
        let Some(played) = said.played.clone() else { return };
        let seat = due.seat;
        self.stage.meet(&seat, &played);
        if played.turn == Turn::Resumed && self.go_on(&seat, &played, &said).await {
            return;
        }
        let Err(error) = self.follow(said, None, (seat.clone(), None), None).await else { return };
        tracing::warn!(%error, "what was due could not be said");
        // What Discord refuses it refuses again; anything else is tried once more when its lease is over.
        let hopeless = matches!(error, Failed::Refused { .. } | Failed::Nowhere);
        if let Some(receipt) = played.receipt.filter(|_| hopeless) {
            let told = self.router.told(&receipt, clock::now()).await;
            self.log(told);
        }
    }

    /// Lets a question go on in the message in which it stands. Whether that could be done.
    async fn go_on(&self, seat: &Seat, played: &Played, said: &Said) -> bool {
        let posted = self.stage.question(seat, played.closed);
        let (Some(posted), Some(message)) = (posted, said.own.last()) else { return false };
        match self.rest.edit(&posted, message).await {
            Ok(()) => true,
            Err(error) => {
                tracing::debug!(%error, "the message of a round is gone");
                false
            }
        }
    }

    /// Says on every open question that it is saved and goes on later, unless another process goes on with it.
    pub(super) async fn pause(self: &Arc<Self>) {
        match self.router.others_keep_time(clock::now()).await {
            Ok(false) => {}
            Ok(true) => return,
            Err(error) => return tracing::error!(%error, "rounds cannot be paused"),
        }
        let mut telling = JoinSet::new();
        for (seat, posted) in self.stage.questions(clock::now()) {
            // A challenge waits for its player, without a clock: nothing would bring its buttons back.
            if matches!(seat, Seat::Daily(_)) {
                continue;
            }
            if telling.len() >= AT_ONCE {
                telling.join_next().await;
            }
            let desk = Arc::clone(self);
            telling.spawn(async move { desk.say_paused(&seat, &posted).await });
        }
        while telling.join_next().await.is_some() {}
    }

    /// Says on an open question that it is saved and goes on later.
    async fn say_paused(&self, seat: &Seat, posted: &Sent) {
        let turn = self.stage.turn(seat);
        let _turn = turn.lock().await;
        let Some((lang, standing)) = self.standing(seat, posted).await else { return };
        let news = self.router.writer(lang).say("discord-paused", &[]);
        if let Some(mut message) = with_news(&self.router, &standing, news) {
            // Nobody is there to take an answer.
            message.components.clear();
            self.tell(self.rest.edit(posted, &message).await);
        }
    }

    /// Logs what failed and has no consequence.
    #[expect(clippy::unused_self, reason = "it belongs to what the desk does")]
    fn tell(&self, result: Result<(), Failed>) {
        if let Err(error) = result {
            tracing::debug!(%error, "a message could not be kept up to date");
        }
    }

    /// Logs a failure of the store after which something may be said twice.
    #[expect(clippy::unused_self, reason = "it belongs to what the desk does")]
    pub(super) fn log(&self, result: crate::router::Result<()>) {
        if let Err(error) = result {
            tracing::error!(%error, "what was said could not be noted");
        }
    }
}
