//! Mails as saved by a mail program (.eml): who, when, about what, the body, and the list of what is attached.
//!
//! Of a body in several forms the plain one is read, otherwise the HTML. Attachments are handed on unread: each is a
//! paper of its own. Not here: signatures and encrypted mails, whose text stays closed.

mod coding;

use super::build::{Build, Gap};
use super::{Attachment, BlockKind, Intake, IntakeNote, IntakeRefusal, Kind, Place};
use crate::hazard::{Amount, Hazard};
use crate::legacy;
use crate::limits;

/// Fields of the head that are shown, in this sequence.
const SHOWN: [&str; 5] = ["subject", "from", "to", "cc", "date"];

/// Takes a mail in.
pub(super) fn intake(bytes: &[u8]) -> Result<Intake, IntakeRefusal> {
    let mut reading = Reading::default();
    let part = Part::read(bytes);
    let mut build = Build::default();
    for (number, name) in (1_u32..).zip(SHOWN) {
        if let Some(value) = part.field(name) {
            let kind = if name == "subject" { BlockKind::Heading { level: 1 } } else { BlockKind::MailHead };
            build.push(Gap::Line, kind, Place::Line(number), &coding::words(&value), false)?;
        }
    }
    reading.part(&part, 0)?;
    if let Some(text) = reading.plain {
        for (number, line) in (1_u32..).zip(text.split('\n')) {
            build.push(Gap::Line, BlockKind::Paragraph, Place::Line(number), line, false)?;
        }
    } else if let Some(page) = reading.page {
        super::html::fill(&mut build, &page, false)?;
    }
    if reading.chosen {
        build.note(IntakeNote::AlternativeChosen);
    }
    build.attachments = reading.attachments;
    build.finish(Kind::Mail)
}

/// A part of a mail: its head and its content as sent.
struct Part<'a> {
    fields: Vec<(String, String)>,
    content: &'a [u8],
}

impl<'a> Part<'a> {
    /// Cuts a part at its first empty line and unfolds its head.
    fn read(bytes: &'a [u8]) -> Self {
        let (head, content) = cut_head(bytes);
        let head = String::from_utf8_lossy(head);
        let mut fields: Vec<(String, String)> = Vec::new();
        for line in head.lines() {
            if line.starts_with([' ', '\t']) {
                if let Some((_, value)) = fields.last_mut() {
                    value.push(' ');
                    value.push_str(line.trim());
                }
            } else if let Some((name, value)) = line.split_once(':') {
                fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        Self { fields, content }
    }

    /// Value of the first field of a name.
    fn field(&self, name: &str) -> Option<String> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    }

    /// Media type in small letters, `text/plain` where none is given.
    fn media_type(&self) -> String {
        let value = self.field("content-type").unwrap_or_default();
        let kind = value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if kind.is_empty() { "text/plain".to_owned() } else { kind }
    }

    /// A setting of a field, such as `charset`.
    fn setting(&self, field: &str, name: &str) -> Option<String> {
        coding::setting(&self.field(field)?, name)
    }

    /// The name of the file that the part is.
    fn file_name(&self) -> Option<String> {
        let name = self
            .setting("content-disposition", "filename")
            .or_else(|| self.setting("content-type", "name"))?;
        // Names come with folders in them; none is believed.
        name.rsplit(['/', '\\']).next().map(str::to_owned)
    }

    /// The content as it was before sending.
    fn decoded(&self) -> Vec<u8> {
        let way = self.field("content-transfer-encoding").unwrap_or_default().trim().to_ascii_lowercase();
        match way.as_str() {
            "base64" => coding::base64(self.content),
            "quoted-printable" => coding::quoted(self.content, false),
            _ => self.content.to_vec(),
        }
    }
}

/// Head and content of a part.
fn cut_head(bytes: &[u8]) -> (&[u8], &[u8]) {
    let mut at = 0_usize;
    while let Some(rest) = bytes.get(at..) {
        let length =
            rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |place| place.saturating_add(1));
        let line = rest.get(..length).unwrap_or_default();
        if line.is_empty() || line == b"\n" || line == b"\r\n" {
            return (bytes.get(..at).unwrap_or_default(), rest.get(length..).unwrap_or_default());
        }
        at = at.saturating_add(length);
    }
    (bytes, &[])
}

/// What has been found in the parts so far.
#[derive(Default)]
struct Reading {
    plain: Option<String>,
    page: Option<String>,
    attachments: Vec<Attachment>,
    /// Whether a body came in several forms.
    chosen: bool,
    parts: usize,
}

impl Reading {
    /// Goes through a part and those inside it.
    fn part(&mut self, part: &Part<'_>, depth: usize) -> Result<(), Hazard> {
        self.parts = self.parts.saturating_add(1);
        if self.parts > limits::MAIL_PARTS {
            return Err(Hazard::TooMuch { what: Amount::MailParts, limit: limits::MAIL_PARTS });
        }
        if depth > limits::MAIL_DEPTH {
            return Err(Hazard::TooDeep { limit: limits::MAIL_DEPTH });
        }
        let kind = part.media_type();
        if let Some(boundary) =
            part.setting("content-type", "boundary").filter(|_| kind.starts_with("multipart/"))
        {
            self.chosen |= kind == "multipart/alternative";
            for inner in pieces(part.content, &boundary) {
                self.part(&Part::read(inner), depth.saturating_add(1))?;
            }
            return Ok(());
        }
        let attached = part
            .field("content-disposition")
            .is_some_and(|value| value.to_ascii_lowercase().starts_with("attachment"));
        let name = part.file_name();
        let is_text = matches!(kind.as_str(), "text/plain" | "text/html");
        if attached
            || !is_text
            || (name.is_some() && depth > 0 && (self.plain.is_some() || self.page.is_some()))
        {
            let bytes = part.decoded();
            self.attachments.push(Attachment {
                name: name.map(|name| coding::words(&name)).unwrap_or_default(),
                media_type: kind,
                bytes,
            });
            return Ok(());
        }
        let text = text_of(&part.decoded(), part.setting("content-type", "charset").as_deref());
        let slot = if kind == "text/html" { &mut self.page } else { &mut self.plain };
        match slot {
            // A mail in several texts, one after the other.
            Some(before) => {
                before.push('\n');
                before.push_str(&text);
            }
            None if !text.trim().is_empty() => *slot = Some(text),
            None => {}
        }
        Ok(())
    }
}

/// The parts between the lines of a boundary.
fn pieces<'a>(content: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let mark = format!("--{boundary}").into_bytes();
    let mut pieces = Vec::new();
    let mut start: Option<usize> = None;
    let mut at = 0_usize;
    while let Some(rest) = content.get(at..).filter(|rest| !rest.is_empty()) {
        let length =
            rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |place| place.saturating_add(1));
        let line = rest.get(..length).unwrap_or_default();
        if let Some(tail) = line.strip_prefix(mark.as_slice()) {
            if let Some(begin) = start {
                pieces.extend(content.get(begin..at));
            }
            start = Some(at.saturating_add(length));
            if tail.starts_with(b"--") {
                start = None;
                break;
            }
            if pieces.len() > limits::MAIL_PARTS {
                break;
            }
        }
        at = at.saturating_add(length);
    }
    // A mail cut short has no closing line.
    pieces.extend(start.and_then(|begin| content.get(begin..)));
    pieces
}

/// Text of a part: by what it says of its letters, otherwise by what they look like.
fn text_of(bytes: &[u8], charset: Option<&str>) -> String {
    if let Some(text) = charset.and_then(|charset| coding::in_charset(bytes, charset)) {
        return legacy::tidy(&text);
    }
    legacy::decode(bytes).map_or_else(|| String::from_utf8_lossy(bytes).into_owned(), |(text, _)| text)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;
    use super::*;
    use proptest::prelude::*;

    const MAIL: &str = "From: =?utf-8?B?Tmd1eeG7hW4gQW4=?= <an@vi.du>\r\nTo: dangkhoi@vi.du\r\nSubject: =?UTF-8?Q?B=C3=A1o_c=C3=A1o?=\r\n =?UTF-8?Q?_qu=C3=BD_I?=\r\nDate: Tue, 14 May 2024 21:11:00 +0700\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b1\"\r\n\r\nskipped\r\n--b1\r\nContent-Type: multipart/alternative; boundary=b2\r\n\r\n--b2\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nTr=E1=BB=93ng 6.296 c=C3=A2y,=\r\n hi=E1=BA=BFn m=C3=A1u.\r\n--b2\r\nContent-Type: text/html\r\n\r\n<p>HTML</p>\r\n--b2--\r\n--b1\r\nContent-Type: application/vnd.x; name=\"x\"\r\nContent-Disposition: attachment; filename*=utf-8''b%C3%A1o%20c%C3%A1o.docx\r\nContent-Transfer-Encoding: base64\r\n\r\nUEsD\r\nBA==\r\n--b1--\r\n";

    #[test]
    fn a_mail_comes_in_with_head_body_and_attachments() {
        let taken = intake(MAIL.as_bytes()).unwrap();
        check(&taken);
        assert_eq!(
            taken.text,
            "Báo cáo quý I\nNguyễn An <an@vi.du>\ndangkhoi@vi.du\nTue, 14 May 2024 21:11:00 +0700\nTrồng 6.296 cây, hiến máu."
        );
        let attached = Attachment {
            name: "báo cáo.docx".to_owned(),
            media_type: "application/vnd.x".to_owned(),
            bytes: b"PK\x03\x04".to_vec(),
        };
        assert_eq!(taken.attachments, [attached]);
        assert_eq!(taken.notes, [IntakeNote::AlternativeChosen]);
    }

    #[test]
    fn a_mail_of_html_only_is_read_as_a_page() {
        let mail = "From: a\nTo: b\nSubject: x\nContent-Type: text/html; charset=windows-1258\nContent-Transfer-Encoding: 8bit\n\n<p>".as_bytes();
        let mut bytes = mail.to_vec();
        bytes.extend([b'D', b'a', 0xF2, b'y', b'<', b'/', b'p', b'>']);
        let taken = super::super::intake("a.eml", &bytes).unwrap();
        assert_eq!(taken.text, "x\na\nb\nDạy");
        assert_eq!(taken.kind, Kind::Mail);
    }

    #[test]
    fn parts_are_counted() {
        let many =
            format!("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n{}", "--b\n\nx\n".repeat(600));
        assert!(matches!(
            intake(many.as_bytes()).unwrap_err(),
            IntakeRefusal::Hazard(Hazard::TooMuch { .. })
        ));
        let mut deep = "x".to_owned();
        for level in 0..30 {
            deep = format!(
                "Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n{deep}\n--b{level}--\n"
            );
        }
        assert!(matches!(
            intake(deep.as_bytes()).unwrap_err(),
            IntakeRefusal::Hazard(Hazard::TooDeep { .. })
        ));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn damaged_mails_end(place in any::<proptest::sample::Index>(), damage in proptest::collection::vec(any::<u8>(), 0..6)) {
            let mut bytes = MAIL.as_bytes().to_vec();
            let at = place.index(bytes.len());
            bytes.splice(at..(at + damage.len()).min(bytes.len()), damage);
            if let Ok(taken) = intake(&bytes) {
                check(&taken);
            }
        }
    }
}
