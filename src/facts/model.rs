//! The shape of a fact file: plain types, from which the parser and the JSON Schema are both made.
//!
//! It is Wikidata's statement model cut to size. What a schema cannot say (references, closed lists,
//! conflicts seen from both sides …) is checked in [`super::check()`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::text::Lang;

/// A fact file: one docuseries, the articles about it, and what they say.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactFile {
    /// Where an editor finds the schema of this file.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The version of this format. This one is 1.
    pub format: u32,
    /// A short name of the fact set, in lower case with hyphens.
    pub id: String,
    /// What the set is about.
    pub about: About,
    /// The articles it was read from.
    pub articles: Vec<Article>,
    /// The units that quantities are counted in.
    pub units: Vec<Unit>,
    /// The things that statements speak of.
    pub entities: Vec<Entity>,
    /// The kinds of things that statements say.
    pub properties: Vec<Property>,
    /// What the articles say, one fact each.
    pub statements: Vec<Statement>,
    /// The lists and single values that the articles close: only these allow a "no".
    pub complete: Vec<Complete>,
    /// What people ask although no article says it.
    pub absences: Vec<Absence>,
}

/// What a fact set is about.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The docuseries.
    pub series: String,
    /// The subject in a few words, for help texts: "the Netflix series on …".
    pub label: Bilingual,
}

/// One text in both languages, written as a pair.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

impl Bilingual {
    /// The text in the language asked for.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }
}

/// A news article that facts were read from. Its sentences are not stored, only their hashes.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Its id.
    pub id: String,
    /// What to call it in a source line.
    pub label: Bilingual,
    /// The language that it is written in.
    pub language: Lang,
    /// Its date (`YYYY-MM-DD`), only if one is printed.
    pub date: Option<String>,
    /// Its publisher, only if printed.
    pub publisher: Option<String>,
    /// The name of the file.
    pub file: String,
    /// SHA-256 of the whole file, 64 hex digits.
    pub sha256: String,
    /// Its non-empty lines, in order.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph: one non-empty line of an article.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Paragraph {
    /// The first 16 hex digits of the SHA-256 of the trimmed line.
    pub sha256: String,
    /// Why no statement cites it, where none does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_fact: Option<Bilingual>,
}

/// A unit of measure or of counting.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its id.
    pub id: String,
    /// Its English forms.
    pub en: UnitForms,
    /// Its French forms.
    pub fr: UnitForms,
}

/// Singular and plural of a unit.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitForms {
    /// With one.
    pub one: String,
    /// With several.
    pub other: String,
}

/// What sort of thing an entity is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// The docuseries that the file is about.
    Series,
    /// Another docuseries, or one of its seasons.
    Docuseries,
    /// A single film or programme, or a run of shorts.
    Programme,
    /// An episode of the series.
    Episode,
    /// A team.
    Team,
    /// A person.
    Person,
    /// A company, an organiser, a newspaper, a broadcaster.
    Organisation,
    /// A race or a competition, or one edition of it.
    Race,
    /// A stage or a match of a race.
    Stage,
    /// A place.
    Place,
    /// A sport or a league.
    Sport,
    /// A prize, a jersey.
    Prize,
}

/// Something that statements speak of.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// Its id.
    pub id: String,
    /// What it is.
    pub class: Class,
    /// What it is more exactly, in one word, where its class mixes several: a town among places. Only
    /// things of one kind stand side by side as options of a quiz.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Its name, without an article ("Tour de France", not "the Tour de France").
    pub label: Bilingual,
    /// Other names that people use or type.
    #[serde(default)]
    pub aliases: Aliases,
    /// Common misspellings: understood, never shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub misspellings: Vec<String>,
    /// How its name behaves in a sentence.
    #[serde(default)]
    pub grammar: Grammar,
}

/// Other names of an entity.
#[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Aliases {
    /// Used in English.
    pub en: Vec<String>,
    /// Used in French.
    pub fr: Vec<String>,
}

impl Aliases {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.fr.is_empty()
    }
}

/// How a name behaves in a sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grammar {
    /// Whether English puts "the" before it.
    pub the: bool,
    /// Whether French puts le, la, l’ or les before it.
    pub article: bool,
    /// Its gender in French.
    pub gender: Gender,
    /// Whether French treats it as a plural.
    pub plural: bool,
}

/// Grammatical gender in French.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Gender {
    /// le, un
    #[default]
    Masculine,
    /// la, une
    Feminine,
}

/// The part of the subject that a property belongs to; players choose quizzes by it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// The teams in the series, and those that are not.
    Teams,
    /// Riders, managers, people who are quoted.
    People,
    /// The series as a whole.
    Series,
    /// What is in which episode.
    Episodes,
    /// The race that the series follows.
    Race,
    /// Who makes, pays for and broadcasts it.
    Makers,
    /// Other docuseries and films.
    OtherDocuseries,
    /// The articles themselves.
    Coverage,
}

/// What a property's values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ValueKind {
    /// An entity.
    Entity,
    /// A number with a unit.
    Quantity,
    /// A date or a part of one.
    Date,
    /// A short noun phrase or sentence in both languages.
    Text,
    /// Yes or no.
    Bool,
}

/// How many values a property can have for one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Cardinality {
    /// One true value.
    Single,
    /// Any number.
    Many,
}

/// What a look-up command needs to know of a property. Each role belongs to one property at most.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// series → team: it is followed by the series.
    Featured,
    /// series → team: it refused to be.
    Declined,
    /// series → team: it was said to be in talks.
    InTalks,
    /// episode → quantity: its number.
    EpisodeNumber,
}

/// A kind of thing that statements say.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Property {
    /// Its id.
    pub id: String,
    /// What to call it: a short noun phrase, lower case, no article.
    pub label: Bilingual,
    /// What to call several values of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plural: Option<Bilingual>,
    /// What people call whoever or whatever is its value, in one word each: the winner, the organiser.
    #[serde(default, skip_serializing_if = "Aliases::is_empty")]
    pub nouns: Aliases,
    /// The part of the subject that it belongs to.
    pub topic: Topic,
    /// What its values are.
    pub value: ValueKind,
    /// The classes that its subjects come from.
    pub domain: Vec<Class>,
    /// The classes that its values come from, where they are entities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub range: Vec<Class>,
    /// How many values one subject can have.
    pub cardinality: Cardinality,
    /// What a look-up command needs it for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Whether the overview of the series shows it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub overview: bool,
    /// Whether it says that something is not so: who was missing from what.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub denies: bool,
    /// What a quiz says when subjects are to be matched with their values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pairs: Option<Bilingual>,
}

/// One fact, no surer than the articles were.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Its id.
    pub id: String,
    /// The entity that it speaks of.
    pub subject: String,
    /// What kind of thing it says.
    pub property: String,
    /// What it says.
    pub value: Value,
    /// Under what circumstances.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualifiers: Vec<Qualifier>,
    /// How sure the articles were.
    pub status: Status,
    /// Who said so, where the status is `reported`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub according_to: Option<String>,
    /// Which of several to show.
    #[serde(default)]
    pub rank: Rank,
    /// The statement that took its place, where it is `deprecated`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superseded_by: Option<String>,
    /// The date of the earliest article that says so; null where none of them bears one.
    pub as_of: Option<String>,
    /// How it was worked out, where it was not simply read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<Derivation>,
    /// The statements that contradict it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts_with: Vec<String>,
    /// The statements that say what this one only counts or sums up: told after it, unless the number was asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<String>,
    /// How it turned out, where it was only planned, reported or rumoured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Whether it gives away the result of a race.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub spoiler: bool,
    /// The fact in one sentence.
    pub claim: Bilingual,
    /// The question that it answers.
    pub question: Bilingual,
    /// How a quiz may ask for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiz: Option<QuizWording>,
    /// Where it was read.
    pub evidence: Vec<Evidence>,
}

/// How a quiz may ask for a statement: wordings that only a quiz needs, each written as a pair.
/// `{value}` stands for the value.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuizWording {
    /// False where it is no fit thing to ask.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub ask: bool,
    /// The question as the stem of an item, where the statement's own does not fit: it may be open to
    /// yes and no, or be too short of its circumstances.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Bilingual>,
    /// The claim, as sure as it is, with `{value}` in place of its value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frame: Option<Bilingual>,
    /// The fact without a hint of how sure it is or who said so; may have `{value}` in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bare: Option<Bilingual>,
    /// The question, with the value in it, that the subject answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inverse: Option<Bilingual>,
    /// What happened on the date that the value is, in a noun phrase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<Bilingual>,
    /// Wrong values that somebody who half remembers might take for it; only where the articles close
    /// the value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wrong: Vec<Bilingual>,
    /// How many of the wrong values come before the value, where they have an order of their own (first,
    /// second …) and are written in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<usize>,
}

fn yes() -> bool {
    true
}

/// What a statement says of its subject.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Value {
    /// An entity, by id.
    Entity(String),
    /// A number of something.
    Quantity(Quantity),
    /// A date, as precise as it was given: `2023-06-08`, `2022-07`, `2022`, `2023-H1` (first half)
    /// or `--06-08` (no year).
    Date(String),
    /// A short noun phrase or sentence in both languages.
    Text(Bilingual),
    /// Yes or no.
    Bool(bool),
    /// There is one, but it is not named.
    SomeValue,
    /// There is none.
    NoValue,
}

/// A number with its unit, as exact as it was given.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// The number.
    pub amount: f64,
    /// The unit, by id.
    pub unit: String,
    /// Whether it is exact or a bound.
    #[serde(default)]
    pub bound: Bound,
}

/// Whether a number is exact or a bound.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// Exactly this.
    #[default]
    Exact,
    /// More than this.
    MoreThan,
    /// About this.
    About,
}

/// A circumstance of a statement: property and value, as in the statement itself.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Qualifier {
    /// A property, by id.
    pub property: String,
    /// Its value.
    pub value: Value,
}

/// How sure the articles were.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Told as a fact.
    Confirmed,
    /// Told as a fact about the future: announced, intended, expected by those who do it.
    Planned,
    /// Hearsay with a named source.
    Reported,
    /// Hearsay without a named source, or speculation of the writer.
    Rumoured,
    /// Somebody's judgement.
    Opinion,
    /// Said not to be so.
    Denied,
}

/// Which of several statements to show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// The best there is.
    Preferred,
    /// As good as others.
    #[default]
    Normal,
    /// Replaced by a later one.
    Deprecated,
}

/// How a statement was worked out.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Derivation {
    /// The statements it follows from.
    pub from: Vec<String>,
    /// The reasoning, in a sentence.
    pub how: Bilingual,
}

/// How something announced or rumoured turned out.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The short of it.
    pub verdict: Verdict,
    /// The statements that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown_by: Vec<String>,
    /// What became of it, in a sentence.
    pub note: Bilingual,
}

/// The short of an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Later articles say the same as a fact.
    BorneOut,
    /// Later articles say otherwise.
    Changed,
    /// No later article says.
    Open,
}

/// Where a statement was read.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The article, by id.
    pub article: String,
    /// The paragraph: 1 is the first non-empty line.
    pub paragraph: u32,
    /// What the paragraph does for the statement.
    pub stance: Stance,
    /// Names, numbers and dates that must be found there, a few words each.
    pub terms: Vec<String>,
    /// The first 16 hex digits of the paragraph's SHA-256.
    pub sha256: String,
}

/// What a paragraph does for a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Says so outright.
    States,
    /// Leaves no other reading.
    Implies,
    /// Says it again from another source.
    Repeats,
    /// Says otherwise.
    Disputes,
}

/// A list or a value that the articles close.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Complete {
    /// Its id.
    pub id: String,
    /// The entity.
    pub subject: String,
    /// The property.
    pub property: String,
    /// All statements there are with this subject and property that are not deprecated.
    pub members: Vec<String>,
    /// Why it is closed, in a sentence.
    pub claim: Bilingual,
    /// The whole list in a sentence, where it has several members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Bilingual>,
    /// How a quiz may ask for its members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiz: Option<ListWording>,
    /// Where the articles close it.
    pub evidence: Vec<Evidence>,
}

/// How a quiz may ask for the members of a closed list.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListWording {
    /// Which of these belongs to it?
    pub pick: Bilingual,
    /// Which of these belong to it, where it is several?
    pub all: Bilingual,
    /// Which of these does not? The "not" is stressed.
    pub odd: Bilingual,
}

/// Something that people ask and no article says.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Absence {
    /// Its id.
    pub id: String,
    /// Of whom or what it is not said.
    pub subject: AbsenceSubject,
    /// What is not said.
    pub property: String,
    /// The articles that were searched for it.
    pub searched: Vec<String>,
    /// The nearest thing that they do say.
    pub nearest: Option<String>,
    /// That they don't say it, in a sentence.
    pub claim: Bilingual,
    /// The question that stays open.
    pub question: Bilingual,
    /// An answer to it that somebody might suppose and no article gives, for quizzes; only with a nearest
    /// statement, which is then told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supposed: Option<Bilingual>,
}

/// Of whom or what something is not said.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AbsenceSubject {
    /// One entity, by id.
    Entity(String),
    /// All entities of a class but those of which it is said.
    Class {
        /// The class.
        class: Class,
        /// The exceptions, by id.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        except: Vec<String>,
    },
}
