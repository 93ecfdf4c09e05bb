//! The clock of rounds: says what is due by time, on the main runtime, whatever the connections do.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::sleep;

use super::clock;
use super::desk::Desk;

/// How long is slept at most, so that a clock that was set does not matter for long.
const LONGEST: Duration = Duration::from_mins(1);

/// Closes questions when their time is up, for as long as the bot runs.
pub(super) async fn keep_time(desk: Arc<Desk>) {
    loop {
        let wait = desk.router.next_due().map_or(LONGEST, |due| {
            Duration::try_from(due.duration_since(clock::now())).unwrap_or(Duration::ZERO)
        });
        tokio::select! {
            () = sleep(wait.min(LONGEST)) => {}
            () = desk.played.notified() => {}
        }
        for due in desk.router.due(clock::now()) {
            tokio::spawn(Arc::clone(&desk).due(due));
        }
    }
}
