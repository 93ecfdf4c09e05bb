//! An oracle for quiz items: what is right and what is wrong, worked out again from the facts alone.

mod fair;
mod known;
mod tests;

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use roadbook::facts::{Complete, Facts, Rank, Statement, Value};
use roadbook::quiz::{Choice, Format, Item, Offer, Proof, Stem};
use roadbook::router::Router;

use self::known::{days, overlap};

/// What is wrong with an item: the kind, and the place.
type Objections = Vec<(&'static str, String)>;
/// Subject, property and value: what an option says.
type Said<'a> = (&'a str, &'a str, &'a Value);

struct Oracle<'a> {
    router: &'a Router,
    facts: &'a Facts,
    given: HashMap<(&'a str, &'a str), Vec<&'a Statement>>,
    closed: HashMap<(&'a str, &'a str), &'a Complete>,
    linked: HashSet<(&'a str, &'a str)>,
    names: RefCell<HashMap<String, Rc<Vec<String>>>>,
}

/// In how many ways rows and columns can be matched.
fn matchings(edges: &[Vec<bool>], taken: &mut Vec<usize>) -> usize {
    let Some(row) = edges.get(taken.len()) else { return 1 };
    let free: Vec<_> = (0..row.len()).filter(|at| row[*at] && !taken.contains(at)).collect();
    let mut count = 0;
    for at in free {
        taken.push(at);
        count += matchings(edges, taken);
        taken.pop();
    }
    count
}

impl<'a> Oracle<'a> {
    fn new(router: &'a Router) -> Self {
        let facts = router.facts();
        let mut given: HashMap<_, Vec<_>> = HashMap::new();
        let mut linked = HashSet::new();
        for one in facts.statements() {
            given.entry((one.subject.as_str(), one.property.as_str())).or_default().push(one);
            linked.extend(
                one.entities().flat_map(|left| one.entities().map(move |right| (left, right))),
            );
        }
        let lists = facts.file().complete.iter();
        let closed =
            lists.map(|one| ((one.subject.as_str(), one.property.as_str()), one)).collect();
        Self { router, facts, given, closed, linked, names: RefCell::default() }
    }

    fn given<'b>(&'b self, said: Said<'b>) -> &'b [&'a Statement] {
        self.given.get(&(said.0, said.1)).map_or(&[], Vec::as_slice)
    }

    /// What an option says, and whether the option is right if that is so.
    fn said<'b>(&'b self, item: &'b Item, choice: &'b Choice) -> Option<(Said<'b>, bool)> {
        let own = self.facts.statement(&item.statement)?;
        let list = |id: &String| self.facts.file().complete.iter().find(|one| one.id == *id);
        let one = |id: &String, swap: &'b Option<Value>| {
            let one = self.facts.statement(id)?;
            Some((one.subject.as_str(), one.property.as_str(), swap.as_ref().unwrap_or(&one.value)))
        };
        Some(match (&item.stem, &choice.offer) {
            (Stem::Question, Offer::Value(value)) => ((&own.subject, &own.property, value), true),
            (Stem::Inverse, Offer::Subject(id)) => ((id, &own.property, &own.value), true),
            (Stem::Pick(id) | Stem::Odd(id), Offer::Value(value)) => {
                let list = list(id)?;
                ((&list.subject, &list.property, value), matches!(item.stem, Stem::Pick(_)))
            }
            (Stem::Claim(swap), Offer::Truth(truth)) => (one(&item.statement, swap)?, *truth),
            (Stem::Standing(swap), Offer::Standing(_)) => (one(&item.statement, swap)?, true),
            (Stem::Claims, Offer::Claim(id, swap)) => (one(id, swap)?, true),
            (Stem::Order | Stem::Dates, Offer::Event(id)) => (one(id, &None)?, true),
            (Stem::Pairs(id), Offer::Subject(subject)) => {
                ((subject, id, item.targets.get(choice.place?)?), true)
            }
            _ => return None,
        })
    }

    /// Whether the right options are marked as right, the wrong ones as wrong, each with its proof.
    fn truth(&self, item: &Item, choice: &Choice) -> Result<(), &'static str> {
        if let Stem::Supposed(id) = &item.stem {
            let standing = self.supposed(id, &item.statement)?;
            if (choice.offer == Offer::Standing(standing)) != choice.right {
                return Err("right and wrong are mistaken");
            }
            return match &choice.why {
                Proof::Absence(why) if why == id => Ok(()),
                Proof::Statement(why) if *why == item.statement => Ok(()),
                _ => Err("the proof does not bear on it"),
            };
        }
        let (said, when) = self.said(item, choice).ok_or("an option that does not fit the stem")?;
        let (right, proven) = if let Stem::Standing(swap) = &item.stem {
            let standing = self.standing(said, swap.is_some())?;
            let about = self.given(said).iter().any(|one| one.id == choice.why.id());
            (choice.offer == Offer::Standing(standing), about)
        } else {
            let so = self.holds(said)?;
            (so == when, self.bears(&choice.why, said, so))
        };
        if right != choice.right {
            return Err("right and wrong are mistaken");
        }
        if proven { Ok(()) } else { Err("the proof does not bear on it") }
    }

    /// Whether there is one answer.
    fn one_answer(&self, item: &Item) -> Result<(), &'static str> {
        let own = self.facts.statement(&item.statement).ok_or("no such statement")?;
        let (count, right) =
            (item.choices.len(), item.choices.iter().filter(|choice| choice.right).count());
        match item.format {
            Format::PickAll if right == 0 || right == count => {
                return Err("all right or all wrong");
            }
            Format::Choice | Format::TrueOrFalse | Format::RumourOrFact if right != 1 => {
                return Err("not one right option");
            }
            _ => {}
        }
        if item.stem == Stem::Question {
            let said = (own.subject.as_str(), own.property.as_str(), &own.value);
            let mut live = self.given(said).iter().filter(|one| one.rank != Rank::Deprecated);
            if live.any(|one| one.value != own.value) {
                return Err("several values answer the question");
            }
        }
        let places: Option<Vec<usize>> = item.choices.iter().map(|choice| choice.place).collect();
        let date = |choice: &Choice| {
            Some(days(match self.said(item, choice)?.0.2 {
                Value::Date(date) => date,
                _ => return None,
            }))
        };
        if item.format == Format::Order {
            let mut sorted: Vec<_> = item.choices.iter().collect();
            sorted.sort_by_key(|choice| choice.place);
            if places.is_none_or(|mut places| {
                places.sort_unstable();
                places != (0..count).collect::<Vec<_>>()
            }) {
                return Err("places that are no order");
            }
            let dates: Vec<_> = sorted.into_iter().filter_map(date).collect();
            let apart = dates.windows(2).all(|two| two[0].1 < two[1].0);
            if dates.len() != count || dates[0].0.year() == 0 || !apart {
                return Err("not the one order of time");
            }
        } else if item.format == Format::Match {
            let places = places.ok_or("no places")?;
            let fits = |choice: &Choice, place: usize| {
                let moved = Choice { place: Some(place), ..choice.clone() };
                match (self.said(item, &moved), &item.targets[place]) {
                    (Some((said, _)), Value::Date(date)) if item.stem == Stem::Dates => {
                        matches!(said.2, Value::Date(own) if overlap(own, date))
                    }
                    (Some((said, _)), _) => self.holds(said) != Ok(false),
                    _ => true,
                }
            };
            let row = |choice| (0..item.targets.len()).map(|place| fits(choice, place)).collect();
            let edges: Vec<Vec<bool>> = item.choices.iter().map(row).collect();
            let all = places.iter().collect::<HashSet<_>>().len() == item.targets.len();
            let exact = item.choices.iter().zip(&places).all(|(choice, place)| {
                self.said(item, choice)
                    .is_some_and(|(said, _)| item.targets.get(*place) == Some(said.2))
            });
            if !all || !exact || matchings(&edges, &mut Vec::new()) != 1 {
                return Err("not the one matching");
            }
        }
        Ok(())
    }

    /// What is wrong with an item.
    pub fn objections(&self, item: &Item) -> Objections {
        let mut found = Objections::new();
        for choice in &item.choices {
            if let Err(kind) = self.truth(item, choice) {
                found.push((kind, format!("{:?} because of {}", choice.offer, choice.why.id())));
            }
        }
        found.extend(self.one_answer(item).err().map(|kind| (kind, String::new())));
        self.options(item, &mut found);
        self.words(item, &mut found);
        found
    }
}
