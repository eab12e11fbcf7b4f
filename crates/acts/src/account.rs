//! Accounts: making, changing passwords, closing, listing within reach.
//!
//! Not here: logging in (`login`), what an account may do (`duty`), which passwords are refused (`password`).

use crate::ctx::{App, Ctx};
use crate::duty::{self, DutyRefusal, DutyRow, NewDuty, seen};
use crate::error::{ActError, Denied, Fault, Never};
use crate::password;
pub use crate::password::PasswordRefusal;
use domain::authority::{Action, Authority, Right};
use domain::id::AccountId;
use domain::text;
use domain::unit::{History, UnitId};
use jiff::civil::Date;
use std::collections::HashSet;
use store::Tx;
use store::account::Account;

/// The most letters of a login name, a full name and a post.
pub const LOGIN_NAME_MOST: usize = 60;
/// The most letters of a full name and of a post.
pub const NAME_MOST: usize = 200;

/// An account to be made, with the duty that says where its person belongs.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// The name to log in with: letters without marks, digits, `.`, `-`, `_`, `@`; capitals do not count.
    pub login_name: String,
    /// Whose it is.
    pub full_name: String,
    /// The person's post; may be empty.
    pub post: String,
    /// The first password, to be changed at the first login.
    pub password: String,
    /// The first duty.
    pub duty: FirstDuty,
}

/// The duty that an account begins with.
#[derive(Debug, Clone)]
pub struct FirstDuty {
    /// What it allows.
    pub right: Right,
    /// Over which unit and all below; `None` for the whole installation.
    pub unit: Option<UnitId>,
    /// First day.
    pub from: Date,
    /// The first day without it; `None` when no end is set.
    pub to: Option<Date>,
    /// The decision behind it, as text; may be empty.
    pub decision: String,
}

/// Which text of an account is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountField {
    /// The name to log in with.
    LoginName,
    /// The full name.
    FullName,
    /// The post.
    Post,
}

/// Why an account is not made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountRefusal {
    /// No name to log in with.
    LoginNameMissing,
    /// The name to log in with holds a sign that it may not.
    LoginNameShape {
        /// The first such sign.
        sign: char,
    },
    /// Somebody has this name to log in with.
    LoginNameTaken,
    /// No full name.
    FullNameMissing,
    /// A text is too long.
    TooLong {
        /// Which.
        field: AccountField,
        /// The most letters.
        most: usize,
    },
    /// The password is refused.
    Password(PasswordRefusal),
    /// The first duty is refused.
    Duty(DutyRefusal),
}

/// Why an account is not closed or opened again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CloseRefusal {
    /// Nobody closes their own account.
    Oneself,
    /// It is closed already.
    AlreadyClosed,
    /// It is not closed.
    NotClosed,
    /// Nobody else could manage the installation.
    LastManager,
}

/// An account as a list shows it.
#[derive(Debug, Clone)]
pub struct AccountRow {
    /// The account, without its password.
    pub account: Account,
    /// The duties it ever had, oldest first.
    pub duties: Vec<DutyRow>,
}

/// Where a page of accounts ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountKey {
    /// The sort key of the last row.
    pub sort_key: String,
    /// The last row.
    pub account: AccountId,
}

/// A page of accounts in the order of names.
#[derive(Debug, Clone)]
pub struct AccountPage {
    /// The accounts.
    pub rows: Vec<AccountRow>,
    /// Where the next page begins; `None` at the end.
    pub next: Option<AccountKey>,
}

/// A login name as it is kept: composed, lower case.
pub(crate) fn login_name(typed: &str) -> String {
    text::clean(typed).to_lowercase()
}

/// Checks and makes the row of a new account.
pub(crate) fn build(
    app: &App,
    login: &str,
    full_name: &str,
    post: &str,
    must_change: bool,
) -> Result<Account, AccountRefusal> {
    let login_name = login_name(login);
    let (full_name, post) = (text::clean(full_name), text::clean(post));
    if login_name.is_empty() {
        return Err(AccountRefusal::LoginNameMissing);
    }
    let allowed = |sign: &char| sign.is_ascii_alphanumeric() || ".-_@".contains(*sign);
    if let Some(sign) = login_name.chars().find(|sign| !allowed(sign)) {
        return Err(AccountRefusal::LoginNameShape { sign });
    }
    if full_name.is_empty() {
        return Err(AccountRefusal::FullNameMissing);
    }
    for (field, text, most) in [
        (AccountField::LoginName, &login_name, LOGIN_NAME_MOST),
        (AccountField::FullName, &full_name, NAME_MOST),
        (AccountField::Post, &post, NAME_MOST),
    ] {
        if text.chars().count() > most {
            return Err(AccountRefusal::TooLong { field, most });
        }
    }
    Ok(Account {
        id: AccountId(app.id()),
        sort_key: text::person_sort_key(&full_name),
        login_name,
        full_name,
        post,
        must_change,
        created_ms: app.now_ms(),
        closed_ms: None,
    })
}

/// Makes an account with its first duty. The password must be changed at the first login.
pub async fn create(ctx: &Ctx, new: NewAccount) -> Result<AccountId, ActError<AccountRefusal>> {
    let account =
        build(&ctx.app, &new.login_name, &new.full_name, &new.post, true).map_err(ActError::Refused)?;
    password::check(&new.password, &account.login_name)
        .map_err(|refusal| ActError::Refused(AccountRefusal::Password(refusal)))?;
    let hash = password::hash(&new.password).await?;

    let mut tx = ctx.write().await?;
    ctx.ask(&mut tx, Action::KeepAccounts, new.duty.unit).await?;
    if store::account::find_named(&mut tx, &account.login_name).await?.is_some() {
        return Err(ActError::Refused(AccountRefusal::LoginNameTaken));
    }
    store::account::add(&mut tx, &account, &hash).await?;
    let detail = format!("{} · {}", account.login_name, account.full_name);
    ctx.record(&mut tx, "account.create", new.duty.unit, account.id.to_string(), detail).await?;
    let duty = NewDuty {
        account: account.id,
        right: new.duty.right,
        unit: new.duty.unit,
        from: new.duty.from,
        to: new.duty.to,
        decision: new.duty.decision,
    };
    duty::grant_within(ctx, &mut tx, duty).await.map_err(|error| error.map(AccountRefusal::Duty))?;
    tx.commit().await?;
    Ok(account.id)
}

/// Changes one's own password; the old one is asked. All logins of the account end, this one too.
pub async fn change_password(ctx: &Ctx, old: &str, new: &str) -> Result<(), ActError<PasswordRefusal>> {
    let (account, hashed) = {
        let mut tx = ctx.read().await?;
        let account = store::account::find(&mut tx, ctx.account).await?.ok_or(ActError::Missing)?;
        (account, store::account::password(&mut tx, ctx.account).await?.ok_or(ActError::Missing)?)
    };
    if !password::verify(old, hashed.clone()).await? {
        let mut tx = ctx.write().await?;
        ctx.record(&mut tx, "account.wrong-old-password", None, ctx.account.to_string(), "").await?;
        tx.commit().await?;
        return Err(ActError::Refused(PasswordRefusal::WrongOld));
    }
    password::check(new, &account.login_name).map_err(ActError::Refused)?;
    if text::clean(old) == text::clean(new) {
        return Err(ActError::Refused(PasswordRefusal::SameAsBefore));
    }
    let hash = password::hash(new).await?;

    let mut tx = ctx.write().await?;
    // Somebody who changed it meanwhile knew the old one too; the later of the two must not win unseen.
    if store::account::password(&mut tx, ctx.account).await? != Some(hashed) {
        return Err(ActError::Refused(PasswordRefusal::WrongOld));
    }
    store::account::save_password(&mut tx, ctx.account, &hash, false).await?;
    store::login::end_all(&mut tx, ctx.account).await?;
    ctx.record(&mut tx, "account.change-password", None, ctx.account.to_string(), "").await?;
    tx.commit().await?;
    Ok(())
}

/// Gives somebody's account a new password, to be changed at the next login. Its logins end, its tokens are
/// revoked.
pub async fn reset_password(ctx: &Ctx, id: AccountId, new: &str) -> Result<(), ActError<PasswordRefusal>> {
    if id == ctx.account {
        // Whoever finds an unlocked screen must not be able to take the account over.
        return Err(ActError::Denied(Denied { action: Action::KeepAccounts, unit: None }));
    }
    let account = {
        let mut tx = ctx.read().await?;
        kept(ctx, &mut tx, id).await?
    };
    password::check(new, &account.login_name).map_err(ActError::Refused)?;
    let hash = password::hash(new).await?;

    let mut tx = ctx.write().await?;
    kept(ctx, &mut tx, id).await?;
    store::account::save_password(&mut tx, id, &hash, true).await?;
    store::login::end_all(&mut tx, id).await?;
    store::login::revoke_all(&mut tx, id).await?;
    ctx.record(&mut tx, "account.reset-password", None, id.to_string(), account.login_name).await?;
    tx.commit().await?;
    Ok(())
}

/// Closes an account: nobody logs in with it any more. Its duties and what it did stay as they are.
pub async fn close(ctx: &Ctx, id: AccountId) -> Result<(), ActError<CloseRefusal>> {
    let mut tx = ctx.write().await?;
    let account = kept(ctx, &mut tx, id).await?;
    if id == ctx.account {
        return Err(ActError::Refused(CloseRefusal::Oneself));
    }
    if account.closed_ms.is_some() {
        return Err(ActError::Refused(CloseRefusal::AlreadyClosed));
    }
    if store::duty::other_managers(&mut tx, id, ctx.app.today()).await? == 0 {
        return Err(ActError::Refused(CloseRefusal::LastManager));
    }
    store::account::save_closed(&mut tx, id, Some(ctx.app.now_ms())).await?;
    store::login::end_all(&mut tx, id).await?;
    store::login::revoke_all(&mut tx, id).await?;
    ctx.record(&mut tx, "account.close", None, id.to_string(), account.login_name).await?;
    tx.commit().await?;
    Ok(())
}

/// Opens a closed account again.
pub async fn reopen(ctx: &Ctx, id: AccountId) -> Result<(), ActError<CloseRefusal>> {
    let mut tx = ctx.write().await?;
    let account = kept(ctx, &mut tx, id).await?;
    if account.closed_ms.is_none() {
        return Err(ActError::Refused(CloseRefusal::NotClosed));
    }
    store::account::save_closed(&mut tx, id, None).await?;
    ctx.record(&mut tx, "account.reopen", None, id.to_string(), account.login_name).await?;
    tx.commit().await?;
    Ok(())
}

/// One account: one's own, or one with a duty within reach.
pub async fn view(ctx: &Ctx, id: AccountId) -> Result<AccountRow, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let account = seen(ctx, &mut tx, id).await?;
    let mut rows = with_duties(ctx, &mut tx, vec![account]).await?;
    rows.pop().ok_or(ActError::Missing)
}

/// A page of the accounts that have, or had, a duty within reach, in the order of names.
pub async fn list(ctx: &Ctx, after: Option<AccountKey>, most: u32) -> Result<AccountPage, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let reach = ctx.reach(&mut tx, Action::KeepAccounts).await?;
    if reach.is_empty() {
        return Err(ActError::Denied(Denied { action: Action::KeepAccounts, unit: None }));
    }
    let start = after.as_ref().map(|key| (key.sort_key.as_str(), key.account));
    let mut accounts = if reach.is_everything() {
        store::account::page(&mut tx, start, most.saturating_add(1)).await?
    } else {
        let (history, authority) = ctx.standing(&mut tx).await?;
        let below: HashSet<UnitId> = reach.tops().iter().flat_map(|top| history.ever_below(*top)).collect();
        let within: Vec<UnitId> = below
            .into_iter()
            .filter(|unit| authority.may(Action::KeepAccounts, Some(*unit), &history))
            .collect();
        let holders = store::duty::holders(&mut tx, &within).await?;
        let mut accounts = store::account::some(&mut tx, &holders).await?;
        accounts.retain(|account| start.is_none_or(|start| (account.sort_key.as_str(), account.id) > start));
        accounts
    };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let more = accounts.len() > most;
    accounts.truncate(most);
    let next = accounts
        .last()
        .filter(|_| more)
        .map(|last| AccountKey { sort_key: last.sort_key.clone(), account: last.id });
    Ok(AccountPage { rows: with_duties(ctx, &mut tx, accounts).await?, next })
}

async fn with_duties(ctx: &Ctx, tx: &mut Tx, accounts: Vec<Account>) -> Result<Vec<AccountRow>, Fault> {
    let ids: Vec<AccountId> = accounts.iter().map(|account| account.id).collect();
    let granted = store::duty::of_accounts(tx, &ids).await?;
    let duties = duty::rows(ctx, tx, granted).await?;
    Ok(accounts
        .into_iter()
        .map(|account| {
            let own = duties.iter().filter(|duty| duty.account == account.id).cloned().collect();
            AccountRow { account, duties: own }
        })
        .collect())
}

/// The account, when one may change it: one keeps accounts over every place where it has a duty that has not
/// ended. Where none is left, over any place where it had one.
async fn kept<R>(ctx: &Ctx, tx: &mut Tx, id: AccountId) -> Result<Account, ActError<R>> {
    let account = seen(ctx, tx, id).await?;
    let (history, authority) = ctx.standing(tx).await?;
    let duties = store::duty::list_of(tx, id).await?;
    let today = ctx.app.today();
    let standing: Vec<Option<UnitId>> =
        duties.iter().filter(|duty| duty.to > today).map(|duty| duty.unit).collect();
    if covers(&authority, &history, &standing) || (standing.is_empty() && id != ctx.account) {
        return Ok(account);
    }
    Err(ActError::Denied(Denied {
        action: Action::KeepAccounts,
        unit: standing
            .into_iter()
            .find(|unit| !authority.may(Action::KeepAccounts, *unit, &history))
            .flatten(),
    }))
}

fn covers(authority: &Authority, history: &History, places: &[Option<UnitId>]) -> bool {
    authority.may(Action::KeepAccounts, None, history)
        || (!places.is_empty()
            && places.iter().all(|unit| authority.may(Action::KeepAccounts, *unit, history)))
}
