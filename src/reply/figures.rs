//! Numbers, dates and lists as each language prints them.

use icu_calendar::{Date as IcuDate, Iso};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{MD, YM, YMD};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::{Locale, locale};
use jiff::civil::Date;

use crate::facts::{Lang, PartialDate};
use crate::text::{fold, tokens};

/// The printers of one language. Where the library has no data, plain digits are printed.
pub struct Figures {
    lang: Lang,
    decimal: Option<DecimalFormatter>,
    and: Option<ListFormatter>,
    or: Option<ListFormatter>,
    /// The months, folded, January first.
    months: Vec<String>,
    day: Option<DateTimeFormatter<YMD>>,
    month: Option<DateTimeFormatter<YM>>,
    yearless: Option<DateTimeFormatter<MD>>,
}

impl std::fmt::Debug for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Figures({:?})", self.lang)
    }
}

impl Figures {
    pub(super) fn new(lang: Lang) -> Self {
        let locale: Locale = match lang {
            Lang::En => locale!("en-GB"),
            Lang::Fr => locale!("fr-FR"),
        };
        let wide = ListFormatterOptions::default().with_length(ListLength::Wide);
        Self {
            lang,
            decimal: DecimalFormatter::try_new(
                (&locale).into(),
                DecimalFormatterOptions::default(),
            )
            .ok(),
            and: ListFormatter::try_new_and((&locale).into(), wide).ok(),
            or: ListFormatter::try_new_or((&locale).into(), wide).ok(),
            months: months(&locale),
            day: DateTimeFormatter::try_new((&locale).into(), YMD::long()).ok(),
            month: DateTimeFormatter::try_new((&locale).into(), YM::long()).ok(),
            yearless: DateTimeFormatter::try_new((&locale).into(), MD::long()).ok(),
        }
    }

    /// A whole or decimal number with the separators of the language.
    #[must_use]
    pub fn number(&self, amount: f64) -> String {
        // The shortest digits that give the number back; the library has no way from f64 without more
        // dependencies.
        let plain = amount.to_string();
        match (&self.decimal, plain.parse::<Decimal>()) {
            (Some(formatter), Ok(decimal)) => formatter.format(&decimal).to_string(),
            _ => plain,
        }
    }

    /// A whole number from two to ten in words, as it stands in a sentence.
    #[must_use]
    pub fn count_in_words(&self, amount: f64) -> Option<String> {
        let words = match self.lang {
            Lang::En => ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
            Lang::Fr => ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"],
        };
        let found = (2_u8..)
            .zip(words)
            .find(|(number, _)| (f64::from(*number) - amount).abs() < f64::EPSILON);
        found.map(|(_, word)| word.to_owned())
    }

    /// "A, B and C".
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        match &self.and {
            Some(formatter) => formatter.format(items.iter()).to_string(),
            None => items.join(", "),
        }
    }

    /// "A, B or C".
    #[must_use]
    pub fn either(&self, items: &[String]) -> String {
        match &self.or {
            Some(formatter) => formatter.format(items.iter()).to_string(),
            None => items.join(", "),
        }
    }

    /// A day as people type it: `2022-03-15`, `15/03/2022`, "15 March 2022", "1er juillet 2022"; of a
    /// month or a year, its last day.
    #[must_use]
    pub fn read_day(&self, typed: &str) -> Option<Date> {
        if let Ok(date) = typed.trim().parse::<PartialDate>() {
            return date.last_day();
        }
        let folded = fold(typed);
        let words: Vec<&str> = tokens(&folded).collect();
        let month_of = |word: &str| {
            word.parse().ok().or_else(|| {
                let fits = |month: &String| word.len() > 2 && month.starts_with(word);
                self.months.iter().position(fits).and_then(|at| i8::try_from(at + 1).ok())
            })
        };
        let day_of = |word: &str| {
            word.trim_end_matches(|letter: char| letter.is_alphabetic()).parse::<i8>().ok()
        };
        match words.as_slice() {
            [day, month, year] if year.len() == 4 => {
                let (day, month) = match day_of(day).zip(month_of(month)) {
                    Some(pair) => pair,
                    // "March 15, 2022"
                    None => day_of(month).zip(month_of(day))?,
                };
                Date::new(year.parse().ok()?, month, day).ok()
            }
            [month, year] if year.len() == 4 => {
                Date::new(year.parse().ok()?, month_of(month)?, 1).ok().map(Date::last_of_month)
            }
            _ => None,
        }
    }

    /// A date as precise as it is known.
    #[must_use]
    pub fn date(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Year(year) => year.to_string(),
            PartialDate::Half(year, half) => match (self.lang, half) {
                (Lang::En, 1) => format!("first half of {year}"),
                (Lang::En, _) => format!("second half of {year}"),
                (Lang::Fr, 1) => format!("premier semestre {year}"),
                (Lang::Fr, _) => format!("second semestre {year}"),
            },
            PartialDate::Month(year, month) => match (&self.month, iso(year, month, 1)) {
                (Some(formatter), Some(date)) => formatter.format(&date).to_string(),
                _ => format!("{year}-{month:02}"),
            },
            PartialDate::Day(day) => self.day(day),
            PartialDate::Yearless(month, day) => match (&self.yearless, iso(2000, month, day)) {
                (Some(formatter), Some(date)) => {
                    self.first(day, &formatter.format(&date).to_string())
                }
                _ => format!("{day}/{month}"),
            },
        }
    }

    /// A day.
    #[must_use]
    pub fn day(&self, day: Date) -> String {
        match (&self.day, iso(day.year(), day.month(), day.day())) {
            (Some(formatter), Some(date)) => {
                self.first(day.day(), &formatter.format(&date).to_string())
            }
            _ => day.to_string(),
        }
    }

    /// French says "1er" where the library prints "1".
    fn first(&self, day: i8, printed: &str) -> String {
        match printed.strip_prefix("1 ") {
            Some(rest) if self.lang == Lang::Fr && day == 1 => format!("1er {rest}"),
            _ => printed.to_owned(),
        }
    }
}

/// The names of the months, folded: each is what a month of some year has besides the year.
fn months(locale: &Locale) -> Vec<String> {
    let Ok(formatter) = DateTimeFormatter::try_new(locale.into(), YM::long()) else {
        return Vec::new();
    };
    (1..=12)
        .filter_map(|month| iso(2022, month, 1))
        .map(|date| fold(&formatter.format(&date).to_string().replace("2022", "")))
        .collect()
}

fn iso(year: i16, month: i8, day: i8) -> Option<IcuDate<Iso>> {
    IcuDate::try_new_iso(year.into(), month.try_into().ok()?, day.try_into().ok()?).ok()
}
