//! Yes-or-no questions: a yes or a no where the facts decide it, in questions and in statements that ask, and none where they
//! do not.

use roadbook::query::Verdict;

use crate::asking::told;
use crate::talk::router;

const YES: Option<Verdict> = Some(Verdict::Yes);
const NO: Option<Verdict> = Some(Verdict::No);

fn all(cases: &[(&str, Option<Verdict>)]) {
    let router = router();
    for (question, verdict) in cases {
        let (found, said) = told(&router, question);
        assert!(!found.is_empty(), "{question}");
        assert_eq!(said, *verdict, "{question}: {found:?}");
    }
}

#[test]
fn where_somebody_is_from_is_checked() {
    all(&[
        ("is pogacar dutch", NO),
        ("is pogacar slovenian?", YES),
        ("is movistar a french team", NO),
        ("est-ce que jumbo est belge", NO),
        ("la jumbo est hollandaise ?", YES),
        ("box to box c'est des américains ?", NO),
        // One of two is for people to read.
        ("are box to box brits or yanks", None),
        ("is pogacar from slovenia or slovakia", None),
    ]);
}

#[test]
fn a_statement_that_asks_is_checked() {
    all(&[
        ("ça sort en juin 2023 ?", YES),
        ("ça sort en juillet 2023 ?", NO),
        ("un épisode dure 45 minutes ?", YES),
        ("un épisode dure une heure ?", NO),
        ("so each episode lasts an hour?", NO),
        ("le tournage devait commencer en juin 2022 ?", NO),
        ("drive to survive parle de la f1 ?", YES),
        ("c'est quadbox qui produit ?", YES),
        ("c'est qui qui produit ?", None),
        ("dis-moi le mois où ça sort en 2023", None),
    ]);
}

#[test]
fn the_race_that_is_meant_is_that_of_the_series() {
    all(&[
        ("did the tour start in copenhagen", YES),
        ("does the tour finish in paris?", YES),
        ("is the start in denmark or in france", None),
        ("did the race end in nice because of paris traffic", None),
    ]);
}

#[test]
fn what_a_fact_does_not_decide_gets_neither() {
    all(&[
        ("le doc de france tv passe après le tour 2023 ?", None),
        ("is bora on the list or did i dream it", YES),
        ("le doc de france tv passe avant ou après le départ du tour 2023", None),
        ("did vingegaard win a stage of the 2022 tour?", None),
    ]);
}
