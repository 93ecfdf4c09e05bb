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

/// The questions of a day, the easiest first; fewer where the facts allow no more. What `seen` leaves out is
/// not asked.
///
/// A month is one long draw, of which each day has its part: nothing comes twice in it before everything else
/// has come, and what one day makes known is not asked on the next.
#[must_use]
pub fn daily(facts: &Facts, pool: &Pool, day: Date, seen: Seen) -> Vec<Item> {
    let ids = facts.statements().iter().map(|one| one.id.as_str());
    let digest = facts.digest_of(ids);
    let month = format!("{}-{:02} {digest}", day.year(), day.month());
    let mut chance = ChaCha8Rng::from_seed(Sha256::digest(month).into());
    // Who is alone is always the closest.
    let numbers = pool.frames().iter().filter(|frame| frame.format == Format::Number);
    let mut seen = seen.leaving_out(numbers.map(|frame| frame.id.clone()).collect::<Vec<_>>());
    let before = usize::try_from(day.day() - 1).unwrap_or_default() * QUESTIONS;
    let count = before + QUESTIONS;
    let month = draw(facts, pool, Wanted::default(), count, &mut seen, &mut chance);
    let mut items: Vec<Item> = month.unwrap_or_default().into_iter().skip(before).collect();
    let mut ids = HashSet::new();
    items.retain(|item| ids.insert(item.id.clone()));
    items.sort_by_key(|item| item.difficulty);
    items
}
