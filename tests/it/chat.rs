//! Whole conversations on the shipped facts, as they are read.

use roadbook::facts::Lang;

use crate::talk::{router, talk};

#[test]
fn teams() {
    let said = talk(&router(), Lang::En, &["/teams", "/teams uae", "/teams movistarr", "/teams xyz"]);
    insta::assert_snapshot!(said, @"");
}

#[test]
fn equipes() {
    let said = talk(&router(), Lang::Fr, &["/équipes", "/equipes fdj", "/équipes cofidis"]);
    insta::assert_snapshot!(said, @"");
}

#[test]
fn the_series_and_its_episodes() {
    let lines = ["/series", "/episode 2", "/episode 5", "/episode 12", "/episode", "/episode last"];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"");
}

#[test]
fn la_serie_et_ses_episodes() {
    let lines = ["/série", "/épisode 1", "/épisode 0", "/épisode dernier"];
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &lines), @"");
}

#[test]
fn people_and_organisations() {
    let lines = ["/who vingegard", "/who Le Moënner", "/who", "/who chocolate", "/who plan b"];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"");
}

#[test]
fn personnes_et_organisations() {
    let lines = ["/qui dolores emile", "/qui quadbox", "/qui", "/qui netflicks"];
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &lines), @"");
}

#[test]
fn timelines() {
    let lines = ["/timeline", "/timeline at:2022-03-03", "/timeline yesterday"];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"");
}

#[test]
fn chronologie() {
    let lines = ["/chronologie", "/chronologie 15 mars 2022", "/chronologie date:hier"];
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &lines), @"");
}

#[test]
fn dates_are_read_as_people_type_them() {
    let router = router();
    let figures = router.writer(Lang::En).figures();
    for typed in ["2022-03-15", "15/03/2022", "15 March 2022", "march 15, 2022", "15th mar 2022"] {
        assert_eq!(figures.read_day(typed).unwrap().to_string(), "2022-03-15", "{typed}");
    }
    let figures = router.writer(Lang::Fr).figures();
    for (typed, day) in [
        ("1er juillet 2022", "2022-07-01"),
        ("24 juil. 2022", "2022-07-24"),
        ("mars 2022", "2022-03-31"),
        ("2022", "2022-12-31"),
    ] {
        assert_eq!(figures.read_day(typed).unwrap().to_string(), day, "{typed}");
    }
    for typed in ["", "31/02/2022", "soon", "99999-01-01", "2022-13-01", "🚴"] {
        assert_eq!(figures.read_day(typed), None, "{typed}");
    }
}

#[test]
fn rumours() {
    insta::assert_snapshot!(talk(&router(), Lang::En, &["/rumours"]), @"");
}

#[test]
fn rumeurs() {
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &["/rumeurs"]), @"");
}

#[test]
fn sources() {
    let lines = ["/sources", "/sources 2", "/sources velonews", "/sources 9", "/sources bible"];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"");
}

#[test]
fn les_sources() {
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &["/sources", "/sources 4"]), @"");
}

#[test]
fn help_and_about() {
    insta::assert_snapshot!(talk(&router(), Lang::En, &["/help", "/about", "/tems", "/dance"]), @"");
}

#[test]
fn aide_et_a_propos() {
    let lines = ["/aide", "/à-propos", "/a-propos", "/lang de", "/as", "/lang en", "/quit"];
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &lines), @"");
}

#[test]
fn questions() {
    let lines = [
        "how many episodes are there?",
        "which teams were featured?",
        "why did UAE refuse to appear?",
        "who won the 2022 tour de france?",
        "In how many countries is the Tour broadcast?",
        "what is the capital of peru",
        "/ask",
    ];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"");
}

#[test]
fn questions_en_francais() {
    let lines = [
        "combien d'épisodes",
        "Quand sort la série sur Netflix ?",
        "qui produit la série",
        "Combien de temps dure le film de France Télévisions ?",
        "quelle est la recette du cassoulet",
        "/demander",
    ];
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &lines), @"");
}

#[test]
fn a_round_alone() {
    let lines = ["/quiz 2", "z", "h", "b", "a", "b"];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"");
}

#[test]
fn a_round_of_two_in_french() {
    let lines = [
        "/quiz nombre:2 genre:choix",
        "/quiz",
        "/as Bo",
        "a",
        "/quiz arrêter",
        "/as Ada",
        "b",
        "a",
        "/quiz passer",
        "/quiz passer",
        "/quiz 0",
        "/quiz genre:sonnet",
    ];
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &lines), @"");
}

#[test]
fn hostile_lines_get_polite_replies() {
    let router = router();
    let long = "x".repeat(6_000);
    let noise = "é".repeat(3_000);
    let lines = ["/", "//", "/who \u{1b}[31mred", "@everyone **bold**", "🚴🚴🚴", &long, &noise, "\u{0}"];
    for line in lines {
        let said = talk(&router, Lang::En, &[line]);
        let reply = said.split_once('\n').unwrap().1;
        assert!(!reply.trim().is_empty() || line.trim_matches('\u{0}').is_empty(), "{line:?}");
        assert!(!reply.contains('\u{1b}'), "{line:?} gives back an escape code");
    }
}
