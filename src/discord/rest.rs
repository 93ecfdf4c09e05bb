//! What is sent to Discord by HTTP: answers to interactions, edits, messages; with timeouts and bounded retries.
//!
//! Answers to interactions are outside the limit of fifty requests a second, and serenity's limiter keeps an
//! entry for each of them for ever, so they go by a client of their own. A lost answer is sent again: Discord
//! takes the first answer of an interaction and refuses the others, so nothing happens twice.
//!
//! See <https://discord.com/developers/docs/interactions/receiving-and-responding>.

use std::sync::Arc;
use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tokio::time::{Instant, sleep};

use super::decode::Address;
use super::message::{Callback, Message, NoMentions, Row};
use crate::config::Secret;

/// How long Discord waits for the first answer to an interaction, less a margin for the way.
pub(super) const FIRST_ANSWER: Duration = Duration::from_millis(2_500);
/// How long is tried to send anything else.
const LATER: Duration = Duration::from_secs(10);
/// How long one attempt may take.
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
}

/// The HTTP client: connections stay open between quiet spells, and nothing waits for ever.
pub(super) fn client() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder()
        .user_agent(concat!("DiscordBot (roadbook, ", env!("CARGO_PKG_VERSION"), ")"))
        .connect_timeout(Duration::from_secs(1))
        .timeout(FIRST_ANSWER)
        .pool_idle_timeout(None)
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
        Self { client, access }
    }

    /// Sends the first answer to an interaction that was received at `received`.
    pub(super) async fn callback(
        &self,
        id: u64,
        token: &str,
        answer: &Callback<'_>,
        received: Instant,
    ) -> Result<(), Failed> {
        let url = format!("{}/api/v10/interactions/{id}/{token}/callback", self.access.base);
        let body = serde_json::to_vec(answer)?;
        self.send(Method::POST, &url, body, false, received + FIRST_ANSWER).await.map(drop)
    }

    /// Replaces a message that was sent.
    pub(super) async fn edit(&self, what: &Sent, message: &Message) -> Result<(), Failed> {
        self.patch(what, serde_json::to_vec(message)?).await
    }

    /// Takes away what can be pressed on a message that was sent, but for these.
    pub(super) async fn retire(&self, what: &Sent, rows: &[Row]) -> Result<(), Failed> {
        #[derive(Serialize)]
        struct Retired<'a> {
            components: &'a [Row],
            allowed_mentions: NoMentions,
        }
        let retired = Retired { components: rows, allowed_mentions: NoMentions::default() };
        self.patch(what, serde_json::to_vec(&retired)?).await
    }

    async fn patch(&self, what: &Sent, body: Vec<u8>) -> Result<(), Failed> {
        let base = &self.access.base;
        let (url, as_bot) = match what {
            Sent::Answer(to) => {
                let (application, token) = (to.application, &to.token);
                (format!("{base}/api/v10/webhooks/{application}/{token}/messages/@original"), false)
            }
            Sent::FollowUp(to, id) => {
                let (application, token) = (to.application, &to.token);
                (format!("{base}/api/v10/webhooks/{application}/{token}/messages/{id}"), false)
            }
            Sent::Post(channel, id) => {
                (format!("{base}/api/v10/channels/{channel}/messages/{id}"), true)
            }
        };
        self.send(Method::PATCH, &url, body, as_bot, Instant::now() + LATER).await.map(drop)
    }

    /// Adds a message to an interaction that was answered.
    pub(super) async fn follow_up(&self, to: &Address, message: &Message) -> Result<Sent, Failed> {
        let (base, application, token) = (&self.access.base, to.application, &to.token);
        let url = format!("{base}/api/v10/webhooks/{application}/{token}?wait=true");
        let body = serde_json::to_vec(message)?;
        let sent = self.send(Method::POST, &url, body, false, Instant::now() + LATER).await?;
        Ok(Sent::FollowUp(to.clone(), id(sent).await))
    }

    /// Posts a message in a channel.
    pub(super) async fn post(&self, channel: &str, message: &Message) -> Result<Sent, Failed> {
        let url = format!("{}/api/v10/channels/{channel}/messages", self.access.base);
        let body = serde_json::to_vec(message)?;
        let sent = self.send(Method::POST, &url, body, true, Instant::now() + LATER).await?;
        Ok(Sent::Post(channel.to_owned(), id(sent).await))
    }

    /// Asks for JSON as the bot.
    pub(super) async fn get(&self, path: &str) -> Result<serde_json::Value, reqwest::Error> {
        self.read(path).await
    }

    /// Asks for JSON of a known shape as the bot.
    pub(super) async fn read<T: DeserializeOwned>(&self, path: &str) -> Result<T, reqwest::Error> {
        let request = self.client.get(format!("{}{path}", self.access.base));
        let answer = request.header("Authorization", self.authorization()).send().await?;
        answer.error_for_status()?.json().await
    }

    /// Replaces what is at a path, as the bot.
    pub(super) async fn put(&self, path: &str, body: Vec<u8>) -> Result<(), Failed> {
        let url = format!("{}{path}", self.access.base);
        self.send(Method::PUT, &url, body, true, Instant::now() + LATER).await.map(drop)
    }

    fn authorization(&self) -> String {
        format!("Bot {}", self.access.token.expose())
    }

    /// Sends until it is taken, refused, or too late.
    async fn send(
        &self,
        method: Method,
        url: &str,
        body: Vec<u8>,
        as_bot: bool,
        deadline: Instant,
    ) -> Result<Option<reqwest::Response>, Failed> {
        let mut tried = false;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Failed::TooLate);
            }
            let mut request = self
                .client
                .request(method.clone(), url)
                .header("Content-Type", "application/json")
                .timeout(left.min(if as_bot { FIRST_ANSWER } else { ATTEMPT }))
                .body(body.clone());
            if as_bot {
                request = request.header("Authorization", self.authorization());
            }
            let pause = match request.send().await {
                Ok(response) if response.status().is_success() => return Ok(Some(response)),
                Ok(response) => {
                    let status = response.status();
                    let header = retry_after(&response);
                    let refusal: Refusal = response.json().await.unwrap_or_default();
                    if refusal.code == code::ACKNOWLEDGED && tried {
                        return Ok(None);
                    }
                    if status == StatusCode::TOO_MANY_REQUESTS {
                        let told = refusal
                            .retry_after
                            .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
                        told.or(header).unwrap_or(Duration::from_millis(500))
                    } else if status.is_server_error() {
                        PAUSE
                    } else if refusal.code == code::UNKNOWN_INTERACTION {
                        return Err(Failed::TooLate);
                    } else {
                        return Err(Failed::Refused {
                            status: status.as_u16(),
                            code: refusal.code,
                            message: refusal.message,
                        });
                    }
                }
                // The address has the token of the interaction in it, so the error is told without.
                Err(error) => {
                    tracing::debug!(error = %error.without_url(), "an attempt to send has failed");
                    PAUSE
                }
            };
            tried = true;
            if Instant::now() + pause >= deadline {
                return Err(Failed::TooLate);
            }
            sleep(pause).await;
        }
    }
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

/// How long to wait by the header of a response; a 429 of the network before Discord has no body to say it.
fn retry_after(response: &reqwest::Response) -> Option<Duration> {
    let seconds = response.headers().get("retry-after")?.to_str().ok()?.parse().ok()?;
    Duration::try_from_secs_f64(seconds).ok()
}
