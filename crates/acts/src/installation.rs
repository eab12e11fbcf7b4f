//! The installation as a whole: opening it, its first administrator and what ships with the program.
//!
//! Not here: how a database is opened and migrated (`store`), demonstration figures.

use crate::account::{self, AccountRefusal};
use crate::ctx::{App, Clock};
use crate::error::{ActError, Fault};
use crate::password::PasswordRefusal;
use crate::{directive, indicator, password};
use domain::authority::{Action, Authority, Duty, Right};
use domain::id::{AccountId, DutyId, LedgerId};
use domain::ledger::Line;
use domain::unit::OPEN;
use std::path::{Path, PathBuf};
use store::Db;
use store::duty::Granted;

/// The first administrator.
#[derive(Debug, Clone)]
pub struct FirstAdministrator {
    /// The name to log in with.
    pub login_name: String,
    /// The person's name.
    pub full_name: String,
    /// The password.
    pub password: String,
}

/// Why an installation is not created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CreateRefusal {
    /// It is there: it has accounts.
    AlreadyCreated,
    /// The first account is refused.
    Account(AccountRefusal),
}

/// Where an installation is kept.
#[derive(Debug, Clone)]
pub enum Address {
    /// In a file of the embedded engine, made when missing. Its folder must be there.
    Embedded(PathBuf),
    /// In a PostgreSQL database (`postgres://…`).
    Postgres(String),
}

/// Opens an installation: a database that an older program left is copied, where it is a file, and then brought to
/// this program's shape. `node` tells programs over one database apart (0–1023).
pub async fn open(address: Address, clock: Clock, node: u16) -> Result<App, Fault> {
    let db = match address {
        Address::Embedded(file) => {
            let db = Db::open_embedded(&file).await?;
            if let Some(copy) = copy_before_migration(&db, &file).await? {
                tracing::info!(copy = %copy.display(), "copied before migrating");
            }
            db
        }
        Address::Postgres(url) => Db::open_postgres(&url).await?,
    };
    store::migrate::migrate(&db).await?;
    Ok(App::new(db, clock, node))
}

/// Whether nobody has an account yet.
pub async fn is_empty(app: &App) -> Result<bool, Fault> {
    let mut tx = app.db.read().await?;
    Ok(store::account::none(&mut tx).await?)
}

/// Creates the installation in a migrated, empty database: the first account, which manages everything and enters
/// nothing, the register of directives and the catalogue of indicators. Once only.
pub async fn create(app: &App, first: FirstAdministrator) -> Result<AccountId, ActError<CreateRefusal>> {
    let refused = |refusal| ActError::Refused(CreateRefusal::Account(refusal));
    let account = account::build(app, &first.login_name, &first.full_name, "", false).map_err(refused)?;
    password::check(&first.password, &account.login_name)
        .map_err(|refusal| refused(AccountRefusal::Password(refusal)))?;
    let hash = password::hash(&first.password).await?;

    let mut tx = app.db.write().await?;
    // Two who create at once meet at the tree's lock; the second finds an account.
    store::tree::hold_alone(&mut tx).await?;
    if !store::account::none(&mut tx).await? {
        return Err(ActError::Refused(CreateRefusal::AlreadyCreated));
    }
    store::account::add(&mut tx, &account, &hash).await?;
    let duty = Granted {
        id: DutyId(app.id()),
        account: account.id,
        duty: Duty { right: Right::Manage, unit: None, from: app.today(), to: OPEN },
        decision: String::new(),
    };
    store::duty::add(&mut tx, &duty).await?;
    directive::ship(app, &mut tx).await?;
    indicator::ship(app, &mut tx).await?;
    let line = Line {
        id: LedgerId(app.id()),
        at_ms: app.now_ms(),
        account: Some(account.id),
        origin: "cli".to_owned(),
        act: "installation.create".to_owned(),
        unit: None,
        object: account.id.to_string(),
        detail: account.login_name,
    };
    store::ledger::add(&mut tx, &line).await?;
    tx.commit().await?;
    Ok(account.id)
}

/// Gives an administrator of everything a new password, to be changed at the next login: for whoever keeps the machine,
/// when none of the administrators can log in any more. Such a one could write into the database file itself; this way
/// the ledger says that it was done. Logins end, tokens are revoked. Nobody else's account is opened like this, and
/// [`ActError::Missing`] says as little about who exists as a login does.
pub async fn recover(app: &App, login_name: &str, new: &str) -> Result<(), ActError<PasswordRefusal>> {
    password::check(new, login_name).map_err(ActError::Refused)?;
    let hash = password::hash(new).await?;
    let mut tx = app.db.write().await?;
    let name = account::login_name(login_name);
    let account = store::account::find_named(&mut tx, &name).await?.ok_or(ActError::Missing)?;
    let duties = store::duty::list_of(&mut tx, account.id).await?;
    let history = store::tree::history(&mut tx).await?;
    let manages = Authority::new(account.id, app.today(), duties).may(Action::KeepAccounts, None, &history);
    if account.closed_ms.is_some() || !manages {
        return Err(ActError::Missing);
    }
    store::account::save_password(&mut tx, account.id, &hash, true).await?;
    store::login::end_all(&mut tx, account.id).await?;
    store::login::revoke_all(&mut tx, account.id).await?;
    let line = Line {
        id: LedgerId(app.id()),
        at_ms: app.now_ms(),
        account: None,
        origin: "cli".to_owned(),
        act: "account.recover".to_owned(),
        unit: None,
        object: account.id.to_string(),
        detail: account.login_name,
    };
    store::ledger::add(&mut tx, &line).await?;
    tx.commit().await?;
    Ok(())
}

/// Copies the embedded database beside itself when a newer program is about to migrate it, and says where the copy
/// lies. `None` when there is nothing to migrate, and for PostgreSQL, whose administrators copy for themselves.
pub async fn copy_before_migration(db: &Db, file: &Path) -> Result<Option<PathBuf>, Fault> {
    let found = {
        let mut tx = db.read().await?;
        store::migrate::found_version(&mut tx).await?
    };
    if found == 0 || found >= store::migrate::known_version() {
        return Ok(None);
    }
    copy(db, file, found).await
}

/// Copies beside `file` under a name that nothing has yet.
async fn copy(db: &Db, file: &Path, version: i64) -> Result<Option<PathBuf>, Fault> {
    let name = |number: u32| match number {
        0 => file.with_extension(format!("before-{}.db", version + 1)),
        _ => file.with_extension(format!("before-{}.{number}.db", version + 1)),
    };
    let Some(free) = (0..1_000).map(name).find(|path| !path.exists()) else {
        return Err(Fault::Inconsistent("a thousand copies of the database lie beside it"));
    };
    Ok(db.copy_into(&free).await?.then_some(free))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn nothing_is_copied_when_nothing_migrates() {
        for db in store::testing::databases().await {
            let copied = copy_before_migration(&db, Path::new("/nowhere/thidua.db")).await;
            assert_eq!(copied.expect("an answer"), None);
        }
    }

    #[tokio::test]
    async fn an_installation_is_made_and_found_again() {
        let folder = store::testing::TempFolder::new().expect("a folder");
        let file = folder.path().join("thidua.db");
        for empty in [true, false] {
            let clock = Clock::standing(jiff::Timestamp::from_second(1_716_000_000).expect("a time")).0;
            let app = open(Address::Embedded(file.clone()), clock, 1).await.expect("an installation");
            assert_eq!(is_empty(&app).await.expect("an answer"), empty);
            if empty {
                let first = FirstAdministrator {
                    login_name: "quantri".to_owned(),
                    full_name: "Lê Thị Quản".to_owned(),
                    password: "mùa gặt trên đồng xa".to_owned(),
                };
                create(&app, first).await.expect("an administrator");
            }
            app.db().close().await;
        }
    }

    #[tokio::test]
    async fn copies_are_whole_and_overwrite_nothing() {
        let db = store::testing::embedded().await.expect("a database");
        let file = db.folder().expect("a folder").join("thidua.db");
        let first = copy(&db, &file, 1).await.expect("a copy").expect("a path");
        let second = copy(&db, &file, 1).await.expect("a copy").expect("a path");
        assert_ne!(first, second);
        let opened = Db::open_embedded(&first).await.expect("to open the copy");
        let mut tx = opened.read().await.expect("to read the copy");
        let version = store::migrate::found_version(&mut tx).await.expect("a version");
        assert_eq!(version, store::migrate::known_version());
    }
}
