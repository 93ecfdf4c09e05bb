//! Learning the trees that weigh readings, from marked questions: each tree mends what the ones before it got wrong.
//!
//! Gradient boosting after Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", Annals of Statistics
//! 29 (2001), with the second-order gains of Chen and Guestrin, "`XGBoost`", KDD 2016. What is made likelier are the right
//! readings of a question among all of them, by a softmax.

use super::forest::{Forest, Node};
use super::signs::{Row, Sign};

/// How many trees are learnt.
const TREES: usize = 60;
/// How many leaves a tree has at most.
const LEAVES: usize = 31;
/// How much of what a leaf would add it does add.
const PACE: f64 = 0.12;
/// How many readings stand behind a leaf at least.
const LEAST: usize = 60;
/// How much each leaf is held back.
const HELD: f64 = 1.0;
/// How flat the loss may look at least.
const FLAT: f64 = 1e-3;
/// How many steps a sign is told apart in.
const STEPS: usize = 64;
/// How much a question counts that is to be left unanswered, beside one that is to be answered.
const UNANSWERED: f64 = 1.5;
/// To how many parts of one what a leaf adds is rounded.
const PARTS: f64 = 1024.0;

/// The readings of a marked question.
#[derive(Debug, Clone)]
pub struct Case {
    rows: Vec<Row>,
    weights: Vec<f64>,
    right: Vec<bool>,
    counts: f64,
}

/// What a reading wants of the next tree: its gradient and its curvature.
type Pull = [f64; 2];

impl Case {
    /// A case of what is known of each reading, its weight so far, and whether it is right; nothing where none is.
    pub(super) fn new(readings: &[(Row, f32, bool)], unanswered: bool) -> Option<Self> {
        readings.iter().any(|(_, _, right)| *right).then(|| Self {
            rows: readings.iter().map(|(row, _, _)| *row).collect(),
            weights: readings.iter().map(|(_, weight, _)| f64::from(*weight)).collect(),
            right: readings.iter().map(|(_, _, right)| *right).collect(),
            counts: if unanswered { UNANSWERED } else { 1.0 },
        })
    }

    /// What each reading wants: to be as likely as it is among the right ones alone.
    fn pulls(&self, added: &[f64]) -> Vec<Pull> {
        let weights: Vec<f64> =
            self.weights.iter().zip(added).map(|(weight, added)| weight + added).collect();
        let most = weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let shares: Vec<f64> = weights.iter().map(|weight| (weight - most).exp()).collect();
        let all: f64 = shares.iter().sum();
        let right = |at: usize| self.right.get(at).copied().unwrap_or_default();
        let of_right = shares.iter().enumerate().filter(|(at, _)| right(*at));
        let of_right: f64 = of_right.map(|(_, share)| share).sum::<f64>().max(f64::MIN_POSITIVE);
        let pull = |(at, share): (usize, &f64)| {
            let (is, wanted) = (share / all, if right(at) { share / of_right } else { 0.0 });
            [self.counts * (is - wanted), self.counts * (is * (1.0 - is)).max(FLAT)]
        };
        shares.iter().enumerate().map(pull).collect()
    }
}

impl Forest {
    /// Learns from marked questions.
    #[must_use]
    pub fn learn(cases: &[Case]) -> Self {
        let rows: Vec<&Row> = cases.iter().flat_map(|case| &case.rows).collect();
        let steps: Vec<Vec<f32>> = (0..Sign::COUNT).map(|sign| steps(&rows, sign)).collect();
        let stepped: Vec<[u8; Sign::COUNT]> = rows.iter().map(|row| stepped(row, &steps)).collect();
        let mut added = vec![0.0; rows.len()];
        let mut forest = Self::default();
        for _ in 0..TREES {
            let mut pulls: Vec<Pull> = Vec::with_capacity(rows.len());
            for case in cases {
                let from = pulls.len();
                let added = added.get(from..from + case.rows.len()).unwrap_or_default();
                pulls.extend(case.pulls(added));
            }
            let tree = Tree::grow(&stepped, &pulls);
            tree.add_to(&mut added);
            if !forest.plant(&tree.nodes(&steps)) {
                break;
            }
        }
        forest
    }
}

/// The values of a sign between which it is told apart, in order.
fn steps(rows: &[&Row], sign: usize) -> Vec<f32> {
    let mut values: Vec<f32> = rows.iter().filter_map(|row| row.get(sign).copied()).collect();
    values.sort_unstable_by(f32::total_cmp);
    let mut different = values.clone();
    different.dedup();
    if different.len() > STEPS {
        different =
            (0..STEPS).filter_map(|at| values.get(at * values.len() / STEPS).copied()).collect();
        different.dedup();
    }
    // What is above the last value is nothing.
    different.pop();
    different
}

/// A row in steps: above how many of a sign's values each is.
fn stepped(row: &Row, steps: &[Vec<f32>]) -> [u8; Sign::COUNT] {
    let mut stepped = [0; Sign::COUNT];
    for ((place, value), steps) in stepped.iter_mut().zip(row).zip(steps) {
        let above = steps.partition_point(|step| step < value);
        *place = u8::try_from(above).unwrap_or(u8::MAX);
    }
    stepped
}

/// A tree that grows.
struct Tree {
    branches: Vec<Branch>,
}

/// A leaf, or what a leaf has become.
struct Branch {
    /// The readings that come here.
    readings: Vec<usize>,
    sum: Pull,
    /// How it is split best.
    best: Option<Split>,
    /// Where its children are, once it is split.
    children: Option<usize>,
}

/// Above which step of which sign the second child begins, and what that gains.
#[derive(Clone, Copy)]
struct Split {
    sign: usize,
    step: usize,
    gain: f64,
}

impl Tree {
    fn grow(rows: &[[u8; Sign::COUNT]], pulls: &[Pull]) -> Self {
        let mut tree = Self { branches: vec![Branch::new((0..rows.len()).collect(), rows, pulls)] };
        for _ in 1..LEAVES {
            let splits = tree.branches.iter().enumerate().filter(|(_, one)| one.children.is_none());
            let splits = splits.filter_map(|(at, branch)| Some((at, branch.best?)));
            let best = splits.reduce(|best, one| if one.1.gain > best.1.gain { one } else { best });
            let Some((at, split)) = best else { break };
            let next = tree.branches.len();
            let Some(branch) = tree.branches.get_mut(at) else { break };
            branch.children = Some(next);
            let above = |reading: &usize| {
                let step = rows.get(*reading).and_then(|row| row.get(split.sign));
                step.is_some_and(|step| usize::from(*step) > split.step)
            };
            let (second, first): (Vec<usize>, Vec<usize>) =
                std::mem::take(&mut branch.readings).into_iter().partition(above);
            tree.branches.push(Branch::new(first, rows, pulls));
            tree.branches.push(Branch::new(second, rows, pulls));
        }
        tree
    }

    fn leaves(&self) -> impl Iterator<Item = &Branch> {
        self.branches.iter().filter(|branch| branch.children.is_none())
    }

    fn add_to(&self, added: &mut [f64]) {
        for leaf in self.leaves() {
            let adds = f64::from(leaf.adds());
            for reading in &leaf.readings {
                if let Some(added) = added.get_mut(*reading) {
                    *added += adds;
                }
            }
        }
    }

    fn nodes(&self, steps: &[Vec<f32>]) -> Vec<Node> {
        let node = |branch: &Branch| {
            let (Some(split), Some(children)) = (branch.best, branch.children) else {
                return Node::leaf(branch.adds());
            };
            let number = steps.get(split.sign).and_then(|steps| steps.get(split.step)).copied();
            let children = u16::try_from(children).unwrap_or_default();
            Node::fork(split.sign, number.unwrap_or_default(), children)
        };
        self.branches.iter().map(node).collect()
    }
}

impl Branch {
    fn new(readings: Vec<usize>, rows: &[[u8; Sign::COUNT]], pulls: &[Pull]) -> Self {
        // Of each step of each sign: the pulls of the readings that are at it, and how many those are.
        let mut sums = vec![[([0.0; 2], 0_usize); STEPS]; Sign::COUNT];
        let mut sum = [0.0; 2];
        for reading in &readings {
            let (Some(row), Some(pull)) = (rows.get(*reading), pulls.get(*reading)) else {
                continue;
            };
            add(&mut sum, *pull);
            for (step, sums) in row.iter().zip(&mut sums) {
                if let Some((sum, count)) = sums.get_mut(usize::from(*step)) {
                    add(sum, *pull);
                    *count += 1;
                }
            }
        }
        let best = best_split(&sums, sum, readings.len());
        Self { readings, sum, best, children: None }
    }

    /// What a leaf adds to the weight of a reading.
    fn adds(&self) -> f32 {
        let [gradient, curvature] = self.sum;
        let adds = -PACE * gradient / (curvature + HELD);
        #[expect(clippy::cast_possible_truncation, reason = "it is rounded far more coarsely")]
        let rounded = ((adds * PARTS).round() / PARTS) as f32;
        rounded
    }
}

fn add(sum: &mut Pull, pull: Pull) {
    for (sum, pull) in sum.iter_mut().zip(pull) {
        *sum += pull;
    }
}

fn best_split(sums: &[[(Pull, usize); STEPS]], all: Pull, count: usize) -> Option<Split> {
    let worth = |[gradient, curvature]: Pull| gradient * gradient / (curvature + HELD);
    let whole = worth(all);
    let mut best: Option<Split> = None;
    for (sign, sums) in sums.iter().enumerate() {
        let (mut first, mut below) = ([0.0; 2], 0);
        for (step, (sum, at)) in sums.iter().enumerate() {
            add(&mut first, *sum);
            below += at;
            if below < LEAST || count - below < LEAST {
                continue;
            }
            let second = [all[0] - first[0], all[1] - first[1]];
            let gain = worth(first) + worth(second) - whole;
            if gain > best.map_or(0.0, |best| best.gain) {
                best = Some(Split { sign, step, gain });
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::Case;
    use crate::query::Forest;
    use crate::query::signs::{Row, Sign, with};

    fn row(deep: bool, who: bool) -> Row {
        let number = |yes| if yes { 1.0 } else { 0.0 };
        with(&[0.0; Sign::COUNT], &[(Sign::Deep, number(deep)), (Sign::AsksWho, number(who))])
    }

    #[test]
    fn two_signs_together_are_learnt() {
        // What the network finds likely is right where somebody is asked for, and wrong where not: no sum of the two says that.
        let cases: Vec<Case> = (0..600)
            .filter_map(|at| {
                let who = at % 3 != 0;
                Case::new(&[(row(true, who), 0.0, who), (row(false, who), 0.0, !who)], false)
            })
            .collect();
        let forest = Forest::learn(&cases);
        for who in [true, false] {
            let likelier = forest.score(&row(true, who)) - forest.score(&row(false, who));
            assert!(if who { likelier > 2.0 } else { likelier < -2.0 }, "{who}: {likelier}");
        }
        assert_eq!(forest, Forest::learn(&cases), "the same cases teach the same");
    }

    #[test]
    fn a_question_without_a_right_reading_teaches_nothing() {
        assert!(Case::new(&[(row(true, true), 0.0, false)], false).is_none());
    }
}
