//! An award while it is read: what the rules of every kind of award know of the page, and what they hand on.
//!
//! Not here: the rules (`award`, `handed`, `honour`, `named`, `prize`).

use crate::claim::mention;
use crate::giver::{authority, passive_giver};
use crate::organisation;
use crate::person;
use crate::praise::Trigger;
use crate::reading::{Award, AwardStatus, Certainty, Qualifier, Reason};
use crate::recipient::Group;
use crate::token::{Caps, Sheet, next, prev};

/// An award with its token range and whether it stands in a heading or caption.
pub(crate) struct Draft {
    pub(crate) award: Award,
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) heading: bool,
}

/// What the rules need to know of the rest of the page.
pub(crate) struct Around<'a> {
    pub(crate) bodies: &'a [organisation::Found],
    pub(crate) people: &'a [person::Found],
    /// For each line whether it only repeats the text: title, lead, caption.
    pub(crate) repeats: &'a [bool],
    /// For each line whether it belongs to the portal.
    pub(crate) boiler: &'a [bool],
    /// For each line whether it stands under a heading of aims.
    pub(crate) aims: &'a [bool],
}

/// The forms and the counted recipients of the text.
pub(crate) struct Told<'a> {
    pub(crate) triggers: &'a [Trigger],
    pub(crate) groups: &'a [Group],
}

/// An award without counts to named or listed recipients.
pub(crate) fn blank(sheet: &Sheet<'_>, place: (usize, usize), form: String, by: Option<String>) -> Award {
    let mut reasons = vec![Reason::NamedRecipient];
    if by.is_none() {
        reasons.push(Reason::GiverMissing);
    }
    Award {
        form,
        by,
        collectives: None,
        individuals: None,
        combined: None,
        households: None,
        qualifier: Qualifier::Exact,
        status: AwardStatus::Given,
        numbers: Vec::new(),
        mention: mention(sheet, place.0, place.1, Certainty::Likely, &reasons),
    }
}

/// Words that ask for something begin at token `i`: "đề nghị Tỉnh ủy tặng", "trình Chủ tịch UBND tỉnh khen thưởng".
pub(crate) fn asks_at(sheet: &Sheet<'_>, i: usize) -> bool {
    // "theo đề nghị của Hội đồng, Chủ tịch tặng": asked for, and given.
    let grounds = sheet.any(prev(i, 1), &["theo", "sở", "xét"]) || sheet.is(i.saturating_add(2), "của");
    let whom = next(i);
    let named = || sheet.caps(whom) == Caps::Title;
    let above = sheet.is(whom, "cấp") && sheet.any(next(whom), &["trên", "có"]);
    let noun = sheet.any(prev(i, 1), &["quá", "chương", "công", "quy", "lộ", "hành", "giáo"]);
    let handed_up = sheet.is(i, "trình") && !noun && (authority(sheet, whom).is_some() || named() || above);
    // "đề xuất Bộ Công an tặng", "kiến nghị cấp trên khen"
    let up = || {
        let whom = i.saturating_add(2);
        authority(sheet, whom).is_some()
            || sheet.caps(whom) == Caps::Title
            || sheet.any(whom, &["cấp", "các", "khen", "tặng", "xét"])
    };
    let proposes = (sheet.two(i, "đề", "xuất") || sheet.two(i, "kiến", "nghị")) && up();
    (sheet.two(i, "đề", "nghị") || proposes) && !grounds || handed_up
}

/// Awards to somebody named that are only asked for: "Đề nghị Tỉnh ủy tặng Bằng khen cho đồng chí A".
pub(crate) fn only_asked(sheet: &Sheet<'_>, drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|d| d.award.mention.reasons.contains(&Reason::NamedRecipient)) {
        let (start, _) = sheet.sentence_of(draft.from);
        let low = (start..draft.from).rfind(|&i| sheet.mark(i) == ';').map_or(start, next);
        let asked = (low..draft.to).rfind(|&i| asks_at(sheet, i));
        let given = |asked: usize| (asked..draft.to).any(|k| sheet.is(k, "đã"));
        if asked.is_some_and(|asked| !given(asked)) {
            draft.award.status = AwardStatus::Proposed;
            // Whoever asks gives nothing.
            let asks = asked.map_or(draft.from, |asked| {
                if sheet.is(asked, "trình") { next(asked) } else { asked.saturating_add(2) }
            });
            // "đề nghị tặng Cờ của Chính phủ cho A, tặng Cờ của Bộ B cho C": what was asked for before names no giver.
            let clear = asks < draft.from && !(asks..draft.from).any(|i| sheet.is(i, "cho"));
            if let Some(by) = passive_giver(sheet, asks, draft.from).filter(|_| clear) {
                draft.award.by = Some(by);
            }
            draft.award.mention.reasons.push(Reason::ProposedOnly);
        }
    }
}

/// "X tặng Cờ cho 7 đơn vị, trong đó có Y; tặng Bằng khen cho 6 cá nhân": a later part of a list in which nobody stands before
/// the verb keeps the giver of the part before.
pub(crate) fn same_giver(
    sheet: &Sheet<'_>,
    place: (usize, usize),
    drafts: &[Draft],
    around: &Around<'_>,
) -> Option<String> {
    let (start, to) = place;
    let part = (start..to).rfind(|&i| sheet.mark(i) == ';')?;
    let acts = around.bodies.iter().any(|b| b.from > part && b.to <= to);
    let verb =
        sheet.any(part.saturating_add(1), &["trao", "tặng", "khen", "biểu", "tuyên", "tôn", "và", "đồng"]);
    let before = drafts.iter().rfind(|d| d.from >= start && d.to <= part)?;
    // "Hội đề nghị cấp trên tặng …; đồng thời ký quyết định tặng": whoever was asked gives nothing more.
    let asked = before.award.status == AwardStatus::Proposed && sheet.is(part.saturating_add(1), "đồng");
    before.award.by.clone().filter(|_| !acts && verb && !asked)
}
