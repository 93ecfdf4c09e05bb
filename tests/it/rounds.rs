//! Rounds keep their books, whatever happens in whatever order.

use std::collections::HashSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::facts::{Facts, SHIPPED};
use roadbook::quiz::Judgement::{Near, Right, Wrong};
use roadbook::quiz::{
    Answer, Effect, Ending, Event, Format, GRACE, Hint, Item, Lobby, Mode, Pool, Question, Refusal,
    Round, Seen, Settings, Wanted, draw,
};

static ITEMS: LazyLock<Vec<Item>> = LazyLock::new(|| {
    let facts = Facts::from_json(SHIPPED).unwrap();
    let mut chance = ChaCha8Rng::seed_from_u64(5);
    let pool = Pool::new(&facts);
    draw(&facts, &pool, Wanted::default(), 240, &mut Seen::default(), &mut chance).unwrap()
});

const TIME: i64 = 20_000;

fn round(mode: Mode, bonus: bool, first: usize, count: usize) -> Round {
    let questions = ITEMS[first..first + count]
        .iter()
        .map(|item| Question { item: item.clone(), time: TIME })
        .collect();
    let settings = Settings { mode, speed_bonus: bonus, ..Settings::default() };
    Round::new("r", settings, questions, ("0", "p0"), 0)
}

/// An answer to a format, right or not.
fn answer(item: &Item, right: bool, chance: usize) -> Answer {
    let count = item.choices.len();
    let order = |by: &dyn Fn(usize) -> usize| {
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|at| by(*at));
        order
    };
    match item.format {
        Format::Number => {
            let amount = item.amount().unwrap();
            Answer::Number(if right {
                amount
            } else {
                amount + f64::from(u8::try_from(chance % 9 + 1).unwrap())
            })
        }
        Format::Typed if right => Answer::Text(item.accepted[0].clone()),
        Format::Typed => Answer::Text("zzzzzzzz".to_owned()),
        Format::Order if right => Answer::Options(order(&|at| item.choices[at].place.unwrap())),
        Format::Order => Answer::Options((0..count).map(|at| (at + chance) % count).collect()),
        Format::Match if right => {
            Answer::Options(item.choices.iter().map(|choice| choice.place.unwrap()).collect())
        }
        Format::Match => Answer::Options((0..count).map(|at| (at + chance) % count).collect()),
        Format::PickAll if right => {
            Answer::Options((0..count).filter(|at| item.choices[*at].right).collect())
        }
        Format::PickAll => Answer::Options(vec![chance % count]),
        _ if right => Answer::Options(vec![item.key().unwrap()]),
        _ => Answer::Options(vec![chance % count]),
    }
}

#[derive(Debug, Clone)]
enum Move {
    /// Who, right or not, how long before now it was pressed, and for which question relative to the open.
    Answer(u8, bool, usize, i64, Option<i8>),
    Join(u8),
    Leave(u8),
    Hint(u8),
    Skip(u8),
    Stop(u8, bool),
    Wait(i64),
    Away(i64),
    Begin(u8, bool),
    Arrange(u8, usize),
    /// Through a store and back.
    Restart,
    /// Wants to be forgotten.
    Forget(u8),
    Needs(u8, u32),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let player = || 0_u8..5;
    let answer =
        (player(), any::<bool>(), 0_usize..8, 0_i64..3_000, proptest::option::of(-2_i8..2))
            .prop_map(|(who, right, at, ago, number)| Move::Answer(who, right, at, ago, number));
    let one = prop_oneof![
        24 => answer,
        4 => player().prop_map(Move::Join),
        2 => player().prop_map(Move::Leave),
        3 => player().prop_map(Move::Hint),
        3 => player().prop_map(Move::Skip),
        1 => (player(), any::<bool>()).prop_map(|(who, moderator)| Move::Stop(who, moderator)),
        8 => (0_i64..12_000).prop_map(Move::Wait),
        1 => (0_i64..60_000).prop_map(Move::Away),
        1 => Just(Move::Restart),
        1 => (player(), any::<bool>()).prop_map(|(who, moderator)| Move::Begin(who, moderator)),
        1 => (player(), 0_usize..4).prop_map(|(who, mode)| Move::Arrange(who, mode)),
        1 => player().prop_map(Move::Forget),
        2 => (player(), 50_u32..500).prop_map(|(who, percent)| Move::Needs(who, percent)),
    ];
    proptest::collection::vec(one, 0..50)
}

fn event(round: &Round, one: &Move, now: i64) -> Event {
    let id = |who: u8| who.to_string();
    match one {
        Move::Answer(who, right, chance, ago, number) => {
            let (open, item) = match round.open() {
                Some((open, question)) => (open, &question.item),
                None => (1, &ITEMS[0]),
            };
            let answer = answer(item, *right, *chance);
            let number = number.and_then(|by| open.checked_add_signed(isize::from(by)));
            Event::Answered {
                player: id(*who),
                name: format!("p{who}"),
                number,
                answer,
                at: now - ago,
            }
        }
        Move::Join(who) => Event::Joined { player: id(*who), name: format!("p{who}") },
        Move::Leave(who) => Event::Left { player: id(*who) },
        Move::Hint(who) => Event::AskedHint { player: id(*who) },
        Move::Skip(who) => Event::VotedSkip { player: id(*who) },
        Move::Stop(who, moderator) => Event::Stopped { player: id(*who), moderator: *moderator },
        Move::Away(away) => Event::Resumed { away: *away },
        Move::Begin(who, moderator) => Event::Begun { player: id(*who), moderator: *moderator },
        Move::Arrange(who, mode) => Event::Arranged {
            player: id(*who),
            moderator: false,
            settings: Settings { mode: Mode::ALL[*mode], ..Settings::default() },
            wanted: Wanted::default(),
            questions: ITEMS[*mode..*mode + 3]
                .iter()
                .map(|item| Question { item: item.clone(), time: TIME })
                .collect(),
        },
        Move::Needs(who, percent) => Event::Needs { player: id(*who), percent: *percent },
        Move::Wait(_) | Move::Restart | Move::Forget(_) => Event::Ticked,
    }
}

/// What always holds.
fn check(round: &Round) -> Result<(), TestCaseError> {
    let mut points = std::collections::HashMap::<&str, u32>::new();
    for (index, closed) in round.closed().iter().enumerate() {
        prop_assert_eq!(closed.number, index + 1, "each question closes once, in order");
        let mut players = HashSet::new();
        for given in &closed.given {
            prop_assert!(players.insert(&given.player), "nobody scores twice for a question");
            prop_assert!(given.after >= 0 && given.after <= closed.time, "{} ms", given.after);
            prop_assert!(given.points == 0 || (given.right && !closed.skipped));
            prop_assert!(given.points <= 15);
            *points.entry(&given.player).or_default() += given.points;
        }
        let winners = closed.given.iter().filter(|given| given.points > 0).count();
        prop_assert!(round.settings().mode != Mode::Race || winners <= 1);
    }
    for player in round.players() {
        let recorded = points.remove(player.id.as_str()).unwrap_or_default();
        prop_assert_eq!(player.points, recorded, "points are those of the recorded answers");
        prop_assert!(player.streak <= player.best_streak && player.best_streak <= player.right);
    }
    prop_assert!(points.is_empty(), "nobody scores who does not play");
    prop_assert!(round.closed().len() <= round.len());
    let states = [round.ending().is_some(), round.lobby().is_some(), round.open().is_some()];
    prop_assert_eq!(states.iter().filter(|is| **is).count(), 1, "over, gathering or open");
    prop_assert_eq!(round.due().is_some(), round.ending().is_none(), "time moves it on");
    prop_assert!(round.lobby().is_none() || round.closed().is_empty());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) })]

    #[test]
    fn a_round_keeps_its_books(
        moves in moves(),
        first in 0_usize..230,
        mode in 0_usize..4,
        bonus in any::<bool>(),
        gathering in proptest::option::of(0_i64..40_000),
    ) {
        let mut round = round(Mode::ALL[mode], bonus, first, 4);
        if let Some(until) = gathering {
            round = round.gathering(Lobby { until, wanted: Wanted::default() });
        }
        let mut now = 0;
        for one in &moves {
            if let Move::Wait(millis) = one {
                now += millis;
            }
            if matches!(one, Move::Restart) {
                let text = serde_json::to_string(&round).unwrap();
                let again: Round = serde_json::from_str(&text).unwrap();
                prop_assert_eq!(&again, &round);
                round = again;
            }
            if let Move::Forget(who) = one {
                let name = format!("p{who}");
                let Some(without) = round.clone().without(&who.to_string()) else {
                    prop_assert!(round.players().len() < 2);
                    break;
                };
                check(&without)?;
                prop_assert!(!serde_json::to_string(&without).unwrap().contains(&name));
                prop_assert_eq!(without.open(), round.open(), "it goes on with the same question");
                for player in without.players() {
                    let id = &player.id;
                    prop_assert_eq!(Some(player), round.player(id));
                    prop_assert_eq!(without.answer_of(id), round.answer_of(id));
                }
                round = without;
            }
            let before = round.clone();
            let effects = round.step(event(&round, one, now), now);
            if before.ending().is_some() {
                prop_assert!(effects.is_empty(), "nothing follows after the end");
                prop_assert_eq!(&before, &round);
            }
            let over = effects.iter().filter(|effect| matches!(effect, Effect::Over(_))).count();
            prop_assert_eq!(over == 1, before.ending().is_none() && round.ending().is_some());
            check(&round)?;
        }
        // Left alone, it ends.
        for _ in 0..=round.len() + 1 {
            now = round.due().unwrap_or(now);
            round.step(Event::Ticked, now);
        }
        prop_assert!(round.ending().is_some());
        check(&round)?;
    }
}

fn answered(who: u8, answer: Answer, at: i64) -> Event {
    Event::Answered { player: who.to_string(), name: format!("p{who}"), number: None, answer, at }
}

/// The position of an item of a format among the items, such that others follow it.
fn position(format: Format) -> usize {
    ITEMS[..200].iter().position(|item| item.format == format).unwrap()
}

#[test]
fn an_answer_can_be_changed_until_the_end_and_the_platforms_clock_decides() {
    let at = position(Format::Choice);
    let mut round = round(Mode::Classic, false, at, 2);
    let item = ITEMS[at].clone();
    let right = answer(&item, true, 0);
    let wrong = Answer::Options(vec![(item.key().unwrap() + 1) % item.choices.len()]);
    round.step(Event::Joined { player: "1".into(), name: "p1".into() }, 0);
    round.step(answered(0, wrong.clone(), 4_000), 5_000);
    // Pressed before, delivered after: the press that came last counts.
    assert_eq!(round.step(answered(0, right.clone(), 3_000), 5_100), []);
    let effects = round.step(answered(0, right.clone(), 6_000), 6_100);
    assert!(matches!(&effects[..], [Effect::Answered { changed: true, .. }]));
    // Delivered twice: nothing follows.
    assert_eq!(round.step(answered(0, right, 6_000), 6_200), []);
    let late = round.step(answered(1, wrong, TIME + 1), TIME + 200);
    assert_eq!(late, [Effect::Refused(Refusal::TooLate)]);
    assert_eq!(round.step(Event::Ticked, TIME + GRACE - 1), []);
    let effects = round.step(Event::Ticked, TIME + GRACE);
    assert!(matches!(&effects[..], [Effect::Closed(_), Effect::Opened]));
    assert_eq!(round.player("0").unwrap().points, 10);
    // A press that fits the question before is forgiven for a second, and never counts for this one.
    let stale = |at| Event::Answered {
        player: "1".into(),
        name: "p1".into(),
        number: Some(1),
        answer: Answer::Options(vec![0]),
        at,
    };
    let now = round.opened();
    assert_eq!(round.step(stale(now + 900), now + 950), [Effect::Refused(Refusal::JustClosed)]);
    assert_eq!(round.step(stale(now + 1_100), now + 1_150), [Effect::Refused(Refusal::TooLate)]);
}

#[test]
fn each_mode_has_its_rules() {
    let at = position(Format::Choice);
    let right = answer(&ITEMS[at], true, 0);
    let wrong = Answer::Options(vec![(ITEMS[at].key().unwrap() + 1) % ITEMS[at].choices.len()]);

    let mut race = round(Mode::Race, false, at, 2);
    race.step(Event::Joined { player: "1".into(), name: "p1".into() }, 0);
    race.step(answered(1, wrong.clone(), 1_000), 1_000);
    assert_eq!(
        race.step(answered(1, right.clone(), 2_000), 2_000),
        [Effect::Refused(Refusal::OneTry)]
    );
    let effects = race.step(answered(0, right.clone(), 3_000), 3_000);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Closed(_))), "{effects:?}");

    let mut fast = round(Mode::Classic, true, at, 2);
    fast.step(answered(0, right.clone(), TIME / 5), TIME / 5);
    assert_eq!(fast.player("0").unwrap().points, 14);
    let mut hinted = round(Mode::Classic, false, at, 2);
    let effects = hinted.step(Event::AskedHint { player: "0".into() }, 100);
    let [Effect::Hinted(Hint::NotThis(out))] = &effects[..] else { panic!("{effects:?}") };
    assert!(!ITEMS[at].choices[*out].right);
    hinted.step(answered(0, right.clone(), 3_000), 3_000);
    assert_eq!(hinted.player("0").unwrap().points, 5);

    let mut last = round(Mode::Elimination, false, at, 10);
    last.step(Event::Joined { player: "1".into(), name: "p1".into() }, 0);
    while let Some((_, question)) = last.open() {
        let right = answer(&question.item, true, 0);
        let now = last.opened() + 1_000;
        last.step(answered(0, right, now), now);
        // Whoever is away for two questions is not waited for.
        if last.opened() < now {
            let due = last.due().unwrap();
            last.step(Event::Ticked, due);
        }
    }
    assert_eq!(last.ending(), Some(Ending::Decided));
    assert_eq!((last.closed().len(), last.places()[0].1.name.as_str()), (3, "p0"));
    let late = round(Mode::Elimination, false, at, 4)
        .step(Event::Joined { player: "9".into(), name: "p9".into() }, 0);
    assert_eq!(late, [Effect::Joined("p9".into())]);
}

#[test]
fn a_shared_question_waits_for_who_needs_most_time() {
    let needs = |who: u8, percent| Event::Needs { player: who.to_string(), percent };
    let time = |round: &Round| round.open().unwrap().1.time;
    let mut shared = round(Mode::Classic, false, 0, 6).needing(150);
    assert_eq!(time(&shared), TIME * 3 / 2, "the starter's first question has it already");
    shared.step(Event::Joined { player: "1".into(), name: "p1".into() }, 0);
    shared.step(needs(1, 200), 0);
    assert_eq!(time(&shared), TIME * 3 / 2, "an open question stays as it is");
    let next = |round: &mut Round| {
        let due = round.due().unwrap();
        // Somebody is there, so that the round goes on.
        round.step(Event::Joined { player: "0".into(), name: "p0".into() }, due);
        round.step(Event::VotedSkip { player: "0".into() }, due);
        round.step(Event::VotedSkip { player: "1".into() }, due);
        round.open().unwrap().1.time
    };
    assert_eq!(next(&mut shared), TIME * 2);
    shared.step(needs(1, 900), 0);
    assert_eq!(next(&mut shared), TIME * 3, "there is a most");
    shared.step(Event::Left { player: "1".into() }, 0);
    assert_eq!(next(&mut shared), TIME * 3 / 2, "who has left is not waited for");
    shared.step(needs(0, 100), 0);
    assert_eq!(next(&mut shared), TIME);
}

#[test]
fn a_round_that_nobody_began_is_played_by_whoever_answers() {
    let at = position(Format::Choice);
    let mut alone = round(Mode::Classic, false, at, 2).unattended();
    assert!(alone.players().is_empty());
    let stop = Event::Stopped { player: "1".into(), moderator: false };
    assert_eq!(alone.step(stop, 10), [Effect::Refused(Refusal::NotStarter(String::new()))]);
    let right = answer(&ITEMS[at], true, 0);
    let effects = alone.step(answered(1, right, 2_000), 2_000);
    assert!(matches!(
        &effects[..],
        [Effect::Joined(_), Effect::Answered { .. }, Effect::Closed(_), ..]
    ));
    assert_eq!(alone.player("1").unwrap().points, 10);
}

#[test]
fn a_majority_skips_and_two_silent_questions_end_a_round() {
    let mut voting = round(Mode::Classic, false, 0, 3);
    for who in 1..3_u8 {
        voting.step(Event::Joined { player: who.to_string(), name: format!("p{who}") }, 0);
    }
    let vote = |who: u8| Event::VotedSkip { player: who.to_string() };
    assert_eq!(voting.step(vote(0), 10), [Effect::SkipVotes { votes: 1, needed: 2 }]);
    assert_eq!(voting.step(vote(0), 20), [Effect::Refused(Refusal::VotedAlready)]);
    assert_eq!(voting.step(vote(7), 30), [Effect::Refused(Refusal::PlaysNot)]);
    let effects = voting.step(vote(1), 40);
    assert!(matches!(&effects[..], [Effect::Closed(closed), Effect::Opened] if closed.skipped));
    let stop = |who: &str, moderator| Event::Stopped { player: who.into(), moderator };
    assert_eq!(
        voting.step(stop("1", false), 50),
        [Effect::Refused(Refusal::NotStarter("p0".into()))]
    );
    voting.step(stop("1", true), 60);
    assert_eq!(voting.ending(), Some(Ending::Stopped));

    let mut quiet = round(Mode::Classic, false, 0, 5);
    for _ in 0..2 {
        let due = quiet.due().unwrap();
        quiet.step(Event::Ticked, due);
    }
    assert_eq!(quiet.ending(), Some(Ending::Deserted));
}

#[test]
fn typed_names_may_have_slips_and_near_misses_are_told() {
    let item = ITEMS
        .iter()
        .find(|item| {
            item.format == Format::Typed && item.accepted.iter().any(|name| name == "jumbo visma")
        })
        .cloned();
    let Some(item) = item else { panic!("no such item among those drawn") };
    for (typed, judged) in [
        ("Jumbo-Visma", Right),
        ("jumbo visma", Right),
        ("Jumbo Vismaa", Right),
        ("jumo visam", Right),
        ("jumb vis", Near),
        ("Movistar", Wrong),
        ("", Wrong),
    ] {
        assert_eq!(item.judge(&Answer::Text(typed.into())), judged, "{typed}");
    }
}

#[test]
fn the_closest_number_wins_and_far_ones_do_not() {
    let at = position(Format::Number);
    let amount = ITEMS[at].amount().unwrap();
    let mut closest = round(Mode::Classic, false, at, 2);
    for who in 1..4_u8 {
        closest.step(Event::Joined { player: who.to_string(), name: format!("p{who}") }, 0);
    }
    for (who, guess) in
        [(0, amount * 1.2), (1, amount * 0.8), (2, amount * 1.24), (3, amount * 9.0)]
    {
        closest.step(answered(who, Answer::Number(guess), 1_000), 1_000);
    }
    let points: Vec<u32> = closest.players().iter().map(|player| player.points).collect();
    // Two are equally far off, so both win, unless rounding parts them.
    assert!(points[0] + points[1] >= 10 && points[2] + points[3] == 0, "{points:?}");
    let mut far = round(Mode::Classic, false, at, 2);
    far.step(answered(0, Answer::Number(amount * 2.0), 1_000), 1_000);
    assert_eq!(far.player("0").unwrap().points, 0);
}
