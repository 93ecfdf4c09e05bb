//! Answers to the open question: typed, or given by buttons and menus.

use super::me::need;
use crate::quiz::{Answer, Event, Format, GRACE, Item, Round, Unreadable};
use crate::reply::{Reply, example, letter, shortened};
use crate::router::rounds::{Live, Seat};
use crate::router::{Call, Result};
use crate::text::Lang;

/// Where the question is that a person would answer, and its round: what they play alone goes before a round
/// of the place, the later of two questions first. A challenge may wait for days, and does not take what is
/// meant for a round that they play since.
pub(in crate::router) async fn seat(call: &mut Call<'_>) -> Result<Option<(Seat, Live)>> {
    let (router, person) = (call.router, &call.request.person.id);
    if let Some(seat) = call.pressed.clone() {
        return Ok(router.live(&seat).await?.map(|live| (seat, live)));
    }
    let challenge = Seat::Daily(person.clone());
    let daily = router.live(&challenge).await?;
    let opened = |live: &Option<Live>| live.as_ref().map(|live| live.round.opened());
    let practice = router.live(&call.own_seat()).await?;
    if opened(&practice) > opened(&daily) {
        return Ok(practice.map(|live| (call.own_seat(), live)));
    }
    let here = router.live(&call.seat()).await?;
    let plays = |live: &Live| live.round.player(person).is_some_and(|player| !player.left);
    let later = opened(&here) > opened(&daily) && here.as_ref().is_some_and(plays);
    Ok(match daily {
        Some(live) if !later => Some((challenge, live)),
        _ => here.map(|live| (call.seat(), live)),
    })
}

/// The round with an id, if it is running where somebody answers it.
async fn meant(call: &mut Call<'_>, round: &str) -> Result<Option<(Seat, Live)>> {
    let daily = Seat::Daily(call.request.person.id.clone());
    for seat in [call.seat(), call.own_seat(), daily] {
        if let Some(live) = call.router.live(&seat).await?.filter(|live| live.round.id() == round) {
            return Ok(Some((seat, live)));
        }
    }
    Ok(None)
}

/// Where the round is on whose message a command was pressed, as long as it can still be meant.
pub(in crate::router) async fn pressed(
    call: &mut Call<'_>,
    round: &str,
    number: usize,
    command: &str,
) -> Result<Option<Seat>> {
    let Some((seat, live)) = meant(call, round).await? else { return Ok(None) };
    // The rest is asked of the round, whichever question is open by now.
    let of_question = matches!(command, "quiz-hint" | "quiz-skip" | "quiz-translate");
    let open = live.round.open().is_some_and(|(open, _)| open == number);
    Ok((open || !of_question).then_some(seat))
}

/// What is said to a typed text that answers an open question; none where it is no answer, or none is open.
pub(in crate::router) async fn read(call: &mut Call<'_>, text: &str) -> Result<Option<Reply>> {
    if call.router.store.is_none() {
        return Ok(None);
    }
    // Where others read along, nothing is shown or answered of what a person plays alone.
    let found = if call.request.crowd {
        let here = call.seat();
        call.router.live(&here).await?.map(|live| (here, live))
    } else {
        seat(call).await?
    };
    let Some((seat, live)) = found else {
        let none = || Reply::note(call.writer.say("quiz-none-running", &[]));
        return Ok(alone(text).then(none));
    };
    let round = &live.round;
    let Some((_, question)) = round.open() else { return Ok(None) };
    let answer = match words(call, &question.item, text) {
        Ok(answer) => answer,
        Err(_) if fits_before(call, round, text) => {
            return Ok(Some(Reply::note(call.writer.say("quiz-just-closed", &[]))));
        }
        Err(why) => return Ok(unreadable(call, &question.item, why, text)),
    };
    let (player, name) = call.person();
    let event = Event::Answered {
        player: player.to_owned(),
        name: name.to_owned(),
        number: None,
        answer,
        at: call.request.at.as_millisecond(),
    };
    let Some(stepped) = call.router.step(&seat, &event, call.now).await? else { return Ok(None) };
    mind(call, &seat, &stepped.round).await?;
    Ok(Some(stepped.reply(call.router, call.writer)))
}

/// Sees to it that a round knows how much time a player needs, from its next question on.
pub(super) async fn mind(call: &mut Call<'_>, seat: &Seat, round: &Round) -> Result<()> {
    let (id, _) = call.person();
    let percent = need(&*call.own().await);
    if round.player(id).is_some_and(|player| player.needs != percent) {
        let event = Event::Needs { player: id.to_owned(), percent };
        call.router.step(seat, &event, call.now).await?;
    }
    Ok(())
}

/// What is said to an answer that was given by buttons or menus.
pub(in crate::router) async fn given(
    call: &mut Call<'_>,
    round: &str,
    number: usize,
    answer: Answer,
) -> Result<Reply> {
    let too_late = Reply::note(call.writer.say("quiz-too-late", &[]));
    let Some((seat, live)) = meant(call, round).await? else { return Ok(too_late) };
    let open = live.round.open().filter(|(open, _)| *open == number);
    if let Some((_, question)) = open.filter(|(_, question)| !is_whole(&question.item, &answer)) {
        let example = example(&question.item);
        return Ok(call.note("quiz-not-all-once", &[("example", (&example).into())]));
    }
    if open.is_some_and(|(_, question)| !question.item.admits(&answer)) {
        // No button says so: somebody made it up.
        return Ok(call.note("quiz-none-of-these", &[]));
    }
    let (player, name) = call.person();
    let event = Event::Answered {
        player: player.to_owned(),
        name: name.to_owned(),
        number: Some(number),
        answer,
        at: call.request.at.as_millisecond(),
    };
    let Some(stepped) = call.router.step(&seat, &event, call.now).await? else {
        return Ok(too_late);
    };
    mind(call, &seat, &stepped.round).await?;
    Ok(stepped.reply(call.router, call.writer))
}

/// Whether an answer has each option once, where all are to be put in order.
fn is_whole(item: &Item, answer: &Answer) -> bool {
    match answer {
        Answer::Options(order) if item.format == Format::Order => {
            let mut sorted = order.clone();
            sorted.sort_unstable();
            sorted.into_iter().eq(0..item.choices.len())
        }
        _ => true,
    }
}

/// What is said to an answer that was typed for one question of one round, and counts for no other.
pub(in crate::router) async fn typed(
    call: &mut Call<'_>,
    round: &str,
    number: usize,
    text: &str,
) -> Result<Reply> {
    let meant = meant(call, round).await?;
    let open = meant.as_ref().and_then(|(_, live)| live.round.open());
    let Some((_, question)) = open.filter(|(open, _)| *open == number) else {
        return Ok(Reply::note(call.writer.say("quiz-too-late", &[])));
    };
    let item = &question.item;
    match words(call, item, text) {
        Ok(answer) => given(call, round, number, answer).await,
        Err(why) => Ok(unreadable(call, item, why, text).unwrap_or_else(|| {
            let example = example(item);
            Reply::note(call.writer.say("quiz-not-all-once", &[("example", (&example).into())]))
        })),
    }
}

/// A text as an answer to an item; the words of options count in both languages.
fn words(call: &Call<'_>, item: &Item, text: &str) -> std::result::Result<Answer, Unreadable> {
    item.read(text, |at| {
        let offer = item.choices.get(at).map(|choice| &choice.offer);
        let say = |lang: Lang| offer.map(|offer| call.router.writer(lang).offer(offer));
        Lang::ALL.into_iter().filter_map(say).collect()
    })
}

/// Whether a text came in the first second of a question, and answers the one before.
fn fits_before(call: &Call<'_>, round: &Round, text: &str) -> bool {
    let at = call.request.at.as_millisecond();
    at <= round.opened() + GRACE
        && round.before().is_some_and(|closed| words(call, &closed.item, text).is_ok())
}

/// What to say to a text that looks like an answer and is none; a question goes on as one.
fn unreadable(call: &Call<'_>, item: &Item, why: Unreadable, text: &str) -> Option<Reply> {
    let count = item.choices.len();
    let writer = call.writer;
    match why {
        Unreadable::NotAnAnswer => None,
        Unreadable::NoSuchOption => {
            let letters: Vec<String> = (0..count).map(letter).collect();
            let letters = writer.figures().either(&letters);
            Some(Reply::note(writer.say("quiz-no-option", &[("letters", (&letters).into())])))
        }
        Unreadable::NotAllOnce => {
            let example = example(item);
            Some(Reply::note(writer.say("quiz-not-all-once", &[("example", (&example).into())])))
        }
        Unreadable::NotANumber if text.split_whitespace().count() > 1 || text.ends_with('?') => {
            None
        }
        Unreadable::NotANumber => {
            let typed = shortened(text);
            Some(Reply::note(writer.say("quiz-not-a-number", &[("typed", (&typed).into())])))
        }
    }
}

/// Whether a text is a letter or a digit alone, which only makes sense in a quiz.
fn alone(text: &str) -> bool {
    matches!(text.trim().as_bytes(), [mark] if mark.is_ascii_alphanumeric())
}
