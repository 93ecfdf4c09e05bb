//! What is sent to Discord by HTTP: answers to interactions, edits, messages; with timeouts and bounded retries.
//!
//! serenity's limiter keeps an entry for each interaction for ever, so all goes by a client of our own, with
//! [`RateLimiter`] before it. A lost answer is sent again: Discord takes the first answer of an interaction and
//! refuses the others, so nothing happens twice.
//!
//! See <https://discord.com/developers/docs/interactions/receiving-and-responding>.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use reqwest::Method;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use tokio::time::{Instant, sleep};

use super::body::Body;
use super::clock;
use super::decode::Address;
use super::message::{Callback, Message, NoMentions, Row};
use super::ratelimit::{RateLimiter, Route, Told};
use crate::config::Secret;

/// How long Discord waits for the first answer to an interaction, less a margin for the way.
pub(super) const FIRST_ANSWER: Duration = Duration::from_millis(2_500);
/// How long is tried to send anything else.
const LATER: Duration = Duration::from_secs(10);
/// How long one attempt may take. Should the first arrive after all, the next is refused as one too many, which is as good
/// as being taken; such a refusal does not count towards a ban either.
const ATTEMPT: Duration = Duration::from_millis(900);
/// How long lies between attempts where Discord does not say.
const PAUSE: Duration = Duration::from_millis(120);

/// Discord's codes of errors that matter here.
///
/// See <https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>.
mod code {
    /// The interaction is not known (any more): the answer came too late.
    pub(super) const UNKNOWN_INTERACTION: u32 = 10_062;
    /// The interaction has had its first answer.
    pub(super) const ACKNOWLEDGED: u32 = 40_060;
    /// There is no such message (any more).
    pub(super) const UNKNOWN_MESSAGE: u32 = 10_008;
}

/// How Discord is reached.
#[derive(Debug, Clone)]
pub(super) struct Access {
    /// The token of the bot.
    pub(super) token: Secret,
    /// Where the REST interface is, without a slash at the end.
    pub(super) base: Arc<String>,
}

/// Why something was not sent.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failed {
    /// It came too late, or there was no answer in time.
    #[error("no answer in time")]
    TooLate,
    /// Discord refused it.
    #[error("Discord refused it with status {status} and code {code}: {message}")]
    Refused { status: u16, code: u32, message: String },
    /// There is no place where it could be said.
    #[error("there is no place to say it")]
    Nowhere,
    /// It cannot be written as JSON.
    #[error("it cannot be written: {0}")]
    Unwritable(#[from] serde_json::Error),
}

/// A message that was sent, by how it can be edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Sent {
    /// The first answer to an interaction.
    Answer(Address),
    /// A later answer, with its id.
    FollowUp(Address, String),
    /// A message in a channel, with its id.
    Post(String, String),
}

/// Sends to Discord.
#[derive(Debug)]
pub(super) struct Rest {
    client: reqwest::Client,
    access: Access,
    limiter: RateLimiter,
    /// How many messages were posted.
    posts: AtomicU32,
}

/// What is sent, and where.
struct Sending<'a> {
    method: Method,
    url: &'a str,
    route: Route,
    body: Body,
    deadline: Instant,
}

/// A message that is posted once, however often it has to be sent: Discord knows it again by the nonce.
///
/// See <https://discord.com/developers/docs/resources/message#create-message>.
#[derive(Serialize)]
struct Posted<'a> {
    #[serde(flatten)]
    message: &'a Message,
    nonce: String,
    enforce_nonce: bool,
}

/// What Discord says where it refuses something.
#[derive(Debug, Default, Deserialize)]
struct Refusal {
    #[serde(default)]
    code: u32,
    #[serde(default)]
    message: String,
    #[serde(default)]
    retry_after: Option<f64>,
    #[serde(default)]
    global: bool,
}

/// The HTTP client: connections stay open between quiet spells, and nothing waits for ever.
pub(super) fn client() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder()
        .user_agent(concat!("DiscordBot (roadbook, ", env!("CARGO_PKG_VERSION"), ")"))
        .connect_timeout(Duration::from_secs(1))
        .timeout(FIRST_ANSWER)
        .pool_idle_timeout(None)
        // After a rush, as many are enough where it is HTTP/1.1. Each takes some 20 kB.
        .pool_max_idle_per_host(128)
        .http2_keep_alive_interval(Duration::from_secs(20))
        .http2_keep_alive_while_idle(true)
        .tcp_nodelay(true)
        .redirect(reqwest::redirect::Policy::none())
        // The environment is read by `config` alone.
        .no_proxy()
        .build()
}

impl Rest {
    pub(super) fn new(client: reqwest::Client, access: Access) -> Self {
        Self { client, access, limiter: RateLimiter::default(), posts: AtomicU32::new(0) }
    }

    /// Sends the first answer to an interaction that was received at `received`.
    pub(super) async fn callback(
        &self,
        id: u64,
        token: &str,
        answer: &Callback<'_>,
        received: Instant,
    ) -> Result<(), Failed> {
        self.call(id, token, Body::callback(answer)?, received).await
    }

    /// Sends a first answer that is written already.
    pub(super) async fn call(
        &self,
        id: u64,
        token: &str,
        body: Body,
        received: Instant,
    ) -> Result<(), Failed> {
        let url = format!("{}/api/v10/interactions/{id}/{token}/callback", self.access.base);
        let (method, deadline) = (Method::POST, received + FIRST_ANSWER);
        let sending = Sending { method, url: &url, route: Route::Callback, body, deadline };
        self.send(sending).await.map(drop)
    }

    /// Replaces a message that was sent.
    pub(super) async fn edit(&self, what: &Sent, message: &Message) -> Result<(), Failed> {
        // Who sees it was settled when it was sent.
        let mut message = message.clone();
        message.publish();
        self.patch(what, Body::message(&message)?).await
    }

    /// Takes away what can be pressed on a message that was sent, but for these.
    pub(super) async fn retire(&self, what: &Sent, rows: &[Row]) -> Result<(), Failed> {
        #[derive(Serialize)]
        struct Retired<'a> {
            components: &'a [Row],
            allowed_mentions: NoMentions,
        }
        let retired = Retired { components: rows, allowed_mentions: NoMentions::default() };
        self.patch(what, Body::json(&retired)?).await
    }

    async fn patch(&self, what: &Sent, body: Body) -> Result<(), Failed> {
        if let Sent::FollowUp(_, id) | Sent::Post(_, id) = what
            && id.is_empty()
        {
            // It was sent, but what it is called was lost on the way.
            return Err(Failed::Nowhere);
        }
        let base = &self.access.base;
        let (url, route) = match what {
            Sent::Answer(to) => {
                let (application, token) = (to.application, &to.token);
                let url =
                    format!("{base}/api/v10/webhooks/{application}/{token}/messages/@original");
                (url, Route::Interaction { kind: "edit", interaction: to.id })
            }
            Sent::FollowUp(to, id) => {
                let (application, token) = (to.application, &to.token);
                let url = format!("{base}/api/v10/webhooks/{application}/{token}/messages/{id}");
                (url, Route::Interaction { kind: "edit", interaction: to.id })
            }
            Sent::Post(channel, id) => {
                let url = format!("{base}/api/v10/channels/{channel}/messages/{id}");
                (url, Route::Bot { kind: "edit a message", major: major(channel) })
            }
        };
        let deadline = Instant::now() + LATER;
        let sending = Sending { method: Method::PATCH, url: &url, route, body, deadline };
        self.send(sending).await.map(drop)
    }

    /// Takes the first answer to an interaction away, "thinking" as well.
    ///
    /// See <https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages>: what follows
    /// a deferral takes its place, and is seen by whoever was to see that.
    pub(super) async fn delete(&self, to: &Address) -> Result<(), Failed> {
        let (base, application, token) = (&self.access.base, to.application, &to.token);
        let url = format!("{base}/api/v10/webhooks/{application}/{token}/messages/@original");
        let route = Route::Interaction { kind: "delete", interaction: to.id };
        let (body, deadline) = (Body::empty(), Instant::now() + LATER);
        let sending = Sending { method: Method::DELETE, url: &url, route, body, deadline };
        self.send(sending).await.map(drop)
    }

    /// Adds a message to an interaction that was answered.
    pub(super) async fn follow_up(&self, to: &Address, message: &Message) -> Result<Sent, Failed> {
        let (base, application, token) = (&self.access.base, to.application, &to.token);
        let url = format!("{base}/api/v10/webhooks/{application}/{token}?wait=true");
        let (body, deadline) = (Body::message(message)?, Instant::now() + LATER);
        let route = Route::Interaction { kind: "follow up", interaction: to.id };
        let sending = Sending { method: Method::POST, url: &url, route, body, deadline };
        let sent = self.send(sending).await?;
        Ok(Sent::FollowUp(to.clone(), id(sent).await))
    }

    /// Posts a message in a channel. With a key, it is the same message whoever posts it and however often: also
    /// another process, after this one died before it could note that it did.
    pub(super) async fn post(
        &self,
        channel: &str,
        message: &Message,
        key: Option<&str>,
    ) -> Result<Sent, Failed> {
        let url = format!("{}/api/v10/channels/{channel}/messages", self.access.base);
        let number = self.posts.fetch_add(1, Ordering::Relaxed);
        // At most 25 characters are allowed. Without a key, the time sets it apart from those before a restart.
        let nonce = match key {
            Some(key) => digest(key),
            None => format!("{:x}-{number:x}", clock::now().as_millisecond()),
        };
        let posted = Posted { message, nonce, enforce_nonce: true };
        let body = Body::with_files(&posted, &message.attachments)?;
        let deadline = Instant::now() + LATER;
        let route = Route::Bot { kind: "post a message", major: major(channel) };
        let sending = Sending { method: Method::POST, url: &url, route, body, deadline };
        let sent = self.send(sending).await?;
        Ok(Sent::Post(channel.to_owned(), id(sent).await))
    }

    /// Asks for JSON as the bot.
    pub(super) async fn get(&self, path: &str) -> Result<serde_json::Value, reqwest::Error> {
        self.read(path).await
    }

    /// Asks for JSON of a known shape as the bot.
    pub(super) async fn read<T: DeserializeOwned>(&self, path: &str) -> Result<T, reqwest::Error> {
        let route = Route::Bot { kind: "ask", major: 0 };
        // Where the limit is not over in time, it is Discord that says so.
        let permit = self.limiter.acquire(route, Instant::now() + LATER).await;
        let request = self.client.get(format!("{}{path}", self.access.base));
        let answer = request.header("Authorization", self.authorization()).send().await?;
        self.limiter.note(answer.status(), answer.headers());
        if let Some(permit) = permit {
            permit.complete(Told::read(answer.status(), answer.headers()));
        }
        answer.error_for_status()?.json().await
    }

    /// Replaces what is at a path, as the bot.
    pub(super) async fn put(&self, path: &str, body: Body) -> Result<(), Failed> {
        let url = format!("{}{path}", self.access.base);
        let (body, deadline) = (body, Instant::now() + LATER);
        let route = Route::Bot { kind: "register", major: 0 };
        let sending = Sending { method: Method::PUT, url: &url, route, body, deadline };
        self.send(sending).await.map(drop)
    }

    fn authorization(&self) -> String {
        format!("Bot {}", self.access.token.expose())
    }

    /// Sends until it is taken, refused, or too late.
    async fn send(&self, what: Sending<'_>) -> Result<Option<reqwest::Response>, Failed> {
        let as_bot = matches!(what.route, Route::Bot { .. });
        let mut tried = false;
        loop {
            let permit = self.limiter.acquire(what.route, what.deadline).await;
            let permit = permit.ok_or(Failed::TooLate)?;
            let left = what.deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Failed::TooLate);
            }
            let mut request = self
                .client
                .request(what.method.clone(), what.url)
                .timeout(left.min(what.patience()));
            // Nothing is no JSON.
            if !what.body.bytes.is_empty() {
                let kind = what.body.kind.as_ref();
                request = request.header("Content-Type", kind).body(what.body.bytes.clone());
            }
            if as_bot {
                request = request.header("Authorization", self.authorization());
            }
            match request.send().await {
                Ok(response) if response.status().is_success() => {
                    permit.complete(Told::read(response.status(), response.headers()));
                    return Ok(Some(response));
                }
                Ok(response) => {
                    let status = response.status();
                    self.limiter.note(status, response.headers());
                    let told = Told::read(status, response.headers());
                    let refusal: Refusal = response.json().await.unwrap_or_default();
                    let told = told.map(|told| told.with_body(refusal.retry_after, refusal.global));
                    let limited = match &told {
                        Some(Told::Refused { wait, .. }) => Some(*wait),
                        _ => None,
                    };
                    permit.complete(told);
                    // It was done the time before, of which nothing was heard.
                    let done = [code::ACKNOWLEDGED, code::UNKNOWN_MESSAGE];
                    if tried && done.contains(&refusal.code) && what.method != Method::PATCH {
                        return Ok(None);
                    }
                    if let Some(wait) = limited {
                        // What others may do meanwhile is for the limiter to know; this one waits in any case.
                        if Instant::now() + wait >= what.deadline {
                            return Err(Failed::TooLate);
                        }
                        tried = true;
                        continue;
                    }
                    if refusal.code == code::UNKNOWN_INTERACTION {
                        return Err(Failed::TooLate);
                    }
                    if !status.is_server_error() {
                        return Err(Failed::Refused {
                            status: status.as_u16(),
                            code: refusal.code,
                            message: refusal.message,
                        });
                    }
                }
                // The address has the token of the interaction in it, so the error is told without.
                Err(error) => {
                    let unsure = error.is_timeout() && !error.is_connect();
                    tracing::debug!(error = %error.without_url(), "an attempt to send has failed");
                    drop(permit);
                    if unsure && what.is_follow_up() {
                        return Err(Failed::TooLate);
                    }
                }
            }
            tried = true;
            if Instant::now() + PAUSE >= what.deadline {
                return Err(Failed::TooLate);
            }
            sleep(PAUSE).await;
        }
    }
}

impl Sending<'_> {
    /// Whether it adds something each time it is sent.
    fn is_follow_up(&self) -> bool {
        self.method == Method::POST && matches!(self.route, Route::Interaction { .. })
    }

    /// How long one attempt may take.
    fn patience(&self) -> Duration {
        match self.route {
            // Nothing tells two of them apart from one that was sent twice, so they get all the time there is.
            Route::Interaction { .. } if self.is_follow_up() => LATER,
            Route::Interaction { .. } | Route::Callback => ATTEMPT,
            Route::Bot { .. } => FIRST_ANSWER,
        }
    }
}

/// A nonce for a key.
fn digest(key: &str) -> String {
    let digest = Sha256::digest(key.as_bytes());
    let mut nonce = String::new();
    nonce.extend(digest.iter().take(12).map(|byte| format!("{byte:02x}")));
    nonce
}

/// The id of a channel as a number, by which its requests are counted.
fn major(channel: &str) -> u64 {
    channel.parse().unwrap_or_default()
}

/// The id of a message that was sent; empty where Discord's answer was lost on the way.
async fn id(sent: Option<reqwest::Response>) -> String {
    #[derive(Deserialize)]
    struct Id {
        id: String,
    }
    match sent {
        Some(sent) => sent.json::<Id>().await.map(|message| message.id).unwrap_or_default(),
        None => String::new(),
    }
}
