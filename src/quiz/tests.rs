//! Items are proven, rounds keep their books.

use std::collections::HashSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;

use super::*;
use crate::facts::{Cardinality, Facts, Rank, SHIPPED, Status};

static FACTS: LazyLock<Facts> = LazyLock::new(|| Facts::from_json(SHIPPED).unwrap());

static POOL: LazyLock<Pool> = LazyLock::new(|| Pool::new(&FACTS));

fn items(facts: &Facts, wanted: Wanted, count: usize, seed: u64) -> Vec<Item> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    draw(facts, &POOL, wanted, count, &mut chance).unwrap()
}

#[test]
fn every_item_has_one_right_option_and_a_firm_key() {
    let facts = &*FACTS;
    for item in items(facts, Wanted::default(), 600, 1) {
        assert_eq!(item.choices.iter().filter(|choice| choice.right).count(), 1, "{item:?}");
        let statement = facts.statement(&item.statement).unwrap();
        if item.format != Format::RumourOrFact {
            assert!(matches!(statement.status, Status::Confirmed | Status::Planned));
            assert!(statement.rank != Rank::Deprecated && statement.conflicts_with.is_empty());
        }
        for choice in item.choices.iter().filter(|choice| !choice.right) {
            let Offer::Value(value) = &choice.offer else { continue };
            // Wrong because the property has one value, or because the list is closed: nothing says it.
            let single =
                facts.property(&statement.property).unwrap().cardinality == Cardinality::Single;
            let closed = facts.complete(&statement.subject, &statement.property).is_some();
            assert!(single || closed, "{item:?}");
            let said = facts.of(&statement.subject, &statement.property);
            assert!(said.into_iter().all(|one| one.value != *value), "{item:?}");
        }
    }
}

#[test]
fn no_statement_comes_twice_before_the_pool_is_used_up() {
    let facts = &*FACTS;
    let drawn = items(facts, Wanted::default(), 60, 4);
    let statements: HashSet<_> = drawn.iter().map(|item| &item.statement).collect();
    assert_eq!(statements.len(), drawn.len());
}

#[test]
fn a_longer_draw_begins_like_a_shorter_one() {
    let facts = &*FACTS;
    let (short, long) =
        (items(facts, Wanted::default(), 10, 9), items(facts, Wanted::default(), 30, 9));
    assert_eq!(short[..], long[..10]);
}

#[test]
fn every_kind_that_is_offered_has_items_or_says_how_many_others_there_are() {
    let facts = &*FACTS;
    let pool = &*POOL;
    for format in Format::ALL {
        for difficulty in Difficulty::ALL {
            let wanted = Wanted { format: Some(format), difficulty: Some(difficulty) };
            let mut chance = ChaCha8Rng::seed_from_u64(1);
            match draw(facts, pool, wanted, 3, &mut chance) {
                Ok(items) => assert!(
                    items.iter().all(|item| item.format == format && item.difficulty == difficulty)
                ),
                Err(empty) => assert_eq!(empty.others, pool.seeds().len()),
            }
        }
    }
}

#[derive(Debug, Clone)]
enum Move {
    Choose(u8, usize),
    Join(u8),
    Skip,
    Stop,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let choose = (0_u8..4, 0_usize..6).prop_map(|(player, option)| Move::Choose(player, option));
    let one = prop_oneof![20 => choose, 3 => (0_u8..4).prop_map(Move::Join), 3 => Just(Move::Skip), 1 => Just(Move::Stop)];
    proptest::collection::vec(one, 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn a_round_keeps_its_books(moves in moves(), seed in 0_u64..50) {
        let facts = &*FACTS;
        let mut round = Round::new(items(facts, Wanted::default(), 4, seed), "0", "p0");
        let (mut closed, mut right, mut over) = (0, 0, 0);
        for one in moves {
            let event = match one {
                Move::Choose(player, option) => Event::Chosen {
                    player: player.to_string(),
                    name: format!("p{player}"),
                    option,
                },
                Move::Join(player) => {
                    Event::Joined { player: player.to_string(), name: format!("p{player}") }
                }
                Move::Skip => Event::Skipped,
                Move::Stop => Event::Stopped,
            };
            let ended = round.open().is_none();
            let effects = round.step(event);
            prop_assert!(!ended || effects.is_empty(), "nothing follows after the end");
            for effect in effects {
                match effect {
                    Effect::Closed(played) => { closed += 1; right += played.right.len(); }
                    Effect::Over => over += 1,
                    _ => {}
                }
            }
            prop_assert_eq!(round.ranking().iter().map(|one| one.points).sum::<usize>(), right);
            prop_assert!(closed <= round.len() && over <= 1);
            prop_assert_eq!(over == 1, round.open().is_none());
        }
    }
}
