//! Awards that an emulation cluster asks for whom it votes first: "suy tôn huyện A là đơn vị dẫn đầu cụm, đề nghị UBND tỉnh tặng Cờ
//! thi đua; huyện B đạt giải Nhì, đề nghị tặng Bằng khen".
//!
//! Not here: recipients counted (`award`) and those who received something (`named`).

use crate::draft::{Around, Draft, asks_at, blank};
use crate::giver::{acting_place, giver_after, passive_giver};
use crate::lexicon::organisations::LEVEL;
use crate::number;
use crate::organisation;
use crate::praise::Trigger;
use crate::reading::{AwardStatus, Reason};
use crate::token::{Caps, Sheet, next, prev};

/// Most tokens between the vote and the one voted for.
const NEAR: usize = 8;

/// Adds what is asked for those that a vote names first, clause by clause until the sentence ends.
pub(crate) fn voted(sheet: &Sheet<'_>, triggers: &[Trigger], around: &Around<'_>, drafts: &mut Vec<Draft>) {
    let mut at = 0;
    while at < sheet.len() {
        let Some(vote) = vote_end(sheet, at) else {
            at = next(at);
            continue;
        };
        let (_, end) = sheet.sentence_of(at);
        let mut from = vote;
        while from < end {
            let to = (from..end).find(|&i| sheet.mark(i) == ';').unwrap_or(end);
            clause(sheet, (from, to), from == vote, (triggers, around), drafts);
            from = next(to);
        }
        at = end.max(vote);
    }
}

/// Behind "suy tôn", "bình chọn", "lựa chọn" and "bầu chọn", not in the passive: whoever is voted for follows.
fn vote_end(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    let vote =
        sheet.two(at, "suy", "tôn") || sheet.is(next(at), "chọn") && sheet.any(at, &["bình", "lựa", "bầu"]);
    let to = at.saturating_add(2);
    let row = sheet.mark(to) == ',' && !sheet.any(next(to), &["suy", "giới", "thống"]);
    (vote && !row && !sheet.is(prev(at, 1), "được")).then_some(to)
}

/// One clause: who is named, that they are first, and what is asked for them; in the vote's own clause it may be said to be received.
fn clause(
    sheet: &Sheet<'_>,
    place: (usize, usize),
    own: bool,
    told: (&[Trigger], &Around<'_>),
    drafts: &mut Vec<Draft>,
) {
    let (from, to) = place;
    let (triggers, around) = told;
    // Most clauses ask for nothing: triggers stand in the order of the text.
    let low = triggers.partition_point(|t| t.from < from);
    let here = triggers.iter().skip(low).take_while(|t| t.to <= to);
    let Some(t) = here.into_iter().find(|t| t.thing && got(sheet, from, t, own)) else { return };
    let Some((first, last, many)) = candidates(sheet, from, t.from, around) else { return };
    let best = (last..t.from).any(|i| {
        sheet.two(i, "dẫn", "đầu")
            || sheet.two(i, "xuất", "sắc")
            || sheet.two(i, "tiêu", "biểu")
            || sheet.two(i, "đứng", "đầu")
            || sheet.two(i, "toàn", "diện")
            || sheet.any(i, &["nhất", "nhì", "ba"])
    });
    let counted = drafts.iter().any(|d| d.from < t.to && d.to > first && !d.award.numbers.is_empty());
    if !best || counted || !sheet.any(last, &["là", "làm", "đạt", "xếp", "dẫn"]) {
        return;
    }
    let asked = (last..t.from).rfind(|&i| asks_at(sheet, i)).map(|i| i.saturating_add(2));
    let by = giver_after(sheet, t.to).or_else(|| passive_giver(sheet, asked?, t.from));
    let mut award = blank(sheet, (first, t.to), t.form.clone(), by);
    award.collectives = Some(many);
    award.status = AwardStatus::Proposed;
    award.mention.reasons.push(Reason::ProposedOnly);
    // The verb "đạt" may have made one of it already.
    drafts.retain(|d| !(d.from >= from && d.from < t.to && d.to > t.from));
    drafts.push(Draft { award, from: first, to: t.to, heading: false });
}

/// What leads to the thing: it is asked for, or, in the vote's own clause, told as theirs: "…, nhận Cờ thi đua". What was received
/// before is no vote's.
fn got(sheet: &Sheet<'_>, from: usize, t: &Trigger, own: bool) -> bool {
    let verb = prev(t.from, 1);
    let asked = (from..t.from).any(|i| asks_at(sheet, i));
    let before = (1..=3).any(|n| sheet.any(prev(verb, n), &["đã", "dự", "đón", "được", "từng", "trước"]));
    own && sheet.is(verb, "nhận") && !before || asked && sheet.any(verb, &["tặng", "thưởng", "trao"])
}

/// Where those named first stand, where they end, and how many they are.
fn candidates(sheet: &Sheet<'_>, from: usize, to: usize, around: &Around<'_>) -> Option<(usize, usize, i64)> {
    let name = |i: usize| {
        let body = around.bodies.iter().filter(|b| b.from == i && b.specific).map(|b| b.to).max();
        // "BAV là đơn vị dẫn đầu": a body by its letters.
        let letters = sheet.caps(i) == Caps::Upper && !sheet.loud(i) && sheet.key(i).chars().count() >= 3;
        body.or_else(|| acting_place(sheet, i)).or_else(|| place(sheet, i)).or(letters.then(|| next(i)))
    };
    let first = (from..to.min(from.saturating_add(NEAR))).find(|&i| name(i).is_some())?;
    // "suy tôn ông A, Chủ tịch UBND xã B": somebody, and no body.
    if around.people.iter().any(|p| p.from >= from && p.to <= first) {
        return None;
    }
    let (mut last, mut many) = (name(first)?, 1_i64);
    while let Some(further) = Some(next(last)).filter(|_| sheet.any(last, &[",", "và"])).and_then(name) {
        last = further;
        many = many.saturating_add(1);
    }
    // "Sở Tư pháp và Thanh tra tỉnh là hai đơn vị dẫn đầu": how many they are.
    let told = if sheet.is(last, "là") { number::words_at(sheet, next(last)).map(|(n, _)| n) } else { None };
    Some((first, last, told.filter(|n| (2..=9).contains(n)).unwrap_or(many)))
}

/// "suy tôn huyện Phú Bình": a place behind the verb.
fn place(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let (end, _) = LEVEL.at(sheet, i)?;
    organisation::proper(sheet, end).then(|| organisation::place_end(sheet, end))
}
