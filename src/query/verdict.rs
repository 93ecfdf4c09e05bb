//! Yes or no: what the facts say to a number, a year or a name in a question.

use super::answer::Verdict;
use super::counted::{named_amounts, names_an_amount, of_that_amount, says_so_many_more};
use super::dated::of_that_day;
use super::demonyms::agree;
use super::kind::{Kind, Turn};
use super::linked::Linked;
use super::said::speaks_of_year;
use crate::facts::{Cardinality, Class, Entity, Facts, Role, Statement, Status, Value};
use crate::text::{fold, tokens};

/// Whether the facts answer yes or no. A wrong "yes" is worse than none: subject, property and value must
/// all be those of the question, and a question turned round ("didn’t", "lost") gets the fact alone.
/// Rumours and opinions answer neither.
pub(super) fn verdict(
    facts: &Facts,
    found: &Statement,
    kind: &Kind,
    linked: &Linked,
) -> Option<Verdict> {
    // "Only in episode 2?": that it is there does not say that it is nowhere else.
    // What has to do with another thing is not the same.
    let compares = linked.entities().len() > 1 && asks_for_the_same(linked);
    // Who wins all of it may have won no part of it.
    let subject = facts.entity(&found.subject).map(|subject| subject.class);
    let of_a_part =
        subject == Some(Class::Race) && linked.plain().any(|word| PARTS_OF_A_RACE.contains(&word));
    let sided = compares
        || of_a_part
        || is_of_another_work(facts, found, linked)
        || takes_sides(found, linked);
    // "Only eight of them?" is not more than "eight of them?"
    let counted = match &found.value {
        Value::Quantity(quantity) => named_amounts(facts, quantity, linked).next().is_some(),
        _ => false,
    };
    if kind.turn == Turn::Turned || is_narrowed(linked) && !counted || sided {
        return None;
    }
    match (
        facts.property(&found.property).and_then(|property| property.role),
        kind.turn == Turn::Refusal,
    ) {
        // That a team refused is the "no" to whether it is in, and the "yes" to whether it refused.
        (Some(Role::Declined), false) => return kind.member.then_some(Verdict::No),
        // "Is it French?" is not answered by its being in the series.
        (Some(Role::Featured), refusal) if refusal || !kind.member => return None,
        _ => {}
    }
    match found.status {
        Status::Confirmed | Status::Planned => {}
        _ => return None,
    }
    let entities = linked.entities();
    let named = |id: &str| {
        entities
            .iter()
            .any(|index| facts.file().entities.get(*index).is_some_and(|entity| entity.id == id))
    };
    // Every other name in the question must belong to the statement.
    let foreign =
        entities.iter().filter_map(|index| facts.file().entities.get(*index)).any(|one| {
            one.id != facts.series()
                && !found.entities().any(|id| id == one.id)
                && !is_context(facts, one)
        });
    // "Is Netflix in 190 countries?" is not about the race, of which the number is told.
    let value_named = found.value.entity().is_some_and(named);
    let all_context = || {
        let mut all = entities.iter().filter_map(|index| facts.file().entities.get(*index));
        all.all(|one| is_context(facts, one))
    };
    let about_it = found.subject == facts.series()
        || named(&found.subject)
        || value_named
        || is_own_race(facts, &found.subject) && all_context();
    if foreign && !value_named && named(&found.subject) && excludes(facts, found, linked) {
        return Some(Verdict::No);
    }
    if foreign || !found.conflicts_with.is_empty() || (!entities.is_empty() && !about_it) {
        return None;
    }
    // "Did he win his two in these two years?" has more than a number to it.
    let of_years = linked.years().nth(1).is_some();
    if let Value::Quantity(quantity) = &found.value
        && !says_so_many_more(linked)
        && names_an_amount(facts, quantity, kind, linked)
        && !of_years
    {
        return of_that_amount(facts, quantity, kind, linked);
    }
    if let Some(date) = found.date() {
        return of_that_day(date, linked);
    }
    if linked.years().any(|year| !speaks_of_year(found, year)) {
        return None;
    }
    let denies = facts.property(&found.property).is_some_and(|property| property.denies);
    match &found.value {
        // "Was there one already?" asks for the opposite of "the first".
        Value::Bool(_) if linked.plain().any(|word| matches!(word, "already" | "deja")) => None,
        Value::Bool(value) => Some(if *value { Verdict::Yes } else { Verdict::No }),
        Value::Text(text) => {
            let says = agree(linked.plain(), &text.en)?;
            Some(if says { Verdict::Yes } else { Verdict::No })
        }
        Value::Entity(value) if named(value) => {
            let of_own_race =
                || !kind.reason && is_place(facts, value) && is_own_race(facts, &found.subject);
            // "Did he win in that year?", of which the statement was seen to speak.
            let of_the_year = subject == Some(Class::Race)
                && linked.years().next().is_some()
                && linked.stranger().is_none();
            let subject_meant = found.subject == facts.series()
                || named(&found.subject)
                || of_the_year
                || of_own_race();
            subject_meant.then_some(if denies { Verdict::No } else { Verdict::Yes })
        }
        _ => None,
    }
}

/// Whether what was found is said of another work, where the series is named and that is not: "does that channel show the series
/// as well?" is no question of its own film.
pub(super) fn is_of_another_work(facts: &Facts, found: &Statement, linked: &Linked) -> bool {
    let subject = facts.entity(&found.subject);
    let is_work = |one: &Entity| matches!(one.class, Class::Docuseries | Class::Programme);
    let entities = linked.entities();
    let named = |index: &usize| {
        facts.file().entities.get(*index).is_some_and(|one| one.id == found.subject)
    };
    found.subject != facts.series()
        && subject.is_some_and(is_work)
        && entities.iter().any(|index| facts.is_series(*index))
        && !entities.iter().any(named)
}

/// Whether a question asks whether there is nothing else: "only", "on ne suit que ceux-là".
pub(super) fn is_narrowed(linked: &Linked) -> bool {
    let words: Vec<&str> = linked.plain().collect();
    let only = |three: &[&str]| {
        matches!(three, [before, "que", "le" | "la" | "l" | "les" | "des" | "un" | "une"]
            if !["ce", "parce", "plus", "moins", "autre", "autres", "dit", "est", "vrai", "sur", "meme", "et", "c"].contains(before))
    };
    words.iter().any(|word| narrows(word)) || words.windows(3).any(only)
}

/// Whether something that is said of the series names it, so that the series may have to do with it as well.
pub(super) fn is_left_open(facts: &Facts, entity: &Entity) -> bool {
    let mut of_series = facts.statements().iter().filter(|it| it.subject == facts.series());
    of_series.any(|it| it.claim.en.contains(&entity.label.en))
}

/// Whether a question asks whether there is another thing of the sort: "is there one about that race as well?"
pub(super) fn asks_for_another(linked: &Linked) -> bool {
    let another = |word: &str| matches!(word, "there" | "also" | "too" | "well" | "aussi");
    linked.plain().any(another)
}

/// Whether a question asks whether two things are one. In French, "même" alone is "even".
pub(super) fn asks_for_the_same(linked: &Linked) -> bool {
    let words: Vec<&str> = linked.plain().collect();
    words
        .iter()
        .any(|word| matches!(*word, "same" | "identical" | "pareil" | "pareils" | "identiques"))
        || words
            .windows(2)
            .any(|pair| matches!(pair, ["la" | "le" | "les" | "du" | "l", "meme" | "memes"]))
}

/// Whether a word asks whether there is nothing else.
fn narrows(word: &str) -> bool {
    [
        "only", "just", "solely", "alone", "seul", "seule", "seuls", "seules", "uniquement",
        "seulement", "juste", "exclusivement", "exclusively",
    ]
    .contains(&word)
}

/// Whether a question names two things of which one is so ("or in France?"; "or not" and "or did I dream it" name none), or the
/// other side of a time than the fact: "after the start?".
fn takes_sides(found: &Statement, linked: &Linked) -> bool {
    let either = names_either(linked);
    let has = |one: &str, other: &str| linked.plain().any(|word| word == one || word == other);
    let (before, later) = (has("before", "avant"), has("after", "apres"));
    if !before && !later {
        return either;
    }
    let claim = fold(&found.claim.en);
    let claims = |wanted: &str| tokens(&claim).any(|word| word == wanted);
    let (is_before, is_later) = (claims("before"), claims("after"));
    either || before && later || before && is_later && !is_before || later && is_before && !is_later
}

/// Whether a question names two things of which one is so.
pub(super) fn names_either(linked: &Linked) -> bool {
    let words: Vec<&str> = linked.plain().collect();
    let after = |at: usize| words.get(at + 1).copied().unwrap_or_default();
    words.iter().enumerate().any(|(at, word)| match *word {
        "or" => !matches!(after(at), "not" | "no" | "nah" | "what" | "did" | "am" | "was" | "have"),
        "ou" => !matches!(
            after(at),
            "pas"
                | "non"
                | "nan"
                | "quoi"
                | "j"
                | "je"
                | "c"
                | "il"
                | "elle"
                | "on"
                | "ca"
                | "suis"
        ),
        _ => false,
    })
}

/// Whether a statement leaves no room for what a question names instead: there is one team or place of the sort, and nothing else
/// that is said of the same has to do with the other one.
fn excludes(facts: &Facts, found: &Statement, linked: &Linked) -> bool {
    let class = |id: &str| facts.entity(id).map(|one| one.class);
    let Some(value) = found.value.entity().and_then(class) else { return false };
    let single = facts
        .property(&found.property)
        .is_some_and(|one| one.cardinality == Cardinality::Single && !one.denies)
        && facts.complete(&found.subject, &found.property).is_some();
    let entities = linked.entities();
    let mut others = entities
        .iter()
        .filter_map(|index| facts.file().entities.get(*index))
        .filter(|one| one.id != found.subject && !is_context(facts, one));
    let (Some(other), None) = (others.next(), others.next()) else { return false };
    single
        && found.conflicts_with.is_empty()
        && matches!(value, Class::Team | Class::Place)
        && other.class == value
        && !facts.naming(&other.id).any(|one| one.subject == found.subject)
}

fn is_place(facts: &Facts, id: &str) -> bool {
    facts.entity(id).is_some_and(|one| one.class == Class::Place)
}

/// Whether it is the race that the series is about: "did it start there?" means that one.
pub(super) fn is_own_race(facts: &Facts, id: &str) -> bool {
    let is_race = facts.entity(id).is_some_and(|one| one.class == Class::Race);
    let mut of_series = facts.naming(id).filter(|one| one.subject == facts.series());
    is_race && of_series.any(|one| one.value.entity() == Some(id))
}

/// What may be won in a race besides all of it.
const PARTS_OF_A_RACE: &[&str] = &[
    "stage", "stages", "etape", "etapes", "jersey", "jerseys", "maillot", "maillots", "trial",
    "tt", "chrono", "montre", "classification", "classement", "podium", "points", "polka", "pois",
];

/// Whether an entity only says which series or race is meant.
fn is_context(facts: &Facts, entity: &Entity) -> bool {
    let label = format!(" {} ", fold(&facts.file().about.label.en));
    entity.names().any(|name| label.contains(&format!(" {} ", fold(name))))
}
