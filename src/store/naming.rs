//! Whether a text or a piece of JSON names a person.

use serde_json::Value;

use super::error::{Error, Result};

/// A pattern for `LIKE … ESCAPE '\'` that finds JSON in which a person may be named.
pub(super) fn containing(person: &str) -> Result<String> {
    let json = serde_json::to_string(person)
        .map_err(|source| Error::Unreadable { what: "name of a person", source })?;
    let mut pattern = String::from("%");
    let inside = json.strip_prefix('"').and_then(|json| json.strip_suffix('"')).unwrap_or(&json);
    for one in inside.chars() {
        if matches!(one, '\\' | '%' | '_') {
            pattern.push('\\');
        }
        pattern.push(one);
    }
    pattern.push('%');
    Ok(pattern)
}

/// Whether JSON names a person, as a value, as a key, or as a word within one. Text that is no JSON is one
/// value.
pub(super) fn names(json: &str, person: &str) -> bool {
    fn inside(value: &Value, person: &str) -> bool {
        match value {
            Value::String(text) => word(text, person),
            Value::Number(number) => number.to_string() == person,
            Value::Array(values) => values.iter().any(|value| inside(value, person)),
            Value::Object(fields) => {
                fields.iter().any(|(key, value)| word(key, person) || inside(value, person))
            }
            Value::Null | Value::Bool(_) => false,
        }
    }
    match serde_json::from_str(json) {
        Ok(value) => inside(&value, person),
        Err(_) => word(json, person),
    }
}

/// Whether a text holds a word: with no letter or digit before or after it.
fn word(text: &str, word: &str) -> bool {
    let mut before = None;
    let mut rest = text;
    while let Some((ahead, behind)) = rest.split_once(word) {
        let left = ahead.chars().next_back().or(before);
        let right = behind.chars().next();
        let part = |one: Option<char>| one.is_some_and(char::is_alphanumeric);
        if !part(left) && !part(right) {
            return true;
        }
        before = word.chars().next_back();
        rest = behind;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_found_in_json_as_a_value_a_key_and_a_mention() {
        for json in [
            r#"{"players":[{"id":"42"}]}"#,
            r#"{"points":{"42":3}}"#,
            r#"{"text":"<@42> wins"}"#,
            "[42]",
            "42",
        ] {
            assert!(names(json, "42"), "{json}");
        }
        for json in [r#"{"id":"142"}"#, r#"["421", 420]"#, r#"{"at":1642}"#, "", "null"] {
            assert!(!names(json, "42"), "{json}");
        }
        assert!(names(r#"["aab ab"]"#, "ab"), "the second of two");
        assert!(names(r#"["a \"b\" c"]"#, "a \"b\" c"));
    }

    #[test]
    fn a_pattern_escapes_what_like_and_json_mean_by_themselves() {
        assert_eq!(containing("4%_\"").unwrap(), "%4\\%\\_\\\\\"%");
    }
}
