//! What can be given for an option, while somebody types it.

use jiff::tz;

use super::limits::{CHOICES, fit_suggestions};
use super::message::Suggestion;
use super::questions::Questions;
use crate::facts::{Class, Entity};
use crate::query::Found;
use crate::query::lookup::{article_days, episode_count};
use crate::router::{Kind, Opt, Router};
use crate::text::{Lang, fold, one_typo_or_less};

/// Suggestions for an option of which something is typed, the likeliest first.
pub(super) fn suggest(
    router: &Router,
    questions: &Questions,
    option: &Opt,
    typed: &str,
    lang: Lang,
) -> Vec<Suggestion> {
    let mut found = match &option.kind {
        Kind::Name(classes) => names(router, classes, typed, lang),
        Kind::Episode => episodes(router, typed, lang),
        Kind::Article => articles(router, typed, lang),
        Kind::Text if option.id == "at" => article_days(router.facts())
            .into_iter()
            .filter(|day| day.starts_with(typed.trim()))
            .map(text)
            .collect(),
        Kind::Text => questions.like(typed, CHOICES * 2).into_iter().map(text).collect(),
        Kind::Zone => zones(typed),
        // These have choices, or none at all.
        Kind::OneOf(_) | Kind::Count | Kind::Words(_) | Kind::Member | Kind::Channel => Vec::new(),
    };
    fit_suggestions(&mut found);
    found
}

fn text(text: &str) -> Suggestion {
    Suggestion { name: text.to_owned(), value: text.into() }
}

/// Names that begin so, then those that are spelled like it.
fn names(router: &Router, classes: &[Class], typed: &str, lang: Lang) -> Vec<Suggestion> {
    let (facts, names) = (router.facts(), router.names());
    let mut found = names.completing(facts, typed, classes, CHOICES);
    let mut add = |entity| {
        if !found.iter().any(|one: &&Entity| one.id == entity) {
            found.extend(facts.entity(entity));
        }
    };
    match names.find(facts, typed, classes) {
        Found::One(entity) => add(&entity.id),
        Found::None(near) => near.into_iter().for_each(|entity| add(&entity.id)),
    }
    found.into_iter().map(|entity| text(entity.label.get(lang))).collect()
}

/// Time zones by any part of their names, those first that begin with it.
fn zones(typed: &str) -> Vec<Suggestion> {
    let wanted = fold(typed);
    let mut found: Vec<(usize, String)> = tz::db()
        .available()
        .filter_map(|zone| Some((fold(zone.as_str()).find(&wanted)?, zone.as_str().to_owned())))
        .collect();
    found.sort();
    found.iter().map(|(_, zone)| text(zone)).collect()
}

/// Episodes by number, or by their names as far as they are typed.
fn episodes(router: &Router, typed: &str, lang: Lang) -> Vec<Suggestion> {
    let (writer, typed) = (router.writer(lang), fold(typed));
    (1..=episode_count(router.facts()))
        .map(|number| (number, writer.say("discord-episode", &[("number", number.into())])))
        .filter(|(number, name)| {
            number.to_string().starts_with(&*typed) || fold(name).starts_with(&*typed)
        })
        .map(|(number, name)| Suggestion { name, value: number.into() })
        .collect()
}

/// Articles by number, or by any words of their names, which may have slips.
fn articles(router: &Router, typed: &str, lang: Lang) -> Vec<Suggestion> {
    let writer = router.writer(lang);
    let wanted = fold(typed);
    router
        .facts()
        .file()
        .articles
        .iter()
        .zip(1_usize..)
        .map(|(article, number)| (number, format!("{number}. {}", writer.article(article))))
        .filter(|(_, name)| {
            let name = fold(name);
            let is =
                |part: &str, word: &str| word.starts_with(part) || one_typo_or_less(part, word);
            wanted.split(' ').all(|part| name.split(' ').any(|word| is(part, word)))
        })
        .map(|(number, name)| Suggestion { name, value: number.to_string().into() })
        .collect()
}
