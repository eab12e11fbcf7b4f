//! What makes a packed or marked-up file dangerous or unreadable, told by the readers underneath.
//!
//! Shared by [`crate::intake`] and [`crate::sheet`]. Not here: sentences about it.

/// Why a file is not opened. Carries values, no words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hazard {
    /// The file has more bytes than [`crate::limits::UPLOAD_BYTES`].
    TooLarge {
        /// Bytes of the file.
        size: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// More parts than [`crate::limits::CONTAINER_PARTS`].
    TooManyParts {
        /// Parts allowed.
        limit: usize,
    },
    /// Unpacked, the parts come to more than [`crate::limits::INFLATED_BYTES`].
    Inflates {
        /// Bytes allowed.
        limit: u64,
    },
    /// One part unpacks to more than [`crate::limits::INFLATE_RATIO`] times its size.
    Ratio {
        /// Name of the part as written in the file.
        part: String,
        /// Times allowed.
        limit: u64,
    },
    /// Elements nest deeper than allowed.
    TooDeep {
        /// Levels allowed.
        limit: usize,
    },
    /// More text, rows, columns, cells, pages or objects than are read.
    TooMuch {
        /// Which of them.
        what: Amount,
        /// How many are allowed.
        limit: usize,
    },
    /// A part declares its own entities, which is only of use for an attack.
    DeclaresEntities,
    /// A part has a name that would leave the folder it is unpacked in.
    UnsafeName {
        /// The name as written in the file.
        name: String,
    },
    /// The file holds program code (macros).
    Macros,
    /// The file is locked with a password.
    Encrypted,
    /// The file is cut short or damaged.
    Broken {
        /// The part that could not be read.
        part: String,
    },
}

/// What there was too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Characters of text.
    Characters,
    /// Rows of a sheet.
    Rows,
    /// Columns of a sheet.
    Columns,
    /// Cells of a workbook.
    Cells,
    /// Pages.
    Pages,
    /// Objects of a PDF.
    Objects,
    /// Elements of a page of HTML.
    Elements,
    /// Parts of a mail.
    MailParts,
}

impl Hazard {
    /// A damaged part.
    pub(crate) fn broken(part: &str) -> Self {
        Self::Broken { part: part.to_owned() }
    }
}
