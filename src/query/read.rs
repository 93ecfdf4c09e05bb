//! Reading a question: what it may ask for, with how much speaks for each, and what may be learnt of that.

use super::ask::Asker;
use super::boost::Case;
use super::forest::Forest;
use super::kind::Kind;
use super::label::{family, property};
use super::model::Guess;
use super::questions::{OFF, UNSAID};
use super::resolve::{Named, Resolved, resolve};
use super::said::{speaks_of_a_year, speaks_of_year};
use super::shorthand::written_out;
use super::signs::Row;
use super::talk::is_filler;
use super::understand::by_the_facts;
use super::weigh::{Asked, Background, Weighed};
use crate::facts::{Class, Facts, Role};
use crate::text::fold;

/// How many properties are tried.
const GUESSES: usize = 10;
/// By how much less a reading may weigh that is of the year asked for, for those of other years to be left out.
const OF_THE_YEAR: f32 = 6.0;
/// The same where yes or no is asked for.
const OF_A_YEAR_PERHAPS: f32 = 1.0;
/// How much more must speak for a reading than for none: a wrong answer is worse than none.
const CAUTION: f32 = 0.5;
/// How much more speaks at least for a statement than for none, where this very question is known to ask for it.
const KNOWN: f32 = 1.0;
/// By how much the signs may speak for none of them, where nothing of the subject is named, for the trees to be heard: they
/// were not learnt from everything else that there is in the world.
const STRANGE: f32 = 0.5;

/// What a question may ask for.
#[derive(Debug)]
pub(super) struct Read<'m, 'a> {
    /// The readings, the one for which most speaks first.
    pub readings: Vec<Weighed<'m, 'a>>,
    /// How much speaks for none of them.
    pub none: f32,
    /// Whether the question is likelier about something else altogether.
    pub off: bool,
    /// Whether it may be, so that the signs are weighed without the trees.
    strange: bool,
    /// What the weight of none of them was read from.
    row: Row,
}

impl Read<'_, '_> {
    /// Lets more speak for a statement that was learnt to answer this very question than for none: where few questions were
    /// learnt from, little speaks for anything.
    pub fn trust_the_known(&mut self) {
        let least = self.none + KNOWN;
        let is_stated = |one: &Weighed<'_, '_>| matches!(one.resolved, Some(Resolved::Stated(_)));
        for reading in self.readings.iter_mut().filter(|one| one.guess.exact && is_stated(one)) {
            reading.weight = reading.weight.max(least);
        }
        self.readings.sort_by(|left, right| right.weight.total_cmp(&left.weight));
    }
}

impl Asker {
    /// Weighs what a question may ask for; nothing where the model knows of no property.
    pub(super) fn read<'a>(&self, asked: &Asked<'a, '_>, forest: &Forest) -> Option<Read<'_, 'a>> {
        let guesses = self.model.guess(asked.linked, &self.linker);
        tracing::debug!(
            linked = ?asked.linked,
            guesses = ?guesses.get(..GUESSES),
            unknown = asked.unknown,
            "a question was read"
        );
        let score = |label: &str| {
            guesses.iter().find(|guess| guess.label == label).map_or(0.0, |guess| guess.score)
        };
        let background = Background { off: score(OFF), unsaid: score(UNSAID) };
        let likeliest = likeliest(asked, guesses);
        let best = likeliest.first().copied()?;
        let second = likeliest.get(1).map_or(-1.0, |guess| guess.score);
        let off = background.off > best.score.max(background.unsaid);
        let around = asked.surroundings(background, &best, off);
        let question = (asked.linked, asked.heard);
        let mut readings: Vec<Weighed<'_, 'a>> = likeliest
            .into_iter()
            .filter_map(|guess| {
                let resolved =
                    resolve(asked.facts, &self.words, guess.label, asked.named, question);
                // What is said of other years only is no reading of a question about this one.
                if matches!(resolved, Some(Resolved::OfOtherYears)) {
                    return None;
                }
                // A word that nothing knows stands where the subject would: "what is X short for".
                if asked.unknown > 0
                    && asked.named.telling.is_empty()
                    && asked.is_of_unnamed(resolved.as_ref())
                {
                    return None;
                }
                let other = if guess.label == best.label { second } else { best.score };
                Some(asked.weigh(guess, resolved, guess.score - other, &around))
            })
            .collect();
        let (mut none, row) = asked.none(background, &best, &around);
        let most = readings.iter().map(|one| one.weight).fold(f32::NEG_INFINITY, f32::max);
        let unnamed = asked.named.telling.is_empty();
        let strange =
            off && none > most || unnamed && (off || asked.unknown > 0 || none > most + STRANGE);
        if !strange {
            for reading in &mut readings {
                reading.weight += forest.score(&reading.row);
            }
            none += forest.score(&row);
        }
        of_the_year(&mut readings, asked);
        readings.sort_by(|left, right| right.weight.total_cmp(&left.weight));
        tracing::debug!(none, off, readings = ?readings.iter().map(Weighed::told).collect::<Vec<_>>(), "its readings were weighed");
        Some(Read { readings, none: none + CAUTION, off, strange, row })
    }

    /// What a marked question teaches about weighing: its readings, and which of them are right. `wanted` are the
    /// statements of which one is to be told, none where nothing is; where `denies`, it may also be said that there is no
    /// answer. Nothing where no reading is right.
    #[must_use]
    pub fn case(
        &self,
        facts: &Facts,
        question: &str,
        wanted: &[String],
        denies: bool,
    ) -> Option<Case> {
        let folded = fold(&written_out(question));
        let kind = Kind::of(&folded);
        let linked = self.link(&folded, &kind);
        let named = Named::new(facts, &linked, &self.ambient);
        // Where the facts alone decide, nothing is weighed.
        if by_the_facts(facts, &named, &linked, &kind).is_some() {
            return None;
        }
        let content: Vec<&str> = linked.plain().filter(|word| !is_filler(word)).collect();
        let asked = Asked {
            facts,
            words: &self.words,
            model: &self.model,
            named: &named,
            linked: &linked,
            heard: &self.words.heard(&linked),
            kind: &kind,
            unknown: self.unknown(&content),
            content: content.len(),
        };
        // What the trees add is not what they are to learn from.
        let read = self.read(&asked, &Forest::default())?;
        if read.strange {
            return None;
        }
        let nothing = wanted.is_empty();
        let right = |resolved: Option<&Resolved<'_>>| match resolved {
            Some(Resolved::Stated(found) | Resolved::Excluded { instead: found, .. }) => {
                found.iter().any(|one| wanted.contains(&one.id))
            }
            Some(Resolved::Absent(_)) => nothing || denies,
            None | Some(Resolved::NotOf | Resolved::OfOtherYears) => nothing,
            Some(Resolved::OfWhich(_)) => false,
        };
        let mut rows: Vec<(Row, f32, bool)> = read
            .readings
            .iter()
            .map(|one| (one.row, one.weight, right(one.resolved.as_ref())))
            .collect();
        rows.push((read.row, read.none - CAUTION, nothing || denies));
        Case::new(&rows, nothing || denies)
    }

    /// How many words of a question the model does not know.
    pub(super) fn unknown(&self, content: &[&str]) -> usize {
        content.iter().filter(|word| word.len() > 2 && self.model.is_foreign(word)).count()
    }
}

/// The likeliest guess of each property, and the second where both are of one statement.
fn likeliest<'m>(asked: &Asked<'_, '_>, guesses: Vec<Guess<'m>>) -> Vec<Guess<'m>> {
    let mut likeliest: Vec<Guess<'_>> = Vec::with_capacity(GUESSES);
    // The family of each, and whether it is of one statement.
    let mut families: Vec<(&str, bool)> = Vec::with_capacity(GUESSES);
    for guess in guesses.into_iter().filter(|guess| !is_background(guess.label)) {
        let id = family(guess.label);
        // Whether something is in or refused is what is asked of a member more often than anything else.
        let role = || asked.facts.property(property(id)).and_then(|property| property.role);
        let wanted = likeliest.len() < GUESSES
            || matches!(role(), Some(Role::Featured | Role::Declined))
                && asked.named.telling.iter().any(|one| one.class == Class::Team);
        if !wanted {
            continue;
        }
        let of_one = guess.label.contains('#');
        let mut same = families.iter().filter(|(family, _)| *family == id);
        let fits = match (same.next(), same.next()) {
            (None, _) => true,
            (Some((_, before)), None) => of_one && *before,
            _ => false,
        };
        if fits {
            likeliest.push(guess);
            families.push((id, of_one));
        }
    }
    likeliest
}

/// Leaves out what is said of other years than the one that is asked for, where something is said of that.
fn of_the_year(readings: &mut Vec<Weighed<'_, '_>>, asked: &Asked<'_, '_>) {
    let Some(year) = asked.linked.years().next() else { return };
    let own = asked.own_year().unwrap_or_default();
    // "Is it about the race of the year after?" may have the wrong year.
    let most = if asked.kind.yes_no { OF_A_YEAR_PERHAPS } else { OF_THE_YEAR };
    let first = |reading: &Weighed<'_, '_>| match &reading.resolved {
        Some(Resolved::Stated(found)) => {
            found.first().map(|one| (speaks_of_year(one, year), speaks_of_a_year(one)))
        }
        _ => None,
    };
    let best = readings.iter().map(|one| one.weight).fold(f32::NEG_INFINITY, f32::max);
    let close = |one: &Weighed<'_, '_>| best - one.weight < most;
    if readings.iter().any(|one| close(one) && matches!(first(one), Some((true, _)))) {
        // What is left open of this year is another question as well.
        let is_open = |one: &Weighed<'_, '_>| match &one.resolved {
            Some(Resolved::Absent(absence)) => {
                year != own && !absence.claim.en.contains(&year.to_string())
            }
            _ => false,
        };
        readings.retain(|one| !matches!(first(one), Some((false, true))) && !is_open(one));
    }
}

/// Whether a label stands for no property.
pub(super) fn is_background(label: &str) -> bool {
    matches!(label, OFF | UNSAID)
}
