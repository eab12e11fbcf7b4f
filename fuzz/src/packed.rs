//! Files that are packed as they should be around parts that are anything at all.
//!
//! An input is cut at its zero bytes; a part that is missing or empty is an ordinary one. Not here: what the parts
//! should say.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const WORD_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const WORD_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const BODY: &str =
    "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Trồng 12 cây</w:t></w:r></w:p></w:body></w:document>";

const BOOK_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const BOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Quý I" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const SHEETS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const SHEET: &str = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>0.97</v></c></row></sheetData></worksheet>"#;
const STRINGS: &str = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><t>Sở Y tế</t></si></sst>"#;
const CELL_STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;

/// A Word file of the input's parts: body, styles, footnotes, header, comments, list of parts.
pub(crate) fn word(input: &[u8]) -> Vec<u8> {
    let mut parts = input.split(|byte| *byte == 0);
    let body = parts.next().filter(|part| !part.is_empty()).unwrap_or(BODY.as_bytes());
    let mut files = vec![("_rels/.rels", WORD_RELATIONS.as_bytes()), ("word/document.xml", body)];
    for name in ["word/styles.xml", "word/footnotes.xml", "word/header1.xml", "word/comments.xml"] {
        if let Some(part) = parts.next().filter(|part| !part.is_empty()) {
            files.push((name, part));
        }
    }
    let types = parts.next().filter(|part| !part.is_empty()).unwrap_or(WORD_TYPES.as_bytes());
    files.push(("[Content_Types].xml", types));
    zipped(&files)
}

/// A workbook of the input's parts: sheet, shared strings, styles, book, relations of the book.
pub(crate) fn workbook(input: &[u8]) -> Vec<u8> {
    let mut parts = input.split(|byte| *byte == 0);
    let mut files =
        vec![("[Content_Types].xml", BOOK_TYPES.as_bytes()), ("_rels/.rels", BOOK_RELATIONS.as_bytes())];
    for (name, ordinary) in [
        ("xl/worksheets/sheet1.xml", SHEET),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/styles.xml", CELL_STYLES),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", SHEETS),
    ] {
        files.push((name, parts.next().filter(|part| !part.is_empty()).unwrap_or(ordinary.as_bytes())));
    }
    zipped(&files)
}

/// An OpenDocument workbook with this content.
pub(crate) fn open_document(input: &[u8]) -> Vec<u8> {
    zipped(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", input)])
}

/// An old workbook whose records the input writes: number of the record, its length in one byte, its bytes. What
/// comes before the first end of a stream belongs to the book, the rest to its one sheet.
pub(crate) fn records(input: &[u8]) -> Vec<u8> {
    let mut written = [Vec::new(), Vec::new()];
    let mut rest = input;
    let mut stream = 0;
    while let [low, high, length, after @ ..] = rest {
        let (bytes, further) = after.split_at(usize::from(*length).min(after.len()));
        rest = further;
        let number = u16::from_le_bytes([*low, *high]);
        if number == 0x000A && stream == 0 {
            stream = 1;
        } else {
            written[stream].extend(record(number, bytes));
        }
    }
    let (start, end) = (record(0x0809, &[0, 6, 5, 0]), record(0x000A, &[]));
    // The book names its sheet in a record of 14 bytes.
    let place = start.len() + 14 + written[0].len() + end.len();
    let place = u32::try_from(place).expect("inputs are far smaller").to_le_bytes();
    let sheet = record(0x0085, &[place.as_slice(), &[0, 0, 2, 0, b'S', b'1']].concat());
    compound(&[start.as_slice(), &sheet, &written[0], &end, &start, &written[1], &end].concat())
}

fn record(number: u16, bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).expect("lengths come from one byte");
    [number.to_le_bytes().as_slice(), &length.to_le_bytes(), bytes].concat()
}

/// A compound file whose one stream is called as that of a workbook.
fn compound(stream: &[u8]) -> Vec<u8> {
    const NONE: u32 = 0xFFFF_FFFF;
    const LAST: u32 = 0xFFFF_FFFE;
    const TABLE: u32 = 0xFFFF_FFFD;
    // Streams from 4,096 bytes on lie in sectors of their own; a stream is made that long.
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4_096).next_multiple_of(512), 0);
    let sectors = u32::try_from(stream.len() / 512).expect("inputs are far smaller");
    let tables = (sectors + 1).div_ceil(127);
    let mut chains: Vec<u32> = vec![TABLE; usize::try_from(tables).expect("few")];
    chains.push(LAST);
    chains.extend((1..sectors).map(|sector| tables + 1 + sector));
    chains.push(LAST);
    chains.resize(usize::try_from(tables * 128).expect("few"), NONE);
    let mut head = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    head.resize(30, 0);
    head.extend(9_u16.to_le_bytes());
    head.resize(44, 0);
    for number in [tables, tables, 0, 4_096, LAST, 0, LAST, 0] {
        head.extend(number.to_le_bytes());
    }
    head.extend((0..tables).chain(std::iter::repeat(NONE)).take(109).flat_map(u32::to_le_bytes));
    let mut directory = Vec::new();
    let size = u32::try_from(stream.len()).expect("inputs are far smaller");
    for (name, kind, start, size) in [("Root Entry", 5, LAST, 0), ("Workbook", 2, tables + 1, size)] {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = u16::try_from(entry.len() + 2).expect("short names");
        entry.resize(64, 0);
        entry.extend(length.to_le_bytes());
        entry.push(kind);
        entry.resize(116, 0);
        entry.extend(u32::to_le_bytes(start));
        entry.extend(u32::to_le_bytes(size));
        entry.resize(128, 0);
        directory.extend(entry);
    }
    directory.resize(512, 0);
    [head, chains.into_iter().flat_map(u32::to_le_bytes).collect(), directory, stream].concat()
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in files {
        writer.start_file(*name, stored).expect("few files with short names");
        writer.write_all(bytes).expect("memory takes everything");
    }
    writer.finish().expect("memory takes everything").into_inner()
}

/// A PDF of the input's parts: commands of the page, values of the font, its character map, values of the page, and
/// one object more that the others may name (`9 0 R`).
pub(crate) fn pdf(input: &[u8]) -> Vec<u8> {
    let mut parts = input.split(|byte| *byte == 0);
    let mut part = |ordinary: &'static str| -> Vec<u8> {
        parts.next().filter(|part| !part.is_empty()).unwrap_or(ordinary.as_bytes()).to_vec()
    };
    let commands = part("BT /F1 12 Tf 70 700 Td (12 c\\342y) Tj /F2 12 Tf 0 -14 Td <0054> Tj ET");
    let font = part("/Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /DW 500 >>]");
    let map = part("begincmap 1 beginbfrange <0000> <00FF> <0000> endbfrange endcmap");
    let page = part("/Type /Page /MediaBox [0 0 595 842]");
    let more = part("null");
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /XObject << /X 9 0 R >> /Font << /F1 5 0 R /F2 6 0 R /F3 8 0 R >> >> >>".to_vec(),
        [b"<< /Parent 2 0 R /Contents 4 0 R ".to_vec(), page, b" >>".to_vec()].concat(),
        stream(&commands),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /ecircumflexdotbelow /dcroat] >> >>".to_vec(),
        [b"<< /ToUnicode 7 0 R ".to_vec(), font, b" >>".to_vec()].concat(),
        stream(&map),
        b"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+.VnTime /Encoding /WinAnsiEncoding >>".to_vec(),
        more,
    ];
    let mut file = b"%PDF-1.5\n".to_vec();
    for (number, object) in (1..).zip(&objects) {
        file.extend(format!("{number} 0 obj\n").into_bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    file.extend(b"trailer\n<< /Root 1 0 R >>\n%%EOF\n");
    file
}

fn stream(bytes: &[u8]) -> Vec<u8> {
    let mut out = format!("<< /Length {} >>\nstream\n", bytes.len()).into_bytes();
    out.extend(bytes);
    out.extend(b"\nendstream");
    out
}
