//! What people stumbled over who used the terminal for the first time, in English and in French.

use roadbook::console::{Chat, plain};
use roadbook::facts::Lang;
use roadbook::router::Router;

use crate::daily::Visit;
use crate::talk::{router, talk};

/// When visits begin. Those of one router begin at different times, or two rounds would have the same id.
const FROM: &str = "2026-11-21T12:00:00Z";
const LATER: &str = "2026-11-21T13:00:00Z";

fn english(router: &Router) -> Visit<'_> {
    Visit::new(router, Lang::En, "Ada", FROM)
}

fn french(router: &Router) -> Visit<'_> {
    Visit::new(router, Lang::Fr, "Ada", LATER)
}

/// Checks that something stands in a text.
#[track_caller]
fn has(said: &str, wanted: &str) {
    assert!(said.contains(wanted), "“{wanted}” is not in:\n{said}");
}

/// Checks that something does not stand in a text.
#[track_caller]
fn lacks(said: &str, unwanted: &str) {
    assert!(!said.contains(unwanted), "“{unwanted}” is in:\n{said}");
}

#[test]
fn a_race_does_not_offer_a_second_try() {
    let router = router();
    let mut ada = english(&router);
    ada.says("/quiz 3 mode:race format:choice pace:400");
    ada.says("/as Bob");
    ada.says("/quiz join");
    // Bob and Ada, each wrong or right: whoever is wrong reads that it stands.
    let noted = ["a", "b", "c", "d"].map(|letter| ada.says(letter));
    has(&noted.join("\n"), "In a race you get only one try.");
    lacks(&ada.transcript, "You can change it");
    let mut french = french(&router);
    french.says("/quiz arrêter");
    french.says("/quiz 3 mode:course format:choix durée:400");
    french.says("/as Bob");
    french.says("/quiz rejoindre");
    let noted = ["a", "b", "c", "d"].map(|letter| french.says(letter));
    has(&noted.join("\n"), "Dans une course, vous n’avez droit qu’à un essai.");
}

#[test]
fn words_that_are_no_answer_are_told_that_a_question_is_open() {
    let router = router();
    let mut ada = english(&router);
    lacks(&ada.says("hmm"), "is still open");
    ada.says("/quiz 3 format:choice mode:relaxed pace:400");
    for typed in ["AB", "hmm", "42 or so", "🚴", "quick"] {
        has(&ada.says(typed), "Question 1 is still open. Answer with a letter.");
    }
    has(&ada.says("how many episodes?"), "Question 1 is still open.");
    // Who does not play and asks something is left alone.
    ada.says("/as Bob");
    lacks(&ada.says("how many episodes?"), "is still open");
    has(&ada.says("hmm"), "is still open");
    ada.says("/as Ada");
    ada.says("/quiz stop");
    // A challenge may wait for days.
    ada.says("/daily");
    lacks(&ada.says("how many teams?"), "is still open");
    has(&ada.says("hmm"), "Question 1 is still open.");
    has(&french(&router).says("hum"), "La question 1 est toujours ouverte.");
}

#[test]
fn who_is_alone_hears_how_others_can_play() {
    let router = router();
    let mut ada = english(&router);
    has(&ada.says("/quiz 1"), "with /quiz lobby:yes, others can join before the first one.");
    ada.says("/quiz stop");
    let mut ada = french(&router);
    has(&ada.says("/quiz 1"), "avec /quiz attente:oui, d’autres peuvent entrer");
}

#[test]
fn yesterdays_questions_are_shown_with_their_options() {
    let router = router();
    let said = english(&router).says("/daily yesterday");
    has(&said, "- A. ");
    has(&said, "- B. ");
    has(&french(&router).says("/défi hier"), "- A. ");
}

#[test]
fn missed_questions_can_be_told_apart() {
    for format in ["order", "pick-all"] {
        let router = router();
        let mut ada = english(&router);
        ada.says(&format!("/quiz 2 format:{format}"));
        let mut last = String::new();
        for _ in 0..2 {
            let asked = ada.asked.clone().unwrap();
            // All options, or the order in which they stand: wrong for these seeds.
            let marks: Vec<_> = asked.options.iter().map(|one| one.mark.clone()).collect();
            last = ada.says(&marks.join(" "));
        }
        let missed = last.split_once("What nobody got right").unwrap().1;
        let lines: Vec<&str> = missed.lines().filter(|line| line.starts_with("    ")).collect();
        assert!(lines.iter().all(|line| line.contains("; ")), "{format}:\n{last}");
        assert!(format == "pick-all" || !lines.is_empty(), "{format}:\n{last}");
    }
}

#[test]
fn alone_a_wrong_answer_is_not_everybodys() {
    let router = router();
    let mut ada = english(&router);
    ada.says("/quiz 4 format:choice");
    let said = ["a"; 4].map(|letter| ada.says(letter)).join("\n");
    has(&said, "Not right.");
    lacks(&said, "Nobody got it right");
    let mut ada = french(&router);
    ada.says("/quiz 4 format:choix");
    let said = ["a"; 4].map(|letter| ada.says(letter)).join("\n");
    has(&said, "Raté.");
    lacks(&said, "Personne n’a trouvé");
}

#[test]
fn a_replay_is_played_as_the_round_was_and_what_was_skipped_does_not_count() {
    let router = router();
    let mut ada = english(&router);
    ada.says("/quiz 3 format:choice mode:relaxed");
    let seconds = |said: &str| -> u32 {
        said.split_once("You have ").unwrap().1.split(' ').next().unwrap().parse().unwrap()
    };
    assert!(seconds(&ada.transcript) >= 36, "{}", ada.transcript);
    ada.says("/quiz skip");
    let said = ["a", "a"].map(|letter| ada.says(letter)).join("\n");
    has(&said, "of 2 right)");
    let replay = ada.says("/quiz replay");
    has(&replay, "Ada replays");
    assert!(seconds(&replay) >= 36, "{replay}");
}

#[test]
fn a_lobby_is_shown_again_once_it_is_changed() {
    let router = router();
    let mut ada = english(&router);
    ada.says("/quiz 3 lobby:yes");
    let said = ada.says("/quiz set");
    has(&said, "- Count: [3 questions], 5 questions");
    has(&said, "What stands in brackets is chosen now.");
    has(&said, "/quiz set count:10 difficulty:hard");
    let said = ada.says("/quiz set count:10 difficulty:hard");
    has(&said, "10 questions, classic mode. Difficulty: hard.");
    has(&said, "It begins in 20 seconds.");
    ada.says("/quiz stop");
    let mut ada = french(&router);
    ada.says("/quiz 3 attente:oui");
    has(&ada.says("/quiz régler"), "- Nombre˽: [3 questions]");
    has(&ada.says("/quiz régler nombre:10 difficulté:difficile"), "Difficulté˽: difficile.");
}

#[test]
fn a_word_that_fits_one_option_is_taken_for_it() {
    let router = router();
    let mut ada = english(&router);
    let begun = [
        ("/quiz 3 hard", "3 questions"),
        ("/quiz teams", "5 questions"),
        ("/quiz relaxed 2 episodes", "2 questions, relaxed mode"),
        ("/quiz true-or-false", "True or false?"),
    ];
    for (line, wanted) in begun {
        has(&ada.says(line), wanted);
        ada.says("/quiz stop");
    }
    has(&ada.says("/quiz lobby"), "Ada is setting up a quiz round");
    ada.says("/quiz stop");
    // What fits two of them, or none, is refused as before.
    has(&ada.says("/quiz 3 nonsense"), "“nonsense” does not fit the option “topic”");
    has(&ada.says("/leaderboard everywhere"), "everywhere");
    has(&french(&router).says("/quiz 2 difficile"), "2 questions");
}

#[test]
fn each_right_option_is_explained() {
    let router = router();
    let mut explained = 0;
    let mut ada = english(&router);
    for _ in 0..8 {
        ada.says("/quiz 1 format:pick-all");
        let asked = ada.asked.clone().unwrap();
        let said = ada.says("A B");
        let Some(right) = said.lines().find(|line| line.starts_with("The right ones are")) else {
            continue;
        };
        // Where options are claims, a list has them all.
        if asked.prompt.starts_with("Which of these claims") {
            continue;
        }
        let facts = said.split("Why the other answers").next().unwrap();
        let sources = facts.lines().filter(|line| line.starts_with("Source")).count();
        assert_eq!(sources, right.matches('(').count(), "{said}");
        explained += 1;
    }
    assert!(explained > 0);
}

#[test]
fn people_keep_the_names_that_they_typed() {
    let router = router();
    let mut ada = Visit::new(&router, Lang::En, "", FROM);
    ada.says("/quiz 1 format:true-or-false");
    ada.says("A");
    has(&ada.says("/leaderboard"), "#1 Player 1: ");
    ada.says("/as McEwen");
    has(&ada.says("/leaderboard"), "McEwen is not on this board yet.");
    ada.says("/as Bob");
    has(&ada.says("/stats mcewen"), "There is nothing to show for McEwen here.");
    has(&ada.says("/stats nobody"), "There is nothing to show for Nobody here.");
    // Whoever gives no name is one person in both languages.
    let mut ada = Visit::new(&router, Lang::Fr, "", LATER);
    has(&ada.says("/stats"), "Parties˽: 1");
    has(&ada.says("/classement"), " Joueur 1˽: ");
}

#[test]
fn a_language_belongs_to_a_person_and_not_to_a_spelling() {
    let transcript = talk(&router(), Lang::En, &["/as Zoé", "/lang fr", "/as zoé", "/quit"]);
    has(&transcript, "Vous êtes maintenant zoé.");
}

#[test]
fn a_report_without_words_leaves_those_that_there_are() {
    let router = router();
    let mut ada = english(&router);
    ada.says("/quiz 1 format:true-or-false");
    ada.says("A");
    ada.says("/report words matter");
    ada.says("/report");
    has(&ada.says("/privacy export"), "words matter");
    ada.says("/report other words");
    let export = ada.says("/privacy export");
    has(&export, "other words");
    lacks(&export, "words matter");
}

#[test]
fn boards_and_privacy_say_nothing_that_is_not_so() {
    let router = router();
    let mut ada = english(&router);
    lacks(&ada.says("/privacy"), "/privacy export");
    ada.says("/me boards:hidden");
    let empty = ada.says("/leaderboard scope:everywhere");
    has(&empty, "Nobody is on this board yet.");
    lacks(&empty, "only you see this place");
    ada.says("/quiz 1 format:true-or-false");
    ada.says("A");
    has(&ada.says("/leaderboard scope:everywhere"), "only you see this place");
    has(&ada.says("/leaderboard page:9"), "There is only one page.");
    has(&french(&router).says("/classement page:9"), "Il n’y a qu’une page.");
    has(&ada.says("/privacy"), "/privacy export");
}

#[test]
fn channels_of_settings_make_sense() {
    let router = router();
    let mut ada = english(&router);
    has(&ada.says("/settings allow-channel:a remove-channel:a"), "You named the same channel");
    has(&ada.says("/settings remove-channel:a"), "#a is not one of the channels");
    ada.says("/settings allow-channel:general");
    let said = ada.says("/quiz");
    has(&said, "rounds are played in #general.");
    has(&said, "/settings allow-channel:#terminal");
    ada.says("/as Bob");
    lacks(&ada.says("/quiz"), "/settings");
    ada.says("/as Ada");
    ada.says("/settings allow-channel:#terminal");
    has(&ada.says("/quiz 1"), "Ada starts a round");
}

#[test]
fn schedules_are_read_as_people_write_them() {
    let router = router();
    let mut ada = english(&router);
    let said = ada.says("/settings schedule");
    has(&said, "Schedule: no round starts by itself.");
    has(&said, "/settings schedule time:20:30");
    let said = ada.says("/settings schedule 8pm weekdays");
    has(&said, "every Monday, Tuesday, Wednesday, Thursday and Friday at 20:00 (UTC) in #terminal");
    has(&ada.says("/settings schedule"), "at 20:00 (UTC) in #terminal");
    has(&ada.says("/settings schedule days:weekend"), "every Saturday and Sunday at 20:00");
    has(&ada.says("/settings schedule off"), "Schedule: no round starts by itself.");
    let mut ada = french(&router);
    let said = ada.says("/réglages horaire 20h30 week-end");
    has(&said, "samedi et dimanche");
    has(&ada.says("/réglages horaire désactiver"), "aucune partie");
}

#[test]
fn facts_stand_under_the_right_words() {
    let router = router();
    let mut ada = english(&router);
    let netflix = ada.says("/who Netflix");
    has(&netflix, "Netflix is an American platform");
    let makers = netflix.split("Makers and broadcasters").nth(1).unwrap();
    has(makers, "Netflix is an American platform");
    lacks(&ada.says("/teams ineos"), "People\n  - Ineos");
    has(&ada.says("/who Vingegaard"), "What the articles do not say about Jonas Vingegaard");
    let series = ada.says("/series");
    has(&series, "- Number of episodes: 8 ");
    has(&series, "- Teams featured: ");
    has(&series, "- Partners: ");
    lacks(&ada.says("/rumours"), "(reported by The Telegraph)");
    let mut ada = french(&router);
    has(&ada.says("/qui Vingegaard"), "Ce que les articles ne disent pas sur Jonas Vingegaard");
    let series = ada.says("/série");
    has(&series, "- Nombre d’épisodes˽: 8 ");
    has(&series, "- Équipes suivies˽: ");
    has(&series, "˽; ");
    lacks(&ada.says("/équipes"), "1˽§˽1; ");
}

#[test]
fn commands_are_understood_with_a_slip() {
    let router = router();
    let mut ada = english(&router);
    let teams = ada.says("/teams");
    assert_eq!(ada.says("/team"), teams);
    assert_eq!(ada.says("/teams@roadbook"), teams);
    assert_eq!(ada.says("/rumors"), ada.says("/rumours"));
    assert_eq!(ada.says("/episode two"), ada.says("/episode 2"));
    assert_eq!(ada.says("/"), ada.says("/help"));
    has(&ada.says("/teem"), "There is no command “teem”");
    let mut ada = french(&router);
    assert_eq!(ada.says("/team"), ada.says("/équipes"));
    assert_eq!(ada.says("/épisode deux"), ada.says("/épisode 2"));
    has(&ada.says("/aide"), "/as NOM");
    has(&ada.says(&"x".repeat(5_000)), "4˽000 caractères");
}

#[test]
fn who_breaks_off_a_line_hears_how_to_leave() {
    let router = router();
    let chat = Chat::new(&router, Lang::En, "Ada");
    assert_eq!(plain(&chat.broken_off(), true), "To leave, type /quit or press Ctrl-D.");
}
