//! What kind of answer a question wants, by its function words in both languages.

use jiff::civil::Date;

use crate::text::tokens;

/// What kind of answer a question wants.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kind {
    /// Yes or no.
    pub yes_no: bool,
    /// How sure it is ("is that confirmed?").
    pub status: bool,
    /// Who says so.
    pub source: bool,
    /// Whether something is part of the whole ("uae in it?").
    pub member: bool,
    /// Whether it is more or less than the number named.
    pub compare: Option<Compare>,
    /// What was known by this day.
    pub known_by: Option<Date>,
}

/// A comparison with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compare {
    /// More than it.
    More,
    /// Less than it.
    Less,
}

/// Words that ask for something other than yes or no.
const OPEN: &[&str] = &[
    "who",
    "whos",
    "what",
    "whats",
    "when",
    "whens",
    "where",
    "wheres",
    "which",
    "how",
    "why",
    "whose",
    "whom",
    "qui",
    "quoi",
    "koi",
    "quel",
    "quelle",
    "quels",
    "quelles",
    "quand",
    "ou",
    "comment",
    "combien",
    "pourquoi",
    "pk",
    "pq",
    "lequel",
    "laquelle",
    "lesquels",
    "lesquelles",
    "cb",
    "kel",
    "list",
    "name",
    "liste",
    "nomme",
    "cite",
    "qu",
    "que",
];

/// Words that begin a question for yes or no.
const CLOSED: &[&str] = &[
    "is", "are", "was", "were", "did", "does", "do", "has", "have", "had", "will", "can", "could",
    "would", "isnt", "arent", "wasnt", "didnt", "doesnt", "hasnt", "est", "sont", "etait", "ont",
    "avait", "ya",
];

/// Runs of words that ask for yes or no wherever they stand.
const CLOSED_RUNS: &[&str] = &[
    "est ce que",
    "est ce qu",
    "c est bien",
    "cest bien",
    "y a t il",
    "t il",
    "t elle",
    "t ils",
    "t elles",
    "n est ce pas",
    "right",
    "c est vrai",
    "cest vrai",
    "is it true",
    "vrai que",
    "hein",
    "dedans",
    "in it",
    "a bien",
    "ont bien",
];

/// Words that ask how sure something is.
const STATUS: &[&str] = &[
    "confirmed",
    "confirm",
    "official",
    "officially",
    "rumour",
    "rumor",
    "rumoured",
    "rumored",
    "rumours",
    "rumors",
    "sure",
    "certain",
    "definite",
    "legit",
    "confirme",
    "confirmee",
    "confirmes",
    "confirmees",
    "officiel",
    "officielle",
    "officiellement",
    "rumeur",
    "rumeurs",
    "certaine",
    "sur",
    "sure",
];

/// Runs of words that ask how sure something is. "Sur" alone is a preposition far more often.
const STATUS_RUNS: &[&str] = &[
    "is that confirmed",
    "is it confirmed",
    "was that confirmed",
    "is this confirmed",
    "it confirmed",
    "confirmed that",
    "confirmed yet",
    "officially confirmed",
    "just a rumour",
    "just a rumor",
    "only a rumour",
    "only a rumor",
    "a rumour or",
    "a rumor or",
    "rumour or fact",
    "is it official",
    "is that official",
    "how sure",
    "how certain",
    "for sure",
    "just rumour",
    "just rumor",
    "just rumours",
    "just rumors",
    "is it sure",
    "est confirme",
    "ete confirme",
    "est officiel",
    "est officielle",
    "c est officiel",
    "juste une rumeur",
    "qu une rumeur",
    "simple rumeur",
    "une rumeur ou",
    "rumeur ou",
    "c est sur",
    "est ce sur",
    "sur et certain",
    "est ce certain",
    "est elle confirmee",
    "est il confirme",
    "confirme ou",
    "confirmed or",
    "officiel ou",
];

/// Runs of words that ask who says so.
const SOURCE_RUNS: &[&str] = &[
    "who says",
    "who said so",
    "who said that",
    "who reported",
    "whats the source",
    "what s the source",
    "what is the source",
    "source for",
    "source on",
    "any source",
    "which article",
    "according to who",
    "where does it say",
    "says who",
    "where did you read",
    "where is that from",
    "qui dit ca",
    "qui dit que",
    "qui a dit que",
    "qui dit",
    "quelle source",
    "quelle est la source",
    "d apres qui",
    "selon qui",
    "quel article",
    "quels articles",
    "d ou vient l info",
    "d ou ca vient",
    "d ou sort",
    "d ou vient",
    "ta source",
    "une source",
    "source pour",
    "which articles",
    "who claims",
    "qui affirme",
    "qui l a dit",
    "c est ecrit ou",
    "c est dit ou",
    "la source",
];

/// Runs of words that ask whether something is part of the whole.
const MEMBER_RUNS: &[&str] = &[
    "in it",
    "in the series",
    "in the show",
    "in the doc",
    "in the docuseries",
    "in the documentary",
    "in this",
    "part of",
    "one of the",
    "one of them",
    "featured",
    "in the lineup",
    "on the list",
    "the cut",
    "dedans",
    "dans la serie",
    "dans le docu",
    "dans ce docu",
    "dans le doc",
    "dans la liste",
    "fait partie",
    "y est",
    "on voit",
    "verra",
    "verra t on",
    "parmi",
    "present",
    "presente",
    "will we see",
    "do we see",
    "do we get",
];

const MORE: &[&str] = &[
    "more",
    "longer",
    "over",
    "above",
    "exceed",
    "greater",
    "plus",
    "depasse",
    "au dela",
    "superieur",
    "least",
    "bigger",
    "larger",
];

const LESS: &[&str] =
    &["less", "shorter", "under", "below", "fewer", "moins", "inferieur", "smaller"];

const KNOWN_RUNS: &[&str] = &[
    "known",
    "know about",
    "knew",
    "we know",
    "on savait",
    "savait on",
    "savions",
    "connu",
    "etait su",
    "did people know",
    "was said",
    "se disait",
    "disait on",
    "on disait",
    "was reported",
    "was rumoured",
    "was rumored",
];

const MONTHS: [[&str; 4]; 12] = [
    ["january", "jan", "janvier", "janv"],
    ["february", "feb", "fevrier", "fev"],
    ["march", "mar", "mars", "mars"],
    ["april", "apr", "avril", "avr"],
    ["may", "may", "mai", "mai"],
    ["june", "jun", "juin", "juin"],
    ["july", "jul", "juillet", "juil"],
    ["august", "aug", "aout", "aout"],
    ["september", "sept", "septembre", "sep"],
    ["october", "oct", "octobre", "oct"],
    ["november", "nov", "novembre", "nov"],
    ["december", "dec", "decembre", "dec"],
];

impl Kind {
    /// Reads the kind off a folded question.
    #[must_use]
    pub fn of(folded: &str) -> Self {
        let padded = format!(" {folded} ");
        let has = |runs: &[&str]| runs.iter().any(|run| padded.contains(&format!(" {run} ")));
        let words: Vec<&str> = tokens(folded).collect();
        let open = words.iter().any(|word| OPEN.contains(word));
        // "Est-ce que", "c’est bien" hold a word that is open elsewhere.
        let closed_run = has(CLOSED_RUNS);
        let first_closed = words.first().is_some_and(|word| CLOSED.contains(word));
        let later_closed = words.iter().take(4).any(|word| CLOSED.contains(word));
        let status = has(STATUS_RUNS) || (words.len() <= 3 && has(STATUS));
        Self {
            yes_no: closed_run && !starts_open(&words) || first_closed || (later_closed && !open),
            status,
            source: has(SOURCE_RUNS),
            member: has(MEMBER_RUNS),
            compare: if has(MORE) {
                Some(Compare::More)
            } else if has(LESS) {
                Some(Compare::Less)
            } else {
                None
            },
            known_by: if has(KNOWN_RUNS) { day(&words) } else { None },
        }
    }
}

fn starts_open(words: &[&str]) -> bool {
    words.first().is_some_and(|word| OPEN.contains(word) && *word != "qu")
}

/// Words that ask for the standing or the source of a fact, not for the fact.
#[must_use]
pub fn is_about_standing(word: &str) -> bool {
    STATUS.contains(&word) && word != "sur"
        || matches!(
            word,
            "just" | "juste" | "simple" | "only" | "source" | "says" | "really" | "vraiment"
        )
}

/// The last day of the time that a question names: "early March 2022" is its tenth day.
fn day(words: &[&str]) -> Option<Date> {
    let (at, month) = words.iter().enumerate().find_map(|(at, word)| {
        let month = MONTHS.iter().position(|names| names.contains(word))?;
        Some((at, i8::try_from(month + 1).ok()?))
    })?;
    let year =
        words.iter().find_map(|word| word.parse::<i16>().ok().filter(|year| *year > 1900))?;
    let number = |word: Option<&&str>| {
        let word = word?.trim_end_matches(|one: char| one.is_alphabetic());
        word.parse::<i8>().ok().filter(|day| (1..=31).contains(day))
    };
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let exact = number(before).or_else(|| number(words.get(at + 1)));
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    let day = match exact {
        Some(day) => day,
        None if has(&["early", "beginning", "start", "debut"]) => 10,
        None if has(&["mid", "middle", "mi", "milieu"]) => 20,
        None => return Date::new(year, month, 1).ok().map(Date::last_of_month),
    };
    Date::new(year, month, day).ok()
}
