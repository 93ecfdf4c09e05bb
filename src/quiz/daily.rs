//! The daily challenge: a few questions that hang on nothing but the day and the facts, so that they are the
//! same for everybody, everywhere, in both languages.

use std::collections::HashSet;

use jiff::civil::Date;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use sha2::{Digest as _, Sha256};

use super::draw::{Seen, Wanted, draw};
use super::item::Item;
use super::kinds::Format;
use super::pool::Pool;
use crate::facts::Facts;

/// How many questions a day has.
const QUESTIONS: usize = 5;

/// The most days that a month has.
const DAYS: usize = 31;

/// How many questions stand by for those that cannot be asked.
const SPARE: usize = 60;

/// What is not asked on a day.
#[derive(Debug, Clone, Default)]
pub struct Barred {
    /// The frames that rest.
    pub resting: HashSet<String>,
    /// The frames of the other days of the month, as they were asked.
    pub asked: HashSet<String>,
}

impl Barred {
    fn bars(&self, item: &Item) -> bool {
        self.resting.contains(&item.frame) || self.asked.contains(&item.frame)
    }
}

/// The questions of a day, the easiest first; fewer where the facts allow no more.
///
/// A month is one long draw, of which each day has its part: nothing comes twice in it before everything else
/// has come, and what one day makes known is not asked on the next. The draw hangs on the facts and the month
/// alone. What is barred is replaced one by one from its end, so that the rest of a day, and all other days, stay
/// as they are.
#[must_use]
pub fn daily(facts: &Facts, pool: &Pool, day: Date, barred: &Barred) -> Vec<Item> {
    let ids = facts.statements().iter().map(|one| one.id.as_str());
    let digest = facts.digest_of(ids);
    let month = format!("{}-{:02} {digest}", day.year(), day.month());
    let mut chance = ChaCha8Rng::from_seed(Sha256::digest(month).into());
    // Who is alone is always the closest.
    let numbers = pool.frames().iter().filter(|frame| frame.format == Format::Number);
    let mut seen = Seen::default().leaving_out(numbers.map(|frame| frame.id.clone()));
    let before = usize::try_from(day.day() - 1).unwrap_or_default() * QUESTIONS;
    let count = DAYS * QUESTIONS + SPARE;
    let month = draw(facts, pool, Wanted::default(), count, &mut seen, &mut chance);
    let month = month.unwrap_or_default();
    let planned: Vec<&Item> = month.iter().skip(before).take(QUESTIONS).collect();
    let mut items: Vec<Item> =
        planned.iter().copied().filter(|item| !barred.bars(item)).cloned().collect();
    for gone in planned.into_iter().filter(|item| barred.bars(item)) {
        let fits =
            |item: &&Item| !barred.bars(item) && items.iter().all(|one| !tells(pool, one, item));
        match month.iter().skip(DAYS * QUESTIONS).find(fits) {
            Some(spare) => items.push(spare.clone()),
            // Where everything has come, it comes again.
            None if !barred.resting.contains(&gone.frame) => items.push(gone.clone()),
            None => {}
        }
    }
    let mut ids = HashSet::new();
    items.retain(|item| ids.insert(item.id.clone()));
    items.sort_by_key(|item| item.difficulty);
    items
}

/// Whether two items are of one frame, or one tells the answer of the other.
fn tells(pool: &Pool, one: &Item, other: &Item) -> bool {
    let (Some(one), Some(other)) = (pool.position(&one.frame), pool.position(&other.frame)) else {
        return true;
    };
    one == other || pool.helps(one, other) || pool.helps(other, one)
}
