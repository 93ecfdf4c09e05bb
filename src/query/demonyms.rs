//! Words for where somebody or something is from, in both languages: a question may say one that is not that of the facts.

use crate::text::{fold, tokens};

/// The words for one country each. "English" is left out, because that is British as well.
const DEMONYMS: &[&str] = &[
    "american americans americain americaine americains americaines",
    "australian australians australien australienne australiens australiennes",
    "austrian austrians autrichien autrichienne autrichiens autrichiennes",
    "belgian belgians belge belges",
    "brazilian brazilians bresilien bresilienne bresiliens bresiliennes",
    "british brits brit britannique britanniques",
    "canadian canadians canadien canadienne canadiens canadiennes",
    "chinese chinois chinoise chinoises",
    "colombian colombians colombien colombienne colombiens colombiennes",
    "croatian croatians croate croates",
    "czech czechs tcheque tcheques",
    "danish dane danes danois danoise danoises",
    "dutch dutchman hollandais hollandaise hollandaises neerlandais neerlandaise neerlandaises",
    "ecuadorian ecuadorians equatorien equatorienne",
    "french frenchman francais francaise francaises",
    "german germans allemand allemande allemands allemandes",
    "irish irlandais irlandaise irlandaises",
    "israeli israelis israelien israelienne israeliens israeliennes",
    "italian italians italien italienne italiens italiennes",
    "japanese japonais japonaise japonaises",
    "norwegian norwegians norvegien norvegienne norvegiens norvegiennes",
    "polish polonais polonaise polonaises",
    "portuguese portugais portugaise portugaises",
    "russian russians russe russes",
    "slovak slovaks slovaque slovaques",
    "slovenian slovenians slovene slovenes",
    "spanish spaniard espagnol espagnole espagnols espagnoles",
    "swedish swede suedois suedoise suedoises",
    "swiss suisse suisses",
];

/// Whether words say what a text says of where something is from; nothing where one of both says nothing of that, or the
/// words name several.
pub(super) fn agree<'a>(words: impl Iterator<Item = &'a str>, text: &str) -> Option<bool> {
    let text = fold(text);
    let mut own = tokens(&text);
    let (Some(own), None) = (own.next().and_then(country), own.next()) else { return None };
    let mut asked: Vec<usize> = words.filter_map(country).collect();
    asked.dedup();
    let [asked] = asked.as_slice() else { return None };
    Some(*asked == own)
}

/// Whether a word says where somebody or something is from.
pub(super) fn is_demonym(word: &str) -> bool {
    country(word).is_some()
}

/// Which country a word is for.
fn country(word: &str) -> Option<usize> {
    DEMONYMS.iter().position(|words| words.split(' ').any(|one| one == word))
}

#[cfg(test)]
mod tests {
    use super::agree;

    #[test]
    fn words_of_either_language_agree_with_a_text() {
        let says = |question: &str, text| agree(question.split(' '), text);
        assert_eq!(says("is it dutch", "Dutch"), Some(true));
        assert_eq!(says("elle est hollandaise", "Dutch"), Some(true));
        assert_eq!(says("est ce que jumbo est belge", "néerlandaise"), Some(false));
        assert_eq!(says("is he danish or slovenian", "Slovenian"), None);
        assert_eq!(says("is he tall", "Slovenian"), None);
        assert_eq!(says("is it french", "a documentary"), None);
    }
}
