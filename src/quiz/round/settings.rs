//! What is agreed on before a round: how it is played, how much time there is.

use serde::{Deserialize, Serialize};

use crate::quiz::kinds::Format;
use crate::text::Lang;

/// How a round is played.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Everybody answers until the time is up; right answers score.
    #[default]
    Classic,
    /// The first right answer wins the question; everybody has one try.
    Race,
    /// Three mistakes and a player is out; the last one wins.
    Elimination,
    /// More time, and nothing for speed.
    Relaxed,
}

impl Mode {
    /// All modes.
    pub const ALL: [Self; 4] = [Self::Classic, Self::Race, Self::Elimination, Self::Relaxed];

    /// The name in options.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Classic => "classic",
            Self::Race => "race",
            Self::Elimination => "elimination",
            Self::Relaxed => "relaxed",
        }
    }
}

/// What is agreed on before a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// How it is played.
    pub mode: Mode,
    /// Whether fast answers score more (classic rounds only).
    pub speed_bonus: bool,
    /// How much time there is, in percent of the usual.
    pub pace: u32,
    /// The language of what everybody reads.
    pub lang: Lang,
    /// Whether what tells how the race ended is covered.
    #[serde(default)]
    pub covered: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            mode: Mode::Classic,
            speed_bonus: false,
            pace: 100,
            lang: Lang::default(),
            covered: false,
        }
    }
}

impl Settings {
    /// How many mistakes a player may make before they are out; 0 where nobody is.
    pub(super) fn lives(self) -> u32 {
        if self.mode == Mode::Elimination { super::LIVES } else { 0 }
    }

    /// The time for a question whose text has so many characters, in milliseconds: a base for thinking,
    /// some for reading, more where the answer takes work.
    #[must_use]
    pub fn time_for(&self, format: Format, characters: usize) -> i64 {
        const SHORTEST: i64 = 12_000;
        const LONGEST: i64 = 90_000;
        let reading = i64::try_from(characters).unwrap_or(i64::MAX / 64).saturating_mul(55);
        let work = match format {
            Format::Choice | Format::TrueOrFalse | Format::RumourOrFact => 0,
            Format::PickAll | Format::Number | Format::Typed => 8_000,
            Format::Order | Format::Match => 15_000,
        };
        let usual = (8_000 + reading + work).clamp(SHORTEST, LONGEST);
        let relaxed = if self.mode == Mode::Relaxed { 3 } else { 1 };
        let pace = i64::from(self.pace.clamp(50, 400));
        // Whole seconds, as they are shown.
        (usual * relaxed * pace / 100 + 999) / 1_000 * 1_000
    }
}
