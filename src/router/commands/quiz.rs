//! `/quiz`: a round in the place where it is typed; `/quiz skip` and `/quiz stop`.

use crate::quiz::{Difficulty, Event, Format, Round, Wanted, draw};
use crate::reply::{Reply, letter, shortened};
use crate::router::{Call, Command, Kind, Opt};
use crate::text::{Lang, fold};

/// How many questions a round has if nothing is said.
const USUAL: usize = 5;
/// The most questions of a round.
const MOST: usize = 50;

pub(in crate::router) const COMMAND: Command = Command {
    id: "quiz",
    options: &[
        Opt { id: "count", kind: Kind::Count, required: false },
        Opt {
            id: "format",
            kind: Kind::OneOf(&["format-choice", "format-true-or-false", "format-rumour-or-fact"]),
            required: false,
        },
        Opt {
            id: "difficulty",
            kind: Kind::OneOf(&["difficulty-easy", "difficulty-medium", "difficulty-hard"]),
            required: false,
        },
    ],
    handle: start,
};

pub(in crate::router) const SKIP: Command =
    Command { id: "quiz-skip", options: &[], handle: |call| step(call, Event::Skipped) };

pub(in crate::router) const JOIN: Command = Command { id: "quiz-join", options: &[], handle: join };

pub(in crate::router) const STOP: Command = Command { id: "quiz-stop", options: &[], handle: stop };

fn start(call: &mut Call<'_>) -> Reply {
    match wanted(call) {
        Ok((count, wanted)) => begin(call, count, wanted),
        Err(reply) => reply,
    }
}

/// The number and the kind of questions, or what to say about an option that cannot be read.
fn wanted(call: &Call<'_>) -> Result<(usize, Wanted), Reply> {
    let count =
        match call.option("count") {
            None => USUAL,
            Some(typed) => {
                typed.parse().ok().filter(|count| (1..=MOST).contains(count)).ok_or_else(|| {
                    let typed = shortened(typed);
                    Reply::note(call.writer.say(
                        "quiz-bad-count",
                        &[("typed", (&typed).into()), ("most", MOST.into())],
                    ))
                })?
            }
        };
    let format = one_of(call, "format", &Format::ALL.map(|one| (one, one.name())))?;
    let difficulty = one_of(call, "difficulty", &Difficulty::ALL.map(|one| (one, one.name())))?;
    Ok((count, Wanted { format, difficulty }))
}

/// The value of an option whose names in both languages stand under `OPTION-NAME`.
fn one_of<T: Copy>(
    call: &Call<'_>,
    option: &str,
    values: &[(T, &str)],
) -> Result<Option<T>, Reply> {
    let Some(typed) = call.option(option) else { return Ok(None) };
    let name =
        |lang: Lang, value: &str| call.router.writer(lang).say(&format!("{option}-{value}"), &[]);
    let fits = |value: &str| Lang::ALL.iter().any(|lang| fold(&name(*lang, value)) == fold(typed));
    if let Some((value, _)) = values.iter().find(|(_, value)| fits(value)) {
        return Ok(Some(*value));
    }
    let writer = call.writer;
    let names: Vec<String> = values.iter().map(|(_, value)| name(writer.lang(), value)).collect();
    let (typed, option) = (shortened(typed), writer.say(&format!("option-{option}"), &[]));
    Err(Reply::note(writer.say(
        "quiz-bad-option",
        &[
            ("typed", (&typed).into()),
            ("option", (&option).into()),
            ("choices", (&writer.figures().either(&names)).into()),
        ],
    )))
}

fn begin(call: &mut Call<'_>, count: usize, wanted: Wanted) -> Reply {
    let (router, request, writer) = (call.router, call.request, call.writer);
    let mut rounds = router.rounds();
    if rounds.contains_key(&request.place) {
        return Reply::note(writer.say("quiz-running", &[]));
    }
    let items = match draw(&router.facts, router.pool(), wanted, count, call.chance) {
        Ok(items) => items,
        Err(empty) => {
            return Reply::note(writer.say("quiz-empty", &[("others", empty.others.into())]));
        }
    };
    let round = Round::new(items, &request.person.id, &request.person.name);
    let reply = match round.open() {
        Some((number, item)) => Reply::new(writer.question(item, number, &round)),
        None => Reply::note(writer.say("quiz-empty", &[("others", 0.into())])),
    };
    rounds.insert(request.place.clone(), round);
    reply
}

/// Somebody chooses an option of the open question.
pub(in crate::router) fn choose(call: &Call<'_>, option: usize) -> Reply {
    let person = &call.request.person;
    let (player, name) = (person.id.clone(), person.name.clone());
    step(call, Event::Chosen { player, name, option })
}

/// The option of the open question that a text is: its letter with a mark, or its words in either
/// language.
pub(in crate::router) fn option_meant(call: &Call<'_>, text: &str) -> Option<usize> {
    let rounds = call.router.rounds();
    let (_, item) = rounds.get(&call.request.place)?.open()?;
    let typed = fold(text);
    item.choices.iter().enumerate().position(|(index, choice)| {
        typed == fold(&letter(index))
            || Lang::ALL
                .iter()
                .any(|lang| fold(&call.router.writer(*lang).offer(&choice.offer)) == typed)
    })
}

/// Somebody joins the round without an answer yet; the open question waits for them.
fn join(call: &mut Call<'_>) -> Reply {
    let person = &call.request.person;
    step(call, Event::Joined { player: person.id.clone(), name: person.name.clone() })
}

fn stop(call: &mut Call<'_>) -> Reply {
    let starter = {
        let rounds = call.router.rounds();
        rounds.get(&call.request.place).and_then(|round| round.starter().cloned())
    };
    match starter {
        Some(starter) if starter.id != call.request.person.id => {
            Reply::note(call.writer.say("quiz-stop-who", &[("name", (&starter.name).into())]))
        }
        _ => step(call, Event::Stopped),
    }
}

fn step(call: &Call<'_>, event: Event) -> Reply {
    let mut rounds = call.router.rounds();
    let place = &call.request.place;
    let Some(round) = rounds.get_mut(place) else {
        return Reply::note(call.writer.say("quiz-none-running", &[]));
    };
    let effects = round.step(event);
    let reply = call.writer.round(round, &effects);
    if round.open().is_none() {
        rounds.remove(place);
    }
    reply
}
