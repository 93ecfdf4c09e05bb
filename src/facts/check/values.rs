//! Values are of the kind, the classes and the form that their property wants.

use super::Findings;
use crate::facts::date::PartialDate;
use crate::facts::model::{Class, Property, Value, ValueKind};

pub(super) fn check(findings: &mut Findings<'_>) {
    let file = findings.file;
    for (index, article) in file.articles.iter().enumerate() {
        let place = format!("$.articles[{index}]");
        if let Some(date) = &article.date
            && !matches!(date.parse(), Ok(PartialDate::Day(_)))
        {
            let what = format!("“{date}” is not a day");
            findings.add(format!("{place}.date"), &article.id, what, "write it as 2022-03-31");
        }
        hash(findings, format!("{place}.sha256"), &article.id, &article.sha256, 64);
        for (at, paragraph) in article.paragraphs.iter().enumerate() {
            let place = format!("{place}.paragraphs[{at}].sha256");
            hash(findings, place, &article.id, &paragraph.sha256, 16);
        }
    }
    for (index, property) in file.properties.iter().enumerate() {
        let takes_entities = property.value == ValueKind::Entity;
        if takes_entities == property.range.is_empty() {
            findings.add(
                format!("$.properties[{index}].range"),
                &property.id,
                "a range goes with values that are entities, and only with those",
                "give the classes of its values, or take the range out",
            );
        }
    }
    for (index, statement) in file.statements.iter().enumerate() {
        let (place, id) = (format!("$.statements[{index}]"), statement.id.as_str());
        if let Some(property) = findings.ids.properties.get(statement.property.as_str()).copied() {
            in_domain(findings, format!("{place}.subject"), id, &statement.subject, property);
            value(findings, &format!("{place}.value"), id, &statement.value, property);
        }
        for (at, qualifier) in statement.qualifiers.iter().enumerate() {
            if let Some(property) =
                findings.ids.properties.get(qualifier.property.as_str()).copied()
            {
                let place = format!("{place}.qualifiers[{at}].value");
                value(findings, &place, id, &qualifier.value, property);
            }
        }
    }
}

fn hash(findings: &mut Findings<'_>, place: String, id: &str, text: &str, length: usize) {
    let fine =
        text.len() == length && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if !fine {
        let what = format!("“{text}” is not {length} hex digits in lower case");
        findings.add(place, id, what, "take it from the output of sha256sum");
    }
}

fn in_domain(
    findings: &mut Findings<'_>,
    place: String,
    id: &str,
    subject: &str,
    property: &Property,
) {
    if let Some(entity) = findings.ids.entities.get(subject)
        && !property.domain.contains(&entity.class)
    {
        let what = format!("{subject} is of class {}", name(entity.class));
        let cure = format!("{} takes subjects of class {}", property.id, names(&property.domain));
        findings.add(place, id, what, cure);
    }
}

fn value(findings: &mut Findings<'_>, place: &str, id: &str, value: &Value, property: &Property) {
    let kind = match value {
        Value::Entity(_) => ValueKind::Entity,
        Value::Quantity(_) => ValueKind::Quantity,
        Value::Date(_) => ValueKind::Date,
        Value::Text(_) => ValueKind::Text,
        Value::Bool(_) => ValueKind::Bool,
        Value::SomeValue | Value::NoValue => return,
    };
    if kind != property.value {
        let what = format!("the value is of kind {}", format!("{kind:?}").to_lowercase());
        let wanted = format!("{:?}", property.value).to_lowercase();
        findings.add(place.to_owned(), id, what, format!("{} takes {wanted} values", property.id));
        return;
    }
    match value {
        Value::Entity(entity) => {
            if let Some(entity) = findings.ids.entities.get(entity.as_str())
                && !property.range.contains(&entity.class)
            {
                let what = format!("{} is of class {}", entity.id, name(entity.class));
                let cure =
                    format!("{} takes values of class {}", property.id, names(&property.range));
                findings.add(place.to_owned(), id, what, cure);
            }
        }
        Value::Quantity(quantity) if !quantity.amount.is_finite() || quantity.amount < 0.0 => {
            let what = format!("{} is not an amount", quantity.amount);
            findings.add(place.to_owned(), id, what, "give a number from 0 up");
        }
        Value::Date(date) => {
            if let Err(error) = date.parse::<PartialDate>() {
                findings.add(place.to_owned(), id, error.to_string(), "write it as one of these");
            }
        }
        _ => {}
    }
}

fn name(class: Class) -> String {
    format!("{class:?}").to_lowercase()
}

fn names(classes: &[Class]) -> String {
    classes.iter().map(|class| name(*class)).collect::<Vec<_>>().join(", ")
}
