//! Discord's limits, all in one place: what the bot says is cut to fit, so that Discord never refuses a whole
//! message for one word too many.
//!
//! See <https://discord.com/developers/docs/resources/message#embed-object-embed-limits> and
//! <https://discord.com/developers/docs/components/reference>. Lengths are counted in UTF-16 units, which are
//! never fewer than the characters that Discord counts.

use std::collections::HashSet;

use super::message::{Embed, Form, Menu, Message, Row, Suggestion};

/// Embeds of a message.
pub(super) const EMBEDS: usize = 10;
/// The title of an embed.
pub(super) const TITLE: usize = 256;
/// The description of an embed.
pub(super) const DESCRIPTION: usize = 4_096;
/// Fields of an embed.
const FIELDS: usize = 25;
/// The name of a field.
const FIELD_NAME: usize = 256;
/// The value of a field.
const FIELD_VALUE: usize = 1_024;
/// The footer of an embed.
pub(super) const FOOTER: usize = 2_048;
/// All text of all embeds of a message together.
pub(super) const EMBEDS_TOGETHER: usize = 6_000;
/// Rows of components of a message.
const ROWS: usize = 5;
/// Buttons of a row.
const BUTTONS: usize = 5;
/// The label of a button.
const BUTTON: usize = 80;
/// The id of a component.
pub(super) const CUSTOM_ID: usize = 100;
/// Lines of a menu, and suggestions while somebody types.
pub(super) const CHOICES: usize = 25;
/// A line of a menu, its value, a suggestion.
pub(super) const CHOICE: usize = 100;
/// The title of a form, and the label of a line in it.
const FORM: usize = 45;
/// What a menu says while nothing is chosen.
const PLACEHOLDER: usize = 150;

/// What stands before and after what is covered.
const BARS: &str = "||";

/// How long a text is by Discord's count.
pub(super) fn length(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// A text cut to a length, with an ellipsis where something was cut off.
pub(super) fn cut(text: &mut String, most: usize) {
    if text.len() <= most || length(text) <= most {
        return;
    }
    if most == 0 {
        text.clear();
        return;
    }
    let mut used = 1;
    let end = text.char_indices().find(|(_, character)| {
        used += character.len_utf16();
        used > most
    });
    if let Some((end, _)) = end {
        text.truncate(end);
        // An escape is not left without what it escapes.
        while text.ends_with('\\') {
            text.pop();
        }
        text.push('…');
    }
}

/// A text with marks cut to a length: what is covered stays so.
pub(super) fn cut_marked(text: &mut String, most: usize) {
    if text.len() <= most || length(text) <= most {
        return;
    }
    cut(text, most.saturating_sub(length(BARS)));
    let (mut covered, mut characters) = (false, text.chars());
    while let Some(character) = characters.next() {
        if character == '\\' {
            // What is escaped is no mark.
            characters.next();
        } else if character == '|' && characters.as_str().starts_with('|') {
            characters.next();
            covered = !covered;
        }
    }
    if covered {
        text.push_str(BARS);
    }
}

/// How much of [`EMBEDS_TOGETHER`] an embed takes.
pub(super) fn weight(embed: &Embed) -> usize {
    let fields = embed.fields.iter().map(|field| length(&field.name) + length(&field.value));
    length(&embed.title)
        + length(&embed.description)
        + length(&embed.footer.text)
        + fields.sum::<usize>()
}

/// A message that Discord takes.
pub(super) fn fit(message: &mut Message) {
    message.embeds.truncate(EMBEDS);
    let mut left = EMBEDS_TOGETHER;
    for embed in &mut message.embeds {
        cut(&mut embed.title, TITLE.min(left));
        left -= length(&embed.title).min(left);
        cut(&mut embed.footer.text, FOOTER.min(left));
        left -= length(&embed.footer.text).min(left);
        cut_marked(&mut embed.description, DESCRIPTION.min(left));
        left -= length(&embed.description).min(left);
        embed.fields.truncate(FIELDS);
        for field in &mut embed.fields {
            cut(&mut field.name, FIELD_NAME.min(left));
            left -= length(&field.name).min(left);
            cut_marked(&mut field.value, FIELD_VALUE.min(left));
            left -= length(&field.value).min(left);
        }
        // Discord refuses fields that are empty.
        embed.fields.retain(|field| !field.name.is_empty() && !field.value.is_empty());
    }
    message.embeds.retain(|embed| weight(embed) > 0);
    let mut ids = HashSet::new();
    let mut sound =
        |id: &str| !id.is_empty() && length(id) <= CUSTOM_ID && ids.insert(id.to_owned());
    for row in &mut message.components {
        match row {
            Row::Buttons(buttons) => {
                buttons.truncate(BUTTONS);
                buttons.retain(|button| {
                    let fits = sound(&button.custom_id) && !button.label.is_empty();
                    if !fits {
                        let (kind, _) = button.custom_id.split_once('|').unwrap_or_default();
                        tracing::error!(kind, "a button does not fit and is left out");
                    }
                    fits
                });
                for button in buttons {
                    cut(&mut button.label, BUTTON);
                }
            }
            Row::Menu(menu) => fit_menu(menu, &mut sound),
        }
    }
    message.components.retain(|row| match row {
        Row::Buttons(buttons) => !buttons.is_empty(),
        Row::Menu(menu) => !menu.options.is_empty(),
    });
    message.components.truncate(ROWS);
}

fn fit_menu(menu: &mut Menu, sound: &mut impl FnMut(&str) -> bool) {
    let mut values = HashSet::new();
    menu.options.retain(|choice| {
        !choice.label.is_empty()
            && !choice.value.is_empty()
            && length(&choice.value) <= CHOICE
            && values.insert(choice.value.clone())
    });
    menu.options.truncate(CHOICES);
    for choice in &mut menu.options {
        cut(&mut choice.label, CHOICE);
    }
    cut(&mut menu.placeholder, PLACEHOLDER);
    let count = u8::try_from(menu.options.len()).unwrap_or(u8::MAX);
    menu.max_values = menu.max_values.min(count);
    menu.min_values = menu.min_values.min(menu.max_values);
    if !sound(&menu.custom_id) {
        menu.options.clear();
    }
}

/// Suggestions that Discord takes: those whose value is too long are left out, because a value cut short would
/// be another one.
pub(super) fn fit_suggestions(suggestions: &mut Vec<Suggestion>) {
    suggestions.retain(|one| {
        let value = one.value.as_str().unwrap_or_default();
        !one.name.is_empty() && length(value) <= CHOICE
    });
    suggestions.truncate(CHOICES);
    for one in suggestions {
        cut(&mut one.name, CHOICE);
    }
}

/// A form that Discord takes.
pub(super) fn fit_form(form: &mut Form) {
    cut(&mut form.title, FORM);
    cut(&mut form.label, FORM);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, most: usize) -> String {
        let mut text = text.to_owned();
        cut_marked(&mut text, most);
        assert!(length(&text) <= most, "{text}");
        text
    }

    #[test]
    fn what_is_covered_stays_covered_when_it_is_cut() {
        assert_eq!(marked("||0123456789||", 14), "||0123456789||");
        assert_eq!(marked("||0123456789||", 13), "||01234567…||");
        assert_eq!(marked("||0123456789|| more than that", 18), "||0123456789|| …");
        // Half of the bars is left over.
        assert_eq!(marked("||0123456|| more", 13), "||0123456|…||");
        // These are no bars but what somebody typed.
        assert_eq!(marked(r"\|\|0123456789", 12), r"\|\|01234…");
        assert_eq!(marked("0123456789", 8), "01234…");
        assert_eq!(marked("||é||", 1), "");
    }
}
