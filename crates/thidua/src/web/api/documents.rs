//! Documents that were read, their originals, and the files behind figures.
//!
//! Not here: uploading and deciding, which people do on the pages with the text before them.

use acts::evidence::{self, HandedFile};
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::id::{DocumentId, EvidenceId};
use serde_json::{Value as Tree, json};

use super::json::{answer, moment};
use super::params::{Sent, id};
use super::{Answer, Caller};
use crate::web::answer::file;

/// The parameters of the list.
pub(super) const LIST: &[&str] = &["before"];

/// Documents within reach, newest first, fifty at a time.
pub(super) async fn list(Caller(ctx): Caller, sent: Sent) -> Answer {
    let before: Option<DocumentId> = sent.only(LIST)?.id("before")?;
    let found = acts::document::list(&ctx, before).await?;
    let next = (found.len() == 50).then(|| found.last().map(|one| one.head.id.to_string())).flatten();
    let rows: Vec<Tree> = found
        .iter()
        .map(|one| {
            let head = &one.head;
            json!({
                "id": head.id.to_string(), "unit": head.unit.to_string(), "unit_name": one.unit_name,
                "title": head.title, "name": head.name, "kind": head.kind, "period": head.period.to_string(),
                "published": head.published.map(|day| day.to_string()), "uploaded": moment(head.at_ms),
                "written": head.written_ms.map(moment), "proposals": one.all, "undecided": one.open,
                "original": format!("/api/v1/documents/{}/original", head.id),
            })
        })
        .collect();
    Ok(answer(json!({ "documents": rows, "next": next })))
}

/// The original of a document.
pub(super) async fn original(Caller(ctx): Caller, Path(text): Path<String>, sent: Sent) -> Answer {
    sent.only(&[])?;
    Ok(handed(evidence::original(&ctx, id("document", &text)?).await?))
}

/// The file behind a figure.
pub(super) async fn evidence(Caller(ctx): Caller, Path(text): Path<String>, sent: Sent) -> Answer {
    sent.only(&[])?;
    let piece: EvidenceId = id("evidence", &text)?;
    Ok(handed(evidence::file(&ctx, piece).await?))
}

fn handed(of: HandedFile) -> Response {
    let mut response = file(&of.name, &of.media, of.content);
    response.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
