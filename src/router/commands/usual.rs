//! How rounds are played in a server where nothing else is said, and where and by whom they may be started.

use std::ops::RangeInclusive;

use super::settings::channels;
use crate::quiz::{Choice, Difficulty, Frame, Item, Offer, Seen, Settings};
use crate::reply::{Reply, Span};
use crate::router::{Call, Router};
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
    // Whoever can lift it hears how, or they would have locked themselves out.
    let lifted = || {
        let named = [("channel", vec![Span::Channel(call.request.place.clone())])];
        call.writer.spanned("quiz-elsewhere-allow", &[], &named)
    };
    (!here).then(|| {
        let how = call.request.moderator.then(lifted);
        Reply::private([Some(elsewhere()), how].into_iter().flatten().collect())
    })
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

/// Whether an item gives away how the race ended before it is answered: by what it asks, or by a claim or an event
/// among its options.
pub(super) fn tells(router: &Router, item: &Item) -> bool {
    let offers = |choice: &Choice| match &choice.offer {
        Offer::Claim(id, _) | Offer::Event(id) => telling(router, id),
        _ => false,
    };
    telling(router, &item.statement) || item.choices.iter().any(offers)
}

fn telling(router: &Router, id: &str) -> bool {
    router.facts.statement(id).is_some_and(|one| one.spoiler)
}

/// What was seen, so that nothing is drawn that tells how the race ended where a server has that covered.
pub(in crate::router) fn sparing(router: &Router, server: &ServerSettings, seen: Seen) -> Seen {
    if server.spoilers == Spoilers::Shown {
        return seen;
    }
    let statements = router.facts.statements();
    let about = |frame: &&Frame| statements.get(frame.statement).is_some_and(|one| one.spoiler);
    let frames = router.pool().frames().iter().filter(about).map(|frame| frame.id.clone());
    let untold = statements.iter().filter(|one| one.spoiler).map(|one| one.id.clone());
    seen.leaving_out(frames).leaving_untold(untold)
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
