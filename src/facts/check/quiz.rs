//! The wordings that only a quiz needs: slots where they belong, wrong values only where the value is closed.

use super::Findings;
use super::wording::{Text, pair, phrase};
use crate::facts::model::{Bilingual, Lang, QuizWording, Statement, Value};

/// What stands for the value in a wording.
const SLOT: &str = "{value}";

pub(super) fn check(
    findings: &mut Findings<'_>,
    place: &str,
    statement: &Statement,
    quiz: &QuizWording,
) {
    let id = statement.id.as_str();
    let named = |name: &str| format!("{place}.{name}");
    if let Some(question) = &quiz.question {
        pair(findings, &named("question"), id, question, Text::Question);
    }
    if let Some(frame) = &quiz.frame {
        pair(findings, &named("frame"), id, frame, Text::Claim);
        slots(findings, &named("frame"), id, frame, &[1]);
    }
    if let Some(bare) = &quiz.bare {
        pair(findings, &named("bare"), id, bare, Text::Claim);
        slots(findings, &named("bare"), id, bare, &[0, 1]);
    }
    if let Some(inverse) = &quiz.inverse {
        pair(findings, &named("inverse"), id, inverse, Text::Question);
    }
    if let Some(event) = &quiz.event {
        phrase(findings, &named("event"), id, event);
        if !matches!(statement.value, Value::Date(_)) {
            findings.add(
                named("event"),
                id,
                "an event needs a date, and the value is none",
                "take the event out",
            );
        }
    }
    let closed = findings
        .file
        .complete
        .iter()
        .any(|one| one.subject == statement.subject && one.property == statement.property);
    if !quiz.wrong.is_empty() && !closed {
        findings.add(
            named("wrong"),
            id,
            "nothing closes this value, so no other is known to be wrong",
            "close it under “complete”, or take the wrong values out",
        );
    }
    for (index, wrong) in quiz.wrong.iter().enumerate() {
        phrase(findings, &format!("{place}.wrong[{index}]"), id, wrong);
        if Value::Text(wrong.clone()) == statement.value {
            findings.add(
                format!("{place}.wrong[{index}]"),
                id,
                "this is the value itself",
                "give another",
            );
        }
    }
    if quiz.place.is_some_and(|place| place > quiz.wrong.len()) {
        findings.add(
            named("place"),
            id,
            "the value has its place after more wrong values than there are",
            "count those that come before it",
        );
    }
    if !quiz.wrong.is_empty() && !matches!(statement.value, Value::Text(_)) {
        findings.add(
            named("wrong"),
            id,
            "wrong values are given for texts alone",
            "take them out: others are found in the fact set",
        );
    }
}

/// A slot stands as often as it may, and as often in one language as in the other.
fn slots(findings: &mut Findings<'_>, place: &str, id: &str, texts: &Bilingual, allowed: &[usize]) {
    let count = |lang: Lang| texts.get(lang).matches(SLOT).count();
    let [english, french] = Lang::ALL.map(count);
    if english != french || !allowed.contains(&english) {
        findings.add(
            place.to_owned(),
            id,
            "{value} does not stand as often as it should in each language",
            "put it once where the value belongs, in both",
        );
    }
}
