//! Boards, statistics, settings and privacy in the terminal: whole conversations.

use roadbook::facts::Lang;
use roadbook::router::Router;
use roadbook::store::Store;

use crate::store::fixture::{file, play};
use crate::store::privacy::dump;
use crate::talk::{router, router_on, talk, wait};

/// What conversations take for their server.
const SERVER: &str = "terminal";

/// Rounds of many people, by what they scored: all right on the day on which conversations take place.
fn played(router: &Router) {
    let store = router.store().unwrap();
    wait(async {
        let names: Vec<String> = (1..=13).map(|number| format!("rider {number}")).collect();
        // The first two are equal, and so are the next two; the last one has had one question wrong.
        let points = |number: i64| 60 - (number / 2) * 5;
        let question: Vec<(&str, i64)> = (0..)
            .zip(&names)
            .map(|(number, name)| (name.as_str(), points(number)))
            .chain([("ada", 31)])
            .collect();
        play(store, ("one", SERVER), 0, &[&question[..]; 5]).await;
        play(store, ("two", SERVER), 0, &[&[("ada", 7), ("bo", 0)][..]; 5]).await;
        play(store, ("three", "elsewhere"), 0, &[&[("ada", 1), ("bo", 200)][..]; 3]).await;
    });
}

#[test]
fn boards_have_pages_and_ones_own_place() {
    let router = router();
    let before =
        talk(&router, Lang::En, &["/leaderboard", "/leaderboard measure:accuracy", "/stats"]);
    insta::assert_snapshot!(before, @"");
    played(&router);
    let lines = [
        "/leaderboard",
        "/leaderboard page:2",
        "/leaderboard period:today scope:everywhere measure:accuracy",
        "/leaderboard week everywhere streak 99",
        "/as Cy",
        "/leaderboard measure:rating",
        "/leaderboard scope:everywhere",
        "/leaderboard scope:moon",
        "/leaderboard page:0",
    ];
    insta::assert_snapshot!(talk(&router, Lang::En, &lines), @"");
    let lines = ["/classement", "/classement mesure:précision", "/classement portée:ici"];
    insta::assert_snapshot!(talk(&router, Lang::Fr, &lines), @"");
}

#[test]
fn statistics_are_ones_own_and_of_others_what_boards_show() {
    let router = router();
    played(&router);
    let lines = [
        "/stats",
        "/stats bo",
        "/stats member:Nobody",
        "/me boards:hidden",
        "/leaderboard scope:everywhere",
    ];
    insta::assert_snapshot!(talk(&router, Lang::En, &lines), @"");
    insta::assert_snapshot!(talk(&router, Lang::Fr, &["/as Bo", "/moi classements:masqué", "/as Ada", "/statistiques", "/statistiques @Bo"]), @"");
}

#[test]
fn moderators_set_what_their_server_does() {
    let router = router();
    let lines = [
        "/settings",
        "/settings language:french count:2 difficulty:easy pace:200 spoilers:covered",
        "/quiz",
        "/quiz stop",
        "/settings who-starts:moderators language:automatic",
        "/as Bo",
        "/settings",
        "/settings count:3",
        "/quiz",
        "/as Ada",
        "/settings allow-channel:#Quiz",
        "/quiz",
        "/settings remove-channel:#quiz",
        "/quiz count:1",
        "/quiz stop",
        "/settings count:99",
        "/settings language:german",
        "/settings pace:10",
    ];
    insta::assert_snapshot!(talk(&router, Lang::En, &lines), @"");
    let lines = [
        "/réglages",
        "/réglages difficulté:moyen",
        "/réglages langue:allemand",
        "/réglages oublier",
        "/réglages oublier confirmer:oui",
        "/réglages",
    ];
    insta::assert_snapshot!(talk(&router, Lang::Fr, &lines), @"");
}

#[test]
fn a_round_starts_by_itself_at_its_time() {
    let router = router();
    let lines = [
        "/settings schedule",
        "/settings schedule time:noon",
        "/settings schedule time:1:02 zone:Pariss",
        "/settings schedule time:1:02 days:Caturday",
        "/settings schedule time:1:02 days:mon, thursday and sun zone:paris",
        "/settings",
        "/wait 120",
        "/as Bo",
        "/quiz stop",
        "a",
        "/as Ada",
        "/quiz stop",
        // Once is enough.
        "/wait 120",
        "/settings schedule off:yes",
    ];
    insta::assert_snapshot!(talk(&router, Lang::En, &lines), @"");
    let lines = [
        "/réglages horaire",
        "/réglages horaire heure:20h30 jours:tous les jours fuseau:Europe/Paris",
        "/réglages horaire heure:25h",
    ];
    insta::assert_snapshot!(talk(&router, Lang::Fr, &lines), @"");
}

#[test]
fn what_somebody_sets_for_themselves_goes_before_everything() {
    let router = router();
    let lines = [
        "/me",
        "/me language:french",
        "/teams UAE",
        "/lang en",
        "/me",
        "/moi langue:automatique durée:150 cote:discrète",
        "/quiz 2 format:choice",
        "/quiz stop",
        "/me pace:99",
        "/me language:klingon",
    ];
    insta::assert_snapshot!(talk(&router, Lang::En, &lines), @"");
    insta::assert_snapshot!(talk(&router, Lang::Fr, &["/moi", "/moi classements:masqué"]), @"");
}

#[test]
fn people_see_take_and_delete_what_is_kept_of_them() {
    let router = router();
    let none = ["/privacy", "/privacy export"];
    insta::assert_snapshot!(talk(&router, Lang::En, &none), @"");
    wait(play(router.store().unwrap(), ("one", SERVER), 0, &[&[("ada", 5), ("bo", 5)][..]; 5]));
    let lines = [
        "/privacy show",
        "/privacy delete",
        "/privacy delete confirm:no",
        "/privacy delete confirm:yes",
        "/privacy",
        "/leaderboard",
    ];
    insta::assert_snapshot!(talk(&router, Lang::En, &lines), @"");
    let lines = [
        "/as Bo",
        "/confidentialité",
        "/confidentialité supprimer",
        "/confidentialité supprimer confirmer:oui",
        "/confidentialité",
    ];
    insta::assert_snapshot!(talk(&router, Lang::Fr, &lines), @"");
}

/// Plays as two people, deletes one in the middle of a round and looks for them in every row there is.
#[test]
fn who_is_deleted_is_gone_from_every_row_and_the_round_goes_on() {
    let url = format!("sqlite:{}", file("forgotten").display());
    let router = router_on(wait(Store::open(&url)).unwrap());
    let lines = [
        "/quiz 5 format:choice mode:elimination",
        "/as Zebulon",
        "/me pace:200 language:english",
        "/quiz join",
        "/quiz hint",
        "a",
        "/as Ada",
        "b",
        "/as Zebulon",
        "/practice",
        "b",
        "/practice stop",
        "/practice teams",
        "/as Ada",
        "c",
        "/as Zebulon",
        "who won the tour in 2022",
    ];
    let talked = talk(&router, Lang::En, &lines);
    assert!(talked.contains("Question 2 of 5"), "{talked}");
    let named = |texts: Vec<String>| -> Vec<String> {
        texts.into_iter().filter(|text| text.to_lowercase().contains("zebulon")).collect()
    };
    assert!(named(wait(dump(&url))).len() > 5);
    let lines = ["/as Zebulon", "/privacy delete confirm:yes", "/practice stop"];
    let deleted = talk(&router, Lang::En, &lines);
    assert!(deleted.contains("is deleted") && deleted.contains("not practising"), "{deleted}");
    let left = named(wait(dump(&url)));
    assert!(left.is_empty(), "{left:#?}");
    // Whoever is left plays on to the end.
    let letters = ["c", "c", "c", "c", "/wait 60", "/wait 60", "/wait 60", "/quiz"];
    let lines: Vec<&str> = std::iter::once("/quiz translate").chain(letters).collect();
    let rest = talk(&router, Lang::En, &lines);
    assert!(rest.contains("of 5") && rest.contains("The round is over"), "{rest}");
    assert!(!rest.to_lowercase().contains("zebulon"), "{rest}");
    let left = named(wait(dump(&url)));
    assert!(left.is_empty(), "{left:#?}");
    // Who comes back begins anew.
    let back = talk(&router, Lang::En, &["/as Zebulon", "/stats", "/privacy"]);
    assert!(
        back.contains("nothing to count") && back.contains("Nothing of you is stored"),
        "{back}"
    );
}
