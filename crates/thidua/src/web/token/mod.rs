//! Mã truy cập: the tokens with which other programs act in one's own name. Making one shows its secret once.
//!
//! Not here: the tokens themselves (`acts::token`), reading them from a request (`web::api`).

pub mod page;

use acts::token::{NewToken, TokenRefusal, TokenRow};
use axum::Router;
use axum::extract::Path;
use axum::routing::{get, post};
use lang::{Lang, Words};

use self::page::{Fresh, TokenLine, TokenPage};
use super::answer::{Answer, Failure, again, done, page, refused};
use super::frame::Place;
use super::parts::{Errors, Field};
use super::posted::{Posted, Refusals};
use super::site::Site;
use super::visit::{Member, local_time, moment};

/// Where the tokens are.
const HERE: &str = "/ma-truy-cap";

/// How long a token lasts when nobody says.
const DAYS: &str = "90";

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new().route(HERE, get(show).post(create)).route("/ma-truy-cap/{key}/thu-hoi", post(revoke))
}

/// What was refused, in words.
pub fn sentence(refusal: TokenRefusal, words: &Words) -> String {
    let w = &words.token;
    match refusal {
        TokenRefusal::LabelMissing => w.label_missing.to_owned(),
        TokenRefusal::TooLong { most } => w.too_long(most),
        TokenRefusal::Days { most } => w.days_wrong(most),
        TokenRefusal::TooMany { most } => w.too_many(most),
    }
}

/// The field that a refusal is about.
fn field_of(refusal: TokenRefusal) -> &'static str {
    match refusal {
        TokenRefusal::LabelMissing | TokenRefusal::TooLong { .. } | TokenRefusal::TooMany { .. } => "viec",
        TokenRefusal::Days { .. } => "so-ngay",
    }
}

fn fields(lang: Lang) -> Vec<Field> {
    let w = &lang.words().token;
    let days = Field { narrow: true, ..Field::text(lang, "so-ngay", w.days) };
    vec![Field::text(lang, "viec", w.label).hint(w.label_hint), days.value(DAYS)]
}

async fn drawn(member: &Member, fields: Vec<Field>, fresh: Option<NewToken>) -> Result<TokenPage, Failure> {
    let (lang, w) = (member.lang(), &member.words().token);
    let now = member.ctx.app.now();
    let rows = acts::token::list(&member.ctx).await?;
    let mut f = member.bare_frame(w.heading, Place::Nowhere);
    let errors = Errors::of(lang, &fields.iter().collect::<Vec<_>>());
    f.refused = !errors.fields.is_empty();
    let origin = member.site().settings.origin.as_str();
    let fresh = fresh.map(|made| Fresh {
        label: made.row.label.clone(),
        ends: ends(&made.row, lang),
        call: call(origin, &made.secret),
        secret: made.secret,
    });
    let rows = rows.iter().map(|row| TokenLine {
        key: row.key.clone(),
        label: row.label.clone(),
        made: moment(row.created.as_millisecond(), lang),
        ends: ends(row, lang),
        ended: row.ends <= now,
    });
    Ok(TokenPage { f, errors, fields, fresh, rows: rows.collect() })
}

fn ends(row: &TokenRow, lang: Lang) -> String {
    lang::date::short(local_time(row.ends).date(), lang)
}

/// How a program asks with a token; an installation whose address is not known gives one to be replaced.
fn call(origin: &str, secret: &str) -> String {
    let origin = if origin.is_empty() { "http://127.0.0.1:8080" } else { origin };
    format!("curl -H \"Authorization: Bearer {secret}\" {origin}/api/v1/units")
}

async fn show(member: Member) -> Answer {
    page(&drawn(&member, fields(member.lang()), None).await?)
}

async fn create(member: Member, posted: Posted) -> Answer {
    let (label, days) = (posted.get("viec"), posted.get("so-ngay").parse().unwrap_or(0));
    let mut found = acts::token::refusals(label, days);
    if found.is_empty() {
        match refused(acts::token::create(&member.ctx, label, days).await)? {
            Ok(made) => return page(&drawn(&member, fields(member.lang()), Some(made)).await?),
            Err(refusal) => found.push(refusal),
        }
    }
    let refusals: Refusals =
        found.into_iter().map(|one| (field_of(one), sentence(one, member.words()))).collect();
    again(&drawn(&member, posted.fill(fields(member.lang()), &refusals), None).await?)
}

async fn revoke(member: Member, Path(key): Path<String>, _posted: Posted) -> Answer {
    acts::token::revoke(&member.ctx, &key).await?;
    Ok(done(member.site(), HERE, member.words().token.revoked, None))
}
