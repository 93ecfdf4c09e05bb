//! Words that turn the sense of a closed question, or take it to another time: what the facts say is then neither its yes nor
//! its no.

use super::cues::{MONTHS, OPEN};
use super::linked::{Linked, Word};
use super::wording::StatementWords;
use crate::facts::Statement;
use crate::text::tokens;

/// Words for leaving something out, hiding it or bringing it to an end.
const LEAVING_OUT: &[&str] = &[
    "skip", "skips", "skipped", "skipping", "omit", "omits", "omitted", "avoid", "avoids",
    "avoided", "ignore", "ignores", "ignored", "exclude", "excludes", "excluded", "zappe",
    "zappent", "zappee", "zapper", "evite", "evitent", "cache", "cachent", "saute", "sautent",
    "separate", "separated", "separe", "separes", "different", "differente", "differents",
    "differentes", "distinct", "distincts", "hidden", "hide", "hides", "stops", "stopped",
    "arrete", "arretait", "arretent", "cancelled", "canceled", "annule", "annulee", "quits",
    "banned", "blocked", "rejected", "hardly", "barely", "unrelated",
];

/// Runs of words that say so, or that there is nothing or nobody else.
const RUNS: &[&[&str]] = &[
    &["nothing", "to", "do"],
    &["rien", "a", "voir"],
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
    &["came", "from"],
    &["venait", "de"],
    &["used", "to"],
    &["au", "lieu"],
    &["instead"],
    &["plutot", "que"],
    &["rather", "than"],
];

/// Whether a folded question has words that turn its sense, which the statement does not say itself: "do they skip it?", "…, in
/// July?"
pub(super) fn is_turned(words: &StatementWords, one: &Statement, folded: &str) -> bool {
    let plain: Vec<&str> = tokens(folded).collect();
    let claims = |word: &str| words.claims_as_much(&one.id, word);
    let turns = |word: &&str| LEAVING_OUT.contains(word) && !claims(word);
    let has_run = RUNS.iter().any(|run| plain.windows(run.len()).any(|some| some == *run));
    // "They said no in July, right?" ends with a month that is not told.
    let of_a_month = |word: &&str| {
        let month = MONTHS.iter().find(|names| names.contains(word));
        month.is_some_and(|names| *word != "may" && !names.iter().any(|name| claims(name)))
    };
    let untold = one.date().is_none() && plain.iter().rev().take(AT_THE_END).any(of_a_month);
    // "…, what does it show?", but not "… or what?"
    let mut last = plain.iter().rev();
    let asks = last.next().is_some_and(|word| OPEN.contains(word) && *word != "ou")
        && !last.next().is_some_and(|word| matches!(*word, "or" | "ou"));
    asks || has_run || untold || plain.iter().any(turns)
}

/// How many words from its end a question asks for the time: "in July, right?"
const AT_THE_END: usize = 2;

/// Whether the second of two sides is a number or a name: "is there a third one, or does it end at two?"
pub(super) fn names_another_side(linked: &Linked) -> bool {
    let is_or = |word: &Word| matches!(word, Word::Plain(word) if word == "or" || word == "ou");
    let Some(at) = linked.words.iter().position(is_or) else { return false };
    let (before, after) = linked.words.split_at(at);
    let names = |words: &[Word]| words.iter().any(|word| !matches!(word, Word::Plain(_)));
    names(before) && names(after)
}
