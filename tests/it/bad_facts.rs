//! Bad fact files: every problem named, with its place and its cure; never a panic, never half-loaded.

use roadbook::facts::{Facts, LARGEST, SHIPPED};
use serde_json::{Value, json};

/// The problems of the shipped file after an edit, a line each.
fn after(edit: impl FnOnce(&mut Value)) -> String {
    let mut tree: Value = serde_json::from_str(SHIPPED).unwrap();
    edit(&mut tree);
    problems(&tree.to_string())
}

fn problems(text: &str) -> String {
    match Facts::from_json(text) {
        Ok(_) => "loaded".to_owned(),
        Err(problems) => {
            problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        }
    }
}

/// The position of a statement with a conflict, and of the one that it conflicts with.
fn conflict(tree: &Value) -> usize {
    let statements = tree["statements"].as_array().unwrap();
    statements.iter().position(|one| one.get("conflicts_with").is_some()).unwrap()
}

#[test]
fn what_is_not_json_is_told_with_line_and_column() {
    insta::assert_snapshot!(problems("{\n  \"format\": 1,\n  oops\n}"), @"");
    insta::assert_snapshot!(problems(""), @"");
    insta::assert_snapshot!(problems("[1, 2"), @"");
}

#[test]
fn json_of_another_kind_is_told_by_what_it_lacks() {
    insta::assert_snapshot!(problems("[]"), @"");
    insta::assert_snapshot!(problems("{\"format\": 1}"), @"");
}

#[test]
fn every_problem_of_the_shape_is_told_at_once() {
    let told = after(|tree| {
        tree["statements"][0]["colour"] = json!("red");
        tree["statements"][1]["status"] = json!("sure");
        tree["statements"][2]["claim"] = json!({ "en": "Only English." });
        tree["entities"][0]["class"] = json!(7);
        tree["surprise"] = json!(true);
    });
    insta::assert_snapshot!(told, @"");
}

#[test]
fn dangling_references_are_told_with_the_nearest_id() {
    let told = after(|tree| {
        tree["statements"][0]["subject"] = json!("serries");
        tree["statements"][1]["property"] = json!("platfrom");
        tree["statements"][2]["evidence"][0]["article"] = json!("nowhere");
        tree["statements"][3]["evidence"][0]["paragraph"] = json!(99);
        tree["absences"][0]["nearest"] = json!("no-such-statement-at-all");
    });
    insta::assert_snapshot!(told, @"");
}

#[test]
fn a_duplicate_id_is_told() {
    let told = after(|tree| {
        let copy = tree["statements"][4].clone();
        tree["statements"].as_array_mut().unwrap().push(copy);
    });
    insta::assert_snapshot!(told, @"");
}

#[test]
fn a_one_sided_conflict_is_told() {
    let told = after(|tree| {
        let at = conflict(tree);
        tree["statements"][at].as_object_mut().unwrap().remove("conflicts_with");
    });
    insta::assert_snapshot!(told, @"");
}

#[test]
fn an_absence_that_is_stated_is_told() {
    let told = after(|tree| {
        let (subject, property) =
            (tree["statements"][0]["subject"].clone(), tree["statements"][0]["property"].clone());
        tree["absences"][0]["subject"] = json!({ "entity": subject });
        tree["absences"][0]["property"] = property;
    });
    insta::assert_snapshot!(told, @"");
}

#[test]
fn a_missing_translation_and_bad_typography_are_told() {
    let told = after(|tree| {
        tree["statements"][0]["claim"]["fr"] = json!(" ");
        tree["statements"][1]["question"]["fr"] = json!("Qu'est-ce que c'est ?");
        tree["statements"][2]["question"]["en"] = json!("What is it");
    });
    insta::assert_snapshot!(told, @"");
}

#[test]
fn what_supersedes_itself_or_comes_from_nowhere_is_told() {
    let told = after(|tree| {
        let id = tree["statements"][0]["id"].clone();
        tree["statements"][0]["rank"] = json!("deprecated");
        tree["statements"][0]["superseded_by"] = id;
        tree["statements"][1]["evidence"] = json!([]);
        tree["statements"][1]["as_of"] = Value::Null;
        tree["statements"][2]["status"] = json!("reported");
        tree["statements"][3]["as_of"] = json!("2001-01-01");
    });
    insta::assert_snapshot!(told, @"");
}

#[test]
fn ten_megabytes_of_nonsense_are_refused_by_their_size() {
    let nonsense = "nonsense ".repeat(10 * 1024 * 1024 / 9);
    insta::assert_snapshot!(problems(&nonsense), @"");
    let brackets = "[".repeat(LARGEST);
    assert!(problems(&brackets).starts_with("line 1, column "), "deep nesting is refused");
    let many = format!("{{\"statements\": [{}1]}}", "1,".repeat(100_000));
    assert!(problems(&many).lines().count() <= 201, "the list of problems has an end");
}
