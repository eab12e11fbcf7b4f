//! Character references of HTML: numbers, and the names that pages in Vietnamese use.
//!
//! Names outside the list stay as they are written; no text is lost by that.

/// Names of the letters from U+00A0 to U+00FF, in their sequence.
const LATIN: [&str; 96] = [
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo",
    "not", "shy", "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot",
    "cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",
    "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute",
    "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash",
    "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN", "szlig", "agrave", "aacute", "acirc", "atilde",
    "auml", "aring", "aelig", "ccedil", "egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc",
    "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml", "divide", "oslash", "ugrave",
    "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml",
];

/// Other names.
const OTHERS: [(&str, char); 44] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("AMP", '&'),
    ("LT", '<'),
    ("GT", '>'),
    ("QUOT", '"'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("hellip", '…'),
    ("bull", '•'),
    ("trade", '™'),
    ("euro", '€'),
    ("permil", '‰'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("larr", '←'),
    ("rarr", '→'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("asymp", '≈'),
    ("minus", '−'),
    ("Abreve", 'Ă'),
    ("abreve", 'ă'),
    ("Dstrok", 'Đ'),
    ("dstrok", 'đ'),
    ("Itilde", 'Ĩ'),
    ("itilde", 'ĩ'),
    ("Utilde", 'Ũ'),
    ("utilde", 'ũ'),
];

/// Longest reference looked for.
const LONGEST: usize = 12;

/// Text with its references resolved.
pub(super) fn resolve(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let after = from.get(1..).unwrap_or_default();
        if let Some((letter, used)) = reference(after) {
            out.push(letter);
            rest = after.get(used..).unwrap_or_default();
        } else {
            out.push('&');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// The letter that a reference names and how many bytes it takes, its semicolon included where there is one.
fn reference(after: &str) -> Option<(char, usize)> {
    if let Some(digits) = after.strip_prefix('#') {
        return number(digits).map(|(letter, used)| (letter, used.saturating_add(1)));
    }
    let length = after.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    let name = after.get(..length)?;
    let closed = after.get(length..).is_some_and(|rest| rest.starts_with(';'));
    if !closed && length > 6 {
        return None;
    }
    let letter = match LATIN.iter().position(|known| *known == name) {
        Some(place) => char::from_u32(u32::try_from(place).ok()?.checked_add(0xA0)?)?,
        None => OTHERS.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((letter, length.saturating_add(usize::from(closed))))
}

/// A reference by number, decimal or with `x`.
fn number(digits: &str) -> Option<(char, usize)> {
    let (digits, radix, skipped) = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => (hex, 16, 1_usize),
        None => (digits, 10, 0),
    };
    let length = digits.chars().take(LONGEST).take_while(|letter| letter.is_digit(radix)).count();
    let code = u32::from_str_radix(digits.get(..length)?, radix).ok()?;
    // Pages made on Windows name its own letters by their old numbers.
    let letter = match u8::try_from(code) {
        Ok(byte @ 0x80..=0x9F) => {
            crate::legacy::from_bytes(&[byte], crate::legacy::Encoding::Windows1252).chars().next()?
        }
        _ => char::from_u32(code).filter(|letter| *letter >= ' ' || letter.is_whitespace())?,
    };
    let closed = digits.get(length..).is_some_and(|rest| rest.starts_with(';'));
    Some((letter, skipped.saturating_add(length).saturating_add(usize::from(closed))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        assert_eq!(
            resolve("H&ocirc;&#768; Ch&iacute; Minh &amp; &ldquo;x&rdquo;&nbsp;&#x1EC7;"),
            "Hô\u{300} Chí Minh & “x”\u{a0}ệ"
        );
        assert_eq!(resolve("a&b &unknown; &#0; &#xD800; & &#150;"), "a&b &unknown; &#0; &#xD800; & –");
        assert_eq!(resolve("&agrave b"), "à b");
    }
}
