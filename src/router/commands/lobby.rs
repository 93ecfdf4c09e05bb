//! `/quiz set` and `/quiz begin`: a round for which players still gather is arranged otherwise, or begins.

use super::quiz::{
    BONUS, COUNT, DIFFICULTY, FORMAT, MODE, PACE, TOPIC, asked_for, distinct, play, seen, timed,
};
use crate::quiz::{Difficulty, Event, Format, Mode, Round, Theme, draw};
use crate::reply::{Choosing, Part, Reply, capitalised};
use crate::router::catalogue::Handle;
use crate::router::{Call, Command, Result};

/// The numbers of questions that are offered to choose from. Others can be typed.
const COUNTS: [usize; 5] = [3, 5, 10, 15, 20];

pub(in crate::router) const SET: Command = Command {
    id: "quiz-set",
    options: &[COUNT, TOPIC, FORMAT, DIFFICULTY, MODE, BONUS, PACE],
    handle: Handle::Store(|call| Box::pin(set(call))),
};

pub(in crate::router) const BEGIN: Command = Command {
    id: "quiz-begin",
    options: &[],
    handle: Handle::Store(|call| {
        let moderator = call.request.moderator;
        let event = Event::Begun { player: call.person().0.to_owned(), moderator };
        Box::pin(play(call, event))
    }),
};

async fn set(call: &mut Call<'_>) -> Result<Reply> {
    let router = call.router;
    let Some(live) = router.live(&call.seat()).await? else {
        return Ok(Reply::note(call.writer.say("quiz-none-running", &[])));
    };
    let round = live.round;
    let Some(lobby) = round.lobby() else {
        return Ok(Reply::note(call.writer.say("quiz-begun-already", &[])));
    };
    if !call.request.action.has_options() {
        return Ok(choices(call, &round));
    }
    let before = (round.len(), lobby.wanted, round.settings());
    let (count, wanted, settings) = match asked_for(call, before) {
        Ok(asked) => asked,
        Err(reply) => return Ok(reply),
    };
    let mut seen = seen(call).await?;
    let drawn = draw(&router.facts, router.pool(), wanted, count, &mut seen, call.chance);
    let Ok(items) = drawn.map(distinct) else {
        return Ok(Reply::note(call.writer.say("quiz-set-empty", &[])));
    };
    let questions = timed(router.writer(settings.lang), settings, items);
    let (player, moderator) = (call.person().0.to_owned(), call.request.moderator);
    let event = Event::Arranged { player, moderator, settings, wanted, questions };
    let mut reply = play(call, event).await?;
    // Where there are others, a message shows the round, and is kept up to date.
    if !call.request.crowd {
        reply.aloud.extend(gathering(call).await?);
    }
    Ok(reply)
}

/// The round for which players gather, with the time that is left until it begins.
async fn gathering(call: &mut Call<'_>) -> Result<Option<Part>> {
    let Some(round) = call.router.live(&call.seat()).await?.map(|live| live.round) else {
        return Ok(None);
    };
    let public = call.router.writer(round.settings().lang);
    let Some(Part::Gathering(mut shown)) = public.shown(&round) else { return Ok(None) };
    let left = shown.until.saturating_sub(call.now.as_millisecond()).max(0) / 1_000;
    let seconds = usize::try_from(left).unwrap_or_default();
    shown.how = public.say("quiz-gather-how", &[("seconds", seconds.into())]);
    Ok(Some(Part::Gathering(shown)))
}

/// An option to choose a value for.
fn choosing(
    call: &Call<'_>,
    round: &Round,
    (option, chosen): (&str, &str),
    values: Vec<(String, String)>,
) -> Choosing {
    let writer = call.writer;
    let label = capitalised(&writer.say(&format!("option-{option}"), &[]));
    let marked = |(value, name): &(String, String)| {
        if *value == chosen { format!("[{name}]") } else { name.clone() }
    };
    let list = values.iter().map(marked).collect::<Vec<_>>().join(", ");
    let line = writer.say("label-value", &[("label", (&label).into()), ("value", (&list).into())]);
    Choosing {
        round: round.id().to_owned(),
        option: option.to_owned(),
        label,
        values,
        chosen: chosen.to_owned(),
        line,
    }
}

/// What can be chosen.
fn choices(call: &Call<'_>, round: &Round) -> Reply {
    let (writer, settings) = (call.writer, round.settings());
    let wanted = round.lobby().map(|lobby| lobby.wanted).unwrap_or_default();
    let any = ("any".to_owned(), writer.say("any", &[]));
    let named = |option: &str, key: &str, names: &[&str], chosen: Option<&str>, open: bool| {
        let value = |name: &&str| ((*name).to_owned(), writer.say(&format!("{key}-{name}"), &[]));
        let values = open.then(|| any.clone()).into_iter().chain(names.iter().map(value));
        choosing(call, round, (option, chosen.unwrap_or("any")), values.collect())
    };
    let counts = COUNTS.map(|count| {
        let text = writer.say("quiz-set-count", &[("count", count.into())]);
        (count.to_string(), text)
    });
    let count = choosing(call, round, ("count", &round.len().to_string()), counts.to_vec());
    let topic = wanted.theme.map(Theme::name);
    let format = wanted.format.map(Format::name);
    let level = wanted.difficulty.map(Difficulty::name);
    Reply::private(vec![
        Part::Text(writer.say("quiz-set-how", &[])),
        Part::Choosing(vec![
            count,
            named("topic", "theme", &Theme::ALL.map(Theme::name), topic, true),
            named("format", "format", &Format::ALL.map(Format::name), format, true),
            named("difficulty", "difficulty", &Difficulty::ALL.map(Difficulty::name), level, true),
            named("mode", "mode", &Mode::ALL.map(Mode::name), Some(settings.mode.name()), false),
        ]),
    ])
}
