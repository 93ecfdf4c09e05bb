//! Yes or no by a date: whether something is on the day, in the month or in the year that a question names.

use super::answer::Verdict;
use super::cues::{EARLY, LATE, MIDDLE, MONTHS};
use super::linked::{Linked, Word};
use crate::facts::PartialDate;

/// What a date says to the year, the month and the day that are asked for; "late in that year" and "before that year" are for
/// people to judge.
pub(super) fn of_that_day(date: PartialDate, linked: &Linked) -> Option<Verdict> {
    let aside = |word: &str| ASIDE.contains(&word);
    if names_a_part_of_a_time(linked) || linked.plain().any(aside) {
        return None;
    }
    let (first, last) = (date.first_day()?, date.last_day()?);
    let year = linked.years().next();
    if year.is_some_and(|year| year != first.year()) {
        return Some(Verdict::No);
    }
    // "May I ask whether …"
    let polite = usize::from(linked.plain().next() == Some("may"));
    let named = |names: &[&str]| linked.plain().skip(polite).any(|word| names.contains(&word));
    let mut months = (1_i8..).zip(MONTHS).filter(|(_, names)| named(names));
    let Some((month, _)) = months.next() else { return year.map(|_| Verdict::Yes) };
    // "Were they filming in June?" is not answered by when that began.
    if !linked.plain().any(is_an_event) {
        return None;
    }
    let mut days = linked.words.iter().filter_map(day);
    match (first.month(), last.month(), days.next()) {
        _ if months.next().is_some() || days.next().is_some() => None,
        (from, to, _) if month < from || to < month => Some(Verdict::No),
        (_, _, Some(day)) if first == last => {
            Some(if day == first.day() { Verdict::Yes } else { Verdict::No })
        }
        (from, to, None) if from == to => Some(Verdict::Yes),
        _ => None,
    }
}

/// Whether a question names a part of a time, "early March" or "the start of 2022", and not that something starts.
fn names_a_part_of_a_time(linked: &Linked) -> bool {
    let vague =
        |word: &str| EARLY.contains(&word) || MIDDLE.contains(&word) || LATE.contains(&word);
    let of_a_time = |word: Option<&Word>| match word {
        Some(Word::Plain(word)) => word == "of" || is_a_month(word),
        Some(Word::Year(_)) => true,
        _ => false,
    };
    let words = &linked.words;
    words.iter().enumerate().any(|(at, word)| match word {
        Word::Plain(word) if matches!(word.as_str(), "start" | "end" | "finish") => {
            of_a_time(words.get(at + 1))
        }
        Word::Plain(word) => vague(word),
        _ => false,
    })
}

/// Whether a question names a day, a month or a year.
pub(super) fn names_a_day(linked: &Linked) -> bool {
    linked.years().next().is_some() || linked.plain().any(is_a_month)
}

/// Whether a word is part of a date.
pub(super) fn is_of_a_date(word: &Word) -> bool {
    match word {
        Word::Year(_) => true,
        Word::Plain(plain) => is_a_month(plain) || day(word).is_some(),
        Word::Number(_) => day(word).is_some(),
        Word::Entity(_) | Word::Stranger(_) => false,
    }
}

fn is_a_month(word: &str) -> bool {
    MONTHS.iter().any(|names| names.contains(&word))
}

/// Words that ask of a time on one side of a day, or of what goes on.
const ASIDE: &[&str] = &[
    "by", "before", "after", "avant", "apres", "until", "till", "til", "since", "depuis", "ici",
    "jusqu", "still", "encore", "continue", "carry", "already", "deja", "toujours", "than",
    "older", "newer", "earlier", "later", "vieux", "ancien", "recent",
];

/// Whether a word says that something begins, ends or comes out, which is so on one day.
fn is_an_event(word: &str) -> bool {
    const BEGINS: &[&str] = &[
        "start", "begin", "began", "begun", "kick", "launch", "releas", "end", "finish", "come",
        "came", "out", "drop", "due", "premier", "air", "announc", "commenc", "debut", "demarr",
        "lanc", "fini", "termin", "achev", "sort", "part", "arriv", "diffus", "annonc", "prevu",
        "elanc", "depart", "planned", "set", "made", "real", "date", "land", "arret", "stop",
        "wrap",
    ];
    BEGINS.iter().any(|begins| word.starts_with(begins))
}

/// The day of a month that a word may stand for: "8", "24th", "1er".
fn day(word: &Word) -> Option<i8> {
    let day = match word {
        Word::Number(number) => (1_i8..=31).find(|day| (f64::from(*day) - number).abs() < 0.1),
        Word::Plain(word) => {
            let ends = ["st", "nd", "rd", "th", "er"];
            ends.iter().find_map(|end| word.strip_suffix(end)).and_then(|day| day.parse().ok())
        }
        Word::Year(_) | Word::Entity(_) | Word::Stranger(_) => None,
    };
    day.filter(|day| (1..=31).contains(day))
}
