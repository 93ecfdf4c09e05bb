//! Closed lists name all their members, single values are single, and what is absent is not stated.

use std::collections::{HashMap, HashSet};

use super::Findings;
use crate::facts::model::{AbsenceSubject, Cardinality, Rank, Statement, Status};

pub(super) fn check(findings: &mut Findings<'_>) {
    single_values(findings);
    closed_lists(findings);
    absences(findings);
    uncited_paragraphs(findings);
}

/// A property with one true value has one firm statement a subject, unless a conflict is declared.
fn single_values(findings: &mut Findings<'_>) {
    let mut firm: HashMap<(&str, &str), &Statement> = HashMap::new();
    for (index, statement) in findings.file.statements.iter().enumerate() {
        let single = findings
            .ids
            .properties
            .get(statement.property.as_str())
            .is_some_and(|property| property.cardinality == Cardinality::Single);
        let counts = statement.rank != Rank::Deprecated
            && statement.qualifiers.is_empty()
            && matches!(statement.status, Status::Confirmed | Status::Planned);
        if !single || !counts {
            continue;
        }
        let first = *firm
            .entry((statement.subject.as_str(), statement.property.as_str()))
            .or_insert(statement);
        if first.id != statement.id && !statement.conflicts_with.contains(&first.id) {
            findings.add(
                format!("$.statements[{index}]"),
                &statement.id,
                format!("{} gives this single value already", first.id),
                "declare the conflict on both sides, deprecate one, or qualify it",
            );
        }
    }
}

fn closed_lists(findings: &mut Findings<'_>) {
    for (index, complete) in findings.file.complete.iter().enumerate() {
        let mut stated: Vec<&str> = findings
            .file
            .statements
            .iter()
            .filter(|one| one.subject == complete.subject && one.property == complete.property)
            .filter(|one| one.rank != Rank::Deprecated)
            .map(|one| one.id.as_str())
            .collect();
        let mut members: Vec<&str> = complete.members.iter().map(String::as_str).collect();
        stated.sort_unstable();
        members.sort_unstable();
        if stated != members {
            findings.add(
                format!("$.complete[{index}].members"),
                &complete.id,
                "the members are not the statements with this subject and property",
                format!("make them: {}", stated.join(", ")),
            );
        }
        if complete.evidence.is_empty() {
            findings.add(
                format!("$.complete[{index}].evidence"),
                &complete.id,
                "nothing shows that the list is closed",
                "cite the paragraph that closes it",
            );
        }
    }
}

fn absences(findings: &mut Findings<'_>) {
    for (index, absence) in findings.file.absences.iter().enumerate() {
        let stated = findings.file.statements.iter().find(|statement| {
            statement.property == absence.property
                && match &absence.subject {
                    AbsenceSubject::Entity(entity) => *entity == statement.subject,
                    AbsenceSubject::Class { class, except } => {
                        !except.contains(&statement.subject)
                            && findings
                                .ids
                                .entities
                                .get(statement.subject.as_str())
                                .is_some_and(|entity| entity.class == *class)
                    }
                }
        });
        if let Some(statement) = stated {
            findings.add(
                format!("$.absences[{index}]"),
                &absence.id,
                format!("it is stated after all, by {}", statement.id),
                "take the absence out, or name the exception",
            );
        }
    }
}

/// Every paragraph is cited, or says why it carries no fact.
fn uncited_paragraphs(findings: &mut Findings<'_>) {
    let file = findings.file;
    let of_statements = file.statements.iter().flat_map(|one| &one.evidence);
    let of_lists = file.complete.iter().flat_map(|one| &one.evidence);
    let cited: HashSet<(&str, u32)> =
        of_statements.chain(of_lists).map(|one| (one.article.as_str(), one.paragraph)).collect();
    for (index, article) in file.articles.iter().enumerate() {
        for (number, paragraph) in (1_u32..).zip(&article.paragraphs) {
            if !cited.contains(&(article.id.as_str(), number)) && paragraph.no_fact.is_none() {
                findings.add(
                    format!("$.articles[{index}].paragraphs[{}]", number - 1),
                    &article.id,
                    format!("no statement cites paragraph {number}"),
                    "add what it says, or say in no_fact why it carries no fact",
                );
            }
        }
    }
}
