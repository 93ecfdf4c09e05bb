//! The language of a question: a vote of its function words, which differ more than anything else.

use crate::text::{Lang, fold, tokens};

/// Words that only English uses, folded.
const ENGLISH: &[&str] = &[
    "about", "all", "and", "any", "anyone", "are", "been", "before", "but", "by", "can", "come",
    "did", "does", "for", "from", "had", "has", "have", "how", "in", "is", "it", "its", "know",
    "many", "much", "no", "not", "of", "or", "show", "tell", "that", "the", "their", "there",
    "these", "they", "this", "to", "was", "were", "what", "when", "where", "which", "who", "whom",
    "whose", "why", "will", "with", "would", "you",
];

/// Words that only French uses, folded.
const FRENCH: &[&str] = &[
    "a",
    "ai",
    "au",
    "aux",
    "avec",
    "c",
    "ca",
    "ce",
    "ces",
    "cette",
    "combien",
    "comment",
    "d",
    "dans",
    "de",
    "des",
    "du",
    "elle",
    "elles",
    "en",
    "est",
    "et",
    "etait",
    "il",
    "ils",
    "j",
    "je",
    "koi",
    "l",
    "la",
    "le",
    "les",
    "leur",
    "lesquelles",
    "lesquels",
    "mais",
    "n",
    "ne",
    "ont",
    "ou",
    "par",
    "pas",
    "pour",
    "pourquoi",
    "qu",
    "quand",
    "que",
    "quel",
    "quelle",
    "quelles",
    "quels",
    "qui",
    "quoi",
    "s",
    "sa",
    "se",
    "ses",
    "son",
    "sont",
    "sortie",
    "sur",
    "t",
    "tu",
    "un",
    "une",
    "va",
    "vont",
    "y",
];

/// The language that most of the function words of a text belong to; `otherwise` where none does or
/// both have as many.
#[must_use]
pub fn language(text: &str, otherwise: Lang) -> Lang {
    let folded = fold(text);
    let count = |words: &[&str]| tokens(&folded).filter(|word| words.contains(word)).count();
    let (english, french) = (count(ENGLISH), count(FRENCH));
    // Accents are a French habit, and tip the scales where the words do not.
    let accents = text.chars().any(|one| "éèêëàâçùûîïôœÉÈÊÀÇ".contains(one));
    match (english * 2).cmp(&(french * 2 + usize::from(accents))) {
        std::cmp::Ordering::Greater => Lang::En,
        std::cmp::Ordering::Less => Lang::Fr,
        std::cmp::Ordering::Equal => otherwise,
    }
}
