//! Text and lengths as Word's markup wants them.

use std::fmt::Write as _;

use crate::paper::Length;

/// Markup being written.
#[derive(Debug, Default)]
pub(super) struct Markup {
    /// So far.
    pub text: String,
}

impl Markup {
    /// Adds markup as it is.
    pub(super) fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Adds formatted markup. Writing to a String cannot fail; the outcome carries nothing.
    pub(super) fn format(&mut self, markup: std::fmt::Arguments<'_>) {
        let _ = self.text.write_fmt(markup);
    }
}

/// A length in twentieths of a point.
pub(super) fn twips(length: Length) -> i64 {
    length.twips()
}

/// Text with what markup would take for its own written as references, and without characters that no markup
/// may hold.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(letter),
            _ if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_cannot_break_out_of_its_place() {
        assert_eq!(escaped("a<b>&\"c\"\u{0}\u{8}d\u{ffff}"), "a&lt;b&gt;&amp;&quot;c&quot;d");
        assert_eq!(escaped("Nguyễn Thị Thuỳ Dương"), "Nguyễn Thị Thuỳ Dương");
    }
}
