//! What stands around every request: its own task, its time, the check of where it comes from, security headers,
//! and the page of what went wrong.
//!
//! Not here: who may do what.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::answer::{Failure, set_cookie, with_status};
use super::assets::icon;
use super::fault::page::FaultPage;
use super::frame::{Frame, Link, Place};
use super::site::{Site, cookie};
use super::visit::{FreshSeed, Member, Visitor};

/// How long a visitor waits. The act itself goes on: half of an import would be worse than a late answer.
const PATIENCE: Duration = Duration::from_mins(2);

/// No script and no style but our own, no frame around us, nothing sent elsewhere. Icons come from `data:` once, so
/// that browsers do not ask for a file that is not there.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
                      form-action 'self'; frame-ancestors 'none'";

/// Runs the request in a task of its own, so that a dropped connection never cancels a half-done act.
pub async fn own_task(request: Request, next: Next) -> Response {
    let task = tokio::spawn(next.run(request));
    match tokio::time::timeout(PATIENCE, task).await {
        Ok(Ok(response)) => response,
        Ok(Err(panic)) => Failure::fault(&panic).into_response(),
        Err(_) => Failure::Slow.into_response(),
    }
}

/// Checks where the request comes from, sets the headers, and draws the page of what went wrong.
pub async fn dress(State(site): State<Site>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let seed = fresh_seed(&parts.headers, &site);
    if let Some(seed) = &seed {
        parts.extensions.insert(FreshSeed(seed.clone()));
    }
    let visitor = Visitor::read(&parts, &site);
    let path = parts.uri.path().to_owned();
    let asset = path.starts_with("/tinh/");
    let mut response = if comes_from_here(&parts.method, &parts.headers) {
        next.run(Request::from_parts(parts, body)).await
    } else {
        Failure::Stale.into_response()
    };
    if let Some(failure) = response.extensions_mut().remove::<Failure>().or_else(|| unsaid(&path, &response))
    {
        response = drawn(&visitor, failure, response).await;
    }
    if !asset {
        if let Some(seed) = seed {
            set_cookie(&mut response, &site.cookie(cookie::SEED, &seed, None));
        }
        if visitor.notice.is_some() && response.status().is_success() {
            set_cookie(&mut response, &site.cookie(cookie::NOTICE, "", Some(0)));
        }
    }
    secure(response.headers_mut(), site.settings.secure);
    response
}

/// What the server's own short answers mean to somebody at a browser: an address that only takes a form was opened by
/// itself, or a query cannot be read. Programs get theirs as they are.
fn unsaid(path: &str, response: &Response) -> Option<Failure> {
    let bare = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    if path.starts_with("/api/") || !bare {
        return None;
    }
    match response.status() {
        StatusCode::METHOD_NOT_ALLOWED => Some(Failure::FormOnly),
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => Some(Failure::Unreadable),
        _ => None,
    }
}

/// A random value for a browser that has none yet.
fn fresh_seed(headers: &HeaderMap, site: &Site) -> Option<String> {
    let name = format!("{}=", site.cookie_name(cookie::SEED));
    let known = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    if known.into_iter().flat_map(|line| line.split(';')).any(|pair| pair.trim().starts_with(&name)) {
        return None;
    }
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(format!("{:032x}", u128::from_be_bytes(bytes)))
}

/// Whether a request that may change something was sent by one of our own pages. Browsers say so in
/// `Sec-Fetch-Site`; older ones at least in `Origin`. The form's token is checked besides.
fn comes_from_here(method: &Method, headers: &HeaderMap) -> bool {
    if method == Method::GET || method == Method::HEAD {
        return true;
    }
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    match (text(header::ORIGIN), text(header::HOST)) {
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, from)| from == host),
        (None, _) => true,
        (Some(_), None) => false,
    }
}

fn secure(headers: &mut HeaderMap, tls: bool) {
    let mut set = |name: &'static str, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set("content-security-policy", POLICY);
    set("x-content-type-options", "nosniff");
    set("referrer-policy", "same-origin");
    set("x-frame-options", "DENY");
    set("cross-origin-opener-policy", "same-origin");
    set("permissions-policy", "camera=(), geolocation=(), microphone=()");
    if tls {
        set("strict-transport-security", "max-age=31536000");
    }
}

/// Whoever is logged in keeps the menu on a page of what went wrong, unless the store itself may be what failed.
async fn known(visitor: &Visitor, failure: &Failure) -> Option<Member> {
    if matches!(failure, Failure::Slow | Failure::Full | Failure::Fault(_)) {
        return None;
    }
    let member = Member::of(visitor.clone()).await.ok().flatten()?;
    // With a first password nothing of the menu opens yet.
    (!member.person.must_change).then_some(member)
}

/// The page of what went wrong, in the visitor's language and look.
async fn drawn(visitor: &Visitor, failure: Failure, response: Response) -> Response {
    if matches!(failure, Failure::Login(_) | Failure::Elsewhere(_)) {
        return response;
    }
    let words = visitor.words();
    let f = &words.frame;
    let member = known(visitor, &failure).await;
    let manages = member.as_ref().is_some_and(|member| member.may.manage);
    let home = vec![Link::to(f.missing_way, "/")];
    let reload = vec![Link::to(f.reload, visitor.path.clone())];
    let first = vec![Link::to(words.unit.create, "/don-vi/tao"), Link::to(words.unit.import, "/don-vi/nhap")];
    let o = &words.overview;
    let (title, text, drawing, ways) = match failure {
        Failure::Login(_) | Failure::Elsewhere(_) => return response,
        Failure::NoUnit if manages => {
            (o.unit_blank_title, o.unit_blank_text.to_owned(), icon("sitemap"), first)
        }
        Failure::NoUnit => (o.no_reach_title, o.no_reach_text.to_owned(), icon("lock"), home),
        Failure::Missing => (f.missing_title, f.missing_text.to_owned(), icon("map-pin"), home),
        Failure::FormOnly => {
            let up = visitor
                .path
                .split('?')
                .next()
                .and_then(|path| path.rsplit_once('/'))
                .map_or("", |(up, _)| up);
            let up = if up.is_empty() { home } else { vec![Link::to(words.common.back, up)] };
            (f.form_only_title, f.form_only_text.to_owned(), icon("arrow-back-up"), up)
        }
        Failure::Denied => (f.denied_title, f.denied_text.to_owned(), icon("lock"), home),
        Failure::Stale => (f.stale_title, f.stale_text.to_owned(), icon("clock"), home),
        Failure::TooLarge => (f.too_large_title, f.too_large_text.to_owned(), icon("file-text"), home),
        Failure::Unreadable => (f.unreadable_title, f.unreadable_text.to_owned(), icon("alert-circle"), home),
        Failure::Slow => (f.slow_title, f.slow_text.to_owned(), icon("clock"), reload),
        Failure::Full => (f.full_title, f.full_text.to_owned(), icon("cloud-off"), home),
        Failure::Fault(number) => (f.fault_title, f.fault_text(number), icon("cloud-off"), reload),
    };
    let frame = |member: Member| member.bare_frame(title, Place::Nowhere);
    let f: Frame = member.map_or_else(|| visitor.frame(title), frame);
    let page = FaultPage { f, icon: drawing, text, ways };
    with_status(response.status(), &page).unwrap_or(response)
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, Method};

    use super::comes_from_here;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn only_our_own_pages_may_change_things() {
        let own = |pairs: &[(&'static str, &'static str)]| comes_from_here(&Method::POST, &headers(pairs));
        assert!(own(&[("sec-fetch-site", "same-origin")]));
        assert!(!own(&[("sec-fetch-site", "cross-site"), ("origin", "http://a"), ("host", "a")]));
        assert!(!own(&[("sec-fetch-site", "same-site")]));
        assert!(own(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")]));
        assert!(!own(&[("origin", "http://evil.example"), ("host", "127.0.0.1:8080")]));
        assert!(!own(&[("origin", "null"), ("host", "127.0.0.1:8080")]));
        assert!(comes_from_here(&Method::GET, &headers(&[("sec-fetch-site", "cross-site")])));
    }
}
