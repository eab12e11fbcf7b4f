//! After a large import the server counts its tables, so that it plans for what is there.

use domain::period::Period;
use domain::submission::Road;
use store::args;
use store::db::Arg;
use store::dialect::Engine;
use store::testing::databases;

#[tokio::test]
async fn tables_that_grew_are_counted_anew() {
    for db in databases().await {
        // Nothing to count yet, which is no fault.
        store::total::count(&db).await.unwrap();
        let mut tx = db.write().await.unwrap();
        let key = Period::year(2024).unwrap().key();
        let rows: Vec<Vec<Arg>> = (0..5_000_i64)
            .map(|unit| {
                args![unit, key, Road::Declared.code(), 0_i64, 0_i64, vec![1_u8; 200], Vec::<u8>::new()]
            })
            .collect();
        tx.insert("total (unit, period, road, lens, stripe, sums, whole)", rows, "").await.unwrap();
        tx.commit().await.unwrap();
        store::total::count(&db).await.unwrap();
        if db.engine() == Engine::Postgres {
            let mut tx = db.read().await.unwrap();
            let sql = "SELECT reltuples::bigint FROM pg_class WHERE oid = 'total'::regclass";
            let counted = tx.first(sql, args![]).await.unwrap().unwrap();
            assert_eq!(counted.int(0).unwrap(), 5_000);
        }
    }
}
