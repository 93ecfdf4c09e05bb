//! The look-up commands in words: teams, series, episodes, names, timeline, rumours, articles.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Item, List, Part, Reply, Writer};
use crate::facts::{
    Article, Class, Entity, Evidence, PartialDate, Property, Statement, Status, Topic, Value,
};
use crate::query::lookup::{Known, Moment, Teams};
use crate::text::{Lang, fold, tokens};

/// How many open questions of an entity are shown.
const OPEN_QUESTIONS: usize = 5;

impl Writer<'_> {
    /// The three groups of teams.
    #[must_use]
    pub fn teams(&self, teams: &Teams<'_>) -> Reply {
        let all: Vec<_> = [&teams.featured, &teams.declined, &teams.only_in_talks]
            .into_iter()
            .flatten()
            .copied()
            .collect();
        if all.is_empty() {
            return Reply::note(self.say("teams-none", &[]));
        }
        let mut parts = vec![Part::Title(self.say("teams-title", &[]))];
        let featured = teams.featured.iter().map(|one| self.line(self.value(&one.value), one));
        let declined = teams.declined.iter().map(|one| self.with_outcome(one));
        let talks = teams.only_in_talks.iter().map(|one| self.with_outcome(one));
        for (key, items) in [
            ("teams-featured", featured.collect::<Vec<_>>()),
            ("teams-declined", declined.collect()),
            ("teams-talks", talks.collect()),
        ] {
            if !items.is_empty() {
                let heading = self.say(key, &[("count", items.len().into())]);
                parts.push(Part::List(List { heading, items }));
            }
        }
        parts.push(self.legend(&all));
        Reply::new(parts)
    }

    /// The series in short: property by property.
    #[must_use]
    pub fn series(&self, statements: &[&Statement]) -> Reply {
        let mut items = Vec::new();
        let mut rest = statements;
        while let Some(first) = rest.first() {
            let same = rest.iter().take_while(|one| one.property == first.property).count();
            let (group, later) = rest.split_at(same);
            items.extend(
                self.facts.property(&first.property).map(|property| self.values(property, group)),
            );
            rest = later;
        }
        if items.is_empty() {
            return Reply::note(self.say("series-none", &[]));
        }
        Reply::new(vec![
            Part::List(List { heading: self.say("series-title", &[]), items }),
            self.legend(statements),
        ])
    }

    /// A property with its values in one line.
    fn values(&self, property: &Property, statements: &[&Statement]) -> Item {
        let mut values: Vec<String> =
            statements.iter().map(|one| self.beside(property, &one.value)).collect();
        values.dedup();
        let label = property.plural.as_ref().filter(|_| values.len() > 1);
        let label = capitalised(label.unwrap_or(&property.label).get(self.lang));
        let list = self.figures().list(&values);
        let text =
            self.say("label-value", &[("label", (&label).into()), ("value", (&list).into())]);
        // A status is said of the whole line only where it holds for all of it.
        let first = statements
            .first()
            .filter(|first| statements.iter().all(|one| self.status(one) == self.status(first)));
        let cited = Some(self.short_source(statements));
        if let Some(one) = first {
            return Item { cited, ..self.line(text, one) };
        }
        let planned = statements.iter().any(|one| one.status == Status::Planned);
        let note = planned.then(|| self.say("status-partly-planned", &[]));
        Item { note, cited, ..plain(text) }
    }

    /// A value beside the label of its property: without its unit where the label names that.
    fn beside(&self, property: &Property, value: &Value) -> String {
        if let Value::Quantity(quantity) = value
            && let Some(unit) = self.facts.unit(&quantity.unit)
        {
            let forms = if self.lang == Lang::En { &unit.en } else { &unit.fr };
            let label = fold(property.label.get(self.lang));
            if tokens(&label).any(|word| word == fold(&forms.other)) {
                let number = self.figures().number(quantity.amount);
                return self.bounded(quantity.bound, number);
            }
        }
        self.value(value)
    }

    /// Everything that is known of an entity, topic by topic.
    #[must_use]
    pub fn known(&self, known: &Known<'_>) -> Reply {
        let mut topics: BTreeMap<Topic, Vec<Item>> = BTreeMap::new();
        for statement in &known.statements {
            if let Some(property) = self.facts.property(&statement.property) {
                let topic = self.topic_of(property, statement);
                topics.entry(topic).or_default().push(self.item(statement));
            }
        }
        let mut parts = vec![Part::Title(capitalised(known.entity.label.get(self.lang)))];
        if known.statements.is_empty() {
            let name = self.name(known.entity);
            parts.push(Part::Text(self.say("entity-only-named", &[("name", (&name).into())])));
        }
        for (topic, items) in topics {
            parts.push(Part::List(List { heading: self.topic(topic), items }));
        }
        let open: Vec<Item> = known
            .absences
            .iter()
            .take(OPEN_QUESTIONS)
            .map(|absence| plain(absence.question.get(self.lang).to_owned()))
            .collect();
        if !open.is_empty() {
            let name = self.name(known.entity);
            let heading = self.say("known-absent", &[("name", (&name).into())]);
            parts.push(Part::List(List { heading, items: open }));
        }
        if !known.statements.is_empty() {
            parts.push(self.legend(&known.statements));
        }
        Reply::new(parts)
    }

    /// The topic of a statement: that of its property, unless it is about somebody who is no person.
    fn topic_of(&self, property: &Property, statement: &Statement) -> Topic {
        let class = self.facts.entity(&statement.subject).map(|subject| subject.class);
        match (property.topic, class) {
            (Topic::People, Some(Class::Team)) => Topic::Teams,
            (Topic::People, Some(Class::Organisation)) => Topic::Makers,
            (topic, _) => topic,
        }
    }

    fn topic(&self, topic: Topic) -> String {
        let key = match topic {
            Topic::Teams => "topic-teams",
            Topic::People => "topic-people",
            Topic::Series => "topic-series",
            Topic::Episodes => "topic-episodes",
            Topic::Race => "topic-race",
            Topic::Makers => "topic-makers",
            Topic::OtherDocuseries => "topic-other-docuseries",
            Topic::Coverage => "topic-coverage",
        };
        self.say(key, &[])
    }

    /// An episode that does not exist.
    #[must_use]
    pub fn episode_missing(&self, number: u32, count: usize) -> Reply {
        let number = number.to_string();
        Reply::note(
            self.say("episode-missing", &[("count", count.into()), ("number", (&number).into())]),
        )
    }

    /// A name that nothing has, with the nearest ones. `what` is `name` or `team`.
    #[must_use]
    pub fn unknown(&self, typed: &str, near: &[&Entity], team: bool) -> Reply {
        let typed = shortened(typed);
        let names: Vec<String> =
            near.iter().map(|entity| entity.label.get(self.lang).to_owned()).collect();
        if names.is_empty() {
            let key = if team { "unknown-team" } else { "unknown-name" };
            return Reply::note(self.say(key, &[("typed", (&typed).into())]));
        }
        let key = if team { "unknown-team-near" } else { "unknown-name-near" };
        let list = self.figures().list(&names);
        Reply::note(self.say(
            key,
            &[("typed", (&typed).into()), ("count", names.len().into()), ("names", (&list).into())],
        ))
    }

    /// Everything in order of time.
    #[must_use]
    pub fn timeline(&self, moments: &[Moment<'_>]) -> Reply {
        let items = moments
            .iter()
            .map(|moment| {
                let date = capitalised(&self.figures().date(moment.date));
                let claim = moment.statement.claim.get(self.lang);
                let text =
                    self.say("timeline-line", &[("date", (&date).into()), ("claim", claim.into())]);
                self.line(text, moment.statement)
            })
            .collect();
        let statements: Vec<_> = moments.iter().map(|moment| moment.statement).collect();
        Reply::new(vec![
            Part::List(List { heading: self.say("timeline-title", &[]), items }),
            self.legend(&statements),
        ])
    }

    /// What was known on a day.
    #[must_use]
    pub fn known_on(&self, day: Date, statements: &[&Statement], first: Option<&str>) -> Reply {
        let date = self.figures().day(day);
        let heading = self.say("timeline-at-title", &[("date", (&date).into())]);
        if statements.is_empty() {
            let first = first
                .and_then(|first| first.parse::<PartialDate>().ok())
                .map(|first| self.figures().date(first))
                .unwrap_or_default();
            let nothing = self.say("timeline-at-none", &[("first", (&first).into())]);
            return Reply::new(vec![Part::Title(heading), Part::Text(nothing)]);
        }
        let mut all = Vec::new();
        let mut items = Vec::new();
        for one in statements {
            let mut evidence = self.supporting(&[one]);
            let now = evidence.len();
            evidence.retain(|one| self.was_out(one, day));
            let cited = Some(self.short_cite(&evidence));
            let mut item = Item { cited, ..self.item_then(one) };
            // What a later article confirms was not yet as sure on that day.
            if evidence.len() < now && one.status == Status::Confirmed {
                item.status = Status::Planned;
                item.note = Some(self.say("status-announced-then", &[]));
            }
            items.push(item);
            all.extend(evidence);
        }
        let legend = self.legend_of(&all);
        let note = Part::Text(self.say("timeline-at-note", &[]));
        Reply::new(vec![Part::List(List { heading, items }), note, legend])
    }

    /// Whether the article that is cited had appeared by a day.
    fn was_out(&self, evidence: &Evidence, day: Date) -> bool {
        let article = self.facts.article(&evidence.article);
        let date = article.and_then(|article| article.date.as_deref()?.parse::<Date>().ok());
        date.is_some_and(|date| date <= day)
    }

    /// A statement as it stood at the time: without what superseded it later.
    fn item_then(&self, statement: &Statement) -> Item {
        let item = self.item(statement);
        Item { note: self.status_beside(&item.text, statement), ..item }
    }

    /// What was only said, and how it turned out.
    #[must_use]
    pub fn rumours(&self, statements: &[&Statement]) -> Reply {
        if statements.is_empty() {
            return Reply::note(self.say("rumours-none", &[]));
        }
        let items = statements.iter().map(|one| self.with_outcome(one)).collect();
        Reply::new(vec![
            Part::List(List { heading: self.say("rumours-title", &[]), items }),
            self.legend(statements),
        ])
    }

    fn with_outcome(&self, statement: &Statement) -> Item {
        let outcome = statement.outcome.as_ref();
        let detail = outcome.map(|outcome| outcome.note.get(self.lang).to_owned());
        Item { detail, ..self.item_then(statement) }
    }

    /// The list of articles, each with the number of statements that cite it.
    #[must_use]
    pub fn sources(&self, articles: &[(&Article, usize)]) -> Reply {
        let items = articles
            .iter()
            .enumerate()
            .map(|(index, (article, count))| {
                let text = self.say(
                    "sources-line",
                    &[
                        ("number", (&(index + 1).to_string()).into()),
                        ("article", (&self.article(article)).into()),
                        ("language", article.language.code().into()),
                        ("count", (*count).into()),
                    ],
                );
                Item { detail: self.publisher(article), ..plain(text) }
            })
            .collect();
        Reply::new(vec![Part::List(List { heading: self.say("sources-title", &[]), items })])
    }

    fn publisher(&self, article: &Article) -> Option<String> {
        let publisher = article.publisher.as_deref()?;
        Some(self.say("sources-publisher", &[("publisher", publisher.into())]))
    }

    /// One article, paragraph by paragraph.
    #[must_use]
    pub fn article_facts(&self, article: &Article, citing: &[(u32, &Statement)]) -> Reply {
        let mut parts = vec![Part::Title(capitalised(&self.article(article)))];
        parts.extend(self.publisher(article).map(Part::Text));
        for (index, paragraph) in article.paragraphs.iter().enumerate() {
            let number = (index + 1).to_string();
            let items: Vec<Item> = match &paragraph.no_fact {
                Some(reason) => {
                    let reason = reason.get(self.lang);
                    vec![plain(self.say("sources-no-fact", &[("reason", reason.into())]))]
                }
                None => citing
                    .iter()
                    .filter(|(cited, _)| {
                        usize::try_from(*cited).is_ok_and(|cited| cited == index + 1)
                    })
                    .map(|(_, statement)| Item { cited: None, ..self.item(statement) })
                    .collect(),
            };
            let heading = self.say("sources-paragraph", &[("number", (&number).into())]);
            parts.push(Part::List(List { heading, items }));
        }
        Reply::new(parts)
    }
}

/// A line that stands for no statement.
pub(super) fn plain(text: String) -> Item {
    Item { text, status: Status::Confirmed, note: None, cited: None, detail: None, spoiler: false }
}

/// A text with a capital at its beginning.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// What somebody typed, cut to what a sentence can carry.
#[must_use]
pub fn shortened(typed: &str) -> String {
    const MOST: usize = 60;
    let clean: String = typed.chars().filter(|one| !one.is_control()).take(MOST + 1).collect();
    if clean.chars().count() > MOST {
        let mut cut: String = clean.chars().take(MOST).collect();
        cut.push('…');
        return cut;
    }
    clean
}
