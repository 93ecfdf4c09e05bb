//! Whether an item is fair: its options look alike, and nothing gives the answer away.

use std::collections::HashSet;

use roadbook::facts::{Class, Lang, Value};
use roadbook::quiz::{Choice, Format, Item, Offer, Stem};
use roadbook::text::{fold, number_words};

use super::known::{amount, days, spaced};
use super::{Objections, Oracle, Said};

/// Whether a French text lacks a narrow space, or has a straight quote.
fn misprinted(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let narrow = |at: Option<usize>| at.and_then(|at| letters.get(at)) == Some(&'\u{202f}');
    letters.iter().enumerate().any(|(at, letter)| match letter {
        '?' | '!' | ':' | ';' | '»' => !narrow(at.checked_sub(1)),
        '«' => !narrow(Some(at + 1)),
        '\'' | '"' => true,
        _ => false,
    })
}

/// Whether a length lies too far from the median.
fn stands_out(texts: &[String]) -> bool {
    let mut lengths: Vec<f64> =
        texts.iter().map(|text| f64::from(u32::try_from(text.chars().count()).unwrap())).collect();
    lengths.sort_by(f64::total_cmp);
    let last = lengths.len() - 1;
    let median = f64::midpoint(lengths[last / 2], lengths[last.div_ceil(2)]);
    lengths[last] > median * 1.6 || lengths[0] * 1.6 < median
}

impl Oracle<'_> {
    /// The value of an option, where it is one.
    fn value(&self, offer: &Offer) -> Option<Value> {
        match offer {
            Offer::Value(value) => Some(value.clone()),
            Offer::Subject(id) => Some(Value::Entity(id.clone())),
            Offer::Event(id) => self.facts.statement(id).map(|one| one.value.clone()),
            _ => None,
        }
    }

    /// Number, kind and order of the options; no two of them alike.
    pub(super) fn options(&self, item: &Item, found: &mut Objections) {
        let count = item.choices.len();
        let fits = match item.format {
            Format::TrueOrFalse => count == 2,
            Format::PickAll => (4..=6).contains(&count),
            Format::Number | Format::Typed => count == 1,
            _ => (3..=4).contains(&count),
        };
        if !fits || item.targets.len() != if item.format == Format::Match { count } else { 0 } {
            found.push(("number of options", count.to_string()));
        }
        let values: Vec<Value> =
            item.choices.iter().filter_map(|choice| self.value(&choice.offer)).collect();
        for (kind, values) in [("of options", &values), ("of targets", &item.targets)] {
            for (at, one) in values.iter().enumerate() {
                if let Some(twin) = values[..at].iter().find(|other| self.alike(one, other)) {
                    found.push(("alike", format!("{kind}: {one:?} and {twin:?}")));
                }
            }
            // Subjects of a table are of one class; what they are matched with may be whatever the
            // relation allows, such as a team or a company that made a film.
            let table = |value: &Value| match value {
                Value::Entity(_) if kind == "of targets" => String::new(),
                Value::Entity(id) => match self.facts.entity(id).map(|one| one.class) {
                    Some(Class::Docuseries | Class::Programme) => "film".to_owned(),
                    class => format!("{class:?}"),
                },
                other => self.sort(other),
            };
            let sort = |value: &Value| {
                if item.format == Format::Match { table(value) } else { self.sort(value) }
            };
            let sorts: HashSet<String> = values.iter().map(sort).collect();
            if sorts.len() > 1
                && (item.stem != Stem::Order)
                && (item.stem != Stem::Dates || kind == "of targets")
            {
                found.push(("mixed kinds", format!("{kind}: {sorts:?}")));
            }
        }
        let claims: Vec<_> =
            item.choices.iter().filter_map(|choice| self.said(item, choice)).collect();
        for (at, (one, _)) in claims.iter().enumerate().filter(|_| item.stem == Stem::Claims) {
            let same = |(other, _): &&(Said<'_>, bool)| {
                (one.0, one.1) == (other.0, other.1) && self.alike(one.2, other.2)
            };
            if let Some(twin) = claims[..at].iter().find(same) {
                found.push(("alike", format!("claims: {one:?} and {twin:?}")));
            }
        }
        for (id, swap) in swaps(item) {
            let own = self.facts.statement(id).map(|one| self.sort(&one.value));
            if own != Some(self.sort(swap)) {
                found.push(("mixed kinds", format!("swap: {swap:?} in {id}")));
            }
        }
        let risen = values.windows(2).all(|two| match (&two[0], &two[1]) {
            (Value::Date(one), Value::Date(other)) => days(one).0 < days(other).0,
            (one @ Value::Quantity(_), other @ Value::Quantity(_)) => {
                amount(one).0 < amount(other).0
            }
            _ => true,
        });
        if item.format == Format::Choice && !risen {
            found.push(("not ascending", String::new()));
        }
        if !item.stands(self.facts) {
            found.push(("does not stand", String::new()));
        }
        if item.format != Format::Typed {
            return;
        }
        let mut names =
            item.choices.iter().filter_map(|one| self.value(&one.offer)).flat_map(|value| {
                Lang::ALL.map(|lang| fold(&self.router.writer(lang).value(&value)))
            });
        if !names.all(|name| item.accepted.contains(&name)) {
            found.push(("a name is not accepted", format!("{:?}", item.accepted)));
        }
        let others = self.facts.file().entities.iter().map(|one| Value::Entity(one.id.clone()));
        for other in others.filter(|other| !values.contains(other)) {
            let name = |name: &&String| self.names(&other).contains(&format!(" {name} "));
            if let Some(name) = item.accepted.iter().find(name) {
                found
                    .push(("a name of something else is accepted", format!("{name} of {other:?}")));
            }
        }
    }

    /// The words of an item in both languages.
    pub(super) fn words(&self, item: &Item, found: &mut Objections) {
        let mut counts = HashSet::new();
        for lang in Lang::ALL {
            let writer = self.router.writer(lang);
            let prompt = writer.prompt(item);
            let options: Vec<_> = item.choices.iter().map(|one| writer.offer(&one.offer)).collect();
            let targets = item.targets.iter().map(|one| writer.value(one));
            let mut texts: Vec<String> = options.iter().cloned().chain(targets).collect();
            counts.insert(texts.iter().collect::<HashSet<_>>().len());
            if texts.len() != texts.iter().collect::<HashSet<_>>().len() {
                found.push(("the same words twice", format!("{texts:?}")));
            }
            texts.push(prompt.clone());
            for text in &texts {
                if text.trim().is_empty() || text.contains(['{', '}']) {
                    found.push(("empty or with a slot", text.clone()));
                }
                if lang == Lang::Fr && misprinted(text) {
                    found.push(("misprinted French", text.clone()));
                }
            }
            if !prompt.ends_with(['?', '.', '!']) {
                found.push(("an open end", prompt.clone()));
            }
            let listed = item.choices.iter().all(|one| match self.value(&one.offer) {
                Some(value) => matches!(value, Value::Entity(_) | Value::Text(_)),
                None => false,
            });
            if item.format == Format::Choice && listed && stands_out(&options) {
                found.push(("lengths", format!("{options:?}")));
            }
            let spaced_prompt = spaced(&prompt);
            let key = item.key().and_then(|at| self.value(&item.choices[at].offer));
            let asked = matches!(item.format, Format::Choice | Format::Typed | Format::Number);
            for name in key.iter().filter(|_| asked).flat_map(|key| self.telling(key)) {
                if spaced_prompt.contains(&name) {
                    found.push(("given away", format!("{name}in {prompt}")));
                }
            }
            // With its own value a claim must read otherwise than with another one.
            let told = |choice: &Choice| match &choice.offer {
                Offer::Claim(id, Some(_)) => writer.offer(&Offer::Claim(id.clone(), None)),
                _ => String::new(),
            };
            let stem = match &item.stem {
                Stem::Claim(Some(_)) => Stem::Claim(None),
                Stem::Standing(Some(_)) => Stem::Standing(None),
                _ => Stem::Claims,
            };
            let unswapped = writer.prompt(&Item { stem, ..item.clone() });
            let same = item.stem != Stem::Claims && unswapped == prompt;
            if same || item.choices.iter().zip(&options).any(|(one, text)| told(one) == *text) {
                found.push(("the swapped value is not shown", prompt.clone()));
            }
        }
        if counts.len() > 1 {
            found.push(("other options in the other language", format!("{counts:?}")));
        }
    }

    /// The words that give a key away.
    fn telling(&self, key: &Value) -> Vec<String> {
        match key {
            Value::Quantity(quantity) => {
                let names = self.names(key);
                let digits = names.iter().map(|name| {
                    let digits = name.split(' ').filter(|word| word.parse::<u32>().is_ok());
                    spaced(&digits.collect::<Vec<_>>().join(" "))
                });
                let words = number_words(quantity.amount);
                digits
                    .chain(words.iter().map(|word| spaced(word)))
                    .filter(|one| one.len() > 2)
                    .collect()
            }
            _ => self.names(key).iter().filter(|name| name.chars().count() > 4).cloned().collect(),
        }
    }
}

/// The values that are swapped for others, each with its statement.
fn swaps(item: &Item) -> Vec<(&String, &Value)> {
    let own = match &item.stem {
        Stem::Claim(Some(swap)) | Stem::Standing(Some(swap)) => Some((&item.statement, swap)),
        _ => None,
    };
    let claims = item.choices.iter().filter_map(|choice| match &choice.offer {
        Offer::Claim(id, Some(swap)) => Some((id, swap)),
        _ => None,
    });
    own.into_iter().chain(claims).collect()
}
