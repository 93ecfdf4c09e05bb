//! Learning from examples: a linear classifier by averaged passive-aggressive updates.
//!
//! Crammer et al., "Online Passive-Aggressive Algorithms", JMLR 7 (2006), the variant PA-I for several
//! classes, with the averaging of Collins (2002). It needs no more than sums, products and quotients, so
//! that the same examples give the same bytes on every machine.

use std::borrow::Cow;

use super::features::{BUCKETS, Feature};

/// How often all examples are gone through.
const ROUNDS: usize = 12;
/// The largest step of one update.
const STEP: f32 = 1.0;
/// Weights nearer to zero than this share of the largest are dropped.
const DROPPED: f32 = 0.014;

/// Weights by bucket: the labels with their weights, in steps of the scale. They lie as they are in the
/// file, so that the model that the program carries is not copied: a question looks at a few pages of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Weights {
    /// What a weight of one stands for.
    pub scale: f32,
    /// Where the entries of a bucket begin, four bytes each; one more than there are buckets.
    pub starts: Cow<'static, [u8]>,
    /// The labels of the entries, two bytes each.
    pub labels: Cow<'static, [u8]>,
    /// The weights of the entries, one byte each.
    pub values: Cow<'static, [u8]>,
}

impl Weights {
    /// The score of each label.
    #[must_use]
    pub fn scores(&self, features: &[Feature], labels: usize) -> Vec<f32> {
        let mut scores = vec![0.0; labels];
        for (bucket, weight) in features {
            let at = *bucket as usize;
            let (Some(from), Some(to)) = (self.start(at), self.start(at + 1)) else { continue };
            let labels = self.labels.get(2 * from..2 * to).unwrap_or_default();
            let values = self.values.get(from..to).unwrap_or_default();
            for (label, value) in labels.as_chunks().0.iter().zip(values) {
                if let Some(score) = scores.get_mut(usize::from(u16::from_le_bytes(*label))) {
                    *score += weight * f32::from(value.cast_signed()) * self.scale;
                }
            }
        }
        scores
    }

    fn start(&self, bucket: usize) -> Option<usize> {
        let (bytes, _) = self.starts.get(4 * bucket..)?.split_first_chunk()?;
        usize::try_from(u32::from_le_bytes(*bytes)).ok()
    }
}

/// Learns weights from vectors with their labels. `family` gives each label a number; an example of a
/// label that speaks for its whole family, the first of it, has no rivals in the family.
#[must_use]
pub fn learn(examples: &[(Vec<Feature>, u16)], family: &[(usize, bool)]) -> Weights {
    let labels = family.len();
    // A row for each bucket that occurs: a small set of questions needs a small table.
    let mut rows = vec![None; BUCKETS];
    let mut count = 0;
    for (bucket, _) in examples.iter().flat_map(|(features, _)| features) {
        if let Some(row) = rows.get_mut(*bucket as usize)
            && row.is_none()
        {
            *row = Some(count);
            count += 1;
        }
    }
    let size = count * labels;
    let mut table = Table { labels, family, rows, now: vec![0.0; size], sums: vec![0.0; size] };
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut step: f32 = 1.0;
    for _ in 0..ROUNDS {
        shuffle(&mut order, &mut state);
        for index in &order {
            if let Some((features, label)) = examples.get(*index) {
                table.update(features, usize::from(*label), step);
            }
            step += 1.0;
        }
    }
    table.averaged(step)
}

struct Table<'a> {
    labels: usize,
    family: &'a [(usize, bool)],
    /// Which row a bucket has.
    rows: Vec<Option<usize>>,
    now: Vec<f32>,
    /// Updates weighted by the step at which they were made, for the average.
    sums: Vec<f32>,
}

impl Table<'_> {
    /// Where the row of a bucket begins.
    fn start(&self, bucket: u32) -> Option<usize> {
        Some((*self.rows.get(bucket as usize)?)? * self.labels)
    }

    fn row(&self, bucket: u32) -> &[f32] {
        let start = self.start(bucket);
        start.and_then(|start| self.now.get(start..start + self.labels)).unwrap_or_default()
    }

    /// Whether a label is of the family that the right one speaks for.
    fn kin(&self, right: usize, other: usize) -> bool {
        match (self.family.get(right), self.family.get(other)) {
            (Some((right, whole)), Some((other, _))) => *whole && right == other,
            _ => false,
        }
    }

    fn update(&mut self, features: &[Feature], right: usize, step: f32) {
        let mut scores = vec![0.0_f32; self.labels];
        for (bucket, weight) in features {
            for (score, value) in scores.iter_mut().zip(self.row(*bucket)) {
                *score += weight * value;
            }
        }
        let Some(own) = scores.get(right).copied() else { return };
        let rival = scores
            .iter()
            .enumerate()
            .filter(|(label, _)| *label != right && !self.kin(right, *label))
            .fold(None, |best: Option<(usize, f32)>, (label, score)| match best {
                Some((_, before)) if before >= *score => best,
                _ => Some((label, *score)),
            });
        let Some((wrong, score)) = rival else { return };
        let loss = 1.0 - (own - score);
        if loss <= 0.0 {
            return;
        }
        // The vector has length one, and two labels move.
        let tau = (loss / 2.0).min(STEP);
        for (bucket, weight) in features {
            let Some(start) = self.start(*bucket) else { continue };
            for (label, sign) in [(right, 1.0), (wrong, -1.0)] {
                let change = sign * tau * weight;
                if let Some(value) = self.now.get_mut(start + label) {
                    *value += change;
                }
                if let Some(sum) = self.sums.get_mut(start + label) {
                    *sum += change * step;
                }
            }
        }
    }

    /// The average over all steps, quantised.
    fn averaged(mut self, steps: f32) -> Weights {
        let mut largest = 0.0_f32;
        for (value, sum) in self.now.iter_mut().zip(&self.sums) {
            *value -= sum / steps;
            largest = largest.max(value.abs());
        }
        let scale = (largest / 127.0).max(f32::MIN_POSITIVE);
        let (mut starts, mut labels, mut values) = (vec![0; 4], Vec::new(), Vec::new());
        for start in &self.rows {
            let row = start.map(|row| row * self.labels);
            let row = row.and_then(|start| self.now.get(start..start + self.labels));
            for (label, value) in row.unwrap_or_default().iter().enumerate() {
                if value.abs() >= largest * DROPPED
                    && let Ok(label) = u16::try_from(label)
                {
                    #[expect(
                        clippy::cast_possible_truncation,
                        reason = "the scale keeps it within i8"
                    )]
                    let quantised = (value / scale).round() as i8;
                    if quantised != 0 {
                        labels.extend(label.to_le_bytes());
                        values.push(quantised.cast_unsigned());
                    }
                }
            }
            starts.extend(u32::try_from(values.len()).unwrap_or(u32::MAX).to_le_bytes());
        }
        Weights { scale, starts: starts.into(), labels: labels.into(), values: values.into() }
    }
}

/// A shuffle by a generator of its own (splitmix64), because it must never change.
fn shuffle(order: &mut [usize], state: &mut u64) {
    for last in (1..order.len()).rev() {
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = *state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let other = usize::try_from(mixed % (last as u64 + 1)).unwrap_or_default();
        order.swap(last, other);
    }
}
