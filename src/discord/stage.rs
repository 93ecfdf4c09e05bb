//! Where rounds are played: the message with the open question of each, so that it can be kept up to date.
//!
//! None of this decides anything. What is needed after a restart, or by another process, is written down with the
//! round; the rest is how the last edits went.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use super::clock;
use super::decode::Address;
use super::rest::Sent;
use crate::reply::Played;
use crate::router::Seat;

/// How long the token of an interaction can be used, less a margin, in milliseconds: it lives fifteen minutes.
const TOKEN: i64 = 14 * 60 * 1_000;

/// The places where rounds are played.
#[derive(Debug, Default)]
pub(super) struct Stage {
    scenes: Mutex<HashMap<Seat, Scene>>,
    /// Whether the bot is about to end: then no news are shown any more.
    ending: AtomicBool,
}

/// A place where a round is played.
#[derive(Debug, Default)]
struct Scene {
    /// The id of the round.
    round: String,
    shown: Shown,
    /// How far a question is, not shown yet; with how many were closed before it.
    progress: Option<(usize, String)>,
    /// Which reply the last news came with.
    newest: u64,
}

/// What is written down with a round.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Shown {
    /// The message with the open question, and how many were closed before it.
    question: Option<(usize, Sent)>,
    /// The last interaction there, by which messages can be added, and when it was.
    last: Option<(Address, i64)>,
}

impl Shown {
    /// As it was written down; nothing where that cannot be read any more.
    fn read(text: Option<&String>) -> Self {
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// How many questions were closed before the one that is shown.
    fn closed(&self) -> Option<usize> {
        self.question.as_ref().map(|(closed, _)| *closed)
    }
}

impl Stage {
    fn scenes(&self) -> MutexGuard<'_, HashMap<Seat, Scene>> {
        self.scenes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Learns of a round whatever another process, or an earlier one, wrote down of it.
    pub(super) fn meet(&self, seat: &Seat, played: &Played) {
        let mut scenes = self.scenes();
        let scene = scene(&mut scenes, seat, &played.round);
        let shown = Shown::read(played.shown.as_ref());
        // Another process may have shown a later question than this one has.
        if shown.closed() > scene.shown.closed() {
            scene.shown.question = shown.question;
        }
        let since = |last: &Option<(Address, i64)>| last.as_ref().map(|(_, at)| *at);
        if since(&shown.last) > since(&scene.shown.last) {
            scene.shown.last = shown.last;
        }
    }

    /// Notes an interaction in a place where a round is shown.
    pub(super) fn note(&self, seat: &Seat, address: &Address) {
        if let Some(scene) = self.scenes().get_mut(seat) {
            scene.shown.last = Some((address.clone(), clock::now().as_millisecond()));
        }
    }

    /// The last interaction there, if messages can still be added to it.
    pub(super) fn last(&self, seat: &Seat) -> Option<Address> {
        let scenes = self.scenes();
        let (address, at) = scenes.get(seat)?.shown.last.as_ref()?;
        (clock::now().as_millisecond() - at < TOKEN).then(|| address.clone())
    }

    /// The message with the question before which so many were closed.
    pub(super) fn question(&self, seat: &Seat, closed: usize) -> Option<Sent> {
        let question = self.scenes().get(seat)?.shown.question.clone();
        question.filter(|(before, _)| *before == closed).map(|(_, posted)| posted)
    }

    /// From now on no news are shown.
    pub(super) fn end(&self) {
        self.ending.store(true, Ordering::Relaxed);
    }

    /// All messages with an open question.
    pub(super) fn questions(&self) -> Vec<(Seat, Sent)> {
        let scenes = self.scenes();
        let shown = scenes
            .iter()
            .filter_map(|(seat, scene)| Some((seat.clone(), scene.shown.question.clone()?.1)));
        shown.collect()
    }

    /// A question was shown. What is to be written down with the round comes back, and the message with the
    /// question before, with how many were closed before that.
    pub(super) fn show(
        &self,
        seat: &Seat,
        played: &Played,
        posted: Sent,
    ) -> (Option<String>, Option<(usize, Sent)>) {
        let mut scenes = self.scenes();
        let scene = scene(&mut scenes, seat, &played.round);
        if scene.shown.question.as_ref().is_some_and(|(closed, _)| *closed > played.closed) {
            // A later question was shown meanwhile: this one is over already.
            return (None, Some((played.closed, posted)));
        }
        if let Sent::Answer(address) = &posted {
            scene.shown.last = Some((address.clone(), clock::now().as_millisecond()));
        }
        let before = scene.shown.question.replace((played.closed, posted));
        (serde_json::to_string(&scene.shown).ok(), before)
    }

    /// A round is over. The message with its last question comes back, with how many were closed before it.
    pub(super) fn clear(&self, seat: &Seat, round: &str) -> Option<(usize, Sent)> {
        let mut scenes = self.scenes();
        if scenes.get(seat)?.round != round {
            return None;
        }
        scenes.remove(seat)?.shown.question
    }

    /// Notes how far the open question of a round is. Whether this is the first news since the last edit.
    pub(super) fn progress(&self, seat: &Seat, played: &Played, order: u64, text: String) -> bool {
        let mut scenes = self.scenes();
        let scene = scene(&mut scenes, seat, &played.round);
        if order < scene.newest {
            return false;
        }
        scene.newest = order;
        let before = scene.progress.replace((played.closed, text));
        before.is_none_or(|(closed, _)| closed < played.closed)
    }

    /// The news of the open question, if there are any and its message is known. An answer may come before
    /// it is: then they wait for it.
    pub(super) fn news(&self, seat: &Seat) -> Option<(Sent, String)> {
        if self.ending.load(Ordering::Relaxed) {
            return None;
        }
        let mut scenes = self.scenes();
        let scene = scenes.get_mut(seat)?;
        let (shown, posted) = scene.shown.question.clone()?;
        let (_, text) = scene.progress.take_if(|(closed, _)| *closed <= shown)?;
        Some((posted, text))
    }
}

/// The scene of a round at a seat, a new one where another round was before.
fn scene<'a>(scenes: &'a mut HashMap<Seat, Scene>, seat: &Seat, round: &str) -> &'a mut Scene {
    let scene = scenes.entry(seat.clone()).or_default();
    if scene.round != round {
        *scene = Scene { round: round.to_owned(), ..Scene::default() };
    }
    scene
}
