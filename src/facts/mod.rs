//! The fact set: parsed, checked as a whole, then frozen. Everything the bot says comes from here.

pub mod articles;
mod check;
mod date;
pub mod model;
mod names;
mod problem;
mod schema;
mod shape;

use std::collections::HashSet;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use sha2::{Digest as _, Sha256};

use names::Names;

pub use check::check;
pub use date::{BadDate, PartialDate};
pub use model::{
    Absence, AbsenceSubject, Article, Bilingual, Bound, Cardinality, Class, Complete, Entity,
    Evidence, FactFile, Gender, Grammar, Lang, ListWording, Property, Quantity, QuizWording, Rank,
    Role, Stance, Statement, Status, Topic, Unit, Value, ValueKind, Verdict,
};
pub use problem::Problem;
pub use schema::{schema, schema_text};
pub use shape::{LARGEST, parse};

/// The fact set that the program carries.
pub const SHIPPED: &str = include_str!("../../data/facts.json");

/// Reads the text of a fact file.
///
/// # Errors
/// One problem: the file cannot be read, is too large, or is not UTF-8.
pub fn read(path: &Path) -> Result<String, Problem> {
    let failed = |what: String| {
        Problem::new(path.display().to_string(), "", what, "check --facts and ROADBOOK_FACTS")
    };
    let file =
        fs::File::open(path).map_err(|error| failed(format!("it cannot be read: {error}")))?;
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    file.take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| failed(format!("it cannot be read: {error}")))?;
    if bytes.len() > LARGEST {
        let length = fs::metadata(path)
            .map_or(bytes.len(), |metadata| usize::try_from(metadata.len()).unwrap_or(usize::MAX));
        let mut problem = shape::too_large(length);
        problem.place = path.display().to_string();
        return Err(problem);
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        failed(format!("it is not UTF-8 (from byte {at} on)"))
    })
}

/// A fact set that has passed every check; it never changes.
#[derive(Debug)]
pub struct Facts {
    file: FactFile,
    articles: FxHashMap<String, usize>,
    entities: FxHashMap<String, usize>,
    properties: FxHashMap<String, usize>,
    statements: FxHashMap<String, usize>,
    units: FxHashMap<String, usize>,
    /// Statements by each entity that they name anywhere, in the order of the file.
    naming: FxHashMap<String, Vec<usize>>,
    /// Statements by their property, in the order of the file.
    of_property: FxHashMap<String, Vec<usize>>,
    /// Absences by their property, in the order of the file.
    absent: FxHashMap<String, Vec<usize>>,
    /// A digest of each statement, made when the first is wanted.
    digests: OnceLock<Vec<u64>>,
    /// Made when the first is wanted.
    names: OnceLock<Names>,
}

impl Facts {
    /// Reads, checks and freezes a fact file.
    ///
    /// # Errors
    /// Every problem; a fact set with any is not loaded.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        let file = parse(text)?;
        let problems = check(&file);
        if problems.is_empty() { Ok(Self::freeze(file)) } else { Err(problems) }
    }

    /// The fact set that the program carries. A test makes all checks of it whenever it changes, so that a start
    /// need not.
    ///
    /// # Errors
    /// Every problem of its shape: the program was made without its tests.
    pub fn shipped() -> Result<Self, Vec<Problem>> {
        parse(SHIPPED).map(Self::freeze)
    }

    fn freeze(file: FactFile) -> Self {
        fn by_id<'a>(ids: impl Iterator<Item = &'a String>) -> FxHashMap<String, usize> {
            ids.enumerate().map(|(index, id)| (id.clone(), index)).collect()
        }
        let mut naming: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (index, statement) in file.statements.iter().enumerate() {
            for entity in statement.entities() {
                let statements = naming.entry(entity.to_owned()).or_default();
                if statements.last() != Some(&index) {
                    statements.push(index);
                }
            }
        }
        let mut of_property: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (index, statement) in file.statements.iter().enumerate() {
            of_property.entry(statement.property.clone()).or_default().push(index);
        }
        let mut absent: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (index, absence) in file.absences.iter().enumerate() {
            absent.entry(absence.property.clone()).or_default().push(index);
        }
        Self {
            articles: by_id(file.articles.iter().map(|one| &one.id)),
            entities: by_id(file.entities.iter().map(|one| &one.id)),
            properties: by_id(file.properties.iter().map(|one| &one.id)),
            statements: by_id(file.statements.iter().map(|one| &one.id)),
            units: by_id(file.units.iter().map(|one| &one.id)),
            naming,
            of_property,
            absent,
            digests: OnceLock::new(),
            names: OnceLock::new(),
            file,
        }
    }

    /// Every name of an entity in both languages, folded, with a space on each side, so that whole words are
    /// found in a text that is folded and padded likewise.
    #[must_use]
    pub fn padded_names(&self, id: &str) -> &[String] {
        self.entities.get(id).map(|at| self.names().of(*at)).unwrap_or_default()
    }

    /// Whether a name of one entity is, or is part of, a name of the other.
    #[must_use]
    pub fn names_overlap(&self, left: &str, right: &str) -> bool {
        match (self.entities.get(left), self.entities.get(right)) {
            (Some(left), Some(right)) => self.names().overlap(*left, *right),
            _ => false,
        }
    }

    fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(&self.file.entities))
    }

    /// A digest of statements, 16 hex digits: another one as soon as any of them says or words anything
    /// else, or is gone.
    #[must_use]
    pub fn digest_of<'a>(&self, ids: impl Iterator<Item = &'a str>) -> String {
        let digests = self.digests.get_or_init(|| {
            let digest = |statement: &Statement| {
                let text = serde_json::to_string(statement).unwrap_or_default();
                let bytes = Sha256::digest(text);
                bytes.iter().take(8).fold(0, |all, byte| (all << 8) | u64::from(*byte))
            };
            self.file.statements.iter().map(digest).collect()
        });
        let one = |id: &str| self.statements.get(id).and_then(|at| digests.get(*at)).copied();
        let all = ids.fold(0_u64, |all, id| all.rotate_left(7) ^ one(id).unwrap_or(u64::MAX));
        format!("{all:016x}")
    }

    /// The file as it was read.
    #[must_use]
    pub fn file(&self) -> &FactFile {
        &self.file
    }

    /// The docuseries that the set is about.
    #[must_use]
    pub fn series(&self) -> &str {
        &self.file.about.series
    }

    /// All statements, in the order of the file.
    #[must_use]
    pub fn statements(&self) -> &[Statement] {
        &self.file.statements
    }

    /// A statement by its id.
    #[must_use]
    pub fn statement(&self, id: &str) -> Option<&Statement> {
        self.file.statements.get(*self.statements.get(id)?)
    }

    /// An entity by its id.
    #[must_use]
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.file.entities.get(*self.entities.get(id)?)
    }

    /// A property by its id.
    #[must_use]
    pub fn property(&self, id: &str) -> Option<&Property> {
        self.file.properties.get(*self.properties.get(id)?)
    }

    /// An article by its id.
    #[must_use]
    pub fn article(&self, id: &str) -> Option<&Article> {
        self.file.articles.get(*self.articles.get(id)?)
    }

    /// A unit by its id.
    #[must_use]
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.file.units.get(*self.units.get(id)?)
    }

    /// The property that plays a role, if the set has one.
    #[must_use]
    pub fn role(&self, role: Role) -> Option<&Property> {
        self.file.properties.iter().find(|property| property.role == Some(role))
    }

    /// The statements of one subject and property, in the order of the file.
    pub fn of<'a>(
        &'a self,
        subject: &'a str,
        property: &'a str,
    ) -> impl Iterator<Item = &'a Statement> {
        self.of_property(property).filter(move |one| one.subject == subject)
    }

    /// The statements of a property, in the order of the file.
    pub fn of_property(&self, property: &str) -> impl Iterator<Item = &Statement> {
        let indices = self.of_property.get(property).into_iter().flatten();
        indices.filter_map(|index| self.file.statements.get(*index))
    }

    /// The absences of a property, in the order of the file.
    pub fn absent(&self, property: &str) -> impl Iterator<Item = &Absence> {
        let indices = self.absent.get(property).into_iter().flatten();
        indices.filter_map(|index| self.file.absences.get(*index))
    }

    /// The statements about the series whose property plays a role.
    pub fn in_role(&self, role: Role) -> impl Iterator<Item = &Statement> {
        let property = self.role(role).map(|property| property.id.as_str());
        property.into_iter().flat_map(|property| self.of(self.series(), property))
    }

    /// The first statement of a property about the series that has not been superseded.
    #[must_use]
    pub fn current_of_series(&self, property: &str) -> Option<&Statement> {
        self.file.statements.iter().find(|one| {
            one.subject == self.series() && one.property == property && one.rank != Rank::Deprecated
        })
    }

    /// The statements that name an entity anywhere.
    pub fn naming(&self, entity: &str) -> impl Iterator<Item = &Statement> {
        self.naming
            .get(entity)
            .into_iter()
            .flatten()
            .filter_map(|index| self.file.statements.get(*index))
    }

    /// Whether an entity is the series itself, by its place among all of them.
    #[must_use]
    pub fn is_series(&self, entity: usize) -> bool {
        self.file.entities.get(entity).is_some_and(|one| one.id == self.series())
    }

    /// What supports a statement; of one that was worked out and has no evidence of its own, what
    /// supports those that it follows from.
    #[must_use]
    pub fn evidence<'a>(&'a self, statement: &'a Statement) -> Vec<&'a Evidence> {
        let mut evidence = Vec::new();
        let mut seen = HashSet::new();
        let mut open = vec![statement];
        while let Some(one) = open.pop() {
            if !seen.insert(one.id.as_str()) {
                continue;
            }
            evidence.extend(one.evidence.iter().filter(|one| one.stance != Stance::Disputes));
            if one.evidence.is_empty() {
                let from = one.derived.iter().flat_map(|derived| &derived.from);
                open.extend(from.filter_map(|id| self.statement(id)));
            }
        }
        evidence
    }

    /// The closed list of one subject and property, if the articles close it.
    #[must_use]
    pub fn complete(&self, subject: &str, property: &str) -> Option<&Complete> {
        self.file.complete.iter().find(|one| one.subject == subject && one.property == property)
    }

    /// The absences that concern an entity, by name or by class.
    pub fn absences_of<'a>(&'a self, entity: &'a Entity) -> impl Iterator<Item = &'a Absence> {
        self.file.absences.iter().filter(move |absence| absence.concerns(entity))
    }
}

impl Statement {
    /// Every entity that it names: subject, value, qualifiers and source, each as often as it stands.
    pub fn entities(&self) -> impl Iterator<Item = &str> {
        let values = self.qualifiers.iter().map(|qualifier| &qualifier.value);
        std::iter::once(self.subject.as_str())
            .chain(std::iter::once(&self.value).chain(values).filter_map(Value::entity))
            .chain(self.according_to.as_deref())
    }

    /// Its date, where its value is one.
    #[must_use]
    pub fn date(&self) -> Option<PartialDate> {
        match &self.value {
            Value::Date(date) => date.parse().ok(),
            _ => None,
        }
    }
}

impl Value {
    /// The entity that the value is, if it is one.
    #[must_use]
    pub fn entity(&self) -> Option<&str> {
        match self {
            Self::Entity(entity) => Some(entity),
            _ => None,
        }
    }
}

impl Absence {
    /// Whether it speaks of an entity, by name or by class.
    #[must_use]
    pub fn concerns(&self, entity: &Entity) -> bool {
        match &self.subject {
            AbsenceSubject::Entity(id) => *id == entity.id,
            AbsenceSubject::Class { class, except } => {
                *class == entity.class && !except.contains(&entity.id)
            }
        }
    }
}

impl Entity {
    /// Every name that may be typed for it: labels, aliases and misspellings.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        [&self.label.en, &self.label.fr]
            .into_iter()
            .chain(&self.aliases.en)
            .chain(&self.aliases.fr)
            .chain(&self.misspellings)
    }
}

#[cfg(test)]
mod tests;
