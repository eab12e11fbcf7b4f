//! The connection to either engine, and the transaction in which everything happens.
//!
//! Not here: what differs between the engines in words (`dialect`), and any noun.

use crate::cache::TreeCache;
use crate::dialect::{self, Engine};
use crate::error::StoreError;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions, PgRow};
use sqlx::sqlite::{SqlitePool, SqlitePoolOptions, SqliteRow};
use sqlx::{AssertSqlSafe, Connection as _, Postgres, Row as _, Sqlite, Transaction};
use std::borrow::Cow;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::task::Poll;
use std::time::Duration;

/// How many rows that were read are kept at most.
const SPENT: usize = 1_000;

/// How long a connection may lie unused before it is asked whether it still lives.
const RESTED: Duration = Duration::from_secs(1);

/// A database: the embedded one (one writer, several readers) or PostgreSQL.
#[derive(Clone)]
pub struct Db {
    pools: Pools,
    pub(crate) tree: Arc<TreeCache>,
    /// Statements left before the crash that a test asked for; negative: none asked for.
    crash: Arc<AtomicI64>,
    opened: Arc<AtomicI64>,
}

#[derive(Clone)]
enum Pools {
    Sqlite { writer: SqlitePool, readers: SqlitePool },
    Postgres(PgPool),
}

/// An open transaction. Dropped without [`Tx::commit`], nothing of it stays.
pub struct Tx {
    inner: Inner,
    crash: Arc<AtomicI64>,
    pub(crate) tree: Arc<TreeCache>,
    pub(crate) tree_changed: bool,
    /// Whether it reads one unchanging picture and writes nothing.
    pub(crate) only_reads: bool,
    /// The tree's version in that picture, once it was asked for.
    pub(crate) picture: Option<i64>,
    number: i64,
}

enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// A value for a statement's parameter. Absent values carry their type, because PostgreSQL asks for it.
#[derive(Debug, Clone)]
pub enum Arg {
    /// A 64-bit integer.
    Int(Option<i64>),
    /// A text.
    Text(Option<String>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
}

macro_rules! args_from {
    ($($from:ty => $variant:ident |$value:ident| $expr:expr),* $(,)?) => {$(
        impl From<$from> for Arg { fn from($value: $from) -> Self { Self::$variant($expr) } }
    )*};
}
args_from! {
    i64 => Int |v| Some(v),
    u32 => Int |v| Some(i64::from(v)),
    bool => Int |v| Some(i64::from(v)),
    Option<i64> => Int |v| v,
    String => Text |v| Some(v),
    &str => Text |v| Some(v.to_owned()),
    &String => Text |v| Some(v.clone()),
    Option<String> => Text |v| v,
    jiff::civil::Date => Text |v| Some(v.to_string()),
    Option<jiff::civil::Date> => Text |v| v.map(|day| day.to_string()),
    Vec<u8> => Bytes |v| Some(v),
    &[u8] => Bytes |v| Some(v.to_vec()),
    Option<Vec<u8>> => Bytes |v| v,
}

/// Collects the parameters of a statement: `args![unit.0, "name", day]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::db::Arg::from($value)),*] };
}

/// A row of an answer; columns by place, from 0.
pub struct Row(RowInner);

enum RowInner {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

macro_rules! getters {
    ($($(#[$doc:meta])* $name:ident -> $type:ty),* $(,)?) => {$(
        $(#[$doc])*
        pub fn $name(&self, column: usize) -> Result<$type, StoreError> {
            match &self.0 {
                RowInner::Sqlite(row) => row.try_get(column),
                RowInner::Postgres(row) => row.try_get(column),
            }
            .map_err(StoreError::Engine)
        }
    )*};
}

impl Row {
    getters! {
        /// An integer that is always there.
        int -> i64,
        /// An integer that may be absent.
        opt_int -> Option<i64>,
        /// A text that is always there.
        text -> String,
        /// A text that may be absent.
        opt_text -> Option<String>,
        /// Bytes that are always there.
        bytes -> Vec<u8>,
        /// Bytes that may be absent.
        opt_bytes -> Option<Vec<u8>>,
    }

    /// Bytes that are always there, where they lie: for rows that are read by the ten thousand.
    pub fn blob(&self, column: usize) -> Result<&[u8], StoreError> {
        match &self.0 {
            RowInner::Sqlite(row) => row.try_get(column),
            RowInner::Postgres(row) => row.try_get(column),
        }
        .map_err(StoreError::Engine)
    }

    /// A yes or no, stored as 1 or 0.
    pub fn flag(&self, column: usize) -> Result<bool, StoreError> {
        Ok(self.int(column)? != 0)
    }

    /// A day.
    pub fn day(&self, column: usize) -> Result<jiff::civil::Date, StoreError> {
        self.text(column)?.parse().map_err(|_| StoreError::Damaged("a day"))
    }

    /// A day that may be absent.
    pub fn opt_day(&self, column: usize) -> Result<Option<jiff::civil::Date>, StoreError> {
        self.opt_text(column)?.map(|text| text.parse().map_err(|_| StoreError::Damaged("a day"))).transpose()
    }
}

/// Begins on the one connection that writes. A full disk makes the engine end a transaction by itself, which the
/// driver does not learn: such a connection begins nothing any more, and a new one takes its place.
async fn begin_writing(writer: &SqlitePool) -> Result<Transaction<'static, Sqlite>, sqlx::Error> {
    match writer.begin_with("BEGIN IMMEDIATE").await {
        Err(sqlx::Error::InvalidSavePointStatement) => {
            writer.acquire().await?.close().await?;
            writer.begin_with("BEGIN IMMEDIATE").await
        }
        other => other,
    }
}

impl Db {
    /// Opens the embedded database in a file, which is made when missing.
    pub async fn open_embedded(file: &Path) -> Result<Self, StoreError> {
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(Duration::from_mins(1))
            // A connection to a file within this program does not go away by itself.
            .test_before_acquire(false)
            .connect_with(dialect::embedded_options(file, false))
            .await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            .test_before_acquire(false)
            .connect_with(dialect::embedded_options(file, true))
            .await?;
        Ok(Self::with(Pools::Sqlite { writer, readers }))
    }

    /// Opens a PostgreSQL database by its address (`postgres://…`).
    pub async fn open_postgres(address: &str) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(address)
            .map_err(|_| StoreError::Address(address.chars().take_while(|c| *c != '@').collect()))?;
        let pool = PgPoolOptions::new()
            .max_connections(16)
            // A page asks for a connection several times; whether it still lives is worth a question only once it has
            // rested, as it has when the server was started anew.
            .test_before_acquire(false)
            .before_acquire(|connection, rested| {
                Box::pin(async move {
                    if rested.idle_for > RESTED {
                        connection.ping().await?;
                    }
                    Ok(true)
                })
            })
            .after_connect(|connection, _| {
                Box::pin(async { sqlx::query(dialect::FIRST_WORDS).execute(connection).await.map(drop) })
            })
            .connect_with(options)
            .await?;
        Ok(Self::with(Pools::Postgres(pool)))
    }

    fn with(pools: Pools) -> Self {
        Self { pools, tree: Arc::default(), crash: Arc::new(AtomicI64::new(-1)), opened: Arc::default() }
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        match self.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres(_) => Engine::Postgres,
        }
    }

    /// Opens a transaction that may write. On the embedded engine there is one writer at a time, and the next
    /// one waits.
    pub async fn write(&self) -> Result<Tx, StoreError> {
        let inner = match &self.pools {
            Pools::Sqlite { writer, .. } => Inner::Sqlite(begin_writing(writer).await?),
            Pools::Postgres(pool) => Inner::Postgres(pool.begin().await?),
        };
        Ok(self.tx(inner, false))
    }

    /// Opens a transaction that reads one unchanging picture.
    pub async fn read(&self) -> Result<Tx, StoreError> {
        let inner = match &self.pools {
            Pools::Sqlite { readers, .. } => Inner::Sqlite(awake(readers.begin()).await?),
            Pools::Postgres(pool) => Inner::Postgres(
                pool.begin_with("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").await?,
            ),
        };
        Ok(self.tx(inner, true))
    }

    fn tx(&self, inner: Inner, only_reads: bool) -> Tx {
        Tx {
            inner,
            crash: Arc::clone(&self.crash),
            tree: Arc::clone(&self.tree),
            tree_changed: false,
            only_reads,
            picture: None,
            number: self.opened.fetch_add(1, Ordering::Relaxed),
        }
    }

    /// Copies an embedded database, whole and at rest, into a file that must not exist yet. False when this is
    /// PostgreSQL, whose administrators have their own ways.
    pub async fn copy_into(&self, file: &Path) -> Result<bool, StoreError> {
        match &self.pools {
            Pools::Sqlite { writer, .. } => {
                let file = file.to_string_lossy().into_owned();
                sqlx::query("VACUUM INTO ?").bind(file).execute(writer).await?;
                Ok(true)
            }
            Pools::Postgres(_) => Ok(false),
        }
    }

    /// For tests of bad days: the `statements`-th statement from now on fails, and all after it, until
    /// [`Db::heal`]. What was not committed before is lost, as after a power cut.
    pub fn crash_after(&self, statements: u32) {
        self.crash.store(i64::from(statements), Ordering::SeqCst);
    }

    /// Ends the bad day of [`Db::crash_after`]. True when the crash had happened.
    pub fn heal(&self) -> bool {
        self.crash.swap(-1, Ordering::SeqCst) == 0
    }

    /// Closes all connections.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

/// How often the embedded engine is asked again before its asker goes to sleep: for about a tenth of a millisecond.
const LOOKS: u32 = 200;

/// Waits for the embedded engine, which works on a thread of its own and hands over row after row. Whoever sleeps in
/// between is woken by the system for each of them, and that takes several times as long as the row itself. So it
/// looks again for a moment, and lets whoever wants the core have it meanwhile.
async fn awake<F: Future>(work: F) -> F::Output {
    let mut work = std::pin::pin!(work);
    let mut looks = 0;
    std::future::poll_fn(move |cx| {
        loop {
            if let Poll::Ready(done) = work.as_mut().poll(cx) {
                return Poll::Ready(done);
            }
            if looks == LOOKS {
                looks = 0;
                return Poll::Pending;
            }
            looks += 1;
            std::thread::yield_now();
        }
    })
    .await
}

macro_rules! bound {
    ($sql:expr, $args:expr) => {{
        let mut query = sqlx::query(AssertSqlSafe($sql));
        for arg in $args {
            query = match arg {
                Arg::Int(value) => query.bind(value),
                Arg::Text(value) => query.bind(value),
                Arg::Bytes(value) => query.bind(value),
            };
        }
        query
    }};
}

impl Tx {
    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        match self.inner {
            Inner::Sqlite(_) => Engine::Sqlite,
            Inner::Postgres(_) => Engine::Postgres,
        }
    }

    /// A number that differs between transactions at work side by side.
    pub(crate) fn stripe_seed(&self) -> i64 {
        self.number
    }

    fn count_down(&self) -> Result<(), StoreError> {
        let left = self.crash.load(Ordering::Relaxed);
        if left < 0 {
            return Ok(());
        }
        if left == 0 {
            return Err(StoreError::Crash);
        }
        self.crash.store(left - 1, Ordering::SeqCst);
        if left == 1 { Err(StoreError::Crash) } else { Ok(()) }
    }

    /// Runs a statement; returns how many rows it touched.
    pub async fn run(
        &mut self,
        sql: impl Into<Cow<'static, str>> + Send,
        args: Vec<Arg>,
    ) -> Result<u64, StoreError> {
        self.count_down()?;
        let sql = sql.into();
        match &mut self.inner {
            Inner::Sqlite(tx) => bound!(dialect::numbered(&sql), args)
                .execute(&mut **tx)
                .await
                .map(|done| done.rows_affected()),
            Inner::Postgres(tx) => {
                bound!(sql.into_owned(), args).execute(&mut **tx).await.map(|done| done.rows_affected())
            }
        }
        .map_err(StoreError::from_engine)
    }

    /// Inserts rows: `into` names the table and its columns, `end` is what follows them (`ON CONFLICT …`). All values
    /// of a column have one type.
    pub async fn insert(&mut self, into: &str, rows: Vec<Vec<Arg>>, end: &str) -> Result<(), StoreError> {
        let wide = rows.first().map_or(1, Vec::len).max(1);
        let most = dialect::most_parameters(self.engine()) / wide;
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let some: Vec<Vec<Arg>> = rows.by_ref().take(most).collect();
            self.count_down()?;
            match &mut self.inner {
                Inner::Sqlite(tx) => {
                    let sql = format!("INSERT INTO {into} VALUES {} {end}", self::rows(some.len(), wide));
                    let values = some.into_iter().flatten();
                    bound!(dialect::numbered(&sql), values)
                        .execute(&mut **tx)
                        .await
                        .map_err(StoreError::from_engine)?;
                }
                Inner::Postgres(tx) => {
                    // PostgreSQL takes longer to read ten thousand parameters than to insert what is in them. A
                    // column is one, and the words of the statement stay the same for any number of rows.
                    let columns = Column::of(some)?;
                    let arrays: Vec<String> = columns
                        .iter()
                        .zip(1..)
                        .map(|(one, place)| format!("${place}::{}", one.array()))
                        .collect();
                    let sql = format!("INSERT INTO {into} SELECT * FROM unnest({}) {end}", arrays.join(", "));
                    let mut query = sqlx::query(AssertSqlSafe(sql));
                    for column in columns {
                        query = match column {
                            Column::Int(values) => query.bind(values),
                            Column::Text(values) => query.bind(values),
                            Column::Bytes(values) => query.bind(values),
                        };
                    }
                    query.execute(&mut **tx).await.map_err(StoreError::from_engine)?;
                }
            }
        }
        Ok(())
    }

    /// All rows of an answer.
    pub async fn all(
        &mut self,
        sql: impl Into<Cow<'static, str>> + Send,
        args: Vec<Arg>,
    ) -> Result<Vec<Row>, StoreError> {
        self.count_down()?;
        let sql = sql.into();
        match &mut self.inner {
            Inner::Sqlite(tx) => awake(bound!(dialect::numbered(&sql), args).fetch_all(&mut **tx))
                .await
                .map(|rows| rows.into_iter().map(|row| Row(RowInner::Sqlite(row))).collect()),
            Inner::Postgres(tx) => bound!(sql.into_owned(), args)
                .fetch_all(&mut **tx)
                .await
                .map(|rows| rows.into_iter().map(|row| Row(RowInner::Postgres(row))).collect()),
        }
        .map_err(StoreError::from_engine)
    }

    /// What is read of each row of an answer. The next row is fetched while one is read, and none is kept.
    pub async fn each<T: Send + Unpin>(
        &mut self,
        sql: impl Into<Cow<'static, str>> + Send,
        args: Vec<Arg>,
        mut read: impl FnMut(&Row) -> Result<T, StoreError> + Send,
    ) -> Result<Vec<T>, StoreError> {
        self.count_down()?;
        let sql = sql.into();
        let answer = match &mut self.inner {
            Inner::Sqlite(tx) => {
                // Rows are let go when all have come: the other thread makes the next ones meanwhile, and whoever gives
                // memory back stands in the way of whoever takes some.
                let mut spent = Vec::new();
                let query = bound!(dialect::numbered(&sql), args).map(|row| {
                    let row = Row(RowInner::Sqlite(row));
                    let told = read(&row);
                    if spent.len() == SPENT {
                        spent.clear();
                    }
                    spent.push(row);
                    told
                });
                awake(query.fetch_all(&mut **tx)).await
            }
            Inner::Postgres(tx) => {
                let query = bound!(sql.into_owned(), args).map(|row| read(&Row(RowInner::Postgres(row))));
                query.fetch_all(&mut **tx).await
            }
        };
        answer.map_err(StoreError::from_engine)?.into_iter().collect()
    }

    /// The first row of an answer, where there is one.
    pub async fn first(
        &mut self,
        sql: impl Into<Cow<'static, str>> + Send,
        args: Vec<Arg>,
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.all(sql, args).await?.into_iter().next())
    }

    /// Runs a script of several statements without parameters (migrations).
    pub(crate) async fn script(&mut self, sql: String) -> Result<(), StoreError> {
        self.count_down()?;
        match &mut self.inner {
            Inner::Sqlite(tx) => sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut **tx).await.map(|_| ()),
            Inner::Postgres(tx) => sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut **tx).await.map(|_| ()),
        }
        .map_err(StoreError::from_engine)
    }

    /// Makes everything stay, or nothing.
    pub async fn commit(self) -> Result<(), StoreError> {
        self.count_down()?;
        match self.inner {
            Inner::Sqlite(tx) => tx.commit().await,
            Inner::Postgres(tx) => tx.commit().await,
        }
        .map_err(StoreError::from_engine)?;
        if self.tree_changed {
            self.tree.forget();
        }
        Ok(())
    }
}

/// `$first, $first+1, …`: the places of a list of `count` parameters.
pub fn places(first: usize, count: usize) -> String {
    let mut out = String::with_capacity(count * 5);
    for place in first..first + count {
        if place > first {
            out.push(',');
        }
        out.push('$');
        out.push_str(&place.to_string());
    }
    out
}

/// Rows of parameters for a bulk insert: `($1,$2),($3,$4)`.
fn rows(count: usize, columns: usize) -> String {
    let mut out = String::new();
    for row in 0..count {
        if row > 0 {
            out.push(',');
        }
        out.push('(');
        out.push_str(&places(row * columns + 1, columns));
        out.push(')');
    }
    out
}

/// One column of many rows.
enum Column {
    Int(Vec<Option<i64>>),
    Text(Vec<Option<String>>),
    Bytes(Vec<Option<Vec<u8>>>),
}

impl Column {
    /// The name of its type in PostgreSQL.
    fn array(&self) -> &'static str {
        match self {
            Self::Int(_) => "bigint[]",
            Self::Text(_) => "text[]",
            Self::Bytes(_) => "bytea[]",
        }
    }

    fn beginning(with: Arg) -> Self {
        match with {
            Arg::Int(value) => Self::Int(vec![value]),
            Arg::Text(value) => Self::Text(vec![value]),
            Arg::Bytes(value) => Self::Bytes(vec![value]),
        }
    }

    fn push(&mut self, value: Arg) -> Result<(), StoreError> {
        match (self, value) {
            (Self::Int(column), Arg::Int(value)) => column.push(value),
            (Self::Text(column), Arg::Text(value)) => column.push(value),
            (Self::Bytes(column), Arg::Bytes(value)) => column.push(value),
            _ => return Err(StoreError::Damaged("a column of two types")),
        }
        Ok(())
    }

    /// Rows turned into columns; every row has as many values as the first.
    fn of(rows: Vec<Vec<Arg>>) -> Result<Vec<Self>, StoreError> {
        let mut rows = rows.into_iter();
        let mut columns: Vec<Self> =
            rows.next().unwrap_or_default().into_iter().map(Self::beginning).collect();
        for row in rows {
            for (column, value) in columns.iter_mut().zip(row) {
                column.push(value)?;
            }
        }
        Ok(columns)
    }
}
