//! What things have to do with each other, and questions that put more than one thing into a message.

use roadbook::query::Verdict;

use crate::asking::told;
use crate::talk::router;

/// What is told first of all, in order.
fn begins(cases: &[(&str, &[&str])]) {
    let router = router();
    for (question, wanted) in cases {
        let (found, _) = told(&router, question);
        let first: Vec<&str> = found.iter().take(wanted.len()).map(String::as_str).collect();
        assert_eq!(first, *wanted, "{question}: {found:?}");
    }
}

#[test]
fn what_connects_two_things_is_told() {
    begins(&[
        (
            "what's the link between this and drive to survive",
            &["d2s-made-by", "producer-box-to-box"],
        ),
        ("is it the same people as drive to survive", &["d2s-made-by", "producer-box-to-box"]),
        ("link between Jumbo-Visma and Plan B", &["plan-b-maker"]),
        (
            "so the folks who made the formula 1 hit are doing this one too, right?",
            &["d2s-made-by", "producer-box-to-box"],
        ),
        // Not what two things have to do with each other.
        ("what does aso do in relation to the tour", &["aso-takes-part"]),
    ]);
    assert!(told(&router(), "what's the connection between the moon and the tides").0.is_empty());
}

#[test]
fn the_films_of_a_team_are_listed_and_told_apart() {
    begins(&[
        ("jumbo docs, how many and which", &["code-yellow-maker", "plan-b-maker"]),
        ("combien de docs sur la jumbo et lesquels", &["code-yellow-maker", "plan-b-maker"]),
        ("le doc sur la jumbo avec amazon il s'appelle comment", &["all-or-nothing-kind"]),
        ("which of the two jumbo docs is more recent", &["code-yellow-year", "plan-b-year"]),
        ("jumbo's two films, which came first", &["code-yellow-year", "plan-b-year"]),
    ]);
}

#[test]
fn what_a_name_is_to_another_of_two_things_is_told() {
    begins(&[
        ("is arenberg the start or the finish of the cobbled stage?", &["lille-arenberg-to"]),
        ("arenberg c'est le départ ou l'arrivée de l'étape aux pavés ?", &["lille-arenberg-to"]),
        ("l'étape des pavés elle arrive à calais ou à arenberg ?", &["lille-arenberg-to"]),
        (
            "code yellow, was that with a dutch broadcaster or a belgian one",
            &["code-yellow-partner", "nos-nationality"],
        ),
        ("y'a quoi qui fait plus de 19 bornes", &["lille-arenberg-cobbles"]),
        ("2068, what's that number about", &["tour-2022-length"]),
        // "Ou" asks where.
        ("de dunkerque on va jusqu'ou", &["dunkirk-calais-to"]),
    ]);
    let found =
        told(&router(), "movistar wasn't the only team with a women's side too, who else?").0;
    assert!(!found.iter().any(|id| id.contains("movistar")), "{found:?}");
}

#[test]
fn two_questions_behind_a_remark_or_with_one_beginning_are_both_answered() {
    begins(&[
        (
            "hey all, dad's asking me stuff about the tour show again: who makes it and how many eps",
            &["producer", "number-of-episodes"],
        ),
        ("filming started when and ended when", &["filming-start", "filming-end"]),
        ("le tournage a commencé quel mois et fini quand", &["filming-start", "filming-end"]),
        ("just saw the trailer, when does it come out", &["release-date"]),
        ("je viens de voir la bande annonce, ça sort quand", &["release-date"]),
    ]);
    assert!(told(&router(), "is there a trailer").0.is_empty());
}

#[test]
fn a_second_question_goes_on_from_the_first() {
    begins(&[
        (
            "ils ont vraiment filmé depuis les voitures des patrons de la course ? et aussi sur les vélos ?",
            &["camera-cars", "camera-bikes"],
        ),
        (
            "la bataille pour le jaune, ça commence dans quel épisode et c'est entre qui et qui",
            &["episode-2-quest", "vingegaard-rival"],
        ),
        (
            "quelle équipe a dit non, et groupama-fdj a-t-elle dit oui ?",
            &["team-refused-uae", "team-groupama-fdj"],
        ),
    ]);
}

#[test]
fn closed_lists_and_where_somebody_is_from_decide() {
    let router = router();
    for (question, verdict) in [
        ("is ef in episode 1?", Some(Verdict::Yes)),
        ("uae est dans l'épisode 2 ?", Some(Verdict::No)),
        ("are ineos and uae both in it?", Some(Verdict::No)),
        ("are ineos and jumbo both in it?", Some(Verdict::Yes)),
        ("is jumbo the star of episode 1?", Some(Verdict::No)),
        ("did movistar end up being one of the filmed teams?", Some(Verdict::No)),
        ("did pogačar win the tour in 2022?", Some(Verdict::No)),
        ("had pogačar won the tour in 2022 as well?", Some(Verdict::No)),
        ("c'est pogačar le vainqueur ?", Some(Verdict::No)),
        ("did froome win it?", Some(Verdict::No)),
        ("had pogačar won before?", Some(Verdict::Yes)),
        ("y'a un pote qui me soutient que uae est dans la série", Some(Verdict::No)),
        ("my mate swears the series has ten parts. right or wrong?", Some(Verdict::No)),
        ("mon beau-frère me soutient que la série fait six épisodes", Some(Verdict::No)),
        ("la série fait six épisodes, il raconte n'importe quoi non ?", Some(Verdict::No)),
        ("did a belgian win it?", Some(Verdict::No)),
        ("un danois a gagné ?", Some(Verdict::Yes)),
        // Of which country his team is, is another question.
        ("did a dutch team win it?", None),
    ] {
        assert_eq!(told(&router, question).1, verdict, "{question}");
    }
    let season = "season 2 confirmed?";
    assert!(told(&router, season).0.is_empty(), "{season}: of another series");
    assert_eq!(
        told(&router, "are ineos and uae both in it?").0.first().map(String::as_str),
        Some("team-refused-uae")
    );
}
