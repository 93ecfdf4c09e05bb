//! Questions that ask more than one thing, or one thing by way of another: what is left of a list, whose team somebody's is,
//! what a number is of, what was said besides what the question says itself.

use roadbook::query::{Outcome, Verdict};

use crate::asking::told;
use crate::talk::router;

#[test]
fn of_a_list_what_is_not_named_is_told() {
    let router = router();
    for question in [
        "ag2r, bora, ef and who are the other five",
        "hors jumbo et quick-step, il reste lesquelles dans les huit",
    ] {
        let (found, _) = told(&router, question);
        assert!(found.contains(&"team-groupama-fdj".to_owned()), "{question}: {found:?}");
        for named in ["team-ag2r-citroen", "team-bora-hansgrohe"] {
            let left_out = question.starts_with("ag2r");
            assert_eq!(found.contains(&named.to_owned()), !left_out, "{question}: {found:?}");
        }
    }
    let both = ["valverde, soler and who's the third", "valverde, soler et le troisième"];
    for question in both {
        assert_eq!(told(&router, question).0, ["least-expected-day-mas"], "{question}");
    }
    assert_eq!(
        told(&router, "EF et qui d'autre dans l'épisode 1 ?").0,
        ["episode-1-team-quick-step"]
    );
    // Whoever is asked for, and not named, is told.
    assert_eq!(told(&router, "was Groupama left out?").0, ["team-groupama-fdj"]);
}

#[test]
fn whom_something_belongs_to_is_found_on_the_way() {
    let router = router();
    for (question, first) in [
        ("which country are the makers of drive to survive from", "box-to-box-nationality"),
        ("l’équipe d’Alaphilippe, c’est dans quel épisode ?", "episode-1-team-quick-step"),
    ] {
        let (found, _) = told(&router, question);
        assert_eq!(found.first().map(String::as_str), Some(first), "{question}: {found:?}");
    }
    // Who that is, and no more, is one step.
    assert_eq!(
        told(&router, "which team is Alaphilippe’s team?").0.first().map(String::as_str),
        Some("alaphilippe-team")
    );
}

#[test]
fn an_amount_is_looked_up_by_its_value() {
    let router = router();
    for (question, found) in [
        ("52 min c’est quoi", vec!["film-52-minutes"]),
        ("19 km de quoi ?", vec!["lille-arenberg-cobbles"]),
        ("190 = ?", vec!["broadcast-190", "broadcast-over-190"]),
        ("45 min and 52 min, are those both right?", vec!["episode-length", "film-52-minutes"]),
    ] {
        assert_eq!(told(&router, question).0, found, "{question}");
    }
    // "The eight teams" are asked for themselves.
    assert!(
        told(&router, "c’est quoi les 8 équipes ?").0.contains(&"team-bora-hansgrohe".to_owned())
    );
    assert!(told(&router, "what is 7 x 8").0.is_empty());
}

#[test]
fn what_the_question_says_itself_is_no_answer() {
    let router = router();
    let (found, _) = told(&router, "what did Dolores Emile say about inspiring characters?");
    assert!(found.contains(&"emile-opportunity".to_owned()), "{found:?}");
    let (found, _) = told(&router, "who spoke of suffering?");
    assert_eq!(found, ["le-moenner-suffering"]);
}

#[test]
fn a_number_taken_for_granted_is_put_right_first() {
    let router = router();
    for question in [
        "which of the twelve episodes has the cobbles?",
        "dans quel des six épisodes on voit les pavés ?",
    ] {
        let (found, verdict) = told(&router, question);
        assert_eq!(found.first().map(String::as_str), Some("number-of-episodes"), "{question}");
        assert!(found.contains(&"episode-2-lille-arenberg".to_owned()), "{question}: {found:?}");
        assert_eq!(verdict, None);
    }
    let (found, _) = told(&router, "which of the eight episodes has the cobbles?");
    assert_ne!(found.first().map(String::as_str), Some("number-of-episodes"));
}

#[test]
fn what_has_to_do_with_another_thing_is_not_the_same() {
    let router = router();
    for question in [
        "are quadbox and box to box the same company?",
        "quadbox et box to box, c’est la même boîte ?",
    ] {
        assert_ne!(told(&router, question).1, Some(Verdict::Yes), "{question}");
    }
}

#[test]
fn two_things_are_told_where_both_are_asked_for() {
    let router = router();
    for (question, both) in [
        (
            "le tour 2022 se termine quel jour et dans quelle ville",
            ["tour-2022-end-date", "tour-2022-end-place"],
        ),
        (
            "on what day did the race start, and in which country?",
            ["tour-2022-start-date", "tour-2022-start-place"],
        ),
        ("nos, c'est quoi et quel pays", ["nos-kind", "nos-nationality"]),
        (
            "entre le départ et l’arrivée du Tour il y a combien de jours ?",
            ["tour-2022-duration", "tour-2022-start-date"],
        ),
    ] {
        let (found, _) = told(&router, question);
        assert!(both.iter().all(|one| found.iter().any(|id| id == one)), "{question}: {found:?}");
    }
    // A film that is named before it is asked about is one thing.
    let (found, _) = told(&router, "code yellow, what's it about");
    assert!(found.iter().all(|id| id.starts_with("code-yellow")), "{found:?}");
}

#[test]
fn of_what_was_known_on_a_day_only_what_is_asked_for_is_told() {
    let router = router();
    let (found, _) = told(&router, "what was known about the money in early March 2022?");
    assert_eq!(found.first().map(String::as_str), Some("talks-money-issue"), "{found:?}");
}

#[test]
fn of_another_year_nothing_is_told_that_is_not_of_it() {
    let router = router();
    for question in [
        "who won in 2023?",
        "who won it in 2019?",
        "date du grand départ 2023 ?",
        "le tour 2023 c'est qui qui l'a gagné, vingegaard encore ?",
    ] {
        let (found, verdict) = told(&router, question);
        assert!(found.is_empty() && verdict.is_none(), "{question}: {found:?}");
    }
    for question in [
        "is the netflix show about the 2023 race?",
        "la série porte sur le Tour 2023 ?",
        "la série parle du Tour 2023 ?",
    ] {
        let (found, verdict) = told(&router, question);
        assert_eq!(found, ["subject-race"], "{question}");
        assert_eq!(verdict, Some(Verdict::No), "{question}");
    }
}

#[test]
fn a_number_beside_another_and_a_maker_alone_are_for_people_to_judge() {
    let router = router();
    for (question, first) in [
        ("ça dure 8 fois 45 mn, faux ou vrai ?", "number-of-episodes"),
        ("is it 6 or 8 episodes?", "number-of-episodes"),
        ("did box to box make it alone?", "producer-box-to-box"),
    ] {
        let (found, verdict) = told(&router, question);
        assert_eq!(found.first().map(String::as_str), Some(first), "{question}: {found:?}");
        assert_eq!(verdict, None, "{question}");
    }
}

#[test]
fn works_are_put_in_order() {
    let found = told(&router(), "remets dans l’ordre : au coeur du peloton, plan b, code yellow").0;
    assert_eq!(found, ["code-yellow-year", "plan-b-year", "release-date"]);
}

#[test]
fn with_the_others_asks_for_no_others() {
    let router = router();
    for (question, only) in [
        (
            "Marc Soler, on voit ses relations avec les autres dans la série de Movistar ?",
            "least-expected-day-soler",
        ),
        ("l'équipe FDJ, on la voit avec les autres ?", "team-groupama-fdj"),
        ("quadbox is box to box plus who?", "quadbox-quad"),
    ] {
        assert_eq!(told(&router, question).0, [only], "{question}");
    }
}

#[test]
fn what_is_open_about_our_works_is_not_told_of_strange_ones() {
    for question in ["is Stranger Things getting a new season?", "does squid game have a season 3"]
    {
        let said = crate::talk::talk(&router(), roadbook::facts::Lang::En, &[question]);
        assert!(!said.contains("season is the last"), "{said}");
    }
}

#[test]
fn all_of_the_series_is_compared_where_no_part_is() {
    let router = router();
    for question in [
        "which is longer, the netflix series or the france tv film?",
        "entre la série netflix et le docu france tv lequel est le plus long",
    ] {
        let (found, _) = told(&router, question);
        assert!(found.contains(&"total-length".to_owned()), "{question}: {found:?}");
        assert!(!found.contains(&"episode-length".to_owned()), "{question}: {found:?}");
    }
}

#[test]
fn what_is_left_open_stands_beside_what_the_first_question_gets() {
    let router = router();
    for question in ["who is the winner and how old is he?", "qui a gagné et quel âge il a ?"] {
        let answer = router.asker().ask(router.facts(), question, None);
        let Outcome::Unknown { absence: Some(_), nearest } = answer.outcome else {
            panic!("{question}: {answer:?}")
        };
        assert_eq!(nearest.map(|one| one.id.as_str()), Some("tour-2022-winner"), "{question}");
    }
}
