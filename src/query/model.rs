//! The model of how people ask: which property a question asks for, and which words there are.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::features::{Feature, Vectors, template};
use super::label::family as family_of;
use super::link::{Linked, Linker};
use super::neighbours::{Index, Near, Neighbours, Number};
use super::network::Network;
use super::network_train;
use super::questions::{Example, OFF, UNSAID};
use super::shorthand::written_out;
use super::spell::{Speller, slips};
use super::train::{MOST_LABELS, Weights, learn};
use crate::facts::{Entity, Facts};
use crate::text::{fold, tokens};

/// How much the nearest questions count beside the classifier.
const NEAR: f32 = 2.0;

/// How much the network counts beside the classifier.
const DEEP: f32 = 0.5;

/// The least that the network says of a label.
const UNLIKELY: f32 = -1.0;

/// How many of the labels that the classifier finds likeliest are looked at more closely.
const LIKELY: usize = 20;

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
    /// What it has in common with the questions that are known to ask for it.
    pub near: Near,
    /// Whether it was learnt from this very question.
    pub exact: bool,
}

/// How people ask.
#[derive(Debug)]
pub struct Model {
    labels: Vec<String>,
    vectors: Vectors,
    weights: Weights,
    network: Network,
    neighbours: Neighbours,
    speller: Speller,
    /// The labels of what is off the subject, and of what nobody foresaw.
    background: (Option<u16>, Option<u16>),
    /// Whole questions that were learnt from: their hashes in order, each followed by its label, ten
    /// bytes together.
    templates: Cow<'static, [u8]>,
}

/// A model that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "the model of questions is damaged or of another version; build it again with roadbook train"
)]
pub struct BadModel;

impl Model {
    /// Learns from examples. The network of a model that was learnt `before` is kept where it would come out the same: it takes
    /// minutes to learn, the rest seconds.
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
        let words = counts.into_iter().map(|(word, count)| (Cow::Owned(word), count)).collect();
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
        Self {
            weights: learn(&seen, &family),
            network: network_train::learn(&seen, &family, before.map(|before| &before.network)),
            background: background(&labels),
            vectors,
            neighbours: Neighbours::learn(
                questions.iter().map(|(question, label)| (question, *label)),
                linker,
            ),
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
        let (off, _) = self.background;
        !self.speller.knows(word) || off.is_some_and(|off| self.neighbours.is_only_of(word, off))
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
        let near = self.neighbours.near(question, linker, &likely);
        let mut guesses: Vec<Guess<'_>> = likely
            .iter()
            .zip(near)
            .filter_map(|(label, near)| {
                let linear = score(label);
                let deep = deep.get(usize::from(*label)).copied().unwrap_or(UNLIKELY);
                let exact = exact == Some(*label);
                let score = (linear + NEAR * near.score + DEEP * deep) / (1.0 + NEAR + DEEP);
                let score = if exact { score.max(0.0) + 2.0 } else { score };
                Some(Guess {
                    label: self.labels.get(usize::from(*label))?,
                    score,
                    linear,
                    deep,
                    near,
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

    /// The model as bytes, for a file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Out(MAGIC.to_vec());
        out.number(self.labels.len());
        self.labels.iter().for_each(|label| out.text(label));
        out.number(self.speller.words().len());
        for (word, count) in self.speller.words() {
            out.text(word);
            out.number(*count as usize);
        }
        out.bytes(&self.templates);
        out.bytes(&self.vectors.rarity);
        out.0.extend(self.weights.scale.to_le_bytes());
        out.bytes(&self.weights.starts);
        out.bytes(&self.weights.labels);
        out.bytes(&self.weights.values);
        out.0.extend(self.network.learnt_from.to_le_bytes());
        for scale in self.network.scales {
            out.0.extend(scale.to_le_bytes());
        }
        out.bytes(&self.network.begin);
        out.bytes(&self.network.features);
        out.bytes(&self.network.labels);
        out.bytes(&self.network.usual);
        out.number(self.neighbours.words().len());
        for (word, steps, postings) in self.neighbours.words() {
            out.text(word);
            out.0.push(steps);
            out.number(postings.len());
            let mut last = 0;
            for question in postings {
                out.number(usize::try_from(question - last).unwrap_or(usize::MAX));
                last = *question;
            }
        }
        out.number(self.neighbours.labels.len());
        for label in &self.neighbours.labels {
            out.0.extend(label.to_le_bytes());
        }
        out.0
    }

    /// Reads a model back.
    ///
    /// # Errors
    /// [`BadModel`] if the bytes are not those of a model of this version.
    pub fn from_bytes(bytes: &'static [u8]) -> Result<Self, BadModel> {
        let mut rest = Rest(bytes.strip_prefix(MAGIC).ok_or(BadModel)?);
        let labels = (0..rest.number()?)
            .map(|_| rest.text().map(str::to_owned))
            .collect::<Result<Vec<_>, _>>()?;
        if labels.len() > MOST_LABELS {
            return Err(BadModel);
        }
        let words = (0..rest.number()?)
            .map(|_| {
                Ok((
                    Cow::Borrowed(rest.text()?),
                    u32::try_from(rest.number()?).map_err(|_| BadModel)?,
                ))
            })
            .collect::<Result<Vec<_>, BadModel>>()?;
        let templates = Cow::Borrowed(rest.bytes()?);
        let vectors = Vectors::new(Cow::Borrowed(rest.bytes()?));
        let weights = Weights {
            scale: f32::from_le_bytes(rest.take()?),
            starts: Cow::Borrowed(rest.bytes()?),
            labels: Cow::Borrowed(rest.bytes()?),
            values: Cow::Borrowed(rest.bytes()?),
        };
        let network = Network {
            learnt_from: u64::from_le_bytes(rest.take()?),
            scales: [f32::from_le_bytes(rest.take()?), f32::from_le_bytes(rest.take()?)],
            begin: Cow::Borrowed(rest.bytes()?),
            features: Cow::Borrowed(rest.bytes()?),
            labels: Cow::Borrowed(rest.bytes()?),
            usual: Cow::Borrowed(rest.bytes()?),
        };
        let mut index = Index::default();
        for _ in 0..rest.number()? {
            let (word, [steps]) = (rest.text()?, rest.take()?);
            let mut last: Number = 0;
            let count = rest.number()?;
            for _ in 0..count {
                let step = Number::try_from(rest.number()?).map_err(|_| BadModel)?;
                last = last.checked_add(step).ok_or(BadModel)?;
                index.post(last);
            }
            index.close(Cow::Borrowed(word), steps);
        }
        let near_labels = (0..rest.number()?)
            .map(|_| Ok(u16::from_le_bytes(rest.take()?)))
            .collect::<Result<Vec<_>, BadModel>>()?;
        let neighbours = Neighbours::new(index, near_labels);
        let speller = Speller::new(words);
        let background = background(&labels);
        Ok(Self { labels, vectors, weights, network, neighbours, speller, background, templates })
    }
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
fn background(labels: &[String]) -> (Option<u16>, Option<u16>) {
    let of = |wanted: &str| {
        let at = labels.binary_search_by(|label| label.as_str().cmp(wanted)).ok()?;
        u16::try_from(at).ok()
    };
    (of(OFF), of(UNSAID))
}

/// The first bytes of a model of this version.
const MAGIC: &[u8] = b"roadbook model 6\n";

/// Bytes being written: numbers in groups of seven bits, texts with their length before them.
struct Out(Vec<u8>);

impl Out {
    fn number(&mut self, mut number: usize) {
        loop {
            let low = u8::try_from(number & 0x7f).unwrap_or_default();
            number >>= 7;
            if number == 0 {
                self.0.push(low);
                return;
            }
            self.0.push(low | 0x80);
        }
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.0.extend(bytes);
    }
}

/// Bytes left to read.
struct Rest(&'static [u8]);

impl Rest {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], BadModel> {
        let (taken, rest) = self.0.split_first_chunk().ok_or(BadModel)?;
        self.0 = rest;
        Ok(*taken)
    }

    fn number(&mut self) -> Result<usize, BadModel> {
        let (mut number, mut shift) = (0_usize, 0);
        loop {
            let [byte] = self.take()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift).ok_or(BadModel)?;
            if byte < 0x80 {
                return Ok(number);
            }
            shift += 7;
        }
    }

    fn text(&mut self) -> Result<&'static str, BadModel> {
        std::str::from_utf8(self.bytes()?).map_err(|_| BadModel)
    }

    fn bytes(&mut self) -> Result<&'static [u8], BadModel> {
        let length = self.number()?;
        let (bytes, rest) = self.0.split_at_checked(length).ok_or(BadModel)?;
        self.0 = rest;
        Ok(bytes)
    }
}
