//! The bot on Discord from its start to its end.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use rand_chacha::ChaCha8Rng;
use reqwest::StatusCode;
use serde::Deserialize;
use tokio::sync::{Mutex, Notify};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::desk::Desk;
use super::pulse::Patience;
use super::rest::{self, Access, Rest};
use super::supervisor::{Gateway, Supervisor};
use super::{Error, Shards, registration};
use crate::config::Secret;
use crate::router::Router;

/// Where Discord's REST interface is.
const DISCORD: &str = "https://discord.com";

/// How often Discord is asked for its gateway at the start, where it answers that it has troubles.
const ATTEMPTS: u32 = 3;

/// What the bot on Discord is told.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The token of the bot.
    pub token: Secret,
    /// The server whose commands are registered, instead of those of all servers.
    pub guild: Option<String>,
    /// Where the REST interface is, instead of at Discord.
    pub proxy: Option<String>,
    /// The shards of this process; all that Discord recommends, where nothing is said.
    pub shards: Option<Shards>,
    /// How long the watch over the connections waits.
    pub patience: Patience,
}

/// What Discord says of its gateway.
///
/// See <https://discord.com/developers/docs/events/gateway#get-gateway-bot>.
#[derive(Debug, Deserialize)]
struct GatewayInfo {
    url: String,
    shards: u32,
}

/// Runs the bot until `end` comes true.
///
/// # Errors
///
/// The settings are no use, the token is refused, or Discord cannot be reached at the start. What happens later
/// is waited out, but for a refused token.
pub async fn run(
    settings: Settings,
    router: Arc<Router>,
    chance: ChaCha8Rng,
    end: impl Future<Output = ()>,
) -> Result<(), Error> {
    let guild = settings
        .guild
        .map(|guild| guild.trim().parse().map_err(|_| Error::BadGuild(guild)))
        .transpose()?;
    let base = base(settings.proxy)?;
    let access = Access { token: settings.token, base: Arc::new(base) };
    let client = rest::client().map_err(|error| Error::SetUp(error.to_string()))?;
    let rest = Rest::new(client, access.clone());
    let info = gateway_info(&rest, &access.base).await?;
    let gateway = Gateway::read(&info.url).ok_or_else(|| Error::NoGateway {
        address: access.base.to_string(),
        gateway: info.url.clone(),
    })?;
    if !gateway.answers().await {
        let why = "the gateway takes no connection".to_owned();
        return Err(Error::Unreachable { address: info.url, why });
    }
    let shards = settings.shards.unwrap_or(Shards { own: 0..info.shards, total: info.shards });
    let desk = Arc::new(Desk::new(Arc::clone(&router), rest, chance));
    let supervisor = Arc::new(Supervisor {
        access,
        gateway,
        desk: Arc::clone(&desk),
        patience: settings.patience,
        turn: Mutex::new(None),
        end: Notify::new(),
    });
    let mut keepers = JoinSet::new();
    for shard in shards.own.clone() {
        let supervisor = Arc::clone(&supervisor);
        keepers.spawn(async move { supervisor.keep(shard, shards.total).await });
    }
    // Of several processes, the first one registers.
    let registering = shards.own.contains(&0).then(|| {
        let desk = Arc::clone(&desk);
        tokio::spawn(async move {
            let (_, application) = desk.identity().await;
            registration::register(&desk.rest, &router, application, guild).await;
        })
    });
    // What quizzes ask takes a moment to find; better now than when the first one is started.
    let preparing = Arc::clone(&desk);
    tokio::task::spawn_blocking(move || {
        let _ = preparing.router.pool();
    });
    // Of several processes, the first one lists the servers.
    let upkeep =
        tokio::spawn(super::upkeep::keep_house(Arc::clone(&desk), shards.own.contains(&0)));
    let process = format!("{:016x}", desk.draw());
    let timer = tokio::spawn(super::timer::keep_time(Arc::clone(&desk), process.clone()));
    let calendar = tokio::spawn(super::calendar::keep_calendar(Arc::clone(&desk)));
    let result = tokio::select! {
        Some(kept) = keepers.join_next() => match kept {
            Ok(result) => result,
            Err(error) => Err(Error::SetUp(error.to_string())),
        },
        () = end => Ok(()),
    };
    tracing::info!("ending");
    timer.abort();
    upkeep.abort();
    calendar.abort();
    desk.stage.end();
    supervisor.end.notify_waiters();
    let all = async { while keepers.join_next().await.is_some() {} };
    if timeout(Duration::from_millis(1_400), all).await.is_err() {
        tracing::warn!("not every connection ended in time");
    }
    if timeout(Duration::from_millis(1_800), desk.finish()).await.is_err() {
        tracing::warn!("not every answer was given in time");
    }
    // Only now is it known which question stands in which message.
    if timeout(Duration::from_millis(1_200), desk.pause(&process)).await.is_err() {
        tracing::warn!("not every round could say that it is saved");
    }
    // Time does not count from here on.
    desk.log(desk.router.beat(&process, super::clock::now()).await);
    if let Some(registering) = registering {
        registering.abort();
    }
    result
}

/// Where the REST interface is, without a slash at the end.
fn base(proxy: Option<String>) -> Result<String, Error> {
    let Some(proxy) = proxy else { return Ok(DISCORD.to_owned()) };
    let sound = reqwest::Url::parse(proxy.trim())
        .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    if !sound {
        return Err(Error::BadProxy(proxy));
    }
    Ok(proxy.trim().trim_end_matches('/').to_owned())
}

async fn gateway_info(rest: &Rest, base: &str) -> Result<GatewayInfo, Error> {
    let unreachable = |why: String| Error::Unreachable { address: base.to_owned(), why };
    let mut attempts = 0;
    let answer = loop {
        attempts += 1;
        match rest.get("/api/v10/gateway/bot").await {
            Ok(answer) => break answer,
            Err(error) if error.status() == Some(StatusCode::UNAUTHORIZED) => {
                return Err(Error::TokenRefused);
            }
            Err(error) if error.status().is_some() && attempts < ATTEMPTS => {
                sleep(Duration::from_millis(500)).await;
            }
            Err(error) => return Err(unreachable(cause(&error))),
        }
    };
    serde_json::from_value(answer).map_err(|error| unreachable(error.to_string()))
}

/// What an error of the HTTP client comes down to.
fn cause(error: &reqwest::Error) -> String {
    if let Some(status) = error.status() {
        return format!("status {}", status.as_u16());
    }
    if error.is_timeout() {
        return "no answer in time".to_owned();
    }
    let mut last: &dyn std::error::Error = error;
    while let Some(source) = last.source() {
        last = source;
    }
    last.to_string()
}
