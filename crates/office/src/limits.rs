//! How much a paper may ask of the machine before it is refused.
//!
//! Every limit is counted while reading, never believed from what the file says of itself. Not here: limits of a
//! request (its size, its time), which belong to the web edge.

/// Largest file taken in, in bytes. The upload form promises "tối đa 20 MB một tệp".
pub const UPLOAD_BYTES: usize = 20 * 1024 * 1024;

/// Most parts in one Word or Excel file. A 300-page report with a picture on every page has about 700.
pub const CONTAINER_PARTS: usize = 2_000;

/// Most bytes that all parts together may come to when unpacked. A sheet of 200,000 rows by 8 comes to about 80 MB.
pub const INFLATED_BYTES: u64 = 100 * 1024 * 1024;

/// How many times larger than packed a part may become, once it is larger than [`RATIO_FREE_BYTES`]. Repetitive
/// sheets reach about 60; deflate's own limit, which bombs reach, is 1,032.
pub const INFLATE_RATIO: u64 = 300;

/// Parts smaller than this when unpacked are not asked for their ratio: an empty sheet full of styles is harmless.
pub const RATIO_FREE_BYTES: u64 = 4 * 1024 * 1024;

/// Deepest nesting of XML elements. Word nests about 12 levels for each table inside a table cell.
pub const XML_DEPTH: usize = 256;

/// Deepest nesting of HTML elements kept as structure; deeper elements are read as if they stood at this depth,
/// because real pages forget to close what they open.
pub const HTML_DEPTH: usize = 200;

/// Most elements of one HTML page. Large news pages have about 5,000.
pub const HTML_ELEMENTS: usize = 200_000;

/// Most characters of text taken from one paper: about 4,000 full pages.
pub const TEXT_CHARS: usize = 10_000_000;

/// Most pages read from one PDF.
pub const PDF_PAGES: usize = 2_000;

/// Most objects read from one PDF. A thousand-page report has about 40,000.
pub const PDF_OBJECTS: usize = 300_000;

/// Deepest nesting of PDF arrays, dictionaries, page tree nodes and forms inside forms.
pub const PDF_DEPTH: usize = 32;

/// Most rows read from one sheet.
pub const SHEET_ROWS: usize = 200_000;

/// Most columns read from one sheet: the last is `ALL`.
pub const SHEET_COLUMNS: u32 = 1_000;

/// Most cells with something in them read from one workbook.
pub const SHEET_CELLS: usize = 2_000_000;

/// Most bytes of text in the cells of one sheet.
pub const SHEET_CHARS: usize = 64 * 1024 * 1024;

/// Most characters in one cell, Excel's own limit.
pub const CELL_CHARS: usize = 32_767;

/// Most bytes that one sheet may come to when it is read row by row: what stands of it in memory is one row.
pub const STREAMED_BYTES: u64 = 8 * 1024 * 1024 * 1024;

/// Most cells of one sheet when it is read row by row.
pub const STREAMED_CELLS: u64 = 100_000_000;

/// Deepest nesting of parts in a mail.
pub const MAIL_DEPTH: usize = 10;

/// Most parts in a mail.
pub const MAIL_PARTS: usize = 500;
