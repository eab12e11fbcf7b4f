//! The tables of Chương trình as Excel files: what the page shows, row for row.
//!
//! Not here: which rows there are (the page's own drawing).

use axum::Router;
use axum::routing::get;
use office::sheet::CellOut;

use super::page::ProgrammePage;
use super::{drawn_catalogue, drawn_directives, drawn_themes};
use crate::web::answer::Answer;
use crate::web::excel::{self, Listing, text};
use crate::web::site::Site;
use crate::web::visit::Member;

pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route("/chuong-trinh.xlsx", get(directives))
        .route("/chuong-trinh/chuyen-de.xlsx", get(themes))
        .route("/chuong-trinh/chi-tieu.xlsx", get(catalogue))
}

async fn directives(member: Member) -> Answer {
    let drawn = drawn_directives(&member).await?;
    let w = &member.words().programme;
    let columns = [w.directive, w.subject, w.issued, w.issuer, w.in_force, w.relations, w.source];
    let row = |one: &super::page::Directive| -> Vec<CellOut> {
        let relations: Vec<String> =
            one.relations.iter().map(|row| format!("{} {}", row.word, row.link.text)).collect();
        [
            &one.cited,
            &one.subject,
            &one.issued,
            &one.issuer,
            &one.tag.text,
            &relations.join("; "),
            &one.source,
        ]
        .map(text)
        .to_vec()
    };
    let rows = drawn.directives.iter().map(row).collect();
    excel::download(&member, "van-ban-chi-dao", vec![Listing { rows, ..Listing::new(w.directives, columns) }])
}

async fn themes(member: Member) -> Answer {
    let ProgrammePage { lists, .. } = drawn_themes(&member).await?;
    let w = &member.words().programme;
    let listing = |list: &super::page::List| Listing {
        rows: list.items.iter().map(|item| vec![text(&item.name), text(&item.note)]).collect(),
        ..Listing::new(&list.heading, [list.heading.as_str(), w.source])
    };
    let mut listings: Vec<Listing> = lists.iter().map(listing).collect();
    if listings.is_empty() {
        listings.push(Listing::new(w.themes, [w.themes, w.source]));
    }
    excel::download(&member, "chuyen-de", listings)
}

async fn catalogue(member: Member) -> Answer {
    let drawn = drawn_catalogue(&member).await?;
    let w = &member.words().programme;
    let columns = [w.code, w.name, w.measure, w.adds, w.breakdown, w.pitfall];
    let row = |one: &super::page::Indicator| {
        [&one.code, &one.name, &one.measure, &one.adds, &one.breakdown, &one.pitfall].map(text).to_vec()
    };
    let rows = drawn.indicators.iter().map(row).collect();
    excel::download(&member, "chi-tieu", vec![Listing { rows, ..Listing::new(w.indicators, columns) }])
}
