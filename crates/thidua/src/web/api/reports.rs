//! Reports written here: the list, and one with its text, figures and editions.
//!
//! Not here: writing and issuing, which people do on the pages with the paper before them.

use acts::report::bound::Bound;
use axum::extract::Path;
use domain::id::{ReportId, UnitId};
use serde_json::{Value as Tree, json};

use super::json::{answer, moment, sum};
use super::params::{Sent, id};
use super::{Answer, Caller};

/// The parameters of the list.
pub(super) const LIST: &[&str] = &["unit"];

/// The reports of a unit and of those below it, newest first, fifty at most.
pub(super) async fn list(Caller(ctx): Caller, sent: Sent) -> Answer {
    let unit: UnitId = id("unit", sent.only(LIST)?.needed("unit")?)?;
    let found = acts::report::list(&ctx, unit).await?;
    let rows: Vec<Tree> = found
        .iter()
        .map(|one| {
            let report = &one.report;
            json!({
                "id": report.id.to_string(), "unit": report.unit.to_string(), "unit_name": one.unit_name,
                "kind": report.kind.code(), "form": report.form.code(), "subject": report.subject,
                "period": report.period.to_string(), "begun": moment(report.at_ms),
                "edition": one.issued.as_ref().map(|(edition, _)| edition),
                "number": one.issued.as_ref().map(|(_, number)| number),
            })
        })
        .collect();
    Ok(answer(json!({ "reports": rows })))
}

/// One report with its text, figures and editions.
pub(super) async fn one(Caller(ctx): Caller, Path(text): Path<String>, sent: Sent) -> Answer {
    sent.only(&[])?;
    let report: ReportId = id("report", &text)?;
    let view = acts::report::view(&ctx, report).await?;
    let parts: Vec<Tree> = view
        .parts
        .iter()
        .map(|(place, part)| {
            let paragraphs = view.paragraphs.iter().filter(|one| one.part == *place);
            json!({
                "depth": part.depth, "role": part.role.code(), "heading": part.heading,
                "paragraphs": paragraphs
                    .map(|one| json!({
                        "id": one.id.to_string(), "version": one.version, "text": one.content,
                        "source": one.source, "saved": moment(one.at_ms),
                    }))
                    .collect::<Vec<_>>(),
            })
        })
        .collect();
    let figures: Vec<Tree> = view.figures.iter().map(figure).collect();
    let editions: Vec<Tree> = view
        .editions
        .iter()
        .map(|one| {
            json!({
                "edition": one.edition, "number": one.numbered, "day": one.day.to_string(),
                "issued": moment(one.at_ms),
            })
        })
        .collect();
    Ok(answer(json!({
        "id": report.to_string(), "unit": view.report.unit.to_string(), "unit_name": view.unit_name,
        "kind": view.report.kind.code(), "form": view.report.form.code(), "subject": view.report.subject,
        "period": view.report.period.to_string(), "parts": parts, "figures": figures, "editions": editions,
    })))
}

fn figure(bound: &Bound) -> Tree {
    json!({
        "name": bound.figure.name, "number": bound.figure.number, "unit": bound.figure.unit.to_string(),
        "slot": bound.figure.slot.0, "label": bound.name, "measure": bound.measure, "value": sum(bound.sum),
    })
}
