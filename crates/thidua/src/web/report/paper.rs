//! A report as a paper: figures printed in the house's style, headings, tables, signature, recipients.
//!
//! Papers are Vietnamese, whatever the language of the page. Not here: how a paper looks (`office::paper`), what the
//! figures are (`acts::report::bound`).

use std::collections::BTreeMap;

use acts::report::bound::Bound;
use acts::report::issue::{Made, Ready, SYMBOL};
use domain::figure::Value;
use domain::indicator::{Breakdown, Nature, Subject};
use domain::report::{PaperForm, Piece, pieces};
use jiff::civil::DateTime;
use lang::Lang;
use lang::style::Style;
use office::paper::{
    Align, Appendix, Block, Capacity, Cell, Column, Form, Head, Level, NumberLine, Paper, Proof, Row,
    RowKind, Run, Signature, Signing, Table,
};
use office::sheet::{CellOut, ColumnOut, RowOut, SheetOut, SheetWords, write_workbook};

/// Columns of figures in the appendix of units: more do not fit on a sheet turned on its side.
const COLUMNS: usize = 8;

/// Where the evidence of a report's figures is read: the address before the path, and the report's own path.
#[derive(Debug, Clone, Default)]
pub struct Door {
    /// `https://thidua.example.vn`; empty when the program does not know how it is reached.
    pub origin: String,
}

/// One figure as the text says it: counts without their measure, money with it, shares as a percentage.
pub fn printed(bound: &Bound, style: Style) -> String {
    let vi = Lang::Vi;
    if bound.sum.values() == 0
        && let Some(statement @ Value::Statement { .. }) = bound.whole
    {
        return lang::figure::value(Some(statement), "", vi).number;
    }
    if bound.nature == Nature::Money && bound.sum.values() > 0 {
        return lang::figure::headline(bound.sum, &bound.measure, vi).line();
    }
    let text = lang::figure::sum(bound.sum, &bound.measure, vi).number;
    if bound.sum.denominator > 0 { text } else { style.count(&text) }
}

/// What is printed for each figure of a report.
pub fn all_printed(figures: &[Bound], style: Style) -> BTreeMap<String, String> {
    figures.iter().map(|bound| (bound.figure.name.clone(), printed(bound, style))).collect()
}

/// Whom a figure counts, in words; empty for no distinction.
pub fn breakdown(breakdown: &Breakdown) -> String {
    use lang::words::label::Label;
    let subject = (breakdown.subject != Subject::Any).then(|| breakdown.subject.label(Lang::Vi));
    let parts = [subject.unwrap_or(""), breakdown.detail.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A paragraph's runs: its words in the house's spelling, its figures bound by name.
fn runs(text: &str, figures: &BTreeMap<String, String>, style: Style) -> Vec<Run> {
    pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(words) => Run::plain(style.words(words)),
            Piece::Figure(name) => Run::figure(figures.get(name).cloned().unwrap_or_default(), name),
        })
        .collect()
}

/// The paper of a report. A number of 0 leaves room for number and day: a draft.
pub fn paper(ready: &Ready, door: &Door, made: DateTime) -> Paper {
    let (report, words) = (&ready.report, &ready.report.paper);
    let style = Style::from_code(&report.style);
    let form = match report.form {
        PaperForm::Party => Form::Party,
        PaperForm::State => Form::State,
    };
    let figures = all_printed(&ready.figures, style);
    let lines = |text: &str| text.lines().map(|line| style.words(line)).collect::<Vec<_>>();
    let mut paper = Paper::new(form, made);
    paper.head = Head { parent: lines(&words.parent), issuer: lines(&words.issuer) };
    paper.number = Some(NumberLine {
        number: u32::try_from(ready.number).ok().filter(|number| *number > 0),
        kind: SYMBOL.to_owned(),
        organ: words.organ.clone(),
    });
    paper.place.clone_from(&words.place);
    paper.date = (ready.number > 0).then_some(ready.day);
    "BÁO CÁO".clone_into(&mut paper.kind);
    paper.subject = style.words(&report.subject);
    paper.body = body(ready, &figures, style);
    let post = style.words(&words.post);
    paper.signing = Signing::One(if words.on_behalf.is_empty() {
        Signature::own(post, words.signer.clone())
    } else {
        Signature::of(Capacity::OnBehalf, style.words(&words.on_behalf), post, words.signer.clone())
    });
    paper.recipients = lines(&words.recipients);
    paper.appendices = appendices(ready, &figures, style);
    if !door.origin.is_empty() {
        let path = format!("/bao-cao/{}/so", report.id);
        let short = door.origin.split_once("://").map_or(door.origin.as_str(), |(_, host)| host);
        paper.proof =
            Some(Proof { address: format!("{}{path}", door.origin), short: format!("{short}{path}") });
    }
    paper
}

fn body(ready: &Ready, figures: &BTreeMap<String, String>, style: Style) -> Vec<Block> {
    let mut body = Vec::new();
    if let Some((number, day)) = &ready.replaces {
        let day = lang::date::short(*day, Lang::Vi);
        let words = Lang::Vi.words().report.replaces(number, day);
        body.push(Block::Paragraph(vec![Run::italic(words)]));
    }
    let filled = |place: i64| ready.paragraphs.iter().any(|one| one.part == place);
    for (at, (place, part)) in ready.parts.iter().enumerate() {
        // A heading over nothing is left out: the outline offers more than most reports tell.
        let below = ready.parts.iter().skip(at + 1).take_while(|(_, other)| other.depth > part.depth);
        if !filled(*place) && !below.clone().any(|(other, _)| filled(*other)) {
            continue;
        }
        let level = match part.depth {
            1 => Level::First,
            2 => Level::Second,
            _ => Level::Third,
        };
        body.push(Block::heading(level, style.words(&part.heading)));
        let paragraphs = ready.paragraphs.iter().filter(|one| one.part == *place);
        for line in paragraphs.flat_map(|one| one.content.lines()) {
            body.push(match line.strip_prefix("- ") {
                Some(item) => Block::Bullet(runs(item, figures, style)),
                None => Block::Paragraph(runs(line, figures, style)),
            });
        }
    }
    body
}

/// The figures that the text names, by their numbers.
fn named(ready: &Ready) -> Vec<&Bound> {
    let names: Vec<&str> =
        ready.paragraphs.iter().flat_map(|one| domain::report::names(&one.content)).collect();
    ready.figures.iter().filter(|bound| names.contains(&bound.figure.name.as_str())).collect()
}

/// Every figure of the text on one sheet, and the units below with theirs.
fn appendices(ready: &Ready, figures: &BTreeMap<String, String>, style: Style) -> Vec<Appendix> {
    let used = named(ready);
    if used.is_empty() {
        return Vec::new();
    }
    let w = &Lang::Vi.words().report;
    let period = lang::period::name(ready.report.period, Lang::Vi);
    let rows = (1..).zip(&used).map(|(place, bound)| {
        Row::plain([
            place.to_string(),
            style.words(&label(bound)),
            bound.measure.clone(),
            figures.get(&bound.figure.name).cloned().unwrap_or_default(),
        ])
    });
    let table = Table {
        caption: String::new(),
        columns: vec![
            Column::new(3, Align::Centre),
            Column::new(17, Align::Left),
            Column::new(6, Align::Centre),
            Column::new(8, Align::Right),
        ],
        head: vec![Row::plain(["STT", "Chỉ tiêu", "Đơn vị tính", "Kết quả"])],
        rows: rows.collect(),
    };
    let mut found = vec![Appendix {
        title: w.appendix(1),
        subject: format!("Số liệu trong báo cáo, {period}"),
        belongs: String::new(),
        turned: false,
        body: vec![Block::Table(table)],
    }];
    if let Some(table) = units(ready, &used, style) {
        found.push(Appendix {
            title: w.appendix(2),
            subject: format!("Số liệu chia theo đơn vị, {period}"),
            belongs: String::new(),
            turned: true,
            body: table,
        });
    }
    found
}

fn label(bound: &Bound) -> String {
    let detail = breakdown(&bound.breakdown);
    if detail.is_empty() { bound.name.clone() } else { format!("{} ({detail})", bound.name) }
}

/// What a unit's cell says in a table: empty figures are told as "chưa báo cáo" by a dash.
fn cell(row: &acts::total::Row, bound: &Bound) -> String {
    row.cells.get(&bound.figure.slot).map_or_else(
        || "–".to_owned(),
        |cell| {
            let part = Bound { sum: cell.sum, whole: cell.whole(), ..bound.clone() };
            printed(&part, Style::default())
        },
    )
}

fn units(ready: &Ready, used: &[&Bound], style: Style) -> Option<Vec<Block>> {
    let rows: Vec<&acts::total::Row> = ready.table.rows.iter().filter(|row| !row.cells.is_empty()).collect();
    let own: Vec<&Bound> =
        used.iter().copied().filter(|bound| bound.figure.unit == ready.report.unit).take(COLUMNS).collect();
    let told = |bound: &&Bound| rows.iter().any(|row| row.cells.contains_key(&bound.figure.slot));
    let own: Vec<&Bound> = own.into_iter().filter(told).collect();
    if rows.is_empty() || own.is_empty() {
        return None;
    }
    let mut columns = vec![Column::new(1, Align::Centre), Column::new(7, Align::Left)];
    columns.extend(own.iter().map(|_| Column::new(3, Align::Right)));
    let mut head = vec!["STT".to_owned(), "Đơn vị".to_owned()];
    head.extend(own.iter().map(|bound| match bound.nature {
        // Money is printed with its scale in every cell.
        Nature::Money => style.words(&label(bound)),
        Nature::Count | Nature::Share => format!("{} ({})", style.words(&label(bound)), bound.measure),
    }));
    let mut lines: Vec<Row> = (1..)
        .zip(&rows)
        .map(|(place, row)| {
            let mut cells = vec![place.to_string(), style.words(&row.head.name.name)];
            cells.extend(own.iter().map(|bound| cell(row, bound)));
            Row::plain(cells)
        })
        .collect();
    let mut total = vec![Cell::across(2, "Tổng cộng")];
    total.extend(own.iter().map(|bound| Cell::plain(cell(&ready.table.own, bound))));
    lines.push(Row { kind: RowKind::Total, cells: total });
    let coverage = &ready.table.coverage;
    let note = Lang::Vi.words().rollup.coverage(coverage.reported, coverage.expected);
    let table = Table { caption: String::new(), columns, head: vec![Row::plain(head)], rows: lines };
    Some(vec![Block::Table(table), Block::Line(Align::Left, vec![Run::italic(note)])])
}

/// The tables of a report as a workbook; `None` when its text names no figure.
fn tables(ready: &Ready, figures: &BTreeMap<String, String>, made: DateTime) -> Option<Vec<u8>> {
    let used = named(ready);
    if used.is_empty() {
        return None;
    }
    let column = |heading: &str, width| ColumnOut {
        heading: heading.to_owned(),
        width: Some(width),
        ..ColumnOut::default()
    };
    let number = |bound: &Bound| {
        let sum = bound.sum;
        match (sum.values(), sum.denominator, sum.bound()) {
            (0, ..) => CellOut::Text(figures.get(&bound.figure.name).cloned().unwrap_or_default()),
            (_, 1.., _) => CellOut::Percent { numerator: sum.number, denominator: sum.denominator },
            (_, _, domain::figure::Bound::Exact) if bound.nature == Nature::Money => {
                CellOut::Money(sum.number)
            }
            (_, _, domain::figure::Bound::Exact) => CellOut::Integer(sum.number),
            _ => CellOut::Text(figures.get(&bound.figure.name).cloned().unwrap_or_default()),
        }
    };
    let rows = used.iter().map(|bound| RowOut {
        kind: office::sheet::RowKind::Plain,
        cells: vec![
            CellOut::Text(bound.figure.name.clone()),
            CellOut::Text(label(bound)),
            CellOut::Text(bound.measure.clone()),
            number(bound),
        ],
    });
    let sheet = SheetOut {
        name: "Số liệu".to_owned(),
        titles: vec![ready.report.subject.clone(), lang::period::name(ready.report.period, Lang::Vi)],
        columns: vec![
            column("Mã", 12),
            column("Chỉ tiêu", 60),
            column("Đơn vị tính", 14),
            column("Kết quả", 18),
        ],
        rows: rows.collect(),
        notes: Vec::new(),
        frozen_columns: 1,
    };
    write_workbook(&[sheet], &SheetWords::vietnamese(), made).ok()
}

/// Makes everything that leaves the house with an edition; `None` when a file cannot be written, which is logged.
pub fn made(ready: &Ready, door: &Door, at: DateTime) -> Option<Made> {
    let style = Style::from_code(&ready.report.style);
    let printed = all_printed(&ready.figures, style);
    let paper = paper(ready, door, at);
    let (docx, pdf) = match written(&paper) {
        Ok(files) => files,
        Err(fault) => {
            tracing::error!(fault, "a report could not be written");
            return None;
        }
    };
    let numbered = match ready.report.form {
        PaperForm::Party => format!("{:02}-{SYMBOL}/{}", ready.number, ready.report.paper.organ),
        PaperForm::State => format!("{:02}/{SYMBOL}-{}", ready.number, ready.report.paper.organ),
    };
    let xlsx = tables(ready, &printed, at);
    Some(Made { numbered, printed, docx, pdf: Some(pdf), xlsx })
}

/// The Word file and the PDF file of a paper.
pub fn written(paper: &Paper) -> Result<(Vec<u8>, Vec<u8>), String> {
    let docx = office::letter::write(paper).map_err(|fault| fault.to_string())?;
    let fonts = crate::fonts::papers().map_err(ToString::to_string)?;
    let pdf = office::print::write(paper, fonts).map_err(|fault| fault.to_string())?;
    Ok((docx, pdf.bytes))
}
