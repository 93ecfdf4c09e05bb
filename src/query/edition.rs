//! Which edition of the race the series is about: "was the race of the year after filmed for it?", "this year’s or the next one’s?"

use super::answer::{Answer, Verdict};
use super::cues::{TURNED, is_among};
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
const LITTLE: &str = "parle porte concerne traite montre couvre suit raconte covers cover follows follow \
    shows show shown depicts see sees seen watch voit voir filmed filming filme filmee tourne race \
    course edition year annee annees tour one celui celle which what quel quelle quelles it its for or ou \
    series serie docuserie docuseries c est ce s il elle is was are on do does did we qu que t in en \
    pas not ne n si ca this that really vraiment bien y";
/// Words that point at the series: it is not asked of the race as such, nor of another film.
const POINTING: &str = "it series serie docuserie docuseries voit voir see parle porte raconte suit covers cover follows follow";
/// Words between two that are to choose from.
const OR: &str = "or ou";
/// First words of what wants a yes or a no.
const CLOSED: &str = "c ce cest est is was it s does do did";

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
    let says = |list: &str| linked.plain().any(|word| is_among(list, word));
    let names_own = linked.years().any(|year| speaks_of_year(own, year))
        || named.telling.iter().chain(&named.ambient).any(|one| one.id == race.id);
    // Beside its own edition, a year is rather that of the release: "the race of this year, shown in the next?"
    let either = says(OR) && names_own;
    let other_year = linked.years().any(|year| !speaks_of_year(own, year));
    let of_the_race = says("race course edition tour") || named.ambient.iter().any(is_race);
    let another =
        if either { other_year && of_the_race || !others.is_empty() } else { !others.is_empty() };
    if !of_races || !another || names_own && !either || !says(POINTING) {
        return None;
    }
    let mut bare = linked.clone();
    let tagged = leave_out_a_tag(&mut bare);
    let says_more = bare.words.iter().any(|word| match word {
        Word::Plain(word) => !is_among(LITTLE, word) && !is_filler(word),
        Word::Number(_) | Word::Stranger(_) => true,
        Word::Entity(_) | Word::Year(_) => false,
    });
    if says_more || kind.probe.is_some() || kind.reason {
        return None;
    }
    // "C’est la course d’après qu’on voit ?" wants a yes or a no, though "que" asks for something else elsewhere.
    let begins = linked.plain().next().is_some_and(|word| is_among(CLOSED, word));
    let open = says(OR) || kind.want.is_some() || says("which what quel quelle quelles");
    let turned = bare.words.iter().any(|word| word.is_any(TURNED));
    let straight = kind.turn == Turn::Straight || tagged && !turned;
    // Whether a company shows another race is not told by what this series shows.
    let of_a_company = named.ambient.iter().any(|one| one.class == Class::Organisation);
    let closed =
        !of_a_company && (kind.yes_no || kind.states || tagged || begins) && !open && straight;
    let told = answered(facts, vec![own], &Kind::default(), linked, &own.property);
    Some(Answer { verdict: closed.then_some(Verdict::No), ..told })
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
