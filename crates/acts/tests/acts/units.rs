//! Single units: making, renaming, moving, closing, finding.

use crate::cast::{Cast, FOUNDED, TODAY, casts, denied, found, missing, new_unit, refused};
use acts::Ctx;
use acts::unit::{self, Matched, NewUnit, Rename, UnitField, UnitRefusal};
use domain::id::UnitId;
use domain::unit::{TreeRefusal, UnitKind};
use jiff::civil::{Date, date};

fn rename(name: &str, from: Date) -> Rename {
    Rename {
        name: name.to_owned(),
        short_name: String::new(),
        kind: UnitKind::GrassrootsCommittee,
        from,
        decision: "Quyết định số 7-QĐ/TU".to_owned(),
    }
}

async fn hits(ctx: &Ctx, asked: &str) -> Vec<String> {
    let found = unit::search(ctx, asked).await.unwrap();
    found.into_iter().map(|hit| hit.name.name).collect()
}

fn cell(parent: UnitId) -> NewUnit {
    new_unit("Chi bộ Trường Mầm non", UnitKind::Cell, Some(parent))
}

#[tokio::test]
async fn units_are_made_by_those_who_keep_the_place() {
    for cast in casts().await {
        missing(unit::create(&cast.khanh, cell(cast.east)).await);
        missing(unit::create(&cast.chi, cell(cast.east)).await);
        denied(unit::create(&cast.binh, cell(cast.east)).await);
        denied(unit::create(&cast.dung, cell(cast.east)).await);
        missing(unit::create(&cast.ha, cell(cast.west)).await);
        denied(unit::create(&cast.ha, NewUnit { parent: None, ..cell(cast.east) }).await);
        let made = unit::create(&cast.ha, cell(cast.east)).await.unwrap();
        let line = cast.last_line().await;
        assert_eq!(
            (line.act.as_str(), line.unit, line.account),
            ("unit.create", Some(made), Some(cast.ha.account))
        );
        let view = unit::view(&cast.ha, made, TODAY).await.unwrap();
        let path: Vec<_> = view.path.iter().map(|step| (step.unit, step.visible)).collect();
        assert_eq!(path, [(cast.province, false), (cast.east, true)]);
        assert!(view.can_keep);
        missing(unit::view(&cast.chi, made, TODAY).await);
        missing(unit::view(&cast.an, UnitId(1), TODAY).await);
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_new_unit_is_said() {
    for cast in casts().await {
        let at = |new: NewUnit| unit::create(&cast.an, new);
        let usual = cell(cast.east);
        assert_eq!(
            refused(at(NewUnit { name: " . ".into(), ..usual.clone() }).await),
            UnitRefusal::NameMissing
        );
        assert_eq!(
            refused(at(NewUnit { name: "x".repeat(301), ..usual.clone() }).await),
            UnitRefusal::TooLong { field: UnitField::Name, most: 300 }
        );
        assert_eq!(
            refused(at(NewUnit { from: date(1899, 12, 31), ..usual.clone() }).await),
            UnitRefusal::DayOutOfRange
        );
        assert_eq!(
            refused(at(NewUnit { from: date(2019, 12, 31), ..usual.clone() }).await),
            UnitRefusal::Tree(TreeRefusal::ParentNotThere)
        );
        let code = vec![("dia-gioi".to_owned(), "d01".to_owned())];
        let first = at(NewUnit { codes: code.clone(), ..usual.clone() }).await.unwrap();
        assert_eq!(
            refused(at(NewUnit { codes: code, ..usual }).await),
            UnitRefusal::CodeTaken { scheme: "dia-gioi".into(), code: "D01".into(), unit: first }
        );
    }
}

#[tokio::test]
async fn a_renamed_unit_keeps_its_past_and_can_be_named_back() {
    for cast in casts().await {
        let (first, second) = (date(2022, 3, 1), date(2023, 3, 1));
        missing(unit::rename(&cast.chi, cast.east, rename("Đảng bộ phường Mới", first)).await);
        denied(unit::rename(&cast.binh, cast.east, rename("Đảng bộ phường Mới", first)).await);
        unit::rename(&cast.ha, cast.east, rename("Đảng bộ phường Mới", second)).await.unwrap();
        assert_eq!(
            refused(unit::rename(&cast.ha, cast.east, rename("Đảng bộ phường Cũ", first)).await),
            UnitRefusal::Tree(TreeRefusal::BeforeLastChange)
        );
        assert_eq!(
            refused(unit::rename(&cast.ha, cast.east, rename("Đảng bộ phường Mới", second)).await),
            UnitRefusal::NothingChanges
        );
        let name = async |day: Date| unit::view(&cast.ha, cast.east, day).await.unwrap().name.name;
        // A slip of the pen is mended on the name's own first day.
        unit::rename(&cast.ha, cast.east, rename("Đảng bộ phường Mới Đông", second)).await.unwrap();
        assert_eq!(name(date(2023, 2, 28)).await, "Đảng bộ phường Đông");
        assert_eq!(name(second).await, "Đảng bộ phường Mới Đông");
        assert_eq!(unit::view(&cast.ha, cast.east, TODAY).await.unwrap().names.len(), 2);
        let line = cast.last_line().await;
        assert_eq!(line.act, "unit.rename");
        assert!(line.detail.contains("Đảng bộ phường Mới → Đảng bộ phường Mới Đông"), "{}", line.detail);
        unit::take_back_name(&cast.ha, cast.east).await.unwrap();
        assert_eq!(name(TODAY).await, "Đảng bộ phường Đông");
        assert_eq!(hits(&cast.ha, "moi dong").await, Vec::<String>::new());
        assert_eq!(refused(unit::take_back_name(&cast.ha, cast.east).await), UnitRefusal::NoEarlierName);
    }
}

async fn children(cast: &Cast, parent: UnitId, day: Date) -> Vec<UnitId> {
    let page = unit::tree(&cast.an, Some(parent), day, None, 100).await.unwrap();
    page.rows.into_iter().map(|row| row.unit).collect()
}

#[tokio::test]
async fn a_moved_unit_was_where_it_was() {
    for cast in casts().await {
        let day = date(2024, 1, 1);
        let [first, second] = cast.east_cells;
        let to = |ctx: &Ctx, parent| {
            let ctx = ctx.clone();
            async move { unit::move_under(&ctx, first, parent, day, "").await }
        };
        missing(to(&cast.chi, Some(cast.west)).await);
        denied(to(&cast.binh, Some(cast.west)).await);
        // Hà keeps the cell, but not the place where it would go.
        missing(to(&cast.ha, Some(cast.west)).await);
        assert_eq!(
            refused(unit::move_under(&cast.an, cast.east, Some(second), day, "").await),
            UnitRefusal::Tree(TreeRefusal::Ring)
        );
        assert_eq!(refused(to(&cast.an, Some(cast.east)).await), UnitRefusal::NothingChanges);
        to(&cast.an, Some(cast.west)).await.unwrap();
        assert_eq!(cast.last_line().await.act, "unit.move");
        let eve = day.yesterday().unwrap();
        assert_eq!(children(&cast, cast.east, eve).await, [first, second]);
        assert_eq!(children(&cast, cast.east, day).await, [second]);
        assert_eq!(children(&cast, cast.west, day).await.len(), 3);
        assert_eq!(
            refused(unit::move_under(&cast.an, first, Some(cast.east), eve, "").await),
            UnitRefusal::Tree(TreeRefusal::BeforeLastChange)
        );
        // The neighbour sees it now; who kept it before does not.
        assert!(unit::view(&cast.chi, first, TODAY).await.is_ok());
        missing(unit::view(&cast.ha, first, TODAY).await);
    }
}

#[tokio::test]
async fn a_closed_unit_leaves_nothing_standing_below() {
    for cast in casts().await {
        let day = date(2024, 4, 1);
        let close = |ctx: &Ctx, unit| {
            let ctx = ctx.clone();
            async move { unit::close(&ctx, unit, day, "Quyết định số 9").await }
        };
        missing(close(&cast.chi, cast.east).await);
        denied(close(&cast.binh, cast.east_cells[0]).await);
        assert_eq!(
            refused(close(&cast.an, cast.east).await),
            UnitRefusal::Tree(TreeRefusal::StillHasChildren)
        );
        // Who keeps the committee alone does not decide that it ends.
        denied(close(&cast.dung, cast.east).await);
        for cell in cast.east_cells {
            close(&cast.ha, cell).await.unwrap();
        }
        missing(close(&cast.ha, cast.east).await);
        close(&cast.an, cast.east).await.unwrap();
        assert_eq!(cast.last_line().await.act, "unit.close");
        assert_eq!(children(&cast, cast.province, day).await, [cast.west]);
        assert_eq!(children(&cast, cast.province, day.yesterday().unwrap()).await, [cast.east, cast.west]);
        let view = unit::view(&cast.an, cast.east, TODAY).await.unwrap();
        assert_eq!((view.to, view.children, view.from), (Some(day), 2, FOUNDED));
        assert_eq!(refused(close(&cast.an, cast.east).await), UnitRefusal::Tree(TreeRefusal::UnitNotThere));
        let found = unit::search(&cast.an, "phường đông").await.unwrap();
        assert_eq!((found.len(), found[0].ended), (1, Some(day)));
    }
}

#[tokio::test]
async fn search_ignores_marks_case_and_order_and_ends_at_ones_reach() {
    for cast in casts().await {
        for asked in ["ĐÔNG", "dong phuong", "phường Đông", "pHuOnG do"] {
            assert_eq!(hits(&cast.an, asked).await, ["Đảng bộ phường Đông"], "{asked}");
        }
        assert_eq!(hits(&cast.an, "khu pho").await.len(), 4);
        assert_eq!(hits(&cast.ha, "khu pho").await, ["Chi bộ Khu phố 1", "Chi bộ Khu phố 2"]);
        assert_eq!(hits(&cast.ha, "tay").await, Vec::<String>::new());
        assert_eq!(hits(&cast.khanh, "dong").await, Vec::<String>::new());
        for nothing in ["", " ", "%", "khong co gi", "' OR 1=1 --"] {
            assert_eq!(hits(&cast.an, nothing).await, Vec::<String>::new(), "{nothing}");
        }
        let first = &unit::search(&cast.an, "khu phố 1").await.unwrap()[0];
        let path: Vec<_> = first.path.iter().map(|name| name.name.as_str()).collect();
        assert_eq!(path, ["Đảng bộ phường Đông", "Đảng bộ tỉnh Sông Tiền"]);
    }
}

#[tokio::test]
async fn other_names_and_codes_find_a_unit_while_it_has_them() {
    for cast in casts().await {
        let unit = cast.east;
        missing(unit::add_alias(&cast.chi, unit, "Đông Phường").await);
        denied(unit::add_alias(&cast.giang, unit, "Đông Phường").await);
        unit::add_alias(&cast.ha, unit, "ĐU Hướng Dương").await.unwrap();
        assert_eq!(refused(unit::add_alias(&cast.ha, unit, "đu hướng dương").await), UnitRefusal::AliasTaken);
        assert_eq!(hits(&cast.ha, "huong duong").await, ["Đảng bộ phường Đông"]);
        let resolved = unit::resolve(&cast.ha, "ĐU hướng dương").await.unwrap();
        assert_eq!((resolved.len(), resolved[0].0.matched), (1, Matched::Alias));
        unit::remove_alias(&cast.ha, unit, "ĐU Hướng Dương").await.unwrap();
        missing(unit::remove_alias(&cast.ha, unit, "ĐU Hướng Dương").await);
        assert_eq!(hits(&cast.ha, "huong duong").await, Vec::<String>::new());

        let code = |ctx: &Ctx, unit| {
            let ctx = ctx.clone();
            async move { unit::add_code(&ctx, unit, "to-chuc-dang", "65.a32", FOUNDED).await }
        };
        missing(code(&cast.chi, unit).await);
        denied(code(&cast.binh, unit).await);
        code(&cast.ha, unit).await.unwrap();
        assert!(matches!(refused(code(&cast.an, cast.west).await), UnitRefusal::CodeTaken { .. }));
        assert_eq!(hits(&cast.ha, "65.A32").await, ["Đảng bộ phường Đông"]);
        assert_eq!(unit::resolve(&cast.ha, "65.a32").await.unwrap()[0].0.matched, Matched::Code);
        let day = date(2023, 1, 1);
        missing(unit::end_code(&cast.chi, unit, "to-chuc-dang", "65.A32", day).await);
        unit::end_code(&cast.ha, unit, "to-chuc-dang", "65.A32", day).await.unwrap();
        unit::add_code(&cast.an, cast.west, "to-chuc-dang", "65.A32", day).await.unwrap();
        assert_eq!(cast.last_line().await.act, "unit.add-code");
    }
}

#[tokio::test]
async fn the_tree_opens_where_one_may_see_and_turns_pages_by_name() {
    for cast in casts().await {
        let tops = |ctx: &Ctx| {
            let ctx = ctx.clone();
            async move {
                let page = unit::tree(&ctx, None, TODAY, None, 100).await.unwrap();
                page.rows.into_iter().map(|row| (row.unit, row.children)).collect::<Vec<_>>()
            }
        };
        assert_eq!(tops(&cast.an).await, [(cast.province, 2)]);
        assert_eq!(tops(&cast.binh).await, [(cast.east, 2)]);
        assert_eq!(tops(&cast.khanh).await, []);
        missing(unit::tree(&cast.chi, Some(cast.east), TODAY, None, 10).await);
        for name in ["Chi bộ Khu phố 10", "Chi bộ Ấp Bắc", "Chi bộ Ân Phú"] {
            found(&cast.ha, name, UnitKind::Cell, Some(cast.east)).await;
        }
        let (mut after, mut names) = (None, Vec::new());
        loop {
            let page = unit::tree(&cast.binh, Some(cast.east), TODAY, after, 2).await.unwrap();
            names.extend(page.rows.into_iter().map(|row| row.name.name));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        let expected =
            ["Chi bộ Ân Phú", "Chi bộ Ấp Bắc", "Chi bộ Khu phố 1", "Chi bộ Khu phố 2", "Chi bộ Khu phố 10"];
        assert_eq!(names, expected);
    }
}

#[tokio::test]
async fn nobody_learns_of_a_change_that_did_not_happen() {
    for cast in casts().await {
        let before = cast.lines().await;
        // Cut off after one statement, after two, and so on, until the act needs no more.
        let mut statements = 1;
        loop {
            cast.db.crash_after(statements);
            let made = unit::create(&cast.an, cell(cast.east)).await;
            let crashed = cast.db.heal();
            assert_eq!(made.is_err(), crashed, "{statements}");
            if !crashed {
                break;
            }
            assert_eq!(cast.lines().await, before, "{statements}");
            assert_eq!(hits(&cast.an, "mam non").await, Vec::<String>::new(), "{statements}");
            assert_eq!(children(&cast, cast.east, TODAY).await, cast.east_cells, "{statements}");
            statements += 1;
        }
        assert!(statements > 5, "{statements}");
        assert_eq!(children(&cast, cast.west, TODAY).await, cast.west_cells);
    }
}
