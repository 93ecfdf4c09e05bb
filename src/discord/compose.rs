//! From a reply to messages: for the person, for everybody, and what becomes of the round that is shown.

use super::custom_id::CustomId;
use super::limits::fit;
use super::message::{Button, Menu, Message, Row};
use super::question;
use super::render::{Drawn, draw};
use crate::reply::{Audience, Part, Reply, Writer};
use crate::request::{Action, Request};
use crate::router::{Router, Seat};
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
    /// What becomes of the round.
    pub(super) turn: Option<Turn>,
}

/// What becomes of a round that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Turn {
    /// The last message has its next question.
    Asked(Seat),
    /// It is over.
    Over(Seat),
}

/// What is said to a request, of which one page is wanted. What everybody reads is in the language `public`.
pub(super) fn compose(
    router: &Router,
    request: &Request,
    public: Lang,
    reply: &Reply,
    page: usize,
) -> Said {
    let writer = router.writer(request.lang);
    let private = reply.audience == Audience::Person;
    if !is_play(request, reply) {
        let mut message = paged(writer, request, draw(&reply.parts, true), page);
        fit(&mut message);
        return Said { own: vec![seen_by(message, private)], ..Said::default() };
    }
    let place = Seat::Place(request.place.clone());
    let alone = Seat::Person(request.person.id.clone());
    let own_writer = if private { writer } else { router.writer(public) };
    // Nobody shows the public question anew by looking at it in their own language.
    let translated = is_command(&request.action, "quiz-translate");
    let (seat, told) = match private && reply.aloud.is_empty() {
        true => (alone, &reply.parts),
        false if private => (place, &reply.aloud),
        false => (place, &reply.parts),
    };
    let turn = turn(seat, told).filter(|_| !translated);
    let over = matches!(turn, Some(Turn::Over(Seat::Place(_))));
    let mut said = Said {
        own: messages(own_writer, &reply.parts, over && !private, private),
        turn,
        ..Said::default()
    };
    match progress(&reply.aloud) {
        Some(text) => said.progress = Some(text),
        None => said.aloud = messages(router.writer(public), &reply.aloud, over, false),
    }
    said
}

/// What is said because it is due.
pub(super) fn compose_due(router: &Router, seat: Seat, lang: Lang, reply: &Reply) -> Said {
    let private = matches!(seat, Seat::Person(_));
    let parts: Vec<Part> = reply.parts.iter().chain(&reply.aloud).cloned().collect();
    let turn = turn(seat, &parts);
    let over = matches!(turn, Some(Turn::Over(Seat::Place(_))));
    let own = messages(router.writer(lang), &parts, over, private);
    Said { own, turn, ..Said::default() }
}

/// Whether a request is part of a game.
fn is_play(request: &Request, reply: &Reply) -> bool {
    let by_request = match &request.action {
        Action::Command { id, .. } => id.starts_with("quiz") || id.starts_with("practice"),
        Action::Answer { .. } | Action::Typed { .. } => true,
        Action::Ask(_) => false,
    };
    by_request
        || !reply.aloud.is_empty()
        || reply.parts.iter().any(|part| matches!(part, Part::Question(_)))
}

pub(super) fn is_command(action: &Action, wanted: &str) -> bool {
    matches!(action, Action::Command { id, .. } if id == wanted)
}

/// What becomes of a round by what is told of it: a question that is closed is followed by another one, or by
/// nothing.
fn turn(seat: Seat, told: &[Part]) -> Option<Turn> {
    if told.iter().any(|part| matches!(part, Part::Question(_))) {
        return Some(Turn::Asked(seat));
    }
    let closed = told.iter().any(|part| matches!(part, Part::Fact(_) | Part::List(_)));
    closed.then_some(Turn::Over(seat))
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
fn messages(writer: Writer<'_>, parts: &[Part], over: bool, private: bool) -> Vec<Message> {
    let asked = parts.iter().rev().find_map(|part| match part {
        Part::Question(asked) => Some(asked),
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
            last.components = question::rows(writer, asked);
        } else if over {
            last.components = vec![question::after(writer)];
        }
    }
    messages.iter_mut().for_each(fit);
    messages.into_iter().map(|message| seen_by(message, private)).collect()
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
