//! Tables of any length as a workbook, row by row, in little memory.
//!
//! A heading row in view and typed cells, no more: who wants titles, groups and totals has `write`, which holds its
//! sheet whole. Texts stand in their cells, not in a table of texts that would have to be kept. A sheet that is full
//! is followed by another with the same heading, so that nothing is ever cut.

use std::fmt::Write as _;
use std::io::Write;

use jiff::civil::{Date, date};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

use super::out::{Bound, CellOut, SheetWords};
use super::write::{EXACT, EXCEL_COLUMNS, EXCEL_ROWS, quotient, tab_name};
use crate::decimal::Decimal;
use crate::{OfficeError, limits};

/// How much markup is gathered before it is packed.
const GATHERED: usize = 256 * 1024;

/// From so many columns on a full sheet may come to more than the four gigabytes that plain containers count to.
const WIDE: usize = 60;

/// The cells' styles, in the sequence of [`styles`].
mod style {
    pub(super) const PLAIN: u8 = 0;
    pub(super) const HEADING: u8 = 1;
    pub(super) const WHOLE: u8 = 2;
    pub(super) const SHARE: u8 = 3;
    pub(super) const DAY: u8 = 4;
    pub(super) const AT_LEAST: u8 = 5;
    pub(super) const ABOUT: u8 = 6;
    pub(super) const AT_MOST: u8 = 7;
    pub(super) const ABSENT: u8 = 8;
    pub(super) const STATED: u8 = 9;
}

/// A workbook being written downwards.
pub struct StreamOut<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    words: SheetWords,
    name: String,
    headings: Vec<String>,
    /// Names of the sheets so far.
    sheets: Vec<String>,
    /// Names of the columns: A, B, …
    letters: Vec<String>,
    /// Rows of the sheet that is open, its heading among them.
    row: usize,
    most: usize,
    line: Vec<u8>,
    digits: String,
}

impl<W: Write> StreamOut<W> {
    /// Begins a workbook of sheets named `name` with one heading row each.
    pub fn new(into: W, name: &str, headings: &[String], words: &SheetWords) -> Result<Self, OfficeError> {
        Self::with_rows(into, name, headings, words, EXCEL_ROWS)
    }

    /// The same with sheets of at most `most` rows, headings included.
    pub(super) fn with_rows(
        into: W,
        name: &str,
        headings: &[String],
        words: &SheetWords,
        most: usize,
    ) -> Result<Self, OfficeError> {
        if headings.len() > EXCEL_COLUMNS {
            let (found, limit) = (headings.len(), EXCEL_COLUMNS);
            return Err(OfficeError::DoesNotFit { what: "columns", found, limit });
        }
        let mut out = Self {
            zip: ZipWriter::new_stream(into),
            words: words.clone(),
            name: name.to_owned(),
            headings: headings.to_vec(),
            sheets: Vec::new(),
            letters: (0..headings.len()).map(letters).collect(),
            row: 0,
            most,
            line: Vec::with_capacity(GATHERED + 64 * 1024),
            digits: String::new(),
        };
        out.open()?;
        Ok(out)
    }

    /// Begins a part of the container.
    fn part(&mut self, path: &str) -> Result<(), OfficeError> {
        let packed = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            // Sheets repeat themselves: the fastest level packs them nearly as well as the slowest.
            .compression_level(Some(1))
            .large_file(self.headings.len() > WIDE);
        Ok(self.zip.start_file(path, packed).map_err(std::io::Error::from)?)
    }

    fn whole(&mut self, path: &str, content: &str) -> Result<(), OfficeError> {
        self.part(path)?;
        Ok(self.zip.write_all(content.as_bytes())?)
    }

    /// Opens the next sheet and writes its heading.
    fn open(&mut self) -> Result<(), OfficeError> {
        let name = tab_name(&self.name, &self.sheets);
        self.sheets.push(name);
        self.part(&format!("xl/worksheets/sheet{}.xml", self.sheets.len()))?;
        self.row = 0;
        self.line.extend_from_slice(
            b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet \
              xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView \
              workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" \
              state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><sheetData>",
        );
        let headings = std::mem::take(&mut self.headings);
        self.begin_row();
        for (place, heading) in headings.iter().enumerate() {
            self.text(place, heading, style::HEADING)?;
        }
        self.line.extend_from_slice(b"</row>");
        self.headings = headings;
        Ok(())
    }

    fn begin_row(&mut self) {
        self.row = self.row.saturating_add(1);
        self.digits.clear();
        // Writing to a String cannot fail.
        let _ = write!(self.digits, "{}", self.row);
        self.line.extend_from_slice(b"<row r=\"");
        self.line.extend_from_slice(self.digits.as_bytes());
        self.line.extend_from_slice(b"\">");
    }

    fn close(&mut self) -> Result<(), OfficeError> {
        self.line.extend_from_slice(b"</sheetData></worksheet>");
        self.pack()
    }

    fn pack(&mut self) -> Result<(), OfficeError> {
        self.zip.write_all(&self.line)?;
        self.line.clear();
        Ok(())
    }

    /// Writes a row. Cells beyond the headings do not fit: they would have no column to be understood by.
    pub fn row(&mut self, cells: &[CellOut]) -> Result<(), OfficeError> {
        if cells.len() > self.letters.len() {
            let (found, limit) = (cells.len(), self.letters.len());
            return Err(OfficeError::DoesNotFit { what: "columns", found, limit });
        }
        if self.row >= self.most {
            self.close()?;
            self.open()?;
        }
        self.begin_row();
        for (place, cell) in cells.iter().enumerate() {
            self.cell(place, cell)?;
        }
        self.line.extend_from_slice(b"</row>");
        if self.line.len() >= GATHERED { self.pack() } else { Ok(()) }
    }

    fn cell(&mut self, place: usize, cell: &CellOut) -> Result<(), OfficeError> {
        match cell {
            CellOut::Empty => {}
            CellOut::Text(text) | CellOut::Link { text, .. } => self.text(place, text, style::PLAIN)?,
            CellOut::Integer(value) | CellOut::Money(value) => {
                self.number(place, Decimal::whole(*value), style::WHOLE)?;
            }
            CellOut::Number(value) => self.number(place, *value, style::PLAIN)?,
            CellOut::Bounded { value, bound } => {
                let style = match bound {
                    Bound::AtLeast => style::AT_LEAST,
                    Bound::About => style::ABOUT,
                    Bound::AtMost => style::AT_MOST,
                };
                self.number(place, Decimal::whole(*value), style)?;
            }
            CellOut::Stated(value) => {
                let share = Decimal { digits: value.digits, places: value.places.saturating_add(2) };
                self.number(place, share, style::STATED)?;
            }
            CellOut::Percent { numerator, denominator } => match quotient(*numerator, *denominator) {
                Some(value) => {
                    self.begin(place, style::SHARE);
                    // Writing to a Vec cannot fail.
                    let _ = write!(self.line, "><f>{numerator}/{denominator}</f><v>{value}</v></c>");
                }
                None => self.cell(place, &CellOut::NotApplicable)?,
            },
            CellOut::Date(day) => {
                if let Some(number) = serial(*day) {
                    self.number(place, Decimal::whole(number), style::DAY)?;
                } else {
                    let text = format!("{}/{}/{}", day.day(), day.month(), day.year());
                    self.text(place, &text, style::PLAIN)?;
                }
            }
            CellOut::NotReported => {
                let text = self.words.not_reported.clone();
                self.text(place, &text, style::ABSENT)?;
            }
            CellOut::NotApplicable => {
                let text = self.words.not_applicable.clone();
                self.text(place, &text, style::ABSENT)?;
            }
        }
        Ok(())
    }

    /// `<c r="B17" s="2"`, still open.
    fn begin(&mut self, place: usize, style: u8) {
        self.line.extend_from_slice(b"<c r=\"");
        if let Some(letters) = self.letters.get(place) {
            self.line.extend_from_slice(letters.as_bytes());
        }
        self.line.extend_from_slice(self.digits.as_bytes());
        if style != style::PLAIN {
            self.line.extend_from_slice(b"\" s=\"");
            self.line.push(b'0'.saturating_add(style));
        }
        self.line.push(b'"');
    }

    /// A number; as text when the sheet would round it.
    fn number(&mut self, place: usize, value: Decimal, style: u8) -> Result<(), OfficeError> {
        if value.digits.unsigned_abs() > EXACT {
            return self.text(place, &value.to_string(), style::PLAIN);
        }
        self.begin(place, style);
        // Writing to a Vec cannot fail.
        let _ = if value.places == 0 {
            write!(self.line, "><v>{}</v></c>", value.digits)
        } else {
            write!(self.line, "><v>{value}</v></c>")
        };
        Ok(())
    }

    fn text(&mut self, place: usize, text: &str, style: u8) -> Result<(), OfficeError> {
        if text.len() > limits::CELL_CHARS {
            let (found, limit) = (text.chars().count(), limits::CELL_CHARS);
            if found > limit {
                return Err(OfficeError::DoesNotFit { what: "characters in a cell", found, limit });
            }
        }
        self.begin(place, style);
        self.line.extend_from_slice(b" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        escape(&mut self.line, text);
        self.line.extend_from_slice(b"</t></is></c>");
        Ok(())
    }

    /// Closes the workbook; without this it is no workbook.
    pub fn finish(mut self) -> Result<W, OfficeError> {
        self.close()?;
        let (mut listed, mut related, mut typed) = (String::new(), String::new(), String::new());
        for (number, name) in (1..).zip(&self.sheets) {
            let mut escaped = Vec::new();
            escape(&mut escaped, name);
            let name = String::from_utf8_lossy(&escaped).replace('"', "&quot;");
            // Writing to a String cannot fail.
            let _ = write!(listed, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
            let _ = write!(
                related,
                "<Relationship Id=\"rId{number}\" Type=\"{RELATION}/worksheet\" \
                 Target=\"worksheets/sheet{number}.xml\"/>"
            );
            let _ = write!(
                typed,
                "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{TYPE}.worksheet+xml\"/>"
            );
        }
        let after = self.sheets.len().saturating_add(1);
        self.whole(
            "xl/workbook.xml",
            &format!(
                "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATION}\"><sheets>{listed}</sheets></workbook>"
            ),
        )?;
        let styles_link =
            format!("<Relationship Id=\"rId{after}\" Type=\"{RELATION}/styles\" Target=\"styles.xml\"/>");
        self.whole("xl/_rels/workbook.xml.rels", &relationships(&format!("{related}{styles_link}")))?;
        let styles = styles(&self.words);
        self.whole("xl/styles.xml", &styles)?;
        let book = format!(
            "<Relationship Id=\"rId1\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.xml\"/>"
        );
        self.whole("_rels/.rels", &relationships(&book))?;
        self.whole(
            "[Content_Types].xml",
            &format!(
                "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default \
                 Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 <Default Extension=\"xml\" ContentType=\"application/xml\"/><Override \
                 PartName=\"/xl/workbook.xml\" ContentType=\"{TYPE}.sheet.main+xml\"/><Override \
                 PartName=\"/xl/styles.xml\" ContentType=\"{TYPE}.styles+xml\"/>{typed}</Types>"
            ),
        )?;
        Ok(self.zip.finish().map_err(std::io::Error::from)?.into_inner())
    }
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

fn relationships(inner: &str) -> String {
    format!(
        "{HEAD}<Relationships \
         xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>"
    )
}

/// The styles, in the sequence of [`style`].
fn styles(words: &SheetWords) -> String {
    let bounds = [Bound::AtLeast, Bound::About, Bound::AtMost];
    let mut formats = String::new();
    for (number, bound) in (166..).zip(bounds) {
        // The word is text of the format, so a quote inside it would end it.
        let mut word = Vec::new();
        escape(&mut word, &words.bound(bound).replace('"', ""));
        let word = String::from_utf8_lossy(&word).into_owned();
        let _ = write!(formats, "<numFmt numFmtId=\"{number}\" formatCode=\"&quot;{word} &quot;#,##0\"/>");
    }
    let mut cells = String::new();
    for (format, font) in
        [(0, 0), (0, 1), (3, 0), (165, 0), (164, 0), (166, 0), (167, 0), (168, 0), (0, 2), (10, 0)]
    {
        let _ = write!(
            cells,
            "<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\" xfId=\"0\" \
             applyNumberFormat=\"1\" applyFont=\"1\"/>"
        );
    }
    let font = |extra: &str| format!("<font>{extra}<sz val=\"11\"/><name val=\"Times New Roman\"/></font>");
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"5\"><numFmt numFmtId=\"164\" \
         formatCode=\"d/m/yyyy\"/><numFmt numFmtId=\"165\" formatCode=\"0.0%\"/>{formats}</numFmts>\
         <fonts count=\"3\">{}{}{}</fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/>\
         <top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" \
         fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"10\">{cells}</cellXfs></styleSheet>",
        font(""),
        font("<b/>"),
        font("<i/>")
    )
}

/// The letters of a column counted from 0: A, B, … Z, AA.
fn letters(place: usize) -> String {
    let mut out = String::new();
    let mut rest = place.saturating_add(1);
    while rest > 0 {
        let letter = (rest - 1) % 26;
        out.insert(0, u8::try_from(letter).map_or('A', |letter| char::from(b'A'.saturating_add(letter))));
        rest = (rest - 1) / 26;
    }
    out
}

/// The sheet's count of days; `None` before March 1900, where sheets know a day that never was.
fn serial(day: Date) -> Option<i64> {
    const FIRST: Date = date(1900, 3, 1);
    if day < FIRST {
        return None;
    }
    Some(i64::from((day - date(1899, 12, 30)).get_days()))
}

/// Appends text as markup. Control characters are written as `_x0007_`, and what looks like that, too.
fn escape(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    let mut from = 0_usize;
    for (at, byte) in bytes.iter().enumerate() {
        let told: &[u8] = match byte {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'_' if looks_escaped(bytes.get(at..).unwrap_or_default()) => b"_x005F_",
            0..=8 | 11..=31 => {
                out.extend_from_slice(bytes.get(from..at).unwrap_or_default());
                let _ = write!(out, "_x{byte:04X}_");
                from = at.saturating_add(1);
                continue;
            }
            _ => continue,
        };
        out.extend_from_slice(bytes.get(from..at).unwrap_or_default());
        out.extend_from_slice(told);
        from = at.saturating_add(1);
    }
    out.extend_from_slice(bytes.get(from..).unwrap_or_default());
}

/// Whether text begins like an escaped sign: `_x0041_`.
fn looks_escaped(bytes: &[u8]) -> bool {
    let digits = bytes.get(2..6).unwrap_or_default();
    bytes.starts_with(b"_x")
        && digits.len() == 4
        && digits.iter().all(u8::is_ascii_hexdigit)
        && bytes.get(6) == Some(&b'_')
}
