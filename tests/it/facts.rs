//! The shipped fact set: complete, honest, and in step with its schema.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use roadbook::facts::{Facts, Rank, Role, SHIPPED, Status, schema_text};
use serde_json::Value;

use crate::talk::router;

#[test]
fn the_committed_schema_is_that_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/facts.schema.json");
    let committed = fs::read_to_string(path).unwrap();
    assert!(
        committed == schema_text(),
        "data/facts.schema.json is stale: cargo run -- facts schema > data/facts.schema.json"
    );
}

#[test]
fn the_shipped_facts_fit_the_committed_schema() {
    let schema: Value = serde_json::from_str(&schema_text()).unwrap();
    let facts: Value = serde_json::from_str(SHIPPED).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&facts).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn the_set_is_as_large_as_a_careful_reading_makes_it() {
    let facts = Facts::from_json(SHIPPED).unwrap();
    assert!(facts.statements().len() > 250, "{}", facts.statements().len());
    assert!(facts.file().absences.len() >= 100, "{}", facts.file().absences.len());
    assert_eq!(facts.file().articles.len(), 5);
    assert_eq!(facts.file().articles.iter().filter(|one| one.date.is_none()).count(), 2);
}

/// The values of a role, as labels.
fn role(facts: &Facts, role: Role) -> Vec<&str> {
    facts
        .in_role(role)
        .filter_map(|one| facts.entity(one.value.entity()?))
        .map(|team| team.label.en.as_str())
        .collect()
}

#[test]
fn eight_teams_are_featured_one_refused_and_one_was_only_in_the_talks() {
    let facts = Facts::from_json(SHIPPED).unwrap();
    let featured = role(&facts, Role::Featured);
    assert_eq!(featured.len(), 8, "{featured:?}");
    assert_eq!(role(&facts, Role::Declined), ["UAE Team Emirates"]);
    let talks = role(&facts, Role::InTalks);
    let only: Vec<_> = talks.iter().filter(|team| !featured.contains(team)).collect();
    assert_eq!(only, [&"Movistar"]);
}

#[test]
fn what_is_easy_to_get_wrong_is_right() {
    let facts = Facts::from_json(SHIPPED).unwrap();
    let all = SHIPPED.to_lowercase();
    assert!(!all.contains("unchained"), "the English title stands in no article");
    for statement in facts.statements() {
        let rumour = matches!(statement.status, Status::Reported | Status::Rumoured);
        assert!(!rumour || statement.rank != Rank::Preferred, "{}", statement.id);
        // The race is broadcast in 190 countries, not the series.
        if statement.property == "broadcast_in" {
            assert_ne!(statement.subject, facts.series(), "{}", statement.id);
        }
    }
    let yearless = facts
        .statements()
        .iter()
        .find(|one| matches!(&one.value, roadbook::facts::Value::Date(date) if date == "--06-08"));
    assert!(yearless.is_some(), "the preview gives 8 June without a year");
    let dated = facts.statements().iter().find(
        |one| matches!(&one.value, roadbook::facts::Value::Date(date) if date == "2023-06-08"),
    );
    assert!(dated.is_some_and(|one| one.derived.is_some()), "the year is worked out");
}

#[test]
fn every_statement_can_be_shown_in_both_languages() {
    let router = router();
    for lang in roadbook::facts::Lang::ALL {
        let writer = router.writer(lang);
        for statement in router.facts().statements() {
            let fact = writer.fact(statement);
            let none = writer.say("source-none", &[]);
            assert!(
                fact.source != none && !fact.source.is_empty(),
                "{} cites nothing",
                statement.id
            );
            assert!(!fact.text.contains('{'), "{}", fact.text);
            assert!(!writer.value(&statement.value).is_empty());
        }
    }
}

/// One random edit of the fact file: a value anywhere in it is taken out, doubled or replaced.
fn edited(at: usize, kind: u8) -> String {
    fn places(value: &Value, path: &str, found: &mut Vec<String>) {
        found.push(path.to_owned());
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    places(item, &format!("{path}/{index}"), found);
                }
            }
            Value::Object(fields) => {
                for (key, field) in fields {
                    places(field, &format!("{path}/{key}"), found);
                }
            }
            _ => {}
        }
    }
    let mut tree: Value = serde_json::from_str(SHIPPED).unwrap();
    let mut found = Vec::new();
    places(&tree, "", &mut found);
    let place = &found[1 + at % (found.len() - 1)];
    let (outer, key) = place.rsplit_once('/').unwrap();
    match (kind, tree.pointer_mut(outer).unwrap()) {
        (0, Value::Array(items)) => drop(items.remove(key.parse().unwrap())),
        (0, Value::Object(fields)) => drop(fields.remove(key)),
        (1, Value::Array(items)) => {
            let item = items[key.parse::<usize>().unwrap()].clone();
            items.push(item);
        }
        (1, Value::Object(fields)) => {
            let field = fields[key].clone();
            fields.insert(format!("{key}_2"), field);
        }
        (2, _) => *tree.pointer_mut(place).unwrap() = Value::from("zzz"),
        (3, _) => *tree.pointer_mut(place).unwrap() = Value::from(-1.5),
        (4, _) => *tree.pointer_mut(place).unwrap() = Value::Null,
        _ => *tree.pointer_mut(place).unwrap() = Value::Array(vec![]),
    }
    tree.to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn a_random_edit_is_loaded_or_refused_with_its_place(at in any::<usize>(), kind in 0_u8..6) {
        if let Err(problems) = Facts::from_json(&edited(at, kind)) {
            prop_assert!(!problems.is_empty());
            for problem in problems {
                let located = problem.place.starts_with('$') || problem.place.starts_with("line ");
                prop_assert!(located, "{}", problem);
                prop_assert!(!problem.what.is_empty() && !problem.cure.is_empty());
            }
        }
    }

    #[test]
    fn cut_off_anywhere_it_is_refused_with_line_and_column(at in 0_usize..400_000) {
        let mut at = at % SHIPPED.trim_end().len();
        while !SHIPPED.is_char_boundary(at) { at -= 1; }
        let problems = Facts::from_json(&SHIPPED[..at]).unwrap_err();
        prop_assert!(problems[0].place.starts_with("line "), "{}", problems[0]);
    }
}
