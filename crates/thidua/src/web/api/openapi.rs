//! The document that describes the interface to other programs.
//!
//! Not here: the interface itself; a test holds the two together.

use axum::Json;
use axum::extract::Request;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::problem::Problem;

/// The document.
pub(super) const TEXT: &str = include_str!("openapi.json");

/// Hands the document out, to anybody.
pub(super) async fn document(request: Request) -> Response {
    if request.uri().query().is_some_and(|query| !query.is_empty()) {
        return Problem::bad("query", "Địa chỉ này không có tham số.").into_response();
    }
    match serde_json::from_str::<Value>(TEXT) {
        Ok(document) => ([(header::CACHE_CONTROL, "no-cache")], Json(document)).into_response(),
        Err(fault) => Problem::fault(&fault).into_response(),
    }
}
