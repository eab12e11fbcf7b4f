//! Xác minh: what the code on a certificate opens, for anybody and without a login.
//!
//! Whatever is not a code of ours gets one and the same answer. Not here: what a sheet is worth
//! (`acts::certificate`), the signed documents (`seal`).

pub mod page;

use acts::ActError;
use acts::certificate::Shown;
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::certificate::Worth;
use domain::text;
use domain::unit::UnitId;
use lang::Lang;
use serde::Deserialize;

use self::page::{Told, VerifyPage};
use super::answer::{Answer, Failure, to, with_status};
use super::assets::icon;
use super::encode::encode;
use super::pace::{FOUND, MISSED};
use super::parts::Field;
use super::site::Site;
use super::visit::{Visitor, local_time};

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/xm", get(ask))
        .route("/xm/{ma}", get(show))
        .route("/xm/{ma}/chung-nhan.json", get(twin))
        .route("/xm/co-quan/{unit}/did.json", get(keys))
        .route("/xm/trang-thai/{unit}", get(list))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    ma: String,
    ten: String,
}

async fn ask(visitor: Visitor, Query(typed): Query<Typed>) -> Answer {
    if !typed.ma.trim().is_empty() {
        return Ok(to(&format!("/xm/{}", encode(typed.ma.trim()))));
    }
    with_status(StatusCode::OK, &drawn(&visitor, None, "", ""))
}

async fn show(visitor: Visitor, Path(code): Path<String>, Query(typed): Query<Typed>) -> Answer {
    let (app, pace) = (&visitor.site.app, &visitor.site.pace);
    let (from, now) = (visitor.origin.clone(), app.now_ms());
    if !pace.may(&from, now) {
        return with_status(
            StatusCode::TOO_MANY_REQUESTS,
            &drawn(&visitor, Some(slow(visitor.lang)), &code, ""),
        );
    }
    match acts::certificate::shown(app, &code).await {
        Ok(shown) => {
            pace.spend(&from, now, FOUND);
            let mut page =
                drawn(&visitor, Some(told(&shown, &typed.ten, visitor.lang)), "", typed.ten.trim());
            fill(&mut page, &shown, visitor.lang);
            with_status(StatusCode::OK, &page)
        }
        Err(ActError::Missing) => {
            pace.spend(&from, now, MISSED);
            with_status(StatusCode::NOT_FOUND, &drawn(&visitor, Some(unknown(visitor.lang)), &code, ""))
        }
        Err(other) => Err(other.into()),
    }
}

/// A page with its result, the code to be typed again, and the name to be compared.
fn drawn(visitor: &Visitor, told: Option<Told>, code: &str, name: &str) -> VerifyPage {
    let w = &visitor.words().certificate;
    VerifyPage {
        f: visitor.frame(w.verify),
        told,
        body: String::new(),
        rows: Vec::new(),
        code: Field::text(visitor.lang, "ma", w.code)
            .hint(w.code_hint)
            .value(code.chars().take(40).collect::<String>()),
        name: Field::text(visitor.lang, "ten", w.name_on_paper).hint(w.name_on_paper_hint).value(name),
        here: String::new(),
        twin: String::new(),
    }
}

/// What is printed on the sheet, and nothing beyond it.
fn fill(page: &mut VerifyPage, shown: &Shown, lang: Lang) {
    let w = &lang.words().certificate;
    let said = &shown.printed;
    let decided = lang::date::short(said.decided, lang);
    page.body.clone_from(&said.body);
    page.rows = vec![
        (w.received_by, said.name.clone(), said.detail.clone()),
        (w.form, said.form.clone(), said.body.clone()),
        (w.achievement, said.achievement.clone(), String::new()),
        (w.decision, w.number_of(&said.number, &decided), String::new()),
        (w.register, w.line_of(shown.number, shown.year), String::new()),
        (w.code, shown.code.to_string(), String::new()),
    ];
    page.here = format!("/xm/{}", shown.code.letters());
    if shown.signed {
        page.twin = format!("{}/chung-nhan.json", page.here);
    }
}

fn told(shown: &Shown, typed: &str, lang: Lang) -> Told {
    let w = &lang.words().certificate;
    let at = lang::date::moment(local_time(shown.at), lang);
    let compared = text::clean(typed);
    let since = shown.since.map(|day| w.since(lang::date::short(day, lang))).unwrap_or_default();
    match shown.worth {
        Worth::Annulled => Told::bad(w.annulled, &format!("{since} {}", w.no_longer)),
        Worth::Stripped => Told::bad(w.stripped, &format!("{since} {}", w.no_longer)),
        Worth::Replaced => Told::warn(w.replaced, w.replaced_text.to_owned()),
        Worth::Differs => Told::warn(w.differs, w.differs_text.to_owned()),
        Worth::Valid if compared.is_empty() => Told::ok(w.valid, w.matches_at(at)),
        Worth::Valid if text::fold(&compared) == text::fold(&shown.printed.name) => {
            Told::ok(w.valid, w.name_matches.to_owned())
        }
        Worth::Valid => Told::warn(w.paper_differs, w.paper_differs_text.to_owned()),
    }
}

/// The same answer for everything that is no code of ours.
fn unknown(lang: Lang) -> Told {
    let w = &lang.words().certificate;
    Told { class: "", icon: icon("search"), title: w.unknown.to_owned(), text: w.unknown_text.to_owned() }
}

fn slow(lang: Lang) -> Told {
    let w = &lang.words().certificate;
    Told { class: "", icon: icon("clock"), title: w.slow.to_owned(), text: w.slow_text.to_owned() }
}

/// The signed twin, as a file to keep.
async fn twin(visitor: Visitor, Path(code): Path<String>) -> Answer {
    let app = &visitor.site.app;
    let text = paced(&visitor, acts::certificate::credential(app, &code).await)?;
    let name = format!(
        "attachment; filename=\"chung-nhan-{}.json\"",
        code.chars().filter(char::is_ascii_alphanumeric).collect::<String>()
    );
    let mut response = json("application/vc", text);
    if let Ok(value) = HeaderValue::from_str(&name) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

/// The public keys of a body.
async fn keys(visitor: Visitor, Path(unit): Path<String>) -> Answer {
    let unit: UnitId = unit.parse().map_err(|_| Failure::Missing)?;
    let document = paced(&visitor, acts::key::document(&visitor.site.app, unit).await)?;
    Ok(json("application/did+json", document.to_string()))
}

/// The status list of a body.
async fn list(visitor: Visitor, Path(unit): Path<String>) -> Answer {
    let unit: UnitId = unit.parse().map_err(|_| Failure::Missing)?;
    let list = paced(&visitor, acts::certificate::status_list(&visitor.site.app, unit).await)?;
    Ok(json("application/vc", list.to_string()))
}

/// An outcome, its price taken; who asked too often is told that there is nothing.
fn paced<T>(visitor: &Visitor, outcome: Result<T, ActError<acts::Never>>) -> Result<T, Failure> {
    let (pace, now) = (&visitor.site.pace, visitor.site.app.now_ms());
    let may = pace.may(&visitor.origin, now);
    pace.spend(&visitor.origin, now, if outcome.is_ok() { FOUND } else { MISSED });
    if may { outcome.map_err(Failure::from) } else { Err(Failure::Missing) }
}

/// A document that any page may read: it is signed or public, and says nothing about who asks.
fn json(media: &'static str, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, media),
        (header::CACHE_CONTROL, "no-cache"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    (headers, text).into_response()
}
