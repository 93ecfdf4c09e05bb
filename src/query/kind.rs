//! What kind of answer a question wants, by its function words in both languages.

use jiff::civil::Date;

use super::answer::Probe;
use super::cues::{
    ALL_OF_IT_RUNS, ASKING, AT_LEAST, CLOSED, CLOSED_RUNS, DOUBTS, EARLY, FITS, HOW_MANY,
    KNOWN_RUNS, LESS, MEMBER_RUNS, MIDDLE, MONTHS, MORE, OPEN, OTHERS_RUNS, REASON, REFUSAL,
    SOURCE_RUNS, STATES, STATUS, STATUS_RUNS, TEAM, TURNED, WHEN, WHERE, WHO, WHY,
};
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
        let starts = starts(&words);
        let has =
            |runs: &[&str]| runs.iter().any(|run| starts & start(run) != 0 && holds(&words, run));
        let open = words.iter().enumerate().any(|(at, word)| {
            OPEN.contains(word) && !(*word == "ou" && stands_between(&words, at))
        });
        // "Est-ce que", "c’est bien" hold a word that is open elsewhere.
        let closed_run = has(CLOSED_RUNS);
        let first_closed = words.first().is_some_and(|word| CLOSED.contains(word));
        let later_closed = words.iter().take(4).any(|word| CLOSED.contains(word));
        let want = want(&words);
        let status = !open && want.is_none() && has(ALL_OF_IT_RUNS)
            || has(STATUS_RUNS)
            || folded.ends_with("c est sur")
            || (words.len() <= 3 && has(STATUS));
        Self {
            yes_no: (closed_run && !starts_open(&words) && !asks_what(&words)
                || first_closed
                || (!open && (later_closed || says_what_was_done(&words))))
                && !has(OTHERS_RUNS),
            probe: if has(SOURCE_RUNS) {
                Some(Probe::Source)
            } else {
                status.then_some(Probe::Status)
            },
            doubts: status && has(DOUBTS),
            member: has(MEMBER_RUNS)
                || (words.len() <= 3 && has(&["in"]))
                || words.last() == Some(&"in"),
            turn: if has(REFUSAL) || turns_down(&words) {
                Turn::Refusal
            } else if has(TURNED) {
                Turn::Turned
            } else {
                Turn::Straight
            },
            compare: if has(AT_LEAST) {
                Some(Compare::Least)
            } else if has(MORE) {
                Some(Compare::More)
            } else if has(LESS) {
                Some(Compare::Less)
            } else if has(FITS) {
                Some(Compare::Most)
            } else {
                None
            },
            known_by: if has(KNOWN_RUNS) || (has(&["did"]) && has(&["know"])) {
                day(&words)
            } else {
                None
            },
            states: states(&words, open, want),
            open,
            reason: has(REASON),
            want,
        }
    }
}

/// The first two letters of a word or of a run of words, as one bit.
fn start(run: &str) -> u64 {
    let mut letters = run.bytes();
    let first = letters.next().unwrap_or_default();
    let second = letters.next().filter(|letter| *letter != b' ').unwrap_or_default();
    1 << ((first.wrapping_mul(7) ^ second) % 64)
}

/// How the words start. Hundreds of runs are looked for in each question, and few start as one of its words.
fn starts(words: &[&str]) -> u64 {
    words.iter().fold(0, |starts, word| starts | start(word))
}

/// Whether words hold a run of words.
fn holds(words: &[&str], run: &str) -> bool {
    let first = run.bytes().next();
    words.iter().enumerate().any(|(at, word)| {
        // Nearly all words fall at their first letter.
        first == word.bytes().next()
            && run.strip_prefix(word).is_some_and(|rest| {
                rest.is_empty()
                    || rest.strip_prefix(' ').is_some_and(|rest| {
                        let mut next = words.iter().skip(at + 1);
                        rest.split(' ').all(|wanted| next.next() == Some(&wanted))
                    })
            })
    })
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
fn states(words: &[&str], open: bool, want: Option<Want>) -> bool {
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    if has(ASKING) || want.is_some() {
        return false;
    }
    let opens = words.iter().filter(|word| OPEN.contains(word)).count();
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
    let verb = words.iter().skip(1).any(|word| STATES.contains(word) || is_imperfect(word));
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

fn starts_open(words: &[&str]) -> bool {
    words.first().is_some_and(|word| OPEN.contains(word) && *word != "qu")
}

/// Whether words ask in French what something is, wherever that stands: "il y fait quoi, dedans ?"
fn asks_what(words: &[&str]) -> bool {
    words.iter().any(|word| matches!(*word, "quoi" | "koi" | "quel" | "quelle"))
}

/// What sort of thing the words ask for, the tellingest first.
fn want(words: &[&str]) -> Option<Want> {
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    let begins = |wanted: &[&str]| words.first().is_some_and(|word| wanted.contains(word));
    if has(WHY) || words.windows(2).any(|pair| pair == ["how", "come"]) {
        Some(Want::Why)
    } else if has(WHEN) {
        Some(Want::When)
    } else if has(HOW_MANY)
        || words.windows(2).any(|pair| {
            matches!(pair, ["how", "many" | "long" | "far" | "much" | "old" | "big" | "fast"])
        })
    {
        Some(Want::HowMany)
    } else if has(WHERE) || begins(&["ou"]) || words.last() == Some(&"ou") {
        Some(Want::Where)
    } else if words.iter().enumerate().any(|(at, word)| {
        ["which", "what", "whats", "quelle", "quelles", "quel", "quoi", "koi"].contains(word)
            && words.iter().skip(at + 1).take(3).any(|word| TEAM.contains(word))
    }) {
        Some(Want::Team)
    } else if begins(WHO) || has(&["who", "whos", "whom"]) {
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
fn day(words: &[&str]) -> Option<Date> {
    let (at, month) = words.iter().enumerate().find_map(|(at, word)| {
        let month = MONTHS.iter().position(|names| names.contains(word))?;
        Some((at, i8::try_from(month + 1).ok()?))
    })?;
    let vague = words.iter().any(|word| EARLY.contains(word) || MIDDLE.contains(word));
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
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    let day = match exact {
        Some(day) => day,
        None if has(EARLY) => 10,
        None if has(MIDDLE) => 20,
        None => return Date::new(year, month, 1).ok().map(Date::last_of_month),
    };
    Date::new(year, month, day).ok()
}
