//! Paragraphs broken into lines.
//!
//! Vietnamese is written in syllables with spaces between them, so lines break at spaces; a no-break space holds
//! a number to its measure. A word wider than the line breaks behind a hyphen or slash, or else between letters,
//! never between a letter and its marks. All arithmetic is in whole units, so the same paper always breaks alike.

use unicode_normalization::UnicodeNormalization as _;

use crate::face::Fonts;
use crate::paper::form::Spacing;
use crate::paper::set::{Ink, Para};
use crate::paper::{Align, Length, Run, Tie};

/// Drawn for a letter that the font lacks.
const LACKING: char = '□';

/// One letter in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    /// The letter.
    pub letter: char,
    /// Which of the paragraph's stretches it comes from.
    pub ink: usize,
    /// How far the next one stands.
    pub advance: Length,
}

/// A line of a paragraph.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its letters.
    pub letters: Vec<Placed>,
    /// Where it begins, from the left edge of the column.
    pub left: Length,
    /// Its height.
    pub height: Length,
    /// From its top to the line that letters stand on.
    pub baseline: Length,
    /// Notes that belong to it, by their numbers.
    pub notes: Vec<usize>,
}

/// Notes found so far; their numbers run through the paper.
pub(super) type Notes = Vec<Vec<Run>>;

/// Composed letters; what only steers printers is left out, and kinds of spaces and hyphens that fonts lack are
/// replaced by their plain ones.
pub(super) fn composed(text: &str) -> impl Iterator<Item = char> {
    text.nfc().filter_map(|letter| match letter {
        '\n' => Some('\n'),
        '\t' => Some(' '),
        '\u{202f}' | '\u{2007}' => Some('\u{a0}'),
        '\u{2011}' => Some('-'),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => None,
        _ if letter.is_control() => None,
        _ => Some(letter),
    })
}

/// The stretches of a paragraph with the numbers of notes put in. Letters that the font lacks become boxes.
pub(super) fn prepared(para: &Para, notes: &mut Notes, fonts: &Fonts) -> (Vec<Ink>, Vec<Option<usize>>) {
    let mut inks = Vec::new();
    let mut marks = Vec::new();
    for ink in &para.inks {
        let face = fonts.face(ink.look.bold, ink.look.italic);
        let drawn = |letter: char| if letter == '\n' || face.has(letter) { letter } else { LACKING };
        inks.push(Ink { text: composed(&ink.text).map(drawn).collect(), ..ink.clone() });
        marks.push(None);
        if let Tie::Note(words) = &ink.tie {
            notes.push(words.clone());
            let number = notes.len().to_string();
            inks.push(Ink { text: superscript(&number), look: ink.look, tie: Tie::None });
            marks.push(Some(notes.len().saturating_sub(1)));
        }
    }
    (inks, marks)
}

/// Digits as they stand raised.
fn superscript(number: &str) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number
        .chars()
        .filter_map(|digit| digit.to_digit(10).and_then(|value| usize::try_from(value).ok()))
        .filter_map(|value| DIGITS.get(value).copied())
        .collect()
}

/// Breaks a paragraph into lines of a column so wide.
pub(super) fn lines(
    para: &Para,
    inks: &[Ink],
    marks: &[Option<usize>],
    width: Length,
    fonts: &Fonts,
) -> Vec<Line> {
    let mut letters = Vec::new();
    for (at, ink) in inks.iter().enumerate() {
        let face = fonts.face(ink.look.bold, ink.look.italic);
        letters.extend(ink.text.chars().map(|letter| {
            let advance = if letter == '\n' { Length::ZERO } else { face.advance(letter, ink.look.size) };
            Placed { letter, ink: at, advance }
        }));
    }
    let mut out = Vec::new();
    let mut rest = letters.as_slice();
    let mut first = true;
    while !rest.is_empty() || (first && out.is_empty()) {
        let inset = para.left + if first { para.first } else { Length::ZERO };
        let room = width - inset;
        let (taken, next, ended) = broken(rest, room);
        let mut line = set(para, inks, taken, inset, room, ended, fonts);
        line.notes = marks
            .iter()
            .enumerate()
            .filter_map(|(ink, mark)| mark.filter(|_| taken.iter().any(|placed| placed.ink == ink)))
            .collect();
        line.notes.dedup();
        out.push(line);
        rest = next;
        first = false;
    }
    out
}

/// What fits on a line, what is left, and whether the line ends of its own accord.
fn broken(letters: &[Placed], room: Length) -> (&[Placed], &[Placed], bool) {
    let mut width = Length::ZERO;
    let mut after_space = None;
    let mut inside = None;
    for (at, placed) in letters.iter().enumerate() {
        let next = at.saturating_add(1);
        match placed.letter {
            '\n' => return (slice(letters, 0, at), slice(letters, next, letters.len()), true),
            ' ' => {
                after_space = Some((at, next));
                width = width + placed.advance;
                continue;
            }
            _ => {}
        }
        if width + placed.advance > room && at > 0 {
            let (end, start) = after_space.or(inside).unwrap_or((at, at));
            return (slice(letters, 0, end), slice(letters, start, letters.len()), false);
        }
        width = width + placed.advance;
        if matches!(placed.letter, '-' | '/' | '–' | '…') {
            inside = Some((next, next));
        }
    }
    (letters, &[], true)
}

fn slice(letters: &[Placed], from: usize, to: usize) -> &[Placed] {
    letters.get(from..to).unwrap_or(&[])
}

/// Puts letters in their places on a line.
fn set(
    para: &Para,
    inks: &[Ink],
    taken: &[Placed],
    inset: Length,
    room: Length,
    ended: bool,
    fonts: &Fonts,
) -> Line {
    let blank = |placed: &&Placed| placed.letter == ' ';
    let trailing = taken.iter().rev().take_while(blank).count();
    let mut letters: Vec<Placed> = slice(taken, 0, taken.len().saturating_sub(trailing)).to_vec();
    if !ended {
        let leading = letters.iter().take_while(|placed| placed.letter == ' ').count();
        letters.drain(..leading);
    }
    let natural: Length = letters.iter().map(|placed| placed.advance).sum();
    let free = (room - natural).max(Length::ZERO);
    let mut left = inset;
    match para.align {
        Align::Left => {}
        Align::Right => left = left + free,
        Align::Centre => left = left + free.share(1, 2),
        Align::Both if ended => {}
        Align::Both => stretch(&mut letters, free),
    }
    let looks = letters.iter().filter_map(|placed| inks.get(placed.ink)).map(|ink| ink.look);
    let mut ascent = Length::ZERO;
    let mut descent = Length::ZERO;
    let mut natural_line = Length::ZERO;
    for look in looks.chain(inks.first().map(|ink| ink.look).filter(|_| letters.is_empty())) {
        let face = fonts.face(look.bold, look.italic);
        ascent = ascent.max(face.ascent(look.size));
        descent = descent.max(face.descent(look.size));
        natural_line = natural_line.max(face.line(look.size));
    }
    let (height, baseline) = match para.spacing {
        Spacing::Exact(height) => (height, height - descent),
        Spacing::Lines(hundredths) => {
            let height = natural_line.share(i64::from(hundredths), 100);
            (height, height - natural_line + ascent)
        }
    };
    Line { letters, left, height, baseline, notes: Vec::new() }
}

/// Spreads free room over the spaces of a line, the odd units from the left.
fn stretch(letters: &mut [Placed], free: Length) {
    let spaces = letters.iter().filter(|placed| placed.letter == ' ').count();
    let mut left = free;
    let mut count = i64::try_from(spaces).unwrap_or(0);
    for placed in letters.iter_mut().filter(|placed| placed.letter == ' ') {
        let share = left.share(1, count);
        placed.advance = placed.advance + share;
        left = left - share;
        count -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, lines, prepared};
    use crate::face::tests::tinos;
    use crate::paper::form::Form;
    use crate::paper::set::{Para, upright};
    use crate::paper::{Align, Length};

    fn broken(text: &str, width: Length) -> Vec<Line> {
        let rules = Form::Party.rules();
        let para = Para {
            align: Align::Both,
            first: rules.inset.value,
            ..Para::centred(text, upright(Length::points(14)))
        };
        let (inks, marks) = prepared(&para, &mut Vec::new(), &tinos());
        lines(&para, &inks, &marks, width, &tinos())
    }

    fn text(line: &Line) -> String {
        line.letters.iter().map(|placed| placed.letter).collect()
    }

    #[test]
    fn lines_break_at_spaces_fill_the_column_and_lose_nothing() {
        let words =
            "Cấp ủy các cấp đã quán triệt, cụ thể hóa việc học tập, thực hành tư tưởng, đạo đức, phương pháp";
        let width = Length::mm(90);
        let found = broken(words, width);
        assert!(found.len() >= 2);
        assert_eq!(found.iter().map(text).collect::<Vec<_>>().join(" "), words);
        for line in found.iter().rev().skip(1) {
            let end: Length = line.left + line.letters.iter().map(|placed| placed.advance).sum();
            assert_eq!(end, width, "{}", text(line));
        }
    }

    #[test]
    fn a_number_stays_with_its_measure_and_a_letter_with_its_marks() {
        let found = broken("đã trồng được hơn\u{a0}6.296\u{a0}cây", Length::mm(52));
        assert_eq!(text(found.last().unwrap()), "hơn\u{a0}6.296\u{a0}cây");
        // Letters and marks apart come together before anything is broken.
        let long = "Ẩ".repeat(60).chars().flat_map(|_| ['A', '\u{302}', '\u{309}']).collect::<String>();
        let found = broken(&long, Length::mm(30));
        assert!(found.len() > 3);
        assert!(found.iter().all(|line| line.letters.iter().all(|placed| placed.letter == 'Ẩ')));
        assert_eq!(found.iter().map(|line| line.letters.len()).sum::<usize>(), 60);
    }

    #[test]
    fn a_broken_line_is_not_stretched() {
        let found = broken("một\nhai", Length::mm(90));
        assert_eq!(found.iter().map(text).collect::<Vec<_>>(), ["một", "hai"]);
        assert!(found.iter().all(|line| line.letters.iter().map(|placed| placed.advance).sum::<Length>() < Length::mm(20)));
    }
}
