//! Taking a paper in for reading: its text, places and cells as documents keep them, and a sentence for every refusal.
//! The command line, the pages and the stacks all take papers in here.
//!
//! Not here: the taking in itself (`office::intake`), the reading (`reader`), uploads (`web`).

use lang::Words;
use office::Hazard;
use office::intake::{self, Block, BlockKind, Intake, IntakeRefusal, Kind, Unreadable};
use office::sheet::SheetRefusal;

/// The text of a paper as the reader gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// What the paper is.
    pub kind: Kind,
    /// Its text. Spans are counted in the code points of exactly this.
    pub content: String,
    /// Whether the file itself holds this very text, so that spans are places in the file.
    pub as_given: bool,
}

/// Takes a file in. A text file in UTF-8 is read as it stands, composed or not, whatever its line ends; only a first
/// line `URL: …`, which says where the text was found, is not part of it. Everything else is turned into text first.
pub fn text_of(name: &str, bytes: &[u8]) -> Result<Text, IntakeRefusal> {
    let taken = intake::intake(name, bytes)?;
    if taken.kind == Kind::Text
        && let Ok(given) = std::str::from_utf8(bytes)
    {
        return Ok(Text { kind: taken.kind, content: without_source(given).to_owned(), as_given: true });
    }
    let Intake { kind, text, .. } = taken;
    Ok(Text { kind, content: text, as_given: false })
}

fn without_source(text: &str) -> &str {
    match text.split_once('\n') {
        Some((first, rest)) if first.starts_with("URL: ") => rest,
        _ => text,
    }
}

/// The short name of a kind, as documents keep it.
pub fn kind_code(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Html => "html",
        Kind::Word => "docx",
        Kind::Pdf => "pdf",
        Kind::Workbook => "xlsx",
        Kind::Mail => "eml",
    }
}

/// A paper taken in, as documents keep it.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The short name of its kind.
    pub kind: String,
    /// Its text.
    pub text: String,
    /// The cells of its tables, whose headings tell what their figures are.
    pub cells: Vec<reader::table::Cell>,
    /// The stretches of the text with what they are, one a line: `start end kind`. Furniture of the page has an `x`; behind a cell's
    /// `c` stand its table, row, first column and how many columns it covers, parted by dots.
    pub blocks: String,
}

/// Takes a file in, to be kept as a document.
pub fn paper_of(name: &str, bytes: &[u8]) -> Result<Paper, IntakeRefusal> {
    let taken = intake::intake(name, bytes)?;
    Ok(Paper {
        kind: kind_code(taken.kind).to_owned(),
        cells: cells_of(&taken),
        blocks: blocks_of(&taken),
        text: taken.text,
    })
}

fn blocks_of(taken: &Intake) -> String {
    let line = |block: &Block| {
        let kind = match block.kind {
            BlockKind::Paragraph => "p".to_owned(),
            BlockKind::Heading { .. } => "h".to_owned(),
            BlockKind::Cell { table, row, column, columns, .. } => {
                format!("c{table}.{row}.{column}.{columns}")
            }
            BlockKind::Caption => "i".to_owned(),
            BlockKind::Header => "t".to_owned(),
            BlockKind::Footer => "f".to_owned(),
            BlockKind::Footnote => "n".to_owned(),
            BlockKind::MailHead => "m".to_owned(),
        };
        let furniture = if block.boilerplate { "x" } else { "" };
        format!("{} {} {kind}{furniture}", block.range.start, block.range.end)
    };
    taken.blocks.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads the cells back from what a document keeps of its stretches.
pub fn cells_told(blocks: &str) -> Vec<reader::table::Cell> {
    let cell = |line: &str| {
        let mut words = line.split(' ');
        let (start, end) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        let mut numbers = words.next()?.strip_prefix('c')?.trim_end_matches('x').split('.').map(str::parse);
        let mut number = || numbers.next()?.ok();
        let (table, row, column, columns) = (number()?, number()?, number()?, number()?);
        Some(reader::table::Cell { table, row, column, columns, span: reader::Span { start, end } })
    };
    blocks.lines().filter_map(cell).collect()
}

fn cells_of(taken: &Intake) -> Vec<reader::table::Cell> {
    let cell = |block: &Block| {
        let BlockKind::Cell { table, row, column, columns, .. } = block.kind else { return None };
        let start = u32::try_from(block.range.start).ok()?;
        let end = u32::try_from(block.range.end).ok()?;
        Some(reader::table::Cell { table, row, column, columns, span: reader::Span { start, end } })
    };
    taken.blocks.iter().filter_map(cell).collect()
}

/// A waiting paper of a stack taken in: its text, or the code of the reason why not.
pub fn of_stack(name: &str, bytes: &[u8]) -> acts::stack::Taken {
    match paper_of(name, bytes) {
        Ok(Paper { kind, text, cells, blocks }) => acts::stack::Taken::Text { kind, text, cells, blocks },
        Err(refusal) => acts::stack::Taken::Refused(code(&refusal).to_owned()),
    }
}

/// A refusal's code, as stacks keep it.
pub fn code(refusal: &IntakeRefusal) -> &'static str {
    match refusal {
        IntakeRefusal::Empty => "empty",
        IntakeRefusal::NameDiffers { .. } => "name",
        IntakeRefusal::Scan { .. } => "scan",
        IntakeRefusal::NotRead(unreadable) => match unreadable {
            Unreadable::OldWord => "old-word",
            Unreadable::RichText => "rich-text",
            Unreadable::OpenText => "open-text",
            Unreadable::Slides => "slides",
            Unreadable::Picture => "picture",
            Unreadable::Archive => "archive",
            Unreadable::Program => "program",
            Unreadable::UnknownEncoding => "encoding",
            Unreadable::Unknown => "unknown",
        },
        IntakeRefusal::Hazard(hazard) => hazard_code(hazard),
    }
}

fn hazard_code(hazard: &Hazard) -> &'static str {
    match hazard {
        Hazard::TooLarge { .. } => "size",
        Hazard::TooManyParts { .. }
        | Hazard::Inflates { .. }
        | Hazard::Ratio { .. }
        | Hazard::TooDeep { .. }
        | Hazard::DeclaresEntities
        | Hazard::UnsafeName { .. } => "hostile",
        Hazard::TooMuch { .. } => "too-much",
        Hazard::Macros => "macros",
        Hazard::Encrypted => "locked",
        Hazard::Broken { .. } => "broken",
    }
}

/// What is wrong with a file that was to be a sheet, and what can be done about it.
pub fn sheet_sentence(refusal: &SheetRefusal, words: &Words) -> &'static str {
    match refusal {
        SheetRefusal::Hazard(hazard) => told(hazard_code(hazard), words),
        SheetRefusal::NotRead(Unreadable::Program) => words.intake.program,
        SheetRefusal::NotRead(Unreadable::Archive) => words.intake.archive,
        SheetRefusal::NameDiffers { .. } => words.intake.name,
        SheetRefusal::Empty | SheetRefusal::NotATable { .. } | SheetRefusal::NotRead(_) => {
            words.import.unreadable
        }
    }
}

/// What is wrong with a file and what can be done about it, by the refusal's code.
pub fn told(code: &str, words: &Words) -> &'static str {
    let w = &words.intake;
    match code {
        "empty" => w.empty,
        "name" => w.name,
        "scan" => w.scan,
        "old-word" => w.old_word,
        "rich-text" => w.rich_text,
        "open-text" => w.open_text,
        "slides" => w.slides,
        "picture" => w.picture,
        "archive" => w.archive,
        "program" => w.program,
        "encoding" => w.encoding,
        "size" => w.size,
        "hostile" => w.hostile,
        "too-much" => w.too_much,
        "macros" => w.macros,
        "locked" => w.locked,
        "broken" => w.broken,
        acts::stack::NOT_ALLOWED => w.denied,
        _ => w.unknown,
    }
}

/// What is wrong with a file and what can be done about it.
pub fn sentence(refusal: &IntakeRefusal, words: &Words) -> &'static str {
    told(code(refusal), words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_file_is_read_as_it_stands() {
        let given = "Tre\u{302}n 5 ca\u{302}y\r\n\r\nho\u{300}a  bi\u{300}nh \n";
        let text = text_of("a.txt", given.as_bytes()).expect("a text");
        assert_eq!(text.content, given);
        assert!(text.as_given);
    }

    #[test]
    fn the_line_that_names_the_source_is_not_part_of_the_text() {
        let text = text_of("a.txt", "URL: noi-nao-do\nTrồng 5 cây.\n".as_bytes()).expect("a text");
        assert_eq!(text.content, "Trồng 5 cây.\n");
    }

    #[test]
    fn every_refusal_says_what_to_do() {
        let refused = text_of("bao-cao.docx", b"%PDF-1.7").expect_err("a refusal");
        let words = lang::Lang::Vi.words();
        assert!(sentence(&refused, words).ends_with('.'), "{}", sentence(&refused, words));
        let zip = text_of("bao-cao.docx", b"PK\x03\x04 cut short").expect_err("a refusal");
        assert_eq!(sentence(&zip, words), "Tệp hỏng hoặc tải lên chưa hết. Gửi lại tệp gốc.");
    }
}
