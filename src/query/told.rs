//! From what was found to what is told: the answer, what there is instead, what is said of a name.

use super::answer::{Answer, Outcome, Topic, Verdict, plain};
use super::kind::{Kind, Turn};
use super::label;
use super::linked::Linked;
use super::lookup::current;
use super::resolve::Named;
use super::said::about;
use super::verdict::{asks_for_another, is_left_open, is_own_race, names_either, verdict};
use super::wording::StatementWords;
use crate::facts::{Class, Entity, Facts, Rank, Role, Statement, Status, Value};
use crate::text::{fold, tokens};

/// How many statements are told of a thing that is only named.
const OF_A_NAME: usize = 4;
/// How many statements are told of a part that is only named.
const OF_A_PART: usize = 6;
/// How many statements are told of what was known on a day.
const OF_A_DAY: usize = 8;

/// How many statements correct a question that names something else.
const FEW: usize = 2;

/// Statements as an answer, with yes or no where that was asked and the facts decide it.
pub(super) fn answered<'a>(
    facts: &Facts,
    found: Vec<&'a Statement>,
    kind: &Kind,
    linked: &Linked,
    label: &str,
) -> Answer<'a> {
    let verdict = if (kind.yes_no || kind.states) && kind.probe.is_none() {
        found.first().and_then(|one| verdict(facts, one, kind, linked))
    } else {
        None
    };
    let probe = kind.probe;
    let statements = found.iter().map(|one| one.id.clone()).collect();
    let topic = Topic { label: label.to_owned(), entities: linked.entities(), statements };
    Answer { verdict, probe, topic: Some(topic), ..plain(Outcome::Answered(found)) }
}

/// What was named is not among the answers there are.
pub(super) fn excluded<'a>(
    facts: &'a Facts,
    label: &str,
    named: &Entity,
    instead: &[&'a Statement],
    kind: &Kind,
    linked: &Linked,
) -> Answer<'a> {
    let index = facts.file().entities.iter().position(|one| one.id == named.id);
    let topic = |told: &[&Statement]| {
        Some(Topic {
            label: label.to_owned(),
            entities: index.into_iter().collect(),
            statements: told.iter().map(|one| one.id.clone()).collect(),
        })
    };
    let property = label::property(label);
    // What is said of it in this respect tells more than the list that it is not on.
    let own: Vec<&Statement> = facts
        .naming(&named.id)
        .filter(|one| {
            let about_series = instead.first().is_some_and(|one| one.subject == facts.series());
            about_series && one.subject == facts.series() && one.property != property
        })
        .filter(|one| facts.property(&one.property).is_some_and(|one| one.role.is_some()))
        .collect();
    // "That team, is it episode 1 or 2?" is answered by the one that it is in.
    let elsewhere: Vec<&Statement> = facts
        .naming(&named.id)
        .filter(|one| one.property == property && one.value.entity() == Some(&named.id))
        .collect();
    if !kind.yes_no && !elsewhere.is_empty() {
        return Answer { topic: topic(&elsewhere), ..plain(Outcome::Answered(elsewhere)) };
    }
    // "Is that team in the final list?", "which of these is not in it?": what is said of the team instead.
    let of_a_member = facts.property(property).and_then(|one| one.role) == Some(Role::Featured);
    let told = of_a_member && !own.is_empty() || is_of_named(instead, linked, facts);
    if !kind.yes_no && !told && (kind.open || instead.len() > FEW) {
        let nearest = own.first().or(instead.first()).copied();
        let topic = topic(instead);
        return Answer { topic, ..plain(Outcome::Unknown { absence: None, nearest }) };
    }
    let closed =
        instead.first().is_some_and(|one| facts.complete(&one.subject, &one.property).is_some());
    let states = kind.yes_no || kind.states;
    let asks = states && kind.turn == Turn::Straight && !names_either(linked);
    let verdict = (closed && asks).then_some(Verdict::No);
    let found = if own.is_empty() { instead.to_vec() } else { own };
    Answer { verdict, topic: topic(&found), ..plain(Outcome::Answered(found)) }
}

/// Whether the question names what the one statement is about: "he rides for another team, doesn’t he? Which?"
fn is_of_named(instead: &[&Statement], linked: &Linked, facts: &Facts) -> bool {
    let [one] = instead else { return false };
    let entities = linked.entities();
    let mut named = entities.iter().filter_map(|index| facts.file().entities.get(*index));
    one.subject != facts.series() && named.any(|entity| entity.id == one.subject)
}

/// A name and nothing else: what says most of it. Of two, first what is said of both.
pub(super) fn of_a_name<'a>(
    facts: &'a Facts,
    words: &StatementWords,
    named: &Named<'a>,
    linked: &Linked,
) -> Answer<'a> {
    let mut statements = of_both(facts, words, &named.telling);
    let of_each = named.telling.iter().flat_map(|entity| {
        let mut about = about(facts, entity);
        // What something is comes before what it does in the series.
        about.sort_by_key(|one| {
            let own = one.subject == entity.id && one.rank != Rank::Deprecated;
            let role = facts.property(&one.property).and_then(|property| property.role);
            // Of a team it matters most whether it is in.
            let in_or_out = matches!(role, Some(Role::Featured | Role::Declined));
            // Of a person, whether he or she won it.
            let won = entity.class == Class::Person && is_own_race(facts, &one.subject);
            let opinion = one.status == Status::Opinion;
            let least = telling_of_a_company(facts, entity, one);
            (!(in_or_out || won), least, !own, telling_of_a_work(entity, one), opinion)
        });
        about.into_iter().take(OF_A_NAME)
    });
    for one in of_each {
        if !statements.iter().any(|told| told.id == one.id) {
            statements.push(one);
        }
    }
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

/// What is said of two things at once, where that is little.
fn of_both<'a>(facts: &'a Facts, words: &StatementWords, named: &[&Entity]) -> Vec<&'a Statement> {
    let [one, other] = named else { return Vec::new() };
    let of_both = |it: &&Statement| words.mentions(it, one) && words.mentions(it, other);
    let found: Vec<&Statement> = current(facts.statements().iter().filter(of_both)).collect();
    if found.len() > OF_A_NAME { Vec::new() } else { found }
}

/// How much a statement tells of what a company is, most first: of what it is made, what it has to do with the series, and
/// anything else.
fn telling_of_a_company(facts: &Facts, entity: &Entity, one: &Statement) -> u8 {
    let current = one.rank != Rank::Deprecated && one.status == Status::Confirmed;
    match &one.value {
        _ if entity.class != Class::Organisation => 0,
        Value::Entity(_) if one.subject == entity.id && current => 0,
        Value::Entity(_) if one.subject == facts.series() && current => 1,
        _ => 2,
    }
}

/// How much a statement tells of what a work is, most first: that it is a film, what it is about, whose it is and where, when,
/// and what is found in it. Of anything else all tell as much.
fn telling_of_a_work(entity: &Entity, one: &Statement) -> u8 {
    if !matches!(entity.class, Class::Docuseries | Class::Programme) {
        return 0;
    }
    let claim = fold(&one.claim.en);
    let words: Vec<&str> = tokens(&claim).collect();
    match &one.value {
        Value::Text(_) if words.windows(2).any(|pair| pair == ["is", "a"]) => 0,
        Value::Entity(_) if words.contains(&"about") => 1,
        Value::Entity(_) => 2,
        Value::Date(_) | Value::Quantity(_) => 3,
        _ => 4,
    }
}

/// Whether a word says what something is about.
pub(super) fn is_about(word: &str) -> bool {
    const ABOUT: &[&str] = &[
        "about", "of", "sur", "porte", "concerne", "parle", "traite", "montre", "couvre", "suit",
        "raconte", "covers", "cover", "follows", "follow", "shows", "depicts",
    ];
    ABOUT.contains(&word)
}

/// "Is it about the race of the year after?": what it is about, where that is another thing of the same kind.
pub(super) fn about_another<'a>(
    facts: &'a Facts,
    named: &Named<'a>,
    linked: &Linked,
    kind: &Kind,
) -> Option<Answer<'a>> {
    let [one] = named.telling.as_slice() else { return None };
    // In French, a statement with a question mark wants a yes.
    let closed = kind.yes_no || !kind.open && kind.want.is_none();
    // What is left open of a race is left open.
    let asks = closed
        && one.class == Class::Race
        && kind.turn == Turn::Straight
        && !is_left_open(facts, one)
        && !asks_for_another(linked);
    if !asks || !linked.plain().any(is_about) {
        return None;
    }
    let of_series = facts.statements().iter().filter(|it| {
        let race = it.value.entity().and_then(|id| facts.entity(id));
        it.subject == facts.series() && race.is_some_and(|race| race.class == one.class)
    });
    let told: Vec<&Statement> = current(of_series).take(1).collect();
    let another = told.first().is_some_and(|it| it.value.entity() != Some(&one.id));
    let label = told.first()?.property.clone();
    let answer = answered(facts, told, &Kind::default(), linked, &label);
    another.then_some(Answer { verdict: Some(Verdict::No), ..answer })
}

/// A part and nothing else: what is said of it, unless that is only its number.
pub(super) fn of_a_part<'a>(
    facts: &'a Facts,
    named: &Named<'a>,
    linked: &Linked,
) -> Option<Answer<'a>> {
    let [part] = named.telling.as_slice() else { return None };
    if part.class != Class::Episode {
        return None;
    }
    let is_number = |one: &Statement| {
        let role = facts.property(&one.property).and_then(|property| property.role);
        role == Some(Role::EpisodeNumber)
    };
    let own = facts.naming(&part.id).filter(|one| one.subject == part.id && !is_number(one));
    let mut found: Vec<&Statement> = current(own).collect();
    found.truncate(OF_A_PART);
    let label = found.first()?.property.clone();
    Some(answered(facts, found, &Kind::default(), linked, &label))
}

/// The statements of a day that tell most: reports and plans before opinions.
pub(super) fn telling_of_a_day(mut known: Vec<&Statement>) -> Vec<&Statement> {
    known.retain(|one| one.status != Status::Opinion);
    known.sort_by_key(|one| one.status == Status::Confirmed);
    known.truncate(OF_A_DAY);
    known
}
