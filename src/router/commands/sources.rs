//! `/sources`: the articles, or what one of them says.

use crate::facts::{Article, Facts};
use crate::query::lookup;
use crate::reply::{Reply, shortened};
use crate::router::catalogue::Handle;
use crate::router::{Command, Kind, Opt};
use crate::text::{Lang, fold};

pub(in crate::router) const COMMAND: Command = Command {
    id: "sources",
    options: &[Opt { id: "article", kind: Kind::Article, required: false }],
    handle: Handle::Facts(|call| {
        let (facts, writer) = (call.facts(), call.writer);
        let articles = &facts.file().articles;
        let Some(typed) = call.option("article") else {
            let counted: Vec<_> =
                articles.iter().map(|article| (article, distinct(facts, article))).collect();
            return writer.sources(&counted);
        };
        if let Some(article) = find(facts, typed) {
            return writer.article_facts(article, &lookup::citing(facts, article));
        }
        let typed = shortened(typed);
        let count = articles.len().into();
        Reply::note(writer.say("sources-unknown", &[("typed", (&typed).into()), ("count", count)]))
    }),
};

/// How many statements cite an article.
fn distinct(facts: &Facts, article: &Article) -> usize {
    let mut ids: Vec<_> =
        lookup::citing(facts, article).iter().map(|(_, statement)| &statement.id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.len()
}

/// An article by its number, its id, its publisher, or the only one whose name has all the words typed.
fn find<'a>(facts: &'a Facts, typed: &str) -> Option<&'a Article> {
    let articles = &facts.file().articles;
    if let Ok(number) = typed.trim_matches(['[', ']', '#']).parse::<usize>() {
        return articles.get(number.checked_sub(1)?);
    }
    let wanted = fold(typed);
    let named = |article: &&Article| {
        let publisher = article.publisher.as_deref().unwrap_or_default();
        fold(&article.id) == wanted || fold(publisher) == wanted
    };
    articles.iter().find(named).or_else(|| {
        let has_all = |article: &&Article| {
            let label = Lang::ALL.map(|lang| article.label.get(lang)).join(" ");
            let label =
                format!(" {} {} ", fold(&label), article.date.as_deref().unwrap_or_default());
            wanted.split(' ').all(|word| label.contains(word))
        };
        let mut fitting = articles.iter().filter(has_all);
        fitting.next().filter(|_| fitting.next().is_none())
    })
}
