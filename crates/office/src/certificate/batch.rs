//! Many certificates into one PDF, one after another, with word of how far it is and a way to stop.
//!
//! The ground is drawn once and used on every page. All are checked before the first is drawn: stock is dear.

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
    let places = scaled(layout);
    let mut known = Known::new();
    let mut ground = None;
    for (number, certificate) in (1_usize..).zip(certificates) {
        page(&mut document, certificate, layout, &places, fonts, &mut ground, &mut known)?;
        if progress(number).is_break() {
            return Ok(Batch::Stopped { after: number });
        }
    }
    Ok(Batch::Printed { bytes: pdf::finish(document)?, pages: certificates.len() })
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

fn page(
    document: &mut Document,
    certificate: &Certificate,
    layout: &Layout,
    places: &[Place],
    fonts: &Fonts,
    ground: &mut Option<Graphic>,
    known: &mut Known,
) -> Result<(), OfficeError> {
    let (width, height) = (layout.sheet.width(), layout.sheet.height());
    let settings = PageSettings::from_wh(pdf::points(width), pdf::points(height))
        .ok_or_else(|| OfficeError::Pdf("a page without extent".to_owned()))?;
    let mut sheet = document.start_page_with(settings);
    let mut surface = sheet.surface();
    if layout.ground == Ground::Own {
        let drawn = ground.get_or_insert_with(|| {
            let mut builder = surface.stream_builder();
            let mut under = builder.surface();
            ornament::draw(&mut under, layout.sheet);
            under.finish();
            Graphic::new(builder.finish(), false)
        });
        surface.draw_graphic(drawn.clone());
    }
    for place in places {
        let text = certificate.text(place.field);
        if text.is_empty() {
            continue;
        }
        if place.field == Field::Code {
            draw_code(&mut surface, &Qr::of(&text)?, (place.left, place.top), place.width);
        } else if let Ok(fitted) = fitted(&text, place, fonts, known) {
            draw_text(&mut surface, &fitted, place, face(place, fonts));
        }
    }
    surface.finish();
    sheet.finish();
    Ok(())
}

fn draw_text(surface: &mut Surface<'_>, fitted: &Fitted, place: &Place, face: &Face) {
    surface.set_stroke(None);
    surface.set_fill(Some(pdf::fill(place.colour)));
    for (left, baseline, line) in &fitted.lines {
        pdf::text(surface, (*left, *baseline), face, fitted.size, line);
    }
}
