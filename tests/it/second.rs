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
            assert!(said.lines().count() > 2, "{said}");
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
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"");
}
