//! The stylesheet, script, fonts and icons, embedded, under a path that changes with their content.
//!
//! Not here: making them (`build.rs`), evidence files (they are somebody's and are served by permission).

use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The path under which all assets stand; the fingerprint lets browsers keep them for good.
const BASE: &str = concat!("/tinh/", env!("THIDUA_ASSETS"), "/");

/// An asset's name, media type and bytes.
type Asset = (&'static str, &'static str, &'static [u8]);

macro_rules! embedded {
    ($name:literal, $media:literal) => {
        ($name, $media, include_bytes!(concat!(env!("OUT_DIR"), "/assets/", $name)))
    };
}

const ALL: &[Asset] = &[
    embedded!("thidua.css", "text/css; charset=utf-8"),
    embedded!("award.css", "text/css; charset=utf-8"),
    embedded!("entry.css", "text/css; charset=utf-8"),
    embedded!("filing.css", "text/css; charset=utf-8"),
    embedded!("form.css", "text/css; charset=utf-8"),
    embedded!("reading.css", "text/css; charset=utf-8"),
    embedded!("rollup.css", "text/css; charset=utf-8"),
    embedded!("verify.css", "text/css; charset=utf-8"),
    embedded!("thidua.js", "text/javascript; charset=utf-8"),
    embedded!("monthly.js", "text/javascript; charset=utf-8"),
    embedded!("monthly-sw.js", "text/javascript; charset=utf-8"),
    embedded!("icons.svg", "image/svg+xml"),
    embedded!("latin.woff2", "font/woff2"),
    embedded!("vietnamese.woff2", "font/woff2"),
];

/// The address of an asset.
pub fn path(name: &str) -> String {
    format!("{BASE}{name}")
}

/// The text of an asset; empty for one that is not there.
pub fn text(name: &str) -> String {
    let found = ALL.iter().find(|(known, _, _)| *known == name);
    found.map_or_else(String::new, |(_, _, bytes)| String::from_utf8_lossy(bytes).into_owned())
}

/// An icon of the sprite, decorative: a word always stands beside it.
pub fn icon(name: &str) -> String {
    format!(
        "<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><use href=\"{BASE}icons.svg#{name}\"/></svg>"
    )
}

/// Serves an asset. An old fingerprint gets today's file without the promise that it never changes: a page that
/// was open across an update still works.
pub async fn serve(Path((fingerprint, name)): Path<(String, String)>) -> Response {
    let Some((_, media, bytes)) = ALL.iter().find(|(known, _, _)| *known == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let keep =
        if fingerprint == env!("THIDUA_ASSETS") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let headers: [(HeaderName, &str); 2] = [(header::CONTENT_TYPE, media), (header::CACHE_CONTROL, keep)];
    (headers, *bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::ALL;

    fn asset(name: &str) -> &'static [u8] {
        ALL.iter().find(|(known, _, _)| *known == name).unwrap().2
    }

    #[test]
    fn the_stylesheet_and_the_script_stay_small_and_within_old_browsers() {
        let common = asset("thidua.css").len();
        let sheets = ALL.iter().filter(|(_, media, _)| media.starts_with("text/css"));
        let mut css = String::new();
        for (name, _, bytes) in sheets {
            let room = if *name == "thidua.css" { 0 } else { bytes.len() };
            assert!(common + room <= 30 * 1024, "a page with {name} loads {} bytes of style", common + room);
            css.push_str(std::str::from_utf8(bytes).unwrap());
        }
        for young in ["color-mix(", "oklch(", "light-dark(", "@layer", "popover"] {
            assert!(
                !css.replace("không color-mix, oklch, light-dark, nesting, popover", "").contains(young),
                "{young}"
            );
        }
        let scripts = ["thidua.js", "monthly.js", "monthly-sw.js"].map(|name| asset(name).len());
        assert!(scripts.iter().sum::<usize>() <= 15 * 1024, "{scripts:?}");
    }

    #[test]
    fn fonts_and_icons_are_what_they_claim_to_be() {
        for font in ["latin.woff2", "vietnamese.woff2"] {
            assert!(asset(font).starts_with(b"wOF2"), "{font}");
        }
        let icons = std::str::from_utf8(asset("icons.svg")).unwrap();
        assert!(icons.matches("<symbol").count() > 20);
    }
}
