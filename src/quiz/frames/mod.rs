//! Frames: every question that a fact set allows, each with the sets of options that may go with it.

mod lists;
mod single;
mod sorted;
mod standing;

use rand::Rng;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use sha2::{Digest as _, Sha256};

use super::chance::below;
use super::item::{Choice, Offer, Stem};
use super::kinds::{Difficulty, Format, Standing, Theme};
use crate::facts::{Facts, Lang, Statement, Value};

/// The most sets of options that a frame keeps: enough for years of rounds.
const MOST_SETS: usize = 60;

/// A question that can be asked.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Format, statement and stem in short; the same in every build.
    pub id: String,
    /// The format.
    pub format: Format,
    /// What it is about.
    pub theme: Theme,
    /// What is asked; the value of a swapped claim is in the set.
    pub stem: Stem,
    /// The index of the statement that it is about.
    pub statement: usize,
    /// What the answer comes to, where that must be balanced: true or false, fact or rumour.
    pub class: u8,
    /// Everything that may stand as an option.
    pub candidates: Vec<Choice>,
    /// What each candidate is to be matched with; empty in other formats.
    pub targets: Vec<Value>,
    /// How many of the candidates after the first come before it, nearest first, where candidates have an
    /// order; the rest come after it.
    pub below: Option<usize>,
    /// The sets of options.
    pub sets: Vec<Set>,
}

/// One set of options of a frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Set {
    /// Which candidates. Thousands of sets are kept for as long as the program runs, so each is kept small.
    picks: Box<[u16]>,
    /// The value that the claim is given instead of its own.
    pub swap: Option<Box<Value>>,
    /// By which sets are balanced: where the key stands among the options in order, how many are right.
    pub rank: u8,
    /// How hard it is expected to be.
    pub difficulty: Difficulty,
}

impl Set {
    /// A set of these candidates.
    fn new(picks: &[usize], swap: Option<Value>, rank: u8, difficulty: Difficulty) -> Self {
        let picks = picks.iter().map(|pick| u16::try_from(*pick).unwrap_or(u16::MAX)).collect();
        Self { picks, swap: swap.map(Box::new), rank, difficulty }
    }

    /// Which candidates.
    #[must_use]
    pub fn picks(&self) -> impl ExactSizeIterator<Item = usize> + '_ {
        self.picks.iter().map(|pick| usize::from(*pick))
    }
}

/// Every frame of a fact set, in a fixed order.
#[must_use]
pub fn frames(facts: &Facts) -> Vec<Frame> {
    let mut frames = Vec::new();
    for (index, statement) in facts.statements().iter().enumerate() {
        frames.extend(single::frames(facts, index, statement));
    }
    frames.extend(standing::supposed(facts));
    frames.extend(lists::frames(facts));
    frames.extend(sorted::frames(facts));
    frames.retain(|frame| !frame.sets.is_empty() && !sticks_out(facts, frame));
    balance(&mut frames);
    frames
}

/// Keeps as many frames of each class of *rumour or fact* as of the others: where facts outnumber the
/// rest, whoever always says "fact" would be right too often.
fn balance(frames: &mut Vec<Frame>) {
    let of =
        |frame: &Frame, class: u8| frame.format == Format::RumourOrFact && frame.class == class;
    let classes = 0..u8::try_from(Standing::ALL.len()).unwrap_or_default();
    let count = |class: u8| frames.iter().filter(|frame| of(frame, class)).count();
    let Some(least) = classes.clone().map(count).min() else { return };
    for class in classes {
        // What somebody supposed reads more like the rest than a claim with a name exchanged.
        let never = standing::class_of(Standing::NeverSaid);
        let swapped = |frame: &Frame| class == never && !matches!(frame.stem, Stem::Supposed(_));
        let mut own: Vec<(bool, u64, usize)> = frames
            .iter()
            .enumerate()
            .filter(|(_, frame)| of(frame, class))
            .map(|(at, frame)| (swapped(frame), frame.generator().next_u64(), at))
            .collect();
        own.sort_unstable();
        let mut surplus: Vec<usize> = own.into_iter().skip(least).map(|(_, _, at)| at).collect();
        surplus.sort_unstable_by(|left, right| right.cmp(left));
        for at in surplus {
            frames.remove(at);
        }
    }
}

impl Frame {
    fn new(facts: &Facts, format: Format, index: usize, statement: &Statement, stem: Stem) -> Self {
        let kind = match &stem {
            Stem::Inverse => "-inverse",
            Stem::Pick(_) => "-list",
            Stem::Odd(_) => "-odd",
            Stem::Claims => "-claims",
            Stem::Supposed(_) => "-supposed",
            Stem::Dates => "-dates",
            _ => "",
        };
        Self {
            id: format!("{}{kind}:{}", format.name(), statement.id),
            format,
            theme: Theme::of(facts, statement),
            stem,
            statement: index,
            class: 0,
            candidates: Vec::new(),
            targets: Vec::new(),
            below: None,
            sets: Vec::new(),
        }
    }

    /// Gives back the room that was only needed to find it.
    pub(super) fn shrink(&mut self) {
        self.candidates.shrink_to_fit();
        self.targets.shrink_to_fit();
        self.sets.shrink_to_fit();
    }

    /// A generator of its own, the same in every build: which sets it keeps hangs on nothing else.
    fn generator(&self) -> ChaCha8Rng {
        let digest = Sha256::digest(self.id.as_bytes());
        let seed = digest.iter().take(8).fold(0, |all, byte| (all << 8) | u64::from(*byte));
        ChaCha8Rng::seed_from_u64(seed)
    }

    /// Sets of the first candidate with `count` of the others, as far as `fair` lets them stand together.
    fn with_others(
        &mut self,
        count: usize,
        difficulty: impl Fn(&[usize]) -> Difficulty,
        rank: impl Fn(&[usize]) -> u8,
        fair: impl Fn(&[usize]) -> bool,
    ) {
        let others: Vec<usize> = (1..self.candidates.len()).collect();
        let mut chance = self.generator();
        for others in subsets(&others, count, MOST_SETS * 3, &mut chance) {
            let picks: Vec<usize> = std::iter::once(0).chain(others).collect();
            if self.sets.len() < MOST_SETS && fair(&picks) {
                let (rank, difficulty) = (rank(&picks), difficulty(&picks));
                self.sets.push(Set::new(&picks, None, rank, difficulty));
            }
        }
    }
}

/// All subsets of a size where they are few, and as many different ones drawn by chance where not.
fn subsets(of: &[usize], size: usize, most: usize, chance: &mut impl Rng) -> Vec<Vec<usize>> {
    if size > of.len() {
        return Vec::new();
    }
    let count = (0..size).fold(1_usize, |all, at| all.saturating_mul(of.len() - at) / (at + 1));
    if count <= most {
        return all_subsets(of, size);
    }
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut tries = 0;
    while found.len() < most && tries < most * 8 {
        tries += 1;
        let mut left = of.to_vec();
        let mut subset: Vec<usize> =
            (0..size).map(|_| left.swap_remove(below(chance, left.len()))).collect();
        subset.sort_unstable();
        if !found.contains(&subset) {
            found.push(subset);
        }
    }
    found
}

fn all_subsets(of: &[usize], size: usize) -> Vec<Vec<usize>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let mut found = Vec::new();
    for (at, first) in of.iter().enumerate() {
        for mut rest in all_subsets(of.get(at + 1..).unwrap_or_default(), size - 1) {
            rest.insert(0, *first);
            found.push(rest);
        }
    }
    found
}

/// Whether texts are near enough in length, in each language, that none sticks out: within 1.6 times the
/// median (rule 6 of item writing: the longest option is too often the key).
fn even_lengths(texts: &[[String; 2]]) -> bool {
    Lang::ALL.iter().enumerate().all(|(at, _)| {
        let mut lengths: Vec<usize> =
            texts.iter().filter_map(|pair| pair.get(at)).map(|text| text.chars().count()).collect();
        lengths.sort_unstable();
        let middle = lengths.get(lengths.len() / 2).copied().unwrap_or_default();
        let other = lengths.get(lengths.len().saturating_sub(1) / 2).copied().unwrap_or_default();
        // Twice the median, so that all stays in whole numbers.
        let twice = middle + other;
        lengths.iter().all(|length| length * 10 <= twice * 8 && length * 16 >= twice * 5)
    })
}

/// What an option reads like, in both languages, as far as its length and its words matter.
fn texts(facts: &Facts, offer: &Offer) -> [String; 2] {
    Lang::ALL.map(|lang| match offer {
        Offer::Value(Value::Text(text)) => text.get(lang).to_owned(),
        Offer::Value(Value::Entity(id)) | Offer::Subject(id) => {
            facts.entity(id).map(|entity| entity.label.get(lang).to_owned()).unwrap_or_default()
        }
        Offer::Claim(id, _) => {
            facts.statement(id).map(|one| one.claim.get(lang).to_owned()).unwrap_or_default()
        }
        Offer::Event(id) => facts
            .statement(id)
            .and_then(|one| one.quiz.as_ref()?.event.as_ref())
            .map(|event| event.get(lang).to_owned())
            .unwrap_or_default(),
        Offer::Value(_) | Offer::Truth(_) | Offer::Standing(_) => String::new(),
    })
}

/// How many statements name an option: the fame that a blind guesser goes by.
fn fame(facts: &Facts, offer: &Offer) -> usize {
    match offer {
        Offer::Value(Value::Entity(id)) | Offer::Subject(id) => facts.naming(id).count(),
        _ => 0,
    }
}

/// Whether the key of a frame is three times as famous as anything that stands beside it: whoever has heard
/// of one option only would choose it.
fn sticks_out(facts: &Facts, frame: &Frame) -> bool {
    let mut fames = frame.candidates.iter().map(|one| fame(facts, &one.offer));
    let key = fames.next().unwrap_or_default();
    frame.format == Format::Choice && key > 0 && fames.all(|other| other * 3 <= key)
}

/// Where the first of these candidates comes among them by length, the longest first, by which sets are
/// balanced; those where it is the most famous too are set apart.
fn rank(facts: &Facts, candidates: &[Choice], picks: &[usize]) -> u8 {
    let length = |pick: &usize| {
        let texts = candidates.get(*pick).map(|one| texts(facts, &one.offer));
        texts.iter().flatten().map(|text| text.chars().count()).sum::<usize>()
    };
    let fame = |pick: &usize| candidates.get(*pick).map_or(0, |one| fame(facts, &one.offer));
    let (own, known) = picks.first().map_or((0, 0), |key| (length(key), fame(key)));
    let longer = picks.iter().skip(1).filter(|pick| length(pick) > own).count();
    let famous = known > 0 && picks.iter().skip(1).all(|pick| fame(pick) < known);
    u8::try_from(longer * 2 + usize::from(famous)).unwrap_or(u8::MAX)
}
