//! Outliers over units and periods: figures far from the same unit's past, or against a form's own checks; and the flag
//! by which somebody asks for one to be looked at again.
//!
//! Not here: what is odd (`domain::outlier`), what stops a sending (`filing`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::filing::board::{BoardQuery, rows};
use crate::indicator::Catalogue;
use domain::authority::Action;
use domain::figure::{Slot, Value, Vector};
use domain::filing::FilingId;
use domain::form::{Fault, Weight, check};
use domain::outlier::{Odd, odd};
use domain::period::Period;
use domain::submission::Road;
use domain::unit::UnitId;
use std::collections::{BTreeMap, HashMap};
use store::filing::Flag;
use store::unit::UnitName;

/// With how many periods before it a figure is compared.
const BACK: usize = 12;

/// The longest reason of a flag, in characters.
pub const LONGEST_WHY: usize = 300;

/// Why a figure is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Far from what the unit told before.
    Odd(Odd),
    /// Against one of the form's checks.
    Fault(Fault),
}

/// A figure to look at.
#[derive(Debug, Clone)]
pub struct Outlier {
    /// Whose.
    pub unit: UnitId,
    /// How the unit is called.
    pub name: UnitName,
    /// In which filing; `None` where figures came in without one.
    pub filing: Option<FilingId>,
    /// Which figure.
    pub slot: Slot,
    /// What stands.
    pub value: Value,
    /// Why it is shown.
    pub why: Why,
    /// The flag on it that still waits.
    pub flag: Option<Flag>,
}

/// The figures of a subtree's filings that are worth a look, by unit's name.
pub async fn look(ctx: &Ctx, query: &BoardQuery) -> Result<(Catalogue, Vec<Outlier>), ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeFigures, Some(query.unit)).await?;
    let form = store::form::find(&mut tx, query.form).await?.ok_or(ActError::Missing)?;
    let versions = store::form::versions(&mut tx, &[form.id]).await?;
    let version = crate::form::in_force(&versions, query.period).ok_or(ActError::Missing)?;
    let content = &version.content;
    let board = rows(&mut tx, &history, (&form, version), query, ctx.app.today()).await?;
    let units: Vec<UnitId> = board.iter().map(|row| row.unit).collect();
    let mut periods = vec![query.period];
    while let Some(before) =
        periods.last().and_then(|period| form.every.before(*period)).filter(|_| periods.len() <= BACK)
    {
        periods.push(before);
    }
    let mut told: HashMap<UnitId, BTreeMap<Period, Vector>> = HashMap::new();
    for held in store::figure::list(&mut tx, &units, &periods, Road::Declared).await? {
        if held.key.scope == content.scope {
            told.entry(held.key.unit).or_default().insert(held.key.period, held.vector);
        }
    }
    let filings: Vec<FilingId> = board.iter().filter_map(|row| row.filing).collect();
    let mut flags: HashMap<(FilingId, Slot), Flag> = HashMap::new();
    for flag in store::filing::flags(&mut tx, &filings).await? {
        if flag.cleared.is_none() {
            flags.insert((flag.filing, flag.slot), flag);
        }
    }
    let mut found = Vec::new();
    for row in board {
        let Some(mut told) = told.remove(&row.unit) else { continue };
        let Some(now) = told.remove(&query.period) else { continue };
        let last = form.every.before(query.period).and_then(|before| told.get(&before).cloned());
        let checked = check(content, &now, &BTreeMap::new(), &last.unwrap_or_default(), &Vector::default());
        for slot in content.slots() {
            let Some(value) = now.get(slot) else { continue };
            let fault = checked.iter().find_map(|one| match &one.weight {
                Weight::Hard(fault) if one.ask.slot() == Some(slot) => Some(Why::Fault(fault.clone())),
                Weight::Hard(_) | Weight::Soft(_) => None,
            });
            let earlier: Vec<i64> = told.values().filter_map(|one| number(one.get(slot)?)).collect();
            let far = number(value).and_then(|now| odd(&earlier, now)).map(Why::Odd);
            if let Some(why) = fault.or(far) {
                let flag = row.filing.and_then(|filing| flags.get(&(filing, slot)).cloned());
                let (unit, name, filing) = (row.unit, row.name.clone(), row.filing);
                found.push(Outlier { unit, name, filing, slot, value, why, flag });
            }
        }
    }
    Ok((Catalogue::load(&mut tx).await?, found))
}

fn number(value: Value) -> Option<i64> {
    match value {
        Value::Count { number, .. } => Some(number),
        Value::Ratio { .. } | Value::Statement { .. } | Value::NotApplicable => None,
    }
}

/// Why a figure is not flagged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlagRefusal {
    /// A reason is needed, of at most [`LONGEST_WHY`] characters.
    Why,
}

/// Asks for a figure of a filing to be looked at again: from above, with a reason.
pub async fn flag(ctx: &Ctx, filing: FilingId, slot: Slot, why: &str) -> Result<(), ActError<FlagRefusal>> {
    let mut tx = ctx.write().await?;
    let held = store::filing::find_by_id(&mut tx, filing).await?.ok_or(ActError::Missing)?;
    ctx.ask(&mut tx, Action::DecideFilings, Some(held.unit)).await?;
    let why = domain::text::clean(why);
    if why.is_empty() || why.chars().count() > LONGEST_WHY {
        return Err(ActError::Refused(FlagRefusal::Why));
    }
    let one = Flag { filing, slot, why, account: ctx.account, at_ms: ctx.app.now_ms(), cleared: None };
    store::filing::put_flag(&mut tx, &one).await?;
    let detail = format!("{} · {}", held.period, one.why);
    ctx.record(&mut tx, "filing.flag", Some(held.unit), filing.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// Says that a flagged figure was looked at: by the unit, or from above.
pub async fn clear(ctx: &Ctx, filing: FilingId, slot: Slot) -> Result<(), ActError<Never>> {
    let mut tx = ctx.write().await?;
    let held = store::filing::find_by_id(&mut tx, filing).await?.ok_or(ActError::Missing)?;
    let (history, authority) = ctx.standing(&mut tx).await?;
    let decides = authority.may(Action::DecideFilings, Some(held.unit), &history);
    if !decides {
        ctx.ask::<Never>(&mut tx, Action::SendFilings, Some(held.unit)).await?;
    }
    let by = (ctx.account, ctx.app.now_ms());
    if store::filing::clear_flags(&mut tx, filing, slot, by).await? == 0 {
        return Err(ActError::Missing);
    }
    ctx.record(&mut tx, "filing.clear", Some(held.unit), filing.to_string(), held.period.to_string()).await?;
    tx.commit().await?;
    Ok(())
}
