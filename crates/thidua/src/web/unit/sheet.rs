//! Units as Excel files: the whole tree within reach in the columns that the import reads, one unit with its history,
//! what a search found.
//!
//! Not here: which units one may see (`acts`).

use acts::unit::OutlineRow;
use axum::extract::{Path, Query};
use domain::unit::UnitId;
use lang::words::label::Label;
use office::sheet::CellOut;

use super::{SearchAsked, TreeAsked, events, listed};
use crate::unit_sheet::UNIT_HEADINGS;
use crate::web::answer::{Answer, Failure};
use crate::web::excel::{self, Listing, text};
use crate::web::visit::Member;

pub(super) async fn tree(member: Member, Query(asked): Query<TreeAsked>) -> Answer {
    let day = lang::date_in::date(&asked.ngay).unwrap_or(member.today());
    let rows = acts::unit::outline(&member.ctx, None, day).await?;
    let heading = member.words().unit.heading;
    let note = member.words().unit.tree_on(lang::date::short(day, member.lang()));
    excel::download(&member, "don-vi", vec![Listing { note, ..outline(&member, heading, &rows) }])
}

/// Units in the columns that the import reads, and how deep each stands.
fn outline(member: &Member, heading: &str, rows: &[OutlineRow]) -> Listing {
    let (lang, w) = (member.lang(), &member.words().unit);
    let columns = UNIT_HEADINGS.into_iter().chain([w.depth, w.parent]);
    let row = |row: &OutlineRow| {
        vec![
            text(&row.code),
            text(row.name.kind.label(lang)),
            text(&row.name.name),
            text(&row.parent_code),
            text(&row.name.short_name),
            CellOut::Date(row.from),
            excel::count(row.depth),
            text(&row.parent_name),
        ]
    };
    Listing { rows: rows.iter().map(row).collect(), ..Listing::new(heading, columns) }
}

pub(super) async fn one(member: Member, Path(unit): Path<String>) -> Answer {
    let unit: UnitId = unit.parse().map_err(|_| Failure::Missing)?;
    let (lang, today, w) = (member.lang(), member.today(), &member.words().unit);
    let view = acts::unit::view(&member.ctx, unit, today).await?;
    let gone = view.to.filter(|to| *to <= today).and_then(|to| to.yesterday().ok());
    let below = acts::unit::outline(&member.ctx, Some(unit), gone.unwrap_or(today)).await?;
    let history = Listing {
        note: view.name.name.clone(),
        rows: events(&view, lang)
            .iter()
            .map(|event| [&event.when, &event.what, &event.decision].map(text).to_vec())
            .collect(),
        ..Listing::new(w.history, [w.when, w.event, w.decision])
    };
    let name = format!("don-vi-{unit}");
    excel::download(&member, &name, vec![outline(&member, w.heading, &below), history])
}

pub(super) async fn search(member: Member, Query(asked): Query<SearchAsked>) -> Answer {
    let (lang, w) = (member.lang(), &member.words().unit);
    let hits = acts::unit::search(&member.ctx, &asked.q).await?;
    let row = |hit| {
        let hit = listed(hit, lang);
        [&hit.unit.text, &hit.kind, &hit.path, &hit.gone].map(text).to_vec()
    };
    let listing = Listing {
        note: asked.q.trim().to_owned(),
        rows: hits.iter().map(row).collect(),
        ..Listing::new(w.search_heading, [w.heading, w.kind, w.parent, w.closed_column])
    };
    excel::download(&member, "tim-don-vi", vec![listing])
}
