//! How the cells of a workbook look: one format for each look and kind of row.
//!
//! Formats of numbers are written the way files store them; a program in Vietnamese then shows dots for thousands
//! and a comma for decimals. Not here: which cell has which look.

use std::collections::HashMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use super::out::{Bound, RowKind, SheetWords};

/// Font of everything: what official papers use.
const FONT: &str = "Times New Roman";

/// Ink, rules and fills, taken from the screen's colours.
const LINES: Color = Color::RGB(0x00BF_B8AA);
const HEADING_FILL: Color = Color::RGB(0x00F3_F0E9);
const TOTAL_FILL: Color = Color::RGB(0x00FA_F8F4);
const GREY: Color = Color::RGB(0x0065_5E53);
const BLUE: Color = Color::RGB(0x001C_539E);

/// What a cell looks like, apart from its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Look {
    /// The first line above the table.
    Title,
    /// Other lines above the table.
    Subtitle,
    /// Heading of a column.
    Heading,
    /// Text.
    Text,
    /// A count.
    Integer,
    /// Money.
    Money,
    /// A number with so many places.
    Number(u8),
    /// A number with a word before it.
    Bounded(Bound),
    /// A share with so many places.
    Percent(u8),
    /// A day.
    Date,
    /// A word where a number might be.
    Absent,
    /// A link.
    Link,
    /// A line below the table.
    Note,
}

/// The formats of a workbook.
pub(super) struct Styles {
    words: SheetWords,
    made: HashMap<(Look, RowKind), Format>,
}

impl Styles {
    /// Formats that say their bounds with these words.
    pub(super) fn new(words: &SheetWords) -> Self {
        Self { words: words.clone(), made: HashMap::new() }
    }

    /// The format for a look in a kind of row.
    pub(super) fn get(&mut self, look: Look, kind: RowKind) -> Format {
        let words = &self.words;
        self.made.entry((look, kind)).or_insert_with(|| format(look, kind, words)).clone()
    }
}

fn format(look: Look, kind: RowKind, words: &SheetWords) -> Format {
    let plain = Format::new().set_font_name(FONT).set_font_size(11).set_align(FormatAlign::VerticalCenter);
    match look {
        Look::Title => return plain.set_font_size(14).set_bold(),
        Look::Subtitle => return plain.set_italic(),
        Look::Note => return plain.set_font_size(10).set_italic().set_font_color(GREY),
        Look::Heading
        | Look::Text
        | Look::Integer
        | Look::Money
        | Look::Number(_)
        | Look::Bounded(_)
        | Look::Percent(_)
        | Look::Date
        | Look::Absent
        | Look::Link => {}
    }
    let cell = plain.set_border(FormatBorder::Thin).set_border_color(LINES);
    let cell = match kind {
        RowKind::Plain => cell,
        RowKind::Group => cell.set_bold().set_background_color(TOTAL_FILL),
        RowKind::Total => {
            cell.set_bold().set_background_color(TOTAL_FILL).set_border_top(FormatBorder::Medium)
        }
    };
    match look {
        Look::Heading => {
            cell.set_bold().set_text_wrap().set_align(FormatAlign::Center).set_background_color(HEADING_FILL)
        }
        Look::Integer | Look::Money => cell.set_num_format("#,##0"),
        Look::Number(places) => cell.set_num_format(format!("#,##0{}", behind(places))),
        Look::Bounded(bound) => {
            // The word is text of the format, so a quote inside it would end it.
            let word = words.bound(bound).replace('"', "");
            cell.set_num_format(format!("\"{word} \"#,##0"))
        }
        Look::Percent(places) => cell.set_num_format(format!("0{}%", behind(places))),
        Look::Date => cell.set_num_format("d/m/yyyy").set_align(FormatAlign::Center),
        Look::Absent => cell.set_italic().set_font_color(GREY).set_align(FormatAlign::Right),
        Look::Link => cell.set_font_color(BLUE).set_underline(FormatUnderline::Single).set_text_wrap(),
        Look::Text | Look::Title | Look::Subtitle | Look::Note => cell.set_text_wrap(),
    }
}

/// The part of a format behind the point.
fn behind(places: u8) -> String {
    if places == 0 { String::new() } else { format!(".{}", "0".repeat(usize::from(places.min(15)))) }
}
