//! Cutting HTML into tags and text the way browsers do, forgiving everything.
//!
//! Not here: which element is inside which ([`super::page`]).

use super::entity;

/// One piece of a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A tag opens: name in small letters, the raw text of its attributes, whether it closes itself.
    Open {
        /// Name.
        name: String,
        /// Attributes as written.
        attributes: &'a str,
    },
    /// A tag closes.
    Close {
        /// Name in small letters.
        name: String,
    },
    /// Text with references resolved.
    Text(String),
}

/// What a `<` begins.
enum Markup<'a> {
    /// A tag.
    Token(Token<'a>),
    /// A comment or declaration, passed over.
    Nothing,
    /// Only the sign itself.
    Sign,
}

/// A page being cut.
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// Set after an element whose content is not markup: text up to its closing tag comes next.
    raw: Option<&'static str>,
}

/// Elements whose content is not markup.
const RAW: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

impl<'a> Tokens<'a> {
    /// Starts cutting.
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text, raw: None }
    }

    /// Text up to the closing tag of a raw element.
    fn raw_text(&mut self, name: &str) -> &'a str {
        let rest = self.rest;
        let mut from = 0_usize;
        while let Some(at) = rest.get(from..).and_then(|tail| tail.find("</")) {
            let start = from.saturating_add(at);
            let after = start.saturating_add(2);
            let named = rest.get(after..after.saturating_add(name.len()));
            if named.is_some_and(|found| found.eq_ignore_ascii_case(name)) {
                let (inside, tail) = rest.split_at(start);
                self.rest = tail;
                return inside;
            }
            from = after;
        }
        self.rest = "";
        rest
    }

    /// The tag, comment or declaration at the start of the rest.
    fn markup(&mut self) -> Markup<'a> {
        let rest = self.rest;
        if let Some(comment) = rest.strip_prefix("<!--") {
            self.rest = comment.split_once("-->").map_or("", |(_, after)| after);
            return Markup::Nothing;
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            self.rest = rest.split_once('>').map_or("", |(_, after)| after);
            return Markup::Nothing;
        }
        let (closing, body) = match rest.strip_prefix("</") {
            Some(body) => (true, body),
            None => (false, rest.strip_prefix('<').unwrap_or(rest)),
        };
        if !body.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            return Markup::Sign;
        }
        let length = body.find([' ', '\t', '\n', '\r', '\u{c}', '/', '>']).unwrap_or(body.len());
        let (name, attributes) = body.split_at(length);
        let end = end_of_tag(attributes);
        let (attributes, after) = attributes.split_at(end);
        self.rest = after.strip_prefix('>').unwrap_or(after);
        let name = name.to_ascii_lowercase();
        if closing {
            return Markup::Token(Token::Close { name });
        }
        self.raw = RAW.into_iter().find(|raw| *raw == name);
        Markup::Token(Token::Open { name, attributes })
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(name) = self.raw.take() {
            let inside = self.raw_text(name);
            if !inside.is_empty() {
                let text = if name == "title" || name == "textarea" {
                    entity::resolve(inside)
                } else {
                    inside.to_owned()
                };
                return Some(Token::Text(text));
            }
        }
        while !self.rest.is_empty() {
            if self.rest.starts_with('<') {
                match self.markup() {
                    Markup::Token(token) => return Some(token),
                    Markup::Nothing => continue,
                    Markup::Sign => {}
                }
            }
            let first = self.rest.chars().next().map_or(0, char::len_utf8);
            let length = self
                .rest
                .get(first..)
                .and_then(|tail| tail.find('<'))
                .map_or(self.rest.len(), |at| at.saturating_add(first));
            let (text, after) = self.rest.split_at(length);
            self.rest = after;
            return Some(Token::Text(entity::resolve(text)));
        }
        None
    }
}

/// Where a tag ends: its `>`, not counting those inside quotes.
fn end_of_tag(attributes: &str) -> usize {
    let mut quote: Option<char> = None;
    let mut after_equals = false;
    for (at, letter) in attributes.char_indices() {
        match quote {
            Some(open) if letter == open => quote = None,
            None if letter == '>' => return at,
            None if after_equals && matches!(letter, '"' | '\'') => quote = Some(letter),
            Some(_) | None => {}
        }
        if !letter.is_whitespace() {
            after_equals = letter == '=';
        }
    }
    // A quote that is never closed would swallow the page; then the first `>` is the end.
    attributes.find('>').unwrap_or(attributes.len())
}

/// Value of an attribute in the raw text of a tag's attributes.
pub(super) fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
        if rest.is_empty() {
            return None;
        }
        let length = rest
            .find(|letter: char| letter.is_whitespace() || matches!(letter, '=' | '/'))
            .unwrap_or(rest.len())
            .max(1);
        let name = rest.get(..length)?;
        rest = rest.get(length..)?.trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quoted = ['"', '\'']
                .into_iter()
                .find_map(|quote| after.strip_prefix(quote).map(|inner| (quote, inner)));
            if let Some((quote, inner)) = quoted {
                (value, rest) = inner.split_once(quote)?;
            } else {
                (value, rest) = after.split_at(after.find(char::is_whitespace).unwrap_or(after.len()));
            }
        }
        if name.eq_ignore_ascii_case(wanted) {
            return Some(entity::resolve(value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_like_a_browser() {
        let tokens: Vec<Token<'_>> =
            Tokens::new("<P class=\"a>b\">x < y<br/><!-- c --><script>if (a</b) {}</script>z</p").collect();
        let open = |name: &str, attributes| Token::Open { name: name.to_owned(), attributes };
        assert_eq!(
            tokens,
            [
                open("p", " class=\"a>b\""),
                Token::Text("x ".to_owned()),
                Token::Text("< y".to_owned()),
                open("br", "/"),
                open("script", ""),
                Token::Text("if (a</b) {}".to_owned()),
                Token::Close { name: "script".to_owned() },
                Token::Text("z".to_owned()),
                Token::Close { name: "p".to_owned() },
            ]
        );
    }

    #[test]
    fn attributes_in_every_dress() {
        let raw = " class='a b' id=main data-x  href = \"?a=1&amp;b=2\" hidden/";
        assert_eq!(attribute(raw, "CLASS").as_deref(), Some("a b"));
        assert_eq!(attribute(raw, "id").as_deref(), Some("main"));
        assert_eq!(attribute(raw, "href").as_deref(), Some("?a=1&b=2"));
        assert_eq!(attribute(raw, "hidden").as_deref(), Some(""));
        assert_eq!(attribute(raw, "title"), None);
    }
}
