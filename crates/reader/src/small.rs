//! Names of bodies that some write in small letters: committees, schools, boards, fields of firms.
//!
//! Not here: names in capitals (`organisation`).

use std::sync::LazyLock;

use crate::lexicon::organisations::{FIELD, HEAD, LEVEL};
use crate::organisation::proper;
use crate::phrase::Phrases;
use crate::token::{Caps, Sheet, next, prev};

/// A school, a field or a firm's trade in lower case that goes on the name of a body, at token `i`.
pub(crate) fn small_field(sheet: &Sheet<'_>, i: usize, from: usize) -> Option<usize> {
    let body = sheet.key(from);
    // "Chi bộ trường MNTH Hoa Sen"
    let small = sheet.is(i, "trường") && sheet.caps(i) == Caps::Lower && sheet.caps(next(i)) != Caps::Lower;
    if small
        && sheet.is_word(next(i))
        && matches!(body, "chi" | "đảng" | "công" | "đoàn")
        && from < prev(i, 1)
    {
        return Some(next(i));
    }
    // "Đảng ủy cơ quan Tạp chí Cộng sản", "Chi bộ cơ quan Huyện ủy": the body whose office it is.
    let office = i.saturating_add(2);
    if sheet.two(i, "cơ", "quan")
        && matches!(body, "chi" | "đảng" | "công" | "đoàn" | "ban")
        && HEAD.has(sheet, office)
        && sheet.caps(office) != Caps::Lower
        && !sheet.loud(i)
    {
        return Some(office);
    }
    // "Đảng bộ quân sự huyện", "Đảng ủy công an xã": whose committee it is.
    let armed = sheet.two(i, "quân", "sự") || sheet.two(i, "biên", "phòng") || sheet.two(i, "công", "an");
    if armed && matches!(body, "chi" | "đảng") && sheet.any(prev(i, 1), &["bộ", "ủy"]) && !sheet.loud(i)
    {
        return Some(i.saturating_add(2));
    }
    // "Ban kinh tế - xã hội HĐND huyện", "Ban pháp chế": a council's boards.
    let council = sheet.is(i, "pháp") || sheet.is(i, "kinh") || sheet.is(i, "văn");
    if council
        && body == "ban"
        && i == next(from)
        && let Some((end, _)) = FIELD.at(sheet, i).filter(|&(end, _)| HEAD.has(sheet, end) && end > next(i))
    {
        return Some(end);
    }
    // "Trường Mầm non khu công nghiệp Tân Lập": a school's field in lower case leads to its name.
    if (from..i).any(|k| sheet.is(k, "trường"))
        && let Some((end, _)) =
            FIELD.at(sheet, i).filter(|&(end, _)| proper(sheet, end) && !sheet.is(i, "tổ"))
    {
        return Some(end);
    }
    let lax = (matches!(
        body,
        "sở" | "phòng"
            | "hội"
            | "khối"
            | "đoàn"
            | "trung"
            | "đài"
            | "vườn"
            | "viện"
            | "hiệp"
            | "câu"
            | "bệnh"
            | "cục"
            | "vụ"
            | "bộ"
            | "học"
            | "đội"
    ) || body == "công" && sheet.is(next(from), "đoàn")
        || sheet.is(prev(i, 1), "khối")
        || body == "chi" && sheet.is(next(from), "hội")
        // "Đại đội bộ binh 6", "Tiểu đoàn pháo binh 2"
        || matches!(body, "đại" | "tiểu" | "lữ" | "sư") && sheet.any(next(from), &["đội", "đoàn"])
        // "Ban Công tác thiếu nhi", "Văn phòng đại diện cơ quan Bộ Tư pháp"
        || body == "ban" && sheet.is(prev(i, 1), "tác")
        || body == "văn" && sheet.is(prev(i, 1), "diện"))
        && (body == "trung" && sheet.is(next(from), "tâm") && !sheet.is(i, "tổ")
            || !sheet
                .any(i, &["tổ", "xây", "phát", "phục", "tuyên", "bồi", "kiểm", "giám", "khen", "vệ", "đào"]));
    if lax && let Some((end, _)) = FIELD.at(sheet, i).filter(|&(end, _)| end > next(i)) {
        return Some(end);
    }
    // "Công ty CP in Tổng hợp Cần Thơ", "Ban thi đua khen thưởng tỉnh": a firm's trade and the second half of a board's
    // field are written small.
    let firm = (from..i).any(|k| sheet.is(k, "ty")) || sheet.is(from, "xí");
    // "Công ty tổ chức Hội nghị": a verb.
    let trade = firm && !sheet.loud(i) && !sheet.is(i, "tổ");
    let half = body == "ban" && sheet.is(i, "khen") && sheet.is(prev(i, 1), "đua");
    FIELD.at(sheet, i).filter(|&(end, _)| trade && proper(sheet, end) || half).map(|(end, _)| end)
}

/// First words of the heads that some write small.
pub(crate) static SMALL: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "huyện; tỉnh; thành; quận; thị; đảng; chi; cục; trường; ban; sở; phòng; hội; liên; nhà máy; trung ương; công an; cơ quan quân sự; đồn biên phòng; công ty; ủy ban nhân dân; phân xưởng",
    )
});

/// "chi bộ thôn 6", "huyện ủy Tân An": some write a committee small; it is one by name when a name follows. Counted or in
/// the plural it is none.
#[inline]
pub(crate) fn small_head(sheet: &Sheet<'_>, i: usize) -> bool {
    SMALL.may_be_at(sheet, i) && heads(sheet, i)
}

fn heads(sheet: &Sheet<'_>, i: usize) -> bool {
    if !SMALL.has(sheet, i) {
        return false;
    }
    let (before, second) = (prev(i, 1), next(i));
    // "môi trường tiểu học", "thị trường": the second half of another word.
    if sheet.is(i, "trường")
        && sheet.any(before, &["môi", "thị", "nông", "lâm", "công", "chủ", "lập", "hiện"])
    {
        return false;
    }
    let committee = sheet.is(second, "ủy")
        && sheet.any(i, &["huyện", "tỉnh", "thành", "quận", "thị", "đảng"])
        || sheet.is(second, "bộ") && sheet.any(i, &["chi", "đảng"])
        || sheet.is(i, "chi") && sheet.any(second, &["hội", "đoàn"])
        // "huyện Đoàn Vị Xuyên"
        || sheet.is(second, "đoàn")
            && sheet.caps(second) == Caps::Title
            && sheet.any(i, &["huyện", "tỉnh", "thành", "quận", "thị"]);
    // "hội LHPN xã", "liên chi đoàn khoa Văn"
    let committee = committee
        || sheet.is(i, "hội") && sheet.caps(second) == Caps::Upper
        || sheet.is(i, "liên") && sheet.is(second, "chi")
        // "Ủy viên trung ương Đảng"
        || sheet.is(i, "trung") && sheet.caps(i.saturating_add(2)) == Caps::Title;
    // "công an huyện Tân Lập", "cơ quan quân sự huyện Tân Lập", "hội hữu nghị Việt Nam – Lào": by name only.
    let office = if sheet.two(i, "công", "an") { i.saturating_add(2) } else { i.saturating_add(4) };
    let force = sheet.is(i, "công") && sheet.is(second, "an")
        || sheet.two(i, "cơ", "quan") && sheet.two(i.saturating_add(2), "quân", "sự");
    let force = force && LEVEL.at(sheet, office).is_some_and(|(end, _)| proper(sheet, end));
    let friends = sheet.is(i, "hội")
        && sheet.two(second, "hữu", "nghị")
        && sheet.caps(i.saturating_add(3)) == Caps::Title;
    // "đồn Biên phòng Tân Lập", "công ty Janeto", "phân xưởng Khai thác 7", "ủy ban nhân dân tỉnh An Giang"
    let third = i.saturating_add(2);
    let named = |k: usize| sheet.is_word(k) && sheet.caps(k) != Caps::Lower;
    let post = sheet.two(i, "đồn", "biên") && named(second) && named(i.saturating_add(3));
    let works = (sheet.two(i, "công", "ty") || sheet.two(i, "phân", "xưởng")) && named(third);
    let council = sheet.two(i, "ủy", "ban")
        && LEVEL.at(sheet, i.saturating_add(4)).is_some_and(|(end, _)| proper(sheet, end));
    let friends = friends || post || works || council;
    let committee = committee || (force || friends) && !sheet.loud(i);
    // "trường đại học Nam Cần Thơ"
    let kind = sheet.is(i, "trường") && field_to_name(sheet, second);
    // "trường THCS Tân Lập", "trường Đoàn Lý Tự Trọng"
    let school = kind
        || sheet.is(i, "trường")
            && (sheet.caps(second) == Caps::Upper && sheet.key(second).chars().count() >= 2
                || sheet.caps(second) == Caps::Title
                    && sheet.any(second, &["tiểu", "mầm", "mẫu", "đại", "cao", "đoàn", "chính", "phổ"]))
            && !sheet.loud(i);
    // "ban tuyên giáo Đảng ủy"
    let board = sheet.is(i, "ban")
        && sheet.any(second, &["tuyên", "dân"])
        && HEAD.at(sheet, i).is_some_and(|(end, _)| {
            (HEAD.has(sheet, end) || LEVEL.has(sheet, end)) && sheet.caps(end) != Caps::Lower
        });
    // "lãnh đạo sở Nội vụ"
    let board = board
        || sheet.any(i, &["sở", "phòng"])
            && sheet.caps(second) == Caps::Title
            && FIELD.at(sheet, second).is_some_and(|(end, _)| {
                // "phòng Nông nghiệp huyện": an office of any body, unless a level follows.
                end > next(second) && (sheet.is(i, "sở") || LEVEL.has(sheet, end))
            });
    // "sở GD&ĐT Bắc Giang", "phòng LĐTB&XH huyện"
    let board = board
        || sheet.any(i, &["sở", "phòng"])
            && sheet.caps(second) == Caps::Upper
            && sheet.mark(i.saturating_add(2)) == '&'
            && !sheet.loud(i);
    // "cục thuế tỉnh", "chi cục thuế quận 1"
    let office = if sheet.is(i, "chi") && sheet.is(second, "cục") { i.saturating_add(2) } else { second };
    let tax = (sheet.is(i, "cục") || office > second) && sheet.any(office, &["thuế", "thống", "hải"]);
    if !(committee || school || board || tax) {
        return false;
    }
    // "Theo đó, chi bộ khóm Tân Lập và chi bộ Quân sự": in a row only what a place or a capital follows at once.
    let after = i.saturating_add(2);
    let told = sheet.any(after, &["khóm", "thôn", "ấp", "xóm", "khu", "tổ", "bản"])
        || sheet.caps(after) == Caps::Title;
    let row = sheet.any(before, &[",", "và"])
        && !sheet.is_digits(prev(i, 2))
        && sheet.caps(before) == Caps::Lower
        && !(sheet.any(second, &["bộ", "đoàn"]) && told)
        // "Ngoài ra, trường THPT Tân Lập và trường THPT An Hòa"
        && !(sheet.is(i, "trường") && sheet.caps(second) == Caps::Upper && sheet.caps(after) == Caps::Title);
    !row && !sheet.is_digits(before)
        && !sheet.any(before, &["các", "những", "mỗi", "từng", "nhiều", "số", "toàn", "cấp"])
}

/// "đại học Nam Cần Thơ": a field of two words or more in lower case that leads to a name.
pub(crate) fn field_to_name(sheet: &Sheet<'_>, i: usize) -> bool {
    FIELD.at(sheet, i).is_some_and(|(end, _)| {
        end > next(i) && !sheet.loud(i) && sheet.caps(end) == Caps::Title && proper(sheet, end)
    })
}
