//! The page with which an office finds out how far its printer sets things off.
//!
//! Four crosses at known distances from the edges, each with a scale in millimetres: what is measured less what is
//! written there is the offset to enter. Not here: where offsets are kept.

use jiff::civil::DateTime;
use krilla::page::PageSettings;
use krilla::surface::Surface;

use crate::OfficeError;
use crate::face::Fonts;
use crate::paper::Length;
use crate::pdf;

use super::layout::{Offset, Sheet};

/// From the edges to the crosses.
const FROM_EDGE: Length = Length::mm(20);
/// Length of a scale on either side of its cross.
const SCALE_MM: i64 = 10;
const THIN: Length = Length::hundredths_mm(15);

/// Draws the calibration page with the offset that is in force, so that a second print shows what is left of it.
pub fn calibration(
    sheet: Sheet,
    offset: Offset,
    fonts: &Fonts,
    made: DateTime,
) -> Result<Vec<u8>, OfficeError> {
    let title = "Trang căn chỉnh máy in";
    let mut document = pdf::document(false)?;
    document.set_metadata(pdf::metadata(title, made));
    let (width, height) = (sheet.width(), sheet.height());
    let settings = PageSettings::from_wh(pdf::points(width), pdf::points(height))
        .ok_or_else(|| OfficeError::Pdf("a page without extent".to_owned()))?;
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    for x in [FROM_EDGE, width - FROM_EDGE] {
        for y in [FROM_EDGE, height - FROM_EDGE] {
            cross(&mut surface, (x + offset.right, y + offset.down));
        }
    }
    let millimetres = |length: Length| {
        let hundredths = i128::from(length.to_hundredths_mm());
        lang::number::decimal(hundredths, 2, lang::Lang::Vi)
    };
    let middle = width.share(1, 4);
    surface.set_fill(Some(pdf::fill(pdf::BLACK)));
    for (number, line) in (0_i64..).zip([
        format!("{title} · {} × {} mm", millimetres(width), millimetres(height)),
        "Mỗi dấu cộng phải cách hai mép giấy gần nhất đúng 20 mm. Mỗi vạch là 1 mm.".to_owned(),
        "Đo từ mép trái đến dấu cộng: lấy 20 trừ số đo được, nhập vào ô “sang phải”.".to_owned(),
        "Đo từ mép trên đến dấu cộng: lấy 20 trừ số đo được, nhập vào ô “xuống dưới”.".to_owned(),
        format!(
            "Độ lệch đang dùng: sang phải {} mm, xuống dưới {} mm.",
            millimetres(offset.right),
            millimetres(offset.down)
        ),
        "In không thu phóng (100%, “Actual size”).".to_owned(),
    ]) {
        let y = height.share(2, 5) + Length::mm(8).share(number, 1);
        pdf::text(&mut surface, (middle, y), &fonts.regular, Length::points(12), &line);
    }
    surface.finish();
    page.finish();
    pdf::finish(document)
}

/// A cross whose arms are scales.
fn cross(surface: &mut Surface<'_>, at: (Length, Length)) {
    let arm = Length::mm(SCALE_MM);
    pdf::line(surface, (at.0 - arm, at.1), (at.0 + arm, at.1), THIN);
    pdf::line(surface, (at.0, at.1 - arm), (at.0, at.1 + arm), THIN);
    for step in -SCALE_MM..=SCALE_MM {
        let tick = Length::mm(if step % 5 == 0 { 2 } else { 1 });
        let along = Length::mm(step);
        pdf::line(surface, (at.0 + along, at.1 - tick), (at.0 + along, at.1 + tick), THIN);
        pdf::line(surface, (at.0 - tick, at.1 + along), (at.0 + tick, at.1 + along), THIN);
    }
}
