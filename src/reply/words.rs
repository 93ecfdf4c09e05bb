//! The sentences of the bot: one Fluent file a language, found by key.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::figures::Figures;
use crate::facts::Lang;

/// The English sentences.
pub(super) const ENGLISH: &str = include_str!("en.ftl");
/// The French sentences.
pub(super) const FRENCH: &str = include_str!("fr.ftl");

/// A value put into a sentence.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// Text, as it is.
    Text(&'a str),
    /// A count, by which the sentence can choose its form.
    Count(usize),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

/// Every sentence in both languages, with the numbers and dates that go into them.
pub struct Words {
    english: Language,
    french: Language,
}

struct Language {
    bundle: FluentBundle<FluentResource>,
    figures: Figures,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Words")
    }
}

impl Default for Words {
    fn default() -> Self {
        Self::new()
    }
}

impl Words {
    /// Reads the sentences that the program carries.
    #[must_use]
    pub fn new() -> Self {
        Self { english: Language::new(Lang::En, ENGLISH), french: Language::new(Lang::Fr, FRENCH) }
    }

    fn language(&self, lang: Lang) -> &Language {
        match lang {
            Lang::En => &self.english,
            Lang::Fr => &self.french,
        }
    }

    pub(super) fn figures(&self, lang: Lang) -> &Figures {
        &self.language(lang).figures
    }

    /// A sentence. A key without one comes back as itself; a test makes sure that there is none.
    #[must_use]
    pub fn say(&self, lang: Lang, key: &str, arguments: &[(&str, Arg<'_>)]) -> String {
        let bundle = &self.language(lang).bundle;
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, lang = lang.code(), "a sentence is missing");
            return key.to_owned();
        };
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            let value = match value {
                Arg::Text(text) => FluentValue::from(*text),
                Arg::Count(count) => FluentValue::from(*count),
            };
            values.set(*name, value);
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        for error in errors {
            tracing::error!(key, lang = lang.code(), %error, "a sentence is faulty");
        }
        text
    }
}

impl Language {
    fn new(lang: Lang, source: &str) -> Self {
        // The two codes are well formed; should they not be, the plural rules are those of no language.
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Without this, marks of direction surround every value, and show in a terminal.
        bundle.set_use_isolating(false);
        let resource =
            FluentResource::try_new(source.to_owned()).unwrap_or_else(|(rest, errors)| {
                tracing::error!(?errors, lang = lang.code(), "sentences cannot be read");
                rest
            });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(?errors, lang = lang.code(), "sentences are given twice");
        }
        Self { bundle, figures: Figures::new(lang) }
    }
}
