//! Walking through the body of a Word file, or through a header or the notes.
//!
//! Elements that only wrap others (links, smart tags, content controls) are walked through; what is known to hold
//! no reading text is passed over. Not here: styles, and the text as a whole.

use std::collections::HashMap;

use super::super::tree::{Cell, Item};
use super::super::{BlockKind, IntakeNote};
use super::styles::{OldFont, Styles, outline_level};
use crate::hazard::Hazard;
use crate::legacy;
use crate::xml::{Node, Pull, Tag};

/// Where the cell that a column's merged cells belong to stands: its row and its place in the row.
type Started = HashMap<u32, (usize, usize)>;

/// A walk through one file, with what it has come across.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    kept: u32,
    dropped: u32,
    converted: Vec<legacy::Encoding>,
}

/// A paragraph being read.
#[derive(Default)]
struct Open {
    /// Stretches of text with the old font they are in.
    stretches: Vec<(String, OldFont)>,
    style: String,
    outline: Option<u8>,
    /// The mark at its end is deleted: it runs on into the next paragraph.
    runs_on: bool,
    /// Text boxes that hang on it.
    boxes: Vec<Item>,
}

impl<'a> Body<'a> {
    /// A walk with the styles of the file.
    pub(super) fn new(styles: &'a Styles) -> Self {
        Self { styles, kept: 0, dropped: 0, converted: Vec::new() }
    }

    /// What people should be told.
    pub(super) fn notes(&self) -> Vec<IntakeNote> {
        let mut notes: Vec<IntakeNote> = self.converted.iter().copied().map(IntakeNote::Converted).collect();
        if self.kept > 0 || self.dropped > 0 {
            notes.push(IntakeNote::ChangesResolved { kept: self.kept, dropped: self.dropped });
        }
        notes
    }

    /// Paragraphs and tables up to the close of the element that has just been opened, or to the end.
    pub(super) fn items(&mut self, pull: &mut Pull<'_>) -> Result<Vec<Item>, Hazard> {
        let depth = pull.depth();
        let mut items = Vec::new();
        let mut carried: Option<Open> = None;
        loop {
            match pull.next()? {
                Node::Open(tag) => match tag.name() {
                    "p" => {
                        let mut open = carried.take().unwrap_or_default();
                        self.paragraph(pull, &mut open)?;
                        if open.runs_on {
                            carried = Some(open);
                        } else {
                            self.close(open, &mut items);
                        }
                    }
                    "tbl" => {
                        let rows = self.table(pull)?;
                        items.push(Item::Table(rows));
                    }
                    _ => self.wrapper(pull, &tag)?,
                },
                Node::Close if depth > 0 && pull.depth() < depth => break,
                Node::Close | Node::Text(_) => {}
                Node::End => break,
            }
        }
        if let Some(open) = carried {
            self.close(open, &mut items);
        }
        Ok(items)
    }

    /// Passes over what holds no reading text; anything else is walked through.
    fn wrapper(&mut self, pull: &mut Pull<'_>, tag: &Tag<'_>) -> Result<(), Hazard> {
        match tag.name() {
            "del" | "moveFrom" => {
                self.dropped = self.dropped.saturating_add(1);
                pull.skip()
            }
            "ins" | "moveTo" => {
                self.kept = self.kept.saturating_add(1);
                Ok(())
            }
            // `Fallback` repeats a text box for programs older than the file.
            "Fallback" | "sectPr" | "sdtPr" | "tblPr" | "tblGrid" | "tcPr" | "altChunk" | "rPr" | "pPr"
            | "instrText" | "delText" | "delInstrText" | "rt" => pull.skip(),
            _ => Ok(()),
        }
    }

    /// A paragraph up to its close, added to what is open.
    fn paragraph(&mut self, pull: &mut Pull<'_>, open: &mut Open) -> Result<(), Hazard> {
        let depth = pull.depth();
        open.runs_on = false;
        let mut font = self.styles.font(&open.style);
        let mut hidden = false;
        loop {
            match pull.next()? {
                Node::Open(tag) => match tag.name() {
                    "pPr" => {
                        properties(pull, open)?;
                        font = self.styles.font(&open.style);
                    }
                    "r" => {
                        font = self.styles.font(&open.style);
                        hidden = false;
                    }
                    "rPr" => self.run_properties(pull, &mut font, &mut hidden)?,
                    "t" => {
                        let text = pull.text()?;
                        if !hidden {
                            open.stretches.push((text, font));
                        }
                    }
                    "tab" | "ptab" => open.stretches.push(("\t".to_owned(), None)),
                    "br" | "cr" => open.stretches.push(("\n".to_owned(), None)),
                    "noBreakHyphen" => open.stretches.push(("-".to_owned(), None)),
                    "txbxContent" => {
                        let inner = self.items(pull)?;
                        open.boxes.extend(inner);
                    }
                    _ => self.wrapper(pull, &tag)?,
                },
                Node::Close if pull.depth() < depth => return Ok(()),
                Node::Close | Node::Text(_) => {}
                Node::End => return Err(Hazard::broken("paragraph")),
            }
        }
    }

    /// Font and hiddenness of a run.
    fn run_properties(
        &self,
        pull: &mut Pull<'_>,
        font: &mut OldFont,
        hidden: &mut bool,
    ) -> Result<(), Hazard> {
        let depth = pull.depth();
        loop {
            match pull.next()? {
                Node::Open(tag) => match tag.name() {
                    "rFonts" => {
                        if let Some(name) = tag.attribute("ascii").or_else(|| tag.attribute("hAnsi")) {
                            *font = legacy::of_font(&name);
                        }
                    }
                    "rStyle" => {
                        if let Some(old) = tag.attribute("val").and_then(|id| self.styles.font(&id)) {
                            *font = Some(old);
                        }
                    }
                    "vanish" => *hidden = !is_off(&tag),
                    _ => {}
                },
                Node::Close if pull.depth() < depth => return Ok(()),
                Node::Close | Node::Text(_) => {}
                Node::End => return Err(Hazard::broken("run")),
            }
        }
    }

    /// Turns a read paragraph into items.
    fn close(&mut self, open: Open, items: &mut Vec<Item>) {
        let mut text = String::new();
        let mut pending = String::new();
        let mut pending_font: OldFont = None;
        // Letters and their marks may lie in different runs, so runs of one font are converted together.
        for (stretch, font) in open.stretches {
            if font != pending_font {
                text.push_str(&self.converted_text(&pending, pending_font));
                pending.clear();
                pending_font = font;
            }
            pending.push_str(&stretch);
        }
        text.push_str(&self.converted_text(&pending, pending_font));
        let level = open.outline.or_else(|| self.styles.heading(&open.style));
        let kind = match level {
            Some(level) => BlockKind::Heading { level },
            None if self.styles.is_caption(&open.style) => BlockKind::Caption,
            None => BlockKind::Paragraph,
        };
        items.push(Item::paragraph(text, kind));
        items.extend(open.boxes);
    }

    /// Text as it looks in its font.
    fn converted_text(&mut self, text: &str, font: OldFont) -> String {
        let Some((encoding, capitals)) = font else { return text.to_owned() };
        // Old templates keep their font's name while people type Unicode into them.
        if legacy::has_vietnamese_letters(text) {
            return text.to_owned();
        }
        let converted = legacy::from_font(text, encoding, capitals);
        if converted != text && !self.converted.contains(&encoding) {
            self.converted.push(encoding);
        }
        converted
    }

    /// A table up to its close.
    fn table(&mut self, pull: &mut Pull<'_>) -> Result<Vec<Vec<Cell>>, Hazard> {
        let depth = pull.depth();
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        let mut started = Started::new();
        loop {
            match pull.next()? {
                Node::Open(tag) => match tag.name() {
                    "tr" => {
                        if let Some(row) = self.row(pull, &mut rows, &mut started)? {
                            rows.push(row);
                        }
                    }
                    _ => self.wrapper(pull, &tag)?,
                },
                Node::Close if pull.depth() < depth => return Ok(rows),
                Node::Close | Node::Text(_) => {}
                Node::End => return Err(Hazard::broken("table")),
            }
        }
    }

    /// A row up to its close; `None` when it is deleted. Cells merged with the one above lengthen it.
    fn row(
        &mut self,
        pull: &mut Pull<'_>,
        above: &mut [Vec<Cell>],
        started: &mut Started,
    ) -> Result<Option<Vec<Cell>>, Hazard> {
        let depth = pull.depth();
        let mut column = 1_u32;
        let mut cells = Vec::new();
        let mut deleted = false;
        loop {
            match pull.next()? {
                Node::Open(tag) => match tag.name() {
                    "trPr" => {
                        let (gone, before) = row_properties(pull)?;
                        deleted |= gone;
                        column = column.saturating_add(before);
                    }
                    "tc" => {
                        let (cell, continues) = self.cell(pull, column)?;
                        column = column.saturating_add(cell.columns);
                        if !continues {
                            started.insert(cell.column, (above.len(), cells.len()));
                        } else if let Some((row, place)) = started.get(&cell.column)
                            && let Some(top) = above.get_mut(*row).and_then(|cells| cells.get_mut(*place))
                        {
                            top.rows = top.rows.saturating_add(1);
                        }
                        cells.push(cell);
                    }
                    _ => self.wrapper(pull, &tag)?,
                },
                Node::Close if pull.depth() < depth => break,
                Node::Close | Node::Text(_) => {}
                Node::End => return Err(Hazard::broken("row")),
            }
        }
        if deleted {
            self.dropped = self.dropped.saturating_add(1);
        }
        Ok((!deleted).then_some(cells))
    }

    /// A cell up to its close, and whether it continues the cell above.
    fn cell(&mut self, pull: &mut Pull<'_>, column: u32) -> Result<(Cell, bool), Hazard> {
        let depth = pull.depth();
        let mut cell = Cell { column, columns: 1, rows: 1, items: Vec::new() };
        let mut continues = false;
        loop {
            match pull.next()? {
                Node::Open(tag) => match tag.name() {
                    "tcPr" => {
                        let (columns, merged) = cell_properties(pull)?;
                        cell.columns = columns;
                        continues = merged;
                    }
                    "p" => {
                        let mut open = Open::default();
                        self.paragraph(pull, &mut open)?;
                        self.close(open, &mut cell.items);
                    }
                    "tbl" => {
                        let rows = self.table(pull)?;
                        cell.items.push(Item::Table(rows));
                    }
                    _ => self.wrapper(pull, &tag)?,
                },
                Node::Close if pull.depth() < depth => return Ok((cell, continues)),
                Node::Close | Node::Text(_) => {}
                Node::End => return Err(Hazard::broken("cell")),
            }
        }
    }
}

/// Style, outline level and deleted mark of a paragraph.
fn properties(pull: &mut Pull<'_>, open: &mut Open) -> Result<(), Hazard> {
    let depth = pull.depth();
    loop {
        match pull.next()? {
            Node::Open(tag) => match tag.name() {
                "pStyle" => open.style = tag.attribute("val").unwrap_or_default(),
                "outlineLvl" => open.outline = outline_level(tag.attribute("val").as_deref()),
                "del" | "moveFrom" => open.runs_on = true,
                // The properties before the last change are kept inside the present ones.
                "pPrChange" | "rPrChange" => pull.skip()?,
                _ => {}
            },
            Node::Close if pull.depth() < depth => return Ok(()),
            Node::Close | Node::Text(_) => {}
            Node::End => return Err(Hazard::broken("paragraph")),
        }
    }
}

/// Whether a row is deleted, and how many columns it leaves free at its start.
fn row_properties(pull: &mut Pull<'_>) -> Result<(bool, u32), Hazard> {
    let depth = pull.depth();
    let (mut deleted, mut before) = (false, 0_u32);
    loop {
        match pull.next()? {
            Node::Open(tag) => match tag.name() {
                "del" => deleted = true,
                "gridBefore" => before = number(&tag).unwrap_or(0).min(1_000),
                _ => {}
            },
            Node::Close if pull.depth() < depth => return Ok((deleted, before)),
            Node::Close | Node::Text(_) => {}
            Node::End => return Err(Hazard::broken("row")),
        }
    }
}

/// Columns covered by a cell, and whether it continues the cell above.
fn cell_properties(pull: &mut Pull<'_>) -> Result<(u32, bool), Hazard> {
    let depth = pull.depth();
    let (mut columns, mut continues) = (1_u32, false);
    loop {
        match pull.next()? {
            Node::Open(tag) => match tag.name() {
                "gridSpan" => columns = number(&tag).unwrap_or(1).clamp(1, 1_000),
                "vMerge" => continues = tag.attribute("val").is_none_or(|value| value != "restart"),
                _ => {}
            },
            Node::Close if pull.depth() < depth => return Ok((columns, continues)),
            Node::Close | Node::Text(_) => {}
            Node::End => return Err(Hazard::broken("cell")),
        }
    }
}

/// The number an element carries.
fn number(tag: &Tag<'_>) -> Option<u32> {
    tag.attribute("val")?.parse().ok()
}

/// Whether a switch is written as off; a switch without a value is on.
fn is_off(tag: &Tag<'_>) -> bool {
    tag.attribute("val").is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off"))
}
