//! A conversation in the terminal: who speaks, in which language, and what comes back.

use jiff::Timestamp;
use rand::Rng;

use super::parse::{LONGEST_LINE, Line, parse};
use crate::reply::{Hint, Part, Reply};
use crate::request::{Person, Request};
use crate::router::Router;
use crate::text::Lang;

/// A conversation; lines go in, replies come out.
#[derive(Debug)]
pub struct Chat<'a> {
    router: &'a Router,
    lang: Lang,
    name: String,
}

/// What a line led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// This is said.
    Said(Reply),
    /// Nothing is said.
    Silence,
    /// The conversation is over, with these words.
    Over(Reply),
}

impl<'a> Chat<'a> {
    /// A conversation in a language; whoever speaks is called `name` until `/as` says otherwise, and
    /// "Player 1" where that is no name.
    #[must_use]
    pub fn new(router: &'a Router, lang: Lang, name: &str) -> Self {
        let name = usable(name).unwrap_or_else(|| router.writer(lang).say("chat-player", &[]));
        Self { router, lang, name }
    }

    /// The language that is spoken.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Who speaks.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The words of welcome.
    #[must_use]
    pub fn welcome(&self) -> Reply {
        let subject = self.router.facts().file().about.label.get(self.lang);
        self.note("chat-welcome", &[("subject", subject.into())])
    }

    /// Takes a line. Time and chance come in as arguments.
    pub fn take(&mut self, line: &str, now: Timestamp, chance: &mut dyn Rng) -> Turn {
        match parse(self.router, line) {
            Line::Blank => Turn::Silence,
            Line::Quit => Turn::Over(self.note("chat-bye", &[])),
            Line::As(name) => Turn::Said(self.speak_as(&name)),
            Line::Lang(code) => Turn::Said(self.speak(&code)),
            Line::TooLong => {
                Turn::Said(self.note("chat-too-long", &[("most", LONGEST_LINE.into())]))
            }
            Line::Unknown(name) => {
                let action = crate::request::Action::Command { id: name, options: Vec::new() };
                Turn::Said(self.router.handle(&self.request(action), now, chance))
            }
            Line::Action(action) => {
                let mut reply = self.router.handle(&self.request(action.clone()), now, chance);
                if matches!(&action, crate::request::Action::Command { id, .. } if id == "help") {
                    self.add_own_commands(&mut reply);
                }
                Turn::Said(reply)
            }
        }
    }

    fn request(&self, action: crate::request::Action) -> Request {
        Request {
            person: Person { id: self.name.to_lowercase(), name: self.name.clone() },
            place: "terminal".to_owned(),
            lang: self.lang,
            action,
        }
    }

    fn speak_as(&mut self, name: &str) -> Reply {
        let Some(name) = usable(name) else { return self.note("chat-as-empty", &[]) };
        self.name = name;
        self.note("chat-as", &[("name", (&self.name).into())])
    }

    fn speak(&mut self, code: &str) -> Reply {
        if let Ok(lang) = code.parse() {
            self.lang = lang;
            return self.note("chat-lang", &[]);
        }
        let typed = crate::reply::shortened(code);
        self.note("chat-lang-bad", &[("typed", (&typed).into())])
    }

    /// The commands that only the terminal has.
    fn add_own_commands(&self, reply: &mut Reply) {
        let say = |key: &str| self.router.writer(self.lang).say(key, &[]);
        let quit = if self.lang == Lang::Fr { "/quitter" } else { "/quit" };
        let own = [
            ("/as NAME", say("chat-command-as")),
            ("/lang en|fr", say("chat-command-lang")),
            (quit, say("chat-command-quit")),
        ];
        for part in &mut reply.parts {
            if let Part::Hints(hints) = part {
                hints.extend(own.iter().map(|(input, meaning)| Hint {
                    input: (*input).to_owned(),
                    meaning: meaning.clone(),
                }));
            }
        }
    }

    fn note(&self, key: &str, arguments: &[(&str, crate::reply::Arg<'_>)]) -> Reply {
        Reply::note(self.router.writer(self.lang).say(key, arguments))
    }
}

/// A name without control characters and not too long; none where nothing is left of it.
fn usable(name: &str) -> Option<String> {
    const MOST: usize = 32;
    let name: String = name.trim().chars().filter(|one| !one.is_control()).take(MOST).collect();
    (!name.is_empty()).then_some(name)
}
