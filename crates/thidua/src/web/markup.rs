//! Renders every sample of every page in both languages and checks what a browser would only stumble over later:
//! balanced tags, one h1, labels, addresses, unique ids. Leaves the pages beside the build for looking at.
//!
//! Not here: what only a real browser can show (the browser tests).

use std::collections::HashSet;

use askama::Template;
use lang::Lang;

use super::frame::{Frame, Link, May, Place, User, Working};
use super::{
    admin, award, badge, capacity, certificate, council, decision, entry, fault, filing, form, freeze,
    import, key, launch, login, nomination, overview, person, programme, reading, register, report, rollup,
    round, token, unit, verify,
};

/// A page rendered from sample values.
pub struct Sample {
    name: &'static str,
    html: String,
}

impl Sample {
    /// Renders a page.
    pub fn new(name: &'static str, page: &impl Template) -> Self {
        Self { name, html: page.render().unwrap() }
    }
}

/// The frame of somebody logged in who may do everything.
pub fn frame(lang: Lang, title: impl Into<String>, place: Place) -> Frame {
    let mut f = Frame::new(lang, title);
    f.place = place;
    f.user = Some(User::named("Lê Thị Hạnh"));
    f.may = May { enter: true, read: true, manage: true, approve: true };
    f.token = "ma-thu".to_owned();
    f.printed = lang.words().frame.printed("16:05 ngày 15/5/2024");
    f.unit = Some(Working {
        id: "1a".to_owned(),
        name: "Đảng ủy Khối Cơ quan Dân Chính Đảng TP Cần Thơ".to_owned(),
        heading: "ĐẢNG ỦY KHỐI CƠ QUAN DÂN CHÍNH ĐẢNG TP CẦN THƠ".to_owned(),
        choices: vec![
            Link { here: true, ..Link::to("Đảng ủy Khối", "/?don-vi=1a") },
            Link::to("Đảng bộ Sở Y tế", "/?don-vi=2b"),
        ],
    });
    f
}

fn samples(lang: Lang) -> Vec<Sample> {
    let mut all = Vec::new();
    for of in [
        admin::page::samples,
        award::page::samples,
        council::page::samples,
        decision::page::samples,
        badge::page::samples,
        capacity::page::samples,
        certificate::page::samples,
        entry::page::samples,
        fault::page::samples,
        filing::book::page::samples,
        form::page::samples,
        filing::page::samples,
        freeze::page::samples,
        import::page::samples,
        key::page::samples,
        launch::page::samples,
        login::page::samples,
        nomination::page::samples,
        overview::page::samples,
        person::page::samples,
        programme::page::samples,
        reading::page::samples,
        report::page::samples,
        register::page::samples,
        rollup::page::samples,
        round::page::samples,
        token::page::samples,
        unit::page::samples,
        verify::page::samples,
    ] {
        all.extend(of(lang));
    }
    all
}

/// A tag of the page with its attributes.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
    closing: bool,
}

impl Tag<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

const VOID: [&str; 11] =
    ["circle", "meta", "link", "input", "br", "img", "hr", "rect", "line", "path", "use"];

/// The tags in their sequence. Strict on purpose: an attribute without quotes or a lone `<` is a mistake here.
fn tags(html: &str) -> Result<Vec<Tag<'_>>, String> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(end) = after.strip_prefix("!DOCTYPE html>") {
            rest = end;
            continue;
        }
        let mut quoted = false;
        let end = after
            .char_indices()
            .find(|(_, letter)| {
                quoted ^= *letter == '"';
                *letter == '>' && !quoted
            })
            .map(|(at, _)| at)
            .ok_or("a tag without an end")?;
        let (inside, next) = (&after[..end], &after[end + 1..]);
        rest = next;
        let (closing, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
        let inside = inside.trim_end_matches('/');
        let (name, attributes) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        if name.is_empty() || !name.chars().all(|letter| letter.is_ascii_alphanumeric()) {
            return Err(format!("a strange tag: <{inside}>"));
        }
        found.push(Tag { name, attributes: attributes_of(attributes)?, closing });
    }
    Ok(found)
}

fn attributes_of(text: &str) -> Result<Vec<(&str, &str)>, String> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find([' ', '=', '\n']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        if let Some(value) = after.strip_prefix("=\"") {
            let (value, after) = value.split_once('"').ok_or_else(|| format!("{name}: no end"))?;
            found.push((name, value));
            rest = after.trim_start();
        } else if after.starts_with('=') {
            return Err(format!("{name}: a value without quotes"));
        } else {
            found.push((name, ""));
            rest = after.trim_start();
        }
    }
    Ok(found)
}

fn mistakes(html: &str) -> Vec<String> {
    let tags = match tags(html) {
        Ok(tags) => tags,
        Err(mistake) => return vec![mistake],
    };
    let mut out = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut within_label = 0_usize;
    let labelled: HashSet<&str> =
        tags.iter().filter(|tag| tag.name == "label").filter_map(|tag| tag.get("for")).collect();
    let mut ids = HashSet::new();
    for tag in &tags {
        if tag.closing {
            match open.pop() {
                Some(last) if last == tag.name => {}
                last => out.push(format!("</{}> closes {last:?}", tag.name)),
            }
            within_label -= usize::from(tag.name == "label");
            continue;
        }
        if !VOID.contains(&tag.name) {
            open.push(tag.name);
        }
        within_label += usize::from(tag.name == "label");
        if let Some(id) = tag.get("id")
            && !ids.insert(id)
        {
            out.push(format!("id {id:?} stands twice"));
        }
        check_tag(tag, within_label > 0, &labelled, &mut out);
    }
    if !open.is_empty() {
        out.push(format!("never closed: {open:?}"));
    }
    for tag in &tags {
        for pointer in ["for", "aria-labelledby", "aria-describedby"] {
            for id in tag.get(pointer).unwrap_or("").split_whitespace() {
                if !ids.contains(id) {
                    out.push(format!("{pointer}={id:?} points nowhere"));
                }
            }
        }
    }
    let headings = tags.iter().filter(|tag| tag.name == "h1" && !tag.closing).count();
    if headings != 1 {
        out.push(format!("{headings} h1"));
    }
    out
}

fn check_tag(tag: &Tag<'_>, within_label: bool, labelled: &HashSet<&str>, out: &mut Vec<String>) {
    for address in ["href", "action", "src"] {
        if tag.get(address).is_some_and(|value| value.is_empty() || value == "#") {
            out.push(format!("<{}> with an empty {address}", tag.name));
        }
    }
    for banned in ["style", "onclick"] {
        if tag.get(banned).is_some() {
            out.push(format!("<{}> with {banned}: the page's own policy forbids it", tag.name));
        }
    }
    let unseen = matches!(tag.get("type"), Some("hidden" | "submit"));
    if matches!(tag.name, "input" | "select" | "textarea") && !unseen {
        let named = within_label
            || tag.get("aria-label").is_some()
            || tag.get("aria-labelledby").is_some()
            || tag.get("id").is_some_and(|id| labelled.contains(id));
        if !named {
            out.push(format!("<{} name={:?}> without a label", tag.name, tag.get("name")));
        }
    }
}

#[test]
fn every_sample_in_both_languages_is_well_formed() {
    let folder = std::path::Path::new(env!("OUT_DIR")).join("samples");
    std::fs::create_dir_all(&folder).unwrap();
    let mut found = Vec::new();
    for lang in Lang::ALL {
        for sample in samples(lang) {
            std::fs::write(folder.join(format!("{}-{}.html", sample.name, lang.tag())), &sample.html)
                .unwrap();
            found.extend(
                mistakes(&sample.html)
                    .into_iter()
                    .map(|mistake| format!("{} {}: {mistake}", sample.name, lang.tag())),
            );
            if sample.html.len() > 60 * 1024 {
                found.push(format!("{}: {} bytes", sample.name, sample.html.len()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_checks_find_what_they_are_for() {
    for (html, expected) in [
        ("<h1>a</h1><div><p></div></p>", "closes"),
        ("<h1>a</h1><a href=\"\">b</a>", "empty href"),
        ("<h1>a</h1><input name=\"x\">", "without a label"),
        ("<h1>a</h1><i id=\"x\"></i><i id=\"x\"></i>", "twice"),
        ("<h1>a</h1><h1>b</h1>", "2 h1"),
        ("<h1>a</h1><label for=\"z\">b</label>", "points nowhere"),
        ("<h1>a</h1><p style=\"x\">b</p>", "forbids"),
        ("<h1>a</h1> 3 < 4 ", "a tag without an end"),
    ] {
        assert!(
            mistakes(html).iter().any(|mistake| mistake.contains(expected)),
            "{html}: {:?}",
            mistakes(html)
        );
    }
}
