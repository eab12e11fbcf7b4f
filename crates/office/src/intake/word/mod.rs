//! Word files: body, tables, notes, headers and footers as one text.
//!
//! Tracked changes come in as if accepted. Text boxes come once, after the paragraph they hang on. Links,
//! templates and pictures outside the file are never fetched. Automatic numbers of paragraphs and headings are not
//! computed. Not here: writing Word files.

mod body;
mod styles;

use std::collections::BTreeSet;

use super::build::Build;
use super::tree::{self, Item, Numbers};
use super::{BlockKind, Intake, IntakeNote, IntakeRefusal, Kind};
use crate::container::{Container, PART_LIST};
use crate::hazard::Hazard;
use crate::xml::{self, Node, Pull};
use body::Body;
use styles::Styles;

/// Takes a Word file in.
pub(super) fn intake(bytes: &[u8]) -> Result<Intake, IntakeRefusal> {
    let mut container = Container::open(bytes)?;
    let main = main_part(&mut container)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let styles = match part(&mut container, &format!("{folder}/styles.xml"))? {
        Some(text) => Styles::read(&text)?,
        None => Styles::default(),
    };
    let mut reading = Body::new(&styles);
    let mut build = Build::default();
    let mut numbers = Numbers::default();

    let text = part(&mut container, &main)?.ok_or_else(|| Hazard::broken(&main))?;
    let items = reading.items(&mut Pull::new(&text, &main))?;
    drop(text);
    tree::render(&mut build, &items, None, &mut numbers)?;

    let mut seen = BTreeSet::new();
    for (stem, kind) in [
        ("footnotes", BlockKind::Footnote),
        ("endnotes", BlockKind::Footnote),
        ("header", BlockKind::Header),
        ("footer", BlockKind::Footer),
    ] {
        for name in parts_of(&container, &folder, stem) {
            let Some(text) = part(&mut container, &name)? else { continue };
            let items = reading.items(&mut Pull::new(&text, &name))?;
            // First, even and odd pages often carry the same words.
            if kind != BlockKind::Footnote && !seen.insert(plain(&items)) {
                continue;
            }
            let mut own = Numbers { paragraphs: 0, tables: numbers.tables };
            tree::render(&mut build, &items, Some(kind), &mut own)?;
            numbers.tables = own.tables;
        }
    }
    for note in reading.notes() {
        build.note(note);
    }
    if let Some(text) = part(&mut container, &format!("{folder}/comments.xml"))? {
        let count = comments(&text)?;
        if count > 0 {
            build.note(IntakeNote::CommentsDropped { count });
        }
    }
    build.finish(Kind::Word)
}

/// Name of the part that holds the body.
fn main_part(container: &mut Container<'_>) -> Result<String, Hazard> {
    const USUAL: &str = "word/document.xml";
    if container.has(USUAL) {
        return Ok(USUAL.to_owned());
    }
    let list = part(container, PART_LIST)?.ok_or_else(|| Hazard::broken(PART_LIST))?;
    let mut pull = Pull::new(&list, PART_LIST);
    loop {
        match pull.next()? {
            Node::Open(tag) => {
                let is_main = tag
                    .attribute("ContentType")
                    .is_some_and(|kind| kind.contains("wordprocessingml.document.main"));
                if let (true, Some(name)) = (is_main, tag.attribute("PartName")) {
                    return Ok(name.trim_start_matches('/').to_owned());
                }
            }
            Node::Close | Node::Text(_) => {}
            Node::End => return Err(Hazard::broken(PART_LIST)),
        }
    }
}

/// The text of a part, if the file has it.
fn part(container: &mut Container<'_>, name: &str) -> Result<Option<String>, Hazard> {
    container.read(name)?.map(|bytes| xml::part_text(&bytes, name)).transpose()
}

/// Names of the parts `stem.xml`, `stem1.xml`, … of the folder, in the sequence of their numbers.
fn parts_of(container: &Container<'_>, folder: &str, stem: &str) -> Vec<String> {
    let mut found: Vec<(u32, String)> = container
        .names()
        .iter()
        .filter_map(|name| {
            let number =
                name.strip_prefix(folder)?.strip_prefix('/')?.strip_prefix(stem)?.strip_suffix(".xml")?;
            let number = if number.is_empty() { 0 } else { number.parse().ok()? };
            Some((number, name.clone()))
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, name)| name).collect()
}

/// All words of items, to tell whether two headers say the same.
fn plain(items: &[Item]) -> String {
    let mut out = String::new();
    for item in items {
        match item {
            Item::Paragraph(paragraph) => {
                out.push_str(paragraph.text.trim());
                out.push('\n');
            }
            Item::Table(rows) => {
                for cell in rows.iter().flatten() {
                    out.push_str(&plain(&cell.items));
                }
            }
        }
    }
    out
}

/// How many remarks the margin holds.
fn comments(text: &str) -> Result<u32, Hazard> {
    let mut pull = Pull::new(text, "comments");
    let mut count = 0_u32;
    loop {
        match pull.next()? {
            Node::Open(tag) if tag.name() == "comment" => count = count.saturating_add(1),
            Node::Open(_) | Node::Close | Node::Text(_) => {}
            Node::End => return Ok(count),
        }
    }
}
