//! "Did she win it?": yes or no of who won the race that the series is about, which one person did and nobody else, and of
//! whether somebody had won before.

use super::answer::{Answer, Verdict};
use super::cues::TURNED;
use super::kind::{Kind, Turn};
use super::linked::{Linked, Word};
use super::lookup::current;
use super::resolve::Named;
use super::said::speaks_of_year;
use super::tags::leave_out_a_tag;
use super::talk::is_filler;
use super::told::answered;
use crate::facts::{Class, Entity, Facts, Property, Statement, Value};
use crate::text::fold;

/// What the fact set calls whoever wins.
const WINNER: &str = "winner";
/// Words for winning.
const WIN: &[&str] = &[
    "win", "wins", "won", "winner", "winning", "champion", "champ", "gagne", "gagner", "remporte",
    "remporter", "vainqueur", "gagnant", "emporte",
];
/// Words of such a question, which says no more.
const LITTLE: &[&str] = &[
    "did", "does", "had", "too", "as", "well", "aussi", "was", "is", "it", "that", "this", "one",
    "edition", "race", "in", "then", "yes", "right", "no", "not", "non", "oui", "hein", "c", "est",
    "etait", "ce", "que", "qu", "qui", "a", "t", "bien", "ca", "cette", "annee", "year", "en",
    "course", "overall", "really", "who", "celui", "celle", "la", "le", "de", "du", "s", "il",
    "elle", "he", "she", "finalement",
];

/// The halves of words for not doing something.
const DENIES: &[&str] = &["didn", "hadn", "hasn", "wasn", "n", "ne"];
/// Words for what was before.
const BEFORE: &[&str] =
    &["before", "already", "previously", "prior", "earlier", "deja", "avant", "auparavant"];
/// How many words a question has at most that asks for that.
const LONGEST: usize = 20;

/// How often somebody had won before, and when, where that is asked of one who had: "was he new to it, or had he won before?"
pub(super) fn had_they_won<'a>(
    facts: &'a Facts,
    named: &Named<'a>,
    linked: &Linked,
    kind: &Kind,
) -> Option<Answer<'a>> {
    let has = |list: &[&str]| linked.words.iter().any(|word| word.is_any(list));
    if !is_closed(kind) || !has(WIN) || linked.words.len() > LONGEST {
        return None;
    }
    // "Had she won" is before it, "had she won it that year" may be of it.
    let edition = |at: usize| facts.file().entities.get(at).map(|one| &one.id);
    let of_it = linked.entities().into_iter().any(|at| {
        let own = won(facts).map(|one| &one.subject);
        own.is_some() && edition(at) == own
    });
    let dated = of_it || linked.years().next().is_some();
    let before = has(BEFORE) || has(&["had"]) && !dated;
    let own_year = |year| won(facts).is_some_and(|one| speaks_of_year(one, year));
    let another = linked.numbers().next().is_some() || !linked.years().all(own_year);
    // A stage is another thing to win.
    if !before || another || has(&["stage", "etape", "stages", "etapes"]) {
        return None;
    }
    let of_race = |one: &&&Entity| one.class != Class::Race;
    let telling: Vec<&&Entity> = named.telling.iter().filter(of_race).collect();
    let [person] = telling.as_slice() else { return None };
    if person.class != Class::Person || linked.stranger().is_some() {
        return None;
    }
    let counts =
        |one: &&Statement| one.subject == person.id && matches!(one.value, Value::Quantity(_));
    let count = current(facts.naming(&person.id).filter(counts)).next()?;
    let verdict =
        (kind.yes_no && kind.turn == Turn::Straight && !has(&["or", "ou"])).then_some(Verdict::Yes);
    let race = won(facts).map(|one| &one.property);
    let wins = |one: &&Statement| {
        let dated = one.qualifiers.iter().any(|it| matches!(it.value, Value::Date(_)));
        dated && one.value.entity() == Some(&person.id) && Some(&one.property) != race
    };
    let found = std::iter::once(count).chain(current(facts.naming(&person.id).filter(wins)));
    let told = answered(facts, found.collect(), &Kind::default(), linked, &count.property);
    Some(Answer { verdict, ..told })
}

/// Whether a question wants no more than yes or no.
fn is_closed(kind: &Kind) -> bool {
    let asks = kind.yes_no || kind.states;
    asks && kind.probe.is_none() && kind.compare.is_none() && !kind.reason
}

/// Who won the race that the series is about.
fn won(facts: &Facts) -> Option<&Statement> {
    let is_winner = |one: &&Property| one.nouns.en.iter().any(|noun| fold(noun) == WINNER);
    let property = facts.file().properties.iter().find(is_winner)?;
    let mut said = current(facts.of_property(&property.id));
    said.next().filter(|_| said.next().is_none())
}

/// Who won the race in a year: the one person of whom that is said.
fn won_in(facts: &Facts, year: i16) -> Option<&Statement> {
    let own = won(facts)?;
    if speaks_of_year(own, year) {
        return Some(own);
    }
    let is_person = |id: &str| facts.entity(id).is_some_and(|it| it.class == Class::Person);
    let is_race = |id: &str| facts.entity(id).is_some_and(|it| it.class == Class::Race);
    let mut said = current(facts.statements().iter().filter(|one| {
        let dated = one.qualifiers.iter().any(|it| matches!(it.value, Value::Date(_)));
        let won = is_race(&one.subject) && one.value.entity().is_some_and(is_person);
        dated && won && speaks_of_year(one, year)
    }));
    said.next().filter(|_| said.next().is_none())
}

/// Whether somebody won; nothing where more is asked, or of a year of which nothing is said.
pub(super) fn did_they_win<'a>(
    facts: &'a Facts,
    named: &Named<'a>,
    linked: &Linked,
    kind: &Kind,
) -> Option<Answer<'a>> {
    if !linked.words.iter().any(|word| word.is_any(WIN)) {
        return None;
    }
    // "She won that one, didn’t she?" wants the yes or no of what stands before the tag.
    let mut linked = linked.clone();
    let tagged = leave_out_a_tag(&mut linked);
    let linked = &linked;
    let turned = linked.words.iter().any(|word| word.is_any(TURNED) || word.is_any(DENIES));
    let straight = kind.turn == Turn::Straight || tagged && !turned;
    // "She didn’t win that one, right?" is told who did, without a yes or a no that could mean either.
    let denied = kind.turn == Turn::Turned && turned;
    let closed = Kind { yes_no: kind.yes_no || tagged && !kind.open, ..kind.clone() };
    if !is_closed(&closed) || !(straight || denied) {
        return None;
    }
    let says_more = linked.words.iter().any(|word| match word {
        Word::Plain(word) => {
            let word = word.as_str();
            let little = LITTLE.contains(&word)
                || denied && (TURNED.contains(&word) || DENIES.contains(&word));
            !little && !WIN.contains(&word) && !is_filler(word)
        }
        Word::Number(_) => true,
        Word::Entity(_) | Word::Year(_) | Word::Stranger(_) => false,
    });
    let won = match linked.years().next() {
        Some(year) => won_in(facts, year)?,
        None => won(facts)?,
    };
    if says_more || linked.years().count() > 1 {
        return None;
    }
    let others = |id: &str| id != won.subject;
    let telling = named.telling.iter().filter(|one| others(&one.id));
    let (person, verdict) = match (telling.collect::<Vec<_>>().as_slice(), linked.stranger()) {
        ([one], None) if one.class == Class::Person => {
            let is_it = won.value.entity() == Some(&one.id);
            (Some(*one), if is_it { Verdict::Yes } else { Verdict::No })
        }
        ([], Some(Class::Person)) => (None, Verdict::No),
        _ => return None,
    };
    let mut found = vec![won];
    // How often somebody won before is told as well, where no year is named.
    if verdict == Verdict::No && linked.years().next().is_none() {
        let counts = |one: &&Statement| matches!(one.value, Value::Quantity(_));
        let own =
            |id| current(facts.naming(id).filter(move |one| one.subject == *id).filter(counts));
        found.extend(person.into_iter().flat_map(|one| own(&one.id)));
    }
    let told = answered(facts, found, &Kind::default(), linked, &won.property);
    Some(Answer { verdict: straight.then_some(verdict), ..told })
}
