//! Plain text files: every line that is not blank is a block, and nothing is moved.
//!
//! Not here: telling encodings apart ([`crate::legacy`]).

use super::build::Build;
use super::{Block, BlockKind, Intake, IntakeNote, IntakeRefusal, Kind, Place, Unreadable};
use crate::hazard::{Amount, Hazard};
use crate::legacy::{self, Encoding};
use crate::limits;

/// Takes a text file in. Its text stays as typed, blank lines included, apart from line ends and composition.
pub(super) fn intake(bytes: &[u8]) -> Result<Intake, IntakeRefusal> {
    let (text, encoding) =
        legacy::decode(bytes).ok_or(IntakeRefusal::NotRead(Unreadable::UnknownEncoding))?;
    let mut build = Build::default();
    match encoding {
        Encoding::Tcvn3 | Encoding::Vni | Encoding::Windows1258 | Encoding::Windows1252 => {
            build.note(IntakeNote::Converted(encoding));
        }
        Encoding::Utf8 | Encoding::Utf16 => {}
    }
    let blocks = lines(&text)?;
    build.set(text, blocks);
    build.finish(Kind::Text)
}

/// One block per line that is not blank.
fn lines(text: &str) -> Result<Vec<Block>, Hazard> {
    let mut blocks = Vec::new();
    let mut position = 0_usize;
    let mut number = 0_u32;
    for line in text.split('\n') {
        number = number.saturating_add(1);
        let length = line.chars().count();
        let leading = length.saturating_sub(line.trim_start().chars().count());
        let inner = line.trim().chars().count();
        if inner > 0 {
            let start = position.saturating_add(leading);
            let range = start..start.saturating_add(inner);
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                boilerplate: false,
                range,
                place: Place::Line(number),
            });
        }
        position = position.saturating_add(length).saturating_add(1);
        if position > limits::TEXT_CHARS {
            return Err(Hazard::TooMuch { what: Amount::Characters, limit: limits::TEXT_CHARS });
        }
    }
    Ok(blocks)
}
