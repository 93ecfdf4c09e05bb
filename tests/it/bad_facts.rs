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
        Err(problems) => problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
    }
}

/// The position of a statement with a conflict, and of the one that it conflicts with.
fn conflict(tree: &Value) -> usize {
    let statements = tree["statements"].as_array().unwrap();
    statements.iter().position(|one| one.get("conflicts_with").is_some()).unwrap()
}

#[test]
fn what_is_not_json_is_told_with_line_and_column() {
    insta::assert_snapshot!(problems("{\n  \"format\": 1,\n  oops\n}"), @"line 3, column 3: this is not JSON (key must be a string); mend the syntax at that place");
    insta::assert_snapshot!(problems(""), @"line 1, column 0: this is not JSON (EOF while parsing a value); mend the syntax at that place");
    insta::assert_snapshot!(problems("[1, 2"), @"line 1, column 5: this is not JSON (EOF while parsing a list); mend the syntax at that place");
}

#[test]
fn json_of_another_kind_is_told_by_what_it_lacks() {
    insta::assert_snapshot!(problems("[]"), @"$: [] is of the wrong type; it must be: object");
    insta::assert_snapshot!(problems("{\"format\": 1}"), @r#"
    $: the field "id" is missing; add it
    $: the field "about" is missing; add it
    $: the field "articles" is missing; add it
    $: the field "units" is missing; add it
    $: the field "entities" is missing; add it
    $: the field "properties" is missing; add it
    $: the field "statements" is missing; add it
    $: the field "complete" is missing; add it
    $: the field "absences" is missing; add it
    "#);
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
    insta::assert_snapshot!(told, @r#"
    $.entities[0].class (series): 7 has none of the forms allowed here; use one of: series, docuseries, programme, episode, team, person, organisation, race, stage, place, sport, prize
    $.statements[0] (title): unknown field colour; take it out, or mend its spelling (see facts.schema.json)
    $.statements[1].status (format): "sure" has none of the forms allowed here; use one of: confirmed, planned, reported, rumoured, opinion, denied
    $.statements[2].claim (platform): the field "fr" is missing; add it
    $ (tour-de-france-2022-docuseries): unknown field surprise; take it out, or mend its spelling (see facts.schema.json)
    "#);
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
    insta::assert_snapshot!(told, @"
    $.statements[0].subject (title): no entity has the id “serries”; did you mean “series”?
    $.statements[1].property (format): no property has the id “platfrom”; did you mean “platform”?
    $.statements[2].evidence[0].article (platform): no article has the id “nowhere”; add it, or take the reference out
    $.statements[3].evidence[0].paragraph (subject-race): announcement-en has no paragraph 99; its paragraphs are 1 to 6
    $.absences[0].nearest (no-director): no statement has the id “no-such-statement-at-all”; add it, or take the reference out
    $.statements[2].as_of (platform): as_of is 2022-03-31; make it null: no article that says so bears a date
    $.complete[89].members (one-series-title): the members are not the statements with this subject and property; make them: 
    $.complete[90].members (one-series-format): the members are not the statements with this subject and property; make them: 
    $.statements[0].quiz.wrong (title): nothing closes this value, so no other is known to be wrong; close it under “complete”, or take the wrong values out
    ");
}

#[test]
fn a_duplicate_id_is_told() {
    let told = after(|tree| {
        let copy = tree["statements"][4].clone();
        tree["statements"].as_array_mut().unwrap().push(copy);
    });
    insta::assert_snapshot!(told, @"
    $.statements[313].id (number-of-episodes): this id is given twice; give one of the two another id
    $.complete[6].members (one-series-number-of-episodes): the members are not the statements with this subject and property; make them: number-of-episodes, number-of-episodes
    ");
}

#[test]
fn a_one_sided_conflict_is_told() {
    let told = after(|tree| {
        let at = conflict(tree);
        tree["statements"][at].as_object_mut().unwrap().remove("conflicts_with");
    });
    insta::assert_snapshot!(told, @"$.statements[101].conflicts_with (broadcast-over-190): broadcast-190 does not know of this conflict; add “broadcast-over-190” to its conflicts_with");
}

#[test]
fn an_absence_that_is_stated_is_told() {
    let told = after(|tree| {
        let (subject, property) =
            (tree["statements"][0]["subject"].clone(), tree["statements"][0]["property"].clone());
        tree["absences"][0]["subject"] = json!({ "entity": subject });
        tree["absences"][0]["property"] = property;
    });
    insta::assert_snapshot!(told, @"$.absences[0] (no-director): it is stated after all, by title; take the absence out, or name the exception");
}

#[test]
fn a_missing_translation_and_bad_typography_are_told() {
    let told = after(|tree| {
        tree["statements"][0]["claim"]["fr"] = json!(" ");
        tree["statements"][1]["question"]["fr"] = json!("Qu'est-ce que c'est ?");
        tree["statements"][2]["question"]["en"] = json!("What is it");
    });
    insta::assert_snapshot!(told, @"
    $.statements[0].claim.fr (title): the text is empty; write it in this language
    $.statements[1].question.fr (format): it has straight quotes; use ’ and “ ” (English) or « » (French)
    $.statements[2].question.en (platform): this is no question; end it with a question mark
    ");
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
    insta::assert_snapshot!(told, @"
    $.statements[0].superseded_by (title): it refers to itself; name the other statement
    $.statements[0].superseded_by (title): the statements that supersede each other go round in a circle; end the chain with one that is not deprecated
    $.statements[1].evidence (format): it has neither evidence nor a derivation; cite the paragraph, or say what it follows from
    $.statements[2].according_to (platform): it is reported, and nobody is named who reports it; name the source, or make the status rumoured
    $.statements[3].as_of (subject-race): as_of is 2001-01-01; make it “2022-03-31”, the date of the earliest article that says so
    $.complete[89].members (one-series-title): the members are not the statements with this subject and property; make them:
    ");
}

#[test]
fn what_follows_from_itself_is_told() {
    let told = after(|tree| {
        let (first, second) =
            (tree["statements"][0]["id"].clone(), tree["statements"][1]["id"].clone());
        for (at, from) in [(0, second), (1, first)] {
            let how = json!({ "en": "It follows.", "fr": "Cela en découle." });
            tree["statements"][at]["derived"] = json!({ "from": [from], "how": how });
        }
    });
    insta::assert_snapshot!(told, @"
    $.statements[0].derived.from (title): it follows from itself, by way of what it follows from; name only statements that stand without it
    $.statements[1].derived.from (format): it follows from itself, by way of what it follows from; name only statements that stand without it
    ");
}

#[test]
fn ten_megabytes_of_nonsense_are_refused_by_their_size() {
    let nonsense = "nonsense ".repeat(10 * 1024 * 1024 / 9);
    insta::assert_snapshot!(problems(&nonsense), @"$: the file has 10485756 bytes, and a fact file has at most 8388608; check that it is the right file");
    let brackets = "[".repeat(LARGEST);
    assert!(problems(&brackets).starts_with("line 1, column "), "deep nesting is refused");
    let many = format!("{{\"statements\": [{}1]}}", "1,".repeat(100_000));
    assert!(problems(&many).lines().count() <= 10_001, "the list of problems has an end");
}
