//! Of readings for which about as much speaks, the one that states an amount where an amount is asked for, and the one that
//! states the very number that a question names; sums are none of this bot’s questions.

use super::amounts::unit;
use super::kind::{Turn, Want};
use super::linked::Linked;
use super::resolve::Resolved;
use super::standing::speaks_of_all;
use super::talk::is_filler;
use super::weigh::{Asked, Weighed};
use crate::facts::{Facts, Statement, Value};

/// By how much less a reading may weigh that states an amount.
const AMOUNT: f32 = 2.5;
/// The same of one that states the number that is named.
const NAMED: f32 = 4.5;
/// How many statements such a reading has at most.
const FEW: usize = 2;

/// The reading that states an amount: "how long is that section?" is not answered by where the section is.
pub(super) fn rather_an_amount<'r, 'm, 'a>(
    asked: &Asked<'a, '_>,
    best: &'r Weighed<'m, 'a>,
    readings: &'r [Weighed<'m, 'a>],
) -> &'r Weighed<'m, 'a> {
    let counts = asked.kind.want == Some(Want::HowMany);
    let mut numbers = asked.linked.numbers();
    let (number, more) = (numbers.next(), numbers.next());
    let near = |most: f32| readings.iter().take_while(move |one| best.weight - one.weight < most);
    let told = match stated(best) {
        Some(told) if !best.guess.exact => told,
        _ => return best,
    };
    // "How long from this to that" is told by two days.
    let asks = counts && !asked.kind.yes_no && number.is_none();
    let other = |one: &Statement| amount(one).is_none() && !matches!(one.value, Value::Date(_));
    if asks && told.iter().all(|one| other(one)) {
        let wanted = Wanted::of(asked);
        let states_one = |one: &&'r Weighed<'m, 'a>| {
            stated(one)
                .is_some_and(|told| told.len() <= FEW && told.iter().any(|one| wanted.takes(one)))
        };
        return near(AMOUNT).find(states_one).unwrap_or(best);
    }
    let (Some(number), None, false) = (number, more, counts) else { return best };
    // "They last an hour, don’t they?" may have the wrong number; "the hour, who says that?" means what lasts one.
    let straight = asked.kind.probe.is_some()
        && asked.kind.compare.is_none()
        && asked.kind.turn == Turn::Straight;
    let says_it =
        |one: &Statement| amount(one).is_some_and(|it| (it - number).abs() < f64::EPSILON);
    // "Is 30 the number of miles or of kilometres?", where a statement makes one of the other.
    let another = |one: &Statement| {
        amount(one).is_some() && !says_it(one) && !one.claim.en.contains(&number.to_string())
    };
    if !straight || !told.iter().all(|one| another(one)) {
        return best;
    }
    let of_it = |one: &&'r Weighed<'m, 'a>| {
        stated(one)
            .is_some_and(|told| told.iter().any(|one| says_it(one)) && speaks_of_all(asked, told))
    };
    near(NAMED).find(of_it).unwrap_or(best)
}

/// Of what an amount is asked for.
struct Wanted {
    /// How long or how far something is.
    length: bool,
    /// In which units.
    units: Vec<String>,
}

impl Wanted {
    fn of(asked: &Asked<'_, '_>) -> Self {
        const LONG: &[&str] = &[
            "long", "longue", "longs", "longues", "longueur", "length", "far", "distance", "dure",
            "duree", "lasts", "last",
        ];
        let length = asked.linked.plain().any(|word| LONG.contains(&word));
        let units = asked.linked.plain().filter_map(|word| unit(asked.facts, word)).collect();
        Self { length, units }
    }

    /// Whether a statement states such an amount: how many episodes there are does not say how long one is.
    fn takes(&self, one: &Statement) -> bool {
        const OF_LENGTH: &[&str] = &["minute", "hour", "day", "month", "year", "mile", "kilometre"];
        let Value::Quantity(quantity) = &one.value else { return false };
        let of_length = OF_LENGTH.contains(&quantity.unit.as_str());
        self.length && of_length || self.units.contains(&quantity.unit)
    }
}

/// Whether a question does sums, with numbers of which the facts about the series do not have each: "12 times 4".
pub(super) fn does_sums(facts: &Facts, linked: &Linked) -> bool {
    const SUMS: &[&str] = &[
        "x", "times", "fois", "plus", "minus", "moins", "divided", "divise", "by", "par", "font",
        "makes", "equals", "egal", "egale", "gives",
    ];
    const ASKS: &[&str] = &["what", "whats", "is", "s", "combien", "ca", "fait", "c", "est"];
    let of_series = |number: f64| {
        let own = facts.statements().iter().filter(|one| one.subject == facts.series());
        own.filter_map(amount).any(|it| (it - number).abs() < f64::EPSILON)
    };
    let sums = linked.plain().any(|word| SUMS.contains(&word));
    let only =
        linked.plain().all(|word| SUMS.contains(&word) || ASKS.contains(&word) || is_filler(word));
    let several = linked.numbers().count() > 1 && linked.entities().is_empty();
    several && sums && only && !linked.numbers().all(of_series)
}

/// What a reading states.
fn stated<'r, 'a>(one: &'r Weighed<'_, 'a>) -> Option<&'r [&'a Statement]> {
    match &one.resolved {
        Some(Resolved::Stated(found)) => Some(found),
        _ => None,
    }
}

/// The number that a statement states.
fn amount(one: &Statement) -> Option<f64> {
    match &one.value {
        Value::Quantity(quantity) => Some(quantity.amount),
        _ => None,
    }
}
