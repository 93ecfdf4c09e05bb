//! What stands around a question: greetings, courtesies, the sentences before it. What is left is asked, too.

use rustc_hash::FxHashMap;

use super::cues::is_among;
use super::talk::is_filler;
use crate::text::{fold, tokens};

const TABLE: &str = include_str!("around.txt");

/// At most so many views of a question are tried beside the whole.
const MOST: usize = 4;
/// A question of more words is not taken apart.
const LONGEST: usize = 60;

/// A question without something that stands around it, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct View {
    /// What is left of it.
    pub folded: String,
    /// Whether somebody wants to know if that is true.
    pub claimed: bool,
    /// Whether it is one sentence of several, or what is left of one with some talk.
    pub alone: bool,
}

/// The runs of words that begin or end what stands around questions.
#[derive(Debug)]
pub(super) struct Around {
    openings: Frames,
    closings: Frames,
}

/// Frames by each word that they may begin with; those that stand around the end of a question are turned round.
#[derive(Debug, Default)]
struct Frames {
    frames: Vec<Frame>,
    by_first: FxHashMap<&'static str, Vec<usize>>,
}

/// A run of words with room for choices.
#[derive(Debug)]
struct Frame {
    places: Vec<Place>,
    claims: bool,
}

/// A place of a frame: one of these words, or none where it may be left out.
#[derive(Debug)]
struct Place {
    words: Vec<&'static str>,
    optional: bool,
}

impl Around {
    /// Reads the table.
    pub fn new() -> Self {
        let mut around = Self { openings: Frames::default(), closings: Frames::default() };
        let lines = || TABLE.lines().filter(|line| !line.starts_with('#'));
        let sorts: Vec<(&str, &str)> = lines().filter_map(|line| line.split_once(" = ")).collect();
        for (kind, pattern) in lines().filter_map(|line| line.split_once(": ")) {
            let read = |place| Place::read(place, &sorts);
            let mut places: Vec<Place> = pattern.split(' ').map(read).collect();
            let claims = matches!(kind, "claim" | "asks");
            if matches!(kind, "opening" | "claim") {
                around.openings.add(Frame { places, claims });
            } else {
                places.reverse();
                around.closings.add(Frame { places, claims });
            }
        }
        around
    }

    /// The question without what stands around it, its last sentence first; nothing where nothing does. `strange` tells
    /// the words that hardly any question about the subject has.
    pub fn views(&self, question: &str, strange: impl Fn(&str) -> bool) -> Vec<View> {
        let whole = fold(question);
        if tokens(&whole).count() > LONGEST {
            return Vec::new();
        }
        let mut views: Vec<View> = Vec::new();
        let mut add = |view: View| {
            // "Producer, lol": a word is a question by itself, but no sentence of several.
            let long = tokens(&view.folded).count() >= if view.alone { 2 } else { 1 };
            let known = view.folded == whole && !view.claimed;
            if long
                && !known
                && views.len() < MOST
                && views.iter().all(|one| one.folded != view.folded)
            {
                views.push(view);
            }
        };
        let sentences: Vec<String> =
            sentences(question).map(fold).filter(|sentence| !sentence.is_empty()).collect();
        add(self.bare(&whole));
        if sentences.len() > 1 {
            // "That he won. Correct?"
            let claimed = sentences.iter().any(|one| {
                let bare = self.bare(one);
                bare.claimed && tokens(&bare.folded).count() < 2
            });
            for sentence in sentences.iter().rev() {
                let mut view = self.bare(sentence);
                view.claimed |= claimed;
                view.alone = true;
                add(view);
            }
        }
        if let Some(rest) = without_talk(&self.bare(&whole).folded, &strange) {
            let rest = self.bare(&rest);
            add(View { alone: true, ..rest });
        }
        views
    }

    /// A folded question without its openings and closings.
    fn bare(&self, folded: &str) -> View {
        let mut words: Vec<&str> = tokens(folded).collect();
        let mut claimed = false;
        while let Some((length, claims)) = self.openings.longest(&words) {
            claimed |= claims;
            words.drain(..length);
        }
        words.reverse();
        while let Some((length, claims)) = self.closings.longest(&words) {
            claimed |= claims;
            words.drain(..length);
        }
        words.reverse();
        View { folded: words.join(" "), claimed, alone: false }
    }
}

impl Frames {
    fn add(&mut self, frame: Frame) {
        let needed = frame.places.iter().position(|place| !place.optional);
        for place in frame.places.iter().take(needed.map_or(usize::MAX, |at| at + 1)) {
            for word in &place.words {
                self.by_first.entry(word).or_default().push(self.frames.len());
            }
        }
        self.frames.push(frame);
    }

    /// How many words the longest frame takes off the front, and whether it makes a claim of what is left.
    fn longest(&self, words: &[&str]) -> Option<(usize, bool)> {
        let first = words.first()?;
        let frames = self.by_first.get(first).or_else(|| self.by_first.get(shortened(first)?))?;
        let mut best: Option<(usize, bool)> = None;
        for frame in frames.iter().filter_map(|at| self.frames.get(*at)) {
            if let Some(length) = taken(&frame.places, words)
                && length > best.map_or(0, |(length, _)| length)
            {
                best = Some((length, frame.claims));
            }
        }
        best
    }
}

impl Place {
    /// Reads a place; a sort of word stands for all words of the sort.
    fn read(text: &'static str, sorts: &[(&'static str, &'static str)]) -> Self {
        let (words, optional) = match text.strip_suffix('?') {
            Some(words) => (words, true),
            None => (text, false),
        };
        let of_sort = |word| sorts.iter().find(|(sort, _)| *sort == word).map(|(_, all)| *all);
        let words = words.split('/').flat_map(|word| of_sort(word).unwrap_or(word).split('/'));
        Self { words: words.collect(), optional }
    }
}

/// The most words that places take off the front; nothing where they do not fit.
fn taken(places: &[Place], words: &[&str]) -> Option<usize> {
    let Some((place, places)) = places.split_first() else { return Some(0) };
    let with = words
        .split_first()
        .filter(|(word, _)| {
            let said = |word: &str| place.words.contains(&word);
            said(word) || shortened(word).is_some_and(said)
        })
        .and_then(|(_, words)| taken(places, words))
        .map(|length| length + 1);
    let without = if place.optional { taken(places, words) } else { None };
    with.max(without)
}

/// A folded question without what somebody says of themselves or to others before or after it: "my battery is dying",
/// "need ur help". It has no word that belongs to the subject.
fn without_talk(folded: &str, strange: impl Fn(&str) -> bool) -> Option<String> {
    const LONGEST: usize = 7;
    let words: Vec<&str> = tokens(folded).collect();
    if !words.iter().any(|word| is_among(SPEAKERS, word)) {
        return None;
    }
    let all = words.len();
    let at_an_end = |at: usize| at < LONGEST || at + LONGEST >= all;
    let parts: Vec<Option<Part>> = words
        .iter()
        .enumerate()
        .map(|(at, word)| match *word {
            word if is_among(SPEAKERS, word) => Some(Part::Speaker),
            word if is_among(BETWEEN, word) || is_filler(word) => Some(Part::Between),
            word => (at_an_end(at) && strange(word)).then_some(Part::Strange),
        })
        .collect();
    let is_talk = |run: &[Option<Part>]| {
        let has = |part| run.contains(&Some(part));
        has(Part::Speaker) && has(Part::Strange) && !run.contains(&None)
    };
    let mut lengths = (2..=LONGEST.min(all.saturating_sub(1))).rev();
    let rest = lengths.find_map(|length| {
        let opens = is_talk(parts.get(..length)?);
        let closes = is_talk(parts.get(all - length..)?);
        if opens { words.get(length..) } else { words.get(..all - length).filter(|_| closes) }
    });
    Some(rest?.join(" "))
}

/// What a word is in such talk.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    Speaker,
    Between,
    Strange,
}

/// Words for whoever speaks and whoever is spoken to.
const SPEAKERS: &str = "i im ive id ill my me myself u ur you your yall we our je j jai jme moi mon ma mes tu te toi ton ta \
    vous votre vos nous notre nos";

/// Words that such talk is put together with.
const BETWEEN: &str = "am is are was be been s ve ll d re do dont don can cant could would will have has had need want get \
    got gotta go going to for on in at it its this that so but if and or not no too very really just now here there with \
    from as after before sorry suis est etes sont ai as a avez ont peux peut pouvez veux ne n pas plus que qu si c ca ce \
    se en y au aux avec sans sur dans par mais tout tous bien trop la le les un une";

/// A word that somebody drew out, as it is without that: "plsss", "heyy".
fn shortened(word: &str) -> Option<&str> {
    let last = word.chars().next_back()?;
    let end = word.trim_end_matches(last).len() + last.len_utf8();
    word.get(..end).filter(|short| short.len() < word.len())
}

/// The sentences of a question; a point inside a number or a name ends none.
fn sentences(question: &str) -> impl Iterator<Item = &str> {
    question
        .split_inclusive(|one: char| one.is_whitespace())
        .scan((0, 0), |(from, at), word| {
            *at += word.len();
            let ends = word.trim_end().ends_with(['.', '!', '?', '…', ';', ':']);
            let whole = *at == question.len() || ends;
            let sentence = whole.then(|| question.get(*from..*at)).flatten();
            if whole {
                *from = *at;
            }
            Some(sentence)
        })
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::{Around, sentences};

    fn first(question: &str) -> Option<(String, bool)> {
        Around::new()
            .views(question, |_| false)
            .into_iter()
            .next()
            .map(|view| (view.folded, view.claimed))
    }

    #[test]
    fn what_stands_around_a_question_is_taken_off() {
        for (question, bare) in [
            ("Good afternoon. Could you kindly tell me who made it, please?", "who made it"),
            ("Salut tout le monde ! quelqu'un sait combien ça dure svp", "combien ca dure"),
            ("yo bro when is it out lol", "when is it out"),
            (
                "Excusez-moi, pourriez-vous me dire qui organise la course ?",
                "qui organise la course",
            ),
        ] {
            assert_eq!(first(question), Some((bare.to_owned(), false)), "{question}");
        }
        assert_eq!(first("who made it"), None);
    }

    #[test]
    fn a_claim_asks_whether_it_is_true() {
        for (question, bare) in [
            ("A member claims it launches in July. Correct?", "it launches in july"),
            ("c’est vrai que ça sort en juin ?", "ca sort en juin"),
            ("True or not: it is about a race.", "it is about a race"),
        ] {
            assert_eq!(first(question), Some((bare.to_owned(), true)), "{question}");
        }
    }

    #[test]
    fn sentences_end_at_their_marks() {
        let parts: Vec<&str> = sentences("I like 2.5 of it! And you? Yes").map(str::trim).collect();
        assert_eq!(parts, ["I like 2.5 of it!", "And you?", "Yes"]);
    }

    #[test]
    fn no_word_that_asks_may_be_left_out_with_a_courtesy() {
        const ASKS: &[&str] = &[
            "who", "which", "when", "where", "how", "why", "nobody", "qui", "quel", "quelle",
            "combien", "pourquoi", "personne",
        ];
        let around = Around::new();
        for frame in around.openings.frames.iter().chain(&around.closings.frames) {
            let needed = frame.places.iter().filter(|place| !place.optional).count();
            assert!(needed > 0, "{frame:?} takes nothing off");
            let optional = frame.places.iter().filter(|place| place.optional);
            let asks = optional.flat_map(|place| &place.words).find(|word| ASKS.contains(word));
            assert_eq!(asks, None, "{frame:?}");
        }
    }
}
