//! The model of questions as bytes: what `roadbook train` writes and the program carries.

use std::borrow::Cow;

use super::features::Vectors;
use super::model::{Model, background};
use super::network::Network;
use super::spell::{Known, Speller};
use super::weights::{MOST_LABELS, Weights};

/// A model that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "the model of questions is damaged or of another version; build it again with roadbook train"
)]
pub struct BadModel;

impl Model {
    /// The model as bytes, for a file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Out(MAGIC.to_vec());
        out.number(self.labels.len());
        self.labels.iter().for_each(|label| out.text(label));
        out.number(self.speller.words().len());
        for word in self.speller.words() {
            out.text(&word.text);
            out.number(2 * word.count as usize + usize::from(word.foreign));
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
                let (text, number) = (Cow::Borrowed(rest.text()?), rest.number()?);
                let count = u32::try_from(number / 2).map_err(|_| BadModel)?;
                Ok(Known { text, count, foreign: number % 2 == 1 })
            })
            .collect::<Result<Vec<_>, BadModel>>()?;
        let templates = Cow::Borrowed(rest.bytes()?);
        let vectors = Vectors::new(Cow::Borrowed(rest.bytes()?));
        let weights = Weights::new(
            labels.len(),
            f32::from_le_bytes(rest.take()?),
            Cow::Borrowed(rest.bytes()?),
            Cow::Borrowed(rest.bytes()?),
            Cow::Borrowed(rest.bytes()?),
        );
        let network = Network {
            learnt_from: u64::from_le_bytes(rest.take()?),
            scales: [f32::from_le_bytes(rest.take()?), f32::from_le_bytes(rest.take()?)],
            begin: Cow::Borrowed(rest.bytes()?),
            features: Cow::Borrowed(rest.bytes()?),
            labels: Cow::Borrowed(rest.bytes()?),
            usual: Cow::Borrowed(rest.bytes()?),
        };
        let speller = Speller::new(words);
        let background = background(&labels);
        Ok(Self { labels, vectors, weights, network, speller, background, templates })
    }
}

/// The first bytes of a model of this version.
const MAGIC: &[u8] = b"roadbook model 8\n";

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
