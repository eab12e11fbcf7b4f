//! Pages of HTML: what a reader of the page sees, with the furniture around the paper marked, not lost.
//!
//! Scripts, styles and hidden elements are left out. Nothing is fetched. Not here: cleaning HTML for display.

mod blocks;
mod content;
mod entity;
mod page;
mod token;

use super::build::Build;
use super::tree::{self, Numbers};
use super::{Intake, IntakeNote, IntakeRefusal, Kind, Unreadable};
use crate::legacy::{self, Encoding};

/// Takes a page in.
pub(super) fn intake(bytes: &[u8]) -> Result<Intake, IntakeRefusal> {
    let (text, encoding) = decode(bytes).ok_or(IntakeRefusal::NotRead(Unreadable::UnknownEncoding))?;
    let mut build = Build::default();
    let already = matches!(encoding, Encoding::Tcvn3 | Encoding::Vni | Encoding::Windows1258);
    if already {
        build.note(IntakeNote::Converted(encoding));
    }
    fill(&mut build, &text, already)?;
    build.finish(Kind::Html)
}

/// Adds a page's text to a text under construction. `converted` when its letters need no old font any more.
pub(super) fn fill(build: &mut Build, text: &str, converted: bool) -> Result<(), IntakeRefusal> {
    let page = page::Page::parse(text)?;
    let found = blocks::find(&page, converted);
    if let Some(published) = found.published {
        build.note(IntakeNote::Published { written: published });
    }
    for encoding in found.encodings {
        build.note(IntakeNote::Converted(encoding));
    }
    let items = content::mark(&page, found.items);
    if items.furniture > 0 {
        build.note(IntakeNote::BoilerplateMarked { characters: items.furniture });
    }
    tree::render(build, &items.items, None, &mut Numbers::default())?;
    Ok(())
}

/// The text of a page: by its mark, by what it says of itself, by what it looks like.
fn decode(bytes: &[u8]) -> Option<(String, Encoding)> {
    let opening: String =
        bytes.get(..2048).unwrap_or(bytes).iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let says_1258 = opening.contains("windows-1258") || opening.contains("cp1258");
    if says_1258 && std::str::from_utf8(bytes).is_err() {
        return Some((legacy::from_bytes(bytes, Encoding::Windows1258), Encoding::Windows1258));
    }
    // Where fonts say which stretches are old, the page as a whole is not converted.
    if legacy::names_old_font(bytes) {
        return Some(match std::str::from_utf8(bytes) {
            Ok(text) => (text.to_owned(), Encoding::Utf8),
            Err(_) => (legacy::from_bytes(bytes, Encoding::Windows1252), Encoding::Windows1252),
        });
    }
    // Some pages carry stray control letters; a reader of the page does not see them.
    legacy::decode(bytes).or_else(|| {
        let text = String::from_utf8_lossy(bytes);
        let broken = text.chars().filter(|letter| *letter == char::REPLACEMENT_CHARACTER).count();
        let kept: String = text.chars().filter(|letter| *letter >= ' ' || letter.is_whitespace()).collect();
        (broken.saturating_mul(20) <= kept.chars().count()).then_some((kept, Encoding::Utf8))
    })
}
