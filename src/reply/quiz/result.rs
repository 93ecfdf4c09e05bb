//! A question after it was closed: the answer, who had it, why each other option is wrong, the source.

use super::letter;
use crate::facts::{Evidence, Statement};
use crate::quiz::{Answer, Choice, Closed, Format, Item, Mode, Proof, Round, Stem};
use crate::reply::lookup::{capitalised, plain};
use crate::reply::{Item as Line, List, Part, Span, Writer};

impl Writer<'_> {
    /// What is told of a closed question.
    #[must_use]
    pub(super) fn result(&self, round: &Round, closed: &Closed) -> Vec<Part> {
        let item = &closed.item;
        let mut parts = Vec::new();
        if closed.skipped {
            parts.push(Part::Text(self.say("quiz-skipped", &[])));
        }
        parts.extend(self.key(item));
        if !closed.skipped {
            // Who guessed a number is told with the number.
            let telling = item.format == Format::Number && self.is_telling(item);
            parts.extend(self.who(round, closed).into_iter().map(|line| told(telling, line)));
        }
        parts.extend(self.why(item));
        parts
    }

    /// The answer to a question, and why it is right.
    #[must_use]
    pub(in crate::reply) fn explained(&self, item: &Item) -> Vec<Part> {
        let mut parts = self.key(item);
        parts.extend(self.why(item));
        parts
    }

    /// Why the answer is right, and why each other option is wrong.
    fn why(&self, item: &Item) -> Vec<Part> {
        let Some(statement) = self.facts.statement(&item.statement) else { return Vec::new() };
        let mut parts = Vec::new();
        let mut cited = Vec::new();
        let lines = self.reasons(item, statement, &mut cited);
        let told_by_lines = matches!(item.format, Format::Order | Format::Match)
            || matches!(item.stem, Stem::Claims | Stem::Odd(_));
        if matches!(item.stem, Stem::Standing(Some(_)) | Stem::Supposed(_)) {
            parts.push(Part::Text(self.say("quiz-reason-never", &[])));
        }
        if !told_by_lines {
            parts.push(Part::Fact(self.fact(statement)));
            parts.extend(self.also_right(item).map(|one| Part::Fact(self.fact(one))));
        }
        if !lines.is_empty() {
            let heading = if told_by_lines { "quiz-why" } else { "quiz-why-wrong" };
            parts.push(Part::List(List { heading: self.say(heading, &[]), items: lines }));
            if !cited.is_empty() {
                parts.push(self.legend_of(&cited));
            }
        }
        parts
    }

    /// What makes the other right options right, where there are several.
    fn also_right<'b>(&'b self, item: &'b Item) -> impl Iterator<Item = &'b Statement> {
        let right = item.choices.iter().filter(|choice| choice.right);
        let proof = right.filter_map(move |choice| match &choice.why {
            Proof::Statement(id) if *id != item.statement => self.facts.statement(id),
            _ => None,
        });
        proof.filter(move |_| item.format == Format::PickAll)
    }

    /// The right answer.
    fn key(&self, item: &Item) -> Vec<Part> {
        let text = |choice: &Choice| self.offer(&choice.offer);
        let keys: Vec<(usize, &Choice)> =
            item.choices.iter().enumerate().filter(|(_, choice)| choice.right).collect();
        let line = match item.format {
            Format::Choice | Format::TrueOrFalse | Format::RumourOrFact => {
                let Some((at, choice)) = keys.first() else { return Vec::new() };
                self.say(
                    "quiz-answer",
                    &[("letter", (&letter(*at)).into()), ("text", (&text(choice)).into())],
                )
            }
            Format::PickAll => {
                let keys: Vec<String> = keys
                    .iter()
                    .map(|(at, choice)| match item.stem {
                        Stem::Claims => letter(*at),
                        _ => self.say(
                            "quiz-letter-text",
                            &[("letter", (&letter(*at)).into()), ("text", (&text(choice)).into())],
                        ),
                    })
                    .collect();
                let list = self.figures().list(&keys);
                self.say("quiz-answers", &[("count", keys.len().into()), ("keys", (&list).into())])
            }
            Format::Order => {
                let mut order: Vec<(usize, &Choice)> = item.choices.iter().enumerate().collect();
                order.sort_by_key(|(_, choice)| choice.place);
                let order: Vec<String> = order.iter().map(|(at, _)| letter(*at)).collect();
                self.say("quiz-answer-order", &[("order", (&order.join(" ")).into())])
            }
            Format::Match => {
                let pairs: Vec<String> = item
                    .choices
                    .iter()
                    .enumerate()
                    .map(|(at, choice)| {
                        format!("{}{}", at + 1, choice.place.map(letter).unwrap_or_default())
                    })
                    .collect();
                self.say("quiz-answer-order", &[("order", (&pairs.join(" ")).into())])
            }
            Format::Number | Format::Typed => {
                let Some((_, choice)) = keys.first() else { return Vec::new() };
                self.say("quiz-answer-typed", &[("text", (&text(choice)).into())])
            }
        };
        vec![told(self.is_telling(item), line)]
    }

    /// Whether an item gives away the result of a race: by its answer, or by the claims that it asks about.
    pub(in crate::reply) fn is_telling(&self, item: &Item) -> bool {
        let telling = |id: &str| self.facts.statement(id).is_some_and(|one| one.spoiler);
        item.statements().into_iter().any(telling)
    }

    /// Who was right, with what it scored; who was nearest; who is out.
    fn who(&self, round: &Round, closed: &Closed) -> Vec<String> {
        let mut lines = Vec::new();
        let right: Vec<String> = closed
            .given
            .iter()
            .filter(|one| one.right)
            .map(|one| {
                let points = usize::try_from(one.points).unwrap_or_default();
                let name = ("name", (&one.name).into());
                match &one.answer {
                    Answer::Number(guess) => self.say(
                        "quiz-scored-with",
                        &[
                            name,
                            ("points", points.into()),
                            ("guess", (&self.figures().number(*guess)).into()),
                        ],
                    ),
                    _ => self.say("quiz-scored", &[name, ("points", points.into())]),
                }
            })
            .collect();
        let number = closed.item.format == Format::Number;
        lines.push(if right.is_empty() {
            let key = match closed.given.len() {
                0 => "quiz-nobody-answered",
                1 => "quiz-not-right",
                _ => "quiz-nobody-right",
            };
            self.say(key, &[])
        } else {
            let names = self.figures().list(&right);
            let key = if number { "quiz-closest-who" } else { "quiz-right-who" };
            self.say(key, &[("names", (&names).into())])
        });
        let streaks = round.players().iter().filter(|player| {
            player.streak >= 3
                && closed.given.iter().any(|one| one.player == player.id && one.right)
        });
        for player in streaks {
            let count = usize::try_from(player.streak).unwrap_or_default();
            lines.push(
                self.say(
                    "quiz-streak",
                    &[("name", (&player.name).into()), ("count", count.into())],
                ),
            );
        }
        if round.settings().mode == Mode::Elimination && !closed.out.is_empty() {
            let names = self.figures().list(&closed.out);
            let count = closed.out.len().into();
            lines.push(self.say("quiz-out", &[("names", (&names).into()), ("count", count)]));
        }
        lines
    }

    /// Why options are wrong, or where they belong; those with the same reason in one line.
    fn reasons<'b>(
        &'b self,
        item: &'b Item,
        statement: &'b Statement,
        cited: &mut Vec<&'b Evidence>,
    ) -> Vec<Line> {
        let mut reasons: Vec<(Line, Vec<String>)> = Vec::new();
        for (index, choice) in item.choices.iter().enumerate() {
            let Some((line, evidence)) = self.reason(item, choice, statement) else { continue };
            cited.extend(evidence);
            let mark =
                if item.format == Format::Match { (index + 1).to_string() } else { letter(index) };
            match reasons.iter_mut().find(|(known, _)| *known == line) {
                Some((_, marks)) => marks.push(mark),
                None => reasons.push((line, vec![mark])),
            }
        }
        let marked = reasons.into_iter().map(|(mut line, marks)| {
            let letters = self.figures().list(&marks);
            let reason = [("letters", (&letters).into()), ("reason", (&line.text).into())];
            line.text = self.say("quiz-reason", &reason);
            line
        });
        marked.collect()
    }

    /// Why an option is wrong, or where it belongs, with what supports it.
    #[must_use]
    pub fn reason<'b>(
        &'b self,
        item: &'b Item,
        choice: &'b Choice,
        statement: &'b Statement,
    ) -> Option<(Line, Vec<&'b Evidence>)> {
        let by_statement = |id: &str| {
            let one = self.facts.statement(id)?;
            Some((self.item(one), self.supporting(&[one])))
        };
        match (&item.stem, &choice.why) {
            // The fact itself stands above.
            (Stem::Standing(_) | Stem::Supposed(_), _)
            | (_, Proof::Absence(_))
            | (Stem::Claim(_), Proof::Statement(_)) => None,
            (Stem::Order | Stem::Pairs(_) | Stem::Dates | Stem::Claims, Proof::Statement(id)) => {
                by_statement(id)
            }
            _ if choice.right && !matches!(item.stem, Stem::Odd(_)) => None,
            (Stem::Question, Proof::Statement(id)) if *id == statement.id => {
                let closed = self.facts.complete(&statement.subject, &statement.property)?;
                Some(self.closed(closed))
            }
            (_, Proof::Statement(id)) => by_statement(id),
            (_, Proof::Complete(id)) => {
                let closed = self.facts.file().complete.iter().find(|one| one.id == *id)?;
                Some(self.closed(closed))
            }
        }
    }

    fn closed<'b>(&self, closed: &'b crate::facts::Complete) -> (Line, Vec<&'b Evidence>) {
        let evidence: Vec<&Evidence> = closed.evidence.iter().collect();
        let mut line = plain(capitalised(closed.claim.get(self.lang)));
        line.cited = Some(self.short_cite(&evidence));
        let of_list =
            |one: &&Statement| (&one.subject, &one.property) == (&closed.subject, &closed.property);
        line.spoiler = self.facts.statements().iter().filter(of_list).any(|one| one.spoiler);
        (line, evidence)
    }
}

/// A sentence, as one that may have to be covered or not.
fn told(telling: bool, sentence: String) -> Part {
    if telling { Part::Line(vec![Span::Spoiler(sentence)]) } else { Part::Text(sentence) }
}
