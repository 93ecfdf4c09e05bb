//! How rounds are played in a server where nothing else is said, and where and by whom they may be started.

use std::ops::RangeInclusive;

use super::settings::channels;
use crate::quiz::{Difficulty, Settings};
use crate::reply::Reply;
use crate::router::Call;
use crate::store::{ServerSettings, Spoilers, Starters};
use crate::text::Lang;

/// How many questions a round has if nothing is said.
pub(super) const USUAL: usize = 5;
/// The most questions of a round.
pub(super) const MOST: usize = 50;
/// How much time there can be, in percent of the usual.
pub(super) const PACES: RangeInclusive<usize> = 50..=400;

/// What to say where the server lets nobody start a round here, or not this person.
pub(super) fn barred(call: &Call<'_>, server: &ServerSettings) -> Option<Reply> {
    if server.starters == Starters::Moderators && !call.request.moderator {
        return Some(call.note("quiz-moderators-start", &[]));
    }
    let here = server.channels.is_empty() || server.channels.contains(&call.request.place);
    let elsewhere =
        || call.writer.spanned("quiz-elsewhere", &[], &[("channels", channels(server))]);
    (!here).then(|| Reply::private(vec![elsewhere()]))
}

/// How much time there is in a server, in percent of the usual.
pub(super) fn pace(server: &ServerSettings) -> usize {
    let factor = server.time_factor.unwrap_or(1.0) * 100.0;
    let far = |percent: &usize| (f64::from(u32::try_from(*percent).unwrap_or(100)) - factor).abs();
    PACES.min_by(|one, other| far(one).total_cmp(&far(other))).unwrap_or(100)
}

/// How a round is played where nothing is said: in the language of the server, or else of who starts it.
pub(in crate::router) fn usual(server: &ServerSettings, lang: Lang) -> Settings {
    Settings {
        pace: u32::try_from(pace(server)).unwrap_or(100),
        lang: server.lang.as_ref().and_then(|lang| lang.parse().ok()).unwrap_or(lang),
        covered: server.spoilers == Spoilers::Barred,
        ..Settings::default()
    }
}

/// How many questions a round of a server has.
pub(in crate::router) fn usual_count(server: &ServerSettings) -> usize {
    let set = server.questions.and_then(|count| usize::try_from(count).ok());
    set.unwrap_or(USUAL).clamp(1, MOST)
}

/// The difficulty that a server has set.
pub(in crate::router) fn usual_difficulty(server: &ServerSettings) -> Option<Difficulty> {
    Difficulty::ALL.into_iter().find(|one| server.difficulty.as_deref() == Some(one.name()))
}
