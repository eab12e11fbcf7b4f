//! The rows of a workbook one after another, for tables that nobody wants to hold whole.
//!
//! What arrives is judged while it streams: every amount is counted, never believed. Only a table of shared texts has
//! to be kept, under the same limit as a sheet's texts. Not here: merged cells, other formats than `.xlsx`, and which
//! row is the heading.

use std::io::{BufRead, BufReader, Read, Seek};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::grid::{Cell, CellValue, Row};
use super::{CellAddress, SheetRefusal};
use crate::decimal::Decimal;
use crate::hazard::{Amount, Hazard};
use crate::limits;

/// Room for reading ahead.
const AHEAD: usize = 128 * 1024;

/// Calls `visit` for every row that has something in it, sheet after sheet, until it says that this is enough. Returns
/// how many rows it was called for. The rows come with the number of their sheet, from 0.
pub fn read_rows<R: Read + Seek>(
    from: R,
    mut visit: impl FnMut(usize, &Row) -> bool,
) -> Result<u64, SheetRefusal> {
    let mut book = ZipArchive::new(from).map_err(|_| Hazard::broken("container"))?;
    let texts = texts(&mut book)?;
    let looks = looks(&mut book)?;
    let mut count = 0;
    for (number, path) in sheets(&mut book)?.iter().enumerate() {
        let part = book.by_name(path).map_err(|_| Hazard::broken(path))?;
        let part = BufReader::with_capacity(AHEAD, part.take(limits::STREAMED_BYTES));
        let mut sheet = Sheet { reader: reader(part), path, texts: &texts, looks: &looks, cells: 0 };
        let mut row = Row { number: 0, cells: Vec::new() };
        while sheet.row(&mut row)? {
            if row.cells.is_empty() {
                continue;
            }
            count += 1;
            if !visit(number, &row) {
                return Ok(count);
            }
        }
    }
    Ok(count)
}

fn reader<B: BufRead>(part: B) -> Reader<B> {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().check_end_names = false;
    reader
}

fn broken(path: &str) -> SheetRefusal {
    Hazard::broken(path).into()
}

/// Goes through a part of the container, where there is one; false from `visit` for an event that the part may not
/// have.
fn walk<R: Read + Seek>(
    book: &mut ZipArchive<R>,
    path: &str,
    mut visit: impl FnMut(&Event<'_>) -> Result<(), SheetRefusal>,
) -> Result<(), SheetRefusal> {
    let Ok(part) = book.by_name(path) else { return Ok(()) };
    let mut reader = reader(BufReader::new(part.take(limits::INFLATED_BYTES)));
    let mut buffer = Vec::new();
    loop {
        let event = reader.read_event_into(&mut buffer).map_err(|_| broken(path))?;
        if matches!(event, Event::Eof) {
            return Ok(());
        }
        if matches!(event, Event::DocType(_)) {
            return Err(Hazard::DeclaresEntities.into());
        }
        visit(&event)?;
        buffer.clear();
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = start.attributes();
    let mut found = all.with_checks(false).flatten();
    found.find(|one| one.key.local_name().into_inner() == name).map(|one| one.value.into_owned())
}

/// The paths of the sheets in the sequence of the workbook.
fn sheets<R: Read + Seek>(book: &mut ZipArchive<R>) -> Result<Vec<String>, SheetRefusal> {
    let mut targets = Vec::new();
    walk(book, "xl/_rels/workbook.xml.rels", |event| {
        if let Event::Start(tag) | Event::Empty(tag) = event
            && let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target"))
            && attribute(tag, "Type").is_some_and(|kind| kind.ends_with("/worksheet"))
        {
            let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.push((id, path));
        }
        Ok(())
    })?;
    let mut paths = Vec::new();
    walk(book, "xl/workbook.xml", |event| {
        if let Event::Start(tag) | Event::Empty(tag) = event
            && tag.local_name().into_inner() == "sheet"
            && let Some(id) = attribute(tag, "id")
        {
            paths.extend(targets.iter().find(|(known, _)| *known == id).map(|(_, path)| path.clone()));
        }
        Ok(())
    })?;
    if paths.is_empty() { Err(SheetRefusal::Empty) } else { Ok(paths) }
}

/// The shared texts.
fn texts<R: Read + Seek>(book: &mut ZipArchive<R>) -> Result<Vec<Box<str>>, SheetRefusal> {
    let (mut found, mut text, mut inside, mut size) = (Vec::new(), String::new(), Inside::default(), 0_usize);
    walk(book, "xl/sharedStrings.xml", |event| {
        inside.see(event, &mut text, "shared texts")?;
        if let Event::End(tag) = event
            && tag.local_name().into_inner() == "si"
        {
            size = size.saturating_add(text.len());
            if size > limits::SHEET_CHARS {
                let limit = limits::SHEET_CHARS;
                return Err(Hazard::TooMuch { what: Amount::Characters, limit }.into());
            }
            found.push(text.as_str().into());
            text.clear();
        }
        Ok(())
    })?;
    Ok(found)
}

/// How a cell's number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Number,
    Percent,
    Day,
}

/// How the numbers of each style are shown.
fn looks<R: Read + Seek>(book: &mut ZipArchive<R>) -> Result<Vec<Look>, SheetRefusal> {
    let mut own: Vec<(u32, Look)> = Vec::new();
    let (mut looks, mut inside) = (Vec::new(), false);
    walk(book, "xl/styles.xml", |event| {
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                let number = |name: &str| attribute(tag, name).and_then(|text| text.parse::<u32>().ok());
                match tag.local_name().into_inner() {
                    "numFmt" => {
                        if let (Some(id), Some(code)) = (number("numFmtId"), attribute(tag, "formatCode")) {
                            own.push((id, look_of(&code)));
                        }
                    }
                    "cellXfs" => inside = true,
                    "xf" if inside => {
                        let id = number("numFmtId").unwrap_or(0);
                        let known = own.iter().find(|(own, _)| *own == id).map(|(_, look)| *look);
                        looks.push(known.unwrap_or(match id {
                            9 | 10 => Look::Percent,
                            14..=17 | 22 => Look::Day,
                            _ => Look::Number,
                        }));
                    }
                    _ => {}
                }
            }
            Event::End(tag) => inside = inside && tag.local_name().into_inner() != "cellXfs",
            Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_)
            | Event::Eof => {}
        }
        Ok(())
    })?;
    Ok(looks)
}

/// What a format shows, its words left aside.
fn look_of(code: &str) -> Look {
    let code = code.replace("&quot;", "\"");
    let bare: String = code.split('"').step_by(2).collect();
    if bare.contains('%') {
        Look::Percent
    } else if bare.contains(['d', 'D', 'y', 'Y']) && !bare.contains('#') {
        Look::Day
    } else {
        Look::Number
    }
}

/// Whether the text of an element is being read, and that it is not a reading aid.
#[derive(Debug, Default)]
struct Inside {
    text: bool,
    aid: bool,
}

impl Inside {
    /// Gathers the text of `t` and `v` elements.
    fn see(&mut self, event: &Event<'_>, text: &mut String, path: &str) -> Result<(), SheetRefusal> {
        match event {
            Event::Start(tag) => match tag.local_name().into_inner() {
                "t" | "v" => self.text = !self.aid,
                "rPh" => self.aid = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().into_inner() {
                "t" | "v" => self.text = false,
                "rPh" => self.aid = false,
                _ => {}
            },
            Event::Text(found) if self.text => {
                text.push_str(found);
            }
            Event::CData(found) if self.text => {
                text.push_str(found);
            }
            Event::GeneralRef(found) if self.text => {
                text.push(referred(found).ok_or_else(|| broken(path))?);
            }
            Event::Empty(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_)
            | Event::Eof => {}
        }
        if text.len() > limits::CELL_CHARS * 4 {
            return Err(Hazard::TooMuch { what: Amount::Characters, limit: limits::CELL_CHARS }.into());
        }
        Ok(())
    }
}

/// What a reference stands for. Names of the file's own are not known here.
fn referred(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

/// A sheet being read.
struct Sheet<'a, B: BufRead> {
    reader: Reader<B>,
    path: &'a str,
    texts: &'a [Box<str>],
    looks: &'a [Look],
    cells: u64,
}

/// What is known of a cell before its content.
#[derive(Debug, Clone, Copy, Default)]
struct Head {
    column: u32,
    kind: Kind,
    style: usize,
}

/// What a cell says its content is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Flag,
    Fault,
    Day,
}

impl<B: BufRead> Sheet<'_, B> {
    /// Reads the next row into `row`; false at the end of the sheet.
    fn row(&mut self, row: &mut Row) -> Result<bool, SheetRefusal> {
        let mut buffer = Vec::new();
        let (mut head, mut text, mut inside) = (Head::default(), String::new(), Inside::default());
        let mut open = false;
        row.cells.clear();
        loop {
            buffer.clear();
            let event = self.reader.read_event_into(&mut buffer).map_err(|_| broken(self.path))?;
            match &event {
                Event::Eof => return Ok(false),
                Event::DocType(_) => return Err(Hazard::DeclaresEntities.into()),
                Event::Start(tag) if tag.local_name().into_inner() == "row" => {
                    open = true;
                    row.number = row_number(tag).unwrap_or_else(|| row.number.saturating_add(1));
                    head.column = 0;
                }
                Event::Start(tag) if open && tag.local_name().into_inner() == "c" => {
                    head = self.head(tag, head.column)?;
                    text.clear();
                }
                Event::Empty(tag) if open && tag.local_name().into_inner() == "c" => {
                    head = self.head(tag, head.column)?;
                }
                Event::End(tag) if tag.local_name().into_inner() == "c" => {
                    if let Some(value) = self.value(head, &text) {
                        let address = CellAddress { row: row.number, column: head.column };
                        row.cells.push(Cell { address, value });
                    }
                }
                Event::End(tag) if tag.local_name().into_inner() == "row" => return Ok(true),
                Event::End(tag) if tag.local_name().into_inner() == "sheetData" => return Ok(false),
                Event::Start(_)
                | Event::End(_)
                | Event::Empty(_)
                | Event::Text(_)
                | Event::CData(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::GeneralRef(_) => inside.see(&event, &mut text, self.path)?,
            }
        }
    }

    /// Reads where a cell stands and what it says of its content.
    fn head(&mut self, tag: &BytesStart<'_>, last: u32) -> Result<Head, SheetRefusal> {
        self.cells = self.cells.saturating_add(1);
        if self.cells > limits::STREAMED_CELLS {
            let limit = usize::try_from(limits::STREAMED_CELLS).unwrap_or(usize::MAX);
            return Err(Hazard::TooMuch { what: Amount::Cells, limit }.into());
        }
        let mut head = Head { column: last.saturating_add(1), ..Head::default() };
        for found in tag.attributes().with_checks(false).flatten() {
            match found.key.into_inner() {
                "r" => head.column = column(&found.value).ok_or_else(|| broken(self.path))?,
                "s" => head.style = digits(&found.value).unwrap_or(0),
                "t" => {
                    head.kind = match found.value.as_ref() {
                        "s" => Kind::Shared,
                        "str" | "inlineStr" => Kind::Text,
                        "b" => Kind::Flag,
                        "e" => Kind::Fault,
                        "d" => Kind::Day,
                        _ => Kind::Number,
                    }
                }
                _ => {}
            }
        }
        Ok(head)
    }

    /// A cell's content as the grid keeps it; `None` for empty.
    fn value(&self, head: Head, text: &str) -> Option<CellValue> {
        let look = self.looks.get(head.style).copied().unwrap_or(Look::Number);
        match head.kind {
            Kind::Text => CellValue::text(&unescaped(text)),
            Kind::Shared => CellValue::text(&unescaped(self.texts.get(text.parse::<usize>().ok()?)?)),
            Kind::Flag => Some(CellValue::Flag(text == "1" || text == "true")),
            Kind::Fault => Some(CellValue::Fault(text.to_owned())),
            Kind::Day => super::xlsx_in::from_iso(text).or_else(|| CellValue::text(text)),
            Kind::Number if text.is_empty() => None,
            Kind::Number => {
                let Some(value) = Decimal::parse(text) else { return CellValue::text(text) };
                if look == Look::Day
                    && value.places == 0
                    && let Some(day) = day_of(value.digits)
                {
                    return Some(CellValue::Date(day));
                }
                Some(CellValue::Number { value, percent: look == Look::Percent })
            }
        }
    }
}

/// The day of a sheet's count of days, from March 1900 on.
fn day_of(serial: i64) -> Option<jiff::civil::Date> {
    const FIRST: jiff::civil::Date = jiff::civil::date(1899, 12, 30);
    if serial < 61 {
        return None;
    }
    FIRST.checked_add(jiff::Span::new().try_days(serial).ok()?).ok()
}

fn row_number(tag: &BytesStart<'_>) -> Option<u32> {
    let found = tag.attributes().with_checks(false).flatten().find(|one| one.key.into_inner() == "r")?;
    digits(&found.value).and_then(|number| u32::try_from(number).ok())
}

fn digits(text: &str) -> Option<usize> {
    text.parse().ok()
}

/// The column of an address like `AB17`, from 1.
fn column(address: &str) -> Option<u32> {
    let mut column = 0_u32;
    for letter in address.bytes().take_while(u8::is_ascii_alphabetic) {
        let place = u32::from(letter.to_ascii_uppercase().saturating_sub(b'A')).saturating_add(1);
        column = column.checked_mul(26)?.checked_add(place)?;
    }
    (1..=16_384).contains(&column).then_some(column)
}

/// Text with signs written as `_x0007_` turned back.
fn unescaped(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, found) = rest.split_at(at);
        out.push_str(before);
        let code = found.get(2..6).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        if let Some(sign) = code.and_then(char::from_u32).filter(|_| found.get(6..7) == Some("_")) {
            out.push(sign);
            rest = found.get(7..).unwrap_or_default();
        } else {
            out.push_str("_x");
            rest = found.get(2..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out.into()
}
