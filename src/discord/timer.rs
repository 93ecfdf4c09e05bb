//! The clock of rounds: says what is due by time, on the main runtime, whatever the connections do.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::clock;
use super::desk::Desk;
use crate::router::{Due, Seat};

/// How long is slept at most. Other processes may have begun rounds, and a clock may have been set.
const LONGEST: Duration = Duration::from_secs(1);

/// How long is slept at least.
const SHORTEST: Duration = Duration::from_millis(5);

/// After how long without a look no time was kept: the store was away, the machine slept, or the clock was set.
const GAP: SignedDuration = SignedDuration::from_secs(5);

/// At how many seats at once it is said that rounds go on: the first answers do not wait behind all of them.
const AFTER_A_START: usize = 4;

/// When time was kept last.
#[derive(Debug, Clone, Copy)]
enum Kept {
    /// By an earlier process.
    ByAnother,
    /// At this time, by this one.
    Here(Timestamp),
    /// This one could not lately.
    NotLately,
}

/// What keeps the time of rounds.
struct Timer {
    desk: Arc<Desk>,
    kept: Kept,
    /// When this process last said that it keeps the time.
    beaten: Timestamp,
}

/// Takes up the rounds that were running, and from then on closes questions when their time is up, for as long as
/// the bot runs.
pub(super) async fn keep_time(desk: Arc<Desk>) {
    let beaten = Timestamp::UNIX_EPOCH;
    let mut timer = Timer { desk, kept: Kept::ByAnother, beaten };
    let mut failing = false;
    loop {
        let wait = match timer.look(clock::now()).await {
            Ok(wait) => {
                if std::mem::take(&mut failing) {
                    tracing::info!("the clock of rounds goes on");
                }
                wait
            }
            Err(error) => {
                if matches!(timer.kept, Kept::Here(_)) {
                    timer.kept = Kept::NotLately;
                }
                // Once is enough: it is tried again every second.
                if !std::mem::replace(&mut failing, true) {
                    tracing::error!(%error, "the clock of rounds stands still");
                }
                LONGEST
            }
        };
        // Where they cannot be, there is nothing to wait for.
        let _ = timer.desk.taken_up.set(());
        tokio::select! {
            () = sleep(wait) => {}
            () = timer.desk.played.notified() => {}
        }
    }
}

impl Timer {
    /// Says what is due, and tells how long it is until the next look.
    async fn look(&mut self, now: Timestamp) -> crate::router::Result<Duration> {
        let router = &self.desk.router;
        match self.kept {
            Kept::ByAnother => {
                say(&self.desk, router.resume(now).await?, AFTER_A_START);
                // On a server presses need not wait for what is due besides, but whoever steps is to be known to be
                // alive. A file has one writer, and what is due goes first.
                if router.shares_its_store() {
                    router.beat(now).await?;
                    self.beaten = now;
                    let _ = self.desk.taken_up.set(());
                }
            }
            Kept::Here(last) if now.duration_since(last).abs() < GAP => {}
            Kept::Here(_) | Kept::NotLately => {
                say(&self.desk, router.catch_up(now).await?, AFTER_A_START);
            }
        }
        self.kept = Kept::Here(now);
        say(&self.desk, router.due(now).await?, usize::MAX);
        if now.duration_since(self.beaten).abs() >= router.pace_of_beats() {
            router.beat(now).await?;
            self.beaten = now;
        }
        let Some(next) = router.next_due().await? else { return Ok(LONGEST) };
        let next = next.min(self.beaten.saturating_add(router.pace_of_beats()).unwrap_or(next));
        let wait = Duration::try_from(next.duration_since(clock::now())).unwrap_or(Duration::ZERO);
        Ok(wait.clamp(SHORTEST, LONGEST))
    }
}

/// Says what is due: at each seat one after the other, at so many seats at once.
fn say(desk: &Arc<Desk>, due: Vec<Due>, at_once: usize) {
    let mut seats: HashMap<Seat, Vec<Due>> = HashMap::new();
    for one in due {
        seats.entry(one.seat.clone()).or_default().push(one);
    }
    if seats.is_empty() {
        return;
    }
    let desk = Arc::clone(desk);
    tokio::spawn(async move {
        let mut saying = JoinSet::new();
        for due in seats.into_values() {
            if saying.len() >= at_once {
                saying.join_next().await;
            }
            let desk = Arc::clone(&desk);
            saying.spawn(async move {
                for one in due {
                    Arc::clone(&desk).due(one).await;
                }
            });
        }
        // Dropping the set would end what is left.
        saying.detach_all();
    });
}
