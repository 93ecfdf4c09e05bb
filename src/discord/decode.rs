//! From an interaction to a plain request.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serenity::all::{
    ActionRowComponent, AuthorizingIntegrationOwner, AuthorizingIntegrationOwners,
    CommandDataOption, CommandDataOptionValue, CommandInteraction, CommandType,
    ComponentInteraction, ComponentInteractionDataKind, GuildId, Interaction, InteractionContext,
    Member, MessageFlags, ModalInteraction, Permissions, ResolvedTarget, User,
};

use super::custom_id::{CustomId, Open};
use super::slash::Slashes;
use crate::quiz::Answer;
use crate::request::{Action, LangFrom, Person, Request};
use crate::router::Opt;
use crate::text::Lang;

/// What makes somebody manage a server.
const MANAGING: Permissions = Permissions::MANAGE_GUILD.union(Permissions::ADMINISTRATOR);

/// What an interaction asks for.
pub(super) enum Asked {
    /// A reply of the router.
    Reply {
        /// To this.
        request: Request,
        /// The page of it.
        page: usize,
        /// Where it goes.
        onto: Onto,
        /// Whether something on a message was pressed, or a form filled in.
        pressed: bool,
    },
    /// Another page of a reply that is kept.
    Turn {
        /// Which.
        page: usize,
        /// Of which reply.
        key: u64,
        /// Where it goes.
        onto: Onto,
        /// The language of whoever turns it.
        lang: Lang,
    },
    /// Suggestions while somebody types.
    Suggestions {
        /// For this option.
        option: &'static Opt,
        /// Of which this is typed.
        typed: String,
        /// In this language.
        lang: Lang,
    },
    /// A form to type an answer to this question.
    Form(Open, Lang),
    /// A form to say what is wrong with this question.
    Report(Open, Lang),
    /// Something that cannot be done, with the key of the sentence that says so.
    Refusal(Lang, &'static str),
    /// Nothing that has an answer.
    Nothing,
}

/// Which message a reply becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Onto {
    /// One of its own.
    New,
    /// That on which the button is, which everybody reads.
    Public,
    /// That on which the button is, which the person alone reads.
    Private,
}

impl Onto {
    /// The message on which something was pressed.
    fn pressed(component: &ComponentInteraction) -> Self {
        let flags = component.message.flags.unwrap_or_default();
        if flags.contains(MessageFlags::EPHEMERAL) { Self::Private } else { Self::Public }
    }

    /// Whether a message takes the place of another: what a person alone is to read does not take that of what
    /// everybody reads, because Discord would show it to everybody.
    pub(super) fn replaces(self, private: bool) -> bool {
        match self {
            Self::New => false,
            Self::Public => !private,
            Self::Private => true,
        }
    }
}

/// Where an answer goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Address {
    /// The id of the interaction.
    pub(super) id: u64,
    /// The application, which edits go by.
    pub(super) application: u64,
    /// The token of the interaction, a secret.
    pub(super) token: String,
}

/// Where the answer to an interaction goes.
pub(super) fn address(interaction: &Interaction) -> Address {
    let (application, token) = match interaction {
        Interaction::Command(one) | Interaction::Autocomplete(one) => {
            (one.application_id, &one.token)
        }
        Interaction::Component(one) => (one.application_id, &one.token),
        Interaction::Modal(one) => (one.application_id, &one.token),
        Interaction::Ping(one) => (one.application_id, &one.token),
        _ => return Address { id: 0, application: 0, token: String::new() },
    };
    Address { id: interaction.id().get(), application: application.get(), token: token.clone() }
}

/// What an interaction asks for that was made at this moment.
pub(super) fn decode(slashes: &Slashes, interaction: &Interaction, at: Timestamp) -> Asked {
    match interaction {
        Interaction::Command(command) if command.data.kind == CommandType::ChatInput => {
            slash_command(slashes, command, at)
        }
        Interaction::Command(command) => about_message(command, at),
        Interaction::Autocomplete(command) => suggestions(slashes, command),
        Interaction::Component(component) => pressed(component, at),
        Interaction::Modal(modal) => typed(modal, at),
        _ => Asked::Nothing,
    }
}

/// The language of a person, else that of their server, else the default one; and whether the person's own.
///
/// See <https://discord.com/developers/docs/reference#locales>.
fn known_language(own: &str, guild: Option<&str>) -> (Lang, LangFrom) {
    match own.parse() {
        Ok(lang) => (lang, LangFrom::Person),
        Err(_) => (guild.and_then(|lang| lang.parse().ok()).unwrap_or_default(), LangFrom::Guess),
    }
}

/// The language of a person, else that of their server, else the default one.
pub(super) fn language(own: &str, guild: Option<&str>) -> Lang {
    known_language(own, guild).0
}

/// Who does something.
pub(super) fn who(interaction: &Interaction) -> Option<String> {
    let user = match interaction {
        Interaction::Command(one) | Interaction::Autocomplete(one) => &one.user,
        Interaction::Component(one) => &one.user,
        Interaction::Modal(one) => &one.user,
        _ => return None,
    };
    Some(user.id.to_string())
}

/// Who a user is, by the name that people see.
pub(super) fn person(user: &User, nick: Option<&String>) -> Person {
    let name = nick.or(user.global_name.as_ref()).unwrap_or(&user.name);
    Person { id: user.id.to_string(), name: name.clone() }
}

/// A server as it is known to the store; a direct message has none.
pub(super) fn server(guild: Option<GuildId>) -> String {
    guild.map(|guild| guild.to_string()).unwrap_or_default()
}

/// As [`server`], for an interaction. A server of which the bot is no member, because somebody brought it along,
/// stores nothing: nobody there invited it or could remove it, and it stands in no list of its servers.
///
/// See <https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object>.
fn joined(guild: Option<GuildId>, owners: &AuthorizingIntegrationOwners) -> String {
    let member = |owner: &AuthorizingIntegrationOwner| {
        matches!(owner, AuthorizingIntegrationOwner::GuildInstall(_))
    };
    // Where nothing is said of it, it is as it always was.
    server(guild.filter(|_| owners.0.is_empty() || owners.0.iter().any(member)))
}

/// Whether others are there: in a server, and where somebody brings the bot along to a chat with others.
fn is_crowd(guild: Option<GuildId>, context: Option<InteractionContext>) -> bool {
    guild.is_some() || context == Some(InteractionContext::PrivateChannel)
}

fn nick(member: Option<&Member>) -> Option<&String> {
    member.and_then(|member| member.nick.as_ref())
}

fn command_request(command: &CommandInteraction, action: Action, at: Timestamp) -> Request {
    let (lang, lang_from) = known_language(&command.locale, command.guild_locale.as_deref());
    Request {
        person: person(&command.user, nick(command.member.as_deref())),
        place: command.channel_id.to_string(),
        server: joined(command.guild_id, &command.authorizing_integration_owners),
        crowd: is_crowd(command.guild_id, command.context),
        lang,
        lang_from,
        moderator: moderates(command.member.as_deref()),
        manager: manages(command.member.as_deref()),
        at,
        action,
    }
}

/// Whether somebody may end what others began, which is checked here and not left to what Discord shows.
fn moderates(member: Option<&Member>) -> bool {
    is_allowed(member, MANAGING | Permissions::MANAGE_MESSAGES)
}

/// Whether somebody may change the settings of a server: whoever Discord shows the commands to that do.
fn manages(member: Option<&Member>) -> bool {
    is_allowed(member, MANAGING)
}

/// Whether a member may do one of these where they are. What a channel allows or denies counts as well, which
/// there is for messages, but not for managing the server.
fn is_allowed(member: Option<&Member>, may: Permissions) -> bool {
    member.and_then(|member| member.permissions).is_some_and(|has| has.intersects(may))
}

/// The subcommand, if one is called, and the options given to it.
fn called(command: &CommandInteraction) -> (Option<&str>, &[CommandDataOption]) {
    match command.data.options.first() {
        Some(CommandDataOption {
            name, value: CommandDataOptionValue::SubCommand(given), ..
        }) => (Some(name), given),
        _ => (None, &command.data.options),
    }
}

fn slash_command(slashes: &Slashes, command: &CommandInteraction, at: Timestamp) -> Asked {
    let (sub, given) = called(command);
    let action = if let Some(slash) = slashes.find(&command.data.name, sub) {
        let given = given.iter();
        Action::Command {
            id: slash.command.id.to_owned(),
            options: given
                .filter_map(|one| {
                    Some((slash.option(&one.name)?.id.to_owned(), value(&one.value)?))
                })
                .collect(),
        }
    } else {
        // A command of before, which the router does not know either: it says what is like it.
        let sub = sub.map(|sub| format!(" {sub}")).unwrap_or_default();
        Action::Command { id: command.data.name.clone() + &sub, options: Vec::new() }
    };
    Asked::Reply {
        request: command_request(command, action, at),
        page: 0,
        onto: Onto::New,
        pressed: false,
    }
}

fn value(value: &CommandDataOptionValue) -> Option<String> {
    match value {
        CommandDataOptionValue::String(text) => Some(text.clone()),
        CommandDataOptionValue::Integer(number) => Some(number.to_string()),
        CommandDataOptionValue::Number(number) => Some(number.to_string()),
        CommandDataOptionValue::Boolean(truth) => Some(truth.to_string()),
        CommandDataOptionValue::User(id) => Some(id.to_string()),
        CommandDataOptionValue::Channel(id) => Some(id.to_string()),
        _ => None,
    }
}

/// A command on a message asks what the message says.
fn about_message(command: &CommandInteraction, at: Timestamp) -> Asked {
    let Some(ResolvedTarget::Message(message)) = command.data.target() else {
        let lang = language(&command.locale, command.guild_locale.as_deref());
        return Asked::Refusal(lang, "discord-stale");
    };
    let request = command_request(command, asked(&message.content), at);
    if message.content.trim().is_empty() {
        return Asked::Refusal(request.lang, "discord-no-text");
    }
    Asked::Reply { request, page: 0, onto: Onto::New, pressed: false }
}

/// A question as the command that asks it.
pub(super) fn asked(question: &str) -> Action {
    Action::Command {
        id: "ask".to_owned(),
        options: vec![("question".to_owned(), question.trim().to_owned())],
    }
}

fn suggestions(slashes: &Slashes, command: &CommandInteraction) -> Asked {
    let (sub, _) = called(command);
    let found = command.data.autocomplete().and_then(|focused| {
        let option = slashes.find(&command.data.name, sub)?.option(focused.name)?;
        Some((option, focused.value.to_owned()))
    });
    match found {
        Some((option, typed)) => Asked::Suggestions {
            option,
            typed,
            lang: language(&command.locale, command.guild_locale.as_deref()),
        },
        None => Asked::Nothing,
    }
}

fn pressed(component: &ComponentInteraction, at: Timestamp) -> Asked {
    let (own, own_from) = known_language(&component.locale, component.guild_locale.as_deref());
    let request = |lang, lang_from, action| Request {
        person: person(&component.user, nick(component.member.as_ref())),
        place: component.channel_id.to_string(),
        server: joined(component.guild_id, &component.authorizing_integration_owners),
        crowd: is_crowd(component.guild_id, component.context),
        lang,
        lang_from,
        moderator: moderates(component.member.as_ref()),
        manager: manages(component.member.as_ref()),
        at,
        action,
    };
    let reply = |action| Asked::Reply {
        request: request(own, own_from, action),
        page: 0,
        onto: Onto::New,
        pressed: true,
    };
    // In the place of the message on which the button is.
    let onto = Onto::pressed(component);
    let instead = |request, page| Asked::Reply { request, page, onto, pressed: true };
    let chosen: &[String] = match &component.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values,
        _ => &[],
    };
    match (component.data.custom_id.parse(), chosen) {
        (Ok(CustomId::Page { page, lang, command, options }), []) => {
            let action = Action::Command { id: command, options };
            instead(request(lang, LangFrom::Settled, action), page)
        }
        (Ok(CustomId::Turn { page, key }), []) => Asked::Turn { page, key, onto, lang: own },
        (Ok(CustomId::Ask), [question]) => reply(asked(question)),
        (Ok(CustomId::Set(option, open)), [value]) => {
            reply(in_round("quiz-set", open, vec![(option, value.clone())]))
        }
        (Ok(CustomId::In(command, open)), []) => reply(in_round(command, open, Vec::new())),
        (Ok(CustomId::Do(command)), []) => {
            reply(Action::Command { id: command.to_owned(), options: Vec::new() })
        }
        (Ok(CustomId::Confirm(command)), []) => {
            let options = vec![("confirm".to_owned(), "yes".to_owned())];
            let action = Action::Command { id: command.to_owned(), options };
            instead(request(own, own_from, action), 0)
        }
        (Ok(CustomId::Option(open, option)), []) => reply(answer(open, vec![option])),
        (Ok(CustomId::Several(open)), [_, ..]) => {
            match chosen.iter().map(|value| value.parse().ok()).collect() {
                Some(options) => reply(answer(open, options)),
                None => Asked::Refusal(own, "discord-stale"),
            }
        }
        (Ok(CustomId::Order(open)), [order]) => {
            let digit = |digit: char| usize::try_from(digit.to_digit(10)?).ok();
            match order.chars().map(digit).collect() {
                Some(options) => reply(answer(open, options)),
                None => Asked::Refusal(own, "discord-stale"),
            }
        }
        (Ok(CustomId::Type(open)), []) => Asked::Form(open, own),
        (Ok(CustomId::Report(open)), []) => Asked::Report(open, own),
        (Ok(CustomId::Share(day)), []) => reply(Action::Share { day }),
        _ => Asked::Refusal(own, "discord-stale"),
    }
}

fn in_round(command: &str, open: Open, options: Vec<(String, String)>) -> Action {
    let Open { round, number } = open;
    Action::InRound { round, number, id: command.to_owned(), options }
}

fn answer(open: Open, options: Vec<usize>) -> Action {
    let Open { round, number } = open;
    Action::Answer { round, number, answer: Answer::Options(options) }
}

/// What was typed into a form: an answer, or a report.
fn typed(modal: &ModalInteraction, at: Timestamp) -> Asked {
    let (lang, lang_from) = known_language(&modal.locale, modal.guild_locale.as_deref());
    let mut inputs = modal.data.components.iter().flat_map(|row| &row.components);
    let text = inputs.find_map(|input| match input {
        ActionRowComponent::InputText(input) => input.value.clone(),
        _ => None,
    });
    let action = match (modal.data.custom_id.parse(), text) {
        (Ok(CustomId::Typed(Open { round, number })), Some(text)) => {
            Action::Typed { round, number, text }
        }
        // A line that was left empty may not even be there.
        (Ok(CustomId::Reported(Open { round, number })), words) => {
            Action::Report { round, number, words: words.unwrap_or_default() }
        }
        _ => return Asked::Refusal(lang, "discord-stale"),
    };
    let request = Request {
        person: person(&modal.user, nick(modal.member.as_ref())),
        place: modal.channel_id.to_string(),
        // serenity 0.12 does not tell of a form who installed the bot. A form speaks of a round that is there.
        server: server(modal.guild_id),
        crowd: modal.guild_id.is_some(),
        lang,
        lang_from,
        moderator: moderates(modal.member.as_ref()),
        manager: manages(modal.member.as_ref()),
        at,
        action,
    };
    Asked::Reply { request, page: 0, onto: Onto::New, pressed: true }
}
