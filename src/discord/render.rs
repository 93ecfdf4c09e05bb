//! Replies as embeds: one colour a status, which stands there in words as well; the source in the footer.

use std::fmt::Write as _;

use super::limits::{DESCRIPTION, EMBEDS, EMBEDS_TOGETHER, cut_marked, length, weight};
use super::message::{Choice, Embed, Field, Footer};
use super::{grid, lobby, question};
use crate::facts::Status;
use crate::reply::{Fact, Item, List, Note, Part, Span};

/// How long the text of an embed gets before a page is turned: what fits on a screen or two.
const PAGE: usize = 2_400;
/// How long one line may be.
const LINE: usize = 1_000;
/// How long a field is at most that stands beside others.
const BESIDE: usize = 40;
/// The colour of what has no status.
pub(super) const NEUTRAL: u32 = 0x00_F4_C5_42;

/// A reply, drawn.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    /// Its pages; one at least.
    pub(super) pages: Vec<Vec<Embed>>,
    /// Questions to choose from.
    pub(super) questions: Vec<Choice>,
}

/// What is being drawn: lines of an embed that is not finished.
#[derive(Default)]
struct Sheet {
    title: String,
    lines: Vec<String>,
    footer: String,
    embeds: Vec<Embed>,
}

/// Draws a reply by its parts. With `spoilers`, what gives away a result is covered until somebody wants to see it.
pub(super) fn draw(parts: &[Part], spoilers: bool) -> Drawn {
    let mut sheet = Sheet::default();
    let mut questions = Vec::new();
    let cover = |covered: bool, text: String| {
        if covered && spoilers { format!("||{text}||") } else { text }
    };
    for part in parts {
        match part {
            Part::Title(title) => {
                sheet.finish();
                sheet.title = escaped(title);
            }
            Part::Text(text) => sheet.lines.push(escaped(text)),
            Part::Line(spans) => {
                sheet.lines.push(spans.iter().map(|one| span(one, &cover)).collect());
            }
            Part::Fact(fact) => sheet.fact(fact, &cover),
            Part::Lead(item) => sheet.lines.push(line(item, &cover)),
            Part::List(list) => sheet.list(list, &cover),
            Part::Question(asked) => {
                sheet.finish();
                sheet.embeds.push(question::embed(asked));
            }
            Part::Gathering(gathering) => {
                sheet.finish();
                sheet.embeds.push(lobby::embed(gathering));
            }
            Part::Grid(result) => sheet.lines.extend(grid::lines(result)),
            Part::Legend(legend) => sheet.footer.clone_from(legend),
            // These are no part of an embed.
            Part::Choosing(_) | Part::File(_) | Part::Confirm(_) => {}
            Part::Hints(hints) => {
                for hint in hints {
                    if hint.meaning.is_empty() {
                        sheet.lines.push(format!("- {}", escaped(&hint.input)));
                        questions
                            .push(Choice { label: hint.input.clone(), value: hint.input.clone() });
                    } else {
                        let input = hint.input.replace('`', "'");
                        sheet.lines.push(format!("`{input}` {}", escaped(&hint.meaning)));
                    }
                }
            }
        }
    }
    sheet.finish();
    Drawn { pages: paged(sheet.embeds), questions }
}

impl Sheet {
    /// A fact is an embed of its own, for its colour and its source.
    fn fact(&mut self, fact: &Fact, cover: &impl Fn(bool, String) -> String) {
        let mut title = String::new();
        if self.lines.is_empty() {
            std::mem::swap(&mut title, &mut self.title);
        }
        self.finish();
        let field = |note: &Note| Field {
            name: escaped(&note.name),
            value: cover(fact.spoiler, escaped(&note.text)),
            inline: length(&note.text) <= BESIDE,
        };
        self.embeds.push(Embed {
            title,
            description: cover(fact.spoiler, escaped(&fact.text)),
            color: colour(fact.status),
            fields: fact.notes.iter().map(field).collect(),
            footer: Footer { text: fact.source.clone() },
        });
    }

    fn list(&mut self, list: &List, cover: &impl Fn(bool, String) -> String) {
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.push(format!("**{}**", escaped(&list.heading)));
        self.lines.extend(list.items.iter().map(|item| format!("- {}", line(item, cover))));
    }

    /// Makes embeds of the lines so far: as many as pages are needed, each with the title and the footer.
    fn finish(&mut self) {
        if self.title.is_empty() && self.lines.is_empty() {
            return;
        }
        let (title, footer) = (std::mem::take(&mut self.title), std::mem::take(&mut self.footer));
        let embed = |description: String| Embed {
            title: title.clone(),
            description,
            color: NEUTRAL,
            footer: Footer { text: footer.clone() },
            ..Embed::default()
        };
        let mut text = String::new();
        for mut line in self.lines.drain(..) {
            cut_marked(&mut line, LINE);
            if !text.is_empty() && length(&text) + length(&line) > PAGE.min(DESCRIPTION) {
                self.embeds.push(embed(std::mem::take(&mut text)));
            }
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&line);
        }
        self.embeds.push(embed(text));
    }
}

/// A piece of a sentence. Nobody is pinged by being named, and times show as they are where the reader is.
///
/// See <https://discord.com/developers/docs/reference#message-formatting>.
fn span(span: &Span, cover: &impl Fn(bool, String) -> String) -> String {
    match span {
        Span::Text(text) => escaped(text),
        Span::Spoiler(text) => cover(true, escaped(text)),
        Span::Person(id) => format!("<@{id}>"),
        Span::Channel(id) => format!("<#{id}>"),
        Span::Moment { at, .. } => format!("<t:{}:F>", at.div_euclid(1_000)),
    }
}

fn line(item: &Item, cover: &impl Fn(bool, String) -> String) -> String {
    let mut line = cover(item.spoiler, question::stressed(&item.text));
    if let Some(note) = &item.note {
        let _ = write!(line, " ({})", escaped(note));
    }
    if let Some(cited) = &item.cited {
        let _ = write!(line, " {}", escaped(cited));
    }
    if let Some(detail) = &item.detail {
        let _ = write!(line, "\n  {}", cover(item.spoiler, escaped(detail)));
    }
    line
}

/// Embeds, as many on each page as a message takes. A long text is a page by itself.
fn paged(embeds: Vec<Embed>) -> Vec<Vec<Embed>> {
    let mut pages: Vec<Vec<Embed>> = vec![Vec::new()];
    let mut used = 0;
    for embed in embeds {
        let needed = weight(&embed);
        let full = pages.last().is_some_and(|page| {
            let long = page.iter().any(|one| one.title == embed.title && !embed.title.is_empty());
            !page.is_empty() && (page.len() == EMBEDS || used + needed > EMBEDS_TOGETHER || long)
        });
        if full {
            pages.push(Vec::new());
            used = 0;
        }
        used += needed;
        if let Some(page) = pages.last_mut() {
            page.push(embed);
        }
    }
    pages
}

/// One colour a status.
fn colour(status: Status) -> u32 {
    match status {
        Status::Confirmed => 0x2E_8B_57,
        Status::Planned => 0x34_98_DB,
        Status::Reported => 0xE0_8E_0B,
        Status::Rumoured => 0x9B_59_B6,
        Status::Opinion => 0x60_7D_8B,
        Status::Denied => 0xC0_39_2B,
    }
}

/// A text in which nothing is a mark: what people typed, and names with stars and underscores, show as they
/// are.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut begins = true;
    for character in text.chars() {
        let marks = matches!(character, '\\' | '*' | '_' | '~' | '`' | '|' | '[' | '<' | '>' | '@');
        if marks || (begins && matches!(character, '#' | '-' | '+')) {
            out.push('\\');
        }
        begins = character == '\n';
        out.push(character);
    }
    out
}
