//! "What happens on the first of that month?": everything that is dated on a day.

use super::cues::{MONTHS, is_among};
use super::linked::{Linked, Word};
use super::talk::is_filler;
use crate::facts::{Facts, PartialDate, Rank, Statement};

/// Words that ask of a day no more than what there is on it.
const LITTLE: &str = "what whats happens happened happen happening on was is s did does special event events day that \
    then mark marks in there planned st nd rd th quoi koi passe se il y est ce que qu qui c a \
    prevu prevue jour date correspond ca donc passait tombe arrive au pour";

/// Words that only say that something was known, and when.
const KNOWING: &str = "known know knew knows was were is did do does had has been said say says saying told reported report \
    learn learned learnt already yet so far by then back at as of on in the early mid middle late end \
    beginning start anyone everyone people we they time articles article what about press connu connue \
    connus connues savait savaient savions sait su on disait disaient dit quoi appris apprenait apprend \
    que ce qu etait etaient deja en debut mi fin milieu la date a au alors presse journaux propos sur \
    moment ils il parlait qui";

/// Whether a word only says that something was known, or when.
pub(super) fn is_of_knowing(word: &str) -> bool {
    is_among(KNOWING, word) || month_of(word).is_some() || ordinal(word).is_some()
}

/// All statements of the day that a question names and asks no more of.
pub(super) fn of_the_day<'a>(facts: &'a Facts, linked: &Linked) -> Option<Vec<&'a Statement>> {
    let (day, month) = day_and_month(&linked.words)?;
    let says_more = linked.words.iter().any(|word| match word {
        Word::Plain(word) => {
            let own = is_filler(word) || is_among(LITTLE, word) || ordinal(word).is_some();
            !own && month_of(word).is_none()
        }
        Word::Stranger(_) => true,
        Word::Entity(_) | Word::Number(_) | Word::Year(_) => false,
    });
    if says_more {
        return None;
    }
    let falls = |one: &&Statement| match one.date() {
        Some(PartialDate::Day(date)) => {
            (date.day(), date.month()) == (day, month)
                && linked.years().all(|year| year == date.year())
        }
        Some(PartialDate::Yearless(of, on)) => (on, of) == (day, month),
        _ => false,
    };
    let mut found: Vec<&Statement> = facts
        .statements()
        .iter()
        .filter(|one| one.rank != Rank::Deprecated)
        .filter(falls)
        .collect();
    found.sort_by_key(|one| one.derived.is_some());
    (!found.is_empty()).then_some(found)
}

/// The day and the month that stand beside one another.
fn day_and_month(words: &[Word]) -> Option<(i8, i8)> {
    let at = |at: Option<usize>| at.and_then(|at| words.get(at)).and_then(day_of);
    words.iter().enumerate().find_map(|(place, word)| {
        let Word::Plain(word) = word else { return None };
        let month = month_of(word)?;
        let of = place.checked_sub(2).filter(|_| {
            let between = place.checked_sub(1).and_then(|before| words.get(before));
            matches!(between, Some(Word::Plain(word)) if word == "of")
        });
        let day = at(place.checked_sub(1)).or_else(|| at(of)).or_else(|| at(Some(place + 1)))?;
        Some((day, month))
    })
}

fn day_of(word: &Word) -> Option<i8> {
    match word {
        Word::Number(number) => {
            (1..=31).find(|day| (f64::from(*day) - number).abs() < f64::EPSILON)
        }
        Word::Plain(word) => ordinal(word),
        _ => None,
    }
}

/// The day of a word like "1st" or "1er".
fn ordinal(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|one: char| one.is_ascii_alphabetic());
    digits.parse().ok().filter(|day| digits.len() < word.len() && (1..=31).contains(day))
}

fn month_of(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    i8::try_from(at + 1).ok()
}
