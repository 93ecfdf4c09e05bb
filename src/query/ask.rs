//! From a question to an answer: fold, link, guess what it asks for, and let the fact set decide.

use super::kind::{Compare, Kind, is_about_standing};
use super::link::{Linked, Linker, Word};
use super::lookup;
use super::model::{Guess, Model};
use super::questions::OFF;
use super::resolve::{Named, Resolved, about, resolve};
use crate::facts::{Absence, Bilingual, Bound, Entity, Facts, Statement, Status, Value};
use crate::text::{fold, tokens};

/// The longest question that is read, in characters.
pub const LONGEST_QUESTION: usize = 500;

/// The least score of a guess that is acted on.
const SURE: f32 = 0.22;
/// The least score of a question that is about the series at all.
const ON_SUBJECT: f32 = 0.10;
/// The least score where a word stands in the question that nothing knows.
const SURE_WITH_UNKNOWN: f32 = 0.45;
/// How far behind the first guess another is still tried.
const REACH: f32 = 0.30;
/// How near the second guess must be for the person to be asked which was meant.
const GAP: f32 = 0.02;
/// How far behind an absence a reading may be that answers yes or no.
const YES_NO_REACH: f32 = 0.15;
/// What a guess loses whose property is never said of the kind of thing that was named.
const MISFIT: f32 = 0.45;
/// By how much an absence must be likelier than what is stated.
const ABSENCE_BIAS: f32 = 0.04;
/// How many guesses are looked at before the facts have their say.
const LOOKED_AT: usize = 24;
/// The same where a word stands in the question that nothing knows.
const GAP_WITH_UNKNOWN: f32 = 0.12;
/// How many guesses are tried.
const GUESSES: usize = 5;
/// How many statements are told of a thing that is only named.
const OF_A_NAME: usize = 3;
/// How many statements are told of what was known on a day.
const OF_A_DAY: usize = 8;

/// What a question was answered with.
#[derive(Debug, Clone)]
pub struct Answer<'a> {
    /// What became of the question.
    pub outcome: Outcome<'a>,
    /// The answer to a question for yes or no, where the facts decide it.
    pub verdict: Option<Verdict>,
    /// Whether it was asked how sure this is, or who says so.
    pub probe: Option<Probe>,
    /// What was understood, to carry into the next question.
    pub topic: Option<Topic>,
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// What is asked about a fact, besides the fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Probe {
    /// How sure it is.
    Status,
    /// Who says so.
    Source,
}

/// What a question was understood to be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// The label that it was read as.
    pub label: String,
    /// The entities that it named, by index.
    pub entities: Vec<usize>,
    /// The statements that answered it, by id.
    pub statements: Vec<String>,
}

/// The four things that can become of a question.
#[derive(Debug, Clone)]
pub enum Outcome<'a> {
    /// These statements answer it.
    Answered(Vec<&'a Statement>),
    /// It can be read in several ways.
    Which(Vec<Reading<'a>>),
    /// It is on the subject, but the articles don't say.
    Unknown {
        /// What exactly they don't say, where it was foreseen.
        absence: Option<&'a Absence>,
        /// The nearest thing that they do say.
        nearest: Option<&'a Statement>,
    },
    /// It is not about the series.
    OffTopic,
}

/// One way to read a question.
#[derive(Debug, Clone, Copy)]
pub enum Reading<'a> {
    /// The question that this statement answers.
    Statement(&'a Statement),
    /// The question that this absence leaves open.
    Absence(&'a Absence),
}

impl<'a> Reading<'a> {
    /// The question that it would be.
    #[must_use]
    pub fn question(&self) -> &'a Bilingual {
        match self {
            Self::Statement(statement) => &statement.question,
            Self::Absence(absence) => &absence.question,
        }
    }
}

/// Understands questions about one fact set.
#[derive(Debug)]
pub struct Asker {
    linker: Linker,
    model: Model,
    /// Entities that the name of the series contains.
    ambient: Vec<usize>,
}

impl Asker {
    /// Understands questions by a model that was learnt for this fact set.
    #[must_use]
    pub fn new(facts: &Facts, linker: Linker, model: Model) -> Self {
        let names: Vec<String> = facts
            .entity(facts.series())
            .into_iter()
            .flat_map(Entity::names)
            .chain([&facts.file().about.label.en, &facts.file().about.label.fr])
            .map(|name| format!(" {} ", fold(name)))
            .collect();
        let ambient = facts
            .file()
            .entities
            .iter()
            .enumerate()
            .filter(|(_, entity)| {
                entity.names().any(|name| {
                    let name = format!(" {} ", fold(name));
                    names.iter().any(|series| series.contains(&name))
                })
            })
            .map(|(index, _)| index)
            .collect();
        Self { linker, model, ambient }
    }

    /// Answers a question. `before` is what the last one of the same person in the same place was about.
    #[must_use]
    pub fn ask<'a>(&self, facts: &'a Facts, question: &str, before: Option<&Topic>) -> Answer<'a> {
        if question.chars().nth(LONGEST_QUESTION).is_some() {
            return plain(Outcome::OffTopic);
        }
        let halves = halves(question);
        if let Some((left, right)) = halves {
            let (left, right) = (self.one(facts, left, None), self.one(facts, right, None));
            if let (Outcome::Answered(first), Outcome::Answered(second)) =
                (&left.outcome, &right.outcome)
                && left.topic != right.topic
                && left.verdict.is_none()
                && right.verdict.is_none()
            {
                let mut both = first.clone();
                both.extend(
                    second.iter().filter(|one| !first.iter().any(|other| other.id == one.id)),
                );
                return Answer { outcome: Outcome::Answered(both), ..left };
            }
        }
        self.one(facts, question, before)
    }

    fn one<'a>(&self, facts: &'a Facts, question: &str, before: Option<&Topic>) -> Answer<'a> {
        let folded = fold(question);
        let kind = Kind::of(&folded);
        let linked = self.linker.link(
            &folded,
            |word| self.model.speller().knows(word),
            |word| self.model.speller().correct(word),
        );
        if linked.words.is_empty() {
            return plain(Outcome::OffTopic);
        }
        if let Some(day) = kind.known_by {
            let known = telling_of_a_day(lookup::known_on(facts, day));
            if !known.is_empty() {
                return plain(Outcome::Answered(known));
            }
        }
        let mut asked = linked.clone();
        if kind.status || kind.source {
            asked
                .words
                .retain(|word| !matches!(word, Word::Plain(word) if is_about_standing(word)));
        }
        if let Some(topic) = before
            && (kind.status || kind.source)
            && asked.entities().is_empty()
            && asked.plain().all(points_back)
        {
            return about_the_last(facts, topic, &kind);
        }
        let follows = before.filter(|_| continues(&folded, &linked));
        if let Some(topic) = follows {
            return self.follow(facts, &asked, &kind, topic);
        }
        self.understand(facts, &asked, &kind)
    }

    /// A question that goes on from the last one: its names in the place of the old ones, or its own
    /// question about the old names.
    fn follow<'a>(
        &self,
        facts: &'a Facts,
        linked: &Linked,
        kind: &Kind,
        topic: &Topic,
    ) -> Answer<'a> {
        let guess = self.model.guess(linked, &self.linker);
        let says_much =
            linked.plain().filter(|word| !is_filler(word) && !points_back(word)).count() >= 2;
        let own = guess.first().filter(|one| says_much && one.label != OFF && one.score >= 0.6);
        let mut joined = linked.clone();
        if linked.entities().is_empty() {
            joined.words.extend(topic.entities.iter().map(|index| Word::Entity(*index)));
        }
        let named = Named::new(facts, &joined, &self.ambient);
        let label = own.map_or(topic.label.as_str(), |guess| guess.label);
        let label = label.split('#').next().unwrap_or(label);
        match resolve(facts, label, &named, &joined) {
            Some(Resolved::Stated(found)) => answered(facts, found, kind, &joined, label),
            Some(Resolved::Absent(absence)) => absent(facts, absence),
            _ => self.understand(facts, &joined, kind),
        }
    }

    fn understand<'a>(&self, facts: &'a Facts, linked: &Linked, kind: &Kind) -> Answer<'a> {
        let named = Named::new(facts, linked, &self.ambient);
        let content: Vec<&str> = linked.plain().filter(|word| !is_filler(word)).collect();
        let unknown = content
            .iter()
            .filter(|word| word.len() > 2 && !self.model.speller().knows(word))
            .count();
        if content.is_empty() && !named.telling.is_empty() {
            return of_a_name(facts, &named, linked);
        }
        let guesses = self.model.guess(linked, &self.linker);
        tracing::debug!(?linked, guesses = ?guesses.get(..GUESSES), unknown, "a question was read");
        let guesses = fitting(facts, &guesses, &named, linked);
        let Some(first) = guesses.first() else { return plain(Outcome::OffTopic) };
        let sure = if unknown > 0 { SURE_WITH_UNKNOWN } else { SURE };
        let off =
            first.label == OFF || first.score < ON_SUBJECT || (unknown > 0 && first.score < sure);
        if off {
            return match named.telling.first() {
                Some(entity) if first.label != OFF || unknown == 0 => plain(Outcome::Unknown {
                    absence: None,
                    nearest: about(facts, entity).first().copied(),
                }),
                _ => plain(Outcome::OffTopic),
            };
        }
        let tried = guesses
            .iter()
            .take(GUESSES)
            .filter(|guess| guess.label != OFF && guess.score >= first.score - REACH);
        let resolved: Vec<(&Guess<'_>, Resolved<'a>)> = tried
            .filter_map(|guess| Some((guess, resolve(facts, guess.label, &named, linked)?)))
            .collect();
        self.choose(facts, &resolved, &named, kind, linked, sure)
    }

    /// The first reading that the facts bear out; a reading that fits the names beats a likelier one that
    /// does not.
    fn choose<'a>(
        &self,
        facts: &'a Facts,
        resolved: &[(&Guess<'_>, Resolved<'a>)],
        named: &Named<'a>,
        kind: &Kind,
        linked: &Linked,
        sure: f32,
    ) -> Answer<'a> {
        // After a slip that nothing mended, two readings must be further apart.
        let gap = if sure > SURE { GAP_WITH_UNKNOWN } else { GAP };
        let mut borne_out: Vec<&(&Guess<'_>, Resolved<'a>)> = resolved
            .iter()
            .filter(|(_, one)| matches!(one, Resolved::Stated(_) | Resolved::Absent(_)))
            .collect();
        // There are more absences than properties, so that an absence is more often likely by chance.
        let weight = |one: &&(&Guess<'_>, Resolved<'a>)| match one.1 {
            Resolved::Absent(_) => one.0.score - ABSENCE_BIAS,
            _ => one.0.score,
        };
        borne_out.sort_by(|left, right| weight(right).total_cmp(&weight(left)));
        // A question for yes or no wants a reading that says yes or no, if one is about as likely.
        if kind.yes_no
            && let Some((first, Resolved::Absent(_))) = borne_out.first()
            && let Some(at) = borne_out.iter().position(|(guess, one)| {
                first.score - guess.score < YES_NO_REACH
                    && matches!(one, Resolved::Stated(found) if found.first().is_some_and(|one| {
                        verdict(facts, one, kind, linked).is_some()
                    }))
            })
        {
            borne_out.swap(0, at);
        }
        let shut_out = resolved.iter().find_map(|(guess, one)| match one {
            Resolved::Excluded { named, instead } => Some((guess, *named, instead)),
            _ => None,
        });
        let best = borne_out.first();
        if let Some((guess, entity, instead)) = shut_out
            && best.is_none_or(|(other, one)| {
                let absent = matches!(one, Resolved::Absent(_));
                guess.score > other.score - if absent && kind.yes_no { YES_NO_REACH } else { -0.05 }
            })
            && guess.score >= sure
        {
            return excluded(facts, guess.label, entity, instead, kind);
        }
        let Some((guess, reading)) = best else {
            if let Some((_, Resolved::OfWhich(statements))) = resolved.first() {
                return plain(Outcome::Which(
                    statements.iter().take(3).map(|one| Reading::Statement(one)).collect(),
                ));
            }
            let nearest =
                named.telling.first().and_then(|entity| about(facts, entity).first().copied());
            let instead = resolved.iter().find_map(|(guess, _)| {
                let label = guess.label.split('#').next().unwrap_or_default();
                facts.current_of_series(label)
            });
            return plain(Outcome::Unknown { absence: None, nearest: nearest.or(instead) });
        };
        if guess.score < sure {
            let nearest = match reading {
                Resolved::Stated(found) => found.first().copied(),
                _ => None,
            };
            return plain(Outcome::Unknown { absence: None, nearest });
        }
        if let Some((_, Resolved::Stated(other))) = borne_out
            .get(1)
            .filter(|(second, _)| guess.score - second.score < gap && guess.score < 0.9)
            && let Resolved::Stated(found) = reading
            && let (Some(one), Some(two)) = (found.first(), other.first())
            && one.id != two.id
        {
            return plain(Outcome::Which(vec![Reading::Statement(one), Reading::Statement(two)]));
        }
        match reading {
            Resolved::Stated(found) => answered(facts, found.clone(), kind, linked, guess.label),
            Resolved::Absent(one) => Answer {
                topic: Some(Topic {
                    label: guess.label.to_owned(),
                    entities: linked.entities(),
                    statements: Vec::new(),
                }),
                ..absent(facts, one)
            },
            _ => plain(Outcome::OffTopic),
        }
    }
}

fn answered<'a>(
    facts: &Facts,
    found: Vec<&'a Statement>,
    kind: &Kind,
    linked: &Linked,
    label: &str,
) -> Answer<'a> {
    let verdict = if kind.yes_no && !kind.status && !kind.source {
        found.first().and_then(|one| verdict(facts, one, kind, linked))
    } else {
        None
    };
    let probe =
        if kind.source { Some(Probe::Source) } else { kind.status.then_some(Probe::Status) };
    let statements = found.iter().map(|one| one.id.clone()).collect();
    let topic = Topic { label: label.to_owned(), entities: linked.entities(), statements };
    Answer { outcome: Outcome::Answered(found), verdict, probe, topic: Some(topic) }
}

/// What was named is not among the answers there are.
fn excluded<'a>(
    facts: &'a Facts,
    label: &str,
    named: &Entity,
    instead: &[&'a Statement],
    kind: &Kind,
) -> Answer<'a> {
    let index = facts.file().entities.iter().position(|one| one.id == named.id);
    let topic = Some(Topic {
        label: label.to_owned(),
        entities: index.into_iter().collect(),
        statements: instead.iter().map(|one| one.id.clone()).collect(),
    });
    let property = label.split('#').next().unwrap_or_default();
    // What is said of it in this respect tells more than the list that it is not on.
    let own: Vec<&Statement> = facts
        .naming(&named.id)
        .filter(|one| one.subject == facts.series() && one.property != property)
        .filter(|one| facts.property(&one.property).is_some_and(|one| one.role.is_some()))
        .collect();
    if !kind.yes_no {
        let nearest = own.first().or(instead.first()).copied();
        return Answer { topic, ..plain(Outcome::Unknown { absence: None, nearest }) };
    }
    let found = if own.is_empty() { instead.to_vec() } else { own };
    Answer { verdict: Some(Verdict::No), topic, ..plain(Outcome::Answered(found)) }
}

/// A name and nothing else: what says most of it.
fn of_a_name<'a>(facts: &'a Facts, named: &Named<'a>, linked: &Linked) -> Answer<'a> {
    let statements: Vec<&Statement> = named
        .telling
        .iter()
        .flat_map(|entity| about(facts, entity).into_iter().take(OF_A_NAME))
        .collect();
    if statements.is_empty() {
        return plain(Outcome::Unknown { absence: None, nearest: None });
    }
    let label = statements.first().map(|one| one.property.clone()).unwrap_or_default();
    let topic = Some(Topic {
        label,
        entities: linked.entities(),
        statements: statements.iter().map(|one| one.id.clone()).collect(),
    });
    Answer { topic, ..plain(Outcome::Answered(statements)) }
}

/// The likeliest guesses, one a property, with what the fact set thinks of them: a property that is never
/// said of the kind of thing that was named is less likely to be meant.
fn fitting<'m>(
    facts: &Facts,
    guesses: &[Guess<'m>],
    named: &Named<'_>,
    linked: &Linked,
) -> Vec<Guess<'m>> {
    let series = facts.entity(facts.series()).map(|entity| entity.class);
    let names_series = linked.entities().iter().any(|index| {
        facts.file().entities.get(*index).is_some_and(|entity| entity.id == facts.series())
    });
    let mut fitting: Vec<Guess<'m>> = Vec::new();
    for guess in guesses.iter().take(LOOKED_AT) {
        let id = guess.label.split('#').next().unwrap_or_default();
        if fitting.iter().any(|one| one.label.split('#').next() == Some(id)) {
            continue;
        }
        let fits = facts.property(id).is_none_or(|property| {
            let takes = |class| property.domain.contains(&class) || property.range.contains(&class);
            if named.telling.is_empty() {
                !names_series || series.is_some_and(takes)
            } else {
                named.telling.iter().any(|entity| takes(entity.class))
            }
        });
        let score = if fits { guess.score } else { guess.score - MISFIT };
        fitting.push(Guess { label: guess.label, score });
    }
    fitting.sort_by(|left, right| right.score.total_cmp(&left.score));
    fitting
}

/// How sure the last answer was, or who said so.
fn about_the_last<'a>(facts: &'a Facts, topic: &Topic, kind: &Kind) -> Answer<'a> {
    let found: Vec<&Statement> =
        topic.statements.iter().filter_map(|id| facts.statement(id)).collect();
    if found.is_empty() {
        return plain(Outcome::Unknown { absence: None, nearest: None });
    }
    let probe = Some(if kind.source { Probe::Source } else { Probe::Status });
    Answer { probe, topic: Some(topic.clone()), ..plain(Outcome::Answered(found)) }
}

fn plain(outcome: Outcome<'_>) -> Answer<'_> {
    Answer { outcome, verdict: None, probe: None, topic: None }
}

fn absent<'a>(facts: &'a Facts, absence: &'a Absence) -> Answer<'a> {
    let nearest = absence.nearest.as_deref().and_then(|id| facts.statement(id));
    plain(Outcome::Unknown { absence: Some(absence), nearest })
}

/// Whether the facts answer yes or no: a number that was named is compared with theirs; a name that agreed
/// is a yes. Rumours and opinions answer neither.
fn verdict(facts: &Facts, found: &Statement, kind: &Kind, linked: &Linked) -> Option<Verdict> {
    match found.status {
        Status::Denied => return Some(Verdict::No),
        Status::Confirmed | Status::Planned => {}
        Status::Reported | Status::Rumoured | Status::Opinion => return None,
    }
    if let Value::Quantity(quantity) = &found.value
        && let Some(number) = linked.numbers().last()
    {
        let unit = facts.unit(&quantity.unit).map(|unit| fold(&unit.en.other)).unwrap_or_default();
        let hours =
            linked.plain().any(|word| matches!(word, "hour" | "hours" | "heure" | "heures" | "h"));
        let number = if hours && unit.starts_with("minute") { number * 60.0 } else { number };
        let difference = quantity.amount - number;
        let yes = match kind.compare {
            Some(Compare::More) => {
                difference > 0.0 || (difference == 0.0 && quantity.bound == Bound::MoreThan)
            }
            Some(Compare::Less) => difference < 0.0,
            None => difference.abs() < 0.5,
        };
        return Some(if yes { Verdict::Yes } else { Verdict::No });
    }
    if let Value::Quantity(quantity) = &found.value
        && kind.compare.is_some()
        && linked.plain().any(|word| matches!(word, "hour" | "heure"))
    {
        let more = quantity.amount > 60.0;
        return Some(if more == (kind.compare == Some(Compare::More)) {
            Verdict::Yes
        } else {
            Verdict::No
        });
    }
    if let Some(date) = found.date()
        && let Some(year) = linked.years().next()
        && let Some(first) = date.first_day()
    {
        return Some(if first.year() == year { Verdict::Yes } else { Verdict::No });
    }
    match &found.value {
        Value::Bool(value) => Some(if *value { Verdict::Yes } else { Verdict::No }),
        Value::Entity(value) => {
            let named = linked.entities();
            let is = |id: &str| {
                named.iter().any(|index| {
                    facts.file().entities.get(*index).is_some_and(|entity| entity.id == id)
                })
            };
            is(value).then_some(Verdict::Yes)
        }
        _ => None,
    }
}

/// The statements of a day that tell most: reports and plans before opinions.
fn telling_of_a_day(mut known: Vec<&Statement>) -> Vec<&Statement> {
    known.retain(|one| one.status != Status::Opinion);
    known.sort_by_key(|one| one.status == Status::Confirmed);
    known.truncate(OF_A_DAY);
    known
}

/// Whether a question goes on from the last one: it begins as such, or it names nothing and asks little.
fn continues(folded: &str, linked: &Linked) -> bool {
    let words: Vec<&str> = tokens(folded).collect();
    let begins = matches!(words.first(), Some(&("and" | "et" | "also" | "aussi")))
        || folded.starts_with("what about")
        || folded.starts_with("how about");
    let points = words.iter().any(|word| {
        matches!(
            *word,
            "they" | "them" | "it" | "he" | "she" | "that" | "l" | "elle" | "il" | "ils" | "ca"
        )
    });
    begins || (points && words.len() <= 5 && linked.entities().is_empty())
}

/// The two halves of a question that is two, if it can be.
fn halves(question: &str) -> Option<(&str, &str)> {
    let long = |half: &str| half.split_whitespace().count() >= 2;
    for mark in ["? ", " and also ", " and ", " et aussi ", " et ", ", "] {
        if let Some((left, right)) = question.split_once(mark)
            && long(left)
            && long(right)
        {
            let opens = right.split_whitespace().next().is_some_and(|word| {
                matches!(
                    fold(word).as_str(),
                    "who"
                        | "what"
                        | "when"
                        | "where"
                        | "which"
                        | "how"
                        | "why"
                        | "qui"
                        | "quand"
                        | "quel"
                        | "quelle"
                        | "quels"
                        | "quelles"
                        | "combien"
                        | "comment"
                        | "pourquoi"
                        | "ou"
                        | "c"
                )
            });
            if opens {
                return Some((left, right));
            }
        }
    }
    None
}

/// Words that only point to what was said before.
fn points_back(word: &str) -> bool {
    matches!(
        word,
        "who"
            | "what"
            | "which"
            | "is"
            | "was"
            | "it"
            | "that"
            | "this"
            | "so"
            | "said"
            | "says"
            | "the"
            | "a"
            | "or"
            | "and"
            | "in"
            | "about"
            | "for"
            | "article"
            | "source"
            | "where"
            | "does"
            | "say"
            | "from"
            | "of"
            | "yet"
            | "still"
            | "qui"
            | "quoi"
            | "dit"
            | "ca"
            | "c"
            | "est"
            | "ce"
            | "cest"
            | "que"
            | "une"
            | "la"
            | "le"
            | "l"
            | "ou"
            | "et"
            | "dans"
            | "quel"
            | "quelle"
            | "d"
            | "vient"
            | "info"
            | "ete"
            | "t"
            | "bien"
    ) || is_about_standing(word)
}

/// Words that ask for nothing by themselves.
fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "le"
            | "la"
            | "les"
            | "l"
            | "un"
            | "une"
            | "of"
            | "de"
            | "du"
            | "des"
            | "and"
            | "et"
            | "about"
            | "tell"
            | "me"
            | "pls"
            | "please"
            | "svp"
            | "stp"
            | "hey"
            | "yo"
            | "ok"
            | "so"
            | "alors"
            | "sur"
            | "info"
            | "infos"
            | "d"
    )
}
