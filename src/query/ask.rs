//! From a question to an answer: fold, link, guess what it asks for, and let the fact set decide.

use super::answer::{Answer, Outcome, Topic, plain};
use super::around::Around;
use super::bearers::Bearers;
use super::choose::Chosen;
use super::courtesy::{courtesy, without_thanks};
use super::days::is_of_knowing;
use super::follow::why_so;
use super::forest::Forest;
use super::halves::{before_or, last_clause};
use super::kind::{Kind, is_about_standing};
use super::link::Linker;
use super::linked::{Linked, Word};
use super::lookup;
use super::model::Model;
use super::shorthand::written_out;
use super::steps::Steps;
use super::talk::{about_the_last, begins_on, continues, is_filler, points_back, which_ones};
use super::told::telling_of_a_day;
use super::verdict::names_either;
use super::wording::StatementWords;
use crate::facts::{Entity, Facts, Statement};
use crate::text::{fold, tokens};

/// The longest question that is read, in characters.
pub const LONGEST_QUESTION: usize = 500;

/// How much must speak for one sentence of several.
const SENTENCE: f32 = 0.5;
/// How much must speak for the one thing of what was known on a day.
const KNOWN: f32 = 0.25;
/// How much more, where a name is among that.
const LOST: f32 = 2.0;
/// By how much more must speak for a question where a word is read as another one.
const IN_CONTEXT: f32 = 1.0;
/// How much speaks for a question without the courtesies around it, beside what it says.
const COURTESY: f32 = 1.0;
/// The same where nothing but a name is left: "that rider, I am in a hurry".
const BARE_NAME: f32 = 3.0;

/// Understands questions about one fact set.
#[derive(Debug)]
pub struct Asker {
    pub(super) linker: Linker,
    pub(super) model: Model,
    /// Entities that the name of the series contains.
    pub(super) ambient: Vec<usize>,
    pub(super) words: StatementWords,
    pub(super) forest: Forest,
    around: Around,
    pub(super) bearers: Bearers,
    pub(super) steps: Steps,
}

impl Asker {
    /// Understands questions by a model that was learnt for this fact set.
    #[must_use]
    pub fn new(facts: &Facts, linker: Linker, model: Model) -> Self {
        let names: Vec<String> = facts
            .entity(facts.series())
            .into_iter()
            .flat_map(Entity::names)
            .chain([&facts.file().about.label.en, &facts.file().about.label.fr])
            .map(|name| format!(" {} ", fold(name)))
            .collect();
        let ambient: Vec<usize> = facts
            .file()
            .entities
            .iter()
            .enumerate()
            .filter(|(_, entity)| {
                entity.names().any(|name| {
                    let name = format!(" {} ", fold(name));
                    names.iter().any(|series| series.contains(&name))
                })
            })
            .map(|(index, _)| index)
            .collect();
        Self {
            linker,
            model,
            bearers: Bearers::new(facts, &ambient),
            steps: Steps::new(facts),
            ambient,
            words: StatementWords::new(facts),
            forest: Forest::shipped(),
            around: Around::new(),
        }
    }

    /// Answers a question. `before` is what the last one of the same person in the same place was about.
    #[must_use]
    pub fn ask<'a>(&self, facts: &'a Facts, question: &str, before: Option<&Topic>) -> Answer<'a> {
        if question.chars().nth(LONGEST_QUESTION).is_some() {
            return plain(Outcome::OffTopic);
        }
        let kindness = courtesy(&fold(question));
        if kindness.is_some() {
            return Answer { courtesy: kindness, ..plain(Outcome::OffTopic) };
        }
        let question = without_thanks(question);
        let question = &*written_out(&question);
        let answer = self.answered(facts, question, before);
        self.decided(facts, question, answer)
    }

    /// The same without yes or no where only the words of a statement decide it.
    fn answered<'a>(&self, facts: &'a Facts, question: &str, before: Option<&Topic>) -> Answer<'a> {
        let whole = self.one(facts, question, before);
        let is_sure = whole.lead.is_infinite() && whole.lead > 0.0;
        if !is_sure && let Some(of_it) = self.of_a_described_work(facts, question) {
            return of_it;
        }
        if !is_sure && let Some(span) = self.of_a_span(facts, question) {
            return span;
        }
        if !is_sure && let Some(both) = self.both(facts, question, whole.lead) {
            return both;
        }
        // "Is there a title yet, or is it secret?" is answered by the title.
        let none = matches!(
            whole.answer.outcome,
            Outcome::OffTopic | Outcome::Unknown { absence: None, .. }
        );
        if none && let Some(left) = before_or(question) {
            let left = self.one(facts, left, before);
            if matches!(left.answer.outcome, Outcome::Answered(_)) && left.lead > SENTENCE {
                // "On the 24th or the 25th?" is no question for yes or no.
                let linked = self.link(&fold(question), &Kind::default());
                let verdict = left.answer.verdict.filter(|_| !names_either(&linked));
                return Answer { verdict, ..left.answer };
            }
        }
        if none && let Some(clause) = last_clause(question) {
            let asked = self.both(facts, clause, f32::NEG_INFINITY);
            let alone = || {
                let one = self.one(facts, clause, None);
                let told = matches!(one.answer.outcome, Outcome::Answered(_));
                (told && one.lead > SENTENCE).then_some(one.answer)
            };
            if let Some(answer) = asked.or_else(alone) {
                return answer;
            }
        }
        if is_sure { whole.answer } else { self.nearest_by_halves(facts, question, whole.answer) }
    }

    pub(super) fn one<'a>(
        &self,
        facts: &'a Facts,
        question: &str,
        before: Option<&Topic>,
    ) -> Chosen<'a> {
        let typed =
            self.in_context(facts, question, self.as_typed(facts, question, before), before);
        let answers = |one: &Chosen<'_>| matches!(one.answer.outcome, Outcome::Answered(_));
        // What was foreseen as unsaid was understood.
        let settled = matches!(
            typed.answer.outcome,
            Outcome::OffTopic | Outcome::Unknown { absence: Some(_), .. }
        );
        if settled || answers(&typed) {
            return typed;
        }
        // "How mnay are there?": a slip that somebody made before is a word that is known.
        let mended = self.model.speller().mended(&fold(question));
        let mended = mended.map(|mended| self.as_typed(facts, &mended, before));
        mended.filter(answers).unwrap_or(typed)
    }

    /// A question with a slip as it was read, or as it reads with another word that may have been meant, where far more
    /// speaks for that: "which deul" is "which duel", though "seul" is as near.
    fn in_context<'a>(
        &self,
        facts: &'a Facts,
        question: &str,
        typed: Chosen<'a>,
        before: Option<&Topic>,
    ) -> Chosen<'a> {
        // What is off the subject may be so because of that word: "how long is the Nile".
        let off = matches!(typed.answer.outcome, Outcome::OffTopic);
        if off || typed.lead.is_infinite() && typed.lead > 0.0 {
            return typed;
        }
        let folded = fold(question);
        let speller = self.model.speller();
        let words: Vec<&str> = tokens(&folded).collect();
        if words.iter().all(|word| speller.knows(word)) {
            return typed;
        }
        let Some(mended) = self.link(&folded, &Kind::default()).mended else { return typed };
        let read: Vec<&str> = tokens(&mended).collect();
        let mut slips =
            words.iter().zip(&read).enumerate().filter(|(_, (typed, read))| typed != read);
        let one = (slips.next(), slips.next());
        let (Some((at, (slip, _))), None) = one else { return typed };
        if read.len() != words.len() {
            return typed;
        }
        let others = speller.others(slip).into_iter().filter_map(|other| {
            let mut words = words.clone();
            *words.get_mut(at)? = other;
            let read = self.as_typed(facts, &words.join(" "), before);
            matches!(read.answer.outcome, Outcome::Answered(_)).then_some(read)
        });
        others.fold(typed, |best, read| {
            let clearly = read.lead.is_finite() && read.lead > best.lead + IN_CONTEXT;
            if clearly { read } else { best }
        })
    }

    fn as_typed<'a>(&self, facts: &'a Facts, question: &str, before: Option<&Topic>) -> Chosen<'a> {
        let folded = fold(question);
        let linked = self.linker.link(
            &folded,
            |word| self.model.speller().knows(word),
            |word| self.model.speller().correct(word),
        );
        let kind = Kind::of(linked.mended.as_deref().unwrap_or(&folded));
        if linked.words.is_empty() {
            return Chosen::unsure(Outcome::OffTopic);
        }
        let strange = linked.plain().any(|word| !self.model.speller().knows(word));
        if let Some(day) = kind.known_by.filter(|_| !strange) {
            let known = lookup::known_on(facts, day);
            if let Some(told) = self.known_of(facts, &linked, &kind, &known) {
                return told;
            }
            let known = telling_of_a_day(known);
            if !known.is_empty() {
                return Chosen::sure(plain(Outcome::Answered(known)));
            }
        }
        let mut asked = linked.clone();
        if kind.probe.is_some() {
            asked
                .words
                .retain(|word| !matches!(word, Word::Plain(word) if is_about_standing(word)));
        }
        if let Some(topic) = before
            && kind.probe.is_some()
            && asked.entities().is_empty()
            && asked.plain().all(points_back)
        {
            return Chosen::sure(about_the_last(facts, topic, &kind));
        }
        if kind.probe.is_some() && asked.entities().is_empty() && asked.plain().all(points_back) {
            let unknown = Outcome::Unknown { absence: None, nearest: None };
            let all = self.about_all_of_it(facts, &linked, &kind);
            return all.unwrap_or_else(|| Chosen::unsure(unknown));
        }
        if kind.probe.is_some()
            && self.names_all_of_it(facts, &asked)
            && self.model.is_exact(&linked, &self.linker)
            && let Some(all) = self.about_all_of_it(facts, &linked, &kind)
        {
            return all;
        }
        let why = || before.and_then(|topic| why_so(facts, topic, &folded));
        let which = before.and_then(|topic| which_ones(facts, topic, &folded));
        if let Some(answer) = which.or_else(why) {
            return Chosen::sure(answer);
        }
        let whole = self.understand(facts, &asked, &kind);
        // "What time is it?" points at nothing that was said.
        let off = matches!(whole.answer.outcome, Outcome::OffTopic) && !begins_on(&folded);
        let says = || linked.plain().filter(|word| !is_filler(word) && !points_back(word)).count();
        let follows = before.filter(|_| continues(&folded, &linked) && !(off && says() > 1));
        if let Some(topic) = follows {
            return Chosen::sure(self.follow(facts, &asked, &kind, topic));
        }
        // "Hello all, I am new. Could you tell me who made it, please?" asks who made it.
        let strange = |word: &str| self.model.is_beside_the_subject(word);
        let views = self.around.views(question, strange).into_iter().map(|view| {
            let kind = Kind { yes_no: kind.yes_no || view.claimed, ..Kind::of(&view.folded) };
            let linked = self.link(&view.folded, &kind);
            let bare = linked.plain().all(is_filler);
            let around = (view.alone, bare, kind.open);
            (around, linked.entities(), self.understand(facts, &linked, &kind))
        });
        let named = asked.entities();
        let telling = |named: &[usize]| named.iter().filter(|at| !facts.is_series(**at)).count();
        let begin = (whole.lead, whole);
        let (_, chosen) = views.fold(begin, |(most, best), ((alone, bare, asks), kept, view)| {
            // What is left out may be what it is about; courtesies say nothing of it.
            let only_the_series = asks && telling(&kept) == telling(&named);
            let loses = kept.len() < named.len() && !only_the_series;
            let lost = if loses { LOST } else { 0.0 };
            let bare = bare || view.is_of_a_name();
            let courtesy = if bare { BARE_NAME } else { COURTESY };
            let lead = if alone { view.lead - lost } else { view.lead - lost + courtesy };
            let least = if alone { SENTENCE } else { -f32::EPSILON };
            if view.lead > least && lead > most { (lead, view) } else { (most, best) }
        });
        chosen
    }

    /// What was known of the one thing that a question of a day asks for: "what did they say of the money in early March?"
    fn known_of<'a>(
        &self,
        facts: &'a Facts,
        linked: &Linked,
        kind: &Kind,
        known: &[&Statement],
    ) -> Option<Chosen<'a>> {
        let mut rest = linked.clone();
        rest.words.retain(|word| match word {
            Word::Plain(word) => !is_of_knowing(word),
            Word::Number(_) | Word::Year(_) => false,
            Word::Entity(_) | Word::Stranger(_) => true,
        });
        if rest.plain().all(is_filler) {
            return None;
        }
        let kind = Kind { known_by: None, ..kind.clone() };
        let told = self.understand(facts, &rest, &kind);
        let was_known = |one: &&Statement| known.iter().any(|known| known.id == one.id);
        // How it ended is not told, but how it stood then is.
        if let Outcome::Unknown { absence: Some(_), nearest: Some(nearest) } = told.answer.outcome {
            let nearest = Some(nearest).filter(was_known).filter(|_| told.lead > KNOWN)?;
            return Some(Chosen::sure(plain(Outcome::Answered(vec![nearest]))));
        }
        let Outcome::Answered(found) = &told.answer.outcome else { return None };
        (told.lead > KNOWN && found.iter().all(was_known)).then_some(told)
    }

    /// Whether a question names nothing but the series.
    fn names_all_of_it(&self, facts: &Facts, asked: &Linked) -> bool {
        asked.entities().iter().all(|at| facts.is_series(*at) || self.ambient.contains(at))
    }

    /// How sure all of it is, where that alone is asked: "is it official?" Nothing where that is no question that was
    /// learnt, or the articles leave it open.
    fn about_all_of_it<'a>(
        &self,
        facts: &'a Facts,
        linked: &Linked,
        kind: &Kind,
    ) -> Option<Chosen<'a>> {
        // The words that ask how sure it is are all that there is to go by.
        let open = Kind { probe: None, yes_no: false, ..kind.clone() };
        let found = self.understand(facts, linked, &open);
        let answers = matches!(found.answer.outcome, Outcome::Answered(_));
        answers.then_some(Chosen { answer: Answer { probe: kind.probe, ..found.answer }, ..found })
    }

    /// What a folded question names. Words that ask how sure something is ask for no fact.
    pub(super) fn link(&self, folded: &str, kind: &Kind) -> Linked {
        let speller = self.model.speller();
        let mut linked =
            self.linker.link(folded, |word| speller.knows(word), |word| speller.correct(word));
        if kind.probe.is_some() {
            linked
                .words
                .retain(|word| !matches!(word, Word::Plain(word) if is_about_standing(word)));
        }
        linked
    }
}
