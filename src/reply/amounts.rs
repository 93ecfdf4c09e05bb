//! Counts and shares as they stand in sentences.

use super::Writer;

/// A count as a sentence chooses its form by.
#[must_use]
pub fn count(amount: i64) -> usize {
    usize::try_from(amount).unwrap_or_default()
}

impl Writer<'_> {
    /// A whole number.
    #[must_use]
    pub fn whole(&self, amount: i64) -> String {
        // Nobody has more points than this holds exactly.
        self.figures().number(f64::from(i32::try_from(amount).unwrap_or(i32::MAX)))
    }

    /// Tenths as a number with one decimal at most.
    #[must_use]
    pub fn tenths(&self, amount: i64) -> String {
        self.figures().number(f64::from(i32::try_from(amount).unwrap_or(i32::MAX)) / 10.0)
    }

    /// Millionths in percent.
    #[must_use]
    pub fn percent(&self, millionths: i64) -> String {
        let number = self.tenths((millionths + 500) / 1_000);
        self.say("percent", &[("number", (&number).into())])
    }

    /// A share in percent; nothing of nothing is nothing.
    #[must_use]
    pub fn share(&self, part: i64, whole: i64) -> String {
        self.percent(part.saturating_mul(1_000_000).checked_div(whole).unwrap_or_default())
    }
}
