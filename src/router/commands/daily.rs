//! `/daily`: a few questions a day, the same for everybody, once a person.

use jiff::Timestamp;

use super::quiz::{begun, round_id};
use crate::quiz::{Event, Question, Round, Settings};
use crate::reply::{Part, Played, Reply, shortened};
use crate::router::catalogue::Handle;
use crate::router::daily::{date, day};
use crate::router::rounds::{Live, Seat};
use crate::router::{Call, Command, Kind, Opt, Result};
use crate::text::{Lang, fold};

pub(in crate::router) const COMMAND: Command = Command {
    id: "daily",
    options: &[Opt {
        id: "day",
        kind: Kind::OneOf(&["day-today", "day-yesterday"]),
        required: false,
    }],
    handle: Handle::Store(|call| Box::pin(daily(call))),
};

async fn daily(call: &mut Call<'_>) -> Result<Reply> {
    let named = |key: &str, typed: &str| {
        Lang::ALL.iter().any(|lang| fold(&call.router.writer(*lang).say(key, &[])) == fold(typed))
    };
    match call.option("day") {
        None => play(call).await,
        Some(typed) if named("day-today", typed) => play(call).await,
        Some(typed) if named("day-yesterday", typed) => yesterday(call).await,
        Some(typed) => {
            let typed = shortened(typed);
            Ok(Reply::note(call.writer.say("daily-bad-day", &[("typed", (&typed).into())])))
        }
    }
}

/// Begins the challenge of the day, goes on with one that is not finished, or tells how it went.
async fn play(call: &mut Call<'_>) -> Result<Reply> {
    let (router, person) = (call.router, call.request.person.id.as_str());
    let seat = Seat::Daily(person.to_owned());
    if let Some(live) = router.live(&seat).await? {
        return go_on(call, &seat, live).await;
    }
    let (today, store) = (day(call.now), router.store()?);
    let id = match store.daily(today, person).await? {
        None => {
            let id = round_id(call);
            let before = store.begin_daily(today, person, &id, call.now.as_millisecond()).await?;
            before.map_or(id, |before| before.round)
        }
        Some(before) => before.round,
    };
    // It may have ended without anybody noting how: then that is done now.
    if let Some(round) = router.round(&id).await? {
        let finished = match router.challenge(person, today, call.now).await? {
            None => router.finish_daily(person, &round, call.now).await?,
            finished => finished,
        };
        return Ok(match finished {
            Some(finished) => Reply::private(call.writer.daily_played(&finished)),
            None => Reply::note(call.writer.say("daily-given-up", &[])),
        });
    }
    // Rounds are dropped before what is known of the day.
    if let Some(finished) = router.challenge(person, today, call.now).await? {
        return Ok(Reply::private(call.writer.daily_played(&finished)));
    }
    begin(call, &seat, &id, today).await
}

async fn begin(call: &mut Call<'_>, seat: &Seat, id: &str, today: i64) -> Result<Reply> {
    let (router, writer) = (call.router, call.writer);
    let items = router.items_of(today).await?;
    if items.is_empty() {
        return Ok(Reply::note(writer.say("daily-none", &[])));
    }
    // There is no hurry: who is called away comes back to it.
    let questions: Vec<Question> =
        items.into_iter().map(|item| Question { item, time: 0 }).collect();
    let settings = Settings { lang: writer.lang(), ..Settings::default() };
    let now = call.now.as_millisecond();
    let round = Round::new(id, settings, questions, call.person(), now);
    let mut parts = writer.daily_begins(date(today), round.len());
    parts.extend(writer.asked(&round));
    let played = Played { daily: true, ..begun(&round, true) };
    // It belongs to no server: what it scores counts everywhere.
    if !router.begin(seat, "", round, call.now).await? {
        // Somebody was a moment faster, with two presses perhaps.
        return Ok(match router.live(seat).await? {
            Some(live) => going_on(call, &live.round, today),
            None => Reply::note(writer.say("daily-given-up", &[])),
        });
    }
    let mut reply = Reply::private(parts);
    reply.played = Some(Box::new(played));
    Ok(reply)
}

/// Goes on with a challenge. The time that somebody was away does not count.
async fn go_on(call: &mut Call<'_>, seat: &Seat, live: Live) -> Result<Reply> {
    let (router, person) = (call.router, call.request.person.id.as_str());
    let away = call.now.as_millisecond() - live.round.opened();
    let stepped = router.step(seat, &Event::Resumed { away }, call.now).await?;
    let round = stepped.map_or(live.round, |stepped| stepped.round);
    let begun = router.store()?.daily_in(person, round.id()).await?;
    let of = begun.map_or_else(|| day(call.now), |begun| begun.day);
    Ok(going_on(call, &round, of))
}

fn going_on(call: &Call<'_>, round: &Round, of: i64) -> Reply {
    let mut parts = vec![call.writer.daily_goes_on(date(of))];
    parts.extend(call.writer.asked(round));
    let mut reply = Reply::private(parts);
    reply.played = Some(Box::new(Played {
        daily: true,
        closed: round.closed().len(),
        // What is said again needs no receipt.
        receipt: None,
        ..begun(round, true)
    }));
    reply
}

/// Yesterday's questions with their answers.
async fn yesterday(call: &mut Call<'_>) -> Result<Reply> {
    let (router, writer) = (call.router, call.writer);
    let person = call.request.person.id.as_str();
    let yesterday = day(call.now) - 1;
    if let Some(live) = router.live(&Seat::Daily(person.to_owned())).await? {
        let playing = router.store()?.daily_in(person, live.round.id()).await?;
        if playing.is_some_and(|playing| playing.day <= yesterday) {
            return Ok(Reply::note(writer.say("daily-yesterday-running", &[])));
        }
    }
    let items = router.items_of(yesterday).await?;
    if items.is_empty() {
        return Ok(Reply::note(writer.say("daily-yesterday-none", &[])));
    }
    let date = writer.figures().day(date(yesterday));
    let mut parts =
        vec![Part::Title(writer.say("daily-yesterday-title", &[("date", (&date).into())]))];
    if let Some(own) = router.challenge(person, yesterday, call.now).await? {
        parts.push(Part::Text(writer.say(
            "daily-yesterday-own",
            &[
                ("right", own.right.into()),
                ("count", own.count.into()),
                ("marks", (&own.marks).into()),
            ],
        )));
    }
    parts.extend(writer.daily_answers(&items));
    Ok(Reply::private(parts))
}

/// Shows somebody's result to everybody.
pub(in crate::router) async fn share(call: &mut Call<'_>, of: i64) -> Result<Reply> {
    let (person, name) = call.person();
    let now: Timestamp = call.now;
    Ok(match call.router.challenge(person, of, now).await? {
        Some(own) => Reply::new(call.writer.daily_shared(name, &own)),
        None => Reply::note(call.writer.say("daily-not-played", &[])),
    })
}
