//! Changing single units: making, renaming, moving and closing one, its other names and its codes.
//!
//! Not here: seeing and finding units (`view`, re-exported), many units at once (`import`), one unit taking over
//! another (`reorganisation`).

mod view;

pub use store::unit::{Candidate, CodeFact, Matched, NameFact, PlaceFact, UnitName};
pub use view::{
    Around, HITS, Hit, OutlineRow, PathStep, PlaceRow, SuccessionRow, TreeKey, TreePage, TreeRow, UnitView,
    around, outline, resolve, search, sees, tree, view,
};

use crate::ctx::Ctx;
use crate::error::ActError;
use domain::authority::Action;
use domain::text;
use domain::unit::{History, OPEN, TreeRefusal, UnitId, UnitKind};
use jiff::civil::{Date, date};
use store::{StoreError, Tx};

/// The most letters of a full name.
pub const NAME_MOST: usize = 300;
/// The most letters of a short name, another name and a code's scheme.
pub const SHORT_MOST: usize = 120;
/// The most letters of a code.
pub const CODE_MOST: usize = 40;
/// The most letters of a decision's text.
pub const DECISION_MOST: usize = 500;

/// The first and the last day on which anything may begin: wider than any register, narrower than a typing error.
const DAYS: (Date, Date) = (date(1900, 1, 1), date(2199, 12, 31));

/// A unit to be made.
#[derive(Debug, Clone)]
pub struct NewUnit {
    /// The full official name.
    pub name: String,
    /// The short name; may be empty.
    pub short_name: String,
    /// What it is.
    pub kind: UnitKind,
    /// Under which unit; `None` at the top.
    pub parent: Option<UnitId>,
    /// From which day.
    pub from: Date,
    /// The decision behind it, as text; may be empty.
    pub decision: String,
    /// Official codes: scheme and code.
    pub codes: Vec<(String, String)>,
}

/// A name to be given.
#[derive(Debug, Clone)]
pub struct Rename {
    /// The full official name.
    pub name: String,
    /// The short name; may be empty.
    pub short_name: String,
    /// What the unit is from then on.
    pub kind: UnitKind,
    /// From which day.
    pub from: Date,
    /// The decision behind it, as text; may be empty.
    pub decision: String,
}

/// Which text of a unit is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitField {
    /// The full name.
    Name,
    /// The short name.
    ShortName,
    /// Another name.
    Alias,
    /// The scheme of a code.
    Scheme,
    /// A code.
    Code,
    /// The decision's text.
    Decision,
}

/// Why a unit is not changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnitRefusal {
    /// No name.
    NameMissing,
    /// A text is too long.
    TooLong {
        /// Which.
        field: UnitField,
        /// The most letters.
        most: usize,
    },
    /// The day lies before 1900 or after 2199.
    DayOutOfRange,
    /// Everything is so already.
    NothingChanges,
    /// The tree cannot be so.
    Tree(TreeRefusal),
    /// A scheme or a code is empty.
    CodeMissing,
    /// Another unit has the code at that time.
    CodeTaken {
        /// Under which scheme.
        scheme: String,
        /// The code.
        code: String,
        /// Who has it.
        unit: UnitId,
    },
    /// The unit has this other name.
    AliasTaken,
    /// There is no name before the last one.
    NoEarlierName,
}

/// A code as it is kept: composed, in capitals.
pub(crate) fn clean_code(code: &str) -> String {
    text::clean(code).to_uppercase()
}

fn within(field: UnitField, text: &str, most: usize) -> Result<(), UnitRefusal> {
    if text.chars().count() > most { Err(UnitRefusal::TooLong { field, most }) } else { Ok(()) }
}

pub(crate) fn check_day(day: Date) -> Result<(), UnitRefusal> {
    if day < DAYS.0 || day > DAYS.1 { Err(UnitRefusal::DayOutOfRange) } else { Ok(()) }
}

/// Checks a name and makes it ready to be kept.
fn named(name: &str, short_name: &str, kind: UnitKind) -> Result<UnitName, UnitRefusal> {
    let (name, short_name) = (text::clean(name), text::clean(short_name));
    if text::fold(&name).is_empty() {
        return Err(UnitRefusal::NameMissing);
    }
    within(UnitField::Name, &name, NAME_MOST)?;
    within(UnitField::ShortName, &short_name, SHORT_MOST)?;
    Ok(UnitName::new(&name, &short_name, kind))
}

fn decided(decision: &str) -> Result<String, UnitRefusal> {
    let decision = text::clean(decision);
    within(UnitField::Decision, &decision, DECISION_MOST)?;
    Ok(decision)
}

/// Checks a code and says whether it is free from a day on.
async fn free_code(
    tx: &mut Tx,
    scheme: &str,
    code: &str,
    day: Date,
) -> Result<(String, String), ActError<UnitRefusal>> {
    let (scheme, code) = (text::clean(scheme), clean_code(code));
    if scheme.is_empty() || code.is_empty() {
        return Err(ActError::Refused(UnitRefusal::CodeMissing));
    }
    within(UnitField::Scheme, &scheme, SHORT_MOST).map_err(ActError::Refused)?;
    within(UnitField::Code, &code, CODE_MOST).map_err(ActError::Refused)?;
    if let Some(unit) = store::unit::find_code(tx, &scheme, &code, day).await? {
        return Err(ActError::Refused(UnitRefusal::CodeTaken { scheme, code, unit }));
    }
    Ok((scheme, code))
}

/// After a change of places: the tree is marked as changed, and the totals are built anew where any figure moved.
/// Returns the history as it is now.
pub(crate) async fn settle(
    ctx: &Ctx,
    tx: &mut Tx,
    touched: &[UnitId],
) -> Result<std::sync::Arc<History>, StoreError> {
    store::tree::mark_changed(tx).await?;
    let history = store::tree::history(tx).await?;
    let moved: Vec<UnitId> = touched.iter().flat_map(|unit| history.ever_below(*unit)).collect();
    if store::figure::any_of(tx, &moved).await? {
        store::total::rebuild(tx, ctx.app.today()).await?;
    }
    Ok(history)
}

/// Whether a place can be kept from one day to another: the unit above must be there all that time.
fn parent_lasts(history: &History, parent: UnitId, from: Date, to: Date) -> bool {
    history.life(parent).is_some_and(|(first, gone)| first <= from && to.min(OPEN) <= gone)
}

/// Makes a unit.
pub async fn create(ctx: &Ctx, new: NewUnit) -> Result<UnitId, ActError<UnitRefusal>> {
    let mut tx = ctx.write().await?;
    store::tree::hold_alone(&mut tx).await?;
    let history = ctx.ask(&mut tx, Action::KeepUnits, new.parent).await?;
    let name = named(&new.name, &new.short_name, new.kind).map_err(ActError::Refused)?;
    let decision = decided(&new.decision).map_err(ActError::Refused)?;
    check_day(new.from).map_err(ActError::Refused)?;
    if let Some(parent) = new.parent
        && !parent_lasts(&history, parent, new.from, OPEN)
    {
        return Err(ActError::Refused(UnitRefusal::Tree(TreeRefusal::ParentNotThere)));
    }
    let mut codes: Vec<(String, String)> = Vec::new();
    for (scheme, code) in &new.codes {
        let free = free_code(&mut tx, scheme, code, new.from).await?;
        if !codes.contains(&free) {
            codes.push(free);
        }
    }
    let unit = UnitId(ctx.app.id());
    history
        .check_move(unit, new.parent, new.from)
        .map_err(|refusal| ActError::Refused(UnitRefusal::Tree(refusal)))?;
    let detail = name.name.clone();
    let (parent, from) = (new.parent, new.from);
    let row = store::unit::NewUnit { id: unit, name, parent, from, decision, codes, batch: None };
    store::unit::add(&mut tx, &row).await?;
    store::tree::mark_changed(&mut tx).await?;
    ctx.record(&mut tx, "unit.create", Some(unit), unit.to_string(), detail).await?;
    tx.commit().await?;
    Ok(unit)
}

/// Gives a unit another name, short name or kind from a day on. On the first day of the last name it corrects that
/// name; before it, nothing is changed.
pub async fn rename(ctx: &Ctx, unit: UnitId, new: Rename) -> Result<(), ActError<UnitRefusal>> {
    let mut tx = ctx.write().await?;
    store::tree::hold_alone(&mut tx).await?;
    ctx.ask::<UnitRefusal>(&mut tx, Action::KeepUnits, Some(unit)).await?;
    let name = named(&new.name, &new.short_name, new.kind).map_err(ActError::Refused)?;
    let decision = decided(&new.decision).map_err(ActError::Refused)?;
    check_day(new.from).map_err(ActError::Refused)?;
    let facts = store::unit::name_facts(&mut tx, unit).await?;
    let last = facts.last().ok_or(ActError::Missing)?;
    if new.from < last.from {
        return Err(ActError::Refused(UnitRefusal::Tree(TreeRefusal::BeforeLastChange)));
    }
    if new.from >= last.to {
        return Err(ActError::Refused(UnitRefusal::Tree(TreeRefusal::UnitNotThere)));
    }
    let same_decision = new.from != last.from || decision == last.decision;
    if name == last.name && same_decision {
        return Err(ActError::Refused(UnitRefusal::NothingChanges));
    }
    store::unit::begin_name(&mut tx, unit, &name, new.from, &decision).await?;
    let detail = format!("{} → {} ({})", last.name.name, name.name, new.from);
    ctx.record(&mut tx, "unit.rename", Some(unit), unit.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes the last renaming back: the name before it holds on.
pub async fn take_back_name(ctx: &Ctx, unit: UnitId) -> Result<(), ActError<UnitRefusal>> {
    let mut tx = ctx.write().await?;
    store::tree::hold_alone(&mut tx).await?;
    ctx.ask::<UnitRefusal>(&mut tx, Action::KeepUnits, Some(unit)).await?;
    let mut names = store::unit::name_facts(&mut tx, unit).await?;
    let last = names.pop().ok_or(ActError::Missing)?;
    let Some(before) = names.last_mut() else {
        return Err(ActError::Refused(UnitRefusal::NoEarlierName));
    };
    before.to = last.to;
    let detail = format!("{} → {}", last.name.name, before.name.name);
    store::unit::put_names(&mut tx, unit, &names).await?;
    ctx.record(&mut tx, "unit.take-back-name", Some(unit), unit.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// Puts a unit, with all below it, under another from a day on. Asks for the right over the unit above before and
/// after: nobody takes a unit away from those who keep it, or gives one to those who did not ask.
pub async fn move_under(
    ctx: &Ctx,
    unit: UnitId,
    parent: Option<UnitId>,
    from: Date,
    decision: &str,
) -> Result<(), ActError<UnitRefusal>> {
    let mut tx = ctx.write().await?;
    store::tree::hold_alone(&mut tx).await?;
    let history = ctx.ask(&mut tx, Action::KeepUnits, Some(unit)).await?;
    let decision = decided(decision).map_err(ActError::Refused)?;
    check_day(from).map_err(ActError::Refused)?;
    let tree = |refusal| ActError::Refused(UnitRefusal::Tree(refusal));
    let last = history.places(unit).last().copied().ok_or(ActError::Missing)?;
    if from < last.from {
        return Err(tree(TreeRefusal::BeforeLastChange));
    }
    if from >= last.to {
        return Err(tree(TreeRefusal::UnitNotThere));
    }
    ctx.ask::<UnitRefusal>(&mut tx, Action::KeepUnits, last.parent).await?;
    ctx.ask::<UnitRefusal>(&mut tx, Action::KeepUnits, parent).await?;
    if last.parent == parent {
        return Err(ActError::Refused(UnitRefusal::NothingChanges));
    }
    if parent.is_some_and(|parent| !parent_lasts(&history, parent, from, last.to)) {
        return Err(tree(TreeRefusal::ParentNotThere));
    }
    history.check_move(unit, parent, from).map_err(tree)?;
    store::unit::begin_place(&mut tx, unit, parent, from, &decision).await?;
    settle(ctx, &mut tx, &[unit]).await?;
    let detail = format!("{} ({from})", parent.map_or_else(|| "-".to_owned(), |parent| parent.to_string()));
    ctx.record(&mut tx, "unit.move", Some(unit), unit.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// Closes a unit: on `day` it is no longer there. Nothing may stand below it then, or be to stand there later.
/// Its figures stay with the unit above, marked as of a closed unit; where another unit takes over, that is a
/// reorganisation.
pub async fn close(ctx: &Ctx, unit: UnitId, day: Date, decision: &str) -> Result<(), ActError<UnitRefusal>> {
    let mut tx = ctx.write().await?;
    store::tree::hold_alone(&mut tx).await?;
    let history = ctx.ask(&mut tx, Action::KeepUnits, Some(unit)).await?;
    let decision = decided(decision).map_err(ActError::Refused)?;
    check_day(day).map_err(ActError::Refused)?;
    let last = history.places(unit).last().copied().ok_or(ActError::Missing)?;
    ctx.ask::<UnitRefusal>(&mut tx, Action::KeepUnits, last.parent).await?;
    let tree = |refusal| ActError::Refused(UnitRefusal::Tree(refusal));
    check_end(&history, unit, day).map_err(tree)?;
    if !store::unit::below_from(&mut tx, unit, day).await?.is_empty() {
        return Err(tree(TreeRefusal::StillHasChildren));
    }
    store::unit::end(&mut tx, unit, day).await?;
    settle(ctx, &mut tx, &[unit]).await?;
    let detail = format!("{day} · {decision}");
    ctx.record(&mut tx, "unit.close", Some(unit), unit.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether a unit can end on a day, whatever stands below it.
pub(crate) fn check_end(history: &History, unit: UnitId, day: Date) -> Result<(), TreeRefusal> {
    let last = history.places(unit).last().ok_or(TreeRefusal::UnitNotThere)?;
    if day <= last.from {
        return Err(TreeRefusal::BeforeLastChange);
    }
    if day >= last.to { Err(TreeRefusal::UnitNotThere) } else { Ok(()) }
}

/// Adds another name under which texts mention a unit.
pub async fn add_alias(ctx: &Ctx, unit: UnitId, alias: &str) -> Result<(), ActError<UnitRefusal>> {
    let mut tx = ctx.write().await?;
    ctx.ask::<UnitRefusal>(&mut tx, Action::KeepUnits, Some(unit)).await?;
    let alias = text::clean(alias);
    if text::fold(&alias).is_empty() {
        return Err(ActError::Refused(UnitRefusal::NameMissing));
    }
    within(UnitField::Alias, &alias, NAME_MOST).map_err(ActError::Refused)?;
    if !store::unit::add_alias(&mut tx, unit, &alias).await? {
        return Err(ActError::Refused(UnitRefusal::AliasTaken));
    }
    ctx.record(&mut tx, "unit.add-alias", Some(unit), unit.to_string(), alias).await?;
    tx.commit().await?;
    Ok(())
}

/// Removes another name of a unit.
pub async fn remove_alias(ctx: &Ctx, unit: UnitId, alias: &str) -> Result<(), ActError<UnitRefusal>> {
    let mut tx = ctx.write().await?;
    ctx.ask::<UnitRefusal>(&mut tx, Action::KeepUnits, Some(unit)).await?;
    if !store::unit::forget_alias(&mut tx, unit, alias).await? {
        return Err(ActError::Missing);
    }
    ctx.record(&mut tx, "unit.remove-alias", Some(unit), unit.to_string(), text::clean(alias)).await?;
    tx.commit().await?;
    Ok(())
}

/// Gives a unit an official code from a day on. A code belongs to one unit at a time.
pub async fn add_code(
    ctx: &Ctx,
    unit: UnitId,
    scheme: &str,
    code: &str,
    from: Date,
) -> Result<(), ActError<UnitRefusal>> {
    let mut tx = ctx.write().await?;
    store::tree::hold_alone(&mut tx).await?;
    let history = ctx.ask(&mut tx, Action::KeepUnits, Some(unit)).await?;
    check_day(from).map_err(ActError::Refused)?;
    if history.place_on(unit, from).is_none() {
        return Err(ActError::Refused(UnitRefusal::Tree(TreeRefusal::UnitNotThere)));
    }
    let (scheme, code) = free_code(&mut tx, scheme, code, from).await?;
    store::unit::add_code(&mut tx, unit, &scheme, &code, from).await?;
    ctx.record(&mut tx, "unit.add-code", Some(unit), unit.to_string(), format!("{scheme} {code}")).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes an official code from a unit: on `day` it no longer has it.
pub async fn end_code(
    ctx: &Ctx,
    unit: UnitId,
    scheme: &str,
    code: &str,
    day: Date,
) -> Result<(), ActError<UnitRefusal>> {
    let mut tx = ctx.write().await?;
    ctx.ask::<UnitRefusal>(&mut tx, Action::KeepUnits, Some(unit)).await?;
    let (scheme, code) = (text::clean(scheme), clean_code(code));
    if !store::unit::end_code(&mut tx, unit, &scheme, &code, day).await? {
        return Err(ActError::Missing);
    }
    let detail = format!("{scheme} {code} ({day})");
    ctx.record(&mut tx, "unit.end-code", Some(unit), unit.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}
