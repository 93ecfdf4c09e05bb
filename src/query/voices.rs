//! Whose words a question asks for, and what somebody said or thinks of whom the articles give no word.

use super::cues::is_among;
use super::linked::{Linked, Word};
use super::resolve::{Named, Resolved};
use super::said::belongs;
use super::weigh::{Asked, Weighed};
use crate::facts::{Class, Entity, Facts, Statement, Status};

/// Words for saying and thinking.
const SAYS: &str = "say says said think thinks thought thoughts feel feels felt comment commented comments react \
    reacted reaction opinion view views dit dire pense penser pensait declare commente reagi \
    ressenti";
/// Words for what somebody said, before the name: "what is the opinion of …".
const SAYING_OF: &str = "opinion view views thoughts reaction avis sentiment ressenti";
/// Words between a name and what is said.
const BETWEEN: &str = "a avait s t il en ever really actually have has to y";
/// Words for speaking, of which no more than whose words are asked for can be told.
const SPEAKS: &str =
    "speak speaks spoke spoken talk talks talked talking parle parler parlent tell tells told";
/// Words before what is spoken of, or of which something else is: "about that company", "the project of that company".
const BEFORE_A_TOPIC: &str = "about on sur the a this of de du d with avec";
/// Words for somebody of a company.
const PEOPLE: &str = "quelqu un someone somebody anyone anybody themselves who qui own rep reps representative person people boss guy woman lady manager exec executive \
    spokesperson spokeswoman staff gens personne responsable representante porte parole dame nana patronne";
/// Words before whose words are asked for.
const BEFORE_A_VOICE: &str = "at chez selon";
/// How many words may stand between.
const FEW: usize = 3;
/// By how much less what a company's own people say may weigh than what others say, where their words are asked for.
const THEIRS: f32 = 6.0;
/// The same where most speaks for what is foreseen as left open.
const LEFT_OPEN: f32 = 1.5;

/// Of what is said, the words of a company's own people, where just those are asked for: "what does that company think of it?"
pub(super) fn rather_their_words<'r, 'm, 'a>(
    asked: &Asked<'a, '_>,
    best: &'r Weighed<'m, 'a>,
    readings: &'r [Weighed<'m, 'a>],
) -> &'r Weighed<'m, 'a> {
    let facts = asked.facts;
    let stated = |one: &Weighed<'m, 'a>| match &one.resolved {
        Some(Resolved::Stated(found)) => found.first().copied(),
        _ => None,
    };
    let margin = match &best.resolved {
        Some(Resolved::Stated(found)) if found.iter().all(|one| one.status == Status::Opinion) => {
            THEIRS
        }
        Some(Resolved::Absent(_)) => LEFT_OPEN,
        _ => return best,
    };
    let speakers = companies_asked(asked);
    let is_theirs = |one: &Statement| is_said_by(facts, one, &speakers);
    if speakers.is_empty() || stated(best).is_some_and(is_theirs) {
        return best;
    }
    readings
        .iter()
        .take_while(|one| best.weight - one.weight < margin)
        .find(|one| stated(one).is_some_and(is_theirs))
        .unwrap_or(best)
}

/// Whether what was found is somebody else's opinion than that of a company whose words are asked for.
pub(super) fn is_of_another_voice(asked: &Asked<'_, '_>, found: &[&Statement]) -> bool {
    let speakers = companies_asked(asked);
    let by_another = |one: &&Statement| {
        one.status == Status::Opinion && !is_said_by(asked.facts, one, &speakers)
    };
    !speakers.is_empty() && found.iter().all(by_another)
}

/// The companies that are said to say something.
fn companies_asked<'a>(asked: &Asked<'a, '_>) -> Vec<&'a Entity> {
    let is_one = |one: &&Entity| {
        one.class == Class::Organisation
            && places(asked.facts, asked.linked, one).any(|at| is_speaker(asked.linked, at))
    };
    asked.named.telling.iter().chain(&asked.named.ambient).copied().filter(is_one).collect()
}

/// Whether something is the opinion of one of these companies, or of somebody of theirs.
fn is_said_by(facts: &Facts, one: &Statement, companies: &[&Entity]) -> bool {
    let voice = one.according_to.as_deref().unwrap_or(&one.subject);
    let person = facts.entity(voice).is_some_and(|it| it.class == Class::Person);
    let own = |it: &&Entity| voice == it.id || person && belongs(facts, voice, &it.id);
    one.status == Status::Opinion && companies.iter().any(own)
}

/// Whether a question asks what somebody says or thinks of whom no article gives a word.
pub(super) fn asks_the_silent(asked: &Asked<'_, '_>) -> bool {
    let is_silent = |one: &&Entity| {
        matches!(one.class, Class::Person | Class::Organisation) && !speaks(asked.facts, one)
    };
    let entities = &asked.facts.file().entities;
    let of_silent = |word: &Word| match word {
        Word::Entity(at) => {
            let one = entities.get(*at);
            one.is_some_and(|one| asked.named.telling.iter().any(|it| it.id == one.id))
                && one.as_ref().is_some_and(is_silent)
        }
        _ => false,
    };
    let words = &asked.linked.words;
    asked.kind.open
        && words.iter().enumerate().any(|(at, word)| {
            if !of_silent(word) {
                return false;
            }
            let after = words.get(at + 1..).unwrap_or_default();
            let mut after = after.iter().take(FEW + 1).skip_while(|word| says(word, BETWEEN));
            let before = words.get(..at).unwrap_or_default();
            let mut before = before.iter().rev();
            let (last, but_one) = (before.next(), before.next());
            after.next().is_some_and(|word| says(word, SAYS))
                // "Que pense un tel de la série ?"
                || last.is_some_and(|word| says(word, "pense dit pensait"))
                || last.is_some_and(|word| says(word, "de d of"))
                    && but_one.is_some_and(|word| says(word, SAYING_OF))
        })
}

/// The companies among those that are named whose words a question asks for: of two, whichever stands beside a word for saying,
/// or behind "at" or "according to"; else all that stand out, or that are at least not what is spoken of.
pub(super) fn speakers<'a>(facts: &Facts, linked: &Linked, named: &Named<'a>) -> Vec<&'a Entity> {
    let all = || named.telling.iter().chain(&named.ambient).copied();
    let asked: Vec<&Entity> =
        all().filter(|one| places(facts, linked, one).any(|at| is_speaker(linked, at))).collect();
    if !asked.is_empty() || !named.telling.is_empty() {
        return if asked.is_empty() { named.telling.clone() } else { asked };
    }
    let is_topic = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| linked.words.get(before));
        before.is_some_and(|word| says(word, BEFORE_A_TOPIC))
    };
    all().filter(|one| !places(facts, linked, one).any(is_topic)).collect()
}

/// Where in a question something is named.
fn places<'q>(
    facts: &'q Facts,
    linked: &'q Linked,
    named: &'q Entity,
) -> impl Iterator<Item = usize> + 'q {
    let words = linked.words.iter().enumerate();
    words.filter_map(move |(at, word)| match word {
        Word::Entity(entity) => {
            let it = facts.file().entities.get(*entity)?;
            (it.id == named.id).then_some(at)
        }
        _ => None,
    })
}

/// Whether what is named at a place is said to say something.
fn is_speaker(linked: &Linked, at: usize) -> bool {
    let of_people =
        |word: &Word| says(word, SAYING_OF) || says(word, PEOPLE) || says(word, "nom behalf");
    let between = |word: &&Word| says(word, BETWEEN) || says(word, PEOPLE);
    let after = linked.words.get(at + 1..).unwrap_or_default();
    let mut after = after.iter().take(2 * FEW).skip_while(between);
    let mut before = linked.words.get(..at).unwrap_or_default().iter().rev();
    let (last, but_one) = (before.next(), before.next());
    after.next().is_some_and(|word| says(word, SAYS) || says(word, SPEAKS))
        || last.is_some_and(|word| says(word, SAYS) || says(word, BEFORE_A_VOICE))
        || last.is_some_and(|word| says(word, "de d of")) && but_one.is_some_and(of_people)
        // A second question goes on with the company of the first: "who speaks for that company, and to say what?"
        || last.is_some_and(|word| says(word, "quoi what"))
            && but_one.is_some_and(|word| says(word, SAYS))
}

fn says(word: &Word, list: &str) -> bool {
    matches!(word, Word::Plain(word) if is_among(list, word))
}

/// Whether any article gives words of somebody, or of somebody of a company.
fn speaks(facts: &Facts, one: &Entity) -> bool {
    let own = |id: &str| {
        facts.naming(id).any(|it| {
            let by = it.according_to.as_deref();
            by == Some(id) || it.subject == id && it.status == Status::Opinion && by.is_none()
        })
    };
    let mut people = facts.naming(&one.id).filter(|it| {
        it.value.entity() == Some(&one.id)
            && facts.entity(&it.subject).is_some_and(|it| it.class == Class::Person)
    });
    own(&one.id) || one.class == Class::Organisation && people.any(|it| own(&it.subject))
}
