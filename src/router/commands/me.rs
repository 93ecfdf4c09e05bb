//! `/me`: what somebody sets for themselves, wherever they are.

use std::result::Result as Read;

use super::options::{number, one_of};
use crate::quiz::{LEAST_NEED, MOST_NEED};
use crate::reply::{Part, Reply, Writer};
use crate::router::catalogue::Handle;
use crate::router::settings::ATTEMPTS;
use crate::router::{Call, Command, Error, Kind, Opt, Result};
use crate::store::PersonSettings;

/// A language by its code, or that which the platform tells.
pub(super) const LANG: Opt = Opt {
    id: "lang",
    kind: Kind::OneOf(&["language-automatic", "language-en", "language-fr"]),
    required: false,
};

pub(in crate::router) const COMMAND: Command = Command {
    id: "me",
    options: &[
        LANG,
        Opt { id: "pace", kind: Kind::Count, required: false },
        Opt {
            id: "boards",
            kind: Kind::OneOf(&["boards-shown", "boards-hidden"]),
            required: false,
        },
        Opt { id: "rating", kind: Kind::OneOf(&["rating-told", "rating-quiet"]), required: false },
    ],
    handle: Handle::Store(|call| Box::pin(me(call))),
};

/// The language that an option names: none if it is not given, nothing in it if it follows the platform.
#[expect(clippy::option_option, reason = "not given and given as none are two")]
pub(super) fn lang(call: &Call<'_>) -> Read<Option<Option<String>>, Reply> {
    let values = [(None, "automatic"), (Some("en"), "en"), (Some("fr"), "fr")];
    let chosen = one_of(call, "lang", "language", &values)?;
    Ok(chosen.map(|code| code.map(str::to_owned)))
}

/// How much time somebody needs, in percent of the usual.
pub(in crate::router) fn need(settings: &PersonSettings) -> u32 {
    let percent = settings.time_factor.map_or(100.0, |factor| factor * 100.0).round();
    let all = LEAST_NEED..=MOST_NEED;
    // The nearest of few whole numbers, without a conversion that could fail.
    all.min_by(|one, other| {
        let far = |number: u32| (f64::from(number) - percent).abs();
        far(*one).total_cmp(&far(*other))
    })
    .unwrap_or(LEAST_NEED)
}

/// The settings as the options change them; none if nothing is to be changed.
fn changed(call: &Call<'_>, before: &PersonSettings) -> Read<Option<PersonSettings>, Reply> {
    let mut settings = before.clone();
    let mut asked = false;
    if let Some(lang) = lang(call)? {
        (settings.lang, asked) = (lang, true);
    }
    let [least, most] = [LEAST_NEED, MOST_NEED].map(|one| usize::try_from(one).unwrap_or_default());
    if let Some(percent) = number(call, "pace", least..=most, "me-bad-pace")? {
        let percent = u32::try_from(percent).unwrap_or(LEAST_NEED);
        let factor = f64::from(percent) / 100.0;
        (settings.time_factor, asked) = (Some(factor).filter(|_| percent > LEAST_NEED), true);
    }
    if let Some(hidden) = one_of(call, "boards", "boards", &[(false, "shown"), (true, "hidden")])? {
        (settings.hidden, asked) = (hidden, true);
    }
    if let Some(quiet) = one_of(call, "rating", "rating", &[(false, "told"), (true, "quiet")])? {
        (settings.quiet, asked) = (quiet, true);
    }
    Ok(asked.then_some(settings))
}

async fn me(call: &mut Call<'_>) -> Result<Reply> {
    let person = call.person().0;
    // The same person may be at it elsewhere at the same time: what they change there stays.
    for _ in 0..ATTEMPTS {
        let before = call.router.store()?.known_person(person).await?;
        let settings = match changed(call, &before.settings) {
            Ok(Some(settings)) => settings,
            Ok(None) => return Ok(Reply::private(shown(call.writer, &before.settings))),
            Err(reply) => return Ok(reply),
        };
        if call.router.replace_person(person, &before, &settings).await? {
            // What is said of a new language is said in it.
            let own = settings.lang.as_ref().and_then(|lang| lang.parse().ok());
            let writer = call.router.writer(own.unwrap_or(call.writer.lang()));
            let mut parts = vec![Part::Text(writer.say("settings-saved", &[]))];
            parts.extend(shown(writer, &settings));
            return Ok(Reply::private(parts));
        }
    }
    Err(Error::Contended)
}

/// What is set, in sentences.
fn shown(writer: Writer<'_>, settings: &PersonSettings) -> Vec<Part> {
    let say = |key: &str| writer.say(key, &[]);
    let percent = usize::try_from(need(settings)).unwrap_or_default();
    let lines = [
        match settings.lang.as_deref() {
            Some("en") => say("me-lang-en"),
            Some("fr") => say("me-lang-fr"),
            _ => say("me-lang-automatic"),
        },
        match percent {
            100 => say("me-pace-usual"),
            percent => writer
                .say("me-pace", &[("percent", (&writer.percent(to_millionths(percent))).into())]),
        },
        say(if settings.hidden { "me-boards-hidden" } else { "me-boards-shown" }),
        say(if settings.quiet { "me-rating-quiet" } else { "me-rating-told" }),
    ];
    let mut parts = vec![Part::Title(say("me-title"))];
    parts.extend(lines.map(Part::Text));
    parts
}

/// Percent in millionths.
pub(super) fn to_millionths(percent: usize) -> i64 {
    i64::try_from(percent).unwrap_or_default().saturating_mul(10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_need_is_a_whole_percentage_within_bounds() {
        let of = |factor| need(&PersonSettings { time_factor: factor, ..Default::default() });
        assert_eq!([None, Some(1.5), Some(1.1), Some(2.0)].map(of), [100, 150, 110, 200]);
        assert_eq!([Some(0.2), Some(9.0), Some(f64::NAN)].map(of), [100, 300, 100]);
    }
}
