//! What a form of recognition is called, whole: the class of a medal, the years of a badge, a title in quotation marks.
//!
//! Not here: where a text names a form (`praise`).

use std::sync::LazyLock;

use crate::lexicon::awards::FORM;
use crate::phrase::Phrases;
use crate::token::{Caps, Sheet, next, prev};

/// Names of medals that bear no class (law 06/2022/QH15 and the laws before it).
static MEDALS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "quân kỳ quyết thắng; vì an ninh tổ quốc; bảo vệ an ninh tổ quốc; chiến sĩ vẻ vang; chiến sĩ giải phóng; \
         thanh niên xung phong vẻ vang; đại đoàn kết dân tộc; hữu nghị; dũng cảm",
    )
});

/// "Huy hiệu 30 năm tuổi Đảng", "Huân chương Lao động hạng Ba", "danh hiệu “…”", "Cờ thi đua của Chính phủ".
pub(crate) fn whole_form(sheet: &Sheet<'_>, from: usize, to: usize, form: &str) -> (usize, String) {
    match form {
        "Huy hiệu" => {
            let end = badge_end(sheet, to);
            if end == to && sheet.is(to, "đảng") && !sheet.is(next(to), "viên") {
                return (next(to), "Huy hiệu Đảng".to_owned());
            }
            if end == to {
                return titled(sheet, to, form);
            }
            let years: Vec<&str> = (to..end).filter(|&i| sheet.is_digits(i)).map(|i| sheet.key(i)).collect();
            (end, format!("Huy hiệu {} năm tuổi Đảng", years.join(", ")))
        }
        "Danh hiệu" | "Giải thưởng" => titled(sheet, to, form),
        "Khen thưởng" => titled_praise(sheet, to)
            .or_else(|| standard(sheet, to).map(|name| (to, name)))
            .unwrap_or_else(|| (to, form.to_owned())),
        // "chiến sĩ thi đua cấp cơ sở", "giáo viên dạy giỏi cấp tỉnh"
        _ if sheet.is(to, "cấp")
            && (form == "Chiến sĩ thi đua"
                || form.starts_with("Giáo viên")
                || form.starts_with("Giảng viên")) =>
        {
            let end = to.saturating_add(if sheet.is(next(to), "cơ") { 3 } else { 2 });
            (end, format!("{form} {}", sheet.words(to, end)))
        }
        // "chiến sĩ thi đua toàn quốc"
        "Chiến sĩ thi đua" if sheet.is(to, "toàn") => {
            let end = to.saturating_add(if sheet.is(next(to), "lực") { 3 } else { 2 });
            (end, format!("{form} {}", sheet.words(to, end)))
        }
        // "Bằng công nhận xã đạt chuẩn nông thôn mới"
        "Bằng công nhận" => {
            let stops = ["của", "cho", "đến", "tới", "và", "năm"];
            let end = (to..to.saturating_add(12))
                .find(|&i| !sheet.is_word(i) || sheet.any(i, &stops))
                .unwrap_or(to);
            (end, format!("{form} {}", sheet.words(to, end)).trim_end().to_owned())
        }
        // "Kỷ niệm chương “Vì sự nghiệp …”", "Kỷ niệm chương vì sự nghiệp dân vận của Đảng"
        "Kỷ niệm chương" | "Cờ thi đua" | "Huy chương" | "Giấy chứng nhận" if opens(sheet, to) => {
            titled(sheet, to, form)
        }
        // "Cờ thi đua Đơn vị xuất sắc năm 2008 của …"
        "Cờ thi đua" if sheet.is(to, "đơn") && sheet.caps(to) == Caps::Title && !sheet.loud(to) => {
            let stops = ["của", "cho", "do", "trong", "tại", "và"];
            let end = (to..to.saturating_add(14))
                .find(|&i| !sheet.is_word(i) && !sheet.is_digits(i) || sheet.any(i, &stops))
                .unwrap_or(to);
            (end, format!("{form} {}", sheet.words(to, end)))
        }
        "Kỷ niệm chương" if sheet.is(to, "vì") => {
            let stops = ["cho", "năm", "và", "đến", "tới", "tặng"];
            let end = (to..to.saturating_add(12))
                .find(|&i| !sheet.is_word(i) || sheet.any(i, &stops) && sheet.caps(i) == Caps::Lower)
                .unwrap_or(to);
            (end, format!("{form} {}", sheet.words(to, end)))
        }
        "Huân chương" | "Huân chương Lao động" | "Huy chương" => medal(sheet, from, to),
        _ => (to, form.to_owned()),
    }
}

/// "Huân chương Lao động hạng Ba": the medal's name with its classes, of which the first words stand at tokens `from..to`.
fn medal(sheet: &Sheet<'_>, from: usize, to: usize) -> (usize, String) {
    let ranked = (to..to.saturating_add(7)).find(|&k| sheet.is(k, "hạng"));
    let mut end = ranked.filter(|&k| (to..k).all(|n| sheet.is_word(n))).unwrap_or(to);
    while sheet.is_word(end)
        && (sheet.caps(end) != Caps::Lower
            || sheet.any(end, &["hạng", "động", "công", "lập", "chiến", "kháng"])
            || sheet.is(prev(end, 1), "hạng") && sheet.any(end, &["nhất", "nhì", "ba"]))
        && end < to.saturating_add(6)
    {
        end = next(end);
    }
    if let Some((to, _)) = MEDALS.at(sheet, to).filter(|&(to, _)| to > end) {
        end = to;
    }
    // "hạng Nhất, Nhì, Ba": counted together.
    while sheet.any(end, &[",", "và"])
        && sheet.any(next(end), &["nhất", "nhì", "ba"])
        && sheet.any(prev(end, 1), &["nhất", "nhì"])
    {
        end = end.saturating_add(2);
    }
    // "hạng Nhì, hạng Ba cho ông A và bà B"
    let second = end.saturating_add(3);
    if sheet.any(end, &[",", "và"])
        && sheet.is(next(end), "hạng")
        && sheet.any(prev(second, 1), &["nhì", "ba"])
        && sheet.is(second, "cho")
    {
        end = second;
    }
    let name = sheet.words(from, end);
    (end, capital(&name))
}

/// "khen thưởng “Tập thể tiêu biểu” cho 2 tập thể": the title in quotation marks is the form.
fn titled_praise(sheet: &Sheet<'_>, to: usize) -> Option<(usize, String)> {
    if !opens(sheet, to) {
        return None;
    }
    let end = (next(to)..to.saturating_add(16)).find(|&i| shuts(sheet, i))?;
    sheet.is(next(end), "cho").then(|| (next(end), capital(&sheet.words(next(to), end))))
}

/// "khen thưởng chi bộ đạt tiêu chuẩn “Trong sạch, vững mạnh”": what was awarded is the standard that was reached.
fn standard(sheet: &Sheet<'_>, to: usize) -> Option<String> {
    let whose = sheet.any(to, &["chi", "đảng", "tập", "đơn", "cơ"]);
    let reached =
        (to..to.saturating_add(5)).take_while(|&i| sheet.is_word(i)).find(|&i| sheet.is(i, "đạt"))?;
    let kind = sheet.any(next(reached), &["tiêu", "danh"]);
    let quote = reached.saturating_add(3);
    if !whose || !kind || !opens(sheet, quote) {
        return None;
    }
    let end = (next(quote)..quote.saturating_add(16)).find(|&i| shuts(sheet, i))?;
    Some(capital(&sheet.words(to, next(end))))
}

/// Most tokens of a title in quotation marks ("Đảng bộ trong sạch, vững mạnh tiêu biểu 5 năm liền (2015-2019)").
const LONGEST_TITLE: usize = 24;

/// A title or prize with its name, in quotation marks or as words that begin with a capital.
pub(crate) fn titled(sheet: &Sheet<'_>, to: usize, form: &str) -> (usize, String) {
    let whole = |end: usize| (end, format!("{form} {}", sheet.words(to, end)));
    if opens(sheet, to) {
        let end = (next(to)..to.saturating_add(LONGEST_TITLE)).find(|&i| shuts(sheet, i));
        return end.map_or((to, form.to_owned()), |e| whole(next(e)));
    }
    if sheet.is(to, "cấp") && sheet.is_word(next(to)) {
        return whole(to.saturating_add(2));
    }
    // "Giải thưởng 28-7": named after a day.
    let day = to.saturating_add(2);
    if sheet.is_digits(to) && matches!(sheet.mark(next(to)), '-' | '/') && sheet.is_digits(day) {
        return whole(next(day));
    }
    let stops = [
        "năm", "cho", "và", "của", "là", "được", "trong", "tại", "giai", "từ", "cấp", "các", "nhân", "về",
        "lần", "có",
    ];
    // Where capitals say nothing a small word ends the name, too.
    let stops = |i: usize| sheet.any(i, &stops) && (sheet.caps(i) == Caps::Lower || sheet.loud(i));
    if let Some(end) = small_title(sheet, to).filter(|_| form == "Danh hiệu") {
        return whole(end);
    }
    if sheet.caps(to) == Caps::Lower || !sheet.is_word(to) || stops(to) {
        return (to, form.to_owned());
    }
    let end = (next(to)..to.saturating_add(14)).find(|&i| {
        // "Anh hùng Lực lượng vũ trang nhân dân"
        let people = sheet.two(i, "nhân", "dân");
        let stop = stops(i) && !people;
        !sheet.is_word(i) || stop
    });
    // "Giải thưởng Quốc tế “Doanh nghiệp vì cộng đồng”"
    let quoted = |end: usize| {
        let prize = form == "Giải thưởng" && opens(sheet, end);
        let close = (next(end)..end.saturating_add(20)).find(|&i| shuts(sheet, i));
        close.filter(|_| prize).map_or(end, next)
    };
    // "danh hiệu Chiến sĩ thi đua cấp tỉnh": the level belongs to the title.
    let level = |end: usize| {
        let ranked =
            form == "Danh hiệu" && sheet.is(end, "cấp") && sheet.any(to, &["chiến", "giáo", "học", "giảng"]);
        let levels = ["tỉnh", "bộ", "ngành", "huyện", "trường", "quốc", "thành"];
        match sheet.key(next(end)) {
            "cơ" if ranked => end.saturating_add(3),
            word if ranked && levels.contains(&word) => end.saturating_add(2),
            _ => end,
        }
    };
    end.map_or((to, form.to_owned()), |end| whole(level(quoted(end))))
}

/// "danh hiệu văn hóa", "danh hiệu học sinh giỏi": the end of a title in small letters.
fn small_title(sheet: &Sheet<'_>, to: usize) -> Option<usize> {
    let kinds = [
        "văn",
        "gia",
        "đơn",
        "chi",
        "tập",
        "chiến",
        "lao",
        "học",
        "sinh",
        "giáo",
        "làng",
        "thôn",
        "tổ",
        "khu",
        "công",
        "nghệ",
        "cháu",
        "trường",
        "chủ",
        "bí",
        "cán",
        "giảng",
        "thợ",
        "nông",
        "phụ",
        "người",
        "bác",
        "hội",
        "thầy",
        "xã",
        "phường",
    ];
    let stops = [
        "năm", "cho", "và", "của", "là", "được", "trong", "tại", "giai", "từ", "các", "về", "lần", "có",
        "đạt", "với", "do", "vì", "tới", "tặng", "đến",
    ];
    let end = (to..to.saturating_add(8))
        .find(|&k| !sheet.is_word(k) || sheet.caps(k) != Caps::Lower || sheet.any(k, &stops))?;
    (sheet.any(to, &kinds) && end > next(to) && !FORM.has(sheet, to)).then_some(end)
}

/// A quotation mark of a title, "“A”", "\"A\"" or "'A'".
pub(crate) fn opens(sheet: &Sheet<'_>, i: usize) -> bool {
    matches!(sheet.mark(i), '“' | '"') || sheet.mark(i) == '\'' && sheet.gap(i) && !sheet.gap(next(i))
}

pub(crate) fn shuts(sheet: &Sheet<'_>, i: usize) -> bool {
    matches!(sheet.mark(i), '”' | '"') || sheet.mark(i) == '\'' && !sheet.gap(i)
}

pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// The end of "[Đảng] 40, 30 năm tuổi Đảng" from token `i`; `i` itself when it is no Party badge.
pub(crate) fn badge_end(sheet: &Sheet<'_>, i: usize) -> usize {
    let mut at = if sheet.is(i, "đảng") { next(i) } else { i };
    let mut years = false;
    // "45 năm, 40 năm, 30 năm tuổi Đảng": the word may be told with each number.
    let again = |at: usize| {
        sheet.is(at, "năm")
            && sheet.any(next(at), &[",", "và"])
            && sheet.is_digits(at.saturating_add(2))
            && sheet.is(at.saturating_add(3), "năm")
    };
    while sheet.is_digits(at)
        || (years && sheet.any(at, &[",", "và", "năm", "/", "-"]) && sheet.is_digits(next(at)))
        || years && again(at)
    {
        years |= sheet.is_digits(at);
        at = next(at);
    }
    let aged = sheet.two(at, "tuổi", "đảng");
    if !years || !(sheet.is(at, "năm") || aged) {
        return i;
    }
    if !aged {
        at = next(at);
    }
    if sheet.is(at, "tuổi") {
        at = next(at);
    }
    if sheet.is(at, "đảng") { next(at) } else { at }
}
