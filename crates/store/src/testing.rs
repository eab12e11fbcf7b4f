//! Databases for tests: migrated, empty, each alone in the world.
//!
//! Not here: anything that the program itself uses; the room is compiled only with the feature `testing`.

use crate::{Db, StoreError, args, migrate};
use std::hash::{BuildHasher as _, RandomState};
use std::ops::Deref;
use std::path::{Path, PathBuf};

/// A database of a test. The embedded one's files go away with it; a PostgreSQL schema stays behind in the
/// server, which a test run starts for itself and throws away.
pub struct TestDb {
    db: Db,
    place: Place,
}

enum Place {
    Folder(TempFolder),
    Schema(String),
}

/// A filled database, of which every test gets a copy: filling it again and again is what would take the time.
pub struct Template(Filled);

enum Filled {
    File(Vec<u8>),
    Schema(String),
}

impl TestDb {
    /// The folder in which the embedded database lies.
    pub fn folder(&self) -> Option<&Path> {
        match &self.place {
            Place::Folder(folder) => Some(folder.path()),
            Place::Schema(_) => None,
        }
    }

    /// The same database as another program has it: with connections and a memory of its own.
    pub async fn another(&self) -> Result<Db, StoreError> {
        match &self.place {
            Place::Folder(folder) => Db::open_embedded(&folder.path().join("thidua.db")).await,
            Place::Schema(schema) => {
                let address = server().ok_or(StoreError::Damaged("no server for a schema"))?;
                Db::open_postgres(&within(&address, schema)).await
            }
        }
    }

    /// Makes this database a template. It must not be written to afterwards.
    pub async fn into_template(self) -> Result<Template, StoreError> {
        match &self.place {
            Place::Folder(folder) => {
                let file = folder.path().join("template.db");
                self.db.copy_into(&file).await?;
                let content = std::fs::read(&file).map_err(|error| StoreError::Engine(error.into()))?;
                Ok(Template(Filled::File(content)))
            }
            Place::Schema(schema) => Ok(Template(Filled::Schema(schema.clone()))),
        }
    }
}

impl Deref for TestDb {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

/// A fresh folder under the machine's temporary one, removed on drop.
pub struct TempFolder(PathBuf);

impl TempFolder {
    /// Makes the folder.
    pub fn new() -> std::io::Result<Self> {
        let path = std::env::temp_dir().join(format!("thidua-{}", random()));
        std::fs::create_dir(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TempFolder {
    fn drop(&mut self) {
        // A folder that stays behind is no reason to fail a test.
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// Letters that nobody used before: the standard library seeds its hashers from the machine's randomness.
fn random() -> String {
    format!("{:016x}", RandomState::new().hash_one(std::process::id()))
}

/// A migrated embedded database in a folder of its own.
pub async fn embedded() -> Result<TestDb, StoreError> {
    let test = in_folder(&[]).await?;
    migrate::migrate(&test.db).await?;
    Ok(test)
}

/// An embedded database in a folder of its own, with this content.
async fn in_folder(content: &[u8]) -> Result<TestDb, StoreError> {
    let fault = |error: std::io::Error| StoreError::Engine(error.into());
    let folder = TempFolder::new().map_err(fault)?;
    let file = folder.path().join("thidua.db");
    std::fs::write(&file, content).map_err(fault)?;
    let db = Db::open_embedded(&file).await?;
    Ok(TestDb { db, place: Place::Folder(folder) })
}

/// The server named in `THIDUA_TEST_POSTGRES`, where one is.
fn server() -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "the tests' one setting; the program never compiles this")]
    std::env::var("THIDUA_TEST_POSTGRES").ok()
}

/// The address of one schema in a server.
fn within(address: &str, schema: &str) -> String {
    let joint = if address.contains('?') { '&' } else { '?' };
    format!("{address}{joint}options=-csearch_path%3D{schema}")
}

/// A migrated PostgreSQL database in a schema of its own; `None` when no server was named in
/// `THIDUA_TEST_POSTGRES`.
pub async fn postgres() -> Result<Option<TestDb>, StoreError> {
    let Some(address) = server() else { return Ok(None) };
    let schema = format!("t_{}", random());
    let plain = Db::open_postgres(&address).await?;
    let mut tx = plain.write().await?;
    tx.run(format!("CREATE SCHEMA {schema}"), args![]).await?;
    tx.commit().await?;
    plain.close().await;
    let db = Db::open_postgres(&within(&address, &schema)).await?;
    migrate::migrate(&db).await?;
    Ok(Some(TestDb { db, place: Place::Schema(schema) }))
}

/// A database of one's own with everything that a template holds.
pub async fn copy_of(template: &Template) -> Result<TestDb, StoreError> {
    match &template.0 {
        Filled::File(content) => in_folder(content).await,
        Filled::Schema(from) => {
            let test = postgres().await?.ok_or(StoreError::Damaged("no server for a template's schema"))?;
            let mut tx = test.db.write().await?;
            // Tables stand in the layout after those that they name.
            for table in migrate::tables() {
                tx.run(format!("DELETE FROM {table}"), args![]).await?;
                tx.run(format!("INSERT INTO {table} SELECT * FROM {from}.{table}"), args![]).await?;
            }
            tx.commit().await?;
            Ok(test)
        }
    }
}

/// Every engine that a test can run on: the embedded one always, PostgreSQL where a server is named.
pub async fn databases() -> Vec<TestDb> {
    #[expect(clippy::expect_used, reason = "a test without its database has nothing to say but this")]
    let (embedded, postgres) =
        (embedded().await.expect("an embedded database"), postgres().await.expect("the PostgreSQL server"));
    std::iter::once(embedded).chain(postgres).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_engine_is_migrated_and_alone() {
        for (first, second) in databases().await.into_iter().zip(databases().await) {
            assert_eq!(first.engine(), second.engine());
            for db in [&first, &second] {
                let mut tx = db.write().await.expect("a transaction");
                let made = tx.run("INSERT INTO setting (name, content) VALUES ('mine', '1')", args![]).await;
                assert_eq!(made.expect("nobody else's row is there"), 1);
                tx.commit().await.expect("to stay");
            }
        }
    }

    #[tokio::test]
    async fn connections_that_the_server_cut_are_left_for_new_ones() {
        let Some(db) = postgres().await.expect("the PostgreSQL server") else { return };
        let mut pids = Vec::new();
        let both = [db.read().await.expect("one"), db.read().await.expect("another")];
        for mut tx in both {
            let rows = tx.all("SELECT CAST(pg_backend_pid() AS BIGINT)", args![]).await.expect("its number");
            pids.push(rows.first().expect("one").int(0).expect("a number"));
        }
        let mut tx = db.write().await.expect("a transaction");
        // The transaction itself goes over one of them.
        let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                   WHERE pid IN ($1, $2) AND pid <> pg_backend_pid()";
        let pids = pids.into_iter().map(crate::db::Arg::from).collect();
        assert!(!tx.all(cut, pids).await.expect("to cut").is_empty());
        tx.commit().await.expect("to end");
        tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
        let both = [db.read().await.expect("one"), db.read().await.expect("another")];
        for mut tx in both {
            assert_eq!(tx.all("SELECT 1", args![]).await.expect("an answer").len(), 1);
        }
    }

    #[tokio::test]
    async fn the_folder_goes_with_the_database() {
        let db = embedded().await.expect("an embedded database");
        let folder = db.folder().expect("a folder").to_owned();
        assert!(folder.join("thidua.db").exists());
        drop(db);
        assert!(!folder.exists());
    }
}
