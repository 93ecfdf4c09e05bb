//! Lines as wide as the terminal, broken between words.

use textwrap::{Options, WordSplitter};

/// A text with its lines broken between words, so that none is wider than so many columns where its words allow
/// it. What follows in a line of a list stands below its text.
#[must_use]
pub fn wrapped(text: &str, columns: usize) -> String {
    let line = |line: &str| {
        let marks = line.chars().take_while(|one| matches!(one, ' ' | '-')).count();
        let indent = " ".repeat(if line.starts_with(' ') { marks } else { 0 });
        let options = Options::new(columns.max(1))
            .subsequent_indent(&indent)
            .break_words(false)
            .word_splitter(WordSplitter::NoHyphenation);
        textwrap::fill(line, options)
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_break_between_words_and_those_of_lists_hang() {
        let text = "Ask a question, or leave.\n\n  - The team Jumbo-Visma won\n";
        let lines = "Ask a question,\nor leave.\n\n  - The team\n    Jumbo-Visma\n    won\n";
        assert_eq!(wrapped(text, 16), lines);
        assert_eq!(wrapped(text, 80), text);
        assert_eq!(wrapped("unbreakable", 4), "unbreakable", "no word is torn");
        assert_eq!(wrapped("a b", 0), "a\nb");
    }

    #[test]
    fn colours_and_spaces_that_hold_words_together_take_no_break() {
        assert_eq!(wrapped("\u{1b}[1mbold text\u{1b}[0m", 9), "\u{1b}[1mbold text\u{1b}[0m");
        assert_eq!(wrapped("dit «\u{202f}oui\u{202f}»", 8), "dit\n«\u{202f}oui\u{202f}»");
    }
}
