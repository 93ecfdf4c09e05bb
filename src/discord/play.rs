//! What follows the first message of a reply: news of a round for everybody, and its messages kept up to date.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::sleep;

use super::clock;
use super::compose::{Said, compose_due, question};
use super::decode::Address;
use super::desk::Desk;
use super::message::{Message, Row};
use super::question::reported;
use super::rest::{Failed, Sent};
use crate::reply::{Played, Turn};
use crate::router::{Due, Seat};

/// How long news of a question are gathered before its message is edited.
const MERGED: Duration = Duration::from_millis(1_200);

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
        }
        let mut last = None;
        let mut own = said.own.drain(..);
        if let Some(posted) = first {
            own.next();
            last = Some(posted);
        }
        for message in own {
            last = Some(match address {
                Some(address) => self.rest.follow_up(address, &message).await?,
                None => self.announce(&seat, &message).await?,
            });
        }
        for message in said.aloud.drain(..) {
            last = Some(self.announce(&seat, &message).await?);
        }
        let Some(played) = played else { return Ok(()) };
        self.show(&seat, &played, last).await;
        if let Some(text) = said.progress
            && self.stage.progress(&seat, &played, said.order, text)
        {
            sleep(MERGED).await;
            self.bring_news(&seat).await;
        }
        Ok(())
    }

    /// Keeps the messages of a round up to date after something new was said in `last`.
    async fn show(self: &Arc<Self>, seat: &Seat, played: &Played, last: Option<Sent>) {
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
            self.tell(self.rest.retire(&posted, &left).await);
        }
        // An answer may have come before its question was known to be shown.
        if played.turn == Turn::Asked {
            self.bring_news(seat).await;
        }
    }

    /// Shows how far a question is on its message.
    async fn bring_news(&self, seat: &Seat) {
        let Some((posted, news)) = self.stage.news(seat) else { return };
        match self.router.question(seat).await {
            Ok(Some((lang, asked))) => {
                if let Some(message) = question(&self.router, lang, asked, news) {
                    self.tell(self.rest.edit(&posted, &message).await);
                }
            }
            // It is closed meanwhile.
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "the open question cannot be read"),
        }
    }

    /// Says something in a place: after the last interaction there, which needs no right to write and counts
    /// towards no limit, or else by a message of the bot's own.
    async fn announce(&self, seat: &Seat, message: &Message) -> Result<Sent, Failed> {
        if let Some(address) = self.stage.last(seat) {
            match self.rest.follow_up(&address, message).await {
                Err(error @ Failed::Refused { .. }) => {
                    tracing::debug!(%error, "an interaction cannot be followed up");
                }
                done => return done,
            }
        }
        match seat {
            Seat::Place(channel) => self.rest.post(channel, message).await,
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
    pub(super) async fn pause(&self, process: &str) {
        match self.router.others_keep_time(process, clock::now()).await {
            Ok(false) => {}
            Ok(true) => return,
            Err(error) => return tracing::error!(%error, "rounds cannot be paused"),
        }
        for (seat, posted) in self.stage.questions() {
            let Ok(Some((lang, asked))) = self.router.question(&seat).await else { continue };
            let news = self.router.writer(lang).say("discord-paused", &[]);
            if let Some(mut message) = question(&self.router, lang, asked, news) {
                // Nobody is there to take an answer.
                message.components.clear();
                self.tell(self.rest.edit(&posted, &message).await);
            }
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
