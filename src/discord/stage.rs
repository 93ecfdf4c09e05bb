//! Where rounds are played: the message with the open question of each, so that it can be kept up to date.
//!
//! None of this decides anything. After a restart it is empty, and players only miss an edit.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::decode::Address;
use super::message::Message;
use super::rest::Sent;
use crate::router::Seat;
use crate::text::Lang;

/// How long the token of an interaction can be used, less a margin: it lives fifteen minutes.
const TOKEN: Duration = Duration::from_mins(14);

/// The places where rounds are played.
#[derive(Debug, Default)]
pub(super) struct Stage(Mutex<HashMap<Seat, Scene>>);

/// A place where a round is played.
#[derive(Debug, Default)]
struct Scene {
    lang: Lang,
    /// The last interaction, by which messages can be added.
    last: Option<(Address, Instant)>,
    /// The message with the open question.
    question: Option<(Sent, Message)>,
    /// How far it is, not shown yet.
    progress: Option<String>,
}

impl Stage {
    fn scenes(&self) -> MutexGuard<'_, HashMap<Seat, Scene>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The language of a round that is shown.
    pub(super) fn lang(&self, seat: &Seat) -> Option<Lang> {
        self.scenes().get(seat).map(|scene| scene.lang)
    }

    /// Notes an interaction in a place where a round is shown.
    pub(super) fn note(&self, seat: &Seat, address: &Address) {
        if let Some(scene) = self.scenes().get_mut(seat) {
            scene.last = Some((address.clone(), Instant::now()));
        }
    }

    /// The last interaction there, if messages can still be added to it.
    pub(super) fn last(&self, seat: &Seat) -> Option<Address> {
        let scenes = self.scenes();
        let (address, at) = scenes.get(seat)?.last.as_ref()?;
        (at.elapsed() < TOKEN).then(|| address.clone())
    }

    /// A question was shown. The message with the one before comes back.
    pub(super) fn show(
        &self,
        seat: Seat,
        lang: Lang,
        shown: Sent,
        message: Message,
    ) -> Option<(Sent, Message)> {
        let mut scenes = self.scenes();
        let scene = scenes.entry(seat).or_insert_with(|| Scene { lang, ..Scene::default() });
        if let Sent::Answer(address) = &shown {
            scene.last = Some((address.clone(), Instant::now()));
        }
        scene.progress = None;
        scene.question.replace((shown, message))
    }

    /// A round is over. The message with its last question comes back.
    pub(super) fn clear(&self, seat: &Seat) -> Option<(Sent, Message)> {
        self.scenes().remove(seat)?.question
    }

    /// Notes how far a question is. Whether this is the first news since the last edit.
    pub(super) fn progress(&self, seat: &Seat, text: String) -> bool {
        let mut scenes = self.scenes();
        let Some(scene) = scenes.get_mut(seat) else { return false };
        scene.progress.replace(text).is_none()
    }

    /// The message of the open question with the news in it, if there are any.
    pub(super) fn news(&self, seat: &Seat) -> Option<(Sent, Message)> {
        let mut scenes = self.scenes();
        let scene = scenes.get_mut(seat)?;
        let text = scene.progress.take()?;
        let (shown, message) = scene.question.as_mut()?;
        message.embeds.last_mut()?.footer.text = text;
        Some((shown.clone(), message.clone()))
    }
}
