//! What cannot be said in common to both engines. No other file asks which engine it is.
//!
//! Not here: any noun.

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use std::path::Path;
use std::time::Duration;

/// The engine beneath.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The embedded one.
    Sqlite,
    /// PostgreSQL 15 or newer.
    Postgres,
}

/// How the embedded database is opened. A commit is on the disk before the answer goes out
/// (`synchronous=FULL`): a clerk who read "đã lưu" may pull the plug.
pub(crate) fn embedded_options(file: &Path, read_only: bool) -> SqliteConnectOptions {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(!read_only)
        .busy_timeout(Duration::from_secs(30))
        .foreign_keys(true)
        .statement_cache_capacity(256)
        .pragma("cache_size", "-32000")
        .pragma("temp_store", "memory")
        .row_buffer_size(512);
    if read_only {
        return options.pragma("query_only", "on");
    }
    options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full)
}

/// What is said to PostgreSQL on every new connection. Our questions are short: to compile one to machine code, which it
/// does where it guesses many rows in a table that it has not counted, takes it tens of times longer than to answer.
pub(crate) const FIRST_WORDS: &str = "SET jit = off";

/// Turns `$1` into the embedded engine's places. In order and each once they become bare `?`: a named place
/// is looked up by name, which makes a bulk insert quadratic.
pub(crate) fn numbered(sql: &str) -> String {
    let in_order = places(sql).enumerate().all(|(at, place)| place == at + 1);
    let mut out = String::with_capacity(sql.len());
    let mut parts = sql.split('$');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        out.push('?');
        let (number, rest) = part.split_at(digits);
        if !in_order {
            out.push_str(number);
        }
        out.push_str(rest);
    }
    out
}

/// The numbers of all places in a statement, as they stand.
fn places(sql: &str) -> impl Iterator<Item = usize> + '_ {
    sql.split('$').skip(1).map(|part| {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        part.split_at(digits).0.parse().unwrap_or(0)
    })
}

/// A migration's text in the engine's own words.
pub(crate) fn schema(engine: Engine, text: &str) -> String {
    match engine {
        Engine::Sqlite => text.replace("BIGINT", "INTEGER"),
        Engine::Postgres => {
            // Sort keys, prefixes and ISO days compare by bytes, whatever language the server was set up in.
            text.replace(") STRICT, WITHOUT ROWID;", ");")
                .replace(") STRICT;", ");")
                .replace("BLOB", "BYTEA")
                .replace(" TEXT", " TEXT COLLATE \"C\"")
        }
    }
}

/// What to append to a SELECT whose rows will be written back in the same transaction.
pub(crate) fn lock_rows(engine: Engine) -> &'static str {
    match engine {
        // The one writer is already alone.
        Engine::Sqlite => "",
        Engine::Postgres => " FOR UPDATE",
    }
}

/// Asks for rows of some units, `count` of them from the parameter `first` on, by unit and then in the order of `by`.
/// PostgreSQL is told to look for each unit by itself: before it has counted a young table it rather goes through the
/// whole of it.
pub(crate) fn of_units(
    engine: Engine,
    (columns, table, condition): (&str, &str, &str),
    by: &str,
    (first, count): (usize, usize),
) -> String {
    match engine {
        Engine::Sqlite => format!(
            "SELECT {columns} FROM {table} WHERE {condition} AND unit IN ({}) ORDER BY unit, {by}",
            crate::db::places(first, count)
        ),
        // The offset keeps the question for one unit from being taken apart.
        Engine::Postgres => {
            let one =
                format!("SELECT {columns} FROM {table} WHERE {condition} AND unit = asked.one OFFSET 0");
            format!("{} ORDER BY unit, {by}", each_unit(&one, (first, count)))
        }
    }
}

/// The same for rows that will be written back in the same transaction.
pub(crate) fn held_of_units(
    engine: Engine,
    (columns, table, condition): (&str, &str, &str),
    (first, count): (usize, usize),
) -> String {
    match engine {
        // The one writer is already alone.
        Engine::Sqlite => format!(
            "SELECT {columns} FROM {table} WHERE {condition} AND unit IN ({}) ORDER BY unit",
            crate::db::places(first, count)
        ),
        Engine::Postgres => each_unit(
            &format!("SELECT {columns} FROM {table} WHERE {condition} AND unit = asked.one FOR UPDATE"),
            (first, count),
        ),
    }
}

/// Asks for the first row of each of some units that nobody else holds, and holds it; `None` where there is one writer.
pub(crate) fn free_of_units(
    engine: Engine,
    (columns, table, condition): (&str, &str, &str),
    order: &str,
    asked: (usize, usize),
) -> Option<String> {
    match engine {
        Engine::Sqlite => None,
        Engine::Postgres => Some(each_unit(
            &format!(
                "SELECT {columns} FROM {table} WHERE {condition} AND unit = asked.one
                 ORDER BY {order} LIMIT 1 FOR UPDATE SKIP LOCKED"
            ),
            asked,
        )),
    }
}

/// Asks whether there is any row of some units. PostgreSQL is told to look for each unit by itself, for the same reason.
pub(crate) fn any_of_units(
    engine: Engine,
    (table, condition): (&str, &str),
    (first, count): (usize, usize),
) -> String {
    match engine {
        Engine::Sqlite => format!(
            "EXISTS (SELECT 1 FROM {table} WHERE {condition} AND unit IN ({}))",
            crate::db::places(first, count)
        ),
        Engine::Postgres => {
            let one = format!("SELECT 1 FROM {table} WHERE {condition} AND unit = asked.one LIMIT 1");
            format!("EXISTS ({})", each_unit(&one, (first, count)))
        }
    }
}

fn each_unit(question: &str, (first, count): (usize, usize)) -> String {
    let asked: Vec<String> = (first..first + count).map(|place| format!("(${place}::bigint)")).collect();
    format!("SELECT held.* FROM (VALUES {}) AS asked (one), LATERAL ({question}) AS held", asked.join(","))
}

/// Takes the tree's lock until the end of the transaction: shared by those who write figures along it,
/// alone for those who change it. `None` where the single writer makes it needless.
pub(crate) fn lock_tree(engine: Engine, alone: bool) -> Option<&'static str> {
    match (engine, alone) {
        (Engine::Sqlite, _) => None,
        (Engine::Postgres, true) => Some("SELECT 1 FROM (SELECT pg_advisory_xact_lock(7001)) AS held"),
        (Engine::Postgres, false) => {
            Some("SELECT 1 FROM (SELECT pg_advisory_xact_lock_shared(7001)) AS held")
        }
    }
}

/// Takes the lock of the ledger's chain until the end of the transaction.
pub(crate) fn lock_chain(engine: Engine) -> Option<&'static str> {
    match engine {
        Engine::Sqlite => None,
        Engine::Postgres => Some("SELECT 1 FROM (SELECT pg_advisory_xact_lock(7002)) AS held"),
    }
}

/// Over how many rows the totals of the units just below a top are spread, so that writers under one province
/// do not all wait for one row.
pub(crate) fn stripes(engine: Engine) -> i64 {
    match engine {
        Engine::Sqlite => 1,
        Engine::Postgres => 8,
    }
}

/// Whether rows that will be added to must be made, empty, before they are read: needed where two writers can
/// both find none.
pub(crate) fn claims_first(engine: Engine) -> bool {
    match engine {
        Engine::Sqlite => false,
        Engine::Postgres => true,
    }
}

/// How many parameters one statement may carry.
pub(crate) fn most_parameters(engine: Engine) -> usize {
    match engine {
        // The engine allows 32,766; smaller statements are parsed faster in sum.
        Engine::Sqlite => 4_000,
        Engine::Postgres => 30_000,
    }
}

/// Counts the tables of units anew after many came in at once. Until that is done the server plans for empty ones,
/// which made a search of 10,794 units up to seven times slower; by itself it gets to it after minutes.
pub(crate) fn count_units(engine: Engine) -> Option<&'static str> {
    match engine {
        Engine::Sqlite => None,
        Engine::Postgres => Some("ANALYZE unit, unit_place, unit_name, unit_code, unit_word"),
    }
}

/// Asks which tables of figures hold more than twice as much as when the server last counted them; `None` where nothing
/// is counted.
pub(crate) fn uncounted_figures(engine: Engine) -> Option<&'static str> {
    match engine {
        Engine::Sqlite => None,
        Engine::Postgres => Some(
            "SELECT relname::text FROM pg_class
             WHERE oid IN ('total'::regclass, 'submission'::regclass, 'submission_version'::regclass)
             AND pg_relation_size(oid) > 2 * GREATEST(relpages, 32) * current_setting('block_size')::bigint",
        ),
    }
}

/// Counts a table anew.
pub(crate) fn count(table: &str) -> String {
    format!("ANALYZE {table}")
}

/// Whether a table of this name exists; takes one text parameter.
pub(crate) fn table_exists(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1",
        Engine::Postgres => {
            "SELECT 1::bigint FROM information_schema.tables
             WHERE table_schema = current_schema() AND table_name = $1"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_order_become_bare() {
        assert_eq!(numbered("a = $1 AND b = $2"), "a = ? AND b = ?");
        assert_eq!(numbered("a = $2 AND b = $1"), "a = ?2 AND b = ?1");
        assert_eq!(numbered("a = $1 OR b = $1"), "a = ?1 OR b = ?1");
        assert_eq!(numbered("nothing"), "nothing");
    }

    #[test]
    fn a_schema_in_each_engine() {
        let text = "CREATE TABLE a (b BIGINT, c BLOB, d TEXT NOT NULL) STRICT, WITHOUT ROWID;";
        let sqlite = "CREATE TABLE a (b INTEGER, c BLOB, d TEXT NOT NULL) STRICT, WITHOUT ROWID;";
        assert_eq!(schema(Engine::Sqlite, text), sqlite);
        let postgres = "CREATE TABLE a (b BIGINT, c BYTEA, d TEXT COLLATE \"C\" NOT NULL);";
        assert_eq!(schema(Engine::Postgres, text), postgres);
    }
}
