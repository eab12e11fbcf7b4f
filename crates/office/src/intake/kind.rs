//! What a file is, judged by its content.
//!
//! The name is a claim that can only be confirmed or refused; it never decides what reads the file. Not here:
//! reading the file.

use super::IntakeRefusal;
use crate::container::{Container, PART_LIST};
use crate::hazard::Hazard;
use crate::legacy;
use crate::sheet::{Format, SheetRefusal};

/// A type that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Plain text.
    Text,
    /// A page of HTML.
    Html,
    /// Word, the format since 2007 (.docx).
    Word,
    /// PDF.
    Pdf,
    /// A workbook: .xlsx, .xls, .ods or .csv.
    Workbook,
    /// A mail as saved by a mail program (.eml).
    Mail,
}

/// A type that is recognised and not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unreadable {
    /// Word, the format before 2007 (.doc).
    OldWord,
    /// Rich text (.rtf).
    RichText,
    /// OpenDocument text (.odt).
    OpenText,
    /// Slides.
    Slides,
    /// A picture.
    Picture,
    /// An archive of files.
    Archive,
    /// A program.
    Program,
    /// Text in an encoding that could not be told.
    UnknownEncoding,
    /// Anything else.
    Unknown,
}

/// The type of a file, or why it is not read.
pub(super) fn of(name: &str, bytes: &[u8]) -> Result<Kind, IntakeRefusal> {
    if bytes.is_empty() {
        return Err(IntakeRefusal::Empty);
    }
    let ending = ending(name);
    let found = by_content(&ending, bytes)?;
    let claimed = match ending.as_str() {
        "txt" | "text" | "md" => Some(Kind::Text),
        "html" | "htm" | "xhtml" => Some(Kind::Html),
        "docx" => Some(Kind::Word),
        "pdf" => Some(Kind::Pdf),
        "xlsx" | "xls" | "ods" | "csv" | "tsv" => Some(Kind::Workbook),
        "eml" => Some(Kind::Mail),
        // Macro formats without macros, pictures, programs: whatever they hold, it is not what they say.
        "docm" | "xlsm" | "dotm" | "xltm" => return Err(Hazard::Macros.into()),
        "doc" | "rtf" | "odt" | "ppt" | "pptx" | "jpg" | "jpeg" | "png" | "exe" | "zip" | "xlsb" => None,
        _ => return Ok(found),
    };
    if claimed == Some(found) { Ok(found) } else { Err(IntakeRefusal::NameDiffers { ending, found }) }
}

/// The format of a file that should hold tables, or why it is not read.
pub(crate) fn for_sheet(name: &str, bytes: &[u8]) -> Result<Format, SheetRefusal> {
    match of(name, bytes) {
        Ok(Kind::Workbook) => Ok(match bytes {
            [b'P', b'K', ..] if Container::open(bytes)?.has("content.xml") => Format::Ods,
            [b'P', b'K', ..] => Format::Xlsx,
            [0xD0, 0xCF, ..] => Format::Xls,
            _ => Format::Text,
        }),
        // Text pasted without a name is read as a table too.
        Ok(Kind::Text) if matches!(ending(name).as_str(), "" | "txt") => Ok(Format::Text),
        Ok(found) => Err(SheetRefusal::NotATable { found }),
        Err(IntakeRefusal::Empty | IntakeRefusal::Scan { .. }) => Err(SheetRefusal::Empty),
        Err(IntakeRefusal::NotRead(unreadable)) => Err(SheetRefusal::NotRead(unreadable)),
        Err(IntakeRefusal::NameDiffers { ending, found }) => Err(SheetRefusal::NameDiffers { ending, found }),
        Err(IntakeRefusal::Hazard(hazard)) => Err(SheetRefusal::Hazard(hazard)),
    }
}

/// The ending of a name, small letters, without the dot; empty when there is none.
pub(crate) fn ending(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

/// The type by content alone; the ending only breaks ties between kinds of text.
fn by_content(ending: &str, bytes: &[u8]) -> Result<Kind, IntakeRefusal> {
    let opening = bytes.get(..1024).unwrap_or(bytes);
    if opening.windows(5).any(|window| window == b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => return packed(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => return compound(bytes),
        _ => {}
    }
    if let Some(unreadable) = by_signature(bytes) {
        return Err(IntakeRefusal::NotRead(unreadable));
    }
    // Markup and mail heads are written in plain letters, so the start of any text encoding will do.
    let start: String = opening
        .iter()
        .filter(|byte| **byte != 0)
        .map(|byte| char::from(*byte))
        .collect::<String>()
        .to_lowercase();
    let start = start.trim_start_matches(['ï', '»', '¿', 'ÿ', 'þ', ' ', '\t', '\r', '\n']);
    if looks_like_html(start, matches!(ending, "html" | "htm" | "xhtml")) {
        return Ok(Kind::Html);
    }
    if looks_like_mail(start, ending == "eml") {
        return Ok(Kind::Mail);
    }
    if legacy::decode(bytes).is_none() {
        return Err(IntakeRefusal::NotRead(Unreadable::UnknownEncoding));
    }
    Ok(if matches!(ending, "csv" | "tsv") { Kind::Workbook } else { Kind::Text })
}

/// What a zip holds.
fn packed(bytes: &[u8]) -> Result<Kind, IntakeRefusal> {
    let mut container = Container::open(bytes)?;
    if container.has("word/document.xml") {
        return Ok(Kind::Word);
    }
    if container.has("xl/workbook.xml") {
        return Ok(Kind::Workbook);
    }
    if container.names().iter().any(|name| name.starts_with("ppt/")) {
        return Err(IntakeRefusal::NotRead(Unreadable::Slides));
    }
    let declared = container.read("mimetype")?.unwrap_or_default();
    match declared.as_slice() {
        b"application/vnd.oasis.opendocument.spreadsheet" => Ok(Kind::Workbook),
        b"application/vnd.oasis.opendocument.text" => Err(IntakeRefusal::NotRead(Unreadable::OpenText)),
        b"application/vnd.oasis.opendocument.presentation" => Err(IntakeRefusal::NotRead(Unreadable::Slides)),
        _ if container.has(PART_LIST) => word_elsewhere(&mut container),
        _ => Err(IntakeRefusal::NotRead(Unreadable::Archive)),
    }
}

/// An office file whose main part has an unusual name says so in its list of parts.
fn word_elsewhere(container: &mut Container<'_>) -> Result<Kind, IntakeRefusal> {
    let list = container.read(PART_LIST)?.unwrap_or_default();
    let list = String::from_utf8_lossy(&list);
    if list.contains("wordprocessingml.document.main") {
        Ok(Kind::Word)
    } else if list.contains("spreadsheetml.sheet.main") {
        Ok(Kind::Workbook)
    } else {
        Err(IntakeRefusal::NotRead(Unreadable::Unknown))
    }
}

/// What an old compound file holds: its directory names its streams in two-byte letters.
fn compound(bytes: &[u8]) -> Result<Kind, IntakeRefusal> {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has("EncryptedPackage") {
        return Err(Hazard::Encrypted.into());
    }
    if has("_VBA_PROJECT") {
        return Err(Hazard::Macros.into());
    }
    if has("WordDocument") {
        return Err(IntakeRefusal::NotRead(Unreadable::OldWord));
    }
    if has("Workbook") || has("Book") {
        return Ok(Kind::Workbook);
    }
    if has("PowerPoint Document") {
        return Err(IntakeRefusal::NotRead(Unreadable::Slides));
    }
    Err(IntakeRefusal::NotRead(Unreadable::Unknown))
}

/// Types told by their first bytes.
fn by_signature(bytes: &[u8]) -> Option<Unreadable> {
    match bytes {
        [b'{', b'\\', b'r', b't', b'f', ..] => Some(Unreadable::RichText),
        [0xFF, 0xD8, 0xFF, ..]
        | [0x89, b'P', b'N', b'G', ..]
        | [b'G', b'I', b'F', b'8', ..]
        | [b'I', b'I', 42, 0, ..]
        | [b'M', b'M', 0, 42, ..]
        | [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..]
        | [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..]
        | [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some(Unreadable::Picture),
        [b'R', b'a', b'r', b'!', ..] | [b'7', b'z', 0xBC, 0xAF, ..] | [0x1F, 0x8B, ..] => {
            Some(Unreadable::Archive)
        }
        [b'M', b'Z', _, 0, ..] | [0x7F, b'E', b'L', b'F', ..] => Some(Unreadable::Program),
        _ => None,
    }
}

/// Elements that open a fragment of HTML.
const FRAGMENT: [&str; 16] = [
    "div", "p", "h1", "h2", "h3", "table", "article", "section", "span", "ul", "ol", "title", "meta", "main",
    "script", "style",
];

/// Whether small letters open a page of HTML; `claimed` when the name says so, which a fragment needs.
fn looks_like_html(start: &str, claimed: bool) -> bool {
    let after_prologue =
        start.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")).map_or(start, |(_, r)| r);
    let mut rest = after_prologue.trim_start();
    while let Some((_, after)) = rest.strip_prefix("<!--").and_then(|inner| inner.split_once("-->")) {
        rest = after.trim_start();
    }
    let opens = |tag: &str| {
        rest.strip_prefix('<')
            .and_then(|inner| inner.strip_prefix(tag))
            .is_some_and(|after| after.is_empty() || after.starts_with([' ', '>', '/', '\t', '\r', '\n']))
    };
    if rest.starts_with("<!doctype html") || ["html", "head", "body"].into_iter().any(opens) {
        return true;
    }
    claimed && FRAGMENT.into_iter().any(opens)
}

/// Whether small letters open a mail: lines `name: value`, some of them names that only mails have.
fn looks_like_mail(start: &str, claimed: bool) -> bool {
    const NAMES: [&str; 12] = [
        "from",
        "to",
        "subject",
        "date",
        "received",
        "return-path",
        "message-id",
        "mime-version",
        "delivered-to",
        "content-type",
        "reply-to",
        "dkim-signature",
    ];
    let mut known = 0_usize;
    for line in start.lines() {
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { break };
        if NAMES.contains(&name) {
            known = known.saturating_add(1);
        } else if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            break;
        }
    }
    known >= if claimed { 1 } else { 3 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_the_name_may_only_agree() {
        let page = b"<!DOCTYPE html><html><body><p>x</p></body></html>";
        assert_eq!(of("a.html", page), Ok(Kind::Html));
        assert_eq!(of("", page), Ok(Kind::Html));
        assert_eq!(
            of("a.docx", page),
            Err(IntakeRefusal::NameDiffers { ending: "docx".to_owned(), found: Kind::Html })
        );
        assert_eq!(of("a.pdf", b"%PDF-1.7\n"), Ok(Kind::Pdf));
        assert_eq!(of("a.txt", "Trồng cây".as_bytes()), Ok(Kind::Text));
        assert_eq!(of("a.csv", "a;b\n1;2".as_bytes()), Ok(Kind::Workbook));
        assert_eq!(of("a.docm", b"x"), Err(Hazard::Macros.into()));
        assert_eq!(of("a.eml", b"Subject: x\r\n\r\nbody"), Ok(Kind::Mail));
        assert_eq!(of("a", b"From: a\nTo: b\nSubject: x\n\nbody"), Ok(Kind::Mail));
        assert_eq!(of("a.txt", b"From: a\n\nTo whom"), Ok(Kind::Text));
    }

    #[test]
    fn what_is_not_read_is_named() {
        assert_eq!(of("a.rtf", b"{\\rtf1 x}"), Err(IntakeRefusal::NotRead(Unreadable::RichText)));
        assert_eq!(of("a.jpg", &[0xFF, 0xD8, 0xFF, 0xE0]), Err(IntakeRefusal::NotRead(Unreadable::Picture)));
        assert_eq!(of("a.docx", b""), Err(IntakeRefusal::Empty));
    }
}
