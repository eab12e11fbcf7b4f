//! What went wrong, as `application/problem+json`: a code for programs, a sentence for whoever reads the log.
//!
//! Not here: the pages of what went wrong (`web::guard`).

use std::error::Error;

use acts::error::{ActError, Fault, Never};
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::web::answer::Failure;

/// A request that did not end as asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    status: StatusCode,
    code: &'static str,
    title: &'static str,
    detail: String,
    more: Map<String, Value>,
}

impl Problem {
    /// A problem; `code` is for programs and never changes its meaning.
    pub(super) fn new(
        status: StatusCode,
        code: &'static str,
        title: &'static str,
        detail: impl Into<String>,
    ) -> Self {
        Self { status, code, title, detail: detail.into(), more: Map::new() }
    }

    /// The same with one more field.
    #[must_use]
    pub(super) fn with(mut self, name: &str, value: Value) -> Self {
        self.more.insert(name.to_owned(), value);
        self
    }

    /// No token, or one that does not hold.
    pub(super) fn unknown_caller() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "unknown-caller",
            "Chưa nhận ra mã truy cập",
            "Gửi kèm Authorization: Bearer MÃ, với mã còn hiệu lực.",
        )
    }

    /// Not there, or not to be known of.
    pub(super) fn missing() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not-found",
            "Không tìm thấy",
            "Không có, hoặc ngoài quyền xem của mã này.",
        )
    }

    /// The address is there, the method is not.
    pub(super) fn method() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method",
            "Không có thao tác này",
            "Xem /api/openapi.json để biết thao tác của địa chỉ này.",
        )
    }

    /// May be seen, but this may not be done.
    pub(super) fn denied() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "denied",
            "Không được giao quyền này",
            "Tài khoản của mã được xem nhưng không được làm việc này ở đơn vị này.",
        )
    }

    /// A parameter or a field that cannot be what it says; `name` is its name.
    pub(super) fn bad(name: &str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad-parameter", "Tham số chưa đúng", detail)
            .with("parameter", json!(name))
    }

    /// How an act's fault ends a request.
    fn of_act(fault: &Fault) -> Self {
        let numbered = Self::fault(fault);
        if fault.no_room() { Self::no_room() } else { numbered }
    }

    /// The disk is full.
    fn no_room() -> Self {
        let words = lang::Lang::Vi.words();
        Self::new(
            StatusCode::INSUFFICIENT_STORAGE,
            "no-room",
            words.frame.full_title,
            "Chưa ghi gì. Gửi lại khi ổ đĩa của máy chủ có chỗ.",
        )
    }

    /// A fault of ours, with its number in the log.
    pub(super) fn fault(fault: &dyn Error) -> Self {
        Self::from(Failure::fault(fault))
    }

    fn numbered(number: &str) -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "fault",
            "Lỗi hệ thống",
            format!("Báo người quản trị số {number}."),
        )
        .with("number", json!(number))
    }

    /// The end of an act that may refuse: its refusal is turned by `refused`.
    pub(super) fn of<R>(end: ActError<R>, refused: impl FnOnce(R) -> Self) -> Self {
        match end {
            ActError::Refused(refusal) => refused(refusal),
            ActError::Missing => Self::missing(),
            ActError::Denied(_) => Self::denied(),
            ActError::Fault(fault) => Self::of_act(&fault),
        }
    }
}

/// How what the pages share with the interface ended.
impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Fault(number) => Self::numbered(&number),
            Failure::Full => Self::no_room(),
            Failure::Denied => Self::denied(),
            // What concerns a browser alone does not end a request here.
            Failure::Missing
            | Failure::NoUnit
            | Failure::FormOnly
            | Failure::Login(_)
            | Failure::Elsewhere(_)
            | Failure::Stale
            | Failure::TooLarge
            | Failure::Unreadable
            | Failure::Slow => Self::missing(),
        }
    }
}

impl From<ActError<Never>> for Problem {
    fn from(end: ActError<Never>) -> Self {
        Self::of(end, |never| match never {})
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut body = Map::new();
        body.insert("type".to_owned(), json!("about:blank"));
        body.insert("title".to_owned(), json!(self.title));
        body.insert("status".to_owned(), json!(self.status.as_u16()));
        body.insert("code".to_owned(), json!(self.code));
        body.insert("detail".to_owned(), json!(self.detail));
        body.extend(self.more);
        let mut response = (self.status, Json(Value::Object(body))).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
