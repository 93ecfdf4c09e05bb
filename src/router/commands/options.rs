//! Reading the values of options; what cannot be read is a polite reply.

use std::ops::RangeInclusive;

use crate::reply::{Reply, shortened};
use crate::router::Call;
use crate::text::{Lang, fold};

/// The value of an option that is a number, or what to say if it is none or out of range.
pub(super) fn number(
    call: &Call<'_>,
    option: &str,
    range: RangeInclusive<usize>,
    complaint: &str,
) -> Result<Option<usize>, Reply> {
    let Some(typed) = call.option(option) else { return Ok(None) };
    match typed.trim_end_matches('%').trim().parse() {
        Ok(number) if range.contains(&number) => Ok(Some(number)),
        _ => {
            let typed = shortened(typed);
            let most = ("most", (*range.end()).into());
            Err(Reply::note(call.writer.say(complaint, &[("typed", (&typed).into()), most])))
        }
    }
}

/// The value of an option whose names in both languages stand under `KEY-NAME`.
pub(super) fn one_of<T: Copy>(
    call: &Call<'_>,
    option: &str,
    key: &str,
    values: &[(T, &str)],
) -> Result<Option<T>, Reply> {
    let Some(typed) = call.option(option) else { return Ok(None) };
    if is_any(call, typed) {
        return Ok(None);
    }
    let name =
        |lang: Lang, value: &str| call.router.writer(lang).say(&format!("{key}-{value}"), &[]);
    let fits = |value: &str| {
        fold(value) == fold(typed)
            || Lang::ALL.iter().any(|lang| fold(&name(*lang, value)) == fold(typed))
    };
    if let Some((value, _)) = values.iter().find(|(_, value)| fits(value)) {
        return Ok(Some(*value));
    }
    let writer = call.writer;
    let names: Vec<String> = values.iter().map(|(_, value)| name(writer.lang(), value)).collect();
    let (typed, option) = (shortened(typed), writer.say(&format!("option-{option}"), &[]));
    Err(Reply::note(writer.say(
        "bad-option",
        &[
            ("typed", (&typed).into()),
            ("option", (&option).into()),
            ("choices", (&writer.figures().either(&names)).into()),
        ],
    )))
}

/// Whether a value stands for all of them.
pub(super) fn is_any(call: &Call<'_>, typed: &str) -> bool {
    let any = |lang: Lang| fold(&call.router.writer(lang).say("any", &[]));
    fold(typed) == "any" || Lang::ALL.iter().any(|lang| any(*lang) == fold(typed))
}

/// Whether an option that asks for a yes got one.
pub(super) fn confirmed(call: &Call<'_>, option: &str) -> Result<bool, Reply> {
    let choices = [(true, "yes"), (false, "no")];
    Ok(one_of(call, option, "choice", &choices)?.unwrap_or_default())
}
