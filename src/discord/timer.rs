//! The clock of rounds: says what is due by time, on the main runtime, whatever the connections do.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::time::sleep;

use super::clock;
use super::desk::Desk;

/// How long is slept at most. Other processes may have begun rounds, and a clock may have been set.
const LONGEST: Duration = Duration::from_secs(1);

/// How long is slept at least.
const SHORTEST: Duration = Duration::from_millis(5);

/// How often this process says that it keeps the time.
const BEAT: SignedDuration = SignedDuration::from_secs(1);

/// Takes up the rounds that were running, and from then on closes questions when their time is up, for as long as
/// the bot runs. `process` is a name of this process that no other has.
pub(super) async fn keep_time(desk: Arc<Desk>, process: String) {
    match desk.router.resume(clock::now()).await {
        Ok(due) => due.into_iter().for_each(|due| drop(tokio::spawn(Arc::clone(&desk).due(due)))),
        Err(error) => tracing::error!(%error, "the rounds that were running cannot be taken up"),
    }
    let (mut beaten, mut failing) = (Timestamp::UNIX_EPOCH, false);
    loop {
        let now = clock::now();
        let wait = match look(&desk, now).await {
            Ok(wait) => {
                failing = false;
                wait
            }
            Err(error) => {
                // Once is enough: it is tried again every second.
                if !std::mem::replace(&mut failing, true) {
                    tracing::error!(%error, "the clock of rounds stands still");
                }
                LONGEST
            }
        };
        if !failing && now.duration_since(beaten) >= BEAT {
            beaten = now;
            desk.log(desk.router.beat(&process, now).await);
        }
        tokio::select! {
            () = sleep(wait) => {}
            () = desk.played.notified() => {}
        }
    }
}

/// Says what is due, and how long it is until the next look.
async fn look(desk: &Arc<Desk>, now: Timestamp) -> crate::router::Result<Duration> {
    for due in desk.router.due(now).await? {
        tokio::spawn(Arc::clone(desk).due(due));
    }
    let next = desk.router.next_due().await?;
    let wait = next.map_or(LONGEST, |next| {
        Duration::try_from(next.duration_since(clock::now())).unwrap_or(Duration::ZERO)
    });
    Ok(wait.clamp(SHORTEST, LONGEST))
}
