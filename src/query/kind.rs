//! What kind of answer a question wants, by its function words in both languages.

use jiff::civil::Date;

use super::answer::Probe;
use super::cues::{MONTHS, OPEN, STATUS};
use super::runs::{Cue, Held};
use crate::text::{number, tokens};

/// What kind of answer a question wants.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a mark of its own, read off the same words"
)]
pub struct Kind {
    /// Yes or no.
    pub yes_no: bool,
    /// Whether it states something, which asks whether that is so: "it lasts two hours?"
    pub states: bool,
    /// How sure it is ("is that confirmed?"), or who says so.
    pub probe: Option<Probe>,
    /// Whether it asks if something is no more than a rumour: its "no" would say that it is so.
    pub doubts: bool,
    /// Whether something is part of the whole ("in it?").
    pub member: bool,
    /// How its words turn the sense of the facts.
    pub turn: Turn,
    /// Whether it is more or less than the number named.
    pub compare: Option<Compare>,
    /// What was known by this day.
    pub known_by: Option<Date>,
    /// Whether it has a question word.
    pub open: bool,
    /// Whether it has to do with a reason.
    pub reason: bool,
    /// What sort of thing its question word asks for.
    pub want: Option<Want>,
}

/// What sort of thing a question word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// Somebody.
    Who,
    /// A team.
    Team,
    /// A time.
    When,
    /// A place.
    Where,
    /// A number.
    HowMany,
    /// A reason.
    Why,
}

/// How the words of a question turn the sense of the facts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Turn {
    /// Not at all.
    #[default]
    Straight,
    /// It asks for a refusal.
    Refusal,
    /// It says "not", or the opposite of what is told: lost, missing, without.
    Turned,
}

/// A comparison with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compare {
    /// More than it.
    More,
    /// Less than it.
    Less,
    /// No more than it.
    Most,
    /// No less than it.
    Least,
}

impl Kind {
    /// Reads the kind off a folded question.
    #[must_use]
    pub fn of(folded: &str) -> Self {
        let words: Vec<&str> = tokens(folded).collect();
        let held = Held::by(&words);
        let has = |cue| held.has(cue);
        let says = |wanted: &str| words.contains(&wanted);
        let open = held.places(Cue::Open).any(|at| {
            words.get(at).is_some_and(|word| *word != "ou" || !stands_between(&words, at))
        });
        // "Est-ce que", "c’est bien" hold a word that is open elsewhere.
        let closed_run = has(Cue::ClosedRun);
        let first_closed = held.is(0, Cue::Closed);
        let later_closed = held.places(Cue::Closed).any(|at| at < 4);
        let want = want(&words, &held);
        let status = !open && want.is_none() && has(Cue::AllOfIt)
            || has(Cue::StatusRun)
            || folded.ends_with("c est sur")
            || (words.len() <= 3 && has(Cue::Status));
        Self {
            yes_no: (closed_run && !starts_open(&words, &held) && !asks_what(&words)
                || first_closed
                || (!open && (later_closed || says_what_was_done(&words))))
                && !has(Cue::Others),
            probe: if has(Cue::Source) {
                Some(Probe::Source)
            } else {
                status.then_some(Probe::Status)
            },
            doubts: status && has(Cue::Doubts),
            member: has(Cue::Member)
                || (words.len() <= 3 && says("in"))
                || words.last() == Some(&"in"),
            turn: if has(Cue::Refusal) || turns_down(&words) {
                Turn::Refusal
            } else if has(Cue::Turned) {
                Turn::Turned
            } else {
                Turn::Straight
            },
            compare: if has(Cue::AtLeast) {
                Some(Compare::Least)
            } else if has(Cue::More) {
                Some(Compare::More)
            } else if has(Cue::Less) {
                Some(Compare::Less)
            } else if has(Cue::Fits) {
                Some(Compare::Most)
            } else {
                None
            },
            known_by: if has(Cue::Known) || (says("did") && says("know")) {
                day(&words, &held)
            } else {
                None
            },
            states: states(&words, &held, open, want),
            open,
            reason: has(Cue::Reason),
            want,
        }
    }
}

/// Whether words hold a French perfect ("a gagné", "ont refusé"): a statement that wants a yes.
fn says_what_was_done(words: &[&str]) -> bool {
    words.windows(2).any(|pair| match pair {
        ["a" | "ont", done] => {
            done.len() > 3 && ["e", "u", "i", "is", "it"].iter().any(|end| done.ends_with(end))
        }
        _ => false,
    })
}

/// Whether words state something, by a verb behind what it is said of, or as French puts first what matters ("c’est elle qui
/// produit").
fn states(words: &[&str], held: &Held, open: bool, want: Option<Want>) -> bool {
    if held.has(Cue::Asking) || want.is_some() {
        return false;
    }
    let opens = held.places(Cue::Open).count();
    let put_first = match words {
        ["c", "est", first, rest @ ..] | ["cest", first, rest @ ..] => {
            opens == 1 && !OPEN.contains(first) && rest.contains(&"qui")
        }
        _ => false,
    };
    // "Y a une chaîne qui participe ?"
    let there_is_who = words.windows(3).any(
        |three| matches!(three, ["y", "a" | "avait", who] if opens == 1 && !OPEN.contains(who)),
    );
    let there_is = words.windows(2).any(|pair| matches!(pair, ["y", "a" | "avait" | "aura"]))
        || words.windows(3).any(|three| matches!(three, ["y", "en", "a" | "avait" | "aura"]));
    // "Elle a huit épisodes ?", "c sur netflix ?"
    let has_some = words.windows(2).skip(1).any(|pair| match pair {
        ["a", some] => number(some).is_some(),
        _ => false,
    });
    // "So it’s ten episodes?", "less than ten of them?"
    let it_is = words.windows(2).any(|pair| matches!(pair, ["it" | "that" | "he" | "she", "s"]));
    let compares = words.windows(3).any(|three| match three {
        ["less" | "more" | "fewer", "than", amount] | ["moins" | "plus", "de", amount] => {
            number(amount).is_some()
        }
        _ => false,
    });
    let sms = words
        .windows(2)
        .any(|pair| matches!(pair, ["c", next] if !matches!(*next, "est" | "etait")));
    let verb = held.places(Cue::States).any(|at| at > 0)
        || words.iter().skip(1).any(|word| is_imperfect(word));
    put_first
        || there_is_who && words.contains(&"qui")
        || !open && (there_is || it_is || compares || has_some || sms || verb)
}

/// Whether a word is a French verb of the past: "ils filmaient".
fn is_imperfect(word: &str) -> bool {
    const LONG: usize = 5;
    const NO_VERBS: &[&str] = &["parfait", "portrait", "extrait", "souhait", "retrait", "trait"];
    let ends = word.ends_with("ait") || word.ends_with("aient");
    ends && word.len() >= LONG && !NO_VERBS.contains(&word)
}

/// Whether somebody "turned somebody down".
fn turns_down(words: &[&str]) -> bool {
    let turned = words.iter().position(|word| matches!(*word, "turn" | "turned" | "turns"));
    turned.is_some_and(|at| words.iter().skip(at).take(5).any(|word| *word == "down"))
}

/// Whether "ou" stands between two things of which one is asked for, instead of asking where.
fn stands_between(words: &[&str], at: usize) -> bool {
    let after = words.get(at + 1);
    let asks = |word: &&str| {
        [
            "est", "sont", "etait", "se", "s", "a", "ont", "on", "il", "ils", "elle", "elles",
            "va", "peut", "y", "ca", "exactement", "et", "ce", "qu",
        ]
        .contains(word)
    };
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    before.is_some_and(|word| !matches!(*word, "d" | "c" | "est" | "et" | "vers" | "par" | "jusqu"))
        && after.is_some_and(|word| !asks(word))
}

fn starts_open(words: &[&str], held: &Held) -> bool {
    held.is(0, Cue::Open) && words.first() != Some(&"qu")
}

/// Whether words ask in French what something is, wherever that stands: "il y fait quoi, dedans ?"
fn asks_what(words: &[&str]) -> bool {
    words.iter().any(|word| matches!(*word, "quoi" | "koi" | "quel" | "quelle"))
}

/// What sort of thing the words ask for, the tellingest first.
fn want(words: &[&str], held: &Held) -> Option<Want> {
    if held.has(Cue::Why) || words.windows(2).any(|pair| pair == ["how", "come"]) {
        Some(Want::Why)
    } else if held.has(Cue::When) {
        Some(Want::When)
    } else if held.has(Cue::HowMany)
        || words.windows(2).any(|pair| {
            matches!(pair, ["how", "many" | "long" | "far" | "much" | "old" | "big" | "fast"])
        })
    {
        Some(Want::HowMany)
    } else if held.has(Cue::Where) || words.first() == Some(&"ou") || words.last() == Some(&"ou") {
        Some(Want::Where)
    } else if words.iter().enumerate().any(|(at, word)| {
        ["which", "what", "whats", "quelle", "quelles", "quel", "quoi", "koi"].contains(word)
            && (at + 1..at + 4).any(|at| held.is(at, Cue::Team))
    }) {
        Some(Want::Team)
    } else if held.is(0, Cue::Who)
        || words.iter().any(|word| matches!(*word, "who" | "whos" | "whom"))
    {
        Some(Want::Who)
    } else {
        None
    }
}

/// Words that ask for the standing or the source of a fact, not for the fact.
#[must_use]
pub fn is_about_standing(word: &str) -> bool {
    STATUS.contains(&word) && word != "sur"
        || ["just", "juste", "simple", "only", "source", "says", "really", "vraiment"]
            .contains(&word)
}

/// The last day of the time that a question names: "early March 2022" is its tenth day.
fn day(words: &[&str], held: &Held) -> Option<Date> {
    let (at, month) = words.iter().enumerate().find_map(|(at, word)| {
        let month = MONTHS.iter().position(|names| names.contains(word))?;
        Some((at, i8::try_from(month + 1).ok()?))
    })?;
    let vague = held.has(Cue::Early) || held.has(Cue::Middle);
    let whole = words.iter().find_map(|word| word.parse::<i16>().ok().filter(|year| *year > 1900));
    // "Early March 22" is a year; "March 22" alone is a day.
    let short = || {
        let after = words.get(at + 1).filter(|_| vague)?;
        after.parse::<i16>().ok().filter(|year| (20..100).contains(year)).map(|year| 2000 + year)
    };
    let short_year = whole.is_none();
    let year = whole.or_else(short)?;
    let number = |word: Option<&&str>| {
        let word = word?.trim_end_matches(|one: char| one.is_alphabetic());
        word.parse::<i8>().ok().filter(|day| (1..=31).contains(day))
    };
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let exact = number(before).or_else(|| number(words.get(at + 1)).filter(|_| !short_year));
    let day = match exact {
        Some(day) => day,
        None if held.has(Cue::Early) => 10,
        None if held.has(Cue::Middle) => 20,
        None => return Date::new(year, month, 1).ok().map(Date::last_of_month),
    };
    Date::new(year, month, day).ok()
}
