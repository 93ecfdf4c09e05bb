//! The language of a question: a vote of its function words, which differ more than anything else.

use crate::text::{Lang, fold, tokens};

/// Words that only English uses, folded.
const ENGLISH: &[&str] = &[
    "about", "aired", "airs", "all", "and", "any", "anyone", "are", "been", "before", "but", "by",
    "can", "come", "did", "do", "does", "filmed", "for", "from", "get", "give", "good", "got",
    "had", "has", "have", "how", "i", "if", "in", "is", "it", "its", "job", "know", "like", "made",
    "make", "makes", "many", "more", "much", "my", "no", "not", "of", "or", "out", "please", "pls",
    "ran", "release", "released", "rider", "riders", "runs", "season", "seasons", "should", "show",
    "team", "teams", "tell", "than", "that", "the", "their", "there", "these", "they", "this",
    "to", "was", "watch", "were", "what", "when", "where", "which", "who", "whom", "whose", "why",
    "will", "win", "winner", "with", "won", "would", "yes", "you",
];

/// Words that only French uses, folded.
const FRENCH: &[&str] = &[
    "a", "ai", "annee", "apres", "arrivee", "au", "aussi", "aux", "avant", "avec", "bjr",
    "bonjour", "c", "ca", "ce", "ces", "cette", "chez", "combien", "comme", "comment", "coucou",
    "coureur", "coureurs", "d", "dans", "de", "dedans", "demain", "depart", "depuis", "des",
    "docu", "du", "dure", "elle", "elles", "en", "encore", "entre", "equipe", "equipes", "est",
    "et", "etait", "etape", "etapes", "fait", "font", "gagne", "il", "ils", "j", "je", "jour",
    "koi", "l", "la", "le", "les", "lesquelles", "lesquels", "leur", "ma", "maillot", "mais",
    "meme", "merci", "mes", "moi", "moins", "mois", "mon", "montre", "n", "ne", "non", "ont", "ou",
    "oui", "par", "parle", "pas", "peut", "pour", "pourquoi", "qu", "quand", "que", "quel",
    "quelle", "quelles", "quelqu", "quels", "qui", "quoi", "rien", "s", "sa", "sais", "salut",
    "se", "serie", "ses", "slt", "son", "sont", "sort", "sortie", "stp", "suis", "sur", "surtout",
    "svp", "t", "tournage", "tous", "tout", "toutes", "tu", "un", "une", "va", "vainqueur", "velo",
    "veut", "vont", "wesh", "y",
];

/// The language that most of the function words of a text belong to; `otherwise` where none does or
/// both have as many.
#[must_use]
pub fn language(text: &str, otherwise: Lang) -> Lang {
    let folded = fold(text);
    let count = |words: &[&str]| tokens(&folded).filter(|word| words.contains(word)).count();
    // "It’s" and "didn’t" have letters behind the apostrophe that stand before one in French.
    let contracted = contractions(text);
    let own = contracted.iter().filter(|end| FRENCH.contains(*end)).count();
    let english = count(ENGLISH) + contracted.len();
    let french = count(FRENCH).saturating_sub(own);
    // Accents are a French habit, and tip the scales where the words do not.
    let accents = text.chars().any(|one| "éèêëàâçùûîïôœÉÈÊÀÇ".contains(one));
    match (english * 2).cmp(&(french * 2 + usize::from(accents))) {
        std::cmp::Ordering::Greater => Lang::En,
        std::cmp::Ordering::Less => Lang::Fr,
        std::cmp::Ordering::Equal => otherwise,
    }
}

/// The ends of English words behind an apostrophe: "s" of "it’s".
fn contractions(text: &str) -> Vec<&'static str> {
    const ENDS: &[&str] = &["s", "t", "re", "ve", "ll", "d", "m"];
    let mut pieces = text.split(['\'', '’']);
    let mut before = pieces.next().unwrap_or_default();
    let mut found = Vec::new();
    for piece in pieces {
        let letters = before.chars().rev().take_while(|one| one.is_alphabetic()).count();
        let word = piece.split(|one: char| !one.is_alphabetic()).next().unwrap_or_default();
        let end = ENDS.iter().find(|end| word.eq_ignore_ascii_case(end));
        found.extend(end.filter(|_| letters > 1));
        before = piece;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::language;
    use crate::text::Lang;

    #[test]
    fn apostrophes_tell_the_languages_apart() {
        for text in ["didn't UAE refuse?", "what’s Plan B", "it's Netflix", "who's Dolores Emile"]
        {
            assert_eq!(language(text, Lang::Fr), Lang::En, "{text}");
        }
        for text in ["elle s'appelle comment", "c’est Netflix", "d'où ça part", "l'équipe d'Ineos"]
        {
            assert_eq!(language(text, Lang::En), Lang::Fr, "{text}");
        }
        assert_eq!(language("Vingegaard?", Lang::Fr), Lang::Fr);
    }
}
