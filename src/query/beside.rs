//! What is told beside what was asked for: what a count sums up, whose words they are, readings that are about as likely.

use super::cues::TEAM;
use super::echo::said_with;
use super::kind::{Turn, Want};
use super::linked::Word;
use super::lookup::current;
use super::others::others;
use super::resolve::Resolved;
use super::weigh::{Asked, Weighed};
use crate::facts::{Class, Entity, Role, Statement, Status, Value};
use crate::text::{fold, tokens};

/// By how much less another reading of the same things may weigh to be told beside the chosen one.
const BESIDE: f32 = 2.0;
/// By how much less any other reading may weigh to be told beside the chosen one.
const AS_LIKELY: f32 = 1.5;
/// How many other readings are told.
const OTHERS: usize = 2;
/// Of how many statements at most what they sum up is told with them.
const SUMMED: usize = 2;
/// Words that ask for the things themselves where they are counted.
const LISTED: &[&str] = &[
    "list", "name", "names", "titles", "liste", "cite", "cites", "nomme", "noms", "titres",
    "lesquels", "lesquelles", "which", "quels", "quelles",
];
/// How many statements a reading may have that is told beside another.
const FEW: usize = 3;

/// Statements, with those that say what they only count or sum up, unless the number was asked for. Where others are
/// asked for than those that are named, the others.
pub(super) fn with_details<'a>(
    asked: &Asked<'a, '_>,
    found: &[&'a Statement],
) -> Vec<&'a Statement> {
    let whole = || how_it_goes_on(asked, found).or_else(|| said_with(asked, found));
    if let Some(others) = others(asked, found).or_else(whole) {
        return others;
    }
    let mut all = of_their_kind(asked, found).unwrap_or_else(|| found.to_vec());
    all.extend(same_makers(asked, found));
    all.extend(companions(asked, found));
    all.extend(whose_words(asked, found));
    let listed = asked.linked.plain().any(|word| LISTED.contains(&word));
    if found.len() <= SUMMED && (asked.kind.want != Some(Want::HowMany) || listed) {
        let details = found.iter().flat_map(|one| &one.details);
        for one in details.filter_map(|id| asked.facts.statement(id)) {
            if !all.iter().any(|told| told.id == one.id) {
                all.push(one);
            }
        }
    }
    all
}

/// "The quote begins with its being simple, and then?": all words of one saying, where it is asked how that goes on.
fn how_it_goes_on<'a>(
    asked: &Asked<'a, '_>,
    found: &[&'a Statement],
) -> Option<Vec<&'a Statement>> {
    const SAYING: &[&str] = &[
        "quote", "quotation", "words", "sentence", "line", "saying", "slogan", "phrase",
        "citation", "mots",
    ];
    const ON: &[&str] = &[
        "suite", "fin", "reste", "ensuite", "apres", "continue", "finit", "termine", "rest",
        "goes", "go", "continues", "next", "end", "ends", "whole", "full", "entier", "entiere",
        "complete",
    ];
    const ALL: usize = 8;
    let first = found.first()?;
    let has = |list: &[&str]| asked.linked.plain().any(|word| list.contains(&word));
    let of_it = |one: &Statement| {
        let is_saying = one.status == Status::Opinion && matches!(one.value, Value::Text(_));
        is_saying && one.property == first.property && one.subject == first.subject
    };
    let asks = asked.kind.open && has(SAYING) && has(ON);
    if !asks || !found.iter().all(|one| of_it(one)) {
        return None;
    }
    let is_told = |one: &&Statement| !found.iter().any(|told| told.id == one.id);
    let rest = asked.facts.of_property(&first.property).filter(|one| of_it(one));
    let mut all = found.to_vec();
    all.extend(current(rest.filter(is_told)));
    (all.len() > found.len() && all.len() <= ALL).then_some(all)
}

/// "Which of the British ones were asked?": of a list of teams those that are said to be what the question calls them, with
/// what says so.
fn of_their_kind<'a>(asked: &Asked<'a, '_>, found: &[&'a Statement]) -> Option<Vec<&'a Statement>> {
    const LIST: usize = 3;
    const STEM: usize = 4;
    const TURNED: &[&str] = &[
        "non", "not", "pas", "other", "autre", "autres", "besides", "except", "excluding", "apart",
        "aside", "without", "including", "sauf", "hormis", "excepte", "sans", "compris", "dont",
        "outre",
    ];
    let facts = asked.facts;
    let is_team = |id: &str| facts.entity(id).is_some_and(|one| one.class == Class::Team);
    let of_a_team = |one: &&Statement| match &one.value {
        Value::Text(_) => is_team(&one.subject),
        value => value.entity().is_some_and(is_team),
    };
    let straight = asked.kind.turn == Turn::Straight
        && !asked.linked.plain().any(|word| TURNED.contains(&word));
    if found.len() < LIST || !found.iter().all(of_a_team) || !straight {
        return None;
    }
    let words = asked.linked.words.as_slice();
    let plain = |at: Option<usize>| match at.and_then(|at| words.get(at)) {
        Some(Word::Plain(word)) => word.as_str(),
        _ => "",
    };
    // "British teams", "the British ones", "which Brits", and not "the British press".
    let of_teams = (0..words.len()).filter(|at| {
        let (before, after) = (plain(at.checked_sub(1)), plain(Some(at + 1)));
        let beside = |word: &str| TEAM.contains(&word) || word == "ones";
        let asked_for = matches!(before, "which" | "what" | "any" | "quels" | "quelles");
        beside(before)
            || beside(after)
            || asked_for
            || matches!(before, "are" | "is" | "sont" | "est" | "as" | "comme")
    });
    let kinds = of_teams.map(|at| plain(Some(at))).filter_map(|word| {
        let stem = word.strip_suffix('s').unwrap_or(word);
        let is_called = |one: &&Statement| {
            let Value::Text(text) = &one.value else { return false };
            let mut texts = [fold(&text.en), fold(&text.fr)].into_iter();
            texts.any(|text| tokens(&text).count() == 1 && text.starts_with(stem))
        };
        let said = facts.statements().iter().filter(|one| is_team(&one.subject));
        let said = said.filter(|one| one.status == Status::Confirmed).filter(is_called);
        let said: Vec<&Statement> = said.filter(|_| stem.len() >= STEM).collect();
        (!said.is_empty()).then_some(said)
    });
    let said: Vec<&Statement> = kinds.flatten().collect();
    let of_kind = |one: &&&Statement| {
        said.iter().any(|kind| one.id == kind.id || one.value.entity() == Some(&kind.subject))
    };
    let mut kept: Vec<&Statement> = found.iter().filter(of_kind).copied().collect();
    let say_so =
        said.iter().filter(|kind| kept.iter().any(|one| one.value.entity() == Some(&kind.subject)));
    let say_so: Vec<&Statement> = say_so.copied().collect();
    kept.extend(say_so);
    (!kept.is_empty()).then_some(kept)
}

/// "The same people as that series?": what the series has to do with whoever is told to have made another.
fn same_makers<'a>(asked: &Asked<'a, '_>, found: &[&Statement]) -> Vec<&'a Statement> {
    let asks = |word: &str| matches!(word, "same" | "meme" | "memes");
    let facts = asked.facts;
    let ([one], true) = (found, asked.linked.plain().any(asks)) else { return Vec::new() };
    let of_a_work = facts.entity(&one.subject).is_some_and(|it| it.class == Class::Docuseries);
    let Some(maker) = one.value.entity().filter(|_| of_a_work && one.subject != facts.series())
    else {
        return Vec::new();
    };
    let own = |it: &&Statement| it.subject == facts.series() && it.value.entity() == Some(maker);
    current(facts.naming(maker).filter(own)).collect()
}

/// "What does that company say?": what whoever is quoted has to do with a company that is named instead of them.
fn whose_words<'a>(asked: &Asked<'a, '_>, found: &[&Statement]) -> Option<&'a Statement> {
    let facts = asked.facts;
    let one = found.first().filter(|one| one.status == Status::Opinion)?;
    let person = facts.entity(&one.subject).filter(|it| it.class == Class::Person)?;
    let mut named = asked.named.telling.iter().chain(&asked.named.ambient);
    if asked.named.telling.iter().any(|it| it.id == person.id) {
        return None;
    }
    let company = named.find(|it| it.class == Class::Organisation)?;
    let ties = |it: &&Statement| {
        let of_them = it.subject == person.id && it.value.entity() == Some(&company.id);
        of_them && it.status == Status::Confirmed
    };
    current(facts.naming(&person.id).filter(ties)).next()
}

/// "Who is shown with them?": what the same is said of, where somebody is asked for and the answer would only name whoever
/// the question names.
fn companions<'a>(asked: &Asked<'a, '_>, found: &[&Statement]) -> Vec<&'a Statement> {
    const WITH: &[&str] =
        &["with", "alongside", "besides", "beside", "against", "avec", "contre", "face"];
    let ([one], Some(Want::Who | Want::Team)) = (found, asked.kind.want) else { return Vec::new() };
    if !asked.linked.plain().any(|word| WITH.contains(&word)) {
        return Vec::new();
    }
    let is_named = |id: &str| asked.named.telling.iter().any(|entity| entity.id == id);
    let names_the_value = one.value.entity().is_some_and(is_named);
    if asked.kind.yes_no || !names_the_value {
        return Vec::new();
    }
    let facts = asked.facts;
    let same = facts.of_property(&one.property).filter(|it| it.subject == one.subject);
    current(same.filter(|it| it.id != one.id)).collect()
}

/// The statements of other readings for which about as much speaks, and of the next one that speaks of the same
/// things, where they say little more. After a slip the second is likelier a misreading, and is not told.
pub(super) fn beside<'a, 'r>(
    asked: &Asked<'a, '_>,
    readings: &'r [Weighed<'_, 'a>],
) -> Vec<&'r Vec<&'a Statement>> {
    let Some((first, rest)) = readings.split_first() else { return Vec::new() };
    let Some(Resolved::Stated(told)) = &first.resolved else { return Vec::new() };
    let Some(subject) = told.first().map(|one| one.subject.as_str()) else { return Vec::new() };
    if first.guess.exact || asked.linked.mended.is_some() || asked.unknown > 0 {
        return Vec::new();
    }
    let named = asked.named;
    let speaks_of_all =
        |one: &Statement| named.telling.iter().all(|it| asked.words.speaks_of(one, it));
    let past =
        |one: &Statement| asked.linked.years().next().is_none() && asked.is_of_a_past_year(one);
    // Of another work that is named, the series is no part.
    let is_work = |it: &&Entity| matches!(it.class, Class::Docuseries | Class::Programme);
    let of_a_work = named.telling.iter().any(is_work);
    let of_named = |one: &Statement| {
        one.subject == asked.facts.series() && !of_a_work
            || named.telling.iter().chain(&named.ambient).any(|it| it.id == one.subject)
    };
    let akin = |one: &Statement| one.subject == *subject || speaks_of_all(one) && of_named(one);
    // Where nothing is named, nobody means another series.
    let other_work = |one: &Statement| named.telling.is_empty() && asked.is_other_work(one);
    let firm = |one: &Statement| matches!(one.status, Status::Confirmed | Status::Planned);
    let first_firm = told.iter().all(|one| firm(one));
    let told = rest.iter().take_while(|one| first.weight - one.weight < BESIDE).filter_map(|one| {
        let Some(Resolved::Stated(found)) = &one.resolved else { return None };
        // No rumour beside a fact.
        if first_firm && !found.iter().all(|one| firm(one)) {
            return None;
        }
        // Who refused is told where that is asked.
        let refuses = |one: &Statement| {
            let property = asked.facts.property(&one.property);
            property.and_then(|it| it.role) == Some(Role::Declined)
        };
        if asked.kind.turn != Turn::Refusal && found.iter().any(|one| refuses(one)) {
            return None;
        }
        let close = first.weight - one.weight < AS_LIKELY;
        let fits = |it: &&Statement| {
            !past(it) && !other_work(it) && (akin(it) || close && speaks_of_all(it))
        };
        (found.len() <= FEW && found.iter().all(fits)).then_some(found)
    });
    told.take(OTHERS).collect()
}
