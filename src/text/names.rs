//! Names that were typed almost right.

use rapidfuzz::distance::osa;

/// How many slips (a letter too many, too few, wrong or swapped) a word of this length may have.
fn slips_allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Whether two folded words are the same but for the slips that their length excuses.
#[must_use]
pub fn one_typo_or_less(left: &str, right: &str) -> bool {
    let allowed = slips_allowed(left.chars().count().min(right.chars().count()));
    osa::distance_with_args(
        left.chars(),
        right.chars(),
        &osa::Args::default().score_cutoff(allowed),
    )
    .is_some()
}

/// How many slips lie between two folded texts, up to `most`; nothing if there are more.
#[must_use]
pub fn slips(left: &str, right: &str, most: usize) -> Option<usize> {
    osa::distance_with_args(left.chars(), right.chars(), &osa::Args::default().score_cutoff(most))
}

/// The candidates most like `wanted` (both folded), best first, at most `most` of them; those that have
/// nothing to do with it are left out. Equal distances keep the order of the candidates.
#[must_use]
pub fn closest<'a, T>(
    wanted: &str,
    candidates: impl Iterator<Item = (&'a str, T)>,
    most: usize,
) -> Vec<T> {
    let letters = wanted.chars().count();
    let mut scored: Vec<(usize, T)> = candidates
        .filter_map(|(name, what)| Some((likeness(wanted, letters, name)?, what)))
        .collect();
    scored.sort_by_key(|(distance, _)| *distance);
    scored.truncate(most);
    scored.into_iter().map(|(_, what)| what).collect()
}

/// How unlike a name is, or nothing if it is another name altogether. A name that begins with, or has a
/// word that begins with, what was typed is near however much longer it is.
fn likeness(wanted: &str, letters: usize, name: &str) -> Option<usize> {
    if wanted.is_empty() {
        return None;
    }
    if name == wanted {
        return Some(0);
    }
    if letters >= 2 && name.split(' ').any(|word| word.starts_with(wanted)) {
        return Some(1);
    }
    let cutoff = letters.div_ceil(3).min(4);
    let args = osa::Args::default().score_cutoff(cutoff);
    let whole = osa::distance_with_args(wanted.chars(), name.chars(), &args);
    let word = name
        .split(' ')
        .filter(|word| word.len() > 3)
        .filter_map(|word| osa::distance_with_args(wanted.chars(), word.chars(), &args))
        .min();
    whole.into_iter().chain(word.map(|distance| distance + 1)).min().map(|distance| distance + 1)
}
