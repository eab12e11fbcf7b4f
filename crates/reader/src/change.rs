//! Changes told with both their figures: "Số hộ nghèo giảm từ 12 hộ xuống còn 7 hộ".
//!
//! Not here: the words that say what changed (`label`), figures that are aims (`planned`).

use crate::token::{Sheet, next, prev};

/// A figure of a change.
pub(crate) struct Change {
    /// The token of "tăng" or "giảm".
    pub(crate) verb: usize,
    /// What stood before, and not what it came to.
    pub(crate) first: bool,
}

/// Most tokens from the verb or the first figure to the second: "giảm từ 1.245 hộ hội viên nghèo cuối năm 2023 xuống còn 7".
const LONGEST: usize = 14;

/// Words before the figure that a change comes to.
const COMES_TO: &[&str] = &["lên", "xuống", "còn"];

/// The change that the figure at token `i`, the first of its number or of its bound, belongs to.
pub(crate) fn at(sheet: &Sheet<'_>, i: usize) -> Option<Change> {
    let bound = sheet.any(prev(i, 1), &["trên", "hơn", "gần", "khoảng"]);
    let at = if bound { prev(i, 1) } else { i };
    let (start, end) = sheet.sentence_of(i);
    let low = start.max(at.saturating_sub(LONGEST));
    let verbs = ["tăng", "giảm", "rút", "ngắn", "nâng", "hạ"];
    let verb = (low..at).rfind(|&k| sheet.any(k, &verbs) && sheet.is(next(k), "từ"))?;
    let apart = |from: usize, to: usize| (from..to).any(|k| matches!(sheet.mark(k), ';' | ':' | '('));
    if verb.saturating_add(2) == at {
        let second = (next(i)..end.min(i.saturating_add(LONGEST))).find(|&k| sheet.any(k, COMES_TO))?;
        let number = (next(second)..second.saturating_add(4)).any(|k| sheet.is_digits(k));
        return (number && !apart(i, second)).then_some(Change { verb, first: true });
    }
    (sheet.any(prev(at, 1), COMES_TO) && !apart(verb, at)).then_some(Change { verb, first: false })
}
