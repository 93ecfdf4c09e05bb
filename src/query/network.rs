//! A small neural network that guesses what a question asks for, beside the linear classifier: each
//! feature has a row of numbers, those of a question are added, and what they come to is compared with a row of each label.
//!
//! Joulin et al., "Bag of Tricks for Efficient Text Classification", EACL 2017, with a bend between the two layers, and features
//! left out at random while it learns (Srivastava et al., "Dropout", JMLR 15, 2014). What is learnt of one label thereby helps
//! with others, in either language, which a classifier of each label by itself cannot do. It needs no more than sums, products
//! and quotients in a fixed order, so that the same examples give the same bytes on every machine.

use std::borrow::Cow;
use std::hint::black_box;

use wide::bytemuck::cast;
use wide::{i16x8, i16x16, i32x4, i32x16};

use super::features::{ALWAYS, Feature};

/// How many numbers each row has.
pub(super) const WIDTH: usize = 192;
/// How many parts of a row there are that are worked on at a time.
const PARTS: usize = WIDTH / 16;
/// What is left of a sum below nought.
pub(super) const BEND: f32 = 0.1;
/// In how many steps to one features and sums are multiplied.
const FINE: f32 = 32767.0;
/// In how many steps the largest sum of a question is kept.
const HALF_FINE: f32 = 2047.0;
/// How far below the likeliest label another lies that has no share worth counting: all together a few millionths at most.
pub(super) const FAR: f32 = -20.0;
/// The logarithm of two.
const LN_2: f32 = std::f32::consts::LN_2;

/// The network, in bytes as a file keeps them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Network {
    /// A hash of what it was learnt from, and how: the same again would give the same.
    pub learnt_from: u64,
    /// What a step in the rows of features stands for, and one in those of labels.
    pub scales: [f32; 2],
    /// What each sum begins with, four bytes each.
    pub begin: Cow<'static, [u8]>,
    /// A row for each feature; their number is a power of two.
    pub features: Cow<'static, [u8]>,
    /// A row for each label.
    pub labels: Cow<'static, [u8]>,
    /// What each label begins with, four bytes each.
    pub usual: Cow<'static, [u8]>,
}

impl Network {
    /// How likely each label is: the natural logarithm of its share, nought for what is certain.
    #[must_use]
    pub fn likelihoods(&self, features: &[Feature]) -> Vec<f32> {
        let (rows, _) = self.features.as_chunks::<WIDTH>();
        let mut sums = [0_i32; WIDTH];
        for (sum, begin) in sums.iter_mut().zip(floats(&self.begin)) {
            *sum = whole(begin / self.scales[0].max(f32::MIN_POSITIVE) * FINE);
        }
        let mut sums = parts(&sums, i32x16::from);
        let seen = || {
            let seen = features.iter().filter(|(bucket, _)| *bucket != ALWAYS);
            let row = |(bucket, weight): &Feature| {
                Some((rows.get(row_of(*bucket, rows.len()))?, *weight))
            };
            seen.filter_map(row)
        };
        fetch(seen().map(|(row, _)| row));
        for (row, weight) in seen() {
            add(&mut sums, short(weight * FINE), row);
        }
        let mut all = [0_i32; WIDTH];
        for (all, sums) in all.as_chunks_mut::<16>().0.iter_mut().zip(sums) {
            *all = sums.to_array();
        }
        let sums = all.map(|sum| {
            #[expect(clippy::cast_precision_loss, reason = "seven digits are enough")]
            let sum = sum as f32 * (self.scales[0] / FINE);
            if sum < 0.0 { BEND * sum } else { sum }
        });
        let largest = sums.iter().fold(f32::MIN_POSITIVE, |most, sum| most.max(sum.abs()));
        let bent = parts(&sums.map(|sum| short(sum / largest * HALF_FINE)), i16x16::from);
        let scale = largest / HALF_FINE * self.scales[1];
        let mut scores: Vec<f32> = Vec::with_capacity(self.usual.len() / 4);
        for (row, usual) in self.labels.as_chunks::<WIDTH>().0.iter().zip(floats(&self.usual)) {
            #[expect(clippy::cast_precision_loss, reason = "seven digits are enough")]
            scores.push(product(&bent, row) as f32 * scale + usual);
        }
        let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        // Those that are far less likely add nothing that is seen.
        let near = scores.iter().map(|score| score - most).filter(|below| *below > FAR);
        let all: f32 = near.map(exp).sum();
        let rest = ln(all) + most;
        scores.iter().map(|score| score - rest).collect()
    }
}

/// Looks at rows that lie anywhere in a large table, so that they come from memory side by side instead of one after the other.
fn fetch<'a>(rows: impl Iterator<Item = &'a [u8; WIDTH]>) {
    const LINE: usize = 64;
    let touched = rows.fold(0, |touched, row| {
        row.iter().step_by(LINE).chain(row.last()).fold(touched, |touched, byte| touched ^ byte)
    });
    black_box(touched);
}

/// The parts of a row.
fn parts<T: Copy, P: Copy + Default>(row: &[T; WIDTH], part: impl Fn([T; 16]) -> P) -> [P; PARTS] {
    let mut parts = [P::default(); PARTS];
    for (to, from) in parts.iter_mut().zip(row.as_chunks::<16>().0) {
        *to = part(*from);
    }
    parts
}

/// The row of a bucket.
pub(super) fn row_of(bucket: u32, rows: usize) -> usize {
    bucket as usize & rows.saturating_sub(1)
}

/// Adds a row so many times to sums.
fn add(sums: &mut [i32x16; PARTS], times: i16, row: &[u8; WIDTH]) {
    let times = i16x16::splat(times);
    for (sum, values) in sums.iter_mut().zip(row.as_chunks::<16>().0) {
        *sum += times.widening_mul(i16x16::from_i8x16(cast(*values)));
    }
}

/// The sum of the products of numbers with those of a row.
fn product(numbers: &[i16x16; PARTS], row: &[u8; WIDTH]) -> i32 {
    let (mut first, mut second) = (i32x4::ZERO, i32x4::ZERO);
    for (numbers, values) in numbers.iter().zip(row.as_chunks::<16>().0) {
        // Two sums of four numbers stay in registers where one of eight would be written down each time.
        let [low, high]: [i16x8; 2] = cast(i16x16::from_i8x16(cast(*values)));
        let [left, right]: [i16x8; 2] = cast(*numbers);
        first += left.dot(low);
        second += right.dot(high);
    }
    (first + second).reduce_add()
}

#[expect(clippy::cast_possible_truncation, reason = "what is too large becomes the largest")]
fn short(value: f32) -> i16 {
    value.round() as i16
}

#[expect(clippy::cast_possible_truncation, reason = "sums of a question stay far within 32 bits")]
fn whole(value: f32) -> i32 {
    value.round() as i32
}

fn floats(bytes: &[u8]) -> impl Iterator<Item = f32> {
    bytes.as_chunks::<4>().0.iter().map(|bytes| f32::from_le_bytes(*bytes))
}

/// The exponential of a number that is not above nought. That of the machine differs from one to the next.
pub(super) fn exp(value: f32) -> f32 {
    let halvings = value / LN_2;
    if halvings < -125.0 {
        return 0.0;
    }
    // Cutting off what is behind the point is one instruction everywhere, which rounding down is not.
    #[expect(clippy::cast_possible_truncation, reason = "it lies between -125 and nought")]
    let cut = halvings as i32;
    #[expect(clippy::cast_precision_loss, reason = "a small number")]
    let cut = cut as f32;
    let whole = if cut > halvings { cut - 1.0 } else { cut };
    let rest = (halvings - whole) * LN_2;
    let series = 1.0
        + rest
            * (1.0
                + rest / 2.0
                    * (1.0
                        + rest / 3.0
                            * (1.0 + rest / 4.0 * (1.0 + rest / 5.0 * (1.0 + rest / 6.0)))));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it lies between 2 and 127"
    )]
    let bits = ((whole + 127.0) as u32) << 23;
    series * f32::from_bits(bits)
}

/// The natural logarithm of a number that is not below one.
pub(super) fn ln(value: f32) -> f32 {
    let (mut value, mut doublings) = (value, 0.0);
    while value >= 2.0 {
        value /= 2.0;
        doublings += 1.0;
    }
    let part = (value - 1.0) / (value + 1.0);
    let square = part * part;
    let series = part
        * 2.0
        * (1.0 + square * (1.0 / 3.0 + square * (1.0 / 5.0 + square * (1.0 / 7.0 + square / 9.0))));
    series + doublings * LN_2
}
