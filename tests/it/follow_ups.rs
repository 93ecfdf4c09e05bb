//! Questions that go on from the last answer, and messages that ask for nothing.

use insta::assert_snapshot;
use roadbook::facts::Lang;
use roadbook::query::Outcome;

use crate::talk::{router, talk};

/// What the second of two questions is answered with, or the absence that it comes to.
fn then(first: &str, second: &str) -> Vec<String> {
    let router = router();
    let before = router.asker().ask(router.facts(), first, None);
    let topic = before.topic.as_ref();
    let answer = router.asker().ask(router.facts(), second, topic);
    match answer.outcome {
        Outcome::Answered(found) => found.iter().map(|one| one.id.clone()).collect(),
        Outcome::Unknown { absence, .. } => absence.iter().map(|one| one.id.clone()).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn of_a_part_the_same_is_told() {
    assert_eq!(then("which teams are in it?", "and in episode 2?"), ["episode-2-team"]);
    assert_eq!(
        then("quelles équipes ?", "et dans l’épisode 1 ?"),
        ["episode-1-team-ef", "episode-1-team-quick-step"]
    );
}

#[test]
fn what_it_begins_with_says_nothing_unless_it_is_known_with_that() {
    assert_eq!(then("who produces it?", "and how long is an episode?"), ["episode-length"]);
    assert_eq!(then("who won?", "et le maillot vert, qui l’a eu ?"), ["no-other-jerseys"]);
}

#[test]
fn why_asks_for_the_reason_of_what_was_told() {
    for why in ["why?", "how come?", "and why is that"] {
        assert_eq!(then("who refused?", why), ["no-refusal-reason-uae"], "{why}");
    }
    assert_eq!(then("qui a refusé ?", "mais pourquoi ?"), ["no-refusal-reason-uae"]);
    // Where nobody foresaw the question, nothing is made up.
    assert_eq!(then("on which platform is it?", "why?"), Vec::<String>::new());
}

#[test]
fn they_may_be_the_answer() {
    assert_eq!(
        then("who makes drive to survive?", "where are they from?"),
        ["box-to-box-nationality"]
    );
    assert_eq!(then("qui a sorti plan b ?", "ils viennent d’où ?"), ["nationality-jumbo-visma"]);
}

#[test]
fn a_courtesy_gets_one_back() {
    assert_snapshot!(
        talk(&router(), Lang::En, &["hello", "what can you do?", "thanks", "merci beaucoup !", "salut ça va ?"]),
        @"
    Ada> hello
    Hello. Ask me anything about the Netflix docuseries on the 2022 Tour de France. /help shows what else I can do.

    Ada> what can you do?
    I answer questions about the Netflix docuseries on the 2022 Tour de France and run quizzes on it. /help shows everything that I can do.

    Ada> thanks
    You’re welcome.

    Ada> merci beaucoup !
    Avec plaisir.

    Ada> salut ça va ?
    Bonjour. Posez-moi vos questions sur la série documentaire de Netflix sur le Tour de France 2022. /aide montre ce que je sais faire d’autre.
    "
    );
}
