//! Many certificates into one PDF, one after another, with word of how far it is and a way to stop.
//!
//! The ground, and with it the texts that all certificates share, is drawn once and used on every page. All are checked before the first is drawn: stock is dear.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::rc::Rc;

use jiff::civil::DateTime;
use krilla::Document;
use krilla::graphic::Graphic;
use krilla::page::PageSettings;
use krilla::surface::Surface;

use crate::OfficeError;
use crate::face::{Face, Fonts};
use crate::pdf;
use crate::print::draw_code;
use crate::qr::Qr;

use super::fit::{Fitted, fit};
use super::layout::{Field, Ground, Layout, Place};
use super::{Certificate, ornament};

/// A certificate that cannot be printed as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// Which one, from 0.
    pub at: usize,
    /// Which text.
    pub field: Field,
    /// What is the matter.
    pub reason: Reason,
}

/// Why a text cannot be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It is too long for its place even at the smallest size.
    TooLong,
    /// The font lacks these letters.
    Letters(String),
}

/// How a batch ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Batch {
    /// All are in this file.
    Printed {
        /// The file.
        bytes: Vec<u8>,
        /// Pages, one for each.
        pages: usize,
    },
    /// Stopped after so many; nothing is kept.
    Stopped {
        /// How many had been drawn.
        after: usize,
    },
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum BatchFault {
    /// Some cannot be printed; nothing was.
    #[error("{} texts do not fit", .0.len())]
    Misfits(Vec<Misfit>),
    /// A fault that nobody at the desk can cure.
    #[error(transparent)]
    Office(#[from] OfficeError),
}

/// Texts fitted already: most certificates of a batch share all but a few.
type Known = HashMap<(Field, String), Result<Rc<Fitted>, Reason>>;

/// Which certificates cannot be printed with this layout, and why.
pub fn check(certificates: &[Certificate], layout: &Layout, fonts: &Fonts) -> Vec<Misfit> {
    let places = scaled(layout);
    let mut known = Known::new();
    let mut found = Vec::new();
    for (at, certificate) in certificates.iter().enumerate() {
        for place in places.iter().filter(|place| place.field != Field::Code) {
            let text = certificate.text(place.field);
            if let Err(reason) = fitted(&text, place, fonts, &mut known) {
                found.push(Misfit { at, field: place.field, reason });
            }
        }
    }
    found
}

/// Prints certificates into one file. `progress` hears how many are drawn and may stop the work.
pub fn batch(
    certificates: &[Certificate],
    layout: &Layout,
    fonts: &Fonts,
    title: &str,
    made: DateTime,
    mut progress: impl FnMut(usize) -> ControlFlow<()>,
) -> Result<Batch, BatchFault> {
    let misfits = check(certificates, layout, fonts);
    if !misfits.is_empty() {
        return Err(BatchFault::Misfits(misfits));
    }
    let mut document = pdf::document(false)?;
    document.set_metadata(pdf::metadata(title, made));
    let (shared, places): (Vec<Place>, Vec<Place>) =
        scaled(layout).into_iter().partition(|place| is_shared(certificates, place.field));
    let mut drawing = Drawing { layout, fonts, shared, places, ground: None, known: Known::new() };
    for (number, certificate) in (1_usize..).zip(certificates) {
        drawing.page(&mut document, certificate)?;
        if progress(number).is_break() {
            return Ok(Batch::Stopped { after: number });
        }
    }
    Ok(Batch::Printed { bytes: pdf::finish(document)?, pages: certificates.len() })
}

/// Whether all certificates say the same here.
fn is_shared(certificates: &[Certificate], field: Field) -> bool {
    let first = certificates.first().map(|certificate| certificate.text(field));
    field != Field::Code && certificates.iter().all(|certificate| Some(certificate.text(field)) == first)
}

/// Places on the stock itself, with the printer's offset.
pub(super) fn scaled(layout: &Layout) -> Vec<Place> {
    let sheet = layout.sheet;
    layout
        .places
        .iter()
        .map(|place| Place {
            left: sheet.scaled(place.left) + layout.offset.right,
            top: sheet.scaled(place.top) + layout.offset.down,
            width: sheet.scaled(place.width),
            height: sheet.scaled(place.height),
            size: sheet.scaled(place.size),
            least: sheet.scaled(place.least),
            ..*place
        })
        .collect()
}

fn fitted(text: &str, place: &Place, fonts: &Fonts, known: &mut Known) -> Result<Rc<Fitted>, Reason> {
    // Names hardly ever come twice, and ten thousand of them need not be kept.
    let shared = !matches!(place.field, Field::Name | Field::CodeText | Field::Decision);
    let key = (place.field, text.to_owned());
    if let Some(found) = known.get(&key).filter(|_| shared) {
        return found.clone();
    }
    let face = face(place, fonts);
    let found = match fit(text, place, face) {
        Some(fitted) => {
            let letters = fitted.lines.iter().flat_map(|(_, _, line)| line.chars());
            let mut lacking: Vec<char> = letters.filter(|letter| !face.has(*letter)).collect();
            lacking.sort_unstable();
            lacking.dedup();
            if lacking.is_empty() {
                Ok(Rc::new(fitted))
            } else {
                Err(Reason::Letters(lacking.into_iter().collect()))
            }
        }
        None => Err(Reason::TooLong),
    };
    if shared {
        known.insert(key, found.clone());
    }
    found
}

fn face<'a>(place: &Place, fonts: &'a Fonts) -> &'a Face {
    fonts.face(place.bold, place.italic)
}

/// A batch being drawn.
struct Drawing<'a> {
    layout: &'a Layout,
    fonts: &'a Fonts,
    /// Places of texts that all share.
    shared: Vec<Place>,
    /// Places of the others.
    places: Vec<Place>,
    ground: Option<Graphic>,
    known: Known,
}

impl Drawing<'_> {
    fn page(&mut self, document: &mut Document, certificate: &Certificate) -> Result<(), OfficeError> {
        let (width, height) = (self.layout.sheet.width(), self.layout.sheet.height());
        let settings = PageSettings::from_wh(pdf::points(width), pdf::points(height))
            .ok_or_else(|| OfficeError::Pdf("a page without extent".to_owned()))?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        if self.ground.is_none() {
            let mut builder = surface.stream_builder();
            let mut under = builder.surface();
            if self.layout.ground == Ground::Own {
                ornament::draw(&mut under, self.layout.sheet);
            }
            let shared = std::mem::take(&mut self.shared);
            self.texts(&mut under, certificate, &shared)?;
            under.finish();
            self.ground = Some(Graphic::new(builder.finish(), false));
        }
        if let Some(ground) = &self.ground {
            surface.draw_graphic(ground.clone());
        }
        let places = std::mem::take(&mut self.places);
        self.texts(&mut surface, certificate, &places)?;
        self.places = places;
        surface.finish();
        sheet.finish();
        Ok(())
    }

    fn texts(
        &mut self,
        surface: &mut Surface<'_>,
        certificate: &Certificate,
        places: &[Place],
    ) -> Result<(), OfficeError> {
        for place in places {
            let text = certificate.text(place.field);
            if text.is_empty() {
                continue;
            }
            if place.field == Field::Code {
                draw_code(surface, &Qr::of(&text)?, (place.left, place.top), place.width);
            } else if let Ok(fitted) = fitted(&text, place, self.fonts, &mut self.known) {
                draw_text(surface, &fitted, place, face(place, self.fonts));
            }
        }
        Ok(())
    }
}

fn draw_text(surface: &mut Surface<'_>, fitted: &Fitted, place: &Place, face: &Face) {
    surface.set_stroke(None);
    surface.set_fill(Some(pdf::fill(place.colour)));
    for (left, baseline, line) in &fitted.lines {
        pdf::text(surface, (*left, *baseline), face, fitted.size, line);
    }
}
