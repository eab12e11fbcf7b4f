//! Awards told in tables: the row names the form, the column whom it was given to.
//!
//! Not here: the cells and headings of a table (`table`), forms in running text (`praise`).

use crate::form::whole_form;
use crate::giver::{authority, giver_after};
use crate::lexicon::awards::{
    ASKED, BORNE, FORM, FORM_WORDS, GRANTED, RECIPIENT, RECIPIENT_WORDS, Recipient,
};
use crate::phrase::Phrases;
use crate::reading::AwardStatus;
use crate::token::{Caps, Sheet, next};

/// What the headings of a cell say of the award that it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    /// The form as named.
    pub(crate) form: String,
    /// Who gives it, as named.
    pub(crate) by: Option<String>,
    /// Whom the cell counts.
    pub(crate) who: Recipient,
    /// Given or only asked for.
    pub(crate) status: AwardStatus,
}

/// Whom a column's heading tells of; both kinds in one heading are both together.
pub(crate) fn recipients(heading: &str) -> Option<Recipient> {
    let sheet = Sheet::new(heading);
    named(&sheet, 0, |_| true)
}

/// The recipients named from token `from` on among those that `fit` (whether they are awarded wherever they stand).
fn named(sheet: &Sheet<'_>, from: usize, fit: impl Fn(bool) -> bool) -> Option<Recipient> {
    let mut found = Vec::new();
    let mut at = from;
    while at < sheet.len() {
        let hit = RECIPIENT.at(sheet, at).and_then(|(to, id)| Some((to, RECIPIENT_WORDS.get(id)?)));
        if let Some((_, (_, who, always))) = hit
            && fit(*always)
        {
            found.push(*who);
        }
        at = hit.map_or(next(at), |(to, _)| to);
    }
    let first = *found.first()?;
    Some(if found.iter().all(|who| *who == first) { first } else { Recipient::Combined })
}

/// The award that a cell counts under row heading `row` and column heading `column`, when the row begins with a form.
/// `parted` says that some column tells collectives from individuals: a column that tells neither sums them up, and is no
/// further award.
pub(crate) fn told(row: &str, column: &str, parted: bool) -> Option<Told> {
    let sheet = Sheet::new(row);
    let lead = (0..sheet.len().min(6)).find(|&i| !leads(&sheet, i))?;
    let (to, id) = FORM.at(&sheet, lead)?;
    let (_, form, thing) = FORM_WORDS.get(id)?;
    if !thing {
        return None;
    }
    let (to, form) = whole_form(&sheet, lead, to, form);
    let name = if matches!(form.as_str(), "Danh hiệu" | "Giải thưởng") {
        sheet.words(lead, sheet.len())
    } else {
        form
    };
    let head = Sheet::new(column);
    // "Năm 2024": one column of several years.
    let dated = (0..head.len()).any(|i| head.is_digits(i) && head.digits(i).len() == 4);
    let across = recipients(column);
    if dated || parted && across.is_none() {
        return None;
    }
    // "Giấy khen (cá nhân)", "Danh hiệu Chiến sĩ thi đua", "Cờ thi đua"
    let borne = || {
        let titled = BORNE.find(&sheet, lead, to.max(next(lead)).saturating_add(2));
        titled
            .map(|_| Recipient::Individual)
            .or_else(|| name.starts_with("Cờ").then_some(Recipient::Collective))
    };
    let who = across.or_else(|| named(&sheet, lead, |always| always)).or_else(borne);
    let who = who.unwrap_or(Recipient::Combined);
    let status = if asks(&[&sheet, &head]) { AwardStatus::Proposed } else { AwardStatus::Given };
    Some(Told { form: name, by: giver(&sheet, to), who, status })
}

/// Whether headings ask for something and do not say that it was given.
fn asks(headings: &[&Sheet<'_>]) -> bool {
    let says = |table: &Phrases| headings.iter().any(|s| table.find(s, 0, s.len()).is_some());
    says(&ASKED) && !says(&GRANTED)
}

/// Whether a cell under these headings counts awards that are only asked for.
pub(crate) fn asked_for(row: &str, column: &str) -> bool {
    let (row, column) = (Sheet::new(row), Sheet::new(column));
    FORM.find(&row, 0, row.len()).is_some() && asks(&[&row, &column])
}

/// "1.", "- ", "Tặng", "Số lượng", "Đề nghị": what may stand before a form.
fn leads(sheet: &Sheet<'_>, i: usize) -> bool {
    !sheet.is_word(i) || sheet.any(i, &["tặng", "số", "lượng", "được", "đề", "nghị", "trình"])
}

/// "của Thủ tướng Chính phủ", "Thủ tướng Chính phủ", "cấp tỉnh" behind the form.
fn giver(sheet: &Sheet<'_>, to: usize) -> Option<String> {
    let close = (to..sheet.len()).find(|&i| sheet.mark(i) == '(').unwrap_or_else(|| sheet.len());
    if sheet.is(to, "cấp") && sheet.is_word(next(to)) {
        return Some(sheet.words(to, close));
    }
    let bare = || {
        let named = sheet.caps(to) != Caps::Lower && !sheet.loud(to);
        authority(sheet, to).filter(|_| named).map(|end| sheet.words(to, end))
    };
    giver_after(sheet, to).or_else(bare)
}
