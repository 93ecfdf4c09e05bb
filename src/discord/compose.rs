//! From a reply to messages: for the person, for everybody, and what becomes of the round that is shown.

use super::custom_id::CustomId;
use super::limits::fit;
use super::message::{Button, Menu, Message, Row};
use super::render::{Drawn, draw};
use super::{grid, lobby, question};
use crate::reply::{Audience, Grid, Part, Played, Reply, Turn, Writer};
use crate::request::{Action, Request};
use crate::router::Router;
use crate::text::Lang;

/// What is said to a request.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// To whoever asked, or to everybody where it is public; in order.
    pub(super) own: Vec<Message>,
    /// To everybody besides.
    pub(super) aloud: Vec<Message>,
    /// How far the open question is.
    pub(super) progress: Option<String>,
    /// The round that it is part of.
    pub(super) played: Option<Played>,
}

/// What is said to a request, of which one page is wanted.
pub(super) fn compose(router: &Router, request: &Request, reply: &Reply, page: usize) -> Said {
    let writer = router.writer(request.lang);
    let private = reply.audience == Audience::Person;
    if !is_play(request, reply) {
        let mut message = paged(writer, request, draw(&reply.parts, true), page);
        message.components.extend(shared(&reply.parts).and_then(|one| grid::row(writer, one)));
        fit(&mut message);
        return Said { own: vec![seen_by(message, private)], ..Said::default() };
    }
    let played = reply.played.as_deref();
    let public = played.map_or(request.lang, |played| played.lang);
    let own_writer = if private { writer } else { router.writer(public) };
    // What only one of several players reads has no buttons of the round.
    let shown = played.filter(|played| !private || played.alone);
    let mut said = Said {
        own: messages(own_writer, &reply.parts, shown, private),
        played: played.cloned(),
        ..Said::default()
    };
    match progress(&reply.aloud) {
        Some(text) => said.progress = Some(text),
        None => said.aloud = messages(router.writer(public), &reply.aloud, played, false),
    }
    said
}

/// What is said because it is due.
pub(super) fn compose_due(router: &Router, reply: &Reply) -> Said {
    let Some(played) = reply.played.as_deref() else { return Said::default() };
    let parts: Vec<Part> = reply.parts.iter().chain(&reply.aloud).cloned().collect();
    let own = messages(router.writer(played.lang), &parts, Some(played), played.alone);
    Said { own, played: Some(played.clone()), ..Said::default() }
}

/// The message with an open question, with news of it below.
pub(super) fn question(router: &Router, lang: Lang, asked: Part, news: String) -> Option<Message> {
    let mut message = messages(router.writer(lang), &[asked], None, false).pop()?;
    message.embeds.last_mut()?.footer.text = news;
    fit(&mut message);
    Some(message)
}

/// Whether a request is part of a game.
fn is_play(request: &Request, reply: &Reply) -> bool {
    let by_request = match &request.action {
        Action::Command { id, .. } => id.starts_with("quiz") || id.starts_with("practice"),
        Action::Answer { .. } | Action::Typed { .. } => true,
        Action::Ask(_) | Action::Report { .. } | Action::Share { .. } => false,
    };
    by_request
        || !reply.aloud.is_empty()
        || reply.parts.iter().any(|part| matches!(part, Part::Question(_)))
}

/// News that need no message of their own: sentences alone.
fn progress(aloud: &[Part]) -> Option<String> {
    let texts: Option<Vec<&str>> = aloud
        .iter()
        .map(|part| match part {
            Part::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    texts.filter(|texts| !texts.is_empty()).map(|texts| texts.join(" "))
}

/// All pages of some parts, each as a message; the last one with what can be pressed.
fn messages(
    writer: Writer<'_>,
    parts: &[Part],
    played: Option<&Played>,
    private: bool,
) -> Vec<Message> {
    let asked = parts.iter().rev().find_map(|part| match part {
        Part::Question(asked) => Some(asked),
        _ => None,
    });
    let choosing = parts.iter().find_map(|part| match part {
        Part::Choosing(options) => Some(options),
        _ => None,
    });
    let mut messages: Vec<Message> = draw(parts, true)
        .pages
        .into_iter()
        .filter(|embeds| !embeds.is_empty())
        .map(Message::of)
        .collect();
    if let Some(last) = messages.last_mut() {
        if let Some(asked) = asked {
            last.components = question::rows(writer, asked, played);
        } else if parts.iter().any(|part| matches!(part, Part::Gathering(_))) {
            last.components = vec![lobby::row(writer)];
        } else if let Some(options) = choosing {
            last.components = lobby::menus(options);
        } else if let Some(played) = played.filter(|played| played.turn == Turn::Over) {
            last.components = vec![question::after(writer, played)];
            last.components.extend(shared(parts).and_then(|one| grid::row(writer, one)));
        }
    }
    messages.iter_mut().for_each(fit);
    messages.into_iter().map(|message| seen_by(message, private)).collect()
}

/// The result of a daily challenge among some parts.
fn shared(parts: &[Part]) -> Option<&Grid> {
    parts.iter().find_map(|part| match part {
        Part::Grid(grid) => Some(grid),
        _ => None,
    })
}

fn seen_by(message: Message, private: bool) -> Message {
    if private { message.private() } else { message }
}

/// One page of a reply, with what turns the pages, and questions to choose from.
fn paged(writer: Writer<'_>, request: &Request, drawn: Drawn, page: usize) -> Message {
    let (count, mut pages) = (drawn.pages.len(), drawn.pages);
    let page = page.min(count.saturating_sub(1));
    let mut message = Message::default();
    if page < count {
        message.embeds = pages.swap_remove(page);
    }
    if count > 1 {
        let turn = |to: Option<usize>, key: &str, end: &str| {
            // Where there is no such page, the button is there but cannot be pressed.
            let id = to.map_or_else(|| end.to_owned(), |page| page_id(request, page));
            let mut button = Button::new(id, writer.say(key, &[]));
            button.disabled = to.is_none();
            button
        };
        let number = (page + 1).into();
        let mut here = Button::new(
            "here".to_owned(),
            writer.say("discord-page", &[("number", number), ("count", count.into())]),
        );
        here.disabled = true;
        message.components.push(Row::Buttons(vec![
            turn(page.checked_sub(1), "discord-page-before", "first"),
            here,
            turn(Some(page + 1).filter(|next| *next < count), "discord-page-after", "last"),
        ]));
    }
    if drawn.questions.len() > 1 {
        let placeholder = writer.say("discord-choose", &[]);
        let menu = Menu::new(CustomId::Ask.to_string(), placeholder, drawn.questions);
        message.components.push(Row::Menu(menu));
    }
    message
}

/// The id of a button that turns to a page of the reply to a request.
fn page_id(request: &Request, page: usize) -> String {
    let (command, options) = match &request.action {
        Action::Command { id, options } => (id.clone(), options.clone()),
        Action::Ask(text) => ("ask".to_owned(), vec![("question".to_owned(), text.clone())]),
        // Nothing else has pages.
        _ => (String::new(), Vec::new()),
    };
    CustomId::Page { page, lang: request.lang, command, options }.to_string()
}
