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
    let kinds = kinds(reading, words);
    let length = pieces.iter().map(|piece| piece.text.chars().count()).sum();
    let mut shades = vec![0; length];
    // Where two kinds lie over one another, the first stands.
    for (kind, (_, all)) in (1_u8..=4).zip(&kinds).rev() {
        for span in all.iter().flat_map(|passage| &passage.mention.spans) {
            let at = |place: u32| usize::try_from(place).unwrap_or(usize::MAX).min(length);
            if let Some(stretch) = shades.get_mut(at(span.start)..at(span.end)) {
                stretch.fill(kind);
            }
        }
    }
    let shade = |kind: u8| {
        let kind = usize::from(kind).checked_sub(1).and_then(|kind| kinds.get(kind));
        kind.map_or(Shade::default(), |(shade, _)| *shade)
    };
    let mut out = Vec::new();
    let mut left = shades.as_slice();
    for piece in pieces {
        let (here, rest) = left.split_at_checked(piece.text.chars().count()).unwrap_or((left, &[]));
        left = rest;
        if piece.number > 0 {
            out.push(piece);
        } else {
            cut(&piece.text, here, shade, &mut out);
        }
    }
    out
}

/// One plain piece with what each of its letters lies in, cut where that changes.
fn cut(text: &str, shades: &[u8], shade: impl Fn(u8) -> Shade, out: &mut Vec<Piece>) {
    let mut letters = text.chars();
    for alike in shades.chunk_by(|a, b| a == b) {
        let text = letters.by_ref().take(alike.len()).collect();
        let shade = alike.first().map_or(Shade::default(), |kind| shade(*kind));
        out.push(Piece { text, shade, ..Piece::default() });
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
