//! Importing units: what a preview says, what a commit writes, what an undo takes back.

use crate::cast::{Cast, FOUNDED, TODAY, casts, denied, missing, refused};
use acts::duty::{self, NewDuty};
use acts::unit::{self, Rename};
use acts::unit_import::{
    self, CellFault, ImportRefusal, RowFault, UndoRefusal, UnitColumn, UnitRow, UnitSheet,
};
use acts::{Ctx, batch};
use domain::authority::Right;
use domain::unit::{TreeRefusal, UnitId, UnitKind};
use jiff::civil::date;

fn row(line: u32, code: &str, kind: &str, name: &str, parent: &str) -> UnitRow {
    UnitRow {
        line,
        code: code.to_owned(),
        kind: kind.to_owned(),
        full_name: name.to_owned(),
        parent_code: parent.to_owned(),
        ..UnitRow::default()
    }
}

fn sheet(under: UnitId, rows: Vec<UnitRow>) -> UnitSheet {
    UnitSheet {
        rows,
        under: Some(under),
        from: date(2024, 1, 1),
        decision: "Quyết định số 3".to_owned(),
        scheme: String::new(),
        label: "don-vi.xlsx".to_owned(),
    }
}

/// A committee with two cells, the lower ones first.
fn usual(cast: &Cast) -> UnitSheet {
    sheet(
        cast.east,
        vec![
            row(2, "b1", "Chi bộ", "Chi bộ Hàng Sao", "B"),
            row(3, "b2", "chi bộ", "Chi bộ Hàng Me", "b"),
            row(4, "B", "đảng bộ cơ sở", "Đảng bộ bộ phận Chợ", ""),
        ],
    )
}

async fn below(ctx: &Ctx, parent: UnitId) -> Vec<String> {
    let page = unit::tree(ctx, Some(parent), TODAY, None, 100).await.unwrap();
    page.rows.into_iter().map(|row| row.name.name).collect()
}

async fn by_code(ctx: &Ctx, code: &str) -> UnitId {
    unit::resolve(ctx, code).await.unwrap()[0].0.unit
}

#[tokio::test]
async fn a_sheet_is_shown_written_and_known_again() {
    for cast in casts().await {
        let preview = unit_import::preview(&cast.ha, &usual(&cast)).await.unwrap();
        assert_eq!((preview.new, preview.skipped, preview.faults.len()), (3, 0, 0));
        assert_eq!(below(&cast.ha, cast.east).await.len(), 2);
        unit_import::commit(&cast.ha, &usual(&cast)).await.unwrap();
        assert_eq!(cast.last_line().await.act, "unit.import");
        let market = by_code(&cast.ha, "B").await;
        assert_eq!(below(&cast.ha, market).await, ["Chi bộ Hàng Me", "Chi bộ Hàng Sao"]);
        let view = unit::view(&cast.ha, market, TODAY).await.unwrap();
        assert_eq!((view.name.kind, view.from), (UnitKind::GrassrootsCommittee, date(2024, 1, 1)));
        assert_eq!(view.names[0].decision, "Quyết định số 3");
        assert_eq!(unit::search(&cast.ha, "hang sao").await.unwrap().len(), 1);
        let again = unit_import::preview(&cast.ha, &usual(&cast)).await.unwrap();
        assert_eq!((again.new, again.changed.len(), again.skipped), (0, 0, 3));
        assert_eq!(refused(unit_import::commit(&cast.ha, &usual(&cast)).await), ImportRefusal::Nothing);
    }
}

#[tokio::test]
async fn only_who_keeps_the_place_imports_into_it() {
    for cast in casts().await {
        let sheet = usual(&cast);
        for ctx in [&cast.khanh, &cast.chi] {
            missing(unit_import::preview(ctx, &sheet).await);
            missing(unit_import::commit(ctx, &sheet).await);
        }
        for ctx in [&cast.binh, &cast.dung, &cast.giang] {
            denied(unit_import::preview(ctx, &sheet).await);
            denied(unit_import::commit(ctx, &sheet).await);
        }
        denied(unit_import::commit(&cast.ha, &UnitSheet { under: None, ..sheet }).await);
        assert_eq!(below(&cast.ha, cast.east).await.len(), 2);
    }
}

#[tokio::test]
async fn every_fault_is_named_by_its_cell_and_nothing_is_written() {
    for cast in casts().await {
        let mut wrong = usual(&cast);
        wrong.rows.extend([
            row(5, "", "chi bộ", "Chi bộ Không Mã", ""),
            row(6, "x1", "bộ lạc", "Chi bộ Lạ", ""),
            row(7, "x2", "chi bộ", "  ", ""),
            row(8, "x3", "chi bộ", "Chi bộ Mồ Côi", "khong-co"),
            row(9, "b1", "chi bộ", "Chi bộ Trùng", ""),
            UnitRow { from: "31/2/2024".to_owned(), ..row(10, "x4", "chi bộ", "Chi bộ Sai Ngày", "") },
            row(11, "r1", "chi bộ", "Chi bộ Vòng Một", "r2"),
            row(12, "r2", "chi bộ", "Chi bộ Vòng Hai", "r1"),
            UnitRow { from: "31/12/2023".to_owned(), ..row(13, "x5", "chi bộ", "Chi bộ Sớm", "B") },
            row(14, "x6", "chi bộ", &"dài".repeat(101), ""),
        ]);
        let fault = |line, column, fault| CellFault { line, column, fault };
        let expected = vec![
            fault(5, UnitColumn::Code, RowFault::Missing),
            fault(6, UnitColumn::Kind, RowFault::UnknownKind("bộ lạc".to_owned())),
            fault(7, UnitColumn::FullName, RowFault::Missing),
            fault(8, UnitColumn::ParentCode, RowFault::UnknownParent("KHONG-CO".to_owned())),
            fault(9, UnitColumn::Code, RowFault::DuplicateCode { first_line: 2 }),
            fault(10, UnitColumn::From, RowFault::BadDate("31/2/2024".to_owned())),
            fault(11, UnitColumn::ParentCode, RowFault::Ring),
            fault(12, UnitColumn::ParentCode, RowFault::Ring),
            fault(13, UnitColumn::From, RowFault::Tree(TreeRefusal::ParentNotThere)),
            fault(14, UnitColumn::FullName, RowFault::TooLong { most: 300 }),
        ];
        assert_eq!(unit_import::preview(&cast.ha, &wrong).await.unwrap().faults, expected);
        assert_eq!(refused(unit_import::commit(&cast.ha, &wrong).await), ImportRefusal::Faults(expected));
        assert_eq!(below(&cast.ha, cast.east).await.len(), 2);
    }
}

#[tokio::test]
async fn a_code_of_the_neighbours_is_taken_and_tells_nothing_else() {
    for cast in casts().await {
        unit::add_code(&cast.an, cast.west_cells[0], unit_import::DEFAULT_SCHEME, "W1", FOUNDED)
            .await
            .unwrap();
        let sheet = sheet(
            cast.east,
            vec![row(2, "W1", "chi bộ", "Chi bộ Chiếm", ""), row(3, "e9", "chi bộ", "Chi bộ Dưới", "w1")],
        );
        let preview = unit_import::preview(&cast.ha, &sheet).await.unwrap();
        let faults: Vec<_> = preview.faults.into_iter().map(|fault| (fault.line, fault.fault)).collect();
        assert_eq!(faults, [(2, RowFault::CodeTaken)]);
    }
}

#[tokio::test]
async fn a_second_sheet_renames_and_moves_and_its_undo_restores() {
    for cast in casts().await {
        unit_import::commit(&cast.ha, &usual(&cast)).await.unwrap();
        let mut second = sheet(
            cast.east,
            vec![
                row(2, "B", "đảng bộ cơ sở", "Đảng bộ bộ phận Chợ Lớn", ""),
                row(3, "B1", "chi bộ", "Chi bộ Hàng Sao", ""),
                row(4, "B2", "chi bộ", "Chi bộ Hàng Me", "B"),
                row(5, "B3", "chi bộ", "Chi bộ Hàng Bàng", "B"),
            ],
        );
        second.from = date(2024, 3, 1);
        let preview = unit_import::preview(&cast.ha, &second).await.unwrap();
        let changed: Vec<_> =
            preview.changed.iter().map(|row| (row.line, row.after.as_str(), row.moved)).collect();
        assert_eq!(changed, [(2, "Đảng bộ bộ phận Chợ Lớn", false), (3, "Chi bộ Hàng Sao", true)]);
        assert_eq!((preview.new, preview.skipped, preview.faults), (1, 1, vec![]));
        let batch = unit_import::commit(&cast.ha, &second).await.unwrap();
        let market = by_code(&cast.ha, "B").await;
        assert_eq!(below(&cast.ha, market).await, ["Chi bộ Hàng Bàng", "Chi bộ Hàng Me"]);
        assert_eq!(unit::view(&cast.ha, market, TODAY).await.unwrap().name.name, "Đảng bộ bộ phận Chợ Lớn");

        missing(unit_import::undo(&cast.chi, batch).await);
        denied(unit_import::undo(&cast.binh, batch).await);
        unit_import::undo(&cast.ha, batch).await.unwrap();
        assert_eq!(cast.last_line().await.act, "unit.undo-import");
        assert_eq!(below(&cast.ha, market).await, ["Chi bộ Hàng Me", "Chi bộ Hàng Sao"]);
        let view = unit::view(&cast.ha, market, TODAY).await.unwrap();
        assert_eq!((view.name.name.as_str(), view.names.len()), ("Đảng bộ bộ phận Chợ", 1));
        assert_eq!(unit::search(&cast.ha, "chợ lớn").await.unwrap(), []);
        assert_eq!(refused(unit_import::undo(&cast.ha, batch).await), UndoRefusal::AlreadyUndone);
    }
}

#[tokio::test]
async fn an_undo_stops_before_what_rests_on_the_import() {
    for cast in casts().await {
        let batch = unit_import::commit(&cast.ha, &usual(&cast)).await.unwrap();
        let market = by_code(&cast.ha, "B").await;
        let granted = NewDuty {
            account: cast.binh.account,
            right: Right::View,
            unit: Some(market),
            from: TODAY,
            to: None,
            decision: String::new(),
        };
        let duty = duty::grant(&cast.ha, granted).await.unwrap();
        let undo = async || refused(unit_import::undo(&cast.ha, batch).await);
        assert_eq!(undo().await, UndoRefusal::InUse { unit: market });
        duty::end(&cast.ha, duty, TODAY).await.unwrap();
        let name = Rename {
            name: "Đảng bộ bộ phận Bến".to_owned(),
            short_name: String::new(),
            kind: UnitKind::GrassrootsCommittee,
            from: TODAY,
            decision: String::new(),
        };
        unit::rename(&cast.ha, market, name).await.unwrap();
        assert_eq!(undo().await, UndoRefusal::ChangedLater { unit: market });
        unit::take_back_name(&cast.ha, market).await.unwrap();
        unit_import::undo(&cast.ha, batch).await.unwrap();
        assert_eq!(below(&cast.ha, cast.east).await.len(), 2);
        missing(unit::view(&cast.an, market, TODAY).await);
        // What was taken out can come again.
        unit_import::commit(&cast.ha, &usual(&cast)).await.unwrap();
    }
}

#[tokio::test]
async fn imports_are_listed_to_those_who_keep_the_place() {
    for cast in casts().await {
        let first = unit_import::commit(&cast.ha, &usual(&cast)).await.unwrap();
        let west = sheet(cast.west, vec![row(2, "w", "chi bộ", "Chi bộ Tây", "")]);
        let second = unit_import::commit(&cast.an, &west).await.unwrap();
        let ids = async |ctx: &Ctx| {
            let page = batch::list(ctx, None, 10).await.unwrap();
            page.rows.into_iter().map(|row| row.batch.id).collect::<Vec<_>>()
        };
        assert_eq!(ids(&cast.an).await, [second, first]);
        assert_eq!(ids(&cast.ha).await, [first]);
        assert_eq!(ids(&cast.chi).await, []);
        let page = batch::list(&cast.an, None, 1).await.unwrap();
        assert_eq!((page.rows[0].full_name.as_str(), page.next), ("Nguyễn Thị An", Some(second)));
        let page = batch::list(&cast.an, page.next, 1).await.unwrap();
        assert_eq!((page.rows[0].batch.id, page.rows[0].batch.lines, page.next), (first, 3, None));
    }
}

#[tokio::test]
async fn a_crash_in_the_middle_of_an_import_leaves_nothing() {
    for cast in casts().await {
        let lines = cast.lines().await;
        let mut crashes = 0;
        for statements in 1..100 {
            cast.db.crash_after(statements);
            let ended = unit_import::commit(&cast.ha, &usual(&cast)).await;
            if !cast.db.heal() {
                ended.unwrap();
                break;
            }
            crashes += 1;
            assert!(ended.is_err());
            assert_eq!(cast.lines().await, lines);
            assert_eq!(below(&cast.ha, cast.east).await.len(), 2);
            assert_eq!(unit::search(&cast.ha, "hang sao").await.unwrap(), []);
        }
        assert!(crashes > 10, "{crashes}");
        assert_eq!(below(&cast.ha, cast.east).await.len(), 3);
    }
}

/// Wards with cells, many more than one statement, one gathering or one page takes.
fn country(under: UnitId) -> UnitSheet {
    let mut rows = Vec::new();
    for ward in 0..40_u32 {
        let code = format!("w{ward}");
        rows.push(row(ward * 36 + 2, &code, "đảng bộ cơ sở", &format!("Đảng bộ xã Số {ward}"), ""));
        for cell in 0..35 {
            let (line, own) = (ward * 36 + cell + 3, format!("w{ward}c{cell}"));
            rows.push(row(line, &own, "chi bộ", &format!("Chi bộ Thôn {cell} xã {ward}"), &code));
        }
    }
    sheet(under, rows)
}

#[tokio::test]
async fn what_is_in_every_name_is_found_in_order_and_what_is_rare_at_once() {
    for cast in casts().await {
        let batch = unit_import::commit(&cast.an, &country(cast.east)).await.unwrap();
        for ctx in [&cast.an, &cast.dung, &cast.binh] {
            let names = async |asked: &str| {
                let hits = unit::search(ctx, asked).await.unwrap();
                hits.into_iter().map(|hit| hit.name.name).collect::<Vec<_>>()
            };
            let common = names("thon chi bo").await;
            assert_eq!(common.len(), unit::HITS);
            assert_eq!(
                (common[0].as_str(), common[40].as_str()),
                ("Chi bộ Thôn 0 xã 0", "Chi bộ Thôn 1 xã 0")
            );
            assert_eq!(names("xa").await.len(), unit::HITS);
            assert_eq!(names("THÔN 34 xã 39").await, ["Chi bộ Thôn 34 xã 39"]);
            assert_eq!(names("so 3").await.len(), 11);
            assert_eq!(names("so 3 chi bo").await, Vec::<String>::new());
            assert_eq!(names("w39c34").await, ["Chi bộ Thôn 34 xã 39"]);
        }
        assert_eq!(unit::search(&cast.chi, "thon").await.unwrap(), []);
        let again = unit_import::preview(&cast.an, &country(cast.east)).await.unwrap();
        assert_eq!((again.new, again.changed.len(), again.skipped), (0, 0, 1_440));
        unit_import::undo(&cast.an, batch).await.unwrap();
        assert_eq!(unit::search(&cast.an, "thon").await.unwrap(), []);
        assert_eq!(below(&cast.an, cast.east).await.len(), 2);
    }
}
