//! Freezes: numbered, unchanging, read like live totals, and every difference explained to the last unit.

use crate::cast::{Cast, TODAY, casts, denied, found, missing, refused};
use crate::figures::{code, period, slot};
use acts::figure::{self, Entry, Save};
use acts::freeze::{self, Basis, FreezeRefusal};
use acts::reorganisation::{self, Edge, NewReorganisation, ReorganisationKind};
use acts::total::{self, Lens, Query};
use acts::{Ctx, unit};
use domain::figure::Value;
use domain::freeze::Turnout;
use domain::freeze::difference::Cause;
use domain::indicator::Breakdown;
use domain::submission::{Road, Scope, Source};
use domain::total::Sum;
use domain::unit::{UnitId, UnitKind};
use jiff::civil::{Date, date};
use proptest::prelude::*;

async fn say(ctx: &Ctx, unit: UnitId, when: &str, scope: Scope, value: Option<Value>, reason: &str) {
    let indicator = code(ctx, "HD01").await;
    let entry = Entry { indicator, breakdown: Breakdown::none(), value, evidence: None };
    let save = Save {
        unit,
        period: period(when),
        scope,
        seen_version: None,
        entries: vec![entry],
        source: Source::Typed,
        document: None,
        reason: reason.to_owned(),
    };
    figure::save(ctx, save).await.unwrap();
}

fn query(unit: UnitId, range: &str, lens: Lens) -> Query {
    Query { unit, range: period(range), lens, road: Road::Declared }
}

async fn merge(cast: &Cast, gone: UnitId, into: UnitId, day: Date) {
    let new = NewReorganisation {
        decision: "Quyết định số 8-QĐ/TU".to_owned(),
        decided_on: None,
        effective: day,
        kind: ReorganisationKind::Merge,
        note: String::new(),
        edges: vec![Edge { predecessor: gone, successor: into, whole: true, share: String::new() }],
        ending: Vec::new(),
        children: Vec::new(),
    };
    reorganisation::record(&cast.an, new).await.unwrap();
}

#[tokio::test]
async fn a_freeze_is_numbered_and_stays_as_it_was() {
    for cast in casts().await {
        let [first, second] = cast.east_cells;
        let range = period("2024");
        assert_eq!(
            refused(freeze::add(&cast.giang, cast.east, range, "Sơ kết").await),
            FreezeRefusal::Nothing
        );
        say(&cast.binh, first, "2024Q1", Scope::Own, Some(Value::exact(40)), "").await;
        assert_eq!(refused(freeze::add(&cast.giang, cast.east, range, " ").await), FreezeRefusal::Reason);
        let future = period("2025");
        assert_eq!(
            refused(freeze::add(&cast.giang, cast.east, future, "Sơ kết").await),
            FreezeRefusal::Future
        );
        denied(freeze::add(&cast.binh, cast.east, range, "Sơ kết").await);
        missing(freeze::add(&cast.chi, cast.east, range, "Sơ kết").await);

        let one = freeze::add(&cast.giang, cast.east, range, "Sơ kết quý I").await.unwrap();
        let line = cast.last_line().await;
        let kept = freeze::load(&cast.dung, one).await.unwrap();
        let hash = kept.freeze.hash.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        assert_eq!((line.act.as_str(), line.detail.contains(&hash)), ("freeze.add", true));
        assert_eq!((kept.freeze.number, kept.by.as_str()), (1, "Đỗ Hương Giang"));
        assert_eq!(kept.turnouts, [(first, Turnout::Reported), (second, Turnout::Missing)].into());
        assert_eq!(kept.missing().collect::<Vec<_>>(), [second]);

        let slot = slot(&cast.an, "HD01").await;
        let look = query(cast.east, "2024", Lens::AsWas);
        let live = total::view(&cast.dung, look).await.unwrap();
        let frozen = freeze::view(&cast.dung, one, look).await.unwrap();
        assert_eq!(frozen.own.cells, live.own.cells);
        assert_eq!(frozen.coverage, live.coverage);

        cast.wait(60);
        say(&cast.binh, first, "2024Q1", Scope::Own, Some(Value::exact(44)), "cộng nhầm").await;
        let figure = freeze::figure(&cast.dung, one, look, slot).await.unwrap().unwrap();
        assert_eq!(figure.sum.number, 40);
        let origin = freeze::origin(&cast.dung, one, query(first, "2024", Lens::AsWas), slot).await.unwrap();
        assert_eq!(origin.records[0].value, Value::exact(40));
        assert_eq!(origin.records[0].steps.len(), 1);
        let two = freeze::add(&cast.giang, cast.east, range, "Sửa quý I").await.unwrap();
        let listed = freeze::list(&cast.dung, cast.east, Some(range)).await.unwrap();
        let numbers: Vec<_> = listed.iter().map(|one| (one.freeze.id, one.freeze.number)).collect();
        assert_eq!(numbers, [(two, 2), (one, 1)]);
        assert!(freeze::is_whole(&cast.app, one).await.unwrap());

        // A neighbour knows nothing of it; a cell's own part is open to whoever sees the cell.
        missing(freeze::load(&cast.chi, one).await);
        missing(freeze::view(&cast.chi, one, look).await);
        missing(freeze::list(&cast.chi, cast.east, None).await);
        missing(freeze::explain(&cast.chi, Basis::Frozen(one), Basis::Now, look, None).await);
        missing(freeze::view(&cast.dung, one, query(cast.west, "2024", Lens::AsWas)).await);
        missing(freeze::view(&cast.dung, one, query(cast.east, "2023-2024", Lens::AsWas)).await);
        missing(freeze::view(&cast.khanh, one, look).await);
    }
}

#[tokio::test]
async fn every_difference_has_its_cause_and_they_add_up() {
    for cast in casts().await {
        let [first, second] = cast.east_cells;
        let third = found(&cast.an, "Chi bộ Khu phố 3", UnitKind::Cell, Some(cast.east)).await;
        say(&cast.binh, first, "2024Q1", Scope::Own, Some(Value::exact(40)), "").await;
        say(&cast.binh, third, "2024Q1", Scope::Own, Some(Value::exact(7)), "").await;
        let one = freeze::add(&cast.giang, cast.east, period("2024"), "Sơ kết").await.unwrap();
        cast.wait(60);
        say(&cast.binh, first, "2024Q1", Scope::Own, Some(Value::exact(44)), "cộng nhầm một tổ").await;
        say(&cast.binh, second, "2024Q1", Scope::Own, Some(Value::exact(12)), "").await;
        let fresh = found(&cast.an, "Chi bộ Khu phố 4", UnitKind::Cell, Some(cast.east)).await;
        say(&cast.binh, fresh, "2024Q1", Scope::Own, Some(Value::exact(3)), "").await;
        unit::move_under(&cast.an, third, Some(cast.west), date(2024, 3, 1), "Quyết định số 9")
            .await
            .unwrap();

        let slot = slot(&cast.an, "HD01").await;
        let look = query(cast.east, "2024", Lens::AsWas);
        let told =
            freeze::explain(&cast.dung, Basis::Frozen(one), Basis::Now, look, Some(slot)).await.unwrap();
        let difference = &told.differences[&slot];
        assert_eq!((difference.before.number, difference.after.number), (47, 59));
        let mut causes: Vec<_> = difference
            .parts
            .iter()
            .map(|part| (part.unit, part.cause, part.after.number - part.before.number))
            .collect();
        causes.sort_unstable();
        let mut expected = vec![
            (first, Cause::Corrected, 4),
            (second, Cause::Late, 12),
            (third, Cause::Reorganised, -7),
            (fresh, Cause::NewUnit, 3),
        ];
        expected.sort_unstable();
        assert_eq!(causes, expected);
        let corrected = difference.parts.iter().find(|part| part.cause == Cause::Corrected).unwrap();
        let (submission, was, is) = corrected.edit.unwrap();
        assert_eq!((was, is), (1, 2));
        let edit = &told.edits[&submission][0];
        assert_eq!((edit.name.as_str(), edit.reason.as_str()), ("Trần Văn Bình", "cộng nhầm một tổ"));
        assert_eq!(told.now_above[&third].unit, cast.west);

        // Speaking for all below is a cause of its own; taking it back undoes it.
        let two = freeze::add(&cast.giang, cast.east, period("2024"), "Trước hội nghị").await.unwrap();
        say(&cast.binh, cast.east, "2024Q1", Scope::Whole, Some(Value::exact(70)), "").await;
        let told = freeze::explain(&cast.dung, Basis::Frozen(two), Basis::Now, look, None).await.unwrap();
        let mut causes: Vec<_> = told.differences[&slot].parts.iter().map(|part| part.cause).collect();
        causes.sort_unstable();
        assert_eq!(causes, [Cause::Late, Cause::Stated, Cause::Stated, Cause::Stated]);
        say(&cast.binh, cast.east, "2024Q1", Scope::Whole, None, "").await;
        let told = freeze::explain(&cast.dung, Basis::Frozen(two), Basis::Now, look, None).await.unwrap();
        assert!(told.differences[&slot].parts.is_empty());
        let told =
            freeze::explain(&cast.dung, Basis::Frozen(one), Basis::Frozen(two), look, None).await.unwrap();
        assert_eq!(told.differences[&slot].after.number, 59);
    }
}

/// One thing that happens between two freezes.
#[derive(Debug, Clone)]
enum Happening {
    Say { unit: usize, period: usize, whole: bool, value: Option<i64> },
    Move { unit: usize, to: usize, day: usize },
    Merge { unit: usize, into: usize, day: usize },
    Found { above: usize },
}

const PERIODS: [&str; 4] = ["2023", "2023Q4", "2024Q1", "2024M02"];

fn happening() -> impl Strategy<Value = Happening> {
    let value = prop::option::weighted(0.8, 0..1_000_i64);
    prop_oneof![
        8 => (0..8_usize, 0..4_usize, prop::bool::weighted(0.25), value)
            .prop_map(|(unit, period, whole, value)| Happening::Say { unit, period, whole, value }),
        1 => (0..8_usize, 0..3_usize, 0..2_usize).prop_map(|(unit, to, day)| Happening::Move { unit, to, day }),
        1 => (0..8_usize, 0..8_usize, 0..2_usize)
            .prop_map(|(unit, into, day)| Happening::Merge { unit, into, day }),
        1 => (0..3_usize).prop_map(|above| Happening::Found { above }),
    ]
}

/// Does it where the rules allow; what is refused did not happen.
async fn happen(cast: &Cast, units: &mut Vec<UnitId>, happening: &Happening, at: usize) {
    let days = [date(2023, 11, 1), date(2024, 3, 15)];
    let above = [cast.province, cast.east, cast.west];
    let nth = |place: &usize| units[place % units.len()];
    match happening {
        Happening::Say { unit, period: when, whole, value } => {
            let unit = nth(unit);
            let ctx = if cast.app.today() == TODAY { &cast.binh } else { &cast.chi };
            let scope = if *whole { Scope::Whole } else { Scope::Own };
            for ctx in [ctx, &cast.chi] {
                let indicator = code(ctx, "HD01").await;
                let value = value.map(Value::exact);
                let entry = Entry { indicator, breakdown: Breakdown::none(), value, evidence: None };
                let save = Save {
                    unit,
                    period: period(PERIODS[*when]),
                    scope,
                    seen_version: None,
                    entries: vec![entry],
                    source: Source::Typed,
                    document: None,
                    reason: String::new(),
                };
                if figure::save(ctx, save).await.is_ok() {
                    break;
                }
            }
        }
        Happening::Move { unit, to, day } => {
            let unit = nth(unit);
            if !above.contains(&unit) {
                let _refused =
                    unit::move_under(&cast.an, unit, Some(above[*to]), days[*day], "Quyết định").await;
            }
        }
        Happening::Merge { unit, into, day } => {
            let (gone, into) = (nth(unit), nth(into));
            if !above.contains(&gone) && gone != into {
                let edge = Edge { predecessor: gone, successor: into, whole: true, share: String::new() };
                let new = NewReorganisation {
                    decision: "Quyết định".to_owned(),
                    decided_on: None,
                    effective: days[*day],
                    kind: ReorganisationKind::Merge,
                    note: String::new(),
                    edges: vec![edge],
                    ending: Vec::new(),
                    children: Vec::new(),
                };
                let _refused = reorganisation::record(&cast.an, new).await;
            }
        }
        Happening::Found { above: place } => {
            let name = format!("Chi bộ mới {at}");
            units.push(found(&cast.an, &name, UnitKind::Cell, Some(above[*place])).await);
        }
    }
    cast.wait(1);
}

/// Whatever happens between a freeze and now: the parts add up to the difference, and both ends are what totals say.
async fn explained(cast: &Cast, before: &[Happening], after: &[Happening]) {
    let mut units =
        [&[cast.province, cast.east, cast.west], &cast.east_cells[..], &cast.west_cells[..]].concat();
    say(&cast.binh, cast.east_cells[0], "2024Q1", Scope::Own, Some(Value::exact(1)), "").await;
    for (at, one) in before.iter().enumerate() {
        happen(cast, &mut units, one, at).await;
    }
    let range = period("2023-2024");
    // Giang approves in the east alone.
    let id = match freeze::add(&cast.giang, cast.east, range, "Sơ kết").await {
        // Whatever was said may have been taken back again.
        Err(acts::ActError::Refused(FreezeRefusal::Nothing)) => return,
        made => made.unwrap(),
    };
    let slot = slot(&cast.an, "HD01").await;
    let mut then = Vec::new();
    for lens in [Lens::AsWas, Lens::AsIs] {
        let look = query(cast.east, "2023-2024", lens);
        let live = total::view(&cast.dung, look).await.unwrap();
        let frozen = freeze::view(&cast.dung, id, look).await.unwrap();
        assert_eq!(frozen.own.cells, live.own.cells, "{lens:?}");
        assert_eq!(live.rows.len(), frozen.rows.len(), "{lens:?}");
        for (a, b) in live.rows.iter().zip(&frozen.rows) {
            assert_eq!((a.head.unit, &a.cells), (b.head.unit, &b.cells), "{lens:?}");
        }
        then.push((look, live.own.cells.get(&slot).map_or_else(Sum::default, |cell| cell.sum)));
    }
    for (at, one) in after.iter().enumerate() {
        happen(cast, &mut units, one, before.len() + at).await;
    }
    for (look, then) in then {
        let live = total::view(&cast.dung, look).await.unwrap();
        let now = live.own.cells.get(&slot).map_or_else(Sum::default, |cell| cell.sum);
        let frozen = freeze::figure(&cast.dung, id, look, slot).await.unwrap();
        assert_eq!(frozen.map_or_else(Sum::default, |cell| cell.sum), then, "a freeze stays");
        let told =
            freeze::explain(&cast.dung, Basis::Frozen(id), Basis::Now, look, Some(slot)).await.unwrap();
        let difference = told.differences.get(&slot).cloned().unwrap_or_default();
        assert_eq!((difference.before, difference.after), (then, now), "{:?}", look.lens);
        let steps = difference.parts.iter().map(|part| part.after.plus(part.before.negated()));
        assert_eq!(steps.fold(then, Sum::plus), now, "{:?}", look.lens);
    }
    assert!(freeze::is_whole(&cast.app, id).await.unwrap());
}

#[test]
fn whatever_happens_the_parts_add_up_to_the_difference() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 8,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let stories = (prop::collection::vec(happening(), 0..14), prop::collection::vec(happening(), 1..14));
    runner
        .run(&stories, |(before, after)| {
            runtime.block_on(async {
                for cast in casts().await {
                    explained(&cast, &before, &after).await;
                }
            });
            Ok(())
        })
        .unwrap();
}

#[tokio::test]
async fn a_merged_cell_keeps_its_figures_as_it_is_now() {
    for cast in casts().await {
        let [first, second] = cast.east_cells;
        say(&cast.binh, first, "2024Q1", Scope::Own, Some(Value::exact(40)), "").await;
        let id = freeze::add(&cast.giang, cast.east, period("2024"), "Sơ kết").await.unwrap();
        merge(&cast, first, cast.west_cells[0], date(2024, 4, 1)).await;
        let slot = slot(&cast.an, "HD01").await;
        let now = query(cast.east, "2024", Lens::AsIs);
        let told = freeze::explain(&cast.dung, Basis::Frozen(id), Basis::Now, now, Some(slot)).await.unwrap();
        let difference = &told.differences[&slot];
        assert_eq!((difference.before.number, difference.after.number), (40, 0));
        assert_eq!(difference.parts[0].cause, Cause::Reorganised);
        assert_eq!(told.now_above[&first].unit, cast.west_cells[0]);
        // The unit of its own time keeps them, and the tree of the freeze does not change.
        let was = Query { lens: Lens::AsWas, ..now };
        let told = freeze::explain(&cast.dung, Basis::Frozen(id), Basis::Now, was, None).await.unwrap();
        assert!(told.differences[&slot].parts.is_empty());
        let frozen = freeze::view(&cast.dung, id, now).await.unwrap();
        assert_eq!(frozen.rows.iter().map(|row| row.head.unit).collect::<Vec<_>>(), [first, second]);
    }
}

#[tokio::test]
async fn whoever_left_before_anything_was_said_stands_on_neither_sheet() {
    for cast in casts().await {
        // A field left empty in the year in which the cell still stood in the east says nothing.
        let before = [
            Happening::Say { unit: 1, period: 0, whole: false, value: None },
            Happening::Found { above: 1 },
            Happening::Move { unit: 3, to: 0, day: 1 },
        ];
        explained(&cast, &before, &[]).await;
    }
}
