//! Messages as Discord takes them: plain values that serde writes, so that their lengths can be checked.
//!
//! serenity's builders can be written but not read, so nothing could be measured on them. See
//! <https://discord.com/developers/docs/resources/message> and
//! <https://discord.com/developers/docs/components/reference>.

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

/// The flag of a message that the person alone sees.
const EPHEMERAL: u32 = 1 << 6;

/// A message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Message {
    pub(super) embeds: Vec<Embed>,
    pub(super) components: Vec<Row>,
    #[serde(skip_serializing_if = "Option::is_none")]
    flags: Option<u32>,
    allowed_mentions: NoMentions,
    #[serde(rename = "message_reference", skip_serializing_if = "Option::is_none")]
    answered: Option<Reference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) attachments: Vec<Attachment>,
}

/// A file that goes with a message.
///
/// See <https://discord.com/developers/docs/reference#uploading-files>.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Attachment {
    /// Its number among the files of the message, from 0, as a snowflake.
    pub(super) id: String,
    pub(super) filename: String,
    pub(super) description: String,
    /// What is in it, which is sent beside the message.
    #[serde(skip)]
    pub(super) text: String,
}

/// Nobody is pinged by anything that the bot says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct NoMentions {
    parse: [&'static str; 0],
}

/// The message that another one answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Reference {
    message_id: String,
    fail_if_not_exists: bool,
}

/// A block of a message with a coloured edge.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Embed {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) description: String,
    pub(super) color: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) fields: Vec<Field>,
    #[serde(skip_serializing_if = "Footer::is_empty")]
    pub(super) footer: Footer,
}

/// A few words under a name, in an embed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) value: String,
    /// Whether others may stand beside it.
    pub(super) inline: bool,
}

/// The small print below an embed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Footer {
    pub(super) text: String,
}

impl Footer {
    fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// A row of components.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    /// Up to five buttons.
    Buttons(Vec<Button>),
    /// One menu.
    Menu(Menu),
}

/// A button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Button {
    #[serde(rename = "type")]
    kind: u8,
    style: u8,
    pub(super) label: String,
    pub(super) custom_id: String,
    pub(super) disabled: bool,
}

/// A menu to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Menu {
    #[serde(rename = "type")]
    kind: u8,
    pub(super) custom_id: String,
    pub(super) placeholder: String,
    pub(super) options: Vec<Choice>,
    pub(super) min_values: u8,
    pub(super) max_values: u8,
}

/// A line of a menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Choice {
    pub(super) label: String,
    pub(super) value: String,
}

/// A line that is offered while somebody types.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Suggestion {
    pub(super) name: String,
    pub(super) value: serde_json::Value,
}

/// The first answer to an interaction.
#[derive(Debug)]
pub(super) enum Callback<'a> {
    /// This message.
    Message(&'a Message),
    /// "Thinking", before a message that everybody sees, or the person alone.
    Defer { private: bool },
    /// This message in the place of that on which the button is.
    Update(&'a Message),
    /// Nothing to be seen: only that a press has arrived.
    Seen,
    /// These suggestions.
    Suggestions(&'a [Suggestion]),
    /// A form with one line to fill in.
    Form(&'a Form),
}

/// A form with one line to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) custom_id: String,
    pub(super) title: String,
    pub(super) label: String,
    /// How many characters may be typed.
    pub(super) most: u16,
    /// Whether there is room for several lines.
    pub(super) paragraph: bool,
    /// Whether it may be left empty.
    pub(super) optional: bool,
}

impl Serialize for Form {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Line<'a> {
            #[serde(rename = "type")]
            kind: u8,
            custom_id: &'static str,
            style: u8,
            label: &'a str,
            max_length: u16,
            required: bool,
        }
        #[derive(Serialize)]
        struct Lines<'a> {
            #[serde(rename = "type")]
            kind: u8,
            components: [Line<'a>; 1],
        }
        let line = Line {
            kind: 4,
            custom_id: "text",
            style: if self.paragraph { 2 } else { 1 },
            label: &self.label,
            max_length: self.most,
            required: !self.optional,
        };
        let mut form = serializer.serialize_map(Some(3))?;
        form.serialize_entry("custom_id", &self.custom_id)?;
        form.serialize_entry("title", &self.title)?;
        form.serialize_entry("components", &[Lines { kind: 1, components: [line] }])?;
        form.end()
    }
}

impl Callback<'_> {
    /// The files that go with it.
    pub(super) fn attachments(&self) -> &[Attachment] {
        match self {
            Self::Message(message) | Self::Update(message) => &message.attachments,
            _ => &[],
        }
    }
}

impl Message {
    /// A message of these embeds.
    #[must_use]
    pub(super) fn of(embeds: Vec<Embed>) -> Self {
        Self { embeds, ..Self::default() }
    }

    /// Makes it a message that the person alone sees.
    #[must_use]
    pub(super) fn private(mut self) -> Self {
        self.flags = Some(EPHEMERAL);
        self
    }

    /// Whether the person alone sees it.
    pub(super) fn is_private(&self) -> bool {
        self.flags == Some(EPHEMERAL)
    }

    /// Makes it a message that everybody sees.
    pub(super) fn publish(&mut self) {
        self.flags = None;
    }

    /// Makes it an answer to another message.
    #[must_use]
    pub(super) fn answering(mut self, message: u64) -> Self {
        self.answered =
            Some(Reference { message_id: message.to_string(), fail_if_not_exists: false });
        self
    }
}

impl Button {
    /// A grey button.
    #[must_use]
    pub(super) fn new(custom_id: String, label: String) -> Self {
        Self { kind: 2, style: 2, label, custom_id, disabled: false }
    }

    /// A red button, for what cannot be taken back.
    #[must_use]
    pub(super) fn grave(custom_id: String, label: String) -> Self {
        Self { style: 4, ..Self::new(custom_id, label) }
    }

    /// A button that is meant to be pressed.
    #[must_use]
    pub(super) fn main(custom_id: String, label: String) -> Self {
        Self { style: 1, ..Self::new(custom_id, label) }
    }
}

impl Menu {
    /// A menu of which one line is chosen.
    #[must_use]
    pub(super) fn new(custom_id: String, placeholder: String, options: Vec<Choice>) -> Self {
        Self { kind: 3, custom_id, placeholder, options, min_values: 1, max_values: 1 }
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_map(Some(2))?;
        row.serialize_entry("type", &1)?;
        match self {
            Self::Buttons(buttons) => row.serialize_entry("components", buttons)?,
            Self::Menu(menu) => row.serialize_entry("components", &[menu])?,
        }
        row.end()
    }
}

impl Serialize for Callback<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut callback = serializer.serialize_map(None)?;
        match self {
            Self::Message(message) => {
                callback.serialize_entry("type", &4)?;
                callback.serialize_entry("data", message)?;
            }
            Self::Defer { private } => {
                callback.serialize_entry("type", &5)?;
                if *private {
                    callback.serialize_entry("data", &Flags { flags: EPHEMERAL })?;
                }
            }
            Self::Update(message) => {
                callback.serialize_entry("type", &7)?;
                callback.serialize_entry("data", message)?;
            }
            Self::Seen => callback.serialize_entry("type", &6)?,
            Self::Form(form) => {
                callback.serialize_entry("type", &9)?;
                callback.serialize_entry("data", form)?;
            }
            Self::Suggestions(choices) => {
                callback.serialize_entry("type", &8)?;
                callback.serialize_entry("data", &Choices { choices })?;
            }
        }
        callback.end()
    }
}

#[derive(Serialize)]
struct Choices<'a> {
    choices: &'a [Suggestion],
}

#[derive(Serialize)]
struct Flags {
    flags: u32,
}
