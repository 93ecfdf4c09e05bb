//! How people shorten words in a chat: "qd" is "quand", "wich" is "which". They are written out before a question is read, and in
//! the questions that are learnt from, so that both stand for one word.

use std::borrow::Cow;

/// Shorthand that is no word of either language, with what it stands for.
const WORDS: &[(&str, &str)] = &[
    ("qd", "quand"),
    ("kan", "quand"),
    ("kand", "quand"),
    ("koi", "quoi"),
    ("kel", "quel"),
    ("kels", "quels"),
    ("kelle", "quelle"),
    ("kelles", "quelles"),
    ("ki", "qui"),
    ("pk", "pourquoi"),
    ("pq", "pourquoi"),
    ("pkoi", "pourquoi"),
    ("pquoi", "pourquoi"),
    ("cb", "combien"),
    ("cmb", "combien"),
    ("combi1", "combien"),
    ("ds", "dans"),
    ("pr", "pour"),
    ("bcp", "beaucoup"),
    ("nbre", "nombre"),
    ("tjs", "toujours"),
    ("tjrs", "toujours"),
    ("qq1", "quelqu un"),
    ("qqn", "quelqu un"),
    ("jms", "jamais"),
    ("cest", "c est"),
    ("cété", "c etait"),
    ("cétait", "c etait"),
    ("cetait", "c etait"),
    ("jai", "j ai"),
    ("wich", "which"),
    ("whcih", "which"),
    ("wat", "what"),
    ("wut", "what"),
    ("wen", "when"),
    ("whn", "when"),
    ("wher", "where"),
    ("wot", "what"),
    ("hw", "how"),
    ("u", "you"),
    ("ur", "your"),
    ("ppl", "people"),
    ("b4", "before"),
    ("bc", "because"),
    ("cuz", "because"),
    ("thru", "through"),
    ("teh", "the"),
    ("kezako", "c est quoi"),
    ("kesako", "c est quoi"),
    ("kézako", "c est quoi"),
    ("késako", "c est quoi"),
];

/// A text with its shorthand written out.
pub(super) fn written_out(text: &str) -> Cow<'_, str> {
    let is_part = |one: char| one.is_alphanumeric();
    let mut out: Option<String> = None;
    let mut rest = text;
    let mut done = 0;
    while let Some(begin) = rest.find(is_part) {
        let (before, from) = rest.split_at(begin);
        let end = from.find(|one: char| !is_part(one)).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        let lower = word.to_lowercase();
        // Two capitals are rather initials.
        let initials = word.chars().count() == 2 && word.chars().all(char::is_uppercase);
        let meant = WORDS
            .iter()
            .filter(|_| !initials)
            .find(|(short, _)| *short == lower)
            .map(|(_, meant)| *meant);
        if let (Some(_), None) = (meant, &out) {
            out = Some(text.get(..done).unwrap_or_default().to_owned());
        }
        if let Some(out) = &mut out {
            out.push_str(before);
            out.push_str(meant.unwrap_or(word));
        }
        done += begin + end;
        rest = after;
    }
    match out {
        Some(mut out) => {
            out.push_str(rest);
            Cow::Owned(out)
        }
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::written_out;

    #[test]
    fn shorthand_is_written_out_and_nothing_else_is_changed() {
        assert_eq!(written_out("Ça sort qd ?"), "Ça sort quand ?");
        assert_eq!(written_out("cest KOI, le docu..."), "c est quoi, le docu...");
        assert_eq!(written_out("wich teams?"), "which teams?");
        for text in ["who won?", "les DS", "Où est l’équipe ?", "", "🚴 …", "le quai, un kiwi"]
        {
            assert_eq!(written_out(text), text);
        }
    }
}
