//! What the oracle says of every item there is, and of items that are spoilt.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::facts::{Bilingual, Bound, Lang, Quantity, Rank, Statement, Status, Value};
use roadbook::quiz::{Format, Item, Offer, Pool, Proof, Standing, Stem};
use roadbook::router::Router;
use roadbook::text::fold;

use super::Oracle;
use crate::talk::router;

/// Every item that can be generated.
fn items(router: &Router) -> Vec<Item> {
    let mut chance = ChaCha8Rng::seed_from_u64(7);
    Pool::new(router.facts()).all(router.facts(), &mut chance).collect()
}

#[test]
fn the_oracle_agrees_with_every_item_that_can_be_generated() {
    let router = router();
    let oracle = Oracle::new(&router);
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for item in items(&router) {
        for (kind, place) in oracle.objections(&item) {
            let prompt = router.writer(Lang::En).prompt(&item);
            found.entry(kind).or_default().push(format!("{} “{prompt}”: {place}", item.id));
        }
    }
    let mut text = String::new();
    let each = 20 / found.len().max(1);
    // At most 20 of them, of each kind as many as of another, from all over the pool.
    for (kind, places) in &found {
        writeln!(text, "{} times: {kind}", places.len()).unwrap();
        let step = (places.len() / each.max(1)).max(1);
        for place in places.iter().step_by(step).take(each) {
            writeln!(text, "    {place}").unwrap();
        }
    }
    assert!(found.is_empty(), "{text}");
}

fn text(words: &str) -> Offer {
    Offer::Value(Value::Text(Bilingual { en: words.to_owned(), fr: words.to_owned() }))
}

/// The position of a wrong option.
fn wrong(item: &Item) -> usize {
    item.choices.iter().position(|choice| !choice.right).unwrap()
}

/// Whether an item is a question with options that are all values of one sort.
fn asks(item: &Item, sort: fn(&Value) -> bool) -> bool {
    let fits = |offer: &Offer| matches!(offer, Offer::Value(value) if sort(value));
    (item.format, &item.stem) == (Format::Choice, &Stem::Question)
        && item.choices.iter().all(|choice| fits(&choice.offer))
}

#[test]
fn the_oracle_objects_to_items_that_are_spoilt() {
    let router = router();
    let (facts, oracle) = (router.facts(), Oracle::new(&router));
    let mut items = items(&router);
    items.retain(|item| oracle.objections(item).is_empty());
    let spoil = |kind: &str, fits: &dyn Fn(&Item) -> bool, change: &dyn Fn(&mut Item)| {
        let fitting: Vec<_> = items.iter().filter(|item| fits(item)).step_by(7).take(9).collect();
        assert!(!fitting.is_empty(), "there is no item to spoil: {kind}");
        for item in fitting {
            let mut spoilt = item.clone();
            change(&mut spoilt);
            let found = oracle.objections(&spoilt);
            assert!(found.iter().any(|one| one.0 == kind), "{kind}? {found:?} of {}", spoilt.id);
        }
    };
    let choice = |item: &Item| item.format == Format::Choice;
    let entities = |item: &Item| asks(item, |value| matches!(value, Value::Entity(_)));
    let texts = |item: &Item| asks(item, |value| matches!(value, Value::Text(_)));
    let dates = |item: &Item| asks(item, |value| matches!(value, Value::Date(_)));
    let numbers = |item: &Item| asks(item, |value| matches!(value, Value::Quantity(_)));
    let of = |format: Format| move |item: &Item| item.format == format;
    let key = |item: &Item| item.choices[item.key().unwrap()].offer.clone();
    let find = |fits: &dyn Fn(&Statement) -> bool| {
        facts.statements().iter().find(|one| fits(one)).map(|one| one.id.clone())
    };
    let mistaken = "right and wrong are mistaken";

    // Right and wrong.
    for format in [Format::Choice, Format::TrueOrFalse, Format::RumourOrFact] {
        spoil(mistaken, &of(format), &|item| {
            let (right, wrong) = (item.key().unwrap(), wrong(item));
            item.choices[right].right = false;
            item.choices[wrong].right = true;
        });
        spoil("not one right option", &of(format), &|item| {
            let wrong = wrong(item);
            item.choices[wrong].right = true;
        });
        spoil("not one right option", &of(format), &|item| {
            item.choices.iter_mut().for_each(|choice| choice.right = false);
        });
    }
    spoil(mistaken, &of(Format::PickAll), &|item| {
        item.choices[1].right = !item.choices[1].right;
    });
    spoil("all right or all wrong", &of(Format::PickAll), &|item| {
        item.choices.iter_mut().for_each(|choice| choice.right = true);
    });
    spoil(mistaken, &entities, &|item| {
        let at = wrong(item);
        item.choices[at].offer = key(item);
    });
    // What is not settled.
    spoil("close to what is told", &entities, &|item| {
        let Offer::Value(Value::Entity(id)) = key(item) else { return };
        let entity = facts.entity(&id).unwrap();
        let at = wrong(item);
        item.choices[at].offer = text(entity.aliases.fr.first().unwrap_or(&entity.label.fr));
    });
    let many = |one: &Statement| {
        let list = oracle.closed.get(&(one.subject.as_str(), one.property.as_str()));
        list.is_some_and(|list| list.members.len() > 1)
    };
    let many = find(&many).unwrap();
    spoil("several values answer the question", &entities, &|item| {
        item.statement.clone_from(&many);
    });
    let claim = |item: &Item| item.stem == Stem::Claim(None);
    let weak: [&dyn Fn(&Statement) -> bool; 4] = [
        &|one| one.status == Status::Rumoured,
        &|one| one.status == Status::Reported,
        &|one| one.rank == Rank::Deprecated,
        &|one| !one.conflicts_with.is_empty(),
    ];
    for id in weak.into_iter().filter_map(find) {
        spoil("told, but not firmly", &claim, &|item| item.statement.clone_from(&id));
    }
    let mut open = Oracle::new(&router);
    open.closed.clear();
    let found = open.objections(items.iter().find(|item| choice(item)).unwrap());
    assert!(found.iter().any(|one| one.0.starts_with("open")), "{found:?}");
    for one in facts.statements() {
        if let Value::Quantity(told) = &one.value
            && told.bound == Bound::MoreThan
            && oracle.closed.contains_key(&(one.subject.as_str(), one.property.as_str()))
        {
            let less = Value::Quantity(Quantity { amount: told.amount / 2.0, ..told.clone() });
            assert!(oracle.holds((&one.subject, &one.property, &less)).is_err(), "{}", one.id);
        }
    }
    // Options that are not alike, or too much so.
    for kind in ["alike", "close to what is told"] {
        spoil(kind, &dates, &|item| {
            let at = wrong(item);
            if let Offer::Value(Value::Date(date)) = key(item) {
                let less = match date.strip_prefix("--") {
                    Some(day) => format!("2020-{day}"),
                    None if date.len() == 4 => format!("{date}-05"),
                    None => date[..4].to_owned(),
                };
                item.choices[at].offer = Offer::Value(Value::Date(less));
            }
        });
    }
    for fits in [&entities as &dyn Fn(&Item) -> bool, &numbers, &texts] {
        spoil("alike", fits, &|item| item.choices[0].offer = item.choices[1].offer.clone());
        spoil("the same words twice", fits, &|item| {
            item.choices[0].offer = item.choices[1].offer.clone();
        });
    }
    spoil("mixed kinds", &entities, &|item| {
        let at = wrong(item);
        let series = Value::Entity(facts.series().to_owned());
        item.choices[at].offer = Offer::Value(series);
    });
    spoil("mixed kinds", &numbers, &|item| {
        if let Offer::Value(Value::Quantity(quantity)) = &mut item.choices[0].offer {
            quantity.bound =
                if quantity.bound == Bound::About { Bound::Exact } else { Bound::About };
        }
    });
    for fits in [&dates as &dyn Fn(&Item) -> bool, &numbers] {
        spoil("not ascending", fits, &|item| item.choices.swap(0, 1));
    }
    spoil("number of options", &choice, &|item| item.choices.truncate(2));
    spoil("lengths", &texts, &|item| {
        let at = wrong(item);
        item.choices[at].offer = text(&"rather long ".repeat(20));
    });
    // Order and pairs.
    let swap = |item: &mut Item| {
        let place = item.choices[0].place;
        item.choices[0].place = item.choices[1].place;
        item.choices[1].place = place;
    };
    spoil("not the one order of time", &of(Format::Order), &swap);
    spoil("not the one order of time", &of(Format::Order), &|item| {
        item.choices[0].offer = item.choices[1].offer.clone();
    });
    spoil("places that are no order", &of(Format::Order), &|item| item.choices[0].place = Some(9));
    spoil("not the one matching", &|item| item.stem == Stem::Dates, &swap);
    spoil(mistaken, &|item| matches!(item.stem, Stem::Pairs(_)), &swap);
    spoil("not the one matching", &of(Format::Match), &|item| {
        item.targets[0] = item.targets[1].clone();
    });
    // Proofs.
    for format in [Format::Choice, Format::PickAll, Format::Match, Format::RumourOrFact] {
        spoil("the proof does not bear on it", &of(format), &|item| {
            item.choices[0].why = Proof::Statement("no-such-statement".to_owned());
        });
        let other = items.iter().find(|item| item.format == Format::Order).unwrap();
        let strange = |item: &Item| {
            of(format)(item) && item.statement != other.statement && item.stem != Stem::Dates
        };
        spoil("the proof does not bear on it", &strange, &|item| {
            item.choices[1].why = Proof::Statement(other.statement.clone());
        });
    }
    spoil("does not stand", &choice, &|item| item.digest = "0".repeat(16));
    // Said and never said.
    let never = |item: &Item| {
        let never = Offer::Standing(Standing::NeverSaid);
        item.choices.iter().any(|one| one.right && one.offer == never)
    };
    spoil("said after all", &never, &|item| {
        let own = facts.statement(&item.statement).unwrap().value.clone();
        item.stem = Stem::Standing(Some(own));
    });
    let supposed = |item: &Item| matches!(item.stem, Stem::Supposed(_));
    spoil("the proof does not bear on it", &supposed, &|item| {
        item.choices[2].why = Proof::Absence("no-such-absence".to_owned());
    });
    spoil(mistaken, &supposed, &|item| {
        item.choices.iter_mut().for_each(|choice| choice.right = !choice.right);
    });
    spoil("nothing is supposed, or set right by something else", &supposed, &|item| {
        item.statement.clone_from(&many);
    });
    let linked_with = |item: &Item| {
        let own = facts.statement(&item.statement)?;
        let near = |other: &Value| {
            let id = other.entity().unwrap();
            oracle.linked.contains(&(own.subject.as_str(), id))
                && !oracle
                    .given((&own.subject, &own.property, other))
                    .iter()
                    .any(|one| oracle.alike(&one.value, other))
        };
        let mut entities = facts.file().entities.iter().map(|one| Value::Entity(one.id.clone()));
        entities.find(near)
    };
    let links = |item: &Item| never(item) && linked_with(item).is_some();
    spoil("the articles link the two", &links, &|item| {
        item.stem = Stem::Standing(linked_with(item));
    });
    // Words.
    spoil("given away", &texts, &|item| {
        let prompt = router.writer(Lang::En).prompt(item);
        let at = item.key().unwrap();
        item.choices[at].offer = text(&prompt);
    });
    spoil("empty or with a slot", &texts, &|item| item.choices[0].offer = text("{value}"));
    spoil("misprinted French", &texts, &|item| item.choices[0].offer = text("quoi ?"));
    spoil("an option that does not fit the stem", &choice, &|item| {
        item.choices[0].offer = Offer::Truth(true);
    });
    spoil("a name is not accepted", &of(Format::Typed), &|item| item.accepted.clear());
    spoil("a name of something else is accepted", &of(Format::Typed), &|item| {
        let series = facts.entity(facts.series()).unwrap();
        item.accepted.push(fold(&series.label.en));
    });
}

#[test]
fn there_are_a_thousand_distinct_items() {
    let router = router();
    // Those of one statement, format and key count as others only if two of their options differ.
    let mut kept: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    let mut formats: BTreeMap<&str, usize> = BTreeMap::new();
    for item in items(&router) {
        let (mut options, mut key) = (Vec::new(), Vec::new());
        for choice in &item.choices {
            // All options are right where they are sorted: that is no key.
            let right = choice.right && choice.place.is_none();
            if right { &mut key } else { &mut options }.push(format!("{:?}", choice.offer));
        }
        key.sort_unstable();
        let group =
            kept.entry(format!("{} {:?} {key:?}", item.statement, item.format)).or_default();
        let new = |one: &[String], other: &[String]| {
            one.iter().filter(|option| !other.contains(option)).count() >= 2
        };
        if group.is_empty() || group.iter().all(|one| new(one, &options) || new(&options, one)) {
            group.push(options);
            *formats.entry(item.format.name()).or_default() += 1;
        }
    }
    let count: usize = formats.values().sum();
    eprintln!("COUNT {count} {formats:?}");
    assert!(count >= 1_000, "{count}: {formats:?}");
}
