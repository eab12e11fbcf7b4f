//! The one place where lengths become the floating point numbers of the PDF writer, and what all our PDFs share.
//!
//! Not here: layout; everything is in its place before it comes here.

use std::ops::Range;

use jiff::civil::DateTime;
use krilla::color::rgb;
use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::surface::{Location, Surface};
use krilla::text::{Glyph, GlyphId};
use krilla::{Document, SerializeSettings};

use crate::OfficeError;
use crate::face::Face;
use crate::paper::Length;

/// A colour: red, green, blue.
pub(crate) type Colour = (u8, u8, u8);
/// Black.
pub(crate) const BLACK: Colour = (0, 0, 0);

/// A length in points, as the PDF writer counts.
#[expect(
    clippy::float_arithmetic,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "the writer takes nothing else; a sheet is small enough for every length to stay exact to a micrometre"
)]
pub(crate) fn points(length: Length) -> f32 {
    length.emu() as f32 / 12_700.0
}

/// An advance in a size of letters, told in another size; the writer asks in whichever it computes.
#[expect(clippy::float_arithmetic, reason = "see `points`")]
fn scaled(advance: Length, size: Length, asked: f32) -> f32 {
    points(advance) / points(size).max(f32::MIN_POSITIVE) * asked
}

/// Moves what is drawn to a place and makes so much of it so large.
#[expect(clippy::float_arithmetic, reason = "see `points`")]
pub(crate) fn placed(at: (Length, Length), side: Length, whole: Length) -> Transform {
    let scale = points(side) / points(whole).max(f32::MIN_POSITIVE);
    Transform::from_row(scale, 0.0, 0.0, scale, points(at.0), points(at.1))
}

/// One letter to be drawn.
struct Drawn {
    glyph: u32,
    range: Range<usize>,
    /// How far the next one stands, and in which size of letters.
    advance: Length,
    size: Length,
}

impl Glyph for Drawn {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(self.glyph)
    }
    fn text_range(&self) -> Range<usize> {
        self.range.clone()
    }
    fn x_advance(&self, size: f32) -> f32 {
        scaled(self.advance, self.size, size)
    }
    fn x_offset(&self, _size: f32) -> f32 {
        0.0
    }
    fn y_offset(&self, _size: f32) -> f32 {
        0.0
    }
    fn y_advance(&self, _size: f32) -> f32 {
        0.0
    }
    fn location(&self) -> Option<Location> {
        None
    }
}

/// Draws letters, each as far from the next as told.
pub(crate) fn letters(
    surface: &mut Surface<'_>,
    at: (Length, Length),
    face: &Face,
    size: Length,
    letters: impl IntoIterator<Item = (char, Length)>,
) {
    let mut text = String::new();
    let mut drawn = Vec::new();
    for (letter, advance) in letters {
        let start = text.len();
        text.push(letter);
        let glyph = face.letter(letter).glyph;
        drawn.push(Drawn { glyph, range: start..text.len(), advance, size });
    }
    if !drawn.is_empty() {
        let start = Point::from_xy(points(at.0), points(at.1));
        surface.draw_glyphs(start, &drawn, face.font().clone(), &text, points(size), false);
    }
}

/// Draws a text from left to right with the font's own distances.
pub(crate) fn text(surface: &mut Surface<'_>, at: (Length, Length), face: &Face, size: Length, words: &str) {
    letters(surface, at, face, size, words.chars().map(|letter| (letter, face.advance(letter, size))));
}

/// A fill of one colour.
pub(crate) fn fill((red, green, blue): Colour) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}

/// A stroke of one colour.
pub(crate) fn stroke((red, green, blue): Colour, width: Length) -> Stroke {
    Stroke { paint: rgb::Color::new(red, green, blue).into(), width: points(width), ..Stroke::default() }
}

/// Draws a line.
pub(crate) fn line(surface: &mut Surface<'_>, from: (Length, Length), to: (Length, Length), width: Length) {
    let mut path = PathBuilder::new();
    path.move_to(points(from.0), points(from.1));
    path.line_to(points(to.0), points(to.1));
    if let Some(path) = path.finish() {
        surface.set_stroke(Some(stroke(BLACK, width)));
        surface.draw_path(&path);
        surface.set_stroke(None);
    }
}

/// A rectangle from its upper left corner; none where it has no extent.
pub(crate) fn rectangle(at: (Length, Length), width: Length, height: Length) -> Option<Rect> {
    Rect::from_xywh(points(at.0), points(at.1), points(width), points(height))
}

/// A document for the archive: PDF/A-2u, every text as Unicode, every font inside.
pub(crate) fn document(tagged: bool) -> Result<Document, OfficeError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_U)
        .finish()
        .map_err(|_| OfficeError::Pdf("the writer does not know PDF/A-2u".to_owned()))?;
    let settings =
        SerializeSettings { configuration, enable_tagging: tagged, ..SerializeSettings::default() };
    Ok(Document::new_with(settings))
}

/// What the file says of itself.
pub(crate) fn metadata(title: &str, made: DateTime) -> Metadata {
    let part = |value: i8| u8::try_from(value).unwrap_or(1);
    let date = krilla::metadata::DateTime::new(u16::try_from(made.year()).unwrap_or(1980))
        .month(part(made.month()))
        .day(part(made.day()))
        .hour(part(made.hour()))
        .minute(part(made.minute()))
        .second(part(made.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    Metadata::new()
        .title(title.to_owned())
        .language("vi-VN".to_owned())
        .creator("thidua".to_owned())
        .document_id(format!("{title} {made}"))
        .creation_date(date)
}

/// The finished file.
pub(crate) fn finish(document: Document) -> Result<Vec<u8>, OfficeError> {
    document.finish().map_err(|fault| OfficeError::Pdf(fault.to_string()))
}
