//! A paper as a stretch of a page, to be read on the screen before it is printed.
//!
//! The same words in the same sequence as on paper, as headings, paragraphs and tables that readers' programs
//! understand; every text is escaped here. Classes say how a line stands (`centre`, `right`); sizes and distances
//! are the page's own. Not here: the page around it.

use std::fmt::Write as _;

use crate::paper::set::{self, Grid, Ink, Para, Piece, Role};
use crate::paper::{Align, Paper, Tie, plain_text};

/// The paper as HTML, without a page around it.
pub fn write(paper: &Paper) -> String {
    let set = set::set(paper);
    let mut showing =
        Showing { out: String::from(r#"<article class="paper" lang="vi">"#), notes: Vec::new() };
    for section in &set.sections {
        showing.out.push_str("<section>");
        showing.pieces(&section.pieces);
        showing.out.push_str("</section>");
    }
    let notes = std::mem::take(&mut showing.notes);
    if !notes.is_empty() {
        showing.out.push_str("<ol>");
        for note in notes {
            showing.out.push_str("<li>");
            showing.text(&note);
            showing.out.push_str("</li>");
        }
        showing.out.push_str("</ol>");
    }
    if let Some(proof) = &set.proof {
        showing.open_link(&proof.address);
        showing.text(&proof.short);
        showing.out.push_str("</a>");
    }
    showing.out.push_str("</article>");
    showing.out
}

/// HTML being written.
struct Showing {
    out: String,
    notes: Vec<String>,
}

impl Showing {
    fn pieces(&mut self, pieces: &[Piece]) {
        let mut in_list = false;
        for piece in pieces {
            let item = matches!(piece, Piece::Para(para) if para.role == Role::Item);
            if item != in_list {
                self.out.push_str(if item { "<ul>" } else { "</ul>" });
                in_list = item;
            }
            match piece {
                Piece::Para(para) => self.para(para),
                Piece::Grid(grid) if grid.ruled => self.table(grid),
                Piece::Grid(grid) => {
                    self.out.push_str(r#"<div class="cols">"#);
                    for cell in grid.rows.iter().flat_map(|row| &row.cells) {
                        self.out.push_str("<div>");
                        self.pieces(&cell.pieces);
                        self.out.push_str("</div>");
                    }
                    self.out.push_str("</div>");
                }
                Piece::Rule(_) | Piece::Break => {}
            }
        }
        if in_list {
            self.out.push_str("</ul>");
        }
    }

    fn para(&mut self, para: &Para) {
        if para.inks.iter().all(|ink| ink.text.is_empty()) {
            return;
        }
        // The page has its own first heading; the paper's title is one below it.
        let name = match para.role {
            Role::Title => "h2",
            Role::Heading(1) => "h3",
            Role::Heading(2) => "h4",
            Role::Heading(_) => "h5",
            Role::Item => "li",
            Role::Furniture | Role::Body | Role::Cell => "p",
        };
        self.open(name, para.align);
        let inks = if para.role == Role::Item { para.inks.get(1..).unwrap_or(&[]) } else { &para.inks };
        self.inks(inks);
        self.close(name);
    }

    fn table(&mut self, grid: &Grid) {
        self.out.push_str("<table><thead>");
        for (at, row) in grid.rows.iter().enumerate() {
            if at == grid.heads {
                self.out.push_str("</thead><tbody>");
            }
            self.out.push_str("<tr>");
            for cell in &row.cells {
                let name = if cell.heading { "th" } else { "td" };
                let _ = write!(self.out, "<{name}");
                for (attribute, count) in [("colspan", cell.across), ("rowspan", cell.down)] {
                    if count > 1 {
                        let _ = write!(self.out, r#" {attribute}="{count}""#);
                    }
                }
                let para = cell.pieces.iter().find_map(|piece| match piece {
                    Piece::Para(para) => Some(para),
                    Piece::Rule(_) | Piece::Grid(_) | Piece::Break => None,
                });
                let class = para.and_then(|para| class(para.align)).filter(|_| !cell.heading);
                if let Some(class) = class {
                    let _ = write!(self.out, r#" class="{class}""#);
                }
                self.out.push_str(if cell.heading { r#" scope="col">"# } else { ">" });
                if let Some(para) = para {
                    self.inks(&para.inks);
                }
                self.close(name);
            }
            self.out.push_str("</tr>");
        }
        self.out.push_str(if grid.heads < grid.rows.len() { "</tbody></table>" } else { "</thead></table>" });
    }

    fn inks(&mut self, inks: &[Ink]) {
        for ink in inks {
            let tags: Vec<&str> =
                [(ink.look.bold, "strong"), (ink.look.italic, "em"), (ink.look.underline, "u")]
                    .into_iter()
                    .filter_map(|(set, name)| set.then_some(name))
                    .collect();
            for tag in &tags {
                let _ = write!(self.out, "<{tag}>");
            }
            self.tied(ink);
            for tag in tags.iter().rev() {
                self.close(tag);
            }
        }
    }

    fn tied(&mut self, ink: &Ink) {
        match &ink.tie {
            Tie::None => self.text(&ink.text),
            Tie::Link(address) => {
                self.open_link(address);
                self.text(&ink.text);
                self.out.push_str("</a>");
            }
            Tie::Anchor(name) | Tie::Figure(name) => {
                let attribute = if matches!(ink.tie, Tie::Anchor(_)) { "id" } else { "data-figure" };
                let _ = write!(self.out, r#"<span {attribute}=""#);
                self.text(name);
                self.out.push_str("\">");
                self.text(&ink.text);
                self.out.push_str("</span>");
            }
            Tie::Note(words) => {
                self.text(&ink.text);
                self.notes.push(plain_text(words));
                let _ = write!(self.out, "<sup>{}</sup>", self.notes.len());
            }
        }
    }

    /// Only addresses of the web and of the same page are made links; anything else stays text.
    fn open_link(&mut self, address: &str) {
        self.out.push_str("<a");
        if ["https://", "http://", "#", "/"].iter().any(|opening| address.starts_with(opening)) {
            self.out.push_str(" href=\"");
            self.text(address);
            self.out.push('"');
        }
        self.out.push('>');
    }

    fn open(&mut self, name: &str, align: Align) {
        let _ = match class(align) {
            Some(class) => write!(self.out, r#"<{name} class="{class}">"#),
            None => write!(self.out, "<{name}>"),
        };
    }

    fn close(&mut self, name: &str) {
        let _ = write!(self.out, "</{name}>");
    }

    fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                '\n' => self.out.push_str("<br>"),
                _ if letter.is_control() => {}
                _ => self.out.push(letter),
            }
        }
    }
}

const fn class(align: Align) -> Option<&'static str> {
    match align {
        Align::Both | Align::Left => None,
        Align::Centre => Some("centre"),
        Align::Right => Some("right"),
    }
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::intake::intake;
    use crate::paper::{Block, Run, samples};

    #[test]
    fn the_page_says_what_the_paper_says() {
        for (name, paper) in samples::all() {
            let page = format!("<!doctype html><html><body>{}</body></html>", write(&paper));
            let shown = intake("a.html", page.as_bytes()).unwrap().text;
            let word = intake("a.docx", &crate::letter::write(&paper).unwrap()).unwrap().text;
            let shown: String = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            for word in word.split_whitespace().filter(|word| *word != "-") {
                assert!(shown.contains(word.trim_end_matches(',')), "{name}: {word}");
            }
        }
    }

    #[test]
    fn nothing_that_was_typed_becomes_markup() {
        let mut paper = samples::proposal(crate::paper::Form::Party);
        paper.subject = "<script>alert(1)</script>".to_owned();
        paper.body.push(Block::Paragraph(vec![
            Run::link("đây", "javascript:alert(1)"),
            Run::figure("6.296", "\"><script>"),
        ]));
        let page = write(&paper);
        assert!(!page.contains("<script"), "{page}");
        assert!(!page.contains("javascript:"));
    }
}
