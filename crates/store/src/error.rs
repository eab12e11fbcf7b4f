//! What can go wrong with the store. None of it is the person's fault; refusals are made in `acts`.

/// A fault of the store, or a constraint that held.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The engine said no; the source tells why.
    #[error("database: {0}")]
    Engine(#[from] sqlx::Error),
    /// A uniqueness or foreign-key constraint held, by the name the engine gives it.
    #[error("constraint {0} held")]
    Constraint(String),
    /// The disk is full, or nothing more can be written to it. Nothing of the transaction stays.
    #[error("no room to write: {0}")]
    NoRoom(#[source] sqlx::Error),
    /// A stored row does not read back as what was stored.
    #[error("damaged row: {0}")]
    Damaged(&'static str),
    /// The database was made by a newer program.
    #[error("the database is of version {found}, this program knows up to {known}")]
    TooNew {
        /// The version found.
        found: i64,
        /// The newest version known.
        known: i64,
    },
    /// The address of the database is of no known kind.
    #[error("not a database address: {0}")]
    Address(String),
    /// A test asked for a crash at this statement.
    #[error("crash asked for by a test")]
    Crash,
}

/// What the engines say when they cannot write: the embedded one that the disk is full or that a write failed,
/// PostgreSQL that the disk is full.
const NO_ROOM: [&str; 3] = ["13", "778", "53100"];

impl StoreError {
    /// Sorts an engine's error: constraints and full disks apart from other faults.
    pub(crate) fn from_engine(error: sqlx::Error) -> Self {
        if let sqlx::Error::Database(inner) = &error
            && (inner.is_unique_violation() || inner.is_foreign_key_violation() || inner.is_check_violation())
        {
            return Self::Constraint(inner.constraint().unwrap_or(inner.message()).to_owned());
        }
        if let sqlx::Error::Database(inner) = &error
            && inner.code().is_some_and(|code| NO_ROOM.contains(&code.as_ref()))
        {
            return Self::NoRoom(error);
        }
        Self::Engine(error)
    }
}
