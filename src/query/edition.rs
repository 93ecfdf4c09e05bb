//! Which edition of the race the series is about: "do we see the race of the year after?", "is it this year’s or the next one’s?"

use super::answer::{Answer, Verdict};
use super::cues::is_among;
use super::kind::{Kind, Turn};
use super::linked::{Linked, Word};
use super::lookup::current;
use super::resolve::Named;
use super::said::speaks_of_year;
use super::tags::leave_out_a_tag;
use super::talk::is_filler;
use super::told::answered;
use crate::facts::{Class, Entity, Facts, Statement};
use crate::text::{fold, tokens};

/// Words of such a question, which says no more.
const LITTLE: &str = "about sur parle porte concerne traite montre couvre suit raconte covers cover follows \
    follow shows show shown depicts see sees seen watch voit voir montre film filmed filming filme filmee tourne shot race \
    course edition year annee annees tour one celui celle which what quel quelle quelles it its for or ou de du the from \
    series serie doc docu documentary docuserie docuseries c est ce s il elle is was are on we i you qu que t in en \
    pas not si ca this that of la le l y a or really vraiment bien y";
/// Words between two that are to choose from.
const OR: &str = "or ou";

/// What the series is about, where a question asks that of another edition of the same race, or of which edition it is.
pub(super) fn another_edition<'a>(
    facts: &'a Facts,
    named: &Named<'a>,
    linked: &Linked,
    kind: &Kind,
) -> Option<Answer<'a>> {
    let is_race = |one: &&Entity| one.class == Class::Race;
    if linked.years().next().is_none() && !named.telling.iter().any(is_race) {
        return None;
    }
    let own = shown(facts)?;
    let race = facts.entity(own.value.entity()?)?;
    let others: Vec<&Entity> =
        named.telling.iter().copied().filter(|one| one.id != race.id).collect();
    // Another race than this is another question.
    let of_races = others.iter().all(|one| are_editions(one, race));
    let of_a_race = !others.is_empty()
        || named.ambient.iter().chain(&named.telling).copied().any(|one| is_race(&one));
    let mut years = linked.years().filter(|year| !speaks_of_year(own, *year));
    let another = !others.is_empty() || years.next().is_some();
    // A year alone may be that of anything.
    let says = |list: &str| linked.plain().any(|word| is_among(list, word));
    let asks = of_a_race || says("race course edition tour");
    if !of_races || !another || !asks {
        return None;
    }
    let mut bare = linked.clone();
    leave_out_a_tag(&mut bare);
    let says_more = bare.words.iter().any(|word| match word {
        Word::Plain(word) => !is_among(LITTLE, word) && !is_filler(word),
        Word::Number(_) | Word::Stranger(_) => true,
        Word::Entity(_) | Word::Year(_) => false,
    });
    if says_more || kind.probe.is_some() || kind.reason {
        return None;
    }
    // "C’est la course d’après qu’on voit ?" has no other mark of a yes or no than that it asks for nothing else.
    let open = says(OR) || kind.want.is_some() || says("which what quel quelle quelles");
    let verdict = !open && kind.turn == Turn::Straight;
    let told = answered(facts, vec![own], &Kind::default(), linked, &own.property);
    Some(Answer { verdict: verdict.then_some(Verdict::No), ..told })
}

/// Whether two are editions of one race: they are called alike but for the year.
fn are_editions(one: &Entity, other: &Entity) -> bool {
    let is_year = |word: &&str| word.len() == 4 && word.parse::<i16>().is_ok();
    let (one, other) = (fold(&one.label.en), fold(&other.label.en));
    let bare = |name: &'_ str| {
        tokens(name).filter(|word| !is_year(word)).map(str::to_owned).collect::<Vec<_>>()
    };
    tokens(&one).any(|word| is_year(&word)) && bare(&one) == bare(&other)
}

/// What says of which edition of a race the series is.
fn shown(facts: &Facts) -> Option<&Statement> {
    let of_a_race = |one: &&Statement| {
        let race = one.value.entity().and_then(|id| facts.entity(id));
        one.subject == facts.series() && race.is_some_and(|race| race.class == Class::Race)
    };
    current(facts.statements().iter().filter(of_a_race)).next()
}
