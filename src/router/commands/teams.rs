//! `/teams`: the three groups of teams, or everything about one.

use crate::facts::Class;
use crate::query::{Found, lookup};
use crate::router::catalogue::Handle;
use crate::router::{Command, Kind, Opt};

pub(in crate::router) const COMMAND: Command = Command {
    id: "teams",
    options: &[Opt { id: "team", kind: Kind::Name(&[Class::Team]), required: false }],
    handle: Handle::Facts(|call| {
        let facts = call.facts();
        let Some(typed) = call.option("team") else {
            return call.writer.teams(&lookup::teams(facts));
        };
        match call.router.names().find(facts, typed, &[Class::Team]) {
            Found::One(team) => call.writer.known(&lookup::known_of(facts, team)),
            Found::None(near) => call.writer.unknown(typed, &near, true),
        }
    }),
};
