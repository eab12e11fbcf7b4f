//! Pieces of a paper put on pages: what fits, what stays together, where notes stand.
//!
//! A heading stays with what it heads, a paragraph leaves at least two lines on either side of a page's end, and
//! space is kept at the foot of a page for the notes of its lines. Not here: tables ([`super::grid`]), lines
//! ([`super::line`]) and drawing.

use std::rc::Rc;

use crate::face::Fonts;
use crate::paper::set::{
    Ink, Para, Piece, RULE_HIGH, Role, Rule, SHEET_HEIGHT, SHEET_WIDTH, Section, Set, text_width, upright,
};
use crate::paper::{Align, Length, Run};

use super::grid;
use super::line::{Line, Notes, Placed, lines, prepared};

/// Letters of notes.
const NOTE_SIZE: Length = Length::points(10);
/// From the text to the rule above the notes, and from it to them.
const NOTE_GAP: Length = Length::points(6);
/// Length of that rule.
const NOTE_RULE: Length = Length::mm(50);
/// Thickness of rules.
pub(super) const THIN: Length = Length::units(6_350);

/// Something on a page.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// A line of text.
    Text {
        /// Which part of the paper it belongs to; none for furniture of the page.
        leaf: Option<usize>,
        /// Where it begins.
        x: Length,
        /// Where its letters stand.
        y: Length,
        /// Its letters.
        letters: Vec<Placed>,
        /// The stretches that they come from.
        inks: Rc<Vec<Ink>>,
    },
    /// A rule across.
    Rule {
        /// Where it begins.
        x: Length,
        /// Its height on the page.
        y: Length,
        /// Its length.
        width: Length,
    },
    /// The lines around a cell.
    Frame {
        /// Left edge.
        x: Length,
        /// Upper edge.
        y: Length,
        /// Width.
        width: Length,
        /// Height.
        height: Length,
    },
}

/// A page.
#[derive(Debug, Clone)]
pub(super) struct Page {
    /// Whether it lies on its side.
    pub turned: bool,
    /// What stands on it.
    pub items: Vec<Item>,
}

/// A part of the paper, for readers' programs.
#[derive(Debug, Clone)]
pub(super) enum Node {
    /// Text of this leaf.
    Leaf(usize, Role),
    /// A table: rows of cells, each a heading or not, with what is in them.
    Table(Vec<Vec<TaggedCell>>),
}

/// A cell as readers' programs are told of it.
#[derive(Debug, Clone)]
pub(super) struct TaggedCell {
    /// Whether it heads a column.
    pub heading: bool,
    /// Columns covered.
    pub across: usize,
    /// Rows covered.
    pub down: usize,
    /// Leaves of its text.
    pub leaves: Vec<usize>,
}

/// A paper on its pages.
pub(super) struct Paged {
    /// The pages.
    pub pages: Vec<Page>,
    /// The parts in their sequence.
    pub nodes: Vec<Node>,
    /// How many leaves were given out.
    pub leaves: usize,
}

/// Puts a paper on pages.
pub(super) fn paged(set: &Set, fonts: &Fonts) -> Paged {
    let mut paging = Paging {
        set,
        fonts,
        pages: Vec::new(),
        turned: false,
        y: Length::ZERO,
        notes: Vec::new(),
        foot: Length::ZERO,
        here: Vec::new(),
        nodes: Vec::new(),
        leaves: 0,
    };
    for section in &set.sections {
        paging.section(section);
    }
    paging.end_page();
    Paged { pages: paging.pages, nodes: paging.nodes, leaves: paging.leaves }
}

/// Pages being filled, downwards.
pub(super) struct Paging<'a> {
    pub(super) set: &'a Set,
    pub(super) fonts: &'a Fonts,
    pub(super) pages: Vec<Page>,
    turned: bool,
    pub(super) y: Length,
    pub(super) notes: Notes,
    /// Space kept for notes on this page.
    foot: Length,
    /// Notes of this page.
    here: Vec<usize>,
    pub(super) nodes: Vec<Node>,
    pub(super) leaves: usize,
}

impl Paging<'_> {
    pub(super) fn top(&self) -> Length {
        self.set.rules.top.value
    }

    /// Lowest place that text may reach on this page.
    pub(super) fn floor(&self) -> Length {
        let height = if self.turned { SHEET_WIDTH } else { SHEET_HEIGHT };
        height - self.set.rules.bottom.value - self.foot
    }

    pub(super) fn is_at_top(&self) -> bool {
        self.y <= self.top()
    }

    pub(super) fn left(&self) -> Length {
        self.set.rules.left.value
    }

    /// The same measures with nothing on any page, to try things out.
    pub(super) fn scratch(&self) -> Self {
        Paging {
            set: self.set,
            fonts: self.fonts,
            pages: Vec::new(),
            turned: self.turned,
            y: Length::ZERO,
            notes: self.notes.clone(),
            foot: Length::ZERO,
            here: Vec::new(),
            nodes: Vec::new(),
            leaves: 0,
        }
    }

    pub(super) fn leaf(&mut self) -> usize {
        let leaf = self.leaves;
        self.leaves = leaf.saturating_add(1);
        leaf
    }

    pub(super) fn put(&mut self, item: Item) {
        if let Some(page) = self.pages.last_mut() {
            page.items.push(item);
        }
    }

    /// Ends the page and opens another.
    pub(super) fn new_page(&mut self) {
        self.end_page();
        self.pages.push(Page { turned: self.turned, items: Vec::new() });
        self.y = self.top();
        self.number();
    }

    /// Puts the notes of a page at its foot.
    fn end_page(&mut self) {
        let here = std::mem::take(&mut self.here);
        self.foot = Length::ZERO;
        if here.is_empty() {
            return;
        }
        let bodies: Vec<(Vec<Line>, Rc<Vec<Ink>>)> =
            here.iter().filter_map(|note| self.note(*note)).collect();
        let height: Length = bodies.iter().flat_map(|(lines, _)| lines).map(|line| line.height).sum();
        let mut y = self.floor() - height;
        let x = self.left();
        self.put(Item::Rule { x, y: y - NOTE_GAP.share(1, 2), width: NOTE_RULE });
        for (lines, inks) in bodies {
            let leaf = self.leaf();
            self.nodes.push(Node::Leaf(leaf, Role::Body));
            for line in lines {
                let (left, baseline) = (x + line.left, y + line.baseline);
                y = y + line.height;
                let inks = Rc::clone(&inks);
                self.put(Item::Text { leaf: Some(leaf), x: left, y: baseline, letters: line.letters, inks });
            }
        }
    }

    /// The lines of a note.
    fn note(&self, number: usize) -> Option<(Vec<Line>, Rc<Vec<Ink>>)> {
        let words = self.notes.get(number)?;
        let shown = number.saturating_add(1);
        let mut runs = vec![Run::plain(format!("{shown} "))];
        runs.extend(words.iter().cloned());
        let para = Para {
            inks: crate::paper::set::inks(&runs, upright(NOTE_SIZE)),
            align: Align::Both,
            ..Para::centred("", upright(NOTE_SIZE))
        };
        let (inks, marks) = prepared(&para, &mut Vec::new(), self.fonts);
        let width = text_width(self.set.rules, self.turned);
        Some((lines(&para, &inks, &marks, width, self.fonts), Rc::new(inks)))
    }

    /// Space that these notes need on this page beyond what is kept already.
    fn extra_foot(&self, notes: &[usize]) -> Length {
        let fresh: Vec<usize> = notes.iter().copied().filter(|note| !self.here.contains(note)).collect();
        if fresh.is_empty() {
            return Length::ZERO;
        }
        let opening = if self.here.is_empty() { NOTE_GAP + NOTE_GAP } else { Length::ZERO };
        let lines = fresh.iter().filter_map(|note| self.note(*note)).flat_map(|(lines, _)| lines);
        opening + lines.map(|line| line.height).sum()
    }

    /// Number of the page, from the second page on.
    fn number(&mut self) {
        if self.pages.len() < 2 {
            return;
        }
        let (edge, look) = self.set.rules.page_number.value;
        let para = Para::centred(self.pages.len().to_string(), look);
        let (inks, marks) = prepared(&para, &mut Vec::new(), self.fonts);
        let width = text_width(self.set.rules, self.turned);
        let x = self.left();
        let inks_kept = Rc::new(inks.clone());
        for line in lines(&para, &inks, &marks, width, self.fonts) {
            let (left, y) = (x + line.left, edge + line.baseline);
            self.put(Item::Text {
                leaf: None,
                x: left,
                y,
                letters: line.letters,
                inks: Rc::clone(&inks_kept),
            });
        }
    }

    fn section(&mut self, section: &Section) {
        // The old page ends under its own measures.
        self.end_page();
        self.turned = section.turned;
        self.new_page();
        let mut rest = section.pieces.as_slice();
        while let Some((piece, after)) = rest.split_first() {
            if !self.is_at_top() {
                let needed = self.needed(rest);
                let whole = self.floor() + self.foot - self.top();
                if self.y + needed > self.floor() && needed <= whole {
                    self.new_page();
                }
            }
            match piece {
                Piece::Para(para) => self.para(para),
                Piece::Rule(rule) => self.rule(*rule),
                Piece::Grid(grid) => grid::place(self, grid),
                Piece::Break if self.is_at_top() => {}
                Piece::Break => self.new_page(),
            }
            rest = after;
        }
    }

    /// Height that the first of these pieces needs on one page, with what must stay with it.
    fn needed(&self, pieces: &[Piece]) -> Length {
        let mut sum = Length::ZERO;
        let mut rest = pieces;
        while let Some((piece, after)) = rest.split_first() {
            match piece {
                Piece::Para(para) => {
                    let mut notes = self.notes.clone();
                    let (inks, marks) = prepared(para, &mut notes, self.fonts);
                    let found =
                        lines(para, &inks, &marks, text_width(self.set.rules, self.turned), self.fonts);
                    let most = if para.keep || found.len() == 3 { found.len() } else { 2 };
                    let height: Length = found.iter().take(most).map(|line| line.height).sum();
                    sum = sum + para.before + height;
                    if !para.keep {
                        return sum;
                    }
                    sum = sum + para.after;
                }
                Piece::Rule(rule) => sum = sum + rule.before + RULE_HIGH + rule.after,
                Piece::Grid(grid) => return sum + grid::least(self, grid),
                Piece::Break => return sum,
            }
            rest = after;
        }
        sum
    }

    fn para(&mut self, para: &Para) {
        let (inks, marks) = prepared(para, &mut self.notes, self.fonts);
        let width = text_width(self.set.rules, self.turned);
        let found = lines(para, &inks, &marks, width, self.fonts);
        let inks = Rc::new(inks);
        let leaf = self.leaf();
        self.nodes.push(Node::Leaf(leaf, para.role));
        if !self.is_at_top() {
            self.y = self.y + para.before;
        }
        let mut rest = found.as_slice();
        while !rest.is_empty() {
            let fits = self.fitting(rest);
            if fits == 0 && !self.is_at_top() {
                self.new_page();
                continue;
            }
            let (now, later) = rest.split_at_checked(fits.max(1)).unwrap_or((rest, &[]));
            for line in now {
                self.foot = self.foot + self.extra_foot(&line.notes);
                for note in &line.notes {
                    if !self.here.contains(note) {
                        self.here.push(*note);
                    }
                }
                let (x, y) = (self.left() + line.left, self.y + line.baseline);
                let letters = line.letters.clone();
                self.put(Item::Text { leaf: Some(leaf), x, y, letters, inks: Rc::clone(&inks) });
                self.y = self.y + line.height;
            }
            rest = later;
            if !rest.is_empty() {
                self.new_page();
            }
        }
        self.y = self.y + para.after;
    }

    /// How many of these lines go on this page: no single line is left alone on either side.
    fn fitting(&self, lines: &[Line]) -> usize {
        let mut y = self.y;
        let mut count = 0_usize;
        let mut notes: Vec<usize> = Vec::new();
        for line in lines {
            notes.extend(&line.notes);
            // Half a unit of rounding must not push a line over.
            if y + line.height + self.extra_foot(&notes) > self.floor() + Length::units(10) {
                break;
            }
            y = y + line.height;
            count = count.saturating_add(1);
        }
        let left = lines.len().saturating_sub(count);
        if left == 1 && count > 0 {
            count = count.saturating_sub(1);
        }
        if count == 1 && lines.len() > 1 { 0 } else { count }
    }

    fn rule(&mut self, rule: Rule) {
        let width = text_width(self.set.rules, self.turned);
        let (x, y) = (self.left() + (width - rule.width).share(1, 2), self.y + rule.before);
        self.put(Item::Rule { x, y, width: rule.width });
        self.y = y + RULE_HIGH + rule.after;
    }
}
