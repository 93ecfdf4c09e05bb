//! What follows from an event of a round, in words: what the person alone reads, and what everybody does.

use super::letter;
use crate::facts::Value;
use crate::quiz::{Answer, Effect, Format, Hint, Item, Mode, Offer, Refusal, Round};
use crate::reply::{Audience, Part, Reply, Writer};

impl Writer<'_> {
    /// What is said to effects: private words in this writer's language, public ones in `public`'s, which
    /// is the round's. `item` is the question that was open before.
    #[must_use]
    pub fn round(
        &self,
        public: Writer<'_>,
        round: &Round,
        item: Option<&Item>,
        effects: &[Effect],
    ) -> Reply {
        let mut reply = Reply::private(Vec::new());
        let closed = effects.iter().any(|effect| matches!(effect, Effect::Closed(_)));
        for effect in effects {
            let own = &mut reply.parts;
            let all = &mut reply.aloud;
            match effect {
                Effect::Joined(name) => {
                    if round.lobby().is_some() {
                        own.push(Part::Text(self.say("quiz-you-are-in", &[])));
                    }
                    all.push(Part::Text(public.say("quiz-joined", &[("name", name.into())])));
                }
                Effect::Left(name) => {
                    all.push(Part::Text(public.say("quiz-left", &[("name", name.into())])));
                }
                Effect::Answered { name, answer, changed } => {
                    // Where the question closes at once, the result says it all.
                    if closed {
                        continue;
                    }
                    let given = item.map(|item| self.given(item, answer)).unwrap_or_default();
                    // In a race there is no second try.
                    let race = round.settings().mode == Mode::Race;
                    let noted = if race { "quiz-noted-race" } else { "quiz-noted" };
                    own.push(Part::Text(self.say(noted, &[("answer", (&given).into())])));
                    let (answered, of) = round.progress();
                    let key = if *changed { "quiz-changed" } else { "quiz-chosen" };
                    all.push(Part::Text(public.say(
                        key,
                        &[("name", name.into()), ("answered", answered.into()), ("of", of.into())],
                    )));
                }
                Effect::Near => own.push(Part::Text(self.say("quiz-near", &[]))),
                Effect::Hinted(hint) => {
                    if let Some(item) = item {
                        own.push(Part::Text(self.hint(item, *hint)));
                    }
                }
                Effect::SkipVotes { votes, needed } => {
                    all.push(Part::Text(public.say(
                        "quiz-skip-votes",
                        &[("votes", (*votes).into()), ("needed", (*needed).into())],
                    )));
                }
                Effect::Refused(refusal) => own.push(Part::Text(self.refused(refusal))),
                Effect::Closed(closed) => all.extend(public.result(round, closed)),
                Effect::Arranged => {
                    own.push(Part::Text(self.say("quiz-arranged", &[])));
                    all.push(Part::Text(public.say("quiz-arranged-otherwise", &[])));
                }
                Effect::Gathered | Effect::Opened => all.extend(public.shown(round)),
                Effect::Over(summary) => all.extend(public.summary(round, summary)),
            }
        }
        // Where there is nothing for the person alone, everybody reads the reply itself.
        if reply.parts.is_empty() {
            reply.parts = std::mem::take(&mut reply.aloud);
            reply.audience = Audience::Everybody;
        }
        reply
    }

    /// An answer as its player reads it again.
    #[must_use]
    pub fn given(&self, item: &Item, answer: &Answer) -> String {
        match answer {
            Answer::Number(guess) => self.figures().number(*guess),
            Answer::Text(text) => text.clone(),
            Answer::Options(chosen) if item.format == Format::Match => {
                let pairs = chosen
                    .iter()
                    .enumerate()
                    .map(|(at, target)| format!("{}{}", at + 1, letter(*target)));
                pairs.collect::<Vec<_>>().join(" ")
            }
            Answer::Options(chosen) => match (chosen.as_slice(), item.format) {
                ([at], format) if format != Format::PickAll => {
                    let text = item.choices.get(*at).map(|choice| self.offer(&choice.offer));
                    self.say(
                        "quiz-letter-text",
                        &[
                            ("letter", (&letter(*at)).into()),
                            ("text", (&text.unwrap_or_default()).into()),
                        ],
                    )
                }
                (several, _) => several.iter().map(|at| letter(*at)).collect::<Vec<_>>().join(" "),
            },
        }
    }

    fn hint(&self, item: &Item, hint: Hint) -> String {
        let option = |at: usize| item.choices.get(at).map(|choice| self.offer(&choice.offer));
        match hint {
            Hint::NotThis(at) => self.say("quiz-hint-not", &[("letter", (&letter(at)).into())]),
            Hint::First(at) => self.say("quiz-hint-first", &[("letter", (&letter(at)).into())]),
            Hint::Pair(at, target) => self.say(
                "quiz-hint-pair",
                &[("number", (at + 1).into()), ("letter", (&letter(target)).into())],
            ),
            Hint::Initial => {
                let name = match item.choices.first().map(|choice| &choice.offer) {
                    Some(Offer::Value(Value::Entity(_) | Value::Text(_))) => option(0),
                    _ => None,
                };
                let name = name.unwrap_or_default();
                let initial: String = name.chars().take(1).flat_map(char::to_uppercase).collect();
                let letters = name.chars().filter(|one| one.is_alphanumeric()).count();
                self.say(
                    "quiz-hint-initial",
                    &[("initial", (&initial).into()), ("count", letters.into())],
                )
            }
        }
    }

    fn refused(&self, refusal: &Refusal) -> String {
        let key = match refusal {
            Refusal::PlaysAlready => "quiz-plays-already",
            Refusal::PlaysNot => "quiz-plays-not",
            Refusal::Out => "quiz-you-are-out",
            Refusal::TooLateToJoin => "quiz-too-late-to-join",
            Refusal::TooLate => "quiz-too-late",
            Refusal::JustClosed => "quiz-just-closed",
            Refusal::OneTry => "quiz-one-try",
            Refusal::NoHint => "quiz-no-hint",
            Refusal::VotedAlready => "quiz-voted-already",
            Refusal::NotBegun => "quiz-not-begun",
            Refusal::BegunAlready => "quiz-begun-already",
            Refusal::NotYours(name) => {
                return self.say("quiz-not-yours", &[("name", name.into())]);
            }
            Refusal::NotStarter(name) if name.is_empty() => "quiz-stop-moderators",
            Refusal::NotStarter(name) => {
                return self.say("quiz-stop-who", &[("name", name.into())]);
            }
        };
        self.say(key, &[])
    }
}
