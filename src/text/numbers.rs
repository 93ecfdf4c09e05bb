//! Numbers as people type them: digits, or words of either language.

/// Number words of both languages, folded. "un", "une" and "one" are left out: they are articles and
/// pronouns far more often than numbers.
const WORDS: &[(&str, f64)] = &[
    ("two", 2.0),
    ("deux", 2.0),
    ("three", 3.0),
    ("trois", 3.0),
    ("four", 4.0),
    ("quatre", 4.0),
    ("five", 5.0),
    ("cinq", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("sept", 7.0),
    ("eight", 8.0),
    ("huit", 8.0),
    ("nine", 9.0),
    ("neuf", 9.0),
    ("ten", 10.0),
    ("dix", 10.0),
    ("eleven", 11.0),
    ("onze", 11.0),
    ("twelve", 12.0),
    ("douze", 12.0),
    ("fifteen", 15.0),
    ("quinze", 15.0),
    ("twenty", 20.0),
    ("vingt", 20.0),
    ("thirty", 30.0),
    ("trente", 30.0),
    ("forty", 40.0),
    ("quarante", 40.0),
    ("fifty", 50.0),
    ("cinquante", 50.0),
    ("sixty", 60.0),
    ("soixante", 60.0),
    ("hundred", 100.0),
    ("cent", 100.0),
];

/// The number that a folded word is: digits, digits with a short unit stuck to them (`45min`, `2h`), or
/// a number word.
#[must_use]
pub fn number(word: &str) -> Option<f64> {
    if let Some((_, value)) = WORDS.iter().find(|(name, _)| *name == word) {
        return Some(*value);
    }
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (value, unit) = word.split_at_checked(digits)?;
    let stuck = matches!(unit, "" | "min" | "mn" | "m" | "h" | "km" | "mi" | "ep" | "eps");
    value.parse().ok().filter(|_| stuck)
}

/// The ways to write a small whole number: digits, and words of both languages.
#[must_use]
pub fn number_words(amount: f64) -> Vec<String> {
    let words = WORDS.iter().filter(|(_, value)| (value - amount).abs() < f64::EPSILON);
    std::iter::once(amount.to_string()).chain(words.map(|(word, _)| (*word).to_owned())).collect()
}
