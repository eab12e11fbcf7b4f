//! A form of one unit as a workbook to fill in: locked but for its answers, prefilled, last time's value beside each,
//! and the form's checks as formulas that speak while one types.
//!
//! Column A, hidden, names each row and, in the first row, the form, unit and period, so that what comes back is known
//! whatever else was done to the sheet. Not here: reading it back (`entry_in`), what the rows mean.

use jiff::civil::DateTime;
use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DocProperties, Format, FormatAlign, FormatBorder,
    Formula, Workbook, Worksheet,
};

use super::out::{CellOut, SheetWords};
use super::write::{EXACT, made_at, tab_name};
use crate::{OfficeError, limits};

/// A form to fill in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryOut {
    /// Name on the tab.
    pub name: String,
    /// Which form, unit and period, in the caller's notation; comes back as it went out.
    pub mark: String,
    /// Lines above the table: the form, the unit and period, the last day, how to fill in.
    pub titles: Vec<String>,
    /// The heads of the columns: question, measure, last time, answer, check, reason.
    pub heads: [String; 6],
    /// The head of one more column that says what became of each answer; empty where there is none yet.
    pub result_head: String,
    /// The rows downwards.
    pub rows: Vec<EntryRow>,
}

/// A row of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryRow {
    /// The heading of the rows below it.
    Heading(String),
    /// A question.
    Ask(Box<AskOut>),
}

/// A question with its answer so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AskOut {
    /// Names the row when it comes back.
    pub key: String,
    /// The question.
    pub question: String,
    /// In which measure.
    pub measure: String,
    /// Told when the answer is chosen; may be empty.
    pub help: String,
    /// What was answered last time.
    pub last: Option<CellOut>,
    /// The answer so far.
    pub answer: Option<CellOut>,
    /// The answers to choose from; empty for a free one.
    pub choices: Vec<String>,
    /// Whether what is typed stays text: `5/6` is a share and no day in June.
    pub as_text: bool,
    /// The line of reason so far.
    pub reason: String,
    /// What became of the answer when it was sent in.
    pub result: String,
    /// What the answer is held against.
    pub checks: Vec<CheckOut>,
}

/// A check with the sentence that it says when it fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckOut {
    /// What is held against what.
    pub rule: RuleOut,
    /// What to say.
    pub told: String,
}

/// What is held against what. Rows are named by their keys; a row that the form does not have makes no check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleOut {
    /// Never above another answer.
    AtMostRow(String),
    /// Never above a number.
    AtMost(i64),
    /// The sum of other answers.
    SumOf(Vec<String>),
    /// Not further from last time than so many percent of it.
    Near(i64),
}

/// The column of the answers, from 0.
const ANSWER: u16 = 4;
/// The column of last time's values, from 0.
const LAST: u16 = 3;
/// The column of the checks, from 0.
const CHECK: u16 = 5;
/// The column of the reasons, from 0.
const REASON: u16 = 6;
/// The column of the results, from 0.
const RESULT: u16 = 7;

/// Writes the workbook (`.xlsx`).
pub fn write_entry(entry: &EntryOut, words: &SheetWords, made: DateTime) -> Result<Vec<u8>, OfficeError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&made_at(made)?));
    let page = book.add_worksheet();
    page.set_name(tab_name(&entry.name, &[]))?;
    Writing { page, words, first: 0, results: !entry.result_head.is_empty() }.form(entry)?;
    Ok(book.save_to_buffer()?)
}

struct Writing<'a> {
    page: &'a mut Worksheet,
    words: &'a SheetWords,
    /// The row of the first line below the heading, from 0.
    first: u32,
    /// Whether there is a column of results.
    results: bool,
}

pub(super) fn plain() -> Format {
    Format::new().set_font_name("Times New Roman").set_font_size(11).set_align(FormatAlign::VerticalCenter)
}

pub(super) fn boxed() -> Format {
    plain().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00BF_B8AA)).set_text_wrap()
}

/// Where the answers are typed: open while all else is locked, and coloured so that one sees it.
pub(super) fn open() -> Format {
    boxed().set_unlocked().set_background_color(Color::RGB(0x00FF_F8E5)).set_align(FormatAlign::Right)
}

/// The same for what stays text.
pub(super) fn open_text() -> Format {
    open().set_num_format("@")
}

/// How an answer looks whose check speaks.
pub(super) fn doubted() -> Format {
    Format::new().set_background_color(Color::RGB(0x00FB_DDDD)).set_font_color(Color::RGB(0x00A8_1E1E))
}

/// Red words.
fn red() -> Format {
    boxed().set_font_color(Color::RGB(0x00A8_1E1E))
}

impl Writing<'_> {
    fn form(mut self, entry: &EntryOut) -> Result<(), OfficeError> {
        const A4: u8 = 9;
        self.page.set_paper_size(A4).set_print_fit_to_pages(1, 0);
        self.page.set_footer(format!("&R{} &P/&N", self.words.page.replace('&', "&&")));
        for (column, width) in (0_u16..).zip([4, 52, 14, 18, 18, 36, 32, 40]) {
            self.page.set_column_width(column, width)?;
        }
        self.page.set_column_hidden(0)?;
        self.text(0, 0, &entry.mark, &plain())?;
        let mut row = 0_u32;
        for (number, title) in entry.titles.iter().enumerate() {
            let look = if number == 0 { plain().set_bold().set_font_size(14) } else { plain().set_italic() };
            self.text(row, 1, title, &look)?;
            row = row.saturating_add(1);
        }
        row = row.saturating_add(1);
        let head =
            boxed().set_bold().set_background_color(Color::RGB(0x00F3_F0E9)).set_align(FormatAlign::Center);
        let last = self.results.then_some(&entry.result_head);
        for (column, text) in (1_u16..).zip(entry.heads.iter().chain(last)) {
            self.text(row, column, text, &head)?;
        }
        row = row.saturating_add(1);
        self.first = row;
        self.page.set_freeze_panes(row, 0)?;
        for line in &entry.rows {
            match line {
                EntryRow::Heading(text) => self.text(row, 1, text, &plain().set_bold())?,
                EntryRow::Ask(ask) => self.ask(row, ask, entry)?,
            }
            row = row.saturating_add(1);
        }
        self.page.protect();
        Ok(())
    }

    fn text(&mut self, row: u32, column: u16, text: &str, look: &Format) -> Result<(), OfficeError> {
        write_text(self.page, (row, column), text, look)
    }

    fn ask(&mut self, row: u32, ask: &AskOut, entry: &EntryOut) -> Result<(), OfficeError> {
        self.text(row, 0, &format!("#{}", ask.key), &plain())?;
        self.text(row, 1, &ask.question, &boxed())?;
        self.text(row, 2, &ask.measure, &boxed())?;
        self.value(row, LAST, ask.last.as_ref(), &boxed().set_align(FormatAlign::Right))?;
        let look = if ask.as_text { open_text() } else { open() };
        self.value(row, ANSWER, ask.answer.as_ref(), &look)?;
        if !ask.choices.is_empty() {
            let chosen = DataValidation::new().allow_list_strings(&ask.choices)?;
            self.page.add_data_validation(row, ANSWER, row, ANSWER, &told(chosen, &ask.help)?)?;
        } else if !ask.help.is_empty() {
            let any = DataValidation::new().allow_any_value();
            self.page.add_data_validation(row, ANSWER, row, ANSWER, &told(any, &ask.help)?)?;
        }
        let formula = self.formula(row, ask, entry);
        if formula.is_empty() {
            self.text(row, CHECK, "", &boxed())?;
        } else {
            let shown = Formula::new(formula).set_result("");
            self.page.write_formula_with_format(row, CHECK, shown, &red())?;
            let speaks = format!("=$F{}<>\"\"", row.saturating_add(1));
            let colour = ConditionalFormatFormula::new().set_rule(speaks.as_str()).set_format(doubted());
            self.page.add_conditional_format(row, ANSWER, row, ANSWER, &colour)?;
        }
        let look = open_text().set_align(FormatAlign::Left);
        if ask.reason.is_empty() {
            self.page.write_blank(row, REASON, &look)?;
        } else {
            self.text(row, REASON, &ask.reason, &look)?;
        }
        if self.results {
            self.text(row, RESULT, &ask.result, &red())?;
        }
        Ok(())
    }

    fn value(
        &mut self,
        row: u32,
        column: u16,
        value: Option<&CellOut>,
        look: &Format,
    ) -> Result<(), OfficeError> {
        write_value(self.page, (row, column), value, look, self.words)
    }

    /// The cell of a row's answer: `E17`.
    fn answer_of(&self, key: &str, entry: &EntryOut) -> Option<String> {
        let place = entry.rows.iter().position(|row| matches!(row, EntryRow::Ask(ask) if ask.key == key))?;
        Some(format!("E{}", self.first.saturating_add(u32::try_from(place).ok()?).saturating_add(1)))
    }

    /// The formula that says the first sentence that applies; empty where nothing is checked.
    fn formula(&self, row: u32, ask: &AskOut, entry: &EntryOut) -> String {
        let line = row.saturating_add(1);
        let own = format!("E{line}");
        let rules: Vec<String> = ask
            .checks
            .iter()
            .filter_map(|check| {
                let fails = match &check.rule {
                    RuleOut::AtMost(most) => format!("{own}>{most}"),
                    RuleOut::AtMostRow(key) => {
                        let other = self.answer_of(key, entry)?;
                        format!("AND(ISNUMBER({other}),{own}>{other})")
                    }
                    RuleOut::SumOf(keys) => {
                        let cells: Option<Vec<String>> =
                            keys.iter().map(|key| self.answer_of(key, entry)).collect();
                        let cells = cells?.join(",");
                        format!("AND(COUNT({cells})={},{own}<>SUM({cells}))", keys.len())
                    }
                    RuleOut::Near(percent) => {
                        format!("AND(ISNUMBER(D{line}),ABS({own}-D{line})*100>ABS(D{line})*{percent})")
                    }
                };
                Some(format!("IF({fails},\"{}\",", check.told.replace('"', "\"\"")))
            })
            .collect();
        if rules.is_empty() {
            return String::new();
        }
        format!("=IF(ISNUMBER({own}),{}\"\"{},\"\")", rules.concat(), ")".repeat(rules.len()))
    }
}

/// The help beside an answer. Excel shows at most 255 letters of it; the question itself is never cut.
pub(super) fn told(rule: DataValidation, help: &str) -> Result<DataValidation, OfficeError> {
    if help.is_empty() {
        return Ok(rule);
    }
    let help: String = help.chars().take(250).collect();
    Ok(rule.set_input_message(help)?)
}

/// A text in a cell (row and column from 0).
pub(super) fn write_text(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    look: &Format,
) -> Result<(), OfficeError> {
    let found = text.chars().count();
    if found > limits::CELL_CHARS {
        let limit = limits::CELL_CHARS;
        return Err(OfficeError::DoesNotFit { what: "characters in a cell", found, limit });
    }
    page.write_string_with_format(row, column, text, look)?;
    Ok(())
}

/// A value in a form that says the same when it is read back: a bound as its words, not as a format.
pub(super) fn write_value(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    value: Option<&CellOut>,
    look: &Format,
    words: &SheetWords,
) -> Result<(), OfficeError> {
    let text = match value {
        Some(CellOut::Integer(number) | CellOut::Money(number)) if number.unsigned_abs() <= EXACT => {
            let shown: f64 = number.to_string().parse().unwrap_or_default();
            let look = look.clone().set_num_format("#,##0");
            page.write_number_with_format(row, column, shown, &look)?;
            return Ok(());
        }
        Some(CellOut::NotReported | CellOut::Empty) | None => {
            page.write_blank(row, column, look)?;
            return Ok(());
        }
        Some(CellOut::Integer(number) | CellOut::Money(number)) => number.to_string(),
        Some(CellOut::Text(text) | CellOut::Link { text, .. }) => text.clone(),
        Some(CellOut::Bounded { value, bound }) => format!("{} {value}", words.bound(*bound)),
        // Both counts, as people type a share: a quotient could not be taken apart again.
        Some(CellOut::Percent { numerator, denominator }) => format!("{numerator}/{denominator}"),
        Some(CellOut::Number(value)) => value.to_string(),
        Some(CellOut::Stated(value)) => format!("{value}%"),
        Some(CellOut::Date(day)) => format!("{}/{}/{}", day.day(), day.month(), day.year()),
        Some(CellOut::NotApplicable) => words.not_applicable.clone(),
    };
    write_text(page, (row, column), &text, look)
}
