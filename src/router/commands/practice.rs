//! `/practice`: a person alone with the facts that they should meet again.

use std::collections::HashSet;

use super::me::need;
use super::quiz::{TOPIC, begun, round_id, timed, wanted};
use crate::quiz::{Event, Mode, Round, Seen, Settings, draw_about};
use crate::reply::{Part, Played, Reply};
use crate::router::catalogue::Handle;
use crate::router::{Call, Command, Result};

/// How many facts there are in one sitting.
const SITTING: usize = 10;
/// Four times the usual time of a relaxed round: nobody is hurried.
const PACE: u32 = 400;

pub(in crate::router) const COMMAND: Command = Command {
    id: "practice",
    options: &[TOPIC],
    handle: Handle::Store(|call| Box::pin(start(call))),
};

pub(in crate::router) const STOP: Command = Command {
    id: "practice-stop",
    options: &[],
    handle: Handle::Store(|call| Box::pin(stop(call))),
};

async fn start(call: &mut Call<'_>) -> Result<Reply> {
    let wanted = match wanted(call) {
        Ok(wanted) => wanted,
        Err(reply) => return Ok(reply),
    };
    let (router, seat) = (call.router, call.own_seat());
    let running = call.writer.say("practice-running", &[]);
    if let Some(live) = router.live(&seat).await? {
        // Its message may be out of sight, after a restart above all.
        let mut reply = Reply::private(vec![Part::Text(running)]);
        reply.parts.extend(call.writer.asked(&live.round));
        reply.played = Some(Box::new(Played { receipt: None, ..begun(&live.round, true) }));
        return Ok(reply);
    }
    let now = call.now.as_millisecond();
    let cards = router.cards(&call.request.person.id).await?;
    let known: HashSet<&str> = cards.iter().map(|(id, _)| id.as_str()).collect();
    // What is due goes first, the longest overdue before the rest; then what was never asked, in any order.
    let due = cards.iter().filter(|(_, card)| card.due <= now).map(|(id, _)| id.as_str());
    let mut fresh: Vec<&str> = router
        .facts
        .statements()
        .iter()
        .map(|one| one.id.as_str())
        .filter(|id| !known.contains(id))
        .collect();
    crate::quiz::shuffle(&mut fresh, call.chance);
    let order: Vec<&str> = due.chain(fresh).collect();
    let order = (order.into_iter(), SITTING);
    let seen = router.knowing(Seen::default()).await?;
    let items = draw_about(&router.facts, router.pool(), wanted, order, &seen, call.chance);
    if items.is_empty() {
        return Ok(Reply::note(call.writer.say("practice-none", &[])));
    }
    let lang = call.writer.lang();
    let settings = Settings { mode: Mode::Relaxed, pace: PACE, lang, ..Settings::default() };
    let questions = timed(call.writer, settings, items);
    let id = round_id(call);
    let need = need(&*call.own().await);
    let round = Round::new(&id, settings, questions, call.person(), now).needing(need);
    let mut parts = vec![
        Part::Title(call.writer.say("practice-title", &[])),
        Part::Text(call.writer.say("practice-how", &[])),
    ];
    parts.extend(call.writer.asked(&round));
    let played = begun(&round, true);
    // Practice belongs to no server.
    if !router.begin(&seat, "", round, call.now).await? {
        return Ok(Reply::note(running));
    }
    let mut reply = Reply::private(parts);
    reply.played = Some(Box::new(played));
    Ok(reply)
}

async fn stop(call: &mut Call<'_>) -> Result<Reply> {
    let event = Event::Stopped { player: call.request.person.id.clone(), moderator: false };
    let seat = call.pressed.clone().unwrap_or_else(|| call.own_seat());
    Ok(match call.router.step(&seat, &event, call.now).await? {
        Some(stepped) => stepped.reply(call.router, call.writer),
        None => Reply::note(call.writer.say("practice-not-running", &[])),
    })
}
