//! The interface for other programs: `/api/v1`, JSON, a token for each account, the same permissions as the pages.
//!
//! Not here: pages, rules and permissions (`acts` asks and answers).

mod awards;
mod books;
mod documents;
mod figures;
mod filings;
mod freezes;
mod json;
mod openapi;
mod params;
mod problem;
mod reports;
mod tables;
mod totals;
mod units;

use std::net::SocketAddr;

use acts::{App, Ctx};
use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, FromRequestParts};
use axum::http::header;
use axum::http::request::Parts;
use axum::routing::{MethodRouter, delete, get, post};
use tower_http::compression::CompressionLayer;

use problem::Problem;

/// The largest request. A sheet of all indicators takes about 10 KB.
const LARGEST_REQUEST: usize = 1024 * 1024;

/// The largest workbook, as on the pages.
const LARGEST_WORKBOOK: usize = 20 * 1024 * 1024;

/// What a handler gives back.
type Answer = Result<axum::response::Response, Problem>;

/// The whole interface.
pub fn router(app: App) -> Router {
    let mut v1 = Router::new();
    for (path, methods) in routes() {
        v1 = v1.route(path, methods);
    }
    let api = Router::new()
        .route("/openapi.json", get(openapi::document))
        .nest("/v1", v1)
        .fallback(|| async { Problem::missing() })
        .method_not_allowed_fallback(|| async { Problem::method() })
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST))
        .layer(CompressionLayer::new())
        .with_state(app);
    Router::new().nest("/api", api)
}

/// Every address below `/api/v1`, as the document of the interface lists them.
fn routes() -> Vec<(&'static str, MethodRouter<App>)> {
    vec![
        ("/units", get(units::list)),
        ("/units/search", get(units::search)),
        ("/units/{unit}", get(units::one)),
        ("/units/{unit}/figures", get(figures::read).put(figures::write)),
        ("/indicators", get(units::indicators)),
        ("/forms", get(filings::forms)),
        ("/filings", get(filings::list)),
        ("/units/{unit}/filings/{form}", get(filings::one).post(filings::step)),
        (
            "/units/{unit}/filings/{form}/workbook",
            get(books::own)
                .post(books::preview)
                .put(books::write)
                .layer(DefaultBodyLimit::max(LARGEST_WORKBOOK)),
        ),
        ("/units/{unit}/filings/{form}/table", get(books::table)),
        ("/units/{unit}/filings/{form}/layouts", get(books::layouts).post(books::keep_layout)),
        ("/layouts/{layout}", delete(books::forget_layout)),
        ("/tables", get(tables::list).post(tables::keep)),
        ("/tables/{table}", delete(tables::remove)),
        ("/totals", get(totals::view)),
        ("/totals/origin", get(totals::origin)),
        ("/freezes", get(freezes::list)),
        ("/freezes/{freeze}/totals", get(freezes::view)),
        ("/freezes/{freeze}/explain", get(freezes::explain)),
        ("/documents", get(documents::list)),
        ("/documents/{document}/original", get(documents::original)),
        ("/reports", get(reports::list)),
        ("/reports/{report}", get(reports::one)),
        ("/evidence/{evidence}/file", get(documents::evidence)),
        ("/rounds", get(awards::rounds)),
        ("/rounds/{round}", get(awards::round)),
        ("/nominations", get(awards::nominations)),
        ("/nominations/new", post(awards::write)),
        ("/nominations/{nomination}", get(awards::nomination)),
        ("/councils", get(awards::councils)),
        ("/councils/{council}", get(awards::council)),
        ("/decisions", get(awards::decisions)),
        ("/decisions/{decision}", get(awards::decision)),
        ("/register", get(awards::register)),
    ]
}

/// In whose name a request acts: the account of its token.
struct Caller(Ctx);

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let secret = parts
            .headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, secret)| secret.trim());
        let Some(secret) = secret else { return Err(Problem::unknown_caller()) };
        let person = acts::token::find(app, secret).await.map_err(|fault| Problem::fault(&fault))?;
        let person = person.ok_or_else(Problem::unknown_caller)?;
        let from = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let origin = from.map_or_else(|| "api".to_owned(), |ip| format!("api {ip}"));
        Ok(Self(Ctx::new(app, person.account, origin)))
    }
}

#[cfg(test)]
mod tests;
