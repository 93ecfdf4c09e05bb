//! Folding: what is left of a text once case, accents and punctuation no longer count.

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;

/// A folded text: lower-case words without accents, one space between them.
pub type Folded = String;

/// Folds a text: compatibility decomposition, no accents, lower case, œ and æ split, everything that
/// is neither letter nor digit turned into one space. "L’Équipe-FDJ?" becomes "l equipe fdj".
#[must_use]
pub fn fold(text: &str) -> Folded {
    if text.is_ascii() {
        return fold_ascii(text);
    }
    let decomposer = DecomposingNormalizerBorrowed::new_nfkd();
    let combining = CanonicalCombiningClassMapBorrowed::new();
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for character in decomposer.normalize_iter(text.chars()) {
        if combining.get_u8(character) != 0 || is_invisible(character) {
            continue;
        }
        if !character.is_alphanumeric() {
            gap = true;
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        for lower in character.to_lowercase() {
            match lower {
                // NFKD leaves these two whole.
                'œ' => folded.push_str("oe"),
                'æ' => folded.push_str("ae"),
                // Capital İ lowers to i and a combining dot.
                '\u{307}' => {}
                other => folded.push(other),
            }
        }
    }
    folded
}

/// The same for a text without accents, which most are: nothing is to be taken apart.
fn fold_ascii(text: &str) -> Folded {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for character in text.chars() {
        if !character.is_ascii_alphanumeric() {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) && !folded.is_empty() {
            folded.push(' ');
        }
        folded.push(character.to_ascii_lowercase());
    }
    folded
}

/// Whether French elides before a name: "l’" and "d’" before a vowel or a mute h.
#[must_use]
pub fn elides(name: &str) -> bool {
    matches!(fold(name).chars().next(), Some('a' | 'e' | 'i' | 'o' | 'u' | 'h'))
}

/// Zero-width characters and marks of direction: inside a word they are not a gap.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

/// The words of a folded text.
pub fn tokens(folded: &str) -> impl Iterator<Item = &str> + Clone {
    folded.split(' ').filter(|word| !word.is_empty())
}
