//! Help, the bot itself, answers to questions, and what goes wrong, in words.

use super::lookup::shortened;
use super::{Hint, Part, Reply, Writer};
use crate::query::Outcome;

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
        let names = self.figures().list(near);
        Reply::note(self.say(
            "unknown-command-near",
            &[("typed", (&typed).into()), ("names", (&names).into())],
        ))
    }

    /// The answer to a question.
    #[must_use]
    pub fn answer(&self, outcome: &Outcome<'_>) -> Reply {
        let subject = self.facts.file().about.label.get(self.lang);
        match outcome {
            Outcome::Answered(statements) => {
                let mut parts: Vec<Part> =
                    statements.iter().map(|one| Part::Fact(self.fact(one))).collect();
                if statements.len() > 1 {
                    let items = statements.iter().map(|one| self.item(one)).collect();
                    let heading = statements
                        .first()
                        .map(|one| one.question.get(self.lang).to_owned())
                        .unwrap_or_default();
                    parts = vec![
                        Part::List(super::List { heading, items }),
                        self.legend(statements),
                    ];
                }
                Reply::new(parts)
            }
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
                let mut parts =
                    vec![Part::Text(claim.unwrap_or_else(|| self.say("ask-unknown", &[])))];
                if let Some(nearest) = nearest {
                    let mut fact = self.fact(nearest);
                    fact.text = self.say("ask-nearest", &[("claim", (&fact.text).into())]);
                    parts.push(Part::Fact(fact));
                }
                Reply::new(parts)
            }
            Outcome::OffTopic => {
                Reply::note(self.say("ask-off-topic", &[("subject", subject.into())]))
            }
        }
    }
}
