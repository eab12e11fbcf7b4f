//! Logging in and out: passwords asked, guessing slowed, logins that end by themselves.
//!
//! Not here: cookies (`web`), passwords' rules and hashing (`password`), tokens of other programs (`token`).

use crate::account::login_name;
use crate::ctx::{App, Ctx};
use crate::error::{ActError, Fault};
use crate::password;
use domain::id::{AccountId, LedgerId};
use domain::ledger::Line;
use domain::text;
use jiff::Timestamp;
use store::account::Account;
use store::login::{Caller, Login};
use store::{StoreError, Tx};

/// Milliseconds of a minute.
const MINUTE: i64 = 60_000;

/// How long a login lasts at most, in milliseconds: one working day, so that a stolen cookie is worthless tomorrow.
pub const ABSOLUTE_MS: i64 = 8 * 60 * MINUTE;

/// How long a login lasts unused, in milliseconds: longer than a meeting is rare, and desks are shared.
pub const IDLE_MS: i64 = 60 * MINUTE;

/// Within how many milliseconds failures are counted, and for how long a name or origin is then locked.
const WINDOW_MS: i64 = 15 * MINUTE;

/// How many failures of a name lock it: a person mistypes three times, a guesser gets 480 tries a day.
const NAME_FAILURES: usize = 5;

/// How many failures from one origin lock it: an office behind one address mistypes more often than a person.
const ORIGIN_FAILURES: usize = 20;

/// How long attempts are kept, in milliseconds: longer than any count looks back.
const KEEP_ATTEMPTS_MS: i64 = 24 * 60 * MINUTE;

/// How often the last use of a login is written down, in milliseconds: not with every page.
const SEEN_EVERY_MS: i64 = MINUTE;

/// Why a login is not begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginRefusal {
    /// No such name, not its password, or a closed account; which of them is not told.
    Wrong,
    /// Too many failures; nothing is tried before this time.
    Locked {
        /// From when on one may try again.
        until: Timestamp,
    },
}

/// The secret by which a login is known: 64 letters, kept nowhere but with the person.
#[derive(Clone, PartialEq, Eq)]
pub struct LoginToken(pub String);

impl std::fmt::Debug for LoginToken {
    /// Without the secret, which must not come into a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LoginToken(…)")
    }
}

/// Who is logged in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The account.
    pub account: AccountId,
    /// The name to log in with.
    pub login_name: String,
    /// The person's name.
    pub full_name: String,
    /// The person's post; may be empty.
    pub post: String,
    /// Whether the password must be changed before anything else.
    pub must_change: bool,
}

impl Person {
    pub(crate) fn of(account: Account) -> Self {
        Self {
            account: account.id,
            login_name: account.login_name,
            full_name: account.full_name,
            post: account.post,
            must_change: account.must_change,
        }
    }
}

/// Begins a login. `origin` is the address it comes from, `agent` what the browser calls itself.
pub async fn begin(
    app: &App,
    name: &str,
    password: &str,
    origin: &str,
    agent: &str,
) -> Result<LoginToken, ActError<LoginRefusal>> {
    let name = login_name(name);
    let hashed_name = password::digest(&name);
    let attempt = app.id();
    // The attempt counts as failed before its password is looked at: whoever sends many at once gains nothing.
    let known = {
        let mut tx = app.db.write().await?;
        if let Some(until) = locked(app, &mut tx, &hashed_name, origin).await? {
            let known = store::account::find_named(&mut tx, &name).await?;
            note(app, &mut tx, "login.locked", known.map(|account| account.id), origin).await?;
            tx.commit().await?;
            return Err(ActError::Refused(LoginRefusal::Locked { until }));
        }
        let now = app.now_ms();
        store::login::sweep(&mut tx, now, now - IDLE_MS, now - KEEP_ATTEMPTS_MS).await?;
        store::login::attempt(&mut tx, attempt, now, &hashed_name, origin).await?;
        let account = store::account::find_named(&mut tx, &name).await?;
        let known = match account {
            Some(account) => store::account::password(&mut tx, account.id).await?.map(|hash| (account, hash)),
            None => None,
        };
        tx.commit().await?;
        known
    };
    let Some((account, hash)) = known else {
        password::pretend(password).await?;
        return refuse(app, None, origin).await;
    };
    if !password::verify(password, hash.clone()).await? || account.closed_ms.is_some() {
        return refuse(app, Some(account.id), origin).await;
    }

    let secret = password::secret()?;
    let mut tx = app.db.write().await?;
    // The account may have been closed, or its password changed, while the password was checked.
    let still = store::account::find(&mut tx, account.id).await?;
    let same = store::account::password(&mut tx, account.id).await? == Some(hash);
    if !same || still.is_none_or(|account| account.closed_ms.is_some()) {
        drop(tx);
        return refuse(app, Some(account.id), origin).await;
    }
    let now = app.now_ms();
    let login = Login { account: account.id, seen_ms: now, ends_ms: now + ABSOLUTE_MS };
    let agent: String = text::clean(agent).chars().take(200).collect();
    store::login::succeed(&mut tx, attempt).await?;
    store::login::add(&mut tx, &password::digest(&secret), &login, Caller { origin, agent: &agent }).await?;
    note(app, &mut tx, "login.begin", Some(account.id), origin).await?;
    tx.commit().await?;
    Ok(LoginToken(secret))
}

async fn refuse(
    app: &App,
    account: Option<AccountId>,
    origin: &str,
) -> Result<LoginToken, ActError<LoginRefusal>> {
    let mut tx = app.db.write().await?;
    note(app, &mut tx, "login.refuse", account, origin).await?;
    tx.commit().await?;
    Err(ActError::Refused(LoginRefusal::Wrong))
}

/// Until when a name or an origin is locked, where it is.
async fn locked(
    app: &App,
    tx: &mut Tx,
    hashed_name: &[u8],
    origin: &str,
) -> Result<Option<Timestamp>, StoreError> {
    let since = app.now_ms() - WINDOW_MS;
    let of_name = store::login::failures_of_name(tx, hashed_name, since, 100).await?;
    let from_origin = store::login::failures_from(tx, origin, since, 100).await?;
    // Latest first: the lock opens when the failure that makes the number full leaves the window.
    let opens = |failures: &[i64], most: usize| failures.get(most - 1).map(|at| at + WINDOW_MS);
    let until = opens(&of_name, NAME_FAILURES).max(opens(&from_origin, ORIGIN_FAILURES));
    Ok(until.and_then(|ms| Timestamp::from_millisecond(ms).ok()))
}

/// Writes about logins into the ledger. What was typed as a name is left out: people type passwords there.
async fn note(
    app: &App,
    tx: &mut Tx,
    act: &str,
    account: Option<AccountId>,
    origin: &str,
) -> Result<(), StoreError> {
    let begun = act == "login.begin" || act == "login.end";
    let line = Line {
        id: LedgerId(app.id()),
        at_ms: app.now_ms(),
        // Whoever failed is nobody; whose account it was meant for stands as the object.
        account: account.filter(|_| begun),
        origin: origin.to_owned(),
        act: act.to_owned(),
        unit: None,
        object: account.map(|account| account.to_string()).unwrap_or_default(),
        detail: String::new(),
    };
    store::ledger::add(tx, &line).await
}

/// Who is logged in with a token; `None` when the login ended, by itself or by someone. Using it keeps it alive.
pub async fn find(app: &App, token: &str) -> Result<Option<Person>, Fault> {
    let hash = password::digest(token);
    let now = app.now_ms();
    let mut tx = app.db.read().await?;
    let Some(login) = store::login::find(&mut tx, &hash).await? else { return Ok(None) };
    if login.ends_ms <= now || login.seen_ms + IDLE_MS <= now {
        return Ok(None);
    }
    let account = store::account::find(&mut tx, login.account).await?;
    let Some(account) = account.filter(|account| account.closed_ms.is_none()) else { return Ok(None) };
    drop(tx);
    if login.seen_ms + SEEN_EVERY_MS <= now {
        let mut tx = app.db.write().await?;
        store::login::see(&mut tx, &hash, now).await?;
        tx.commit().await?;
    }
    Ok(Some(Person::of(account)))
}

/// Ends a login. Nothing happens when there is none.
pub async fn end(app: &App, token: &str, origin: &str) -> Result<(), Fault> {
    let hash = password::digest(token);
    let mut tx = app.db.write().await?;
    let Some(login) = store::login::find(&mut tx, &hash).await? else { return Ok(()) };
    store::login::end(&mut tx, &hash).await?;
    note(app, &mut tx, "login.end", Some(login.account), origin).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends all of one's own logins, on every machine.
pub async fn end_everywhere(ctx: &Ctx) -> Result<u64, Fault> {
    let mut tx = ctx.write().await?;
    let ended = store::login::end_all(&mut tx, ctx.account).await?;
    ctx.record(&mut tx, "login.end-everywhere", None, ctx.account.to_string(), ended.to_string()).await?;
    tx.commit().await?;
    Ok(ended)
}
