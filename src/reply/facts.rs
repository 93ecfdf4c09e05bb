//! Facts in words: claim, standing, source, value.

use super::{Fact, Item, Note, Writer};
use crate::facts::{
    Article, Bound, Evidence, Gender, Grammar, Lang, PartialDate, Quantity, Rank, Statement,
    Status, Value,
};

impl Writer<'_> {
    /// A statement with all that belongs to it.
    #[must_use]
    pub fn fact(&self, statement: &Statement) -> Fact {
        Fact {
            text: statement.claim.get(self.lang).to_owned(),
            status: statement.status,
            notes: self.standing(statement),
            source: self.source(&[statement]),
            spoiler: statement.spoiler,
        }
    }

    /// A statement as a line of a list.
    #[must_use]
    pub fn item(&self, statement: &Statement) -> Item {
        self.line(statement.claim.get(self.lang).to_owned(), statement)
    }

    /// A line of a list that stands for a statement.
    #[must_use]
    pub fn line(&self, text: String, statement: &Statement) -> Item {
        let mut note = self.status_beside(&text, statement);
        if statement.rank == Rank::Deprecated {
            let since = self.say("standing-since-superseded", &[]);
            note = Some(note.map_or_else(|| since.clone(), |note| format!("{note}, {since}")));
        }
        if !statement.conflicts_with.is_empty() {
            let disputed = self.say("standing-disputed", &[]);
            note =
                Some(note.map_or_else(|| disputed.clone(), |note| format!("{note}, {disputed}")));
        }
        Item {
            text,
            status: statement.status,
            note,
            cited: Some(self.short_source(&[statement])),
            detail: None,
            spoiler: statement.spoiler,
        }
    }

    /// The paragraphs of statements in short, articles by their numbers: "[1 § 2; 3 § 4]".
    pub(super) fn short_source(&self, statements: &[&Statement]) -> String {
        self.short_cite(&self.supporting(statements))
    }

    /// What supports statements.
    pub(super) fn supporting<'b>(&'b self, statements: &[&'b Statement]) -> Vec<&'b Evidence> {
        statements.iter().flat_map(|statement| self.facts.evidence(statement)).collect()
    }

    /// The articles that are cited, each with its position and its paragraphs in order.
    fn by_article<'b>(&'b self, evidence: &[&Evidence]) -> Vec<(usize, &'b Article, Vec<String>)> {
        let mut cited = Vec::new();
        for (index, article) in self.facts.file().articles.iter().enumerate() {
            let mut paragraphs: Vec<u32> = evidence
                .iter()
                .filter(|one| one.article == article.id)
                .map(|one| one.paragraph)
                .collect();
            paragraphs.sort_unstable();
            paragraphs.dedup();
            if !paragraphs.is_empty() {
                cited.push((index, article, paragraphs.iter().map(u32::to_string).collect()));
            }
        }
        cited
    }

    /// Evidence in short.
    pub(super) fn short_cite(&self, evidence: &[&Evidence]) -> String {
        let cited = self.by_article(evidence).into_iter().map(|(index, _, paragraphs)| {
            format!("{}\u{a0}§\u{a0}{}", index + 1, paragraphs.join(", "))
        });
        let separator = self.say("source-separator", &[]);
        format!("[{}]", cited.collect::<Vec<_>>().join(&separator))
    }

    /// What the numbers in square brackets stand for, where these statements are listed.
    #[must_use]
    pub fn legend(&self, statements: &[&Statement]) -> super::Part {
        self.legend_of(&self.supporting(statements))
    }

    /// What the numbers in square brackets stand for, where this evidence is cited.
    pub(super) fn legend_of(&self, evidence: &[&Evidence]) -> super::Part {
        let cited: Vec<String> = self
            .by_article(evidence)
            .into_iter()
            .map(|(index, article, _)| format!("[{}]\u{a0}{}", index + 1, self.article(article)))
            .collect();
        let separator = self.say("source-separator", &[]);
        super::Part::Legend(self.say(
            "source-line",
            &[("count", cited.len().into()), ("sources", (&cited.join(&separator)).into())],
        ))
    }

    /// The status in one or two words, where it is not plainly confirmed.
    #[must_use]
    pub fn status(&self, statement: &Statement) -> Option<String> {
        let source = statement.according_to.as_deref().and_then(|id| self.facts.entity(id));
        let source = source.map(|entity| self.name(entity));
        match (statement.status, source) {
            (Status::Confirmed, _) => {
                statement.derived.is_some().then(|| self.say("status-derived", &[]))
            }
            (Status::Planned, _) if statement.derived.is_some() => {
                Some(self.say("status-planned-derived", &[]))
            }
            (Status::Planned, _) => Some(self.say("status-planned", &[])),
            (Status::Reported, Some(who)) => {
                Some(self.say("status-reported-by", &[("who", (&who).into())]))
            }
            (Status::Opinion, Some(who)) => {
                Some(self.say("status-opinion-of", &[("who", (&who).into())]))
            }
            (Status::Reported, None) => Some(self.say("status-reported", &[])),
            (Status::Rumoured, _) => Some(self.say("status-rumoured", &[])),
            (Status::Opinion, None) => Some(self.say("status-opinion", &[])),
            (Status::Denied, _) => Some(self.say("status-denied", &[])),
        }
    }

    /// The same beside a text: where that says whose words these are, once is enough.
    pub(super) fn status_beside(&self, text: &str, statement: &Statement) -> Option<String> {
        let source = statement.according_to.as_deref().and_then(|id| self.facts.entity(id));
        let named = source.is_some_and(|source| text.contains(source.label.get(self.lang)));
        match statement.status {
            Status::Reported if named => Some(self.say("status-reported", &[])),
            Status::Opinion if named => Some(self.say("status-opinion", &[])),
            _ => self.status(statement),
        }
    }

    /// The name of an entity with the article that its language wants.
    #[must_use]
    pub fn name(&self, entity: &crate::facts::Entity) -> String {
        let label = entity.label.get(self.lang);
        match self.lang {
            Lang::En if entity.grammar.the => format!("the {label}"),
            Lang::Fr if entity.grammar.article => {
                format!("{}{label}", french_article(label, &entity.grammar))
            }
            _ => label.to_owned(),
        }
    }

    /// Something to know, under the name that a sentence of the catalogue gives it.
    #[must_use]
    pub(super) fn note(&self, name: &str, text: String) -> Note {
        let name = self.say(name, &[]);
        let line = self.say("note", &[("name", (&name).into()), ("text", (&text).into())]);
        Note { name, text, line }
    }

    /// Everything to know before relying on a statement.
    #[must_use]
    pub fn standing(&self, statement: &Statement) -> Vec<Note> {
        let mut notes = Vec::new();
        if let Some(status) = self.status(statement) {
            let text = match self.known_since(statement) {
                Some(date) => self.say(
                    "standing-status-dated",
                    &[("status", (&status).into()), ("date", (&date).into())],
                ),
                None => self.say("standing-status", &[("status", (&status).into())]),
            };
            notes.push(self.note("note-status", text));
        }
        if let Some(derived) = &statement.derived {
            notes.push(self.note("note-derived", derived.how.get(self.lang).to_owned()));
        }
        let later = statement.superseded_by.as_deref().and_then(|id| self.facts.statement(id));
        if let Some(later) = later {
            notes.push(self.note("note-superseded", later.claim.get(self.lang).to_owned()));
        }
        for other in &statement.conflicts_with {
            if let Some(other) = self.facts.statement(other) {
                let (claim, source) = (other.claim.get(self.lang), self.source(&[other]));
                let text = self.say(
                    "standing-conflict",
                    &[("claim", claim.into()), ("source", (&source).into())],
                );
                notes.push(self.note("note-conflict", text));
            }
        }
        if let Some(outcome) = &statement.outcome {
            notes.push(self.note("note-outcome", outcome.note.get(self.lang).to_owned()));
        }
        notes
    }

    fn known_since(&self, statement: &Statement) -> Option<String> {
        let day = statement.as_of.as_deref()?.parse::<PartialDate>().ok()?;
        Some(self.figures().date(day))
    }

    /// Where statements were read: each paragraph once. Of a statement that was worked out, where those
    /// it follows from were read.
    #[must_use]
    pub fn source(&self, statements: &[&Statement]) -> String {
        let sources = self.cited(statements);
        if sources.is_empty() {
            return self.say("source-none", &[]);
        }
        let list = sources.join(self.say("source-separator", &[]).as_str());
        let count = sources.len().into();
        self.say("source-line", &[("count", count), ("sources", (&list).into())])
    }

    /// The articles in which statements were read, each with its paragraphs, in a list with "and".
    #[must_use]
    pub fn said_in(&self, statements: &[&Statement]) -> String {
        self.figures().list(&self.cited(statements))
    }

    /// Articles with their paragraphs, in the order of the file.
    fn cited(&self, statements: &[&Statement]) -> Vec<String> {
        let evidence = self.supporting(statements);
        let articles = self.by_article(&evidence).into_iter();
        articles
            .map(|(_, article, paragraphs)| {
                self.say(
                    "source-article",
                    &[
                        ("article", (&self.article(article)).into()),
                        ("count", paragraphs.len().into()),
                        ("paragraphs", (&self.figures().list(&paragraphs)).into()),
                    ],
                )
            })
            .collect()
    }

    /// An article with its date.
    #[must_use]
    pub fn article(&self, article: &Article) -> String {
        let label = article.label.get(self.lang);
        let date = article.date.as_deref().and_then(|date| date.parse::<PartialDate>().ok());
        match date {
            Some(date) => {
                let date = self.figures().date(date);
                self.say("article-dated", &[("label", label.into()), ("date", (&date).into())])
            }
            None => self.say("article-undated", &[("label", label.into())]),
        }
    }

    /// A value in a few words, as in a list or as an option of a quiz.
    #[must_use]
    pub fn value(&self, value: &Value) -> String {
        match value {
            Value::Entity(id) => self
                .facts
                .entity(id)
                .map_or_else(|| id.clone(), |entity| entity.label.get(self.lang).to_owned()),
            Value::Quantity(quantity) => self.quantity(quantity, None),
            Value::Date(date) => date
                .parse::<PartialDate>()
                .map_or_else(|_| date.clone(), |parsed| self.figures().date(parsed)),
            Value::Text(text) => text.get(self.lang).to_owned(),
            Value::Bool(true) => self.say("value-yes", &[]),
            Value::Bool(false) => self.say("value-no", &[]),
            Value::SomeValue => self.say("value-some", &[]),
            Value::NoValue => self.say("value-none", &[]),
        }
    }

    /// A value as it stands inside a sentence: small counts in words.
    #[must_use]
    pub fn value_in_sentence(&self, value: &Value) -> String {
        match value {
            Value::Quantity(quantity) => {
                let words = self.figures().count_in_words(quantity.amount);
                self.quantity(quantity, words)
            }
            other => self.value(other),
        }
    }

    fn quantity(&self, quantity: &Quantity, words: Option<String>) -> String {
        let spelled = words.is_some();
        let number = words.unwrap_or_else(|| self.figures().number(quantity.amount));
        // French counts from 2 on as plural, English everything but 1.
        let singular = match self.lang {
            Lang::En => (quantity.amount - 1.0).abs() < f64::EPSILON,
            Lang::Fr => quantity.amount < 2.0,
        };
        let unit = self.facts.unit(&quantity.unit).map_or("", |unit| {
            let forms = match self.lang {
                Lang::En => &unit.en,
                Lang::Fr => &unit.fr,
            };
            if singular { &forms.one } else { &forms.other }
        });
        // A figure is never torn from its unit; a word may be.
        let space = if spelled { ' ' } else { '\u{a0}' };
        let amount = if unit.is_empty() { number } else { format!("{number}{space}{unit}") };
        self.bounded(quantity.bound, amount)
    }

    /// An amount with how exact it is.
    pub(super) fn bounded(&self, bound: Bound, amount: String) -> String {
        match bound {
            Bound::Exact => amount,
            Bound::MoreThan => self.say("value-more-than", &[("amount", (&amount).into())]),
            Bound::About => self.say("value-about", &[("amount", (&amount).into())]),
        }
    }
}

/// The definite article of a French name, with its elision.
fn french_article(label: &str, grammar: &Grammar) -> &'static str {
    match (grammar.plural, grammar.gender) {
        (true, _) => "les ",
        (false, _) if crate::text::elides(label) => "l’",
        (false, Gender::Feminine) => "la ",
        (false, Gender::Masculine) => "le ",
    }
}
