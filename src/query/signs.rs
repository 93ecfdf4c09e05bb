//! What speaks for or against a reading of a question, and how much.

/// What speaks for or against a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// What the classifier says of it.
    Linear,
    /// How near its nearest questions are.
    Near,
    /// By how much its words are likelier than those of the best other.
    Lead,
    /// It was learnt from this very question.
    Exact,
    /// The facts state it.
    Stated,
    /// The articles leave it open.
    Absent,
    /// What was named is shut out by a closed list.
    Excluded,
    /// It is stated, but not of what was named.
    NotOf,
    /// It is stated of several things, of which none was named.
    OfWhich,
    /// The fact set has nothing of the sort.
    Nothing,
    /// The property is never said of the kind of thing that was named.
    Misfit,
    /// The property is only said of other works, and none was named.
    NeedsName,
    /// The question names the series, and the property is of other things.
    MisfitSeries,
    /// The statement is about another work, which the question does not name.
    OtherWork,
    /// Its values are of the sort that the question word asks for.
    Wanted,
    /// Its values are of another sort.
    Unwanted,
    /// Absent, and yes or no is asked for.
    AbsentYesNo,
    /// Absent, and not of what was named.
    AbsentOfOther,
    /// Absent, and what is named, or the series, is its subject.
    AbsentOfNamed,
    /// A reason that is absent, and none is asked for.
    AbsentReason,
    /// Absent, and its standing is asked for.
    AbsentProbe,
    /// Absent, and a comparison is asked for.
    AbsentCompare,
    /// What share of the words of the question the absence has.
    AbsentWords,
    /// The same of what the words mean.
    AbsentMeanings,
    /// Stated, with words in the question that nothing knows.
    StatedUnknown,
    /// Names in the question of which the statement does not speak.
    StatedMisses,
    /// What share of the words of the question the statement has.
    StatedWords,
    /// The same of what the words mean.
    StatedMeanings,
    /// The number in the question is that of the statement.
    SameNumber,
    /// The year in the question is one of the statement.
    SameYear,
    /// The year in the question is none of the statement.
    OtherYear,
    /// The statement is about something that the question does not name.
    SubjectUnnamed,
    /// The value of the statement is named.
    ValueNamed,
    /// One statement of several was guessed.
    OneStatement,
    /// No reading: always.
    None,
    /// No reading: how likely it is about something else altogether.
    NoneOff,
    /// No reading: what the classifier says of the best.
    NoneLinear,
    /// No reading: how near the nearest questions of the best are.
    NoneNear,
    /// No reading, though something is named.
    NoneNamed,
    /// No reading: how many words ask for something.
    NoneContent,
}

impl Sign {
    /// How much it counts.
    pub fn weight(self) -> f32 {
        match self {
            Self::Linear => 5.20,
            Self::Near => 6.72,
            Self::Lead => -0.60,
            Self::Exact => 3.00,
            Self::Stated => 0.25,
            Self::Absent => 0.20,
            Self::Excluded => -0.27,
            Self::NotOf => -1.26,
            Self::OfWhich => -2.58,
            Self::Nothing => 0.98,
            Self::Misfit => 0.81,
            Self::NeedsName => -0.35,
            Self::MisfitSeries => -1.45,
            Self::OtherWork => -0.34,
            Self::Wanted => 0.64,
            Self::Unwanted => -0.22,
            Self::AbsentYesNo => -0.29,
            Self::AbsentOfOther => -1.03,
            Self::AbsentOfNamed => 0.12,
            Self::AbsentReason => -0.49,
            Self::AbsentProbe => -1.34,
            Self::AbsentCompare => 0.46,
            Self::AbsentWords => -0.94,
            Self::AbsentMeanings => 0.26,
            Self::StatedUnknown => -0.48,
            Self::StatedMisses => -0.47,
            Self::StatedWords => -0.06,
            Self::StatedMeanings => 0.38,
            Self::SameNumber => -1.01,
            Self::SameYear => 0.48,
            Self::OtherYear => -0.66,
            Self::SubjectUnnamed => -0.23,
            Self::ValueNamed => 0.39,
            Self::OneStatement => 0.75,
            Self::None => 3.29,
            Self::NoneOff => 5.99,
            Self::NoneLinear => 3.30,
            Self::NoneNear => 0.45,
            Self::NoneNamed => 0.01,
            Self::NoneContent => -0.33,
        }
    }
}

/// The sum of what signs count.
pub(super) fn sum(signs: &[(Sign, f32)]) -> f32 {
    signs.iter().map(|(sign, value)| sign.weight() * value).sum()
}
