//! Model practices that the text names: in quotation marks or in a list after "mô hình".
//!
//! Not here: movements and campaigns, which are programmes, and themes.

use crate::beside::{beside, plain_item, singled};
use crate::claim::mention;
use crate::heading::past_number;
use crate::lexicon::organisations::{HEAD, LEVEL};
use crate::lexicon::words::TURN;
use crate::person;
use crate::reading::{Certainty, Model, Reason};
use crate::token::{Caps, Kind, Sheet, next, prev};

/// The token that closes the quotation opened at token `i`.
pub(crate) fn quote_end(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    if !matches!(sheet.mark(i), '“' | '"' | '\'') {
        return None;
    }
    let straight = sheet.mark(i) == '"';
    (next(i)..i.saturating_add(24))
        .take_while(|&k| sheet.kind(k) != Kind::Break)
        .find(|&k| sheet.mark(k) == '”' || (straight && sheet.mark(k) == '"'))
}

/// Words that announce a model.
fn announces(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let model = sheet.two(i, "mô", "hình");
    let way = sheet.two(i, "cách", "làm");
    // "hệ thống “Mặt trận số”"
    let system = sheet.two(i, "hệ", "thống");
    let behind = i.saturating_add(2);
    // "tiếp tục nhân rộng “Vườn rau sạch”", "khâu đột phá là “5 phút kể chuyện Bác”": the name stands right behind.
    // "duy trì “Quỹ Tấm lòng vàng”": money, and no practice.
    let kept = (sheet.two(i, "nhân", "rộng") || sheet.two(i, "duy", "trì"))
        && quote_end(sheet, behind).is_some()
        && !sheet.is(next(behind), "quỹ");
    // "khâu đột phá là “rõ người, rõ việc”": small letters tell what is wanted, and no name.
    let push = sheet.two(i, "đột", "phá") && sheet.is(prev(i, 1), "khâu");
    let named = |k: usize| quote_end(sheet, k).is_some() && sheet.caps(next(k)) != Caps::Lower;
    let named = |k: usize| named(k) || quote_end(sheet, k).is_some() && sheet.is_digits(next(k));
    let push = push && (behind..behind.saturating_add(2)).any(named);
    (model || way || system || kept || push || singled(sheet, i)).then_some(behind)
}

/// Most tokens of a list of models.
const LONGEST_LIST: usize = 400;

/// The first quotation within a few words, or the list after a colon.
fn names_after(sheet: &Sheet<'_>, at: usize, found: &mut Vec<(usize, usize, Reason)>) {
    let (_, end) = sheet.sentence_of(prev(at, 1));
    let end = end.min(at.saturating_add(LONGEST_LIST));
    let mut i = at;
    let mut left = 12_usize;
    while i < end && left > 0 {
        if sheet.mark(i) == ':' {
            // "Hệ thống điều hành gồm: Kinh tế; Y tế": parts of it; "các trường: THPT Bác Ái, …": bodies and places.
            let system = sheet.is(prev(at, 1), "thống");
            // "tham quan mô hình học Bác   Ảnh: Trần Thi": who took the picture.
            if system
                || sheet.any(
                    prev(i, 1),
                    &["ảnh", "trường", "vị", "quan", "xã", "phường", "huyện", "tỉnh", "thôn"],
                )
            {
                return;
            }
            list(sheet, next(i), end, found);
            return;
        }
        // "nhiều mô hình mới như trồng rau trong nhà lưới, sản xuất rau an toàn…"
        let such = sheet.is(i, "như") && sheet.is_word(next(i)) && !sheet.is(next(i), "sau");
        let rules = sheet.is(i, "như") && by_rules(sheet, next(i));
        if rules
            || such
                && (sheet.any(next(i), PRACTICES)
                    || sheet.caps(next(i)) == Caps::Title
                        && (!HEAD.has(sheet, next(i)) || set_up(sheet, next(i))))
        {
            list(sheet, next(i), end, found);
            return;
        }
        if quote_end(sheet, i).is_some() {
            // "54 mô hình “Dân vận khéo”": the quotation tells what kind they are.
            // "1.808 mô hình, điển hình “Dân vận khéo”"
            let bare =
                (at..i).all(|k| sheet.mark(k) == ',' || sheet.any(k, &["điển", "hình", "và", "cách", "làm"]));
            let kind = bare && sheet.is_digits(prev(at, 3)) && sheet.int(prev(at, 3)).is_some_and(|n| n > 9);
            if kind {
                return;
            }
            quotes(sheet, i, end, found);
            return;
        }
        if matches!(sheet.mark(i), ';' | '.')
            || (sheet.mark(i) == ','
                && left < 9
                && !sheet.any(next(i), &["tiêu", "như", "điển", "gồm", "đó"])
                && !leads_on(sheet, i))
        {
            return;
        }
        left = left.saturating_sub(1);
        i = next(i);
    }
}

/// "mô hình Ruộng lúa, bờ hoa của Hội Nông dân", "mô hình Zalo an ninh và Camera an ninh": names without quotation marks that
/// begin with a capital. Where several are announced ("các mô hình") one name alone tells their kind.
fn capital_names(sheet: &Sheet<'_>, at: usize, found: &mut Vec<(usize, usize, Reason)>) {
    let counted = sheet.int(prev(at, 3)).is_some_and(|n| n > 9) && sheet.is_digits(prev(at, 3));
    let many = counted || sheet.any(prev(at, 3), &["các", "những", "nhiều", "số"]);
    let mut names = Vec::new();
    let mut from = at;
    while let Some(end) = capital_name(sheet, from, if names.is_empty() { 3 } else { 2 }) {
        names.push((from, end, Reason::Wording));
        if !(sheet.mark(end) == ',' || sheet.is(end, "và")) {
            break;
        }
        from = next(end);
    }
    if names.len() > usize::from(many) {
        found.append(&mut names);
    }
}

/// Heads of bodies that a practice may set up anew: "Tổ kỹ thuật số cộng đồng", "Khu dân cư an toàn", "Trường học hạnh phúc".
pub(crate) fn set_up(sheet: &Sheet<'_>, at: usize) -> bool {
    let group = sheet.any(at, &["tổ", "đội", "nhóm", "cụm", "khu", "chợ", "thư", "tuyến", "chốt", "điểm"])
        || sheet.two(at, "câu", "lạc")
        || sheet.two(at, "trường", "học")
        || LEVEL.has(sheet, at);
    group && !sheet.any(next(at), &["trưởng", "chức"])
}

/// The end of a name of at least `least` words that begins with a capital at token `at`: the word on which the sentence
/// turns, or a mark.
fn capital_name(sheet: &Sheet<'_>, at: usize, least: usize) -> Option<usize> {
    let title = sheet.is_word(at) && sheet.caps(at) == Caps::Title && !sheet.loud(at);
    let body = (HEAD.has(sheet, at) || LEVEL.has(sheet, at)) && !set_up(sheet, at)
        || person::run_at(sheet, at).is_some();
    if !title || body || !sheet.is_word(next(at)) || sheet.caps(next(at)) != Caps::Lower {
        return None;
    }
    // "Nói không với rác thải nhựa", "Tiết kiệm theo gương Bác", "Cụm dân cư an toàn về an ninh": words of the name.
    let own = |i: usize| {
        let lower = sheet.caps(next(i)) == Caps::Lower && sheet.is_word(next(i));
        sheet.any(i, &["không", "có", "mỗi", "một"]) && lower
            || sheet.is(i, "về") && lower && i >= at.saturating_add(2)
            || sheet.is(i, "với") && sheet.is(prev(i, 1), "không")
            || sheet.two(i, "giúp", "nhau")
            || sheet.is(i, "theo") && sheet.any(next(i), &["gương", "chân", "lời"])
    };
    let stops = |i: usize| {
        !own(i)
            && (TURN.has(sheet, i)
                || sheet.two(i, "mô", "hình")
                || sheet.any(i, &["của", "do", "hoạt", "phát", "góp"]))
    };
    let club = |i: usize| i == at.saturating_add(3) && sheet.two(at, "câu", "lạc");
    let uncle = |i: usize| sheet.is(i, "bác") && sheet.any(prev(i, 1), &["gương", "lời", "chân"]);
    let small =
        |i: usize| sheet.is_word(i) && (sheet.caps(i) == Caps::Lower || uncle(i) || club(i)) && !stops(i);
    let goes_on = |i: usize| small(i) || sheet.mark(i) == ',' && small(next(i)) && !TURN.has(sheet, next(i));
    let end = (next(at)..at.saturating_add(14)).find(|&i| !goes_on(i))?;
    let ends = stops(end)
        || matches!(sheet.mark(end), ',' | ';' | '.' | '…' | ')' | '”')
        || sheet.kind(end) == Kind::Break;
    (ends && end >= at.saturating_add(least)).then_some(end)
}

/// "mô hình 5S", "mô hình 5+1": a name of a digit and a letter, or of digits that are added up.
fn formula(sheet: &Sheet<'_>, at: usize, found: &mut Vec<(usize, usize, Reason)>) {
    let plus = next(at);
    let tied = |i: usize| !sheet.gap(i);
    let to = match () {
        () if sheet.kind(at) == Kind::Mixed => next(at),
        () if sheet.is_digits(at) && sheet.is_word(plus) && tied(plus) => next(plus),
        () if sheet.is_digits(at) && sheet.mark(plus) == '+' && tied(plus) && sheet.is_digits(next(plus)) => {
            plus.saturating_add(2)
        }
        // "mô hình 5 cao, gồm: …"
        () if by_rules(sheet, at) && !sheet.is_word(next(plus)) => next(plus),
        () => return,
    };
    found.push((at, to, Reason::Wording));
}

/// "5 không 3 sạch", "3 rõ, 4 tốt": a name of rules that are counted begins at token `i`.
fn by_rules(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.is_digits(i) && sheet.any(next(i), RULES)
}

/// What counted rules of a practice ask.
const RULES: &[&str] = &["cao", "tốt", "sạch", "không", "có", "biết", "rõ", "giỏi", "cùng", "xanh"];

/// "bảo vệ an ninh, trật tự như: “…”": the comma parts what they are about, and their names follow a colon.
fn leads_on(sheet: &Sheet<'_>, comma: usize) -> bool {
    let colon = (next(comma)..comma.saturating_add(8)).find(|&k| !sheet.is_word(k));
    colon.is_some_and(|k| sheet.mark(k) == ':' && sheet.any(prev(k, 1), &["như", "là", "gồm"]))
}

/// Words with which a practice that bears no quotation marks begins.
const PRACTICES: &[&str] = &[
    "nuôi",
    "trồng",
    "hũ",
    "ống",
    "heo",
    "lợn",
    "tổ",
    "câu",
    "đội",
    "đổi",
    "tuyến",
    "ngôi",
    "vườn",
    "quỹ",
    "chợ",
    "gian",
    "bữa",
    "tủ",
    "thùng",
    "bếp",
    "thắp",
    "tự",
    "camera",
    "dòng",
    "phiên",
    "ngày",
    "chăn",
    "lớp",
    "trường",
    "hợp",
    "cột",
    "sản",
    "phân",
    "thu",
    "nhà",
    "tiếng",
];

/// Most tokens between one kind of model that is counted and the next.
const LONGEST_KIND: usize = 16;

/// "mô hình hũ gạo tình thương để tặng": the name runs to the word on which the sentence turns.
fn bare(sheet: &Sheet<'_>, at: usize, found: &mut Vec<(usize, usize, Reason)>) {
    let many = prev(at, 3);
    // "24 mô hình hũ gạo tiết kiệm, 40 mô hình nuôi heo đất": several kinds, each counted, are named.
    let (start, end) = sheet.sentence_of(at);
    let near = |k: &usize| *k >= start && *k < end && *k != prev(at, 2);
    let row = (at.saturating_sub(LONGEST_KIND)..at.saturating_add(LONGEST_KIND))
        .filter(near)
        .any(|k| sheet.two(k, "mô", "hình") && sheet.is_digits(prev(k, 1)));
    let counted = sheet.is_digits(many) && !row || sheet.any(many, &["các", "những", "nhiều", "số"]);
    let known = sheet.any(at, PRACTICES) || sheet.two(at, "thực", "hành");
    if counted || sheet.loud(at) || !known || sheet.caps(at) != Caps::Lower {
        return;
    }
    // "tự quản về môi trường", "chợ dân sinh không rác thải nhựa": what the practice is about belongs to its name.
    let turns =
        |i: usize| TURN.has(sheet, i) && !(sheet.any(i, &["về", "không"]) && i >= at.saturating_add(2));
    let end = (at..at.saturating_add(12)).find(|&i| sheet.kind(i) != Kind::Word || turns(i));
    if let Some(end) = end.filter(|end| (3..=10).contains(&end.saturating_sub(at))) {
        found.push((at, end, Reason::Wording));
    }
}

/// Most tokens between two models of a row of whom it is told whose they are.
pub(crate) const LONGEST_OWNER: usize = 28;

/// Most tokens to the semicolon behind which the next model of a row stands.
const LONGEST_DEED: usize = 40;

/// Quotations in a row, parted by commas, "và" or a few words in brackets.
fn quotes(sheet: &Sheet<'_>, mut i: usize, end: usize, found: &mut Vec<(usize, usize, Reason)>) {
    while i < end {
        let Some(close) = quote_end(sheet, i) else { return };
        found.push((next(i), close, Reason::Quoted));
        i = next(close);
        while let Some((from, to)) = plain_item(sheet, i, end) {
            found.push((from, to, Reason::Listed));
            i = to;
        }
        let gap = (i..i.saturating_add(LONGEST_DEED).min(end)).find(|&k| quote_end(sheet, k).is_some());
        let Some(start) = gap else { return };
        let last = prev(start, 1);
        // "“Nuôi heo đất” của Hội Phụ nữ - 2 năm mua được 1.308 thẻ, trị giá 739 triệu đồng; “Thuyền trưởng 3 không” của …": a
        // semicolon parts what each came to.
        let deeds = sheet.mark(last) == ';'
            && (sheet.any(i, &["của", "tại", "ở", "do"]) || matches!(sheet.mark(i), '(' | '-'))
            && !(i..last).any(|k| matches!(sheet.mark(k), ':' | ';'));
        if start > i.saturating_add(LONGEST_OWNER) && !deeds {
            return;
        }
        // "“Thắp sáng đường quê” của Hội Cựu chiến binh xã A; “Ống tiết kiệm” của Hội Phụ nữ": whose each is.
        let owner = sheet.any(i, &["của", "tại", "ở", "do"])
            && (matches!(sheet.mark(last), ',' | ';') || sheet.any(last, &["hay", "và"]))
            && (i..last).all(|k| {
                sheet.is_word(k) && !sheet.is(k, "được")
                    || sheet.is_digits(k)
                    || matches!(sheet.mark(k), '(' | ')')
                    || in_brackets(sheet, i, k, start)
            });
        let link_only = (i..start).all(|k| {
            sheet.any(k, &[",", ";", "và", "mô", "hình", "hay", "(", ")", "của"])
                || in_brackets(sheet, i, k, start)
        });
        let short = start.saturating_sub(i) <= 3 || link_only || owner || deeds;
        if !short || !(sheet.any(last, &[",", ";", "và", "hay", "hình", "là", ":"]) || start == i) {
            return;
        }
        i = start;
    }
}

fn in_brackets(sheet: &Sheet<'_>, from: usize, k: usize, to: usize) -> bool {
    let open = (from..k).any(|n| sheet.mark(n) == '(');
    let close = (k..to).any(|n| sheet.mark(n) == ')');
    open && close
}

/// "Tổ Giám sát cộng đồng; Túi an sinh công đoàn; …" after a colon: items that begin with a capital.
fn list(sheet: &Sheet<'_>, from: usize, end: usize, found: &mut Vec<(usize, usize, Reason)>) {
    if quote_end(sheet, from).is_some() {
        quotes(sheet, from, end, found);
        return;
    }
    let semicolons = (from..end).any(|i| sheet.mark(i) == ';');
    // "Ống tre tiết kiệm (thị trấn A), góp quỹ (xã B)": where each says who does it, small letters name models too.
    let mut placed = false;
    let mut start = from;
    for i in from..=end {
        let parts = match sheet.mark(i) {
            ';' | '…' | '.' => true,
            ',' => !semicolons,
            _ => i == end || sheet.kind(i) == Kind::Break,
        };
        if !parts {
            continue;
        }
        // "Ống tre tiết kiệm (thị trấn Tân Lập)": who does it is no part of the name.
        let open = (start..i).find(|&k| sheet.mark(k) == '(');
        let inside = open.is_some_and(|open| !(open..i).any(|k| sheet.mark(k) == ')'));
        if inside && i < end && sheet.kind(i) != Kind::Break {
            continue;
        }
        let stop = open.filter(|&open| open > start).unwrap_or(i);
        // "Tổ tự quản; “Xứ đạo bình yên” ở giáo xứ A": a name in quotation marks among others.
        let law = sheet.any(next(start), &["chỉ", "luật", "nghị", "ngày", "quyết"]);
        if let Some(close) = quote_end(sheet, start).filter(|&close| close < stop && !law) {
            found.push((next(start), close, Reason::Quoted));
            start = next(i);
            continue;
        }
        // "Biến rác thành tiền được nhân rộng": what became of it is no part of the name.
        // "Cánh đồng không rác tại xã Tân Lập": where it is, either.
        let told = |k: &usize| {
            sheet.any(*k, &["được", "đã"])
                || sheet.any(*k, &["tại", "ở", "của"])
                    && (LEVEL.has(sheet, next(*k)) || HEAD.has(sheet, next(*k)))
        };
        let stop = (start.saturating_add(2)..stop).find(told).unwrap_or(stop);
        let size = stop.saturating_sub(start);
        let named = (sheet.is_word(start) || by_rules(sheet, start))
            && (sheet.caps(start) != Caps::Lower
                || by_rules(sheet, start)
                || placed && open.is_some()
                || sheet.any(start, PRACTICES));
        placed |= open.is_some() && named;
        if (2..=16).contains(&size) && named {
            found.push((start, stop, Reason::Listed));
        } else if size > 0 {
            return;
        }
        start = next(i);
        if matches!(sheet.mark(i), '.' | '…') {
            return;
        }
    }
}

/// "“Tiếng kẻng an ninh”, “Làng không tội phạm”, mô hình …": quotations in a row that ends with a model are models, too.
fn row_before(sheet: &Sheet<'_>, word: usize, found: &mut Vec<(usize, usize, Reason)>) {
    let low = sheet.sentence_of(word).0.max(word.saturating_sub(MOST_IN_ROW));
    let opens = |close: usize| {
        (low..close).rev().find(|&k| quote_end(sheet, k) == Some(close)).filter(|&k| next(k) < close)
    };
    let mut row = Vec::new();
    let mut before = prev(word, 1);
    while before > low && (sheet.mark(before) == ',' || sheet.is(before, "và")) {
        let close = prev(before, 1);
        // A row that reaches further back is not known from its beginning.
        let Some(open) = opens(close).filter(|&open| open > low || low == sheet.sentence_of(word).0) else {
            return;
        };
        row.push((next(open), close, Reason::Quoted));
        before = prev(open, 1);
    }
    // "các phong trào “…”, “…”, mô hình …": the first tells what all are.
    if row.last().is_some_and(|(from, ..)| !programme(sheet, prev(*from, 1))) {
        found.extend(row);
    }
}

/// Most tokens of a row before the word that says what its quotations are.
const MOST_IN_ROW: usize = 60;

/// The quotation that opens at token `open` is a programme, a theme, a contest: "phong trào “…”", "chủ đề “…”".
pub(crate) fn programme(sheet: &Sheet<'_>, open: usize) -> bool {
    let word = prev(open, 1);
    let word = if sheet.mark(word) == ':' { prev(word, 1) } else { word };
    // "các phong trào khác, như: “…”"
    let low = sheet.sentence_of(open).0.max(open.saturating_sub(8));
    (low..open).any(|k| sheet.two(k, "phong", "trào") || sheet.two(k, "vận", "động"))
        || sheet
            .any(word, &["trào", "động", "đề", "hiệu", "thi", "trình", "dịch", "án", "quỹ", "châm", "với"])
}

/// "“Mỗi buôn một việc” được xã xem là cách làm hay": what it is is told behind it.
fn called(sheet: &Sheet<'_>, open: usize, close: usize) -> bool {
    let end = sheet.sentence_of(open).1.min(close.saturating_add(MOST_TO_CALL));
    let is = (close..end).find(|&k| {
        sheet.is(k, "là")
            && (next(k)..k.saturating_add(4))
                .any(|m| sheet.two(m, "mô", "hình") || sheet.two(m, "cách", "làm"))
    });
    let other = |to: usize| (next(close)..to).any(|k| quote_end(sheet, k).is_some() || sheet.mark(k) == ';');
    !sheet.is(prev(open, 1), "hình") && is.is_some_and(|is| !other(is)) && !programme(sheet, open)
}

/// Most tokens between a quotation and the words that say that it is a model.
const MOST_TO_CALL: usize = 20;

/// "2.2. Các mô hình, phần việc khác", and below it "- Tổ tuyên truyền tháo gỡ 05 điểm nghẽn: …": points of a part on models; "Các
/// mô hình đang duy trì:", and below it "1. Ngày thứ Tư không hẹn;".
fn headed(sheet: &Sheet<'_>, found: &mut Vec<(usize, usize, Reason)>) {
    let mut on = false;
    let mut listed = false;
    for line in &sheet.lines {
        let behind = past_number(sheet, line.from);
        let point = matches!(sheet.mark(line.from), '-' | '+' | '•');
        let numbered = listed && behind > line.from;
        if !(point || numbered) {
            let models = (line.from..line.to).any(|i| sheet.two(i, "mô", "hình"));
            let last = prev(line.to, 1);
            listed = models && sheet.mark(last) == ':' && line.to.saturating_sub(line.from) <= 12;
            let heading = sheet.is_digits(line.from) || sheet.headline(line.from);
            let short = line.to.saturating_sub(line.from) <= 16;
            on = models && heading && short && !matches!(sheet.mark(last), '.' | ';');
            continue;
        }
        let from = if point { next(line.from) } else { behind };
        listed &= !(from..line.to).any(|i| sheet.mark(i) == ':');
        if listed {
            named_point(sheet, from, line.to, found);
            continue;
        }
        let colon = (from..from.saturating_add(14).min(line.to)).find(|&i| sheet.mark(i) == ':');
        let named = |to: usize| to > next(from) && (from..to).all(|i| sheet.is_word(i) || sheet.is_digits(i));
        if let Some(to) = colon.filter(|&to| on && sheet.caps(from) != Caps::Lower && named(to)) {
            found.push((from, to, Reason::Listed));
        }
    }
}

/// A point of a list of models that tells a name and no more: the quotation in it, or the words up to a mark.
fn named_point(sheet: &Sheet<'_>, from: usize, to: usize, found: &mut Vec<(usize, usize, Reason)>) {
    let quoted = (from..to).find_map(|k| Some((next(k), quote_end(sheet, k)?)));
    if let Some((open, close)) = quoted {
        found.push((open, close, Reason::Quoted));
        return;
    }
    let end =
        (from..to).find(|&k| !sheet.is_word(k) && !sheet.is_digits(k) && sheet.mark(k) != ',').unwrap_or(to);
    let size = end.saturating_sub(from);
    if sheet.caps(from) != Caps::Lower && (2..=12).contains(&size) {
        found.push((from, end, Reason::Listed));
    }
}

/// Tokens of a model's name, and what it was known by.
pub(crate) type Named = (usize, usize, Reason);

/// Every model named, in order.
pub(crate) fn found(sheet: &Sheet<'_>) -> Vec<Named> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < sheet.len() {
        if let Some(at) = announces(sheet, i) {
            // "ra quân “Mô hình Tắt máy chờ tàu”": the quotation holds the word, too.
            let close = quote_end(sheet, prev(i, 1)).filter(|&close| close > at);
            if let Some(close) = close {
                found.push((at, close, Reason::Quoted));
                i = next(close);
                continue;
            }
            if sheet.is(prev(at, 1), "hình") {
                row_before(sheet, i, &mut found);
            }
            let before = found.len();
            names_after(sheet, at, &mut found);
            if found.len() == before && sheet.is(prev(at, 1), "hình") {
                bare(sheet, at, &mut found);
                capital_names(sheet, at, &mut found);
                formula(sheet, at, &mut found);
            }
            i = at;
        } else {
            if let Some(close) = quote_end(sheet, i).filter(|&close| called(sheet, i, close)) {
                found.push((next(i), close, Reason::Quoted));
            }
            i = next(i);
        }
    }
    headed(sheet, &mut found);
    beside(sheet, &mut found);
    found.sort_by_key(|&(from, ..)| from);
    found
}

/// One item a name.
pub(crate) fn merge(sheet: &Sheet<'_>, found: Vec<Named>) -> Vec<Model> {
    let mut items: Vec<(String, Model)> = Vec::new();
    for (from, to, reason) in found {
        if from >= to {
            continue;
        }
        let key = sheet.keys(from, to);
        if let Some((_, item)) = items.iter_mut().find(|(k, _)| *k == key) {
            item.mention.again(sheet.span(from, to));
            continue;
        }
        let name = sheet.words(from, to);
        items.push((key, Model { name, mention: mention(sheet, from, to, Certainty::Likely, &[reason]) }));
    }
    items.into_iter().map(|(_, item)| item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let sheet = Sheet::new(text);
        merge(&sheet, found(&sheet)).into_iter().map(|m| m.name).collect()
    }

    #[test]
    fn quoted_names_in_a_row() {
        let text = "duy trì các mô hình “Tuyến đường xanh”, “Ngày cuối tuần xanh” và “Tổ tự quản”, công tác";
        assert_eq!(names(text), ["Tuyến đường xanh", "Ngày cuối tuần xanh", "Tổ tự quản"]);
    }

    #[test]
    fn a_row_may_tell_whose_each_is() {
        let text = "tiêu biểu như mô hình “Thắp sáng đường quê” của Hội Cựu chiến binh xã Tân Hòa; “Ống tiết kiệm” của Hội Phụ nữ; \
                    “Ngày thứ Bảy vì dân” của UBND thị trấn.";
        assert_eq!(names(text), ["Thắp sáng đường quê", "Ống tiết kiệm", "Ngày thứ Bảy vì dân"]);
    }

    #[test]
    fn a_list_after_a_colon() {
        let text = "Điển hình như các mô hình: Tổ tư vấn y tế phòng, chống dịch; Bếp ăn nghĩa tình; Kết nối trái tim…";
        assert_eq!(
            names(text),
            ["Tổ tư vấn y tế phòng, chống dịch", "Bếp ăn nghĩa tình", "Kết nối trái tim"]
        );
    }

    #[test]
    fn models_in_small_letters_and_in_points_below_their_heading() {
        let text =
            "chuyển giao nhiều mô hình mới như trồng rau trong nhà lưới, sản xuất rau an toàn… Một số hộ";
        assert_eq!(names(text), ["trồng rau trong nhà lưới", "sản xuất rau an toàn"]);
        assert_eq!(
            names("mô hình chợ dân sinh không rác thải nhựa tại"),
            ["chợ dân sinh không rác thải nhựa"]
        );
        let part =
            "2.2. Các mô hình khác\n- Tổ tuyên truyền lưu động: họp 5 đợt\n- Hội Phụ nữ tổ chức thăm hỏi.";
        assert_eq!(names(part), ["Tổ tuyên truyền lưu động"]);
    }

    #[test]
    fn names_that_only_a_capital_tells() {
        let text =
            "Đoàn xã ra mắt mô hình Con đường hoa thanh niên, Cổng trường an toàn và Thắp sáng đường quê.";
        assert_eq!(names(text), ["Con đường hoa thanh niên", "Cổng trường an toàn", "Thắp sáng đường quê"]);
        assert_eq!(names("ra mắt mô hình Tổ kỹ thuật số cộng đồng."), ["Tổ kỹ thuật số cộng đồng"]);
        let club = "nhân rộng mô hình Câu lạc bộ Liên thế hệ tự giúp nhau giai đoạn 2016 – 2020.";
        assert_eq!(names(club), ["Câu lạc bộ Liên thế hệ tự giúp nhau"]);
        let two = "xây dựng mô hình Tiếng kẻng an ninh, mô hình Cụm dân cư an toàn về an ninh trật tự";
        assert_eq!(names(two), ["Tiếng kẻng an ninh", "Cụm dân cư an toàn về an ninh trật tự"]);
        let rules = "Nhiều mô hình hay như 5 không 3 sạch, Biến rác thành tiền được nhân rộng.";
        assert_eq!(names(rules), ["5 không 3 sạch", "Biến rác thành tiền"]);
        // One name behind "các mô hình" tells what kind they are; a body is none.
        assert!(names("Các mô hình Dân vận khéo ngày càng được nhân rộng.").is_empty());
        assert!(names("24 mô hình Camera an ninh tại các xã").is_empty());
        assert!(names("mô hình Hợp tác xã Nông nghiệp Tân Tiến tại xã Tân Tiến.").is_empty());
    }

    #[test]
    fn quotations_are_models_by_what_stands_around_them() {
        assert_eq!(
            names("Xã có “Tiếng kẻng ruộng đồng”, “Giếng sạch” và mô hình “Đường hoa”."),
            ["Tiếng kẻng ruộng đồng", "Giếng sạch", "Đường hoa"]
        );
        assert_eq!(
            names("Năm nay nhân rộng “Vườn rau lớp em”, “Góc thuốc nam”;"),
            ["Vườn rau lớp em", "Góc thuốc nam"]
        );
        assert_eq!(names("Chi bộ chọn khâu đột phá là “Đọc một trang”."), ["Đọc một trang"]);
        assert_eq!(names("“Mỗi nhà một giàn bầu” được xã xem là cách làm hay."), ["Mỗi nhà một giàn bầu"]);
        assert_eq!(
            names(
                "những mô hình như “Thuyền sách” ở Trường Tiểu học Bãi Ngang 2 hay “Lớp học dưới tán cây” ở bản Lũng."
            ),
            ["Thuyền sách", "Lớp học dưới tán cây"]
        );
        assert_eq!(names("các phong trào khác, như: “Đường hoa”, “Giếng sạch” và mô hình 5S"), ["5S"]);
        assert!(names("phong trào “Đường hoa” được xã xem là cách làm hay.").is_empty());
    }

    #[test]
    fn points_below_a_line_on_models_are_names() {
        let text = "Các mô hình đang duy trì:\n1. Ngày không hẹn;\n2. Zalo \"Nghe dân\";\n3. Góc thuốc nam.\n2. Tồn tại: Ít người biết.";
        assert_eq!(names(text), ["Ngày không hẹn", "Nghe dân", "Góc thuốc nam"]);
    }

    #[test]
    fn a_model_without_a_name_is_none() {
        assert!(names("nhân rộng những mô hình hay, cách làm hiệu quả.").is_empty());
    }
}
