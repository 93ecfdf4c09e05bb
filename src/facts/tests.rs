//! Partial dates: their forms, their order, their overlaps.

use super::PartialDate;
use proptest::prelude::*;

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

#[test]
fn each_form_covers_the_days_it_can_mean() {
    for (text, first, last) in [
        ("2023-06-08", "2023-06-08", "2023-06-08"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("2023-H1", "2023-01-01", "2023-06-30"),
        ("2023-H2", "2023-07-01", "2023-12-31"),
    ] {
        assert_eq!(date(text).first_day().unwrap().to_string(), first);
        assert_eq!(date(text).last_day().unwrap().to_string(), last);
    }
    assert_eq!(date("--06-08").first_day(), None);
}

#[test]
fn what_is_no_date_is_refused() {
    for text in
        ["", "2022-13", "2022-02-30", "2023-H3", "8 June", "--13-01", "22", "2022-6-8", "-2022"]
    {
        assert!(text.parse::<PartialDate>().is_err(), "{text}");
    }
}

#[test]
fn dates_overlap_when_one_day_can_be_both() {
    for (left, right, overlap) in [
        ("2023", "2023-06-08", true),
        ("2023-H1", "2023-06-08", true),
        ("2023-H2", "2023-06-08", false),
        ("--06-08", "2023-06-08", true),
        ("--06-08", "2023-06-09", false),
        ("2022", "2023", false),
    ] {
        assert_eq!(date(left).overlaps(date(right)), overlap, "{left} {right}");
        assert_eq!(date(right).overlaps(date(left)), overlap, "{right} {left}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in ".{0,20}") {
        if let Ok(date) = text.parse::<PartialDate>() {
            prop_assert!(date.overlaps(date));
        }
    }
}
