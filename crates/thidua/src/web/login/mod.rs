//! Login and logout, passwords, the switches of the display.
//!
//! Not here: checking passwords, counting wrong tries (`acts::login`).

pub mod page;

use acts::account::PasswordRefusal;
use acts::login::LoginRefusal;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use lang::{Lang, Words};
use serde::Deserialize;

use self::page::{FirstPage, LoginPage};
use super::answer::{Answer, again, done, page, refused, set_cookie, to};
use super::encode::local;
use super::frame::Place;
use super::parts::{Field, FormPage};
use super::posted::Posted;
use super::site::{Site, cookie};
use super::visit::{Member, Visitor};

/// A year, for what a person set once.
const YEAR: u32 = 365 * 24 * 60 * 60;

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/dang-nhap", get(ask).post(begin))
        .route("/dang-xuat", post(end))
        .route("/mat-khau", get(ask_password).post(change_password))
        .route("/hien-thi", post(display))
}

#[derive(Deserialize)]
struct Back {
    #[serde(default)]
    ve: String,
}

async fn ask(visitor: Visitor, Query(back): Query<Back>) -> Answer {
    let frame = visitor.frame(visitor.words().login.heading);
    if acts::installation::is_empty(&visitor.site.app).await? {
        return page(&FirstPage { f: frame });
    }
    let mut form = LoginPage::new(frame, local(&back.ve), "", None);
    form.accounts.clone_from(&visitor.site.settings.demo_accounts);
    page(&form)
}

async fn begin(visitor: Visitor, posted: Posted) -> Answer {
    let (name, back) = (posted.get("tai-khoan").to_owned(), local(posted.get("ve")).to_owned());
    let site = &visitor.site;
    let begun = acts::login::begin(&site.app, &name, posted.get("mat-khau"), &visitor.origin, &visitor.agent);
    match refused(begun.await)? {
        Ok(token) => {
            let mut response = to(&back);
            set_cookie(&mut response, &site.cookie(cookie::LOGIN, &token.0, None));
            Ok(response)
        }
        Err(refusal) => {
            let words = &visitor.words().login;
            let told = match refusal {
                LoginRefusal::Wrong => words.refused.to_owned(),
                LoginRefusal::Locked { until } => {
                    let seconds = until.as_second() - site.app.now().as_second();
                    words.locked(seconds.max(0) / 60 + 1)
                }
            };
            let mut form = LoginPage::new(visitor.frame(words.heading), &back, &name, Some(told));
            form.accounts.clone_from(&site.settings.demo_accounts);
            again(&form)
        }
    }
}

async fn end(visitor: Visitor, _posted: Posted) -> Answer {
    if let Some(login) = &visitor.login {
        acts::login::end(&visitor.site.app, login, &visitor.origin).await?;
    }
    let mut response = done(&visitor.site, "/dang-nhap", visitor.words().login.left, None);
    set_cookie(&mut response, &visitor.site.cookie(cookie::LOGIN, "", Some(0)));
    Ok(response)
}

/// The three fields, with what was refused. Passwords are never sent back.
fn password_form(member: &Member, refusals: [&str; 3]) -> FormPage {
    let (lang, words) = (member.lang(), &member.words().login);
    let [now, new, second] = refusals;
    let fields = vec![
        Field::password(lang, "cu", words.password_now, "current-password").error(now),
        Field::password(lang, "moi", words.password_new, "new-password").hint(words.password_hint).error(new),
        Field::password(lang, "lai", words.password_again, "new-password").error(second),
    ];
    let frame = member.bare_frame(words.password_heading, Place::Nowhere);
    let mut form = FormPage::new(frame, "/mat-khau", words.password_heading, fields);
    words.password_after.clone_into(&mut form.intro);
    if member.person.must_change {
        words.password_must.clone_into(&mut form.intro);
    }
    form
}

async fn ask_password(member: Member) -> Answer {
    page(&password_form(&member, ["", "", ""]))
}

async fn change_password(member: Member, posted: Posted) -> Answer {
    let words = member.words();
    if posted.get("moi") != posted.get("lai") {
        return again(&password_form(&member, ["", "", words.login.password_differs]));
    }
    let changed = acts::account::change_password(&member.ctx, posted.get("cu"), posted.get("moi")).await;
    match refused(changed)? {
        Ok(()) => {
            // All logins ended with the old password; this browser starts anew as well.
            let mut response = done(member.site(), "/dang-nhap", words.login.password_changed, None);
            set_cookie(&mut response, &member.site().cookie(cookie::LOGIN, "", Some(0)));
            Ok(response)
        }
        Err(refusal) => {
            let sentence = password_sentence(&refusal, words);
            let refusals = if refusal == PasswordRefusal::WrongOld {
                [sentence.as_str(), "", ""]
            } else {
                ["", sentence.as_str(), ""]
            };
            again(&password_form(&member, refusals))
        }
    }
}

/// The sentence for a refused password.
pub fn password_sentence(refusal: &PasswordRefusal, words: &Words) -> String {
    let words = &words.login;
    match refusal {
        PasswordRefusal::TooShort { least } => words.password_short(least),
        PasswordRefusal::TooLong { most } => words.password_long(most),
        PasswordRefusal::SameAsName => words.password_name.to_owned(),
        PasswordRefusal::TooObvious => words.password_common.to_owned(),
        PasswordRefusal::SameAsBefore => words.password_same.to_owned(),
        PasswordRefusal::WrongOld => words.password_wrong.to_owned(),
    }
}

/// Language, text size and contrast: kept in one cookie, so that the server renders them at once.
async fn display(State(site): State<Site>, visitor: Visitor, posted: Posted) -> Response {
    let mut lang = visitor.lang;
    let mut look = visitor.look.clone();
    match posted.get("dat").split_once('=') {
        Some(("ngon-ngu", tag)) => lang = Lang::from_tag(tag),
        Some(("co-chu", size)) => {
            look.size = ["115", "130", "150"].into_iter().find(|known| *known == size).unwrap_or("100");
        }
        Some(("tuong-phan", contrast)) => look.high_contrast = contrast == "cao",
        _ => {}
    }
    let contrast = if look.high_contrast { "cao" } else { "thuong" };
    let mut response = to(local(posted.get("ve")));
    let value = format!("{}.{}.{contrast}", lang.tag(), look.size);
    set_cookie(&mut response, &site.cookie(cookie::DISPLAY, &value, Some(YEAR)));
    response
}
