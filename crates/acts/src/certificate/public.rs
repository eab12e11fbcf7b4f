//! What anybody may ask about a certificate who has its code: how it stands, its signed twin, the list of revoked ones.
//!
//! Nobody is asked who they are, so nothing is told beyond what is printed, and nothing of codes that are not there.
//! Not here: how often one may ask (`web`).

use super::{CertificateRow, Printed, read_printed, sealed};
use crate::ctx::App;
use crate::decision::{self, LineView};
use crate::error::{ActError, Fault, Never};
use crate::key::signer;
use domain::certificate::{Code, Worth, worth};
use domain::unit::UnitId;
use jiff::{Timestamp, ToSpan as _};
use seal::StatusList;
use serde_json::Value;
use store::Tx;

/// How long a copy of a status list may be relied on, in hours.
const LIST_HOLDS: i64 = 24 * 7;

/// What the page of a code shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The code.
    pub code: Code,
    /// What the sheet says.
    pub printed: Printed,
    /// Its number in the register.
    pub number: u32,
    /// In the book of which year.
    pub year: i16,
    /// How it stands.
    pub worth: Worth,
    /// Since which day it no longer stands, where that is so.
    pub since: Option<jiff::civil::Date>,
    /// Whether it has a signed twin.
    pub signed: bool,
    /// When this was looked up.
    pub at: Timestamp,
}

/// Looks a sheet up by its code as typed. What is no code and what is nobody's code are the same: missing.
pub async fn shown(app: &App, typed: &str) -> Result<Shown, ActError<Never>> {
    let code = Code::parse(typed).map_err(|_| ActError::Missing)?;
    let mut tx = app.db.read().await?;
    let row = store::certificate::coded(&mut tx, code.letters()).await?.ok_or(ActError::Missing)?;
    let (view, since) = line(app, &mut tx, &row).await?;
    let printed = read_printed(&row)?;
    let replaced = store::certificate::is_replaced(&mut tx, row.id).await?;
    let worth = worth(view.standing, replaced, &printed.name, &view.name);
    Ok(Shown {
        code,
        number: row.number,
        year: row.year,
        since: since.filter(|_| matches!(worth, Worth::Annulled | Worth::Stripped)),
        signed: !row.credential.is_empty(),
        at: app.now(),
        worth,
        printed,
    })
}

/// The line of a sheet as it stands today, and since when it no longer stands.
async fn line(
    app: &App,
    tx: &mut Tx,
    row: &CertificateRow,
) -> Result<(LineView, Option<jiff::civil::Date>), ActError<Never>> {
    let changes = store::decision::changes(tx, &[row.decision]).await?;
    let line = store::honoree::find(tx, row.honoree).await?.ok_or(ActError::Missing)?;
    let since = changes
        .iter()
        .filter(|change| change.honoree.is_none_or(|one| one == row.honoree) && change.day <= app.today())
        .map(|change| change.day)
        .max();
    let view = decision::lines_on(vec![line], &changes, app.today()).pop().ok_or(ActError::Missing)?;
    Ok((view, since))
}

/// The signed twin of a sheet, to be kept and checked without us.
pub async fn credential(app: &App, typed: &str) -> Result<String, ActError<Never>> {
    let code = Code::parse(typed).map_err(|_| ActError::Missing)?;
    let mut tx = app.db.read().await?;
    let row = store::certificate::coded(&mut tx, code.letters()).await?.ok_or(ActError::Missing)?;
    if row.credential.is_empty() { Err(ActError::Missing) } else { Ok(row.credential) }
}

/// The status list of a unit, signed by itself, or by the unit at the top once its own key is closed.
pub async fn status_list(app: &App, unit: UnitId) -> Result<Value, ActError<Never>> {
    let sealing = app.sealing().ok_or(ActError::Missing)?;
    let mut tx = app.db.read().await?;
    let rows = store::certificate::signed_by(&mut tx, unit).await?;
    let last = rows.last().ok_or(ActError::Missing)?;
    let decided = read_printed(last)?.decided;
    let history = store::tree::history(&mut tx).await?;
    let top = history.path_on(unit, decided).last().copied().unwrap_or(unit);
    let names = store::unit::names(&mut tx, &[unit, top], app.today()).await?;
    let called = |unit| names.get(&unit).map(|name| name.name.clone()).unwrap_or_default();
    let pen = match signer(&mut tx, sealing, unit, &called(unit)).await? {
        Some(pen) => Some(pen),
        None => signer(&mut tx, sealing, top, &called(top)).await?,
    };
    let pen = pen.ok_or(ActError::Missing)?;
    let revoked = revoked(app, &mut tx, &rows).await?;
    // The same list all through an hour: whoever asks again gets the same bytes.
    let hour = app.now().as_second() / 3600 * 3600;
    let from = Timestamp::from_second(hour).map_err(|_| Fault::Inconsistent("the clock"))?;
    let until = from.checked_add(LIST_HOLDS.hours()).map_err(|_| Fault::Inconsistent("the clock"))?;
    let address = sealed::list_address(sealing, unit);
    let list = seal::status_list(&address, &pen.body, &StatusList::new(revoked), from, until)
        .map_err(|_| Fault::Inconsistent("a status list"))?;
    Ok(pen.sign(&list, app.now())?)
}

/// The places of sheets that no longer hold: their line does not stand, or another sheet took their place.
async fn revoked(app: &App, tx: &mut Tx, rows: &[CertificateRow]) -> Result<Vec<u32>, ActError<Never>> {
    let mut decisions: Vec<_> = rows.iter().map(|row| row.decision).collect();
    decisions.sort_unstable();
    decisions.dedup();
    let changes = store::decision::changes(tx, &decisions).await?;
    let lines = store::honoree::of_decisions(tx, &decisions).await?;
    let lines = decision::lines_on(lines, &changes, app.today());
    let standing: std::collections::HashMap<_, _> =
        lines.iter().map(|view| (view.line.id, view.standing)).collect();
    let replaced: std::collections::HashSet<_> =
        rows.iter().filter_map(|row| row.replaces).map(|(before, _)| before).collect();
    Ok(rows
        .iter()
        .filter(|row| {
            let stands = standing.get(&row.honoree) == Some(&domain::decision::Standing::Valid);
            !stands || replaced.contains(&row.id)
        })
        .filter_map(|row| row.signed.map(|(_, place)| place))
        .collect())
}
