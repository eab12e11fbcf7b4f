//! A unit's long Word report: ten pages, three tables, saved by another program, and every figure of its tables
//! proposed with the headings of its row and column.

use std::fs;
use std::path::Path;
use std::process::Command;

use acts::document::{NewDocument, Proposal};
use domain::figure::Value;
use office::paper::{Align, Block, Cell, Column, Form, Level, Paper, Row, Table};
use thidua::intake;

use crate::house::{Folder, House};
use crate::libreoffice::saved_as;

const UNITS: [&str; 4] = ["Chi bộ Văn phòng", "Chi bộ Tổ chức", "Chi bộ Kiểm tra", "Chi bộ Tuyên giáo"];

/// Column headings of the three tables with the words that name their measures.
const TABLES: [(&str, &[&str]); 3] = [
    ("Kết quả phong trào", &["Cây xanh trồng mới (cây)", "Đơn vị máu hiến (đơn vị)"]),
    ("Học tập chuyên đề", &["Số điểm cầu", "Lượt người dự"]),
    ("Đăng ký làm theo", &["Việc làm theo của tập thể (việc)", "Việc làm theo của cá nhân (việc)"]),
];

/// What stands in a cell: no two are equal, so that each can be found again.
fn figure(table: usize, row: usize, column: usize) -> i64 {
    i64::try_from(1_000 * (table + 1) + 100 * (row + 1) + 7 * (column + 1)).unwrap()
}

fn table(at: usize) -> Table {
    let (caption, columns) = TABLES[at];
    let head = ["Đơn vị"].into_iter().chain(columns.iter().copied());
    let row = |row: usize| {
        let figures =
            (0..columns.len()).map(|column| lang::number::integer(figure(at, row, column), lang::Lang::Vi));
        Row::plain(std::iter::once(UNITS[row].to_owned()).chain(figures))
    };
    Table {
        caption: format!("Bảng {}. {caption}", at + 1),
        columns: vec![
            Column::new(3, Align::Left),
            Column::new(2, Align::Right),
            Column::new(2, Align::Right),
        ],
        head: vec![Row { cells: head.map(Cell::plain).collect(), ..Row::default() }],
        rows: (0..UNITS.len()).map(row).collect(),
    }
}

/// Some forty lines of prose without a figure.
fn prose() -> impl Iterator<Item = Block> {
    let sentence = "Cấp ủy các chi bộ quán triệt nội dung chuyên đề đến toàn thể đảng viên, gắn việc học với công \
        việc hằng ngày của từng người, chọn những việc khó mà người dân đang chờ để làm trước, phân công rõ người \
        chịu trách nhiệm và nhận xét thẳng thắn trong sinh hoạt định kỳ. ";
    std::iter::repeat_n(Block::paragraph(sentence.repeat(3)), 5)
}

fn paper() -> Paper {
    let mut paper = Paper::new(Form::Party, jiff::civil::date(2024, 1, 10).at(8, 0, 0, 0));
    "BÁO CÁO".clone_into(&mut paper.kind);
    "kết quả học tập và làm theo Bác năm 2023".clone_into(&mut paper.subject);
    for (at, (heading, _)) in TABLES.iter().enumerate() {
        paper.body.push(Block::heading(Level::First, *heading));
        paper.body.extend(prose());
        paper.body.extend(prose());
        paper.body.push(Block::Table(table(at)));
        paper.body.extend(prose());
    }
    paper
}

fn pages(pdf: &Path) -> usize {
    let run = Command::new("pdfinfo").arg(pdf).output().unwrap();
    let told = String::from_utf8_lossy(&run.stdout).into_owned();
    told.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap()
}

/// What a report is read to, and its reading page.
async fn opened(name: &str, bytes: Vec<u8>) -> (Vec<Proposal>, String) {
    let house = House::open().await;
    let (ctx, login) = house.person("vanphong").await;
    let unit = acts::unit::tree(&ctx, None, house.app.today(), None, 1).await.unwrap().rows[0].unit;
    let acts::stack::Taken::Text { kind, text, cells, blocks } = intake::of_stack(name, &bytes) else {
        panic!("the report was not taken in");
    };
    let new = NewDocument {
        unit,
        period: Some("2023".parse().unwrap()),
        name: name.to_owned(),
        kind,
        original: bytes,
        text,
        cells,
        blocks,
    };
    let document = acts::document::upload(&ctx, new).await.unwrap();
    let page = house.page(&login, &format!("/doc-bao-cao/{document}")).await.text();
    (acts::document::open(&ctx, document).await.unwrap().proposals, page)
}

#[tokio::test]
async fn a_ten_page_report_with_three_tables_comes_in_with_their_headings() {
    let folder = Folder::new();
    let ours = folder.path().join("bao-cao.docx");
    fs::write(&ours, office::letter::write(&paper()).unwrap()).unwrap();
    let Some(theirs) = saved_as(folder.path(), &ours, "docx") else { return };
    let theirs = fs::read(theirs).unwrap();
    let pages = pages(&saved_as(folder.path(), &ours, "pdf").unwrap());
    assert!(pages >= 10, "only {pages} pages");
    // The paper as our writer packs it, and as another program saved it.
    for bytes in [fs::read(&ours).unwrap(), theirs] {
        let (found, _) = opened("bao-cao.docx", bytes).await;
        for (at, (_, columns)) in TABLES.iter().enumerate() {
            for (row, unit) in UNITS.iter().enumerate() {
                for (column, heading) in columns.iter().enumerate() {
                    let value = Value::exact(figure(at, row, column));
                    let one = found.iter().find(|one| one.value == value);
                    let one = one.unwrap_or_else(|| panic!("{value:?} of {unit}, {heading} is not proposed"));
                    let told = format!("{}\n{}\n{}", one.label, one.facts, one.quote);
                    assert!(told.contains(unit), "{value:?} does not tell its row: {told}");
                    let word = heading.split(" (").next().unwrap();
                    assert!(told.contains(word), "{value:?} does not tell its column: {told}");
                }
            }
        }
    }
}

/// A table of awards as reports on commendation have it.
const AWARDS: [[&str; 4]; 4] = [
    ["Hình thức khen thưởng", "Tổng số", "Tập thể", "Cá nhân"],
    ["Bằng khen của Chủ tịch UBND tỉnh", "14", "3", "11"],
    ["Giấy khen của Đảng ủy xã", "52", "", "52"],
    ["Đề nghị Bằng khen của Thủ tướng Chính phủ", "2", "", "2"],
];

/// The same as a paper's table.
fn awards() -> Table {
    let row = |cells: [&str; 4]| Row::plain(cells.map(str::to_owned));
    Table {
        caption: "Bảng 1. Kết quả khen thưởng".to_owned(),
        columns: vec![
            Column::new(4, Align::Left),
            Column::new(1, Align::Right),
            Column::new(1, Align::Right),
            Column::new(1, Align::Right),
        ],
        head: vec![row(AWARDS[0])],
        rows: AWARDS[1..].iter().map(|cells| row(*cells)).collect(),
    }
}

#[tokio::test]
async fn a_table_of_awards_comes_in_with_form_giver_and_recipients() {
    let folder = Folder::new();
    let file = folder.path().join("khen-thuong.docx");
    let mut paper = paper();
    paper.body.push(Block::Table(awards()));
    fs::write(&file, office::letter::write(&paper).unwrap()).unwrap();
    awards_are_proposed(opened("bao-cao.docx", fs::read(&file).unwrap()).await);
}

#[tokio::test]
async fn the_same_rows_pasted_from_a_sheet_or_typed_with_strokes_are_read_as_that_table() {
    let pasted: Vec<String> = AWARDS.iter().map(|row| row.join("\t")).collect();
    let stroked: Vec<String> = AWARDS.iter().map(|row| format!("| {} |", row.join(" | "))).collect();
    for rows in [pasted, stroked] {
        let text = format!("BÁO CÁO\nCông tác khen thưởng năm 2023\n\n{}\n\nHết.\n", rows.join("\n"));
        awards_are_proposed(opened("dan.txt", text.into_bytes()).await);
    }
}

/// Every award of [`awards`] is proposed with what its headings tell, and listed nowhere besides.
fn awards_are_proposed((found, page): (Vec<Proposal>, String)) {
    let told = |number: i64| {
        let one = found.iter().find(|one| one.value == Value::exact(number) && one.kind == "award");
        one.map(|one| {
            (format!("{:?}", one.breakdown.subject), one.breakdown.detail.clone(), one.quote.clone())
        })
    };
    let own = |a: &str, b: &str, c: &str| Some((a.to_owned(), b.to_owned(), c.to_owned()));
    assert_eq!(
        told(3),
        own("Collective", "Bằng khen, cấp tỉnh", "Bằng khen, Chủ tịch UBND tỉnh – tập thể: 3")
    );
    assert_eq!(
        told(11),
        own("Individual", "Bằng khen, cấp tỉnh", "Bằng khen, Chủ tịch UBND tỉnh – cá nhân: 11")
    );
    assert_eq!(told(52), own("Individual", "Giấy khen, cấp cơ sở", "Giấy khen, Đảng ủy xã – cá nhân: 52"));
    assert!(!found.iter().any(|one| one.quote.contains("Thủ tướng")), "asked for, not given");
    let (_, left) = page.split_once("Không đề xuất").unwrap();
    for cell in ["tỉnh\t14", "xã\t52", "tỉnh | 14"] {
        assert!(!left.contains(cell), "a proposed cell is listed as a name: {left}");
    }
}
