//! Pulling elements out of markup under guard: no document types, no entities of the file's own, counted depth.
//!
//! Names are given without their prefix: every producer of Word and Excel files uses the same local names, and
//! strict files differ only in the addresses of their namespaces. Not here: what an element means.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::hazard::Hazard;
use crate::limits;

/// One step through the markup.
#[derive(Debug)]
pub(crate) enum Node<'a> {
    /// An element opens. An empty element opens and closes.
    Open(Tag<'a>),
    /// The element opened last closes.
    Close,
    /// Characters, with references resolved.
    Text(Cow<'a, str>),
    /// Nothing follows.
    End,
}

/// An opened element.
#[derive(Debug)]
pub(crate) struct Tag<'a> {
    start: BytesStart<'a>,
}

impl Tag<'_> {
    /// Local name, without prefix.
    pub(crate) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// Value of the first attribute with this local name.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        self.start.attributes().with_checks(false).flatten().find_map(|found| {
            (found.key.local_name().into_inner() == name).then(|| {
                found
                    .normalized_value(XmlVersion::Explicit1_0)
                    .map_or_else(|_| found.value.clone().into_owned(), Cow::into_owned)
            })
        })
    }
}

/// Markup being read.
pub(crate) struct Pull<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
    depth: usize,
}

impl<'a> Pull<'a> {
    /// Starts reading `text`, which came from the part named `part`.
    pub(crate) fn new(text: &'a str, part: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = true;
        Self { reader, part, depth: 0 }
    }

    /// How many elements are open.
    pub(crate) fn depth(&self) -> usize {
        self.depth
    }

    /// The next step.
    pub(crate) fn next(&mut self) -> Result<Node<'a>, Hazard> {
        loop {
            let event = self.reader.read_event().map_err(|_| Hazard::broken(self.part))?;
            match event {
                Event::Start(start) | Event::Empty(start) => {
                    self.depth = self.depth.saturating_add(1);
                    if self.depth > limits::XML_DEPTH {
                        return Err(Hazard::TooDeep { limit: limits::XML_DEPTH });
                    }
                    return Ok(Node::Open(Tag { start }));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Node::Close);
                }
                Event::Text(text) => return Ok(Node::Text(text.into_inner())),
                Event::CData(text) => return Ok(Node::Text(text.into_inner())),
                Event::GeneralRef(reference) => {
                    let named = reference.resolve_char_ref().map_err(|_| Hazard::broken(self.part))?;
                    let text = match named {
                        Some(letter) => letter.to_string(),
                        None => {
                            predefined(&reference.into_inner()).ok_or(Hazard::DeclaresEntities)?.to_owned()
                        }
                    };
                    return Ok(Node::Text(Cow::Owned(text)));
                }
                Event::DocType(_) => return Err(Hazard::DeclaresEntities),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
                Event::Eof if self.depth > 0 => return Err(Hazard::broken(self.part)),
                Event::Eof => return Ok(Node::End),
            }
        }
    }

    /// Passes over everything up to the close of the element that has just been opened.
    pub(crate) fn skip(&mut self) -> Result<(), Hazard> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if matches!(self.next()?, Node::End) {
                return Err(Hazard::broken(self.part));
            }
        }
        Ok(())
    }

    /// All characters up to the close of the element that has just been opened.
    pub(crate) fn text(&mut self) -> Result<String, Hazard> {
        let outside = self.depth.saturating_sub(1);
        let mut out = String::new();
        while self.depth > outside {
            match self.next()? {
                Node::Text(text) => out.push_str(&text),
                Node::End => return Err(Hazard::broken(self.part)),
                Node::Open(_) | Node::Close => {}
            }
        }
        Ok(out)
    }
}

/// The five references that need no declaration.
fn predefined(name: &str) -> Option<&'static str> {
    match name {
        "amp" => Some("&"),
        "lt" => Some("<"),
        "gt" => Some(">"),
        "quot" => Some("\""),
        "apos" => Some("'"),
        _ => None,
    }
}

/// The text of a part: UTF-8, or UTF-16 with its mark, which is all that these formats allow.
pub(crate) fn part_text(bytes: &[u8], part: &str) -> Result<String, Hazard> {
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => std::str::from_utf8(rest).ok().map(str::to_owned),
    };
    text.ok_or_else(|| Hazard::broken(part))
}

/// Two-byte letters in the byte sequence that `join` knows.
fn wide(bytes: &[u8], join: fn([u8; 2]) -> u16) -> Option<String> {
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [first, second] => join([*first, *second]),
        _ => 0xFFFD,
    });
    char::decode_utf16(units).collect::<Result<String, _>>().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_text(markup: &str) -> Result<String, Hazard> {
        let mut pull = Pull::new(markup, "test");
        let mut out = String::new();
        loop {
            match pull.next()? {
                Node::Text(text) => out.push_str(&text),
                Node::End => return Ok(out),
                Node::Open(_) | Node::Close => {}
            }
        }
    }

    #[test]
    fn references_are_resolved_and_others_refused() {
        assert_eq!(all_text("<a>x &amp; y &#7879; &#x1EC7;</a>").unwrap(), "x & y ệ ệ");
        assert_eq!(all_text("<a>&lol;</a>").unwrap_err(), Hazard::DeclaresEntities);
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        assert_eq!(all_text(bomb).unwrap_err(), Hazard::DeclaresEntities);
    }

    #[test]
    fn depth_is_counted() {
        let deep = format!("{}{}", "<a>".repeat(300), "</a>".repeat(300));
        assert_eq!(all_text(&deep).unwrap_err(), Hazard::TooDeep { limit: 256 });
        assert!(matches!(all_text("<a><b>").unwrap_err(), Hazard::Broken { .. }));
    }
}
