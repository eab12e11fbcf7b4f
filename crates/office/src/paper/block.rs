//! What stands in the body of a paper: headings, articles, paragraphs, tables.
//!
//! Blocks say what a stretch *is*; how it is numbered, set and spaced is the form's affair ([`super::form`]).

/// A stretch of text of one look, and what hangs on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The text. `\n` breaks the line without ending the paragraph.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// What hangs on it.
    pub tie: Tie,
}

/// What hangs on a stretch of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Tie {
    /// Nothing.
    #[default]
    None,
    /// It leads to an address: `https://…` or `#name` for an anchor in the same paper.
    Link(String),
    /// It can be led to under this name.
    Anchor(String),
    /// It is a figure that stays bound: the name under which it is found again when the paper is made anew.
    Figure(String),
    /// A note at the foot of the page belongs to it.
    Note(Vec<Run>),
}

impl Run {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Bold text.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: true, ..Self::default() }
    }

    /// Italic text.
    pub fn italic(text: impl Into<String>) -> Self {
        Self { text: text.into(), italic: true, ..Self::default() }
    }

    /// A figure that stays bound under `name`.
    pub fn figure(text: impl Into<String>, name: impl Into<String>) -> Self {
        Self { text: text.into(), tie: Tie::Figure(name.into()), ..Self::default() }
    }

    /// Text that leads to an address.
    pub fn link(text: impl Into<String>, address: impl Into<String>) -> Self {
        Self { text: text.into(), tie: Tie::Link(address.into()), ..Self::default() }
    }
}

/// The text of runs without their looks.
pub fn plain_text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// How lines stand between the edges.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// Flush with both edges.
    #[default]
    Both,
    /// At the left edge.
    Left,
    /// In the middle.
    Centre,
    /// At the right edge.
    Right,
}

/// The depth of a heading: Party I- / 1. / a), State I. / 1. / a).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A part of the paper.
    First,
    /// A part of a part.
    Second,
    /// A part of that.
    Third,
}

/// One thing after another in the body of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading. Numbered headings count on from the last one of their level under the same heading above.
    Heading {
        /// Its depth.
        level: Level,
        /// Whether it counts.
        numbered: bool,
        /// Its words.
        runs: Vec<Run>,
    },
    /// An article of a decision; "Điều 1." is put before it and counts on through the paper.
    Article(Vec<Run>),
    /// A line in the middle and bold: QUYẾT ĐỊNH.
    Verdict(String),
    /// A paragraph, its first line set in.
    Paragraph(Vec<Run>),
    /// A paragraph without the inset, placed as told: a line under a table, "Kính gửi" of one's own.
    Line(Align, Vec<Run>),
    /// An item that opens with a dash.
    Bullet(Vec<Run>),
    /// A table.
    Table(Table),
    /// What follows begins on a new page.
    PageBreak,
}

impl Block {
    /// A numbered heading of plain words.
    pub fn heading(level: Level, text: impl Into<String>) -> Self {
        Self::Heading { level, numbered: true, runs: vec![Run::plain(text)] }
    }

    /// A paragraph of plain words.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(vec![Run::plain(text)])
    }

    /// An item of plain words.
    pub fn bullet(text: impl Into<String>) -> Self {
        Self::Bullet(vec![Run::plain(text)])
    }

    /// An article of plain words.
    pub fn article(text: impl Into<String>) -> Self {
        Self::Article(vec![Run::plain(text)])
    }
}

/// A table with ruled lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// A line above it.
    pub caption: String,
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Heading rows, repeated on every page. Cells may cover several columns and, among themselves, several rows.
    pub head: Vec<Row>,
    /// Rows downwards. A row is never cut by the end of a page unless it is taller than one.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its share of the width, weighed against the other columns'.
    pub weight: u16,
    /// How its cells stand; heading cells stand in the middle.
    pub align: Align,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// How it is set off.
    pub kind: RowKind,
    /// Its cells; missing ones are empty.
    pub cells: Vec<Cell>,
}

/// How a row is set off from the others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// Not at all.
    #[default]
    Plain,
    /// The heading of the rows below it: bold, and never alone at the foot of a page.
    Group,
    /// A total: bold.
    Total,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub runs: Vec<Run>,
    /// Columns covered; 0 means 1.
    pub across: u16,
    /// Rows covered, in heading rows only; 0 means 1.
    pub down: u16,
    /// How it stands, where other than its column.
    pub align: Option<Align>,
}

impl Cell {
    /// A cell of plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { runs: vec![Run::plain(text)], ..Self::default() }
    }

    /// A cell of plain words over several columns.
    pub fn across(columns: u16, text: impl Into<String>) -> Self {
        Self { across: columns, ..Self::plain(text) }
    }
}

impl Row {
    /// A row of plain words.
    pub fn plain<T: Into<String>>(cells: impl IntoIterator<Item = T>) -> Self {
        Self::of(RowKind::Plain, cells)
    }

    /// A row of plain words, set off.
    pub fn of<T: Into<String>>(kind: RowKind, cells: impl IntoIterator<Item = T>) -> Self {
        Self { kind, cells: cells.into_iter().map(Cell::plain).collect() }
    }
}

impl Column {
    /// A column of this weight.
    pub const fn new(weight: u16, align: Align) -> Self {
        Self { weight, align }
    }
}
