//! What is to be done about once a day: what is too old is dropped, challenges that nobody finishes end, and
//! questions that are broken by their numbers come to rest.

use std::collections::HashSet;

use jiff::Timestamp;

use super::commands::quiz::counted;
use super::{Result, Router};
use crate::quiz::{Choice, Fault, Format, Frame, LEARNT, Rating, Record, Round, Seen, fault};
use crate::store::{ItemStats, Swept};
use crate::text::Lang;

/// How long a challenge waits for whoever began it, in milliseconds: two days.
const PATIENCE: i64 = 2 * 86_400_000;

/// What was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tended {
    /// What the store dropped.
    pub swept: Swept,
    /// The items that came to rest.
    pub rest: Vec<String>,
}

impl Router {
    /// Does what is to be done about once a day. Doing it twice, or in two processes at once, does no harm.
    ///
    /// # Errors
    ///
    /// If the store fails; what was done before stays done.
    pub async fn tend(&self, now: Timestamp) -> Result<Tended> {
        self.end_lingering(now.as_millisecond() - PATIENCE, now).await?;
        let swept = self.store()?.sweep(now.as_millisecond()).await?;
        Ok(Tended { swept, rest: self.judge_items(now).await? })
    }

    /// Notes which servers the bot has left, and in which it is again: those that the platform lists are all
    /// that it is in. Then those are forgotten that it left long ago, and told.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn note_servers(
        &self,
        listed: &HashSet<String>,
        now: Timestamp,
    ) -> Result<Vec<String>> {
        let store = self.store()?;
        for (server, left) in store.servers().await? {
            match (listed.contains(&server), left) {
                (false, None) => store.leave_server(&server, now.as_millisecond()).await?,
                (true, Some(_)) => store.join_server(&server).await?,
                _ => {}
            }
        }
        let forgotten = store.forget_left(now.as_millisecond()).await?;
        for server in &forgotten {
            self.drop_server(server);
        }
        if !forgotten.is_empty() {
            self.drop_rounds().await;
        }
        Ok(forgotten)
    }

    /// What a server has been asked, and is going to be by the rounds that are running there in other places.
    pub(super) async fn seen_in(&self, server: &str, place: &str) -> Result<Seen> {
        let store = self.store()?;
        let mut seen = counted(store.seen(server).await?);
        for state in store.running_in(server, place).await? {
            // One that cannot be read asks nothing any more.
            let Ok(round) = serde_json::from_str::<Round>(&state) else { continue };
            round.coming().for_each(|item| seen.note(&item.frame));
        }
        Ok(seen)
    }

    /// The frames that are not asked for now.
    pub(super) async fn resting(&self) -> Result<HashSet<String>> {
        Ok(self.store()?.resting().await?.into_keys().collect())
    }

    /// Adds to what was asked in a place what is known of questions everywhere: which rest, and how hard they turned out
    /// to be.
    pub(super) async fn knowing(&self, seen: Seen) -> Result<Seen> {
        let rated = self.store()?.item_ratings(LEARNT.into()).await?;
        let learnt = rated.into_iter().filter_map(|(frame, value)| {
            Some((frame, Rating { value, answers: LEARNT }.difficulty()?))
        });
        Ok(seen.leaving_out(self.resting().await?).knowing(learnt))
    }

    /// Puts to rest what is broken by its numbers. What was woken rests again only if twice as many answers
    /// say so.
    async fn judge_items(&self, now: Timestamp) -> Result<Vec<String>> {
        let store = self.store()?;
        let (resting, woken) = (store.resting().await?, store.woken().await?);
        let mut rest = Vec::new();
        for stats in store.item_stats().await? {
            let looked_at = woken.get(&stats.item).is_some_and(|seen| stats.answers < 2 * seen);
            if resting.contains_key(&stats.item) || looked_at {
                continue;
            }
            let Some((fault, record)) = self.judge(&stats) else { continue };
            store.rest(&stats.item, &reason(fault, record), now.as_millisecond()).await?;
            rest.push(stats.item);
        }
        Ok(rest)
    }

    /// What is wrong with an item by its numbers; nothing where the facts do not have it any more.
    fn judge(&self, stats: &ItemStats) -> Option<(Fault, Record)> {
        let pool = self.pool();
        let frame = pool.frames().get(pool.position(&stats.item)?)?;
        let options = frame.sets.iter().map(|set| set.picks().len()).max()?;
        let count = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
        let record = Record {
            answers: count(stats.answers),
            right: count(stats.correct),
            wrong: count(self.most_wrong(frame, stats)),
            guessing: frame.format.guessing(options),
        };
        fault(record).map(|fault| (fault, record))
    }

    /// How many took the wrong option that most people took. Only where one of several is right do options
    /// stay the same from one set to another.
    fn most_wrong(&self, frame: &Frame, stats: &ItemStats) -> i64 {
        if frame.format != Format::Choice {
            return 0;
        }
        // The names under which answers are counted are English.
        let writer = self.writer(Lang::En);
        let name = |choice: &Choice| writer.offer(&choice.offer);
        let right: Vec<String> =
            frame.candidates.iter().filter(|choice| choice.right).map(name).collect();
        let wrong = stats.choices.iter().filter(|(option, _)| !right.contains(option));
        wrong.map(|(_, count)| *count).max().unwrap_or_default()
    }
}

/// Why an item rests, for whoever runs the bot.
fn reason(fault: Fault, record: Record) -> String {
    let Record { answers, right, wrong, guessing } = record;
    match fault {
        Fault::NobodyRight => format!("none of {answers} answers is right"),
        Fault::BelowGuessing => format!(
            "{right} of {answers} answers are right, fewer than by guessing ({:.0} %)",
            guessing * 100.0
        ),
        Fault::WrongPreferred => {
            format!("{wrong} of {answers} took one wrong option, {right} the right one")
        }
    }
}
