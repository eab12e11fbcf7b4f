//! A paper as a Word file (`.docx`), by an own writer.
//!
//! Every measure is written into the file itself, so that it looks the same where other templates are installed;
//! the fonts are named, not put in. Not here: the order of a paper's parts ([`crate::paper`]).

mod body;
mod markup;
mod parts;

use std::io::{Cursor, Write as _};

use jiff::civil::DateTime;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::OfficeError;
use crate::paper::{Paper, set};
use crate::qr::Qr;

/// Writes a paper as a Word file.
pub fn write(paper: &Paper) -> Result<Vec<u8>, OfficeError> {
    let set = set::set(paper);
    let written = body::write(&set);
    let picture = match &set.proof {
        Some(proof) => Some(Qr::of(&proof.address)?.png()?),
        None => None,
    };
    let short = set.proof.as_ref().map(|proof| proof.short.as_str());
    let mut file = Writing::new(paper.made);
    file.part("[Content_Types].xml", parts::types(picture.is_some()).as_bytes())?;
    file.part("_rels/.rels", parts::ROOT_LINKS.as_bytes())?;
    file.part("docProps/core.xml", parts::properties(&set.title, paper.made).as_bytes())?;
    file.part("docProps/app.xml", parts::APPLICATION.as_bytes())?;
    file.part("word/document.xml", written.document.as_bytes())?;
    file.part("word/_rels/document.xml.rels", parts::links(&written.links).as_bytes())?;
    file.part("word/styles.xml", parts::styles(set.rules).as_bytes())?;
    file.part("word/settings.xml", parts::SETTINGS.as_bytes())?;
    file.part("word/footnotes.xml", written.notes.as_bytes())?;
    file.part("word/header1.xml", parts::page_number(set.rules).as_bytes())?;
    file.part("word/header2.xml", parts::first_header(picture.is_some()).as_bytes())?;
    file.part("word/footer1.xml", parts::footer(None).as_bytes())?;
    file.part("word/footer2.xml", parts::footer(short).as_bytes())?;
    if let Some(picture) = picture {
        file.part("word/_rels/header2.xml.rels", parts::PICTURE_LINK.as_bytes())?;
        file.part("word/media/proof.png", &picture)?;
    }
    file.finish()
}

/// A container being written.
struct Writing {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    options: SimpleFileOptions,
}

impl Writing {
    fn new(made: DateTime) -> Self {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(stamp(made));
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())), options }
    }

    fn part(&mut self, name: &str, content: &[u8]) -> Result<(), OfficeError> {
        self.zip.start_file(name, self.options).map_err(broken)?;
        self.zip.write_all(content)?;
        Ok(())
    }

    fn finish(self) -> Result<Vec<u8>, OfficeError> {
        Ok(self.zip.finish().map_err(broken)?.into_inner())
    }
}

fn broken(fault: zip::result::ZipError) -> OfficeError {
    OfficeError::Container(fault.into())
}

/// The time as containers keep it: to two seconds, from 1980.
fn stamp(made: DateTime) -> zip::DateTime {
    let part = |value: i8| u8::try_from(value).unwrap_or(0);
    zip::DateTime::from_date_and_time(
        u16::try_from(made.year()).unwrap_or(1980),
        part(made.month()),
        part(made.day()),
        part(made.hour()),
        part(made.minute()),
        part(made.second()),
    )
    .unwrap_or_default()
}

#[cfg(test)]
pub(crate) mod tests;
