//! From a reply to messages: for the person, for everybody, and what becomes of the round that is shown.

use std::sync::Arc;

use super::books::Book;
use super::custom_id::{CustomId, has_pages};
use super::limits::fit;
use super::message::{Attachment, Button, Menu, Message, Row};
use super::render::{Drawn, draw};
use super::{grid, lobby, question};
use crate::reply::{Audience, Grid, Leaf, Part, Played, Reply, Turn, Writer};
use crate::request::{Action, Request};
use crate::router::Router;

/// What is said to a request.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// To whoever asked, or to everybody where it is public; in order.
    pub(super) own: Vec<Message>,
    /// To everybody besides.
    pub(super) aloud: Vec<Message>,
    /// How far the open question is.
    pub(super) progress: Option<String>,
    /// Which of two replies was made later: the answers to interactions may arrive in another order.
    pub(super) order: u64,
    /// The round that it is part of.
    pub(super) played: Option<Played>,
    /// The pages that have to be kept so that they can be turned.
    pub(super) book: Option<(u64, Arc<Book>)>,
}

/// What is said to a request, of which one page is wanted.
pub(super) fn compose(router: &Router, request: &Request, reply: &Reply, page: usize) -> Said {
    let writer = router.writer(request.lang);
    let private = reply.audience == Audience::Person;
    if !is_play(request, reply) {
        let drawn = draw(&reply.parts, reply.covered);
        let (mut message, book) = match &reply.leaf {
            Some(leaf) => (leafed(writer, request, drawn, leaf), None),
            None => paged(writer, request, drawn, page, private),
        };
        add_besides(&mut message, &reply.parts);
        message.components.extend(shared(&reply.parts).and_then(|one| grid::row(writer, one)));
        fit(&mut message);
        return Said { own: vec![seen_by(message, private)], book, ..Said::default() };
    }
    let played = reply.played.as_deref();
    let public = played.map_or(request.lang, |played| played.lang);
    let own_writer = if private { writer } else { router.writer(public) };
    // What only one of several players reads has no buttons of the round.
    let shown = played.filter(|played| !private || played.alone);
    let mut said = Said {
        own: messages(own_writer, (&reply.parts, reply.covered), shown, private),
        played: played.cloned(),
        ..Said::default()
    };
    if let Some(text) = progress(&reply.aloud) {
        said.progress = Some(text);
    } else {
        let aloud = (reply.aloud.as_slice(), reply.covered);
        said.aloud = messages(router.writer(public), aloud, played, false);
    }
    said
}

/// What is said because it is due.
pub(super) fn compose_due(router: &Router, reply: &Reply) -> Said {
    let Some(played) = reply.played.as_deref() else { return Said::default() };
    let parts: Vec<Part> = reply.parts.iter().chain(&reply.aloud).cloned().collect();
    let own =
        messages(router.writer(played.lang), (&parts, reply.covered), Some(played), played.alone);
    Said { own, played: Some(played.clone()), ..Said::default() }
}

/// The message in which a round is shown, with news of it below; what stood above the question still does.
pub(super) fn with_news(router: &Router, standing: &Reply, news: String) -> Option<Message> {
    let mut message = compose_due(router, standing).own.pop()?;
    message.embeds.last_mut()?.footer.text = news;
    fit(&mut message);
    Some(message)
}

/// Whether a request is part of a game.
fn is_play(request: &Request, reply: &Reply) -> bool {
    let by_request = match &request.action {
        Action::Command { id, .. } => id.starts_with("quiz") || id.starts_with("practice"),
        Action::Answer { .. } | Action::Typed { .. } | Action::InRound { .. } => true,
        Action::Ask(_) | Action::Report { .. } | Action::Share { .. } => false,
    };
    // What is typed may answer a question as well, and end a round.
    by_request
        || reply.played.is_some()
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

/// All pages of some parts, covered where they tell how the race ended or not, each as a message; the last one
/// with what can be pressed.
fn messages(
    writer: Writer<'_>,
    (parts, covered): (&[Part], bool),
    played: Option<&Played>,
    private: bool,
) -> Vec<Message> {
    let asked = parts.iter().rev().find_map(|part| match part {
        Part::Question(asked) => Some(asked),
        _ => None,
    });
    let gathering = parts.iter().find_map(|part| match part {
        Part::Gathering(gathering) => Some(gathering),
        _ => None,
    });
    let choosing = parts.iter().find_map(|part| match part {
        Part::Choosing(options) => Some(options),
        _ => None,
    });
    let mut messages: Vec<Message> = draw(parts, covered)
        .pages
        .into_iter()
        .filter(|embeds| !embeds.is_empty())
        .map(Message::of)
        .collect();
    if let Some(last) = messages.last_mut() {
        if let Some(asked) = asked {
            last.components = question::rows(writer, asked, played);
        } else if let Some(gathering) = gathering {
            last.components = vec![lobby::row(writer, gathering)];
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

/// One page of a reply, with what turns the pages, and questions to choose from; and the pages, if they have to be
/// kept for that.
fn paged(
    writer: Writer<'_>,
    request: &Request,
    drawn: Drawn,
    page: usize,
    private: bool,
) -> (Message, Option<(u64, Arc<Book>)>) {
    let Drawn { pages, questions } = drawn;
    let book = Book { lang: writer.lang(), private, pages, questions };
    if book.pages.len() < 2 || page_id(request, 0).is_some() {
        return (leaf_of(writer, &book, page, |page| page_id(request, page)), None);
    }
    let key = book.key().inspect_err(|error| tracing::error!(%error, "pages cannot be turned"));
    let message = leaf_of(writer, &book, page, |page| {
        let key = *key.as_ref().ok()?;
        Some(CustomId::Turn { page, key }.to_string())
    });
    (message, key.ok().map(|key| (key, Arc::new(book))))
}

/// Another page of a reply that was kept.
pub(super) fn turned(router: &Router, key: u64, book: &Book, page: usize) -> Message {
    let to = |page| Some(CustomId::Turn { page, key }.to_string());
    let mut message = leaf_of(router.writer(book.lang), book, page, to);
    fit(&mut message);
    seen_by(message, book.private)
}

/// One page of several, the last one where there are not so many.
fn leaf_of(
    writer: Writer<'_>,
    book: &Book,
    page: usize,
    to: impl Fn(usize) -> Option<String>,
) -> Message {
    let count = book.pages.len();
    let page = page.min(count.saturating_sub(1));
    let mut message = Message::of(book.pages.get(page).cloned().unwrap_or_default());
    if count > 1 {
        let (before, after) = (page.checked_sub(1), Some(page + 1).filter(|next| *next < count));
        let (before, after) = (before.and_then(&to), after.and_then(&to));
        message.components.push(turns(writer, (page + 1, count), before, after));
    }
    if book.questions.len() > 1 {
        let placeholder = writer.say("discord-choose", &[]);
        let menu = Menu::new(CustomId::Ask.to_string(), placeholder, book.questions.clone());
        message.components.push(Row::Menu(menu));
    }
    message
}

/// A leaf of a longer reply, with what turns to the others.
fn leafed(writer: Writer<'_>, request: &Request, drawn: Drawn, leaf: &Leaf) -> Message {
    let mut message = Message::of(drawn.pages.into_iter().flatten().collect());
    let to = |page: usize| leaf_id(request, page);
    let before = Some(leaf.page - 1).filter(|page| *page > 0);
    let after = Some(leaf.page + 1).filter(|page| *page <= leaf.of);
    let row = turns(writer, (leaf.page, leaf.of), before.map(to), after.map(to));
    message.components.push(row);
    message
}

/// What turns pages. Where there is no such page, the button is there but cannot be pressed.
fn turns(
    writer: Writer<'_>,
    (number, count): (usize, usize),
    before: Option<String>,
    after: Option<String>,
) -> Row {
    let turn = |to: Option<String>, key: &str, end: &str| {
        let disabled = to.is_none();
        let mut button = Button::new(to.unwrap_or_else(|| end.to_owned()), writer.say(key, &[]));
        button.disabled = disabled;
        button
    };
    let here = [("number", number.into()), ("count", count.into())];
    let mut here = Button::new("here".to_owned(), writer.say("discord-page", &here));
    here.disabled = true;
    Row::Buttons(vec![
        turn(before, "discord-page-before", "first"),
        here,
        turn(after, "discord-page-after", "last"),
    ])
}

/// Adds what stands beside the embeds: files, and buttons to confirm something.
fn add_besides(message: &mut Message, parts: &[Part]) {
    for part in parts {
        match part {
            Part::File(file) => message.attachments.push(Attachment {
                id: message.attachments.len().to_string(),
                filename: file.name.clone(),
                description: file.about.clone(),
                text: file.text.clone(),
            }),
            Part::Confirm(confirm) => {
                let id = CustomId::Confirm(confirm.command).to_string();
                let button = Button::grave(id, confirm.label.clone());
                message.components.push(Row::Buttons(vec![button]));
            }
            _ => {}
        }
    }
}

/// The id of a button that turns to another leaf of the reply to a request.
fn leaf_id(request: &Request, page: usize) -> String {
    let Action::Command { id, options } = &request.action else { return String::new() };
    let mut options = options.clone();
    options.retain(|(option, _)| option != "page");
    options.push(("page".to_owned(), page.to_string()));
    CustomId::Page { page: 0, lang: request.lang, command: id.clone(), options }.to_string()
}

/// The id of a button that turns to a page of the reply to a request; none where somebody's own words would stand in
/// it, or the reply is not the same for everybody.
fn page_id(request: &Request, page: usize) -> Option<String> {
    let Action::Command { id, options } = &request.action else { return None };
    // Numbers and dates.
    let plain = |value: &str| {
        value.len() <= 10 && value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
    };
    let sound = has_pages(id) && options.iter().all(|(_, value)| plain(value));
    let (command, options) = (id.clone(), options.clone());
    sound.then(|| CustomId::Page { page, lang: request.lang, command, options }.to_string())
}
