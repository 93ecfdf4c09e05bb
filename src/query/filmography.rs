//! The films of a team: "how many docs about them are there, and which?", and the one that somebody else had a part in: "the
//! doc about them with that broadcaster".

use super::kind::Kind;
use super::linked::{Linked, Word};
use super::lookup::current;
use super::resolve::Named;
use super::talk::is_filler;
use crate::facts::{Class, Entity, Facts, Statement, Status};

/// Words for films of any kind.
pub(super) const FILMS: &[&str] = &[
    "docs", "documentaries", "documentaires", "docus", "films", "movies", "productions",
    "docuseries", "series",
];
/// Words for one.
const FILM: &[&str] = &[
    "doc", "documentary", "documentaire", "docu", "film", "movie", "series", "serie", "one",
    "docuserie", "docuseries", "programme", "production", "celui", "celle",
];
/// Words that ask for all of them.
const ALL: &[&str] = &[
    "which", "list", "all", "many", "lesquels", "lesquelles", "quels", "combien", "tous", "liste",
    "name", "what",
];
/// Words that say no more than whose they are.
const LITTLE: &[&str] = &[
    "about", "on", "of", "by", "from", "made", "make", "did", "do", "does", "done", "released",
    "exist", "exists", "mentioned", "cited", "there", "are", "is", "have", "has", "sur", "de",
    "du", "des", "d", "la", "le", "l", "les", "fait", "faits", "sorti", "sortis", "a", "ont",
    "existe", "existent", "cites", "mentionnes", "et", "and", "y", "il", "elle", "team", "equipe",
    "tv", "other", "autres", "ones", "called", "s", "how", "names", "titles", "noms", "titres",
];

/// All films that a team has to do with, where a question asks for no more than these.
pub(super) fn all_films<'a>(
    facts: &'a Facts,
    named: &Named<'a>,
    linked: &Linked,
    kind: &Kind,
) -> Option<Vec<&'a Statement>> {
    let [team] = named.telling.as_slice() else { return None };
    let closed = kind.yes_no || kind.probe.is_some() || kind.reason;
    let has = |list: &[&str]| linked.words.iter().any(|word| word.is_any(list));
    let counts = has(&["many", "combien"]) && has(FILM);
    if team.class != Class::Team || closed || !(has(FILMS) && has(ALL) || counts) {
        return None;
    }
    let says_more = linked.words.iter().any(|word| match word {
        Word::Plain(word) => {
            let word = word.as_str();
            let listed = [FILMS, FILM, ALL, LITTLE].iter().any(|list| list.contains(&word));
            !listed && !is_filler(word)
        }
        Word::Entity(_) => false,
        Word::Number(_) | Word::Year(_) | Word::Stranger(_) => true,
    });
    if says_more {
        return None;
    }
    let all = films_of(facts, team);
    (all.len() > 1).then_some(all)
}

/// A question with the one film in the place of what tells it from the others of a team: another name that has a part in it.
pub(super) fn film_of_both(facts: &Facts, linked: &Linked, kind: &Kind) -> Option<Linked> {
    if kind.yes_no || kind.states || !linked.words.iter().any(|word| word.is_any(FILM)) {
        return None;
    }
    let entities = &facts.file().entities;
    let named: Vec<(usize, &Entity)> =
        linked.entities().into_iter().filter_map(|at| Some((at, entities.get(at)?))).collect();
    let has_part = |one: &Entity| matches!(one.class, Class::Team | Class::Organisation);
    let (of_a_film, others): (Vec<_>, Vec<_>) =
        named.into_iter().partition(|(_, one)| has_part(one));
    let [(first, one), (second, other)] = of_a_film.as_slice() else { return None };
    let no_team = one.class != Class::Team && other.class != Class::Team;
    // The series itself is what everybody has to do with.
    if no_team || others.iter().any(|(_, it)| it.id != facts.series()) {
        return None;
    }
    let of_both = |film: &str| {
        let has = |id: &str| {
            facts.naming(id).any(|it| it.subject == film && it.value.entity() == Some(id))
        };
        has(&one.id) && has(&other.id)
    };
    let mut films = entities
        .iter()
        .enumerate()
        .filter(|(_, it)| is_film(it) && it.id != facts.series() && of_both(&it.id));
    let (Some((film, _)), None) = (films.next(), films.next()) else { return None };
    let mut told = Linked { words: Vec::with_capacity(linked.words.len()), ..linked.clone() };
    let (mut put, mut after_a_name) = (false, false);
    for word in &linked.words {
        let is_name = *word == Word::Entity(*first) || *word == Word::Entity(*second);
        let tells = is_name
            || word.is_any(FILM)
            || matches!(word, Word::Entity(at) if entities.get(*at).is_some_and(|it| it.id == facts.series()))
            || word.is_any(&["with", "avec", "and", "et", "about", "on", "sur", "by", "par", "tv"])
            || after_a_name && word.is_any(&["s"]);
        after_a_name = is_name;
        if !tells {
            told.words.push(word.clone());
        } else if !put {
            told.words.push(Word::Entity(film));
            put = true;
        }
    }
    Some(told)
}

/// What is said of each film that a team has to do with, and makes it so.
pub(super) fn films_of<'a>(facts: &'a Facts, team: &Entity) -> Vec<&'a Statement> {
    let of_a_film = facts.naming(&team.id).filter(|one| {
        one.value.entity() == Some(&team.id)
            && matches!(one.status, Status::Confirmed | Status::Reported)
            && one.subject != facts.series()
            && facts.entity(&one.subject).is_some_and(is_film)
    });
    current(of_a_film).collect()
}

fn is_film(one: &Entity) -> bool {
    matches!(one.class, Class::Docuseries | Class::Programme)
}
