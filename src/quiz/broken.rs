//! Which questions are broken by what people answered: not those that are hard, but those that say something
//! is wrong with the question. The signs are those of classical item analysis (Crocker and Algina,
//! "Introduction to Classical and Modern Test Theory", chapter 14).

/// From how many answers on the numbers say anything.
pub const ENOUGH: u32 = 30;

/// How far below blind guessing is no accident of the options any more: the five points within which a blind
/// guesser must stay.
const POINTS: f64 = 0.05;

/// How many standard errors are more than chance: one question in a hundred is suspected wrongly.
const ERRORS: f64 = 2.33;

/// What people answered to a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Record {
    /// How many answers there are.
    pub answers: u32,
    /// How many of them are right.
    pub right: u32,
    /// How many the wrong option got that most people took, where options stay the same.
    pub wrong: u32,
    /// The share of right answers by blind guessing.
    pub guessing: f64,
}

/// What is wrong with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nobody is right.
    NobodyRight,
    /// Fewer are right than by guessing blindly.
    BelowGuessing,
    /// More take one wrong option than the right one.
    WrongPreferred,
}

/// What is wrong with a question by its numbers, if anything is.
#[must_use]
pub fn fault(record: Record) -> Option<Fault> {
    let Record { answers, right, wrong, guessing } = record;
    if answers < ENOUGH {
        return None;
    }
    let count = f64::from(answers);
    let below = guessing - f64::from(right) / count;
    let error = (guessing * (1.0 - guessing) / count).sqrt();
    let ahead = f64::from(wrong) - f64::from(right);
    if right == 0 {
        Some(Fault::NobodyRight)
    } else if below >= POINTS && below >= ERRORS * error {
        Some(Fault::BelowGuessing)
    } else if ahead > 0.0 && ahead >= ERRORS * (f64::from(wrong) + f64::from(right)).sqrt() {
        Some(Fault::WrongPreferred)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(answers: u32, right: u32, wrong: u32, guessing: f64) -> Option<Fault> {
        fault(Record { answers, right, wrong, guessing })
    }

    #[test]
    fn too_few_answers_say_nothing() {
        assert_eq!(of(29, 0, 29, 0.25), None);
        assert_eq!(of(30, 0, 0, 0.25), Some(Fault::NobodyRight));
        assert_eq!(of(30, 0, 0, 0.0), Some(Fault::NobodyRight), "a typed answer, too");
    }

    #[test]
    fn fewer_right_than_by_guessing_is_a_fault_where_it_is_no_accident() {
        // One in four by guessing: 7.5 of 30 and 25 of 100, less 2.33 standard errors.
        assert_eq!(of(30, 1, 10, 0.25), Some(Fault::BelowGuessing));
        assert_eq!(of(30, 2, 10, 0.25), None);
        assert_eq!(of(100, 14, 20, 0.25), Some(Fault::BelowGuessing));
        assert_eq!(of(100, 15, 20, 0.25), None);
        // With many answers, still five points.
        assert_eq!(of(10_000, 1_999, 2_500, 0.25), Some(Fault::BelowGuessing));
        assert_eq!(of(10_000, 2_001, 2_100, 0.25), None);
        // Where guessing hardly ever helps, few right answers are no fault.
        assert_eq!(of(1_000, 1, 0, 1.0 / 24.0), None);
        assert_eq!(of(1_000, 1, 0, 0.0), None);
    }

    #[test]
    fn a_wrong_option_that_most_people_take_is_a_fault() {
        assert_eq!(of(30, 8, 22, 0.25), Some(Fault::WrongPreferred));
        assert_eq!(of(30, 9, 21, 0.25), None, "it may be luck");
        assert_eq!(of(200, 70, 104, 0.25), Some(Fault::WrongPreferred));
        assert_eq!(of(200, 90, 90, 0.25), None);
        assert_eq!(of(200, 104, 70, 0.25), None);
    }
}
