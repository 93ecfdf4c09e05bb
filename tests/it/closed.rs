//! Yes-or-no questions: a yes or a no where the facts decide it, in questions and in statements that ask, and none where they
//! do not.

use roadbook::query::{Outcome, Verdict};

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
        ("is bora on the list or did i dream it", YES),
        ("le doc de france tv passe avant ou après le départ du tour 2023", None),
    ]);
    // He won the race, and no article speaks of a stage.
    let router = router();
    let answer = router.asker().ask(router.facts(), "did pogacar win a stage in 2021?", None);
    assert_eq!(answer.verdict, None);
    let Outcome::Unknown { nearest: Some(nearest), .. } = answer.outcome else {
        panic!("{:?}", answer.outcome)
    };
    assert_eq!(nearest.id, "past-winner-2021");
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
        ("did vingegaard win in 2021?", NO),
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

#[test]
fn a_statement_that_says_all_of_it_is_a_yes() {
    all(&[
        ("were there cameras on the bikes?", YES),
        ("is the tour caravan in it", YES),
        ("on voit la caravane dans la série ?", YES),
        ("is drive to survive popular", YES),
        ("is the least expected day about movistar", YES),
        ("the least expected day c'est sur movistar ?", YES),
        ("did they make a tennis one too", YES),
        ("y en a une autre sur le golf ?", YES),
        ("did they start filming in march 2022?", YES),
        ("the race ended on july 24th?", YES),
        ("did roglic lose the yellow jersey to pogacar?", YES),
        ("has pogacar won the tour twice?", YES),
        ("c'est franceinfo le partenaire ?", YES),
        ("is france televisions also showing its own documentary?", YES),
    ]);
}

#[test]
fn what_is_said_of_others_or_the_other_way_round_is_no_yes() {
    let router = router();
    for question in [
        "did pogacar lose the yellow jersey to roglic in 2020?",
        "was there a stage from calais to dunkirk?",
        "c'est franceinfo qui produit la serie ?",
        "franceinfo fait quoi la dedans",
        "c ki les équipes dedans",
        "est ce que la serie parle du tour femmes finalement ?",
        "qu'est-ce qu'il raconte le boss d'ASO",
        "did pogacar crash on the tour?",
        "is there a netflix show about the giro as well",
        "is miguel angel lopez still at movistar",
        "le docu golf de box to box est aussi sur netflix ?",
        "bet they skip the opening time trial in episode 1",
        "uae said no in july, right",
        "france televisions had nothing to do with the netflix series right",
        "ya un épisode 3 ou ça s’arrête à deux",
        "el dia menos pensado is a different show from the least expected day, right",
        "bet the france televisions film airs ahead of the giro",
        "bet aso produced the netflix series on its own",
        "ils ont fait la série dans le dos d’aso nan",
        "le film jumbo de 2020 avec la nos, il montre quoi",
    ] {
        let answer = router.asker().ask(router.facts(), question, None);
        assert_eq!(answer.verdict, None, "{question}: {answer:?}");
    }
}

#[test]
fn a_closed_value_leaves_no_room_for_another() {
    all(&[
        ("did the tour start in paris?", NO),
        ("le tour 2022 est parti de france ?", NO),
        ("l'arrivée était à copenhague ?", NO),
        ("le contre-la-montre inaugural était à lille ?", NO),
        ("backstage pass, c'était sur netflix?", NO),
        ("so pogacar won the 2022 tour?", NO),
        ("did roglic win the tour in 2022?", NO),
        ("does dolores emile work for aso", NO),
        ("it's about the 2021 tour, right?", NO),
        ("ineos aussi a refusé ?", NO),
        ("was it jumbo that refused?", NO),
        ("uae a accepté de se faire filmer non ?", NO),
        ("did roglic lose the yellow jersey on the last stage?", NO),
        ("roglic a perdu le maillot jaune sur l'avant-dernière étape ?", YES),
        ("le doc de france tv passe après le tour 2023 ?", NO),
    ]);
}

#[test]
fn tags_and_negations_ask_for_the_same() {
    all(&[
        ("vingegaard is danish, isn't he?", YES),
        ("vingegaard is slovenian isn't he", NO),
        ("movistar c'est une équipe espagnole nan ?", YES),
        ("didn't UAE refuse to take part?", YES),
        ("isn't bora part of it", YES),
        ("ag2r présent ou pas", YES),
        ("wasn't there a doc on pro bikers before this one", None),
    ]);
}

#[test]
fn two_works_are_ordered_by_their_dates() {
    all(&[
        ("was plan b released before code yellow?", NO),
        ("plan b est sorti après code yellow hein", YES),
        ("did code yellow come before plan b?", YES),
        ("plan b ou code yellow, lequel est sorti avant ?", None),
    ]);
}

#[test]
fn so_many_more_gets_neither() {
    all(&[
        ("is box to box making two more?", None),
        ("are there eight more episodes?", None),
        ("box to box tourne deux séries de plus ?", None),
        ("are there more than five episodes?", YES),
    ]);
}

#[test]
fn words_beside_the_question_take_no_yes_away() {
    all(&[
        ("is it quite right that Quadbox produces the series", YES),
        ("j’ai oublié, Vingegaard est danois ?", YES),
        ("is the series on netflix or what?", YES),
        ("la série est sur netflix ou quoi ?", YES),
        ("Is Vingegaard chasing yellow in episode 2?", YES),
    ]);
}

#[test]
fn numbers_that_are_bounds_or_rounded_are_no_exact_ones() {
    all(&[
        ("ya au moins 5 équipes filmées ?", YES),
        ("are there at least 10 episodes?", NO),
        ("en tout ça fait a peu pres 6h de serie ?", None),
        ("is the 2022 tour over 2000 miles?", YES),
        ("is it only 6 episodes", NO),
        ("so it's 10 episodes?", NO),
        ("moins de dix bornes de secteurs paves ?", NO),
        ("did pogacar win his two tours in 2019 and 2020", None),
        ("la serie netflix a 8 episodes ?", YES),
    ]);
}
