//! `/timeline`: everything in order of time, or what was known on a day.

use crate::query::lookup;
use crate::reply::{Reply, shortened};
use crate::router::catalogue::Handle;
use crate::router::{Command, Kind, Opt};

pub(in crate::router) const COMMAND: Command = Command {
    id: "timeline",
    options: &[Opt { id: "at", kind: Kind::Text, required: false }],
    handle: Handle::Facts(|call| {
        let (facts, writer) = (call.facts(), call.writer);
        let Some(typed) = call.option("at") else {
            return writer.timeline(&lookup::timeline(facts));
        };
        let Some(day) = writer.figures().read_day(typed) else {
            let typed = shortened(typed);
            return Reply::note(writer.say("timeline-bad-date", &[("typed", (&typed).into())]));
        };
        let first = lookup::article_days(facts).first().copied();
        writer.known_on(day, &lookup::known_on(facts, day), first)
    }),
};
