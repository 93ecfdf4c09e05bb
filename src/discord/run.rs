//! The bot on Discord from its start to its end.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use rand_chacha::ChaCha8Rng;
use reqwest::StatusCode;
use serde::Deserialize;
use tokio::sync::{Mutex, Notify};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout, timeout_at};

use super::budget::{Budget, SessionStartLimit};
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

/// How long what nobody waits for is put off after the start, so that the first answers are not held up.
pub(super) const LATER: Duration = Duration::from_millis(500);
/// How long the end may take, so that the whole program ends within five seconds.
const ENDING: Duration = Duration::from_millis(4_400);

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
    #[serde(default)]
    session_start_limit: SessionStartLimit,
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
    let desk = Arc::new(Desk::new(Arc::clone(&router), rest, chance));
    // Rounds are taken up while the session begins.
    let timer = tokio::spawn(super::timer::keep_time(Arc::clone(&desk)));
    let mut end = pin!(end);
    // Whoever wants it to end does not wait until Discord has answered.
    let found = tokio::select! {
        found = find_gateway(&desk.rest, &access.base) => Some(found),
        () = &mut end => None,
    };
    let (info, gateway) = match found {
        Some(Ok(found)) => found,
        other => {
            // Its store is closed next; what it is at must not fail on that.
            timer.abort();
            let _ = timer.await;
            return other.map_or(Ok(()), |found| found.map(|_| ()));
        }
    };
    let shards = settings.shards.unwrap_or(Shards { own: 0..info.shards, total: info.shards });
    let supervisor = Arc::new(Supervisor {
        access,
        gateway,
        desk: Arc::clone(&desk),
        patience: settings.patience,
        turn: Mutex::new((None, Budget::new(info.session_start_limit, Instant::now()))),
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
            // Comparing the commands takes as long as an answer or two, and nobody waits for it.
            desk.taken_up.wait().await;
            let (_, application) = desk.identity().await;
            sleep(LATER / 2).await;
            registration::register(&desk.rest, &router, application, guild).await;
        })
    });
    // What quizzes ask takes a moment to find; better now than when the first one is started, and better after the
    // first answers than before them.
    let preparing = Arc::clone(&desk);
    let prepared = tokio::spawn(async move {
        preparing.taken_up.wait().await;
        preparing.identity().await;
        sleep(LATER).await;
        let _ = tokio::task::spawn_blocking(move || {
            let _ = preparing.router.pool();
        })
        .await;
    });
    // Of several processes, the first one lists the servers.
    let upkeep =
        tokio::spawn(super::upkeep::keep_house(Arc::clone(&desk), shards.own.contains(&0)));
    let calendar = tokio::spawn(super::calendar::keep_calendar(Arc::clone(&desk)));
    let result = tokio::select! {
        Some(kept) = keepers.join_next() => match kept {
            Ok(result) => result,
            Err(error) => Err(Error::SetUp(error.to_string())),
        },
        () = &mut end => Ok(()),
    };
    tracing::info!("ending");
    let until = Instant::now() + ENDING;
    timer.abort();
    prepared.abort();
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
    if timeout_at(until, desk.pause()).await.is_err() {
        tracing::warn!("not every round could say that it is saved");
    }
    // Time does not count from here on.
    desk.log(desk.router.beat(super::clock::now()).await);
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

/// Where the gateway is, and that it takes connections.
async fn find_gateway(rest: &Rest, base: &str) -> Result<(GatewayInfo, Gateway), Error> {
    let info = gateway_info(rest, base).await?;
    let gateway = Gateway::read(&info.url)
        .ok_or_else(|| Error::NoGateway { address: base.to_owned(), gateway: info.url.clone() })?;
    if !gateway.answers().await {
        let why = "the gateway takes no connection".to_owned();
        return Err(Error::Unreachable { address: info.url, why });
    }
    Ok((info, gateway))
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
