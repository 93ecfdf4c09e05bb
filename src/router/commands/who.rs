//! `/who`: everything about a person, an organisation or another name.

use crate::facts::Class;
use crate::query::{Found, lookup};
use crate::reply::Reply;
use crate::router::catalogue::Handle;
use crate::router::{Command, Kind, Opt};

/// People and organisations are what is asked for; anything else that has a name is answered as well.
const FIRST: &[Class] = &[Class::Person, Class::Organisation];

const REST: &[Class] = &[
    Class::Team,
    Class::Series,
    Class::Docuseries,
    Class::Programme,
    Class::Race,
    Class::Stage,
    Class::Place,
    Class::Sport,
    Class::Prize,
    Class::Episode,
];

pub(in crate::router) const COMMAND: Command = Command {
    id: "who",
    options: &[Opt { id: "name", kind: Kind::Name(FIRST), required: true }],
    handle: Handle::Facts(|call| {
        let (facts, names) = (call.facts(), call.router.names());
        let Some(typed) = call.option("name") else {
            let example = facts.file().entities.iter().find(|one| one.class == Class::Person);
            let example = example.map_or("…", |person| person.label.get(call.writer.lang()));
            return Reply::note(call.writer.say("who-empty", &[("example", example.into())]));
        };
        let near = match names.find(facts, typed, FIRST) {
            Found::One(entity) => return call.writer.known(&lookup::known_of(facts, entity)),
            Found::None(near) => near,
        };
        match names.find(facts, typed, REST) {
            Found::One(entity) => call.writer.known(&lookup::known_of(facts, entity)),
            Found::None(other) => {
                let near = if near.is_empty() { other } else { near };
                call.writer.unknown(typed, &near, false)
            }
        }
    }),
};
