//! Checks that come for free: what a reading says twice or in parts must agree. They give the doubts, and
//! the doubts put the list in order.
//!
//! Not here: words for the doubts (room `lang`) and checks against the register (room `acts`).

use crate::date;
use crate::doubt::{Doubt, DoubtKind, ItemRef, List};
use crate::reading::{Award, Certainty, Qualifier, Reading, Reason, Span, Status};

fn at(list: List, index: usize) -> ItemRef {
    ItemRef { list, index }
}

/// Every doubt of the reading, gravest first; equal ones stay in the order of the text.
pub(crate) fn doubts(reading: &Reading) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    awards(reading, &mut doubts);
    award_parts(reading, &mut doubts);
    told_together(reading, &mut doubts);
    indicators(reading, &mut doubts);
    percentages(reading, &mut doubts);
    dates(reading, &mut doubts);
    citations(reading, &mut doubts);
    doubts.sort_by_key(|d| weight(&d.kind));
    doubts
}

fn weight(kind: &DoubtKind) -> u8 {
    match kind {
        DoubtKind::PartsDiffer { .. } => 0,
        DoubtKind::PercentDiffers { .. } => 1,
        DoubtKind::TitleDiffers => 2,
        DoubtKind::ImpossibleDate => 3,
        DoubtKind::AmbiguousNumber => 4,
        DoubtKind::DateAfterPublication => 5,
        DoubtKind::SameCountsTwice => 6,
        DoubtKind::SeveralDocuments => 7,
        DoubtKind::CombinedCount => 8,
        DoubtKind::Approximate => 9,
        DoubtKind::TargetNotResult => 10,
        DoubtKind::NoDenominator => 11,
        DoubtKind::MeasureGuessed => 12,
        DoubtKind::GiverMissing => 13,
        DoubtKind::ShortCitationAlone => 14,
        DoubtKind::YearMissing => 15,
    }
}

fn counts(a: &Award) -> (Option<i64>, Option<i64>, Option<i64>, Option<i64>) {
    (a.collectives, a.individuals, a.combined, a.households)
}

fn awards(reading: &Reading, doubts: &mut Vec<Doubt>) {
    let title = reading.meta.title.as_ref().and_then(|t| t.mention.spans.first().copied());
    for (index, award) in reading.awards.iter().enumerate() {
        let me = at(List::Awards, index);
        if award.combined.is_some() {
            doubts.push(Doubt { kind: DoubtKind::CombinedCount, items: vec![me] });
        }
        if award.qualifier != Qualifier::Exact {
            doubts.push(Doubt { kind: DoubtKind::Approximate, items: vec![me] });
        }
        if award.by.is_none() || award.mention.reasons.contains(&Reason::GiverHost) {
            doubts.push(Doubt { kind: DoubtKind::GiverMissing, items: vec![me] });
        }
        let plural = award.collectives.is_some() && award.individuals.is_some();
        let twin =
            reading.awards.iter().skip(index.saturating_add(1)).position(|b| counts(b) == counts(award));
        if let Some(offset) = twin.filter(|_| plural || award.combined.is_some()) {
            let other = at(List::Awards, index.saturating_add(offset).saturating_add(1));
            doubts.push(Doubt { kind: DoubtKind::SameCountsTwice, items: vec![me, other] });
        }
        if title.is_some_and(|t| only_in(award, t)) {
            doubts.push(Doubt { kind: DoubtKind::TitleDiffers, items: vec![me] });
        }
    }
}

/// "56 tập thể …, trong đó: cấp tỉnh 16 tập thể; cấp phường 40 tập thể": levels told right after a total
/// without a giver must add up to it.
fn award_parts(reading: &Reading, doubts: &mut Vec<Doubt>) {
    let level = |a: &Award| a.by.as_deref().is_some_and(|b| b.starts_with("cấp "));
    for (index, total) in reading.awards.iter().enumerate() {
        let first = index.saturating_add(1);
        let run: Vec<&Award> = reading.awards.iter().skip(first).take_while(|a| level(a)).collect();
        if level(total) || run.len() < 2 {
            continue;
        }
        let items: Vec<ItemRef> =
            (index..first.saturating_add(run.len())).map(|i| at(List::Awards, i)).collect();
        let sides: [fn(&Award) -> Option<i64>; 2] = [|a| a.collectives, |a| a.individuals];
        for side in sides {
            let sum: i64 = run.iter().filter_map(|a| side(a)).sum();
            if let Some(total) = side(total).filter(|t| *t != sum && sum > 0) {
                doubts.push(Doubt { kind: DoubtKind::PartsDiffer { total, sum }, items: items.clone() });
            }
        }
    }
}

/// "5 Giấy khen cho 2 tập thể và 4 cá nhân": as many as are handed out must get them.
fn told_together(reading: &Reading, doubts: &mut Vec<Doubt>) {
    let first = |a: &Award| a.mention.spans.first().copied();
    for (index, pair) in reading.awards.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let (total, parts) = (a.count(), b.count());
        // "42 tập thể, cá nhân, trong đó có 30 tập thể và 12 cá nhân": a sum and its parts are one fact.
        if a.combined == Some(parts) && b.combined.is_none() && a.by == b.by && a.form == b.form {
            let items = vec![at(List::Awards, index), at(List::Awards, index.saturating_add(1))];
            doubts.push(Doubt { kind: DoubtKind::SameCountsTwice, items });
        }
        let one = first(a).zip(first(b)).is_some_and(|(x, y)| x.meets(y) && x.start < y.start);
        if one && total != parts && total > 0 && parts > 0 {
            let items = vec![at(List::Awards, index), at(List::Awards, index.saturating_add(1))];
            doubts.push(Doubt { kind: DoubtKind::PartsDiffer { total, sum: parts }, items });
        }
    }
}

/// The award is told in the title and nowhere else, though the text tells others.
fn only_in(award: &Award, title: Span) -> bool {
    !award.mention.spans.is_empty() && award.mention.spans.iter().all(|s| s.meets(title))
}

fn indicators(reading: &Reading, doubts: &mut Vec<Doubt>) {
    for (index, item) in reading.indicators.iter().enumerate() {
        let me = at(List::Indicators, index);
        let because = |r: Reason| item.mention.reasons.contains(&r);
        if because(Reason::AmbiguousNumber) {
            doubts.push(Doubt { kind: DoubtKind::AmbiguousNumber, items: vec![me] });
        }
        if item.qualifier != Qualifier::Exact {
            doubts.push(Doubt { kind: DoubtKind::Approximate, items: vec![me] });
        }
        if item.status == Status::Target {
            doubts.push(Doubt { kind: DoubtKind::TargetNotResult, items: vec![me] });
        }
        if because(Reason::MeasureGuessed) && item.mention.certainty != Certainty::Certain {
            doubts.push(Doubt { kind: DoubtKind::MeasureGuessed, items: vec![me] });
        }
    }
    parts(reading, doubts);
}

/// "17 đảng viên; 16 chính thức và 01 dự bị": parts that carry the total's measure must add up to it.
fn parts(reading: &Reading, doubts: &mut Vec<Doubt>) {
    let carried = |i: usize| {
        reading.indicators.get(i).is_some_and(|p| p.mention.reasons.contains(&Reason::MeasureCarried))
    };
    for (index, total) in reading.indicators.iter().enumerate() {
        let first = index.saturating_add(1);
        if carried(index) || !carried(first) {
            continue;
        }
        let run: Vec<usize> = (first..reading.indicators.len()).take_while(|&i| carried(i)).collect();
        let sum: i64 = run.iter().filter_map(|&i| reading.indicators.get(i)).map(|p| p.value).sum();
        if run.len() >= 2 && sum != total.value && total.qualifier == Qualifier::Exact {
            let items = std::iter::once(index).chain(run).map(|i| at(List::Indicators, i)).collect();
            doubts.push(Doubt { kind: DoubtKind::PartsDiffer { total: total.value, sum }, items });
        }
    }
}

fn percentages(reading: &Reading, doubts: &mut Vec<Doubt>) {
    for (index, item) in reading.percentages.iter().enumerate() {
        let me = at(List::Percentages, index);
        match base(reading, index) {
            Some((numerator, denominator, parts)) => {
                let computed =
                    numerator.checked_mul(100_000).and_then(|n| n.checked_div(denominator)).unwrap_or(0);
                // A share with one decimal may be rounded either way.
                if computed.saturating_sub(item.thousandths).abs() > 100 {
                    let mut items = vec![me];
                    items.extend(parts.into_iter().map(|i| at(List::Indicators, i)));
                    let kind = DoubtKind::PercentDiffers { written: item.thousandths, computed };
                    doubts.push(Doubt { kind, items });
                }
            }
            None => doubts.push(Doubt { kind: DoubtKind::NoDenominator, items: vec![me] }),
        }
        if item.status == Status::Target {
            doubts.push(Doubt { kind: DoubtKind::TargetNotResult, items: vec![me] });
        }
    }
}

/// Most characters from the figure that a share is of to the share.
const LONGEST_TO_SHARE: u32 = 40;

/// Numerator and denominator of a share: "178/185 … đạt 96,2%", or two counts of one measure right before it
/// of which one is the part of the other.
fn base(reading: &Reading, index: usize) -> Option<(i64, i64, Vec<usize>)> {
    let share = reading.percentages.get(index)?;
    let start = share.mention.spans.first()?.start;
    let near = |i: &usize| {
        let end = reading.indicators.get(*i).and_then(|k| k.mention.spans.first()).map(|s| s.end);
        end.is_some_and(|e| e <= start && start.saturating_sub(e) <= LONGEST_TO_SHARE)
    };
    // "quán triệt cho 1.245/1.260 đảng viên (đạt 98,8%)": those who studied, out of how many.
    let studied = reading.sessions.iter().rev().find(|s| {
        let end = s.numbers.iter().map(|n| n.end).filter(|e| *e <= start).max();
        s.of.is_some_and(|of| of > 0) && end.is_some_and(|e| start.saturating_sub(e) <= LONGEST_TO_SHARE)
    });
    let last = (0..reading.indicators.len()).rev().find(near);
    if let Some((attendees, of)) = studied.and_then(|s| s.attendees.zip(s.of)).filter(|_| last.is_none()) {
        return Some((attendees, of, Vec::new()));
    }
    let last = last?;
    let part = reading.indicators.get(last)?;
    if let Some(of) = part.of.filter(|of| *of > 0) {
        return Some((part.value, of, vec![last]));
    }
    let window = start.saturating_sub(320);
    let whole = (0..last).rev().find(|&i| {
        reading.indicators.get(i).is_some_and(|w| {
            let close = w.mention.spans.first().is_some_and(|s| s.start >= window);
            w.unit == part.unit
                && w.value >= part.value
                && w.value > 0
                && close
                && w.qualifier == Qualifier::Exact
        })
    })?;
    let denominator = reading.indicators.get(whole)?.value;
    Some((part.value, denominator, vec![last, whole]))
}

fn dates(reading: &Reading, doubts: &mut Vec<Doubt>) {
    for (index, item) in reading.dates.iter().enumerate() {
        let me = at(List::Dates, index);
        if !date::exists(item.value) {
            doubts.push(Doubt { kind: DoubtKind::ImpossibleDate, items: vec![me] });
        } else if item.mention.reasons.contains(&Reason::YearMissing) {
            doubts.push(Doubt { kind: DoubtKind::YearMissing, items: vec![me] });
        }
    }
    let event = reading.meta.event_date.as_ref().and_then(|e| date::civil_day(e.value));
    let published = reading.meta.published.as_ref().and_then(|p| date::civil_day(p.value));
    if let (Some(event), Some(published)) = (event, published)
        && event > published
        && let Some(index) = reading.dates.iter().position(|d| date::civil_day(d.value) == Some(event))
    {
        doubts.push(Doubt { kind: DoubtKind::DateAfterPublication, items: vec![at(List::Dates, index)] });
    }
}

fn citations(reading: &Reading, doubts: &mut Vec<Doubt>) {
    for (index, item) in reading.citations.iter().enumerate() {
        let me = at(List::Citations, index);
        let because = |r: Reason| item.mention.reasons.contains(&r);
        if because(Reason::SeveralDocuments) {
            doubts.push(Doubt { kind: DoubtKind::SeveralDocuments, items: vec![me] });
        } else if because(Reason::ShortForm) && item.known.is_none() {
            doubts.push(Doubt { kind: DoubtKind::ShortCitationAlone, items: vec![me] });
        }
    }
}
