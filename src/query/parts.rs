//! "Is that team in episode 1?": yes or no where the list of those that an episode follows is closed.

use super::answer::{Answer, Verdict};
use super::kind::{Kind, Turn};
use super::linked::{Linked, Word};
use super::lookup::current;
use super::resolve::Named;
use super::talk::is_filler;
use super::told::{answered, excluded};
use crate::facts::{Class, Facts, Statement};

/// Words of such a question, which says no more.
const LITTLE: &[&str] = &[
    "is", "are", "was", "in", "the", "it", "does", "do", "did", "appear", "appears", "featured",
    "feature", "shown", "est", "sont", "dans", "elle", "ils", "l", "la", "le", "les", "bien",
    "figure", "apparait", "presente", "ce", "que", "qu", "y", "a", "t", "star", "stars", "focus",
    "spotlight", "main", "team", "about", "of", "on", "one", "vedette", "vedettes", "equipe",
    "principale", "honneur", "centre", "mise", "en", "avant", "c", "un", "une", "des", "talk",
    "talks", "deal", "deals", "with", "cover", "covers", "show", "shows", "parle", "de", "du",
    "traite", "concerne", "montre", "suit", "il", "voit", "follow", "follows",
];

/// The answer to whether a team is in a part of the series; nothing where more is asked.
pub(super) fn in_a_part<'a>(
    facts: &'a Facts,
    named: &Named<'a>,
    linked: &Linked,
    kind: &Kind,
) -> Option<Answer<'a>> {
    let closed = (kind.yes_no || kind.states) && kind.probe.is_none();
    let says_more = linked.words.iter().any(|word| match word {
        Word::Plain(word) => !LITTLE.contains(&word.as_str()) && !is_filler(word),
        Word::Entity(_) => false,
        Word::Number(_) | Word::Year(_) | Word::Stranger(_) => true,
    });
    if !closed || says_more || kind.turn != Turn::Straight {
        return None;
    }
    let [one, other] = named.telling.as_slice() else { return None };
    let (team, part) = match (one.class, other.class) {
        (Class::Team, Class::Episode) => (one, other),
        (Class::Episode, Class::Team) => (other, one),
        _ => return None,
    };
    let is_team = |one: &Statement| {
        let value = one.value.entity().and_then(|id| facts.entity(id));
        one.subject == part.id && value.is_some_and(|it| it.class == Class::Team)
    };
    let property = &facts.naming(&part.id).find(|one| is_team(one))?.property;
    facts.complete(&part.id, property)?;
    let list: Vec<&Statement> = current(facts.of(&part.id, property)).collect();
    let kind = Kind { yes_no: true, member: true, ..Kind::default() };
    match list.iter().copied().find(|it| it.value.entity() == Some(&team.id)) {
        Some(own) => {
            let verdict = Some(Verdict::Yes);
            Some(Answer { verdict, ..answered(facts, vec![own], &kind, linked, property) })
        }
        None => Some(excluded(facts, property, team, &list, &kind, linked)),
    }
}
