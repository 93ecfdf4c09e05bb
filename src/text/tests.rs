//! Folding and likeness, on the spellings that people type.

use super::{Lang, closest, fold, one_typo_or_less};
use proptest::prelude::*;

#[test]
fn folding_takes_away_what_does_not_count() {
    for (typed, folded) in [
        ("L’Équipe-FDJ?", "l equipe fdj"),
        ("  Au CŒUR du peloton ", "au coeur du peloton"),
        ("Primož Roglič", "primoz roglic"),
        ("A.S.O.", "a s o"),
        ("zero\u{200b}width", "zerowidth"),
        ("ﬁlm", "film"),
        ("🚴🚴", ""),
        ("", ""),
    ] {
        assert_eq!(fold(typed), folded, "{typed:?}");
    }
}

#[test]
fn short_words_must_be_exact_and_long_ones_may_slip() {
    assert!(one_typo_or_less("vingegard", "vingegaard"));
    assert!(one_typo_or_less("quik", "quick"));
    assert!(!one_typo_or_less("uae", "use"));
    assert!(!one_typo_or_less("amaury", "armour"));
}

#[test]
fn the_closest_names_come_first() {
    let names = ["jumbo visma", "movistar", "netflix"];
    let near = |typed: &str| closest(typed, names.iter().map(|name| (*name, *name)), 2);
    assert_eq!(near("jumbo"), ["jumbo visma"]);
    assert_eq!(near("movister"), ["movistar"]);
    assert_eq!(near("netflicks"), ["netflix"]);
    assert!(near("chocolate").is_empty());
    assert!(near("").is_empty());
}

#[test]
fn a_locale_gives_its_language() {
    assert_eq!("fr-CA".parse(), Ok(Lang::Fr));
    assert_eq!("EN_us".parse(), Ok(Lang::En));
    assert!("de".parse::<Lang>().is_err());
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in ".{0,200}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn plain_letters_are_folded_like_all_others(text in "[ -~\\t\\n]{0,200}") {
        let with_one_that_is_not_plain = format!("{text}\u{200b}");
        prop_assert_eq!(fold(&text), fold(&with_one_that_is_not_plain));
    }
}
