//! Labels: what a question can ask for, as the files of questions write it in their headings.
//!
//! `release_date` is a property, `said#somebody-proud` one statement of a property with many, and
//! `start_date+end_date` are several of these, all of which are told.

/// The property that a label asks for; the first where it asks for several.
pub(super) fn property(label: &str) -> &str {
    let end = label.bytes().position(|byte| matches!(byte, b'#' | b'+'));
    end.and_then(|end| label.get(..end)).unwrap_or(label)
}

/// What labels have in common of which a whole property speaks for each of its statements: the property. What asks for
/// several things is a family of its own.
pub(super) fn family(label: &str) -> &str {
    if label.contains('+') { label } else { property(label) }
}

/// What a label asks for, each thing as a property with its statement where it asks for one alone.
pub(super) fn parts(label: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    label.split('+').map(|part| match part.split_once('#') {
        Some((property, statement)) => (property, Some(statement)),
        None => (part, None),
    })
}
