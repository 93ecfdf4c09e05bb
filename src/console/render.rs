//! Replies as lines of a terminal. Colours are left to the stream, which drops them where they would not
//! show.

use std::borrow::Cow;
use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use crate::facts::Status;
use crate::reply::{Asked, Fact, Gathering, Grid, Item, List, Offered, Part, Reply, Span};

/// A reply in colours (as escape codes).
#[must_use]
pub fn render(reply: &Reply) -> String {
    Page { colours: true, sources: true, text: String::new() }.reply(reply)
}

/// A reply as plain text, with its source lines or without.
#[must_use]
pub fn plain(reply: &Reply, sources: bool) -> String {
    Page { colours: false, sources, text: String::new() }.reply(reply)
}

struct Page {
    colours: bool,
    sources: bool,
    text: String,
}

impl Page {
    fn reply(mut self, reply: &Reply) -> String {
        let mut before: Option<&Part> = None;
        // In a terminal one person reads everything.
        for part in reply.parts.iter().chain(&reply.aloud) {
            let together = matches!(
                (before, part),
                (None, _)
                    | (Some(Part::Text(_) | Part::Line(_)), Part::Text(_) | Part::Line(_))
                    | (Some(Part::Title(_)), Part::List(_) | Part::Line(_))
                    | (Some(Part::Lead(_)), Part::List(_))
            );
            if !together {
                self.text.push('\n');
            }
            self.part(part);
            before = Some(part);
        }
        if let Some(leaf) = &reply.leaf {
            self.text.push('\n');
            self.line(Style::new().dimmed(), &leaf.hint);
        }
        while self.text.ends_with('\n') {
            self.text.pop();
        }
        self.text
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Title(title) => self.line(Style::new().bold(), title),
            Part::Text(text) => self.line(Style::new(), text),
            Part::Line(spans) => {
                let words: String = spans.iter().map(words).collect();
                self.line(Style::new(), &words);
            }
            Part::Fact(fact) => self.fact(fact),
            Part::Lead(item) => self.item("", item),
            Part::List(list) => self.list(list),
            Part::Legend(legend) if self.sources => self.line(Style::new().dimmed(), legend),
            Part::Legend(_) => {}
            Part::Question(asked) => self.question(asked),
            Part::Gathering(gathering) => self.gathering(gathering),
            Part::Grid(grid) => self.grid(grid),
            Part::Choosing(options) => {
                for option in options {
                    self.line(Style::new(), &format!("  - {}", option.line));
                }
            }
            Part::File(file) => self.line(Style::new(), &file.text),
            Part::Confirm(confirm) => self.line(Style::new(), &confirm.hint),
            Part::Hints(hints) => {
                for hint in hints {
                    let bold = self.styled(Style::new().bold(), &hint.input);
                    let meaning = if hint.meaning.is_empty() { "" } else { "\n      " };
                    self.line(Style::new(), &format!("  {bold}{meaning}{}", hint.meaning));
                }
            }
        }
    }

    fn question(&mut self, asked: &Asked) {
        self.line(Style::new().bold(), &asked.title);
        let prompt = self.stressed(&asked.prompt);
        self.line(Style::new(), &prompt);
        for Offered { mark, text } in &asked.options {
            self.line(Style::new(), &format!("  {mark}. {text}"));
        }
        for Offered { mark, text } in &asked.targets {
            self.line(Style::new(), &format!("      {mark}. {text}"));
        }
        self.line(Style::new().dimmed(), &asked.how);
    }

    fn gathering(&mut self, gathering: &Gathering) {
        self.line(Style::new().bold(), &gathering.title);
        self.line(Style::new(), &gathering.what);
        self.line(Style::new(), &gathering.players);
        self.line(Style::new().dimmed(), &gathering.how);
    }

    fn grid(&mut self, grid: &Grid) {
        self.line(Style::new().bold(), &grid.text);
        for note in grid.notes.iter().chain(grid.next.as_ref().map(|(next, _)| next)) {
            self.line(Style::new(), note);
        }
    }

    /// What stands between two asterisks on each side is stressed: bold, and in capitals where there are
    /// no styles.
    fn stressed(&self, text: &str) -> String {
        let mut out = String::new();
        for (index, piece) in text.split("**").enumerate() {
            match (index % 2, self.colours) {
                (0, _) => out.push_str(piece),
                (_, true) => out.push_str(&self.styled(Style::new().bold(), piece)),
                (_, false) => out.push_str(&piece.to_uppercase()),
            }
        }
        out
    }

    fn fact(&mut self, fact: &Fact) {
        self.line(colour(fact.status), &fact.text);
        for note in &fact.notes {
            self.line(Style::new(), &note.line);
        }
        if self.sources {
            self.line(Style::new().dimmed(), &fact.source);
        }
    }

    fn list(&mut self, list: &List) {
        self.line(Style::new().bold(), &list.heading);
        for item in &list.items {
            self.item("  - ", item);
        }
    }

    fn item(&mut self, mark: &str, item: &Item) {
        let text = self.stressed(&item.text);
        let mut line = format!("{mark}{}", self.styled(colour(item.status), &text));
        if let Some(note) = &item.note {
            let _ = write!(line, " ({note})");
        }
        if let (Some(cited), true) = (&item.cited, self.sources) {
            let _ = write!(line, " {}", self.styled(Style::new().dimmed(), cited));
        }
        self.line(Style::new(), &line);
        if let Some(detail) = &item.detail {
            self.line(Style::new(), &format!("    {detail}"));
        }
    }

    fn line(&mut self, style: Style, text: &str) {
        let text = self.styled(style, text);
        self.text.push_str(&text);
        self.text.push('\n');
    }

    fn styled(&self, style: Style, text: &str) -> String {
        if self.colours && style != Style::new() {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }
}

/// A piece of a sentence; ids are names here.
fn words(span: &Span) -> Cow<'_, str> {
    match span {
        Span::Text(text) | Span::Spoiler(text) | Span::Moment { text, .. } | Span::Person(text) => {
            Cow::Borrowed(text)
        }
        Span::Channel(name) => Cow::Owned(format!("#{name}")),
    }
}

/// One colour a status; the status stands there in words as well.
fn colour(status: Status) -> Style {
    let colour = match status {
        Status::Confirmed => return Style::new(),
        Status::Planned => AnsiColor::Cyan,
        Status::Reported => AnsiColor::Yellow,
        Status::Rumoured => AnsiColor::Magenta,
        Status::Opinion => AnsiColor::Blue,
        Status::Denied => AnsiColor::Red,
    };
    colour.on_default()
}
