//! What follows the first message of a reply: news of a round for everybody, and its messages kept up to date.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::sleep;

use super::compose::{Said, Turn, compose_due};
use super::decode::Address;
use super::desk::Desk;
use super::message::Message;
use super::rest::{Failed, Sent};
use crate::router::{Due, Seat};
use crate::text::Lang;

/// How long news of a question are gathered before its message is edited.
const MERGED: Duration = Duration::from_millis(1_200);

impl Desk {
    /// Sends what is left to say after the first message, if that was sent, and keeps the round up to date that it belongs to.
    pub(super) async fn follow(
        self: &Arc<Self>,
        mut said: Said,
        first: Option<Sent>,
        place: Seat,
        lang: Lang,
        address: Option<&Address>,
    ) -> Result<(), Failed> {
        let mut last = None;
        let mut own = said.own.drain(..);
        if let Some(sent) = first {
            last = own.next().map(|message| (sent, message));
        }
        for message in own {
            let sent = match address {
                Some(address) => self.rest.follow_up(address, &message).await?,
                None => self.announce(&place, &message).await?,
            };
            last = Some((sent, message));
        }
        for message in said.aloud.drain(..) {
            last = Some((self.announce(&place, &message).await?, message));
        }
        let retired = match said.turn {
            Some(Turn::Asked(seat)) => {
                let lang = self.stage.lang(&seat).unwrap_or(lang);
                last.and_then(|(sent, message)| self.stage.show(seat, lang, sent, message))
            }
            Some(Turn::Over(seat)) => self.stage.clear(&seat),
            None => None,
        };
        if let Some((sent, mut message)) = retired {
            // What cannot be answered any more shows no buttons.
            message.components.clear();
            self.tell(self.rest.edit(&sent, &message).await);
        }
        if let Some(text) = said.progress
            && self.stage.progress(&place, text)
        {
            sleep(MERGED).await;
            if let Some((sent, message)) = self.stage.news(&place) {
                self.tell(self.rest.edit(&sent, &message).await);
            }
        }
        Ok(())
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
            // To write to somebody who practises is not worth a message that others could see.
            Seat::Person(_) => Err(Failed::TooLate),
        }
    }

    /// Says what is due by the clock.
    pub(super) async fn due(self: Arc<Self>, due: Due) {
        let _busy = Arc::clone(&self.busy);
        let lang = self.stage.lang(&due.seat).unwrap_or_default();
        let said = compose_due(&self.router, due.seat.clone(), lang, &due.reply);
        if said.own.is_empty() {
            return;
        }
        let seat = due.seat.clone();
        if let Err(error) = self.follow(said, None, due.seat, lang, None).await {
            tracing::warn!(%error, "what was due could not be said");
            self.stage.clear(&seat);
        }
    }

    /// Logs what failed and has no consequence.
    #[expect(clippy::unused_self, reason = "it belongs to what the desk does")]
    fn tell(&self, result: Result<(), Failed>) {
        if let Err(error) = result {
            tracing::debug!(%error, "a message could not be kept up to date");
        }
    }
}
