//! Where rounds are played: the message with the open question of each, so that it can be kept up to date.
//!
//! None of this decides anything. What is needed after a restart, or by another process, is written down with the
//! round; the rest is how the last edits went.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::clock;
use super::decode::Address;
use super::rest::Sent;
use crate::reply::Played;
use crate::router::Seat;

/// How long the token of an interaction can be used, less a margin, in milliseconds: it lives fifteen minutes.
const TOKEN: i64 = 14 * 60 * 1_000;

/// After how long a scene is dropped that nothing was heard of, in milliseconds: another process has ended the round,
/// or nobody came back to it. Whoever does brings along what was written down of it.
const QUIET: i64 = 60 * 60 * 1_000;

/// At how many scenes they are looked through at first.
const FEW: usize = 256;

/// The places where rounds are played.
#[derive(Debug, Default)]
pub(super) struct Stage {
    scenes: Mutex<Scenes>,
    /// Whether the bot is about to end: then no news are shown any more.
    ending: AtomicBool,
}

/// Whose turn it is to edit messages.
type Turn = Arc<tokio::sync::Mutex<()>>;

/// The places, by whose they are.
#[derive(Debug)]
struct Scenes {
    of: HashMap<Seat, Scene>,
    /// At how many they are looked through next.
    sweep: usize,
}

impl Default for Scenes {
    fn default() -> Self {
        Self { of: HashMap::new(), sweep: FEW }
    }
}

/// A place where a round is played.
#[derive(Debug, Default)]
struct Scene {
    /// The id of the round.
    round: String,
    /// When something was heard of it last, in milliseconds since 1970.
    heard: i64,
    shown: Shown,
    /// How far a question is, not shown yet; with how many were closed before it.
    progress: Option<(usize, String)>,
    /// Which reply the last news came with.
    newest: u64,
    /// Whoever edits its messages.
    turn: Turn,
}

/// What is written down with a round.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Shown {
    /// The message with the open question, and how many were closed before it.
    question: Option<(usize, Sent)>,
    /// When it was shown, in milliseconds since 1970. Before the first question stands that players gather, with as
    /// many closed before it.
    #[serde(default)]
    at: i64,
    /// The last interaction there, by which messages can be added, and when it was.
    last: Option<(Address, i64)>,
}

impl Shown {
    /// As it was written down; nothing where that cannot be read any more.
    fn read(text: Option<&String>) -> Self {
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// How many questions were closed before the one that is shown, and when it was: the later of two is greater.
    fn order(&self) -> Option<(usize, i64)> {
        self.question.as_ref().map(|(closed, _)| (*closed, self.at))
    }
}

impl Scene {
    /// The message with the open question, while it can be edited: by an interaction as long as its token lives, in a
    /// channel always.
    fn editable(&self, now: Timestamp) -> Option<&Sent> {
        let (_, posted) = self.shown.question.as_ref()?;
        let lives = now.as_millisecond() - self.shown.at < TOKEN;
        (lives || matches!(posted, Sent::Post(..))).then_some(posted)
    }
}

impl Stage {
    fn scenes(&self) -> MutexGuard<'_, Scenes> {
        self.scenes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Learns of a round whatever another process, or an earlier one, wrote down of it.
    pub(super) fn meet(&self, seat: &Seat, played: &Played) {
        let mut scenes = self.scenes();
        let scene = scene(&mut scenes, seat, &played.round);
        let shown = Shown::read(played.shown.as_ref());
        // Another process may have shown a later question than this one has.
        if shown.order() > scene.shown.order() {
            (scene.shown.question, scene.shown.at) = (shown.question, shown.at);
        }
        let since = |last: &Option<(Address, i64)>| last.as_ref().map(|(_, at)| *at);
        if since(&shown.last) > since(&scene.shown.last) {
            scene.shown.last = shown.last;
        }
    }

    /// Notes an interaction in a place where a round is shown.
    pub(super) fn note(&self, seat: &Seat, address: &Address) {
        if let Some(scene) = self.scenes().of.get_mut(seat) {
            scene.shown.last = Some((address.clone(), clock::now().as_millisecond()));
        }
    }

    /// The turn to edit the messages of a round: edits of one message arrive in the order in which they are sent only
    /// where each waits for the one before it.
    pub(super) fn turn(&self, seat: &Seat) -> Turn {
        self.scenes().of.get(seat).map_or_else(Turn::default, |scene| Arc::clone(&scene.turn))
    }

    /// The last interaction there, if messages can still be added to it.
    pub(super) fn last(&self, seat: &Seat) -> Option<Address> {
        let scenes = self.scenes();
        let (address, at) = scenes.of.get(seat)?.shown.last.as_ref()?;
        (clock::now().as_millisecond() - at < TOKEN).then(|| address.clone())
    }

    /// The message with the question before which so many were closed.
    pub(super) fn question(&self, seat: &Seat, closed: usize) -> Option<Sent> {
        let question = self.scenes().of.get(seat)?.shown.question.clone();
        question.filter(|(before, _)| *before == closed).map(|(_, posted)| posted)
    }

    /// From now on no news are shown.
    pub(super) fn end(&self) {
        self.ending.store(true, Ordering::Relaxed);
    }

    /// All messages with an open question that can be edited, in the order in which that is worth most: what counts
    /// towards no limit of the bot first, and of those what was shown last.
    pub(super) fn questions(&self, now: Timestamp) -> Vec<(Seat, Sent)> {
        let scenes = self.scenes();
        let mut shown: Vec<(i64, Seat, Sent)> = scenes
            .of
            .iter()
            .filter_map(|(seat, scene)| {
                let posted = scene.editable(now)?;
                Some((scene.shown.at, seat.clone(), posted.clone()))
            })
            .collect();
        shown.sort_by_key(|(at, _, posted)| (matches!(posted, Sent::Post(..)), Reverse(*at)));
        shown.into_iter().map(|(_, seat, posted)| (seat, posted)).collect()
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
        scene.shown.at = clock::now().as_millisecond();
        let before = scene.shown.question.replace((played.closed, posted));
        (serde_json::to_string(&scene.shown).ok(), before)
    }

    /// A round is over. The message with its last question comes back, with how many were closed before it.
    pub(super) fn clear(&self, seat: &Seat, round: &str) -> Option<(usize, Sent)> {
        let mut scenes = self.scenes();
        if scenes.of.get(seat)?.round != round {
            return None;
        }
        scenes.of.remove(seat)?.shown.question
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
        let scene = scenes.of.get_mut(seat)?;
        let (shown, posted) = scene.shown.question.clone()?;
        let (_, text) = scene.progress.take_if(|(closed, _)| *closed <= shown)?;
        Some((posted, text))
    }
}

/// The scene of a round at a seat, a new one where another round was before.
fn scene<'a>(scenes: &'a mut Scenes, seat: &Seat, round: &str) -> &'a mut Scene {
    let now = clock::now().as_millisecond();
    if scenes.of.len() >= scenes.sweep && !scenes.of.contains_key(seat) {
        scenes.of.retain(|_, scene| now - scene.heard < QUIET);
        scenes.sweep = FEW.max(scenes.of.len() * 2);
    }
    let scene = scenes.of.entry(seat.clone()).or_default();
    if scene.round != round {
        *scene = Scene { round: round.to_owned(), ..Scene::default() };
    }
    scene.heard = now;
    scene
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reply::Turn as Moment;
    use crate::text::Lang;

    fn played(round: &str, closed: usize, shown: Option<String>) -> Played {
        Played {
            round: round.to_owned(),
            closed,
            alone: false,
            daily: false,
            lang: Lang::En,
            turn: Moment::Asked,
            shown,
            receipt: None,
        }
    }

    fn place(channel: usize) -> Seat {
        Seat::Place(channel.to_string())
    }

    fn post(id: &str) -> Sent {
        Sent::Post("1".to_owned(), id.to_owned())
    }

    fn answer(id: u64) -> Sent {
        Sent::Answer(Address { id, application: 1, token: String::new() })
    }

    #[test]
    fn the_first_question_of_another_process_takes_the_place_of_the_gathering() {
        let (here, there) = (Stage::default(), Stage::default());
        let (written, _) = here.show(&place(1), &played("r", 0, None), post("gathering"));
        std::thread::sleep(std::time::Duration::from_millis(3));
        let gathering = played("r", 0, written);
        there.meet(&place(1), &gathering);
        let (written, before) = there.show(&place(1), &gathering, post("question"));
        assert_eq!(before, Some((0, post("gathering"))));
        here.meet(&place(1), &played("r", 0, written));
        assert_eq!(here.question(&place(1), 0), Some(post("question")));
        // What is older does not come back.
        here.meet(&place(1), &gathering);
        assert_eq!(here.question(&place(1), 0), Some(post("question")));
    }

    #[test]
    fn what_can_be_edited_comes_in_the_order_of_its_worth() {
        let stage = Stage::default();
        let now = clock::now().as_millisecond();
        let messages = [
            (post("a"), now - TOKEN * 2),
            (answer(1), now - TOKEN / 2),
            (answer(2), now - TOKEN),
            (answer(3), now),
            (post("b"), now),
        ];
        for (channel, (message, at)) in messages.into_iter().enumerate() {
            stage.show(&place(channel), &played("r", 0, None), message);
            stage.scenes().of.get_mut(&place(channel)).unwrap().shown.at = at;
        }
        let told: Vec<Sent> =
            stage.questions(clock::now()).into_iter().map(|(_, sent)| sent).collect();
        assert_eq!(told, [answer(3), answer(1), post("b"), post("a")]);
    }

    #[test]
    fn scenes_that_nothing_is_heard_of_are_dropped() {
        let stage = Stage::default();
        for channel in 0..FEW {
            stage.meet(&place(channel), &played("r", 0, None));
        }
        for (seat, scene) in &mut stage.scenes().of {
            scene.heard -= if *seat == place(7) { 0 } else { QUIET };
        }
        stage.meet(&place(FEW), &played("r", 0, None));
        assert_eq!(stage.scenes().of.len(), 2);
    }
}
