//! How an act can end without being done, by who can do something about it.
//!
//! Not here: the sentences (`lang`) and the status codes (`web`).

use domain::authority::Action;
use domain::unit::UnitId;
use std::convert::Infallible;

/// The refusal of an act that refuses nothing.
pub type Never = Infallible;

/// The person may know of the thing but not do this to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Denied {
    /// What was asked.
    pub action: Action,
    /// Of which unit; `None` for the installation as a whole.
    pub unit: Option<UnitId>,
}

/// How an act ended without being done.
#[derive(Debug, thiserror::Error)]
pub enum ActError<R> {
    /// The person can mend it; the value says what, the words are `lang`'s.
    #[error("refused: {0:?}")]
    Refused(R),
    /// It is not there, or the person may not know of it.
    #[error("not found")]
    Missing,
    /// The person may see it but not do this.
    #[error("not allowed: {0:?}")]
    Denied(Denied),
    /// Not the person's fault; the whole chain goes to the log, once, at the edge.
    #[error("fault: {0}")]
    Fault(#[from] Fault),
}

/// What is nobody's fault but ours or the machine's.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] store::StoreError),
    /// A stored thing cannot be what it is.
    #[error("inconsistent: {0}")]
    Inconsistent(&'static str),
    /// The machine gave no random numbers.
    #[error("no randomness: {0}")]
    Randomness(String),
    /// A password could not be hashed.
    #[error("password hashing: {0}")]
    Hashing(String),
    /// Work beside the loop that serves everybody came to no end.
    #[error("broken off: {0}")]
    BrokenOff(String),
}

impl Fault {
    /// Whether the disk is full: nothing was written, and whoever keeps the machine can help.
    pub fn no_room(&self) -> bool {
        matches!(self, Self::Store(store::StoreError::NoRoom(_)))
    }
}

impl<R> From<store::StoreError> for ActError<R> {
    fn from(error: store::StoreError) -> Self {
        Self::Fault(Fault::Store(error))
    }
}

impl<R> ActError<R> {
    /// The same end of another act's kind, its refusal turned.
    pub fn map<S>(self, turn: impl FnOnce(R) -> S) -> ActError<S> {
        match self {
            Self::Refused(refusal) => ActError::Refused(turn(refusal)),
            Self::Missing => ActError::Missing,
            Self::Denied(denied) => ActError::Denied(denied),
            Self::Fault(fault) => ActError::Fault(fault),
        }
    }
}

impl ActError<Never> {
    /// The same end of an act that may refuse.
    pub fn widen<S>(self) -> ActError<S> {
        self.map(|never| match never {})
    }
}
