//! Another docuseries from another file: every command, question and quiz works on it.

use std::fs;
use std::path::{Path, PathBuf};

use roadbook::facts::{Facts, Lang, Role, articles};
use roadbook::router::{COMMANDS, Router};

use crate::talk::{router_over, talk};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/second")
}

fn router() -> Router {
    let text = fs::read_to_string(folder().join("facts.json")).unwrap();
    router_over(Facts::from_json(&text).expect("the second fact set is sound"))
}

#[test]
fn its_sources_are_in_their_paragraphs() {
    let router = router();
    let problems: Vec<String> = articles::check(router.facts().file(), &folder().join("articles"))
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn every_command_works_on_it() {
    let router = router();
    let facts = router.facts();
    let team = facts.in_role(Role::Featured).next().unwrap();
    let team = facts.entity(team.value.entity().unwrap()).unwrap();
    for lang in Lang::ALL {
        for command in COMMANDS {
            let name = router.writer(lang).say(&format!("command-{}", command.id), &[]);
            let typed = match command.id {
                "teams" | "who" => team.label.get(lang),
                "episode" | "sources" => "1",
                "ask" => "?",
                _ => "",
            };
            let said = talk(&router, lang, &[&format!("/{name} {typed}")]);
            let reply = said.split_once('\n').unwrap().1.trim();
            // What is not a note ("no round is running") shows facts: a source, a list or a question.
            let shows = ["[", "Source", "?", "/", "."].iter().any(|mark| reply.contains(mark));
            assert!(reply.len() > 10 && shows, "{said}");
            let with_facts =
                ["teams", "series", "episode", "who", "timeline", "rumours", "sources"];
            if with_facts.contains(&command.id) {
                assert!(reply.contains("\n  - "), "{said}");
            }
            for other in ["Netflix", "Tour de France"] {
                assert!(!said.contains(other), "{said}");
            }
        }
    }
}

#[test]
fn its_own_questions_are_answered_by_its_own_facts() {
    let router = router();
    let (mut right, mut all) = (0, 0);
    for statement in router.facts().statements() {
        for lang in Lang::ALL {
            all += 1;
            let answer = router.asker().ask(router.facts(), statement.question.get(lang), None);
            let found = match &answer.outcome {
                roadbook::query::Outcome::Answered(found) => {
                    found.iter().any(|one| one.id == statement.id)
                }
                _ => false,
            };
            right += usize::from(found);
        }
    }
    assert!(right * 100 >= all * 95, "{right} of {all}");
}

#[test]
fn a_conversation_about_it() {
    let lines = ["/teams", "/series", "/episode 1", "/quiz 1", "a"];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"
    Ada> /teams
    The teams
    Followed by the series (4)
      - Kestrowind [2˽§˽2; 3˽§˽4]
      - Noctilune [2˽§˽2; 3˽§˽4]
      - Zephrane [2˽§˽2; 3˽§˽4]
      - Blue Quandary [2˽§˽2; 3˽§˽4]

    Refused (1)
      - Marvaise declined to be in the series. [1˽§˽4]

    Only said to be in the talks (1)
      - Tidefolk was said to be in talks with the makers of the series. (reported by the Orvane Sailing Circle) [1˽§˽3]
        The announcement names four crews, and Tidefolk is not among them.

    Sources: [1]˽first report (12 November 2030); [2]˽announcement (3 April 2031); [3]˽French preview (undated)

    Ada> /series
    The series in short
      - Title: The Brackish Mile [2˽§˽1, 2; 3˽§˽1, 2]
      - Platform: Lumarelle [1˽§˽2; 2˽§˽1; 3˽§˽2]
      - Producer: Otterfold Pictures [2˽§˽2; 3˽§˽2]
      - Race followed: 2031 Orvane Regatta [1˽§˽1, 2; 3˽§˽2]
      - Number of crews: 4 [2˽§˽2; 3˽§˽4]
      - Number of episodes: 4 [2˽§˽2; 3˽§˽1]
      - Release date: 19 March 2032 (planned) [3˽§˽2]
      - Start of filming: May 2031 (planned) [2˽§˽3]
      - Number of cameras: 36 and more than 40 (partly planned) [2˽§˽3; 3˽§˽4]

    Sources: [1]˽first report (12 November 2030); [2]˽announcement (3 April 2031); [3]˽French preview (undated)

    Ada> /episode 1
    Episode 1
    Episodes
      - “Le quai des brumelles” is the first episode of the series. [3˽§˽3]
      - Episode 1 is called “Le quai des brumelles”. [3˽§˽3]

    What the articles do not say about episode 1
      - How long is an episode?

    Source: [3]˽French preview (undated)

    Ada> /quiz 1
    Ada starts a round: one question, classic mode. A question closes once everybody who plays has answered it; with /quiz lobby:yes, others can join before the first one.

    Question 1 of 1
    How long is the boat of Noctilune?
    Answer with a number; the closest wins. You have 18 seconds.

    Ada> a
    “a” is not a number. Type one, as in 42.
    ");
}
