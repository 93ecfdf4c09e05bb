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

#[test]
fn days_and_months_are_compared_with_the_day_of_what_happens_on_one() {
    all(&[
        ("is it out on 8 june 2023?", YES),
        ("is it out on 9 june 2023?", NO),
        ("ça sort le 9 juin 2023 ?", NO),
        ("ça sort en mai ?", NO),
        ("does it come out on june 8?", YES),
        ("may i ask, does it come out in 2023", YES),
        ("so the filming started in march?", YES),
        ("is plan b from 2020", NO),
        ("is plan b older than 2021", None),
        ("is plan b older than 2022", None),
        ("je pars en vacances le 12 juin, est ce que j'aurai pu la commencer avant", None),
    ]);
}

#[test]
fn one_of_two_gets_neither() {
    all(&[
        ("is it on netflix or amazon?", None),
        ("c'est sur netflix ou sur amazon ?", None),
        ("y avait déjà eu des docus cyclistes avant ou c'est le premier", None),
    ]);
}

#[test]
fn a_winner_of_a_year_is_checked() {
    all(&[
        ("c'est vingegaard qui a gagné en 2022 ?", YES),
        ("was it pogacar who won in 2021?", YES),
        ("did pogacar win a stage in 2021?", None),
    ]);
}

#[test]
fn numbers_in_statements_are_checked() {
    all(&[
        ("y a 10 épisodes ?", NO),
        ("chaque épisode fait 45 minutes ?", YES),
        ("chaque volet fait plus d'une heure ?", NO),
        ("ça fait plus d'une demi heure chaque partie ?", None),
    ]);
}
