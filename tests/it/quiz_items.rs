//! Drawn quiz items: the same on every machine, no answer likelier than another, none tells another's answer,
//! none comes back too soon. Whether each is right at all is for the oracle.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::sync::LazyLock;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::facts::{Lang, Value};
use roadbook::quiz::{
    Difficulty, Empty, Format, Item, Offer, Pool, Seen, Stem, Theme, Wanted, draw, question,
};
use roadbook::router::Router;
use roadbook::text::fold;
use sha2::{Digest as _, Sha256};

use crate::talk::router;

static ROUTER: LazyLock<Router> = LazyLock::new(router);

fn items(wanted: Wanted, count: usize, seed: u64) -> Result<Vec<Item>, Empty> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    draw(ROUTER.facts(), ROUTER.pool(), wanted, count, &mut Seen::default(), &mut chance)
}

fn of_format(format: Format, count: usize, seed: u64) -> Vec<Item> {
    items(Wanted { format: Some(format), ..Wanted::default() }, count, seed).unwrap()
}

#[test]
fn a_seed_gives_these_items_everywhere() {
    let drawn = items(Wanted::default(), 1_000, 2022).unwrap();
    let mut text = String::new();
    for lang in Lang::ALL {
        let writer = ROUTER.writer(lang);
        for item in &drawn {
            write!(text, "{} {}", item.id, writer.prompt(item)).unwrap();
            for choice in &item.choices {
                write!(text, "|{} {}", writer.offer(&choice.offer), choice.right).unwrap();
            }
        }
    }
    let digest = Sha256::digest(text);
    let short = digest.iter().take(8).fold(0_u64, |all, byte| (all << 8) | u64::from(*byte));
    let ids: Vec<&str> = drawn.iter().take(12).map(|item| item.id.as_str()).collect();
    insta::assert_snapshot!(format!("{short:016x}\n{}", ids.join("\n")), @"
    7f343085df45b618
    rumour-or-fact:least-expected-day-behind-the-scenes:said:66188438
    match:nationality-jumbo-visma:ca0d6764
    typed:dunkirk-calais-to:e56d2c2f
    typed:episode-2-team:48f7caa2
    number:total-length:c6b025f6
    pick-all-claims:title:bb8fc63b
    true-or-false:box-to-box-other-series:false:43cdb4ea
    choice:le-moenner-job:81966c70
    match-dates:article-date-announcement-en:f223a553
    true-or-false:aso-full-name:false:6feecc53
    choice:vingegaard-nationality:128c229e
    pick-all-list:team-bora-hansgrohe:e247ef0a
    ");
}

#[test]
fn a_longer_draw_begins_like_a_shorter_one() {
    let short = items(Wanted::default(), 10, 9).unwrap();
    assert_eq!(short[..], items(Wanted::default(), 30, 9).unwrap()[..10]);
}

/// χ² of how often each of some positions came, if all are equally likely.
fn chi_squared(counts: &[usize]) -> f64 {
    let all: usize = counts.iter().sum();
    let expected = as_f64(all) / as_f64(counts.len());
    counts.iter().map(|count| (as_f64(*count) - expected).powi(2) / expected).sum()
}

fn as_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

#[test]
fn the_key_stands_anywhere_as_often_as_anywhere_else() {
    // The values that χ² exceeds by chance in one case of a hundred, by degrees of freedom.
    const CRITICAL: [f64; 4] = [0.0, 6.635, 9.210, 11.345];
    for format in [Format::Choice, Format::TrueOrFalse, Format::RumourOrFact] {
        let mut counts: HashMap<usize, Vec<usize>> = HashMap::new();
        for item in of_format(format, 10_000, 77) {
            let options = item.choices.len();
            counts.entry(options).or_insert_with(|| vec![0; options])[item.key().unwrap()] += 1;
        }
        for (options, counts) in counts {
            let chi = chi_squared(&counts);
            assert!(
                chi < CRITICAL[options - 1],
                "{format:?}, {options}: {counts:?} gives {chi:.2}"
            );
        }
    }
}

/// What somebody who knows nothing would choose, by some habit: a score for each option, highest wins.
type Habit = (&'static str, fn(&Item, usize, Lang) -> i64);

fn text_of(item: &Item, at: usize, lang: Lang) -> String {
    ROUTER.writer(lang).offer(&item.choices[at].offer)
}

fn length(item: &Item, at: usize, lang: Lang) -> i64 {
    i64::try_from(text_of(item, at, lang).chars().count()).unwrap()
}

fn fame(item: &Item, at: usize) -> i64 {
    let named = match &item.choices[at].offer {
        Offer::Value(Value::Entity(id)) | Offer::Subject(id) => ROUTER.facts().naming(id).count(),
        _ => 0,
    };
    i64::try_from(named).unwrap()
}

#[test]
fn blind_guessers_stay_at_chance() {
    const HABITS: [Habit; 6] = [
        ("the longest", |item, at, lang| length(item, at, lang)),
        ("the shortest", |item, at, lang| -length(item, at, lang)),
        ("the most famous", |item, at, _| fame(item, at)),
        ("the least famous", |item, at, _| -fame(item, at)),
        ("the middle", |item, at, _| -i64::try_from(at.abs_diff(item.choices.len() / 2)).unwrap()),
        ("the first", |_, at, _| -i64::try_from(at).unwrap()),
    ];
    for format in [Format::Choice, Format::TrueOrFalse, Format::RumourOrFact] {
        // As in play: many rounds, not one long one.
        let drawn: Vec<Item> =
            (0..100).flat_map(|seed| of_format(format, 10, 1_000 + seed)).collect();
        let chance: f64 = drawn.iter().map(|item| 1.0 / as_f64(item.choices.len())).sum::<f64>();
        for lang in Lang::ALL {
            for (habit, score) in HABITS {
                let mut right = 0.0;
                for item in &drawn {
                    let scores: Vec<i64> =
                        (0..item.choices.len()).map(|at| score(item, at, lang)).collect();
                    let best = scores.iter().max().unwrap();
                    let ties: Vec<usize> =
                        (0..scores.len()).filter(|at| scores[*at] == *best).collect();
                    if ties.contains(&item.key().unwrap()) {
                        right += 1.0 / as_f64(ties.len());
                    }
                }
                let gain = (right - chance) / as_f64(drawn.len()) * 100.0;
                assert!(gain.abs() <= 5.0, "{format:?}, {lang:?}: {habit} gains {gain:.1} points");
            }
        }
    }
}

#[test]
fn no_question_of_a_quiz_tells_the_answer_to_another() {
    let facts = ROUTER.facts();
    let mut told = Vec::new();
    for seed in 0..60 {
        let drawn = items(Wanted::default(), 20, seed).unwrap();
        for (at, item) in drawn.iter().enumerate() {
            for (other_at, other) in drawn.iter().enumerate() {
                if at != other_at
                    && let Some(key) = answer_told(item, other)
                {
                    told.push(format!("seed {seed}: {} tells “{key}” of {}", item.id, other.id));
                }
            }
        }
        let about: HashSet<&str> = drawn.iter().map(|item| item.statement.as_str()).collect();
        assert_eq!(about.len(), drawn.len(), "seed {seed}: a statement is asked twice");
        assert!(drawn.iter().all(|item| item.stands(facts)));
    }
    assert!(told.is_empty(), "{} leaks, as\n{}", told.len(), told[..told.len().min(12)].join("\n"));
}

/// The answer to `other`, if the words of `item`, as they are shown before and after it is answered, name
/// it together with whom or what it is said of.
fn answer_told(item: &Item, other: &Item) -> Option<String> {
    let facts = ROUTER.facts();
    if !matches!(other.format, Format::Choice | Format::Typed | Format::Number)
        || other.stem != Stem::Question
    {
        return item
            .statements()
            .contains(&other.statement.as_str())
            .then(|| other.statement.clone());
    }
    let statement = facts.statement(&other.statement).unwrap();
    for lang in Lang::ALL {
        let writer = ROUTER.writer(lang);
        // Each text apart, so that no name is read across the end of a sentence.
        let mut shown = format!(" {} ", fold(&writer.prompt(item)));
        for id in item.statements() {
            let one = facts.statement(id).unwrap();
            let (claim, asked) = (fold(one.claim.get(lang)), fold(question(one).get(lang)));
            write!(shown, "| {claim} | {asked} ").unwrap();
        }
        let names =
            |id: &str| facts.entity(id).unwrap().names().map(|name| fold(name)).collect::<Vec<_>>();
        let keys = match &statement.value {
            Value::Entity(id) => names(id),
            value => vec![fold(&writer.value(value))],
        };
        let subjects = names(&statement.subject);
        let heard = |names: &[String]| {
            names.iter().find(|name| shown.contains(&format!(" {name} "))).cloned()
        };
        let about = statement.subject == facts.series() || heard(&subjects).is_some();
        if let Some(key) = heard(&keys).filter(|_| about) {
            return Some(key);
        }
    }
    None
}

#[test]
fn nothing_is_asked_again_before_everything_was() {
    let pool = ROUTER.pool();
    let frames = pool.frames().len();
    let drawn = items(Wanted::default(), frames, 4).unwrap();
    let asked: HashSet<&str> = drawn.iter().map(|item| item.frame.as_str()).collect();
    assert_eq!(asked.len(), frames);

    // The same over many rounds of a place, with the records written down and read again in between.
    let mut chance = ChaCha8Rng::seed_from_u64(8);
    let mut seen = Seen::default();
    let wanted = Wanted { theme: Some(Theme::Race), ..Wanted::default() };
    let of_theme = pool.frames().iter().filter(|frame| frame.theme == Theme::Race).count();
    let mut asked = HashSet::new();
    for _ in 0..of_theme / 5 {
        let counts: Vec<(String, u32)> =
            seen.counts().map(|(id, count)| (id.to_owned(), count)).collect();
        seen = Seen::from_counts(counts);
        for item in draw(ROUTER.facts(), pool, wanted, 5, &mut seen, &mut chance).unwrap() {
            assert!(asked.insert(item.frame.clone()), "{} came again", item.frame);
        }
    }
}

#[test]
fn every_kind_has_items_or_says_how_many_others_there_are() {
    let (mut kinds, mut empty) = (0, 0);
    for format in Format::ALL {
        for difficulty in Difficulty::ALL {
            for theme in Theme::ALL {
                let wanted = Wanted {
                    format: Some(format),
                    difficulty: Some(difficulty),
                    theme: Some(theme),
                };
                match items(wanted, 3, 1) {
                    Ok(items) => {
                        kinds += 1;
                        assert!(items.iter().all(|item| item.format == format
                            && item.difficulty == difficulty
                            && item.theme == theme));
                    }
                    Err(nothing) => {
                        empty += 1;
                        assert!(nothing.others > 0);
                    }
                }
            }
        }
        assert!(!of_format(format, 1, 1).is_empty());
    }
    for difficulty in Difficulty::ALL {
        let wanted = Wanted { difficulty: Some(difficulty), ..Wanted::default() };
        assert!(items(wanted, 20, 1).is_ok());
    }
    for theme in Theme::ALL {
        let wanted = Wanted { theme: Some(theme), ..Wanted::default() };
        assert!(items(wanted, 10, 1).is_ok());
    }
    assert!(kinds > 80 && kinds + empty == 192, "{kinds} kinds have items, {empty} have none");
}

#[test]
fn an_item_whose_statement_changed_is_withdrawn() {
    let text = roadbook::facts::SHIPPED;
    let item = of_format(Format::Choice, 1, 3).remove(0);
    assert!(item.stands(ROUTER.facts()));
    let claim = &ROUTER.facts().statement(&item.statement).unwrap().claim.en;
    let changed = text.replace(claim.as_str(), "Something else was said.");
    let facts = roadbook::facts::Facts::from_json(&changed).unwrap();
    assert!(!item.stands(&facts));
    assert!(!Pool::new(&facts).frames().is_empty());
}

/// What French would run together or draw into one.
fn french_slip(text: &str) -> Option<String> {
    const ELIDED: [&str; 9] = ["le", "la", "de", "que", "ne", "se", "jusque", "lorsque", "puisque"];
    let words: Vec<String> = text
        .to_lowercase()
        .split([' ', '\u{a0}', '\u{202f}', '«', '»'])
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    for pair in words.windows(2) {
        let (first, second) = (pair[0].as_str(), pair[1].as_str());
        let vowel =
            second.starts_with(['a', 'à', 'â', 'e', 'é', 'è', 'ê', 'i', 'î', 'o', 'ô', 'u']);
        // "onze", "oui" and "ou" keep the word before them whole.
        let whole = ["onze", "oui", "ou"].iter().any(|one| second.starts_with(one));
        if ELIDED.contains(&first) && vowel && !whole {
            return Some(format!("{first} {second}"));
        }
        if matches!((first, second), ("à" | "de", "le" | "les") | ("si", "il" | "ils")) {
            return Some(format!("{first} {second}"));
        }
    }
    None
}

#[test]
fn french_elides_whatever_option_stands_there() {
    assert_eq!(french_slip("La série de Amazon").as_deref(), Some("de amazon"));
    assert_eq!(french_slip("L’arrivée de le Tour").as_deref(), Some("de le"));
    assert_eq!(french_slip("C’est l’équipe d’Alaphilippe"), None);
    let writer = ROUTER.writer(Lang::Fr);
    let mut chance = ChaCha8Rng::seed_from_u64(1);
    let mut slips = HashSet::new();
    for item in ROUTER.pool().all(ROUTER.facts(), &mut chance) {
        let options = item.choices.iter().map(|choice| writer.offer(&choice.offer));
        for text in std::iter::once(writer.prompt(&item)).chain(options) {
            if let Some(slip) = french_slip(&text) {
                slips.insert(format!("{slip}: {text}"));
            }
        }
    }
    assert!(slips.is_empty(), "{slips:#?}");
}
