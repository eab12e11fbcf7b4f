//! What goes on an organisation's name behind its head: hamlets, compounds, what a body is for, linked fields, numbers.
//!
//! Not here: heads and the way through a name (`organisation`).

use crate::aim::{closed, row_of_kind, second_head};
use crate::citation::KIND;
use crate::lexicon::organisations::{FIELD, HEAD, LEVEL, PROVINCE, is_whole};
use crate::lexicon::units::MEASURE;
use crate::lexicon::words::TURN;
use crate::organisation::{capital, place_end, proper};
use crate::person;
use crate::post;
use crate::school::further_school;
use crate::token::{Caps, Kind, Sheet, next, prev};

/// "xã Trường Xuân", "phường Hội Hợp": the place's name begins with a word that also heads bodies.
pub(crate) fn like_a_body(sheet: &Sheet<'_>, level: usize, i: usize) -> bool {
    let one = HEAD.at(sheet, i).is_some_and(|(end, _)| end == next(i));
    let low = sheet.any(level, &["xã", "phường", "thị", "huyện"]);
    one && low && !sheet.loud(i) && sheet.caps(next(i)) == Caps::Title && !FIELD.has(sheet, next(i))
}

/// "thôn Tân Lập", "khu phố 4", "tổ dân phố số 2": where a body of the grass roots is.
pub(crate) fn hamlet(sheet: &Sheet<'_>, i: usize, body: &str) -> Option<usize> {
    let two = sheet.any(i, &["khu", "khối"]) && sheet.any(next(i), &["phố", "vực"]);
    let three = sheet.two(i, "tổ", "dân") && sheet.is(i.saturating_add(2), "phố");
    // "chi bộ khu Cầu Mười"; "khu" heads other names too, so only a small word that a place follows counts.
    let quarter = sheet.is(i, "khu") && sheet.caps(i) == Caps::Lower && body == "chi";
    let one = sheet.any(i, &["thôn", "ấp", "khóm", "xóm", "buôn", "làng", "bản", "sóc"]) || quarter;
    let at = match () {
        () if three => i.saturating_add(3),
        () if two => i.saturating_add(2),
        () if one => next(i),
        () => return None,
    };
    let at = if sheet.is(at, "số") && sheet.is_digits(next(at)) { next(at) } else { at };
    if sheet.is_digits(at) && sheet.digits(at).len() <= 2 && matches!(body, "chi" | "ban" | "hội" | "tổ")
    {
        // "Tổ dân phố 2C"
        let letter = sheet.is_word(next(at)) && !sheet.gap(next(at)) && sheet.key(next(at)).len() == 1;
        return Some(if letter { at.saturating_add(2) } else { next(at) });
    }
    let named = |at: usize| person::run_at(sheet, at).is_some_and(|to| to > at.saturating_add(2));
    let place = proper(sheet, at) && !HEAD.has(sheet, at) && (one || !named(at));
    place.then(|| place_end(sheet, at))
}

/// "Ban Chỉ đạo Cuộc vận động", "Đội Kiểm soát": only the first syllable of a word of two is a capital, when it stands
/// right behind the head.
pub(crate) fn compound(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    let (head, id) = HEAD.at(sheet, from)?;
    let opened = i == next(head) && sheet.caps(head) == Caps::Title && !LEVEL.has(sheet, head);
    let syllables = (head..next(i)).all(|k| sheet.kind(k) == Kind::Word && sheet.key(k).chars().count() <= 7);
    let place = PROVINCE.at(sheet, head).is_some() || FIELD.at(sheet, head).is_some_and(|(end, _)| end >= i);
    // "Ban Chấp hành Đoàn đơn vị": which one is not said.
    let unnamed = sheet.two(i, "đơn", "vị");
    let fits = opened && syllables && !place && !unnamed && sheet.caps(i) == Caps::Lower && !sheet.loud(i);
    (fits && !is_whole(id) && !TURN.has(sheet, i) && !LEVEL.has(sheet, i)).then(|| next(i))
}

/// A level of the administration; "tệ nạn xã hội" names none.
fn level_at(sheet: &Sheet<'_>, i: usize) -> bool {
    LEVEL.has(sheet, i) && !sheet.two(i, "xã", "hội")
}

/// Words on which sentences turn, when they are the second half of another word ("thiết bị", "bệnh nhân").
fn half_turn(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.is(i, "bị") && sheet.is(prev(i, 1), "thiết")
        || sheet.is(i, "nhân") && sheet.any(prev(i, 1), &["bệnh", "công", "nạn", "doanh", "quân", "tư"])
}

/// Most words in lower case between the capital that opens what a body is for and the level it ends with.
const LONGEST_BRIDGE: usize = 8;

/// "Ban Chỉ đạo Hiến máu tình nguyện huyện Đức Cơ": what the body is for goes on in lower case to its level. Only
/// words that no sentence turns on may stand between.
pub(crate) fn bridge(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    let (head, id) = HEAD.at(sheet, from)?;
    // "Trung tâm Cứu hộ động vật hoang dã": the field's first syllable alone is a capital.
    let field = (head..i).any(|k| FIELD.at(sheet, k).is_some_and(|(end, _)| end == i) && capital(sheet, k));
    // "Quỹ Bảo trợ trẻ em Việt Nam": the first word of what it is for has two syllables.
    let compound = i == head.saturating_add(2)
        && sheet.caps(head) == Caps::Title
        && sheet.caps(next(head)) == Caps::Lower
        && sheet.any(from, &["quỹ", "hội", "viện", "trung", "hiệp", "ban", "cục", "tổng"]);
    let opened = i > head && (sheet.caps(prev(i, 1)) == Caps::Title || field || compound);
    let acting = i == head
        && (sheet.is(from, "hội") || sheet.is(from, "ban") && sheet.any(prev(i, 1), &["đạo", "lý", "động"]));
    if sheet.loud(i) || is_whole(id) || !(opened || acting) {
        return None;
    }
    // "Trung tâm Ứng dụng tiến bộ khoa học và công nghệ tỉnh", "Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh"
    let links = |k: usize| {
        compound
            && (sheet.is(k, "và") || sheet.mark(k) == ',')
            && sheet.kind(next(k)) == Kind::Word
            && sheet.caps(next(k)) == Caps::Lower
            && !TURN.has(sheet, next(k))
            && !LEVEL.has(sheet, next(k))
    };
    let end = (i..i.saturating_add(LONGEST_BRIDGE)).find(|&k| {
        !links(k)
            && (sheet.kind(k) != Kind::Word
                || sheet.caps(k) != Caps::Lower
                || level_at(sheet, k)
                || TURN.has(sheet, k) && !half_turn(sheet, k))
    })?;
    // At the end of a clause too, but not in a row of levels ("huyện, thị xã").
    let closes = |i: usize| {
        matches!(sheet.mark(i), ';' | '.' | ')') || sheet.mark(i) == ',' && !LEVEL.has(sheet, next(i))
    };
    let level = LEVEL.at(sheet, end).is_some_and(|(after, _)| sheet.is_word(after) || closes(after));
    // "Công ty CP Thiết bị giáo dục Hồng Đức": a firm's or a centre's field ends with its name.
    let named = sheet.any(
        from,
        &["công", "trung", "tổng", "xí", "hợp", "htx", "nhà", "quỹ", "hội", "viện", "cục", "hiệp"],
    ) && end <= i.saturating_add(4)
        && sheet.caps(end) != Caps::Lower
        && sheet.kind(end) == Kind::Word
        && !HEAD.has(sheet, end)
        && post::at(sheet, end).is_none();
    (end > i && (level || named)).then_some(end)
}

/// Most words between the capital that opens a board's purpose and the place it ends with.
const LONGEST_PURPOSE: usize = 24;

/// "Ban Chỉ đạo Chương trình phát triển lâm nghiệp bền vững tỉnh", "Văn phòng Điều phối xây dựng nông thôn mới tỉnh": what
/// a board that steers is for, in any letters, to its level, its place or its short form in brackets.
pub(crate) fn purpose(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    let (head, _) = HEAD.at(sheet, from)?;
    let steers = sheet.is(from, "ban") && sheet.any(prev(head, 1), &["đạo", "lý", "động", "huy"])
        || sheet.is(from, "bcđ")
        || sheet.is(prev(head, 1), "phối");
    let small = |k: usize| sheet.kind(k) == Kind::Word && sheet.caps(k) == Caps::Lower;
    let opened = i >= head && (small(head) || i > head && sheet.caps(head) == Caps::Title);
    if !steers || !opened || sheet.loud(i) || !(next(head)..next(i)).all(small) || !small(i) {
        return None;
    }
    // "và" and a comma go on while small letters or a capital syllable follow, not another body.
    let aim = |k: usize| {
        sheet.any(k, &["xây", "thực", "vận", "hỗ", "triển", "và", "về", "gặp", "các"])
            || sheet.two(k, "ở", "cơ")
            || sheet.two(k, "dự", "án")
            || sheet.is(k, "nhân") && sheet.any(next(k), &["đạo", "dân", "lực"])
    };
    // "phòng, chống dịch Covid-19"
    let disease = |k: usize| {
        sheet.mark(k) == '-' && sheet.is_digits(next(k)) && !sheet.gap(next(k))
            || sheet.is_digits(k) && sheet.mark(prev(k, 1)) == '-'
    };
    let ends = |k: usize| {
        sheet.kind(k) != Kind::Word && !disease(k) && !(sheet.mark(k) == ',' && small(next(k)))
            || level_at(sheet, k)
            || PROVINCE.has(sheet, k)
            || HEAD.has(sheet, k) && capital(sheet, k)
            || TURN.has(sheet, k) && !aim(k)
            || sheet.is(k, "kịp")
    };
    let end = (i..i.saturating_add(LONGEST_PURPOSE)).find(|&k| ends(k))?;
    // "Ban Chỉ đạo Cuộc vận động “Học tập …” tỉnh"
    if matches!(sheet.mark(end), '“' | '"')
        && sheet.any(prev(end, 1), &["động", "trào", "trình", "án", "dịch", "quỹ"])
    {
        let close =
            (next(end)..end.saturating_add(LONGEST_PURPOSE)).find(|&k| matches!(sheet.mark(k), '”' | '"'))?;
        return LEVEL.has(sheet, next(close)).then(|| next(close));
    }
    let close = end.saturating_add(2);
    let short = sheet.mark(end) == '(' && sheet.caps(next(end)) == Caps::Upper && sheet.mark(close) == ')';
    let owner = HEAD.has(sheet, end) && capital(sheet, end);
    // "Ban Quản lý rừng phòng hộ Năm Căn": the forest's name.
    let name = (i..end).find(|&k| sheet.kind(k) == Kind::Word && sheet.caps(k) == Caps::Title);
    if let Some(name) = name.filter(|&k| {
        k >= i.saturating_add(2) && sheet.is(prev(head, 1), "lý") && person::run_at(sheet, k).is_none()
    }) {
        return Some(name);
    }
    (end > i && (short || owner || level_at(sheet, end) || PROVINCE.has(sheet, end))).then_some(end)
}

/// "Chủ tịch UBND tỉnh Nguyễn Văn Sơn": after a level stands a person, when no place of that level bears a
/// person's name, or a post leads to the body.
pub(crate) fn person_follows(sheet: &Sheet<'_>, from: usize, level: usize, i: usize) -> bool {
    let high = sheet.any(level, &["tỉnh", "thành", "tp"]);
    let member = sheet.is(prev(from, 1), "viên") && !sheet.any(prev(from, 2), &["ủy", "chuyên"]);
    let posted = !member
        && sheet.any(prev(from, 1), &["tịch", "thư", "đốc", "trưởng", "viên", "nhiệm", "phó", "kiêm"]);
    let run = person::run_at(sheet, i)
        .is_some_and(|to| to >= i.saturating_add(3) && !person::behind_place(sheet, i, to));
    // "chị Thạch Thị Sa, Chủ tịch Hội xã Lưu Nghiệp Anh": the post is already somebody's.
    let held = (2..=6).map(|n| prev(from, n)).any(|comma| {
        matches!(sheet.mark(comma), ',' | '-')
            && (2..=5).filter_map(|n| comma.checked_sub(n)).any(|s| person::run_at(sheet, s) == Some(comma))
    });
    run && (high || (posted && !held)) && !PROVINCE.has(sheet, i)
}

/// "Bộ Chính trị và Kế hoạch số 42", "Trường A và Trường B": the name is over before "và" at token `i`.
fn ends_at_and(sheet: &Sheet<'_>, i: usize, from: usize) -> bool {
    let after = next(i);
    let document = KIND.at(sheet, after).is_some_and(|(end, _)| sheet.is(end, "số") || sheet.is_digits(end));
    document || closed(sheet, i, from) || further_school(sheet, after, from)
}

/// "và Công nghiệp", ", Thể thao", "các Khu chế xuất", "(CCQ) tỉnh".
pub(crate) fn linked(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    let body = sheet.key(from);
    let after = next(i);
    let field = FIELD.at(sheet, after).filter(|_| capital(sheet, after)).map(|(end, _)| end);
    if sheet.is(i, "và") && ends_at_and(sheet, i, from) {
        return None;
    }
    if let Some(end) = second_head(sheet, i, from) {
        return Some(end);
    }
    if short_form(sheet, i, body) {
        return Some(next(after));
    }
    if sheet.any(i, &["và", "-", "&"]) {
        // "Sở GD&ĐT và cán bộ": people.
        if sheet.is(after, "cán") && !capital(sheet, after) {
            return None;
        }
        let field = field.or_else(|| {
            let office = sheet.is(i, "&")
                || sheet.is(i, "và") && body == "bộ"
                || matches!(body, "sở" | "phòng")
                || (from..i).any(|k| sheet.any(k, &["khoa", "phòng"]));
            FIELD.at(sheet, after).filter(|_| office).map(|(end, _)| end)
        });
        let pair = sheet.is(i, "-") && joins_names(sheet, i);
        if pair {
            return Some(next(after));
        }
        if let Some(end) = second_trade(sheet, i, from) {
            return Some(end);
        }
        // "Đảng ủy khối các cơ quan và doanh nghiệp tỉnh"
        let block = sheet.is(after, "doanh") && (from..i).any(|k| sheet.is(k, "khối"));
        let field = field.or_else(|| FIELD.at(sheet, after).filter(|_| block).map(|(end, _)| end));
        // "Trường Tiểu học và THCS Lê Lợi"
        let school = sheet.any(after, &["thcs", "thpt"]) && (from..i).any(|k| sheet.is(k, "trường"));
        if school && sheet.is(i, "và") {
            return Some(next(after));
        }
        // "Hiệp hội Chế biến và Xuất khẩu thủy sản": a second trade of two syllables.
        let second = next(after);
        // "và Phần thứ hai": the next of a row of parts.
        let part = sheet.is(second, "thứ");
        let league = sheet.any(from, &["hiệp", "viện", "trung", "tạp"]) && sheet.is(i, "và");
        let two = sheet.caps(after) == Caps::Title
            && sheet.kind(second) == Kind::Word
            && sheet.caps(second) == Caps::Lower
            && !TURN.has(sheet, second)
            && !LEVEL.has(sheet, second);
        let opens = HEAD.has(sheet, after) || LEVEL.has(sheet, after) || post::at(sheet, after).is_some();
        if league && two && !part && !opens && !sheet.loud(after) && field.is_none() {
            return Some(next(second));
        }
        let industry = sheet.is(i, "và")
            && sheet.any(after, &["công", "thanh"])
            && !sheet.any(next(after), &["an", "đoàn"]);
        if firms_trade(sheet, i, from) {
            return Some(next(after));
        }
        return field.filter(|_| !HEAD.has(sheet, after) || industry);
    }
    let whole = HEAD.at(sheet, from).is_some_and(|(_, id)| is_whole(id));
    if sheet.mark(i) == ',' && matches!(body, "sở" | "bộ" | "phòng" | "ban") && !whole {
        let numbered = |end: &usize| sheet.is(*end, "số") || sheet.is_digits(*end);
        // "Sở Nông nghiệp và Môi trường, Dân tộc và Tôn giáo": "và" has closed the first one's name.
        if (from..i).any(|k| sheet.is(k, "và")) || row_of_kind(sheet, i, from) {
            return None;
        }
        return field.filter(|end| !HEAD.has(sheet, after) && !numbered(end));
    }
    // "Khối Đại học, Cao đẳng TP", "Phòng Tổ chức, hành chính, quản trị"
    let comma = sheet.mark(i) == ',';
    let holds = |word: &str| (from..i).any(|k| sheet.is(k, word));
    let block = comma && capital(sheet, after) && holds("khối");
    let office = comma && body == "chi" && !whole && !capital(sheet, after) && holds("phòng");
    if (block || office) && FIELD.ending(sheet, i, 4).is_some() {
        let end = FIELD.at(sheet, after).map(|(end, _)| end).filter(|_| !HEAD.has(sheet, after));
        return end.filter(|&end| office || sheet.is(end, "và") || LEVEL.has(sheet, end));
    }
    if sheet.is(i, "các") {
        return all_of(sheet, i);
    }
    let abbreviation =
        sheet.mark(i) == '(' && sheet.caps(after) == Caps::Upper && sheet.mark(next(after)) == ')';
    let rest = i.saturating_add(3);
    (abbreviation && (LEVEL.has(sheet, rest) || proper(sheet, rest))).then_some(rest)
}

/// "Công ty Cổ phần Sách và Thiết bị giáo dục Miền Nam": a second trade of the firm behind "và" at token `i`.
fn firms_trade(sheet: &Sheet<'_>, i: usize, from: usize) -> bool {
    let after = next(i);
    sheet.any(after, &["thiết", "dịch", "thương", "xây", "đầu", "sản", "vật"])
        && capital(sheet, after)
        && sheet.two(from, "công", "ty")
        && sheet.is(i, "và")
}

/// "Trường Đào tạo Quản lý Doanh nghiệp – CBAM": behind a dash at token `i` the short form of the name closes it.
fn short_form(sheet: &Sheet<'_>, i: usize, body: &str) -> bool {
    let after = next(i);
    let bears = matches!(body, "công" | "trường" | "quỹ" | "tập" | "tổng" | "viện" | "trung" | "ngân");
    let short =
        sheet.caps(after) == Caps::Upper && !sheet.loud(after) && sheet.key(after).chars().count() >= 3;
    let closes = !HEAD.has(sheet, after) && !sheet.is_word(next(after));
    bears && short && closes && sheet.is(i, "-") && sheet.gap(i)
}

/// "các Khu chế xuất" behind "Đảng ủy": all the bodies of a field, from token `i`.
fn all_of(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let after = next(i);
    // "Đảng ủy các cơ quan Đảng thành phố": the committees of 2025 are written small.
    let committee = sheet.is(after, "cơ") && sheet.any(prev(i, 1), &["ủy", "bộ"]);
    let named = capital(sheet, after) || capital(sheet, i) || sheet.is(prev(i, 1), "khối") || committee;
    FIELD.at(sheet, after).filter(|_| named).map(|(end, _)| end)
}

/// "Tập đoàn Công nghiệp - Viễn thông", "Đại học Tài chính - Kế toán": a dash between two fields of a firm or a school.
fn second_trade(sheet: &Sheet<'_>, dash: usize, from: usize) -> Option<usize> {
    let after = next(dash);
    let trades = sheet.any(
        from,
        &[
            "đại",
            "trường",
            "tập",
            "tổng",
            "công",
            "viện",
            "trung",
            "khoa",
            "ngân",
            "đoàn",
            "học",
            "bệnh",
            "đảng",
        ],
    );
    let field = FIELD.ending(sheet, dash, 4).is_some_and(|(at, _)| at > from);
    let opens = person::run_at(sheet, after).is_some()
        || post::at(sheet, after).is_some()
        || LEVEL.has(sheet, after)
        || TURN.has(sheet, after);
    let title = sheet.kind(after) == Kind::Word && sheet.caps(after) == Caps::Title && !sheet.loud(after);
    // "Công ty CP Hoa tiêu Hàng hải - TKV": the firm it belongs to.
    let short =
        sheet.caps(after) == Caps::Upper && !sheet.loud(after) && sheet.key(after).chars().count() <= 5;
    if short
        && field
        && sheet.any(from, &["công", "tổng"])
        && sheet.is(next(from), "ty")
        && sheet.is(dash, "-")
        && sheet.kind(next(after)) != Kind::Mark
    {
        return Some(next(after));
    }
    if !trades || !sheet.is(dash, "-") || !field || opens || !title {
        return None;
    }
    if let Some((end, _)) = FIELD.at(sheet, after) {
        return Some(end);
    }
    let second = next(after);
    let small =
        sheet.kind(second) == Kind::Word && sheet.caps(second) == Caps::Lower && !TURN.has(sheet, second);
    (!HEAD.has(sheet, after)).then_some(if small { next(second) } else { second })
}

/// "Liên doanh Việt - Nga": a dash between two capitals that open neither a post nor a body nor a person.
fn joins_names(sheet: &Sheet<'_>, dash: usize) -> bool {
    let after = next(dash);
    let title = |k: usize| !sheet.loud(k) && sheet.caps(k) == Caps::Title && sheet.kind(k) == Kind::Word;
    let opens = TURN.has(sheet, after)
        || HEAD.has(sheet, after)
        || LEVEL.has(sheet, after)
        || post::at(sheet, after).is_some()
        || person::run_at(sheet, after).is_some();
    let goes_on = title(next(after)) || sheet.mark(next(after)) == '-' || LEVEL.has(sheet, next(after));
    title(prev(dash, 1)) && title(after) && goes_on && !opens
}

/// "Câu lạc bộ “Tay trong tay” huyện": a club's name in quotation marks, right behind its head.
pub(crate) fn quoted(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    let club = sheet.is(from, "clb") || sheet.is(from, "câu") || sheet.any(from, &["đội", "quỹ"]);
    let (head, _) = HEAD.at(sheet, from)?;
    if !club || head != i || !matches!(sheet.mark(i), '“' | '"') {
        return None;
    }
    let close = (next(i)..i.saturating_add(10)).find(|&k| matches!(sheet.mark(k), '”' | '"'))?;
    (next(i)..close).all(|k| sheet.is_word(k)).then(|| next(close))
}

/// Most words of a firm's trade in lower case before its own name.
const LONGEST_TRADE: usize = 6;

/// "Công ty dược phẩm dược liệu Chợ Lớn", "nhà máy liên doanh Sao Mai": what a firm makes, in lower case, leads to its name.
pub(crate) fn firm(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    let (head, _) = HEAD.at(sheet, from)?;
    let makes = sheet.any(from, &["công", "nhà", "xí", "cửa", "tổng"])
        && sheet.any(next(from), &["ty", "máy", "nghiệp", "hàng", "công"])
        || sheet.is(from, "htx")
        || sheet.two(from, "hợp", "tác");
    let small = |k: usize| sheet.kind(k) == Kind::Word && sheet.caps(k) == Caps::Lower && !TURN.has(sheet, k);
    if !makes || i != head || sheet.loud(i) || !small(i) {
        return None;
    }
    let name = (next(i)..i.saturating_add(LONGEST_TRADE)).find(|&k| !small(k))?;
    let named = sheet.kind(name) == Kind::Word
        && sheet.caps(name) != Caps::Lower
        && !HEAD.has(sheet, name)
        && post::at(sheet, name).is_none();
    let level = LEVEL.has(sheet, name) && sheet.any(from, &["htx", "hợp"]);
    ((named || level) && FIELD.has(sheet, i)).then_some(name)
}

/// "GD&ĐT", "GD-ĐT", "THCS&THPT": abbreviations joined without spaces.
pub(crate) fn abbreviated(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let joined = matches!(sheet.mark(i), '&' | '-' | '/') && !sheet.gap(i) && !sheet.gap(next(i));
    let upper = |k: usize| sheet.caps(k) == Caps::Upper && sheet.is_word(k);
    (joined && upper(prev(i, 1)) && upper(next(i))).then(|| i.saturating_add(2))
}

/// "Chi bộ 2", "Đội Kiểm tra thuế số 2", "Quân khu 9".
pub(crate) fn numbered(sheet: &Sheet<'_>, i: usize, body: &str) -> Option<usize> {
    let takes = matches!(
        body,
        "chi"
            | "đội"
            | "quân"
            | "sư"
            | "trung"
            | "lữ"
            | "tiểu"
            | "trường"
            | "vùng"
            | "đảng"
            | "tổ"
            | "bệnh"
            | "binh"
            | "hải"
            | "nông"
            | "lâm"
            | "phân"
    );
    // "Giấy chứng nhận … Công ty cổ phần số 4300350203": a paper's number.
    if sheet.is(i, "số") && (1..=4).contains(&sheet.digits(next(i)).len()) {
        return Some(i.saturating_add(2));
    }
    // "Ban Chỉ đạo 35 Tỉnh ủy"
    if body == "ban" && sheet.is(prev(i, 1), "đạo") && sheet.digits(i).len() >= 2 && sheet.is_word(next(i))
    {
        return Some(next(i));
    }
    // "Bộ Tư lệnh 86"
    if body == "bộ" && sheet.is(prev(i, 1), "lệnh") && (2..=3).contains(&sheet.digits(i).len()) {
        return Some(next(i));
    }
    // "Bệnh viện 30-4" bears a day.
    if body == "bệnh"
        && sheet.is_digits(i)
        && sheet.mark(next(i)) == '-'
        && sheet.is_digits(i.saturating_add(2))
    {
        return Some(i.saturating_add(3));
    }
    // "Công ty 472"
    let company = body == "công"
        && sheet.is(prev(i, 1), "ty")
        && sheet.digits(i).len() >= 2
        && !MEASURE.has(sheet, next(i));
    // "Đoàn Phường 4": the head itself ends with a level.
    // "Bộ Tư lệnh Quân khu 4"
    let unit = sheet.any(prev(i, 1), &["khu", "đoàn"])
        && sheet.any(prev(i, 2), &["quân", "sư", "trung", "lữ", "tiểu"])
        // "Đại đội 6", "Đại đội bộ binh 6"
        || body == "đại" && (sheet.is(prev(i, 1), "đội") || sheet.two(prev(i, 2), "bộ", "binh"));
    // "Công ty Truyền tải điện 4": behind the trade, when nothing is counted by it.
    let firm = (matches!(body, "công" | "tổng"))
        && sheet.digits(i).len() <= 2
        && FIELD.ending(sheet, i, 4).is_some()
        && !MEASURE.has(sheet, next(i));
    let region = firm || sheet.is(prev(i, 1), "vùng") && sheet.is(prev(i, 2), "lệnh");
    let cell = unit || region || company || sheet.any(prev(i, 1), &["phường", "quận"]);
    let whole = sheet.is_digits(i) && sheet.digits(i).len() <= 3;
    let counted = sheet.any(
        next(i),
        &["năm", "tháng", "ngày", "tập", "cá", "đồng", "người", "%", "phường", "xã", "huyện", "đơn"],
    );
    ((takes || cell) && whole && !counted && !sheet.is(prev(i, 1), "cấp")).then(|| next(i))
}
