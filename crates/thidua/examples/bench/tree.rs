//! A tree of the country's shape: 63 provinces, 696 districts, 10,035 communes.
//!
//! Not here: real names; the measurement does not depend on them.

use std::fmt::Write as _;

/// How many provinces, districts and communes there are.
const SHAPE: (usize, usize, usize) = (63, 696, 10_035);

/// Syllables that names are made of, so that search and sort keys have real work.
const SYLLABLES: [&str; 16] = [
    "An", "Bình", "Châu", "Đông", "Giang", "Hòa", "Khánh", "Lộc", "Minh", "Ninh", "Phú", "Quảng", "Sơn",
    "Thạnh", "Vĩnh", "Xuyên",
];

/// The sheet, in the columns that the import reads.
pub(crate) fn made() -> String {
    let (provinces, districts, communes) = SHAPE;
    let mut sheet = String::from("code,level,full_name,parent_code\n");
    for place in 0..provinces {
        line(&mut sheet, &format!("P{place:02}"), "province", "Tỉnh", place, "");
    }
    for place in 0..districts {
        line(
            &mut sheet,
            &format!("D{place:03}"),
            "district",
            "Huyện",
            place,
            &format!("P{:02}", place % provinces),
        );
    }
    for place in 0..communes {
        line(
            &mut sheet,
            &format!("C{place:05}"),
            "commune",
            "Xã",
            place,
            &format!("D{:03}", place % districts),
        );
    }
    sheet
}

fn line(sheet: &mut String, code: &str, level: &str, kind: &str, place: usize, parent: &str) {
    let syllable = |at: usize| SYLLABLES.get(at % SYLLABLES.len()).copied().unwrap_or_default();
    let (first, second) = (syllable(place), syllable(place / SYLLABLES.len() + place));
    // Writing into a string cannot fail.
    let _ = writeln!(sheet, "{code},{level},{kind} {first} {second} {place},{parent}");
}
