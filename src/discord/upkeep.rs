//! What is to be done about once a day, and which servers the bot has left.
//!
//! The servers are asked for by REST instead of being told by the gateway: the intent for that would bring the
//! channels and roles of every server at each start, and nothing that happened while no process was alive. See
//! <https://discord.com/developers/docs/resources/user#get-current-user-guilds>.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use jiff::tz::TimeZone;
use serde::Deserialize;
use tokio::time::sleep;

use super::clock;
use super::desk::Desk;
use super::rest::Rest;
use super::run::LATER;

/// How often is looked whether another day has begun, or whether what failed can be done now.
const LOOK: Duration = Duration::from_mins(15);

/// How many servers Discord lists at once.
const AT_ONCE: usize = 200;

/// Does what is to be done about once a day, at the start and after each midnight in UTC, for as long as the
/// bot runs. Of several processes, the one that `lists` the servers does that for all.
pub(super) async fn keep_house(desk: Arc<Desk>, lists: bool) {
    let mut done = None;
    // First those who play.
    desk.taken_up.wait().await;
    sleep(LATER).await;
    loop {
        let now = clock::now();
        let today = now.to_zoned(TimeZone::UTC).date();
        if done != Some(today) {
            // Whether or not the servers can be listed, the rest is done: it forgets none of them.
            let listed = !lists || note_servers(&desk).await;
            let tended = tend(&desk).await;
            done = (tended && listed).then_some(today);
        }
        sleep(LOOK).await;
    }
}

/// Whether it was done.
async fn tend(desk: &Desk) -> bool {
    match desk.router.tend(clock::now()).await {
        Ok(tended) => {
            tracing::debug!(?tended.swept, "what was too old is dropped");
            for item in tended.rest {
                tracing::warn!(item, "an item rests; see roadbook items stats");
            }
            true
        }
        Err(error) => {
            tracing::error!(%error, "what is too old could not be dropped");
            false
        }
    }
}

/// Whether it was done. Only a whole list says that the bot is not in a server.
async fn note_servers(desk: &Desk) -> bool {
    let listed = match servers(&desk.rest).await {
        Ok(listed) => listed,
        Err(error) => {
            tracing::warn!(error = %error.without_url(), "the servers could not be listed");
            return false;
        }
    };
    match desk.router.note_servers(&listed, clock::now()).await {
        Ok(forgotten) => {
            tracing::debug!(servers = forgotten.len(), "servers left long ago are forgotten");
            true
        }
        Err(error) => {
            tracing::error!(%error, "the servers could not be noted");
            false
        }
    }
}

/// All servers that the bot is in.
async fn servers(rest: &Rest) -> reqwest::Result<HashSet<String>> {
    #[derive(Deserialize)]
    struct Server {
        id: String,
    }
    let mut all = HashSet::new();
    let mut after = "0".to_owned();
    loop {
        let path = format!("/api/v10/users/@me/guilds?limit={AT_ONCE}&after={after}");
        let some: Vec<Server> = rest.read(&path).await?;
        let full = some.len() >= AT_ONCE;
        if let Some(last) = some.last() {
            after.clone_from(&last.id);
        }
        let before = all.len();
        all.extend(some.into_iter().map(|server| server.id));
        // What brings nothing new would go on for ever.
        if !full || all.len() == before {
            return Ok(all);
        }
    }
}
