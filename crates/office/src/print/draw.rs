//! Pages drawn into a PDF, every text tagged with the part of the paper it belongs to.
//!
//! Not here: where things stand ([`super::pages`]).

use std::num::{NonZeroU16, NonZeroU32};
use std::rc::Rc;

use jiff::civil::DateTime;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::geom::PathBuilder;
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, TableHeaderScope, Tag, TagGroup,
    TagKind, TagTree,
};

use crate::OfficeError;
use crate::face::Fonts;
use crate::paper::set::{Ink, PROOF_LEFT, PROOF_SIDE, PROOF_TOP, Role, SHEET_HEIGHT, SHEET_WIDTH, Set};
use crate::paper::{Length, Proof, Tie};
use crate::pdf;
use crate::qr::{QUIET, Qr};

use super::line::Placed;
use super::pages::{Item, Node, Page, Paged, THIN, TaggedCell};

/// Letters of the short address.
const SHORT_SIZE: Length = Length::points(8);

/// Draws a paper.
pub(super) fn write(set: &Set, paged: Paged, fonts: &Fonts, made: DateTime) -> Result<Vec<u8>, OfficeError> {
    let mut document = pdf::document(true)?;
    document.set_metadata(pdf::metadata(&set.title, made));
    let mut leaves: Vec<Vec<Identifier>> = vec![Vec::new(); paged.leaves];
    for (at, page) in paged.pages.iter().enumerate() {
        let (width, height) =
            if page.turned { (SHEET_HEIGHT, SHEET_WIDTH) } else { (SHEET_WIDTH, SHEET_HEIGHT) };
        let settings = PageSettings::from_wh(pdf::points(width), pdf::points(height))
            .ok_or_else(|| OfficeError::Pdf("a page without extent".to_owned()))?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        draw(&mut surface, page, fonts, &mut leaves);
        if let Some(proof) = set.proof.as_ref().filter(|_| at == 0) {
            draw_proof(&mut surface, proof, fonts)?;
        }
        surface.finish();
        for (area, address) in links(page, fonts) {
            let target = Target::Action(Action::Link(LinkAction::new(address)));
            let mark =
                sheet.add_tagged_annotation(Annotation::new_link(LinkAnnotation::new(area.1, target), None));
            if let Some(found) = leaves.get_mut(area.0) {
                found.push(mark);
            }
        }
        sheet.finish();
    }
    document.set_tag_tree(tree(paged.nodes, &mut leaves));
    pdf::finish(document)
}

fn draw(surface: &mut Surface<'_>, page: &Page, fonts: &Fonts, leaves: &mut [Vec<Identifier>]) {
    for item in &page.items {
        match item {
            Item::Text { leaf, x, y, letters, inks } => {
                let place = leaf.and_then(|leaf| leaves.get_mut(leaf));
                let tag = match place {
                    Some(_) => ContentTag::Span(SpanTag::empty()),
                    None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)),
                };
                let mark = surface.start_tagged(tag);
                line(surface, (*x, *y), letters, inks, fonts);
                surface.end_tagged();
                if let Some(found) = place {
                    found.push(mark);
                }
            }
            Item::Rule { x, y, width } => furniture(surface, |surface| {
                pdf::line(surface, (*x, *y), (*x + *width, *y), THIN);
            }),
            Item::Frame { x, y, width, height } => furniture(surface, |surface| {
                let mut path = PathBuilder::new();
                if let Some(rectangle) = pdf::rectangle((*x, *y), *width, *height) {
                    path.push_rect(rectangle);
                }
                if let Some(path) = path.finish() {
                    surface.set_fill(None);
                    surface.set_stroke(Some(pdf::stroke(pdf::BLACK, THIN)));
                    surface.draw_path(&path);
                    surface.set_stroke(None);
                }
            }),
        }
    }
}

/// Draws what readers' programs pass over.
fn furniture(surface: &mut Surface<'_>, drawing: impl FnOnce(&mut Surface<'_>)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
    drawing(surface);
    surface.end_tagged();
}

/// Draws a line, stretch by stretch of one look.
fn line(
    surface: &mut Surface<'_>,
    at: (Length, Length),
    letters: &[Placed],
    inks: &Rc<Vec<Ink>>,
    fonts: &Fonts,
) {
    let (mut x, y) = at;
    for stretch in letters.chunk_by(|left, right| left.ink == right.ink) {
        let Some(ink) = stretch.first().and_then(|placed| inks.get(placed.ink)) else { continue };
        let face = fonts.face(ink.look.bold, ink.look.italic);
        surface.set_fill(Some(pdf::fill(pdf::BLACK)));
        let advances = stretch.iter().map(|placed| (placed.letter, placed.advance));
        pdf::letters(surface, (x, y), face, ink.look.size, advances);
        let end: Length = x + stretch.iter().map(|placed| placed.advance).sum();
        if ink.look.underline {
            let below = y + ink.look.size.share(1, 9);
            pdf::line(surface, (x, below), (end, below), ink.look.size.share(1, 20));
        }
        x = end;
    }
}

/// Where links are: the leaf and the area, and where they lead.
fn links(page: &Page, fonts: &Fonts) -> Vec<((usize, krilla::geom::Rect), String)> {
    let mut found = Vec::new();
    for item in &page.items {
        let Item::Text { leaf: Some(leaf), x, y, letters, inks } = item else { continue };
        let mut left = *x;
        for stretch in letters.chunk_by(|left, right| left.ink == right.ink) {
            let width: Length = stretch.iter().map(|placed| placed.advance).sum();
            let ink = stretch.first().and_then(|placed| inks.get(placed.ink));
            if let Some((ink, Tie::Link(address))) = ink.map(|ink| (ink, &ink.tie)) {
                let face = fonts.face(ink.look.bold, ink.look.italic);
                let (up, down) = (face.ascent(ink.look.size), face.descent(ink.look.size));
                let area = pdf::rectangle((left, *y - up), width, up + down);
                if let Some(area) = area.filter(|_| !address.starts_with('#')) {
                    found.push(((*leaf, area), address.clone()));
                }
            }
            left = left + width;
        }
    }
    found
}

/// QR code and short address, low in the left margin.
fn draw_proof(surface: &mut Surface<'_>, proof: &Proof, fonts: &Fonts) -> Result<(), OfficeError> {
    let code = Qr::of(&proof.address)?;
    furniture(surface, |surface| {
        draw_code(surface, &code, (PROOF_LEFT, PROOF_TOP), PROOF_SIDE);
        let place = (Length::mm(30), SHEET_HEIGHT - Length::mm(9));
        surface.set_fill(Some(pdf::fill(pdf::BLACK)));
        pdf::text(surface, place, &fonts.regular, SHORT_SIZE, &proof.short);
    });
    Ok(())
}

/// Draws a QR code so large, on a white ground of its own with the quiet zone.
pub(crate) fn draw_code(surface: &mut Surface<'_>, code: &Qr, at: (Length, Length), side: Length) {
    surface.set_stroke(None);
    let mut ground = PathBuilder::new();
    if let Some(square) = pdf::rectangle(at, side, side) {
        ground.push_rect(square);
    }
    if let Some(ground) = ground.finish() {
        surface.set_fill(Some(pdf::fill((255, 255, 255))));
        surface.draw_path(&ground);
    }
    // A module is one unit wide under its own scale, so that ten thousand codes are mostly short whole numbers.
    let units = |modules: usize| Length::points(i64::try_from(modules).unwrap_or(0));
    let mut path = PathBuilder::new();
    for (column, row, length) in code.stretches() {
        let y = pdf::points(units(row.saturating_add(QUIET)) + Length::half_points(1));
        path.move_to(pdf::points(units(column.saturating_add(QUIET))), y);
        path.line_to(pdf::points(units(column.saturating_add(QUIET).saturating_add(length))), y);
    }
    if let Some(path) = path.finish() {
        let whole = units(code.size.saturating_add(2 * QUIET));
        surface.push_transform(&pdf::placed(at, side, whole));
        surface.set_fill(None);
        surface.set_stroke(Some(pdf::stroke(pdf::BLACK, Length::points(1))));
        surface.draw_path(&path);
        surface.set_stroke(None);
        surface.pop();
    }
}

/// The parts of the paper in the sequence in which they are read.
fn tree(nodes: Vec<Node>, leaves: &mut [Vec<Identifier>]) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some("vi-VN".to_owned()));
    let mut list: Option<TagGroup> = None;
    for node in nodes {
        match node {
            Node::Leaf(leaf, Role::Item) => {
                let mut body = TagGroup::new(Tag::LBody);
                fill(&mut body, leaf, leaves);
                let mut item = TagGroup::new(Tag::LI);
                item.push(body);
                list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::None))).push(item);
            }
            Node::Leaf(leaf, role) => {
                if let Some(list) = list.take() {
                    tree.push(list);
                }
                let mut group = TagGroup::new(kind(role));
                fill(&mut group, leaf, leaves);
                tree.push(group);
            }
            Node::Table(rows) => {
                if let Some(list) = list.take() {
                    tree.push(list);
                }
                tree.push(table(rows, leaves));
            }
        }
    }
    if let Some(list) = list {
        tree.push(list);
    }
    tree
}

fn table(rows: Vec<Vec<TaggedCell>>, leaves: &mut [Vec<Identifier>]) -> TagGroup {
    let mut table = TagGroup::new(Tag::Table);
    for row in rows {
        let mut line = TagGroup::new(Tag::TR);
        for cell in row {
            let span =
                |count: usize| u32::try_from(count).ok().filter(|count| *count > 1).and_then(NonZeroU32::new);
            let tag: TagKind = if cell.heading {
                Tag::TH(TableHeaderScope::Column)
                    .with_col_span(span(cell.across))
                    .with_row_span(span(cell.down))
                    .into()
            } else {
                Tag::TD.with_col_span(span(cell.across)).into()
            };
            let mut group = TagGroup::new(tag);
            for leaf in cell.leaves {
                let mut text = TagGroup::new(Tag::P);
                fill(&mut text, leaf, leaves);
                group.push(text);
            }
            line.push(group);
        }
        table.push(line);
    }
    table
}

fn fill(group: &mut TagGroup, leaf: usize, leaves: &mut [Vec<Identifier>]) {
    for mark in leaves.get_mut(leaf).map(std::mem::take).unwrap_or_default() {
        group.push(mark);
    }
}

fn kind(role: Role) -> TagKind {
    let heading = |level: u8| NonZeroU16::new(u16::from(level)).map(|level| Tag::Hn(level, None).into());
    match role {
        // The title is the first heading; those of the body stand one deeper.
        Role::Title => heading(1).unwrap_or(Tag::P.into()),
        Role::Heading(level) => heading(level.saturating_add(1)).unwrap_or(Tag::P.into()),
        Role::Furniture | Role::Body | Role::Item | Role::Cell => Tag::P.into(),
    }
}
