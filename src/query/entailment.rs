//! Yes or no by entailment: a statement that says all that a closed question says answers it with yes, and one that only says
//! "before" where the question says "after" with no.

use super::answer::Verdict;
use super::dated::{is_of_a_date, names_a_day, of_that_day};
use super::linked::{Linked, Word};
use super::said::belongs;
use super::saying::{NEGATIONS, NOTHING, SIDES, Says, year_of};
use super::verdict::{asks_for_another, is_left_open, is_own_race};
use super::wording::StatementWords;
use crate::facts::{Class, Entity, Facts, Lang, Rank, Role, Statement, Status, Value};
use crate::text::fold;

/// A closed question, and what is known of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Closed<'a, 'q> {
    pub facts: &'a Facts,
    pub words: &'q StatementWords,
    /// Entities that the name of the series contains, by index.
    pub ambient: &'q [usize],
    pub linked: &'q Linked,
    /// The language that it is asked in.
    pub lang: Lang,
}

impl<'a> Closed<'a, '_> {
    /// Which statement decides the question, and how: one of those that were `told`, or of whatever it names.
    pub fn decided(&self, told: &[&'a Statement]) -> Option<(&'a Statement, Verdict)> {
        let entities = &self.facts.file().entities;
        let named: Vec<&'a Entity> = self
            .linked
            .entities()
            .into_iter()
            .filter(|at| !self.ambient.contains(at))
            .filter_map(|at| entities.get(at))
            .filter(|one| one.id != self.facts.series())
            .collect();
        let of_them = named.iter().flat_map(|one| self.facts.naming(&one.id));
        let decides = |one: &'a Statement| {
            let role = self.facts.property(&one.property).and_then(|it| it.role);
            let verdict = role.is_none().then(|| self.verdict(one, &named)).flatten()?;
            Some((one, verdict))
        };
        let by_the_told =
            told.iter().copied().find_map(|one| Some((one, self.verdict(one, &named)?)));
        // What was not found must have more in common with the question than what its words mean.
        let in_words = |one: &&'a Statement| {
            let mut words = self.linked.plain();
            words.any(|word| match word {
                "sur" => self.says_plain(one, word) == Says::So,
                "one" => self.words.claims(&one.id, "about"),
                word => {
                    let tells = word.len() > SHORT && !NOTHING.contains(&word);
                    tells && self.words.claims(&one.id, word)
                }
            })
        };
        let refutes = |one: &'a Statement| self.refutes(one, &named).then_some((one, Verdict::No));
        let of_the_race = || {
            let all = self.facts.statements().iter();
            all.filter(|one| !named.is_empty() && is_own_race(self.facts, &one.subject))
        };
        by_the_told
            .or_else(|| of_them.filter(in_words).find_map(decides))
            .or_else(|| told.iter().copied().take(FIRST).find_map(refutes))
            .or_else(|| of_the_race().find_map(refutes))
            .or_else(|| self.accepted(&named).map(|one| (one, Verdict::No)))
            .or_else(|| self.declined(&named).map(|one| (one, Verdict::No)))
    }

    /// What a statement says of it, if it says all of it.
    fn verdict(&self, one: &Statement, named: &[&Entity]) -> Option<Verdict> {
        if !self.may_decide(one) || !self.is_about(one, named) {
            return None;
        }
        let dated = one.date().filter(|_| names_a_day(self.linked));
        let (mut said, mut opposite) = (0, 0);
        for word in &self.linked.words {
            match self.says(one, word) {
                _ if dated.is_some() && is_of_a_date(word) => {}
                Says::So => said += 1,
                Says::Nothing => {}
                Says::Opposite => opposite += 1,
                Says::No => return None,
            }
        }
        if let Some(date) = dated {
            // Somebody may do a thing more than once.
            let again = self.facts.entity(&one.subject).is_some_and(|it| it.class == Class::Person);
            let found = of_that_day(date, self.linked).filter(|_| said > 0);
            return found.filter(|verdict| !again || *verdict == Verdict::Yes);
        }
        if said == 0 || self.is_of_another_time(one) || !self.is_in_order(one, named) {
            return None;
        }
        match opposite {
            0 => Some(Verdict::Yes),
            1 => Some(Verdict::No),
            _ => None,
        }
    }

    /// Whether a statement says all of it but of another team, place, person or company, of which there is only one.
    fn refutes(&self, one: &Statement, named: &[&Entity]) -> bool {
        let facts = self.facts;
        let closed = facts.complete(&one.subject, &one.property).is_some();
        let Some(value) = one.value.entity().and_then(|id| facts.entity(id)) else { return false };
        let is_one_of_a_kind = matches!(
            value.class,
            Class::Team | Class::Place | Class::Person | Class::Organisation | Class::Race
        );
        if !closed || !is_one_of_a_kind || !self.may_decide(one) || is_named_as(&value.id, named) {
            return false;
        }
        // What is before one thing may be before another as well.
        if SIDES.iter().flat_map(|(_, words)| *words).any(|word| self.words.claims(&one.id, word)) {
            return false;
        }
        let (mut said, mut others, mut of_another_year) = (0, Vec::new(), false);
        for word in &self.linked.words {
            match (self.says(one, word), word) {
                (Says::So, _) => said += 1,
                (Says::Nothing, _) => {}
                (Says::No, Word::Entity(at)) => others.extend(facts.file().entities.get(*at)),
                // "The 2021 race": the value is that of another year.
                (Says::No, Word::Year(_)) if year_of(value).is_some() => of_another_year = true,
                _ => return false,
            }
        }
        if of_another_year && others.is_empty() {
            return said > 0;
        }
        let [other] = others.as_slice() else { return false };
        let akin = belongs(facts, &other.id, &value.id);
        // "Was that stage in this town?", which has nothing else to do with it.
        let is_in = |word: &str| matches!(word, "in" | "at" | "a" | "au" | "en");
        let only_in = value.class == Class::Place
            && is_named_as(&one.subject, named)
            && self.linked.plain().any(is_in)
            && !facts.naming(&other.id).any(|it| it.subject == one.subject);
        let says = said > 0 || only_in;
        let of_another = value.class == Class::Race
            && (asks_for_another(self.linked) || is_left_open(facts, other));
        says && !of_another && other.class == value.class && !akin && !self.is_of_another_time(one)
    }

    /// Whether a statement is sure enough to say yes or no by its words. Who is in is asked of lists, and what is or is not so
    /// has a verdict of its own.
    fn may_decide(&self, one: &Statement) -> bool {
        let firm = match one.status {
            Status::Confirmed | Status::Planned => true,
            // That somebody says so is sure.
            Status::Opinion => self.linked.plain().any(|word| self.words.means(word, "say")),
            _ => false,
        };
        let current = one.rank != Rank::Deprecated && one.conflicts_with.is_empty();
        let apart = self
            .facts
            .property(&one.property)
            .is_none_or(|it| it.denies || !matches!(it.role, None | Some(Role::Featured)));
        let negated = NEGATIONS.iter().any(|word| self.words.claims(&one.id, word));
        firm && current && !apart && !negated && !matches!(one.value, Value::Bool(_))
    }

    /// Whether a statement says what comes before or after something, and the question names a year: that may be the year of
    /// the other thing.
    fn is_of_another_time(&self, one: &Statement) -> bool {
        let mut sided = SIDES.iter().flat_map(|(_, words)| words.iter().copied());
        let asks = self.linked.plain().any(|word| sided.clone().any(|side| side == word));
        let dated = self.linked.years().next().is_some() || self.names_a_race_of_a_year();
        dated && !asks && sided.any(|word| self.words.claims(&one.id, word))
    }

    /// Whether a statement is about what the question is about: the series, its race, or what is named.
    fn is_about(&self, one: &Statement, named: &[&Entity]) -> bool {
        let facts = self.facts;
        let is_named = |id: &str| is_named_as(id, named);
        let of_a_work = facts
            .entity(&one.subject)
            .is_some_and(|it| matches!(it.class, Class::Docuseries | Class::Programme));
        one.subject == facts.series()
            || is_own_race(facts, &one.subject)
            || is_named(&one.subject)
            || of_a_work && one.value.entity().is_some_and(is_named)
    }

    /// Whether the same is said of what is named: two teams of one part.
    pub fn goes_with(&self, one: &Statement, entity: &Entity) -> bool {
        let mut same = self.facts.of(&one.subject, &one.property);
        same.any(|it| it.value.entity() == Some(&entity.id) && self.may_decide(it))
    }

    /// What says that a team refused, where a question has it accept.
    fn declined(&self, named: &[&Entity]) -> Option<&'a Statement> {
        let [team] = named else { return None };
        let mut refusals = self.facts.in_role(Role::Declined);
        let refusal = refusals.find(|it| it.value.entity() == Some(&team.id))?;
        let accepts = |word: &str| ACCEPTS.iter().any(|begin| word.starts_with(begin));
        let says_more = self.linked.words.iter().any(|word| match word {
            Word::Plain(word) if accepts(word) || self.words.means(word, "filming") => false,
            word => self.says(refusal, word) == Says::No,
        });
        let is_asked = self.linked.plain().any(accepts);
        (is_asked && !says_more).then_some(refusal)
    }

    /// What says that a team is in, where a question has it refuse as another did.
    fn accepted(&self, named: &[&Entity]) -> Option<&'a Statement> {
        let [team] = named else { return None };
        let refusal = self.facts.in_role(Role::Declined).next()?;
        let declines =
            self.facts.in_role(Role::Declined).any(|it| it.value.entity() == Some(&team.id));
        let is_it =
            |at: &usize| self.facts.file().entities.get(*at).is_some_and(|it| it.id == team.id);
        let mut said = 0;
        for word in &self.linked.words {
            match (self.says(refusal, word), word) {
                (Says::Nothing, _) => {}
                (Says::So, _) => said += 1,
                (Says::No, Word::Entity(at)) if is_it(at) => {}
                _ => return None,
            }
        }
        let refuses = self.linked.plain().any(|word| self.words.means(word, "refuse"));
        let mut featured = self.facts.in_role(Role::Featured);
        let of_it = |it: &&Statement| it.value.entity() == Some(&team.id) && self.may_decide(it);
        featured.find(of_it).filter(|_| refuses && said > 0 && !declines)
    }

    /// Whether what is named comes in the order in which the statement names it, where two things could change places: who
    /// lost to whom, from where to where.
    fn is_in_order(&self, one: &Statement, named: &[&Entity]) -> bool {
        if named.len() < 2 {
            return true;
        }
        let claim = format!(" {} ", &*fold(one.claim.get(self.lang)));
        let at = |entity: &Entity| {
            let called = entity.names().map(|name| format!(" {} ", &*fold(name)));
            called.filter_map(|name| claim.find(&name)).min()
        };
        let order: Vec<(Class, usize)> =
            named.iter().filter_map(|entity| Some((entity.class, at(entity)?))).collect();
        order.iter().enumerate().all(|(index, (class, first))| {
            order.iter().skip(index + 1).all(|(other, next)| other != class || first < next)
        })
    }
}

fn is_named_as(id: &str, named: &[&Entity]) -> bool {
    named.iter().any(|entity| entity.id == id)
}

/// How many of the statements that were told may say that it is not so.
const FIRST: usize = 3;

/// How many letters a word has at most that many statements have.
const SHORT: usize = 3;

/// How words begin with which somebody says yes.
const ACCEPTS: &[&str] = &["accept", "agree"];
