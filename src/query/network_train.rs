//! Learning the network from examples: each in turn moves the rows of its features and of the labels a little, so that its own
//! label becomes likelier (stochastic gradient descent on the cross-entropy).

use wide::f32x8;

use super::chance::Chance;
use super::features::{ALWAYS, Feature};
use super::network::{BEND, FAR, Network, WIDTH, exp, row_of};
use super::train;

/// How many rows there are at most: features beyond that share them.
const MOST_ROWS: usize = 1 << 15;
/// How often all examples are gone through.
const ROUNDS: usize = 12;
/// What share of the features is left out each time.
const DROPPED: f32 = 0.5;
/// How far rows of features and of labels move at first.
const PACES: (f32, f32) = (0.1, 0.05);
/// What of the pace is left in the end.
const SLOWEST: f32 = 0.01;
/// How widely the rows of features and of labels are strewn before anything is learnt.
const STREWN: (f32, f32) = (0.1, 0.3);
/// A label so likely wrong is not worth moving.
const STILL: f32 = 1e-4;
/// What nothing has moved yet counts as moved by this much.
const UNMOVED: f32 = 1e-3;

/// Learns from vectors with their labels. `family` gives each label a number; an example of a label that speaks for its whole
/// family, the first of it, says nothing about the rest of the family.
/// Where `before` was learnt from the same, it is taken as it is: learning takes minutes.
#[must_use]
pub fn learn(
    examples: &[(Vec<Feature>, u16)],
    family: &[(usize, bool)],
    before: Option<&Network>,
) -> Network {
    let learnt_from = fingerprint(examples, family);
    if let Some(before) = before.filter(|before| before.learnt_from == learnt_from) {
        return before.clone();
    }
    let mut buckets: Vec<u32> =
        examples.iter().flat_map(|(features, _)| features).map(|(bucket, _)| *bucket).collect();
    buckets.sort_unstable();
    buckets.dedup();
    let rows = buckets.len().next_power_of_two().min(MOST_ROWS);
    let mut chance = Chance::new();
    let mut layers = Layers::new(rows, family, &mut chance);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let count = |number: usize| u32::try_from(number).map_or(f64::MAX, f64::from);
    let whole = count(ROUNDS * examples.len()).max(1.0);
    for round in 0..ROUNDS {
        chance.shuffle(&mut order);
        for (at, index) in order.iter().enumerate() {
            let Some((features, label)) = examples.get(*index) else { continue };
            #[expect(
                clippy::cast_possible_truncation,
                reason = "a share lies between nought and one"
            )]
            let done = (count(round * examples.len() + at) / whole) as f32;
            let kept = some_of(features, rows, &mut chance);
            layers.update(&kept, usize::from(*label), 1.0 - done + SLOWEST);
        }
    }
    Network { learnt_from, ..layers.quantised() }
}

/// A hash (FNV-1a) of all that the outcome of learning hangs on, here and in the linear classifier.
fn fingerprint(examples: &[(Vec<Feature>, u16)], family: &[(usize, bool)]) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |number: u32| {
        for byte in number.to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    for number in [WIDTH, MOST_ROWS, ROUNDS] {
        add(count(number));
    }
    let own = [DROPPED, PACES.0, PACES.1, SLOWEST, STREWN.0, STREWN.1, BEND, STILL, UNMOVED, FAR];
    for number in own.into_iter().chain(train::SETTINGS) {
        add(number.to_bits());
    }
    for (first, whole) in family {
        add(2 * count(*first) + u32::from(*whole));
    }
    for (features, label) in examples {
        add(u32::from(*label));
        for (bucket, weight) in features {
            add(*bucket);
            add(weight.to_bits());
        }
    }
    hash
}

/// Some of the features of an example with their rows, together of the length of all.
fn some_of(features: &[Feature], rows: usize, chance: &mut Chance) -> Vec<(usize, f32)> {
    let (mut all, mut left) = (0.0_f32, 0.0_f32);
    let mut kept: Vec<(usize, f32)> = Vec::with_capacity(features.len());
    for (bucket, weight) in features.iter().filter(|(bucket, _)| *bucket != ALWAYS) {
        all += weight * weight;
        if chance.share() >= DROPPED {
            left += weight * weight;
            kept.push((row_of(*bucket, rows), *weight));
        }
    }
    let scale = if left > 0.0 { (all / left).sqrt() } else { 0.0 };
    for (_, weight) in &mut kept {
        *weight *= scale;
    }
    kept
}

/// The rows while they are learnt, each with the sum of the squares of what moved it (Duchi et al., "Adaptive Subgradient
/// Methods", JMLR 12, 2011).
struct Layers<'a> {
    family: &'a [(usize, bool)],
    features: Vec<[f32; WIDTH]>,
    moved: Vec<f32>,
    begin: [f32; WIDTH],
    begin_moved: [f32; WIDTH],
    labels: Vec<[f32; WIDTH]>,
    labels_moved: Vec<[f32; WIDTH]>,
    usual: Vec<(f32, f32)>,
}

impl<'a> Layers<'a> {
    fn new(rows: usize, family: &'a [(usize, bool)], chance: &mut Chance) -> Self {
        let mut strewn = |count: usize, widely: f32| {
            let mut row = || [(); WIDTH].map(|()| (chance.share() - 0.5) * widely);
            (0..count).map(|_| row()).collect::<Vec<_>>()
        };
        Self {
            features: strewn(rows, STREWN.0),
            moved: vec![UNMOVED; rows],
            begin: [0.0; WIDTH],
            begin_moved: [UNMOVED; WIDTH],
            labels: strewn(family.len(), STREWN.1),
            labels_moved: vec![[UNMOVED; WIDTH]; family.len()],
            usual: vec![(0.0, UNMOVED); family.len()],
            family,
        }
    }

    /// Whether a label is of the family that the right one speaks for.
    fn kin(&self, right: usize, other: usize) -> bool {
        match (self.family.get(right), self.family.get(other)) {
            (Some((right, whole)), Some((other, _))) => *whole && right == other,
            _ => false,
        }
    }

    /// Moves all rows by one example.
    fn update(&mut self, features: &[(usize, f32)], right: usize, pace: f32) {
        let mut sums = self.begin;
        for (row, weight) in features {
            let Some(row) = self.features.get(*row) else { continue };
            add(&mut sums, *weight, row);
        }
        let bent = sums.map(|sum| if sum < 0.0 { BEND * sum } else { sum });
        let mut shares: Vec<f32> = Vec::with_capacity(self.labels.len());
        for (row, (usual, _)) in self.labels.iter().zip(&self.usual) {
            shares.push(product(row, &bent) + usual);
        }
        let most = shares.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let mut all = 0.0;
        for (label, share) in shares.iter_mut().enumerate() {
            let kin = label != right && self.kin(right, label);
            let below = *share - most;
            *share = if kin || below < FAR { 0.0 } else { exp(below) };
            all += *share;
        }
        let mut back = [0.0_f32; WIDTH];
        for (label, share) in shares.iter().enumerate() {
            let wanted = if label == right { 1.0 } else { 0.0 };
            let pull = share / all - wanted;
            if pull.abs() < STILL {
                continue;
            }
            let step = PACES.1 * pace;
            if let Some(row) = self.labels.get_mut(label)
                && let Some(moved) = self.labels_moved.get_mut(label)
            {
                add(&mut back, pull, row);
                descend(row, moved, step, pull, &bent);
            }
            if let Some((usual, moved)) = self.usual.get_mut(label) {
                *moved += pull * pull;
                *usual -= step * pull / moved.sqrt();
            }
        }
        let mut square = 0.0;
        for (back, sum) in back.iter_mut().zip(&sums) {
            if *sum < 0.0 {
                *back *= BEND;
            }
            square += *back * *back;
        }
        descend(&mut self.begin, &mut self.begin_moved, PACES.1 * pace, 1.0, &back);
        #[expect(clippy::cast_precision_loss, reason = "a row is short")]
        let square = square / WIDTH as f32;
        for (row, weight) in features {
            if let (Some(values), Some(moved)) =
                (self.features.get_mut(*row), self.moved.get_mut(*row))
            {
                *moved += weight * weight * square;
                let step = PACES.0 * pace * weight / moved.sqrt();
                add(values, -step, &back);
            }
        }
    }

    fn quantised(&self) -> Network {
        let (of_features, features) = quantised(&self.features);
        let (of_labels, labels) = quantised(&self.labels);
        let usual: Vec<u8> = self.usual.iter().flat_map(|(usual, _)| usual.to_le_bytes()).collect();
        let begin: Vec<u8> = self.begin.iter().flat_map(|begin| begin.to_le_bytes()).collect();
        Network {
            learnt_from: 0,
            scales: [of_features, of_labels],
            begin: begin.into(),
            features: features.into(),
            labels: labels.into(),
            usual: usual.into(),
        }
    }
}

/// Adds a row so many times to another. Eight numbers at a time here and below: the same on every machine, in a third of the
/// time.
fn add(to: &mut [f32; WIDTH], times: f32, row: &[f32; WIDTH]) {
    for (to, row) in to.as_chunks_mut::<8>().0.iter_mut().zip(row.as_chunks::<8>().0) {
        *to = (f32x8::from(*to) + times * f32x8::from(*row)).to_array();
    }
}

/// Moves a row down the slope, which is so many times another row, by less where it has moved before.
fn descend(
    row: &mut [f32; WIDTH],
    moved: &mut [f32; WIDTH],
    step: f32,
    times: f32,
    slope: &[f32; WIDTH],
) {
    let (row, _) = row.as_chunks_mut::<8>();
    let (moved, _) = moved.as_chunks_mut::<8>();
    for ((value, moved), slope) in row.iter_mut().zip(moved).zip(slope.as_chunks::<8>().0) {
        let pull = times * f32x8::from(*slope);
        let all = f32x8::from(*moved) + pull * pull;
        *moved = all.to_array();
        *value = (f32x8::from(*value) - step * pull / all.sqrt()).to_array();
    }
}

/// The product of two rows, by eight sums, which go side by side.
fn product(left: &[f32; WIDTH], right: &[f32; WIDTH]) -> f32 {
    let mut sums = f32x8::ZERO;
    for (left, right) in left.as_chunks::<8>().0.iter().zip(right.as_chunks::<8>().0) {
        sums += f32x8::from(*left) * f32x8::from(*right);
    }
    sums.to_array().iter().sum()
}

/// Rows in steps of a scale, a byte each.
fn quantised(rows: &[[f32; WIDTH]]) -> (f32, Vec<u8>) {
    let values = || rows.iter().flatten();
    let largest = values().fold(0.0_f32, |largest, value| largest.max(value.abs()));
    let scale = (largest / 127.0).max(f32::MIN_POSITIVE);
    #[expect(clippy::cast_possible_truncation, reason = "the scale keeps it within i8")]
    let byte = |value: &f32| ((value / scale).round() as i8).cast_unsigned();
    (scale, values().map(byte).collect())
}

#[cfg(test)]
mod tests {
    use super::super::network::{exp, ln};
    use super::*;

    /// Two labels, each with two features of its own and one that both have.
    fn examples() -> Vec<(Vec<Feature>, u16)> {
        let of = |own: [u32; 2], label| (vec![(own[0], 0.6), (own[1], 0.6), (7, 0.5)], label);
        (0..20).flat_map(|_| [of([1, 2], 0), of([3, 4], 1)]).collect()
    }

    const APART: [(usize, bool); 2] = [(0, true), (1, true)];

    #[test]
    fn it_tells_labels_apart_by_any_of_their_features() {
        let network = learn(&examples(), &APART, None);
        for (feature, label) in [(1, 0), (2, 0), (3, 1), (4, 1)] {
            let likely = network.likelihoods(&[(feature, 1.0)]);
            let (right, wrong) = (likely[label], likely[1 - label]);
            assert!(right > wrong + 1.0, "feature {feature}: {likely:?}");
            assert!((right.exp() + wrong.exp() - 1.0).abs() < 1e-3, "{likely:?}");
        }
    }

    #[test]
    fn the_same_examples_give_the_same_and_others_are_learnt_anew() {
        let first = learn(&examples(), &APART, None);
        assert_eq!(first, learn(&examples(), &APART, None));
        // What was learnt from the same is taken as it is.
        let marked = Network { scales: [7.0, 7.0], ..first.clone() };
        assert_eq!(marked, learn(&examples(), &APART, Some(&marked)));
        let mut others = examples();
        others.truncate(39);
        assert_ne!(marked.learnt_from, learn(&others, &APART, Some(&marked)).learnt_from);
    }

    #[test]
    fn an_example_of_a_whole_family_pulls_at_none_of_it() {
        let kin = [(0, true), (0, false)];
        let mut chance = Chance::new();
        let mut layers = Layers::new(8, &kin, &mut chance);
        let before = layers.labels.clone();
        layers.update(&[(1, 1.0)], 0, 1.0);
        assert_eq!(before, layers.labels);
        layers.update(&[(1, 1.0)], 1, 1.0);
        assert_ne!(before, layers.labels);
    }

    #[test]
    fn exponentials_and_logarithms_are_those_of_mathematics() {
        for step in 0..2000_u16 {
            let value = f32::from(step) * 0.04;
            let (own, true_one) = (exp(-value), (-value).exp());
            assert!((own - true_one).abs() <= true_one * 2e-5 + 1e-37, "exp {value}: {own}");
            let value = 1.0 + value * value;
            assert!((ln(value) - value.ln()).abs() < 2e-5, "ln {value}: {}", ln(value));
        }
    }
}
