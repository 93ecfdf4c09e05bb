//! Things that a question tells from others without naming them: a work of two by its year, a person by whom they work for, one of
//! two sides, a stage by what it is known for.

use roadbook::query::Outcome;

use crate::asking::told;
use crate::talk::router;

fn first_is(cases: &[(&str, &str)]) {
    let router = router();
    for (question, first) in cases {
        let (found, _) = told(&router, question);
        assert_eq!(found.first().map(String::as_str), Some(*first), "{question}: {found:?}");
    }
}

#[test]
fn a_work_is_told_from_the_others_of_its_makers() {
    first_is(&[
        ("what was jumbo’s other documentary called, the one after code yellow?", "plan-b-kind"),
        ("what was jumbo’s other doc called, the one from 2021?", "plan-b-kind"),
        ("l’autre docu de la jumbo de 2021 s’appelle ?", "plan-b-kind"),
        ("what was the other Jumbo-Visma doc called, not Code Yellow", "plan-b-kind"),
        ("jumbo had a second doc after code yellow, whats the title", "plan-b-kind"),
        ("le doc de la jumbo après code yellow, il s'appelait comment ?", "plan-b-kind"),
        ("la jumbo a sorti quoi après code yellow", "plan-b-kind"),
        ("who made jumbo’s 2020 film with them", "code-yellow-partner"),
    ]);
    // Which of two is meant is not said, and two that are named are compared.
    let (found, _) = told(&router(), "which came first, code yellow or plan b?");
    assert_eq!(found, ["code-yellow-year", "plan-b-year"]);
}

#[test]
fn whoever_speaks_for_a_company_is_named() {
    first_is(&[
        ("Who at ASO commented on the partnership with Netflix?", "le-moenner-employer"),
        ("qui a réagi chez aso", "le-moenner-employer"),
        ("who at netflix spoke about the project?", "emile-employer"),
    ]);
}

#[test]
fn the_winner_is_whoever_won_and_a_winner_of_other_times_is_not() {
    first_is(&[("what team was the 2022 winner on?", "vingegaard-team")]);
    let (found, _) = told(&router(), "the slovenian two time winner, is he named for episode 2");
    assert!(!found.contains(&"episode-2-vingegaard".to_owned()), "{found:?}");
}

#[test]
fn of_two_sides_the_one_that_is_so_is_told() {
    first_is(&[
        ("quadbox ou endemol derrière la série sur le vélo", "producer"),
        ("c’est aso ou netflix qui a levé le voile sur Au cœur du peloton", "unveiled-by"),
        ("soler or quintana, which one’s in the movistar doc", "least-expected-day-soler"),
    ]);
}

#[test]
fn stages_are_put_in_order() {
    let router = router();
    for question in [
        "entre dunkerque-calais et les pavés, c’est lequel en premier",
        "was the Dunkirk–Calais stage before or after the cobbles?",
    ] {
        assert_eq!(told(&router, question).0, ["lille-arenberg-after"], "{question}");
    }
    assert_eq!(
        told(&router, "in which order: Calais stage, cobbles stage, Copenhagen TT").0,
        ["time-trial-date", "lille-arenberg-after"]
    );
}

#[test]
fn of_those_that_a_paper_named_one_is_missing() {
    first_is(&[(
        "parmi les équipes citées par velonews dans les négos, y en a une qui est pas dans la liste finale, laquelle ?",
        "talks-movistar",
    )]);
}

#[test]
fn what_changed_a_deal_comes_before_what_it_was() {
    assert_eq!(
        told(&router(), "is the netflix deal confirmed or still a rumour?").0,
        ["partner-aso", "talks-no-deal-yet"]
    );
}

#[test]
fn who_refused_is_not_told_beside_another_team() {
    let (found, _) =
        told(&router(), "Amazon avait pas un projet aussi avec une équipe cycliste ? laquelle");
    assert_eq!(found, ["all-or-nothing-jumbo-visma"]);
}

#[test]
fn what_names_something_else_is_taken_for_none_of_these() {
    let router = router();
    for (question, wrong) in [
        ("Who was the other partner of Jumbo-Visma on Code Yellow?", "plan-b-maker"),
        ("did Netflix release a second season of The Least Expected Day?", "d2s-season-released"),
        ("what did they make after Drive to Survive?", "least-expected-day-platform"),
        ("à cause de Netflix, qui a refusé ?", "emile-employer"),
        ("who holds the viewing record for Netflix?", "emile-employer"),
        ("Who at ASO commented on drugs?", "le-moenner-employer"),
        ("in early march, had anyone from ASO commented?", "le-moenner-employer"),
        ("the winner of the cobbled stage, what team was he on?", "vingegaard-team"),
        ("what team is the winner of the green jersey on", "vingegaard-team"),
        (
            "quelle nationalité, le vainqueur des deux éditions précédentes ?",
            "vingegaard-nationality",
        ),
        ("l’étape Dunkerque-Calais : avant ou après les montagnes ?", "time-trial-date"),
    ] {
        let (found, _) = told(&router, question);
        assert!(!found.contains(&wrong.to_owned()), "{question}: {found:?}");
    }
}

#[test]
fn the_nearest_thing_is_of_what_was_asked() {
    let router = router();
    let question = "c’est vrai que Pogačar a gagné en 2019 et 2020 ?";
    let answer = router.asker().ask(router.facts(), question, None);
    let nearest = match answer.outcome {
        Outcome::Unknown { nearest, .. } => nearest.map(|one| one.id.as_str()),
        // Told without a yes, it is as good.
        Outcome::Answered(told) if answer.verdict.is_none() => {
            told.first().map(|one| one.id.as_str())
        }
        _ => None,
    };
    assert_eq!(nearest, Some("pogacar-wins"));
}
