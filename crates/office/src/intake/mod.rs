//! What people send, as one text with places.
//!
//! Every paper becomes a text in composed Unicode (NFC) with `\n` line ends, cut into [`Block`]s that say what
//! each stretch is and where it stood in the original: line, paragraph, table cell, page, sheet cell. All
//! positions are counted in Unicode code points. Type is decided by content; a name that claims another type is a
//! refusal. Not here: finding figures in the text, and keeping the original (the caller has its bytes).

mod build;
mod html;
mod kind;
mod mail;
mod pdf;
mod text;
mod tree;
mod word;
mod workbook;

use std::ops::Range;

use crate::container;
use crate::hazard::Hazard;
use crate::legacy::Encoding;

pub(crate) use kind::for_sheet as kind_for_sheet;
pub use kind::{Kind, Unreadable};

/// A paper taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// What the content turned out to be.
    pub kind: Kind,
    /// The whole text, boilerplate included: NFC, `\n` between blocks, `\t` between the cells of a row.
    pub text: String,
    /// Stretches of the text, in its sequence, never overlapping and never empty. Separators lie between them.
    pub blocks: Vec<Block>,
    /// What was done to the paper on the way, for the person who looks at it.
    pub notes: Vec<IntakeNote>,
    /// Files that came along inside (mail only). They are not read.
    pub attachments: Vec<Attachment>,
}

/// One stretch of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What the stretch is.
    pub kind: BlockKind,
    /// Whether it is furniture of a page (menu, related news, copyright) and not the paper itself.
    pub boilerplate: bool,
    /// Where it stands in [`Intake::text`], in code points.
    pub range: Range<usize>,
    /// Where it stood in the original.
    pub place: Place,
}

/// What a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph, a list item or a line.
    Paragraph,
    /// A heading.
    Heading {
        /// 1 for the title, up to 9.
        level: u8,
    },
    /// One paragraph inside a cell of a table.
    Cell {
        /// Number of the table in the paper, from 1.
        table: u32,
        /// Row, from 1.
        row: u32,
        /// Column, from 1, counting merged cells as what they cover.
        column: u32,
        /// Columns covered.
        columns: u32,
        /// Rows covered; 1 where the format does not say.
        rows: u32,
    },
    /// A caption of a picture or table.
    Caption,
    /// Head of a printed page.
    Header,
    /// Foot of a printed page.
    Footer,
    /// A note at the foot of a page or at the end.
    Footnote,
    /// A line of a mail's head: who, when, about what.
    MailHead,
}

/// Where a stretch stood in the original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Line of a text file, from 1.
    Line(u32),
    /// Paragraph, from 1, counted within its part (body, header, notes); cells of tables are not counted.
    Paragraph(u32),
    /// Table and cell, each from 1.
    Cell {
        /// Table in the paper.
        table: u32,
        /// Row.
        row: u32,
        /// Column.
        column: u32,
    },
    /// Page and paragraph on it, each from 1.
    Page {
        /// Page.
        page: u32,
        /// Paragraph on the page.
        paragraph: u32,
    },
    /// Cell of a sheet.
    Sheet {
        /// The sheet's name.
        sheet: String,
        /// The cell.
        cell: crate::sheet::CellAddress,
    },
}

/// Something done to a paper on the way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IntakeNote {
    /// The text, or a part of it, was in an encoding from before Unicode and has been converted.
    Converted(Encoding),
    /// The paper had tracked changes: insertions are kept, deletions are left out.
    ChangesResolved {
        /// Inserted stretches kept.
        kept: u32,
        /// Deleted stretches left out.
        dropped: u32,
    },
    /// Remarks in the margin are left out.
    CommentsDropped {
        /// How many.
        count: u32,
    },
    /// The main content was told from the furniture around it.
    BoilerplateMarked {
        /// Code points of furniture.
        characters: usize,
    },
    /// The page says itself when it was published.
    Published {
        /// As the page writes it, usually `2024-05-14T21:11:00+07:00`.
        written: String,
    },
    /// Pages that have a picture and no text: they are scans.
    PagesWithoutText {
        /// The pages, from 1.
        pages: Vec<u32>,
    },
    /// Letters whose font does not say what they are; they stand as U+FFFD in the text.
    LettersUnknown {
        /// How many.
        count: usize,
    },
    /// Only the first of so many alternatives of a mail (plain, HTML) was read.
    AlternativeChosen,
}

/// A file that came inside another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name as the sender gave it, without folders; empty when it had none.
    pub name: String,
    /// Its media type as the sender gave it.
    pub media_type: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why a paper is not taken in. Values, no words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IntakeRefusal {
    /// There is nothing in the file, or nothing but blanks.
    Empty,
    /// The content is of a type that is not read.
    NotRead(Unreadable),
    /// The name claims one type, the content is another.
    NameDiffers {
        /// The ending of the name, small letters, without the dot.
        ending: String,
        /// What the content is.
        found: Kind,
    },
    /// A PDF of pictures only: it was scanned.
    Scan {
        /// Pages it has.
        pages: usize,
    },
    /// The file is dangerous, locked or damaged.
    Hazard(Hazard),
}

impl From<Hazard> for IntakeRefusal {
    fn from(hazard: Hazard) -> Self {
        Self::Hazard(hazard)
    }
}

impl Intake {
    /// The block that a code point lies in; `None` for separators and beyond the end.
    pub fn block_at(&self, position: usize) -> Option<&Block> {
        let after = self.blocks.partition_point(|block| block.range.end <= position);
        self.blocks.get(after).filter(|block| block.range.contains(&position))
    }

    /// The text of the blocks that are the paper itself, without furniture, one per line.
    pub fn main_text(&self) -> String {
        let mut out = String::new();
        let mut letters = self.text.chars();
        let mut position = 0_usize;
        for block in &self.blocks {
            let skipped = block.range.start.saturating_sub(position);
            let taken = block.range.end.saturating_sub(block.range.start);
            let stretch: String = letters.by_ref().skip(skipped).take(taken).collect();
            position = block.range.end;
            if !block.boilerplate {
                out.push_str(&stretch);
                out.push('\n');
            }
        }
        out
    }
}

/// Takes a paper in. `name` is the file's name as the sender gave it; only its ending is looked at, and only to
/// refuse what claims to be something else. An empty name claims nothing.
pub fn intake(name: &str, bytes: &[u8]) -> Result<Intake, IntakeRefusal> {
    container::check_size(bytes)?;
    let taken = match kind::of(name, bytes)? {
        Kind::Text => text::intake(bytes)?,
        Kind::Html => html::intake(bytes)?,
        Kind::Word => word::intake(bytes)?,
        Kind::Workbook => workbook::intake(name, bytes)?,
        Kind::Pdf => pdf::intake(bytes)?,
        Kind::Mail => mail::intake(bytes)?,
    };
    if taken.text.trim().is_empty() && taken.attachments.is_empty() {
        Err(IntakeRefusal::Empty)
    } else {
        Ok(taken)
    }
}

#[cfg(test)]
pub(crate) mod tests;
