//! Which of several stages came first: what is said of one and another of them, and of the day of the first.

use super::linked::Linked;
use crate::facts::{Class, Entity, Facts, Rank, Statement, Value};
use crate::text::{fold, tokens};

/// How many letters of a word tell what a stage is called by: "cobbles" is of the cobbled one.
const BEGINNING: usize = 4;
/// Words for another one than that which is called so.
const BEFORE: &[&str] =
    &["before", "after", "avant", "apres", "veille", "lendemain", "next", "previous", "eve"];
/// Words that are of all of them.
const OF_ALL: &[&str] = &["stage", "stages", "etape", "etapes"];
/// How words begin that are of other things as well: the time, the mountains.
const COMMON: &[&str] = &["time", "tria", "mont", "cont", "open", "inau"];

/// What says in which order stages were ridden that are named, each or but for one that a word is of; nothing where there are
/// no two of them, or it is not said.
pub(super) fn of_stages<'a>(
    facts: &'a Facts,
    telling: &[&Entity],
    linked: &Linked,
) -> Option<Vec<&'a Statement>> {
    let mut stages: Vec<&str> = Vec::new();
    for one in telling.iter().filter(|one| one.class == Class::Stage) {
        stages.push(&one.id);
    }
    if stages.is_empty() {
        return None;
    }
    let all = facts.file().entities.iter().filter(|one| one.class == Class::Stage);
    let others = all.filter(|one| !stages.contains(&one.id.as_str()));
    let meant: Vec<&str> = others.filter(|one| is_meant(one, linked)).map(|it| &*it.id).collect();
    stages.extend(meant);
    if stages.len() < 2 {
        return None;
    }
    let is_one = |id: &str| stages.contains(&id);
    let said = facts.statements().iter().filter(|one| {
        one.rank != Rank::Deprecated
            && is_one(&one.subject)
            && match &one.value {
                Value::Date(_) => true,
                value => value.entity().is_some_and(is_one),
            }
    });
    let said: Vec<&Statement> = said.collect();
    let told = |id: &&str| said.iter().any(|one| one.entities().any(|it| it == *id));
    // Of one at most nothing is said, which comes after the others.
    let silent = stages.iter().filter(|id| !told(id)).count();
    (!said.is_empty() && silent < 2).then_some(said)
}

/// The one of several stages of which something is said that a word of the question is of: "between which towns were the
/// cobbles?" asks of the cobbled one.
pub(super) fn only_meant<'a>(
    facts: &'a Facts,
    stated: &[&'a Statement],
    linked: &Linked,
) -> Option<&'a str> {
    // "The day before the cobbles" is another one.
    if linked.plain().any(|word| BEFORE.contains(&word)) {
        return None;
    }
    let stage = |one: &Statement| facts.entity(&one.subject).filter(|it| it.class == Class::Stage);
    stage(stated.first()?)?;
    let mut meant: Vec<&str> = Vec::new();
    for one in stated {
        let stage = stage(one)?;
        if is_meant(stage, linked) && !meant.contains(&stage.id.as_str()) {
            meant.push(&stage.id);
        }
    }
    let [one] = meant.as_slice() else { return None };
    Some(one)
}

/// Whether a word of the question is one that a stage is called by.
fn is_meant(stage: &Entity, linked: &Linked) -> bool {
    let labels = [fold(&stage.label.en), fold(&stage.label.fr)];
    let begins = |word: &str| word.get(..BEGINNING).map(str::to_owned);
    linked.plain().filter(|word| !OF_ALL.contains(word)).any(|word| {
        let Some(beginning) = begins(word).filter(|one| !COMMON.contains(&one.as_str())) else {
            return false;
        };
        let mut called = labels.iter().flat_map(|label| tokens(label));
        called.any(|one| !OF_ALL.contains(&one) && one.starts_with(&beginning))
    })
}
