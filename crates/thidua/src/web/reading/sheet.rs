//! Documents and their proposals as Excel files: what the pages show, row for row.
//!
//! Not here: which rows there are (the pages' own drawing).

use acts::document::Decided;
use axum::extract::Path;
use domain::id::DocumentId;
use domain::indicator::Nature;
use office::sheet::CellOut;

use super::{PAGE, desk, row};
use crate::web::answer::{Answer, Failure};
use crate::web::excel::{self, Listing, text};
use crate::web::visit::Member;

pub(super) async fn documents(member: Member) -> Answer {
    let w = &member.words().reading;
    let columns = [w.document, w.unit, w.period, w.standing, w.sent];
    let mut listing = Listing::new(w.heading, columns);
    let mut before = None;
    loop {
        let documents = acts::document::list(&member.ctx, before).await?;
        listing.rows.extend(documents.iter().map(|listed| {
            let row = row(&member, listed);
            [&row.document.text, &row.unit, &row.period, &row.tag.text, &row.sent].map(text).to_vec()
        }));
        before = documents.last().map(|listed| listed.head.id);
        if documents.len() < PAGE {
            break;
        }
    }
    excel::download(&member, "bao-cao", vec![listing])
}

pub(super) async fn proposals(member: Member, Path(id): Path<String>) -> Answer {
    let id: DocumentId = id.parse().map_err(|_| Failure::Missing)?;
    let opened = acts::document::open(&member.ctx, id).await?;
    let (lang, words) = (member.lang(), member.words());
    let (w, p) = (&words.reading, &words.programme);
    let columns = [p.code, p.name, w.value, p.measure, w.standing, w.quote, w.doubts];
    let mut listing = Listing {
        note: format!("{} · {}", opened.unit_name, opened.head.name),
        ..Listing::new(&opened.head.title, columns)
    };
    for (number, found) in (1..).zip(&opened.proposals) {
        let drawn = desk::proposal(&member, &opened, (number, number), found, None);
        let indicator = found.indicator.and_then(|id| opened.catalogue.indicator(id));
        let money = indicator.is_some_and(|indicator| indicator.nature == Nature::Money);
        let value = found.decided_value.unwrap_or(found.value);
        let rejected = found.decided == Decided::Rejected;
        listing.rows.push(vec![
            text(indicator.map_or("", |indicator| indicator.code.as_str())),
            text(&drawn.label),
            if rejected { CellOut::Empty } else { excel::value(Some(value), money, lang) },
            text(&drawn.measure),
            text(&drawn.tag.text),
            text(&found.quote),
            text(drawn.doubts.join("; ")),
        ]);
    }
    excel::download(&member, &format!("de-xuat-{id}"), vec![listing])
}
