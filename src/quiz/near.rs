//! Numbers and dates near a given one: what somebody who half remembers might say instead.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::facts::{Bound, PartialDate, Quantity, Value};

/// How many are found on each side at most.
const EACH: usize = 4;

/// Values of the same kind below and above, nearest first; none for kinds that have no order.
pub(super) fn near(value: &Value) -> (Vec<Value>, Vec<Value>) {
    match value {
        // Of "more than 19" a smaller number is true as well.
        Value::Quantity(quantity) if quantity.bound == Bound::MoreThan => Default::default(),
        Value::Quantity(quantity) => {
            let (below, above) = amounts(quantity.amount);
            let with = |amount| Value::Quantity(Quantity { amount, ..quantity.clone() });
            (below.into_iter().map(with).collect(), above.into_iter().map(with).collect())
        }
        Value::Date(date) => match date.parse() {
            Ok(date) => {
                let side = |sign: i32| {
                    (1..=EACH)
                        .filter_map(|step| moved(date, sign * i32::try_from(step).ok()?))
                        .map(Value::Date)
                        .collect()
                };
                (side(-1), side(1))
            }
            Err(_) => Default::default(),
        },
        _ => Default::default(),
    }
}

/// Amounts that are as round as the given one, and far enough from it to be told apart.
fn amounts(amount: f64) -> (Vec<f64>, Vec<f64>) {
    let whole = amount.round();
    if (amount - whole).abs() > f64::EPSILON || !(1.0..1e9).contains(&amount) {
        return Default::default();
    }
    let grain = [100.0, 50.0, 10.0, 5.0]
        .into_iter()
        .find(|grain| amount >= grain * 4.0 && (amount % grain).abs() < f64::EPSILON)
        .unwrap_or(1.0);
    let step = ((amount * 0.08 / grain).round() * grain).max(grain);
    // A large odd number among others that lie at even distances would show as the middle of a row.
    let uneven: [f64; EACH] =
        if step > 20.0 && grain < 5.0 { [3.0, -4.0, 7.0, -2.0] } else { [0.0; EACH] };
    let side = |sign: f64| -> Vec<f64> {
        (1_u8..)
            .zip(uneven)
            .map(|(at, uneven)| amount + sign * (f64::from(at) * step + uneven))
            // "One" is worded otherwise than the others, and none is silly.
            .filter(|near| *near >= 2.0)
            .collect()
    };
    (side(-1.0), side(1.0))
}

/// A date some steps away: days go by weeks, so that the day of the week tells nothing.
fn moved(date: PartialDate, steps: i32) -> Option<String> {
    match date {
        PartialDate::Year(year) => Some((i32::from(year) + steps).to_string()),
        PartialDate::Half(..) => None,
        PartialDate::Month(year, month) => {
            let date = Date::new(year, month, 1).ok()?.checked_add(steps.months()).ok()?;
            Some(format!("{:04}-{:02}", date.year(), date.month()))
        }
        PartialDate::Day(date) => Some(date.checked_add(steps.weeks()).ok()?.to_string()),
        PartialDate::Yearless(month, day) => {
            // No leap year: every day of the result is a day of every year.
            let date = Date::new(2001, month, day).ok()?.checked_add(steps.weeks()).ok()?;
            Some(format!("--{:02}-{:02}", date.month(), date.day()))
        }
    }
}
