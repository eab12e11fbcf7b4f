//! A page of HTML as elements inside elements.
//!
//! Elements that real pages forget to close are closed where browsers close them. Not here: what of it is the
//! paper.

use super::token::{Token, Tokens, attribute};
use crate::hazard::{Amount, Hazard};
use crate::limits;

/// Place of a node in [`Page::nodes`].
pub(super) type NodeId = usize;

/// A page.
#[derive(Debug)]
pub(super) struct Page {
    /// All nodes; the first is the page itself. Children come after their parents.
    pub nodes: Vec<Node>,
}

/// An element or a stretch of text.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// Name in small letters; empty for text.
    pub name: String,
    /// Text of a text node.
    pub text: String,
    /// The element it is in.
    pub parent: NodeId,
    /// What is in it.
    pub children: Vec<NodeId>,
    /// Attributes as written.
    attributes: String,
}

/// Elements that have no content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Elements that end an open paragraph.
const BLOCKS: [&str; 40] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "tr",
    "ul",
];

/// Whether an element starts on a line of its own.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name) || matches!(name, "body" | "html" | "caption" | "option" | "legend" | "title")
}

impl Node {
    /// Value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        attribute(&self.attributes, name)
    }

    /// Class and id in small letters: what people who made the page call this part of it.
    pub(super) fn label(&self) -> String {
        if self.attributes.is_empty() {
            return String::new();
        }
        let class = self.attribute("class").unwrap_or_default();
        let id = self.attribute("id").unwrap_or_default();
        format!("{class} {id}").to_lowercase()
    }
}

impl Page {
    /// Reads a page.
    pub(super) fn parse(text: &str) -> Result<Self, Hazard> {
        let mut page = Self { nodes: vec![Node::default()] };
        let mut open: Vec<NodeId> = vec![0];
        for token in Tokens::new(text) {
            if page.nodes.len() > limits::HTML_ELEMENTS {
                return Err(Hazard::TooMuch { what: Amount::Elements, limit: limits::HTML_ELEMENTS });
            }
            match token {
                Token::Open { name, attributes } => page.open(&mut open, name, attributes),
                Token::Close { name } => page.close(&mut open, &name),
                Token::Text(text) => {
                    let parent = open.last().copied().unwrap_or(0);
                    page.add_text(parent, text);
                }
            }
        }
        Ok(page)
    }

    /// The node at a place.
    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id)
    }

    /// A node and those around it, from the inside out, without the page itself.
    pub(super) fn around(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(Some(id).filter(|id| *id != 0), |id| {
            self.node(*id).map(|node| node.parent).filter(|parent| *parent != 0)
        })
    }

    fn open(&mut self, open: &mut Vec<NodeId>, name: String, attributes: &str) {
        self.close_forgotten(open, &name);
        let parent = open.last().copied().unwrap_or(0);
        let id = self.nodes.len();
        let is_void = VOID.contains(&name.as_str());
        let node = Node { name, parent, attributes: attributes.to_owned(), ..Node::default() };
        self.nodes.push(node);
        if let Some(above) = self.nodes.get_mut(parent) {
            above.children.push(id);
        }
        if !is_void && open.len() < limits::HTML_DEPTH {
            open.push(id);
        }
    }

    /// Closes what an opening tag implies to be over: a paragraph before a block, a cell before the next cell.
    fn close_forgotten(&self, open: &mut Vec<NodeId>, name: &str) {
        let (closes, stops): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "tr" => (&["tr", "td", "th"], &["table"]),
            "td" | "th" => (&["td", "th"], &["table", "tr"]),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot", "tr", "td", "th"], &["table"]),
            "option" => (&["option"], &["select"]),
            "body" => (&["head"], &[]),
            _ if BLOCKS.contains(&name) => (&["p"], &["td", "th", "div", "table", "button"]),
            _ => return,
        };
        let mut keep = open.len();
        for (place, id) in open.iter().enumerate().rev() {
            let inside = self.node(*id).map_or("", |node| node.name.as_str());
            if stops.contains(&inside) {
                break;
            }
            if closes.contains(&inside) {
                keep = place;
            }
        }
        open.truncate(keep.max(1));
    }

    /// Closes the innermost element of this name, unless a table cell lies between.
    fn close(&self, open: &mut Vec<NodeId>, name: &str) {
        for (place, id) in open.iter().enumerate().skip(1).rev() {
            let inside = self.node(*id).map_or("", |node| node.name.as_str());
            if inside == name {
                open.truncate(place);
                return;
            }
            let in_table = matches!(inside, "td" | "th" | "table");
            if in_table && !matches!(name, "table" | "tr" | "tbody" | "thead" | "tfoot" | "body" | "html") {
                return;
            }
        }
    }

    fn add_text(&mut self, parent: NodeId, text: String) {
        let id = self.nodes.len();
        self.nodes.push(Node { text, parent, ..Node::default() });
        if let Some(above) = self.nodes.get_mut(parent) {
            above.children.push(id);
        }
    }
}
