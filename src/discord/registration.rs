//! The commands as Discord lists them, made from the catalogue, and sent only where they differ.
//!
//! Whether they differ is found by asking Discord for its list, not by a hash kept on disk: nothing has to
//! outlive a container, several processes agree, and a list that somebody else changed is noticed.
//!
//! See <https://discord.com/developers/docs/interactions/application-commands>.

use std::time::Duration;

use serde_json::Value;
use serenity::all::{
    ChannelType, CommandOptionType, CommandType, CreateCommand, CreateCommandOption,
    InstallationContext, InteractionContext, Permissions,
};
use tokio::time::sleep;

use super::body::Body;
use super::rest::Rest;
use super::slash::{DEFAULT, option_name, path};
use crate::reply::Writer;
use crate::router::{COMMANDS, Command, Kind, Opt, Router};
use crate::text::Lang;

/// How often is tried to register before an operator has to look.
const ATTEMPTS: u32 = 6;

/// The channels that messages can be posted in.
const WRITTEN: &[ChannelType] = &[
    ChannelType::Text,
    ChannelType::Voice,
    ChannelType::News,
    ChannelType::NewsThread,
    ChannelType::PublicThread,
    ChannelType::PrivateThread,
];

/// Discord's code of the language besides the default one.
const FRENCH: &str = "fr";

/// What Discord knows only of the commands of all servers, and does not give back for one.
///
/// See <https://discord.com/developers/docs/interactions/application-commands#application-command-object>.
const FOR_ALL: [&str; 2] = ["contexts", "integration_types"];

/// What the list is compared by: everything that is set here, and nothing that Discord adds.
const COMPARED: &[&str] = &[
    "autocomplete",
    "channel_types",
    "choices",
    "contexts",
    "default_member_permissions",
    "description",
    "description_localizations",
    "integration_types",
    "max_length",
    "max_value",
    "min_length",
    "min_value",
    "name",
    "name_localizations",
    "options",
    "required",
    "type",
    "value",
];

/// All commands in Discord's terms.
pub(super) fn commands(router: &Router) -> Vec<CreateCommand> {
    let writers = [router.writer(DEFAULT), router.writer(Lang::Fr)];
    let mut made: Vec<CreateCommand> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    for command in COMMANDS {
        let (name, sub) = path(writers[0], command);
        if names.contains(&name) {
            continue;
        }
        let all = COMMANDS.iter().filter(|other| path(writers[0], other).0 == name);
        let gate = gate(all.map(Command::is_for_managers));
        let one = match sub {
            None => whole(writers, command, &name),
            Some(_) => group(writers, &name),
        };
        made.push(match gate {
            Some(needed) => one.default_member_permissions(needed),
            None => one,
        });
        names.push(name);
    }
    let about = CreateCommand::new(writers[0].say("discord-ask-about", &[]))
        .name_localized(FRENCH, writers[1].say("discord-ask-about", &[]))
        .kind(CommandType::Message);
    made.push(everywhere(about));
    made
}

/// What a member of a server must be allowed to do to see a command, given for each of its subcommands whether it
/// is for those who manage it. Discord knows this for a whole command only, so one that anybody may use opens the others:
/// the commands themselves check it again.
///
/// See <https://discord.com/developers/docs/interactions/application-commands#permissions>.
pub(super) fn gate(for_managers: impl Iterator<Item = bool>) -> Option<Permissions> {
    let mut parts = for_managers.peekable();
    parts.peek()?;
    parts.all(|one| one).then_some(Permissions::MANAGE_GUILD)
}

/// In servers, in direct messages, and where a person brings the bot along.
fn everywhere(command: CreateCommand) -> CreateCommand {
    command
        .contexts(vec![
            InteractionContext::Guild,
            InteractionContext::BotDm,
            InteractionContext::PrivateChannel,
        ])
        .integration_types(vec![InstallationContext::Guild, InstallationContext::User])
}

/// A command without subcommands.
fn whole([default, french]: [Writer<'_>; 2], command: &Command, name: &str) -> CreateCommand {
    let key = format!("command-{}-is", command.id);
    let mut made = CreateCommand::new(name)
        .kind(CommandType::ChatInput)
        .name_localized(FRENCH, path(french, command).0)
        .description(default.say(&key, &[]))
        .description_localized(FRENCH, french.say(&key, &[]));
    for one in command.options {
        made = made.add_option(option([default, french], one));
    }
    everywhere(made)
}

/// A command with subcommands: all of the catalogue whose first word is this name.
fn group([default, french]: [Writer<'_>; 2], name: &str) -> CreateCommand {
    let mut made = CreateCommand::new(name).kind(CommandType::ChatInput);
    for command in COMMANDS {
        let (first, Some(sub)) = path(default, command) else { continue };
        if first != name {
            continue;
        }
        let key = format!("command-{}-is", command.id);
        let (french_name, french_sub) = path(french, command);
        // Discord shows only the subcommands; what the first of them does is said for all.
        made = made.name_localized(FRENCH, french_name);
        let mut option_of =
            CreateCommandOption::new(CommandOptionType::SubCommand, &sub, default.say(&key, &[]))
                .name_localized(FRENCH, french_sub.unwrap_or(sub))
                .description_localized(FRENCH, french.say(&key, &[]));
        for one in command.options {
            option_of = option_of.add_sub_option(option([default, french], one));
        }
        made = made.add_option(option_of);
    }
    let key = format!("command-{name}-is");
    everywhere(
        made.description(default.say(&key, &[]))
            .description_localized(FRENCH, french.say(&key, &[])),
    )
}

fn option([default, french]: [Writer<'_>; 2], option: &Opt) -> CreateCommandOption {
    let kind = match option.kind {
        Kind::Count | Kind::Episode => CommandOptionType::Integer,
        Kind::Member => CommandOptionType::User,
        Kind::Channel => CommandOptionType::Channel,
        _ => CommandOptionType::String,
    };
    let key = format!("option-{}-is", option.id);
    let made = CreateCommandOption::new(kind, option_name(default, option), default.say(&key, &[]))
        .name_localized(FRENCH, option_name(french, option))
        .description_localized(FRENCH, french.say(&key, &[]))
        .required(option.required);
    match option.kind {
        Kind::Count => made.min_int_value(1),
        Kind::Words(most) => made.max_length(most),
        Kind::Member => made,
        Kind::Channel => made.channel_types(WRITTEN.to_vec()),
        Kind::OneOf(words) => words.iter().fold(made, |made, word| {
            let name = default.say(word, &[]);
            let names = [(FRENCH, french.say(word, &[]))];
            made.add_string_choice_localized(&name, &name, names)
        }),
        _ => made.set_autocomplete(true),
    }
}

/// Makes Discord's list the same as ours.
pub(super) async fn register(rest: &Rest, router: &Router, application: u64, guild: Option<u64>) {
    let everywhere = format!("/api/v10/applications/{application}/commands");
    let mut ours = match serde_json::to_value(commands(router)) {
        Ok(ours) => ours,
        Err(error) => {
            tracing::error!(%error, "the commands cannot be written");
            return;
        }
    };
    let Some(guild) = guild else { return put(rest, &everywhere, &ours).await };
    for command in ours.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        command.retain(|key, _| !FOR_ALL.contains(&key.as_str()));
    }
    let here = format!("/api/v10/applications/{application}/guilds/{guild}/commands");
    put(rest, &here, &ours).await;
    // In this server alone: whoever has both sees each command twice.
    put(rest, &everywhere, &Value::Array(Vec::new())).await;
}

/// Sees to it that there are these commands at a path and no others.
async fn put(rest: &Rest, path: &str, ours: &Value) {
    let mut pause = Duration::from_secs(1);
    for _ in 0..ATTEMPTS {
        match update(rest, path, ours).await {
            Ok(true) => {
                tracing::info!("the commands have changed and were registered");
                return;
            }
            Ok(false) => {
                tracing::debug!("the commands are registered already");
                return;
            }
            Err(error) => tracing::warn!(error, "the commands could not be registered yet"),
        }
        sleep(pause).await;
        pause *= 2;
    }
    tracing::error!(
        "the commands could not be registered; people see those of before. Start again later"
    );
}

/// Sends the commands if they differ, and says whether they did.
async fn update(rest: &Rest, path: &str, ours: &Value) -> Result<bool, String> {
    let theirs = rest
        .get(&format!("{path}?with_localizations=true"))
        .await
        .map_err(|error| error.without_url().to_string())?;
    if same(ours, &theirs) {
        return Ok(false);
    }
    let body = Body::json(ours).map_err(|error| error.to_string())?;
    rest.put(path, body).await.map_err(|error| error.to_string())?;
    Ok(true)
}

/// Whether two lists of commands are the same in everything that is set here, whatever their order.
pub(super) fn same(ours: &Value, theirs: &Value) -> bool {
    let lists = [ours, theirs].map(|list| {
        let mut list: Vec<String> = list
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|command| Some(compared(command)?.to_string()))
            .collect();
        list.sort_unstable();
        list
    });
    lists[0] == lists[1]
}

/// What of a value is compared; nothing where it is empty or what Discord takes for it anyway.
fn compared(value: &Value) -> Option<Value> {
    match value {
        Value::Null | Value::Bool(false) => None,
        Value::String(text) if text.is_empty() => None,
        Value::Array(list) if list.is_empty() => None,
        Value::Object(fields) => {
            let kept = fields.iter().filter_map(|(key, value)| {
                if key.ends_with("_localizations") {
                    let names = value.as_object().filter(|names| !names.is_empty())?;
                    return Some((key.clone(), Value::Object(names.clone())));
                }
                let known = COMPARED.contains(&key.as_str());
                Some((key.clone(), compared(value).filter(|_| known)?))
            });
            Some(Value::Object(kept.collect()))
        }
        Value::Array(list) => Some(Value::Array(list.iter().filter_map(compared).collect())),
        // Discord gives 1.0 for 1.
        Value::Number(number) => number.as_f64().map(Value::from),
        other => Some(other.clone()),
    }
}
