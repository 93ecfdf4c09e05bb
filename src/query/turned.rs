//! Words that turn the sense of a closed question, or take it to another time: what the facts say is then neither its yes nor
//! its no.

use super::cues::{MONTHS, OPEN};
use super::link::{Linked, Word};
use super::wording::StatementWords;
use crate::facts::Statement;

/// How words begin for leaving something out, hiding it or bringing it to an end.
const LEAVING_OUT: &[&str] = &[
    "skip", "omit", "avoid", "ignor", "exclu", "zapp", "evit", "oubli", "cach", "saut", "separ",
    "differ", "distinct", "hidden", "hide", "secret", "stop", "arret", "cancel", "annul", "quit",
    "refus", "reject", "ban", "block",
];

/// Words that leave nothing, or nobody else.
const NOTHING_ELSE: &[&str] =
    &["nothing", "rien", "nowt", "zero", "hardly", "barely", "peine", "guere", "unrelated"];

/// Runs of words that say so.
const RUNS: &[&[&str]] = &[
    &["on", "its", "own"],
    &["on", "their", "own"],
    &["on", "his", "own"],
    &["by", "itself"],
    &["by", "themselves"],
    &["by", "himself"],
    &["dans", "le", "dos"],
    &["behind", "the", "back"],
    &["left", "out"],
    &["leave", "out"],
    &["leaves", "out"],
    &["a", "l", "ecart"],
    &["tout", "seul"],
    &["toute", "seule"],
    &["de", "son", "cote"],
    &["going", "for"],
    &["go", "for"],
    &["aiming", "for"],
    &["chasing"],
    &["came", "from"],
    &["comes", "from"],
    &["venait", "de"],
    &["used", "to"],
    &["au", "lieu"],
    &["instead"],
    &["plutot", "que"],
    &["rather", "than"],
];

/// Whether a question has words that turn its sense, which the statement does not say itself: "do they skip it?", "in July?"
pub(super) fn is_turned(words: &StatementWords, one: &Statement, linked: &Linked) -> bool {
    let plain: Vec<&str> = linked.plain().collect();
    let claims = |word: &str| words.claims_as_much(&one.id, word);
    let turns = |word: &&str| {
        let left_out = LEAVING_OUT.iter().any(|begin| word.starts_with(begin));
        (left_out || NOTHING_ELSE.contains(word)) && !claims(word)
    };
    let has_run = RUNS.iter().any(|run| plain.windows(run.len()).any(|some| some == *run));
    // "They said no in July, right?" has a month that is not told.
    let of_a_month = |word: &&str| {
        let month = MONTHS.iter().find(|names| names.contains(word));
        month.is_some_and(|names| *word != "may" && !names.iter().any(|name| claims(name)))
    };
    let untold = one.date().is_none() && plain.iter().any(of_a_month);
    // "…, what does it show?"
    let asks = plain.last().is_some_and(|last| OPEN.contains(last) && *last != "ou");
    asks || has_run || untold || plain.iter().any(turns)
}

/// Whether the second of two sides is a number or a name: "is there a third one, or does it end at two?"
pub(super) fn names_another_side(linked: &Linked) -> bool {
    let is_or = |word: &Word| matches!(word, Word::Plain(word) if word == "or" || word == "ou");
    let Some(at) = linked.words.iter().position(is_or) else { return false };
    let (before, after) = linked.words.split_at(at);
    let names = |words: &[Word]| words.iter().any(|word| !matches!(word, Word::Plain(_)));
    names(before) && names(after)
}
