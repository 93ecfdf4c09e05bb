//! Questions that the facts answer alone, however they are put: who is in, what falls on a day, who never said a word.

use roadbook::query::Verdict;

use crate::asking::told;
use crate::talk::router;

const YES: Option<Verdict> = Some(Verdict::Yes);
const NO: Option<Verdict> = Some(Verdict::No);

#[test]
fn whether_a_team_is_in_is_answered_however_it_is_put() {
    let router = router();
    for (question, wanted, verdict) in [
        ("is movistar one of the eight", "talks-movistar", NO),
        ("so is movistar one of the 8 or not", "talks-movistar", NO),
        ("was movistar among the final eight", "talks-movistar", NO),
        ("ya la movistar finalement ?", "talks-movistar", NO),
        ("movistra figure t elle dans la selection finale", "talks-movistar", NO),
        ("did uae make the cut", "team-refused-uae", NO),
        ("uae retenue ou pas", "team-refused-uae", NO),
        ("is ineos part of it", "team-ineos-grenadiers", YES),
        ("jumbo fait partie des huit ?", "team-jumbo-visma", YES),
    ] {
        assert_eq!(told(&router, question), (vec![wanted.to_owned()], verdict), "{question}");
    }
    // Whether a team is in something else is another question.
    for (question, wanted) in [
        ("is jumbo in episode 2", "episode-2-team"),
        ("quick-step in the talks?", "talks-quick-step"),
    ] {
        assert_eq!(told(&router, question).0.first().map(String::as_str), Some(wanted));
    }
}

#[test]
fn of_several_teams_those_are_told_that_are_in_or_not() {
    let router = router();
    for (question, wanted) in [
        ("which of these isnt in it: ineos, uae, ag2r", vec!["team-refused-uae"]),
        (
            "lesquelles sont dedans : uae, bora, fdj",
            vec!["team-bora-hansgrohe", "team-groupama-fdj"],
        ),
        ("which rumoured team didn't make it", vec!["talks-movistar"]),
        ("who was in the early gossip but missing from the final eight", vec!["talks-movistar"]),
        ("quelle équipe des rumeurs est absente de la liste finale", vec!["talks-movistar"]),
        (
            "which of the rumoured teams ended up in the series",
            vec!["team-ineos-grenadiers", "team-jumbo-visma", "team-quick-step"],
        ),
        (
            "which teams are in both lists",
            vec!["team-ineos-grenadiers", "team-jumbo-visma", "team-quick-step"],
        ),
    ] {
        let mut found = told(&router, question).0;
        found.sort();
        assert_eq!(found, wanted, "{question}");
    }
}

#[test]
fn whether_anybody_refused_is_answered_yes_or_no() {
    let router = router();
    for (question, verdict) in [
        ("nobody refused to take part right", NO),
        ("personne n'a refusé ?", NO),
        ("did anyone say no", YES),
        ("anybody snub netflix?", YES),
        ("did all teams agree", NO),
        ("tout le monde a dit oui ?", NO),
    ] {
        assert_eq!(
            told(&router, question),
            (vec!["team-refused-uae".to_owned()], verdict),
            "{question}"
        );
    }
}

#[test]
fn all_that_falls_on_a_day_is_told() {
    let router = router();
    for question in ["what happens on july 24th", "le 24 juillet il se passe quoi", "24 july?"] {
        let found = told(&router, question).0;
        assert_eq!(found, ["tour-2022-end-date", "win-date"], "{question}");
    }
    // More than the day is asked for.
    let found = told(&router, "in which city were they on july 24th").0;
    assert_ne!(found, ["tour-2022-end-date", "win-date"]);
}

#[test]
fn nobody_is_given_an_opinion_that_no_article_quotes() {
    let router = router();
    for question in [
        "what did roglic say about the documentary",
        "qu'est ce que valverde a pensé du docu movistar",
        "what does lopez think about being in the movistar show",
        "why did aso block netflix from filming the race",
    ] {
        assert_eq!(told(&router, question), (Vec::new(), None), "{question}");
    }
    assert!(!told(&router, "what did dolores emile say").0.is_empty());
}

#[test]
fn of_a_part_that_nobody_describes_more_than_its_number_is_wanted() {
    let router = router();
    for question in ["episode five", "l'épisode 3 il porte sur quoi"] {
        assert_eq!(told(&router, question).0, Vec::<String>::new(), "{question}");
    }
    assert_eq!(told(&router, "is there an episode 3").0, ["episode-3-number"]);
}

#[test]
fn slips_in_names_and_slips_that_others_made_before_are_understood() {
    let router = router();
    for (slip, right) in [
        ("how mnay episodes r there", "how many episodes are there"),
        ("how long is an epsiode", "how long is an episode"),
        ("where was the opening time trail", "where was the opening time trial"),
        ("when was backstage pas", "when was backstage pass"),
        ("qui a gagné le tour finalemnt", "qui a gagné le tour finalement"),
    ] {
        let (found, _) = told(&router, slip);
        assert!(!found.is_empty(), "{slip}");
        assert_eq!(found, told(&router, right).0, "{slip}");
    }
}
