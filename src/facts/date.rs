//! Dates that are no more precise than the article was.

use std::str::FromStr;

use jiff::civil::Date;

/// A date as an article gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartialDate {
    /// A year: `2022`.
    Year(i16),
    /// Half a year: `2023-H1`; the half is 1 or 2.
    Half(i16, i8),
    /// A month: `2022-07`.
    Month(i16, i8),
    /// A day: `2022-07-24`.
    Day(Date),
    /// A day of no given year, month and day: `--06-08`.
    Yearless(i8, i8),
}

/// A date that is none of the forms in [`PartialDate`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a date of the form 2022-07-24, 2022-07, 2022, 2023-H1 or --06-08")]
pub struct BadDate(String);

impl PartialDate {
    /// The first day that it can mean, by which it is put in order of time; none without a year.
    #[must_use]
    pub fn first_day(self) -> Option<Date> {
        match self {
            Self::Year(year) => Date::new(year, 1, 1).ok(),
            Self::Half(year, half) => Date::new(year, if half == 1 { 1 } else { 7 }, 1).ok(),
            Self::Month(year, month) => Date::new(year, month, 1).ok(),
            Self::Day(date) => Some(date),
            Self::Yearless(..) => None,
        }
    }

    /// The last day that it can mean; none without a year.
    #[must_use]
    pub fn last_day(self) -> Option<Date> {
        match self {
            Self::Year(year) => Date::new(year, 12, 31).ok(),
            Self::Half(year, half) => {
                Date::new(year, if half == 1 { 6 } else { 12 }, 1).ok().map(Date::last_of_month)
            }
            Self::Month(year, month) => Date::new(year, month, 1).ok().map(Date::last_of_month),
            Self::Day(date) => Some(date),
            Self::Yearless(..) => None,
        }
    }

    /// Whether one of the two dates says all that the other says ("2023" and "8 June 2023").
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        if let (Self::Yearless(month, day), Self::Day(date))
        | (Self::Day(date), Self::Yearless(month, day)) = (self, other)
        {
            return date.month() == month && date.day() == day;
        }
        match (self.first_day(), self.last_day(), other.first_day(), other.last_day()) {
            (Some(start), Some(end), Some(other_start), Some(other_end)) => {
                start <= other_end && other_start <= end
            }
            _ => self == other,
        }
    }
}

impl FromStr for PartialDate {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        read(text).ok_or_else(|| BadDate(text.to_owned()))
    }
}

fn read(text: &str) -> Option<PartialDate> {
    if let Some(day) = text.strip_prefix("--") {
        // 2000 was a leap year: every day of a year is one of its days.
        let date: Date = digits(day, &[2, 2]).then(|| format!("2000-{day}"))?.parse().ok()?;
        return Some(PartialDate::Yearless(date.month(), date.day()));
    }
    if let Some((year, half)) = text.split_once("-H") {
        let half = if digits(half, &[1]) { half.parse().ok()? } else { 0 };
        return (digits(year, &[4]) && (half == 1 || half == 2))
            .then(|| Some(PartialDate::Half(year.parse().ok()?, half)))?;
    }
    if digits(text, &[4]) {
        return text.parse().ok().map(PartialDate::Year);
    }
    if digits(text, &[4, 2]) {
        let date: Date = format!("{text}-01").parse().ok()?;
        return Some(PartialDate::Month(date.year(), date.month()));
    }
    if digits(text, &[4, 2, 2]) {
        return text.parse().ok().map(PartialDate::Day);
    }
    None
}

/// Whether a text is groups of digits of these lengths with hyphens between.
fn digits(text: &str, lengths: &[usize]) -> bool {
    let mut groups = text.split('-');
    lengths.iter().all(|&length| {
        groups.next().is_some_and(|group| {
            group.len() == length && group.bytes().all(|byte| byte.is_ascii_digit())
        })
    }) && groups.next().is_none()
}
