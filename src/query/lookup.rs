//! What the look-up commands show: plain selections from the fact set, in the order to show them.

use jiff::civil::Date;

use crate::facts::{
    Absence, AbsenceSubject, Article, Entity, Facts, PartialDate, Rank, Role, Stance, Statement,
    Status, Value,
};

/// The teams in the three groups that people mix up.
#[derive(Debug)]
pub struct Teams<'a> {
    /// Those that the series follows.
    pub featured: Vec<&'a Statement>,
    /// Those that refused.
    pub declined: Vec<&'a Statement>,
    /// Those that were only said to be in talks: neither followed nor known to have refused.
    pub only_in_talks: Vec<&'a Statement>,
}

/// All teams that have to do with the series.
#[must_use]
pub fn teams(facts: &Facts) -> Teams<'_> {
    let featured: Vec<_> = current(facts.in_role(Role::Featured)).collect();
    let declined: Vec<_> = current(facts.in_role(Role::Declined)).collect();
    let settled = |team: &Statement| {
        featured.iter().chain(&declined).any(|one| one.value.entity() == team.value.entity())
    };
    let only_in_talks = facts.in_role(Role::InTalks).filter(|team| !settled(team)).collect();
    Teams { featured, declined, only_in_talks }
}

/// What is known of an entity.
#[derive(Debug)]
pub struct Known<'a> {
    /// The entity.
    pub entity: &'a Entity,
    /// The statements that name it, those about it first.
    pub statements: Vec<&'a Statement>,
    /// What people ask of it and no article says.
    pub absences: Vec<&'a Absence>,
}

/// Everything that is known of an entity; what has been superseded comes last.
#[must_use]
pub fn known_of<'a>(facts: &'a Facts, entity: &'a Entity) -> Known<'a> {
    let mut statements: Vec<_> = facts.naming(&entity.id).collect();
    statements.sort_by_key(|one| (one.rank == Rank::Deprecated, one.subject != entity.id));
    let mut absences: Vec<_> = facts.absences_of(entity).collect();
    // What is asked of this one comes before what is asked of all of its class.
    absences.sort_by_key(|absence| matches!(absence.subject, AbsenceSubject::Class { .. }));
    Known { entity, statements, absences }
}

/// What the overview of the series shows: each property with its current statements.
#[must_use]
pub fn overview(facts: &Facts) -> Vec<&Statement> {
    let mut seen = std::collections::HashSet::new();
    facts
        .file()
        .properties
        .iter()
        .filter(|property| property.overview && seen.insert(&property.id))
        .flat_map(|property| current(facts.of(facts.series(), &property.id)))
        .collect()
}

/// The statements that have not been superseded; where some are preferred, those alone.
pub fn current<'a>(
    statements: impl Iterator<Item = &'a Statement>,
) -> impl Iterator<Item = &'a Statement> {
    let all: Vec<_> = statements.filter(|one| one.rank != Rank::Deprecated).collect();
    let preferred = all.iter().any(|one| one.rank == Rank::Preferred);
    all.into_iter().filter(move |one| {
        !preferred || one.rank == Rank::Preferred || !one.conflicts_with.is_empty()
    })
}

/// The episode of a number.
#[must_use]
pub fn episode(facts: &Facts, number: u32) -> Option<&Entity> {
    let property = facts.role(Role::EpisodeNumber)?;
    facts
        .statements()
        .iter()
        .filter(|one| one.property == property.id)
        .find(|one| is_numbered(one, number))
        .and_then(|one| facts.entity(&one.subject))
}

/// How many episodes have a number.
#[must_use]
pub fn episode_count(facts: &Facts) -> usize {
    facts.role(Role::EpisodeNumber).map_or(0, |property| {
        facts.statements().iter().filter(|one| one.property == property.id).count()
    })
}

fn is_numbered(statement: &Statement, number: u32) -> bool {
    matches!(&statement.value, Value::Quantity(quantity)
        if (quantity.amount - f64::from(number)).abs() < f64::EPSILON)
}

/// An entry of the timeline.
#[derive(Debug)]
pub struct Moment<'a> {
    /// Its date.
    pub date: PartialDate,
    /// What happened then.
    pub statement: &'a Statement,
}

/// Everything with a date, in order of time; of two on the same day the less precise comes first. What
/// has been superseded is left out, and so is a date without a year where the same day with its year is
/// there.
#[must_use]
pub fn timeline(facts: &Facts) -> Vec<Moment<'_>> {
    let mut moments: Vec<_> = facts
        .statements()
        .iter()
        .filter(|statement| statement.rank != Rank::Deprecated)
        .filter_map(|statement| Some(Moment { date: statement.date()?, statement }))
        .collect();
    let days: Vec<PartialDate> = moments.iter().map(|moment| moment.date).collect();
    moments.retain(|moment| {
        moment.date.first_day().is_some()
            || !days.iter().any(|day| *day != moment.date && day.overlaps(moment.date))
    });
    moments.sort_by_key(|moment| {
        (moment.date.first_day().is_none(), moment.date.first_day(), moment.date.last_day())
    });
    moments
}

/// What was known of the series on a day: what articles of that day or
/// earlier said, unless another of that time had superseded it. Articles without a date are left out.
#[must_use]
pub fn known_on(facts: &Facts, day: Date) -> Vec<&Statement> {
    let by_then = |statement: &Statement| {
        statement
            .as_of
            .as_deref()
            .and_then(|date| date.parse::<Date>().ok())
            .is_some_and(|on| on <= day)
    };
    facts
        .statements()
        .iter()
        .filter(|one| one.subject == facts.series() && by_then(one))
        .filter(|one| {
            let successor = one.superseded_by.as_deref().and_then(|id| facts.statement(id));
            !successor.is_some_and(by_then)
        })
        .collect()
}

/// The days that articles bear, earliest first, each once.
#[must_use]
pub fn article_days(facts: &Facts) -> Vec<&str> {
    let mut days: Vec<_> =
        facts.file().articles.iter().filter_map(|article| article.date.as_deref()).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// What was only reported or rumoured of the series.
#[must_use]
pub fn rumours(facts: &Facts) -> Vec<&Statement> {
    facts
        .statements()
        .iter()
        .filter(|one| {
            matches!(one.status, Status::Reported | Status::Rumoured) && one.outcome.is_some()
        })
        .collect()
}

/// The statements that cite an article, in the order of its paragraphs.
#[must_use]
pub fn citing<'a>(facts: &'a Facts, article: &Article) -> Vec<(u32, &'a Statement)> {
    let mut citing: Vec<_> = facts
        .statements()
        .iter()
        .flat_map(|statement| statement.evidence.iter().map(move |evidence| (evidence, statement)))
        .filter(|(evidence, _)| {
            evidence.article == article.id && evidence.stance != Stance::Disputes
        })
        .map(|(evidence, statement)| (evidence.paragraph, statement))
        .collect();
    citing.sort_by_key(|(paragraph, _)| *paragraph);
    citing
}
