//! PDF files with a text layer: paragraphs and rows with the page they stand on.
//!
//! Nothing is drawn, no picture is read, no program code inside is run, no link is followed. A file whose pages
//! are all pictures is refused as a scan. Not here: reading letters off pictures.

mod content;
mod file;
mod filter;
mod font;
mod glyph;
mod layout;
mod object;

use super::build::{Build, Gap};
use super::{BlockKind, Intake, IntakeNote, IntakeRefusal, Kind, Place};
use crate::hazard::Hazard;
use content::Walker;
use file::File;
use layout::Part;

#[cfg(test)]
mod tests;

/// How much larger than the usual size, in hundredths, the letters of a heading are.
const HEADING: i64 = 115;
/// The same for the title.
const TITLE: i64 = 140;

/// Takes a PDF in.
pub(super) fn intake(bytes: &[u8]) -> Result<Intake, IntakeRefusal> {
    let mut file = File::open(bytes)?;
    let pages = file.pages()?;
    if pages.is_empty() {
        return Err(Hazard::broken("pages").into());
    }
    let mut walker = Walker::default();
    let mut converted = Vec::new();
    let mut all = Vec::new();
    let mut pictures_only = Vec::new();
    let mut unknown = 0_usize;
    for (number, page) in (1_u32..).zip(&pages) {
        let drawn = walker.page(&mut file, page)?;
        let lines = layout::lines(drawn.pieces, &mut converted);
        if lines.is_empty() && drawn.has_picture {
            pictures_only.push(number);
        }
        let letters = lines.iter().flat_map(|line| &line.segments).flat_map(|segment| segment.text.chars());
        unknown =
            unknown.saturating_add(letters.filter(|letter| *letter == char::REPLACEMENT_CHARACTER).count());
        all.push(lines);
    }
    if all.iter().all(Vec::is_empty) {
        return Err(IntakeRefusal::Scan { pages: pages.len() });
    }
    let mut build = Build::default();
    render(&mut build, layout::parts(all))?;
    for encoding in converted {
        build.note(IntakeNote::Converted(encoding));
    }
    if !pictures_only.is_empty() {
        build.note(IntakeNote::PagesWithoutText { pages: pictures_only });
    }
    if unknown > 0 {
        build.note(IntakeNote::LettersUnknown { count: unknown });
    }
    build.finish(Kind::Pdf)
}

/// Adds the parts of all pages to the text.
fn render(build: &mut Build, pages: Vec<Vec<Part>>) -> Result<(), Hazard> {
    let usual = usual_size(&pages);
    let mut table = 0_u32;
    for (page, parts) in (1_u32..).zip(pages) {
        for (paragraph, part) in (1_u32..).zip(parts) {
            let place = Place::Page { page, paragraph };
            let (kind, text) = match part {
                Part::Header(text) => (BlockKind::Header, text),
                Part::Footer(text) => (BlockKind::Footer, text),
                Part::Paragraph(text, size) => {
                    let size = hundredths(size);
                    let kind = match usual {
                        Some(usual) if size.saturating_mul(100) >= usual.saturating_mul(TITLE) => {
                            BlockKind::Heading { level: 1 }
                        }
                        Some(usual) if size.saturating_mul(100) >= usual.saturating_mul(HEADING) => {
                            BlockKind::Heading { level: 2 }
                        }
                        Some(_) | None => BlockKind::Paragraph,
                    };
                    (kind, text)
                }
                Part::Table(rows) => {
                    table = table.saturating_add(1);
                    cells(build, table, &place, rows)?;
                    continue;
                }
            };
            build.push(Gap::Line, kind, place, &text, false)?;
        }
    }
    Ok(())
}

/// Adds the rows of a table.
fn cells(build: &mut Build, table: u32, place: &Place, rows: Vec<Vec<(u32, String)>>) -> Result<(), Hazard> {
    for (row, cells) in (1_u32..).zip(rows) {
        for (index, (column, text)) in cells.into_iter().enumerate() {
            if index > 0 {
                build.separate('\t');
            }
            let gap = if index == 0 { Gap::Line } else { Gap::None };
            let kind = BlockKind::Cell { table, row, column, columns: 1, rows: 1 };
            build.push(gap, kind, place.clone(), &text, false)?;
        }
    }
    Ok(())
}

/// Size in hundredths of a point; sizes beyond any page count as the largest.
fn hundredths(size: f64) -> i64 {
    format!("{size:.2}").replace('.', "").parse().unwrap_or(i64::from(i32::MAX))
}

/// Size of most of the text, in hundredths of a point.
fn usual_size(pages: &[Vec<Part>]) -> Option<i64> {
    let mut sizes: Vec<(i64, usize)> = Vec::new();
    for part in pages.iter().flatten() {
        if let Part::Paragraph(text, size) = part {
            sizes.push((hundredths(*size), text.chars().count()));
        }
    }
    sizes.sort_unstable();
    let half = sizes.iter().map(|(_, count)| *count).sum::<usize>() / 2;
    let mut passed = 0_usize;
    sizes
        .iter()
        .find(|(_, count)| {
            passed = passed.saturating_add(*count);
            passed >= half
        })
        .map(|(size, _)| *size)
}
