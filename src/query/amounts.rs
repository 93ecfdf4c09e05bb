//! "52 minutes, that's what?": everything that has an amount of which a question asks what it is of.

use super::cues::is_among;
use super::kind::Kind;
use super::linked::{Linked, Word};
use super::resolve::Named;
use super::talk::is_filler;
use crate::facts::{Facts, Quantity, Rank, Role, Statement, Value};
use crate::text::{fold, tokens};

/// Words that ask of an amount no more than what it is of.
const LITTLE: &str = "what whats is are was were of to that thats this those these it refer refers referring stand stands mean means \
    meaning for about number figure amount which correspond corresponds quoi koi c est ce que qu ca cela \
    correspondent represente nombre nomrbe chiffre de d quel quelle sert s since depuis plus more over than \
    environ fait ils font again deja and et then so the remind me exactly already au juste people everyone \
    everybody they keep keeps mentioning mention mentions mentioned saying talking y a qui dont on parle parlent \
    tout monde";
/// Words that ask whether several amounts are right.
const RIGHT: &str = "both right correct true confirm bon bien exact exacts juste justes vrai ok you u can tout tous les deux or \
    did someone mess up are";
/// How people shorten units.
const SHORT: [(&str, &str); 11] = [
    ("min", "minute"),
    ("mins", "minute"),
    ("mn", "minute"),
    ("h", "hour"),
    ("hr", "hour"),
    ("km", "kilometre"),
    ("kms", "kilometre"),
    ("borne", "kilometre"),
    ("bornes", "kilometre"),
    ("ep", "episode"),
    ("eps", "episode"),
];
/// Words that ask what an amount is of.
const OF_WHAT: &str = "what whats quoi koi which quel";
/// The least number that is a question by itself: there are too many ones and twos.
const TELLING: f64 = 10.0;
/// How many statements have one amount at most for all of them to be told.
const FEW: usize = 4;

/// The statements that have the amounts of which a question asks what they are of, or whether they are right, and no more.
pub(super) fn of_an_amount<'a>(
    facts: &'a Facts,
    named: &Named<'_>,
    linked: &Linked,
    kind: &Kind,
) -> Option<Vec<&'a Statement>> {
    let amounts = amounts(facts, linked)?;
    let several = amounts.len() > 1;
    if !named.telling.is_empty() || kind.reason || kind.known_by.is_some() || amounts.is_empty() {
        return None;
    }
    let plain: Vec<&str> = linked.plain().filter(|word| unit(facts, word).is_none()).collect();
    let little = |word: &str| is_filler(word) || is_among(LITTLE, word);
    // "190 = ?"
    let bare = amounts.iter().all(|(amount, unit)| unit.is_none() && *amount >= TELLING);
    let bare = bare && plain.is_empty() && linked.entities().is_empty();
    let asks = plain.iter().any(|word| is_among(OF_WHAT, word));
    let of_what = bare || asks && plain.iter().all(|word| little(word));
    // "45 and 52 minutes" are two of one kind; "8 episodes of 52 minutes" is a claim about one thing.
    let alike = amounts.windows(2).all(|two| matches!(two, [one, other] if one.1 == other.1));
    let right = several && alike && plain.iter().all(|word| little(word) || is_among(RIGHT, word));
    if !of_what && !right {
        return None;
    }
    let mut all: Vec<&Statement> = Vec::new();
    for (amount, unit) in &amounts {
        let has_it = |quantity: &Quantity| {
            (quantity.amount - amount).abs() < f64::EPSILON
                && unit.as_ref().is_none_or(|unit| *unit == quantity.unit)
        };
        let found = facts.statements().iter().filter(|one| {
            let is = matches!(&one.value, Value::Quantity(quantity) if has_it(quantity));
            // The number of a part is no amount.
            let role = facts.property(&one.property).and_then(|property| property.role);
            is && one.rank != Rank::Deprecated && role != Some(Role::EpisodeNumber)
        });
        let found: Vec<&Statement> = found.collect();
        // A number without a unit may be the number of too many things, and "the eight teams" are rather asked for themselves.
        let counts = found.iter().any(|one| !one.details.is_empty());
        if found.is_empty() || found.len() > FEW || counts {
            return None;
        }
        all.extend(
            found
                .into_iter()
                .filter(|one| !all.iter().any(|told| told.id == one.id))
                .collect::<Vec<_>>(),
        );
    }
    Some(all)
}

/// The numbers that a question names with the units that follow them; nothing where it names years, or what nobody knows.
fn amounts(facts: &Facts, linked: &Linked) -> Option<Vec<(f64, Option<String>)>> {
    // Most questions name none.
    linked.numbers().next()?;
    let mut amounts: Vec<(f64, Option<String>)> = Vec::new();
    for (at, word) in linked.words.iter().enumerate() {
        match word {
            Word::Number(number) => {
                let next = match linked.words.get(at + 1) {
                    Some(Word::Plain(word)) => unit(facts, word),
                    _ => None,
                };
                amounts.push((*number, next));
            }
            Word::Year(_) | Word::Stranger(_) => return None,
            Word::Plain(_) | Word::Entity(_) => {}
        }
    }
    // "Season 4" is not "4 seasons".
    let with_unit = amounts.iter().filter(|(_, unit)| unit.is_some()).count();
    let units = linked.plain().filter(|word| unit(facts, word).is_some()).count();
    (units == with_unit).then_some(amounts)
}

/// The unit that a word is a name of.
pub(super) fn unit(facts: &Facts, word: &str) -> Option<String> {
    if let Some((_, unit)) = SHORT.iter().find(|(short, _)| *short == word) {
        return facts.unit(unit).map(|unit| unit.id.clone());
    }
    let units = facts.file().units.iter();
    let mut units = units.filter(|unit| {
        let names = [&unit.en.one, &unit.en.other, &unit.fr.one, &unit.fr.other];
        // A name that cannot be as long as the word once it is folded need not be folded for nothing.
        let is_short = |name: &str| name.len() <= word.len() + 4 && name.len() + 1 >= word.len();
        names.into_iter().any(|name| is_short(name) && tokens(&fold(name)).eq([word]))
    });
    units.next().map(|unit| unit.id.clone())
}
