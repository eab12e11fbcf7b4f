//! Numbers that count nothing: within names and watchwords, marks, times, parts of other numbers, figures of speech.
//!
//! Not here: numbers that are set aside before counts are read (`other`).

use crate::indicator::past_courtesy;
use crate::lexicon::units::{MEASURE, RHETORIC, TIME, WITH_OTHERS};
use crate::number::{self, Number};
use crate::token::{Caps, Sheet, next, prev};

/// The word after a number counts ideas, not things ("5 điểm nghẽn").
pub(crate) fn rhetorical(sheet: &Sheet<'_>, i: usize) -> bool {
    let measure = MEASURE.at(sheet, i).map_or(i, |(end, _)| end);
    RHETORIC.at(sheet, i).is_some_and(|(end, _)| end > measure)
}

/// "Chương trình “75 nghìn sáng kiến, vượt khó, phát triển”", "phương châm “4 tại chỗ và 5 sẵn sàng”": a number within the
/// name of a programme or within a watchword.
fn in_title(sheet: &Sheet<'_>, i: usize) -> bool {
    let low = i.saturating_sub(12);
    let quote = (low..i).rfind(|&k| matches!(sheet.mark(k), '“' | '”' | '"'));
    let Some(open) = quote.filter(|&k| sheet.mark(k) != '”') else { return false };
    let announced = [
        ("chương", "trình"),
        ("phong", "trào"),
        ("vận", "động"),
        ("đề", "án"),
        ("chiến", "dịch"),
        ("chủ", "đề"),
        ("phương", "châm"),
        ("khẩu", "hiệu"),
        ("mô", "hình"),
        ("cuộc", "thi"),
        ("thông", "điệp"),
        ("video", "clip"),
        ("bộ", "phim"),
        ("cuốn", "sách"),
        ("phóng", "sự"),
        ("hội", "thảo"),
        ("tiêu", "chí"),
    ];
    let named = announced.iter().any(|(a, b)| sheet.is(prev(open, 2), a) && sheet.is(prev(open, 1), b));
    named && (next(i)..open.saturating_add(18)).any(|k| matches!(sheet.mark(k), '”' | '"'))
}

/// "tạp chí A 2008 bình chọn", "nhà 3 tầng": a year before a verb, and of what kind a building is.
fn of_a_kind(sheet: &Sheet<'_>, i: usize) -> bool {
    let year = sheet.int(i).is_some_and(|n| (1990..=2050).contains(&n)) && sheet.two(next(i), "bình", "chọn");
    let storeys = sheet.is(next(i), "tầng") && (i.saturating_sub(6)..i).any(|k| sheet.is(k, "nhà"));
    year || storeys
}

/// "trang “Vùng bưng 6 xã”": a number within a short name in quotation marks.
fn in_name(sheet: &Sheet<'_>, i: usize) -> bool {
    // "chương trình 10 nghìn sáng kiến"
    // "tại chương trình 20 suất quà": where they were given.
    let programme = sheet.is(prev(i, 1), "trình") && sheet.is(prev(i, 2), "chương");
    let programme = programme && !sheet.any(prev(i, 3), &["tại", "trong"]);
    if programme || in_title(sheet, i) || of_a_kind(sheet, i) {
        return true;
    }
    // "công nghiệp 4.0", "Giáo dục 4.0": which revolution.
    let age =
        sheet.digits(i) == "4" && sheet.mark(next(i)) == '.' && sheet.digits(i.saturating_add(2)) == "0";
    if age && sheet.is_word(prev(i, 1)) {
        return true;
    }
    // "liên kết 4 nhà": those who work together, a saying.
    if sheet.is(next(i), "nhà") && (prev(i, 2)..i).any(|k| sheet.is(k, "kết")) {
        return true;
    }
    // "dạy học 2 buổi/ngày": how one teaches.
    let daily = sheet.is(next(i), "buổi")
        && sheet.mark(i.saturating_add(2)) == '/'
        && sheet.is(i.saturating_add(3), "ngày");
    if daily {
        return true;
    }
    // "thiết bị TBS-19 dùng": a mark of letters goes on with its number.
    let dash = prev(i, 1);
    let tied = sheet.mark(dash) == '-' && !sheet.gap(dash) && !sheet.gap(i);
    if tied && sheet.is_word(prev(i, 2)) && sheet.caps(prev(i, 2)) == Caps::Upper {
        return true;
    }
    // "phong trào "2 chăm"": marks of one kind on both sides; a space shows which one opens.
    let before = prev(i, 1);
    let opens = sheet.mark(before) == '"' && sheet.gap(before) && !sheet.gap(i);
    if opens && (next(i)..i.saturating_add(9)).any(|k| sheet.mark(k) == '"' && !sheet.gap(k)) {
        return true;
    }
    let low = i.saturating_sub(5);
    let open =
        (low..i).rfind(|&k| matches!(sheet.mark(k), '“' | '”' | '"')).filter(|&k| sheet.mark(k) == '“');
    open.is_some_and(|open| {
        // "phong trào “2 giỏi”", "mô hình “3 giảm”": a watchword may open with its number.
        let words = (next(open)..i).all(|k| sheet.is_word(k));
        words && (next(i)..open.saturating_add(9)).any(|k| sheet.mark(k) == '”')
    })
}

/// "9 xã đạt 15-18 tiêu chí", "không còn xã đạt dưới 5 tiêu chí": the communes are counted; how many marks they reach says
/// which ones.
fn names_class(sheet: &Sheet<'_>, number: &Number) -> bool {
    // "19/19 tiêu chí": the second half is asked about on its own when the whole was no figure.
    let whole = number.from.checked_sub(2).filter(|&k| sheet.mark(next(k)) == '/' && !sheet.gap(number.from));
    let number = &whole.and_then(|k| number::at(sheet, k)).unwrap_or(*number);
    let range = |i: usize| sheet.mark(i) == '-' && sheet.is_digits(next(i)) && sheet.is_digits(prev(i, 1));
    let end = if range(number.to) { number.to.saturating_add(2) } else { number.to };
    let first = if range(prev(number.from, 1)) { prev(number.from, 2) } else { number.from };
    let verb = prev(number::qualifier_before(sheet, first).map_or(first, |(_, from)| from), 1);
    let marks = sheet.two(end, "tiêu", "chí");
    // "25 xã đạt 19/19 tiêu chí": all of them.
    let part = number.of.is_some_and(|of| of != number.whole);
    if !marks || part || !sheet.is(verb, "đạt") {
        return false;
    }
    (verb.saturating_sub(4)..verb).any(|i| {
        let counted = sheet.is_digits(prev(i, 1)) || sheet.any(prev(i, 1), &["số", "còn"]);
        counted && sheet.any(i, &["xã", "thôn", "huyện", "hộ"]) && (i..verb).all(|k| sheet.is_word(k))
    })
}

/// "12A3 xuất sắc": the number of a class with its letter. "Olympic 10-3 môn Địa lý": a day in a name, whose parts fall where a
/// range would rise. "là 1 trong 45 cá nhân": one among those who are counted.
fn within_other(sheet: &Sheet<'_>, number: &Number) -> bool {
    let before = prev(number.from, 1);
    let tight = !sheet.gap(number.from);
    let letter =
        tight && sheet.is_word(before) && sheet.caps(before) != Caps::Lower && sheet.key(before).len() <= 2;
    let plain = number.to == next(number.from) && number.whole <= 12;
    let day = sheet.int(prev(before, 1)).filter(|d| *d <= 31 && *d > number.whole);
    let falls = plain && tight && sheet.mark(before) == '-' && !sheet.gap(before) && day.is_some();
    let among = number.whole == 1 && sheet.is(number.to, "trong") && sheet.is_digits(next(number.to));
    letter || falls || among
}

/// "gấp 2 - 3 lần", "đọc 4-5 lần": how often, roughly.
pub(crate) fn few_times(sheet: &Sheet<'_>, number: &Number) -> bool {
    let few = |i: usize| sheet.digits(i).len() == 1;
    let upper =
        sheet.mark(number.to) == '-' && few(next(number.to)) && sheet.is(number.to.saturating_add(2), "lần");
    let dash = prev(number.from, 1);
    upper || sheet.is(number.to, "lần") && sheet.mark(dash) == '-' && few(prev(dash, 1))
}

/// "doanh nghiệp dưới 50 lao động", "xã dưới 5.000 dân": which ones are meant, and not how many there are.
fn of_a_size(sheet: &Sheet<'_>, number: &Number) -> bool {
    let below = prev(number.from, 1);
    sheet.is(below, "dưới")
        && sheet.any(number.to, &["lao", "dân", "hộ", "người", "đảng", "học", "hội"])
        && WITH_OTHERS.ending(sheet, below, 3).is_some()
}

/// "rút thời gian từ 42 giây còn 27 giây", "xuống bản ít nhất 2 ngày/tháng": time is counted where it changes, and where it is told
/// how often at least.
pub(crate) fn counted_time(sheet: &Sheet<'_>, number: &Number) -> bool {
    const UNITS: &[&str] = &["giây", "phút", "giờ", "ngày"];
    let unit = number.to;
    if !sheet.any(unit, UNITS) || number.of.is_some() {
        return false;
    }
    let same = |i: usize| sheet.is(i, sheet.key(unit));
    let turn = |i: usize| sheet.any(i, &["còn", "xuống", "lên"]);
    let before = prev(number.from, 1);
    let past = if turn(next(next(unit))) { unit.saturating_add(3) } else { unit.saturating_add(2) };
    let from =
        sheet.is(before, "từ") && turn(next(unit)) && number::at(sheet, past).is_some_and(|n| same(n.to));
    let first = if turn(prev(before, 1)) { prev(before, 2) } else { prev(before, 1) };
    let came =
        turn(before) && same(first) && sheet.is_digits(prev(first, 1)) && sheet.is(prev(first, 2), "từ");
    let rate = sheet.mark(next(unit)) == '/' && sheet.any(unit.saturating_add(2), &["tháng", "tuần"]);
    let least = sheet.is(before, "nhất") && sheet.is(prev(before, 1), "ít")
        || sheet.is(before, "thiểu") && sheet.is(prev(before, 1), "tối");
    from || came || rate && least && sheet.is(unit, "ngày")
}

/// "1.2 Đổi mới quản lý" at the beginning of a line: a part's number, not how much.
fn part_number(sheet: &Sheet<'_>, number: &Number) -> bool {
    let dotted = number.thousandths != 0 && sheet.mark(next(number.from)) == '.' && number.whole < 20;
    let title = sheet.is_word(number.to) && sheet.caps(number.to) != Caps::Lower;
    dotted && title && sheet.is_line_start(number.from)
}

/// "xét tuyển từ 29 điểm", "8,5 điểm trở lên": a mark that somebody reached.
fn mark_reached(sheet: &Sheet<'_>, number: &Number) -> bool {
    let bar = sheet.any(prev(number.from, 1), &["từ", "trên", "với"]) || sheet.is(next(number.to), "trở");
    // "điểm thi trung bình môn Tiếng Anh chỉ 4,1 điểm": a class's mean is a figure.
    if sheet.is(number.to, "điểm") && mean_mark(sheet, number.from) {
        return false;
    }
    // "với 107 điểm cầu", "từ 3 điểm trường": places, not marks.
    let place = sheet.any(
        next(number.to),
        &["cầu", "trường", "bầu", "bỏ", "dân", "chợ", "bưu", "tư", "du", "nóng", "phát"],
    );
    sheet.is(number.to, "điểm") && !place && (number.thousandths != 0 || bar)
}

/// "điểm thi thử trung bình môn Tiếng Anh chỉ 4,1 điểm", at the number: a mean of marks, told as such.
pub(crate) fn mean_mark(sheet: &Sheet<'_>, i: usize) -> bool {
    let low = i.saturating_sub(LONGEST_MEAN).max(sheet.sentence_of(i).0);
    // "6,8 điểm": the comma of the number itself ends no clause.
    let ends = |k: usize| {
        matches!(sheet.mark(k), ',' | ';' | ')') && !(sheet.is_digits(prev(k, 1)) && sheet.is_digits(next(k)))
    };
    let clause = || (low..i).rev().take_while(|&k| !ends(k));
    // "điểm trung bình từ 8,5 điểm trở lên": a bar.
    if sheet.is(prev(i, 1), "từ") {
        return false;
    }
    let mean = clause().any(|k| sheet.two(k, "trung", "bình") || sheet.two(k, "bình", "quân"));
    mean && clause().any(|k| sheet.is(k, "điểm"))
}

/// Most tokens from the words that say that marks are a mean to the mark.
const LONGEST_MEAN: usize = 14;

/// "9,6 mi-li-ôn USD": a word in small letters broken by dashes, whose meaning is not known.
fn broken_word(sheet: &Sheet<'_>, at: usize) -> bool {
    let dash = next(at);
    let tied = sheet.mark(dash) == '-' && !sheet.gap(dash) && !sheet.gap(next(dash));
    tied && sheet.is_word(at) && sheet.caps(at) == Caps::Lower && !MEASURE.has(sheet, at)
}

/// "70 triệu đồng trên 1 ha": one of what an amount is told for.
fn per_one(sheet: &Sheet<'_>, number: &Number) -> bool {
    let before = prev(number.from, 1);
    let amount = sheet.any(prev(before, 1), &["đồng", "triệu", "tấn", "tạ", "kg"]);
    // "10 bác sĩ trên 1 vạn dân", "30 giường bệnh/1 vạn dân"
    let people = number.whole == 10_000 && number.scaled && sheet.is(number.to, "dân");
    let rate = sheet.is(before, "trên") || sheet.mark(before) == '/';
    // "38,2 triệu đồng/1 người/1 năm"
    let head = sheet.mark(before) == '/' && sheet.any(number.to, &["người", "hộ", "ha", "suất"]);
    let one = number.whole == 1 && !number.scaled;
    one && amount && (sheet.is(before, "trên") || head) || people && rate
}

/// The number belongs to another one, to a sum of a name, or to a name.
pub(crate) fn part_of_other(sheet: &Sheet<'_>, number: &Number) -> bool {
    let i = number.from;
    // The places behind a decimal comma are no number of their own.
    let places = matches!(sheet.mark(prev(i, 1)), ',' | '.')
        && !sheet.gap(i)
        && !sheet.gap(prev(i, 1))
        && sheet.is_digits(prev(i, 2));
    // "mô hình 5+1"
    let sum = |k: usize| sheet.mark(k) == '+' && !sheet.gap(k);
    let added = sum(number.to) && sheet.is_digits(next(number.to)) || sum(prev(i, 1)) && !sheet.gap(i);
    added || places || within_other(sheet, number) || in_name(sheet, i) || names_class(sheet, number)
}

/// Nothing is counted by the number: it tells how long, a mark, a part's number, a figure of speech.
pub(crate) fn counts_nothing(sheet: &Sheet<'_>, number: &Number) -> bool {
    // "hơn 14 nghìn tuần học tốt": thousands are counted, and say not how long.
    let worked = sheet.two(number.to, "ngày", "công")
        || sheet.two(number.to, "ngày", "lương")
        || number.scaled && sheet.any(next(number.to), &["học", "công", "tốt"]);
    let time = TIME.has(sheet, past_courtesy(sheet, number.to)) && !worked && !counted_time(sheet, number);
    // "khắc phục 5 “điểm nghẽn”"
    let what = if matches!(sheet.mark(number.to), '“' | '"') { next(number.to) } else { number.to };
    // "7 cái “nhớ” của thợ lò"
    let cited = sheet.any(what, &["cái", "chữ"]) && matches!(sheet.mark(next(what)), '“' | '"');
    let speech = (rhetorical(sheet, what) || cited) && !number.scaled;
    let broken = broken_word(sheet, number.to);
    time || speech
        || broken
        || few_times(sheet, number)
        || of_a_size(sheet, number)
        || mark_reached(sheet, number)
        || part_number(sheet, number)
        || per_one(sheet, number)
}
