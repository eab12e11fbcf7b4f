//! Names are kept in memory between transactions: whoever reads must find those of the moment at which it began.

use domain::unit::{UnitId, UnitKind};
use jiff::civil::{Date, date};
use store::testing::databases;
use store::unit::{NewUnit, UnitName};
use store::{Db, Tx};

const UNIT: UnitId = UnitId(1);
const FIRST: Date = date(2020, 1, 1);

fn named(name: &str) -> UnitName {
    UnitName::new(name, "", UnitKind::Province)
}

async fn called(tx: &mut Tx) -> String {
    store::tree::history(tx).await.unwrap();
    let mut names = store::unit::names(tx, &[UNIT, UnitId(2)], date(2025, 1, 1)).await.unwrap();
    assert!(!names.contains_key(&UnitId(2)), "nobody knows that one");
    names.remove(&UNIT).unwrap().name
}

async fn called_now(db: &Db) -> String {
    called(&mut db.read().await.unwrap()).await
}

async fn renamed(db: &Db, name: &str) -> Tx {
    let mut tx = db.write().await.unwrap();
    store::tree::hold_alone(&mut tx).await.unwrap();
    assert!(store::unit::begin_name(&mut tx, UNIT, &named(name), FIRST, "").await.unwrap());
    tx
}

#[tokio::test]
async fn another_programs_renaming_is_seen_and_not_before_its_time() {
    for db in databases().await {
        let other = db.another().await.unwrap();
        let mut tx = db.write().await.unwrap();
        let unit = NewUnit {
            id: UNIT,
            name: named("Hà Bắc"),
            parent: None,
            from: FIRST,
            decision: String::new(),
            codes: Vec::new(),
            batch: None,
        };
        store::unit::add(&mut tx, &unit).await.unwrap();
        store::tree::mark_changed(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        for _ in 0..2 {
            assert_eq!((called_now(&db).await, called_now(&other).await), ("Hà Bắc".into(), "Hà Bắc".into()));
        }

        // What was taken back before it was true leaves no trace.
        drop(renamed(&db, "Bắc Giang").await);
        assert_eq!((called_now(&db).await, called_now(&other).await), ("Hà Bắc".into(), "Hà Bắc".into()));

        let mut early = other.read().await.unwrap();
        assert_eq!(called(&mut early).await, "Hà Bắc");
        let mut tx = renamed(&db, "Bắc Ninh").await;
        assert_eq!(called(&mut tx).await, "Bắc Ninh");
        assert_eq!((called_now(&db).await, called_now(&other).await), ("Hà Bắc".into(), "Hà Bắc".into()));
        tx.commit().await.unwrap();
        assert_eq!((called_now(&db).await, called_now(&other).await), ("Bắc Ninh".into(), "Bắc Ninh".into()));
        assert_eq!(called(&mut early).await, "Hà Bắc");
        assert_eq!(called_now(&other).await, "Bắc Ninh");
        drop(early);
        other.close().await;
    }
}
