//! Tables: every figure of a cell with the headings of its row and column as its label.
//!
//! Not here: which award headings tell of (`tabled`), finding tables in files (`office`), telling which indicator a label means (`mapping`).

use crate::key::key_of;
use crate::lexicon::awards::Recipient;
use crate::number;
use crate::reading::{
    Award, AwardStatus, Certainty, Indicator, Mention, Percentage, Qualifier, Reading, Reason, Span, Status,
};
use crate::tabled;
use crate::token::Sheet;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::LazyLock;

/// One cell of a table as the intake found it; rows and columns count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Cell {
    /// Number of the table in the paper.
    pub table: u32,
    /// Its first row.
    pub row: u32,
    /// Its first column.
    pub column: u32,
    /// How many columns it covers.
    pub columns: u32,
    /// Where its words stand in the text.
    pub span: Span,
}

/// What the words of a cell are.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    Words(String),
    Count { whole: i64, of: Option<i64>, ambiguous: bool },
    Share { thousandths: i64 },
}

/// A table's cells by row and column; a cell that covers several columns stands under each of them.
struct Grid {
    rows: BTreeMap<u32, BTreeMap<u32, (Content, Span)>>,
}

/// Words that head a column of running numbers.
const NUMBERING: [&str; 4] = ["stt", "tt", "số tt", "số thứ tự"];
/// Words that head a column of measures.
const MEASURES: [&str; 3] = ["đơn vị tính", "đvt", "đơn vị đo"];
/// Words of columns that plan or compare, not report.
const AIMS: [&str; 6] = ["kế hoạch", "chỉ tiêu giao", "mục tiêu", "cùng kỳ", "năm trước", "kỳ trước"];

/// Reads the figures of all tables. Spans count code points of `text`, as the cells' do. Numbers are those that
/// fill their cell; "-" and blanks are nothing, "0" is zero.
pub fn read_tables(text: &str, cells: &[Cell]) -> Reading {
    let letters: Vec<char> = text.chars().collect();
    let mut grids: BTreeMap<u32, Grid> = BTreeMap::new();
    for cell in cells {
        let words = slice(&letters, cell.span);
        let grid = grids.entry(cell.table).or_insert_with(|| Grid { rows: BTreeMap::new() });
        grid.put(cell, &words);
    }
    let mut reading = Reading::default();
    for grid in grids.values() {
        grid.read(&letters, &mut reading);
    }
    reading
}

fn slice(letters: &[char], span: Span) -> String {
    let at = |place: u32| usize::try_from(place).unwrap_or(usize::MAX).min(letters.len());
    let (start, end) = (at(span.start), at(span.end));
    letters.get(start..end.max(start)).unwrap_or_default().iter().collect()
}

fn content(words: &str) -> Content {
    let sheet = Sheet::new(words);
    let other = || Content::Words(words.split_whitespace().collect::<Vec<_>>().join(" "));
    let Some(found) = number::at(&sheet, 0) else { return other() };
    let rest = sheet.len().saturating_sub(found.to);
    if rest == 0 && found.thousandths == 0 {
        let of = found.of.filter(|of| *of >= found.whole);
        return Content::Count { whole: found.whole, of, ambiguous: found.ambiguous };
    }
    if rest == 1 && sheet.mark(found.to) == '%' {
        let thousandths = found.whole.saturating_mul(1_000).saturating_add(found.thousandths);
        return Content::Share { thousandths };
    }
    other()
}

impl Grid {
    fn put(&mut self, cell: &Cell, words: &str) {
        if words.trim().is_empty() {
            return;
        }
        for column in cell.column..cell.column.saturating_add(cell.columns.clamp(1, 64)) {
            let row = self.rows.entry(cell.row).or_default();
            // A cell of several paragraphs comes in several pieces: its words are joined.
            if let Some((Content::Words(held), span)) = row.get_mut(&column) {
                held.push(' ');
                held.push_str(words.trim());
                span.end = span.end.max(cell.span.end);
            } else {
                row.insert(column, (content(words), cell.span));
            }
        }
    }

    fn words(&self, row: u32, column: u32) -> Option<&str> {
        match self.rows.get(&row)?.get(&column)? {
            (Content::Words(words), _) => Some(words),
            _ => None,
        }
    }

    /// The rows at the top that head the columns: those before the first row with a figure beyond its first
    /// column. A row of running numbers (1, 2, 3 …) under the head belongs to it.
    fn head(&self) -> Vec<u32> {
        let mut head = Vec::new();
        for (row, cells) in &self.rows {
            let figures: Vec<i64> = cells
                .values()
                .filter_map(|(content, _)| match content {
                    Content::Count { whole, of: None, .. } => Some(*whole),
                    Content::Count { .. } | Content::Share { .. } | Content::Words(_) => None,
                })
                .collect();
            let numbering = figures.len() > 1
                && figures.len() == cells.len()
                && figures.windows(2).all(|pair| matches!(pair, [a, b] if *b == a.saturating_add(1)));
            let plain = cells.values().all(|(content, _)| matches!(content, Content::Words(_)));
            if !(plain && cells.len() > 1 || numbering && !head.is_empty()) {
                break;
            }
            head.push(*row);
        }
        head
    }

    fn column_heading(&self, head: &[u32], column: u32) -> String {
        let mut parts: Vec<&str> = Vec::new();
        let mut told = HashSet::new();
        parts.extend(
            head.iter().filter_map(|row| self.words(*row, column)).filter(|words| told.insert(*words)),
        );
        parts.join(", ")
    }

    fn read(&self, letters: &[char], reading: &mut Reading) {
        let head = self.head();
        // Without rows below its head a table tells no figure.
        if head.is_empty() || head.len() == self.rows.len() {
            return;
        }
        let columns: BTreeMap<u32, Column> = self
            .rows
            .values()
            .flat_map(BTreeMap::keys)
            .copied()
            .collect::<BTreeSet<u32>>()
            .into_iter()
            .map(|column| (column, Column::of(self.column_heading(&head, column))))
            .collect();
        let measures = columns.iter().find(|(_, column)| column.measures).map(|(at, _)| *at);
        let parted = columns.values().any(|column| tabled::recipients(&column.heading).is_some());
        let unheaded = Column::of(String::new());
        for (row, cells) in self.rows.iter().skip(head.len()) {
            let worded = |numbering: bool| {
                cells.iter().find_map(|(at, (content, _))| {
                    let Content::Words(words) = content else { return None };
                    let column = columns.get(at).unwrap_or(&unheaded);
                    (column.numbering == numbering && !column.measures).then_some((*at, words.as_str()))
                })
            };
            // "Cộng" may stand in the column of running numbers.
            let row_heading = worded(false).or_else(|| worded(true));
            let measure = measures.and_then(|column| self.words(*row, column));
            for (at, (content, span)) in cells {
                let column = columns.get(at).unwrap_or(&unheaded);
                let before = row_heading.is_some_and(|(first, _)| *at < first);
                if before || column.numbering || matches!(content, Content::Words(_)) {
                    continue;
                }
                let row = row_heading.map_or("", |(_, words)| words);
                let place = Place { row, column, measure, parted, span: *span };
                if !place.award(reading, letters, content) {
                    place.push(reading, letters, content);
                }
            }
        }
    }
}

/// What stands over a column, and what that says of the cells below.
struct Column {
    heading: String,
    numbering: bool,
    measures: bool,
    /// It plans or compares.
    aims: bool,
}

impl Column {
    fn of(heading: String) -> Self {
        let words = plain(&heading);
        let is = |list: &[&str]| list.contains(&words.as_str());
        let aims = AIMS.iter().any(|aim| words.contains(aim));
        Self { numbering: is(&NUMBERING), measures: is(&MEASURES), aims, heading }
    }
}

/// A cell with what stands over it and before it.
struct Place<'a> {
    row: &'a str,
    column: &'a Column,
    measure: Option<&'a str>,
    /// Some column of the table tells collectives from individuals.
    parted: bool,
    span: Span,
}

impl Place<'_> {
    fn mention(&self, letters: &[char], reasons: Vec<Reason>, certainty: Certainty) -> Mention {
        Mention { spans: vec![self.span], source: slice(letters, self.span), certainty, reasons }
    }

    /// Reads the cell as the count of an award; `false` when its headings tell of none. Nobody awarded is no award.
    fn award(&self, reading: &mut Reading, letters: &[char], content: &Content) -> bool {
        let &Content::Count { whole, of: None, ambiguous: false } = content else { return false };
        if whole == 0 || self.column.aims {
            return false;
        }
        let Some(told) = tabled::told(self.row, &self.column.heading, self.parted) else { return false };
        let only = |who| (told.who == who).then_some(whole);
        let mut reasons = vec![Reason::FormNamed, Reason::Listed];
        reasons.extend(told.by.is_none().then_some(Reason::GiverMissing));
        reasons.extend((told.status == AwardStatus::Proposed).then_some(Reason::ProposedOnly));
        reading.awards.push(Award {
            form: told.form.clone(),
            by: told.by.clone(),
            collectives: only(Recipient::Collective),
            individuals: only(Recipient::Individual),
            combined: only(Recipient::Combined),
            households: only(Recipient::Household),
            qualifier: Qualifier::Exact,
            status: told.status,
            numbers: vec![self.span],
            mention: self.mention(letters, reasons, Certainty::Likely),
        });
        true
    }

    fn push(&self, reading: &mut Reading, letters: &[char], content: &Content) {
        let column = self.column.heading.as_str();
        let label: Vec<&str> = [self.row, column].into_iter().filter(|part| !part.is_empty()).collect();
        let label = label.join(" – ");
        // The sum of awards that are asked for is no result either.
        let aims = self.column.aims || tabled::asked_for(self.row, column);
        let status = if aims { Status::Target } else { Status::Result };
        match *content {
            Content::Words(_) => {}
            Content::Share { thousandths } => reading.percentages.push(Percentage {
                thousandths,
                qualifier: Qualifier::Exact,
                qualifier_words: String::new(),
                label,
                status,
                number: self.span,
                mention: self.mention(letters, vec![Reason::Listed], Certainty::Likely),
            }),
            Content::Count { whole, of, ambiguous } => {
                let (reasons, certainty) = if ambiguous {
                    (vec![Reason::Listed, Reason::AmbiguousNumber], Certainty::Doubtful)
                } else {
                    (vec![Reason::Listed], Certainty::Likely)
                };
                reading.indicators.push(Indicator {
                    value: whole,
                    thousandths: 0,
                    of,
                    qualifier: Qualifier::Exact,
                    qualifier_words: String::new(),
                    unit: self.unit(),
                    label,
                    status,
                    number: self.span,
                    mention: self.mention(letters, reasons, certainty),
                });
            }
        }
    }

    /// The measure: its own column's, in brackets behind a heading, what a heading says is counted ("Số buổi học"), or words of a
    /// heading that the mapping's rules know.
    fn unit(&self) -> String {
        let column = self.column.heading.as_str();
        let told = self.measure.map(str::to_owned);
        told.or_else(|| bracketed(self.row))
            .or_else(|| bracketed(column))
            .or_else(|| counted(column))
            .or_else(|| counted(self.row))
            .or_else(|| {
                measure_of(&format!("{} {column}", self.row), |padded, measure| padded.contains(measure))
            })
            .unwrap_or_default()
    }
}

/// "Số buổi học", "Lượt người dự": what the heading begins with is counted, whatever the other heading holds.
fn counted(heading: &str) -> Option<String> {
    let words = plain(heading);
    let told = ["tổng số ", "số lượng ", "số "].iter().find_map(|prefix| words.strip_prefix(prefix));
    measure_of(told.unwrap_or(&words), |padded, measure| padded.starts_with(measure))
}

/// "Số cây xanh trồng mới (cây)" → "cây".
fn bracketed(heading: &str) -> Option<String> {
    let (_, rest) = heading.rsplit_once('(')?;
    let (inner, _) = rest.split_once(')')?;
    let inner = inner.trim();
    (!inner.is_empty() && inner.chars().count() <= 30).then(|| inner.to_owned())
}

/// The measures that the mapping's rules know, each with its words between spaces.
static MEASURES_KNOWN: LazyLock<Vec<(&'static str, String)>> = LazyLock::new(|| {
    let known = crate::lexicon::indicators::COUNTED.iter().flat_map(|rule| rule.measures.split(';'));
    known.map(str::trim).map(|measure| (measure, format!(" {} ", plain(measure)))).collect()
});

/// The measure that the mapping's rules know and the heading holds as words where `held` asks for them, the longest first.
fn measure_of(heading: &str, held: fn(&str, &str) -> bool) -> Option<String> {
    let padded = format!(" {} ", plain(heading));
    let known = MEASURES_KNOWN.iter().filter(|(_, words)| held(&padded, words));
    known.max_by_key(|(measure, _)| measure.len()).map(|(measure, _)| (*measure).to_owned())
}

/// Words in lower case, one tone placement, punctuation dropped.
fn plain(words: &str) -> String {
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(key_of)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lays a table out as text, cells parted by tabs and rows by line ends, and gives the cells' places.
    fn table(rows: &[&[&str]]) -> (String, Vec<Cell>) {
        let mut text = String::new();
        let mut cells = Vec::new();
        for (row, columns) in (1..).zip(rows) {
            for (column, words) in (1..).zip(*columns) {
                let start = u32::try_from(text.chars().count()).expect("a short text");
                text.push_str(words);
                let end = u32::try_from(text.chars().count()).expect("a short text");
                cells.push(Cell { table: 1, row, column, columns: 1, span: Span { start, end } });
                text.push('\t');
            }
            text.push('\n');
        }
        (text, cells)
    }

    #[test]
    fn figures_come_with_both_headings() {
        let (text, cells) = table(&[
            &["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "Tỷ lệ"],
            &["1", "Cây xanh trồng mới", "cây", "6.000", "6.296", "104,9%"],
            &["2", "Hiến máu", "đơn vị máu", "2.000", "2.193", "-"],
            &["3", "Chi bộ sinh hoạt đủ kỳ", "chi bộ", "", "38/40", "95%"],
        ]);
        let reading = read_tables(&text, &cells);
        let told: Vec<_> = reading
            .indicators
            .iter()
            .filter(|one| one.status == Status::Result)
            .map(|one| (one.value, one.of, one.unit.as_str(), one.label.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (6_296, None, "cây", "Cây xanh trồng mới – Thực hiện"),
                (2_193, None, "đơn vị máu", "Hiến máu – Thực hiện"),
                (38, Some(40), "chi bộ", "Chi bộ sinh hoạt đủ kỳ – Thực hiện"),
            ]
        );
        assert_eq!(reading.percentages.len(), 2);
        assert_eq!(reading.percentages[0].thousandths, 104_900);
        assert_eq!(reading.indicators.iter().filter(|one| one.status == Status::Target).count(), 2);
        let span = reading.indicators[1].number;
        assert_eq!(slice(&text.chars().collect::<Vec<_>>(), span), "6.296");
    }

    #[test]
    fn the_sums_row_is_named_where_the_running_numbers_stand() {
        let (text, cells) = table(&[
            &["TT", "Đơn vị", "Số buổi học"],
            &["1", "Hội A", "4"],
            &["Cộng", "", "4"],
            &["2", "", "7"],
        ]);
        let reading = read_tables(&text, &cells);
        let told: Vec<_> = reading.indicators.iter().map(|one| one.label.as_str()).collect();
        assert_eq!(told, ["Hội A – Số buổi học", "Cộng – Số buổi học", "Số buổi học"]);
    }

    #[test]
    fn a_measure_is_what_a_heading_counts_and_no_part_of_a_name() {
        let (text, cells) = table(&[
            &["TT", "Đơn vị", "Số buổi học", "Lượt người dự"],
            &["1", "Công đoàn Phòng Giáo dục", "4", "210"],
            &["2", "Công đoàn Kho bạc", "3", "170"],
        ]);
        let reading = read_tables(&text, &cells);
        let told: Vec<_> = reading.indicators.iter().map(|one| (one.value, one.unit.as_str())).collect();
        assert_eq!(told, [(4, "buổi"), (210, "lượt người"), (3, "buổi"), (170, "lượt người")]);
    }

    #[test]
    fn units_down_and_indicators_across() {
        let (text, cells) = table(&[
            &["Đơn vị", "Số cây trồng mới (cây)", "Số đơn vị máu"],
            &["Chi bộ 1", "120", "0"],
            &["Tổng cộng", "420", "30"],
        ]);
        let reading = read_tables(&text, &cells);
        let told: Vec<_> =
            reading.indicators.iter().map(|one| (one.value, one.unit.as_str(), one.label.as_str())).collect();
        assert_eq!(
            told,
            [
                (120, "cây", "Chi bộ 1 – Số cây trồng mới (cây)"),
                (0, "đơn vị máu", "Chi bộ 1 – Số đơn vị máu"),
                (420, "cây", "Tổng cộng – Số cây trồng mới (cây)"),
                (30, "đơn vị máu", "Tổng cộng – Số đơn vị máu"),
            ]
        );
    }

    /// The awards of a table: form, giver, then collectives, individuals and both together.
    fn awards(rows: &[&[&str]]) -> Vec<String> {
        let (text, cells) = table(rows);
        let told = |a: &Award| {
            let by = a.by.as_deref().unwrap_or("?");
            let asked = if a.status == AwardStatus::Proposed { " (đề nghị)" } else { "" };
            let n = |n: Option<i64>| n.map_or_else(|| "-".to_owned(), |n| n.to_string());
            format!("{}|{by}|{} {} {}{asked}", a.form, n(a.collectives), n(a.individuals), n(a.combined))
        };
        read_tables(&text, &cells).awards.iter().map(told).collect()
    }

    #[test]
    fn forms_down_and_recipients_across() {
        let rows: &[&[&str]] = &[
            &["TT", "Hình thức khen thưởng", "Tổng số", "Tập thể", "Cá nhân"],
            &["1", "Huân chương Lao động hạng Ba", "3", "1", "2"],
            &["2", "Bằng khen của Thủ tướng Chính phủ", "4", "-", "4"],
            &["3", "Bằng khen UBND tỉnh", "12", "0", "12"],
            &["4", "Giấy khen cấp huyện", "9", "9", ""],
            &["5", "Sáng kiến", "7", "", "7"],
        ];
        assert_eq!(
            awards(rows),
            [
                "Huân chương Lao động hạng Ba|?|1 - -",
                "Huân chương Lao động hạng Ba|?|- 2 -",
                "Bằng khen|Thủ tướng Chính phủ|- 4 -",
                "Bằng khen|UBND tỉnh|- 12 -",
                "Giấy khen|cấp huyện|9 - -",
            ]
        );
        let (text, cells) = table(rows);
        let sums: Vec<i64> = read_tables(&text, &cells).indicators.iter().map(|one| one.value).collect();
        assert_eq!(sums, [3, 4, 12, 0, 9, 7, 7], "a sum and an initiative are no further awards");
    }

    #[test]
    fn one_column_tells_whom_by_the_row() {
        let table: &[&[&str]] = &[
            &["STT", "Danh hiệu, hình thức", "Số lượng"],
            &["1", "Giấy khen của Hiệu trưởng (tập thể)", "18"],
            &["2", "Giấy khen của Hiệu trưởng (cá nhân)", "96"],
            &["3", "Tập thể lao động xuất sắc", "5"],
            &["4", "Danh hiệu Chiến sĩ thi đua cơ sở", "22"],
            &["5", "Cờ thi đua của UBND tỉnh", "1"],
            &["6", "Huy hiệu 30 năm tuổi Đảng", "6"],
            &["7", "Bằng khen của Bộ trưởng (đang trình)", "2"],
            &["8", "Bằng khen của Bộ trưởng (đề nghị và được tặng)", "3"],
        ];
        assert_eq!(
            awards(table),
            [
                "Giấy khen|Hiệu trưởng|18 - -",
                "Giấy khen|Hiệu trưởng|- 96 -",
                "Tập thể lao động xuất sắc|?|5 - -",
                "Danh hiệu Chiến sĩ thi đua cơ sở|?|- 22 -",
                "Cờ thi đua|UBND tỉnh|1 - -",
                "Huy hiệu 30 năm tuổi Đảng|?|- 6 -",
                "Bằng khen|Bộ trưởng|- - 2 (đề nghị)",
                "Bằng khen|Bộ trưởng|- - 3",
            ]
        );
    }

    #[test]
    fn years_and_plans_side_by_side_are_no_awards() {
        let table: &[&[&str]] =
            &[&["Hình thức", "Năm 2023", "Năm 2024", "Kế hoạch"], &["Giấy khen", "120", "140", "150"]];
        assert_eq!(awards(table), Vec::<String>::new());
    }

    #[test]
    fn a_table_of_words_or_without_a_head_tells_nothing() {
        let (text, cells) = table(&[&["ĐẢNG BỘ TỈNH", "ĐẢNG CỘNG SẢN VIỆT NAM"], &["*", "ngày 12"]]);
        assert_eq!(read_tables(&text, &cells), Reading::default());
        let (text, cells) = table(&[&["1", "2"], &["3", "4"]]);
        assert_eq!(read_tables(&text, &cells), Reading::default());
        assert_eq!(read_tables("", &[]), Reading::default());
    }
}
