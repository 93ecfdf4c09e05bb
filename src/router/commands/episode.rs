//! `/episode`: what the articles say of an episode.

use crate::facts::Class;
use crate::query::{Found, lookup};
use crate::reply::{Reply, shortened};
use crate::router::catalogue::Handle;
use crate::router::{Command, Kind, Opt};
use crate::text::{self, fold};

/// The largest number that is read in words.
const LARGEST: u32 = 100;

pub(in crate::router) const COMMAND: Command = Command {
    id: "episode",
    options: &[Opt { id: "number", kind: Kind::Episode, required: true }],
    handle: Handle::Facts(|call| {
        let (facts, writer) = (call.facts(), call.writer);
        let Some(typed) = call.option("number") else {
            return Reply::note(writer.say("episode-which", &[]));
        };
        let bare = typed.trim_start_matches('#');
        let number = bare.parse::<u32>().ok().or_else(|| in_words(bare));
        if let Some(number) = number {
            return match lookup::episode(facts, number) {
                Some(episode) => writer.known(&lookup::known_of(facts, episode)),
                None => writer.episode_missing(number, lookup::episode_count(facts)),
            };
        }
        // "first", "premier": an alias of the episode.
        match call.router.names().find(facts, typed, &[Class::Episode]) {
            Found::One(episode) => writer.known(&lookup::known_of(facts, episode)),
            Found::None(_) => {
                let typed = shortened(typed);
                Reply::note(writer.say("episode-not-a-number", &[("typed", (&typed).into())]))
            }
        }
    }),
};

/// A number in words: "two", "deux".
fn in_words(typed: &str) -> Option<u32> {
    let amount = text::number(&fold(typed)).filter(|_| !typed.contains(char::is_numeric))?;
    (1..=LARGEST).find(|number| (f64::from(*number) - amount).abs() < f64::EPSILON)
}
