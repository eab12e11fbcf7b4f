//! Tokens with which another program acts for one's account, with one's own rights.
//!
//! Not here: reading them from a request (`web`), logins of persons (`login`).

use crate::ctx::{App, Ctx};
use crate::error::{ActError, Fault, Never};
use crate::login::Person;
use crate::password;
use domain::text;
use jiff::Timestamp;
use store::login::ApiToken;

/// The most letters of a label.
pub const LABEL_MOST: usize = 100;

/// The most days that a token lasts: two years, so that a forgotten one dies.
pub const DAYS_MOST: u32 = 731;

/// The most tokens of an account.
pub const TOKENS_MOST: usize = 20;

/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;

/// Why a token is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenRefusal {
    /// It does not say what it is for.
    LabelMissing,
    /// The label is too long.
    TooLong {
        /// The most letters.
        most: usize,
    },
    /// It would last no day at all, or too many.
    Days {
        /// The most days.
        most: u32,
    },
    /// There are enough.
    TooMany {
        /// The most tokens.
        most: usize,
    },
}

/// A token as a list shows it: without its secret, which nobody has but the other program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRow {
    /// By which it is revoked.
    pub key: String,
    /// What it is for.
    pub label: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
}

/// A token that was just made; its secret is shown this once.
#[derive(Clone)]
pub struct NewToken {
    /// What the other program sends.
    pub secret: String,
    /// The token.
    pub row: TokenRow,
}

fn row(token: &ApiToken) -> Result<TokenRow, Fault> {
    let time = |ms| Timestamp::from_millisecond(ms).map_err(|_| Fault::Inconsistent("a token's time"));
    Ok(TokenRow {
        key: password::hex(&token.hash),
        label: token.label.clone(),
        created: time(token.created_ms)?,
        ends: time(token.ends_ms)?,
    })
}

/// What of a new token is refused at sight, all of it, so that a form can say it at once.
pub fn refusals(label: &str, days: u32) -> Vec<TokenRefusal> {
    let mut found = Vec::new();
    match text::clean(label).chars().count() {
        0 => found.push(TokenRefusal::LabelMissing),
        letters if letters > LABEL_MOST => found.push(TokenRefusal::TooLong { most: LABEL_MOST }),
        _ => {}
    }
    if days == 0 || days > DAYS_MOST {
        found.push(TokenRefusal::Days { most: DAYS_MOST });
    }
    found
}

/// Makes a token for one's own account, to last some days.
pub async fn create(ctx: &Ctx, label: &str, days: u32) -> Result<NewToken, ActError<TokenRefusal>> {
    if let Some(refusal) = refusals(label, days).first() {
        return Err(ActError::Refused(*refusal));
    }
    let label = text::clean(label);
    let mut tx = ctx.write().await?;
    let now = ctx.app.now_ms();
    let standing = store::login::tokens_of(&mut tx, ctx.account).await?;
    if standing.iter().filter(|token| token.ends_ms > now).count() >= TOKENS_MOST {
        return Err(ActError::Refused(TokenRefusal::TooMany { most: TOKENS_MOST }));
    }
    let secret = password::secret()?;
    let token = ApiToken {
        hash: password::digest(&secret),
        account: ctx.account,
        label,
        created_ms: now,
        ends_ms: now + i64::from(days) * DAY_MS,
    };
    store::login::add_token(&mut tx, &token).await?;
    ctx.record(&mut tx, "token.create", None, ctx.account.to_string(), token.label.as_str()).await?;
    tx.commit().await?;
    Ok(NewToken { secret, row: row(&token)? })
}

/// One's own tokens, latest first; ended ones too.
pub async fn list(ctx: &Ctx) -> Result<Vec<TokenRow>, ActError<Never>> {
    let mut tx = ctx.read().await?;
    let tokens = store::login::tokens_of(&mut tx, ctx.account).await?;
    Ok(tokens.iter().map(row).collect::<Result<_, _>>()?)
}

/// Revokes one of one's own tokens, by the key of its row.
pub async fn revoke(ctx: &Ctx, key: &str) -> Result<(), ActError<Never>> {
    let mut tx = ctx.write().await?;
    let tokens = store::login::tokens_of(&mut tx, ctx.account).await?;
    let token =
        tokens.into_iter().find(|token| password::hex(&token.hash) == key).ok_or(ActError::Missing)?;
    store::login::revoke_token(&mut tx, ctx.account, &token.hash).await?;
    ctx.record(&mut tx, "token.revoke", None, ctx.account.to_string(), token.label).await?;
    tx.commit().await?;
    Ok(())
}

/// For whom a secret acts; `None` when it is unknown, ended, its account closed, or its password still to be
/// changed.
pub async fn find(app: &App, secret: &str) -> Result<Option<Person>, Fault> {
    let mut tx = app.db.read().await?;
    let Some(token) = store::login::find_token(&mut tx, &password::digest(secret)).await? else {
        return Ok(None);
    };
    if token.ends_ms <= app.now_ms() {
        return Ok(None);
    }
    let account = store::account::find(&mut tx, token.account).await?;
    Ok(account.filter(|account| account.closed_ms.is_none() && !account.must_change).map(Person::of))
}
