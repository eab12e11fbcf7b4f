//! Figures of a board that are worth a look, and the flag on them.
//!
//! Not here: what is odd (`domain::outlier`), what may be flagged (`acts::outlier`).

use acts::filing::About;
use acts::outlier::{FlagRefusal, Outlier, Why};
use axum::Router;
use axum::extract::Query;
use axum::routing::{get, post};
use domain::figure::Slot;
use domain::filing::FilingId;
use domain::form::{Ask, Finding, Weight};
use serde::Deserialize;

use super::board::{Asked, Seen, board_address, query_of};
use super::page::{Item, List, ListPage};
use super::{desk_address, told};
use crate::web::answer::{Answer, Failure, done, page, refused, to};
use crate::web::assets::icon;
use crate::web::encode::{address, local};
use crate::web::frame::{Link, Place};
use crate::web::parts::{Blank, Tag};
use crate::web::posted::Posted;
use crate::web::site::Site;
use crate::web::spoken;
use crate::web::visit::Member;

pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route("/so-lieu/bang-nop/khac-thuong", get(show))
        .route("/so-lieu/bang-nop/danh-dau", post(mark))
}

async fn show(member: Member, Query(asked): Query<Asked>) -> Answer {
    let (lang, words) = (member.lang(), member.words());
    let w = &words.filing;
    let place = Seen::find(&member, &asked).await?;
    let query = query_of(&place, &asked).ok_or(Failure::Missing)?;
    let (catalogue, found) = acts::outlier::look(&member.ctx, &query).await?;
    let mut f = member.frame(w.outliers, Place::Board, Some(place.unit)).await?;
    f.crumbs = vec![Link::to(w.board, board_address(&query, "", false, "")), Link::here(w.outliers)];
    let back = f.path.clone();
    let item = |one: &Outlier| {
        let about = About { form: query.form, unit: one.unit, period: query.period };
        let measure = spoken::slot_measure(&catalogue, one.slot, lang);
        let value = spoken::value_line(Some(one.value), &measure, lang);
        let why = match &one.why {
            Why::Odd(odd) => w.median(&value, lang::number::integer(odd.median, lang)),
            Why::Fault(fault) => {
                let found = Finding { ask: Ask::Number(one.slot), weight: Weight::Hard(fault.clone()) };
                format!("{value}. {}", told::finding(&catalogue, None, &found, lang))
            }
        };
        let filing = one.filing.map_or_else(String::new, |filing| filing.to_string());
        let done = if one.flag.is_some() { "1" } else { "" };
        let send = address(
            "/so-lieu/bang-nop/danh-dau",
            &[("ban", &filing), ("so", &one.slot.0.to_string()), ("vi", &why), ("xong", done), ("ve", &back)],
        );
        let may = one.filing.is_some() && (member.may.approve || one.flag.is_some());
        let button = if one.flag.is_some() { w.unflag } else { w.flag };
        Item {
            link: Link::to(
                format!("{}: {}", one.name.name, spoken::slot(&catalogue, one.slot, lang)),
                desk_address(about, 1),
            ),
            note: one.flag.as_ref().map_or(why.clone(), |flag| flag.why.clone()),
            tag: if one.flag.is_some() { Tag::look(w.flagged) } else { Tag::default() },
            due: String::new(),
            act: if may { (send, button.to_owned()) } else { Default::default() },
        }
    };
    let items: Vec<Item> = found.iter().map(item).collect();
    let blank = items.is_empty().then(|| Blank {
        icon: icon("chart-bar"),
        title: w.outliers_none.to_owned(),
        text: w.outliers_none_text.to_owned(),
        way: Some(Link::to(w.board, board_address(&query, "", false, ""))),
    });
    let heading = lang::period::heading(query.period, lang);
    let lists = if items.is_empty() { Vec::new() } else { vec![List { heading, items }] };
    page(&ListPage { f, intro: w.outliers_sub.to_owned(), actions: Vec::new(), lists, blank })
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Marked {
    ban: String,
    so: String,
    vi: String,
    xong: String,
    ve: String,
}

async fn mark(member: Member, Query(asked): Query<Marked>, _posted: Posted) -> Answer {
    let filing: FilingId = asked.ban.parse().map_err(|_| Failure::Missing)?;
    let slot = Slot(asked.so.parse().map_err(|_| Failure::Missing)?);
    let back = local(&asked.ve);
    let w = &member.words().filing;
    if asked.xong == "1" {
        acts::outlier::clear(&member.ctx, filing, slot).await?;
        return Ok(done(member.site(), back, w.unflag, None));
    }
    match refused(acts::outlier::flag(&member.ctx, filing, slot, &asked.vi).await)? {
        Ok(()) => Ok(done(member.site(), back, w.flagged, None)),
        Err(FlagRefusal::Why) => Ok(to(back)),
    }
}
