//! Periods of boards and their keys. Days, weeks (from Monday) and months are those of UTC.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A day in milliseconds.
pub(super) const DAY: i64 = 86_400_000;

/// What a board adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// The day in UTC.
    Today,
    /// The week from Monday, in UTC.
    Week,
    /// The month in UTC.
    Month,
    /// Everything.
    AllTime,
}

impl Period {
    /// All of them, the shortest first.
    pub const ALL: [Self; 4] = [Self::Today, Self::Week, Self::Month, Self::AllTime];

    /// The key of the period that a time lies in.
    pub(super) fn key(self, at: i64) -> String {
        let day = day(at);
        match self {
            Self::Today => day_key(day),
            // The first of January 1970 was a Thursday.
            Self::Week => format!("w{}", (day + 3).div_euclid(7)),
            Self::Month => {
                let date = Timestamp::from_millisecond(at)
                    .unwrap_or_default()
                    .to_zoned(TimeZone::UTC)
                    .date();
                format!("m{}-{:02}", date.year(), date.month())
            }
            Self::AllTime => "a".to_owned(),
        }
    }

    /// When the period begins that a time lies in.
    pub(super) fn begin(self, at: i64) -> i64 {
        let day = day(at);
        match self {
            Self::Today => day * DAY,
            Self::Week => (day - (day + 3).rem_euclid(7)) * DAY,
            Self::Month => {
                let today = Timestamp::from_millisecond(at).unwrap_or_default();
                let today = today.to_zoned(TimeZone::UTC).date();
                (day + 1 - i64::from(today.day())) * DAY
            }
            Self::AllTime => i64::MIN,
        }
    }
}

/// The day that a time lies in, in days since 1970.
pub(super) fn day(at: i64) -> i64 {
    at.div_euclid(DAY)
}

/// The key of a day.
pub(super) fn day_key(day: i64) -> String {
    format!("d{day}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(time: &str) -> [String; 4] {
        let at = time.parse::<Timestamp>().unwrap().as_millisecond();
        Period::ALL.map(|period| period.key(at))
    }

    #[test]
    fn weeks_begin_on_monday_and_all_ends_at_midnight() {
        let sunday = keys("2026-11-29T23:59:59.999Z");
        let monday = keys("2026-11-30T00:00:00Z");
        let tuesday = keys("2026-12-01T00:00:00Z");
        assert_ne!(sunday[0], monday[0]);
        assert_ne!(sunday[1], monday[1]);
        assert_eq!(monday[1], tuesday[1]);
        assert_eq!(sunday[2], "m2026-11");
        assert_eq!(monday[2], "m2026-11");
        assert_eq!(tuesday[2], "m2026-12");
        assert_eq!(sunday[3], tuesday[3]);
        assert_eq!(keys("1969-12-31T23:59:59Z")[0], "d-1");
    }

    #[test]
    fn a_period_begins_with_its_first_millisecond() {
        for time in ["2026-11-29T23:59:59.999Z", "2026-11-30T00:00:00Z", "2026-12-01T12:00:00Z"] {
            let at = time.parse::<Timestamp>().unwrap().as_millisecond();
            for period in [Period::Today, Period::Week, Period::Month] {
                let begin = period.begin(at);
                assert_eq!(period.key(begin), period.key(at), "{time}");
                assert_ne!(period.key(begin - 1), period.key(at), "{time}");
            }
        }
    }
}
