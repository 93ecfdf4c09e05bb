//! Plain text in two languages: folding, tokens, and how far apart two words are.

mod fold;
mod names;
mod numbers;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use fold::{Folded, elides, fold, tokens};
pub use names::{closest, one_typo_or_less, slips};
pub use numbers::{number, number_words};

/// A language that the bot speaks.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Deserialize,
    Serialize,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// The two-letter code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }
}

impl std::str::FromStr for Lang {
    type Err = UnknownLang;

    /// Reads a language code; a region after it (`fr-CA`, `en_US`) is passed over.
    fn from_str(code: &str) -> Result<Self, UnknownLang> {
        let language = code.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(language))
            .ok_or_else(|| UnknownLang(code.to_owned()))
    }
}

/// A language code that the bot does not speak.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a language of this bot; it speaks en and fr")]
pub struct UnknownLang(String);

#[cfg(test)]
mod tests;
