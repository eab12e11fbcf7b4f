//! The doctor: recomputes every total from the rows and says where what is stored differs.
//!
//! Not here: printing it (`cli`), mending, which is [`mend`] and never silent.

use crate::ctx::App;
use crate::error::Fault;
pub use store::total::{Audit, Difference, Lens};

/// Recomputes all totals and compares; changes nothing.
pub async fn audit(app: &App) -> Result<Audit, Fault> {
    let mut tx = app.db().read().await?;
    Ok(store::total::audit(&mut tx, app.today()).await?)
}

/// Builds all totals anew from the rows. Returns what differed before.
pub async fn mend(app: &App) -> Result<Audit, Fault> {
    let mut tx = app.db().write().await?;
    store::tree::hold_alone(&mut tx).await?;
    let audit = store::total::audit(&mut tx, app.today()).await?;
    store::total::rebuild(&mut tx, app.today()).await?;
    tx.commit().await?;
    Ok(audit)
}
