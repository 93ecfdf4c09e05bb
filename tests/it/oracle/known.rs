//! What the facts settle: which values are the same, what is so, what is not, and how sure it is.

use std::rc::Rc;

use jiff::civil::Date;
use roadbook::facts::{AbsenceSubject, Bound, Lang, PartialDate, Rank, Statement, Status, Value};
use roadbook::quiz::{Proof, Standing};
use roadbook::text::fold;

use super::{Oracle, Said};

pub(super) fn firm(statement: &Statement) -> bool {
    matches!(statement.status, Status::Confirmed | Status::Planned)
        && statement.rank != Rank::Deprecated
        && statement.conflicts_with.is_empty()
}

/// The first and the last day of a date; one without a year is put into the year 0.
pub(super) fn days(date: &str) -> (Date, Date) {
    match date.parse::<PartialDate>().unwrap() {
        PartialDate::Yearless(month, day) => {
            (Date::constant(0, month, day), Date::constant(0, month, day))
        }
        date => (date.first_day().unwrap(), date.last_day().unwrap()),
    }
}

pub(super) fn overlap(one: &str, other: &str) -> bool {
    let (one, other) = (days(one), days(other));
    if (one.0.year() == 0) == (other.0.year() == 0) {
        return one.0 <= other.1 && other.0 <= one.1;
    }
    // Without a year, a day may be any day of that name.
    let (day, span) = if one.0.year() == 0 { (one.0, other) } else { (other.0, one) };
    (span.0.year()..=span.1.year()).any(|year| {
        Date::new(year, day.month(), day.day()).is_ok_and(|day| span.0 <= day && day <= span.1)
    })
}

/// An amount in the smallest unit of its kind.
pub(super) fn amount(value: &Value) -> (f64, &str) {
    let Value::Quantity(quantity) = value else { return (0.0, "") };
    match quantity.unit.as_str() {
        "hour" => (quantity.amount * 60.0, "minute"),
        "mile" => (quantity.amount * 1.609_344, "kilometre"),
        "series" => (quantity.amount, "season"),
        unit => (quantity.amount, unit),
    }
}

/// A folded text between two spaces: one whose words stand in another in a row is a part of it.
pub(super) fn spaced(text: &str) -> String {
    format!(" {} ", fold(text))
}

impl Oracle<'_> {
    /// Every name of a value, spaced, whatever the language.
    pub(super) fn names(&self, value: &Value) -> Rc<Vec<String>> {
        let make = || {
            let entity = value.entity().map(|id| self.facts.entity(id).unwrap());
            let aliases =
                entity.iter().flat_map(|one| one.aliases.en.iter().chain(&one.aliases.fr));
            let shown = Lang::ALL.map(|lang| self.router.writer(lang).value(value));
            let names =
                aliases.chain(&shown).map(|name| spaced(name)).filter(|name| name.len() > 2);
            Rc::new(names.collect())
        };
        self.names.borrow_mut().entry(format!("{value:?}")).or_insert_with(make).clone()
    }

    /// Whether two values are the same, or one holds the other.
    pub(super) fn alike(&self, one: &Value, other: &Value) -> bool {
        match (one, other) {
            (Value::Date(one), Value::Date(other)) => overlap(one, other),
            (Value::Quantity(_), Value::Quantity(_)) => {
                let ((one, unit), (other, same)) = (amount(one), amount(other));
                unit == same && (one - other).abs() <= one.abs().max(other.abs()) * 0.01
            }
            (Value::SomeValue, _) | (_, Value::SomeValue) => true,
            _ => {
                let (left, right) = (self.names(one), self.names(other));
                left.iter()
                    .any(|one| right.iter().any(|other| one.contains(other) || other.contains(one)))
            }
        }
    }

    /// What must be the same for two values to stand side by side.
    pub(super) fn sort(&self, value: &Value) -> String {
        match value {
            Value::Entity(id) => {
                let entity = self.facts.entity(id).unwrap();
                format!("{:?} {:?}", entity.class, entity.kind)
            }
            Value::Quantity(one) => format!("{} {:?}", one.unit, one.bound),
            Value::Date(date) => format!("{} {}", date.len(), date.contains('H')),
            Value::Text(_) => "text".to_owned(),
            other => format!("{other:?}"),
        }
    }

    /// Whether something is so, if the facts settle it; if not, why not.
    pub(super) fn holds(&self, said: Said<'_>) -> Result<bool, &'static str> {
        let given = self.given(said);
        if given.iter().any(|one| firm(one) && one.value == *said.2) {
            return Ok(true);
        }
        // A date that was told less exactly says no more than the exact one that it holds.
        let vague = |one: &Statement| match (&one.value, said.2) {
            (Value::Date(told), Value::Date(asked)) => {
                let (told, asked) = (days(told), days(asked));
                let exact =
                    given.iter().filter(|other| firm(other)).filter_map(|other| {
                        match &other.value {
                            Value::Date(date) => Some(days(date)),
                            _ => None,
                        }
                    });
                let mut exact = exact.filter(|exact| told.0 <= exact.0 && exact.1 <= told.1);
                told != asked
                    && told.0 <= asked.0
                    && asked.1 <= told.1
                    && exact.any(|exact| exact != told)
            }
            _ => false,
        };
        let near = given.iter().filter(|one| self.alike(&one.value, said.2) && !vague(one));
        let near: Vec<_> = near.collect();
        if near.iter().any(|one| one.value == *said.2) {
            return Err("told, but not firmly");
        } else if !near.is_empty() {
            return Err("close to what is told");
        } else if !self.closed.contains_key(&(said.0, said.1)) {
            return Err("open: the facts don't close it");
        }
        let looser = |one: &&Statement| match (&one.value, said.2) {
            (Value::Quantity(told), Value::Quantity(asked)) => {
                asked.bound == Bound::MoreThan
                    && told.unit == asked.unit
                    && asked.amount < told.amount
            }
            _ => false,
        };
        if given.iter().any(looser) { Err("true as well: a looser bound") } else { Ok(false) }
    }

    /// How sure the articles were.
    pub(super) fn standing(&self, said: Said<'_>, swapped: bool) -> Result<Standing, &'static str> {
        let mut told =
            self.given(said).iter().filter(|one| self.alike(&one.value, said.2)).peekable();
        if swapped {
            let linked = said.2.entity().is_some_and(|id| self.linked.contains(&(said.0, id)));
            return match (told.peek(), linked) {
                (Some(_), _) => Err("said after all"),
                (_, true) => Err("the articles link the two"),
                _ => Ok(Standing::NeverSaid),
            };
        }
        // The surest of those that say so.
        let status = told.map(|one| one.status).min();
        match status.ok_or("not said")? {
            Status::Confirmed => Ok(Standing::Fact),
            Status::Planned | Status::Reported | Status::Rumoured => Ok(Standing::Unsure),
            Status::Opinion | Status::Denied => Err("an opinion or a denial"),
        }
    }

    /// Whether a proof is about what is said, and settles it.
    pub(super) fn bears(&self, why: &Proof, said: Said<'_>, so: bool) -> bool {
        match why {
            Proof::Absence(_) => false,
            Proof::Complete(id) => {
                !so && self.closed.get(&(said.0, said.1)).is_some_and(|list| list.id == *id)
            }
            Proof::Statement(id) => self.facts.statement(id).is_some_and(|one| {
                let only =
                    self.given(said).iter().filter(|one| one.rank != Rank::Deprecated).count() == 1;
                (one.subject.as_str(), one.property.as_str()) == (said.0, said.1)
                    && if so { one.value == *said.2 } else { only && firm(one) }
            }),
        }
    }

    /// Whether what an absence supposes was never said, as far as the facts can tell.
    pub(super) fn supposed(&self, id: &str, nearest: &str) -> Result<Standing, &'static str> {
        let absences = &self.facts.file().absences;
        let absence = absences.iter().find(|one| one.id == id).ok_or("no such absence")?;
        if absence.supposed.is_none() || absence.nearest.as_deref() != Some(nearest) {
            return Err("nothing is supposed, or set right by something else");
        }
        let about = |subject: &str| match &absence.subject {
            AbsenceSubject::Entity(id) => id == subject,
            AbsenceSubject::Class { class, except } => {
                let entity = self.facts.entity(subject).unwrap();
                entity.class == *class && !except.contains(&entity.id)
            }
        };
        let mut told = self.given.keys();
        if told.any(|(subject, property)| *property == absence.property && about(subject)) {
            return Err("said after all");
        }
        Ok(Standing::NeverSaid)
    }
}
