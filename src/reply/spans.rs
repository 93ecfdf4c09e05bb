//! Sentences with people, channels and times in them, which each platform draws in its own way.

use super::{Arg, Part, Writer};

/// The first of the characters that hold places for spans while a sentence is put together. They stand for
/// nothing in Unicode, and are gone when the sentence is done.
const FIRST_PLACE: u32 = 0xF_0000;

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Words.
    Text(String),
    /// Words that give away the result of a race.
    Spoiler(String),
    /// Somebody, by their id.
    Person(String),
    /// A channel, by its id.
    Channel(String),
    /// A time.
    Moment {
        /// In milliseconds since 1970.
        at: i64,
        /// In words, for platforms that do not print times by themselves.
        text: String,
    },
}

impl Writer<'_> {
    /// A sentence of the catalogue, of which some values are spans; several of them for one value are listed.
    #[must_use]
    pub fn spanned(
        &self,
        key: &str,
        values: &[(&str, Arg<'_>)],
        spans: &[(&str, Vec<Span>)],
    ) -> Part {
        let mut places = (FIRST_PLACE..).map_while(char::from_u32);
        let mut held: Vec<(char, &Span)> = Vec::new();
        let mut listed: Vec<(&str, String)> = Vec::new();
        for (name, spans) in spans {
            let marks = spans.iter().zip(&mut places).map(|(span, place)| {
                held.push((place, span));
                place.to_string()
            });
            listed.push((name, self.figures().list(&marks.collect::<Vec<_>>())));
        }
        let listed = listed.iter().map(|(name, list)| (*name, list.into()));
        let text = self.say(key, &values.iter().copied().chain(listed).collect::<Vec<_>>());
        let mut pieces = Vec::new();
        let mut words = String::new();
        for character in text.chars() {
            match held.iter().find(|(place, _)| *place == character) {
                Some((_, span)) => {
                    pieces.push(Span::Text(std::mem::take(&mut words)));
                    pieces.push((*span).clone());
                }
                None => words.push(character),
            }
        }
        pieces.push(Span::Text(words));
        pieces.retain(|piece| *piece != Span::Text(String::new()));
        Part::Line(pieces)
    }
}
