//! Answers: pages, redirects with a notice, and what went wrong.
//!
//! Not here: the pages of what went wrong (`guard` draws them in the visitor's language and look).

use acts::error::{ActError, Fault, Never};
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::encode::encode;
use super::frame::{Notice, NoticeKind};
use super::site::{Site, cookie};

/// How a request ended without its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Nobody is logged in; where to go afterwards.
    Login(String),
    /// Go there instead.
    Elsewhere(String),
    /// The page is about some unit, and none is within reach.
    NoUnit,
    /// Not there, or not to be known of.
    Missing,
    /// The address only takes a form; it was opened by itself.
    FormOnly,
    /// May be seen, but this may not be done.
    Denied,
    /// The form is too old, or came from elsewhere.
    Stale,
    /// What was sent is too large.
    TooLarge,
    /// What was sent cannot be read at all.
    Unreadable,
    /// Took too long; the act goes on.
    Slow,
    /// There is no room left to write; nothing was written.
    Full,
    /// A fault of ours, with its number in the log.
    Fault(String),
}

impl Failure {
    /// How an act's fault ends a request; written to the log once.
    pub fn of(fault: &Fault) -> Self {
        let numbered = Self::fault(fault);
        if fault.no_room() { Self::Full } else { numbered }
    }

    /// A fault, written to the log once with its whole chain; the person gets the number.
    pub fn fault(fault: &dyn std::error::Error) -> Self {
        let mut chain = fault.to_string();
        let mut next = fault.source();
        while let Some(cause) = next {
            chain.push_str(": ");
            chain.push_str(&cause.to_string());
            next = cause.source();
        }
        Self::numbered(&chain)
    }

    /// A fault told in words, written to the log.
    pub fn numbered(chain: &str) -> Self {
        let mut bytes = [0_u8; 4];
        // Without randomness the number is 0; the log line still has its time.
        let _ = getrandom::fill(&mut bytes);
        let number = format!("{:08X}", u32::from_be_bytes(bytes));
        tracing::error!(number, fault = chain, "a request failed");
        Self::Fault(number)
    }

    const fn status(&self) -> StatusCode {
        match self {
            Self::Login(_) | Self::Elsewhere(_) => StatusCode::SEE_OTHER,
            // Nothing went wrong: this is what the page looks like on the first day.
            Self::NoUnit => StatusCode::OK,
            Self::Missing => StatusCode::NOT_FOUND,
            Self::FormOnly => StatusCode::METHOD_NOT_ALLOWED,
            Self::Denied | Self::Stale => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Slow => StatusCode::SERVICE_UNAVAILABLE,
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = match &self {
            Self::Login(back) => to(&format!("/dang-nhap?ve={}", encode(back))),
            Self::Elsewhere(path) => to(path),
            Self::NoUnit
            | Self::Missing
            | Self::FormOnly
            | Self::Denied
            | Self::Stale
            | Self::TooLarge
            | Self::Unreadable
            | Self::Slow
            | Self::Full
            | Self::Fault(_) => self.status().into_response(),
        };
        // The guard finds this and draws the page.
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::of(&fault)
    }
}

impl From<ActError<Never>> for Failure {
    fn from(error: ActError<Never>) -> Self {
        match error {
            ActError::Refused(never) => match never {},
            ActError::Missing => Self::Missing,
            ActError::Denied(_) => Self::Denied,
            ActError::Fault(fault) => Self::of(&fault),
        }
    }
}

/// Parts a refusal, which the form shows again, from everything else, which ends the request.
pub fn refused<T, R>(outcome: Result<T, ActError<R>>) -> Result<Result<T, R>, Failure> {
    match outcome {
        Ok(done) => Ok(Ok(done)),
        Err(ActError::Refused(refusal)) => Ok(Err(refusal)),
        Err(ActError::Missing) => Err(Failure::Missing),
        Err(ActError::Denied(_)) => Err(Failure::Denied),
        Err(ActError::Fault(fault)) => Err(Failure::of(&fault)),
    }
}

/// Drives an act on a thread of its own. For acts that write a whole tree at once, and for those whose borrowing the
/// compiler cannot prove movable between threads.
pub async fn apart<T, F>(act: impl FnOnce() -> F + Send + 'static) -> Result<T, Failure>
where
    F: Future<Output = T>,
    T: Send + 'static,
{
    let now = tokio::runtime::Handle::current();
    tokio::task::spawn_blocking(move || now.block_on(act())).await.map_err(|fault| Failure::fault(&fault))
}

/// What a handler gives back.
pub type Answer = Result<Response, Failure>;

/// A page.
pub fn page(page: &impl Template) -> Answer {
    with_status(StatusCode::OK, page)
}

/// A form again, with what was refused.
pub fn again(page: &impl Template) -> Answer {
    with_status(StatusCode::UNPROCESSABLE_ENTITY, page)
}

/// A page with its status.
pub fn with_status(status: StatusCode, page: &impl Template) -> Answer {
    let html = page.render().map_err(|fault| Failure::fault(&fault))?;
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    Ok((status, headers, html).into_response())
}

/// A redirect after a form.
pub fn to(path: &str) -> Response {
    // Addresses are made of encoded parts; one that is not falls back to the home page.
    let place = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response()
}

/// A redirect with a notice on the page it leads to.
pub fn done(site: &Site, path: &str, text: &str, undo: Option<&str>) -> Response {
    told(site, path, NoticeKind::Done, text, undo)
}

/// A redirect with a notice of any kind.
pub fn told(site: &Site, path: &str, kind: NoticeKind, text: &str, undo: Option<&str>) -> Response {
    let mut response = to(path);
    let mark = match kind {
        NoticeKind::Done => 'd',
        NoticeKind::Warn => 'w',
        NoticeKind::Told => 't',
    };
    let value = format!("{mark}.{}.{}", encode(undo.unwrap_or("")).replace('.', "%2E"), encode(text));
    set_cookie(&mut response, &site.cookie(cookie::NOTICE, &value, Some(60)));
    response
}

/// Reads back a notice from its cookie.
pub fn notice_of(value: &str) -> Option<Notice> {
    let (mark, rest) = value.split_once('.')?;
    let (undo, text) = rest.split_once('.')?;
    let kind = match mark {
        "d" => NoticeKind::Done,
        "w" => NoticeKind::Warn,
        _ => NoticeKind::Told,
    };
    let undo = super::encode::decode(undo);
    let undo = (!undo.is_empty() && super::encode::local(&undo) == undo).then_some(undo);
    Some(Notice { kind, text: super::encode::decode(text), undo })
}

/// Adds a cookie to an answer.
pub fn set_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// A file for the person: shown in the browser only when that is safe, else saved.
pub fn file(name: &str, media: &str, bytes: Vec<u8>) -> Response {
    let shown = matches!(media, "application/pdf" | "image/png" | "image/jpeg" | "text/plain; charset=utf-8");
    let kind = if shown { "inline" } else { "attachment" };
    let disposition = format!("{kind}; filename*=UTF-8''{}", encode(name));
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    let media = HeaderValue::from_str(media).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_TYPE, media);
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}

/// The media type of Word files.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The media type of Excel files.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

#[cfg(test)]
mod tests {
    use super::{Failure, notice_of};
    use crate::web::frame::NoticeKind;

    #[test]
    fn a_notice_survives_its_cookie_and_never_undoes_elsewhere() {
        let notice = notice_of("d.%2Fnhap%2F1a%2Fhoan-tac.%C4%90%C3%A3%20nh%E1%BA%ADp.").unwrap();
        assert_eq!(notice.kind, NoticeKind::Done);
        assert_eq!(notice.undo.as_deref(), Some("/nhap/1a/hoan-tac"));
        assert_eq!(notice.text, "Đã nhập.");
        assert!(
            notice_of("d.https%3A%2F%2Fevil.x").unwrap_or_else(|| notice_of("t..a").unwrap()).undo.is_none()
        );
        assert!(notice_of("rubbish").is_none());
    }

    #[test]
    fn a_fault_has_a_number_and_no_words_of_the_machine() {
        let Failure::Fault(number) = Failure::numbered("disk on fire") else { unreachable!() };
        assert_eq!(number.len(), 8);
    }
}
