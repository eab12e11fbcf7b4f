//! The desk of one filing: everything that its page shows, in one picture.
//!
//! Not here: changing anything (`filing`, `decide`), how it looks (`web`).

use super::{About, beside, findings, open, part, stopping};
use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::form::Asked;
use crate::indicator::Catalogue;
use domain::authority::Action;
use domain::figure::{Slot, Value, Vector};
use domain::filing::{Difference, FilingId, Standing, Step, differences};
use domain::form::Finding;
use domain::id::AccountId;
use domain::indicator::OverTime;
use domain::period::Period;
use domain::submission::Road;
use domain::unit::{History, UnitId};
use std::collections::{BTreeMap, HashMap};
use store::figure::Evidence;
use store::filing::{Filing, StepRow};
use store::unit::UnitName;
use store::{StoreError, Tx};

/// What the person may do here now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct May {
    /// Enter figures: the right, and the filing is open.
    pub enter: bool,
    /// Send, take back, ask to reopen: the right alone.
    pub send: bool,
    /// Accept, give back, open again: a right at a unit above.
    pub decide: bool,
}

/// One step with the name of who took it.
#[derive(Debug, Clone)]
pub struct Told {
    /// The step.
    pub step: StepRow,
    /// Who took it.
    pub name: String,
    /// How the missing units of it are called.
    pub missing: Vec<String>,
}

/// The desk.
#[derive(Debug, Clone)]
pub struct Desk {
    /// What it is about.
    pub about: About,
    /// The form as it is asked of this unit.
    pub asked: Asked,
    /// How the unit is called.
    pub name: UnitName,
    /// The unit directly above, whose committee decides.
    pub above: Option<UnitName>,
    /// The filing, where it was begun.
    pub filing: Option<Filing>,
    /// Where it stands.
    pub standing: Standing,
    /// The submission's version; 0 while there is none.
    pub version: i64,
    /// When a figure was last changed, in milliseconds since the Unix epoch; 0 for never.
    pub changed_ms: i64,
    /// The catalogue.
    pub catalogue: Catalogue,
    /// What stands, of the form's slots.
    pub values: Vector,
    /// What stood in the period before.
    pub last: Option<(Period, Vector)>,
    /// The sum since the beginning of the year, this period included; the last value of what is a stock.
    pub since: Vector,
    /// The pieces of evidence behind the form's figures.
    pub evidence: Vec<Evidence>,
    /// The lengths of the files among them, in bytes, by hash.
    pub lengths: HashMap<Vec<u8>, i64>,
    /// The answers in words.
    pub words: BTreeMap<String, String>,
    /// The lines of reason, by the number of their slot.
    pub reasons: BTreeMap<String, String>,
    /// What the form's checks find now.
    pub findings: Vec<Finding>,
    /// Of these what would stop the sending.
    pub stopping: Vec<Finding>,
    /// What was done so far, oldest first.
    pub steps: Vec<Told>,
    /// What differs from the edition that was accepted last.
    pub differences: Vec<Difference>,
    /// The units below that have not filed, while the filing waits for a decision.
    pub missing: Vec<(UnitId, UnitName)>,
    /// What the person may do.
    pub may: May,
}

/// The desk of one filing.
pub async fn desk(ctx: &Ctx, about: About) -> Result<Desk, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let opened = open(ctx, &mut tx, Action::SeeFigures, about).await;
    // Opening refuses nothing.
    let (history, asked) = opened.map_err(|end| match end {
        ActError::Denied(denied) => ActError::Denied(denied),
        ActError::Fault(fault) => ActError::Fault(fault),
        ActError::Missing | ActError::Refused(_) => ActError::Missing,
    })?;
    let filing = store::filing::find(&mut tx, about.form, about.unit, about.period).await?;
    let asked = as_filed(&mut tx, asked, filing.as_ref()).await?;
    let held = store::figure::find(&mut tx, &about.key(&asked.version.content)).await?;
    let values = part(&asked.version.content, held.as_ref());
    let standing = standing(filing.as_ref(), &values);
    let (words, reasons) = match &filing {
        Some(filing) => store::filing::words(&mut tx, filing.id).await?,
        None => (BTreeMap::new(), BTreeMap::new()),
    };
    let found = findings(&mut tx, about, &asked, &values, &words).await?;
    let (steps, missing) = match &filing {
        Some(filing) => (steps(ctx, &mut tx, filing).await?, waiting_for(&mut tx, &history, filing).await?),
        None => (Vec::new(), Vec::new()),
    };
    let evidence = match &held {
        Some(held) => store::figure::evidence_of(&mut tx, &[held.id]).await?,
        None => Vec::new(),
    };
    let hashes: Vec<Vec<u8>> = evidence.iter().filter_map(|piece| piece.file.clone()).collect();
    let catalogue = Catalogue::load(&mut tx).await?;
    let (name, above) = heads(&mut tx, &history, about).await?;
    Ok(Desk {
        about,
        name: name.ok_or(ActError::Missing)?,
        above,
        standing,
        version: held.as_ref().map_or(0, |held| held.version),
        changed_ms: held.as_ref().map_or(0, |held| held.changed_ms),
        last: beside(&mut tx, about, &asked).await?.0,
        since: since(&mut tx, about, &asked, &catalogue).await?,
        lengths: store::file::lengths(&mut tx, &hashes).await?,
        differences: against_accepted(&steps, &values),
        stopping: stopping(found.clone(), &reasons),
        findings: found,
        may: may(ctx, &mut tx, &history, about.unit, standing).await?,
        asked,
        filing,
        catalogue,
        values,
        evidence,
        words,
        reasons,
        steps,
        missing,
    })
}

/// The form as the filing answered it: one that was sent keeps its version.
async fn as_filed(tx: &mut Tx, asked: Asked, filing: Option<&Filing>) -> Result<Asked, StoreError> {
    let Some(filing) = filing.filter(|filing| !filing.standing.is_open()) else { return Ok(asked) };
    if filing.form_version == asked.version.number {
        return Ok(asked);
    }
    let versions = store::form::versions(tx, &[filing.form]).await?;
    let version = versions.into_iter().find(|version| version.number == filing.form_version);
    Ok(Asked { version: version.unwrap_or(asked.version), ..asked })
}

/// Where a filing stands, or what the figures say of one that nobody began (they came in by a sheet).
pub(super) fn standing(filing: Option<&Filing>, values: &Vector) -> Standing {
    match filing {
        Some(filing) => filing.standing,
        None if values.0.is_empty() => Standing::NotBegun,
        None => Standing::Entering,
    }
}

async fn heads(
    tx: &mut Tx,
    history: &History,
    about: About,
) -> Result<(Option<UnitName>, Option<UnitName>), StoreError> {
    let day = history.day_for(about.unit, about.period).unwrap_or(about.period.last());
    let path: Vec<UnitId> = history.path_on(about.unit, day).into_iter().take(2).collect();
    let mut names = store::unit::names(tx, &path, day).await?;
    let above = path.get(1).and_then(|above| names.remove(above));
    Ok((names.remove(&about.unit), above))
}

/// The steps of a filing with the names of people and units.
async fn steps(ctx: &Ctx, tx: &mut Tx, filing: &Filing) -> Result<Vec<Told>, StoreError> {
    let rows = store::filing::steps(tx, filing.id).await?;
    let accounts: Vec<AccountId> = rows.iter().map(|row| row.account).collect();
    let names = store::account::names(tx, &accounts).await?;
    let units: Vec<UnitId> = rows.iter().flat_map(|row| row.missing.iter().copied()).collect();
    let called = store::unit::names(tx, &units, ctx.app.today()).await?;
    let told = |step: StepRow| {
        let mut missing: Vec<&UnitName> = step.missing.iter().filter_map(|unit| called.get(unit)).collect();
        missing.sort_by(|a, b| a.sort_key.cmp(&b.sort_key));
        Told {
            name: names.get(&step.account).cloned().unwrap_or_default(),
            missing: missing.into_iter().map(|name| name.name.clone()).collect(),
            step,
        }
    };
    Ok(rows.into_iter().map(told).collect())
}

/// The units below that have not filed, by name, while the filing waits for a decision.
async fn waiting_for(
    tx: &mut Tx,
    history: &History,
    filing: &Filing,
) -> Result<Vec<(UnitId, UnitName)>, StoreError> {
    if filing.standing != Standing::Sent {
        return Ok(Vec::new());
    }
    let units = super::decide::missing_below(tx, history, filing).await?;
    let mut named: Vec<(UnitId, UnitName)> =
        store::unit::names(tx, &units, filing.period.last()).await?.into_iter().collect();
    named.sort_by(|a, b| (&a.1.sort_key, a.0).cmp(&(&b.1.sort_key, b.0)));
    Ok(named)
}

/// What differs from what was accepted last; nothing where nothing was.
fn against_accepted(steps: &[Told], values: &Vector) -> Vec<Difference> {
    let accepted = steps.iter().rfind(|told| told.step.step == Step::Accept);
    accepted.map(|told| differences(&told.step.vector, values)).unwrap_or_default()
}

async fn may(
    ctx: &Ctx,
    tx: &mut Tx,
    history: &History,
    unit: UnitId,
    standing: Standing,
) -> Result<May, StoreError> {
    let authority = ctx.authority(tx).await?;
    let may = |action| authority.may(action, Some(unit), history);
    Ok(May {
        enter: may(Action::EnterFigures) && standing.is_open(),
        send: may(Action::SendFilings),
        decide: may(Action::DecideFilings),
    })
}

/// The unit's own sum since the beginning of the year over the form's periods, this one included.
async fn since(
    tx: &mut Tx,
    about: About,
    asked: &Asked,
    catalogue: &Catalogue,
) -> Result<Vector, StoreError> {
    let content = &asked.version.content;
    let mut periods = vec![about.period];
    while let Some(before) = periods.last().and_then(|period| asked.form.every.before(*period)) {
        if before.last().year() != about.period.last().year() {
            break;
        }
        periods.push(before);
    }
    let mut held = store::figure::list(tx, &[about.unit], &periods, Road::Declared).await?;
    held.retain(|one| one.key.scope == content.scope);
    held.sort_by_key(|one| one.key.period.last());
    let mut sums: BTreeMap<Slot, i64> = BTreeMap::new();
    for one in &held {
        for slot in content.slots() {
            let Some(Value::Count { number, .. }) = one.vector.get(slot) else { continue };
            let sum = sums.entry(slot).or_default();
            match catalogue.over_time(slot) {
                OverTime::Sum => *sum = sum.saturating_add(number),
                OverTime::Last => *sum = number,
                OverTime::Distinct => {
                    sums.remove(&slot);
                }
            }
        }
    }
    Ok(Vector(sums.into_iter().map(|(slot, sum)| (slot, Value::exact(sum))).collect()))
}

/// A filing by its identity: what its page needs to find the desk.
pub async fn about(ctx: &Ctx, filing: FilingId) -> Result<About, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let found = store::filing::find_by_id(&mut tx, filing).await?.ok_or(ActError::Missing)?;
    ctx.ask::<Never>(&mut tx, Action::SeeFigures, Some(found.unit)).await?;
    Ok(About { form: found.form, unit: found.unit, period: found.period })
}

/// A form that is asked of a unit for a period, and how far that got.
#[derive(Debug, Clone)]
pub struct Task {
    /// What it is about.
    pub about: About,
    /// The form as it is asked of the unit.
    pub asked: Asked,
    /// Where the filing stands.
    pub standing: Standing,
    /// Whether it was sent after its day, or its day has passed without it.
    pub late: bool,
}

/// The forms that are asked of one unit for some periods, in the order of periods and forms.
pub async fn of_unit(ctx: &Ctx, unit: UnitId, periods: &[Period]) -> Result<Vec<Task>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeFigures, Some(unit)).await?;
    let filed = store::filing::list(&mut tx, &[unit], periods).await?;
    let held = store::figure::list(&mut tx, &[unit], periods, Road::Declared).await?;
    let mut found = Vec::new();
    for period in periods {
        for asked in crate::form::asked_of(&mut tx, &history, unit, *period).await? {
            let content = &asked.version.content;
            let filing = filed.iter().find(|one| one.form == asked.form.id && one.period == *period);
            let held = held.iter().find(|one| one.key.period == *period && one.key.scope == content.scope);
            let late = match filing {
                Some(filing) if filing.sent_ms.is_some() => filing.late,
                _ => domain::filing::is_late(asked.due, None, ctx.app.today()),
            };
            found.push(Task {
                about: About { form: asked.form.id, unit, period: *period },
                standing: standing(filing, &part(content, held)),
                asked,
                late,
            });
        }
    }
    Ok(found)
}
