//! Whatever happens to units and figures, with a crash between any two statements, every stored total is what
//! the rows give: as the tree was and as it is now.

use domain::figure::{Bound, Slot, Value, Vector};
use domain::id::{AccountId, SubmissionId};
use domain::period::Period;
use domain::rollup::{self, Said, Total};
use domain::submission::{Road, Scope, Source, SubmissionKey};
use domain::total::{Sum, Sums};
use domain::unit::{History, OPEN, UnitId};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use store::figure::{Edit, Origin};
use store::testing::{TestDb, embedded, postgres};
use store::{StoreError, Tx, args};

const TODAY: Date = date(2025, 6, 15);

/// One thing that happens. Units and days are places in the lists that have grown by then.
#[derive(Debug, Clone)]
enum Happening {
    Found { parent: usize, day: usize },
    Report { unit: usize, period: usize, whole: bool, slot: u32, value: Option<Value> },
    Move { unit: usize, parent: usize, day: usize },
    Merge { unit: usize, into: usize, day: usize },
    Split { unit: usize, into: [usize; 2], day: usize },
    End { unit: usize, day: usize },
}

fn days() -> Vec<Date> {
    vec![date(2023, 1, 1), date(2023, 8, 10), date(2024, 2, 1), date(2024, 7, 1), date(2025, 3, 1)]
}

fn periods() -> Vec<Period> {
    ["2023Q3", "2023", "2024M02", "2024", "2024Q3"].iter().map(|text| text.parse().unwrap()).collect()
}

fn values() -> impl Strategy<Value = Option<Value>> {
    prop_oneof![
        1 => Just(None),
        5 => (0..10_000_i64).prop_map(|number| Some(Value::exact(number))),
        1 => (1..500_i64).prop_map(|number| Some(Value::Count { number, bound: Bound::AtLeast })),
        1 => (0..50_i64, 50..99_i64)
            .prop_map(|(numerator, denominator)| Some(Value::Ratio { numerator, denominator })),
        1 => Just(Some(Value::Statement { thousandths: 97_000, bound: Bound::Exact })),
        1 => Just(Some(Value::NotApplicable)),
    ]
}

fn happenings() -> impl Strategy<Value = Happening> {
    let unit = 0..24_usize;
    let day = 0..5_usize;
    prop_oneof![
        4 => (unit.clone(), day.clone()).prop_map(|(parent, day)| Happening::Found { parent, day }),
        12 => (unit.clone(), 0..5_usize, prop::bool::weighted(0.25), 1..4_u32, values()).prop_map(
            |(unit, period, whole, slot, value)| Happening::Report { unit, period, whole, slot, value }
        ),
        2 => (unit.clone(), unit.clone(), day.clone())
            .prop_map(|(unit, parent, day)| Happening::Move { unit, parent, day }),
        2 => (unit.clone(), unit.clone(), day.clone())
            .prop_map(|(unit, into, day)| Happening::Merge { unit, into, day }),
        1 => (unit.clone(), [unit.clone(), unit.clone()], day.clone())
            .prop_map(|(unit, into, day)| Happening::Split { unit, into, day }),
        1 => (unit, day).prop_map(|(unit, day)| Happening::End { unit, day }),
    ]
}

/// The units founded so far; ids are their places plus one.
struct World {
    db: TestDb,
    founded: i64,
    serial: i64,
}

impl World {
    async fn new(db: TestDb) -> Self {
        let mut world = Self { db, founded: 0, serial: 1_000 };
        let mut tx = world.db.write().await.unwrap();
        tx.run(
            "INSERT INTO account (id, login_name, full_name, sort_key, post, password, must_change, created_ms)
             VALUES (1, 'a', 'A', 'a', '', '', 0, 0)",
            args![],
        )
        .await
        .unwrap();
        place(&mut tx, 1, None, date(2022, 1, 1), true).await.unwrap();
        store::tree::mark_changed(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.founded = 1;
        world
    }

    fn unit(&self, place: usize) -> UnitId {
        UnitId(place as i64 % self.founded + 1)
    }

    /// Does one thing in one transaction. `Ok(false)`: it cannot be done in this tree.
    async fn act(&mut self, happening: &Happening) -> Result<bool, StoreError> {
        self.serial += 1;
        let mut tx = self.db.write().await?;
        let done = match happening {
            Happening::Report { unit, period, whole, slot, value } => {
                let unit = self.unit(*unit);
                report(&mut tx, unit, periods()[*period], *whole, *slot, *value, self.serial).await?
            }
            other => {
                store::tree::hold_alone(&mut tx).await?;
                let done = self.change_tree(&mut tx, other).await?;
                if done {
                    store::tree::mark_changed(&mut tx).await?;
                    store::total::rebuild(&mut tx, TODAY).await?;
                }
                done
            }
        };
        if !done {
            return Ok(false);
        }
        tx.commit().await?;
        if matches!(happening, Happening::Found { .. }) {
            self.founded += 1;
        }
        Ok(true)
    }

    async fn change_tree(&self, tx: &mut Tx, happening: &Happening) -> Result<bool, StoreError> {
        let history = store::tree::history(tx).await?;
        match happening {
            Happening::Report { .. } => Ok(false),
            Happening::Found { parent, day } => {
                let (parent, day) = (self.unit(*parent), days()[*day]);
                if history.place_on(parent, day).is_none() || history.life(parent).unwrap().1 != OPEN {
                    return Ok(false);
                }
                place(tx, self.founded + 1, Some(parent.0), day, true).await?;
                Ok(true)
            }
            Happening::Move { unit, parent, day } => {
                let (unit, parent, day) = (self.unit(*unit), self.unit(*parent), days()[*day]);
                relocate(tx, &history, unit, parent, day).await
            }
            Happening::Merge { unit, into, day } => {
                let (unit, into, day) = (self.unit(*unit), self.unit(*into), days()[*day]);
                if history.check_succession(unit, into, day).is_err()
                    || history.path_on(into, day).contains(&unit)
                {
                    return Ok(false);
                }
                if !end(tx, &history, unit, Some(into), day).await? {
                    return Ok(false);
                }
                succeed(tx, self.serial, unit, into, day, true).await?;
                Ok(true)
            }
            Happening::Split { unit, into, day } => {
                let (unit, day) = (self.unit(*unit), days()[*day]);
                let [a, b] = into.map(|place| self.unit(place));
                let fits = |heir: UnitId| {
                    history.check_succession(unit, heir, day).is_ok()
                        && !history.path_on(heir, day).contains(&unit)
                };
                if a == b || !fits(a) || !fits(b) || !end(tx, &history, unit, Some(a), day).await? {
                    return Ok(false);
                }
                succeed(tx, self.serial, unit, a, day, false).await?;
                succeed(tx, self.serial + 500_000, unit, b, day, false).await?;
                Ok(true)
            }
            Happening::End { unit, day } => {
                let unit = self.unit(*unit);
                end(tx, &history, unit, None, days()[*day]).await
            }
        }
    }
}

async fn place(
    tx: &mut Tx,
    unit: i64,
    parent: Option<i64>,
    day: Date,
    fresh: bool,
) -> Result<(), StoreError> {
    if fresh {
        tx.run("INSERT INTO unit (id) VALUES ($1)", args![unit]).await?;
    }
    tx.run(
        "INSERT INTO unit_place (unit, valid_from, valid_to, parent, decision) VALUES ($1, $2, $3, $4, '')",
        args![unit, day, OPEN, parent],
    )
    .await?;
    Ok(())
}

async fn cut(tx: &mut Tx, unit: UnitId, day: Date) -> Result<(), StoreError> {
    tx.run("UPDATE unit_place SET valid_to = $1 WHERE unit = $2 AND valid_to = $3", args![day, unit.0, OPEN])
        .await?;
    Ok(())
}

async fn relocate(
    tx: &mut Tx,
    history: &History,
    unit: UnitId,
    parent: UnitId,
    day: Date,
) -> Result<bool, StoreError> {
    let Some(last) = history.places(unit).last() else { return Ok(false) };
    let fits = last.to == OPEN
        && last.from < day
        && last.parent.is_some()
        && history.life(parent).is_some_and(|(_, gone)| gone == OPEN)
        && history.check_move(unit, Some(parent), day).is_ok();
    if !fits {
        return Ok(false);
    }
    cut(tx, unit, day).await?;
    place(tx, unit.0, Some(parent.0), day, false).await?;
    Ok(true)
}

/// Ends a unit; those below go to `to`, or the unit must have none.
async fn end(
    tx: &mut Tx,
    history: &History,
    unit: UnitId,
    to: Option<UnitId>,
    day: Date,
) -> Result<bool, StoreError> {
    let Some(last) = history.places(unit).last() else { return Ok(false) };
    if last.to != OPEN || last.from >= day || last.parent.is_none() {
        return Ok(false);
    }
    let below: Vec<UnitId> = history.children_on(Some(unit), OPEN.yesterday().unwrap());
    for child in below {
        let Some(to) = to else { return Ok(false) };
        if !relocate(tx, history, child, to, day).await? {
            return Ok(false);
        }
    }
    cut(tx, unit, day).await?;
    Ok(true)
}

async fn succeed(
    tx: &mut Tx,
    id: i64,
    from: UnitId,
    to: UnitId,
    day: Date,
    whole: bool,
) -> Result<(), StoreError> {
    tx.run(
        "INSERT INTO reorganisation (id, decision, effective, kind, note) VALUES ($1, '', $2, 'merge', '')",
        args![id, day],
    )
    .await?;
    tx.run(
        "INSERT INTO succession (reorganisation, predecessor, successor, effective, whole, share)
         VALUES ($1, $2, $3, $4, $5, '')",
        args![id, from.0, to.0, day, whole],
    )
    .await?;
    Ok(())
}

async fn report(
    tx: &mut Tx,
    unit: UnitId,
    period: Period,
    whole: bool,
    slot: u32,
    value: Option<Value>,
    fresh: i64,
) -> Result<bool, StoreError> {
    let scope = if whole { Scope::Whole } else { Scope::Own };
    store::total::hold_for(tx, [scope]).await?;
    let history = store::tree::history(tx).await?;
    if history.day_for(unit, period).is_none() {
        return Ok(false);
    }
    let key = SubmissionKey { unit, period, road: Road::Declared, scope };
    let edit = Edit { fresh: SubmissionId(fresh), key, changes: [(Slot(slot), value)].into() };
    let origin = Origin {
        account: AccountId(1),
        at_ms: fresh,
        source: Source::Typed,
        document: None,
        batch: None,
        reason: String::new(),
    };
    let edited = store::figure::edit(tx, vec![edit], &origin).await?;
    store::total::carry(tx, &edited, TODAY).await?;
    Ok(true)
}

/// The rule told again without any of the roll-up's code: a unit's sum by walking down from it.
fn sum_by_hand(history: &History, period: Period, said: &Said, unit: UnitId) -> Sums {
    let mut sums = said.own.get(&unit).map(Sums::of).unwrap_or_default();
    for child in history.children_for(unit, period) {
        let mut given = sum_by_hand(history, period, said, child);
        for (slot, value) in said.whole.get(&child).unwrap_or(&Vector::default()).0.clone() {
            given.0.insert(slot, Sum::of(value));
        }
        sums.add_all(&given);
    }
    sums
}

/// A unit's full total from its stored row and those of the units below: for units that are not at the top this is the
/// row itself.
fn complete<'a>(own: &Total, is_top: bool, below: impl Iterator<Item = &'a Total>) -> Total {
    let mut total = own.clone();
    below.filter(|_| is_top).for_each(|child| child.give(&mut total.sums));
    total
}

async fn check(world: &World) {
    let mut tx = world.db.read().await.unwrap();
    let audit = store::total::audit(&mut tx, TODAY).await.unwrap();
    assert!(audit.differences.is_empty(), "{:#?}", audit.differences);
    let history = store::tree::history(&mut tx).await.unwrap();
    for period in store::figure::periods(&mut tx).await.unwrap() {
        let said = store::figure::said(&mut tx, period, Road::Declared).await.unwrap();
        let units: Vec<UnitId> = history.units().collect();
        let stored =
            store::total::stored(&mut tx, &units, &[period], Road::Declared, store::total::Lens::AsWas)
                .await
                .unwrap();
        let mut grand_was = Sums::default();
        for unit in &units {
            let is_top = history.parent_for(*unit, period).is_none();
            let own = stored.get(&(*unit, period)).cloned().unwrap_or_default();
            let children = history.children_for(*unit, period);
            let below = children.iter().filter_map(|child| stored.get(&(*child, period)));
            let total = complete(&own, is_top, below);
            let by_hand = sum_by_hand(&history, period, &said, *unit);
            assert_eq!(total.sums, by_hand, "{unit:?} {period}");
            if is_top && history.day_for(*unit, period).is_some() {
                grand_was.add_all(&total.contribution());
            }
        }
        let is = rollup::as_is(&history, period, &said, TODAY);
        let mut grand_is = rollup::homeless(&history, period, &said, TODAY);
        for unit in history.children_on(None, TODAY) {
            let own = is.get(&unit).cloned().unwrap_or_default();
            let children = history.children_on(Some(unit), TODAY);
            let below = children.iter().filter_map(|child| is.get(child));
            grand_is.add_all(&complete(&own, true, below).contribution());
        }
        assert_eq!(grand_was, grand_is, "grand totals of {period}");
    }
}

async fn live(db: TestDb, story: &[(Happening, Option<u32>)]) {
    let mut world = World::new(db).await;
    for (happening, crash) in story {
        if let Some(statements) = crash {
            world.db.crash_after(*statements);
            let outcome = world.act(happening).await;
            if world.db.heal() {
                assert!(outcome.is_err(), "{happening:?} went on after the crash");
            }
            check(&world).await;
        } else {
            world.act(happening).await.unwrap();
        }
    }
    check(&world).await;
}

fn stories(length: std::ops::Range<usize>) -> impl Strategy<Value = Vec<(Happening, Option<u32>)>> {
    prop::collection::vec((happenings(), prop::option::weighted(0.3, 1..40_u32)), length)
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

#[test]
fn totals_stay_true_on_the_embedded_engine() {
    let config = ProptestConfig { cases: 40, ..ProptestConfig::default() };
    proptest!(config, |(story in stories(10..60))| {
        runtime().block_on(async { live(embedded().await.unwrap(), &story).await });
    });
}

#[test]
fn totals_stay_true_on_postgres() {
    let config = ProptestConfig { cases: 12, max_shrink_iters: 60, ..ProptestConfig::default() };
    proptest!(config, |(story in stories(10..50))| {
        runtime().block_on(async {
            if let Some(db) = postgres().await.unwrap() {
                live(db, &story).await;
            }
        });
    });
}

#[test]
fn writers_who_meet_on_postgres_lose_nothing() {
    runtime().block_on(async {
        let Some(db) = postgres().await.unwrap() else { return };
        let mut world = World::new(db).await;
        for _ in 0..6 {
            world.act(&Happening::Found { parent: 0, day: 0 }).await.unwrap();
        }
        for place in 0..6 {
            world.act(&Happening::Found { parent: place + 1, day: 0 }).await.unwrap();
        }
        let mut writers = tokio::task::JoinSet::new();
        for writer in 0..8_i64 {
            let db = (*world.db).clone();
            writers.spawn(async move {
                for round in 0..10_i64 {
                    let unit = UnitId((writer + round) % 13 + 1);
                    let fresh = 10_000 + writer * 100 + round;
                    let period = periods()[(round % 2) as usize];
                    let mut tx = db.write().await.unwrap();
                    let value = Some(Value::exact(writer * 10 + round));
                    match report(&mut tx, unit, period, false, writer as u32 + 1, value, fresh).await {
                        Ok(_) => tx.commit().await.unwrap(),
                        // Two first reports of one unit at the same moment: the second starts again.
                        Err(StoreError::Constraint(_)) => {
                            drop(tx);
                            let mut tx = db.write().await.unwrap();
                            report(&mut tx, unit, period, false, writer as u32 + 1, value, fresh)
                                .await
                                .unwrap();
                            tx.commit().await.unwrap();
                        }
                        Err(other) => panic!("{other}"),
                    }
                }
            });
        }
        while let Some(done) = writers.join_next().await {
            done.unwrap();
        }
        check(&world).await;
    });
}
