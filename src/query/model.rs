//! The model of how people ask: which property a question asks for, and which words there are.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::features::{Feature, Vectors, template};
use super::label::family as family_of;
use super::link::Linker;
use super::linked::Linked;
use super::network::Network;
use super::network_train;
use super::questions::{Example, OFF, UNSAID};
use super::shorthand::written_out;
use super::spell::{Known, Speller, slips};
use super::train::learn;
use super::weights::{MOST_LABELS, Weights};
use crate::facts::{Entity, Facts};
use crate::text::{fold, tokens};

/// How much the network counts beside the classifier.
const DEEP: f32 = 1.0;

/// The least that the network says of a label.
const UNLIKELY: f32 = -1.0;

/// How many of the labels that the classifier finds likeliest are looked at more closely.
const LIKELY: usize = 14;

/// What a question most likely asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guess<'a> {
    /// A property, `property#statement`, or `off`.
    pub label: &'a str,
    /// Its score; questions like those that were learnt from score about one.
    pub score: f32,
    /// What the classifier says of it.
    pub linear: f32,
    /// What the network says of it: one for what is certain, and less by a quarter for each time that it is e times less likely.
    pub deep: f32,
    /// Whether it was learnt from this very question.
    pub exact: bool,
}

/// How people ask.
#[derive(Debug)]
pub struct Model {
    pub(super) labels: Vec<String>,
    pub(super) vectors: Vectors,
    pub(super) weights: Weights,
    pub(super) network: Network,
    pub(super) speller: Speller,
    /// The labels of what is off the subject, and of what nobody foresaw.
    pub(super) background: (Option<u16>, Option<u16>),
    /// Whole questions that were learnt from: their hashes in order, each followed by its label, ten
    /// bytes together.
    pub(super) templates: Cow<'static, [u8]>,
}

impl Model {
    /// Learns from examples. The classifier and the network of a model that was learnt `before` are kept where they would come
    /// out the same: they take minutes to learn, the rest seconds.
    #[must_use]
    pub fn learn(
        facts: &Facts,
        linker: &Linker,
        examples: &[Example],
        before: Option<&Self>,
    ) -> Self {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        let mut folded: Vec<String> =
            examples.iter().map(|example| fold(&written_out(&example.text))).collect();
        for text in &folded {
            for word in tokens(text) {
                *counts.entry(word.to_owned()).or_default() += 1;
            }
        }
        // A slip that is learnt is one that is not mended.
        let slips = slips(&counts);
        for text in &mut folded {
            let mended: Vec<&str> =
                tokens(text).map(|word| slips.get(word).map_or(word, String::as_str)).collect();
            *text = mended.join(" ");
        }
        counts.retain(|word, _| !slips.contains_key(word));
        // The words of a misspelt name of several are slips by themselves.
        let is_sound = |entity: &Entity, name: &str| {
            tokens(&fold(name)).nth(1).is_none()
                || !entity.misspellings.iter().any(|misspelt| misspelt == name)
        };
        let names = facts
            .file()
            .entities
            .iter()
            .flat_map(|one| one.names().filter(move |name| is_sound(one, name)));
        for name in names {
            for word in tokens(&fold(name)) {
                *counts.entry(word.to_owned()).or_default() += 1;
            }
        }
        let mut labels: Vec<String> =
            examples.iter().map(|example| example.label.clone()).collect();
        labels.sort_unstable();
        labels.dedup();
        labels.truncate(MOST_LABELS);
        let position: HashMap<&str, u16> = labels
            .iter()
            .enumerate()
            .filter_map(|(index, label)| Some((label.as_str(), u16::try_from(index).ok()?)))
            .collect();
        let mut questions: Vec<(Linked, u16)> = Vec::with_capacity(examples.len());
        let mut templates: BTreeMap<u64, Option<u16>> = BTreeMap::new();
        for (example, text) in examples.iter().zip(&folded) {
            let Some(label) = position.get(example.label.as_str()).copied() else { continue };
            let question = linker.link(text, |word| counts.contains_key(word), |_| None);
            // A question that is learnt with two labels decides nothing.
            templates
                .entry(template(&question, linker))
                .and_modify(|before| *before = before.filter(|before| *before == label))
                .or_insert(Some(label));
            questions.push((question, label));
        }
        let families: Vec<&str> = labels.iter().map(|label| family_of(label)).collect();
        let family: Vec<(usize, bool)> = labels
            .iter()
            .zip(&families)
            .map(|(label, family)| {
                let first = families.iter().position(|one| one == family).unwrap_or_default();
                (first, !label.contains('#'))
            })
            .collect();
        let subject =
            said(&questions, |label| labels.get(usize::from(label)).is_some_and(|it| it != OFF));
        let beside =
            said(&questions, |label| labels.get(usize::from(label)).is_some_and(|it| it == OFF));
        let foreign = |word: &str| beside.contains(word) && !subject.contains(word);
        let words = counts
            .iter()
            .map(|(word, count)| Known {
                text: word.clone().into(),
                count: *count,
                foreign: foreign(word),
            })
            .collect();
        questions.sort_by_key(|(_, label)| *label);
        let vectors = Vectors::learn(questions.iter().map(|(question, _)| question), linker);
        let seen: Vec<(Vec<Feature>, u16)> = questions
            .iter()
            .map(|(question, label)| (vectors.of(question, linker), *label))
            .collect();
        let mut records = Vec::new();
        for (hash, label) in templates {
            if let Some(label) = label {
                records.extend(hash.to_le_bytes());
                records.extend(u16::to_le_bytes(label));
            }
        }
        let network = network_train::learn(&seen, &family, before.map(|before| &before.network));
        let same = before.filter(|before| before.network.learnt_from == network.learnt_from);
        let weights = same.map_or_else(|| learn(&seen, &family), |before| before.weights.clone());
        Self {
            weights,
            network,
            background: background(&labels),
            vectors,
            speller: Speller::new(words),
            labels,
            templates: records.into(),
        }
    }

    /// The words that it knows.
    #[must_use]
    pub fn speller(&self) -> &Speller {
        &self.speller
    }

    /// The properties that are asked for with one word together with another: when and where it started.
    pub fn together<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a str> {
        let with = self.labels.iter().filter(move |label| label.split('+').any(|one| one == id));
        with.flat_map(|label| label.split('+')).filter(move |one| *one != id)
    }

    /// Whether a word is not known, or only from questions about something else.
    #[must_use]
    pub fn is_foreign(&self, word: &str) -> bool {
        self.speller.get(word).is_none_or(|known| known.foreign)
    }

    /// Whether a word is hardly ever in a question about the subject, means nothing there, and is no slip of one that does.
    #[must_use]
    pub fn is_beside_the_subject(&self, word: &str) -> bool {
        const HARDLY: u32 = 8;
        let count = self.speller.count(word);
        count <= HARDLY
            && !self.vectors.means_anything(word)
            && (count > 0 || self.speller.correct(word).is_none())
    }

    /// Whether a question has a rare word that does not speak for a label.
    pub(super) fn is_strange_to(&self, question: &Linked, label: &str) -> bool {
        // So much weighs a word that one in 1,600 known questions has.
        const RARE: f32 = 8.4;
        let at = self.labels.binary_search_by(|one| one.as_str().cmp(label));
        let label = at.ok().and_then(|at| u16::try_from(at).ok());
        question.plain().filter(|word| self.speller.knows(word)).any(|word| {
            let (bucket, rarity) = self.vectors.of_word(word);
            let speaks = || label.is_some_and(|label| self.weights.speaks_for(bucket, label));
            rarity.is_some_and(|rarity| rarity > RARE) && !speaks()
        })
    }

    /// What a linked question most likely asks for, most likely first.
    #[must_use]
    pub fn guess(&self, question: &Linked, linker: &Linker) -> Vec<Guess<'_>> {
        let count = self.labels.len();
        let features = self.vectors.of(question, linker);
        let scores = self.weights.scores(&features, count);
        let exact = self.exact(template(question, linker));
        let score = |label: &u16| scores.get(usize::from(*label)).copied().unwrap_or_default();
        let deep: Vec<f32> = self.network.likelihoods(&features).into_iter().map(depth).collect();
        let both: Vec<f32> = scores.iter().zip(&deep).map(|(one, other)| one + other).collect();
        let mut likely = likeliest(&both);
        for label in [exact, self.background.0, self.background.1].into_iter().flatten() {
            if !likely.contains(&label) {
                likely.push(label);
            }
        }
        let mut guesses: Vec<Guess<'_>> = likely
            .iter()
            .filter_map(|label| {
                let linear = score(label);
                let deep = deep.get(usize::from(*label)).copied().unwrap_or(UNLIKELY);
                let exact = exact == Some(*label);
                let score = (linear + DEEP * deep) / (1.0 + DEEP);
                let score = if exact { score.max(0.0) + 2.0 } else { score };
                Some(Guess {
                    label: self.labels.get(usize::from(*label))?,
                    score,
                    linear,
                    deep,
                    exact,
                })
            })
            .collect();
        guesses.sort_by(|left, right| right.score.total_cmp(&left.score));
        guesses
    }

    /// Whether a linked question is one that was learnt from, word for word.
    #[must_use]
    pub fn is_exact(&self, question: &Linked, linker: &Linker) -> bool {
        self.exact(template(question, linker)).is_some()
    }

    /// The label of a question that was learnt from word for word.
    fn exact(&self, hash: u64) -> Option<u16> {
        let (records, _) = self.templates.as_chunks::<10>();
        let key = |record: &[u8; 10]| {
            record.first_chunk().map_or(0, |hash: &[u8; 8]| u64::from_le_bytes(*hash))
        };
        let at = records.binary_search_by_key(&hash, key).ok()?;
        records.get(at)?.last_chunk().map(|label| u16::from_le_bytes(*label))
    }
}

/// The plain words of the questions of some labels.
fn said(questions: &[(Linked, u16)], of: impl Fn(u16) -> bool) -> HashSet<&str> {
    let of_these = questions.iter().filter(|(_, label)| of(*label));
    of_these.flat_map(|(question, _)| question.plain()).collect()
}

/// What the network says of a label, out of how likely it finds it.
fn depth(likelihood: f32) -> f32 {
    (1.0 + likelihood / 4.0).max(UNLIKELY)
}

/// The labels with the highest scores, in no order.
fn likeliest(scores: &[f32]) -> Vec<u16> {
    // The score and the label as one number, of which the least is the likeliest: quicker to compare than both.
    let key = |(score, label): (&f32, u16)| {
        let bits = score.to_bits();
        let rising = if bits >> 31 == 0 { bits | 1 << 31 } else { !bits };
        u64::from(!rising) << 16 | u64::from(label)
    };
    let mut keys: Vec<u64> = scores.iter().zip(0..u16::MAX).map(key).collect();
    if keys.len() > LIKELY {
        keys.select_nth_unstable(LIKELY);
        keys.truncate(LIKELY);
    }
    keys.iter().filter_map(|key| u16::try_from(key & u64::from(u16::MAX)).ok()).collect()
}

/// The labels among all, which are in order, of what is off the subject and of what nobody foresaw.
pub(super) fn background(labels: &[String]) -> (Option<u16>, Option<u16>) {
    let of = |wanted: &str| {
        let at = labels.binary_search_by(|label| label.as_str().cmp(wanted)).ok()?;
        u16::try_from(at).ok()
    };
    (of(OFF), of(UNSAID))
}
