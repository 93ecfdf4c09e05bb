//! The calendar of rounds that start by themselves: starts them in their channels when their time has come.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::sleep;

use super::clock;
use super::desk::Desk;

/// How long is slept at most: moderators change schedules, and a clock may have been set.
const LONGEST: Duration = Duration::from_secs(20);

/// Starts what is scheduled, for as long as the bot runs.
pub(super) async fn keep_calendar(desk: Arc<Desk>) {
    let mut failing = false;
    loop {
        let wait = match desk.router.scheduled(clock::now(), &mut desk.chance()).await {
            Ok((due, next)) => {
                failing = false;
                for due in due {
                    tokio::spawn(Arc::clone(&desk).due(due));
                    desk.played.notify_one();
                }
                let left = next.map(|next| next.duration_since(clock::now()));
                let left = left.map(|left| Duration::try_from(left).unwrap_or_default());
                left.unwrap_or(LONGEST)
            }
            Err(error) => {
                // Once is enough: it is tried again soon.
                if !std::mem::replace(&mut failing, true) {
                    tracing::error!(%error, "no round can start by itself");
                }
                LONGEST
            }
        };
        sleep(wait.min(LONGEST)).await;
    }
}
