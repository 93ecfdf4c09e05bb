//! What a statement says to each word of a closed question: that it is so, nothing, the opposite, or that it is not said.

use super::demonyms::{agree, is_demonym};
use super::entailment::Closed;
use super::linked::{Linked, Word};
use super::said::speaks_of_year;
use super::wording::StatementWords;
use crate::facts::{Class, Entity, Statement, Status, Value};
use crate::text::number_words;

/// What a statement comes to, word by word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// It is said.
    So,
    /// It says nothing that counts.
    Nothing,
    /// The other side of the same moment is said.
    Opposite,
    /// It is not said.
    No,
}

impl Closed<'_, '_> {
    /// Whether a statement has to do with what is named.
    fn is_there(&self, one: &Statement, entity: &Entity) -> bool {
        let acts = matches!(
            entity.class,
            Class::Person | Class::Team | Class::Organisation | Class::Place | Class::Race
        );
        let in_words = !acts || matches!(one.value, Value::Text(_));
        one.entities().any(|id| id == entity.id) || in_words && self.words.speaks_of(one, entity)
    }

    /// Whether a name only says which series or race is meant. That a film is on some platform does not say that it is on that
    /// of the series, and who won one race may not have won that of another year.
    fn is_context(&self, one: &Statement, at: usize) -> bool {
        let Some(entity) = self.facts.file().entities.get(at) else { return false };
        let subject = self.facts.entity(&one.subject).map(|it| it.class);
        let of_the_series = one.subject == self.facts.series() || subject == Some(Class::Stage);
        let of_that_year = || year_of(entity).is_none_or(|year| speaks_of_year(one, year));
        entity.id == self.facts.series()
            || self.ambient.contains(&at)
                && (is_part_of_a_name(self.words, self.linked, at)
                    || entity.class == Class::Race && (of_the_series || of_that_year()))
    }

    pub fn names_a_race_of_a_year(&self) -> bool {
        let entities = &self.facts.file().entities;
        let of_a_year = |at: &usize| {
            entities.get(*at).is_some_and(|it| it.class == Class::Race && year_of(it).is_some())
        };
        self.linked.entities().iter().any(of_a_year)
    }

    pub fn says(&self, one: &Statement, word: &Word) -> Says {
        let so = |is_so: bool| if is_so { Says::So } else { Says::No };
        match word {
            Word::Entity(at) => {
                let entity = self.facts.file().entities.get(*at);
                let there =
                    entity.is_some_and(|it| self.is_there(one, it) || self.goes_with(one, it));
                if there || self.is_context(one, *at) { Says::Nothing } else { Says::No }
            }
            Word::Number(number) => {
                let amount = match &one.value {
                    Value::Quantity(quantity) => Some(quantity.amount),
                    _ => None,
                };
                let same = amount.is_some_and(|amount| (amount - number).abs() < f64::EPSILON);
                so(same
                    || number_words(*number).iter().any(|word| self.words.claims(&one.id, word)))
            }
            Word::Year(year) => {
                if speaks_of_year(one, *year) {
                    Says::Nothing
                } else {
                    Says::No
                }
            }
            Word::Stranger(_) => Says::No,
            // "Is that the Formula 1 one?"
            Word::Plain(word) if word == "one" && self.words.claims(&one.id, "about") => Says::So,
            Word::Plain(word) => self.says_plain(one, word),
        }
    }

    pub fn says_plain(&self, one: &Statement, word: &str) -> Says {
        let claims = |word: &str| self.words.claims(&one.id, word);
        let attributed = one.according_to.is_some() || one.status == Status::Opinion;
        if NOTHING.contains(&word) || attributed && self.words.means(word, "say") {
            return Says::Nothing;
        }
        if let Some((side, _)) = SIDES.iter().find(|(_, words)| words.contains(&word)) {
            let claimed = |wanted: i8| {
                let mut words = SIDES.iter().filter(|(side, _)| *side == wanted);
                words.any(|(_, words)| words.iter().any(|word| claims(word)))
            };
            return match (claimed(*side), claimed(-side)) {
                (true, false) => Says::So,
                (false, true) => Says::Opposite,
                _ => Says::No,
            };
        }
        // "About movistar", "sur movistar", and in French "on" is who does it.
        if matches!(word, "sur" | "on") {
            let on = ["about", "on", "sur", "consacre"];
            let not = if word == "on" { Says::Nothing } else { Says::No };
            return if on.iter().any(|word| claims(word)) { Says::So } else { not };
        }
        // The last but one is not the last.
        if LAST.contains(&word) && claims("penultimate") {
            return Says::Opposite;
        }
        if let Value::Text(text) = &one.value
            && let Some(agrees) = agree(std::iter::once(word), &text.en)
        {
            return if agrees { Says::So } else { Says::Opposite };
        }
        // "French" is not said by "Tour de France".
        if EXACT.contains(&word) {
            return if claims(word) { Says::So } else { Says::No };
        }
        if is_demonym(word) {
            let so = claims(word) || self.words.claims_the_meaning(&one.id, word);
            return if so { Says::So } else { Says::No };
        }
        let alike = ALIKE.iter().filter(|(asked, _)| *asked == word).map(|(_, said)| *said);
        let mut all = std::iter::once(word).chain(alike);
        if all.any(|word| self.words.claims_as_much(&one.id, word)) { Says::So } else { Says::No }
    }
}

/// Whether a name stands beside a word for a series, and only says which one is meant: "the Netflix series".
pub(super) fn is_part_of_a_name(words: &StatementWords, linked: &Linked, entity: usize) -> bool {
    let all = &linked.words;
    let is_series = |at: Option<usize>| match at.and_then(|at| all.get(at)) {
        Some(Word::Plain(word)) => words.means(word, "series"),
        _ => false,
    };
    all.iter().enumerate().any(|(at, word)| {
        *word == Word::Entity(entity) && (is_series(at.checked_sub(1)) || is_series(Some(at + 1)))
    })
}

/// The year that something is called by: "the 2022 race".
pub(super) fn year_of(entity: &Entity) -> Option<i16> {
    let mut numbers = entity.label.en.split(|one: char| !one.is_ascii_digit());
    numbers.find(|part| part.len() == 4).and_then(|part| part.parse().ok())
}

/// Words for the two sides of a moment.
pub(super) const SIDES: &[(i8, &[&str])] = &[(-1, &["before", "avant"]), (1, &["after", "apres"])];

/// Words that say that something is not so.
pub(super) const NEGATIONS: &[&str] = &[
    "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot",
    "isnt", "wasnt", "arent", "werent", "didnt", "doesnt", "dont", "hasnt", "havent", "hadnt",
    "wont", "pas", "jamais", "aucun", "aucune", "personne", "rien", "sans", "ni", "non", "except",
    "sauf", "didn", "isn", "wasn", "aren", "weren", "doesn", "don", "hasn", "haven", "hadn",
    "couldn",
];

/// Words that a statement must say itself: others that mean about the same do not say as much.
const EXACT: &[&str] = &[
    "last", "final", "finale", "dernier", "derniere", "derniers", "dernieres", "all", "every",
    "each", "both", "tous", "toutes", "tout", "toute", "chaque", "most", "half", "moitie",
    "always", "toujours", "still", "encore", "already", "deja", "again", "once", "twice", "ever",
    "direct", "directs", "directed", "director", "actors", "acteurs", "realisateur", "first",
    "second", "third", "next", "premier", "premiere", "deuxieme", "troisieme", "same", "meme",
    "free", "gratuit", "live",
];

/// Words with what may be said for them.
const ALIKE: &[(&str, &str)] = &[
    ("doc", "film"),
    ("docu", "film"),
    ("documentary", "film"),
    ("documentaire", "film"),
    ("font", "fait"),
    ("inside", "in"),
    ("interieur", "dans"),
    ("parti", "elancer"),
    ("part", "elancer"),
    ("partait", "elancer"),
    ("involved", "part"),
    ("faisait", "fait"),
    ("faisaient", "fait"),
];

/// Those of them that are not said of the last but one.
const LAST: &[&str] = &["last", "final", "finale", "dernier", "derniere", "derniers", "dernieres"];

/// Words that say nothing that a statement would have to say as well.
pub(super) const NOTHING: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "being", "did", "does", "do", "done", "has", "have",
    "had", "will", "would", "should", "it", "its", "s", "they", "them", "their", "he", "him",
    "his", "she", "her", "that", "this", "these", "those", "there", "here", "the", "a", "an", "of",
    "in", "on", "at", "to", "for", "from", "by", "with", "and", "so", "then", "also", "too", "as",
    "really", "actually", "right", "correct", "true", "ok", "okay", "hey", "hi", "hello", "please",
    "pls", "i", "we", "us", "some", "any", "est", "c", "ce", "ca", "sont", "etait", "etaient", "a",
    "ont", "avait", "avaient", "sera", "seront", "aura", "auront", "il", "elle", "ils", "elles",
    "y", "le", "la", "les", "l", "un", "une", "des", "de", "du", "d", "en", "au", "aux", "dans",
    "par", "pour", "avec", "chez", "et", "donc", "alors", "aussi", "bien", "vraiment", "hein",
    "qu", "que", "t", "se", "sa", "son", "ses", "leur", "leurs", "cette", "ces", "cet", "n", "lui",
    "svp", "stp", "salut", "bonjour", "dis", "faire", "cest", "vrai", "year", "annee", "one",
    "ones", "aswell", "get", "gets", "see", "seen", "voit", "voir", "vois", "show", "shows",
    "showing", "shown", "montre", "montrent", "meant", "supposed", "planned", "planning", "due",
    "going", "gonna", "w", "devait", "devaient", "va", "vont", "allait", "who", "qui",
];
