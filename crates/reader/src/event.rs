//! What the page tells of itself: its title and day, and of the event when it was, where, who held it and of what kind.
//!
//! Not here: which lines are title, byline and text (`page`).

use std::sync::LazyLock;

use crate::claim::mention;
use crate::date;
use crate::layout::Layout;
use crate::lexicon::organisations::{LEVEL, PROVINCE};
use crate::masthead::is_wide;
use crate::organisation;
use crate::page::dated_line;
use crate::person;
use crate::phrase::Phrases;
use crate::reading::{Certainty, DateValue, Mention, Meta, Noted, Organisation, Reason};
use crate::token::{Caps, Sheet, next, prev};

const EVENTS: &[(&str, &str)] = &[
    ("sơ kết", "sơ kết"),
    ("tổng kết", "tổng kết"),
    ("khen thưởng", "khen thưởng"),
    ("biểu dương", "biểu dương"),
    ("tuyên dương", "tuyên dương"),
    ("vinh danh", "tuyên dương"),
    ("tôn vinh", "biểu dương"),
    ("giấy khen", "khen thưởng"),
    ("bằng khen", "khen thưởng"),
    ("phát động", "phát động thi đua"),
    ("quán triệt", "quán triệt"),
    ("tập huấn", "tập huấn"),
    ("hội thảo", "hội thảo"),
    ("đại hội", "đại hội"),
    ("kiểm tra", "kiểm tra"),
    ("học tập chuyên đề", "học tập chuyên đề"),
    ("hội thi", "hội thi"),
    ("lễ kỷ niệm", "kỷ niệm"),
    ("kỷ niệm", "kỷ niệm"),
    ("báo công", "báo công"),
    ("ra quân", "ra quân"),
    ("ra mắt mô hình", "ra mắt mô hình"),
    ("giao ban", "giao ban"),
    ("triển khai nhiệm vụ", "triển khai nhiệm vụ"),
    ("triển khai công tác", "triển khai nhiệm vụ"),
    ("phương hướng nhiệm vụ", "triển khai nhiệm vụ"),
    ("hội nghị người lao động", "hội nghị người lao động"),
    ("đối thoại", "đối thoại"),
    ("tọa đàm", "tọa đàm"),
    ("hội thao", "hội thao"),
    ("trao giải", "trao giải"),
    ("gặp mặt", "gặp mặt"),
    ("khai giảng", "khai giảng"),
    ("hiến máu", "hiến máu"),
];

static EVENT: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(&EVENTS.iter().map(|(w, _)| *w).collect::<Vec<_>>()));

/// Houses and halls in which one meets.
static HALL: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "hội trường; nhà văn hóa; nhà đa năng; nhà khách; nhà hát; nhà thi đấu; nhà bia; nhà truyền thống; cung; \
    quảng trường; sân vận động; sân; khách sạn; trụ sở; trung tâm; văn phòng; bảo tàng; thư viện; trường; học viện; \
    khu di tích; đền; đình; nghĩa trang; công viên; phòng họp; hội trường lớn",
    )
});

/// Words behind which whoever holds an event tells what is held.
static HOLDS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "tổ chức; phối hợp; khai mạc; phát động; ban hành; công bố; ra mắt; triển khai; tiến hành; long trọng; họp; sơ kết; tổng kết; \
    tuyên dương; khen thưởng; trao; tặng; trang trọng; trọng thể; mở hội nghị; mở đại hội; mở lễ; họp mặt; gặp mặt",
    )
});

/// Where one looks for the event and who held it: the title and this many lines of running text.
const OPENING: usize = 4;

/// Most bodies that may have held the event, and most places in which one of them is looked for: a text that names
/// bodies without end must not be looked through once for each.
const MOST_BODIES: usize = 60;
const MOST_PLACES: usize = 100;

/// Everything the page tells about itself; `awarded` says whether awards are counted in it. `year` is the day from which days without a year take theirs.
pub(crate) fn meta(
    sheet: &Sheet<'_>,
    layout: &Layout,
    days: (&[date::Found], Option<date::Found>, Option<jiff::civil::Date>),
    bodies: &[organisation::Found],
    named: &[Organisation],
    awarded: bool,
) -> Meta {
    let (dates, published, year) = days;
    let mut meta = Meta::default();
    let told = |from: usize, to: usize| mention(sheet, from, to, Certainty::Likely, &[Reason::Wording]);
    if let Some((_, from, to)) = layout.title {
        meta.title = Some(noted(sheet.words(from, to), told(from, to)));
    }
    if let Some(p) = published {
        meta.published = Some(noted(p.value, told(p.from, p.to)));
    }
    let event =
        dates.iter().find(|f| held_on(sheet, layout, f) && published.is_none_or(|p| p.from != f.from));
    // Told before the day of an event that the text opens with, nobody has held it yet.
    let behind = event.map_or(0, |f| f.to);
    let event = event.or_else(|| dates.iter().find(|f| met_on(sheet, f)));
    if let Some(f) = event {
        meta.event_date = Some(noted(date::with_year(f.value, year), told(f.from, f.to)));
    }
    // "Thủ tướng Chính phủ" names no body: only those told as such may have held it.
    let full = |f: &organisation::Found| {
        let place = sheet.span(f.from, f.to);
        named.iter().find(|o| o.mention.spans.iter().take(MOST_PLACES).any(|s| *s == place))
    };
    let end = reach(sheet, layout);
    let first: Vec<organisation::Found> =
        bodies.iter().take(MOST_BODIES).filter(|f| full(f).is_some()).copied().collect();
    let held_by = letterhead(sheet, &first).or_else(|| holder(sheet, end, behind, &first));
    if let Some(f) = held_by {
        // The name is told in full elsewhere: "Đảng bộ xã" is "Đảng bộ xã Tân Lập".
        let name = full(f).map_or_else(|| sheet.words(f.from, f.to), |o| o.name.clone());
        meta.organiser = Some(noted(name, told(f.from, f.to)));
    }
    let place = written_at(sheet, layout)
        .or_else(|| hall(sheet, layout))
        .or_else(|| held_by.and_then(|f| seat(sheet, f.from, f.to)))
        .or_else(|| seat(sheet, 0, end));
    let place = place.or_else(|| layout.title.and_then(|(_, from, to)| headed_by(sheet, from, to)));
    meta.place = place.map(|(from, to)| {
        noted(sheet.words(from, to), mention(sheet, from, to, Certainty::Doubtful, &[Reason::Wording]))
    });
    if let Some((_, from, to)) = layout.author {
        meta.author = Some(noted(sheet.words(from, to), told(from, to)));
    }
    meta.event_types = kinds(sheet, sheet.line(layout.body).to);
    // Awards counted: whatever the event was called, people were commended.
    if awarded && !meta.event_types.iter().any(|k| k == "khen thưởng") {
        meta.event_types.push("khen thưởng".to_owned());
    }
    meta
}

/// What kinds of event the words before token `end` tell.
fn kinds(sheet: &Sheet<'_>, end: usize) -> Vec<String> {
    let mut kinds: Vec<String> = Vec::new();
    for (_, id) in (0..end).filter_map(|i| EVENT.at(sheet, i)) {
        let kind = EVENTS.get(id).map_or("", |(_, kind)| kind);
        if !kinds.iter().any(|k| k == kind) {
            kinds.push(kind.to_owned());
        }
    }
    kinds
}

fn noted<T>(value: T, mention: Mention) -> Noted<T> {
    Noted { value, mention }
}

/// The token behind the lines that open the text.
fn reach(sheet: &Sheet<'_>, layout: &Layout) -> usize {
    let last = layout.body.saturating_add(OPENING).min(sheet.lines.len().saturating_sub(1));
    sheet.line(last).to
}

/// A day told early as the event's: "Sáng 16/5, …", "Sáng nay (13/9), …"; no document's ("Kế hoạch ngày 2/12/2022 của …").
fn held_on(sheet: &Sheet<'_>, layout: &Layout, f: &date::Found) -> bool {
    let line = sheet.line_of(f.from);
    let text = layout.title.map_or(layout.body, |t| next(t.0)).min(layout.body);
    let early = line >= text && line <= layout.body.saturating_add(OPENING);
    let before = prev(f.from, 1);
    let now = if sheet.mark(before) == '(' { prev(before, 1) } else { before };
    let announced = sheet.any(now, &["ngày", "sáng", "chiều", "tối", "trưa", "nay", "qua", "vào"]);
    // The page's own day in the line above ("23/01/2019") makes no document of this one.
    let near = prev(f.from, 4).min(f.from).max(sheet.line(line).from);
    let cited =
        (near..f.from).any(|i| matches!(sheet.mark(i), '/') || sheet.is(i, "số")) || sheet.is(f.to, "của");
    matches!(f.value, DateValue::Day { .. }) && early && announced && !cited
}

/// Most tokens of what brackets tell of a body before its verb.
const LONGEST_BRACKET: usize = 30;

/// "Trung đoàn 826 (Sư đoàn 358, Quân khu 4) tổ chức": a body in brackets is the one that another belongs to.
fn bracketed(sheet: &Sheet<'_>, i: usize) -> bool {
    let open = (i.saturating_sub(12)..i).rfind(|&k| matches!(sheet.mark(k), '(' | ')'));
    open.is_some_and(|k| sheet.mark(k) == '(')
}

/// "LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂN LẬP" in the second line of an office's paper: whoever issues it stands below the body above it.
fn letterhead<'a>(sheet: &Sheet<'_>, bodies: &'a [organisation::Found]) -> Option<&'a organisation::Found> {
    let (above, own) = (sheet.line(0), sheet.line(1));
    let official = |n: usize| dated_line(sheet, sheet.line(n)) || sheet.is(sheet.line(n).from, "số");
    let found = bodies.iter().find(|f| f.from == own.from)?;
    let whole = found.to >= own.to && sheet.headline(above.from) && sheet.headline(own.from);
    let heads = bodies.iter().any(|f| f.from == above.from) || organisation::at(sheet, above.from).is_some();
    (whole && heads && (2..LETTERHEAD).any(official)).then_some(found)
}

/// Most lines of an office's letterhead.
const LETTERHEAD: usize = 9;

/// "Ea Khuê, ngày 27 tháng 10 năm 2025" in a letterhead: where the paper was written.
fn written_at(sheet: &Sheet<'_>, layout: &Layout) -> Option<(usize, usize)> {
    (0..layout.body.min(LETTERHEAD)).find_map(|n| {
        let line = sheet.line(n);
        let comma = (line.from..line.to).find(|&i| {
            sheet.mark(i) == ','
                && sheet.is(next(i), "ngày")
                && sheet.is_digits(i.saturating_add(2))
                && sheet.is(i.saturating_add(3), "tháng")
        })?;
        let word = |i: &usize| sheet.is_word(*i) && sheet.caps(*i) == Caps::Title;
        let from = (line.from..comma).rev().take_while(word).last()?;
        let size = comma.saturating_sub(from);
        (size <= 5 && (from == line.from || is_wide(sheet, from))).then_some((from, comma))
    })
}

/// "Tại hội nghị tổng kết ngày 8/1, …" deep in a text that does not open with its event.
fn met_on(sheet: &Sheet<'_>, f: &date::Found) -> bool {
    let before = prev(f.from, 1);
    if !matches!(f.value, DateValue::Day { .. }) || !sheet.any(before, &["ngày", "sáng", "chiều", "tối"])
    {
        return false;
    }
    let (start, end) = sheet.sentence_of(f.from);
    let low = start.max(before.saturating_sub(LONGEST_MEETING));
    let met = (low..before).rfind(|&i| {
        sheet.is(i, "tại")
            && (sheet.any(next(i), &["lễ", "buổi"])
                || sheet.any(next(i), &["hội", "đại"]) && sheet.any(next(next(i)), &["nghị", "hội"]))
    });
    // "Trước đó, tại hội nghị …", "sẽ được trao tại lễ …": another event.
    let other = || (start..end.min(start.saturating_add(60))).any(|i| sheet.any(i, &["sẽ", "trước"]));
    met.is_some_and(|at| (at..before).all(|i| sheet.is_word(i))) && !other()
}

/// Most words from "tại" to the day of a meeting.
const LONGEST_MEETING: usize = 9;

/// "Tân Lập: Hai năm làm theo gương Bác": the place before a title's colon, which the text names as one ("huyện Tân Lập", "Huyện ủy Tân Lập").
fn headed_by(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let colon = (from..to.min(from.saturating_add(5))).find(|&i| sheet.mark(i) == ':')?;
    let name = (from..colon).all(|i| sheet.is_word(i) && sheet.caps(i) == Caps::Title);
    if !name || sheet.loud(from) || !(2..=4).contains(&colon.saturating_sub(from)) {
        return None;
    }
    let same = |i: usize| (from..colon).zip(i..).all(|(a, b)| sheet.hash(a) == sheet.hash(b));
    let level = |i: usize| sheet.is(prev(i, 1), "ủy") || LEVEL.ending(sheet, i, 2).is_some();
    (to..sheet.len())
        .any(|i| sheet.hash(i) == sheet.hash(from) && same(i) && level(i))
        .then_some((from, colon))
}

/// Who held the event that was told up to token `from`: whoever stands before a verb of holding in the opening, which ends at token
/// `end`, else the first body told there, else the first of the text. A body that only says where is nobody.
fn holder<'a>(
    sheet: &Sheet<'_>,
    end: usize,
    from: usize,
    bodies: &'a [organisation::Found],
) -> Option<&'a organisation::Found> {
    let where_only = |f: &organisation::Found| {
        sheet.is(prev(f.from, 1), "tại") || HALL.has(sheet, f.from) && !sheet.is(f.from, "trường")
    };
    // The whole of a name, not the school in it.
    let whole = |f: &&organisation::Found| {
        f.specific
            && !where_only(f)
            && !bracketed(sheet, f.from)
            && !bodies.iter().any(|o| o.from < f.from && f.to <= o.to)
    };
    let holds = |f: &&organisation::Found| {
        let stop = |i: &usize| {
            let ends = matches!(sheet.mark(*i), '.' | ';' | ':');
            ends || bodies.iter().any(|b| b.from == *i)
        };
        // "Đảng ủy xã A (thành lập ngày …, gồm …) tổ chức": what brackets tell is passed over.
        let close = (f.to..f.to.saturating_add(LONGEST_BRACKET).min(end)).find(|&i| sheet.mark(i) == ')');
        let start = close.filter(|_| sheet.mark(f.to) == '(').map_or(f.to, next);
        let behind = (start..start.saturating_add(12).min(end)).take_while(|i| !stop(i));
        f.to <= end && behind.into_iter().any(|i| HOLDS.has(sheet, i))
    };
    let own = bodies.iter().filter(|f| f.from >= from).filter(whole);
    own.clone()
        .find(holds)
        .or_else(|| own.clone().find(|f| f.from < end))
        .or_else(|| bodies.iter().find(whole))
}

/// "tại Hội trường UBND xã Tân Lập, …", "tại Hà Nội": where it was.
fn hall(sheet: &Sheet<'_>, layout: &Layout) -> Option<(usize, usize)> {
    let from = layout.title.map_or(0, |t| t.1);
    (from..reach(sheet, layout)).find_map(|i| {
        let at = next(i);
        if !sheet.is(i, "tại") {
            return None;
        }
        let to = if HALL.has(sheet, at) { hall_end(sheet, at) } else { named_place(sheet, at)? };
        // "tại hội trường chính và 8 điểm cầu": where it was held tells neither.
        let linked = || (to..to.saturating_add(4)).any(|k| sheet.two(k, "điểm", "cầu"));
        if sheet.two(prev(to, 1), "chính", "và") && linked() {
            return None;
        }
        Some((at, levels(sheet, to)))
    })
}

/// The end of a hall's name that begins at token `at`.
fn hall_end(sheet: &Sheet<'_>, at: usize) -> usize {
    let verbs =
        ["đã", "diễn", "tổ", "long", "trọng", "vừa", "do", "với", "và", "ngày", "sáng", "chiều", "tối", "có"];
    // "Hội trường 305.A1", "Hội trường A - Trường Đại học B"
    let dashed = |i: usize| matches!(sheet.mark(i), '-' | '–') && organisation::at(sheet, next(i)).is_some();
    let mut to = HALL.at(sheet, at).map_or(next(at), |(end, _)| end);
    while to < at.saturating_add(24) {
        if let Some(body) = organisation::at(sheet, to).filter(|b| b.to > to) {
            to = body.to;
        } else if sheet.is_word(to) && !sheet.any(to, &verbs)
            || sheet.is_digits(to)
            || sheet.mark(to) == '.' && !sheet.gap(next(to))
            || dashed(to)
        {
            to = next(to);
        } else {
            break;
        }
    }
    to
}

/// "…, xã Tân Lập, tỉnh A": the places around a place that ends at token `to`.
fn levels(sheet: &Sheet<'_>, mut to: usize) -> usize {
    while sheet.mark(to) == ','
        && let Some(end) = named_place(sheet, next(to))
    {
        to = end;
    }
    to
}

/// "xã Tân Lập", "Hà Nội": the end of a place told at token `i`.
fn named_place(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let nation = sheet.two(i, "việt", "nam");
    let leader = sheet.two(i, "hồ", "chí") && LEVEL.ending(sheet, i, 2).is_none_or(|(from, _)| from >= i);
    if nation || leader {
        return None;
    }
    if let Some((end, _)) = PROVINCE.at(sheet, i).filter(|_| sheet.caps(i) != Caps::Lower) {
        return Some(end);
    }
    let (name, _) = LEVEL.at(sheet, i)?;
    let numbered = sheet.is_digits(name) && sheet.any(i, &["quận", "phường", "q", "p"]);
    let proper = organisation::proper(sheet, name)
        && person::run_at(sheet, name).is_none_or(|to| to <= name.saturating_add(2));
    match () {
        () if numbered => Some(next(name)),
        () if proper => Some(organisation::place_end(sheet, name)),
        () => None,
    }
}

/// The first place named in these tokens.
fn seat(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    (from..to).find_map(|i| named_place(sheet, i).filter(|&end| end <= to).map(|end| (i, end)))
}
