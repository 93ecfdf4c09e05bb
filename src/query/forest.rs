//! Trees that add to the weight of a reading what signs say together: a day where a day is asked for counts more than
//! the sum of both.
//!
//! They lie in `data/readings.model`, which `roadbook weigh` learns from marked questions. Looking one up takes no more
//! than comparing numbers and adding them in a fixed order, so that the same question weighs the same on every machine.

use super::signs::{Row, Sign};

const SHIPPED: &[u8] = include_bytes!("../../data/readings.model");

/// The first bytes of trees of this version; how many signs there are is part of it.
const MAGIC: &[u8] = b"roadbook readings 1\n";

/// What stands for the sign of a node that is a leaf.
const LEAF: u8 = u8::MAX;

/// How many bytes a node has in a file: its sign, its number, where its children are.
const NODE: usize = 7;

/// Trees.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Forest {
    nodes: Vec<Node>,
    roots: Vec<u16>,
}

/// A place in a tree where a sign decides, or a leaf.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Node {
    /// The sign that decides, or [`LEAF`].
    sign: u8,
    /// What more than which leads to the second child; of a leaf, what it adds.
    number: f32,
    /// Where the first child is; the second one follows it.
    children: u16,
}

/// Trees that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the trees are damaged or of another version; learn them again with roadbook weigh")]
pub struct BadForest;

impl Node {
    pub fn leaf(number: f32) -> Self {
        Self { sign: LEAF, number, children: 0 }
    }

    pub fn fork(sign: usize, number: f32, children: u16) -> Self {
        Self { sign: u8::try_from(sign).unwrap_or(LEAF), number, children }
    }
}

impl Forest {
    /// The trees that the program carries.
    pub(super) fn shipped() -> Self {
        Self::from_bytes(SHIPPED).unwrap_or_else(|error| {
            // A test reads them at each change; should they be damaged all the same, the sums of the signs serve.
            tracing::error!(%error, "the trees that weigh readings cannot be read");
            Self::default()
        })
    }

    /// What all trees add.
    pub(super) fn score(&self, row: &Row) -> f32 {
        self.roots.iter().map(|root| self.leaf(*root, row)).sum()
    }

    fn leaf(&self, root: u16, row: &Row) -> f32 {
        let mut at = root;
        // Children come after their parents, so this ends.
        while let Some(node) = self.nodes.get(usize::from(at)) {
            let Some(value) = row.get(usize::from(node.sign)) else { return node.number };
            at = node.children + u16::from(*value > node.number);
        }
        0.0
    }

    /// Adds a tree, of which the nodes know where they are in it. Whether there was room for it.
    pub(super) fn plant(&mut self, tree: &[Node]) -> bool {
        let end = self.nodes.len() + tree.len();
        let (Ok(root), true) = (u16::try_from(self.nodes.len()), end < usize::from(u16::MAX))
        else {
            return false;
        };
        self.roots.push(root);
        self.nodes.extend(tree.iter().map(|node| match node.sign {
            LEAF => *node,
            _ => Node { children: node.children + root, ..*node },
        }));
        true
    }

    /// How many trees there are.
    #[must_use]
    pub fn trees(&self) -> usize {
        self.roots.len()
    }

    /// The trees as bytes, for a file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(u16::try_from(Sign::COUNT).unwrap_or(u16::MAX).to_le_bytes());
        bytes.extend(u16::try_from(self.roots.len()).unwrap_or(u16::MAX).to_le_bytes());
        for root in &self.roots {
            bytes.extend(root.to_le_bytes());
        }
        for node in &self.nodes {
            bytes.push(node.sign);
            bytes.extend(node.number.to_le_bytes());
            bytes.extend(node.children.to_le_bytes());
        }
        bytes
    }

    /// Reads trees back.
    ///
    /// # Errors
    ///
    /// [`BadForest`] if the bytes are not those of trees of this version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BadForest> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(BadForest)?;
        let (signs, rest) = rest.split_first_chunk().ok_or(BadForest)?;
        let (count, rest) = rest.split_first_chunk().ok_or(BadForest)?;
        if usize::from(u16::from_le_bytes(*signs)) != Sign::COUNT {
            return Err(BadForest);
        }
        let (roots, nodes) =
            rest.split_at_checked(2 * usize::from(u16::from_le_bytes(*count))).ok_or(BadForest)?;
        let roots: Vec<u16> =
            roots.as_chunks().0.iter().map(|root| u16::from_le_bytes(*root)).collect();
        let (nodes, []) = nodes.as_chunks::<NODE>() else { return Err(BadForest) };
        let nodes: Vec<Node> = nodes
            .iter()
            .map(|[sign, a, b, c, d, e, f]| Node {
                sign: *sign,
                number: f32::from_le_bytes([*a, *b, *c, *d]),
                children: u16::from_le_bytes([*e, *f]),
            })
            .collect();
        let forest = Self { nodes, roots };
        if forest.is_sound() { Ok(forest) } else { Err(BadForest) }
    }

    /// Whether each walk ends in a leaf.
    fn is_sound(&self) -> bool {
        let inside = |at: usize| at < self.nodes.len();
        self.roots.iter().all(|root| inside(usize::from(*root)))
            && self.nodes.iter().enumerate().all(|(at, node)| {
                let first = usize::from(node.children);
                let fork = usize::from(node.sign) < Sign::COUNT && first > at && inside(first + 1);
                node.number.is_finite() && (node.sign == LEAF || fork)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::{Forest, Node, SHIPPED};
    use crate::query::signs::{Sign, with};

    fn small() -> Forest {
        let mut forest = Forest::default();
        assert!(forest.plant(&[Node::leaf(0.5)]));
        let fork = Node::fork(Sign::Deep as usize, 0.25, 1);
        assert!(forest.plant(&[fork, Node::leaf(-1.0), Node::leaf(2.0)]));
        forest
    }

    #[test]
    fn signs_lead_to_leaves() {
        let row = |deep: f32| with(&[0.0; Sign::COUNT], &[(Sign::Deep, deep)]);
        assert!((small().score(&row(0.25)) + 0.5).abs() < f32::EPSILON);
        assert!((small().score(&row(0.3)) - 2.5).abs() < f32::EPSILON);
    }

    #[test]
    fn trees_come_back_from_their_bytes() {
        assert_eq!(Forest::from_bytes(&small().to_bytes()), Ok(small()));
        let shipped = Forest::from_bytes(SHIPPED).unwrap();
        assert!(shipped.trees() > 0);
        assert_eq!(shipped.to_bytes(), SHIPPED);
    }

    #[test]
    fn damaged_trees_are_refused() {
        let sound = small().to_bytes();
        for cut in 0..sound.len() {
            assert!(Forest::from_bytes(&sound[..cut]).is_err(), "cut after {cut}");
        }
        let mut circle = Forest::default();
        circle.plant(&[Node::fork(0, 0.0, 0), Node::leaf(1.0)]);
        assert!(Forest::from_bytes(&circle.to_bytes()).is_err());
    }
}
