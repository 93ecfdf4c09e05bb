//! What a request carries: JSON, with files beside it where a message has any.
//!
//! reqwest's own forms cannot be sent twice, and an answer that was lost is.

use std::borrow::Cow;

use bytes::Bytes;
use serde::Serialize;

use super::message::{Attachment, Callback, Message};

/// The line between the parts of a body with files, lengthened until none of them has it.
const BETWEEN: &str = "roadbook-part";

/// What a request carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Body {
    /// Its media type.
    pub(super) kind: Cow<'static, str>,
    pub(super) bytes: Bytes,
}

impl Body {
    /// Nothing.
    pub(super) fn empty() -> Self {
        Self { kind: Cow::Borrowed("application/json"), bytes: Bytes::new() }
    }

    /// JSON alone.
    pub(super) fn json(value: &impl Serialize) -> serde_json::Result<Self> {
        Ok(Self {
            kind: Cow::Borrowed("application/json"),
            bytes: serde_json::to_vec(value)?.into(),
        })
    }

    /// A first answer with its files.
    pub(super) fn callback(answer: &Callback<'_>) -> serde_json::Result<Self> {
        Self::with_files(answer, answer.attachments())
    }

    /// A message with its files.
    pub(super) fn message(message: &Message) -> serde_json::Result<Self> {
        Self::with_files(message, &message.attachments)
    }

    /// JSON with files beside it, as Discord takes them: <https://discord.com/developers/docs/reference#uploading-files>.
    pub(super) fn with_files(
        value: &impl Serialize,
        files: &[Attachment],
    ) -> serde_json::Result<Self> {
        if files.is_empty() {
            return Self::json(value);
        }
        let json = serde_json::to_string(value)?;
        let mut between = BETWEEN.to_owned();
        while json.contains(&between) || files.iter().any(|file| file.text.contains(&between)) {
            between.push('-');
        }
        let mut body = String::new();
        let mut part = |head: &str, content: &str| {
            body.extend(["--", &between, "\r\n", head, "\r\n\r\n", content, "\r\n"]);
        };
        part(
            "Content-Disposition: form-data; name=\"payload_json\"\r\nContent-Type: application/json",
            &json,
        );
        for file in files {
            let head = format!(
                "Content-Disposition: form-data; name=\"files[{}]\"; filename=\"{}\"\r\n\
                 Content-Type: application/json",
                file.id, file.filename
            );
            part(&head, &file.text);
        }
        body.extend(["--", &between, "--\r\n"]);
        let kind = format!("multipart/form-data; boundary={between}");
        Ok(Self { kind: kind.into(), bytes: body.into() })
    }
}
