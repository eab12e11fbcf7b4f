//! Bringing a database to the program's layout: one numbered list, forward only.
//!
//! Not here: copying the embedded file before a migration, which the program does (`acts::installation`).

use crate::db::{Db, Tx};
use crate::{StoreError, args, dialect};

/// The migrations in order; the first is version 1.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001-house.sql"),
    include_str!("../migrations/0002-launch.sql"),
    include_str!("../migrations/0003-filing.sql"),
    include_str!("../migrations/0004-decision.sql"),
    include_str!("../migrations/0005-freeze.sql"),
    include_str!("../migrations/0006-stack.sql"),
    include_str!("../migrations/0007-notice.sql"),
    include_str!("../migrations/0008-report.sql"),
    include_str!("../migrations/0009-nomination.sql"),
    include_str!("../migrations/0010-key.sql"),
    include_str!("../migrations/0011-certificate.sql"),
    include_str!("../migrations/0012-badge.sql"),
    include_str!("../migrations/0013-headline.sql"),
    include_str!("../migrations/0014-pivot.sql"),
    include_str!("../migrations/0015-layout.sql"),
    include_str!("../migrations/0016-launch-notice.sql"),
    include_str!("../migrations/0017-withdrawn.sql"),
    include_str!("../migrations/0018-signed.sql"),
    include_str!("../migrations/0019-period-unit.sql"),
    include_str!("../migrations/0020-combined.sql"),
];

/// Every table, those that others name before them.
#[cfg(any(test, feature = "testing"))]
pub(crate) fn tables() -> impl Iterator<Item = &'static str> {
    let rests = MIGRATIONS.iter().flat_map(|text| text.split("CREATE TABLE ").skip(1));
    rests.filter_map(|rest| rest.split_whitespace().next())
}

/// The version this program knows.
pub fn known_version() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// The version found in the database: 0 for an empty one.
pub async fn found_version(tx: &mut Tx) -> Result<i64, StoreError> {
    let exists = dialect::table_exists(tx.engine());
    if tx.first(exists, args!["setting"]).await?.is_none() {
        return Ok(0);
    }
    let row = tx.first("SELECT content FROM setting WHERE name = 'version'", args![]).await?;
    row.map_or(Ok(0), |row| row.text(0)?.parse().map_err(|_| StoreError::Damaged("the version")))
}

/// Brings the database to [`known_version`], in one transaction: all steps or none.
/// Returns the version it had. A newer database is left alone and refused.
pub async fn migrate(db: &Db) -> Result<i64, StoreError> {
    let mut tx = db.write().await?;
    let found = found_version(&mut tx).await?;
    let known = known_version();
    if found > known {
        return Err(StoreError::TooNew { found, known });
    }
    for (step, text) in (1..).zip(MIGRATIONS) {
        if step > found {
            let text = dialect::schema(tx.engine(), text);
            tx.script(text).await?;
        }
    }
    if found < known {
        tx.run(
            "INSERT INTO setting (name, content) VALUES ('version', $1)
             ON CONFLICT (name) DO UPDATE SET content = excluded.content",
            args![known.to_string()],
        )
        .await?;
    }
    tx.commit().await?;
    Ok(found)
}
