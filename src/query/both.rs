//! Two questions in one, answered both.

use super::answer::{Answer, Outcome, Topic};
use super::ask::Asker;
use super::besides::only_sets_apart;
use super::choose::Chosen;
use super::halves::{Halves, halves, is_bare, is_pronoun, only_asks_which, opens};
use super::kind::{Kind, Want};
use super::label::property;
use super::linked::{Linked, Word};
use super::resolve::{Named, Resolved, resolve};
use super::told::answered;
use crate::facts::{Absence, Class, Facts, Statement, ValueKind};
use crate::text::{fold, tokens};

/// How much must speak for each of two questions in one.
const BOTH: f32 = 0.5;
/// The same where no word of the second asks.
const LOOSE: f32 = 2.0;

impl Asker {
    /// Both answers of two questions in one, where both are answered, and by other things than the whole; `whole` is how much
    /// speaks for what the whole was read as.
    pub(super) fn both<'a>(
        &self,
        facts: &'a Facts,
        question: &str,
        whole: f32,
    ) -> Option<Answer<'a>> {
        self.taken_apart(facts, question, Some(whole))
    }

    /// What the articles leave open, with what answers the first of two questions as the nearest: "who won, and how old is he?"
    pub(super) fn nearest_by_halves<'a>(
        &self,
        facts: &'a Facts,
        question: &str,
        answer: Answer<'a>,
    ) -> Answer<'a> {
        let absence = match answer.outcome {
            Outcome::Unknown { absence: Some(absence), .. } => absence,
            Outcome::Answered(_) | Outcome::Unknown { absence: None, .. } => {
                match self.open_of_the_told(facts, question) {
                    Some(absence) => absence,
                    None => return answer,
                }
            }
            _ => return answer,
        };
        let told = halves(question).into_iter().filter(|halves| !halves.loose).find_map(|halves| {
            let left = self.one(facts, &halves.left, None);
            let first = own(facts, &left.answer)?.first().copied();
            first.filter(|_| left.lead > BOTH)
        });
        let Some(first) = told else { return answer };
        let outcome = Outcome::Unknown { absence: Some(absence), nearest: Some(first) };
        Answer { outcome, ..answer }
    }

    /// What is left open of whoever the first of two questions is answered with, where the second asks no more than that of him
    /// or her: "who won, and how old is he?"
    fn open_of_the_told<'a>(&self, facts: &'a Facts, question: &str) -> Option<&'a Absence> {
        halves(question).into_iter().filter(|halves| !halves.loose).find_map(|halves| {
            let left = self.one(facts, &halves.left, None);
            let folded = fold(&halves.right);
            let kind = Kind::of(&folded);
            let second = self.of_the_told(facts, &left, &self.link(&folded, &kind), &kind)?;
            match second.answer.outcome {
                Outcome::Unknown { absence, .. } if left.lead > BOTH && second.lead > BOTH => {
                    absence
                }
                _ => None,
            }
        })
    }

    /// Both answers; nothing speaks for a whole that is a half itself. The first half of such a one is not taken apart: time must
    /// not grow with the number of halves of halves.
    fn taken_apart<'a>(
        &self,
        facts: &'a Facts,
        question: &str,
        whole: Option<f32>,
    ) -> Option<Answer<'a>> {
        let parts = halves(question).into_iter();
        for halves in
            parts.filter(|one| !only_sets_apart(&one.left) && !only_asks_which(&one.right))
        {
            // "They did that one, and which other ones?" asks of what the first part does not tell.
            if whole.is_some_and(|whole| whole > BOTH) && asks_for_other_things(&halves.right) {
                continue;
            }
            let two = whole.and_then(|_| self.taken_apart(facts, &halves.left, None));
            let left = two.map_or_else(|| self.one(facts, &halves.left, None), Chosen::sure);
            let left = self.behind_its_beginning(facts, &halves, left);
            let Some(first) = own(facts, &left.answer) else { continue };
            // What no word asks for apart must be understood better apart.
            let least =
                if halves.loose { whole.map_or(LOOSE, |whole| whole.max(LOOSE)) } else { BOTH };
            // "Who is that, and which country?", but not "that film, how long is it?"
            let of_a_name = || left.is_of_a_name() && tokens(&fold(&halves.left)).any(opens);
            if left.lead <= least && (halves.loose || !of_a_name()) {
                continue;
            }
            for right in self.seconds(facts, &halves, &left) {
                let Some(second) = own(facts, &right.answer) else { continue };
                if right.lead <= least {
                    continue;
                }
                let second = if right.answer.topic == left.answer.topic {
                    if let Some(probe) = right.answer.probe {
                        return Some(Answer { probe: Some(probe), ..left.answer.clone() });
                    }
                    // "Who makes it, and who makes it with them?": what is told beside the same.
                    let with = |word: &str| matches!(word, "with" | "avec");
                    let Outcome::Answered(all) = right.answer.outcome else { continue };
                    if !tokens(&fold(&halves.right)).any(with) {
                        continue;
                    }
                    all
                } else {
                    second
                };
                let new = |one: &&Statement| !first.iter().any(|other| other.id == one.id);
                if !second.iter().any(&new) && left.is_of_a_name() {
                    return Some(left.answer.clone());
                }
                if !second.iter().any(&new) {
                    // "Is that team in, and who refused?": the one answer tells both.
                    if left.answer.verdict.is_some() && right.answer.topic != left.answer.topic {
                        return Some(left.answer.clone());
                    }
                    continue;
                }
                let mut both = first.clone();
                both.extend(second.iter().copied().filter(new));
                let same = left.answer.verdict == right.answer.verdict;
                let verdict = left.answer.verdict.filter(|_| same);
                let statements = both.iter().map(|one| one.id.clone()).collect();
                let topic = left.answer.topic.clone().map(|topic| Topic { statements, ..topic });
                let outcome = Outcome::Answered(both);
                return Some(Answer { outcome, verdict, topic, ..left.answer.clone() });
            }
        }
        None
    }

    /// What the first of two questions asks, or what it does behind what it begins with where not much is understood of the
    /// whole: "my dad wants to know things: who made it".
    fn behind_its_beginning<'a>(
        &self,
        facts: &'a Facts,
        halves: &Halves,
        left: Chosen<'a>,
    ) -> Chosen<'a> {
        let answers = |one: &Chosen<'_>| matches!(one.answer.outcome, Outcome::Answered(_));
        let Some(asked) = &halves.asked else { return left };
        // What names something is more than talk.
        let names = |text: &str| {
            let linked = self.link(&fold(text), &Kind::default());
            let entities = linked.entities().into_iter();
            entities.filter(|at| !facts.is_series(*at)).count()
        };
        let lost = names(&halves.left) > names(asked);
        if lost && answers(&left) && left.lead > BOTH {
            return left;
        }
        let alone = self.one(facts, asked, None);
        let least = if lost { left.lead.max(BOTH) } else { BOTH };
        if answers(&alone) && alone.lead > least { alone } else { left }
    }

    /// What the second of two questions may come to: what goes with what the first asked for, with what the first is about,
    /// of what the first named, going on from the first ("what is it called, and who is in it?"), or by itself. Each is only
    /// looked for when those before it will not do.
    fn seconds<'a, 'q>(
        &'q self,
        facts: &'a Facts,
        halves: &'q Halves,
        left: &'q Chosen<'a>,
    ) -> impl Iterator<Item = Chosen<'a>> + use<'a, 'q> {
        let topic = left.answer.topic.as_ref();
        let folded = fold(&halves.right);
        let kind = Kind::of(&folded);
        let linked = self.link(&folded, &kind);
        // "And how old is he?" asks of him and of nobody else.
        let him = self.of_the_told(facts, left, &linked, &kind);
        let ways = if him.is_some() { 2 } else { 6 };
        let him = him.or_else(|| self.of_the_work_told(facts, left, &linked, &kind));
        let mut him = him;
        (0..ways).filter_map(move |way| match way {
            0 => self.asked_with(facts, topic?, &folded, &kind),
            1 => him.take(),
            2 => Some(self.one(facts, halves.shared.as_ref()?, None)),
            3 => Some(self.one(facts, halves.joined.as_ref()?, None)),
            4 => self.of_the_named(facts, topic?, &linked, &kind),
            _ => Some(self.one(facts, &halves.right, topic)),
        })
    }

    /// The second question of whom the first was answered with: "who runs it, and what does he think of the series?"
    fn of_the_told<'a>(
        &self,
        facts: &'a Facts,
        left: &Chosen<'a>,
        right: &Linked,
        kind: &Kind,
    ) -> Option<Chosen<'a>> {
        let Outcome::Answered(told) = &left.answer.outcome else { return None };
        let asked = left.answer.topic.as_ref()?;
        let entities = &facts.file().entities;
        let first = told.first()?;
        let persons = [Some(first.subject.as_str()), first.value.entity()];
        let mut persons = persons.into_iter().flatten().filter_map(|id| {
            let at = entities.iter().position(|one| one.id == id)?;
            let is_new = entities.get(at)?.class == Class::Person && !asked.entities.contains(&at);
            is_new.then_some(at)
        });
        let points = right.plain().any(is_pronoun);
        let person = persons.next().filter(|_| points)?;
        Some(self.of_it(facts, right, kind, person))
    }

    /// The second question of the work that the first was answered with, where it names nothing: "they show a film as well, how
    /// long is it?"
    fn of_the_work_told<'a>(
        &self,
        facts: &'a Facts,
        left: &Chosen<'a>,
        right: &Linked,
        kind: &Kind,
    ) -> Option<Chosen<'a>> {
        let Outcome::Answered(told) = &left.answer.outcome else { return None };
        let entities = &facts.file().entities;
        let work = &told.first()?.subject;
        let at = entities.iter().position(|one| one.id == *work)?;
        let is_film = matches!(entities.get(at)?.class, Class::Docuseries | Class::Programme);
        let named = right.entities().contains(&at) || work == facts.series();
        let points = right.plain().any(|it| is_pronoun(it) || matches!(it, "ca" | "that"));
        if !is_film || named || !points || right.stranger().is_some() {
            return None;
        }
        Some(self.of_it(facts, right, kind, at))
    }

    /// A question with an entity in the place of the word that stands for it.
    fn of_it<'a>(&self, facts: &'a Facts, asks: &Linked, kind: &Kind, it: usize) -> Chosen<'a> {
        let mut named = asks.clone();
        named.words.retain(|word| !matches!(word, Word::Plain(word) if is_pronoun(word)));
        named.words.push(Word::Entity(it));
        self.understand(facts, &named, kind)
    }

    /// The second question of what the first named, where it names nothing.
    fn of_the_named<'a>(
        &self,
        facts: &'a Facts,
        topic: &Topic,
        right: &Linked,
        kind: &Kind,
    ) -> Option<Chosen<'a>> {
        let names = !right.entities().is_empty() || right.stranger().is_some();
        if names || topic.entities.is_empty() {
            return None;
        }
        let mut joined = right.clone();
        joined.words.extend(topic.entities.iter().map(|index| Word::Entity(*index)));
        Some(self.understand(facts, &joined, kind))
    }

    /// What is asked for with one word together with what the first half asked for, where the second is no more than when or
    /// where: "which country hosted it, and on what date?"
    fn asked_with<'a>(
        &self,
        facts: &'a Facts,
        topic: &Topic,
        right: &str,
        kind: &Kind,
    ) -> Option<Chosen<'a>> {
        const DAYS: &[&str] = &["date", "dates", "day", "year", "years", "jour", "annee"];
        const PLACES: &[&str] =
            &["place", "city", "town", "ville", "endroit", "lieu", "country", "pays"];
        if !is_bare(right) {
            return None;
        }
        let has = |words: &[&str]| tokens(right).any(|word| words.contains(&word));
        let want = match kind.want {
            Some(want @ (Want::When | Want::Where)) => Some(want),
            _ if has(PLACES) => Some(Want::Where),
            _ if has(DAYS) => Some(Want::When),
            want => want,
        };
        // What the first half told already is not what the second asks for.
        let told = facts.property(property(&topic.label)).map(|one| one.value);
        if want == Some(Want::When) && told == Some(ValueKind::Date) {
            return None;
        }
        let fits = |id: &&str| {
            facts.property(id).is_some_and(|one| match want {
                Some(Want::When) => one.value == ValueKind::Date,
                Some(Want::Where) => one.range.contains(&Class::Place),
                _ => false,
            })
        };
        let labels = |id: &str| {
            let label = facts.property(id).map(|one| &one.label);
            label.map_or_else(String::new, |label| fold(&format!("{} {}", label.en, label.fr)))
        };
        let is_called = |id: &&str| tokens(&labels(id)).any(|word| has(&[word]));
        let mut all = self.model.together(property(&topic.label)).filter(fits);
        let first = all.next()?;
        // "Which country?" is rather asked for the country of the start than for its town.
        let id = std::iter::once(first).chain(all).find(is_called).unwrap_or(first);
        let linked = self.link(right, kind);
        let named = Named::new(facts, &linked, &self.ambient);
        let asked = (&linked, &self.words.heard(&linked));
        match resolve(facts, &self.words, id, &named, asked)? {
            Resolved::Stated(found) => {
                Some(Chosen::sure(answered(facts, found, kind, &linked, id)))
            }
            _ => None,
        }
    }
}

/// Whether a half asks for other things than those that were named: "what other sports?"
fn asks_for_other_things(half: &str) -> bool {
    let folded = fold(half);
    let words: Vec<&str> = tokens(&folded).collect();
    words.windows(2).any(|pair| {
        matches!(
            pair,
            ["what" | "which", "other"]
                | ["d", "autres"]
                | ["quel" | "quelle" | "quels" | "quelles", "autre" | "autres"]
        )
    })
}

/// What an answer tells of what was asked, without what is told beside it.
fn own<'a>(facts: &Facts, answer: &Answer<'a>) -> Option<Vec<&'a Statement>> {
    let Outcome::Answered(found) = &answer.outcome else { return None };
    let Some(topic) = answer.topic.as_ref().filter(|topic| !topic.statements.is_empty()) else {
        return Some(found.clone());
    };
    let details = topic.statements.iter().filter_map(|id| facts.statement(id));
    let details: Vec<&String> = details.flat_map(|one| &one.details).collect();
    let is_own =
        |one: &&Statement| topic.statements.contains(&one.id) || details.contains(&&one.id);
    let own: Vec<&Statement> = found.iter().copied().filter(is_own).collect();
    Some(if own.is_empty() { found.clone() } else { own })
}
