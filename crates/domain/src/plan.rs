//! Plans (kế hoạch): how a unit answers what was sent down to it, with a document of its own.
//!
//! Not here: files (`store::file`), themes (`acts::theme`).

pub use crate::id::PlanId;
use crate::text;

/// Whether a plan's words name the document above it: by number and symbol, however it is written around them
/// (`Chỉ thị số 07-CT/TW`, `Chỉ thị 07 - CT/TW`). A plan that does not still answers; it is told.
pub fn names(words: &str, number: &str) -> bool {
    let tight =
        |of: &str| text::fold(of).chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
    let number = tight(number);
    if number.is_empty() {
        return true;
    }
    let words = tight(words);
    // `07-ct/tw` must not be found within `107-ct/tw`.
    words.match_indices(&number).any(|(at, _)| {
        let before = words.get(..at).and_then(|text| text.chars().next_back());
        !before.is_some_and(|letter| letter.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_number_is_found_as_people_write_it() {
        for words in ["thực hiện Chỉ thị số 07-CT/TW của Bộ Chính trị", "CT 07 - CT/TW", "07‑CT/TW"]
        {
            assert!(names(words, "07-CT/TW"), "{words}");
        }
        assert!(!names("Chỉ thị số 107-CT/TW", "07-CT/TW"));
        assert!(!names("", "07-CT/TW"));
        assert!(names("bất kỳ", ""));
    }
}
