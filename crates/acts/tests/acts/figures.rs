//! Figures, totals, evidence, imports: written, refused, seen by the right people, opened, undone.

use crate::cast::{Cast, casts, denied, missing, refused};
use acts::evidence::{self, FileRefusal};
use acts::figure::{self, Entry, EntryFault, FigureRefusal, NewEvidence, Save};
use acts::figure_import::{self, ImportRefusal, ImportRow, RowFault, UndoRefusal};
use acts::reorganisation::{self, Edge, NewReorganisation, ReorganisationKind};
use acts::total::{self, Lens, Query};
use acts::{Ctx, doctor, indicator, unit};
use domain::figure::{Bound, Slot, Value, ValueRefusal};
use domain::indicator::{Breakdown, IndicatorId};
use domain::period::Period;
use domain::submission::{Road, Scope, Source};
use domain::unit::UnitId;
use jiff::civil::date;

pub fn period(text: &str) -> Period {
    text.parse().unwrap()
}

pub async fn code(ctx: &Ctx, code: &str) -> IndicatorId {
    indicator::catalogue(ctx).await.unwrap().by_code(code).unwrap().id
}

pub async fn slot(ctx: &Ctx, of: &str) -> Slot {
    let catalogue = indicator::catalogue(ctx).await.unwrap();
    catalogue.slot(catalogue.by_code(of).unwrap().id, &Breakdown::none()).unwrap()
}

fn entry(indicator: IndicatorId, value: Option<Value>) -> Entry {
    Entry { indicator, breakdown: Breakdown::none(), value, evidence: None }
}

fn sheet(unit: UnitId, period: Period, scope: Scope, entries: Vec<Entry>) -> Save {
    Save {
        unit,
        period,
        scope,
        seen_version: None,
        entries,
        source: Source::Typed,
        document: None,
        reason: String::new(),
    }
}

async fn say(ctx: &Ctx, unit: UnitId, when: &str, scope: Scope, of: &str, value: Value) {
    let entry = entry(code(ctx, of).await, Some(value));
    figure::save(ctx, sheet(unit, period(when), scope, vec![entry])).await.unwrap();
}

fn query(unit: UnitId, range: &str) -> Query {
    Query { unit, range: period(range), lens: Lens::AsWas, road: Road::Declared }
}

async fn sound(cast: &Cast) {
    assert!(doctor::audit(&cast.app).await.unwrap().differences.is_empty());
}

#[tokio::test]
async fn a_figure_adds_up_to_the_top_at_once() {
    for cast in casts().await {
        say(&cast.binh, cast.east_cells[0], "2024Q1", Scope::Own, "HD01", Value::exact(120)).await;
        say(&cast.binh, cast.east_cells[1], "2024Q1", Scope::Own, "HD01", Value::at_least(30)).await;
        say(&cast.chi, cast.west, "2024Q1", Scope::Own, "HD01", Value::exact(0)).await;
        let trees = slot(&cast.an, "HD01").await;
        let view = total::view(&cast.dung, query(cast.province, "2024")).await.unwrap();
        let sum = view.own.cells.get(&trees).unwrap().sum;
        assert_eq!((sum.number, sum.bound(), sum.values()), (150, Bound::AtLeast, 3));
        assert_eq!((view.coverage.expected, view.coverage.reported), (2, 2));
        let names: Vec<_> = view.rows.iter().map(|row| row.head.name.name.as_str()).collect();
        assert_eq!(names, ["Đảng bộ phường Đông", "Đảng bộ phường Tây"]);
        sound(&cast).await;
    }
}

#[tokio::test]
async fn zero_not_reported_and_not_applicable_differ() {
    for cast in casts().await {
        say(&cast.binh, cast.east_cells[0], "2024Q1", Scope::Own, "HD02", Value::exact(0)).await;
        say(&cast.chi, cast.west, "2024Q1", Scope::Own, "HD02", Value::NotApplicable).await;
        let blood = slot(&cast.an, "HD02").await;
        let view = total::view(&cast.dung, query(cast.province, "2024Q1")).await.unwrap();
        let cell =
            |unit: UnitId| view.rows.iter().find(|row| row.head.unit == unit).unwrap().cells.get(&blood);
        let east = cell(cast.east).unwrap().sum;
        assert_eq!((east.number, east.values(), east.not_applicable), (0, 1, 0));
        let west = cell(cast.west).unwrap().sum;
        assert_eq!((west.values(), west.not_applicable), (0, 1));
        let below = total::view(&cast.binh, query(cast.east, "2024Q1")).await.unwrap();
        assert!(below.rows[1].cells.is_empty(), "the second cell reported nothing");
        assert_eq!(below.coverage.missing, [cast.east_cells[1]]);
    }
}

#[tokio::test]
async fn shares_add_as_sigma_over_sigma_and_statements_never() {
    for cast in casts().await {
        let share = |numerator, denominator| Value::Ratio { numerator, denominator };
        say(&cast.binh, cast.east_cells[0], "2023", Scope::Own, "HT04", share(97, 100)).await;
        say(&cast.binh, cast.east_cells[1], "2023", Scope::Own, "HT04", share(1, 10)).await;
        let told = Value::Statement { thousandths: 97_000, bound: Bound::Exact };
        say(&cast.chi, cast.west, "2023", Scope::Own, "HT04", told).await;
        let studied = slot(&cast.an, "HT04").await;
        let view = total::view(&cast.dung, query(cast.province, "2023")).await.unwrap();
        let sum = view.own.cells.get(&studied).unwrap().sum;
        assert_eq!((sum.number, sum.denominator, sum.statements), (98, 110, 1));
    }
}

#[tokio::test]
async fn a_whole_statement_stands_beside_the_sum_from_below() {
    for cast in casts().await {
        say(&cast.binh, cast.east_cells[0], "2023", Scope::Own, "HD01", Value::exact(90)).await;
        say(&cast.binh, cast.east, "2023", Scope::Whole, "HD01", Value::exact(100)).await;
        let trees = slot(&cast.an, "HD01").await;
        let view = total::view(&cast.dung, query(cast.east, "2023")).await.unwrap();
        let cell = view.own.cells.get(&trees).unwrap();
        assert_eq!((cell.sum.number, cell.below().number), (100, 90));
        assert_eq!(cell.whole(), Some(Value::exact(100)));
        assert!(cell.differs());
        let above = total::view(&cast.dung, query(cast.province, "2023")).await.unwrap();
        assert_eq!(above.own.cells.get(&trees).unwrap().sum.number, 100);
        for lens in [Lens::AsWas, Lens::AsIs] {
            let view = total::view(&cast.dung, Query { lens, ..query(cast.province, "2023") }).await.unwrap();
            assert_eq!(view.own.cells.get(&trees).unwrap().sum.number, 100, "{lens:?}");
        }
        sound(&cast).await;
    }
}

#[tokio::test]
async fn a_correction_is_a_new_version_and_right_everywhere() {
    for cast in casts().await {
        say(&cast.binh, cast.east_cells[0], "2024Q1", Scope::Own, "HD01", Value::exact(120)).await;
        let trees = code(&cast.an, "HD01").await;
        let mut correction = sheet(
            cast.east_cells[0],
            period("2024Q1"),
            Scope::Own,
            vec![entry(trees, Some(Value::exact(102)))],
        );
        correction.reason = "Đếm lại".to_owned();
        let saved = figure::save(&cast.binh, correction).await.unwrap();
        assert_eq!((saved.version, saved.changed), (2, 1));
        let trees = slot(&cast.an, "HD01").await;
        let opened = total::origin(&cast.dung, query(cast.east_cells[0], "2024Q1"), trees).await.unwrap();
        let record = &opened.records[0];
        assert_eq!(record.value, Value::exact(102));
        assert_eq!(record.steps.len(), 2);
        let newest = &record.steps[0];
        assert_eq!((newest.before, newest.after), (Some(Value::exact(120)), Some(Value::exact(102))));
        assert_eq!((newest.name.as_str(), newest.reason.as_str()), ("Trần Văn Bình", "Đếm lại"));
        let view = total::view(&cast.dung, query(cast.province, "2024Q1")).await.unwrap();
        assert_eq!(view.own.cells.get(&trees).unwrap().sum.number, 102);
        assert_eq!(cast.last_line().await.act, "figure.save");
    }
}

#[tokio::test]
async fn the_second_of_two_is_told_and_loses_nothing() {
    for cast in casts().await {
        let trees = code(&cast.an, "HD01").await;
        let form = figure::sheet(&cast.binh, cast.east, period("2024Q1"), Scope::Own).await.unwrap();
        let with = |number| Save {
            seen_version: Some(form.version),
            ..sheet(cast.east, period("2024Q1"), Scope::Own, vec![entry(trees, Some(Value::exact(number)))])
        };
        figure::save(&cast.binh, with(7)).await.unwrap();
        let told = refused(figure::save(&cast.binh, with(9)).await);
        let FigureRefusal::Changed { version, by, now, .. } = told else { panic!("{told:?}") };
        assert_eq!((version, by.as_str(), now), (1, "Trần Văn Bình", vec![Some(Value::exact(7))]));
    }
}

#[tokio::test]
async fn wrong_entries_are_named_and_nothing_is_written() {
    for cast in casts().await {
        let trees = code(&cast.an, "HD01").await;
        let share = code(&cast.an, "HT04").await;
        let above = Value::Ratio { numerator: 31, denominator: 28 };
        let entries = vec![
            entry(trees, Some(Value::exact(5))),
            entry(trees, Some(Value::exact(6))),
            entry(share, Some(above)),
            entry(share, Some(Value::exact(1))),
            entry(IndicatorId(1), Some(Value::exact(1))),
        ];
        let told =
            refused(figure::save(&cast.binh, sheet(cast.east, period("2024Q1"), Scope::Own, entries)).await);
        let expected = vec![
            (1, EntryFault::Twice),
            (2, EntryFault::Value(ValueRefusal::AboveDenominator)),
            (3, EntryFault::Nature),
            (4, EntryFault::UnknownIndicator),
        ];
        assert_eq!(told, FigureRefusal::Entries(expected));
        let form = figure::sheet(&cast.binh, cast.east, period("2024Q1"), Scope::Own).await.unwrap();
        assert_eq!((form.version, form.values.len()), (0, 0));
        let future = sheet(cast.east, period("2024Q4"), Scope::Own, vec![]);
        assert_eq!(refused(figure::save(&cast.binh, future).await), FigureRefusal::Future);
        let before = sheet(cast.east, period("2019"), Scope::Own, vec![]);
        assert_eq!(refused(figure::save(&cast.binh, before).await), FigureRefusal::NotThere);
    }
}

#[tokio::test]
async fn neighbours_and_strangers_find_nothing() {
    for cast in casts().await {
        say(&cast.binh, cast.east, "2024Q1", Scope::Own, "HD01", Value::exact(5)).await;
        let trees = slot(&cast.an, "HD01").await;
        for ctx in [&cast.chi, &cast.khanh] {
            missing(total::view(ctx, query(cast.east, "2024")).await);
            missing(total::origin(ctx, query(cast.east, "2024"), trees).await);
            missing(figure::sheet(ctx, cast.east, period("2024Q1"), Scope::Own).await);
            missing(figure::save(ctx, sheet(cast.east, period("2024Q1"), Scope::Own, vec![])).await);
            missing(evidence::upload(ctx, cast.east, b"x").await);
        }
        for ctx in [&cast.dung, &cast.giang, &cast.ha] {
            assert!(total::view(ctx, query(cast.east, "2024")).await.is_ok());
            denied(figure::save(ctx, sheet(cast.east, period("2024Q1"), Scope::Own, vec![])).await);
            denied(evidence::upload(ctx, cast.east, b"x").await);
        }
        missing(total::view(&cast.binh, query(cast.province, "2024")).await);
    }
}

#[tokio::test]
async fn evidence_is_served_to_those_who_may_see_the_figure() {
    for cast in casts().await {
        let photo = b"\x89PNG\r\n\x1a\n trees".as_slice();
        let hash = evidence::upload(&cast.binh, cast.east, photo).await.unwrap();
        assert_eq!(hash, evidence::upload(&cast.binh, cast.east, photo).await.unwrap());
        let trees = code(&cast.an, "HD01").await;
        let proof = NewEvidence {
            file: Some((hash, "bien-ban.png".to_owned())),
            note: "Biên bản bàn giao".to_owned(),
            amount: Some(96),
            ..NewEvidence::default()
        };
        let with = Entry { evidence: Some(proof), ..entry(trees, Some(Value::exact(120))) };
        figure::save(&cast.binh, sheet(cast.east, period("2024Q1"), Scope::Own, vec![with])).await.unwrap();
        let trees = slot(&cast.an, "HD01").await;
        let opened = total::origin(&cast.dung, query(cast.east, "2024Q1"), trees).await.unwrap();
        assert_eq!(opened.other_road.unwrap().number, 96, "declared 120, proved 96");
        let piece = opened.records[0].evidence[0].id;
        let file = evidence::file(&cast.dung, piece).await.unwrap();
        assert_eq!((file.content.as_slice(), file.media.as_str()), (photo, "image/png"));
        assert_eq!(cast.last_line().await.act, "evidence.hand-out");
        missing(evidence::file(&cast.chi, piece).await);
        missing(evidence::file(&cast.khanh, piece).await);
        assert_eq!(refused(evidence::upload(&cast.binh, cast.east, b"").await), FileRefusal::Empty);
        let large = vec![0; evidence::LARGEST_FILE + 1];
        assert_eq!(refused(evidence::upload(&cast.binh, cast.east, &large).await), FileRefusal::TooLarge);
        sound(&cast).await;
    }
}

fn row(line: u32, unit: UnitId, trees: IndicatorId, number: i64) -> ImportRow {
    ImportRow {
        line,
        unit,
        period: period("2024Q1"),
        scope: Scope::Own,
        entries: vec![(3, entry(trees, Some(Value::exact(number))))],
    }
}

#[tokio::test]
async fn an_import_is_looked_at_written_and_undone_as_one() {
    for cast in casts().await {
        let trees = code(&cast.an, "HD01").await;
        say(&cast.binh, cast.east, "2024Q1", Scope::Own, "HD01", Value::exact(1)).await;
        let rows = vec![row(4, cast.east, trees, 10), row(5, cast.east_cells[0], trees, 20)];
        let preview = figure_import::preview(&cast.binh, &rows).await.unwrap();
        assert_eq!((preview.new, preview.replaced.len(), preview.faults.len()), (1, 1, 0));
        let imported = figure_import::commit(&cast.binh, rows, "quy-1.xlsx").await.unwrap();
        assert_eq!((imported.submissions, imported.values), (2, 2));
        let trees = slot(&cast.an, "HD01").await;
        let sum = |view: total::View| view.own.cells.get(&trees).map(|cell| cell.sum.number);
        let look = || total::view(&cast.dung, query(cast.province, "2024Q1"));
        assert_eq!(sum(look().await.unwrap()), Some(30));
        missing(figure_import::undo(&cast.chi, imported.batch).await);
        assert_eq!(figure_import::undo(&cast.binh, imported.batch).await.unwrap(), 2);
        assert_eq!(sum(look().await.unwrap()), Some(1));
        let again = figure_import::undo(&cast.binh, imported.batch).await;
        assert_eq!(refused(again), UndoRefusal::AlreadyUndone);
        sound(&cast).await;
    }
}

#[tokio::test]
async fn an_import_with_a_fault_writes_nothing() {
    for cast in casts().await {
        let trees = code(&cast.an, "HD01").await;
        let rows =
            vec![row(4, cast.east, trees, 10), row(5, cast.west, trees, 20), row(6, cast.east, trees, -1)];
        let told = refused(figure_import::commit(&cast.binh, rows, "x").await);
        let ImportRefusal::Faults(faults) = told else { panic!("{told:?}") };
        let faults: Vec<_> = faults.into_iter().map(|one| (one.line, one.column, one.fault)).collect();
        assert_eq!(
            faults,
            [
                (5, None, RowFault::NotYours),
                (6, None, RowFault::Twice { first: 4 }),
                (6, Some(3), RowFault::Entry(EntryFault::Value(ValueRefusal::Negative))),
            ]
        );
        let form = figure::sheet(&cast.binh, cast.east, period("2024Q1"), Scope::Own).await.unwrap();
        assert_eq!(form.version, 0);
    }
}

#[tokio::test]
async fn a_correction_after_an_import_blocks_its_undoing() {
    for cast in casts().await {
        let trees = code(&cast.an, "HD01").await;
        let imported =
            figure_import::commit(&cast.binh, vec![row(4, cast.east, trees, 10)], "x").await.unwrap();
        say(&cast.binh, cast.east, "2024Q1", Scope::Own, "HD01", Value::exact(11)).await;
        let told = figure_import::undo(&cast.binh, imported.batch).await;
        assert_eq!(refused(told), UndoRefusal::CorrectedSince(1));
    }
}

#[tokio::test]
async fn a_crash_anywhere_in_an_import_leaves_nothing_half_written() {
    for cast in casts().await {
        let trees = code(&cast.an, "HD01").await;
        say(&cast.binh, cast.east, "2024Q1", Scope::Own, "HD01", Value::exact(1)).await;
        let rows = || vec![row(4, cast.east, trees, 10), row(5, cast.east_cells[0], trees, 20)];
        for statement in 1..40 {
            cast.db.crash_after(statement);
            let ended = figure_import::commit(&cast.binh, rows(), "x").await;
            if !cast.db.heal() {
                assert!(ended.is_ok());
                break;
            }
            assert!(ended.is_err());
            let form = figure::sheet(&cast.binh, cast.east, period("2024Q1"), Scope::Own).await.unwrap();
            assert_eq!(form.version, 1, "after a crash at statement {statement}");
            sound(&cast).await;
        }
        sound(&cast).await;
    }
}

#[tokio::test]
async fn a_merger_keeps_the_sums_as_was_and_as_is() {
    for cast in casts().await {
        say(&cast.binh, cast.east_cells[0], "2023", Scope::Own, "HD01", Value::exact(120)).await;
        say(&cast.chi, cast.west, "2023", Scope::Own, "HD01", Value::exact(30)).await;
        say(&cast.chi, cast.west_cells[1], "2023", Scope::Own, "HD01", Value::exact(7)).await;
        let merger = NewReorganisation {
            decision: "Nghị quyết số 05-NQ/TU".to_owned(),
            decided_on: None,
            effective: date(2024, 3, 1),
            kind: ReorganisationKind::Merge,
            note: String::new(),
            edges: vec![Edge {
                predecessor: cast.west,
                successor: cast.east,
                whole: true,
                share: String::new(),
            }],
            ending: Vec::new(),
            children: Vec::new(),
        };
        reorganisation::record(&cast.an, merger).await.unwrap();
        let trees = slot(&cast.an, "HD01").await;
        let number = async |unit: UnitId, lens: Lens| {
            let view = total::view(&cast.dung, Query { lens, ..query(unit, "2023") }).await.unwrap();
            view.own.cells.get(&trees).map(|cell| cell.sum.number)
        };
        assert_eq!(number(cast.west, Lens::AsWas).await, Some(37));
        assert_eq!(number(cast.east, Lens::AsWas).await, Some(120));
        assert_eq!(number(cast.east, Lens::AsIs).await, Some(157));
        assert_eq!(number(cast.province, Lens::AsWas).await, Some(157));
        assert_eq!(number(cast.province, Lens::AsIs).await, Some(157));
        let opened = total::origin(&cast.dung, Query { lens: Lens::AsIs, ..query(cast.east, "2023") }, trees)
            .await
            .unwrap();
        let told: Vec<_> = opened.records.iter().map(|record| record.head.name.name.as_str()).collect();
        assert_eq!(
            told,
            ["Đảng bộ phường Tây"],
            "the successor's figure opens down to its predecessor's record"
        );
        // The west committee's clerk has no unit any more; the east one's now covers its cells.
        say(&cast.binh, cast.west_cells[1], "2023", Scope::Own, "HD01", Value::exact(8)).await;
        assert_eq!(number(cast.province, Lens::AsIs).await, Some(158));
        sound(&cast).await;
    }
}

#[tokio::test]
async fn a_unit_that_moves_takes_no_figure_of_the_past_along() {
    for cast in casts().await {
        let cell = cast.east_cells[0];
        say(&cast.binh, cell, "2023", Scope::Own, "HD01", Value::exact(9)).await;
        unit::move_under(&cast.an, cell, Some(cast.west), date(2024, 2, 1), "QĐ 07").await.unwrap();
        let trees = slot(&cast.an, "HD01").await;
        let view = total::view(&cast.dung, query(cast.east, "2023")).await.unwrap();
        assert_eq!(view.own.cells.get(&trees).unwrap().sum.number, 9);
        let now = Query { lens: Lens::AsIs, ..query(cast.west, "2023") };
        assert_eq!(total::view(&cast.dung, now).await.unwrap().own.cells.get(&trees).unwrap().sum.number, 9);
        say(&cast.chi, cell, "2024M03", Scope::Own, "HD01", Value::exact(4)).await;
        let view = total::view(&cast.dung, query(cast.west, "2024")).await.unwrap();
        assert_eq!(view.own.cells.get(&trees).unwrap().sum.number, 4);
        sound(&cast).await;
    }
}
