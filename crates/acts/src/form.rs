//! Forms: making them for the units below, changing them from a day on, granting a unit a later day.
//!
//! Not here: answering them (`filing`), the checks themselves (`domain::form`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use crate::indicator::Catalogue;
use domain::authority::{Action, Authority};
use domain::figure::Slot;
use domain::form::{Content, ContentFault, Every, FormId, LONGEST_NAME};
use domain::id::IndicatorId;
use domain::indicator::Breakdown;
use domain::period::Period;
use domain::unit::{History, UnitId, UnitKind};
use jiff::civil::Date;
use std::collections::BTreeMap;
pub use store::form::{Extension, Form, Version};
use store::{StoreError, Tx};

/// The longest reason, in characters.
pub const LONGEST_REASON: usize = 500;

/// A form to be made.
#[derive(Debug, Clone)]
pub struct NewForm {
    /// Whose it is: units below it (or itself, by name) answer.
    pub unit: UnitId,
    /// What it is called.
    pub name: String,
    /// How often it is answered.
    pub every: Every,
    /// The one period of a form that is answered once; needed for [`Every::Stage`] and for no other.
    pub stage: Option<Period>,
    /// The first day of its first version.
    pub from: Date,
    /// What it asks.
    pub content: Content,
}

/// Why a form is not made or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormRefusal {
    /// No name, or one that is too long.
    Name,
    /// A stage needs its period, and every other form must have none.
    Stage,
    /// What it asks cannot stand.
    Content(ContentFault),
    /// It asks for a figure that the catalogue does not have.
    UnknownSlot(Slot),
    /// A unit by name does not stand below the form's unit.
    NotBelow(UnitId),
    /// The version would begin before the one that holds.
    BeforeLastVersion,
    /// The form is closed.
    Closed,
}

/// Makes a form.
pub async fn add(ctx: &Ctx, new: NewForm) -> Result<FormId, ActError<FormRefusal>> {
    let mut tx = ctx.write().await?;
    let history = ctx.ask(&mut tx, Action::KeepForms, Some(new.unit)).await?;
    let name = sound_name(&new.name)?;
    if (new.every == Every::Stage) != new.stage.is_some() {
        return Err(ActError::Refused(FormRefusal::Stage));
    }
    examine(ctx, &mut tx, &history, new.unit, &new.content).await?;
    let form = Form {
        id: FormId(ctx.app.id()),
        unit: new.unit,
        name,
        every: new.every,
        stage: new.stage,
        closed_ms: None,
    };
    store::form::add(&mut tx, &form).await?;
    store::form::add_version(&mut tx, &version(ctx, form.id, 1, new.from, new.content)).await?;
    ctx.record(&mut tx, "form.add", Some(form.unit), form.id.to_string(), form.name.as_str()).await?;
    tx.commit().await?;
    Ok(form.id)
}

fn version(ctx: &Ctx, form: FormId, number: i64, from: Date, content: Content) -> Version {
    Version { form, number, from, content, account: ctx.account, at_ms: ctx.app.now_ms() }
}

fn sound_name(name: &str) -> Result<String, ActError<FormRefusal>> {
    let name = domain::text::clean(name);
    let sound = !name.is_empty() && name.chars().count() <= LONGEST_NAME;
    if sound { Ok(name) } else { Err(ActError::Refused(FormRefusal::Name)) }
}

async fn examine(
    ctx: &Ctx,
    tx: &mut Tx,
    history: &History,
    owner: UnitId,
    content: &Content,
) -> Result<(), ActError<FormRefusal>> {
    let refuse = |refusal| Err(ActError::Refused(refusal));
    if let Err(fault) = content.examine() {
        return refuse(FormRefusal::Content(fault));
    }
    let catalogue = Catalogue::load(tx).await?;
    let unknown = |slot: &Slot| catalogue.of_slot(*slot).is_none();
    if let Some(slot) = content.slots().chain(content.looked_up()).find(unknown) {
        return refuse(FormRefusal::UnknownSlot(slot));
    }
    let today = ctx.app.today();
    let outside = |unit: &&UnitId| {
        !history.path_on(**unit, today).contains(&owner) && !history.home_path(**unit, today).contains(&owner)
    };
    match content.audience.units.iter().find(outside) {
        Some(unit) => refuse(FormRefusal::NotBelow(*unit)),
        None => Ok(()),
    }
}

/// Changes what a form asks, from a day on. Filings that were sent keep the version that they answered.
pub async fn revise(
    ctx: &Ctx,
    form: FormId,
    from: Date,
    content: Content,
) -> Result<i64, ActError<FormRefusal>> {
    let mut tx = ctx.write().await?;
    let held = store::form::find(&mut tx, form).await?.ok_or(ActError::Missing)?;
    let history = ctx.ask(&mut tx, Action::KeepForms, Some(held.unit)).await?;
    if held.closed_ms.is_some() {
        return Err(ActError::Refused(FormRefusal::Closed));
    }
    examine(ctx, &mut tx, &history, held.unit, &content).await?;
    let versions = store::form::versions(&mut tx, &[form]).await?;
    let last = versions.first().ok_or(ActError::Missing)?;
    if from < last.from {
        return Err(ActError::Refused(FormRefusal::BeforeLastVersion));
    }
    let number = last.number + 1;
    store::form::add_version(&mut tx, &version(ctx, form, number, from, content)).await?;
    let detail = format!("{} · {number} · {from}", held.name);
    ctx.record(&mut tx, "form.revise", Some(held.unit), form.to_string(), detail).await?;
    tx.commit().await?;
    Ok(number)
}

/// Calls a form by another name.
pub async fn rename(ctx: &Ctx, form: FormId, name: &str) -> Result<(), ActError<FormRefusal>> {
    let mut tx = ctx.write().await?;
    let held = store::form::find(&mut tx, form).await?.ok_or(ActError::Missing)?;
    ctx.ask(&mut tx, Action::KeepForms, Some(held.unit)).await?;
    let name = sound_name(name)?;
    store::form::change(&mut tx, form, &name, held.closed_ms).await?;
    ctx.record(&mut tx, "form.rename", Some(held.unit), form.to_string(), name).await?;
    tx.commit().await?;
    Ok(())
}

/// Closes a form: nobody is asked to answer it from now on; what was filed stays.
pub async fn close(ctx: &Ctx, form: FormId) -> Result<(), ActError<FormRefusal>> {
    let mut tx = ctx.write().await?;
    let held = store::form::find(&mut tx, form).await?.ok_or(ActError::Missing)?;
    ctx.ask(&mut tx, Action::KeepForms, Some(held.unit)).await?;
    if held.closed_ms.is_some() {
        return Err(ActError::Refused(FormRefusal::Closed));
    }
    store::form::change(&mut tx, form, &held.name, Some(ctx.app.now_ms())).await?;
    ctx.record(&mut tx, "form.close", Some(held.unit), form.to_string(), held.name).await?;
    tx.commit().await?;
    Ok(())
}

/// The slots of some indicators in some breakdowns, made where they were never used: what a form names.
pub async fn slots(
    ctx: &Ctx,
    unit: UnitId,
    wanted: &[(IndicatorId, Breakdown)],
) -> Result<Vec<Slot>, ActError<Never>> {
    let mut tx = ctx.write().await?;
    ctx.ask::<Never>(&mut tx, Action::KeepForms, Some(unit)).await?;
    let catalogue = Catalogue::load(&mut tx).await?;
    let mut found = Vec::with_capacity(wanted.len());
    for (indicator, breakdown) in wanted {
        if catalogue.indicator(*indicator).is_none() || !breakdown.is_sound() {
            return Err(ActError::Missing);
        }
        found.push(store::indicator::slot(&mut tx, *indicator, breakdown).await?);
    }
    tx.commit().await?;
    Ok(found)
}

/// A form with its versions.
#[derive(Debug, Clone)]
pub struct FormView {
    /// The form.
    pub form: Form,
    /// What it asks, newest first.
    pub versions: Vec<Version>,
    /// Whether the person may change it.
    pub may_keep: bool,
}

/// Whether a person may know of a form: of the unit that issued it, or of any unit below that.
fn may_see(authority: &Authority, history: &History, form: &Form) -> bool {
    if authority.may(Action::SeeUnit, Some(form.unit), history) {
        return true;
    }
    let reach = authority.reach(Action::SeeUnit);
    reach.tops().iter().any(|top| history.home_path(*top, authority.day).contains(&form.unit))
}

/// One form with all that is known of it.
pub async fn view(ctx: &Ctx, form: FormId) -> Result<FormView, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let held = store::form::find(&mut tx, form).await?.ok_or(ActError::Missing)?;
    let (history, authority) = ctx.standing(&mut tx).await?;
    if !may_see(&authority, &history, &held) {
        return Err(ActError::Missing);
    }
    let versions = store::form::versions(&mut tx, &[form]).await?;
    let may_keep = authority.may(Action::KeepForms, Some(held.unit), &history);
    Ok(FormView { form: held, versions, may_keep })
}

/// Every form that the person may know of, open ones first.
pub async fn list(ctx: &Ctx) -> Result<Vec<FormView>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let (history, authority) = ctx.standing(&mut tx).await?;
    let mut forms = store::form::list(&mut tx).await?;
    forms.retain(|form| may_see(&authority, &history, form));
    forms.sort_by_key(|form| (form.closed_ms.is_some(), form.id));
    let ids: Vec<FormId> = forms.iter().map(|form| form.id).collect();
    let mut versions: BTreeMap<FormId, Vec<Version>> = BTreeMap::new();
    for version in store::form::versions(&mut tx, &ids).await? {
        versions.entry(version.form).or_default().push(version);
    }
    let row = |form: Form| FormView {
        versions: versions.remove(&form.id).unwrap_or_default(),
        may_keep: authority.may(Action::KeepForms, Some(form.unit), &history),
        form,
    };
    Ok(forms.into_iter().map(row).collect())
}

/// Why a later day is not granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExtensionRefusal {
    /// A reason is needed, of at most [`LONGEST_REASON`] characters.
    Reason,
    /// The day is not later than the one that holds.
    NotLater(Date),
    /// The form is not for this unit and period.
    NotAsked,
}

/// Grants one unit a later day for one period: only from above, with a reason.
pub async fn extend(
    ctx: &Ctx,
    about: (FormId, UnitId, Period),
    due: Date,
    reason: &str,
) -> Result<(), ActError<ExtensionRefusal>> {
    let (form, unit, period) = about;
    let mut tx = ctx.write().await?;
    let history = ctx.ask(&mut tx, Action::DecideFilings, Some(unit)).await?;
    let refuse = |refusal| Err(ActError::Refused(refusal));
    let Some(asked) = asked(&mut tx, &history, form, unit, period).await? else {
        return refuse(ExtensionRefusal::NotAsked);
    };
    let reason = domain::text::clean(reason);
    if reason.is_empty() || reason.chars().count() > LONGEST_REASON {
        return refuse(ExtensionRefusal::Reason);
    }
    if due <= asked.due {
        return refuse(ExtensionRefusal::NotLater(asked.due));
    }
    let detail = format!("{} · {period} · {due} · {reason}", asked.form.name);
    let one = Extension {
        id: ctx.app.id(),
        form,
        unit,
        period,
        due,
        reason,
        account: ctx.account,
        at_ms: ctx.app.now_ms(),
    };
    store::form::extend(&mut tx, &one).await?;
    ctx.record(&mut tx, "form.extend", Some(unit), form.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// The later days granted for a form and some periods that the person may know of: unit, its name, period, day, why.
pub async fn extensions(
    ctx: &Ctx,
    form: FormId,
    periods: &[Period],
) -> Result<Vec<(Extension, String)>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let held = store::form::find(&mut tx, form).await?.ok_or(ActError::Missing)?;
    let (history, authority) = ctx.standing(&mut tx).await?;
    if !may_see(&authority, &history, &held) {
        return Err(ActError::Missing);
    }
    let mut found = Vec::new();
    for period in periods {
        found.extend(store::form::extensions(&mut tx, form, *period).await?);
    }
    found.retain(|one| authority.may(Action::SeeUnit, Some(one.unit), &history));
    let units: Vec<UnitId> = found.iter().map(|one| one.unit).collect();
    let names = store::unit::names(&mut tx, &units, ctx.app.today()).await?;
    let named = |one: Extension| {
        let name = names.get(&one.unit).map(|name| name.name.clone()).unwrap_or_default();
        (one, name)
    };
    Ok(found.into_iter().map(named).collect())
}

/// A form as it is asked of one unit for one period.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The form.
    pub form: Form,
    /// The version that holds.
    pub version: Version,
    /// The last day in time for this unit.
    pub due: Date,
    /// Whether that is a later day than everybody else's.
    pub is_extended: bool,
}

/// The version of a period: the last one that begins on or before the period's last day; the first one for
/// periods before that, which people still file late.
pub(crate) fn in_force(versions: &[Version], period: Period) -> Option<&Version> {
    versions.iter().find(|version| version.from <= period.last()).or(versions.last())
}

/// Whether a form is asked of a unit for a period, and until when.
pub(crate) async fn asked(
    tx: &mut Tx,
    history: &History,
    form: FormId,
    unit: UnitId,
    period: Period,
) -> Result<Option<Asked>, StoreError> {
    let Some(held) = store::form::find(tx, form).await?.filter(|held| held.is_for(period)) else {
        return Ok(None);
    };
    let versions = store::form::versions(tx, &[form]).await?;
    let Some(day) = history.day_for(unit, period) else { return Ok(None) };
    let names = store::unit::names(tx, &[unit], day).await?;
    let Some(name) = names.get(&unit) else { return Ok(None) };
    let extensions = store::form::extensions(tx, form, period).await?;
    Ok(asked_with(history, (&held, &versions), (unit, name.kind), period, &extensions))
}

/// The same of what is loaded: the form with its versions, the unit with its kind on the period's day, and the later
/// days that were granted for the period.
pub(crate) fn asked_with(
    history: &History,
    form: (&Form, &[Version]),
    unit: (UnitId, UnitKind),
    period: Period,
    extensions: &[Extension],
) -> Option<Asked> {
    let (held, versions) = form;
    let version = in_force(versions, period).filter(|_| held.is_for(period))?;
    let day = history.day_for(unit.0, period)?;
    let level = history.path_on(unit.0, day).iter().position(|above| *above == held.unit)?;
    if !version.content.audience.takes(unit.0, unit.1, level) {
        return None;
    }
    let extension = extensions.iter().rfind(|one| one.unit == unit.0).map(|one| one.due);
    let due = extension.unwrap_or_else(|| version.content.due.day(period));
    Some(Asked { form: held.clone(), version: version.clone(), due, is_extended: extension.is_some() })
}

/// The forms that are asked of a unit for a period, oldest first.
pub(crate) async fn asked_of(
    tx: &mut Tx,
    history: &History,
    unit: UnitId,
    period: Period,
) -> Result<Vec<Asked>, StoreError> {
    let mut found = Vec::new();
    for form in store::form::list(tx).await? {
        if form.closed_ms.is_none()
            && form.is_for(period)
            && let Some(one) = asked(tx, history, form.id, unit, period).await?
        {
            found.push(one);
        }
    }
    Ok(found)
}

/// The units that are to answer a form for a period at or below `top`, with how they are called that day.
pub(crate) async fn audience(
    tx: &mut Tx,
    history: &History,
    asked: (&Form, &Version),
    period: Period,
    top: UnitId,
) -> Result<Vec<(UnitId, store::unit::UnitName)>, StoreError> {
    let (form, version) = asked;
    let day = period.last();
    let start = if history.path_on(top, day).contains(&form.unit) { top } else { form.unit };
    if start != top && !history.path_on(form.unit, day).contains(&top) {
        return Ok(Vec::new());
    }
    let units = history.subtree_on(start, day);
    let mut names = store::unit::names(tx, &units, day).await?;
    let mut found = Vec::new();
    for unit in units {
        let path = history.path_on(unit, day);
        let Some(level) = path.iter().position(|above| *above == form.unit) else { continue };
        let Some(name) = names.remove(&unit) else { continue };
        if version.content.audience.takes(unit, name.kind, level) {
            found.push((unit, name));
        }
    }
    found.sort_by(|a, b| (&a.1.sort_key, a.0).cmp(&(&b.1.sort_key, b.0)));
    Ok(found)
}
