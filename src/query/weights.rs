//! The weights of the linear classifier, and what they come to for a question.

use std::borrow::Cow;
use std::hint::black_box;

use rustc_hash::FxHashMap;
use wide::bytemuck::cast;
use wide::{i16x16, i32x16};

use super::features::Feature;

/// How many labels there can be.
pub const MOST_LABELS: usize = 2048;

/// In how many steps to one the weight of a feature is multiplied. The squares of all add up to two, so that even hundreds of
/// features with the largest weights stay far within 32 bits.
const FINE: f32 = 32767.0;

/// Of how many labels a bucket has weights at least that is added as a row with a weight for each label: sixteen at a time is
/// quicker than one by one where nearly every sixth counts.
const MANY: usize = 64;

/// Weights by bucket: the labels with their weights, in steps of the scale. They lie as they are in the
/// file, so that the model that the program carries is not copied: a question looks at a few pages of it.
#[derive(Debug, Clone, Default)]
pub struct Weights {
    /// How much a step is worth.
    pub scale: f32,
    /// Where the entries of a bucket begin, four bytes each; one more than there are buckets.
    pub starts: Cow<'static, [u8]>,
    /// The labels of the entries, two bytes each.
    pub labels: Cow<'static, [u8]>,
    /// The weights of the entries, one byte each.
    pub values: Cow<'static, [u8]>,
    /// The buckets with many entries, again.
    rows: Rows,
}

/// Rows of weights, one for each label, of the buckets of common words, in which most entries of a question lie.
#[derive(Debug, Clone, Default)]
struct Rows {
    /// How many parts a row has, of sixteen weights each.
    parts: usize,
    /// Which row a bucket has.
    of: FxHashMap<usize, usize>,
    /// All rows.
    all: Vec<[u8; 16]>,
}

impl Weights {
    /// Weights for so many labels that lie as they are in a file.
    #[must_use]
    pub fn new(
        count: usize,
        scale: f32,
        starts: Cow<'static, [u8]>,
        labels: Cow<'static, [u8]>,
        values: Cow<'static, [u8]>,
    ) -> Self {
        let mut weights = Self { scale, starts, labels, values, rows: Rows::default() };
        weights.rows = weights.common(count);
        weights
    }

    /// The rows of the buckets with many entries. Nothing else is looked at: what no question needs stays in the file.
    fn common(&self, count: usize) -> Rows {
        let mut rows = Rows { parts: count.min(MOST_LABELS).div_ceil(16), ..Rows::default() };
        for bucket in 0..(self.starts.len() / 4).saturating_sub(1) {
            let Some((labels, values)) = self.entries(bucket) else { continue };
            if values.len() < MANY {
                continue;
            }
            rows.of.insert(bucket, rows.of.len());
            let begin = rows.all.len();
            rows.all.resize(begin + rows.parts, [0; 16]);
            let row = rows.all.get_mut(begin..).unwrap_or_default().as_flattened_mut();
            for (label, value) in labels.iter().zip(values) {
                if let Some(to) = row.get_mut(label_of(*label)) {
                    *to = *value;
                }
            }
        }
        rows
    }

    /// The score of each label.
    #[must_use]
    pub fn scores(&self, features: &[Feature], labels: usize) -> Vec<f32> {
        // Tens of thousands of weights are added for a question: as whole numbers, which takes half as long, in a table of
        // a size for which no index needs to be checked.
        let mut sums = [0_i32; MOST_LABELS];
        let mut wide = vec![i32x16::ZERO; self.rows.parts];
        // They lie anywhere in a large table: each is looked at once before, so that they come from memory side by side.
        let found: Vec<_> = features
            .iter()
            .filter_map(|(bucket, weight)| Some((self.entries(*bucket as usize)?, bucket, weight)))
            .collect();
        black_box(found.iter().fold(0, |seen, ((labels, values), ..)| {
            let label = labels.first().map_or(0, |label| label[0]);
            seen ^ label ^ values.first().copied().unwrap_or_default()
        }));
        for ((labels, values), bucket, weight) in found {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "the weight of a feature is at most one"
            )]
            let weight = (weight * FINE).round() as i16;
            if values.len() >= MANY
                && let Some(row) = self.rows.of(*bucket as usize)
            {
                let times = i16x16::splat(weight);
                for (sum, values) in wide.iter_mut().zip(row) {
                    *sum += times.widening_mul(i16x16::from_i8x16(cast(*values)));
                }
                continue;
            }
            for (label, value) in labels.iter().zip(values) {
                if let Some(sum) = sums.get_mut(label_of(*label)) {
                    *sum += i32::from(weight) * i32::from(value.cast_signed());
                }
            }
        }
        for (sums, wide) in sums.as_chunks_mut::<16>().0.iter_mut().zip(wide) {
            *sums = (i32x16::from(*sums) + wide).to_array();
        }
        #[expect(clippy::cast_precision_loss, reason = "seven digits of a score are enough")]
        let score = |sum: &i32| *sum as f32 * (self.scale / FINE);
        sums.iter().take(labels).map(score).collect()
    }

    /// Whether a feature speaks for a label.
    pub fn speaks_for(&self, bucket: u32, label: u16) -> bool {
        let Some((labels, values)) = self.entries(bucket as usize) else { return false };
        let mut weights = labels.iter().zip(values);
        weights.any(|(one, value)| u16::from_le_bytes(*one) == label && value.cast_signed() > 0)
    }

    /// The labels of a bucket, and their weights.
    fn entries(&self, bucket: usize) -> Option<(&[[u8; 2]], &[u8])> {
        let (from, to) = (self.start(bucket)?, self.start(bucket + 1)?);
        let labels = self.labels.get(2 * from..2 * to)?;
        Some((labels.as_chunks().0, self.values.get(from..to)?))
    }

    fn start(&self, bucket: usize) -> Option<usize> {
        let (bytes, _) = self.starts.get(4 * bucket..)?.split_first_chunk()?;
        usize::try_from(u32::from_le_bytes(*bytes)).ok()
    }
}

impl Rows {
    /// The row of a bucket.
    fn of(&self, bucket: usize) -> Option<&[[u8; 16]]> {
        let at = self.of.get(&bucket)? * self.parts;
        self.all.get(at..at + self.parts)
    }
}

/// The label of an entry, within the table of sums.
fn label_of(bytes: [u8; 2]) -> usize {
    usize::from(u16::from_le_bytes(bytes)) % MOST_LABELS
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_rows_of_common_buckets_change_no_score(
            buckets in prop::collection::vec(prop::collection::btree_map(0_u16..200, 1_i8..=127, 0..200), 1..5),
            weights in prop::collection::vec(0.0_f32..=0.4, 5),
        ) {
            let (mut starts, mut labels, mut values) = (vec![0; 4], Vec::new(), Vec::new());
            for (label, value) in buckets.iter().flat_map(|bucket| bucket.iter().map(Some).chain([None])).map(
                |entry| entry.map_or((None, 0), |(label, value)| (Some(*label), *value)),
            ) {
                match label {
                    Some(label) => {
                        labels.extend(label.to_le_bytes());
                        values.push(value.cast_unsigned());
                    }
                    None => starts.extend(u32::try_from(values.len()).unwrap().to_le_bytes()),
                }
            }
            let with_rows = Weights::new(200, 0.03, starts.into(), labels.into(), values.into());
            let without = Weights { rows: Rows::default(), ..with_rows.clone() };
            let features: Vec<Feature> = (0_u32..).zip(weights).take(buckets.len()).collect();
            prop_assert_eq!(with_rows.scores(&features, 200), without.scores(&features, 200));
        }
    }
}
