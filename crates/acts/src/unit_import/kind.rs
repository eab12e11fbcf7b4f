//! What a unit is, read from the words that sheets use.
//!
//! Not here: guessing a kind from a name.

use domain::text;
use domain::unit::UnitKind;

/// Words for kinds, folded. What the State and the Party call their levels, and what offices write for short.
const WORDS: &[(&str, UnitKind)] = &[
    ("trung uong", UnitKind::Country),
    ("ca nuoc", UnitKind::Country),
    ("tinh", UnitKind::Province),
    ("thanh pho", UnitKind::Province),
    ("thanh pho truc thuoc trung uong", UnitKind::Province),
    ("cap tinh", UnitKind::Province),
    ("quan", UnitKind::District),
    ("huyen", UnitKind::District),
    ("thi xa", UnitKind::District),
    ("cap huyen", UnitKind::District),
    ("xa", UnitKind::Commune),
    ("phuong", UnitKind::Commune),
    ("thi tran", UnitKind::Commune),
    ("dac khu", UnitKind::Commune),
    ("cap xa", UnitKind::Commune),
    ("dang bo", UnitKind::Committee),
    ("dang bo cap tren co so", UnitKind::Committee),
    ("dang bo khoi", UnitKind::Committee),
    ("dang uy", UnitKind::Committee),
    ("dang bo co so", UnitKind::GrassrootsCommittee),
    ("chi bo co so", UnitKind::Cell),
    ("chi bo", UnitKind::Cell),
    ("co quan", UnitKind::Agency),
    ("don vi su nghiep", UnitKind::Agency),
    ("doanh nghiep", UnitKind::Enterprise),
    ("cong ty", UnitKind::Enterprise),
    ("truong hoc", UnitKind::School),
    ("truong", UnitKind::School),
    ("doan the", UnitKind::Mass),
    ("thon", UnitKind::Village),
    ("ap", UnitKind::Village),
    ("ban", UnitKind::Village),
    ("to dan pho", UnitKind::Village),
    ("khu pho", UnitKind::Village),
    ("khac", UnitKind::Other),
];

/// Reads a kind from its code or a word for it; `None` when it is neither.
pub(super) fn read(written: &str) -> Option<UnitKind> {
    let code = text::clean(written).to_lowercase();
    UnitKind::from_code(&code).or_else(|| {
        let word = text::fold(&code);
        WORDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_words_are_read() {
        for (written, kind) in [
            ("province", UnitKind::Province),
            (" Commune ", UnitKind::Commune),
            ("Xã", UnitKind::Commune),
            ("ĐẢNG BỘ CƠ SỞ", UnitKind::GrassrootsCommittee),
            ("Chi bộ", UnitKind::Cell),
            ("Thị xã", UnitKind::District),
        ] {
            assert_eq!(read(written), Some(kind), "{written}");
        }
        for written in ["", "?", "cấp gì đó", "xa xa"] {
            assert_eq!(read(written), None, "{written}");
        }
    }
}
