//! A conversation in the terminal: who speaks, in which language, and what comes back.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::parse::{LONGEST_LINE, Line, parse, person_id};
use crate::reply::{Hint, Part, Reply, Span, capitalised};
use crate::request::{Action, LangFrom, Person, Request};
use crate::router::{Chance, Due, Router};
use crate::text::Lang;

/// The one place that a terminal is.
const PLACE: &str = "terminal";

/// A conversation; lines go in, replies come out.
#[derive(Debug)]
pub struct Chat<'a> {
    router: &'a Router,
    name: String,
    /// The id of who spoke first: whoever has the program moderates in it.
    host: String,
    /// The language of the first speaker, and of everybody who has not chosen another.
    lang: Lang,
    /// What people called themselves, by their ids.
    names: HashMap<String, String>,
    /// The languages that people chose for this conversation, by their ids.
    langs: HashMap<String, Lang>,
    /// The languages that people were answered in, by what they have set for themselves, by their ids.
    set: HashMap<String, Lang>,
    /// How far `/wait` has moved the clock on.
    ahead: SignedDuration,
    /// Whether somebody said which language to speak, rather than the machine.
    told: bool,
}

/// What a line led to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Turn {
    /// What is said, in order.
    pub said: Vec<Reply>,
    /// Whether the conversation is over.
    pub over: bool,
}

impl From<Reply> for Turn {
    fn from(reply: Reply) -> Self {
        Self { said: vec![reply], over: false }
    }
}

impl<'a> Chat<'a> {
    /// A conversation in a language; whoever speaks is called `name` until `/as` says otherwise, and
    /// "Player 1" where that is no name.
    #[must_use]
    pub fn new(router: &'a Router, lang: Lang, name: &str) -> Self {
        let name = usable(name).unwrap_or_else(|| router.writer(lang).say("chat-player", &[]));
        let host = person_id(router, &name);
        Self {
            router,
            names: HashMap::from([(host.clone(), name.clone())]),
            host,
            name,
            lang,
            langs: HashMap::new(),
            set: HashMap::new(),
            ahead: SignedDuration::ZERO,
            told: false,
        }
    }

    /// The same where somebody has said which language to speak, so that it is spoken whatever that of a question.
    #[must_use]
    pub fn told_which_language(self) -> Self {
        Self { told: true, ..self }
    }

    /// The language of who speaks.
    #[must_use]
    pub fn lang(&self) -> Lang {
        let id = self.id();
        let known = self.langs.get(&id).or_else(|| self.set.get(&id));
        known.copied().unwrap_or(self.lang)
    }

    /// The id of who speaks.
    fn id(&self) -> String {
        person_id(self.router, &self.name)
    }

    /// Who speaks.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How far `/wait` has moved the clock on.
    #[must_use]
    pub fn ahead(&self) -> SignedDuration {
        self.ahead
    }

    /// The words of welcome.
    #[must_use]
    pub fn welcome(&self) -> Reply {
        let subject = self.router.facts().file().about.label.get(self.lang());
        self.note("chat-welcome", &[("subject", subject.into())])
    }

    /// What is said when somebody breaks off a line: how to leave.
    #[must_use]
    pub fn broken_off(&self) -> Reply {
        self.note("chat-leave-how", &[])
    }

    /// What goes on from the last conversation: a round that was running when it ended.
    pub async fn resume(&self, now: Timestamp) -> Vec<Reply> {
        let due = self.router.resume(now).await;
        let replies = self.told(due, now).await;
        let again = |mut reply: Reply| {
            reply.parts.insert(0, Part::Text(self.say("chat-goes-on")));
            reply
        };
        replies.into_iter().map(again).collect()
    }

    /// What is due by the clock: questions whose time is up.
    pub async fn due(&self, now: Timestamp) -> Vec<Reply> {
        let now = now.saturating_add(self.ahead).unwrap_or(now);
        let due = self.router.due(now).await;
        self.told(due, now).await
    }

    /// Rounds that start by themselves.
    async fn scheduled(&self, now: Timestamp, chance: &mut Chance) -> Vec<Reply> {
        let due = self.router.scheduled(now, chance).await.map(|(due, _)| due);
        self.told(due, now).await
    }

    /// The replies that are due. What is handed to a terminal counts as said.
    async fn told(&self, due: crate::router::Result<Vec<Due>>, now: Timestamp) -> Vec<Reply> {
        let due = due.unwrap_or_else(|error| {
            tracing::error!(%error, "the rounds cannot be read");
            Vec::new()
        });
        let mut replies = Vec::new();
        for due in due {
            self.note_told(&due.reply, now).await;
            replies.push(due.reply);
        }
        replies
    }

    async fn note_told(&self, reply: &Reply, now: Timestamp) {
        let receipt = reply.played.as_ref().and_then(|played| played.receipt.as_ref());
        if let Some(receipt) = receipt
            && let Err(error) = self.router.told(receipt, now).await
        {
            tracing::error!(%error, "what was said could not be noted");
        }
    }

    /// Takes a line. Time and chance come in as arguments; what is due by then is said first.
    pub async fn take(&mut self, line: &str, now: Timestamp, chance: &mut Chance) -> Turn {
        let mut turn = Turn { said: self.due(now).await, over: false };
        let line = parse(self.router, line);
        if let Line::Wait(seconds) = &line {
            let reply = self.wait(seconds);
            turn.said.push(reply);
            turn.said.extend(self.due(now).await);
            let now = now.saturating_add(self.ahead).unwrap_or(now);
            turn.said.extend(self.scheduled(now, chance).await);
            return turn;
        }
        let now = now.saturating_add(self.ahead).unwrap_or(now);
        turn.said.extend(self.scheduled(now, chance).await);
        let then = self.answer(line, now, chance).await;
        for reply in &then.said {
            self.note_told(reply, now).await;
        }
        turn.said.extend(then.said);
        turn.over = then.over;
        turn
    }

    async fn answer(&mut self, line: Line, now: Timestamp, chance: &mut Chance) -> Turn {
        match line {
            Line::Blank | Line::Wait(_) => Turn::default(),
            Line::Quit => Turn { said: vec![self.note("chat-bye", &[])], over: true },
            Line::As(name) => self.speak_as(&name).into(),
            Line::Lang(code) => self.speak(&code).into(),
            Line::TooLong => {
                let most = i64::try_from(LONGEST_LINE).unwrap_or_default();
                let most = self.router.writer(self.lang()).whole(most);
                self.note("chat-too-long", &[("most", (&most).into())]).into()
            }
            Line::Unknown(name) => {
                let action = Action::Command { id: name, options: Vec::new() };
                self.handled(action, now, chance).await.into()
            }
            Line::Action(action) => {
                let help = matches!(&action, Action::Command { id, .. } if id == "help");
                let mut reply = self.handled(action, now, chance).await;
                if help {
                    self.add_own_commands(&mut reply);
                }
                if reply.parts.iter().any(|part| matches!(part, Part::Choosing(_))) {
                    reply.parts.push(Part::Text(self.say("chat-set-how")));
                }
                reply.into()
            }
        }
    }

    /// What the router says to who speaks.
    async fn handled(&mut self, action: Action, now: Timestamp, chance: &mut Chance) -> Reply {
        let mine = matches!(&action, Action::Command { id, .. } if id == "me");
        if mine && action.option("lang").is_some() {
            // What is set for good goes before what was said in passing.
            self.langs.remove(&self.id());
        }
        let request = self.router.settled(self.request(action, now), now).await;
        let mut reply = self.router.handle(&request, now, chance).await;
        let id = request.person.id;
        match self.router.own_lang(&id, now).await {
            Some(lang) => self.set.insert(id, lang),
            None => self.set.remove(&id),
        };
        self.name_people(&mut reply);
        reply
    }

    /// Ids as the names that people go by.
    fn name_people(&self, reply: &mut Reply) {
        let lines = reply.parts.iter_mut().chain(&mut reply.aloud).filter_map(|part| match part {
            Part::Line(spans) => Some(spans),
            _ => None,
        });
        for span in lines.flatten() {
            if let Span::Person(id) = span {
                // Of who spoke in another conversation only the id is known.
                let capitals = || id.split(' ').map(capitalised).collect::<Vec<_>>().join(" ");
                *id = self.names.get(id.as_str()).cloned().unwrap_or_else(capitals);
            }
        }
    }

    fn request(&self, action: Action, at: Timestamp) -> Request {
        let id = self.id();
        let chosen = self.langs.get(&id);
        Request {
            moderator: id == self.host,
            manager: id == self.host,
            person: Person { id, name: self.name.clone() },
            place: PLACE.to_owned(),
            server: PLACE.to_owned(),
            crowd: false,
            lang: chosen.copied().unwrap_or(self.lang),
            lang_from: match chosen {
                Some(_) => LangFrom::Settled,
                None if self.told => LangFrom::Person,
                None => LangFrom::Machine,
            },
            at,
            action,
        }
    }

    fn speak_as(&mut self, name: &str) -> Reply {
        let Some(name) = usable(name) else { return self.note("chat-as-empty", &[]) };
        self.name = name;
        self.names.insert(self.id(), self.name.clone());
        self.note("chat-as", &[("name", (&self.name).into())])
    }

    fn speak(&mut self, code: &str) -> Reply {
        if let Ok(lang) = code.parse() {
            // Until several people speak, the language is that of the terminal.
            if self.langs.is_empty() {
                self.lang = lang;
            }
            self.langs.insert(self.id(), lang);
            return self.note("chat-lang", &[]);
        }
        let typed = crate::reply::shortened(code);
        self.note("chat-lang-bad", &[("typed", (&typed).into())])
    }

    fn wait(&mut self, seconds: &str) -> Reply {
        const MOST: u32 = 3_600;
        match seconds.trim_end_matches([' ', 's']).parse::<u32>() {
            Ok(seconds) if (1..=MOST).contains(&seconds) => {
                self.ahead += SignedDuration::from_secs(i64::from(seconds));
                let seconds = usize::try_from(seconds).unwrap_or_default();
                self.note("chat-waited", &[("seconds", seconds.into())])
            }
            _ => self.note("chat-wait-bad", &[]),
        }
    }

    /// The commands that only the terminal has.
    fn add_own_commands(&self, reply: &mut Reply) {
        let say = |key: &str| self.say(key);
        let [quit, wait, speaker] = match self.lang() {
            Lang::Fr => ["/quitter", "/attendre 30", "/as NOM"],
            Lang::En => ["/quit", "/wait 30", "/as NAME"],
        };
        let own = [
            (speaker, say("chat-command-as")),
            ("/lang en|fr", say("chat-command-lang")),
            (wait, say("chat-command-wait")),
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

    fn say(&self, key: &str) -> String {
        self.router.writer(self.lang()).say(key, &[])
    }

    fn note(&self, key: &str, arguments: &[(&str, crate::reply::Arg<'_>)]) -> Reply {
        Reply::note(self.router.writer(self.lang()).say(key, arguments))
    }
}

/// A name without control characters and not too long; none where nothing is left of it.
fn usable(name: &str) -> Option<String> {
    const MOST: usize = 32;
    let name: String = name.trim().chars().filter(|one| !one.is_control()).take(MOST).collect();
    (!name.is_empty()).then_some(name)
}
