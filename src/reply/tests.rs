//! Numbers, dates and lists as each language prints them.

use super::{Figures, letter, shortened};
use crate::facts::Lang;

#[test]
fn numbers_have_the_separators_of_their_language() {
    assert_eq!(Figures::new(Lang::En).number(2068.0), "2,068");
    assert_eq!(Figures::new(Lang::Fr).number(2068.0), "2\u{202f}068");
    assert_eq!(Figures::new(Lang::Fr).number(19.5), "19,5");
    assert_eq!(Figures::new(Lang::En).number(8.0), "8");
}

#[test]
fn dates_are_as_precise_as_they_are_known() {
    let (english, french) = (Figures::new(Lang::En), Figures::new(Lang::Fr));
    for (date, en, fr) in [
        ("2023-06-08", "8 June 2023", "8 juin 2023"),
        ("2022-07-01", "1 July 2022", "1er juillet 2022"),
        ("--06-08", "8 June", "8 juin"),
        ("--02-01", "1 February", "1er février"),
        ("2022-03", "March 2022", "mars 2022"),
        ("2023-H1", "first half of 2023", "premier semestre 2023"),
        ("2020", "2020", "2020"),
    ] {
        let date = date.parse().unwrap();
        assert_eq!(english.date(date), en);
        assert_eq!(french.date(date), fr);
    }
}

#[test]
fn lists_end_with_and_or_or() {
    let items = ["A", "B", "C"].map(str::to_owned);
    assert_eq!(Figures::new(Lang::En).list(&items), "A, B and C");
    assert_eq!(Figures::new(Lang::Fr).list(&items), "A, B et C");
    assert_eq!(Figures::new(Lang::En).either(&items), "A, B or C");
    assert_eq!(Figures::new(Lang::Fr).either(&items), "A, B ou C");
}

#[test]
fn options_have_letters_and_long_input_is_cut() {
    assert_eq!((letter(0), letter(3)), ("A".to_owned(), "D".to_owned()));
    assert_eq!(shortened(&"é".repeat(70)).chars().count(), 61);
    assert_eq!(shortened("a\u{1b}[31mb"), "a[31mb");
}
