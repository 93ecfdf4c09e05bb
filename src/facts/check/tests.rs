//! The typography that each language is held to.

use super::wording::typography;
use crate::facts::model::Lang;

#[test]
fn french_wants_its_narrow_spaces_and_its_own_quotes() {
    let fine = "Qui a dit «\u{202f}immersion\u{202f}»\u{202f}? L’autre, à 20:30.";
    assert_eq!(typography(fine, Lang::Fr), None);
    for faulty in ["Qui ?", "Qui?", "«oui\u{202f}»", "« oui »", "l'autre", "“oui”", "deux  espaces"]
    {
        assert!(typography(faulty, Lang::Fr).is_some(), "{faulty}");
    }
}

#[test]
fn english_wants_curly_quotes_and_no_french_ones() {
    assert_eq!(typography("Who said “immersion”? It’s him.", Lang::En), None);
    for faulty in ["It's", "\"yes\"", "«yes»", " space"] {
        assert!(typography(faulty, Lang::En).is_some(), "{faulty}");
    }
}
