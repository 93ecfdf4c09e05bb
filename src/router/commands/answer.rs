//! Answers to the open question: typed, or given by buttons and menus.

use crate::quiz::{Answer, Event, GRACE, Item, Round, Unreadable};
use crate::reply::{Reply, example, letter, shortened};
use crate::router::Call;
use crate::router::play::{Play, Seat};
use crate::text::Lang;

/// Where the question is that a person would answer: their practice goes before a round of the place.
pub(in crate::router) fn seat(call: &Call<'_>, play: &Play) -> Option<Seat> {
    let person = Seat::Person(call.request.person.id.clone());
    let place = Seat::Place(call.request.place.clone());
    [person, place].into_iter().find(|seat| play.round(seat).is_some())
}

/// What is said to a typed text that answers an open question; none where it is no answer, or none is open.
pub(in crate::router) fn read(call: &Call<'_>, text: &str) -> Option<Reply> {
    let mut play = call.router.play();
    let Some(seat) = seat(call, &play) else {
        return alone(text).then(|| Reply::note(call.writer.say("quiz-none-running", &[])));
    };
    let round = play.round(&seat)?;
    let (_, question) = round.open()?;
    let answer = match words(call, &question.item, text) {
        Ok(answer) => answer,
        Err(_) if fits_before(call, round, text) => {
            return Some(Reply::note(call.writer.say("quiz-just-closed", &[])));
        }
        Err(why) => return unreadable(call, &question.item, why, text),
    };
    let (player, name) = call.person();
    let event = Event::Answered {
        player: player.to_owned(),
        name: name.to_owned(),
        number: None,
        answer,
        at: call.request.at.as_millisecond(),
    };
    let stepped = play.step(&seat, event, call.now)?;
    Some(stepped.reply(call.router, call.writer))
}

/// What is said to an answer that was given by buttons or menus.
pub(in crate::router) fn given(
    call: &Call<'_>,
    round: &str,
    number: usize,
    answer: Answer,
) -> Reply {
    let mut play = call.router.play();
    let person = Seat::Person(call.request.person.id.clone());
    let place = Seat::Place(call.request.place.clone());
    let is_meant = |seat: &Seat| play.round(seat).is_some_and(|one| one.id() == round);
    let Some(seat) = [person, place].into_iter().find(is_meant) else {
        return Reply::note(call.writer.say("quiz-too-late", &[]));
    };
    let (player, name) = call.person();
    let event = Event::Answered {
        player: player.to_owned(),
        name: name.to_owned(),
        number: Some(number),
        answer,
        at: call.request.at.as_millisecond(),
    };
    match play.step(&seat, event, call.now) {
        Some(stepped) => stepped.reply(call.router, call.writer),
        None => Reply::note(call.writer.say("quiz-too-late", &[])),
    }
}

/// What is said to an answer that was typed for one question of one round, and counts for no other.
pub(in crate::router) fn typed(call: &Call<'_>, round: &str, number: usize, text: &str) -> Reply {
    let read = {
        let play = call.router.play();
        let person = Seat::Person(call.request.person.id.clone());
        let place = Seat::Place(call.request.place.clone());
        let meant = [person, place].iter().find_map(|seat| {
            let (open, question) = play.round(seat).filter(|one| one.id() == round)?.open()?;
            (open == number).then(|| question.item.clone())
        });
        meant.map(|item| (words(call, &item, text), item))
    };
    match read {
        Some((Ok(answer), _)) => given(call, round, number, answer),
        Some((Err(why), item)) => unreadable(call, &item, why, text).unwrap_or_else(|| {
            let example = example(&item);
            Reply::note(call.writer.say("quiz-not-all-once", &[("example", (&example).into())]))
        }),
        None => Reply::note(call.writer.say("quiz-too-late", &[])),
    }
}

/// A text as an answer to an item; the words of options count in both languages.
fn words(call: &Call<'_>, item: &Item, text: &str) -> Result<Answer, Unreadable> {
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
