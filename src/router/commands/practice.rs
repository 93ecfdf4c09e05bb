//! `/practice`: a person alone with the facts that they should meet again.

use std::collections::HashSet;

use super::quiz::{TOPIC, round_id, timed, wanted};
use crate::quiz::{Event, Mode, Round, Settings, draw_about};
use crate::reply::{Part, Reply};
use crate::router::play::Seat;
use crate::router::{Call, Command};

/// How many facts there are in one sitting.
const SITTING: usize = 10;
/// Four times the usual time of a relaxed round: nobody is hurried.
const PACE: u32 = 400;

pub(in crate::router) const COMMAND: Command =
    Command { id: "practice", options: &[TOPIC], handle: start };

pub(in crate::router) const STOP: Command =
    Command { id: "practice-stop", options: &[], handle: stop };

fn start(call: &mut Call<'_>) -> Reply {
    let wanted = match wanted(call) {
        Ok(wanted) => wanted,
        Err(reply) => return reply,
    };
    let router = call.router;
    let person = call.request.person.id.clone();
    let mut play = router.play();
    if play.practice.contains_key(&person) {
        return Reply::note(call.writer.say("practice-running", &[]));
    }
    let now = call.now.as_millisecond();
    let mut cards = play.records.cards(&person);
    cards.sort_by_key(|(_, card)| card.due);
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
    let order = order.into_iter();
    let items = draw_about(&router.facts, router.pool(), wanted, order, SITTING, call.chance);
    if items.is_empty() {
        return Reply::note(call.writer.say("practice-none", &[]));
    }
    let settings =
        Settings { mode: Mode::Relaxed, speed_bonus: false, pace: PACE, lang: call.writer.lang() };
    let questions = timed(call.writer, settings, items);
    let id = round_id(call);
    let round = Round::new(&id, settings, questions, call.person(), now);
    let mut parts = vec![
        Part::Title(call.writer.say("practice-title", &[])),
        Part::Text(call.writer.say("practice-how", &[])),
    ];
    parts.extend(call.writer.asked(&round));
    play.practice.insert(person, round);
    Reply::private(parts)
}

fn stop(call: &mut Call<'_>) -> Reply {
    let mut play = call.router.play();
    let person = call.request.person.id.clone();
    let event = Event::Stopped { player: person.clone(), moderator: false };
    match play.step(&Seat::Person(person), event, call.now) {
        Some(stepped) => stepped.reply(call.router, call.writer),
        None => Reply::note(call.writer.say("practice-not-running", &[])),
    }
}
