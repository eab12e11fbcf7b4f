//! Paragraphs, tables and sections in Word's markup.
//!
//! The sequence of elements inside paragraph, run, table and section properties is the schema's; Word repairs
//! files that have another. Not here: styles, headers and what else lies beside the document ([`super::parts`]).

use crate::paper::form::Spacing;
use crate::paper::set::{
    CELL_SIDE, CELL_TOP, Grid, GridRow, Ink, Para, Piece, Role, Rule, SHEET_HEIGHT, SHEET_WIDTH, Section, Set,
};
use crate::paper::{Align, Length, Tie};

use super::markup::{Markup, escaped, twips};
use super::parts::{NAMESPACES, XML};

/// How a paragraph of one point opens. One stands before the first table, where LibreOffice would else put a whole
/// line of its own, and one carries the measures of each section.
const HAIR: &str = r#"<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>"#;

/// Longest name that Word takes for a tag or a bookmark.
const NAME_CHARS: usize = 40;

/// A document and what hangs on it.
pub(super) struct Written {
    /// `document.xml`.
    pub document: String,
    /// `footnotes.xml`.
    pub notes: String,
    /// Addresses that are led to, by the number in their name.
    pub links: Vec<String>,
}

/// Writes the document.
pub(super) fn write(set: &Set) -> Written {
    let mut writing =
        Writing { set, out: Markup::default(), notes: Markup::default(), links: Vec::new(), next: 1 };
    writing.out.format(format_args!("{XML}<w:document {NAMESPACES}><w:body>{HAIR}</w:pPr></w:p>"));
    let last = set.sections.len().saturating_sub(1);
    for (at, section) in set.sections.iter().enumerate() {
        let width = if section.turned { SHEET_HEIGHT } else { SHEET_WIDTH };
        let width = width - set.rules.left.value - set.rules.right.value;
        writing.pieces(&section.pieces, width, false);
        if at == last {
            writing.section(section, at == 0);
        } else {
            writing.out.raw(HAIR);
            writing.section(section, at == 0);
            writing.out.raw("</w:pPr></w:p>");
        }
    }
    writing.out.raw("</w:body></w:document>");
    let opening = concat!(
        r#"<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"#,
        r#"<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>"#,
        "</w:footnote>"
    );
    let notes = format!("{XML}<w:footnotes {NAMESPACES}>{opening}{}</w:footnotes>", writing.notes.text);
    Written { document: writing.out.text, notes, links: writing.links }
}

struct Writing<'a> {
    set: &'a Set,
    out: Markup,
    notes: Markup,
    links: Vec<String>,
    /// Identity of the next bookmark, tag or note.
    next: u32,
}

impl Writing<'_> {
    fn number(&mut self) -> u32 {
        let number = self.next;
        self.next = number.saturating_add(1);
        number
    }

    fn pieces(&mut self, pieces: &[Piece], width: Length, keep: bool) {
        for piece in pieces {
            match piece {
                Piece::Para(para) => self.para(para, keep),
                Piece::Rule(rule) => self.rule(*rule, width, keep),
                Piece::Grid(grid) => self.grid(grid),
                Piece::Break => self.out.raw(r#"<w:p><w:r><w:br w:type="page"/></w:r></w:p>"#),
            }
        }
    }

    fn para(&mut self, para: &Para, keep: bool) {
        self.out.raw("<w:p><w:pPr>");
        self.out.format(format_args!(r#"<w:pStyle w:val="{}"/>"#, style(para.role)));
        if para.keep || keep {
            self.out.raw("<w:keepNext/>");
        }
        let (line, kind) = match para.spacing {
            Spacing::Exact(length) => (twips(length), "exact"),
            Spacing::Lines(hundredths) => (i64::from(hundredths) * 240 / 100, "auto"),
        };
        self.out.format(format_args!(
            r#"<w:spacing w:before="{}" w:after="{}" w:line="{line}" w:lineRule="{kind}"/>"#,
            twips(para.before),
            twips(para.after),
        ));
        let (left, first) = (twips(para.left), twips(para.first));
        self.out.format(format_args!(r#"<w:ind w:left="{left}" w:right="0" w:firstLine="{first}"/>"#));
        self.out.format(format_args!(r#"<w:jc w:val="{}"/>"#, alignment(para.align)));
        // The mark that ends a paragraph is as high as its letters: else an empty or a small line is a line of the body.
        let size = para.inks.last().map_or(self.set.rules.body.value, |ink| ink.look.size).to_half_points();
        self.out
            .format(format_args!(r#"<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:pPr>"#));
        for ink in &para.inks {
            self.ink(ink);
        }
        self.out.raw("</w:p>");
    }

    fn ink(&mut self, ink: &Ink) {
        match &ink.tie {
            Tie::None => self.run(ink),
            Tie::Link(address) => {
                if let Some(anchor) = address.strip_prefix('#') {
                    self.out.format(format_args!(r#"<w:hyperlink w:anchor="{}">"#, name(anchor)));
                } else {
                    self.links.push(address.clone());
                    self.out.format(format_args!(r#"<w:hyperlink r:id="link{}">"#, self.links.len()));
                }
                self.run(ink);
                self.out.raw("</w:hyperlink>");
            }
            Tie::Anchor(anchor) => {
                let (id, anchor) = (self.number(), name(anchor));
                self.out.format(format_args!(r#"<w:bookmarkStart w:id="{id}" w:name="{anchor}"/>"#));
                self.run(ink);
                self.out.format(format_args!(r#"<w:bookmarkEnd w:id="{id}"/>"#));
            }
            Tie::Figure(figure) => {
                let (id, tag) = (self.number(), escaped(&cut(figure, 60)));
                self.out.format(format_args!(
                    r#"<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{id}"/></w:sdtPr><w:sdtContent>"#
                ));
                self.run(ink);
                self.out.raw("</w:sdtContent></w:sdt>");
            }
            Tie::Note(words) => {
                self.run(ink);
                let id = self.number();
                self.out.format(format_args!(
                    r#"<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{id}"/></w:r>"#
                ));
                let mut note = Markup::default();
                note.format(format_args!(
                    concat!(
                        r#"<w:footnote w:id="{}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>"#,
                        r#"<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>"#,
                        r#"<w:r><w:t xml:space="preserve"> {}</w:t></w:r></w:p></w:footnote>"#
                    ),
                    id,
                    escaped(&crate::paper::plain_text(words))
                ));
                self.notes.raw(&note.text);
            }
        }
    }

    fn run(&mut self, ink: &Ink) {
        if ink.text.is_empty() {
            return;
        }
        self.out.raw("<w:r><w:rPr>");
        for (set, markup) in [(ink.look.bold, "<w:b/><w:bCs/>"), (ink.look.italic, "<w:i/><w:iCs/>")] {
            if set {
                self.out.raw(markup);
            }
        }
        let size = ink.look.size.to_half_points();
        self.out.format(format_args!(r#"<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>"#));
        if ink.look.underline {
            self.out.raw(r#"<w:u w:val="single"/>"#);
        }
        self.out.raw("</w:rPr>");
        for (at, line) in ink.text.split('\n').enumerate() {
            if at > 0 {
                self.out.raw("<w:br/>");
            }
            self.out.format(format_args!(r#"<w:t xml:space="preserve">{}</w:t>"#, escaped(line)));
        }
        self.out.raw("</w:r>");
    }

    /// A rule is the upper line of an empty paragraph that is set in from both sides.
    fn rule(&mut self, rule: Rule, width: Length, keep: bool) {
        let side = twips((width - rule.width).share(1, 2)).max(0);
        let keep = if keep { "<w:keepNext/>" } else { "" };
        self.out.format(format_args!(
            concat!(
                r#"<w:p><w:pPr>{}<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>"#,
                r#"<w:spacing w:before="{}" w:after="{}" w:line="20" w:lineRule="exact"/>"#,
                r#"<w:ind w:left="{}" w:right="{}" w:firstLine="0"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>"#
            ),
            keep,
            twips(rule.before),
            twips(rule.after),
            side,
            side,
        ));
    }

    fn grid(&mut self, grid: &Grid) {
        let whole = twips(grid.widths.iter().copied().sum());
        self.out.format(format_args!(r#"<w:tbl><w:tblPr><w:tblW w:w="{whole}" w:type="dxa"/>"#));
        self.out.raw(r#"<w:tblInd w:w="0" w:type="dxa"/>"#);
        if grid.ruled {
            self.out.raw("<w:tblBorders>");
            for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                self.out.format(format_args!(
                    r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#
                ));
            }
            self.out.raw("</w:tblBorders>");
        }
        let (side, top) = if grid.ruled { (twips(CELL_SIDE), twips(CELL_TOP)) } else { (0, 0) };
        self.out.format(format_args!(
            concat!(
                r#"<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{0}" w:type="dxa"/>"#,
                r#"<w:left w:w="{1}" w:type="dxa"/><w:bottom w:w="{0}" w:type="dxa"/>"#,
                r#"<w:right w:w="{1}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>"#
            ),
            top, side
        ));
        for width in &grid.widths {
            self.out.format(format_args!(r#"<w:gridCol w:w="{}"/>"#, twips(*width)));
        }
        self.out.raw("</w:tblGrid>");
        // Columns still covered by a cell from above: rows left, columns across.
        let mut covered: Vec<(usize, usize)> = vec![(0, 0); grid.widths.len()];
        for (at, row) in grid.rows.iter().enumerate() {
            self.row(grid, row, at < grid.heads, &mut covered);
        }
        self.out.raw("</w:tbl>");
    }

    fn row(&mut self, grid: &Grid, row: &GridRow, heading: bool, covered: &mut [(usize, usize)]) {
        self.out.raw("<w:tr><w:trPr><w:cantSplit/>");
        if heading {
            self.out.raw("<w:tblHeader/>");
        }
        self.out.raw("</w:trPr>");
        let mut cells = row.cells.iter().peekable();
        let mut column = 0_usize;
        while column < grid.widths.len() {
            let side = if grid.ruled { CELL_SIDE + CELL_SIDE } else { Length::ZERO };
            if let Some(cell) = cells.next_if(|cell| cell.column == column) {
                let width: Length = grid.widths.iter().skip(column).take(cell.across).copied().sum();
                let merge = if cell.down > 1 { r#"<w:vMerge w:val="restart"/>"# } else { "" };
                self.cell(width, cell.across, merge, grid.ruled);
                self.pieces(&cell.pieces, width - side, row.keep);
                if !matches!(cell.pieces.last(), Some(Piece::Para(_) | Piece::Rule(_))) {
                    self.out.raw("<w:p/>");
                }
                if let Some(place) = covered.get_mut(column) {
                    *place = (cell.down.saturating_sub(1), cell.across);
                }
                column = column.saturating_add(cell.across.max(1));
            } else {
                let (rows, across) = covered.get(column).copied().unwrap_or((0, 1));
                let across = across.max(1);
                let width: Length = grid.widths.iter().skip(column).take(across).copied().sum();
                self.cell(width, across, if rows > 0 { "<w:vMerge/>" } else { "" }, grid.ruled);
                self.out.raw("<w:p/>");
                if let Some(place) = covered.get_mut(column) {
                    *place = (rows.saturating_sub(1), across);
                }
                column = column.saturating_add(across);
            }
            self.out.raw("</w:tc>");
        }
        self.out.raw("</w:tr>");
    }

    fn cell(&mut self, width: Length, across: usize, merge: &str, ruled: bool) {
        self.out.format(format_args!(r#"<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>"#, twips(width)));
        if across > 1 {
            self.out.format(format_args!(r#"<w:gridSpan w:val="{across}"/>"#));
        }
        self.out.raw(merge);
        self.out.raw(if ruled { r#"<w:vAlign w:val="center"/></w:tcPr>"# } else { "</w:tcPr>" });
    }

    /// Sheet, margins, page numbers. Only the paper's first page goes without its number.
    fn section(&mut self, section: &Section, first: bool) {
        let rules = self.set.rules;
        let (wide, high) = (twips(SHEET_WIDTH), twips(SHEET_HEIGHT));
        let size = if section.turned {
            format!(r#"<w:pgSz w:w="{high}" w:h="{wide}" w:orient="landscape"/>"#)
        } else {
            format!(r#"<w:pgSz w:w="{wide}" w:h="{high}"/>"#)
        };
        let (edge, _) = rules.page_number.value;
        self.out.raw(concat!(
            r#"<w:sectPr><w:headerReference w:type="default" r:id="header1"/>"#,
            r#"<w:headerReference w:type="first" r:id="header2"/>"#,
            r#"<w:footerReference w:type="default" r:id="footer1"/>"#,
            r#"<w:footerReference w:type="first" r:id="footer2"/><w:type w:val="nextPage"/>"#
        ));
        self.out.format(format_args!(
            concat!(
                r#"{}<w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="{}" w:footer="{}" "#,
                r#"w:gutter="0"/>"#
            ),
            size,
            twips(rules.top.value),
            twips(rules.right.value),
            twips(rules.bottom.value),
            twips(rules.left.value),
            twips(edge),
            twips(Length::mm(8)),
        ));
        self.out.raw(if first { "<w:titlePg/></w:sectPr>" } else { "</w:sectPr>" });
    }
}

fn style(role: Role) -> &'static str {
    match role {
        Role::Furniture | Role::Cell => "Normal",
        Role::Title => "Title",
        Role::Heading(1) => "Heading1",
        Role::Heading(2) => "Heading2",
        Role::Heading(_) => "Heading3",
        Role::Body => "BodyText",
        Role::Item => "ListParagraph",
    }
}

fn alignment(align: Align) -> &'static str {
    match align {
        Align::Both => "both",
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
    }
}

/// A name that Word takes for a bookmark: letters, digits, underscores, not too long.
fn name(wanted: &str) -> String {
    let kept: String =
        wanted.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '_' }).collect();
    cut(&format!("n_{kept}"), NAME_CHARS)
}

fn cut(text: &str, letters: usize) -> String {
    text.chars().take(letters).collect()
}
