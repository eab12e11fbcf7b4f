//! Cutting a page into paragraphs and tables, each with the element it came from.
//!
//! Not here: telling the paper from the furniture ([`super::content`]).

use super::super::BlockKind;
use super::super::tree::{Cell, Item};
use super::page::{Node, NodeId, Page, is_block};
use crate::legacy::{self, Encoding};

/// An item and where on the page it came from.
#[derive(Debug)]
pub(super) struct Found {
    /// The innermost block element around it.
    pub element: NodeId,
    /// The paragraph or table.
    pub item: Item,
    /// Code points in it.
    pub characters: usize,
    /// Code points of it that are links.
    pub linked: usize,
}

/// All that a page shows.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    /// In the sequence of the page.
    pub items: Vec<Found>,
    /// Old encodings that were converted by font.
    pub encodings: Vec<Encoding>,
    /// When the page says it was published, as written there.
    pub published: Option<String>,
}

/// Elements that show nothing or nothing to read.
const UNSEEN: [&str; 16] = [
    "script", "style", "template", "noscript", "svg", "iframe", "object", "audio", "video", "canvas", "map",
    "math", "noembed", "noframes", "select", "textarea",
];

/// Longest text of a table cell, in code points, before the table is taken for a means of layout.
const CELL_OF_DATA: usize = 1_200;

/// Most columns that a cell of a table may claim to cover.
const SPAN: u32 = 100;

/// Most columns of a table; cells beyond are not read.
const COLUMNS: usize = 1_000;

/// Cuts a page. With `converted` its letters need no old font any more.
pub(super) fn find(page: &Page, converted: bool) -> Blocks {
    let mut cut = Cut { page, converted, out: Blocks::default(), text: String::new(), linked: 0, element: 0 };
    cut.walk(0, Around::default());
    cut.flush(BlockKind::Paragraph);
    cut.out
}

/// What the elements around a text say about it.
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    link: bool,
    keep_blanks: bool,
    old_font: Option<(Encoding, bool)>,
}

/// A cut in progress.
struct Cut<'a> {
    page: &'a Page,
    converted: bool,
    out: Blocks,
    /// The paragraph being gathered.
    text: String,
    linked: usize,
    element: NodeId,
}

impl Cut<'_> {
    /// Goes through an element. As deep as the page, which is limited.
    fn walk(&mut self, id: NodeId, around: Around) {
        let page = self.page;
        let Some(node) = page.node(id) else { return };
        if node.name.is_empty() && id != 0 {
            self.add(&node.text, around);
            return;
        }
        if is_hidden(node) {
            return;
        }
        match node.name.as_str() {
            "meta" => return self.meta(node),
            "br" => return self.text.push('\n'),
            "table" if is_data(page, id) => {
                self.flush(BlockKind::Paragraph);
                return self.table(id, around);
            }
            _ => {}
        }
        let block = is_block(&node.name);
        let outside = self.element;
        if block {
            self.flush(self.kind_of(outside));
            self.element = id;
        } else if matches!(node.name.as_str(), "input" | "img" | "button") {
            self.text.push(' ');
        }
        let inner = self.inner(node, around);
        for child in &node.children {
            self.walk(*child, inner);
        }
        if block {
            self.flush(self.kind_of(id));
            self.element = outside;
        }
    }

    /// What an element adds to what is around a text.
    fn inner(&self, node: &Node, around: Around) -> Around {
        let mut inner = around;
        match node.name.as_str() {
            "a" => inner.link = true,
            "pre" => inner.keep_blanks = true,
            _ => {}
        }
        if !self.converted {
            let style = node.attribute("style").unwrap_or_default();
            let family = style.split(';').find_map(|rule| {
                let (name, value) = rule.split_once(':')?;
                let first = value.split(',').next().unwrap_or(value).trim();
                match name.trim().to_ascii_lowercase().as_str() {
                    "font-family" => Some(first.to_owned()),
                    // The short form has its sizes before the name.
                    "font" => first.rsplit(' ').next().map(str::to_owned),
                    _ => None,
                }
            });
            let face = if node.name == "font" { node.attribute("face") } else { None };
            if let Some(name) = face.or(family) {
                inner.old_font = legacy::of_font(name.split(',').next().unwrap_or_default());
            }
        }
        inner
    }

    /// Adds text to the paragraph being gathered; runs of blanks become one.
    fn add(&mut self, text: &str, around: Around) {
        let shown = match around.old_font {
            Some((encoding, capitals)) if !legacy::has_vietnamese_letters(text) => {
                let shown = legacy::from_font(text, encoding, capitals);
                if shown != text && !self.out.encodings.contains(&encoding) {
                    self.out.encodings.push(encoding);
                }
                shown
            }
            Some(_) | None => text.to_owned(),
        };
        let mut added = 0_usize;
        for letter in shown.chars() {
            // No-break spaces stay: they hold a number to its unit.
            if around.keep_blanks || !letter.is_whitespace() || letter == '\u{a0}' {
                self.text.push(letter);
            } else if !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            } else {
                continue;
            }
            added = added.saturating_add(1);
        }
        if around.link {
            self.linked = self.linked.saturating_add(added);
        }
    }

    /// Ends the paragraph being gathered. An empty line inside it makes two of it.
    fn flush(&mut self, kind: BlockKind) {
        let text = std::mem::take(&mut self.text);
        let mut linked = std::mem::take(&mut self.linked);
        let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
        for stretch in lines.split(|line| line.is_empty()) {
            if stretch.is_empty() {
                continue;
            }
            let text = stretch.join("\n");
            let characters = text.chars().count();
            let own = linked.min(characters);
            linked = linked.saturating_sub(own);
            let item = Item::paragraph(text, kind);
            self.out.items.push(Found { element: self.element, item, characters, linked: own });
        }
    }

    /// What a paragraph directly inside this element is.
    fn kind_of(&self, id: NodeId) -> BlockKind {
        let Some(node) = self.page.node(id) else { return BlockKind::Paragraph };
        let level = node.name.strip_prefix('h').and_then(|digits| digits.parse::<u8>().ok());
        match (node.name.as_str(), level) {
            ("title", _) => BlockKind::Heading { level: 1 },
            (_, Some(level)) => BlockKind::Heading { level },
            ("figcaption" | "caption", _) => BlockKind::Caption,
            _ => {
                let captioned =
                    self.page.around(id).take(3).filter_map(|id| self.page.node(id)).any(|node| {
                        let label = node.label();
                        node.name == "figure"
                            || ["caption", "chu-thich", "chuthich", "photo-desc", "image-desc"]
                                .into_iter()
                                .any(|mark| label.contains(mark))
                    });
                if captioned { BlockKind::Caption } else { BlockKind::Paragraph }
            }
        }
    }

    /// What the head of the page says about its publication.
    fn meta(&mut self, node: &Node) {
        let name = ["property", "name", "itemprop"].into_iter().find_map(|kind| node.attribute(kind));
        let is_date = name.is_some_and(|name| {
            let name = name.to_lowercase();
            ["article:published_time", "pubdate", "datepublished", "date", "dc.date.issued"]
                .contains(&name.as_str())
        });
        if is_date && self.out.published.is_none() {
            self.out.published =
                node.attribute("content").map(|text| text.trim().to_owned()).filter(|t| !t.is_empty());
        }
    }

    /// A table of data.
    fn table(&mut self, id: NodeId, around: Around) {
        let children = self.page.node(id).map(|node| node.children.clone()).unwrap_or_default();
        for child in children {
            if self.page.node(child).is_some_and(|node| node.name == "caption") {
                self.walk(child, around);
            }
        }
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        // For each column, how many more rows the cell above still covers.
        let mut covered: Vec<u32> = Vec::new();
        let (mut characters, mut linked) = (0_usize, 0_usize);
        for row in rows_of(self.page, id) {
            let mut cells = Vec::new();
            let mut column = 0_usize;
            let mut next: Vec<u32> = covered.iter().map(|left| left.saturating_sub(1)).collect();
            let children = self.page.node(row).map(|node| node.children.clone()).unwrap_or_default();
            for child in children {
                let Some(node) =
                    self.page.node(child).filter(|node| matches!(node.name.as_str(), "td" | "th"))
                else {
                    continue;
                };
                while covered.get(column).is_some_and(|left| *left > 0) {
                    column = column.saturating_add(1);
                }
                let columns = span(node, "colspan");
                let height = span(node, "rowspan");
                let items = self.cell(child, around, &mut characters, &mut linked);
                if column >= COLUMNS {
                    break;
                }
                let number = u32::try_from(column.saturating_add(1)).unwrap_or(u32::MAX);
                cells.push(Cell { column: number, columns, rows: height, items });
                for _ in 0..columns {
                    if next.len() <= column {
                        next.resize(column.saturating_add(1), 0);
                    }
                    if let Some(left) = next.get_mut(column) {
                        *left = height.saturating_sub(1);
                    }
                    column = column.saturating_add(1);
                }
            }
            covered = next;
            rows.push(cells);
        }
        self.out.items.push(Found { element: id, item: Item::Table(rows), characters, linked });
    }

    /// What is in a cell, gathered apart from the page around it.
    fn cell(&mut self, id: NodeId, around: Around, characters: &mut usize, linked: &mut usize) -> Vec<Item> {
        let mark = self.out.items.len();
        self.walk(id, around);
        let found = self.out.items.split_off(mark.min(self.out.items.len()));
        let mut items = Vec::new();
        for one in found {
            *characters = characters.saturating_add(one.characters);
            *linked = linked.saturating_add(one.linked);
            items.push(one.item);
        }
        items
    }
}

/// Rows of a table, not those of tables inside it. A table of data has none inside.
fn rows_of(page: &Page, id: NodeId) -> Vec<NodeId> {
    let mut rows = Vec::new();
    for child in page.node(id).map(|node| node.children.as_slice()).unwrap_or_default() {
        match page.node(*child).map_or("", |node| node.name.as_str()) {
            "tr" => rows.push(*child),
            "tbody" | "thead" | "tfoot" => rows.extend(rows_of(page, *child)),
            _ => {}
        }
    }
    rows
}

/// Whether a table holds data: two rows and two columns at least, no table inside, no long text in its cells.
fn is_data(page: &Page, id: NodeId) -> bool {
    let rows = rows_of(page, id);
    let mut widest = 0_usize;
    for row in &rows {
        let cells: Vec<NodeId> = page
            .node(*row)
            .map(|node| node.children.as_slice())
            .unwrap_or_default()
            .iter()
            .copied()
            .filter(|cell| page.node(*cell).is_some_and(|node| matches!(node.name.as_str(), "td" | "th")))
            .collect();
        widest = widest.max(cells.len());
        for cell in cells {
            match text_length(page, cell) {
                Some(length) if length <= CELL_OF_DATA => {}
                _ => return false,
            }
        }
    }
    rows.len() >= 2 && widest >= 2
}

/// Code points of text inside an element; `None` when there is a table or an article inside.
fn text_length(page: &Page, id: NodeId) -> Option<usize> {
    let mut total = 0_usize;
    let mut left = vec![id];
    while let Some(id) = left.pop() {
        let node = page.node(id)?;
        if matches!(node.name.as_str(), "table" | "article" | "h1") {
            return None;
        }
        total = total.saturating_add(node.text.trim().chars().count());
        if total > CELL_OF_DATA {
            return Some(total);
        }
        left.extend(&node.children);
    }
    Some(total)
}

/// How many columns or rows a cell says it covers.
fn span(node: &Node, name: &str) -> u32 {
    node.attribute(name).and_then(|digits| digits.trim().parse().ok()).unwrap_or(1).clamp(1, SPAN)
}

/// Whether an element is not shown.
fn is_hidden(node: &Node) -> bool {
    if UNSEEN.contains(&node.name.as_str()) {
        return true;
    }
    let style = node.attribute("style").unwrap_or_default().replace(' ', "").to_lowercase();
    style.contains("display:none")
        || style.contains("visibility:hidden")
        || node.attribute("hidden").is_some()
}
