//! Yes or no by a number: whether there are as many, or it lasts as long, as a question says.

use super::answer::Verdict;
use super::kind::{Compare, Kind};
use super::linked::{Linked, Word};
use crate::facts::{Bound, Facts, Quantity};
use crate::text::fold;

/// Whether a question names an amount to compare with: a number, or an hour.
pub(super) fn names_an_amount(
    facts: &Facts,
    quantity: &Quantity,
    kind: &Kind,
    linked: &Linked,
) -> bool {
    named_amounts(facts, quantity, linked).next().is_some()
        || (kind.compare.is_some() && says_hour(linked) || says_an_hour(linked))
            && !says_part_of_an_hour(linked)
            && is_in_minutes(facts, quantity)
}

/// What an amount says to the one that is named.
pub(super) fn of_that_amount(
    facts: &Facts,
    quantity: &Quantity,
    kind: &Kind,
    linked: &Linked,
) -> Option<Verdict> {
    let in_minutes = is_in_minutes(facts, quantity);
    let mut named = named_amounts(facts, quantity, linked);
    let Some(number) = named.next() else {
        return compared(quantity.amount - MINUTES_AN_HOUR, quantity.bound, kind.compare);
    };
    // "Twelve episodes and eight teams?" is right in one of them at most, "six or eight?" asks which.
    if named.next().is_some() {
        return None;
    }
    let has = |words: &[&str]| linked.plain().any(|word| words.contains(&word));
    let hours = has(&["hour", "hours", "heure", "heures", "h"]);
    let number = if hours && in_minutes { number * MINUTES_AN_HOUR } else { number };
    // "6h" has lost its unit, and what is no "around six" may still be near it.
    let bare = in_minutes && !hours && number <= MOST_HOURS;
    let told = compared(quantity.amount - number, quantity.bound, kind.compare);
    told.filter(|told| *told == Verdict::Yes || !(bare || is_rounded(linked)))
}

/// Whether a question says "two more", or "plus ou moins": more than what, the fact that is found need not say.
pub(super) fn says_so_many_more(linked: &Linked) -> bool {
    let words = linked.words.as_slice();
    let is = |at: usize, wanted: &[&str]| matches!(words.get(at), Some(Word::Plain(word)) if wanted.contains(&word.as_str()));
    let rounds = |at: usize| {
        is(at, &["more", "plus"]) && is(at + 1, &["or", "ou"]) && is(at + 2, &["less", "moins"])
    };
    let adds = |at: usize| {
        let number = (at.saturating_sub(3)..at)
            .any(|before| matches!(words.get(before), Some(Word::Number(_))));
        let more = is(at, &["more"]) && !is(at + 1, &["than", "or"]);
        let de_plus = is(at, &["plus"]) && at > 0 && is(at - 1, &["de"]) && at + 1 == words.len();
        number && (more || de_plus)
    };
    (0..words.len()).any(|at| rounds(at) || adds(at))
}

fn says_hour(linked: &Linked) -> bool {
    linked.plain().any(|word| matches!(word, "hour" | "heure"))
}

/// Whether a question says "an hour" as a number would be said.
fn says_an_hour(linked: &Linked) -> bool {
    let words: Vec<&str> = linked.plain().collect();
    words.windows(2).any(|pair| matches!(pair, ["an" | "one" | "une", "hour" | "heure"]))
}

fn says_part_of_an_hour(linked: &Linked) -> bool {
    linked
        .plain()
        .any(|word| matches!(word, "half" | "demi" | "demie" | "quarter" | "quart" | "quarts"))
}

/// Up to how many a number beside a length may be hours.
const MOST_HOURS: f64 = 12.0;

/// Whether a question says that its number is not exact.
fn is_rounded(linked: &Linked) -> bool {
    const ABOUT: &[&str] = &[
        "about", "around", "roughly", "approximately", "approx", "nearly", "almost", "circa",
        "environ", "pres", "presque", "quasi", "quasiment", "approximativement", "dans",
    ];
    linked.words.windows(2).any(|pair| {
        matches!(pair, [Word::Plain(word), Word::Number(_)] if ABOUT.contains(&word.as_str()))
    })
}

/// Minutes in an hour.
const MINUTES_AN_HOUR: f64 = 60.0;

/// The numbers of a question; "2000 miles" is no year.
pub(super) fn named_amounts(
    facts: &Facts,
    quantity: &Quantity,
    linked: &Linked,
) -> impl Iterator<Item = f64> {
    let unit = facts.unit(&quantity.unit);
    let is_unit = move |word: Option<&Word>| match (word, unit) {
        (Some(Word::Plain(word)), Some(unit)) => {
            let mut forms = [&unit.en, &unit.fr].into_iter().flat_map(|it| [&it.one, &it.other]);
            forms.any(|form| fold(form) == *word)
        }
        _ => false,
    };
    linked.words.iter().enumerate().filter_map(move |(at, word)| match word {
        Word::Number(number) => Some(*number),
        Word::Year(year) if is_unit(linked.words.get(at + 1)) => Some(f64::from(*year)),
        _ => None,
    })
}

fn is_in_minutes(facts: &Facts, quantity: &Quantity) -> bool {
    facts.unit(&quantity.unit).is_some_and(|unit| fold(&unit.en.other).starts_with("minute"))
}

/// What the difference between the number told and the one asked for says. A bound decides only what
/// follows from it: "more than 19" is more than 15, and may or may not be more than 25.
fn compared(difference: f64, bound: Bound, compare: Option<Compare>) -> Option<Verdict> {
    let yes = match (bound, compare) {
        (Bound::Exact, Some(Compare::More)) => difference > 0.0,
        (Bound::Exact, Some(Compare::Less)) => difference < 0.0,
        (Bound::Exact, Some(Compare::Most)) => difference <= 0.0,
        (Bound::Exact, Some(Compare::Least)) => difference >= 0.0,
        (Bound::Exact, None) => difference.abs() < 0.5,
        (Bound::MoreThan, Some(Compare::More | Compare::Least)) if difference >= 0.0 => true,
        (Bound::MoreThan, Some(Compare::Less | Compare::Most)) if difference >= 0.0 => false,
        (Bound::MoreThan | Bound::About, _) => return None,
    };
    Some(if yes { Verdict::Yes } else { Verdict::No })
}
