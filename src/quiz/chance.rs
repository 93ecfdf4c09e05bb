//! Drawing by a generator of chance that is passed in, the same on every machine.

use rand::Rng;

/// A number from 0 to below `end`, and 0 if that is 0; drawn as 32 bits, so that it is the same on every
/// machine.
pub(super) fn below(chance: &mut (impl Rng + ?Sized), end: usize) -> usize {
    let end = u64::try_from(end.max(1)).unwrap_or(u64::MAX);
    // Multiply-shift: the bias of 32 bits over a few thousand things is below one in a million.
    usize::try_from((u64::from(chance.next_u32()) * end) >> 32).unwrap_or_default()
}

/// Puts things into any order, each as likely as another (Fisher and Yates).
pub fn shuffle<T>(things: &mut [T], chance: &mut (impl Rng + ?Sized)) {
    for last in (1..things.len()).rev() {
        things.swap(last, below(chance, last + 1));
    }
}
