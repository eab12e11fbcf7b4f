//! Putting a text together block by block while counting its code points.
//!
//! Not here: any format. Each reader pushes what it found, in the sequence in which a person would read it.

use super::{Attachment, Block, BlockKind, Intake, IntakeNote, IntakeRefusal, Kind, Place};
use crate::hazard::{Amount, Hazard};
use crate::legacy;
use crate::limits;

/// A text under construction.
#[derive(Debug, Default)]
pub(super) struct Build {
    text: String,
    length: usize,
    blocks: Vec<Block>,
    /// What people should be told.
    pub(super) notes: Vec<IntakeNote>,
    /// Files found inside.
    pub(super) attachments: Vec<Attachment>,
}

/// What stands between a block and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// A new line.
    Line,
    /// Nothing: the separator is there already.
    None,
}

impl Build {
    /// Adds a block after the gap, saying whether it is furniture. Blanks at its ends are left out; a block of
    /// blanks only is not added.
    pub(super) fn push(
        &mut self,
        gap: Gap,
        kind: BlockKind,
        place: Place,
        text: &str,
        boilerplate: bool,
    ) -> Result<(), Hazard> {
        let text = legacy::tidy(text);
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        if gap == Gap::Line && !self.text.is_empty() {
            self.separate('\n');
        }
        let start = self.length;
        self.text.push_str(text);
        self.length = self.length.saturating_add(text.chars().count());
        if self.length > limits::TEXT_CHARS {
            return Err(Hazard::TooMuch { what: Amount::Characters, limit: limits::TEXT_CHARS });
        }
        self.blocks.push(Block { kind, boilerplate, range: start..self.length, place });
        Ok(())
    }

    /// Adds an empty cell or a blank line, so that columns stay under each other and parts stay apart.
    pub(super) fn separate(&mut self, letter: char) {
        self.text.push(letter);
        self.length = self.length.saturating_add(1);
    }

    /// Adds a note once.
    pub(super) fn note(&mut self, note: IntakeNote) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Whether nothing has been added yet.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Sets a text whose blocks have been counted elsewhere.
    pub(super) fn set(&mut self, text: String, blocks: Vec<Block>) {
        self.text = text;
        self.blocks = blocks;
    }

    /// The finished paper.
    pub(super) fn finish(self, kind: Kind) -> Result<Intake, IntakeRefusal> {
        let Self { text, blocks, notes, attachments, .. } = self;
        if blocks.is_empty() && attachments.is_empty() {
            return Err(IntakeRefusal::Empty);
        }
        Ok(Intake { kind, text, blocks, notes, attachments })
    }
}
