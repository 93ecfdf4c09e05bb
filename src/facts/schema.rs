//! The JSON Schema of a fact file, made from its types.

use serde_json::Value;

use super::model::FactFile;

/// The schema as a JSON value.
#[must_use]
pub fn schema() -> Value {
    schemars::schema_for!(FactFile).to_value()
}

/// The schema as it is committed and printed: indented JSON with a newline at its end.
#[must_use]
pub fn schema_text() -> String {
    format!("{:#}\n", schema())
}
