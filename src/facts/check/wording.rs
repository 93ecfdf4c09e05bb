//! Sentences are there in both languages, end as they should, and keep to each language's typography.

use super::Findings;
use crate::facts::model::{Bilingual, Lang, Value};

/// What a text is, which decides how it ends.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Text {
    Claim,
    Question,
    Phrase,
}

pub(super) fn check(findings: &mut Findings<'_>) {
    let file = findings.file;
    phrase(findings, "$.about.label", "", &file.about.label);
    for (index, article) in file.articles.iter().enumerate() {
        phrase(findings, &format!("$.articles[{index}].label"), &article.id, &article.label);
        for (at, paragraph) in article.paragraphs.iter().enumerate() {
            if let Some(reason) = &paragraph.no_fact {
                let place = format!("$.articles[{index}].paragraphs[{at}].no_fact");
                phrase(findings, &place, &article.id, reason);
            }
        }
    }
    for (index, entity) in file.entities.iter().enumerate() {
        phrase(findings, &format!("$.entities[{index}].label"), &entity.id, &entity.label);
    }
    for (index, property) in file.properties.iter().enumerate() {
        phrase(findings, &format!("$.properties[{index}].label"), &property.id, &property.label);
        if let Some(plural) = &property.plural {
            phrase(findings, &format!("$.properties[{index}].plural"), &property.id, plural);
        }
        if let Some(pairs) = &property.pairs {
            let place = format!("$.properties[{index}].pairs");
            pair(findings, &place, &property.id, pairs, Text::Claim);
        }
    }
    for (index, statement) in file.statements.iter().enumerate() {
        let (place, id) = (format!("$.statements[{index}]"), statement.id.as_str());
        pair(findings, &format!("{place}.claim"), id, &statement.claim, Text::Claim);
        pair(findings, &format!("{place}.question"), id, &statement.question, Text::Question);
        if let Value::Text(text) = &statement.value {
            phrase(findings, &format!("{place}.value.text"), id, text);
        }
        if let Some(derived) = &statement.derived {
            pair(findings, &format!("{place}.derived.how"), id, &derived.how, Text::Claim);
        }
        if let Some(outcome) = &statement.outcome {
            pair(findings, &format!("{place}.outcome.note"), id, &outcome.note, Text::Claim);
        }
        if let Some(quiz) = &statement.quiz {
            super::quiz::check(findings, &format!("{place}.quiz"), statement, quiz);
        }
    }
    for (index, complete) in file.complete.iter().enumerate() {
        let place = format!("$.complete[{index}].claim");
        pair(findings, &place, &complete.id, &complete.claim, Text::Claim);
        if let Some(quiz) = &complete.quiz {
            for (name, text) in [("pick", &quiz.pick), ("all", &quiz.all), ("odd", &quiz.odd)] {
                let place = format!("$.complete[{index}].quiz.{name}");
                pair(findings, &place, &complete.id, text, Text::Question);
            }
        }
        if let Some(answer) = &complete.answer {
            let place = format!("$.complete[{index}].answer");
            pair(findings, &place, &complete.id, answer, Text::Claim);
        } else if complete.members.len() > 1 {
            findings.add(
                format!("$.complete[{index}].answer"),
                &complete.id,
                "a list of several has no answer that tells it in a sentence",
                "add the sentence",
            );
        }
    }
    for (index, absence) in file.absences.iter().enumerate() {
        let (place, id) = (format!("$.absences[{index}]"), absence.id.as_str());
        pair(findings, &format!("{place}.claim"), id, &absence.claim, Text::Claim);
        pair(findings, &format!("{place}.question"), id, &absence.question, Text::Question);
        if let Some(supposed) = &absence.supposed {
            let place = format!("{place}.supposed");
            pair(findings, &place, id, supposed, Text::Claim);
            if absence.nearest.is_none() {
                findings.add(
                    place,
                    id,
                    "a supposed answer has no nearest statement to be set right by",
                    "give the absence a nearest statement, or take this out",
                );
            }
        }
    }
}

pub(super) fn phrase(findings: &mut Findings<'_>, place: &str, id: &str, texts: &Bilingual) {
    pair(findings, place, id, texts, Text::Phrase);
}

pub(super) fn pair(
    findings: &mut Findings<'_>,
    place: &str,
    id: &str,
    texts: &Bilingual,
    kind: Text,
) {
    for lang in Lang::ALL {
        let text = texts.get(lang);
        let place = || format!("{place}.{}", lang.code());
        if text.trim().is_empty() {
            findings.add(place(), id, "the text is empty", "write it in this language");
            continue;
        }
        if let Some((what, cure)) = typography(text, lang) {
            findings.add(place(), id, what, cure);
        }
        let bare = text.trim_end_matches(['”', '»', '\u{202f}', '\u{a0}', ')']);
        let ends_well = match kind {
            Text::Claim => bare.ends_with(['.', '…']),
            Text::Question => bare.ends_with('?'),
            Text::Phrase => !bare.ends_with(['.', '?']),
        };
        if !ends_well {
            let (what, cure) = match kind {
                Text::Claim => ("this is no whole sentence", "end it with a full stop"),
                Text::Question => ("this is no question", "end it with a question mark"),
                Text::Phrase => ("this is a phrase, not a sentence", "take its end mark off"),
            };
            findings.add(place(), id, what, cure);
        }
    }
}

/// The first thing in a text that its language would not print so.
pub(super) fn typography(text: &str, lang: Lang) -> Option<(&'static str, &'static str)> {
    if text.contains(['\'', '"']) {
        return Some(("it has straight quotes", "use ’ and “ ” (English) or « » (French)"));
    }
    if text.trim() != text || text.contains("  ") {
        return Some(("it has spaces too many", "take them out"));
    }
    if lang == Lang::En {
        return text.contains(['«', '»']).then_some(("it has French quotes", "use “ ”"));
    }
    let narrow = |character: Option<char>| matches!(character, Some('\u{202f}' | '\u{a0}'));
    let mut before = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if matches!(character, '“' | '”') {
            return Some(("it has English quotes", "use « » with narrow no-break spaces inside"));
        }
        // A colon between digits is a time of day.
        let in_number = character == ':' && before.is_some_and(|one: char| one.is_ascii_digit());
        if matches!(character, '?' | '!' | ';' | ':' | '»') && !narrow(before) && !in_number {
            return Some((
                "a mark lacks the narrow space before it",
                "put U+202F before ? ! ; : and »",
            ));
        }
        if character == '«' && !narrow(characters.peek().copied()) {
            return Some(("a « lacks the narrow space after it", "put U+202F after «"));
        }
        before = Some(character);
    }
    None
}
