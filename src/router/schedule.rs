//! Rounds that start by themselves: when, once for all processes, and how.

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};

use super::commands::quiz::{begun, distinct, timed};
use super::commands::usual::{sparing, usual, usual_count, usual_difficulty};
use super::{Chance, Due, Result, Router, Seat};
use crate::quiz::{Round, Wanted, draw};
use crate::reply::{Part, Reply};
use crate::store::{Schedule, Started};
use crate::text::Lang;

/// How late a round may start that nobody could start in time. One that is later is left out.
const LATE: SignedDuration = SignedDuration::from_mins(10);

/// How long after a failure a start is tried again.
const AGAIN: SignedDuration = SignedDuration::from_secs(5);

/// The times around a moment at which a round starts by itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Slots {
    /// The last one, if it was today or yesterday.
    pub last: Option<Timestamp>,
    /// The next one.
    pub next: Option<Timestamp>,
}

/// The slots of a schedule around a moment; none where its time zone is not known here. A time that a change of
/// the clocks leaves out comes as much later as they are put forward, and one that comes twice is the first.
pub(super) fn slots(schedule: &Schedule, now: Timestamp) -> Slots {
    let time = Time::new(schedule.hour, schedule.minute, 0, 0);
    let (Ok(zone), Ok(time)) = (TimeZone::get(&schedule.zone), time) else {
        return Slots::default();
    };
    let today = now.to_zoned(zone.clone()).date();
    let around = (-1..=7).filter_map(|days: i32| {
        let date = today.checked_add(Span::new().days(days)).ok()?;
        let wanted = schedule.days.contains(&date.weekday().to_monday_one_offset());
        let slot = date.to_datetime(time).to_zoned(zone.clone()).ok()?;
        wanted.then(|| slot.timestamp())
    });
    let around: Vec<Timestamp> = around.collect();
    Slots {
        last: around.iter().copied().filter(|slot| *slot <= now).max(),
        next: around.iter().copied().filter(|slot| *slot > now).min(),
    }
}

impl Router {
    /// Starts the rounds whose time has come, each once however many processes look, and says when the next
    /// one comes.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn scheduled(
        &self,
        now: Timestamp,
        chance: &mut Chance,
    ) -> Result<(Vec<Due>, Option<Timestamp>)> {
        let (mut due, mut next) = (Vec::new(), None);
        for (server, schedule) in self.store()?.schedules().await? {
            let slots = slots(&schedule, now);
            next = next.into_iter().chain(slots.next).min();
            let fresh = slots.last.filter(|slot| now.duration_since(*slot) <= LATE);
            let Some(slot) = fresh else { continue };
            // What fails in one server keeps no other waiting, and does not hold back what has begun.
            match start_alone(self, &server, &schedule.channel, (slot, now), chance).await {
                Ok(reply) => {
                    let seat = Seat::Place(schedule.channel);
                    due.extend(reply.map(|reply| Due { seat, reply }));
                }
                Err(error) => {
                    tracing::error!(%error, server, "a round could not start by itself yet");
                    let again = now.checked_add(AGAIN).ok();
                    next = next.into_iter().chain(again).min();
                }
            }
        }
        Ok((due, next))
    }
}

/// Begins a round that nobody has started, in a channel of a server, as it is usual there, if nobody has claimed its
/// time. None where another one is running there, or nothing can be asked.
async fn start_alone(
    router: &Router,
    server: &str,
    channel: &str,
    (slot, now): (Timestamp, Timestamp),
    chance: &mut Chance,
) -> Result<Option<Reply>> {
    let store = router.store()?;
    if store.is_claimed(server, slot.as_millisecond()).await? {
        return Ok(None);
    }
    let settled = router.server(server, now).await;
    let settings = usual(&settled, Lang::default());
    let wanted = Wanted { difficulty: usual_difficulty(&settled), ..Wanted::default() };
    let seen = router.knowing(router.seen_in(server, channel).await?).await?;
    let mut seen = sparing(router, &settled, seen);
    let drawn =
        draw(&router.facts, router.pool(), wanted, usual_count(&settled), &mut seen, chance);
    let Ok(items) = drawn.map(distinct) else {
        store.claim_slot(server, slot.as_millisecond()).await?;
        return Ok(None);
    };
    let writer = router.writer(settings.lang);
    let count = items.len();
    let id = format!("{:016x}", chance.next_u64());
    let questions = timed(writer, settings, items);
    let round = Round::new(&id, settings, questions, ("", ""), now.as_millisecond()).unattended();
    let text = writer.say("quiz-scheduled", &[("count", count.into())]);
    let parts = std::iter::once(Part::Text(text)).chain(writer.asked(&round)).collect();
    let played = begun(&round, false);
    let place = Seat::Place(channel.to_owned());
    // The time is claimed by the step that begins the round: whoever dies before has claimed nothing.
    match router.begin_at(&place, server, round, Some(slot), now).await? {
        Started::Began => {}
        Started::Claimed => return Ok(None),
        Started::Runs { .. } => {
            store.claim_slot(server, slot.as_millisecond()).await?;
            return Ok(None);
        }
    }
    let mut reply = Reply::new(parts);
    reply.played = Some(Box::new(played));
    Ok(Some(reply))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schedule(days: &[i8], hour: i8, minute: i8, zone: &str) -> Schedule {
        Schedule {
            days: days.to_vec(),
            hour,
            minute,
            zone: zone.to_owned(),
            channel: "c".to_owned(),
        }
    }

    fn around(schedule: &Schedule, now: &str) -> [String; 2] {
        let slots = slots(schedule, now.parse().unwrap());
        [slots.last, slots.next].map(|slot| slot.map_or_else(String::new, |slot| slot.to_string()))
    }

    #[test]
    fn a_slot_is_a_time_of_the_day_in_its_zone() {
        let evening = schedule(&[6], 20, 30, "Europe/Paris");
        assert_eq!(around(&evening, "2026-11-21T19:29:59Z"), ["", "2026-11-21T19:30:00Z"]);
        let [last, next] = around(&evening, "2026-11-21T19:30:00Z");
        assert_eq!(
            (last.as_str(), next.as_str()),
            ("2026-11-21T19:30:00Z", "2026-11-28T19:30:00Z")
        );
        // Where it is Sunday already, Saturday was yesterday.
        let far = schedule(&[7], 9, 0, "Pacific/Auckland");
        assert_eq!(around(&far, "2026-11-21T19:59:00Z"), ["", "2026-11-21T20:00:00Z"]);
        let nowhere = schedule(&[1, 2, 3, 4, 5, 6, 7], 9, 0, "Europe/Nowhere");
        assert_eq!(around(&nowhere, "2026-11-21T19:59:00Z"), ["", ""]);
        assert_eq!(around(&schedule(&[], 9, 0, "UTC"), "2026-11-21T19:59:00Z"), ["", ""]);
    }

    #[test]
    fn a_time_that_the_clocks_leave_out_comes_an_hour_later_and_one_that_comes_twice_comes_once() {
        let daily = [1, 2, 3, 4, 5, 6, 7];
        let night = schedule(&daily, 2, 30, "Europe/Paris");
        // 29 March 2026: from 02:00 to 03:00.
        assert_eq!(
            around(&night, "2026-03-28T22:00:00Z"),
            ["2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z"]
        );
        // 25 October 2026: from 03:00 back to 02:00. Between the two, and after both, it is the first.
        assert_eq!(around(&night, "2026-10-25T00:00:00Z")[1], "2026-10-25T00:30:00Z");
        for now in ["2026-10-25T00:59:00Z", "2026-10-25T01:31:00Z"] {
            assert_eq!(around(&night, now), ["2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"]);
        }
        // The time of the day stays, whatever UTC makes of it.
        let evening = schedule(&daily, 20, 0, "America/New_York");
        assert_eq!(around(&evening, "2026-03-08T00:59:00Z")[1], "2026-03-08T01:00:00Z");
        assert_eq!(around(&evening, "2026-03-08T01:00:00Z")[1], "2026-03-09T00:00:00Z");
    }
}
