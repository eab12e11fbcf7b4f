//! A text fitted into its place: as large as there is room, on as few and as even lines as can be.
//!
//! Lines break at spaces only. Letters come composed, so a mark never leaves its letter; what does not fit at the
//! smallest size is a refusal and is never cut.

use unicode_normalization::UnicodeNormalization as _;

use crate::face::Face;
use crate::paper::{Align, Length};

use super::layout::Place;

/// Distance of lines in hundredths of the size: capitals with two marks need room above.
const LEADING: i64 = 130;

/// A fitted text: where each line begins and where its letters stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fitted {
    /// Size of its letters.
    pub size: Length,
    /// Left edge, line that letters stand on, and words.
    pub lines: Vec<(Length, Length, String)>,
}

/// Fits a text; `None` where the smallest size is still too large.
pub(super) fn fit(text: &str, place: &Place, face: &Face) -> Option<Fitted> {
    let text: String = text.nfc().collect();
    let step = Length::half_points(1);
    let mut size = place.size;
    loop {
        let lines: Vec<String> =
            text.split('\n').flat_map(|part| balanced(part, place.width, size, face)).collect();
        let leading = size.share(LEADING, 100);
        let height = leading.share(i64::try_from(lines.len()).unwrap_or(i64::MAX), 1);
        let fits = lines.len() <= place.lines
            && height <= place.height
            && lines.iter().all(|line| face.width(line, size) <= place.width);
        if fits {
            return Some(set(lines, place, face, size, leading));
        }
        if size <= place.least {
            return None;
        }
        size = (size - step).max(place.least);
    }
}

fn set(lines: Vec<String>, place: &Place, face: &Face, size: Length, leading: Length) -> Fitted {
    let count = i64::try_from(lines.len()).unwrap_or(0);
    let top = place.top + (place.height - leading.share(count, 1)).share(1, 2);
    let inside = (leading - face.ascent(size) - face.descent(size)).share(1, 2) + face.ascent(size);
    let set = (0_i64..).zip(lines).map(|(number, line)| {
        let free = place.width - face.width(&line, size);
        let left = match place.align {
            Align::Both | Align::Left => place.left,
            Align::Centre => place.left + free.share(1, 2),
            Align::Right => place.left + free,
        };
        (left, top + leading.share(number, 1) + inside, line)
    });
    Fitted { size, lines: set.collect() }
}

/// Lines of a part, as few as the width allows and then as even as can be.
fn balanced(part: &str, width: Length, size: Length, face: &Face) -> Vec<String> {
    let lines = greedy(part, width, size, face);
    if lines.len() < 2 {
        return lines;
    }
    let count = i64::try_from(lines.len()).unwrap_or(1);
    let even = face.width(part, size).share(1, count);
    let step = width.share(1, 40).max(Length::units(1));
    let mut narrow = even;
    while narrow < width {
        let tried = greedy(part, narrow, size, face);
        if tried.len() == lines.len() {
            return tried;
        }
        narrow = narrow + step;
    }
    lines
}

fn greedy(part: &str, width: Length, size: Length, face: &Face) -> Vec<String> {
    let space = face.advance(' ', size);
    let mut lines: Vec<(String, Length)> = Vec::new();
    for word in part.split(' ').filter(|word| !word.is_empty()) {
        let long = face.width(word, size);
        match lines.last_mut() {
            Some((line, used)) if *used + space + long <= width => {
                line.push(' ');
                line.push_str(word);
                *used = *used + space + long;
            }
            _ => lines.push((word.to_owned(), long)),
        }
    }
    lines.into_iter().map(|(line, _)| line).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::fit;
    use crate::certificate::layout::{Field, Layout, Sheet};
    use crate::face::tests::noto_serif;
    use crate::paper::Length;

    fn name_place() -> crate::certificate::Place {
        *Layout::own(Sheet::A4).places.iter().find(|place| place.field == Field::Name).unwrap()
    }

    #[test]
    fn a_usual_name_stands_on_one_line_at_full_size() {
        let fonts = noto_serif();
        let fitted = fit("Đồng chí NGUYỄN THỊ THUỲ DƯƠNG", &name_place(), &fonts.bold).unwrap();
        assert_eq!(fitted.size, Length::points(22));
        assert_eq!(fitted.lines.len(), 1);
    }

    #[test]
    fn a_long_name_becomes_smaller_then_two_even_lines_then_a_refusal() {
        let fonts = noto_serif();
        let unit = "TẬP THỂ CÁN BỘ, ĐẢNG VIÊN CHI BỘ TRUNG TÂM DỊCH VỤ HÀNH CHÍNH CÔNG VÀ KIỂM SOÁT THỦ TỤC";
        let fitted = fit(unit, &name_place(), &fonts.bold).unwrap();
        assert!(fitted.size < Length::points(22) && fitted.size >= Length::points(12));
        assert_eq!(fitted.lines.iter().map(|(_, _, line)| line.as_str()).collect::<Vec<_>>().join(" "), unit);
        if let [(_, _, first), (_, _, second)] = fitted.lines.as_slice() {
            let longer = first.chars().count().max(second.chars().count());
            assert!(
                first.chars().count().abs_diff(second.chars().count()) * 2 < longer,
                "{first} / {second}"
            );
        }
        assert_eq!(fit(&unit.repeat(4), &name_place(), &fonts.bold), None);
        assert_eq!(fit(&"Ẩ".repeat(90), &name_place(), &fonts.bold), None);
    }

    #[test]
    fn marks_that_come_apart_are_joined_before_anything_is_measured() {
        let fonts = noto_serif();
        let apart = "Nguye\u{302}\u{303}n Thi\u{323}";
        let fitted = fit(apart, &name_place(), &fonts.bold).unwrap();
        assert_eq!(fitted.lines.first().map(|(_, _, line)| line.as_str()), Some("Nguyễn Thị"));
    }

    proptest! {
        /// Whatever fits loses no letter and stays inside its place.
        #[test]
        fn what_fits_is_whole_and_inside(words in proptest::collection::vec("[A-ZĐƯƠẨẪẤỆa-zđươẩẫấệ]{1,9}", 1..14)) {
            let fonts = noto_serif();
            let place = name_place();
            let text = words.join(" ");
            if let Some(fitted) = fit(&text, &place, &fonts.bold) {
                let joined = fitted.lines.iter().map(|(_, _, line)| line.as_str()).collect::<Vec<_>>().join(" ");
                prop_assert_eq!(joined, text);
                for (left, baseline, line) in &fitted.lines {
                    let right = *left + fonts.bold.width(line, fitted.size);
                    prop_assert!(*left >= place.left && right <= place.left + place.width + Length::units(2));
                    prop_assert!(*baseline > place.top && *baseline < place.top + place.height);
                }
            }
        }
    }
}
