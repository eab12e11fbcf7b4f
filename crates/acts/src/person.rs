//! Persons of the register of awards: adding, correcting, finding duplicates, merging them and undoing it. Whoever
//! opens a row says what for, and the row remembers.
//!
//! Not here: what a person received (`decision::of_person`).

use crate::ctx::Ctx;
use crate::error::{ActError, Never};
use domain::authority::Action;
use domain::id::{AccountId, PersonId};
pub use domain::person::{DaysRefusal, Likeness, Person, PersonDays, Post, likeness};
use domain::text;
use domain::unit::{OPEN, UnitId};
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use store::Tx;
pub use store::person::Access;

/// The most letters of a name and a post.
pub const NAME_MOST: usize = 200;
/// The most letters of a purpose and a reason.
pub const PURPOSE_MOST: usize = 500;
/// After how many years keeping a row is looked at again: how long a province keeps files of awards, from secondary
/// notes that nobody checked; the unit may set another day.
pub const KEEP_YEARS: i16 = 20;
/// The most rows a list returns.
pub const MOST: u32 = 200;

/// A person to be added.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// The full name.
    pub name: String,
    /// The unit whose register keeps the person.
    pub unit: UnitId,
    /// The days that awards ask for.
    pub days: PersonDays,
    /// What the row is kept for.
    pub purpose: String,
    /// When keeping it is looked at again; `None` for [`KEEP_YEARS`] from today.
    pub keep_until: Option<Date>,
    /// Whether the person is made up.
    pub invented: bool,
}

/// Why a person is not added, changed or merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonRefusal {
    /// No name.
    NameMissing,
    /// No purpose.
    PurposeMissing,
    /// A text is too long.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// The days cannot be so.
    Days(DaysRefusal),
    /// A post would end before it begins.
    Backwards,
    /// A row is not its own duplicate.
    Same,
    /// The row is merged already.
    Merged,
    /// The row is not merged.
    NotMerged,
    /// The days of birth differ: these are two people.
    TwoPeople,
}

/// A person with posts and who looked.
#[derive(Debug, Clone)]
pub struct PersonView {
    /// The person.
    pub person: Person,
    /// Posts, oldest first.
    pub posts: Vec<Post>,
    /// Rows that were merged into this one.
    pub merged: Vec<Person>,
    /// Who looked, latest first.
    pub accesses: Vec<Access>,
    /// Rows that may be the same person, the likeliest first.
    pub duplicates: Vec<(Likeness, Person)>,
    /// Whether the row may be changed.
    pub can_keep: bool,
}

fn checked(raw: &str, most: usize, missing: PersonRefusal) -> Result<String, PersonRefusal> {
    let clean = text::clean(raw);
    if clean.is_empty() {
        return Err(missing);
    }
    if clean.chars().count() > most { Err(PersonRefusal::TooLong { most }) } else { Ok(clean) }
}

fn made(ctx: &Ctx, new: &NewPerson, id: PersonId) -> Result<Person, PersonRefusal> {
    let today = ctx.app.today();
    new.days.check(today).map_err(PersonRefusal::Days)?;
    let later = today.checked_add(KEEP_YEARS.years()).unwrap_or(OPEN);
    Ok(Person {
        id,
        name: checked(&new.name, NAME_MOST, PersonRefusal::NameMissing)?,
        unit: new.unit,
        days: new.days,
        purpose: checked(&new.purpose, PURPOSE_MOST, PersonRefusal::PurposeMissing)?,
        keep_until: new.keep_until.unwrap_or(later),
        merged_into: None,
        invented: new.invented,
    })
}

/// A person whose unit the caller may see.
async fn found<R>(ctx: &Ctx, tx: &mut Tx, id: PersonId, action: Action) -> Result<Person, ActError<R>> {
    let person = store::person::find(tx, id).await?.ok_or(ActError::Missing)?;
    ctx.ask(tx, action, Some(person.unit)).await?;
    Ok(person)
}

/// Adds a person to a unit's register.
pub async fn add(ctx: &Ctx, new: NewPerson) -> Result<PersonId, ActError<PersonRefusal>> {
    let mut tx = ctx.write().await?;
    let id = add_within(ctx, &mut tx, &new).await?;
    tx.commit().await?;
    Ok(id)
}

/// [`add`] within somebody else's transaction.
pub(crate) async fn add_within(
    ctx: &Ctx,
    tx: &mut Tx,
    new: &NewPerson,
) -> Result<PersonId, ActError<PersonRefusal>> {
    ctx.ask::<PersonRefusal>(tx, Action::KeepRegister, Some(new.unit)).await?;
    let person = made(ctx, new, PersonId(ctx.app.id())).map_err(ActError::Refused)?;
    store::person::add(tx, &person, ctx.account, ctx.app.now_ms()).await?;
    // The ledger names the row and not the person: a name that must be forgotten would stay in it.
    ctx.record(tx, "person.add", Some(new.unit), person.id.to_string(), "").await?;
    Ok(person.id)
}

/// Corrects what is known of a person; moving to another unit asks at both.
pub async fn change(ctx: &Ctx, id: PersonId, new: NewPerson) -> Result<(), ActError<PersonRefusal>> {
    let mut tx = ctx.write().await?;
    let before = found(ctx, &mut tx, id, Action::KeepRegister).await?;
    ctx.ask::<PersonRefusal>(&mut tx, Action::KeepRegister, Some(new.unit)).await?;
    let mut person = made(ctx, &new, id).map_err(ActError::Refused)?;
    if new.keep_until.is_none() {
        person.keep_until = before.keep_until;
    }
    store::person::change(&mut tx, &person).await?;
    ctx.record(&mut tx, "person.change", Some(person.unit), id.to_string(), "").await?;
    tx.commit().await?;
    Ok(())
}

/// Adds a post.
pub async fn add_post(ctx: &Ctx, id: PersonId, post: Post) -> Result<(), ActError<PersonRefusal>> {
    let mut tx = ctx.write().await?;
    let person = found(ctx, &mut tx, id, Action::KeepRegister).await?;
    let title = checked(&post.title, NAME_MOST, PersonRefusal::NameMissing).map_err(ActError::Refused)?;
    if post.to <= post.from {
        return Err(ActError::Refused(PersonRefusal::Backwards));
    }
    if !store::tree::history(&mut tx).await?.knows(post.unit) {
        return Err(ActError::Missing);
    }
    store::person::add_post(&mut tx, id, &Post { title, ..post }).await?;
    ctx.record(&mut tx, "person.post", Some(person.unit), id.to_string(), "").await?;
    tx.commit().await?;
    Ok(())
}

/// Opens a person's row, for a purpose that is written down with who looked.
pub async fn view(ctx: &Ctx, id: PersonId, purpose: &str) -> Result<PersonView, ActError<PersonRefusal>> {
    let mut tx = ctx.write().await?;
    let person = found(ctx, &mut tx, id, Action::SeeAwards).await?;
    let purpose = checked(purpose, PURPOSE_MOST, PersonRefusal::PurposeMissing).map_err(ActError::Refused)?;
    let access =
        Access { id: ctx.app.id(), person: id, account: ctx.account, at_ms: ctx.app.now_ms(), purpose };
    store::person::note_access(&mut tx, &access).await?;
    let mut merged = Vec::new();
    for other in store::person::same_as(&mut tx, id).await?.into_iter().filter(|other| *other != id) {
        merged.extend(store::person::find(&mut tx, other).await?);
    }
    let (history, authority) = ctx.standing(&mut tx).await?;
    let mut duplicates: Vec<(Likeness, Person)> = store::person::named(&mut tx, &person.name)
        .await?
        .into_iter()
        .filter(|other| other.id != id && authority.may(Action::SeeAwards, Some(other.unit), &history))
        .map(|other| (likeness(&person, &other), other))
        .filter(|(like, _)| *like != Likeness::None)
        .collect();
    duplicates.sort_by_key(|(like, other)| (std::cmp::Reverse(*like), other.id));
    let view = PersonView {
        posts: store::person::posts(&mut tx, id).await?,
        merged,
        accesses: store::person::accesses(&mut tx, id, MOST).await?,
        duplicates,
        can_keep: authority.may(Action::KeepRegister, Some(person.unit), &history),
        person,
    };
    tx.commit().await?;
    Ok(view)
}

/// A person's name and unit, which lists show too: nothing that takes a purpose to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The identity.
    pub id: PersonId,
    /// The full name.
    pub name: String,
    /// The unit whose register keeps the person.
    pub unit: UnitId,
}

/// Who a row is about, before anybody opens it.
pub async fn head(ctx: &Ctx, id: PersonId) -> Result<Head, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let person = found::<Never>(ctx, &mut tx, id, Action::SeeAwards).await?;
    Ok(Head { id, name: person.name, unit: person.unit })
}

/// What those who looked at a row are called, for whoever may open it.
pub async fn lookers(
    ctx: &Ctx,
    id: PersonId,
    accounts: &[AccountId],
) -> Result<HashMap<AccountId, String>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    found::<Never>(ctx, &mut tx, id, Action::SeeAwards).await?;
    let known: HashSet<AccountId> =
        store::person::accesses(&mut tx, id, MOST).await?.into_iter().map(|access| access.account).collect();
    let asked: Vec<AccountId> = accounts.iter().copied().filter(|account| known.contains(account)).collect();
    Ok(store::account::names(&mut tx, &asked).await?)
}

/// The persons of a unit and all below it by the words of their names, in Vietnamese order.
pub async fn list(ctx: &Ctx, unit: UnitId, named: &str) -> Result<Vec<Person>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let history = ctx.ask::<Never>(&mut tx, Action::SeeAwards, Some(unit)).await?;
    let units = history.ever_below(unit);
    Ok(store::person::list(&mut tx, &units, named, MOST).await?)
}

/// Merges a duplicate into the row that is kept. Nothing moves; [`unmerge`] takes it back.
pub async fn merge(
    ctx: &Ctx,
    kept: PersonId,
    gone: PersonId,
    reason: &str,
) -> Result<(), ActError<PersonRefusal>> {
    let mut tx = ctx.write().await?;
    let first = found(ctx, &mut tx, kept, Action::KeepRegister).await?;
    let second = found(ctx, &mut tx, gone, Action::KeepRegister).await?;
    let refuse = |refusal| Err(ActError::Refused(refusal));
    let reason = checked(reason, PURPOSE_MOST, PersonRefusal::PurposeMissing).map_err(ActError::Refused)?;
    if kept == gone {
        return refuse(PersonRefusal::Same);
    }
    if first.merged_into.is_some() || second.merged_into.is_some() {
        return refuse(PersonRefusal::Merged);
    }
    if let (Some(one), Some(other)) = (first.days.born, second.days.born)
        && one != other
    {
        return refuse(PersonRefusal::TwoPeople);
    }
    store::person::merge(&mut tx, gone, Some(kept)).await?;
    let detail = format!("{kept}: {reason}");
    ctx.record(&mut tx, "person.merge", Some(second.unit), gone.to_string(), detail).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a merge back: the row stands for itself again, with all that was its own.
pub async fn unmerge(ctx: &Ctx, gone: PersonId) -> Result<(), ActError<PersonRefusal>> {
    let mut tx = ctx.write().await?;
    let person = found(ctx, &mut tx, gone, Action::KeepRegister).await?;
    if person.merged_into.is_none() {
        return Err(ActError::Refused(PersonRefusal::NotMerged));
    }
    store::person::merge(&mut tx, gone, None).await?;
    ctx.record(&mut tx, "person.unmerge", Some(person.unit), gone.to_string(), "").await?;
    tx.commit().await?;
    Ok(())
}
