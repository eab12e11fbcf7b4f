//! Forms of recognition as a text names them: letters, badges of years, medals with their rank, titles in quotation marks.
//!
//! Not here: who receives them (`recipient`) and how they are tied to those (`tie`).

use std::sync::LazyLock;

use crate::form::{badge_end, capital, opens, shuts, titled, whole_form};
use crate::lexicon::awards::{FORM, FORM_WORDS, RECIPIENT};
use crate::lexicon::units::PEOPLE;
use crate::number;
use crate::phrase::Phrases;
use crate::token::{Caps, Sheet, next, prev};

/// A form named at tokens `from..to`.
#[derive(Debug, Clone)]
pub(crate) struct Trigger {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) form: String,
    pub(crate) thing: bool,
}

pub(crate) fn triggers(sheet: &Sheet<'_>) -> Vec<Trigger> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < sheet.len() {
        if let Some(badge) = badge_of_years(sheet, i, &found).or_else(|| further_badge(sheet, i, &found)) {
            i = badge.to;
            found.push(badge);
            continue;
        }
        let named = named_flag(sheet, i, found.last())
            .or_else(|| named_paper(sheet, i))
            .or_else(|| acknowledged(sheet, i))
            .or_else(|| commends(sheet, i))
            .or_else(|| won(sheet, i))
            .or_else(|| further_prize(sheet, i, &found))
            .or_else(|| further_class(sheet, i, &found))
            .or_else(|| named_prize(sheet, i));
        if let Some(named) = named {
            i = named.to;
            found.push(named);
            continue;
        }
        let Some((to, id)) = FORM.at(sheet, i) else {
            i = next(i);
            continue;
        };
        // "phần thưởng cho các em", "mức thưởng cho": no praise of its own.
        let gift = sheet.two(i, "thưởng", "cho") && sheet.is_word(prev(i, 1)) && !sheet.is(prev(i, 1), "và");
        // "trao Giấy khen và tiền thưởng cho 5 em": the money goes with the thing named before.
        let beside = sheet.two(i, "tiền", "thưởng")
            && sheet.any(prev(i, 1), &["và", ",", "kèm", "cùng"])
            && found.last().is_some_and(|t: &Trigger| t.thing && t.to == prev(i, 1));
        if gift || beside || licence(sheet, i, to) || souvenir(sheet, i, to) {
            i = to;
            continue;
        }
        // "Huyện ủy Yên Bằng khen thưởng": the first word is a place's.
        if sheet.two(i, "bằng", "khen") && sheet.is(to, "thưởng") {
            i = next(i);
            continue;
        }
        let Some((_, form, thing)) = FORM_WORDS.get(id) else { break };
        let (to, form) = whole_form(sheet, i, to, form);
        // "14 đảng viên được trao tặng huy hiệu": the badge that was spoken of.
        let badge = form == "Huy hiệu"
            && sheet.mark(to) != '“'
            && found.last().is_some_and(|t: &Trigger| t.form.starts_with("Huy hiệu "));
        let form = if badge { "Huy hiệu Đảng".to_owned() } else { form };
        let exact = !matches!(form.as_str(), "Danh hiệu" | "Huy hiệu" | "Giải thưởng")
            || form == "Giải thưởng" && (!thing || award_itself(sheet, i, to));
        if exact {
            found.push(Trigger { from: i, to, form, thing: *thing });
        }
        i = to.max(next(i));
    }
    found
}

/// "Giải thưởng lần này được trao cho 12 chi hội", "41 tập thể đã nhận giải thưởng này": a prize that was named before, at tokens `i..to`.
fn award_itself(sheet: &Sheet<'_>, i: usize, to: usize) -> bool {
    let (_, end) = sheet.sentence_of(i);
    let taken = sheet.is(prev(i, 1), "nhận") && sheet.any(to, &["này", "trên"]);
    let handed = || {
        let stop =
            (to..to.saturating_add(10).min(end)).find(|&k| !sheet.is_word(k) || sheet.is(k, "được"))?;
        let whom = stop.saturating_add(3);
        let yet = (to..stop).any(|k| promised(sheet, k));
        (sheet.two(next(stop), "trao", "cho") && sheet.is(stop, "được") && !yet).then_some(whom)
    };
    taken || sheet.caps(i) != Caps::Lower && handed().is_some_and(|whom| sheet.is_digits(whom))
}

/// "tặng cờ “Đơn vị dẫn đầu”", "Cờ "Đơn vị tiên tiến"", "Cúp Thánh Gióng" at the beginning of a line: a flag or cup with its name.
fn named_flag(sheet: &Sheet<'_>, i: usize, last: Option<&Trigger>) -> Option<Trigger> {
    if !sheet.any(i, &["cờ", "cúp"]) || FORM.has(sheet, i) {
        return None;
    }
    let cup = sheet.is(i, "cúp");
    // "tặng cờ “A” và cờ “B”"
    let further = last.is_some_and(|t| next(t.to) == i && sheet.is(t.to, "và") && t.form.starts_with("Cờ"));
    let given = further || sheet.any(prev(i, 1), &["tặng", "trao", "thưởng", "nhận", "đoạt"]);
    // "Cúp Vàng “…”"
    let kind = cup && sheet.any(next(i), &["vàng", "bạc", "đồng"]) && opens(sheet, i.saturating_add(2));
    let at = if kind { i.saturating_add(2) } else { next(i) };
    let quoted = opens(sheet, at);
    let opens = sheet.caps(i) != Caps::Lower && (quoted || cup && sheet.is_line_start(i));
    if !(given || opens) {
        return None;
    }
    let word = match sheet.key(i) {
        "cúp" => sheet.words(i, at),
        _ => "Cờ".to_owned(),
    };
    // "Cúp đơn vị xuất sắc toàn diện của Tập đoàn": a title in small letters.
    let small = || {
        let end = (at..at.saturating_add(8))
            .find(|&k| !sheet.is_word(k) || sheet.any(k, &["của", "cho", "năm", "và", "do"]))?;
        // "trao Cờ tổ chức cơ sở đảng tiêu biểu cho 3 đảng bộ"
        let flag = !cup && sheet.any(at, &["tổ", "chi", "đảng", "đơn", "tập"]) && end > at.saturating_add(2);
        ((cup && sheet.any(at, &["đơn", "tập", "cá"]) || flag) && given && end > at)
            .then(|| (end, format!("{word} {}", sheet.words(at, end))))
    };
    // "Cúp Thánh Gióng tôn vinh 100 doanh nhân": its name ends with its capitals.
    let capitals = || {
        let end = (at..at.saturating_add(8)).find(|&k| !sheet.is_word(k) || sheet.caps(k) == Caps::Lower)?;
        (cup && !quoted && end > at).then(|| (end, format!("{word} {}", sheet.words(at, end))))
    };
    // "được Bộ Văn hóa tặng Cờ (năm 2015)": a flag without a name.
    // "5 tập thể được nhận cờ, 16 cá nhân được …"
    let flowers = sheet.any(next(at), &["hoa", "quà", "lưu"]);
    let bare = sheet.is(prev(i, 1), "nhận") && matches!(sheet.mark(at), ',' | ';' | '.') && !flowers;
    let named = sheet.caps(i) != Caps::Lower && (!sheet.is_word(at) || sheet.any(at, &["năm", "cho"]));
    let alone = !cup && (named || bare);
    if given && alone && !quoted {
        return Some(Trigger { from: i, to: at, form: word, thing: true });
    }
    let (to, form) = small().or_else(capitals).unwrap_or_else(|| titled(sheet, at, &word));
    (to > at).then_some(Trigger { from: i, to, form, thing: true })
}

/// "được cấp Bằng “Lao động sáng tạo”": a paper by its name in quotation marks.
fn named_paper(sheet: &Sheet<'_>, i: usize) -> Option<Trigger> {
    let given = sheet.any(prev(i, 1), &["cấp", "tặng", "trao", "nhận"]) || sheet.is_digits(prev(i, 1));
    if !sheet.is(i, "bằng") || !given || sheet.caps(i) == Caps::Lower || !opens(sheet, next(i)) {
        return None;
    }
    let (to, form) = titled(sheet, next(i), "Bằng");
    (to > next(i)).then_some(Trigger { from: i, to, form, thing: true })
}

/// "được công nhận “Chi bộ trong sạch vững mạnh”": a title that somebody is found to deserve.
fn acknowledged(sheet: &Sheet<'_>, i: usize) -> Option<Trigger> {
    if let Some(end) = clean_and_strong(sheet, i) {
        return Some(Trigger { from: i, to: end, form: capital(&sheet.words(i, end)), thing: true });
    }
    if !sheet.is(i, "nhận") || !sheet.is(prev(i, 1), "công") {
        return None;
    }
    let open = if sheet.any(next(i), &["là", "đạt"]) { i.saturating_add(2) } else { next(i) };
    if !opens(sheet, open) {
        return None;
    }
    let close = (next(open)..open.saturating_add(12)).find(|&k| shuts(sheet, k))?;
    let worth = (open..close).any(|k| {
        sheet.two(k, "vững", "mạnh")
            || sheet.any(k, &["tiên", "xuất", "tiêu"]) && sheet.any(next(k), &["tiến", "sắc", "biểu"])
            || sheet.is(k, "giỏi")
    });
    worth.then(|| Trigger { from: open, to: next(close), form: sheet.words(open, next(close)), thing: true })
}

/// "tỉnh khen 15 tập thể", "UBND xã khen 6 cá nhân": the verb alone, right before those counted.
fn commends(sheet: &Sheet<'_>, i: usize) -> Option<Trigger> {
    let whom = i.saturating_add(2);
    // "2 khu dân cư được Chủ tịch UBND tỉnh khen": the verb ends the clause.
    let ends = || {
        let passive = (i.saturating_sub(10)..i).rfind(|&k| sheet.is(k, "được") || !sheet.is_word(k));
        passive.is_some_and(|k| sheet.is(k, "được") && k < prev(i, 1)) && !sheet.is_word(next(i))
    };
    let counted = || sheet.is_digits(next(i)) && RECIPIENT.has(sheet, whom) || ends();
    let noun = ["giấy", "bằng", "thư", "lời", "đáng", "thi", "tuyên", "được"];
    let verb = sheet.is(i, "khen") && !sheet.any(prev(i, 1), &noun);
    (verb && counted()).then(|| Trigger {
        from: i,
        to: next(i),
        form: "Khen thưởng".to_owned(),
        thing: false,
    })
}

/// "176 giáo viên và học sinh đạt giải tại vòng chung kết": people counted who won, whichever prize.
fn won(sheet: &Sheet<'_>, i: usize) -> Option<Trigger> {
    let ranks =
        ["nhất", "nhì", "ba", "tư", "khuyến", "đặc", "thưởng", "vàng", "bạc", "đồng", "a", "b", "c", "kk"];
    if !sheet.is(i, "giải") || !sheet.any(prev(i, 1), &["đạt", "đoạt", "giành"]) {
        return None;
    }
    let open = !sheet.any(next(i), &ranks) && (!sheet.is_word(next(i)) || sheet.caps(next(i)) == Caps::Lower);
    if !open {
        return None;
    }
    let (from, _) = PEOPLE.ending(sheet, prev(i, 1), 3)?;
    let link = prev(from, 1);
    let first =
        PEOPLE.ending(sheet, link, 3).filter(|_| sheet.any(link, &["và", ","])).map_or(from, |(at, _)| at);
    let form = "Đạt giải".to_owned();
    sheet.is_digits(prev(first, 1)).then(|| Trigger { from: i, to: next(i), form, thing: true })
}

/// "đạt tiêu chuẩn Trong sạch vững mạnh tiêu biểu": the end of the standard of a Party body that begins at token `i`.
fn clean_and_strong(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let standard = || sheet.is(prev(i, 1), "chuẩn") && sheet.is(prev(i, 3), "đạt");
    if !sheet.two(i, "trong", "sạch") || !standard() {
        return None;
    }
    let strong = (i..i.saturating_add(6)).find(|&k| sheet.two(k, "vững", "mạnh"))?;
    let further = |k: usize| sheet.any(k, &["xuất", "tiêu"]) && sheet.any(next(k), &["sắc", "biểu"]);
    let mut end = strong.saturating_add(2);
    while further(end) {
        end = end.saturating_add(2);
    }
    Some(end)
}

/// "giấy chứng nhận đủ điều kiện an toàn thực phẩm": a paper of the administration, no praise.
fn licence(sheet: &Sheet<'_>, i: usize, to: usize) -> bool {
    let paper = sheet.two(i, "giấy", "chứng");
    let kind = [
        "đủ", "đăng", "quyền", "an", "sử", "kiểm", "kết", "khai", "đầu", "xuất", "nguồn", "bảo", "vietgap",
        "ocop", "hoàn", "tốt", "tham", "nghề",
    ];
    // "hoàn thành xuất sắc nhiệm vụ" praises.
    let well = sheet.is(to, "hoàn") && sheet.any(to.saturating_add(2), &["xuất", "tốt"]);
    paper && sheet.any(to, &kind) && !well
}

/// "trao cờ lưu niệm cho 14 đoàn vận động viên": what every team takes home, no praise.
fn souvenir(sheet: &Sheet<'_>, i: usize, to: usize) -> bool {
    let whom = to.saturating_add(2);
    let teams = sheet.any(whom, &["đội", "đoàn"])
        || sheet.any(next(whom), &["đội", "đoàn"]) && (sheet.is_digits(whom) || sheet.is(whom, "trưởng"));
    let teams = teams || sheet.any(next(to), &["đội", "đoàn"]);
    sheet.is(i, "cờ") && sheet.is(next(i), "lưu") && sheet.is(to, "cho") && teams
}

/// "…, 40 năm tuổi Đảng cho 3 đồng chí": a further badge in a sentence that named one.
fn further_badge(sheet: &Sheet<'_>, i: usize, found: &[Trigger]) -> Option<Trigger> {
    if !sheet.is_digits(i) {
        return None;
    }
    let last = found.last().filter(|t| t.form.starts_with("Huy hiệu"))?;
    let same = sheet.sentence_of(last.from) == sheet.sentence_of(i);
    let to = badge_end(sheet, i);
    // "Trong đó, 30 năm tuổi Đảng có 24 đảng viên": a sentence on, when somebody counted follows.
    let counted = sheet.any(to, &["có", "cho", ":", "("])
        && sheet.is_digits(next(to))
        && i.saturating_sub(last.to) <= 60;
    // "…, 55 năm cho 02 đồng chí": the rest of the form was told with the first.
    let short = to > i && sheet.is(prev(to, 1), "năm") && sheet.is(to, "cho") && sheet.is_digits(next(to));
    let aged = sheet.digits(i).len() == 2 && short && same;
    let whole = to > i && sheet.is(prev(to, 1), "đảng") && (same || counted) || aged;
    whole.then(|| Trigger {
        from: i,
        to,
        form: format!("Huy hiệu {} năm tuổi Đảng", sheet.key(i)),
        thing: true,
    })
}

/// "Huân chương Lao động hạng Nhì cho 1 tập thể, hạng Ba cho 2 tập thể": a further class of the medal that was named before.
fn further_class(sheet: &Sheet<'_>, i: usize, found: &[Trigger]) -> Option<Trigger> {
    let to = i.saturating_add(2);
    let class = sheet.is(i, "hạng") && sheet.any(next(i), &["nhất", "nhì", "ba"]) && sheet.is(to, "cho");
    if !class || !(sheet.any(prev(i, 1), &[",", "và", ";"])) {
        return None;
    }
    let medal = |t: &&Trigger| t.form.starts_with("Huân chương") || t.form.starts_with("Huy chương");
    let last = found.last().filter(medal).filter(|t| sheet.is(t.to, "cho"))?;
    let stem = last.form.to_lowercase().find(" hạng").and_then(|at| last.form.get(..at))?;
    let same = sheet.sentence_of(last.from) == sheet.sentence_of(i);
    same.then(|| Trigger { from: i, to, form: format!("{stem} {}", sheet.words(i, to)), thing: true })
}

/// The end of the thing that is named at token `i`, by its first words: "Bằng khen", "Huân chương".
pub(crate) fn thing_at(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let (to, id) = FORM.at(sheet, i)?;
    FORM_WORDS.get(id).is_some_and(|f| f.2).then_some(to)
}

/// "công nhận", "ghi nhận", "tiếp nhận": by the word at token `i` nobody takes anything.
pub(crate) fn noted(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.is(i, "nhận") && sheet.any(prev(i, 1), &["ghi", "công", "chứng", "xác", "đảm", "tiếp"])
}

/// "từng được tặng", "từng hai lần được tặng", "người 3 lần được tặng": by the verb at token `i` it is told what somebody introduced got
/// before.
pub(crate) fn formerly(sheet: &Sheet<'_>, i: usize) -> bool {
    let times = sheet.is(prev(i, 1), "lần").then(|| {
        let number =
            |k: usize| sheet.is_digits(k) || sheet.any(k, &["hai", "ba", "bốn", "nhiều", "mấy", "năm"]);
        if number(prev(i, 2)) { prev(i, 2) } else { prev(i, 1) }
    });
    let before = prev(times.unwrap_or(i), 1);
    sheet.is(before, "từng")
        || times.is_some() && sheet.is(before, "người") && sheet.mark(prev(before, 1)) == ','
}

/// "sẽ", "dự kiến": what follows token `i` is still to come.
pub(crate) fn promised(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.is(i, "sẽ") || sheet.two(i, "dự", "kiến")
}

/// "nhận giải Quả Cầu Vàng", "đoạt giải Thủ môn xuất sắc nhất", "giải Tập thể thuộc về Khoa Nội", "trao giải Phong cách cho đội A": a
/// prize by its own name.
fn named_prize(sheet: &Sheet<'_>, i: usize) -> Option<Trigger> {
    if !sheet.is(i, "giải") || sheet.loud(i) {
        return None;
    }
    let given = sheet.any(prev(i, 1), &["nhận", "đạt", "đoạt", "trao", "tặng", "giành"]);
    let title = |k: usize| sheet.is_word(k) && sheet.caps(k) == Caps::Title;
    let rank = sheet
        .any(next(i), &["nhất", "nhì", "ba", "tư", "khuyến", "đặc", "toàn", "quốc", "cấp", "thưởng", "xuất"]);
    let capitals =
        || (next(i)..i.saturating_add(8)).find(|&k| !title(k)).filter(|&to| to >= i.saturating_add(3));
    // "trao giải A cho tác phẩm", "giải B thuộc về": ranks by letters.
    let letter = sheet.any(next(i), &["a", "b", "c"]) && sheet.caps(next(i)) != Caps::Lower;
    let behind = i.saturating_add(2);
    // "phóng viên A đạt giải B."
    let won = sheet.any(prev(i, 1), &["đạt", "đoạt", "giành"]) && !sheet.is_word(behind);
    if letter && (given && sheet.is(behind, "cho") || sheet.two(behind, "thuộc", "về") || won) {
        return Some(Trigger { from: i, to: behind, form: capital(&sheet.words(i, behind)), thing: true });
    }
    // "được trao giải “Tập thể có nhiều tác phẩm chất lượng”", "giải “Thí sinh được yêu thích nhất”: em A"
    let quoted = || {
        let open = next(i);
        let close = (next(open)..open.saturating_add(16)).find(|&k| shuts(sheet, k)).map(next)?;
        let told =
            matches!(sheet.mark(close), ':') || sheet.two(close, "thuộc", "về") || sheet.is(close, "cho");
        let single = !sheet.is_digits(prev(i, 1));
        (opens(sheet, open) && single && (given || told)).then_some(close)
    };
    let to =
        capitals().filter(|_| given).or_else(|| best(sheet, i, given)).or_else(|| falls(sheet, i, given));
    let to = to.or_else(quoted);
    to.filter(|_| !rank).map(|to| Trigger { from: i, to, form: capital(&sheet.words(i, to)), thing: true })
}

/// "giải Vận động viên xuất sắc nhất", "giải Cầu thủ ghi bàn nhiều nhất": the end of a prize that goes to the best of a kind.
fn best(sheet: &Sheet<'_>, i: usize, given: bool) -> Option<usize> {
    let end = (next(i)..i.saturating_add(10)).find(|&k| !sheet.is_word(k) || sheet.any(k, PRIZE_ENDS))?;
    let last = sheet.is(prev(end, 1), "nhất") && end > i.saturating_add(3);
    // "giải Thí sinh kể chuyện hay nhất (Thượng úy A)"
    let told = given || sheet.two(end, "thuộc", "về") || matches!(sheet.mark(end), '(' | ':');
    (sheet.caps(next(i)) == Caps::Title && last && told).then_some(end)
}

/// "giải Tập thể thuộc về …", "trao giải Phong cách cho …": the end of a prize named in a few words that say to whom it goes.
fn falls(sheet: &Sheet<'_>, i: usize, given: bool) -> Option<usize> {
    let end = (next(i)..i.saturating_add(6)).find(|&k| !sheet.is_word(k) || sheet.any(k, PRIZE_ENDS))?;
    // "trao giải Hội thi cho các đội", "trao giải Bóng đá cho": contests.
    let contest =
        sheet.any(next(i), &["hội", "cuộc", "liên", "giải", "bóng", "cầu", "việt", "marathon", "báo"]);
    let handed = sheet.is(prev(i, 1), "trao") && given && sheet.is(end, "cho");
    let letter = sheet.any(next(i), &["a", "b", "c", "i", "ii", "iii", "kk", "phụ"]);
    // "giải phong cách - thí sinh A": prizes that contests have beside their ranks.
    let beside = SPECIAL.at(sheet, next(i)).is_some_and(|(to, _)| to == end);
    let listed = beside && (matches!(sheet.mark(end), '-' | '–') && sheet.gap(end) || sheet.mark(end) == ':');
    // "Giải cá nhân: em A đoạt giải Nhất": a heading of the ranks below it.
    let ranks = |k: usize| sheet.any(k, &["nhất", "nhì"]) || sheet.two(k, "huy", "chương");
    // "Giải tập thể: Ban Thường vụ tặng Giấy khen cho 5 tập thể": so does what is given behind it.
    let other = |k: usize| ranks(k) || sheet.any(k, &["tặng", "trao"]);
    let listed = listed && !(end..sheet.sentence_of(i).1.min(end.saturating_add(40))).any(other);
    let named = (sheet.caps(next(i)) == Caps::Title || beside) && !contest && !letter && end > next(i);
    (named && (handed || listed || sheet.two(end, "thuộc", "về"))).then_some(end)
}

/// Prizes of contests that are no ranks.
pub(crate) static SPECIAL: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "phong cách; tập thể; toàn đoàn; khán giả bình chọn; khán giả yêu thích; triển vọng; ấn tượng; sáng tạo; năng khiếu; trang phục; \
         tài năng; thân thiện; cống hiến; cá nhân; phong trào",
    )
});

/// Words with which the name of a prize is over.
const PRIZE_ENDS: &[&str] = &["thuộc", "cho", "của", "và", "được", "tại", "do", "với", "là", "năm", "trong"];

/// "Giải thưởng “A” và “B”": the second name of a row is a prize of its own.
fn further_prize(sheet: &Sheet<'_>, i: usize, found: &[Trigger]) -> Option<Trigger> {
    let open = next(i);
    if !sheet.any(i, &["và", ","]) || sheet.mark(open) != '“' || sheet.mark(prev(i, 1)) != '”' {
        return None;
    }
    let last = found.last().filter(|t| t.to == i && t.form.starts_with("Giải thưởng"))?;
    let close = (next(open)..open.saturating_add(20)).find(|&k| sheet.mark(k) == '”')?;
    let kind = last.form.split('“').next().unwrap_or("Giải thưởng").trim_end();
    let form = format!("{kind} {}", sheet.words(open, next(close)));
    Some(Trigger { from: open, to: next(close), form, thing: true })
}

/// "được tặng nhiều phần thưởng cao quý như: Danh hiệu …; 06 Huân chương …": the colon behind which the thing counted at
/// token `i` stands, when the words before it tell of things given and the first word behind it names one.
pub(crate) fn list_of_things(sheet: &Sheet<'_>, i: usize) -> Option<usize> {
    let (start, _) = sheet.sentence_of(i);
    let colon = (start..i).rfind(|&k| sheet.mark(k) == ':')?;
    let first = if sheet.is_digits(next(colon)) { colon.saturating_add(2) } else { next(colon) };
    // "Danh hiệu thi đua năm 2022: 05 Tập thể lao động xuất sắc, …"
    let titles = |k: usize| sheet.two(k, "danh", "hiệu");
    let given = (colon.saturating_sub(8).max(start)..colon)
        .any(|k| sheet.any(k, &["trao", "tặng", "nhận"]) || titles(k));
    (given && FORM.at(sheet, first).is_some()).then_some(colon)
}

/// "trao 1 Huân chương …, 2 Huân chương … và 9 Bằng khen": whether the thing counted at token `i` goes on such a list.
pub(crate) fn lists_things(sheet: &Sheet<'_>, i: usize) -> bool {
    let (start, _) = sheet.sentence_of(i);
    if list_of_things(sheet, i).is_some() {
        return true;
    }
    let mut at = i;
    while sheet.any(prev(at, 1), &[",", "và", ";"]) {
        let of = |k: usize| {
            if sheet.is_digits(k) { Some(next(k)) } else { number::words_at(sheet, k).map(|w| w.1) }
        };
        let counted = |k: usize| of(k).is_some_and(|to| thing_at(sheet, to).is_some());
        let link = prev(at, 1);
        // "trao 3 Cờ thi đua cho các công đoàn bộ phận dẫn đầu phong trào, 12 Giấy khen": those who get it are told in many words.
        // "trao 25 Kỷ niệm chương “Vì sự nghiệp …”, 12 Bằng khen": so is its name.
        let whose =
            |k: &usize| thing_at(sheet, next(*k)).is_some_and(|to| sheet.is(to, "cho") || opens(sheet, to));
        let passed = |k: usize| sheet.is_word(k) || sheet.is_digits(k) || opens(sheet, k) || shuts(sheet, k);
        let far = || {
            let low = at.saturating_sub(22).max(start);
            let first = (low..link).rev().take_while(|&k| passed(k));
            first.into_iter().find(|&k| sheet.is_digits(k)).filter(|&k| counted(k)).filter(whose)
        };
        let before = (at.saturating_sub(10).max(start)..link).rev().find(|&k| counted(k)).or_else(far);
        let Some(number) = before else { return false };
        if (1..=3).any(|n| sheet.any(prev(number, n), &["trao", "tặng", "nhận"])) {
            return true;
        }
        at = number;
    }
    false
}

/// "đã được tặng thưởng:" and below it "- 03 Bằng khen của …": the point of a list that tells what a body was given.
pub(crate) fn under_heading(sheet: &Sheet<'_>, i: usize) -> bool {
    let point = |i: usize| matches!(sheet.mark(i), '-' | '+' | '•' | '*');
    let n = sheet.line_of(i);
    let line = sheet.line(n);
    let opens = i == line.from || point(line.from) && i == next(line.from);
    let head = (n.saturating_sub(LONGEST_LIST)..n).rev().find(|&k| !point(sheet.line(k).from));
    head.map(|k| sheet.line(k)).is_some_and(|head| {
        let given = (head.from..head.to)
            .any(|k| sheet.any(k, &["tặng", "nhận", "trao"]) || sheet.two(k, "khen", "thưởng"));
        opens && given && sheet.mark(prev(head.to, 1)) == ':'
    })
}

/// Most points of a list of things between one and the line that announces them.
const LONGEST_LIST: usize = 12;

/// "huy hiệu Đảng cho 10 đảng viên, trong đó 2 đảng viên 55 năm tuổi Đảng, 1 đảng viên 50 năm": years behind counted
/// people in a sentence about badges are a badge; its form is made from token `i`.
fn badge_of_years(sheet: &Sheet<'_>, i: usize, found: &[Trigger]) -> Option<Trigger> {
    if !sheet.is_digits(i) {
        return None;
    }
    let last = found.last().filter(|t| t.form.starts_with("Huy hiệu"))?;
    let (start, _) = sheet.sentence_of(i);
    let counted = PEOPLE.ending(sheet, i, 3).is_some_and(|(from, _)| sheet.is_digits(prev(from, 1)));
    let years = sheet.digits(i).len() == 2 && sheet.is(next(i), "năm");
    if last.from < start
        || !counted
        || !years
        || sheet.any(i.saturating_add(2), &["tuổi"]) && !sheet.is(i.saturating_add(3), "đảng")
    {
        return None;
    }
    let to = badge_end(sheet, i).max(i.saturating_add(2));
    Some(Trigger {
        from: i, to, form: format!("Huy hiệu {} năm tuổi Đảng", sheet.key(i)), thing: true
    })
}

/// "… đã giao lưu", "… trình bày tham luận": from token `at` on it is told what somebody did at an event.
pub(crate) fn does(sheet: &Sheet<'_>, at: usize) -> bool {
    let leads = ["đã", "cũng", "sẽ", "tiêu", "biểu", "xuất", "sắc"];
    let verb = (at..at.saturating_add(4)).find(|&i| !sheet.any(i, &leads)).unwrap_or(at);
    let acts = [("giao", "lưu"), ("chia", "sẻ"), ("bày", "tỏ"), ("trình", "bày"), ("tham", "luận")];
    acts.iter().any(|(a, b)| sheet.is(verb, a) && sheet.is(next(verb), b))
}
