//! Of several things that a question may ask for, the one that answers it: whose words, which amount, who won, who agreed.

use roadbook::query::{Outcome, Verdict};

use crate::asking::told;
use crate::talk::router;

#[test]
fn what_a_company_says_is_what_its_own_people_say() {
    let router = router();
    for question in [
        "what does netflix say about the series",
        "que dit netflix de la série",
        "what did netflix have to say of the tour series",
        "que pense netflix de la série ?",
        "what did netflix's own person have to say about it",
        "y a quelqu'un de netflix qui a parlé du projet ?",
    ] {
        let found = told(&router, question).0;
        assert!(found.iter().any(|one| one == "emile-employer"), "{question}: {found:?}");
        assert!(found.iter().all(|one| one.starts_with("emile-")), "{question}: {found:?}");
    }
    // What somebody hopes to get from a company is not what that company says.
    let found = told(&router, "what does velonews hope to get from netflix").0;
    assert!(found.iter().all(|one| !one.starts_with("emile-")) && !found.is_empty(), "{found:?}");
    // Whoever speaks of the company's project is not one of its people.
    let found = told(&router, "what does the managing director say about the netflix project").0;
    assert!(found.first().is_some_and(|one| one.starts_with("le-moenner-")), "{found:?}");
}

#[test]
fn how_long_something_is_is_told_by_an_amount() {
    let router = router();
    for question in
        ["how long is the cobbled bit of ep 2", "les pavés, in episode 2, how long was that part"]
    {
        let found = told(&router, question).0;
        assert_eq!(found.first().map(String::as_str), Some("lille-arenberg-cobbles"), "{question}");
    }
    // What lasts 45 minutes is not what lasts 52.
    for question in
        ["les 45 minutes c'est sûr ?", "45 minutes, says who?", "les 45 minutes, ça vient d'où ?"]
    {
        assert_eq!(told(&router, question).0, ["episode-length"], "{question}");
    }
}

#[test]
fn sums_are_no_questions() {
    let router = router();
    for question in
        ["17 fois 23", "12 x 4", "what is 12 times 12", "9 plus 5", "17 times 23", "17 x 23 = ?"]
    {
        let answer = router.asker().ask(router.facts(), question, None);
        assert!(matches!(answer.outcome, Outcome::OffTopic), "{question}: {:?}", answer.outcome);
    }
    assert_eq!(told(&router, "8 x 45").0, ["number-of-episodes", "episode-length"]);
}

#[test]
fn who_won_is_decided_with_a_tag_behind_it_too() {
    let router = router();
    for (question, wanted) in [
        ("pogacar won that one didnt he", Verdict::No),
        ("vingegaard won that one didnt he", Verdict::Yes),
        ("pogacar il a gagné celui de 2022 aussi ?", Verdict::No),
    ] {
        let (found, verdict) = told(&router, question);
        assert_eq!(found.first().map(String::as_str), Some("tour-2022-winner"), "{question}");
        assert_eq!(verdict, Some(wanted), "{question}");
    }
}

#[test]
fn who_did_not_win_is_told_who_did() {
    let router = router();
    for question in [
        "so pogacar didnt win that one right",
        "pogacar didn't win it, right?",
        "pogacar n'a pas gagné hein ?",
    ] {
        let (found, verdict) = told(&router, question);
        assert_eq!(found.first().map(String::as_str), Some("tour-2022-winner"), "{question}");
        assert_eq!(verdict, None, "{question}");
    }
}

#[test]
fn no_yes_is_said_of_the_series_for_what_is_so_of_another_film() {
    let router = router();
    assert_eq!(told(&router, "france tv diffuse la série aussi ?").1, None);
    assert_eq!(told(&router, "france tv diffuse son propre film ?").1, Some(Verdict::Yes));
}

#[test]
fn no_is_not_said_to_whether_a_rumour_was_one() {
    let router = router();
    for question in [
        "movistar dans la série c'était juste une rumeur ?",
        "was movistar in the series only a rumour?",
    ] {
        assert_eq!(
            told(&router, question),
            (vec!["talks-movistar".to_owned()], None),
            "{question}"
        );
    }
    assert_eq!(told(&router, "is it confirmed that movistar is in it?").1, Some(Verdict::No));
    let answer = router.asker().ask(router.facts(), "movistar refused, is that confirmed?", None);
    let Outcome::Unknown { absence: Some(absence), .. } = answer.outcome else {
        panic!("no article says so: {:?}", answer.outcome)
    };
    assert_eq!(absence.id, "no-refusal-movistar");
}

#[test]
fn of_two_names_first_what_is_said_of_both() {
    let router = router();
    for question in ["amazon and jumbo visma", "jumbo-visma et amazon, c'est confirmé ?"] {
        let found = told(&router, question).0;
        assert_eq!(
            found.first().map(String::as_str),
            Some("all-or-nothing-jumbo-visma"),
            "{question}"
        );
    }
}

#[test]
fn whether_all_agreed_is_answered_by_who_did_not() {
    let router = router();
    for question in [
        "did all the teams they asked say yes?",
        "toutes les équipes sollicitées ont accepté ?",
        "all said yes?",
    ] {
        let told = told(&router, question);
        assert_eq!(told, (vec!["team-refused-uae".to_owned()], Some(Verdict::No)), "{question}");
    }
    // Whether those of the race, or those that were chosen, agreed is not decided by a team that refused the series.
    for question in [
        "toutes les équipes du tour ont dit oui ?",
        "did all eight agree?",
        "did all the selected teams agree?",
        "did every team in the series agree?",
        "toutes les équipes de la série ont accepté ?",
        "did any team in the series refuse?",
        "did all but one agree?",
    ] {
        let told = told(&router, question);
        assert_eq!(told, (vec!["team-refused-uae".to_owned()], None), "{question}");
    }
    for question in [
        "who are all that agreed?",
        "not everyone agreed?",
        "all of them are in it, yes?",
        "all of them are featured, agreed?",
    ] {
        assert_ne!(told(&router, question).0, ["team-refused-uae"], "{question}");
    }
}

#[test]
fn of_a_refusal_that_nobody_speaks_of_nothing_else_is_told() {
    let router = router();
    for question in [
        "did greenedge refuse?",
        "greenedge refused, is that confirmed?",
        "greenedge a refusé, c'est sûr ?",
        "did greenedge refuse to make backstage pass?",
        "did cofidis refuse?",
        // So is what a company thinks that nobody quotes, or of what nobody tells it.
        "what does eurosport think of it?",
        "que pense france tv de la série ?",
        "what does netflix say about aso?",
    ] {
        let answer = router.asker().ask(router.facts(), question, None);
        assert!(
            matches!(answer.outcome, Outcome::Unknown { .. }),
            "{question}: {:?}",
            answer.outcome
        );
    }
}

#[test]
fn the_edition_that_is_shown_is_told_whichever_is_asked_for() {
    let router = router();
    for (question, wanted) in [
        ("was the 2023 race filmed for it", Some(Verdict::No)),
        ("c'est le tour 2023 qu'on voit ?", Some(Verdict::No)),
        ("c'est pas le tour 2023 qu'on voit si ?", None),
        ("ça parle de quelle année du tour, 2022 ou 2023", None),
    ] {
        let told = told(&router, question);
        assert_eq!(told, (vec!["subject-race".to_owned()], wanted), "{question}");
    }
    // A year of its own, an edition alone, and another film ask for something else.
    let shown = told(&router, "is it the 2022 race that is shown in 2023?");
    assert_ne!(shown, (vec!["subject-race".to_owned()], Some(Verdict::No)));
    assert_eq!(told(&router, "tour 2021").0, ["past-winner-2021"]);
    for question in ["was the 2020 tour filmed?", "le film sur le tour 2023 ?"] {
        assert_ne!(told(&router, question).0, ["subject-race"], "{question}");
    }
    // Another race is none of its editions.
    let women = told(&router, "tour de france femmes?").0;
    assert_ne!(women, ["subject-race"]);
    assert!(!women.is_empty());
}

#[test]
fn whoever_is_left_out_is_told_and_not_whoever_is_in() {
    let router = router();
    for question in [
        "who isnt in it",
        "which teams are not in the series",
        "quelle équipe n'est pas dans la série",
        "qui n'est pas dedans",
        "which team is missing",
        "which team is left out?",
        "quelles équipes sont exclues ?",
    ] {
        assert_eq!(told(&router, question).0, ["team-refused-uae", "talks-movistar"], "{question}");
    }
    for question in
        ["who is left in?", "which team is not missing?", "who is in it and who is not?"]
    {
        assert_ne!(told(&router, question).0, ["team-refused-uae", "talks-movistar"], "{question}");
    }
}
