//! The web: requests in, pages out. Forms go parse → check → act → redirect and work without a script.
//!
//! Not here: rules and permissions (`acts` asks and answers), SQL, numbers and dates as text (`lang`).

pub mod admin;
pub mod answer;
pub mod api;
pub mod assets;
pub mod award;
pub mod badge;
pub mod capacity;
pub mod certificate;
pub mod chart;
pub mod council;
pub mod decision;
pub mod encode;
pub mod entry;
pub mod excel;
pub mod fault;
pub mod filing;
pub mod form;
pub mod frame;
pub mod freeze;
mod guard;
pub mod import;
pub mod key;
pub mod launch;
pub mod login;
pub mod making;
pub mod nomination;
pub mod overview;
pub mod pace;
pub mod parts;
pub mod pending;
pub mod person;
pub mod posted;
pub mod programme;
pub mod reading;
pub mod register;
pub mod report;
pub mod rollup;
pub mod round;
pub mod site;
pub mod spoken;
pub mod token;
pub mod unit;
pub mod verify;
pub mod visit;

#[cfg(test)]
mod markup;

use acts::App;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use axum::{Router, middleware};
use tower_http::compression::CompressionLayer;

pub use site::{Settings, Site};

/// The largest request: a file of 20 MB with its form around it.
const LARGEST_REQUEST: usize = 21 * 1024 * 1024;

/// All pages, served with the usual settings.
pub fn router(app: App) -> Router {
    router_with(app, Settings::default())
}

/// All pages.
pub fn router_with(app: App, settings: Settings) -> Router {
    let site = Site {
        app,
        settings,
        pending: pending::Pending::default(),
        making: making::Making::default(),
        pace: pace::Pace::default(),
    };
    Router::new()
        .route("/tinh/{fingerprint}/{name}", get(assets::serve))
        .merge(login::routes())
        .merge(overview::routes())
        .merge(unit::routes())
        .merge(import::routes())
        .merge(entry::routes())
        .merge(filing::routes())
        .merge(form::routes())
        .merge(reading::routes())
        .merge(rollup::routes())
        .merge(freeze::routes())
        .merge(programme::routes())
        .merge(launch::routes())
        .merge(report::routes())
        .merge(award::routes())
        .merge(nomination::routes())
        .merge(round::routes())
        .merge(capacity::routes())
        .merge(person::routes())
        .merge(council::routes())
        .merge(decision::routes())
        .merge(badge::routes())
        .merge(certificate::routes())
        .merge(register::routes())
        .merge(verify::routes())
        .merge(admin::routes())
        .merge(key::routes())
        .merge(token::routes())
        .merge(fault::routes())
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST))
        .layer(middleware::from_fn(guard::own_task))
        .layer(middleware::from_fn_with_state(site.clone(), guard::dress))
        .layer(CompressionLayer::new())
        .with_state(site)
}
