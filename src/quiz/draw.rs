//! Drawing items from the pool by a generator of chance that is passed in.

use std::collections::{HashMap, HashSet};

use rand::Rng;
use serde::{Deserialize, Serialize};

use super::chance::{below, shuffle};
use super::frames::{Frame, Set};
use super::item::{Item, Offer};
use super::kinds::{Difficulty, Format, Theme};
use super::pool::{Pool, choose, make};
use crate::facts::Facts;

/// How many questions back none may help with the next one: longer than any round.
const WINDOW: usize = 50;

/// What kind of items is wanted; what is left open may be any.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// The format.
    pub format: Option<Format>,
    /// The difficulty.
    pub difficulty: Option<Difficulty>,
    /// The part of the subject.
    pub theme: Option<Theme>,
}

/// No item is of the kind that was wanted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no question of that kind; there are {others} others")]
pub struct Empty {
    /// How many questions of other kinds there are, of the same topic if one was wanted.
    pub others: usize,
}

/// How often each frame has been asked in one place, which are not to be asked, and how hard they turned out to be;
/// kept by the caller across rounds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    counts: HashMap<String, u32>,
    left_out: HashSet<String>,
    untold: HashSet<String>,
    learnt: HashMap<String, Difficulty>,
}

impl Seen {
    /// What was noted before: ids of frames with how often each was asked.
    #[must_use]
    pub fn from_counts(counts: impl IntoIterator<Item = (String, u32)>) -> Self {
        Self { counts: counts.into_iter().collect(), ..Self::default() }
    }

    /// The same without some frames, by their ids: they are not drawn.
    #[must_use]
    pub fn leaving_out(mut self, frames: impl IntoIterator<Item = String>) -> Self {
        self.left_out.extend(frames);
        self
    }

    /// The same without what would tell some statements, by their ids: neither their claims nor what happened by
    /// them are offered.
    #[must_use]
    pub fn leaving_untold(mut self, statements: impl IntoIterator<Item = String>) -> Self {
        self.untold.extend(statements);
        self
    }

    /// The same with how hard some frames turned out to be, by their ids, instead of what was expected of them.
    #[must_use]
    pub fn knowing(mut self, learnt: impl IntoIterator<Item = (String, Difficulty)>) -> Self {
        self.learnt.extend(learnt);
        self
    }

    /// The ids of frames with how often each was asked.
    pub fn counts(&self) -> impl Iterator<Item = (&str, u32)> {
        self.counts.iter().map(|(id, count)| (id.as_str(), *count))
    }

    /// Notes that a frame was asked.
    pub fn note(&mut self, frame: &str) {
        *self.counts.entry(frame.to_owned()).or_default() += 1;
    }

    /// How hard a set of options of a frame is.
    fn difficulty(&self, frame: &Frame, set: &Set) -> Difficulty {
        self.learnt.get(&frame.id).copied().unwrap_or(set.difficulty)
    }

    /// Whether a frame may be drawn, with some set of options.
    fn allows(&self, wanted: Wanted, frame: &Frame) -> bool {
        wanted.format.is_none_or(|format| frame.format == format)
            && wanted.theme.is_none_or(|theme| frame.theme == theme)
            && !self.left_out.contains(&frame.id)
            && frame.sets.iter().any(|set| self.fits(wanted, frame, set))
    }

    fn fits(&self, wanted: Wanted, frame: &Frame, set: &Set) -> bool {
        wanted.difficulty.is_none_or(|difficulty| self.difficulty(frame, set) == difficulty)
            && !tells(&self.untold, frame, set)
    }

    /// An item of a frame that may be drawn.
    fn item(
        &self,
        facts: &Facts,
        wanted: Wanted,
        frame: &Frame,
        chance: &mut dyn Rng,
    ) -> Option<Item> {
        let fits = |set: &&Set| self.fits(wanted, frame, set);
        let sets: Vec<&Set> = frame.sets.iter().filter(fits).collect();
        let set = choose(frame, &sets, chance)?;
        let difficulty = self.difficulty(frame, set);
        Some(Item { difficulty, ..make(facts, frame, set, chance) })
    }

    fn count(&self, frame: &Frame) -> u32 {
        self.counts.get(&frame.id).copied().unwrap_or_default()
    }
}

/// Draws `count` items and notes them. No frame comes twice before all of the kind have been used, and
/// none that another within the last fifty helps with, as long as there are others; the first items of a
/// longer draw are those of a shorter one.
///
/// # Errors
/// [`Empty`] if there is no item of that kind.
pub fn draw(
    facts: &Facts,
    pool: &Pool,
    wanted: Wanted,
    count: usize,
    seen: &mut Seen,
    chance: &mut dyn Rng,
) -> Result<Vec<Item>, Empty> {
    let mut hat = Hat::new(pool, wanted, seen);
    if hat.counts.is_empty() {
        return Err(Empty { others: others(pool, wanted) });
    }
    let mut items = Vec::with_capacity(count.min(1_000));
    while items.len() < count {
        let Some(frame) = hat.next(chance) else { break };
        let Some(item) = seen.item(facts, wanted, frame, chance) else { break };
        seen.note(&frame.id);
        items.push(item);
    }
    Ok(items)
}

/// Draws one item about each of some statements, by their ids, up to `count`; statements that cannot be
/// asked in the way that is wanted are left out. How often something was asked does not matter here.
pub fn draw_about<'a>(
    facts: &Facts,
    pool: &Pool,
    wanted: Wanted,
    (statements, count): (impl Iterator<Item = &'a str>, usize),
    seen: &Seen,
    chance: &mut dyn Rng,
) -> Vec<Item> {
    let mut items = Vec::new();
    for id in statements {
        if items.len() == count {
            break;
        }
        let about = |frame: &&Frame| {
            let own = facts.statements().get(frame.statement);
            own.is_some_and(|one| one.id == id) && seen.allows(wanted, frame)
        };
        let frames: Vec<&Frame> = pool.frames().iter().filter(about).collect();
        let Some(frame) = frames.get(below(chance, frames.len())) else { continue };
        items.extend(seen.item(facts, wanted, frame, chance));
    }
    items
}

/// How many questions there are if format and difficulty are left open, or everything is.
fn others(pool: &Pool, wanted: Wanted) -> usize {
    let sets = |theme: Option<Theme>| -> usize {
        let frames = pool.frames().iter();
        frames
            .filter(|one| theme.is_none_or(|theme| one.theme == theme))
            .map(|one| one.sets.len())
            .sum()
    };
    match sets(wanted.theme) {
        0 => sets(None),
        count => count,
    }
}

/// The frames that may be drawn, with how often each has been.
struct Hat<'a> {
    pool: &'a Pool,
    /// Position in the pool, times asked.
    counts: Vec<(usize, u32)>,
    /// How often something of each statement was asked in this draw.
    statements: HashMap<usize, u32>,
    recent: Vec<usize>,
}

impl<'a> Hat<'a> {
    fn new(pool: &'a Pool, wanted: Wanted, seen: &Seen) -> Self {
        let frames = pool.frames().iter().enumerate();
        let frames = frames.filter(|(_, frame)| seen.allows(wanted, frame));
        let counts = frames.map(|(at, frame)| (at, seen.count(frame))).collect();
        Self { pool, counts, statements: HashMap::new(), recent: Vec::new() }
    }

    fn next(&mut self, chance: &mut dyn Rng) -> Option<&'a Frame> {
        let least = self.counts.iter().map(|(_, count)| *count).min()?;
        let open: Vec<usize> =
            self.counts.iter().filter(|(_, count)| *count == least).map(|(at, _)| *at).collect();
        let at = self.pick(&open, chance)?;
        let frame = self.pool.frames().get(at)?;
        if let Some((_, count)) = self.counts.iter_mut().find(|(one, _)| *one == at) {
            *count += 1;
        }
        *self.statements.entry(frame.statement).or_default() += 1;
        self.recent.push(at);
        if self.recent.len() > WINDOW {
            self.recent.remove(0);
        }
        Some(frame)
    }

    /// A format is drawn first, then what the answer comes to, then a frame, so that the many of one kind
    /// don't crowd out the few of another and no answer is likelier than the others.
    fn pick(&self, open: &[usize], chance: &mut dyn Rng) -> Option<usize> {
        let frame = |at: &usize| self.pool.frames().get(*at);
        let formats: HashSet<Format> =
            open.iter().filter_map(frame).map(|frame| frame.format).collect();
        let mut formats: Vec<Format> = formats.into_iter().collect();
        formats.sort_unstable();
        shuffle(&mut formats, chance);
        let mut fallback = None;
        for format in formats {
            let of_format: Vec<usize> = open
                .iter()
                .copied()
                .filter(|at| frame(at).is_some_and(|one| one.format == format))
                .collect();
            let mut classes: Vec<u8> =
                of_format.iter().filter_map(frame).map(|frame| frame.class).collect();
            classes.sort_unstable();
            classes.dedup();
            shuffle(&mut classes, chance);
            for class in classes {
                let mut of_class: Vec<usize> = of_format
                    .iter()
                    .copied()
                    .filter(|at| frame(at).is_some_and(|one| one.class == class))
                    .collect();
                shuffle(&mut of_class, chance);
                // Statements that were asked least go first; among equals the order stays as drawn.
                of_class.sort_by_key(|at| {
                    let statement = frame(at).map(|one| one.statement).unwrap_or_default();
                    self.statements.get(&statement).copied().unwrap_or_default()
                });
                fallback = fallback.or_else(|| of_class.first().copied());
                let free = |at: &&usize| self.recent.iter().all(|one| !self.pool.helps(*one, **at));
                if let Some(found) = of_class.iter().find(free) {
                    return Some(*found);
                }
            }
        }
        fallback.or_else(|| open.get(below(chance, open.len())).copied())
    }
}

/// Whether a set of options tells one of some statements by a claim or an event.
fn tells(untold: &HashSet<String>, frame: &Frame, set: &Set) -> bool {
    let mut offered = set.picks().filter_map(|pick| frame.candidates.get(pick));
    offered.any(|choice| match &choice.offer {
        Offer::Claim(id, _) | Offer::Event(id) => untold.contains(id),
        _ => false,
    })
}
