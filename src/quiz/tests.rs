//! Ratings find their place, practice comes back when it should, numbers are read as people type them.

use rand::Rng as _;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;

use super::*;

const DAY: i64 = 86_400_000;

#[test]
fn ratings_find_the_strong_and_the_hard() {
    let mut chance = ChaCha8Rng::seed_from_u64(3);
    let truly = |at: usize| Rating {
        value: 1200.0 + 100.0 * f64::from(u8::try_from(at).unwrap()),
        answers: 0,
    };
    let (floor, count) = (0.25, 7);
    let mut players = vec![Rating::default(); count];
    let mut items = vec![Rating::default(); count];
    for _ in 0..6_000 {
        let (player, item) = (
            usize::try_from(chance.next_u32() % 7).unwrap(),
            usize::try_from(chance.next_u32() % 7).unwrap(),
        );
        let share = expected(truly(player), truly(item), floor);
        let right = f64::from(chance.next_u32()) / f64::from(u32::MAX) < share;
        learn(&mut players[player], &mut items[item], floor, right);
    }
    for ratings in [&players, &items] {
        for pair in ratings.windows(3) {
            assert!(pair[0].value < pair[2].value, "{ratings:?}");
        }
        let spread = ratings[6].value - ratings[0].value;
        assert!((400.0..900.0).contains(&spread), "600 truly, {spread:.0} found");
    }
}

#[test]
fn a_right_answer_that_may_be_guessed_counts_for_less() {
    let gain = |floor: f64| {
        let (mut player, mut item) = (Rating::default(), Rating::of(Difficulty::Hard));
        learn(&mut player, &mut item, floor, true);
        assert!(item.value < 1700.0 && item.answers == 1);
        player.value - 1500.0
    };
    assert!(gain(0.0) > gain(0.25) && gain(0.25) > gain(0.5) && gain(0.5) > 0.0);
    // Who is blind learns nothing by luck: over many guesses the rating falls to where guessing explains all.
    let mut blind = Rating::default();
    for turn in 0..400 {
        learn(&mut blind, &mut Rating::default(), 0.25, turn % 4 == 0);
    }
    assert!(blind.value < 1200.0, "{blind:?}");
}

#[test]
fn what_is_known_comes_back_later_and_what_is_not_soon() {
    let first = |grade| review(None, grade, 0).unwrap();
    assert_eq!(first(Grade::Again).due, DAY / 144);
    assert!(first(Grade::Good).due >= DAY && first(Grade::Easy).due > first(Grade::Good).due);
    let mut card = first(Grade::Good);
    let mut waits = Vec::new();
    for _ in 0..5 {
        let now = card.due;
        card = review(Some(card), Grade::Good, now).unwrap();
        waits.push((card.due - now) / DAY);
    }
    assert!(waits.windows(2).all(|pair| pair[0] < pair[1]), "{waits:?}");
    let forgotten = review(Some(card), Grade::Again, card.due).unwrap();
    assert_eq!(forgotten.due - forgotten.asked, DAY / 144);
    let again = review(Some(forgotten), Grade::Good, forgotten.due).unwrap();
    assert!((again.due - again.asked) / DAY < *waits.last().unwrap());
    // A clock that went back is no reason to fail.
    assert!(review(Some(card), Grade::Good, 0).is_some());
}

#[test]
fn grades_follow_the_answer_the_hint_and_the_time() {
    assert_eq!(Grade::of(false, false, 1.0), Grade::Again);
    assert_eq!(Grade::of(true, true, 1.0), Grade::Hard);
    assert_eq!(Grade::of(true, false, 0.9), Grade::Easy);
    assert_eq!(Grade::of(true, false, 0.5), Grade::Good);
    assert_eq!(Grade::of(true, false, 0.1), Grade::Hard);
}

#[test]
fn numbers_are_read_in_both_languages() {
    for (typed, number) in [
        ("8", Some(8.0)),
        ("eight", Some(8.0)),
        ("huit", Some(8.0)),
        ("2,068", Some(2068.0)),
        ("2 068", Some(2068.0)),
        ("2\u{202f}068", Some(2068.0)),
        ("2.068", Some(2068.0)),
        ("19,4", Some(19.4)),
        ("19.4", Some(19.4)),
        ("45 minutes", Some(45.0)),
        ("1,234,567", Some(1_234_567.0)),
        ("lots", None),
        ("", None),
        ("-", None),
        ("9999999999999999999999999999", Some(1e28)),
    ] {
        assert_eq!(read_number(typed), number, "{typed:?}");
    }
}
