//! What speaks for or against a reading of a question, and how much.

/// What speaks for or against a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// What the classifier says of it.
    Linear,
    /// What the network says of it.
    Deep,
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
    /// The statement is of another year than the series, and the question names none.
    PastYear,
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
    /// No reading: how likely it is about what the articles leave open.
    NoneUnsaid,
    /// No reading: what the classifier says of the best.
    NoneLinear,
    /// No reading: what the network says of the best.
    NoneDeep,
    /// No reading: how many words nothing knows.
    NoneUnknown,
    /// No reading, though something is named.
    NoneNamed,
    /// No reading: how many words ask for something.
    NoneContent,
    /// How many statements were found.
    Found,
    /// The statement is an opinion.
    Opinion,
    /// The statement is a rumour, or somebody's report.
    Rumour,
    /// The statement tells a day, a month or a year.
    OfTime,
    /// The statement tells a number.
    OfNumber,
    /// The statement tells words.
    OfWords,
    /// By how much its words are less likely than those of the likeliest.
    Behind,
    /// Somebody is asked for.
    AsksWho,
    /// A team is asked for.
    AsksTeam,
    /// A time is asked for.
    AsksWhen,
    /// A place is asked for.
    AsksWhere,
    /// A number is asked for.
    AsksHowMany,
    /// A reason is asked for.
    AsksWhy,
    /// Yes or no is asked for.
    AsksYesNo,
    /// It has a question word.
    AsksOpenly,
    /// It has to do with a reason.
    AsksOfReason,
    /// Whether something is part of the whole is asked.
    AsksOfMember,
    /// How sure something is, or who says so, is asked.
    AsksOfStanding,
    /// A comparison is asked for.
    AsksToCompare,
    /// Its words turn the sense of the facts.
    AsksTurned,
    /// It is likelier about something else altogether.
    Off,
    /// How many things it names, the series aside.
    Named,
    /// How many words it has.
    Words,
}

/// What is known of a reading, or of no reading: how much there is of each sign.
pub(super) type Row = [f32; Sign::COUNT];

impl Sign {
    /// How many there are.
    pub const COUNT: usize = Self::Words as usize + 1;

    /// How much it counts by itself. What counts only together with others counts in the trees alone, see `forest`.
    pub fn weight(self) -> f32 {
        match self {
            Self::Linear => 3.67,
            Self::Deep => 2.30,
            Self::Lead => -0.72,
            Self::Exact => 10.00,
            Self::Stated => 1.74,
            Self::Absent => 1.44,
            Self::Excluded => -2.43,
            Self::NotOf => -3.15,
            Self::OfWhich => -4.73,
            Self::Nothing => -0.46,
            Self::Misfit => 1.10,
            Self::NeedsName => -0.31,
            Self::MisfitSeries => -0.30,
            Self::OtherWork => -0.23,
            Self::Wanted => 0.40,
            Self::Unwanted => 0.35,
            Self::AbsentYesNo => -0.16,
            Self::AbsentOfOther => -0.88,
            Self::AbsentOfNamed => -0.71,
            Self::AbsentReason => -0.92,
            Self::AbsentProbe => -1.94,
            Self::AbsentCompare => -0.21,
            Self::AbsentWords => 0.32,
            Self::AbsentMeanings => 0.48,
            Self::StatedUnknown => -0.53,
            Self::StatedMisses => -1.33,
            Self::StatedWords => -0.73,
            Self::StatedMeanings => 0.57,
            Self::SameNumber => -0.38,
            Self::SameYear => -0.59,
            Self::OtherYear => -1.47,
            Self::PastYear => -0.60,
            Self::SubjectUnnamed => -0.49,
            Self::ValueNamed => 0.71,
            Self::OneStatement => -0.05,
            Self::None => 6.63,
            Self::NoneOff => 1.58,
            Self::NoneUnsaid => 5.76,
            Self::NoneLinear => 0.65,
            Self::NoneDeep => 0.11,
            Self::NoneUnknown => -0.58,
            Self::NoneNamed => 0.69,
            Self::NoneContent => 0.17,
            _ => 0.0,
        }
    }
}

/// A row with more signs.
pub(super) fn with(row: &Row, signs: &[(Sign, f32)]) -> Row {
    let mut row = *row;
    for (sign, value) in signs {
        if let Some(place) = row.get_mut(*sign as usize) {
            *place = *value;
        }
    }
    row
}

/// The sum of what signs count.
pub(super) fn sum(signs: &[(Sign, f32)]) -> f32 {
    signs.iter().map(|(sign, value)| sign.weight() * value).sum()
}
