//! The body of a paper: headings counted, articles counted, paragraphs set, closed as the form wants it.

use crate::paper::block::{Align, Block, Level, Run, Tie};
use crate::paper::form::{Look, Rules};
use crate::paper::length::Length;

use super::{Ink, Para, Piece, Role, Section, grid, inks, text_width, upright};

/// A body being laid, downwards.
pub(super) struct Laying {
    rules: &'static Rules,
    done: Vec<Section>,
    /// The stretch of pages being filled.
    pub(super) section: Section,
    counts: [u32; 3],
    articles: u32,
}

impl Laying {
    /// Nothing laid yet, on upright or turned pages.
    pub(super) fn new(rules: &'static Rules, turned: bool) -> Self {
        let section = Section { turned, pieces: Vec::new() };
        Self { rules, done: Vec::new(), section, counts: [0; 3], articles: 0 }
    }

    /// Lays blocks.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { level, numbered, runs } => self.heading(*level, *numbered, runs),
                Block::Article(runs) => self.article(runs),
                Block::Verdict(words) => self.verdict(words),
                Block::Paragraph(runs) => {
                    let para = self.paragraph(runs);
                    self.put(para);
                }
                Block::Line(align, runs) => {
                    let para = Para { align: *align, first: Length::ZERO, ..self.paragraph(runs) };
                    self.put(para);
                }
                Block::Bullet(runs) => {
                    let mut para = Para { role: Role::Item, ..self.paragraph(runs) };
                    para.inks.insert(0, self.ink("- "));
                    self.put(para);
                }
                Block::Table(table) => {
                    let width = text_width(self.rules, self.section.turned);
                    self.section.pieces.extend(grid::table(table, width, self.rules));
                }
                Block::PageBreak => self.section.pieces.push(Piece::Break),
            }
        }
    }

    /// Ends the stretch of pages and opens another.
    pub(super) fn turn(&mut self, turned: bool) {
        let next = Section { turned, pieces: Vec::new() };
        let full = std::mem::replace(&mut self.section, next);
        if !full.pieces.is_empty() {
            self.done.push(full);
        }
    }

    /// Headings count from one again.
    pub(super) fn restart(&mut self) {
        self.counts = [0; 3];
        self.articles = 0;
    }

    /// All stretches of pages.
    pub(super) fn finish(mut self) -> Vec<Section> {
        self.turn(false);
        self.done
    }

    /// Puts the closing mark behind the last words of the body, where they are words, and keeps them with the
    /// signature: one that stands alone on a sheet could be put under anything.
    pub(super) fn close(&mut self) {
        let closing = self.rules.closing.value;
        let mut last = match self.section.pieces.last_mut() {
            Some(Piece::Para(para)) => Some(para),
            Some(Piece::Rule(_) | Piece::Grid(_) | Piece::Break) | None => None,
        };
        if let Some(para) = &mut last {
            para.keep = true;
        }
        let Some(ink) = last
            .filter(|para| matches!(para.role, Role::Body | Role::Item) && para.align == Align::Both)
            .and_then(|para| para.inks.last_mut())
        else {
            return;
        };
        let words = ink.text.trim_end().trim_end_matches(['.', '/', ';']).to_owned();
        ink.text = format!("{words}{closing}");
    }

    fn put(&mut self, para: Para) {
        self.section.pieces.push(Piece::Para(para));
    }

    fn look(&self) -> Look {
        upright(self.rules.body.value)
    }

    fn ink(&self, text: &str) -> Ink {
        Ink { text: text.to_owned(), look: self.look(), tie: Tie::None }
    }

    fn paragraph(&self, runs: &[Run]) -> Para {
        Para {
            inks: inks(runs, self.look()),
            role: Role::Body,
            align: Align::Both,
            first: self.rules.inset.value,
            left: Length::ZERO,
            before: Length::ZERO,
            after: self.rules.gap.value,
            spacing: self.rules.spacing.value,
            keep: false,
        }
    }

    fn heading(&mut self, level: Level, numbered: bool, runs: &[Run]) {
        let [first, second, third] = self.counts;
        let [mark_one, mark_two, mark_three] = self.rules.headings.value;
        let (depth, number) = match level {
            Level::First => (1, format!("{}{mark_one} ", roman(first + 1))),
            Level::Second => (2, format!("{}{mark_two} ", second + 1)),
            Level::Third => (3, format!("{}{mark_three} ", letter(third + 1))),
        };
        if numbered {
            self.counts = match level {
                Level::First => [first + 1, 0, 0],
                Level::Second => [first, second + 1, 0],
                Level::Third => [first, second, third + 1],
            };
        }
        let look = Look { bold: level != Level::Third, italic: level == Level::Third, ..self.look() };
        let mut words = inks(runs, look);
        if numbered {
            words.insert(0, Ink { text: number, look, tie: Tie::None });
        }
        let para = Para { inks: words, role: Role::Heading(depth), keep: true, ..self.paragraph(&[]) };
        self.put(para);
    }

    fn article(&mut self, runs: &[Run]) {
        self.articles = self.articles.saturating_add(1);
        let mut para = self.paragraph(runs);
        let look = Look { bold: true, ..self.look() };
        para.inks.insert(0, Ink { text: format!("Điều {}. ", self.articles), look, tie: Tie::None });
        self.put(para);
    }

    fn verdict(&mut self, words: &str) {
        let look = Look { bold: true, ..self.look() };
        let para = Para::centred(words, look).lowered(Length::points(6));
        self.put(Para { keep: true, after: Length::points(6), ..para });
    }
}

/// Roman numerals as headings are numbered.
fn roman(mut value: u32) -> String {
    const STEPS: [(u32, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut out = String::new();
    for (step, numeral) in STEPS {
        while value >= step {
            out.push_str(numeral);
            value -= step;
        }
    }
    out
}

/// a, b, c, d, đ, e, g, …: points are lettered by the Vietnamese alphabet, which has đ and neither f nor j.
fn letter(value: u32) -> String {
    const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";
    let at = usize::try_from(value.saturating_sub(1)).unwrap_or(0);
    LETTERS.chars().nth(at).map_or_else(|| value.to_string(), |found| found.to_string())
}

#[cfg(test)]
mod tests {
    use super::{letter, roman};

    #[test]
    fn headings_are_numbered_the_way_of_papers() {
        let numerals = [1, 4, 9, 14, 40].map(roman);
        assert_eq!(numerals, ["I", "IV", "IX", "XIV", "XL"]);
        let letters: Vec<String> = (1..=8).map(letter).collect();
        assert_eq!(letters, ["a", "b", "c", "d", "đ", "e", "g", "h"]);
        assert_eq!(letter(40), "40");
    }
}
