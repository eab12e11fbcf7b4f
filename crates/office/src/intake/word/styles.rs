//! What the styles of a Word file say that matters for reading: headings, captions, fonts of old encodings.
//!
//! Not here: how anything looks.

use std::collections::HashMap;

use crate::hazard::Hazard;
use crate::legacy::{self, Encoding};
use crate::xml::{Node, Pull};

/// How many styles one style may be based on in a row; files that go in circles stop here.
const CHAIN: usize = 20;

/// An old encoding given away by a font's name, and whether the font shows capitals.
pub(super) type OldFont = Option<(Encoding, bool)>;

/// The styles of a file, by their id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// Font of text that no style touches.
    default_font: OldFont,
}

/// One style.
#[derive(Debug, Default, Clone)]
struct Style {
    /// Its name in small letters.
    name: String,
    based_on: Option<String>,
    /// Outline level from 1, as far as it says so itself.
    outline: Option<u8>,
    /// `Some(None)` is a modern font.
    font: Option<OldFont>,
}

impl Styles {
    /// Reads the part that holds the styles.
    pub(super) fn read(text: &str) -> Result<Self, Hazard> {
        let mut pull = Pull::new(text, "styles");
        let mut styles = Self::default();
        let mut current: Option<(usize, String, Style)> = None;
        loop {
            let node = pull.next()?;
            match node {
                Node::Open(tag) => match tag.name() {
                    "style" => {
                        let id = tag.attribute("styleId").unwrap_or_default();
                        current = Some((pull.depth(), id, Style::default()));
                    }
                    "name" => {
                        if let (Some((_, _, style)), Some(name)) = (&mut current, tag.attribute("val")) {
                            style.name = name.to_lowercase();
                        }
                    }
                    "basedOn" => {
                        if let Some((_, _, style)) = &mut current {
                            style.based_on = tag.attribute("val");
                        }
                    }
                    "outlineLvl" => {
                        if let Some((_, _, style)) = &mut current {
                            style.outline = outline_level(tag.attribute("val").as_deref());
                        }
                    }
                    "rFonts" => {
                        if let Some(font) = tag.attribute("ascii").or_else(|| tag.attribute("hAnsi")) {
                            match &mut current {
                                Some((_, _, style)) => style.font = Some(legacy::of_font(&font)),
                                None => styles.default_font = legacy::of_font(&font),
                            }
                        }
                    }
                    _ => {}
                },
                Node::Close => {
                    if current.as_ref().is_some_and(|(depth, ..)| pull.depth() < *depth)
                        && let Some((_, id, style)) = current.take()
                    {
                        styles.by_id.insert(id, style);
                    }
                }
                Node::Text(_) => {}
                Node::End => return Ok(styles),
            }
        }
    }

    /// Level of a heading style: from its name in any of the usual languages, or its outline.
    pub(super) fn heading(&self, id: &str) -> Option<u8> {
        self.chain(id).find_map(|style| {
            if style.name == "title" {
                return Some(1);
            }
            let number = style.name.strip_prefix("heading ").and_then(|digits| digits.trim().parse().ok());
            number.filter(|level| (1..=9).contains(level)).or(style.outline)
        })
    }

    /// Whether a style is for captions.
    pub(super) fn is_caption(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.name == "caption")
    }

    /// The old font that text of a style is in; `id` empty for text without style.
    pub(super) fn font(&self, id: &str) -> OldFont {
        self.chain(id).find_map(|style| style.font).unwrap_or(self.default_font)
    }

    /// A style and those it is based on.
    fn chain<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Style> {
        std::iter::successors(self.by_id.get(id), |style| {
            style.based_on.as_ref().and_then(|base| self.by_id.get(base))
        })
        .take(CHAIN)
    }
}

/// An outline level as written (0 to 8) counted from 1; 9 means running text.
pub(super) fn outline_level(written: Option<&str>) -> Option<u8> {
    let level: u8 = written?.parse().ok()?;
    (level < 9).then(|| level.saturating_add(1))
}
