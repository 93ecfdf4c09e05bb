//! `/quiz`: a round in the place where it is typed, and what players do in it besides answering.

use std::collections::{HashMap, HashSet};

use super::me::need;
use super::options::{is_any, number, one_of};
use super::usual::{MOST, PACES, barred, sparing, tells, usual, usual_count, usual_difficulty};
use crate::quiz::{
    Difficulty, Event, Format, Item, Lobby, Mode, Question, Round, Seen, Settings, Theme, Wanted,
    draw,
};
use crate::reply::{Part, Played, Reply, Turn, Writer};
use crate::router::catalogue::Handle;
use crate::router::{Call, Command, Kind, Opt, Result};
use crate::store::Spoilers;

/// How long players gather before a round begins, in milliseconds.
const GATHERING: i64 = 30_000;

const YES_OR_NO: [(bool, &str); 2] = [(true, "yes"), (false, "no")];

/// Which questions: shared with `/practice`.
pub(super) const TOPIC: Opt = Opt {
    id: "topic",
    kind: Kind::OneOf(&[
        "theme-teams", "theme-people", "theme-series", "theme-episodes", "theme-race",
        "theme-makers", "theme-other-docuseries", "theme-rumours",
    ]),
    required: false,
};

pub(super) const COUNT: Opt = Opt { id: "count", kind: Kind::Count, required: false };
pub(super) const FORMAT: Opt = Opt {
    id: "format",
    kind: Kind::OneOf(&[
        "format-choice", "format-true-or-false", "format-rumour-or-fact", "format-pick-all",
        "format-order", "format-match", "format-number", "format-typed",
    ]),
    required: false,
};
pub(super) const DIFFICULTY: Opt = Opt {
    id: "difficulty",
    kind: Kind::OneOf(&["difficulty-easy", "difficulty-medium", "difficulty-hard"]),
    required: false,
};
pub(super) const MODE: Opt = Opt {
    id: "mode",
    kind: Kind::OneOf(&["mode-classic", "mode-race", "mode-elimination", "mode-relaxed"]),
    required: false,
};
pub(super) const BONUS: Opt =
    Opt { id: "bonus", kind: Kind::OneOf(&["bonus-yes", "bonus-no"]), required: false };
pub(super) const PACE: Opt = Opt { id: "pace", kind: Kind::Count, required: false };

pub(in crate::router) const COMMAND: Command = Command {
    id: "quiz",
    options: &[
        COUNT,
        TOPIC,
        FORMAT,
        DIFFICULTY,
        MODE,
        BONUS,
        PACE,
        Opt { id: "lobby", kind: Kind::OneOf(&["bonus-yes", "bonus-no"]), required: false },
    ],
    handle: Handle::Store(|call| Box::pin(start(call))),
};

pub(in crate::router) const JOIN: Command = Command {
    id: "quiz-join",
    options: &[],
    handle: Handle::Store(|call| {
        let (player, name) = call.person();
        let event = Event::Joined { player: player.to_owned(), name: name.to_owned() };
        Box::pin(join(call, event))
    }),
};

pub(in crate::router) const LEAVE: Command = Command {
    id: "quiz-leave",
    options: &[],
    handle: Handle::Store(|call| {
        let event = Event::Left { player: call.person().0.to_owned() };
        Box::pin(play(call, event))
    }),
};

pub(in crate::router) const HINT: Command = Command {
    id: "quiz-hint",
    options: &[],
    handle: Handle::Store(|call| {
        let event = Event::AskedHint { player: call.person().0.to_owned() };
        Box::pin(play(call, event))
    }),
};

pub(in crate::router) const SKIP: Command = Command {
    id: "quiz-skip",
    options: &[],
    handle: Handle::Store(|call| {
        let event = Event::VotedSkip { player: call.person().0.to_owned() };
        Box::pin(play(call, event))
    }),
};

pub(in crate::router) const STOP: Command = Command {
    id: "quiz-stop",
    options: &[],
    handle: Handle::Store(|call| {
        let moderator = call.request.moderator;
        let event = Event::Stopped { player: call.person().0.to_owned(), moderator };
        Box::pin(play(call, event))
    }),
};

pub(in crate::router) const REPLAY: Command = Command {
    id: "quiz-replay",
    options: &[],
    handle: Handle::Store(|call| Box::pin(replay(call))),
};

pub(in crate::router) const TRANSLATE: Command = Command {
    id: "quiz-translate",
    options: &[],
    handle: Handle::Store(|call| Box::pin(translate(call))),
};

async fn start(call: &mut Call<'_>) -> Result<Reply> {
    let server = call.server().await;
    if let Some(reply) = barred(call, &server) {
        return Ok(reply);
    }
    let wanted = Wanted { difficulty: usual_difficulty(&server), ..Wanted::default() };
    let before = (usual_count(&server), wanted, usual(&server, call.writer.lang()));
    let (count, wanted, settings) = match asked_for(call, before) {
        Ok(asked) => asked,
        Err(reply) => return Ok(reply),
    };
    let gathers = match one_of(call, "lobby", "bonus", &YES_OR_NO) {
        Ok(given) => given.unwrap_or(call.request.crowd),
        Err(reply) => return Ok(reply),
    };
    let router = call.router;
    if router.live(&call.seat()).await?.is_some() {
        return Ok(Reply::note(call.writer.say("quiz-running", &[])));
    }
    let mut seen = seen(call).await?;
    let drawn = draw(&router.facts, router.pool(), wanted, count, &mut seen, call.chance);
    let items = match drawn {
        Ok(items) => distinct(items),
        Err(empty) => {
            let others = [("others", empty.others.into())];
            return Ok(Reply::note(call.writer.say("quiz-empty", &others)));
        }
    };
    let mode = settings.mode.name();
    let public = router.writer(settings.lang);
    let mut parts = Vec::new();
    if !gathers {
        let started = public.say(
            "quiz-started",
            &[
                ("name", (&call.request.person.name).into()),
                ("count", items.len().into()),
                ("mode", (&public.say(&format!("mode-{mode}"), &[])).into()),
            ],
        );
        // Where one person is alone with the bot, nobody else can play along.
        let others = match (call.request.crowd, call.request.server.as_str()) {
            (true, _) => Some("quiz-started-join"),
            (false, "") => None,
            (false, _) => Some("quiz-started-others"),
        };
        let others = others.map(|key| public.say(key, &[]));
        let sentences: Vec<String> = [Some(started), others].into_iter().flatten().collect();
        parts.push(Part::Text(sentences.join(" ")));
    }
    if items.len() < count {
        let fewer = public.say("quiz-fewer", &[("count", items.len().into())]);
        parts.push(Part::Text(fewer));
    }
    let until = call.now.as_millisecond() + GATHERING;
    let lobby = gathers.then_some(Lobby { until, wanted });
    begin(call, parts, items, settings, lobby).await
}

/// Each item once.
pub(in crate::router) fn distinct(mut items: Vec<Item>) -> Vec<Item> {
    let mut ids = HashSet::new();
    items.retain(|item| ids.insert(item.id.clone()));
    items
}

/// What was asked before: in the server, or of a person who is alone with the bot.
pub(super) async fn seen(call: &mut Call<'_>) -> Result<Seen> {
    let (request, store) = (call.request, call.router.store()?);
    let seen = match request.server.as_str() {
        "" => {
            // What was answered here was shown here, too.
            let mut most: HashMap<String, i64> = HashMap::new();
            let here = store.seen_in(&request.place).await?;
            for (item, times) in store.seen_by(&request.person.id).await?.into_iter().chain(here) {
                let known = most.entry(item).or_default();
                *known = times.max(*known);
            }
            counted(most.into_iter().collect())
        }
        server => call.router.seen_in(server, &request.place).await?,
    };
    let seen = call.router.knowing(seen).await?;
    Ok(sparing(call.router, &*call.server().await, seen))
}

pub(in crate::router) fn counted(seen: Vec<(String, i64)>) -> Seen {
    let times = |times: i64| u32::try_from(times).unwrap_or(u32::MAX);
    Seen::from_counts(seen.into_iter().map(|(frame, count)| (frame, times(count))))
}

/// The number and the kind of questions and how they are played: as before where nothing else is asked for;
/// or what to say about an option that cannot be read.
pub(super) fn asked_for(
    call: &Call<'_>,
    (count, wanted, settings): (usize, Wanted, Settings),
) -> std::result::Result<(usize, Wanted, Settings), Reply> {
    let count = number(call, "count", 1..=MOST, "quiz-bad-count")?.unwrap_or(count);
    let pace = number(call, "pace", PACES, "quiz-bad-pace")?;
    let pace = pace.and_then(|pace| u32::try_from(pace).ok()).unwrap_or(settings.pace);
    let mode = one_of(call, "mode", "mode", &Mode::ALL.map(|one| (one, one.name())))?;
    let bonus = one_of(call, "bonus", "bonus", &YES_OR_NO)?;
    let settings = Settings {
        mode: mode.unwrap_or(settings.mode),
        speed_bonus: bonus.unwrap_or(settings.speed_bonus),
        pace,
        ..settings
    };
    let asked = self::wanted(call)?;
    // "Any" takes back what was chosen before.
    let kept = |option: &str| call.option(option).is_none_or(|typed| !is_any(call, typed));
    let wanted = Wanted {
        format: asked.format.or(wanted.format.filter(|_| kept("format"))),
        difficulty: asked.difficulty.or(wanted.difficulty.filter(|_| kept("difficulty"))),
        theme: asked.theme.or(wanted.theme.filter(|_| kept("topic"))),
    };
    Ok((count, wanted, settings))
}

/// The kind of questions that is asked for.
pub(super) fn wanted(call: &Call<'_>) -> std::result::Result<Wanted, Reply> {
    Ok(Wanted {
        format: one_of(call, "format", "format", &Format::ALL.map(|one| (one, one.name())))?,
        difficulty: one_of(
            call,
            "difficulty",
            "difficulty",
            &Difficulty::ALL.map(|one| (one, one.name())),
        )?,
        theme: one_of(call, "topic", "theme", &Theme::ALL.map(|one| (one, one.name())))?,
    })
}

/// Items with the time that there is for each.
pub(in crate::router) fn timed(
    writer: Writer<'_>,
    settings: Settings,
    items: Vec<Item>,
) -> Vec<Question> {
    let time = |item: &Item| settings.time_for(item.format, writer.reading_length(item));
    items.into_iter().map(|item| Question { time: time(&item), item }).collect()
}

/// An id for a round, which only has to differ from those of other rounds.
pub(super) fn round_id(call: &mut Call<'_>) -> String {
    format!("{:016x}", call.chance.next_u64())
}

/// Begins a round in the place and shows its first question, or who gathers for it.
async fn begin(
    call: &mut Call<'_>,
    mut parts: Vec<Part>,
    items: Vec<Item>,
    settings: Settings,
    lobby: Option<Lobby>,
) -> Result<Reply> {
    let public = call.router.writer(settings.lang);
    let questions = timed(public, settings, items);
    let id = round_id(call);
    let now = call.now.as_millisecond();
    let need = need(&*call.own().await);
    let mut round = Round::new(&id, settings, questions, call.person(), now);
    if let Some(lobby) = lobby {
        round = round.gathering(lobby);
    }
    let round = round.needing(need);
    parts.extend(public.shown(&round));
    let played = begun(&round, false);
    if !call.router.begin(&call.seat(), &call.request.server, round, call.now).await? {
        // Somebody else was a moment faster.
        return Ok(Reply::note(call.writer.say("quiz-running", &[])));
    }
    let mut reply = Reply::new(parts);
    reply.played = Some(Box::new(played));
    Ok(reply)
}

/// What becomes of a round whose open question is shown.
pub(in crate::router) fn begun(round: &Round, alone: bool) -> Played {
    Played {
        round: round.id().to_owned(),
        closed: round.closed().len(),
        alone,
        daily: false,
        lang: round.settings().lang,
        turn: Turn::Asked,
        shown: None,
        receipt: Some(crate::router::rounds::first_key(round)),
    }
}

/// Once more what nobody had right in the last round here.
async fn replay(call: &mut Call<'_>) -> Result<Reply> {
    let (router, server) = (call.router, call.server().await);
    if let Some(reply) = barred(call, &server) {
        return Ok(reply);
    }
    if router.live(&call.seat()).await?.is_some() {
        return Ok(Reply::note(call.writer.say("quiz-running", &[])));
    }
    let last = router.last(&call.seat()).await?;
    let played = last.as_ref().map(Round::settings);
    let mut items = last.map(|round| round.summary().missed).unwrap_or_default();
    // An item whose statements have changed since is withdrawn.
    let resting = router.resting().await?;
    items.retain(|item| item.stands(&router.facts) && !resting.contains(&item.frame));
    // It may be covered since they were asked.
    items.retain(|item| server.spoilers == Spoilers::Shown || !tells(router, item));
    if items.is_empty() {
        return Ok(Reply::note(call.writer.say("quiz-none-missed", &[])));
    }
    // It is played as it was, and told as everything here is told now.
    let usual = usual(&server, call.writer.lang());
    let settings = Settings { lang: usual.lang, covered: usual.covered, ..played.unwrap_or(usual) };
    let parts = vec![Part::Text(router.writer(settings.lang).say(
        "quiz-replayed",
        &[("name", (&call.request.person.name).into()), ("count", items.len().into())],
    ))];
    begin(call, parts, items, settings, None).await
}

/// The open question in the language of who asks, for them alone.
async fn translate(call: &mut Call<'_>) -> Result<Reply> {
    let seat = super::answer::seat(call).await?;
    Ok(match seat.and_then(|(_, live)| call.writer.asked(&live.round)) {
        Some(part) => Reply::private(vec![part]),
        None => Reply::note(call.writer.say("quiz-none-running", &[])),
    })
}

/// Somebody plays from now on, with the time that they need.
async fn join(call: &mut Call<'_>, event: Event) -> Result<Reply> {
    let seat = call.seat();
    let Some(stepped) = call.router.step(&seat, &event, call.now).await? else {
        return Ok(Reply::note(call.writer.say("quiz-none-running", &[])));
    };
    super::answer::mind(call, &seat, &stepped.round).await?;
    Ok(stepped.reply(call.router, call.writer))
}

/// What is said to an event of the round that the person is in.
pub(super) async fn play(call: &mut Call<'_>, event: Event) -> Result<Reply> {
    // A hint or a skip may be meant for one's practice.
    let about_question = matches!(event, Event::AskedHint { .. } | Event::VotedSkip { .. });
    let seat = match super::answer::seat(call).await? {
        Some((seat, _)) if about_question => seat,
        _ => call.seat(),
    };
    let stepped = call.router.step(&seat, &event, call.now).await?;
    Ok(match stepped {
        Some(stepped) => stepped.reply(call.router, call.writer),
        None => Reply::note(call.writer.say("quiz-none-running", &[])),
    })
}
