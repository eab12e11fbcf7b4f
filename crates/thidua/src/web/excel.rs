//! Any table of a page as an Excel file: the same act that draws the page, all of its rows, the same rights.
//!
//! A room says what stands in its table as a [`Listing`] and which address gives it ([`Frame::excel`] puts the link at
//! the foot of the page). Not here: how a workbook looks (`office::sheet`), which rows there are (`acts`).
//!
//! [`Frame::excel`]: super::frame::Frame::excel

use domain::figure::{Bound, Value};
use domain::total::Sum;
use lang::Lang;
use office::sheet::{CellOut, ColumnOut, RowKind, RowOut, SheetOut, SheetWords, write_workbook};

use super::answer::{Answer, Failure, XLSX, file};
use super::visit::{Member, local_time};

/// The most rows that one file takes. Above it the answer says so: a table is never cut.
const MOST_ROWS: usize = 2_000_000;

/// A table as it stands on a page, with the rows of all its pages.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// What it is headed.
    pub heading: String,
    /// A line below the heading: whose, which day, which filter. May be empty.
    pub note: String,
    /// The heads of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<CellOut>>,
}

impl Listing {
    /// A table without rows yet.
    pub fn new<'a>(heading: &str, columns: impl IntoIterator<Item = &'a str>) -> Self {
        let columns = columns.into_iter().map(str::to_owned).collect();
        Self { heading: heading.to_owned(), columns, ..Self::default() }
    }

    fn sheet(self) -> SheetOut {
        let column = |heading| ColumnOut { heading, ..ColumnOut::default() };
        let note = (!self.note.is_empty()).then_some(self.note);
        SheetOut {
            name: self.heading.clone(),
            titles: std::iter::once(self.heading).chain(note).collect(),
            columns: self.columns.into_iter().map(column).collect(),
            rows: self.rows.into_iter().map(|cells| RowOut { kind: RowKind::Plain, cells }).collect(),
            notes: Vec::new(),
            frozen_columns: 1,
        }
    }
}

/// Tables as one workbook, a sheet for each. `name` is the file's, without its ending.
pub fn download(member: &Member, name: &str, listings: Vec<Listing>) -> Answer {
    let rows: usize = listings.iter().map(|listing| listing.rows.len()).sum();
    if rows > MOST_ROWS {
        return Err(Failure::TooLarge);
    }
    let sheets: Vec<SheetOut> = listings.into_iter().map(Listing::sheet).collect();
    let made = local_time(member.ctx.app.now());
    let bytes =
        write_workbook(&sheets, &words_of(member.lang()), made).map_err(|fault| Failure::fault(&fault))?;
    Ok(file(&format!("{name}.xlsx"), XLSX, bytes))
}

/// The words a workbook says itself.
pub fn words_of(lang: Lang) -> SheetWords {
    match lang {
        Lang::Vi => SheetWords::vietnamese(),
        Lang::En => SheetWords::english(),
    }
}

/// A text; nothing where it is empty.
pub fn text(text: impl Into<String>) -> CellOut {
    let text = text.into();
    if text.is_empty() { CellOut::Empty } else { CellOut::Text(text) }
}

/// A count.
pub fn count(count: usize) -> CellOut {
    CellOut::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}

/// One reported value, or its absence.
pub fn value(value: Option<Value>, money: bool, lang: Lang) -> CellOut {
    value.map_or(CellOut::NotReported, |value| sum(Sum::of(value), Some(value), money, lang))
}

/// One figure: zero, not reported, not applicable and bounds stay apart, as on the page.
pub fn sum(sum: Sum, whole: Option<Value>, money: bool, lang: Lang) -> CellOut {
    if sum.values() == 0 {
        return match whole {
            Some(Value::Statement { .. }) => CellOut::Text(lang::figure::value(whole, "", lang).number),
            _ if sum.statements > 0 => CellOut::Text(lang::figure::sum(sum, "", lang).number),
            _ if sum.not_applicable > 0 => CellOut::NotApplicable,
            _ => CellOut::NotReported,
        };
    }
    if sum.denominator > 0 {
        return CellOut::Percent { numerator: sum.number, denominator: sum.denominator };
    }
    let bounded = |bound| CellOut::Bounded { value: sum.number, bound };
    match sum.bound() {
        Bound::AtLeast => bounded(office::sheet::Bound::AtLeast),
        Bound::AtMost => bounded(office::sheet::Bound::AtMost),
        Bound::About => bounded(office::sheet::Bound::About),
        Bound::Exact if money => CellOut::Money(sum.number),
        Bound::Exact => CellOut::Integer(sum.number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_absence_and_not_applicable_stay_apart() {
        let cell = |of| value(of, false, Lang::Vi);
        assert_eq!(cell(Some(Value::exact(0))), CellOut::Integer(0));
        assert_eq!(cell(None), CellOut::NotReported);
        assert_eq!(cell(Some(Value::NotApplicable)), CellOut::NotApplicable);
        let more = CellOut::Bounded { value: 5_400, bound: office::sheet::Bound::AtLeast };
        assert_eq!(cell(Some(Value::at_least(5_400))), more);
    }
}
