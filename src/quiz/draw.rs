//! Drawing items from the pool by a generator of chance that is passed in.

use rand::Rng;
use sha2::{Digest, Sha256};

use super::item::{Choice, Difficulty, Format, Item, Offer, Proof, Standing, Stem, standing};
use super::pool::{Pool, Seed, apart};
use crate::facts::{Facts, Statement, Value};

/// What kind of items is wanted; what is left open may be any.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The format.
    pub format: Option<Format>,
    /// The difficulty.
    pub difficulty: Option<Difficulty>,
}

/// No item is of the kind that was wanted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no question of that kind; there are {others} others")]
pub struct Empty {
    /// How many questions of other kinds there are.
    pub others: usize,
}

/// Draws `count` items. No statement comes twice before all of the kind have been used; the first items
/// of a longer draw are those of a shorter one.
///
/// # Errors
/// [`Empty`] if there is no item of that kind.
pub fn draw(
    facts: &Facts,
    pool: &Pool,
    wanted: Wanted,
    count: usize,
    chance: &mut dyn Rng,
) -> Result<Vec<Item>, Empty> {
    let fits = |seed: &&Seed| {
        wanted.format.is_none_or(|format| seed.format == format)
            && wanted.difficulty.is_none_or(|difficulty| seed.difficulty == difficulty)
    };
    let fitting: Vec<&Seed> = pool.seeds().iter().filter(fits).collect();
    if fitting.is_empty() {
        return Err(Empty { others: pool.seeds().len() });
    }
    let mut items = Vec::new();
    let mut left: Vec<&Seed> = Vec::new();
    let mut before = None;
    while items.len() < count {
        if left.is_empty() {
            // A whole pass that gave nothing will give nothing for ever.
            if before == Some(items.len()) {
                break;
            }
            before = Some(items.len());
            left.clone_from(&fitting);
        }
        let formats = Format::ALL.len();
        // A format is drawn first, then an item of it, so that the many items of one don't crowd out the few of another.
        let turn = Format::ALL.get(below(chance, formats)).copied();
        let of_turn: Vec<usize> = left
            .iter()
            .enumerate()
            .filter(|(_, seed)| Some(seed.format) == turn)
            .map(|(index, _)| index)
            .collect();
        let index = if of_turn.is_empty() {
            below(chance, left.len())
        } else {
            of_turn.get(below(chance, of_turn.len())).copied().unwrap_or_default()
        };
        let seed = left.swap_remove(index);
        let Some(statement) = facts.statements().get(seed.statement) else { continue };
        left.retain(|other| other.statement != seed.statement);
        items.extend(make(facts, seed, statement, chance));
    }
    if items.is_empty() { Err(Empty { others: pool.seeds().len() }) } else { Ok(items) }
}

fn make(facts: &Facts, seed: &Seed, statement: &Statement, chance: &mut dyn Rng) -> Option<Item> {
    let own = || Proof::Statement(statement.id.clone());
    let (stem, choices) = match seed.format {
        Format::Choice => {
            let mut choices = vec![Choice {
                offer: Offer::Value(statement.value.clone()),
                right: true,
                why: own(),
            }];
            choices.extend(some_wrong(facts, &seed.wrong, chance));
            if choices.len() < 3 {
                return None;
            }
            arrange(&mut choices, chance);
            (Stem::Question, choices)
        }
        Format::TrueOrFalse => {
            let truth = below(chance, 2) == 0;
            let (swapped, why) = match seed.wrong.get(below(chance, seed.wrong.len())) {
                Some((value, proof)) if !truth => (Some(value.clone()), proof.clone()),
                _ => (None, own()),
            };
            let choices = [true, false]
                .map(|offer| Choice {
                    offer: Offer::Truth(offer),
                    right: offer == swapped.is_none(),
                    why: why.clone(),
                })
                .to_vec();
            (Stem::Claim(swapped), choices)
        }
        Format::RumourOrFact => {
            let right = standing(statement.status)?;
            let choices = [Standing::Fact, Standing::Plan, Standing::Rumour]
                .map(|offer| Choice {
                    offer: Offer::Standing(offer),
                    right: offer == right,
                    why: own(),
                })
                .to_vec();
            (Stem::Standing, choices)
        }
    };
    Some(Item {
        id: id(seed.format, statement, &stem, &choices),
        format: seed.format,
        stem,
        choices,
        difficulty: seed.difficulty,
        statement: statement.id.clone(),
    })
}

/// Up to three wrong options that are apart from each other too.
fn some_wrong(facts: &Facts, wrong: &[(Value, Proof)], chance: &mut dyn Rng) -> Vec<Choice> {
    let mut left: Vec<&(Value, Proof)> = wrong.iter().collect();
    let mut chosen: Vec<Choice> = Vec::new();
    while chosen.len() < 3 && !left.is_empty() {
        let (value, proof) = left.swap_remove(below(chance, left.len()));
        let distinct = chosen.iter().all(|other| match &other.offer {
            Offer::Value(other) => apart(facts, value, other),
            _ => true,
        });
        if distinct {
            chosen.push(Choice {
                offer: Offer::Value(value.clone()),
                right: false,
                why: proof.clone(),
            });
        }
    }
    chosen
}

/// Numbers and dates ascend; everything else is shuffled.
fn arrange(choices: &mut [Choice], chance: &mut dyn Rng) {
    let ascending = choices
        .iter()
        .all(|choice| matches!(choice.offer, Offer::Value(Value::Quantity(_) | Value::Date(_))));
    if ascending {
        choices.sort_by(|left, right| match (&left.offer, &right.offer) {
            (Offer::Value(Value::Quantity(left)), Offer::Value(Value::Quantity(right))) => {
                left.amount.total_cmp(&right.amount)
            }
            (Offer::Value(Value::Date(left)), Offer::Value(Value::Date(right))) => left.cmp(right),
            _ => std::cmp::Ordering::Equal,
        });
        return;
    }
    for last in (1..choices.len()).rev() {
        choices.swap(last, below(chance, last + 1));
    }
}

/// A number from 0 to below `end`; drawn as 32 bits, so that it is the same on every machine.
fn below(chance: &mut dyn Rng, end: usize) -> usize {
    let end = u64::try_from(end.max(1)).unwrap_or(u64::MAX);
    // Multiply-shift: the bias of 32 bits over a few hundred items is below one in a million.
    usize::try_from((u64::from(chance.next_u32()) * end) >> 32).unwrap_or_default()
}

/// The same for the same question with the same options, in whatever order.
fn id(format: Format, statement: &Statement, stem: &Stem, choices: &[Choice]) -> String {
    let mut offers: Vec<String> =
        choices.iter().map(|choice| format!("{:?}", choice.offer)).collect();
    offers.sort_unstable();
    let digest = Sha256::digest(format!("{stem:?} {offers:?}"));
    let short = digest.iter().take(4).fold(0_u32, |all, byte| (all << 8) | u32::from(*byte));
    format!("{}:{}:{short:08x}", format.name(), statement.id)
}
