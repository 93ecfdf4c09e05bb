//! From JSON text to the types of a fact file, or to every problem of its shape.

use std::fmt::Write as _;

use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde_json::Value;

use super::model::FactFile;
use super::problem::Problem;

/// The largest fact file that is read, in bytes.
pub const LARGEST: usize = 8 * 1024 * 1024;

/// The most values that are held against the schema: ten times those of a large fact file.
const MOST_VALUES: usize = 500_000;

/// The most problems of shape that are told; a file with more is not a fact file.
const MOST: usize = 10_000;

/// Reads a fact file. Its shape alone is judged here, not what it says.
///
/// # Errors
/// Every problem of the shape; only the first where the text is not JSON at all.
pub fn parse(text: &str) -> Result<FactFile, Vec<Problem>> {
    if text.len() > LARGEST {
        return Err(vec![too_large(text.len())]);
    }
    let error = match serde_json::from_str(text) {
        Ok(file) => return Ok(file),
        Err(error) => error,
    };
    let tree: Value = serde_json::from_str(text).map_err(|error| {
        let what = format!("this is not JSON ({})", bare(&error.to_string()));
        vec![Problem::new(place(&error), "", what, "mend the syntax at that place")]
    })?;
    let mut problems = against_schema(&tree);
    if problems.is_empty() {
        // The schema has no word for some of what the parser refuses, such as a key given twice.
        let cure = "give it once, as its type wants it";
        problems.push(Problem::new(place(&error), "", bare(&error.to_string()), cure));
    }
    Err(problems)
}

fn place(error: &serde_json::Error) -> String {
    format!("line {}, column {}", error.line(), error.column())
}

/// The problem of a file of too many bytes.
#[must_use]
pub fn too_large(bytes: usize) -> Problem {
    Problem::new(
        "$",
        "",
        format!("the file has {bytes} bytes, and a fact file has at most {LARGEST}"),
        "check that it is the right file",
    )
}

/// An error of serde without its trailing position, which stands in the place already.
fn bare(message: &str) -> String {
    message.rsplit_once(" at line ").map_or(message, |(what, _)| what).to_owned()
}

/// How many values a tree holds.
fn size(tree: &Value) -> usize {
    1 + match tree {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(fields) => fields.values().map(size).sum(),
        _ => 0,
    }
}

fn against_schema(tree: &Value) -> Vec<Problem> {
    let values = size(tree);
    if values > MOST_VALUES {
        return vec![Problem::new(
            "$",
            "",
            format!("it holds {values} values, and a fact file holds at most {MOST_VALUES}"),
            "check that it is the right file",
        )];
    }
    let schema = super::schema::schema();
    let Ok(validator) = jsonschema::validator_for(&schema) else {
        return Vec::new();
    };
    let mut problems = Vec::new();
    for error in validator.iter_errors(tree).take(MOST) {
        let pointer = error.instance_path().to_string();
        let (what, cure) = explain(&error, &schema);
        problems.push(Problem::new(json_path(&pointer), &id_around(tree, &pointer), what, cure));
    }
    if problems.len() == MOST {
        problems.push(Problem::new(
            "$",
            "",
            "there are more problems than these",
            "mend these first",
        ));
    }
    problems
}

fn explain(error: &jsonschema::ValidationError<'_>, schema: &Value) -> (String, String) {
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => (
            format!("unknown field {}", quoted(unexpected)),
            "take it out, or mend its spelling (see facts.schema.json)".to_owned(),
        ),
        ValidationErrorKind::Required { property } => {
            (format!("the field {property} is missing"), "add it".to_owned())
        }
        ValidationErrorKind::Enum { options } => (
            format!("{} is none of the words allowed here", brief(error.instance())),
            format!("use one of {options}"),
        ),
        ValidationErrorKind::Type { kind } => {
            let wanted = match kind {
                TypeKind::Single(one) => one.to_string(),
                TypeKind::Multiple(many) => {
                    many.iter().map(|one| one.to_string()).collect::<Vec<_>>().join(" or ")
                }
            };
            (
                format!("{} is of the wrong type", brief(error.instance())),
                format!("it must be: {wanted}"),
            )
        }
        ValidationErrorKind::OneOfNotValid { .. } | ValidationErrorKind::AnyOf { .. } => (
            format!("{} has none of the forms allowed here", brief(error.instance())),
            match allowed(schema, &error.schema_path().to_string()) {
                Some(words) => format!("use one of: {words}"),
                None => "use one of the forms in facts.schema.json".to_owned(),
            },
        ),
        _ => (shortened(&error.to_string()), "see facts.schema.json".to_owned()),
    }
}

/// The words or the fields that a choice in the schema allows, found by its path; a reference on the way
/// is followed.
fn allowed(schema: &Value, path: &str) -> Option<String> {
    let mut at = schema;
    for part in path.split('/').skip(1) {
        at = if part == "$ref" {
            schema.pointer(at.get("$ref")?.as_str()?.trim_start_matches('#'))?
        } else {
            at.get(part).or_else(|| at.get(part.parse::<usize>().ok()?))?
        };
    }
    let words: Vec<String> = at
        .as_array()?
        .iter()
        .flat_map(|form| {
            let fixed = form.get("const").and_then(Value::as_str).map(str::to_owned);
            let listed = form.get("enum").and_then(Value::as_array).into_iter().flatten();
            let fields = form.get("properties").and_then(Value::as_object);
            fixed
                .into_iter()
                .chain(listed.filter_map(Value::as_str).map(str::to_owned))
                .chain(fields.into_iter().flat_map(|fields| fields.keys().cloned()))
                .collect::<Vec<_>>()
        })
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}

fn quoted(names: &[String]) -> String {
    const SHOWN: usize = 10;
    let mut shown: Vec<String> = names.iter().take(SHOWN).map(|name| shortened(name)).collect();
    if names.len() > SHOWN {
        shown.push(format!("and {} more", names.len() - SHOWN));
    }
    shown.join(", ")
}

fn brief(value: &Value) -> String {
    shortened(&value.to_string())
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(80).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// A JSON pointer (`/statements/3/value`) as a JSON path (`$.statements[3].value`).
fn json_path(pointer: &str) -> String {
    let mut path = String::from("$");
    for part in pointer.split('/').skip(1) {
        // Writing to a String does not fail.
        let _ = if part.bytes().all(|byte| byte.is_ascii_digit()) {
            write!(path, "[{part}]")
        } else {
            write!(path, ".{}", part.replace("~1", "/").replace("~0", "~"))
        };
    }
    path
}

/// The `id` of the innermost object around a place that has one.
fn id_around(tree: &Value, pointer: &str) -> String {
    let mut pointer = pointer;
    loop {
        let around =
            tree.pointer(pointer).and_then(|value| value.get("id")).and_then(Value::as_str);
        if let Some(id) = around {
            return shortened(id);
        }
        match pointer.rsplit_once('/') {
            Some((outer, _)) => pointer = outer,
            None => return String::new(),
        }
    }
}
