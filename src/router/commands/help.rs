//! `/help`: every command as it is typed, with what it does.

use crate::reply::{Hint, Writer};
use crate::router::catalogue::Handle;
use crate::router::{COMMANDS, Command, typed_name};

pub(in crate::router) const COMMAND: Command = Command {
    id: "help",
    options: &[],
    handle: Handle::Facts(|call| {
        let writer = call.writer;
        writer.help(COMMANDS.iter().map(|command| hint(writer, command)).collect())
    }),
};

fn hint(writer: Writer<'_>, command: &Command) -> Hint {
    let mut input = format!("/{}", typed_name(writer, command));
    for option in command.options {
        let name = writer.say(&format!("option-{}", option.id), &[]);
        let (open, close) = if option.required { (" ", "") } else { (" [", "]") };
        input.extend([open, &name, close]);
    }
    Hint { input, meaning: writer.say(&format!("command-{}-is", command.id), &[]) }
}
