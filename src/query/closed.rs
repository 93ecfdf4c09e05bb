//! Closed questions: whether one wants no more than yes or no, and which it gets where the words of a statement decide it.

use super::answer::{Answer, Outcome, Topic, Verdict, plain};
use super::ask::Asker;
use super::cues::OPEN;
use super::demonyms::{agree, is_demonym};
use super::either::{of_the_named, of_which_country};
use super::entailment::Closed;
use super::kind::Kind;
use super::language::language;
use super::linked::{Linked, Word};
use super::saying::{NEGATIONS, NOTHING, is_part_of_a_name};
use super::tags::{leave_out_a_negation, leave_out_a_tag, name_the_last_but_one};
use super::turned::{is_turned, names_another_side};
use super::verdict::{asks_for_the_same, is_narrowed, is_of_another_work, names_either, verdict};
use crate::facts::{Class, Facts, Lang, Statement, Value};
use crate::text::{fold, tokens};

impl Asker {
    /// An answer with yes or no, where it has neither and a statement says all that was asked.
    pub(super) fn decided<'a>(
        &self,
        facts: &'a Facts,
        question: &str,
        answer: Answer<'a>,
    ) -> Answer<'a> {
        if answer.probe.is_some() {
            return answer;
        }
        if answer.verdict.is_some() {
            return self.unless_it_asks_more(facts, question, answer);
        }
        // What begins as a question for something is not linked once more.
        let folded = fold(question);
        if tokens(&folded).next().is_some_and(|first| OPEN.contains(&first)) {
            return answer;
        }
        let told = match &answer.outcome {
            Outcome::Answered(told) => told.as_slice(),
            Outcome::Unknown { nearest, .. } => nearest.as_slice(),
            Outcome::Which(_) | Outcome::OffTopic => return answer,
        };
        let mut linked = self.link(&folded, &Kind::default());
        let left_out = leave_out_a_negation(&mut linked) | leave_out_a_tag(&mut linked);
        name_the_last_but_one(&mut linked);
        let kind = Kind::of(&linked.without_names());
        let kind = Kind { yes_no: kind.yes_no || left_out, ..kind };
        let closed = kind.yes_no || kind.states;
        let by_their_country = || by_their_country(facts, told, &linked);
        if let Some((found, verdict)) = closed.then(by_their_country).flatten() {
            let (outcome, verdict) = (Outcome::Answered(found), Some(verdict));
            return Answer { outcome, verdict, ..answer };
        }
        let of_the_named = || of_the_named(facts, told, &linked).map(|one| vec![one]);
        let either = of_the_named().or_else(|| of_which_country(facts, told, &linked));
        if let Some(told) = either {
            return Answer { outcome: Outcome::Answered(told), ..answer };
        }
        if !wants_a_verdict(&kind, &linked) {
            return answer;
        }
        let same = || names_the_same(facts, told, &linked).then_some(Verdict::Yes);
        if let Some(decided) = of_two(facts, told, &linked).or_else(same) {
            return Answer { verdict: Some(decided), ..answer };
        }
        // "Wasn’t there one before?" asks for the opposite of "the first".
        let first = || {
            let answers = matches!(answer.outcome, Outcome::Answered(_));
            let one = told.first().copied().filter(|_| left_out && answers)?;
            let one = Some(one).filter(|one| !matches!(one.value, Value::Bool(_)))?;
            Some((one, verdict(facts, one, &kind, &linked)?))
        };
        let closed = Closed {
            facts,
            words: &self.words,
            ambient: &self.ambient,
            linked: &linked,
            lang: language(question, Lang::En),
        };
        let straight = |found: &(&Statement, Verdict)| {
            !is_turned(&self.words, found.0, &folded)
                && !is_of_another_work(facts, found.0, &linked)
        };
        let decided = first().or_else(|| closed.decided(told)).filter(straight);
        let Some((one, verdict)) = decided else { return answer };
        let verdict = Some(verdict);
        if let Outcome::Answered(told) = &answer.outcome
            && let [only] = told.as_slice()
            && only.id == one.id
        {
            return Answer { verdict, ..answer };
        }
        let topic = Topic {
            label: one.property.clone(),
            entities: linked.entities(),
            statements: vec![one.id.clone()],
        };
        Answer { verdict, topic: Some(topic), ..plain(Outcome::Answered(vec![one])) }
    }
}

impl Asker {
    /// An answer without its yes or no where words turn the sense of the question, and without its yes where that says of a name
    /// what the statement that has that name does not: "does that partner produce it?"
    fn unless_it_asks_more<'a>(
        &self,
        facts: &'a Facts,
        question: &str,
        answer: Answer<'a>,
    ) -> Answer<'a> {
        let Outcome::Answered(told) = &answer.outcome else { return answer };
        let Some(one) = told.first() else { return answer };
        let folded = fold(question);
        let linked = self.link(&folded, &Kind::default());
        if is_turned(&self.words, one, &folded) || names_another_side(&linked) {
            return Answer { verdict: None, ..answer };
        }
        if answer.verdict != Some(Verdict::Yes) || one.value.entity().is_none() {
            return answer;
        }
        let asks_more = |word: &str| {
            let more =
                MORE_WORDS.contains(&word) || DEEDS.iter().any(|begin| word.starts_with(begin));
            more && !self.words.claims_as_much(&one.id, word)
        };
        // "Is their golf series on Netflix too?" names a platform that the statement does not.
        let is_of_series = one.subject == facts.series();
        let strange = |word: &Word| {
            let Word::Entity(at) = word else { return false };
            let entity = facts.file().entities.get(*at);
            let platform = entity.is_some_and(|it| it.class == Class::Organisation);
            let there = entity.is_some_and(|it| self.words.speaks_of(one, it));
            let named = is_part_of_a_name(&self.words, &linked, *at);
            platform && self.ambient.contains(at) && !is_of_series && !there && !named
        };
        let more = linked.plain().any(asks_more) || linked.words.iter().any(strange);
        Answer { verdict: answer.verdict.filter(|_| !more), ..answer }
    }
}

/// Whether one thing came before or after another, where the dates of both were told: "did that film come out before this one?"
fn of_two(facts: &Facts, told: &[&Statement], linked: &Linked) -> Option<Verdict> {
    let [one, other] = told else { return None };
    let entities = &facts.file().entities;
    let place = |it: &Statement| {
        let is_it = |at: usize| entities.get(at).is_some_and(|named| named.id == it.subject);
        linked.words.iter().position(|word| matches!(word, Word::Entity(at) if is_it(*at)))
    };
    let (first, second) = (place(one)?, place(other)?);
    let (one, other) = if first < second { (one, other) } else { (other, one) };
    let between = linked.words.get(first.min(second)..first.max(second))?;
    let says = |wanted: &[&str]| {
        let mut words = between.iter();
        words.any(|word| matches!(word, Word::Plain(word) if wanted.contains(&word.as_str())))
    };
    let before = says(&["before", "avant", "older", "earlier"]);
    let after = says(&["after", "apres", "newer", "later"]);
    let (one, other) = (one.date()?, other.date()?);
    let is_before = one.last_day()? < other.first_day()?;
    let is_after = one.first_day()? > other.last_day()?;
    match (before != after, is_before, is_after) {
        (true, true, _) | (true, _, true) if before == is_before => Some(Verdict::Yes),
        (true, true, _) | (true, _, true) => Some(Verdict::No),
        _ => None,
    }
}

/// Whether whoever was found is from where a question says, with what says where from: "did a Belgian win it?"
fn by_their_country<'a>(
    facts: &'a Facts,
    told: &[&'a Statement],
    linked: &Linked,
) -> Option<(Vec<&'a Statement>, Verdict)> {
    const ONE: &[&str] = &["a", "an", "another", "the", "that", "un", "une", "le", "la", "l", "ce"];
    let one = *told.first()?;
    let person = facts.entity(one.value.entity()?).filter(|it| it.class == Class::Person)?;
    // "A Belgian", but not "a Belgian team".
    let is_somebody = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| linked.words.get(before));
        let noun = linked.words.get(at + 1).is_some_and(|next| next.is_any(OF_A_COUNTRY));
        before.is_some_and(|word| word.is_any(ONE)) && !noun
    };
    let says =
        linked.words.iter().enumerate().any(|(at, word)| {
            matches!(word, Word::Plain(word) if is_demonym(word)) && is_somebody(at)
        });
    let negates = linked.plain().any(|word| NEGATIONS.contains(&word));
    if !says
        || negates
        || linked.stranger().is_some()
        || !linked.entities().iter().all(|at| {
            // Who else is named may be whom that is said of.
            facts.file().entities.get(*at).is_some_and(|it| it.class != Class::Person)
        })
    {
        return None;
    }
    let mut own = facts.naming(&person.id).filter(|it| it.subject == person.id);
    own.find_map(|it| {
        let Value::Text(text) = &it.value else { return None };
        let same = agree(linked.plain(), &text.en)?;
        Some((vec![one, it], if same { Verdict::Yes } else { Verdict::No }))
    })
}

/// Whether a question does no more than ask whether two names are of the same: "is he the head of that company?"
fn names_the_same(facts: &Facts, told: &[&Statement], linked: &Linked) -> bool {
    let named = linked.words.iter().filter_map(|word| match word {
        Word::Entity(at) => Some(*at),
        _ => None,
    });
    let named: Vec<usize> = named.collect();
    let says_more = linked.words.iter().any(|word| match word {
        Word::Plain(word) => !NOTHING.contains(&word.as_str()),
        Word::Entity(_) => false,
        Word::Number(_) | Word::Year(_) | Word::Stranger(_) => true,
    });
    let [one, other] = named.as_slice() else { return false };
    let class = facts.file().entities.get(*one).map(|it| it.class);
    let acts = matches!(class, Some(Class::Person | Class::Team | Class::Organisation));
    !told.is_empty() && !says_more && one == other && acts
}

/// Whether a question asks for nothing but whether something is so.
fn wants_a_verdict(kind: &Kind, linked: &Linked) -> bool {
    let closed = kind.yes_no || kind.states;
    let plain = kind.probe.is_none() && kind.compare.is_none() && kind.want.is_none();
    let mut words = linked.plain();
    // "What does he tell": only in the middle is "qu’est-ce que" a mark of yes or no.
    let open = matches!(linked.plain().next(), Some("qu" | "que" | "quoi" | "quel" | "quelle"));
    let turned = words.any(|word| NEGATIONS.contains(&word) || ASKS_FURTHER.contains(&word));
    // "Is it her who made it?" names who it would be.
    let asks_who = linked.words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|at| linked.words.get(at));
        let names = matches!(before, Some(Word::Entity(_)));
        matches!(word, Word::Plain(word) if matches!(word.as_str(), "who" | "qui")) && !names
    });
    let more = asks_who || names_either(linked) || is_narrowed(linked) || asks_for_the_same(linked);
    closed && plain && !open && !turned && !more && linked.stranger().is_none()
}

/// Words for what may be of a country beside somebody.
const OF_A_COUNTRY: &[&str] = &[
    "team", "teams", "squad", "outfit", "equipe", "equipes", "formation", "company", "studio",
    "channel", "broadcaster", "chaine", "boite", "societe", "series", "serie", "film", "doc",
    "title", "titre", "stage", "etape", "start", "depart", "public", "article", "announcement",
];

/// Words that ask for more than whether it is so, or of whom it is not clear what they say.
const ASKS_FURTHER: &[&str] = &["else", "beat", "beaten", "battu", "beats", "than"];

/// Words that say more than that something has to do with another thing.
const MORE_WORDS: &[&str] = &[
    "still", "toujours", "encore", "anymore", "cause", "because", "parce", "another", "autre",
    "autres",
];

/// How words for what somebody does begin, of which one is not another.
const DEEDS: &[&str] = &["produ", "organi", "diffus", "broadcast", "financ", "sponsor"];
