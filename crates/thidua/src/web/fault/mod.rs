//! Help, and addresses that lead nowhere.
//!
//! Not here: drawing what went wrong (`guard`).

pub mod page;

use axum::Router;
use axum::routing::get;

use self::page::HelpPage;
use super::answer::{Answer, Failure, page};
use super::frame::Place;
use super::site::Site;
use super::visit::{Member, Visitor};

/// The routes of this room.
pub fn routes() -> Router<Site> {
    Router::new().route("/tro-giup", get(help)).fallback(nowhere)
}

async fn help(visitor: Visitor, member: Result<Member, Failure>) -> Answer {
    let title = visitor.words().help.heading;
    let f = match member {
        Ok(member) => member.bare_frame(title, Place::Nowhere),
        Err(_) => visitor.frame(title),
    };
    page(&HelpPage { f })
}

async fn nowhere() -> Failure {
    Failure::Missing
}
