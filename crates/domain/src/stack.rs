//! Stacks (chồng báo cáo): reports handed in together, read one after another, each to be opened in turn.
//!
//! Not here: reading them (`reader`), the documents that they become (`acts::document`), storing.

use crate::code::codes;
use crate::text;
use crate::unit::UnitId;

/// How far one paper of a stack has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Standing {
    /// Not read yet.
    Waiting,
    /// Read; its proposals wait for a person.
    Read,
    /// The same file was read before for the same unit.
    Before,
    /// It could not be read; a code says why.
    Refused,
}

codes!(Standing { Waiting = "waiting", Read = "read", Before = "before", Refused = "refused" });

/// A unit whose report a paper may be.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The unit.
    pub unit: UnitId,
    /// Its names, folded by [`text::fold`]: full, short, other ones.
    pub names: Vec<String>,
    /// The units above it, so that "Đảng bộ tỉnh X – Đảng ủy xã Y" is a report of Y.
    pub above: Vec<UnitId>,
}

/// Names shorter than this, in letters, are in too many texts to tell anything.
const SHORTEST_NAME: usize = 6;

/// Whose report a paper is, by its file name and the head of its text; `None` where they name nobody or several.
///
/// A unit above another one named is dropped, since papers name the body above the issuer. Among the rest the
/// longest name wins ("Chi bộ Khu phố 12" over "Chi bộ Khu phố 1"); two units of one longest name leave it open.
pub fn owner(file_name: &str, head: &str, candidates: &[Candidate]) -> Option<UnitId> {
    let places = [spaced(file_name), spaced(head)];
    let named: Vec<(&Candidate, usize)> = candidates
        .iter()
        .filter_map(|candidate| {
            let names = candidate.names.iter().filter(|name| name.chars().count() >= SHORTEST_NAME);
            let found = names.filter(|name| {
                let whole = format!(" {} ", words(name));
                places.iter().any(|place| place.contains(&whole))
            });
            Some((candidate, found.map(|name| name.chars().count()).max()?))
        })
        .collect();
    let above_another = |unit: UnitId| named.iter().any(|(other, _)| other.above.contains(&unit));
    let lowest: Vec<(UnitId, usize)> = named
        .iter()
        .filter(|(one, _)| !above_another(one.unit))
        .map(|(one, length)| (one.unit, *length))
        .collect();
    let longest = lowest.iter().map(|(_, length)| *length).max()?;
    let mut best = lowest.iter().filter(|(_, length)| *length == longest);
    match (best.next(), best.next()) {
        (Some((unit, _)), None) => Some(*unit),
        _ => None,
    }
}

/// Folded words with one blank around each, so that a name is only found as whole words.
fn spaced(text: &str) -> String {
    format!(" {} ", words(&text::fold(text)))
}

fn words(folded: &str) -> String {
    let parts = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidates() -> Vec<Candidate> {
        let one = |unit: i64, name: &str, above: &[i64]| Candidate {
            unit: UnitId(unit),
            names: vec![text::fold(name)],
            above: above.iter().map(|unit| UnitId(*unit)).collect(),
        };
        vec![
            one(1, "Đảng bộ tỉnh Sông Tiền", &[]),
            one(2, "Đảng bộ phường Đông", &[1]),
            one(3, "Chi bộ Khu phố 1", &[2, 1]),
            one(4, "Chi bộ Khu phố 12", &[2, 1]),
            one(5, "Chi bộ Khu phố 1", &[6, 1]),
        ]
    }

    #[test]
    fn the_issuer_is_found_below_the_body_above_it() {
        let head = "ĐẢNG BỘ TỈNH SÔNG TIỀN\nĐẢNG BỘ PHƯỜNG ĐÔNG\n*\nSố 05-BC/ĐU";
        assert_eq!(owner("bc.docx", head, &candidates()), Some(UnitId(2)));
    }

    #[test]
    fn a_name_is_whole_words_and_the_longest_one_wins() {
        assert_eq!(owner("x.docx", "Báo cáo của Chi bộ khu phố 12", &candidates()), Some(UnitId(4)));
    }

    #[test]
    fn marks_case_and_underscores_of_file_names_do_not_matter() {
        assert_eq!(owner("Bao_cao_Dang_bo_phuong_Dong_Q1.docx", "", &candidates()), Some(UnitId(2)));
    }

    #[test]
    fn two_units_of_one_name_leave_it_to_a_person() {
        assert_eq!(owner("x.docx", "Chi bộ Khu phố 1", &candidates()), None);
        assert_eq!(owner("x.docx", "Một báo cáo không ghi tên ai", &candidates()), None);
    }
}
