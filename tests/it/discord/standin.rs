//! The stand-in: what Discord would know of one bot, and how it is told to misbehave.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::{Notify, mpsc};

use super::{gateway, rest};

/// The token that the stand-in knows.
pub const TOKEN: &str = "MTIz.standin.token";
/// The application and its user.
pub const APPLICATION: u64 = 4_001;
pub const ME: u64 = 4_002;

/// A stand-in that is running.
#[derive(Clone)]
pub struct StandIn {
    pub state: Arc<State>,
}

/// What it knows, and what waits for it.
pub struct State {
    inner: Mutex<Inner>,
    pub changed: Notify,
    pub rest_port: u16,
    pub gateway_port: u16,
}

/// What it knows.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fault of its own, on or off")]
pub struct Inner {
    /// What the bot did that Discord forbids.
    pub problems: Vec<String>,
    pub interactions: HashMap<u64, Interaction>,
    /// Messages posted in channels.
    pub posts: Vec<(u64, Value)>,
    /// Files that came with messages: their names, and what was in them.
    pub files: Vec<(String, String)>,
    /// Messages added to interactions.
    pub follow_ups: Vec<Value>,
    /// The messages that can be edited besides first answers: in which channel or by which token, and their ids.
    pub messages: HashSet<(String, String)>,
    /// Edits of messages: which, and what.
    pub edits: Vec<(String, Value)>,
    /// The commands as they were put, and how often they were.
    pub commands: Value,
    /// The same of the one server that has some of its own.
    pub guild_commands: Value,
    pub puts: usize,
    pub requests: Vec<String>,
    pub faults: Vec<Fault>,
    /// What the gateway sends, in order; the place is the sequence number less one.
    pub log: Vec<Value>,
    /// The session that can be resumed.
    pub session: Option<String>,
    pub identifies: usize,
    pub resumes: usize,
    /// The connection of the session, if it has one.
    pub connection: Option<mpsc::UnboundedSender<Act>>,
    /// Whether it takes no connections.
    pub refusing: bool,
    /// Whether a front takes connections to it and answers that nobody is behind it, and how often it did.
    pub front: bool,
    pub turned_away: usize,
    /// How many sessions may still begin, and after how many milliseconds more may.
    pub sessions: Option<(u32, u64)>,
    /// With what code each session is closed once it has begun.
    pub closing: Option<u16>,
    /// Whether it hears nothing and says nothing.
    pub deaf: bool,
    pub refuse_token: bool,
    /// Whether it counts requests and refuses those that are too many, and in what window a bucket holds five.
    pub enforcing: Option<Duration>,
    /// The buckets, and all requests as the bot under an empty name.
    pub buckets: HashMap<String, Bucket>,
    /// How many requests it refused because they were too many.
    pub limited: usize,
    pub next_id: u64,
    /// The servers that the bot is in.
    pub guilds: Vec<u64>,
}

/// Requests that are counted together.
#[derive(Default)]
pub struct Bucket {
    pub used: u32,
    pub reset: Option<Instant>,
}

/// An interaction as it was sent.
pub struct Interaction {
    pub kind: u8,
    pub token: String,
    pub sent: Instant,
    pub expired: bool,
    pub first: Option<Answer>,
    pub edits: Vec<Value>,
    /// Whether the first answer was taken away again.
    pub deleted: bool,
    /// Messages added to it.
    pub follow_ups: Vec<Value>,
    pub refused: usize,
}

/// The first answer to an interaction.
#[derive(Debug, Clone)]
pub struct Answer {
    pub kind: u64,
    pub data: Value,
    pub after: Duration,
}

/// What a connection of the gateway is told to do.
pub enum Act {
    Send(Value),
    Raw(String),
    Close(u16),
    /// From now on it hears nothing and says nothing.
    Deafen,
    Cut,
}

/// Misbehaviour of the REST interface: for so many requests whose path contains this.
#[derive(Clone)]
pub struct Fault {
    pub path: &'static str,
    pub times: usize,
    pub what: What,
}

/// How it misbehaves.
#[derive(Clone, Copy)]
pub enum What {
    /// This status and nothing done.
    Status(u16),
    /// Too many requests, with or without a body that says so.
    Limited { seconds: f64, body: bool },
    /// Done, answered later.
    Slow(Duration),
    /// Done, never answered.
    Lost,
    /// Done, answered without a body.
    Bare,
    /// Not done before so long.
    Late(Duration),
    /// Not done, and never answered.
    Hang,
    /// Too many requests of all kinds.
    LimitedEverywhere { seconds: f64 },
    /// Not done, the connection closed.
    Reset,
}

impl StandIn {
    pub async fn start() -> Self {
        let rest_listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let gateway_listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let state = Arc::new(State {
            inner: Mutex::new(Inner {
                next_id: 1,
                commands: json!([]),
                guild_commands: json!([]),
                ..Inner::default()
            }),
            changed: Notify::new(),
            rest_port: rest_listener.local_addr().unwrap().port(),
            gateway_port: gateway_listener.local_addr().unwrap().port(),
        });
        tokio::spawn(rest::serve(rest_listener, Arc::clone(&state)));
        tokio::spawn(gateway::serve(gateway_listener, Arc::clone(&state)));
        Self { state }
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.state.rest_port)
    }

    pub fn know<T>(&self, ask: impl FnOnce(&mut Inner) -> T) -> T {
        ask(&mut self.state.lock())
    }

    pub fn fail(&self, path: &'static str, times: usize, what: What) {
        self.know(|inner| inner.faults.push(Fault { path, times, what }));
    }

    /// Waits until something is so, and panics with what went wrong if it does not come true.
    pub async fn until<T>(
        &self,
        what: &str,
        within: Duration,
        mut so: impl FnMut(&mut Inner) -> Option<T>,
    ) -> T {
        let waiting = async {
            loop {
                let changed = self.state.changed.notified();
                tokio::pin!(changed);
                changed.as_mut().enable();
                if let Some(found) = self.know(&mut so) {
                    return found;
                }
                changed.await;
            }
        };
        if let Ok(found) = tokio::time::timeout(within, waiting).await {
            return found;
        }
        let (problems, requests, edits) = self
            .know(|inner| (inner.problems.clone(), inner.requests.clone(), inner.edits.clone()));
        panic!("it did not come true that {what}; {problems:#?}; {requests:#?}; {edits:#?}");
    }

    pub async fn ready(&self) {
        let connected = |inner: &mut Inner| inner.connection.as_ref().map(|_| ());
        self.until("the bot is connected", Duration::from_secs(20), connected).await;
    }

    /// Tells the connection what to do.
    pub fn act(&self, act: Act) {
        self.know(|inner| {
            let connection = inner.connection.as_ref().expect("there is a connection");
            let _ = connection.send(act);
        });
    }

    /// Sends an event, now or when the session has a connection again.
    pub fn event(&self, kind: &str, data: Value) {
        self.know(|inner| {
            let event = json!({"op": 0, "t": kind, "s": inner.log.len() + 1, "d": data});
            inner.log.push(event.clone());
            if let Some(connection) = &inner.connection {
                let _ = connection.send(Act::Send(event));
            }
        });
    }

    /// Sends an interaction of this kind and with these fields. Its id comes back.
    pub fn interact(&self, kind: u8, mut interaction: Value) -> u64 {
        let id = self.know(|inner| {
            inner.next_id += 1;
            let id = snowflake(inner.next_id);
            let token = format!("aW50ZXJhY3Rpb24-{id}");
            interaction["id"] = json!(id.to_string());
            interaction["token"] = json!(token.clone());
            interaction["type"] = json!(kind);
            let sent = Instant::now();
            let known = Interaction {
                kind,
                token,
                sent,
                expired: false,
                first: None,
                edits: Vec::new(),
                deleted: false,
                follow_ups: Vec::new(),
                refused: 0,
            };
            inner.interactions.insert(id, known);
            id
        });
        self.event("INTERACTION_CREATE", interaction);
        id
    }

    /// The answer to an interaction: the first one, or what takes its place where that only said to wait.
    pub async fn answer(&self, id: u64) -> Answer {
        self.until("an interaction is answered", Duration::from_secs(20), |inner| {
            let one = inner.interactions.get(&id)?;
            let first = one.first.clone()?;
            if first.kind != 5 {
                return Some(first);
            }
            let later = if one.deleted { &one.follow_ups } else { &one.edits };
            let mut data = later.first()?.clone();
            // What takes the place of "thinking" is seen by whoever saw that.
            if !one.deleted && first.private() {
                data["flags"] = json!(64);
            }
            Some(Answer { data, ..first })
        })
        .await
    }

    /// Lets the tokens of all interactions expire, as if a quarter of an hour had passed.
    pub fn expire(&self) {
        self.know(|inner| inner.interactions.values_mut().for_each(|one| one.expired = true));
    }

    /// Panics if the bot did anything that Discord forbids.
    pub fn assert_sound(&self) {
        let problems = self.know(|inner| inner.problems.clone());
        assert!(problems.is_empty(), "{problems:#?}");
    }
}

impl State {
    pub fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap()
    }
}

/// An id of this moment, as Discord makes them.
fn snowflake(number: u64) -> u64 {
    let now = jiff::Timestamp::now().as_millisecond() - 1_420_070_400_000;
    (u64::try_from(now).unwrap() << 22) | number
}
