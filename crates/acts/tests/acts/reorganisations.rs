//! Reorganisations: who takes over whom, where the units below go, what is refused.

use crate::cast::{Cast, TODAY, casts, denied, found, missing, new_unit, refused};
use acts::Ctx;
use acts::reorganisation::{self, Edge, NewReorganisation, ReorganisationKind, ReorganisationRefusal};
use acts::unit::{self, NewUnit};
use domain::unit::{TreeRefusal, UnitId, UnitKind};
use jiff::civil::{Date, date};

/// The first day of the new map.
const DAY: Date = date(2024, 4, 1);

fn edge(predecessor: UnitId, successor: UnitId, whole: bool) -> Edge {
    Edge { predecessor, successor, whole, share: String::new() }
}

fn decision(kind: ReorganisationKind, edges: Vec<Edge>) -> NewReorganisation {
    NewReorganisation {
        decision: "Nghị quyết số 12".to_owned(),
        decided_on: Some(date(2024, 3, 20)),
        effective: DAY,
        kind,
        note: String::new(),
        edges,
        ending: Vec::new(),
        children: Vec::new(),
    }
}

/// A committee that begins with the new map.
async fn newborn(cast: &Cast, name: &str) -> UnitId {
    let new = new_unit(name, UnitKind::GrassrootsCommittee, Some(cast.province));
    unit::create(&cast.an, NewUnit { from: DAY, ..new }).await.unwrap()
}

async fn below(cast: &Cast, parent: UnitId, day: Date) -> Vec<UnitId> {
    let page = unit::tree(&cast.an, Some(parent), day, None, 100).await.unwrap();
    let mut units: Vec<UnitId> = page.rows.into_iter().map(|row| row.unit).collect();
    units.sort_unstable();
    units
}

#[tokio::test]
async fn two_committees_become_one_and_their_cells_move_along() {
    for cast in casts().await {
        let joined = newborn(&cast, "Đảng bộ phường Đông Tây").await;
        let both = vec![edge(cast.east, joined, true), edge(cast.west, joined, true)];
        let new = decision(ReorganisationKind::Consolidate, both);
        let id = reorganisation::record(&cast.an, new).await.unwrap();
        assert_eq!(cast.last_line().await.act, "reorganisation.record");

        let mut cells = [cast.east_cells, cast.west_cells].concat();
        cells.sort_unstable();
        let eve = DAY.yesterday().unwrap();
        assert_eq!(below(&cast, joined, DAY).await, cells);
        assert_eq!(below(&cast, cast.province, DAY).await, [joined]);
        assert_eq!(below(&cast, cast.province, eve).await, [cast.east, cast.west]);
        assert_eq!(below(&cast, cast.east, eve).await, cast.east_cells);

        let old = unit::view(&cast.an, cast.east, TODAY).await.unwrap();
        assert_eq!((old.to, old.successors.len(), old.predecessors.len()), (Some(DAY), 1, 0));
        assert_eq!(old.successors[0].name, "Đảng bộ phường Đông Tây");
        let young = unit::view(&cast.an, joined, TODAY).await.unwrap();
        assert_eq!(young.predecessors.len(), 2);
        assert!(young.predecessors[0].whole);
        let view = reorganisation::view(&cast.an, id).await.unwrap();
        assert_eq!((view.kind, view.edges.len()), (Some(ReorganisationKind::Consolidate), 2));
        assert_eq!(view.edges[0].predecessor_name, "Đảng bộ phường Đông");
        missing(reorganisation::view(&cast.khanh, id).await);
    }
}

#[tokio::test]
async fn whoever_keeps_the_successor_finds_the_old_name() {
    for cast in casts().await {
        let [first, second] = cast.east_cells;
        let new = decision(ReorganisationKind::Merge, vec![edge(first, second, true)]);
        reorganisation::record(&cast.an, new).await.unwrap();
        let hits = unit::search(&cast.binh, "khu phố 1").await.unwrap();
        assert_eq!((hits.len(), hits[0].unit, hits[0].ended), (1, first, Some(DAY)));
    }
}

#[tokio::test]
async fn a_reorganisation_needs_the_right_over_everything_it_names() {
    for cast in casts().await {
        let [first, second] = cast.east_cells;
        let inside = || decision(ReorganisationKind::Merge, vec![edge(first, second, true)]);
        let across = || decision(ReorganisationKind::Merge, vec![edge(first, cast.west_cells[0], true)]);
        let record = |ctx: &Ctx, new| {
            let ctx = ctx.clone();
            async move { reorganisation::record(&ctx, new).await }
        };
        missing(record(&cast.khanh, inside()).await);
        missing(record(&cast.chi, inside()).await);
        denied(record(&cast.binh, inside()).await);
        denied(record(&cast.dung, inside()).await);
        missing(record(&cast.ha, across()).await);
        let east = decision(ReorganisationKind::Merge, vec![edge(cast.east, first, true)]);
        // Who keeps a committee does not decide that it ends.
        missing(record(&cast.ha, east).await);
        record(&cast.ha, inside()).await.unwrap();
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_decision_is_said() {
    for cast in casts().await {
        let [first, second] = cast.east_cells;
        let record = async |new| refused(reorganisation::record(&cast.an, new).await);
        let usual = decision(ReorganisationKind::Merge, vec![edge(first, second, true)]);
        let tree = |unit, refusal| ReorganisationRefusal::Tree { unit, refusal };

        let nameless = NewReorganisation { decision: " ".into(), ..usual.clone() };
        assert_eq!(record(nameless).await, ReorganisationRefusal::DecisionMissing);
        let part = decision(ReorganisationKind::Merge, vec![edge(first, second, false)]);
        assert_eq!(record(part).await, ReorganisationRefusal::Shape);
        let nothing = decision(ReorganisationKind::End, Vec::new());
        assert_eq!(record(nothing).await, ReorganisationRefusal::Empty);
        let itself = decision(ReorganisationKind::Merge, vec![edge(first, first, true)]);
        assert_eq!(record(itself).await, tree(first, TreeRefusal::UnitNotThere));
        let twice = vec![edge(first, second, true), edge(first, cast.west, true)];
        assert_eq!(
            record(decision(ReorganisationKind::Merge, twice)).await,
            ReorganisationRefusal::SharesMix { unit: first }
        );
        let early = NewReorganisation { effective: date(2020, 1, 1), ..usual.clone() };
        assert_eq!(record(early).await, tree(first, TreeRefusal::BeforeLastChange));
        let unborn = found(&cast.an, "Chi bộ Mới", UnitKind::Cell, Some(cast.east)).await;
        let early = NewReorganisation {
            effective: date(2019, 12, 31),
            ..decision(ReorganisationKind::Merge, vec![edge(first, unborn, true)])
        };
        assert_eq!(record(early).await, tree(unborn, TreeRefusal::UnitNotThere));

        reorganisation::record(&cast.an, usual.clone()).await.unwrap();
        assert_eq!(
            record(usual).await,
            ReorganisationRefusal::AlreadyRecorded { predecessor: first, successor: second }
        );
        let back = decision(ReorganisationKind::Merge, vec![edge(second, first, true)]);
        assert!(matches!(record(back).await, ReorganisationRefusal::Tree { .. }));
    }
}

#[tokio::test]
async fn a_split_says_where_every_unit_below_goes() {
    for cast in casts().await {
        let [first, second] = cast.east_cells;
        let (north, south) =
            (newborn(&cast, "Đảng bộ phường Bắc").await, newborn(&cast, "Đảng bộ phường Nam").await);
        let parts = vec![edge(cast.east, north, false), edge(cast.east, south, false)];
        let mut new = decision(ReorganisationKind::Split, parts);
        new.children = vec![(first, Some(north))];
        assert_eq!(
            refused(reorganisation::record(&cast.an, new.clone()).await),
            ReorganisationRefusal::ChildWithoutParent { child: second, predecessor: cast.east }
        );
        new.children.push((second, Some(cast.east)));
        assert_eq!(
            refused(reorganisation::record(&cast.an, new.clone()).await),
            ReorganisationRefusal::Tree { unit: second, refusal: TreeRefusal::ParentNotThere }
        );
        new.children[1].1 = Some(first);
        new.children[0].1 = Some(second);
        assert_eq!(
            refused(reorganisation::record(&cast.an, new.clone()).await),
            ReorganisationRefusal::Tree { unit: first, refusal: TreeRefusal::Ring }
        );
        new.children = vec![(first, Some(north)), (second, Some(south))];
        reorganisation::record(&cast.an, new).await.unwrap();
        assert_eq!(below(&cast, north, DAY).await, [first]);
        assert_eq!(below(&cast, south, DAY).await, [second]);
        let old = unit::view(&cast.an, cast.east, TODAY).await.unwrap();
        assert!(old.successors.iter().all(|heir| !heir.whole));
    }
}

#[tokio::test]
async fn a_transfer_leaves_the_giver_alive_and_an_end_leaves_no_heir() {
    for cast in casts().await {
        let [first, second] = cast.east_cells;
        let mut part = edge(cast.east, cast.west, false);
        part.share = "chi bộ khu phố 1".to_owned();
        let mut transfer = decision(ReorganisationKind::Transfer, vec![part]);
        transfer.children = vec![(first, Some(cast.west))];
        reorganisation::record(&cast.an, transfer).await.unwrap();
        let giver = unit::view(&cast.an, cast.east, TODAY).await.unwrap();
        assert_eq!((giver.to, giver.children), (None, 1));
        assert_eq!(giver.successors[0].share, "chi bộ khu phố 1");

        let mut end = decision(ReorganisationKind::End, Vec::new());
        end.ending = vec![second];
        reorganisation::record(&cast.an, end).await.unwrap();
        let ended = unit::view(&cast.an, second, TODAY).await.unwrap();
        assert_eq!((ended.to, ended.successors.len()), (Some(DAY), 0));
    }
}

#[tokio::test]
async fn a_crash_in_the_middle_of_a_reorganisation_leaves_nothing() {
    for cast in casts().await {
        let joined = newborn(&cast, "Đảng bộ phường Đông Tây").await;
        let lines = cast.lines().await;
        let mut crashes = 0;
        for statements in 1..200 {
            let both = vec![edge(cast.east, joined, true), edge(cast.west, joined, true)];
            cast.db.crash_after(statements);
            let ended =
                reorganisation::record(&cast.an, decision(ReorganisationKind::Consolidate, both)).await;
            if !cast.db.heal() {
                ended.unwrap();
                break;
            }
            crashes += 1;
            assert!(ended.is_err());
            assert_eq!(cast.lines().await, lines);
            assert_eq!(below(&cast, joined, DAY).await, []);
            assert_eq!(below(&cast, cast.east, DAY).await, cast.east_cells);
            let view = unit::view(&cast.an, cast.east, TODAY).await.unwrap();
            assert_eq!((view.to, view.successors.len()), (None, 0));
        }
        assert!(crashes > 20, "{crashes}");
        assert_eq!(below(&cast, joined, DAY).await.len(), 4);
    }
}
