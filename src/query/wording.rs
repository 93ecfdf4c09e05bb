//! The words that the fact set itself uses of each statement and absence, to tell apart what one property says
//! of one thing.

use rustc_hash::{FxHashMap, FxHashSet};

use super::concepts::Concepts;
use super::features::hash;
use super::linked::Linked;
use crate::facts::{Bilingual, Entity, Facts, Statement};
use crate::text::{fold, tokens};

/// The words of each statement's and absence's claim and question in both languages, and what they mean, to
/// tell apart what one property says of one thing.
#[derive(Debug)]
pub struct StatementWords {
    words: FxHashMap<String, Hashes>,
    meanings: FxHashMap<String, Hashes>,
    /// What each statement and absence says, without the question that it answers.
    claims: FxHashMap<String, Claim>,
    concepts: Concepts,
    /// The telling words of the name of each entity.
    labels: FxHashMap<String, Vec<u64>>,
    /// The statements that were read in what an entity published.
    published: FxHashMap<String, FxHashSet<String>>,
}

/// The hashes of some words, in order.
#[derive(Debug)]
struct Hashes(Box<[u64]>);

impl Hashes {
    fn new(mut hashes: Vec<u64>) -> Self {
        hashes.sort_unstable();
        hashes.dedup();
        Self(hashes.into_boxed_slice())
    }

    fn have(&self, word: u64) -> bool {
        self.0.binary_search(&word).is_ok()
    }
}

/// The words of a claim in both languages.
#[derive(Debug)]
struct Claim {
    words: Hashes,
    /// How the longer ones begin.
    begins: Hashes,
    meanings: Hashes,
}

impl StatementWords {
    /// Folds the words of all statements and absences.
    #[must_use]
    pub fn new(facts: &Facts) -> Self {
        let concepts = Concepts::new();
        let (mut words, mut meanings) = (FxHashMap::default(), FxHashMap::default());
        let mut claims = FxHashMap::default();
        let statements = facts.statements().iter().map(|one| (&one.id, &one.claim, &one.question));
        let absences = facts.file().absences.iter().map(|one| (&one.id, &one.claim, &one.question));
        for (id, claim, question) in statements.chain(absences) {
            let (mut own, mut meant) = (Vec::new(), Vec::new());
            let (mut all, mut begins) = (Vec::new(), Vec::new());
            each_word(claim, |word| {
                own.extend(tells(word).then(|| hash(word)));
                meant.extend(concepts.of(word).map(hash));
                all.push(hash(word));
                begins.extend(is_long(word).then(|| hash(beginning(word))));
            });
            let (all, begins) = (Hashes::new(all), Hashes::new(begins));
            let claim = Claim { words: all, begins, meanings: Hashes::new(meant.clone()) };
            claims.insert(id.clone(), claim);
            each_word(question, |word| {
                own.extend(tells(word).then(|| hash(word)));
                meant.extend(concepts.of(word).map(hash));
            });
            words.insert(id.clone(), Hashes::new(own));
            meanings.insert(id.clone(), Hashes::new(meant));
        }
        let entities = facts.file().entities.iter();
        let labels = entities.map(|entity| {
            let label = fold(&entity.label.en);
            (entity.id.clone(), tokens(&label).filter(|word| tells(word)).map(hash).collect())
        });
        let labels = labels.collect();
        let mut published: FxHashMap<String, FxHashSet<String>> = FxHashMap::default();
        for article in &facts.file().articles {
            let by =
                |one: &&Entity| one.names().any(|name| Some(name) == article.publisher.as_ref());
            for entity in facts.file().entities.iter().filter(by) {
                let is_from = |one: &&Statement| {
                    one.evidence.iter().any(|evidence| evidence.article == article.id)
                };
                let read_there = facts.statements().iter().filter(is_from);
                let read_there = read_there.map(|one| one.id.clone());
                published.entry(entity.id.clone()).or_default().extend(read_there);
            }
        }
        Self { words, meanings, claims, concepts, labels, published }
    }

    /// Whether all words of the name of an entity are among those of a statement.
    fn names(&self, statement: &Statement, entity: &Entity) -> bool {
        let Some(label) = self.labels.get(&entity.id).filter(|label| !label.is_empty()) else {
            return false;
        };
        let words = self.words.get(&statement.id);
        words.is_some_and(|words| label.iter().all(|word| words.have(*word)))
    }

    /// Whether a statement names an entity, as a value or in its words.
    pub(super) fn mentions(&self, statement: &Statement, entity: &Entity) -> bool {
        statement.entities().any(|id| id == entity.id) || self.names(statement, entity)
    }

    /// Whether it does, or was read in what the entity published: "which teams did that paper name?"
    pub(super) fn speaks_of(&self, statement: &Statement, entity: &Entity) -> bool {
        self.mentions(statement, entity)
            || self.published.get(&entity.id).is_some_and(|ids| ids.contains(&statement.id))
    }

    /// The plain words of a question, made ready to be looked for in statements.
    #[must_use]
    pub(super) fn heard(&self, linked: &Linked) -> Heard {
        let mut heard = Heard::default();
        for word in linked.plain() {
            let hash_of_it = hash(word);
            heard.words.push(hash_of_it);
            heard.begins.push(hash(beginning(word)));
            if word.len() > 3 {
                heard.longer.push(hash_of_it);
            }
            heard.meanings.extend(self.concepts.of(word).map(hash));
        }
        heard
    }

    /// What share of the longer plain words of a question a statement or an absence has, and what share of
    /// what its words mean.
    pub(super) fn shares(&self, id: &str, heard: &Heard) -> (f32, f32) {
        let (Some(words), Some(meanings)) = (self.words.get(id), self.meanings.get(id)) else {
            return (0.0, 0.0);
        };
        let number = |count: usize| u16::try_from(count).map_or(f32::MAX, f32::from);
        let share = |all: &[u64], of: &Hashes| {
            let part = all.iter().filter(|one| of.have(**one)).count();
            if all.is_empty() { 0.0 } else { number(part) / number(all.len()) }
        };
        (share(&heard.longer, words), share(&heard.meanings, meanings))
    }

    /// Whether a word means something.
    pub(super) fn means(&self, word: &str, meaning: &str) -> bool {
        self.concepts.of(word).any(|one| one == meaning)
    }

    /// Whether what a statement says has a word.
    pub(super) fn claims(&self, id: &str, word: &str) -> bool {
        self.claims.get(id).is_some_and(|claim| claim.words.have(hash(word)))
    }

    /// Whether what a statement says has a word, one that begins as it does, or one that means the same.
    pub(super) fn claims_as_much(&self, id: &str, word: &str) -> bool {
        self.claims.get(id).is_some_and(|claim| {
            claim.words.have(hash(word))
                || is_long(word) && claim.begins.have(hash(beginning(word)))
                || self.claims_the_meaning(id, word)
        })
    }

    /// Whether what a statement says has a word that means the same as another.
    pub(super) fn claims_the_meaning(&self, id: &str, word: &str) -> bool {
        self.claims.get(id).is_some_and(|claim| {
            self.concepts.of(word).any(|meaning| claim.meanings.have(hash(meaning)))
        })
    }

    /// How many of the plain words of a question a statement has.
    pub(super) fn shared(&self, statement: &Statement, heard: &Heard) -> i32 {
        let Some(words) = self.words.get(&statement.id) else { return 0 };
        i32::try_from(heard.words.iter().filter(|word| words.have(**word)).count()).unwrap_or(0)
    }
}

/// The hashes of the plain words of a question.
#[derive(Debug, Default)]
pub(super) struct Heard {
    words: Vec<u64>,
    /// Those of more than three letters.
    longer: Vec<u64>,
    /// What they mean.
    meanings: Vec<u64>,
    /// How they begin.
    begins: Vec<u64>,
}

impl Heard {
    /// Whether a word, or one that begins alike, is among them.
    pub(super) fn has(&self, word: &str) -> bool {
        self.begins.contains(&hash(beginning(word)))
    }
}

/// How many letters most of the forms of a word begin with in common.
const BEGINNING: usize = 5;

/// The first five letters of a word.
fn beginning(word: &str) -> &str {
    word.char_indices().nth(BEGINNING).and_then(|(end, _)| word.get(..end)).unwrap_or(word)
}

/// Whether a word is long enough to be known by how it begins.
fn is_long(word: &str) -> bool {
    word.len() >= BEGINNING
}

/// Hands over each word of a text in both languages, folded.
fn each_word(text: &Bilingual, mut take: impl FnMut(&str)) {
    for text in [&text.en, &text.fr] {
        tokens(&fold(text)).for_each(&mut take);
    }
}

/// Whether a word tells one thing from another: short ones do not, but for numbers ("episode 5").
fn tells(word: &str) -> bool {
    word.len() > 2 || word.bytes().all(|byte| byte.is_ascii_digit())
}
