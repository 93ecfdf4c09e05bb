//! Help, the bot itself, answers to questions, and what goes wrong, in words.

use super::lookup::shortened;
use super::{Hint, Part, Reply, Writer};
use crate::facts::Statement;
use crate::query::lookup::current;
use crate::query::{Answer, Courtesy, Outcome, Probe, Verdict};

/// How many members of a list at most are told with a sentence each.
const FEW: usize = 3;

impl Writer<'_> {
    /// What can be typed: each command as it is typed, with what it does.
    #[must_use]
    pub fn help(&self, commands: Vec<Hint>) -> Reply {
        Reply::private(vec![
            Part::Title(self.say("help-title", &[])),
            Part::Hints(commands),
            Part::Text(self.say("help-text", &[])),
        ])
    }

    /// What the bot is.
    #[must_use]
    pub fn about(&self) -> Reply {
        let file = self.facts.file();
        let subject = file.about.label.get(self.lang);
        Reply::new(vec![
            Part::Title(self.say("about-title", &[])),
            Part::Text(self.say("about-text", &[("subject", subject.into())])),
            Part::Text(self.say(
                "about-counts",
                &[
                    ("articles", file.articles.len().into()),
                    ("statements", file.statements.len().into()),
                    ("absences", file.absences.len().into()),
                ],
            )),
            Part::Text(self.say(
                "about-version",
                &[("version", env!("CARGO_PKG_VERSION").into()), ("facts", (&file.id).into())],
            )),
        ])
    }

    /// A command that does not exist, with those that are spelled like it.
    #[must_use]
    pub fn unknown_command(&self, typed: &str, near: &[String]) -> Reply {
        let typed = shortened(typed);
        if near.is_empty() {
            return Reply::note(self.say("unknown-command", &[("typed", (&typed).into())]));
        }
        let names = self.figures().either(near);
        Reply::note(
            self.say(
                "unknown-command-near",
                &[("typed", (&typed).into()), ("names", (&names).into())],
            ),
        )
    }

    /// The answer to a question.
    #[must_use]
    pub fn answer(&self, answer: &Answer<'_>) -> Reply {
        let subject = self.facts.file().about.label.get(self.lang);
        match &answer.outcome {
            Outcome::Answered(statements) => self.answered(statements, answer),
            Outcome::Which(readings) => Reply::new(vec![
                Part::Text(self.say("ask-which", &[])),
                Part::Hints(
                    readings
                        .iter()
                        .map(|reading| Hint {
                            input: reading.question().get(self.lang).to_owned(),
                            meaning: String::new(),
                        })
                        .collect(),
                ),
            ]),
            Outcome::Unknown { absence, nearest } => {
                let claim = absence.map(|absence| absence.claim.get(self.lang).to_owned());
                // What nobody foresaw may be answered by the nearest thing after all.
                let unforeseen = if nearest.is_some() { "ask-unsure" } else { "ask-unknown" };
                let mut parts =
                    vec![Part::Text(claim.unwrap_or_else(|| self.say(unforeseen, &[])))];
                if let Some(nearest) = nearest {
                    let mut fact = self.fact(nearest);
                    fact.text = self.say("ask-nearest", &[("claim", (&fact.text).into())]);
                    parts.push(Part::Fact(fact));
                }
                Reply::new(parts)
            }
            Outcome::OffTopic => {
                let sentence = match answer.courtesy {
                    Some(Courtesy::Greeting) => "ask-greeting",
                    Some(Courtesy::Thanks) => "ask-thanks",
                    Some(Courtesy::Help) => "ask-help",
                    None => "ask-off-topic",
                };
                Reply::note(self.say(sentence, &[("subject", subject.into())]))
            }
        }
    }

    /// Statements that answer a question: yes or no first where it was asked, then the fact or the list.
    fn answered(&self, statements: &[&Statement], answer: &Answer<'_>) -> Reply {
        let verdict = answer.verdict.map(|verdict| match verdict {
            Verdict::Yes => self.say("ask-yes", &[]),
            Verdict::No => self.say("ask-no", &[]),
        });
        let mut parts = Vec::new();
        if let [one] = statements {
            let mut fact = self.fact(one);
            if let Some(verdict) = verdict {
                fact.text = format!("{verdict} {}", fact.text);
            }
            if answer.probe == Some(Probe::Status) && self.status(one).is_none() {
                let text = self.say("standing-confirmed", &[]);
                fact.notes.insert(0, self.note("note-status", text));
            }
            if answer.probe == Some(Probe::Source) {
                let source = self.said_in(&[one]);
                fact.notes.push(self.note("note-said-in", format!("{source}.")));
            }
            return Reply::new(vec![Part::Fact(fact)]);
        }
        let same = statements.iter().all(|one| {
            statements.first().is_some_and(|first| {
                (&first.subject, &first.property) == (&one.subject, &one.property)
            })
        });
        let list = statements.first().filter(|_| same);
        let closed = list
            .and_then(|first| self.facts.complete(&first.subject, &first.property))
            .and_then(|complete| complete.answer.as_ref());
        let members =
            list.map_or(0, |first| current(self.facts.of(&first.subject, &first.property)).count());
        // The sentence that tells the whole list does not stand above a part of it.
        let heading = match closed {
            Some(answer) if statements.len() >= members => Some(answer.get(self.lang).to_owned()),
            Some(_) if statements.len() > FEW => Some(self.say("ask-others", &[])),
            _ => None,
        };
        match (heading, statements) {
            // Under such a sentence each line needs only its own name.
            (Some(heading), _) => {
                parts.extend(verdict.map(Part::Text));
                let items =
                    statements.iter().map(|one| self.line(self.value(&one.value), one)).collect();
                parts.push(Part::List(super::List { heading, items }));
            }
            // The answer comes first, and what else there is below it.
            (None, [first, rest @ ..]) => {
                let mut lead = self.item(first);
                if let Some(verdict) = verdict {
                    lead.text = format!("{verdict} {}", lead.text);
                }
                parts.push(Part::Lead(lead));
                let items = rest.iter().map(|one| self.item(one)).collect();
                parts.push(Part::List(super::List { heading: self.say("ask-also", &[]), items }));
            }
            (None, []) => {}
        }
        if answer.probe == Some(Probe::Source) {
            let source = self.said_in(statements);
            parts.push(Part::Text(self.say("ask-said-in", &[("source", (&source).into())])));
        }
        parts.push(self.legend(statements));
        Reply::new(parts)
    }
}
