//! Interactions and messages as Discord sends them.

use serde_json::{Value, json};

use super::standin::{APPLICATION, ME};

/// Who does something, where, and in which language.
#[derive(Debug, Clone)]
pub struct Who {
    pub id: u64,
    pub name: &'static str,
    pub locale: &'static str,
    pub channel: u64,
    /// Nothing in a direct message.
    pub guild: Option<u64>,
}

/// Somebody English in a channel of a server.
pub const ADA: Who = Who { id: 501, name: "Ada", locale: "en-GB", channel: 801, guild: Some(901) };
/// Somebody French in the same channel.
pub const ZOE: Who = Who { id: 502, name: "Zoé", locale: "fr", channel: 801, guild: Some(901) };

/// A chat of several people without a server, to which somebody brings the bot along.
pub const GROUP: u64 = 899;

fn user(who: &Who) -> Value {
    json!({
        "id": who.id.to_string(), "username": who.name.to_lowercase(), "discriminator": "0",
        "global_name": who.name, "avatar": null, "bot": false, "public_flags": 0,
    })
}

fn member(who: &Who) -> Value {
    json!({
        "user": user(who), "nick": null, "avatar": null, "roles": [],
        "joined_at": "2024-01-01T00:00:00.000000+00:00", "premium_since": null, "deaf": false,
        "mute": false, "flags": 0, "pending": false, "permissions": "2147483647",
        "communication_disabled_until": null, "unusual_dm_activity_until": null,
    })
}

/// What all interactions have in common.
pub fn interaction(who: &Who, data: Value) -> Value {
    let mut made = json!({
        "application_id": APPLICATION.to_string(),
        "data": data,
        "channel_id": who.channel.to_string(),
        "channel": {"id": who.channel.to_string(), "type": 0, "name": "general"},
        "version": 1,
        "app_permissions": "2147483647",
        "locale": who.locale,
        "entitlements": [],
        "authorizing_integration_owners": {"0": who.guild.unwrap_or(0).to_string()},
        "context": i32::from(who.guild.is_none()),
        "attachment_size_limit": 10_485_760,
    });
    match who.guild {
        Some(guild) => {
            made["guild_id"] = json!(guild.to_string());
            made["guild_locale"] = json!("en-US");
            made["member"] = member(who);
        }
        None => made["user"] = user(who),
    }
    if who.channel == GROUP && who.guild.is_none() {
        made["context"] = json!(2);
        made["channel"]["type"] = json!(3);
        made["authorizing_integration_owners"] = json!({"1": who.id.to_string()});
    }
    made
}

/// An option with a value, typed by the kind of the value.
pub fn option(name: &str, value: &Value) -> Value {
    let kind = match name {
        "member" => 6,
        "channel" | "allow-channel" | "remove-channel" => 7,
        _ if value.is_i64() || value.is_u64() => 4,
        _ => 3,
    };
    json!({"name": name, "type": kind, "value": value})
}

/// The data of a slash command; `path` is its name, and after a space its subcommand.
pub fn slash(path: &str, options: &[(&str, Value)]) -> Value {
    let options: Vec<Value> = options.iter().map(|(name, value)| option(name, value)).collect();
    match path.split_once(' ') {
        None => json!({"id": "7001", "type": 1, "name": path, "options": options}),
        Some((name, sub)) => json!({
            "id": "7001", "type": 1, "name": name,
            "options": [{"name": sub, "type": 1, "options": options}],
        }),
    }
}

/// The data of an autocomplete: this is typed for this option.
pub fn typing(path: &str, name: &str, typed: &str, number: bool) -> Value {
    let kind = if number { 4 } else { 3 };
    let option = json!({"name": name, "type": kind, "value": typed, "focused": true});
    match path.split_once(' ') {
        None => json!({"id": "7001", "type": 1, "name": path, "options": [option]}),
        Some((path, sub)) => json!({
            "id": "7001", "type": 1, "name": path,
            "options": [{"name": sub, "type": 1, "options": [option]}],
        }),
    }
}

/// A message of somebody.
pub fn message(who: &Who, id: u64, content: &str) -> Value {
    let mut made = json!({
        "id": id.to_string(), "channel_id": who.channel.to_string(), "author": user(who),
        "content": content, "timestamp": "2026-11-21T00:00:00.000000+00:00",
        "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [],
        "mention_roles": [], "attachments": [], "embeds": [], "pinned": false, "type": 0,
        "components": [], "flags": 0,
    });
    if let Some(guild) = who.guild {
        made["guild_id"] = json!(guild.to_string());
        let mut member = member(who);
        member.as_object_mut().unwrap().remove("user");
        made["member"] = member;
    }
    made
}

/// A command on a message that says this.
pub fn about_message(who: &Who, content: &str) -> Value {
    let mut inner = message(who, 60_001, content);
    inner.as_object_mut().unwrap().remove("guild_id");
    inner.as_object_mut().unwrap().remove("member");
    json!({
        "id": "7002", "type": 3, "name": "Ask Roadbook about this", "target_id": "60001",
        "resolved": {"messages": {"60001": inner}},
    })
}

/// A press of something on a message of the bot; `values` for a menu.
pub fn press(who: &Who, custom_id: &str, values: Option<&[&str]>) -> Value {
    let data = match values {
        None => json!({"custom_id": custom_id, "component_type": 2}),
        Some(values) => {
            json!({"custom_id": custom_id, "component_type": 3, "values": values})
        }
    };
    let mut made = interaction(who, data);
    let bot = Who { id: ME, name: "Roadbook", ..who.clone() };
    let mut message = message(&bot, 60_002, "");
    message.as_object_mut().unwrap().remove("guild_id");
    message.as_object_mut().unwrap().remove("member");
    // What is to be confirmed stands where the person alone reads it.
    message["flags"] = json!(if custom_id.starts_with("confirm|") { 64 } else { 0 });
    made["message"] = message;
    made
}

/// A form of the bot, filled in.
pub fn filled(who: &Who, custom_id: &str, text: &str) -> Value {
    let input = json!({"type": 4, "custom_id": "text", "value": text});
    let rows = json!([{"type": 1, "components": [input]}]);
    interaction(who, json!({"custom_id": custom_id, "components": rows}))
}
