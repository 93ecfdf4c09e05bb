//! How sure a statement is and how it stands to others: status, rank, conflicts, derivation, date.

use std::collections::HashSet;

use super::Findings;
use crate::facts::model::{Rank, Stance, Statement, Status};

pub(super) fn check(findings: &mut Findings<'_>) {
    let mut ends: HashSet<&str> = HashSet::new();
    for (index, statement) in findings.file.statements.iter().enumerate() {
        let place = format!("$.statements[{index}]");
        status(findings, &place, statement);
        rank(findings, &place, statement, &mut ends);
        conflicts(findings, &place, statement);
        derivation(findings, &place, statement);
        derived_from_itself(findings, &place, statement);
        as_of(findings, &place, statement);
    }
}

fn status(findings: &mut Findings<'_>, place: &str, statement: &Statement) {
    if statement.status == Status::Reported && statement.according_to.is_none() {
        findings.add(
            format!("{place}.according_to"),
            &statement.id,
            "it is reported, and nobody is named who reports it",
            "name the source, or make the status rumoured",
        );
    }
    if statement.status == Status::Confirmed && statement.according_to.is_some() {
        findings.add(
            format!("{place}.according_to"),
            &statement.id,
            "a confirmed statement is told as a fact, not on somebody’s authority",
            "take according_to out, or make the status reported",
        );
    }
}

/// `ends` are the statements whose chain is known to end.
fn rank<'a>(
    findings: &mut Findings<'a>,
    place: &str,
    statement: &'a Statement,
    ends: &mut HashSet<&'a str>,
) {
    let deprecated = statement.rank == Rank::Deprecated;
    if deprecated != statement.superseded_by.is_some() {
        findings.add(
            format!("{place}.superseded_by"),
            &statement.id,
            "a deprecated statement names the one that took its place, and only such a one does",
            "give superseded_by and rank deprecated together",
        );
    }
    let mut seen = HashSet::from([statement.id.as_str()]);
    let mut next = statement.superseded_by.as_deref();
    while let Some(id) = next.filter(|id| !ends.contains(id)) {
        if !seen.insert(id) {
            findings.add(
                format!("{place}.superseded_by"),
                &statement.id,
                "the statements that supersede each other go round in a circle",
                "end the chain with one that is not deprecated",
            );
            return;
        }
        next = findings.ids.statements.get(id).and_then(|other| other.superseded_by.as_deref());
    }
    ends.extend(seen);
}

fn conflicts(findings: &mut Findings<'_>, place: &str, statement: &Statement) {
    for other in &statement.conflicts_with {
        let Some(other) = findings.ids.statements.get(other.as_str()).copied() else { continue };
        if !other.conflicts_with.contains(&statement.id) {
            findings.add(
                format!("{place}.conflicts_with"),
                &statement.id,
                format!("{} does not know of this conflict", other.id),
                format!("add “{}” to its conflicts_with", statement.id),
            );
        }
    }
}

fn derivation(findings: &mut Findings<'_>, place: &str, statement: &Statement) {
    match &statement.derived {
        None if statement.evidence.is_empty() => findings.add(
            format!("{place}.evidence"),
            &statement.id,
            "it has neither evidence nor a derivation",
            "cite the paragraph, or say what it follows from",
        ),
        Some(derived) if derived.from.is_empty() && statement.evidence.is_empty() => findings.add(
            format!("{place}.derived.from"),
            &statement.id,
            "it follows from nothing",
            "name the statements that it follows from, or cite the paragraph",
        ),
        Some(derived) => {
            let firm = matches!(statement.status, Status::Confirmed);
            let shaky = derived.from.iter().find(|id| {
                findings.ids.statements.get(id.as_str()).is_some_and(|base| {
                    matches!(base.status, Status::Reported | Status::Rumoured | Status::Opinion)
                })
            });
            if let (true, Some(shaky)) = (firm, shaky) {
                let what = format!("it is confirmed, and follows from {shaky}, which is not");
                findings.add(
                    format!("{place}.status"),
                    &statement.id,
                    what,
                    "make it no surer than what it follows from",
                );
            }
        }
        None => {}
    }
}

/// What a statement follows from must not, by any way, follow from it.
fn derived_from_itself(findings: &mut Findings<'_>, place: &str, statement: &Statement) {
    let mut seen = HashSet::new();
    let mut open: Vec<&str> = vec![statement.id.as_str()];
    while let Some(id) = open.pop() {
        let bases = findings.ids.statements.get(id).and_then(|one| one.derived.as_ref());
        for base in bases.into_iter().flat_map(|derived| &derived.from) {
            if *base == statement.id {
                findings.add(
                    format!("{place}.derived.from"),
                    &statement.id,
                    "it follows from itself, by way of what it follows from",
                    "name only statements that stand without it",
                );
                return;
            }
            if seen.insert(base.as_str()) {
                open.push(base);
            }
        }
    }
}

/// `as_of` is the date of the earliest article that says so; of a statement without evidence of its own,
/// the latest date of those that it follows from.
fn as_of(findings: &mut Findings<'_>, place: &str, statement: &Statement) {
    let own = |one: &Statement| -> Option<String> {
        one.evidence
            .iter()
            .filter(|evidence| evidence.stance != Stance::Disputes)
            .filter_map(|evidence| findings.ids.articles.get(evidence.article.as_str()))
            .filter_map(|article| article.date.clone())
            .min()
    };
    let expected = match &statement.derived {
        Some(derived) if statement.evidence.is_empty() => derived
            .from
            .iter()
            .map(|id| findings.ids.statements.get(id.as_str()).and_then(|base| own(base)))
            .collect::<Option<Vec<_>>>()
            .and_then(|dates| dates.into_iter().max()),
        _ => own(statement),
    };
    if statement.as_of != expected {
        let cure = match &expected {
            Some(date) => {
                format!("make it “{date}”, the date of the earliest article that says so")
            }
            None => "make it null: no article that says so bears a date".to_owned(),
        };
        let what = format!("as_of is {}", statement.as_of.as_deref().unwrap_or("null"));
        findings.add(format!("{place}.as_of"), &statement.id, what, cure);
    }
}
