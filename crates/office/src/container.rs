//! The guarded zip container in which Word, Excel and OpenDocument files come.
//!
//! Names are judged when the container is opened, sizes are counted while a part is unpacked, and no part is
//! written anywhere. Zips inside the zip are never opened. Not here: what the parts mean.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::hazard::Hazard;
use crate::limits;

/// The part that lists the types of all others.
pub(crate) const PART_LIST: &str = "[Content_Types].xml";

/// How much is unpacked before the counters are asked again.
const CHUNK: usize = 64 * 1024;

/// An opened container and what it has cost so far.
pub(crate) struct Container<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
    inflated: u64,
    /// Most bytes that all parts read may come to.
    budget: u64,
}

impl<'a> Container<'a> {
    /// Opens a container after judging its size, the number of its parts and their names.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Hazard> {
        check_size(bytes)?;
        // Counted in the raw bytes, because the archive reader would already have made room for every part.
        if directory_entries(bytes) > limits::CONTAINER_PARTS {
            return Err(Hazard::TooManyParts { limit: limits::CONTAINER_PARTS });
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Hazard::broken("zip"))?;
        let mut names = Vec::with_capacity(archive.len());
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).map_err(|_| Hazard::broken("zip"))?;
            let name = part.name().map_err(|_| Hazard::broken("zip"))?.into_owned();
            if part.encrypted() {
                return Err(Hazard::Encrypted);
            }
            if part.is_symlink() || leaves_folder(&name) {
                return Err(Hazard::UnsafeName { name });
            }
            names.push(name);
        }
        if names.iter().any(|name| is_macro_part(name)) {
            return Err(Hazard::Macros);
        }
        let mut container = Self { archive, names, inflated: 0, budget: limits::INFLATED_BYTES };
        let list = container.read(PART_LIST)?.unwrap_or_default();
        // A macro file renamed without its code still says what it is; the code may hide under another name.
        if list.windows(12).any(|window| window == b"macroEnabled") {
            return Err(Hazard::Macros);
        }
        Ok(container)
    }

    /// Names of all parts, as written in the file.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether a part of exactly this name exists.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    /// Unpacks one part, or `None` when there is none of this name.
    pub(crate) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Hazard> {
        let Some(index) = self.names.iter().position(|known| known == name) else { return Ok(None) };
        let mut out = Vec::new();
        self.unpack(index, |chunk| out.extend_from_slice(chunk))?;
        Ok(Some(out))
    }

    /// Unpacks every part into nothing, so that a reader that does not count may be given the file afterwards.
    /// Parts of marked-up text that declare a document type are refused on the way.
    pub(crate) fn check_everything(&mut self) -> Result<(), Hazard> {
        for index in 0..self.names.len() {
            let mut opening = Vec::new();
            self.unpack(index, |chunk| {
                if opening.len() < CHUNK {
                    opening.extend_from_slice(chunk);
                }
            })?;
            let name = self.names.get(index).map_or("", String::as_str);
            if is_markup(name) && declares_type(&opening) {
                return Err(Hazard::DeclaresEntities);
            }
        }
        Ok(())
    }

    /// Unpacks part `index` piece by piece, counting.
    fn unpack(&mut self, index: usize, mut take: impl FnMut(&[u8])) -> Result<(), Hazard> {
        let label = self.names.get(index).cloned().unwrap_or_default();
        let mut part = self.archive.by_index(index).map_err(|_| Hazard::broken(&label))?;
        let packed = part.compressed_size().max(1);
        let mut buffer = vec![0_u8; CHUNK];
        let mut own: u64 = 0;
        loop {
            let count = part.read(&mut buffer).map_err(|_| Hazard::broken(&label))?;
            if count == 0 {
                return Ok(());
            }
            let grown = u64::try_from(count).unwrap_or(u64::MAX);
            own = own.saturating_add(grown);
            self.inflated = self.inflated.saturating_add(grown);
            if self.inflated > self.budget {
                return Err(Hazard::Inflates { limit: self.budget });
            }
            if own > limits::RATIO_FREE_BYTES && own > packed.saturating_mul(limits::INFLATE_RATIO) {
                return Err(Hazard::Ratio { part: label, limit: limits::INFLATE_RATIO });
            }
            take(buffer.get(..count).unwrap_or_default());
        }
    }
}

/// Refuses more bytes than may be uploaded.
pub(crate) fn check_size(bytes: &[u8]) -> Result<(), Hazard> {
    if bytes.len() > limits::UPLOAD_BYTES {
        return Err(Hazard::TooLarge { size: bytes.len(), limit: limits::UPLOAD_BYTES });
    }
    Ok(())
}

/// How many headers of the zip directory the bytes hold, including those of zips stored inside.
fn directory_entries(bytes: &[u8]) -> usize {
    bytes.windows(4).filter(|window| *window == b"PK\x01\x02").count()
}

/// Whether unpacking under this name could write outside the folder chosen for it.
fn leaves_folder(name: &str) -> bool {
    let slashed = name.replace('\\', "/");
    let drive = slashed.as_bytes().get(1) == Some(&b':');
    slashed.starts_with('/') || drive || name.contains('\0') || slashed.split('/').any(|step| step == "..")
}

/// Whether a part of this name holds program code.
fn is_macro_part(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    lower.ends_with("vbaproject.bin")
        || lower.ends_with("vbadata.xml")
        || lower.contains("/macrosheets/")
        || lower.starts_with("basic/")
        || lower.starts_with("scripts/")
}

/// Whether a part of this name is read as markup by anyone.
fn is_markup(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    [".xml", ".rels", ".vml"].iter().any(|ending| lower.ends_with(ending))
}

/// Whether markup opens with a document type, in one-byte or two-byte letters.
fn declares_type(opening: &[u8]) -> bool {
    let letters: Vec<u8> =
        opening.iter().filter(|byte| **byte != 0).map(u8::to_ascii_uppercase).take(CHUNK).collect();
    letters.windows(9).any(|window| window == b"<!DOCTYPE") || letters.windows(8).any(|w| w == b"<!ENTITY")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_leave_the_folder_are_known() {
        for name in ["../a.xml", "word/../../a", "/etc/x", "C:\\x", "word\\..\\..\\x", "a\0b"] {
            assert!(leaves_folder(name), "{name}");
        }
        for name in ["word/document.xml", "word/media/a..b.png", "xl/worksheets/sheet1.xml"] {
            assert!(!leaves_folder(name), "{name}");
        }
    }

    #[test]
    fn all_parts_share_one_budget() {
        let text: Vec<u8> = (0_u8..=255).cycle().take(40_000).collect();
        let bytes = crate::intake::tests::zipped(&[("a.xml", &text), ("b.xml", &text), ("c.xml", &text)]);
        let mut container = Container::open(&bytes).unwrap();
        container.budget = 100_000;
        assert_eq!(container.read("a.xml"), Ok(Some(text)));
        assert_eq!(container.check_everything(), Err(Hazard::Inflates { limit: 100_000 }));
    }

    #[test]
    fn a_document_type_is_seen_in_two_byte_letters_too() {
        let wide: Vec<u8> = "<!doctype x>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(declares_type(&wide));
        assert!(!declares_type(b"<?xml version=\"1.0\"?><w:document/>"));
    }
}
