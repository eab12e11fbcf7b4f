//! Who gives an award: the subject of the sentence, the words between "được" and the verb, or what follows
//! "của".
//!
//! Not here: whether the giver was entitled to (room `domain`).

use crate::lexicon::awards::{BODY_NOUN, HONOURING};
use crate::lexicon::organisations::{HEAD, LEVEL};
use crate::organisation;
use crate::post;
use crate::praise::{noted, thing_at};
use crate::token::{Caps, Kind, Sheet, next, prev};

/// First words of the posts of heads, who sign, hand over and give.
const HEADS: &[&str] = &["chủ", "thủ", "tổng", "bộ", "giám", "hiệu", "chánh", "tư", "viện", "cục", "chi"];

/// The words between "được" and the verb: the giver of a passive sentence.
pub(crate) fn passive_giver(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<String> {
    // "được đề nghị Chủ tịch UBND tỉnh tặng": proposed to whoever gives.
    let from = match () {
        () if sheet.two(from, "đề", "nghị") => from.saturating_add(2),
        () if sheet.is(from, "nghị") && sheet.is(prev(from, 1), "đề") => next(from),
        () => from,
    };
    // "được Ban Tổ chức tặng": a body by its name.
    let named = |end: usize| sheet.two(prev(end, 2), "tổ", "chức") && sheet.is(prev(end, 3), "ban");
    let mut end = to;
    while end > from
        && !named(end)
        && (HONOURING.has(sheet, prev(end, 1)) || matches!(sheet.mark(prev(end, 1)), ',' | '"' | '“'))
    {
        end = prev(end, 1);
    }
    // "được nhận học bổng và giấy khen": what else was received.
    if sheet.is(from, "nhận") {
        return None;
    }
    // "được Tổng Liên đoàn cấp Bằng Lao động sáng tạo": the verb; "được các cấp khen thưởng": those who give.
    let every = sheet.any(prev(end, 2), &["các", "mọi", "nhiều", "hai", "3", "ba", "2"]);
    if end == to && end > from && sheet.is(prev(end, 1), "cấp") && !every {
        end = prev(end, 1);
    }
    let size = end.saturating_sub(from);
    // "được Bộ A, Chủ tịch UBND tỉnh, Giám đốc Sở B khen thưởng": a row of givers is longer.
    let row = (from..end).filter(|&i| sheet.mark(i) == ',' || sheet.is(i, "và")).count();
    let most = if row >= 2 { 30 } else { 14 };
    ((1..=most).contains(&size)).then(|| sheet.words(from, end))
}

/// "Bằng khen và Huy hiệu “Tuổi trẻ dũng cảm” của Trung ương Đoàn": the end of a second thing that the same giver gives.
fn second_thing(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let to = if sheet.is(i, "và") { thing_at(sheet, next(i))? } else { return None };
    let close = || (next(to)..to.saturating_add(12)).find(|&k| matches!(sheet.mark(k), '”' | '"')).map(next);
    let to = if matches!(sheet.mark(to), '“' | '"') { close()? } else { to };
    sheet.is(to, "của").then_some(to)
}

/// "được khen thưởng, trong đó: … ; Tỉnh ủy 8 tập thể, 15 cá nhân; Huyện ủy 47 tập thể": whoever gives stands right before those counted
/// and opens the part.
pub(crate) fn listed_giver(sheet: &Sheet<'_>, counted: usize) -> Option<String> {
    let low = counted.saturating_sub(12);
    let open = (low..counted).rfind(|&i| matches!(sheet.mark(i), ';' | ':'))?;
    let from = next(open);
    let colon = prev(counted, 1);
    let edge = if sheet.mark(colon) == ':' && colon > from { colon } else { counted };
    let gives = from < edge && sheet.caps(from) != Caps::Lower && authority(sheet, from) == Some(edge);
    let (start, _) = sheet.sentence_of(open);
    let parts = (start..open).any(|i| sheet.two(i, "trong", "đó"));
    // "tặng Bằng khen cho 51 tập thể, trong đó: Công an tỉnh 8 tập thể": whose those are that somebody else gave it to.
    let level = ["trung", "tỉnh", "huyện", "thành", "quận", "ubnd", "chủ", "thủ", "tổng", "lđlđ", "hđnd"];
    let praised = (start..open).any(|i| sheet.two(i, "khen", "thưởng") || sheet.two(i, "biểu", "dương"));
    let gives = gives && sheet.any(from, &level) && praised;
    (gives && parts).then(|| sheet.words(from, edge))
}

/// "của Chủ tịch UBND tỉnh", "tại các đơn vị" after a form.
pub(crate) fn giver_after(sheet: &Sheet<'_>, i: usize) -> Option<String> {
    let i = if matches!(sheet.mark(i), '”' | '"') { next(i) } else { i };
    let i = second_thing(sheet, i).unwrap_or(i);
    if sheet.two(i, "tại", "các") {
        return Some(sheet.words(next(i), i.saturating_add(4)));
    }
    // "cờ thi đua xuất sắc của tỉnh", "giấy khen đột xuất của"
    let i = if sheet.any(i, &["xuất", "toàn", "dẫn", "đột"]) && sheet.is(i.saturating_add(2), "của")
    {
        i.saturating_add(2)
    } else {
        i
    };
    // "bằng khen tập thể của LĐLĐ thành phố"
    let who = sheet.any(i, &["tập", "cá"])
        && sheet.any(next(i), &["thể", "nhân"])
        && sheet.is(i.saturating_add(2), "của");
    let i = if who { i.saturating_add(2) } else { i };
    // "khen thưởng cấp Công đoàn ngành": the level is a body's.
    let level = sheet.is(i, "cấp") && HEAD.has(sheet, next(i)) && sheet.caps(next(i)) != Caps::Lower;
    // "Giấy khen từ Ban Chấp hành Đoàn phường"
    // "Giấy khen từ Giám đốc Sở"
    let head = || HEAD.has(sheet, next(i)) || post::at(sheet, next(i)).is_some();
    let from = sheet.is(i, "từ") && sheet.caps(next(i)) != Caps::Lower && head();
    // "Bằng khen UBND tỉnh: 5 tập thể"
    // "tặng Bằng khen Sở Y tế: 2 tập thể": who gets it.
    let alone =
        |k: usize| thing_at(sheet, k) == Some(i) && !sheet.any(prev(k, 1), &["tặng", "trao", "thưởng"]);
    let told = || {
        let to = authority(sheet, i).filter(|&to| sheet.mark(to) == ':' && sheet.caps(i) != Caps::Lower)?;
        (i.saturating_sub(4)..i).any(alone).then_some(to)
    };
    if !sheet.is(i, "của")
        && !sheet.is(i, "do")
        && !from
        && !level
        && let Some(to) = told()
    {
        return Some(sheet.words(i, to));
    }
    if !sheet.is(i, "của") && !sheet.is(i, "do") && !from && !level {
        return highest(sheet, i).or_else(|| level_told(sheet, i));
    }
    // "của CĐDMVN": a body by its letters.
    let letters = |k: usize| {
        sheet.caps(k) == Caps::Upper
            && !sheet.loud(k)
            && sheet.key(k).chars().count() >= 3
            && sheet.caps(next(k)) != Caps::Title
    };
    let to = authority(sheet, next(i)).or_else(|| letters(next(i)).then(|| i.saturating_add(2)));
    to.map(|to| sheet.words(next(i), to))
}

/// "Bằng khen Thủ tướng Chính phủ", "Cờ thi đua Chính phủ": those whom nobody takes for the recipient follow without a link.
fn highest(sheet: &Sheet<'_>, i: usize) -> Option<String> {
    let to = match () {
        () if sheet.two(i, "thủ", "tướng") => {
            i.saturating_add(if sheet.two(i.saturating_add(2), "chính", "phủ") { 4 } else { 2 })
        }
        () if sheet.two(i, "chính", "phủ") => i.saturating_add(2),
        () if sheet.any(i, &["bộ", "chủ"]) && sheet.any(next(i), &["trưởng", "tịch"]) => {
            authority(sheet, i)?
        }
        () => return None,
    };
    (sheet.caps(i) == Caps::Title && !sheet.loud(i)).then(|| sheet.words(i, to))
}

/// "Bằng khen cấp tỉnh": the level, where nobody is named.
fn level_told(sheet: &Sheet<'_>, i: usize) -> Option<String> {
    let one = sheet.any(next(i), &["tỉnh", "huyện", "xã", "bộ", "ngành", "quận"]);
    let two = sheet.two(next(i), "thành", "phố") || sheet.two(next(i), "trung", "ương");
    let to = i.saturating_add(if two { 3 } else { 2 });
    (sheet.is(i, "cấp") && (one || two)).then(|| sheet.words(i, to))
}

/// "UBND các xã": the end of a body of many places that is named before token `to`.
fn of_many(sheet: &Sheet<'_>, to: usize) -> usize {
    let place = if sheet.is(to, "các") { LEVEL.at(sheet, next(to)) } else { None };
    place.map_or(to, |(end, _)| end)
}

/// The end of an authority's name at token `i`: a body, or a post with its body.
pub(crate) fn authority(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    if sheet.is(i, "các") && sheet.any(next(i), &["cấp", "ngành", "đơn"]) {
        return Some(if sheet.is(next(i), "đơn") { i.saturating_add(3) } else { i.saturating_add(2) });
    }
    let level = sheet.any(i, &["tỉnh", "huyện", "quận", "xã", "phường", "ngành"]) && !sheet.is_word(next(i));
    let acts = ["cho", "và", "khen", "tặng", "biểu", "tuyên"];
    if level || sheet.any(i, &["tỉnh", "huyện", "quận"]) && sheet.any(next(i), &acts) {
        return Some(next(i));
    }
    let body = organisation::at(sheet, i).map(|f| of_many(sheet, f.to));
    let post = post::at(sheet, i).and_then(|_| post::read(sheet, i)).map(|p| p.to);
    match (body, post) {
        (Some(a), Some(b)) => Some(a.max(b)),
        (a, b) => a.or(b),
    }
}

/// "giải Nhì cho đội Chi bộ Quân sự và 2 giải Ba": whoever got the one before gives nothing.
fn got_something(sheet: &Sheet<'_>, low: usize, verb: usize, from: usize) -> bool {
    let kind = sheet.any(prev(from, 1), &["đội", "các", "đơn", "vị", "tập", "thể"]);
    // "Giải Nhất thuộc về tác giả A, Chi bộ B": where the winner is at home.
    let home = sheet.mark(prev(from, 1)) == ','
        && (low..from).any(|i| sheet.two(i, "thuộc", "về"))
        && !(from..verb).any(|i| sheet.any(i, &["trao", "tặng"]));
    // "2 giải Nhì: đội Khoa A, đội Khoa B; 3 giải Ba": a team is who wins.
    let team = sheet.is(prev(from, 1), "đội")
        && sheet.caps(from) != Caps::Lower
        && (low..from).any(|i| sheet.is(i, "giải"));
    // "Cờ của Liên đoàn cho 3 công đoàn cơ sở, Bằng khen cho 5 tập thể": those counted get something.
    // "2 giải Nhì thuộc về A và B; 6 giải Khuyến khích": so does whoever a part before hands something to.
    let counted = sheet.is_digits(prev(from, 1)) && sheet.caps(from) == Caps::Lower
        || sheet.is_digits(prev(from, 1)) && sheet.is(prev(from, 2), "cho");
    let part = (from..verb).any(|i| sheet.mark(i) == ';') && {
        let open = (low..from).rfind(|&i| sheet.mark(i) == ';').map_or(low, next);
        // "01 giải A: tác phẩm “…” của nhóm tác giả Công đoàn A; 02 giải B"
        let told = (open..from).any(|i| sheet.mark(i) == ':') && (open..from).any(|i| sheet.is(i, "giải"));
        told || (open..from).any(|i| sheet.is(i, "cho") || sheet.two(i, "thuộc", "về"))
    };
    sheet.is(prev(from, 1), "cho")
        || kind && sheet.is(prev(from, 2), "cho")
        || home
        || team
        || counted
        || part
}

/// "trao giải Nhất cho thí sinh A, Đoàn xã B, bên cạnh đó là 2 giải Nhì": where the winner is at home.
fn at_home(sheet: &Sheet<'_>, low: usize, verb: usize, f: &organisation::Found) -> bool {
    let behind = sheet.mark(prev(f.from, 1)) == ',' && matches!(sheet.mark(f.to), ',' | ';');
    let won = (low..f.from).any(|i| sheet.is(i, "cho"));
    let acts = (f.to..verb).any(|i| sheet.any(i, &["trao", "tặng", "khen", "biểu", "tuyên"]));
    behind && won && !acts && sheet.is_digits(verb)
}

/// "trao Cờ thi đua của Liên đoàn thành phố cho 3 đơn vị, Bằng khen cho 5 tập thể": the body at token `from` gives the thing before it, and
/// not what follows.
fn owns(sheet: &Sheet<'_>, from: usize) -> bool {
    let of = prev(from, 1);
    sheet.is(of, "của") && (2..=6).any(|n| of >= n && thing_at(sheet, prev(of, n)) == Some(of))
}

/// "Bên cạnh đó, VCCI sẽ trao tặng": a body by its letters opens the clause that goes on at token `edge`.
fn by_letters(sheet: &Sheet<'_>, low: usize, edge: usize) -> Option<usize> {
    let letters = edge.checked_sub(1).filter(|&i| i >= low)?;
    let short = sheet.caps(letters) == Caps::Upper
        && !sheet.loud(letters)
        && sheet.key(letters).chars().count() >= 3
        && sheet.mark(edge) != ','
        && !sheet.any(edge, &["nhận", "đón", "được"]);
    let opens = letters == low || sheet.mark(prev(letters, 1)) == ',';
    (short && opens).then_some(letters)
}

/// The subject of an active sentence: the nearest body before the verb, or the "các …" that precedes it.
pub(crate) fn subject(
    sheet: &Sheet<'_>,
    low: usize,
    verb: usize,
    bodies: &[organisation::Found],
) -> Option<String> {
    if let Some(authority) = behalf(sheet, low, verb).or_else(|| announced(sheet, low, verb)) {
        return Some(authority);
    }
    if let Some(from) = state(sheet, low, verb) {
        return Some(sheet.words(from, from.saturating_add(4)));
    }
    if let Some((from, to)) = organisers(sheet, low, verb) {
        return Some(sheet.words(from, to));
    }
    // "Cuộc thi “Tìm hiểu Điều lệ Công đoàn” có 1 giải Nhất", "anh A (Công an tỉnh); 3 giải Ba": a contest's name gives nothing,
    // nor does what a bracket adds.
    let quoted = |f: &organisation::Found| {
        let mark = |i: &usize| matches!(sheet.mark(*i), '”' | '“' | '(' | ')');
        let shut = (f.to..f.to.saturating_add(6).min(verb)).find(mark);
        let open = (low.max(f.from.saturating_sub(12))..f.from).rfind(mark);
        shut.is_some_and(|i| matches!(sheet.mark(i), '”' | ')'))
            && open.is_some_and(|i| matches!(sheet.mark(i), '“' | '('))
    };
    let gives = |f: &organisation::Found| {
        !owns(sheet, f.from)
            && !issued(sheet, low, f.from)
            && !got_something(sheet, low, verb, f.from)
            && !quoted(f)
            && !was_asked(sheet, f, verb)
            && !at_home(sheet, low, verb, f)
    };
    let nearest = bodies.iter().rfind(|f| f.from >= low && f.to <= verb && gives(f));
    // "X phối hợp với Y tổ chức": X acts.
    let body = nearest.map(|near| {
        let partner = |f: &&organisation::Found| {
            f.from >= low && f.to <= near.from && (f.to..near.from).any(|i| sheet.is(i, "phối"))
        };
        bodies.iter().find(partner).unwrap_or(near)
    });
    let verbal = |i: usize| HONOURING.has(sheet, i) || sheet.mark(i) == ',';
    let mut edge = verb;
    while edge > low && verbal(prev(edge, 1)) {
        edge = prev(edge, 1);
    }
    // "Kết thúc buổi lễ, nhà trường khen thưởng 12 lớp": a school by its bare noun.
    // "Sở A phối hợp nhà trường khen thưởng", "khen thưởng nhà trường, tặng …": it must open the clause.
    let others =
        ["hợp", "với", "cùng", "và", "khen", "thưởng", "tặng", "dương", "cho", "của", "từ", "trưởng", "phó"];
    let opens = |i: usize| !sheet.any(prev(i, 1), &others);
    let school = edge
        .checked_sub(2)
        .filter(|&i| i >= low && opens(i) && sheet.two(i, "nhà", "trường") && sheet.mark(edge) != ',');
    if let Some(school) = school.filter(|_| edge < verb || nearest.is_none_or(|n| n.to < edge)) {
        return Some(sheet.words(school, edge));
    }
    if let Some(f) = body.filter(|_| nearest.is_some_and(|n| n.to >= edge)) {
        // "Bộ Tư lệnh Quân khu 4 và Bộ CHQS tỉnh đã trao": both give.
        // "Trong 3 năm, Tỉnh ủy, UBND tỉnh đã tặng": so do those told in a row from the beginning of the clause.
        let row = |p: &organisation::Found| {
            sheet.mark(p.to) == ',' && p.specific && (p.from == low || sheet.mark(prev(p.from, 1)) == ',')
        };
        let both =
            bodies.iter().find(|p| p.from >= low && next(p.to) == f.from && (sheet.is(p.to, "và") || row(p)));
        if let Some(other) = both.filter(|o| !issued(sheet, low, o.from)) {
            return Some(sheet.words(posts_before(sheet, other.from), f.to));
        }
        let chair = posts_before(sheet, f.from);
        return Some(sheet.words(chair, f.to));
    }
    // "Năm nay xã A nhận 3 Giấy khen": whoever takes them gives nothing.
    let takes = (edge..verb).any(|i| sheet.is(i, "nhận") && !noted(sheet, i));
    if let Some(from) =
        place_or_level(sheet, low, edge).filter(|&from| !takes && nearest.is_none_or(|n| n.to <= from))
    {
        return Some(sheet.words(from, edge));
    }
    if let Some(from) = office(sheet, low, edge).filter(|_| edge < verb) {
        return Some(sheet.words(from, edge));
    }
    let many = (low..edge).find(|&i| {
        sheet.is(i, "các")
            && (i..edge).all(|k| sheet.is_word(k) || sheet.mark(k) == ',')
            && (i == low || sheet.kind(prev(i, 1)) != Kind::Word || sheet.any(prev(i, 1), &["nay", "qua"]))
    });
    let has = edge > low && sheet.any(prev(edge, 1), &["có", "đạt"]);
    if let Some(from) = many.filter(|&from| edge.saturating_sub(from) <= 14 && !has) {
        return Some(sheet.words(from, edge));
    }
    if let Some(from) = by_letters(sheet, low, edge).filter(|_| edge < verb) {
        return Some(sheet.words(from, edge));
    }
    body.map(|f| sheet.words(posts_before(sheet, f.from), of_many(sheet, f.to)))
        .or_else(|| holder(sheet, low, edge))
}

/// "Hội A đề nghị Trung ương Hội tặng …; đồng thời ký quyết định tặng …": whoever asked goes on, not whoever was asked.
fn was_asked(sheet: &Sheet<'_>, f: &organisation::Found, verb: usize) -> bool {
    let asked = sheet.two(prev(f.from, 2), "đề", "nghị") || sheet.is(prev(f.from, 1), "trình");
    asked && (f.to..verb).any(|i| sheet.two(i, "đồng", "thời"))
}

/// "Chủ tịch nước đã tặng", "Thủ tướng trao tặng": a head whose post names no body.
fn office(sheet: &Sheet<'_>, low: usize, edge: usize) -> Option<usize> {
    (low.max(edge.saturating_sub(4))..edge).find(|&i| {
        let head = sheet.any(i, HEADS) && sheet.caps(i) != Caps::Lower;
        // "Giám đốc Sở", "Hiệu trưởng nhà trường": of the body that the text is of.
        let whole = |to: usize| to == edge || BODY_NOUN.at(sheet, to).is_some_and(|(end, _)| end == edge);
        head && post::at(sheet, i).is_some_and(whole) && !sheet.is(prev(i, 1), "phó")
    })
}

/// "huyện Tân Lập tổ chức đại hội … và biểu dương": the place that holds it, however much stands between.
fn holder(sheet: &Sheet<'_>, low: usize, edge: usize) -> Option<String> {
    (low..edge).find_map(|i| {
        let to = acting_place(sheet, i).filter(|&to| LEVEL.has(sheet, i) && to < edge)?;
        let holds = (to..to.saturating_add(3)).any(|k| sheet.two(k, "tổ", "chức"));
        holds.then(|| sheet.words(i, to))
    })
}

/// "Đảng và Nhà nước đã trao tặng", "Đảng, Nhà nước tặng": where both are named right before the verb.
fn state(sheet: &Sheet<'_>, low: usize, verb: usize) -> Option<usize> {
    let mut edge = verb;
    while edge > low && HONOURING.has(sheet, prev(edge, 1)) {
        edge = prev(edge, 1);
    }
    let from = edge.checked_sub(4).filter(|&from| from >= low)?;
    let both = sheet.is(from, "đảng") && sheet.any(next(from), &["và", ",", "-"]);
    (both && sheet.two(from.saturating_add(2), "nhà", "nước")).then_some(from)
}

/// "thừa ủy quyền của Chủ tịch nước, Phó Chủ tịch UBND tỉnh trao": the authority gives, whoever hands it over.
fn behalf(sheet: &Sheet<'_>, low: usize, verb: usize) -> Option<String> {
    // "thay mặt lãnh đạo Đảng, Nhà nước, Tổng Bí thư trao": both give.
    let state = (low..verb).rfind(|&i| {
        let of =
            if sheet.is(i.saturating_add(2), "lãnh") { i.saturating_add(4) } else { i.saturating_add(2) };
        sheet.two(i, "thay", "mặt") && sheet.is(of, "đảng") && sheet.is(of.saturating_add(2), "nhà")
    });
    if let Some(at) = state {
        let party = (at..verb).find(|&i| sheet.is(i, "đảng"))?;
        return Some(sheet.words(party, party.saturating_add(4)));
    }
    // "Được Chủ tịch nước ủy quyền, ông A trao"
    let asked = (low..verb).filter(|&i| sheet.is(i, "được")).find_map(|i| {
        let to = authority(sheet, next(i)).filter(|&to| to < verb)?;
        sheet.two(to, "ủy", "quyền").then(|| sheet.words(next(i), to))
    });
    if asked.is_some() {
        return asked;
    }
    let at = (low..verb)
        .rfind(|&i| sheet.two(i, "ủy", "quyền") && sheet.any(prev(i, 1), &["thừa", "được", "sự"]))?;
    let after = at.saturating_add(2);
    let from = if sheet.is(after, "của") { next(after) } else { after };
    let to = authority(sheet, from).filter(|&to| to <= verb)?;
    let comma = (from..to).find(|&i| sheet.mark(i) == ',').unwrap_or(to);
    Some(sheet.words(from, comma))
}

/// "đã công bố quyết định của Chủ tịch nước, trao tặng": whoever decided gives, whoever reads it out.
pub(crate) fn announced(sheet: &Sheet<'_>, low: usize, verb: usize) -> Option<String> {
    let at = (low..verb).rfind(|&i| {
        let read = sheet.is(prev(i, 1), "bố") && sheet.is(prev(i, 2), "công");
        sheet.two(i, "quyết", "định") && (read || sheet.any(prev(i, 1), &["trao", "các"]))
    })?;
    let of = (at..at.saturating_add(12).min(verb)).find(|&i| sheet.is(i, "của"))?;
    authority(sheet, next(of)).filter(|&to| to <= verb).map(|to| sheet.words(next(of), to))
}

/// "5 năm thực hiện Chỉ thị 05 của Bộ Chính trị": the body at token `body` wrote the document; it gives nothing here.
fn issued(sheet: &Sheet<'_>, low: usize, body: usize) -> bool {
    let of = prev(body, 1);
    let document = |i: usize| {
        let kind = [("chỉ", "thị"), ("nghị", "quyết"), ("kết", "luận"), ("quyết", "định")];
        let kind = kind.iter().any(|(a, b)| sheet.two(i, a, b));
        kind && (next(i)..of).any(|k| sheet.is_digits(k))
    };
    sheet.is(of, "của") && (of.saturating_sub(12).max(low)..of).any(document)
}

/// "Theo Quyết định số 219-QĐ/TU ngày … của Ban Thường vụ Tỉnh ủy, 13 đảng viên được …": whoever decided gives.
pub(crate) fn decided(sheet: &Sheet<'_>, start: usize, to: usize) -> Option<String> {
    if sheet.two(start, "theo", "đó") {
        return decided_before(sheet, start);
    }
    if let Some(by) = signed(sheet, start, to) {
        return Some(by);
    }
    let at = (start..start.saturating_add(4).min(to)).find(|&i| sheet.two(i, "quyết", "định"))?;
    let of = (at..at.saturating_add(16).min(to)).find(|&i| sheet.is(i, "của"))?;
    authority(sheet, next(of)).filter(|&end| end <= to).map(|end| sheet.words(next(of), end))
}

/// "Ngày 13-11, Chủ tịch nước đã ký Quyết định số … về việc tặng danh hiệu cho 28 tập thể": whoever signs gives.
fn signed(sheet: &Sheet<'_>, start: usize, to: usize) -> Option<String> {
    (start..to.min(start.saturating_add(12))).find_map(|i| {
        let head = sheet.any(i, HEADS) && sheet.caps(i) != Caps::Lower;
        let end = authority(sheet, i).filter(|_| head)?;
        let reach = end.saturating_add(9).min(to);
        let at = (end..reach).find(|&k| sheet.two(k, "quyết", "định"))?;
        let signs = (end..at).any(|k| sheet.any(k, &["ký", "hành", "ra"]));
        (signs && (end..at).all(|k| sheet.is_word(k))).then(|| sheet.words(i, end))
    })
}

/// "X đã ban hành Quyết định … về việc trao tặng danh hiệu. Theo đó, có 85 cá nhân": the body that decided in the
/// sentence before.
fn decided_before(sheet: &Sheet<'_>, start: usize) -> Option<String> {
    let last = (1..=6).map(|n| prev(start, n)).find(|&i| sheet.is_word(i))?;
    let (from, to) = sheet.sentence_of(last);
    let decides = (from..to).find(|&i| sheet.two(i, "quyết", "định"))?;
    let about =
        (decides..to).any(|i| sheet.any(i, &["tặng", "khen", "thưởng"]) || sheet.two(i, "công", "nhận"));
    let body =
        (from..decides).find_map(|i| organisation::at(sheet, i).filter(|f| f.specific && f.to <= decides))?;
    about.then(|| sheet.words(posts_before(sheet, body.from), body.to))
}

/// What a body holds where somebody is awarded.
const OCCASIONS: &[&str] =
    &["lễ", "hội", "buổi", "gặp", "đại", "chương", "tuyên", "trao", "biểu", "tôn", "sơ", "tổng", "khen"];

/// Tokens of a text in which a place may be told to hold the event.
const HEAD_TOKENS: usize = 400;

/// Whoever holds the event of the text ("Đảng ủy xã tổ chức lễ trao Huy hiệu Đảng"), and the sentence that says so.
pub(crate) struct Host {
    pub(crate) name: String,
    from: usize,
    to: usize,
}

impl Host {
    pub(crate) fn of(sheet: &Sheet<'_>, bodies: &[organisation::Found]) -> Option<Self> {
        bodies
            .iter()
            .filter(|f| f.specific)
            .find_map(|f| {
                let (start, end) = sheet.sentence_of(f.from);
                // "Đảng ủy phường Tân Phú (TP.HCM) tổ chức"
                let bracketed = sheet.mark(f.to) == '(';
                let close =
                    (f.to..f.to.saturating_add(7)).find(|&i| sheet.mark(i) == ')').filter(|_| bracketed);
                let after = close.map_or(f.to, next);
                let holds = (after..after.saturating_add(6).min(end))
                    .find(|&i| sheet.two(i, "tổ", "chức") && (after..i).all(|k| sheet.is_word(k)))?;
                let what = holds.saturating_add(2);
                let occasion = (what..what.saturating_add(5).min(end)).any(|i| sheet.any(i, OCCASIONS));
                let made = (f.to..holds).any(|i| sheet.any(i, &["do", "được", "các", "không"]));
                // "X phối hợp với Y tổ chức": X holds it.
                let partner = bodies.iter().find(|p| {
                    p.from >= start && p.to <= f.from && (p.to..f.from).any(|i| sheet.is(i, "phối"))
                });
                let f = partner.unwrap_or(f);
                (occasion && !made).then(|| Self { name: sheet.words(f.from, f.to), from: start, to: end })
            })
            .or_else(|| Self::decides(sheet, bodies))
            .or_else(|| Self::place(sheet))
            .or_else(|| Self::titled(sheet, bodies))
    }

    /// "Chủ tịch UBND tỉnh Trần Văn A vừa ký ban hành Quyết định số … về việc tặng danh hiệu": whoever decides gives.
    fn decides(sheet: &Sheet<'_>, bodies: &[organisation::Found]) -> Option<Self> {
        bodies.iter().filter(|f| f.specific).find_map(|f| {
            let (start, end) = sheet.sentence_of(f.from);
            let reach = f.to.saturating_add(12).min(end);
            let at = (f.to..reach).find(|&i| sheet.two(i, "quyết", "định"))?;
            let signs = (f.to..at).any(|i| sheet.any(i, &["ký", "hành", "ra"]));
            let gives = (at..end).any(|i| sheet.any(i, &["tặng", "khen", "thưởng"]));
            let name = || sheet.words(posts_before(sheet, f.from), f.to);
            (signs && gives).then(|| Self { name: name(), from: start, to: end })
        })
    }

    /// "Phường Tân Phú (TP.HCM) tổ chức Lễ trao tặng": a place holds it.
    fn place(sheet: &Sheet<'_>) -> Option<Self> {
        (0..sheet.len().min(HEAD_TOKENS)).find_map(|i| {
            let to = acting_place(sheet, i)?;
            let bracket = (to..to.saturating_add(7)).find(|&k| sheet.mark(k) == ')');
            let after = bracket.filter(|_| sheet.mark(to) == '(').map_or(to, next);
            let holds = (after..after.saturating_add(5))
                .find(|&k| sheet.two(k, "tổ", "chức") && (after..k).all(|n| sheet.is_word(n)))?;
            let what = holds.saturating_add(2);
            let occasion = (what..what.saturating_add(5)).any(|k| sheet.any(k, OCCASIONS));
            let (from, end) = sheet.sentence_of(i);
            occasion.then(|| Self { name: sheet.words(i, to), from, to: end })
        })
    }

    /// "Đảng ủy Dân Chính tuyên dương điển hình": the title says who praises.
    fn titled(sheet: &Sheet<'_>, bodies: &[organisation::Found]) -> Option<Self> {
        let title = sheet.line(0);
        let first = bodies.first().filter(|f| f.from == title.from && f.to < title.to && f.specific)?;
        let praises = sheet.any(first.to, &["tuyên", "biểu", "khen", "tôn", "vinh", "trao"])
            && sheet.any(next(first.to), &["dương", "thưởng", "vinh", "danh", "tặng", "giấy", "bằng", "huy"]);
        praises.then(|| Self { name: sheet.words(first.from, first.to), from: title.from, to: title.to })
    }

    /// The award at token `at`, of which nobody says who gives it, belongs to the event: it is told in the title, in or
    /// right after the sentence about the event, or as what happened there; not as what years before brought.
    pub(crate) fn gives(&self, sheet: &Sheet<'_>, at: usize, heading: bool) -> bool {
        let (start, end) = sheet.sentence_of(at);
        let past = (start..at).any(|i| {
            sheet.is(i, "qua") && sheet.any(prev(i, 1), &["năm", "gian", "tháng"])
                || sheet.any(i, &["từ", "từng", "trước", "nhiều"])
                || sheet.two(i, "liên", "tục")
        });
        // "Ở cấp tỉnh, có 10 sinh viên đạt …"
        let level = sheet.any(start, &["ở", "riêng"]) && sheet.is(next(start), "cấp");
        let higher =
            level || (start..end).any(|i| sheet.is(i, "cấp") && sheet.any(prev(i, 1), &["các", "nhiều"]));
        let here = sheet
            .any(start, &["dịp", "nhân", "đợt", "lần", "theo", "trong", "cụ", "tại", "kết", "cũng"])
            && (start..start.saturating_add(3))
                .any(|i| sheet.any(i, &["này", "đó", "thể", "nghị", "buổi", "lễ", "thúc"]));
        let near = start >= self.from && start <= self.to.saturating_add(60);
        heading || (near || here && start >= self.from) && !past && !higher
    }
}

/// "xã Tân Lập", "Tân Lập" at the edge of a clause: the end of a place that may act for its body.
pub(crate) fn acting_place(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let before = prev(i, 1);
    // "Năm nay tỉnh A trao danh hiệu"
    let year = sheet.is(before, "nay") && LEVEL.has(sheet, i);
    let opens = sheet.kind(before) != Kind::Word && !matches!(sheet.mark(before), '“' | '(' | '/') || year;
    if !opens || sheet.loud(i) || sheet.is(i, "theo") {
        return None;
    }
    if let Some((end, _)) = LEVEL.at(sheet, i) {
        return organisation::proper(sheet, end).then(|| organisation::place_end(sheet, end));
    }
    let title = |k: usize| sheet.caps(k) == Caps::Title && sheet.kind(k) == Kind::Word;
    let to = (i..i.saturating_add(4)).find(|&k| !title(k))?;
    let body = organisation::at(sheet, i).is_some() || post::at(sheet, i).is_some();
    (to == i.saturating_add(2) && !body).then_some(to)
}

/// "huyện Tân Lập đã biểu dương", "cấp cơ sở biểu dương": a place or a level acts for its body, at the edge of its
/// clause.
fn place_or_level(sheet: &Sheet<'_>, low: usize, edge: usize) -> Option<usize> {
    // "Ở cấp tỉnh, tỉnh Tân Lập đã tặng": whoever stands behind the last mark.
    let low = (low..edge).rfind(|&i| !sheet.is_word(i)).map_or(low, next);
    let from = (low.max(edge.saturating_sub(6))..edge).find(|&i| {
        acting_place(sheet, i).is_some_and(|to| to <= edge) || sheet.is(i, "cấp") && next(i) < edge
    })?;
    let opens = from == low || sheet.kind(prev(from, 1)) != Kind::Word || sheet.is(prev(from, 1), "nay");
    opens.then_some(from)
}

/// "Ban Tổ chức đã trao …", "BTC còn trao …", "Ban Giám khảo chọn trao …": whoever holds or judges the event gives, when no body of that
/// name follows ("Ban Tổ chức Tỉnh ủy").
fn organisers(sheet: &Sheet<'_>, low: usize, verb: usize) -> Option<(usize, usize)> {
    let jury = |i: usize| sheet.two(i, "giám", "khảo");
    let named = |i: usize| match () {
        () if sheet.is(i, "btc") => Some(next(i)),
        () if sheet.two(i, "ban", "tổ") && sheet.is(i.saturating_add(2), "chức") => {
            Some(i.saturating_add(3))
        }
        () if sheet.is(i, "ban") && jury(next(i)) => Some(i.saturating_add(3)),
        () if sheet.two(i, "hội", "đồng") && jury(i.saturating_add(2)) => Some(i.saturating_add(4)),
        () => None,
    };
    let acts = [
        "đã", "cũng", "trao", "tặng", "tuyên", "biểu", "tôn", "vinh", "khen", "hội", "cuộc", "chương", "sẽ",
        "còn", "chọn", "quyết",
    ];
    // "Ban Giám khảo đã chấm điểm, Liên đoàn Lao động tặng": another body gives.
    let other =
        |k: usize| sheet.mark(k) == ',' && HEAD.has(sheet, next(k)) && sheet.caps(next(k)) != Caps::Lower;
    let acting = |to: usize| sheet.any(to, &acts) && !(to..verb).any(|k| sheet.mark(k) == '.' || other(k));
    (low..verb).rev().find_map(|i| named(i).filter(|&to| acting(to)).map(|to| (i, to)))
}

/// "Chủ tịch UBND tỉnh", "Giám đốc Công an tỉnh": the head's post before a body belongs to the giver.
pub(crate) fn posts_before(sheet: &Sheet<'_>, body: usize) -> usize {
    let head = |n: usize| {
        let from = body.checked_sub(n)?;
        let office = sheet.any(from, HEADS);
        // "Thủ tướng Chính phủ": the whole is one post.
        let whole = sheet.is(from, "thủ") && post::at(sheet, from) > Some(body);
        (office && (post::at(sheet, from) == Some(body) || whole)).then_some(from)
    };
    (1..=4).rev().find_map(head).unwrap_or(body)
}
