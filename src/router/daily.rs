//! The daily challenge: the questions of a day, and what becomes of somebody's challenge.

use std::collections::HashSet;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};

use super::{Result, Router};
use crate::quiz::{Barred, Closed, Ending, Item, Round, daily};
use crate::reply::{Challenge, marks};
use crate::store::Daily;

/// A day in milliseconds.
const DAY: i64 = 86_400_000;

/// The day that a time lies in, in days since 1970 in UTC.
pub(super) fn day(now: Timestamp) -> i64 {
    now.as_millisecond().div_euclid(DAY)
}

/// The date of a day.
pub(super) fn date(day: i64) -> Date {
    let epoch = Date::constant(1970, 1, 1);
    i32::try_from(day).ok().and_then(|day| epoch.checked_add(day.days()).ok()).unwrap_or(epoch)
}

impl Router {
    /// The questions of a day, as they were settled when the first person began it. Those of which the facts
    /// say something else by now are left out.
    pub(super) async fn items_of(&self, day: i64) -> Result<Vec<Item>> {
        let store = self.store()?;
        let settled = if let Some(settled) = store.day(day).await? {
            settled
        } else {
            let barred =
                Barred { resting: self.resting().await?, asked: self.asked_around(day).await? };
            let items = daily(&self.facts, self.pool(), date(day), &barred);
            store.settle_day(day, &serde_json::to_string(&items)?).await?
        };
        let mut items: Vec<Item> = serde_json::from_str(&settled)?;
        items.retain(|item| item.stands(&self.facts));
        Ok(items)
    }

    /// The frames that were asked on the other days of a month.
    async fn asked_around(&self, day: i64) -> Result<HashSet<String>> {
        let first = day + 1 - i64::from(date(day).day());
        let last = first + i64::from(date(day).days_in_month()) - 1;
        let mut asked = HashSet::new();
        for items in self.store()?.days(first, last).await? {
            // What an older program wrote may not be readable: then it is not known.
            let items: Vec<Item> = serde_json::from_str(&items).unwrap_or_default();
            asked.extend(items.into_iter().map(|item| item.frame));
        }
        Ok(asked)
    }

    /// Writes down how a challenge ended, once, and tells how it went. None where it was given up.
    pub(super) async fn finish_daily(
        &self,
        person: &str,
        round: &Round,
        now: Timestamp,
    ) -> Result<Option<Challenge>> {
        let store = self.store()?;
        let Some(begun) = store.daily_in(person, round.id()).await? else { return Ok(None) };
        if round.ending() != Some(Ending::Finished) {
            return Ok(None);
        }
        let right = |closed: &&Closed| closed.given.iter().any(|given| given.right);
        let right = round.closed().iter().filter(right).count();
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let counts = (count(right), count(round.closed().len()));
        let at = now.as_millisecond();
        store.finish_daily(begun.day, person, &marks(round.closed()), counts, at).await?;
        self.challenge(person, begun.day, now).await
    }

    /// How somebody's challenge of a day went, if they finished it.
    pub(super) async fn challenge(
        &self,
        person: &str,
        of: i64,
        now: Timestamp,
    ) -> Result<Option<Challenge>> {
        let store = self.store()?;
        let finished = |daily: &Daily| daily.finished.is_some();
        let Some(daily) = store.daily(of, person).await?.filter(finished) else {
            return Ok(None);
        };
        let (_, best) = store.daily_streaks(of, person).await?;
        let today = day(now);
        let count = |count: i64| usize::try_from(count).unwrap_or_default();
        Ok(Some(Challenge {
            day: of,
            date: date(of),
            right: count(daily.correct),
            count: count(daily.questions),
            marks: daily.grid.unwrap_or_default(),
            streak: count(daily.streak),
            best: count(best),
            next: (of == today).then_some((today + 1) * DAY),
        }))
    }
}
