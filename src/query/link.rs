//! Linking: which entities, numbers and years a question names, and what is left when they are taken out.

use rustc_hash::FxHashMap;

use rapidfuzz::distance::osa;

use super::cues::{MONTHS, is_among};
use super::editions::Editions;
use super::linked::{Linked, Word};
use super::spell::Letters;
use super::strangers::Strangers;
use super::talk::is_filler;
use crate::facts::{Class, Facts};
use crate::text::number;
use crate::text::{fold, tokens};

/// How many words that nothing knows are compared with names; a question with more is noise.
const MOST_UNKNOWN: usize = 8;

/// How many words a name has at most that is known with a slip.
const MOST_NAMED: usize = 4;

/// How many words of a question are looked at by the speller.
const MOST_WORDS: usize = 40;

/// How many letters a name has at least that is known with an s at its end.
const SHORTEST_WITH_S: usize = 5;

/// Knows the names of all entities.
#[derive(Debug)]
pub struct Linker {
    /// Names by their first word, longest first: the words of the name, the entity.
    by_first: FxHashMap<String, Vec<(Vec<String>, usize)>>,
    /// Names long enough to be known with a slip, by the number of their words, with their letters and their entities.
    long: [Vec<(String, Letters, usize)>; MOST_NAMED],
    /// The class and the id of each entity.
    entities: Vec<(Class, String)>,
    strangers: Strangers,
    editions: Editions,
}

impl Linker {
    /// Reads the names of a fact set.
    #[must_use]
    pub fn new(facts: &Facts) -> Self {
        let mut by_first: FxHashMap<String, Vec<(Vec<String>, usize)>> = FxHashMap::default();
        let mut long: [Vec<(String, Letters, usize)>; MOST_NAMED] = Default::default();
        for (index, entity) in facts.file().entities.iter().enumerate() {
            for name in entity.names() {
                let folded = fold(name);
                let words: Vec<String> = tokens(&folded).map(str::to_owned).collect();
                let Some(first) = words.first().cloned() else { continue };
                if folded.chars().count() >= 5
                    && let Some(long) = long.get_mut(words.len() - 1)
                {
                    let letters = Letters::of(&folded);
                    long.push((folded, letters, index));
                }
                // "Somebodys team", as it is typed in a hurry.
                if let [only] = words.as_slice()
                    && only.len() >= SHORTEST_WITH_S
                    && matches!(entity.class, Class::Person | Class::Team | Class::Organisation)
                    && !only.ends_with('s')
                {
                    let with_s = format!("{only}s");
                    by_first.entry(with_s.clone()).or_default().push((vec![with_s], index));
                }
                by_first.entry(first).or_default().push((words, index));
            }
        }
        for names in by_first.values_mut() {
            names.sort_by_key(|(words, index)| (std::cmp::Reverse(words.len()), *index));
        }
        let entities =
            facts.file().entities.iter().map(|entity| (entity.class, entity.id.clone())).collect();
        let strangers = Strangers::new(&by_first);
        Self { by_first, long, entities, strangers, editions: Editions::new(facts) }
    }

    /// The class and the id of an entity.
    #[must_use]
    pub fn entity(&self, entity: usize) -> Option<(Class, &str)> {
        self.entities.get(entity).map(|(class, id)| (*class, id.as_str()))
    }

    /// Links a folded question. A word that `known` does not know is handed to `spell` first; if that does
    /// not know it either, it may be a misspelt name.
    #[must_use]
    pub fn link(
        &self,
        folded: &str,
        known: impl Fn(&str) -> bool,
        spell: impl Fn(&str) -> Option<String>,
    ) -> Linked {
        let raw: Vec<&str> = tokens(folded).collect();
        let (mut mended, mut mended_any) = (Vec::with_capacity(raw.len()), false);
        // A word is not mended where it is part of a name as it stands.
        let (mut named, mut unknown) = (0, 0);
        for (at, word) in raw.iter().copied().enumerate() {
            let rest = raw.get(at..).unwrap_or_default();
            if let Some((length, _)) = self.exact(rest) {
                named = named.max(at + length);
            }
            let doubtful = at < MOST_WORDS
                && at >= named
                && word.len() >= 3
                && !known(word)
                && !is_number(word)
                && !self.strangers.begin_with(word);
            unknown += usize::from(doubtful);
            if doubtful
                && unknown <= MOST_UNKNOWN
                && let Some((length, _)) = self.misspelt(rest).filter(|(length, _)| *length > 1)
            {
                named = at + length;
                mended.push(word.to_owned());
                continue;
            }
            if doubtful && let Some((before, rest)) = elided(word, &known) {
                mended.extend([before.to_owned(), rest.to_owned()]);
                mended_any = true;
                continue;
            }
            let other = doubtful.then(|| spell(word)).flatten();
            mended_any |= other.is_some();
            mended.push(other.unwrap_or_else(|| word.to_owned()));
        }
        let words: Vec<&str> = mended.iter().map(String::as_str).collect();
        let mut linked = Linked { words: Vec::new(), mended: mended_any.then(|| mended.join(" ")) };
        let (mut at, mut unknown) = (0, 0);
        while let Some(word) = words.get(at) {
            let rest = words.get(at..).unwrap_or_default();
            // "le Tour de France 2022" is the name after the article, not "le Tour de France" and a year.
            let after = rest.get(1..).unwrap_or_default();
            let after = self
                .exact(after)
                .map(|(length, _)| length)
                .max(self.strangers.find(after).map(|(length, _)| length))
                .unwrap_or_default();
            let longer_after = |length: usize| is_article(word) && after + 1 > length;
            // "The tour of another country" is that name, not "the tour" and a country.
            let stranger = self.strangers.find(rest);
            let longer_strange = |length: usize| stranger.is_some_and(|(other, _)| other > length);
            if let Some((length, entity)) = self
                .exact(rest)
                .filter(|(length, _)| !longer_after(*length) && !longer_strange(*length))
            {
                linked.words.push(Word::Entity(entity));
                at += length;
                continue;
            }
            if let Some((length, class)) = stranger {
                linked.words.push(Word::Stranger(class));
                at += length;
                continue;
            }
            let before = at.checked_sub(1).and_then(|before| words.get(before));
            let after = words.get(at + 1);
            let short = || short_year(word, before.copied(), after.copied());
            let year = year(word).or_else(short).map(Word::Year);
            if let Some(one) = year.or_else(|| number(word).map(Word::Number)) {
                linked.words.push(one);
                at += 1;
                continue;
            }
            let mut slip = self.with_a_slip_later(rest, &known);
            if slip.is_none() && !known(word) && word.len() >= 3 && unknown < MOST_UNKNOWN {
                unknown += 1;
                slip = self.misspelt(rest);
            }
            if let Some((length, entity)) = slip {
                linked.words.push(Word::Entity(entity));
                at += length;
                continue;
            }
            linked.words.push(Word::Plain((*word).to_owned()));
            at += 1;
        }
        self.editions.name(&mut linked.words);
        linked
    }

    fn exact(&self, words: &[&str]) -> Option<(usize, usize)> {
        let names = self.by_first.get(*words.first()?)?;
        names
            .iter()
            .find(|(name, _)| {
                words.len() >= name.len()
                    && name.iter().zip(words).all(|(a, b)| a == b)
                    && !counts(name, words.get(name.len()))
            })
            .map(|(name, index)| (name.len(), *index))
    }

    /// The name of several words that begins like these and has one slip in one of the others, which may be a word by
    /// itself: "time trail". Short words and numbers are never slips of one another, and "the final" is none of
    /// "the finale": enough of the name must be there.
    fn with_a_slip_later(
        &self,
        words: &[&str],
        known: impl Fn(&str) -> bool,
    ) -> Option<(usize, usize)> {
        const SHORTEST: usize = 3;
        const THERE: usize = 4;
        let slip = osa::Args::default().score_cutoff(1);
        let names = self.by_first.get(*words.first()?)?;
        let near = |name: &[String]| {
            let said = words.get(..name.len())?;
            let mut other = name.iter().zip(said).filter(|(one, other)| one != *other);
            let (one, typed) = other.next()?;
            let same = name.iter().zip(said).filter(|(one, other)| one == *other);
            let there: usize =
                same.filter(|(one, _)| !is_filler(one)).map(|(one, _)| one.len()).sum();
            let sound = other.next().is_none()
                && there >= THERE
                && one.len() >= SHORTEST
                && typed.len() >= SHORTEST
                && !is_number(typed)
                && (!known(typed) || is_misplaced(one, typed));
            let distance = || osa::distance_with_args(one.chars(), typed.chars(), &slip);
            sound.then(distance).flatten()
        };
        let (name, entity) = names.iter().find(|(name, _)| near(name).is_some())?;
        Some((name.len(), *entity))
    }

    /// The nearest name of one to four words that differs by no more slips than its length excuses. If
    /// two entities are as near, it is neither.
    fn misspelt(&self, words: &[&str]) -> Option<(usize, usize)> {
        let mut best: Option<(usize, usize, usize)> = None;
        let mut tie = false;
        for count in (1..=words.len().min(MOST_NAMED)).rev() {
            let long = self.long.get(count - 1)?;
            let window = words.get(..count)?.join(" ");
            let letters = window.chars().count();
            let allowed = if letters < 5 {
                0
            } else if letters < 8 {
                1
            } else {
                2
            };
            if allowed == 0 {
                continue;
            }
            let (typed, cutoff) =
                (Letters::of(&window), osa::Args::default().score_cutoff(allowed));
            for (name, letters, entity) in long {
                if !typed.may_become(*letters, allowed) {
                    continue;
                }
                let distance = osa::distance_with_args(window.chars(), name.chars(), &cutoff);
                let Some(distance) = distance else { continue };
                match best {
                    Some((before, _, other)) if before == distance => tie |= other != *entity,
                    Some((before, ..)) if before < distance => {}
                    _ => (best, tie) = (Some((distance, count, *entity)), false),
                }
            }
            if best.is_some() {
                break;
            }
        }
        best.filter(|_| !tie).map(|(_, count, entity)| (count, entity))
    }
}

/// A French word with the one that was elided before it, typed without the apostrophe: "dun", "lequipe".
fn elided<'w>(word: &'w str, known: &impl Fn(&str) -> bool) -> Option<(&'w str, &'w str)> {
    ["qu", "l", "d", "c", "j", "m", "n", "s", "t"].into_iter().find_map(|before| {
        let rest = word.strip_prefix(before)?;
        let opens = rest.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h']);
        let (before, _) = word.split_at(before.len());
        // Nothing but these is elided before "il": the Nile is a river.
        let fits = !matches!(rest, "il" | "ils") || matches!(before, "qu" | "s" | "l" | "t");
        (rest.len() >= 2 && opens && fits && known(rest)).then_some((before, rest))
    })
}

/// Whether a word that may be one by itself is rather another of which letters changed places or one was left out; another
/// letter in the place of one is a word of its own.
fn is_misplaced(meant: &str, typed: &str) -> bool {
    const SHORTEST: usize = 4;
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let left_out = typed.len() < meant.len()
        && meant.len() >= SHORTEST
        && meant.chars().next() == typed.chars().next();
    left_out || letters(meant) == letters(typed)
}

/// Whether the last word of a name counts what comes next instead: "is that team one of them".
fn counts(name: &[String], next: Option<&&str>) -> bool {
    let last = name.last().map(String::as_str);
    matches!(last, Some("one" | "ones")) && next == Some(&"of")
}

fn is_article(word: &str) -> bool {
    ["the", "le", "la", "les", "l", "this", "that", "ce", "cette", "un", "une", "a"].contains(&word)
}

fn is_number(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

/// A year that a docuseries can speak of; what is far off is rather a number.
fn year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|year| (1900..=2050).contains(year) && word.len() == 4)
}

/// The year of two digits that stands after "in": "in 22", but not "in 22 days".
fn short_year(word: &str, before: Option<&str>, after: Option<&str>) -> Option<i16> {
    const COUNTED: &str = "minutes minute min mins hours hour h km days day jours jour episodes episode \
        heures heure countries pays stages etapes teams equipes weeks semaines months mois years ans \
        languages langues races courses cities villes territories";
    let of_years = matches!(before, Some("in" | "en"));
    if !of_years || word.len() != 2 {
        return None;
    }
    let is_month = |word: &str| MONTHS.iter().flatten().any(|month| *month == word);
    let counts = after.is_some_and(|after| is_among(COUNTED, after) || is_month(after));
    let year = word.parse::<i16>().ok().filter(|year| (20..30).contains(year))?;
    (!counts).then_some(2000 + year)
}
