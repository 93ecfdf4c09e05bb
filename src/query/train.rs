//! Learning from examples: for each label a linear classifier that tells it from all others.
//!
//! Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008, with the squared
//! hinge loss; all labels move together, so that an example is gone through once a round for all of them.
//! It needs no more than sums, products and quotients in a fixed order, so that the same examples give the
//! same bytes on every machine.

use super::chance::Chance;
use super::features::{ALWAYS, Feature};
use super::weights::Weights;

/// How often all examples are gone through.
const ROUNDS: usize = 10;
/// What a mistake costs, beside large weights.
const COST: f32 = 0.5;
/// A gradient nearer to zero than this moves nothing.
const STILL: f32 = 0.02;
/// Weights nearer to zero than this are dropped.
const DROPPED: f32 = 0.125;

/// The numbers that what is learnt hangs on, beside the examples: where one changes, it is to be learnt anew. So it is where the
/// steps of learning change, which no number tells.
#[expect(clippy::cast_precision_loss, reason = "a small number")]
pub(super) const SETTINGS: [f32; 4] = [ROUNDS as f32, COST, STILL, DROPPED];

/// Learns weights from vectors with their labels. `family` gives each label a number; an example of a
/// label that speaks for its whole family, the first of it, says nothing about the rest of the family.
#[must_use]
pub fn learn(examples: &[(Vec<Feature>, u16)], family: &[(usize, bool)]) -> Weights {
    let labels = family.len();
    // A row for each bucket that occurs: a small set of questions needs a small table.
    let mut rows = vec![None; ALWAYS as usize + 1];
    let mut count = 0;
    for (bucket, _) in examples.iter().flat_map(|(features, _)| features) {
        if let Some(row) = rows.get_mut(*bucket as usize)
            && row.is_none()
        {
            *row = Some(count);
            count += 1;
        }
    }
    let mut table = Table { labels, family, rows, weights: vec![0.0; count * labels] };
    let mut pulls = vec![0.0_f32; examples.len() * labels];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut chance = Chance::new();
    for _ in 0..ROUNDS {
        chance.shuffle(&mut order);
        for index in &order {
            let pulls = pulls.get_mut(index * labels..(index + 1) * labels);
            if let (Some((features, label)), Some(pulls)) = (examples.get(*index), pulls) {
                table.update(features, usize::from(*label), pulls);
            }
        }
    }
    table.quantised()
}

struct Table<'a> {
    labels: usize,
    family: &'a [(usize, bool)],
    /// Which row a bucket has.
    rows: Vec<Option<usize>>,
    weights: Vec<f32>,
}

impl Table<'_> {
    /// Where the row of a bucket begins.
    fn start(&self, bucket: u32) -> Option<usize> {
        Some((*self.rows.get(bucket as usize)?)? * self.labels)
    }

    fn row(&self, bucket: u32) -> &[f32] {
        let start = self.start(bucket);
        start.and_then(|start| self.weights.get(start..start + self.labels)).unwrap_or_default()
    }

    /// Whether a label is of the family that the right one speaks for.
    fn kin(&self, right: usize, other: usize) -> bool {
        match (self.family.get(right), self.family.get(other)) {
            (Some((right, whole)), Some((other, _))) => *whole && right == other,
            _ => false,
        }
    }

    /// Moves the weights of each label by one example. `pulls` is how hard the example pulls at each.
    fn update(&mut self, features: &[Feature], right: usize, pulls: &mut [f32]) {
        let mut scores = vec![0.0_f32; self.labels];
        for (bucket, weight) in features {
            for (score, value) in scores.iter_mut().zip(self.row(*bucket)) {
                *score += weight * value;
            }
        }
        let slack = 1.0 / (2.0 * COST);
        let square = features.iter().map(|(_, weight)| weight * weight).sum::<f32>() + slack;
        let mut moves: Vec<(usize, f32)> = Vec::new();
        for (label, (score, pull)) in scores.iter().zip(pulls.iter_mut()).enumerate() {
            if label != right && self.kin(right, label) {
                continue;
            }
            let side = if label == right { 1.0 } else { -1.0 };
            let gradient = side * score - 1.0 + *pull * slack;
            let gradient = if *pull == 0.0 { gradient.min(0.0) } else { gradient };
            if gradient.abs() <= STILL {
                continue;
            }
            let pulled = (*pull - gradient / square).max(0.0);
            moves.push((label, side * (pulled - *pull)));
            *pull = pulled;
        }
        for (bucket, weight) in features {
            let Some(start) = self.start(*bucket) else { continue };
            let Some(row) = self.weights.get_mut(start..start + self.labels) else { continue };
            for (label, step) in &moves {
                if let Some(value) = row.get_mut(*label) {
                    *value += step * weight;
                }
            }
        }
    }

    /// The weights that count, quantised.
    fn quantised(&self) -> Weights {
        let largest = self.weights.iter().fold(0.0_f32, |largest, value| largest.max(value.abs()));
        let scale = (largest / 127.0).max(f32::MIN_POSITIVE);
        let (mut starts, mut labels, mut values) = (vec![0; 4], Vec::new(), Vec::new());
        for start in &self.rows {
            let row = start.map(|row| row * self.labels);
            let row = row.and_then(|start| self.weights.get(start..start + self.labels));
            for (label, value) in row.unwrap_or_default().iter().enumerate() {
                if value.abs() >= DROPPED
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
        Weights::new(self.labels, scale, starts.into(), labels.into(), values.into())
    }
}
