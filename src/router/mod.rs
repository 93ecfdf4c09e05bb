//! From a request to a reply: finds the command, hands it what it needs, turns what it found into words.

mod catalogue;
mod commands;
mod daily;
mod error;
mod recent;
mod rounds;
mod schedule;
mod settings;
mod topics;
mod upkeep;

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use jiff::Timestamp;
use rand::Rng;
use tokio::runtime::{self, RuntimeFlavor};
use tokio::task::block_in_place;

pub use catalogue::{COMMANDS, Command, Kind, MANAGERS, Opt, find, is_fixed, typed_name};
pub use commands::report::LONGEST as LONGEST_REPORT;
pub use error::{Error, Result};
pub use rounds::{Due, Seat};
pub use upkeep::Tended;

use self::catalogue::Handle;
use self::recent::Recent;
use self::rounds::Rounds;
use self::settings::Remembered;
use self::topics::Topics;
use crate::facts::Facts;
use crate::query::{Asker, Linker, Model, Names, SHIPPED_MODEL, questions};
use crate::quiz::Pool;
use crate::reply::{Arg, Reply, Words, Writer};
use crate::request::{Action, LangFrom, Request};
use crate::store::{PersonSettings, ServerSettings, Store};
use crate::text::{Lang, closest, fold};

/// Answers requests from one fact set; the same for every front end.
#[derive(Debug)]
pub struct Router {
    facts: Facts,
    words: Words,
    /// Made when the first command looks for a name: the first answers after a start do not wait for it.
    names: OnceLock<Names>,
    /// What understands questions; made when the first one comes, if it was not handed in.
    asker: OnceLock<Asker>,
    /// Made when the first quiz wants it: a question does not wait for it.
    pool: OnceLock<Pool>,
    /// What outlives the process.
    store: Option<Store>,
    /// The rounds that are running.
    rounds: Rounds,
    /// What each person last asked about, by person and place.
    topics: Mutex<Topics>,
    /// What was asked lately.
    recent: Recent,
    /// What people and servers have set.
    remembered: Remembered,
}

/// What a command is handed.
struct Call<'a> {
    router: &'a Router,
    request: &'a Request,
    now: Timestamp,
    writer: Writer<'a>,
    chance: &'a mut Chance,
    /// Where the round is on whose message a command was pressed.
    pressed: Option<Seat>,
}

/// A generator of chance that can be handed from one thread to another.
pub type Chance = dyn Rng + Send + Sync;

/// A reply that is being made.
type Pending<'a> = Pin<Box<dyn Future<Output = Result<Reply>> + Send + 'a>>;

/// Does something that takes longer than an answer, or waits for another thread that does it: whatever else the worker of
/// the runtime has to do is done by another meanwhile.
pub(crate) fn in_place<T>(work: impl FnOnce() -> T) -> T {
    match runtime::Handle::try_current().map(|handle| handle.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => block_in_place(work),
        _ => work(),
    }
}

impl Router {
    /// A router over a fact set, with what understands questions about it.
    #[must_use]
    pub fn new(facts: Facts, asker: Asker) -> Self {
        Self {
            facts,
            words: Words::new(),
            names: OnceLock::new(),
            asker: OnceLock::from(asker),
            pool: OnceLock::new(),
            store: None,
            rounds: Rounds::default(),
            topics: Mutex::default(),
            recent: Recent::default(),
            remembered: Remembered::default(),
        }
    }

    /// A router over the fact set that the program carries. What understands questions about it is made
    /// when the first one comes: until then its memory is free for others.
    #[must_use]
    pub fn shipped(facts: Facts) -> Self {
        Self {
            facts,
            words: Words::new(),
            names: OnceLock::new(),
            asker: OnceLock::new(),
            pool: OnceLock::new(),
            store: None,
            rounds: Rounds::default(),
            topics: Mutex::default(),
            recent: Recent::default(),
            remembered: Remembered::default(),
        }
    }

    /// The same with a store, which rounds, scores and settings need.
    #[must_use]
    pub fn with_store(self, store: Store) -> Self {
        Self { store: Some(store), ..self }
    }

    /// The store.
    ///
    /// # Errors
    ///
    /// [`Error::NoStore`] if it was made without one.
    pub fn store(&self) -> Result<&Store> {
        self.store.as_ref().ok_or(Error::NoStore)
    }

    /// The fact set.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The names of the fact set.
    #[must_use]
    pub fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(&self.facts))
    }

    /// What answers questions.
    #[must_use]
    pub fn asker(&self) -> &Asker {
        let make = || self.asker.get_or_init(|| shipped_asker(&self.facts));
        self.asker.get().unwrap_or_else(|| in_place(make))
    }

    /// What can be asked in a quiz.
    #[must_use]
    pub fn pool(&self) -> &Pool {
        let make = || self.pool.get_or_init(|| Pool::new(&self.facts));
        self.pool.get().unwrap_or_else(|| in_place(make))
    }

    /// A writer in a language.
    #[must_use]
    pub fn writer(&self, lang: Lang) -> Writer<'_> {
        Writer::new(&self.facts, &self.words, lang)
    }

    /// Answers a request. Time and chance come in as arguments. Where we fail, that is logged and said.
    pub async fn handle(&self, request: &Request, now: Timestamp, chance: &mut Chance) -> Reply {
        let settled;
        let request = if request.lang_from == LangFrom::Settled {
            request
        } else {
            settled = self.settled(request.clone(), now).await;
            &settled
        };
        match self.answer(request, now, chance).await {
            Ok(mut reply) => {
                reply.covered |= self.covers(&request.server, now).await;
                reply
            }
            Err(error) => {
                let cause = std::error::Error::source(&error).map(ToString::to_string);
                tracing::error!(%error, cause, "a request could not be answered");
                Reply::note(self.writer(request.lang).say("failed", &[]))
            }
        }
    }

    async fn answer(
        &self,
        request: &Request,
        now: Timestamp,
        chance: &mut Chance,
    ) -> Result<Reply> {
        let writer = self.writer(request.lang);
        let mut call = Call { router: self, request, now, writer, chance, pressed: None };
        match &request.action {
            Action::Command { id, .. } => self.command(&mut call, id).await,
            Action::InRound { round, number, id, .. } => {
                call.pressed = commands::answer::pressed(&mut call, round, *number, id).await?;
                if call.pressed.is_none() {
                    return Ok(call.note("quiz-stale", &[]));
                }
                self.command(&mut call, id).await
            }
            Action::Ask(text) => {
                if let Some(reply) = commands::answer::read(&mut call, text).await? {
                    return Ok(reply);
                }
                let reply = commands::ask::answer(&call, text);
                commands::remind::remind(&mut call, reply).await
            }
            Action::Answer { round, number, answer } => {
                commands::answer::given(&mut call, round, *number, answer.clone()).await
            }
            Action::Typed { round, number, text } => {
                commands::answer::typed(&mut call, round, *number, text).await
            }
            Action::Report { round, number, words } => {
                commands::report::of(&mut call, round, *number, words).await
            }
            Action::Share { day } => commands::daily::share(&mut call, *day).await,
        }
    }

    async fn command(&self, call: &mut Call<'_>, id: &str) -> Result<Reply> {
        match COMMANDS.iter().find(|command| command.id == id).map(|one| &one.handle) {
            Some(Handle::Facts(handle)) => Ok(handle(call)),
            Some(Handle::Store(handle)) => handle(call).await,
            None => {
                let like = self.commands_like(id, call.request.lang);
                Ok(call.writer.unknown_command(id, &like))
            }
        }
    }

    /// The commands that are spelled like what was typed, with their slash.
    fn commands_like(&self, typed: &str, lang: Lang) -> Vec<String> {
        let names: Vec<String> =
            COMMANDS.iter().map(|command| typed_name(self.writer(lang), command)).collect();
        let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
        let wanted = fold(typed);
        closest(&wanted, folded.iter().map(String::as_str).zip(&names), 3)
            .into_iter()
            .map(|name| format!("/{name}"))
            .collect()
    }

    fn topics(&self) -> MutexGuard<'_, Topics> {
        self.topics.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What understands questions about the fact set that the program carries.
fn shipped_asker(facts: &Facts) -> Asker {
    let linker = Linker::new(facts);
    let model = Model::from_bytes(SHIPPED_MODEL).unwrap_or_else(|error| {
        // A test reads it at each change; should it be damaged all the same, the facts' own questions serve.
        tracing::error!(%error, "the model of questions cannot be read");
        Model::learn(facts, &linker, &questions::own(facts), None)
    });
    Asker::new(facts, linker, model)
}

impl<'a> Call<'a> {
    fn person(&self) -> (&'a str, &'a str) {
        (&self.request.person.id, &self.request.person.name)
    }

    fn facts(&self) -> &'a Facts {
        &self.router.facts
    }

    /// Where the round is on whose message something was pressed, else that of the place.
    fn seat(&self) -> Seat {
        self.pressed.clone().unwrap_or_else(|| Seat::Place(self.request.place.clone()))
    }

    /// Where the person practises.
    fn own_seat(&self) -> Seat {
        Seat::Person(self.request.person.id.clone())
    }

    /// What the person has set.
    async fn own(&self) -> Arc<PersonSettings> {
        self.router.person(&self.request.person.id, self.now).await
    }

    /// What the server has set.
    async fn server(&self) -> Arc<ServerSettings> {
        self.router.server(&self.request.server, self.now).await
    }

    /// A sentence for the person alone.
    fn note(&self, key: &str, arguments: &[(&str, Arg<'_>)]) -> Reply {
        Reply::note(self.writer.say(key, arguments))
    }

    fn option(&self, id: &str) -> Option<&'a str> {
        self.request.action.option(id)
    }
}
