//! Passages of the text that hold no figure of their own, shown in the text: captions, the portal's part, shortcomings,
//! next tasks.
//!
//! Not here: the marks of the proposals (`page::pieces`), which stand before them.

use lang::Words;
use reader::{Passage, Reading};

use super::page::Piece;

/// A kind of passage: its class and what it is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shade {
    /// The class of its places.
    pub class: &'static str,
    /// What the reader took it for.
    pub told: &'static str,
}

/// The kinds in the order of the legend, each with its passages.
fn kinds<'a>(reading: &'a Reading, words: &Words) -> [(Shade, &'a [Passage]); 4] {
    let w = &words.reading;
    let shade = |class, told| Shade { class, told };
    [
        (shade("han", w.limitations), &reading.limitations),
        (shade("viec", w.tasks), &reading.tasks),
        (shade("anh", w.captions), &reading.captions),
        (shade("khung", w.boilerplate), &reading.boilerplate),
    ]
}

/// The kinds that the text has.
pub fn legend(reading: &Reading, words: &Words) -> Vec<Shade> {
    kinds(reading, words).iter().filter(|(_, all)| !all.is_empty()).map(|(shade, _)| *shade).collect()
}

/// Cuts the plain pieces at the passages' edges, so that each is shown as what it was taken for. The marks of proposals
/// stay whole. Spans count Unicode code points of the text that the pieces make up.
pub fn shaded(pieces: Vec<Piece>, reading: &Reading, words: &Words) -> Vec<Piece> {
    let mut places: Vec<(usize, usize, Shade)> = Vec::new();
    for (shade, all) in kinds(reading, words) {
        let spans = all.iter().flat_map(|passage| &passage.mention.spans);
        places.extend(spans.filter_map(|span| {
            Some((usize::try_from(span.start).ok()?, usize::try_from(span.end).ok()?, shade))
        }));
    }
    let mut out = Vec::new();
    let mut at = 0;
    for piece in pieces {
        let end = at + piece.text.chars().count();
        if piece.number > 0 {
            out.push(piece);
        } else {
            cut(&piece.text, at, &places, &mut out);
        }
        at = end;
    }
    out
}

/// One plain piece that begins at code point `at`, cut where what it lies in changes.
fn cut(text: &str, at: usize, places: &[(usize, usize, Shade)], out: &mut Vec<Piece>) {
    let of = |i: usize| {
        places.iter().find(|(from, to, _)| *from <= i && i < *to).map_or(Shade::default(), |place| place.2)
    };
    let mut piece = Piece::default();
    for (i, letter) in (at..).zip(text.chars()) {
        let shade = of(i);
        if shade != piece.shade && !piece.text.is_empty() {
            out.push(std::mem::take(&mut piece));
        }
        piece.shade = shade;
        piece.text.push(letter);
    }
    if !piece.text.is_empty() {
        out.push(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::reading::page::pieces;

    #[test]
    fn passages_are_shown_and_the_marks_stay_whole() {
        let text = "Tân Lập họp\n\nQuang cảnh hội nghị tại 61 điểm cầu\n\nXã có 12 chi bộ.";
        let reading = reader::read(text, &reader::Options::default());
        let words = lang::Lang::Vi.words();
        let number = text.chars().position(|c| c == '6').unwrap();
        let cut = shaded(pieces(text, &[(number, number + 11, 1, "ok")]), &reading, words);
        assert_eq!(cut.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        let shown: Vec<&str> =
            cut.iter().filter(|piece| piece.shade.class == "anh").map(|piece| piece.text.as_str()).collect();
        assert_eq!(shown, ["Quang cảnh hội nghị tại "]);
        assert_eq!(legend(&reading, words).len(), 1);
    }
}
