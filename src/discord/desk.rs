//! Answers one interaction or message: asks the router, draws what it says, sends it in time.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use serenity::all::{Interaction, InteractionType};
use tokio::sync::{Notify, SetOnce, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout_at};
use tracing::Instrument as _;

use super::autocomplete::suggest;
use super::body::Body;
use super::books::Books;
use super::clock;
use super::compose::{Said, compose, turned};
use super::custom_id::CustomId;
use super::decode::{Address, Asked, Onto, address, decode, who};
use super::kept::{Kept, Key};
use super::limits::{fit, fit_form};
use super::message::{Callback, Form, Message};
use super::questions::Questions;
use super::render::draw;
use super::rest::{Failed, Rest, Sent};
use super::seen::Seen;
use super::slash::Slashes;
use super::stage::Stage;
use crate::reply::Reply;
use crate::request::{Action, Request};
use crate::router::{LONGEST_REPORT, Router, Seat, in_place, is_fixed};
use crate::text::Lang;

/// After what time "thinking" is shown. Discord waits three seconds for the first answer.
const THINKING: Duration = Duration::from_millis(1_500);

/// How long is waited at most for what a person and a server have set.
const SETTINGS: Duration = Duration::from_millis(500);

/// Answers what comes in.
pub(super) struct Desk {
    pub(super) router: Arc<Router>,
    pub(super) rest: Rest,
    slashes: Slashes,
    questions: [OnceLock<Questions>; 2],
    pub(super) kept: Kept,
    books: Books,
    seen: Seen,
    pub(super) stage: Stage,
    /// Told when something was played, so that the timer looks again.
    pub(super) played: Notify,
    /// Set once the rounds of an earlier process were taken up: an answer must find the time that was left.
    pub(super) taken_up: SetOnce<()>,
    /// How many replies were made.
    order: AtomicU64,
    chance: Mutex<ChaCha8Rng>,
    /// The bot's own user and the application, once a session has begun.
    known: watch::Sender<Option<(u64, u64)>>,
    /// As many holders as there are answers under way, and one more.
    pub(super) busy: Arc<()>,
}

impl Desk {
    pub(super) fn new(router: Arc<Router>, rest: Rest, chance: ChaCha8Rng) -> Self {
        Self {
            slashes: Slashes::new(&router),
            router,
            rest,
            questions: [OnceLock::new(), OnceLock::new()],
            kept: Kept::default(),
            books: Books::default(),
            seen: Seen::default(),
            stage: Stage::default(),
            played: Notify::new(),
            taken_up: SetOnce::new(),
            order: AtomicU64::new(0),
            chance: Mutex::new(chance),
            known: watch::Sender::new(None),
            busy: Arc::new(()),
        }
    }

    /// A session has begun, by which the bot knows who it is.
    pub(super) fn begin(&self, me: u64, application: u64) {
        self.known.send_replace(Some((me, application)));
    }

    /// The bot's own user and the application, once a session has begun. Events are handled side by side, so
    /// that a message may be looked at before the news that there is a session.
    pub(super) async fn identity(&self) -> (u64, u64) {
        let mut known = self.known.subscribe();
        let known = known.wait_for(Option::is_some).await;
        // The desk itself holds the other end.
        known.ok().and_then(|known| *known).unwrap_or_default()
    }

    /// Waits until all answers under way are given.
    pub(super) async fn finish(&self) {
        while Arc::strong_count(&self.busy) > 1 {
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// Answers an interaction that was received at this moment.
    pub(super) async fn interaction(self: Arc<Self>, interaction: Interaction, received: Instant) {
        let address = address(&interaction);
        if !self.seen.first(address.id) {
            tracing::debug!(id = address.id, "an interaction came twice");
            return;
        }
        let _busy = Arc::clone(&self.busy);
        let span = tracing::debug_span!("interaction", id = address.id);
        let sent = self.answer(&interaction, &address, received).instrument(span).await;
        match sent {
            Ok(()) => {}
            Err(Failed::TooLate) => tracing::warn!("an interaction was not answered in time"),
            Err(error) => tracing::error!(%error, "an interaction could not be answered"),
        }
    }

    async fn answer(
        self: &Arc<Self>,
        interaction: &Interaction,
        address: &Address,
        received: Instant,
    ) -> Result<(), Failed> {
        let now = clock::now();
        let at = clock::happened(address.id, now);
        // What somebody has set is not waited for longer than the answer can wait.
        let own = async || {
            let person = who(interaction)?;
            let own = self.router.own_lang(&person, now);
            timeout_at(received + SETTINGS, own).await.ok().flatten()
        };
        match decode(&self.slashes, interaction, at) {
            Asked::Reply { request, page, onto, pressed } => {
                self.reply(request, page, (onto, pressed), address, received).await
            }
            Asked::Turn { page, key, onto, lang } => {
                let Some(book) = self.books.find(key) else {
                    let message = self.note(own().await.unwrap_or(lang), "discord-stale");
                    return self.call(address, &Callback::Message(&message), received).await;
                };
                let message = turned(&self.router, key, &book, page);
                let callback = if onto.replaces(message.is_private()) {
                    Callback::Update(&message)
                } else {
                    Callback::Message(&message)
                };
                self.call(address, &callback, received).await
            }
            Asked::Suggestions { option, typed, lang } => {
                let lang = own().await.unwrap_or(lang);
                let questions = self.questions(lang);
                let found = suggest(&self.router, questions, option, &typed, lang);
                self.call(address, &Callback::Suggestions(&found), received).await
            }
            Asked::Form(open, lang) => {
                let writer = self.router.writer(own().await.unwrap_or(lang));
                let form = Form {
                    custom_id: CustomId::Typed(open).to_string(),
                    title: writer.say("discord-form", &[]),
                    label: writer.say("discord-form-answer", &[]),
                    most: 100,
                    paragraph: false,
                    optional: false,
                };
                self.open_form(form, address, received).await
            }
            Asked::Report(open, lang) => {
                let writer = self.router.writer(own().await.unwrap_or(lang));
                let number = [("number", open.number.into())];
                let form = Form {
                    custom_id: CustomId::Reported(open).to_string(),
                    title: writer.say("discord-report-title", &number),
                    label: writer.say("discord-report-words", &[]),
                    most: LONGEST_REPORT,
                    paragraph: true,
                    optional: true,
                };
                self.open_form(form, address, received).await
            }
            Asked::Refusal(lang, key) => {
                let message = self.note(own().await.unwrap_or(lang), key);
                self.call(address, &Callback::Message(&message), received).await
            }
            // Whoever types waits for suggestions, if only for none.
            Asked::Nothing if interaction.kind() == InteractionType::Autocomplete => {
                self.call(address, &Callback::Suggestions(&[]), received).await
            }
            Asked::Nothing => Ok(()),
        }
    }

    async fn open_form(
        &self,
        mut form: Form,
        address: &Address,
        received: Instant,
    ) -> Result<(), Failed> {
        fit_form(&mut form);
        self.call(address, &Callback::Form(&form), received).await
    }

    async fn reply(
        self: &Arc<Self>,
        request: Request,
        page: usize,
        (onto, pressed): (Onto, bool),
        address: &Address,
        received: Instant,
    ) -> Result<(), Failed> {
        tracing::debug!(person = request.person.id, place = request.place, "somebody asks");
        // What is set is known already but for the first time; an answer does not wait long for it.
        let now = clock::now();
        let known = async {
            let request = self.router.settled(request.clone(), now).await;
            let covered = self.router.covers(&request.server, now).await;
            (request, Some(covered))
        };
        let known = timeout_at(received + SETTINGS, known).await;
        let (request, covered) = known.unwrap_or((request, None));
        let lang = request.lang;
        let place = Seat::Place(request.place.clone());
        let person = request.person.id.clone();
        let key = covered.and_then(|covered| Key::of(&request, covered, page, onto));
        if let Some(body) = key.as_ref().and_then(|key| self.kept.find(key)) {
            return self.rest.call(address.id, &address.token, body, received).await;
        }
        let seats = (place, Some(person));
        let alone = is_private(&request.action);
        let mut work = self.work(request, page);
        let first = Sent::Answer(address.clone());
        if let Ok(done) = timeout_at(received + THINKING, &mut work).await {
            let key = key.filter(|_| done.is_ok());
            let said = done.unwrap_or_else(|error| self.failed(lang, &error));
            let callback = match said.own.first() {
                Some(message) if onto.replaces(message.is_private()) => Callback::Update(message),
                Some(message) => Callback::Message(message),
                None => Callback::Seen,
            };
            let body = Body::callback(&callback)?;
            if let Some(key) = key {
                self.kept.keep(key, &said, body.clone());
            }
            self.rest.call(address.id, &address.token, body, received).await?;
            return self.follow(said, Some(first), seats, Some(address)).await;
        }
        // Whether the person alone reads the reply is settled by the first answer, before the reply is known, and
        // no edit changes it: a press is only acknowledged, so that either can follow.
        let callback = if pressed { Callback::Seen } else { Callback::Defer { private: alone } };
        self.call(address, &callback, received).await?;
        let said = work.await.unwrap_or_else(|error| self.failed(lang, &error));
        let shown = match said.own.first() {
            Some(message) if pressed && !onto.replaces(message.is_private()) => None,
            Some(message) if pressed || message.is_private() == alone => {
                self.rest.edit(&first, message).await?;
                Some(first)
            }
            None if pressed => None,
            // It turned out to be for others than was thought. Only once "thinking" is gone does what follows show
            // itself to whom it is for.
            _ => {
                self.rest.delete(address).await?;
                None
            }
        };
        self.follow(said, shown, seats, Some(address)).await
    }

    /// Asks the router, on a task of its own: a panic there is told as what it is, and a slow answer can be
    /// waited for.
    fn work(self: &Arc<Self>, request: Request, page: usize) -> JoinHandle<Said> {
        let desk = Arc::clone(self);
        let mut chance = self.chance();
        tokio::spawn(async move {
            desk.taken_up.wait().await;
            let now = clock::now();
            let request = desk.router.settled(request, now).await;
            let reply = desk.router.handle(&request, now, &mut chance).await;
            if reply.played.as_ref().is_some_and(|played| played.receipt.is_some()) {
                desk.played.notify_one();
            }
            let order = desk.order.fetch_add(1, Ordering::Relaxed);
            let said = Said { order, ..compose(&desk.router, &request, &reply, page) };
            if let Some((key, book)) = &said.book {
                desk.books.keep(*key, Arc::clone(book));
            }
            said
        })
    }

    /// A generator of chance of one's own.
    pub(super) fn chance(&self) -> ChaCha8Rng {
        let mut chance = self.chance.lock().unwrap_or_else(PoisonError::into_inner);
        ChaCha8Rng::from_rng(&mut *chance)
    }

    async fn call(
        &self,
        address: &Address,
        callback: &Callback<'_>,
        received: Instant,
    ) -> Result<(), Failed> {
        self.rest.callback(address.id, &address.token, callback, received).await
    }

    /// Says that an interaction could not be read, to whoever waits for an answer to it.
    pub(super) async fn unreadable(
        self: Arc<Self>,
        (id, token): (u64, String),
        typing: bool,
        received: Instant,
    ) {
        if self.seen.first(id) {
            let message = self.note(Lang::default(), "discord-stale");
            let address = Address { id, application: 0, token };
            let nothing = Callback::Suggestions(&[]);
            let callback = if typing { nothing } else { Callback::Message(&message) };
            // What cannot be read is logged already.
            let _ = self.call(&address, &callback, received).await;
        }
    }

    /// Answers a message that speaks to the bot.
    pub(super) async fn message(self: Arc<Self>, message: serenity::all::Message) {
        let (me, _) = self.identity().await;
        let id = message.id.get();
        let at = clock::happened(id, clock::now());
        let Some(request) = super::mention::question(&message, me, at) else { return };
        if !self.seen.first(id) {
            return;
        }
        let _busy = Arc::clone(&self.busy);
        let (lang, channel) = (request.lang, request.place.clone());
        let person = request.person.id.clone();
        let place = Seat::Place(channel.clone());
        let mut said =
            self.work(request, 0).await.unwrap_or_else(|error| self.failed(lang, &error));
        // Nothing is private here.
        said.own.iter_mut().for_each(Message::publish);
        let Some(first) = said.own.first().cloned() else { return };
        let sent = match self.rest.post(&channel, &first.answering(id), None).await {
            Ok(sent) => self.follow(said, Some(sent), (place, Some(person)), None).await,
            Err(error) => Err(error),
        };
        if let Err(error) = sent {
            tracing::warn!(%error, "a message could not be answered");
        }
    }

    /// One sentence to the person alone.
    fn note(&self, lang: Lang, key: &str) -> Message {
        let reply = Reply::note(self.router.writer(lang).say(key, &[]));
        let mut message = Message::default();
        message.embeds = draw(&reply.parts, false).pages.into_iter().flatten().collect();
        fit(&mut message);
        message.private()
    }

    /// What is said where we failed.
    fn failed(&self, lang: Lang, error: &tokio::task::JoinError) -> Said {
        tracing::error!(%error, "an answer could not be made");
        Said { own: vec![self.note(lang, "failed")], ..Said::default() }
    }

    fn questions(&self, lang: Lang) -> &Questions {
        let [english, french] = &self.questions;
        let kept = match lang {
            Lang::En => english,
            Lang::Fr => french,
        };
        let make = || kept.get_or_init(|| Questions::new(self.router.facts(), lang));
        kept.get().unwrap_or_else(|| in_place(make))
    }
}

/// Whether the reply to a command is likely to be for the person alone. Most are; it is what all will read that is
/// told here.
fn is_private(action: &Action) -> bool {
    let Action::Command { id, .. } = action else { return false };
    let public = ["ask", "leaderboard", "quiz", "quiz-replay"].contains(&id.as_str());
    !public && (!is_fixed(id) || id == "help")
}
