//! Percent-encoding for addresses and cookies, and queries put together.
//!
//! Not here: reading queries (axum does).

use std::fmt::Write as _;

/// Encodes everything but letters, digits and `-._~`.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Decodes what [`encode`] encoded; broken pieces are kept as they are.
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let pair = (byte == b'%').then(|| {
            let mut ahead = rest.clone();
            let high = ahead.next().and_then(|digit| char::from(digit).to_digit(16))?;
            let low = ahead.next().and_then(|digit| char::from(digit).to_digit(16))?;
            u8::try_from(high * 16 + low).ok()
        });
        if let Some(Some(decoded)) = pair {
            bytes.push(decoded);
            rest.next();
            rest.next();
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// An address with its query; pairs with an empty value are left out.
pub fn address(path: &str, pairs: &[(&str, &str)]) -> String {
    let query: Vec<String> = pairs
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

/// A way back that stays on this site: it begins with one slash. Anything else leads home.
pub fn local(path: &str) -> &str {
    let mut letters = path.chars();
    let first = letters.next() == Some('/');
    let second = !matches!(letters.next(), Some('/' | '\\'));
    if first && second && !path.contains(['\r', '\n', '\\']) { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::{address, decode, encode, local};

    #[test]
    fn what_is_encoded_comes_back() {
        for text in ["Đã nhập 10.794 đơn vị.", "a=b&c;d%", "", "%zz%4"] {
            assert_eq!(decode(&encode(text)), text);
        }
        assert_eq!(decode("%zz%4"), "%zz%4");
        assert_eq!(address("/tim", &[("q", "hoà b"), ("x", "")]), "/tim?q=ho%C3%A0%20b");
    }

    #[test]
    fn ways_back_stay_on_this_site() {
        assert_eq!(local("/tong-hop?tu=2021"), "/tong-hop?tu=2021");
        for elsewhere in ["//evil.example", "https://evil.example", "/\\evil", "", "javascript:x", "/a\r\nb"]
        {
            assert_eq!(local(elsewhere), "/", "{elsewhere}");
        }
    }
}
