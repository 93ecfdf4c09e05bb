//! From the words of a question to an answer: what it names is read in each way in which it may be meant, and weighed.

use super::amounts::of_an_amount;
use super::answer::{Answer, Outcome};
use super::ask::Asker;
use super::besides::{asks_who_else, set_apart, without};
use super::choose::{Chosen, choose};
use super::compare::compared;
use super::connection::connection;
use super::days::of_the_day;
use super::edition::another_edition;
use super::either::sides;
use super::filmography::{all_films, film_of_both};
use super::kind::Kind;
use super::linked::Linked;
use super::members::who_is_in;
use super::parts::in_a_part;
use super::premises::put_right;
use super::quantities::does_sums;
use super::resolve::Named;
use super::speaker::speaker;
use super::talk::{asks_for_a_name, is_filler, names_a_name, the_part};
use super::told::{about_another, answered, is_about, of_a_name, of_a_part};
use super::weigh::Asked;
use super::won::{did_they_win, had_they_won};
use super::works::{called_by_whose, told_from_the_others};
use crate::facts::{Class, Facts};

/// How much must speak for a question of somebody who is not named.
const MEANT: f32 = 1.0;

/// How much speaks for a work that is told from the others of its makers: more than for their name alone.
const TOLD_APART: f32 = 4.0;

impl Asker {
    /// What a linked question comes to.
    pub(super) fn understand<'a>(
        &self,
        facts: &'a Facts,
        linked: &Linked,
        kind: &Kind,
    ) -> Chosen<'a> {
        let answers = |one: &Chosen<'_>| {
            matches!(
                one.answer.outcome,
                Outcome::Answered(_) | Outcome::Unknown { absence: Some(_), .. }
            )
        };
        let told_apart =
            told_from_the_others(facts, linked).or_else(|| film_of_both(facts, linked, kind));
        if let Some(named) = told_apart {
            let told = self.understand_apart(facts, &named, kind);
            // "What is their other film called?"
            let little = |word: &str| is_filler(word) || matches!(word, "comment" | "il" | "elle");
            let mut asks = named.plain().filter(|word| !little(word));
            if asks.all(|word| asks_for_a_name(word) || names_a_name(word)) {
                let answer = of_a_name(
                    facts,
                    &self.words,
                    &Named::new(facts, &named, &self.ambient),
                    &named,
                );
                return Chosen { answer, lead: TOLD_APART };
            }
            if answers(&told) && (told.lead > MEANT || told.is_of_a_name()) {
                return Chosen { lead: told.lead.max(TOLD_APART), ..told };
            }
        }
        let of_a_kind = self.bearers.of_a_kind(linked);
        let of_a_kind = called_by_whose(facts, linked).or(of_a_kind);
        let of_a_kind = of_a_kind.map(|named| self.understand_apart(facts, &named, kind));
        if let Some(told) = of_a_kind.filter(|one| answers(one) && one.lead > MEANT) {
            return told;
        }
        let second = self.steps.taken(facts, linked);
        let second = second.map(|taken| self.understand_apart(facts, &taken, kind));
        if let Some(told) = second.filter(|one| answers(one) && one.lead > MEANT) {
            return told;
        }
        let chosen = self.understand_apart(facts, linked, kind);
        if matches!(chosen.answer.outcome, Outcome::OffTopic) {
            return chosen;
        }
        // "Which country is the winner from?" asks of whoever won, "who is in the second one" of a part.
        let is_answered = answers(&chosen);
        let of_a_part = if is_answered { None } else { the_part(facts, linked) };
        let least = if is_answered { chosen.lead.max(MEANT) } else { MEANT };
        // Whoever "the winner" is, "the production company" asks for a name.
        let entities = &facts.file().entities;
        let is_person = |at: usize| entities.get(at).is_some_and(|one| one.class == Class::Person);
        let known = linked.entities();
        let of_persons = |named: &Linked| {
            let mut new = named.entities().into_iter().filter(|at| !known.contains(at));
            new.all(is_person)
        };
        // What is foreseen as unsaid, and whether something is so of somebody, is answered as it is.
        let stays =
            is_answered && (kind.yes_no || !matches!(chosen.answer.outcome, Outcome::Answered(_)));
        let bearer = if stays { None } else { self.bearers.named(linked, is_answered) };
        let bearer = bearer.filter(|named| !is_answered || of_persons(named));
        let meant = bearer.into_iter().chain(of_a_part);
        let mut meant = meant.map(|named| self.understand_apart(facts, &named, kind));
        if let Some(told) = meant.find(|one| answers(one) && one.lead > least) {
            return told;
        }
        if is_answered { chosen } else { self.of_one_side(facts, linked, kind).unwrap_or(chosen) }
    }

    /// What is said of the one of two that are named: "was it this company or that one that made it?"
    fn of_one_side<'a>(
        &self,
        facts: &'a Facts,
        linked: &Linked,
        kind: &Kind,
    ) -> Option<Chosen<'a>> {
        let kind = Kind { yes_no: false, states: false, ..kind.clone() };
        sides(linked).into_iter().find_map(|(kept, side)| {
            let told = self.understand_apart(facts, &side, &kind);
            let Outcome::Answered(found) = &told.answer.outcome else { return None };
            let kept = facts.file().entities.get(kept)?;
            let is_of_it = found.first().is_some_and(|one| one.entities().any(|id| id == kept.id));
            (is_of_it && told.lead > MEANT).then_some(told)
        })
    }

    /// The same where everything is called by its name.
    fn understand_apart<'a>(&self, facts: &'a Facts, linked: &Linked, kind: &Kind) -> Chosen<'a> {
        let mut others = linked.clone();
        let apart = set_apart(&mut others);
        if apart.is_empty() || others.words.is_empty() {
            return self.understand_all(facts, linked, kind);
        }
        let chosen = self.understand_all(facts, &others, kind);
        if asks_who_else(linked) {
            let whole = self.understand_all(facts, linked, kind);
            let answers = |one: &Chosen<'_>| matches!(one.answer.outcome, Outcome::Answered(_));
            if !answers(&chosen) || answers(&whole) && whole.lead > chosen.lead {
                return whole;
            }
        }
        // Yes or no is said of all of them.
        let answer = Answer { verdict: None, ..without(facts, chosen.answer, &apart) };
        Chosen { answer, ..chosen }
    }

    /// The same for a question that sets nothing apart.
    fn understand_all<'a>(&self, facts: &'a Facts, linked: &Linked, kind: &Kind) -> Chosen<'a> {
        let named = Named::new(facts, linked, &self.ambient);
        if let Some(answer) = by_the_facts(facts, &named, linked, kind) {
            return Chosen::sure(answer);
        }
        let content: Vec<&str> = linked.plain().filter(|word| !is_filler(word)).collect();
        let unknown = self.unknown(&content);
        // "It is" asks for nothing, as what is left of a question between two names.
        let says_nothing =
            |word: &&str| matches!(*word, "c" | "ce" | "cest" | "est" | "it" | "is" | "s" | "was");
        let names_nothing = linked.entities().is_empty() && linked.stranger().is_none();
        let numbers = linked.numbers().next().is_some() || linked.years().next().is_some();
        let empty =
            names_nothing && (content.is_empty() || !numbers && content.iter().all(says_nothing));
        if empty || does_sums(facts, linked) {
            return Chosen::unsure(Outcome::OffTopic);
        }
        // What an episode is about is a question of its own.
        let names_a_part = named.telling.iter().any(|one| one.class == Class::Episode);
        // "Him in all this?"
        let in_all = |word: &str| word == "dans" && content.contains(&"tout");
        let says = content.iter().any(|word| !asks_for_a_name(word) && !in_all(word));
        if content.iter().all(|word| asks_for_a_name(word) || is_about(word))
            && let Some(answer) = about_another(facts, &named, linked, kind)
        {
            return Chosen::sure(answer);
        }
        if !says && !names_a_part && !named.telling.is_empty() {
            return Chosen::of_a_name(of_a_name(facts, &self.words, &named, linked));
        }
        // "Episode 2?": all that makes it what it is.
        if content.is_empty()
            && let Some(answer) = of_a_part(facts, &named, linked)
        {
            return Chosen::of_a_name(answer);
        }
        // "Who produced Goofy?": half of what it says is something else than this bot knows of.
        let long = content.iter().filter(|word| word.len() > 3).count();
        if linked.entities().is_empty() && unknown > 0 && 2 * unknown >= long {
            return Chosen::unsure(Outcome::OffTopic);
        }
        let asked = Asked {
            facts,
            words: &self.words,
            model: &self.model,
            named: &named,
            linked,
            heard: &self.words.heard(linked),
            kind,
            unknown,
            content: content.len(),
        };
        let Some(mut read) = self.read(&asked, &self.forest) else {
            return Chosen::unsure(Outcome::OffTopic);
        };
        read.trust_the_known();
        let chosen = choose(&asked, &read.readings, read.none, read.off);
        let answer = put_right(facts, &self.words, &named, linked, chosen.answer);
        let chosen = Chosen { answer, ..chosen };
        // "What is the name of that company's series?", where there is no more to it than what it is.
        let asks_a_name = content.iter().all(|word| asks_for_a_name(word) || names_a_name(word));
        let nothing = matches!(
            chosen.answer.outcome,
            Outcome::OffTopic | Outcome::Unknown { absence: None, .. }
        );
        if nothing && asks_a_name && !names_a_part && named.telling.len() == 1 {
            return Chosen { answer: of_a_name(facts, &self.words, &named, linked), lead: 0.0 };
        }
        chosen
    }
}

/// The answer to a question that needs no guess: of things that are compared, of who is in, of a day.
pub(super) fn by_the_facts<'a>(
    facts: &'a Facts,
    named: &Named<'a>,
    linked: &Linked,
    kind: &Kind,
) -> Option<Answer<'a>> {
    let all = compared(facts, &named.telling, linked);
    if all.is_none()
        && let Some(answer) = who_is_in(facts, named, linked, kind)
    {
        return Some(answer);
    }
    if let Some(answer) = another_edition(facts, named, linked, kind) {
        return Some(answer);
    }
    let closed = in_a_part(facts, named, linked, kind);
    let won = || {
        let before = had_they_won(facts, named, linked, kind);
        before.or_else(|| did_they_win(facts, named, linked, kind))
    };
    if let Some(answer) = closed.or_else(won) {
        return Some(answer);
    }
    let day = || of_the_day(facts, linked).filter(|_| named.telling.is_empty());
    let compares = all.is_some();
    let speaks = || speaker(facts, named, linked, kind);
    let amount = || of_an_amount(facts, named, linked, kind);
    let listed = || connection(facts, linked).or_else(|| all_films(facts, named, linked, kind));
    let listed = if compares { None } else { listed() };
    let compares = compares || listed.is_some();
    let found = all.or(listed).or_else(amount).or_else(day).or_else(speaks)?;
    let label = found.first().map(|one| one.property.clone()).unwrap_or_default();
    let none = Kind::default();
    Some(answered(facts, found, if compares { &none } else { kind }, linked, &label))
}
