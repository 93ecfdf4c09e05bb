//! Two questions in one: where a question can be taken apart, and what each half asks.

use super::talk::{begins_on, is_filler};
use crate::text::{fold, tokens};

/// At most so many ways of taking a question apart are tried.
const MOST: usize = 3;
/// Within how many words the second half must begin to ask: "and in which city".
const SOON: usize = 3;

/// How many words a second half has at most that asks with its last word.
const SHORT: usize = 5;

/// A question taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Halves {
    /// The first question.
    pub left: String,
    /// The second one, as it stands there.
    pub right: String,
    /// The second one with what the first is about, where it may ask no more than one thing of it: "and what day".
    pub joined: Option<String>,
    /// The second one behind what the first begins with, where both are of that: of "that film, who made it and when" it is
    /// "that film, when", of "filming began when and ended when" it is "filming ended when".
    pub shared: Option<String>,
    /// What the first one asks behind what it begins with.
    pub asked: Option<String>,
    /// Whether the second one has no word that asks, so that it may be part of the first: "finish town and first country".
    pub loose: bool,
}

impl Halves {
    fn new(left: impl Into<String>, right: impl Into<String>) -> Self {
        let (left, right) = (left.into(), right.into());
        let begin = beginning(&left);
        let shared = match &begin {
            Some((front, _)) => Some(format!("{front}, {right}")),
            None => with_its_subject(&left, &right),
        };
        let asked = begin.map(|(_, asked)| asked.to_owned());
        Self { left, right, joined: None, shared, asked, loose: false }
    }
}

/// The two questions that a question may be, folded or as they were typed; the likeliest pair first.
pub(super) fn halves(question: &str) -> Vec<Halves> {
    let mut found: Vec<Halves> = Vec::new();
    let long = |half: &str| half.split_whitespace().count() >= 2;
    for mark in ["? ", " and also ", " and ", " et aussi ", " et ", " n ", " puis ", " pis ", ", "]
    {
        for (at, _) in question.match_indices(mark) {
            let (left, right) = (question.get(..at), question.get(at + mark.len()..));
            let (Some(left), Some(right)) = (left, right) else { continue };
            let folded = fold(right);
            let soon = if mark == ", " { 1 } else { SOON };
            let goes_on = mark == "? " && begins_on(&folded);
            let left_asks = || tokens(&fold(left)).any(|word| opens(word) && word != "c");
            let of_it = mark == ", " && goes_on_about_it(&folded) && left_asks();
            let asks = asks_within(&folded, soon)
                || goes_on
                || of_it
                || mark != ", " && (asks_of_the_same(&folded) || is_bare(&folded));
            let alone = is_bare(&folded);
            // "Are they making that one? And what else?" asks of what the first does.
            // Nor does "on what date, and where, did it end?" ask two things of which the first is known.
            if asks_for_others(&folded) || is_bare(&fold(left)) {
                continue;
            }
            // "That team, in which episode is it?" is one question.
            if mark == ", " && !asks_anything(&fold(left)) {
                continue;
            }
            if long(left) && (long(right) || alone) && !is_tag(&folded) && asks {
                let joined = joined(&fold(left), &folded);
                found.push(Halves { joined, ..Halves::new(left, right) });
            }
        }
        if !found.is_empty() {
            break;
        }
    }
    // "nb episodes + durée"
    for mark in [" + ", " & ", " vs ", " versus "] {
        found.extend(question.split_once(mark).map(|(left, right)| {
            let joined = other_thing(&fold(left), &fold(right));
            Halves { joined, ..Halves::new(left, right) }
        }));
    }
    let folded = fold(question);
    let words: Vec<&str> = tokens(&folded).collect();
    found.extend(words.iter().enumerate().find_map(|(at, word)| {
        let before = words.get(..at)?;
        let after = words.get(at + 1..)?;
        is_and(word).then(|| both_asked(before, after).or_else(|| both_counted(before, after)))?
    }));
    found.truncate(MOST);
    if found.is_empty() {
        found.extend(loose(question));
    }
    found
}

/// What a question begins with that asks nothing, and what it asks behind that: "the film of that team, who made it".
fn beginning(left: &str) -> Option<(&str, &str)> {
    let at = |mark: &str| left.rfind(mark).map(|at| (at, at + mark.len()));
    let (end, begin) = [", ", ": ", " - "].into_iter().filter_map(at).max()?;
    let (front, asked) = (left.get(..end)?, left.get(begin..)?);
    let folded = fold(asked);
    let asks = asks_within(&folded, SOON) || goes_on_about_it(&folded);
    (asks && !asks_anything(&fold(front))).then_some((front, asked))
}

/// A second half with a verb of its own behind what the first is about: what stands before the verb of the first and its
/// question word.
fn with_its_subject(left: &str, right: &str) -> Option<String> {
    let (folded, right) = (fold(left), fold(right));
    let first = tokens(&right).next()?;
    // "And on what day": no verb.
    if opens(first) || is_pronoun(first) || begins_to_ask(first) || is_filler(first) {
        return None;
    }
    let words: Vec<&str> = tokens(&folded).collect();
    let asks = words.iter().position(|word| opens(word) && *word != "c")?;
    let subject = words.get(..asks.checked_sub(1)?).filter(|words| !words.is_empty())?;
    Some(format!("{} {right}", subject.join(" ")))
}

/// Whether a half asks of what was named before: "il dit quoi des fans".
fn goes_on_about_it(folded: &str) -> bool {
    let first = tokens(folded).next();
    first.is_some_and(|word| is_pronoun(word) && word != "on" || word == "ca")
        && tokens(folded).take(SHORT).any(|word| opens(word) && word != "c")
}

/// Two things that may both be asked for, though no word asks for the second: "nb of episodes and length".
fn loose(question: &str) -> impl Iterator<Item = Halves> {
    const SHORTEST: usize = 2;
    const LONGEST: usize = 14;
    let says = |half: &str| tokens(&fold(half)).filter(|word| !is_filler(word)).count();
    let short = question.split_whitespace().count() <= LONGEST;
    let marks = [" and ", " et ", " + ", " & "].into_iter().filter(move |_| short);
    let halves = marks.filter_map(|mark| question.split_once(mark)).take(1);
    let halves = halves.filter(move |(left, right)| {
        let long = left.split_whitespace().count() >= SHORTEST;
        long && says(left) > 0 && says(right) > 0
    });
    halves.map(|(left, right)| Halves { loose: true, ..Halves::new(left, right) })
}

/// Words that ask for a time or a place by themselves: "and in which town", "and day?"
const BARE: &[&str] = &[
    "on", "in", "at", "dans", "en", "date", "dates", "day", "year", "years", "jour", "annee",
    "place", "city", "town", "ville", "endroit", "lieu", "roughly", "exactly", "exactement",
    "environ", "country", "pays", "abouts",
];

/// Whether a half is no more than when or where.
pub(super) fn is_bare(folded: &str) -> bool {
    let mut says = false;
    let bare = tokens(folded).all(|word| {
        let own = opens(word) || BARE.contains(&word) && !is_filler(word);
        says |= own;
        own || is_filler(word) || BARE.contains(&word)
    });
    bare && says
}

/// The first of two things that a question leaves to choose: "is there a title yet or is it secret".
pub(super) fn before_or(question: &str) -> Option<&str> {
    let asked = question.trim_end_matches([' ', '?', '!', '.']);
    let or_what = [" or what", " ou quoi"].iter().find_map(|end| asked.strip_suffix(end));
    // The last "or": the one before may be that of "All or Nothing".
    let before = |asked: &str| [" or ", " ou "].iter().find_map(|mark| asked.rfind(mark));
    let left = match or_what {
        // "Or what" leaves nothing to choose by itself.
        Some(asked) => before(asked).map_or(Some(asked), |at| asked.get(..at)),
        None => before(question).and_then(|at| question.get(..at)),
    }?;
    (left.split_whitespace().count() >= 3).then_some(left)
}

/// The last clause of a question, where it asks by itself after a story: "my brother bets on ten, so how many parts are there".
pub(super) fn last_clause(question: &str) -> Option<&str> {
    const STORY: usize = 4;
    const LEADS_IN: &[&str] = &["so", "and", "but", "alors", "donc", "et", "mais"];
    let (story, clause) = question.rsplit_once(", ")?;
    let folded = fold(clause);
    let mut words = tokens(&folded).skip_while(|word| LEADS_IN.contains(word));
    let asks = words.next().is_some_and(|word| opens(word) && !matches!(word, "c" | "ou"));
    let long = words.filter(|word| !is_filler(word)).count() >= 1;
    (asks && long && story.split_whitespace().count() >= STORY).then_some(clause)
}

/// Whether what follows only asks whether that is so.
fn is_tag(folded: &str) -> bool {
    const TAGS: &[&str] = &[
        "c est vrai", "c est ca", "c est exact", "c est juste", "c est bien", "c est correct",
        "is that right", "is that true", "is that correct", "is it true", "is it right",
        "isn t it", "doesn t it",
    ];
    tokens(folded).count() <= 4 && TAGS.iter().any(|tag| folded.starts_with(tag))
}

/// Whether a half asks something of its own within its first words.
fn asks_within(folded: &str, soon: usize) -> bool {
    let mut words = tokens(folded);
    let first = words.next().is_some_and(|word| opens(word) || soon > 1 && begins_to_ask(word));
    // "And he had won what before?"
    let pronoun = soon > 1 && tokens(folded).next().is_some_and(is_pronoun);
    let soon = if pronoun { SHORT } else { soon };
    // "Et il vient d’où": in French what asks may come last.
    let last = soon > 1
        && tokens(folded).count() <= SHORT
        && tokens(folded).last().is_some_and(|word| opens(word) && word != "c");
    // "Cette équipe a-t-elle dit oui": the verb before its pronoun asks.
    let turned = soon > 1 && turns_round(folded);
    first
        || last
        || turned
        || tokens(folded).take(soon).skip(1).any(|word| opens(word) && word != "c")
}

/// Whether a French half asks by a verb before its pronoun: "est-elle", "a-t-il".
fn turns_round(folded: &str) -> bool {
    const VERBS: &[&str] = &["est", "sont", "ont", "etait", "etaient", "avait", "avaient", "t"];
    const PRONOUNS: &[&str] = &["il", "elle", "ils", "elles", "on"];
    let words: Vec<&str> = tokens(folded).take(2 * SOON).collect();
    words.windows(2).any(|pair| match pair {
        [verb, pronoun] => VERBS.contains(verb) && PRONOUNS.contains(pronoun),
        _ => false,
    })
}

/// Whether a word stands for somebody or something that was named.
pub(super) fn is_pronoun(word: &str) -> bool {
    ["he", "she", "they", "it", "him", "her", "his", "il", "elle", "ils", "elles", "lui", "on"]
        .contains(&word)
}

/// Whether a half only asks what else there is.
fn asks_for_others(folded: &str) -> bool {
    const OTHERS: &[&str] = &["else", "other", "others", "autre", "autres"];
    const LITTLE: &[&str] = &["d", "ones", "y", "a", "t", "il", "there", "are", "is"];
    tokens(folded).any(|word| OTHERS.contains(&word))
        && tokens(folded).all(|word| {
            OTHERS.contains(&word) || LITTLE.contains(&word) || opens(word) || is_filler(word)
        })
}

/// Whether any word of a half asks.
fn asks_anything(folded: &str) -> bool {
    tokens(folded).any(|word| opens(word) || begins_to_ask(word)) || is_bare(folded)
}

/// Whether a half asks for something else of what the first was about: "and its years", "et ses dates".
fn asks_of_the_same(folded: &str) -> bool {
    let first = tokens(folded).next();
    let owns =
        |word| ["its", "their", "his", "her", "ses", "son", "sa", "leur", "leurs"].contains(&word);
    first.is_some_and(owns) && tokens(folded).count() <= SOON
}

/// The first half with another thing that is asked of the same: of "finish city + date" it is "finish date".
fn other_thing(left: &str, right: &str) -> Option<String> {
    let words: Vec<&str> = tokens(left).collect();
    // "Ville d’arrivée": in French the head comes first.
    let head_first = words.iter().any(|word| matches!(*word, "d" | "de" | "du"));
    let rest = if head_first { words.get(1..)? } else { words.split_last()?.1 };
    let one = tokens(right).count() == 1 && !rest.is_empty();
    let other = || [rest, &[right]].concat().join(" ");
    one.then(|| if head_first { format!("{right} {}", rest.join(" ")) } else { other() })
}

/// A short second half with the rest of the first: of "where does it end, and what day" it is "what day does it end".
fn joined(left: &str, right: &str) -> Option<String> {
    let says = tokens(right).filter(|word| !is_filler(word) && !opens(word)).count();
    let rest: Vec<&str> = tokens(left).filter(|word| !opens(word)).collect();
    (says <= 1 && !rest.is_empty()).then(|| format!("{right} {}", rest.join(" ")))
}

/// "When and where did it end?", "il a gagné quel jour et où": two question words about one thing.
fn both_asked(before: &[&str], after: &[&str]) -> Option<Halves> {
    let (second, rest) = after.split_first()?;
    if !opens(second) {
        return None;
    }
    let (first, stem) = before.split_last()?;
    if opens(first) && !rest.is_empty() {
        let with = |asks: &str| [stem, &[asks], rest].concat().join(" ");
        return Some(Halves::new(with(first), with(second)));
    }
    let asks = before.iter().rposition(|word| opens(word))?;
    // "Quel jour a-t-il gagné, et où": what is asked of stands after the first question word and its noun.
    let noun =
        before.get(asks).is_some_and(|word| matches!(*word, "quel" | "quelle" | "which" | "what"));
    let after = asks + 1 + usize::from(noun);
    let (from, to) = if asks < 2 { (after, before.len()) } else { (0, asks) };
    let stem = before.get(from..to).filter(|stem| !stem.is_empty() && rest.is_empty())?;
    Some(Halves::new(before.join(" "), [&[*second], stem].concat().join(" ")))
}

/// "How many seasons and episodes did it have?": two things counted or named of one thing.
fn both_counted(before: &[&str], after: &[&str]) -> Option<Halves> {
    let (second, rest) = after.split_first()?;
    let (first, stem) = before.split_last()?;
    let asks = stem.iter().any(|word| opens(word) || *word == "de");
    if !asks || rest.is_empty() || opens(second) || opens(first) || stem.len() > 3 {
        return None;
    }
    let with = |counted: &str| [stem, &[counted], rest].concat().join(" ");
    Some(Halves::new(with(first), with(second)))
}

fn is_and(word: &str) -> bool {
    matches!(word, "and" | "et" | "or" | "n")
}

/// Whether a word begins a question.
pub(super) fn opens(word: &str) -> bool {
    [
        "who", "whos", "what", "whats", "wat", "wich", "koi", "kel", "kelle", "cb", "when",
        "whens", "where", "wheres", "which", "how", "why", "qui", "quand", "quel", "quelle",
        "quels", "quelles", "combien", "comment", "pourquoi", "pk", "quoi", "lequel", "laquelle",
        "ou", "c",
    ]
    .contains(&word)
}

/// Whether a word begins a question for yes or no.
fn begins_to_ask(word: &str) -> bool {
    [
        "is", "are", "was", "were", "did", "does", "do", "has", "have", "can", "will", "would",
        "could", "should", "est",
    ]
    .contains(&word)
}

/// Whether the second of two questions only asks which one the first is of: "a team did that, right? which?"
pub(super) fn only_asks_which(part: &str) -> bool {
    const WHICH: &[&str] = &["laquelle", "lequel", "lesquels", "lesquelles", "which"];
    const LITTLE: &[&str] = &["c", "est", "etait", "one", "ones", "is", "was", "it", "that", "s"];
    let folded = fold(part);
    let words: Vec<&str> = tokens(&folded).collect();
    words.iter().any(|word| WHICH.contains(word))
        && words.iter().all(|word| WHICH.contains(word) || LITTLE.contains(word))
}

#[cfg(test)]
mod tests {
    use super::{before_or, halves, last_clause};

    fn first(question: &str) -> Option<(String, String)> {
        halves(question).into_iter().next().map(|one| (one.left, one.right))
    }

    #[test]
    fn a_second_question_asks_soon() {
        for (question, left, right) in [
            ("who made it and when is it out", "who made it", "when is it out"),
            ("which country hosted it n on what date", "which country hosted it", "on what date"),
            ("is it long, and are they in it?", "is it long,", "are they in it?"),
            ("il vient de quel pays et court pour qui", "il vient de quel pays", "court pour qui"),
            ("il est chez qui et il vient d'où", "il est chez qui", "il vient d'où"),
            ("who is it and he had won what", "who is it", "he had won what"),
        ] {
            assert_eq!(first(question), Some((left.to_owned(), right.to_owned())), "{question}");
        }
        assert_eq!(first("that team, in which episode is it"), None);
        // Where no word of the second asks, it may be part of the first.
        let loose = |question: &str| halves(question).iter().all(|one| one.loose);
        assert!(loose("does it show the riders and the managers"));
        assert!(loose("is it about mountain and hill stages"));
        assert!(!loose("who made it and when is it out"));
    }

    #[test]
    fn a_short_second_question_asks_about_the_same() {
        let joined = |question: &str| halves(question).into_iter().find_map(|one| one.joined);
        assert_eq!(joined("ça finit où, et quel jour").as_deref(), Some("quel jour ca finit"));
        assert_eq!(joined("who made it and when is the show out"), None);
    }

    #[test]
    fn a_story_may_lead_to_a_question() {
        let told = "he bets on ten and i on eight, so how many parts are there";
        assert_eq!(last_clause(told), Some("so how many parts are there"));
        assert_eq!(last_clause("il y en a dix, c'est ça"), None);
        assert_eq!(last_clause("Movistar, how many"), None);
    }

    #[test]
    fn of_two_things_to_choose_from_the_first_is_asked() {
        assert_eq!(before_or("is there a title or is it secret"), Some("is there a title"));
        assert_eq!(before_or("45 or 52 minutes"), None);
    }
}
