//! Ids are unique, and every reference leads somewhere.

use std::collections::{HashMap, HashSet};

use super::Findings;
use crate::facts::model::{AbsenceSubject, Evidence, Qualifier, Value};
use crate::text::fold;

pub(super) fn check(findings: &mut Findings<'_>) {
    duplicates(findings);
    shared_names(findings);
    unique_roles(findings);
    let file = findings.file;
    findings.entity("$.about.series".to_owned(), "", &file.about.series);
    for (index, statement) in file.statements.iter().enumerate() {
        let (place, id) = (format!("$.statements[{index}]"), statement.id.as_str());
        findings.entity(format!("{place}.subject"), id, &statement.subject);
        findings.property(format!("{place}.property"), id, &statement.property);
        findings.value(&format!("{place}.value"), id, &statement.value);
        for (at, Qualifier { property, value }) in statement.qualifiers.iter().enumerate() {
            findings.property(format!("{place}.qualifiers[{at}].property"), id, property);
            findings.value(&format!("{place}.qualifiers[{at}].value"), id, value);
        }
        if let Some(source) = &statement.according_to {
            findings.entity(format!("{place}.according_to"), id, source);
        }
        findings.statements(
            &format!("{place}.superseded_by"),
            id,
            statement.superseded_by.as_slice(),
        );
        findings.statements(&format!("{place}.conflicts_with"), id, &statement.conflicts_with);
        findings.statements(&format!("{place}.details"), id, &statement.details);
        if let Some(derived) = &statement.derived {
            findings.statements(&format!("{place}.derived.from"), id, &derived.from);
        }
        if let Some(outcome) = &statement.outcome {
            findings.statements(&format!("{place}.outcome.shown_by"), id, &outcome.shown_by);
        }
        findings.evidence(&place, id, &statement.evidence);
    }
    for (index, complete) in file.complete.iter().enumerate() {
        let (place, id) = (format!("$.complete[{index}]"), complete.id.as_str());
        findings.entity(format!("{place}.subject"), id, &complete.subject);
        findings.property(format!("{place}.property"), id, &complete.property);
        findings.statements(&format!("{place}.members"), id, &complete.members);
        findings.evidence(&place, id, &complete.evidence);
    }
    for (index, absence) in file.absences.iter().enumerate() {
        let (place, id) = (format!("$.absences[{index}]"), absence.id.as_str());
        match &absence.subject {
            AbsenceSubject::Entity(entity) => {
                findings.entity(format!("{place}.subject.entity"), id, entity);
            }
            AbsenceSubject::Class { except, .. } => {
                for entity in except {
                    findings.entity(format!("{place}.subject.class.except"), id, entity);
                }
            }
        }
        findings.property(format!("{place}.property"), id, &absence.property);
        findings.statements(&format!("{place}.nearest"), id, absence.nearest.as_slice());
        for article in &absence.searched {
            findings.article(format!("{place}.searched"), id, article);
        }
        if absence.searched.is_empty() {
            findings.add(
                format!("{place}.searched"),
                id,
                "no article was searched",
                "an absence is worth what was searched for it: list the articles",
            );
        }
    }
}

impl Findings<'_> {
    fn entity(&mut self, place: String, id: &str, wanted: &str) {
        if !self.ids.entities.contains_key(wanted) {
            let cure =
                self.did_you_mean(wanted, self.file.entities.iter().map(|one| one.id.as_str()));
            self.add(place, id, format!("no entity has the id “{wanted}”"), cure);
        }
    }

    fn property(&mut self, place: String, id: &str, wanted: &str) {
        if !self.ids.properties.contains_key(wanted) {
            let cure =
                self.did_you_mean(wanted, self.file.properties.iter().map(|one| one.id.as_str()));
            self.add(place, id, format!("no property has the id “{wanted}”"), cure);
        }
    }

    fn article(&mut self, place: String, id: &str, wanted: &str) {
        if !self.ids.articles.contains_key(wanted) {
            let cure =
                self.did_you_mean(wanted, self.file.articles.iter().map(|one| one.id.as_str()));
            self.add(place, id, format!("no article has the id “{wanted}”"), cure);
        }
    }

    fn statements(&mut self, place: &str, id: &str, wanted: &[String]) {
        for other in wanted {
            if !self.ids.statements.contains_key(other.as_str()) {
                let cure = self
                    .did_you_mean(other, self.file.statements.iter().map(|one| one.id.as_str()));
                self.add(place.to_owned(), id, format!("no statement has the id “{other}”"), cure);
            } else if other == id {
                self.add(place.to_owned(), id, "it refers to itself", "name the other statement");
            }
        }
    }

    fn value(&mut self, place: &str, id: &str, value: &Value) {
        match value {
            Value::Entity(entity) => self.entity(format!("{place}.entity"), id, entity),
            Value::Quantity(quantity) if !self.ids.units.contains_key(quantity.unit.as_str()) => {
                let cure = self.did_you_mean(
                    &quantity.unit,
                    self.file.units.iter().map(|one| one.id.as_str()),
                );
                let what = format!("no unit has the id “{}”", quantity.unit);
                self.add(format!("{place}.quantity.unit"), id, what, cure);
            }
            _ => {}
        }
    }

    fn evidence(&mut self, around: &str, id: &str, evidence: &[Evidence]) {
        for (at, one) in evidence.iter().enumerate() {
            let place = format!("{around}.evidence[{at}]");
            self.article(format!("{place}.article"), id, &one.article);
            let Some(article) = self.ids.articles.get(one.article.as_str()).copied() else {
                continue;
            };
            let index = usize::try_from(one.paragraph).unwrap_or(usize::MAX).checked_sub(1);
            match index.and_then(|index| article.paragraphs.get(index)) {
                None => {
                    let count = article.paragraphs.len();
                    self.add(
                        format!("{place}.paragraph"),
                        id,
                        format!("{} has no paragraph {}", article.id, one.paragraph),
                        format!("its paragraphs are 1 to {count}"),
                    );
                }
                Some(paragraph) => {
                    if paragraph.sha256 != one.sha256 {
                        self.add(
                            format!("{place}.sha256"),
                            id,
                            format!(
                                "the hash is not that of {} paragraph {}",
                                article.id, one.paragraph
                            ),
                            format!("read the paragraph again; its hash is {}", paragraph.sha256),
                        );
                    }
                    if paragraph.no_fact.is_some() {
                        self.add(
                            format!("{place}.paragraph"),
                            id,
                            format!(
                                "{} paragraph {} is listed as carrying no fact",
                                article.id, one.paragraph
                            ),
                            "take its no_fact out",
                        );
                    }
                }
            }
            if one.terms.iter().all(|term| term.trim().is_empty()) {
                self.add(
                    format!("{place}.terms"),
                    id,
                    "no term to find in the paragraph",
                    "give one to four names, numbers or dates from it",
                );
            }
        }
    }
}

/// Ids are unique within their list.
fn duplicates(findings: &mut Findings<'_>) {
    let file = findings.file;
    let lists: [(&str, Vec<&str>); 7] = [
        ("articles", file.articles.iter().map(|one| one.id.as_str()).collect()),
        ("units", file.units.iter().map(|one| one.id.as_str()).collect()),
        ("entities", file.entities.iter().map(|one| one.id.as_str()).collect()),
        ("properties", file.properties.iter().map(|one| one.id.as_str()).collect()),
        ("statements", file.statements.iter().map(|one| one.id.as_str()).collect()),
        ("complete", file.complete.iter().map(|one| one.id.as_str()).collect()),
        ("absences", file.absences.iter().map(|one| one.id.as_str()).collect()),
    ];
    for (list, ids) in lists {
        let mut seen = HashSet::new();
        for (index, id) in ids.into_iter().enumerate() {
            let place = format!("$.{list}[{index}].id");
            if id.is_empty() {
                findings.add(place, "", "the id is empty", "give it a short name in lower case");
            } else if !seen.insert(id) {
                findings.add(place, id, "this id is given twice", "give one of the two another id");
            }
        }
    }
}

/// No name belongs to two entities, however it is written.
fn shared_names(findings: &mut Findings<'_>) {
    let mut owners: HashMap<String, &str> = HashMap::new();
    for (index, entity) in findings.file.entities.iter().enumerate() {
        for name in entity.names() {
            let folded = fold(name);
            let place = format!("$.entities[{index}]");
            if folded.is_empty() {
                let what = "a name has neither letter nor digit";
                findings.add(place, &entity.id, what, "take it out");
                continue;
            }
            let owner = *owners.entry(folded).or_insert(&entity.id);
            if owner != entity.id {
                let what = format!("the name “{name}” belongs to {owner} as well");
                findings.add(place, &entity.id, what, "leave it to one of the two");
            }
        }
    }
}

/// A role belongs to one property at most.
fn unique_roles(findings: &mut Findings<'_>) {
    let mut owners = HashMap::new();
    for (index, property) in findings.file.properties.iter().enumerate() {
        let Some(role) = property.role else { continue };
        let owner = *owners.entry(role).or_insert(property.id.as_str());
        if owner != property.id {
            let what = format!("{owner} has this role already");
            findings.add(
                format!("$.properties[{index}].role"),
                &property.id,
                what,
                "leave it to one of the two",
            );
        }
    }
}
