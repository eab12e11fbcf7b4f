//! Where things and prizes are counted: "01 giải Nhất", "mười hai Giấy khen", "3 HCV", "10 Bằng khen … đã được trao".
//!
//! Not here: who gets and gives them (`prize`).

use crate::draft::Around;
use crate::form::whole_form;
use crate::giver::authority;
use crate::lexicon::awards::{FORM, FORM_WORDS};
use crate::number;
use crate::praise::{SPECIAL, lists_things, promised, thing_at, under_heading};
use crate::token::{Caps, Sheet, next, prev};

/// Most things of a row.
pub(crate) const LONGEST_ROW: usize = 8;

/// Ranks of prizes that are one word.
pub(crate) const RANKS: &[&str] = &["nhất", "nhì", "ba", "tư", "a", "b", "c", "kk"];

/// "giải Ba cuộc thi Khoa học kỹ thuật quốc tế", "giải Nhất toàn đoàn": which contest's prize it is, from token `i` on.
fn contest(sheet: &Sheet<'_>, i: usize) -> usize {
    let named = sheet.any(i, &["cuộc", "hội"]) && sheet.is(next(i), "thi")
        || together(sheet, i)
        || sheet.is(i, "olympic");
    let stops = ["năm", "của", "cho", "do", "và", "với", "tại", "trong", "được", "lần"];
    let end = (i..i.saturating_add(12)).find(|&k| !sheet.is_word(k) || sheet.any(k, &stops));
    if named { end.unwrap_or(i) } else { i }
}

/// "em Lê Văn Bình đoạt 1 huy chương Vàng, 2 huy chương Bạc": many medals of one person are counted things, for nobody else
/// receives them.
fn one_winner(sheet: &Sheet<'_>, i: usize, around: &Around<'_>) -> bool {
    let (start, end) = sheet.sentence_of(i);
    let named = around.people.iter().filter(|p| p.from >= start && p.to <= i).count();
    let won = (start..i).any(|k| sheet.any(k, &["đoạt", "giành", "đạt"]));
    let many = (start..end).any(|k| {
        sheet.int(k).is_some_and(|n| n > 1)
            && (sheet.two(next(k), "huy", "chương") || sheet.any(next(k), &["hcv", "hcb", "hcđ"]))
    });
    named == 1 && won && many
}

/// "trao ba giải Ba và năm giải Khuyến khích": in a row of prizes, or right behind the verb, the word at token `i` is a number and no year.
fn five(sheet: &Sheet<'_>, i: usize) -> bool {
    let link = prev(i, 1);
    let rank = |k: usize| sheet.any(k, RANKS) || sheet.any(k, &["khích", "biệt"]);
    let row = sheet.any(link, &[",", "và", "cùng", ";"]) && rank(prev(link, 1));
    row && sheet.is(prev(link, if sheet.any(prev(link, 1), &["khích", "biệt"]) { 3 } else { 2 }), "giải")
        || sheet.any(link, &["trao", "tặng"])
        || sheet.any(link, &["và", ","]) && lists_things(sheet, i)
}

/// "Hai giải Nhì", "trao mười hai Giấy khen": prizes and things whose number is told in words.
fn prizes_in_words(sheet: &Sheet<'_>, i: usize) -> Option<number::Number> {
    // "hai mươi lăm giải": no part of a number is one of its own.
    let part = || {
        sheet.any(prev(i, 1), &["mươi", "mười", "trăm", "lẻ", "linh"]) && number::words_at(sheet, i).is_some()
    };
    let (whole, to) = number::words_at(sheet, i).filter(|_| !part())?;
    let prize = sheet.is(to, "giải");
    let thing = || whole > 1 && sheet.any(to, &["bằng", "giấy", "kỷ", "cờ"]) && FORM.has(sheet, to);
    if !prize && !thing() {
        return None;
    }
    // "giải Ba giải Nhất" of a list tells ranks, and "năm giải" a year.
    let year = sheet.is(i, "năm") && to == next(i);
    let own = !sheet.any(prev(i, 1), &["giải", "hạng"]) && (!year || five(sheet, i));
    let number =
        number::Number { from: i, to, whole, thousandths: 0, ambiguous: false, of: None, scaled: false };
    own.then_some(number)
}

pub(crate) fn prize_at(sheet: &Sheet<'_>, i: usize, around: &Around<'_>) -> Option<(number::Number, usize)> {
    let number = number::at(sheet, i).or_else(|| prizes_in_words(sheet, i))?;
    // "0 giải nhì": nobody got one. "lớp 9A1 giải nhất": a name's digits.
    if number.whole == 0 || sheet.is_word(prev(i, 1)) && !sheet.gap(i) {
        return None;
    }
    // "từ 2 Bằng khen trở lên": how many each had.
    // "tăng 5 giải Nhất so với năm trước": how many more.
    if sheet.any(prev(i, 1), &["từ", "tăng", "giảm"]) {
        return None;
    }
    // "trao 82 kỷ niệm chương cho các cán bộ": as many people as things.
    let handed = || {
        (1..=3).any(|n| sheet.any(prev(i, n), &["trao", "tặng", "nhận"]))
            || sheet.two(prev(i, 2), "thưởng", "cho")
            || lists_things(sheet, i)
            || under_heading(sheet, i)
            || handed_out(sheet, i)
            || beside_gifts(sheet, i)
            || colon_giver(sheet, i).is_some()
            || point_of_list(sheet, i)
    };
    let kinds = [
        "kỷ", "bằng", "giấy", "thư", "cờ", "huy", "huân", "chiến", "lao", "tập", "giáo", "gvg", "danh",
        "cstđ", "cstđcs", "lđtt", "ttlđtt", "ttlđxs", "anh",
    ];
    // "nhận được 2.139 thư khen của người bệnh": what people write.
    let mail = sheet.is(number.to, "thư") && (1..=3).any(|n| sheet.is(prev(i, n), "nhận"));
    let thing = thing_at(sheet, number.to).filter(|_| sheet.any(number.to, &kinds) && !mail);
    // "có 13 Chiến sĩ thi đua toàn quốc", "14 giáo viên giỏi cấp tỉnh", "8 Chiến sĩ thi đua cơ sở, 35 Lao động tiên tiến": the
    // title's bearers.
    let bearers = || {
        let teachers = sheet.any(number.to, &["giáo", "gvg"]) && !sheet.is(prev(i, 1), "khối");
        let short = sheet.any(number.to, &["cstđ", "cstđcs", "lđtt", "ttlđtt", "ttlđxs"]);
        let title = short || sheet.any(number.to, &["chiến", "lao", "tập"]);
        let listed = sheet.any(prev(i, 1), &["có", ":"])
            || sheet.two(prev(i, 2), "có", "thêm")
            || short && sheet.any(prev(i, 1), &[",", "và", ";"]);
        teachers || title && (listed || title_before(sheet, i))
    };
    if let Some(to) = thing.filter(|_| handed() || bearers()) {
        return Some((number, to));
    }
    let rank = number.to.saturating_add(1);
    // "1 Huy chương Đồng": a medal of a contest is somebody's, whoever hands it over.
    if sheet.any(number.to, &["hcv", "hcb", "hcđ"]) && sheet.caps(number.to) == Caps::Upper {
        return (!one_winner(sheet, i, around)).then_some((number, rank));
    }
    let medal = sheet.is(number.to, "huy") && sheet.is(rank, "chương");
    if medal && sheet.any(next(rank), &["vàng", "bạc", "đồng"]) {
        if one_winner(sheet, i, around) {
            return None;
        }
        return Some((number, rank.saturating_add(2)));
    }
    let ranked = sheet.any(
        rank,
        &["nhất", "nhì", "nhỉ", "ba", "tư", "a", "b", "c", "phụ", "kk", "đặc", "khuyến", "xuất", "tập", "cá"],
    );
    // "2 giải II"
    let ranked = ranked || sheet.any(rank, &["i", "ii", "iii"]) && sheet.caps(rank) != Caps::Lower;
    let two = sheet.any(rank, &["đặc", "khuyến", "xuất", "tập", "cá"]);
    let to = rank.saturating_add(if two { 2 } else { 1 });
    if let Some(to) = graded(sheet, i, number.to)
        .or_else(|| rank_in_row(sheet, i, number.to))
        .or_else(|| prize_by_name(sheet, i, number.to))
        .or_else(
            || if sheet.is(number.to, "giải") { SPECIAL.at(sheet, rank).map(|(to, _)| to) } else { None },
        )
    {
        return Some((number, to));
    }
    // "trao 9 giải thưởng cho các đội"
    let bare =
        sheet.is(rank, "thưởng") && sheet.is(next(rank), "cho") && sheet.any(prev(i, 1), &["trao", "tặng"]);
    if bare && sheet.is(number.to, "giải") {
        return Some((number, next(rank)));
    }
    let to = if ranked { Some(to) } else { capital_prize(sheet, i, rank) };
    to.filter(|_| sheet.is(number.to, "giải")).map(|to| (number, to))
}

/// "trao 3 giải Nhì và 4 giải Thí sinh triển vọng": prizes by a name of their own beside ranks, from token `rank` on; the token behind.
fn capital_prize(sheet: &Sheet<'_>, i: usize, rank: usize) -> Option<usize> {
    let (start, end) = sheet.sentence_of(i);
    let contests = ["bóng", "cầu", "thưởng", "báo", "marathon", "việt", "hội", "cuộc", "vô", "quốc"];
    let named = sheet.caps(rank) == Caps::Title && !sheet.any(rank, &contests) && !sheet.loud(rank);
    let stops = ["thuộc", "cho", "của", "và", "được", "tại", "do", "với", "là", "năm", "trong"];
    let to =
        (next(rank)..rank.saturating_add(7).min(end)).find(|&k| !sheet.is_word(k) || sheet.any(k, &stops))?;
    let link = prev(i, 1);
    let last = prev(link, 1);
    let ranks = sheet.any(link, &[",", "và", ";", "cùng"])
        && (sheet.any(last, RANKS) || sheet.any(last, &["khích", "biệt"]));
    let given = (start..i).any(|k| sheet.any(k, &["trao", "tặng"]));
    (named && ranks && given && to > next(rank)).then_some(to)
}

/// "… cho 6 tập thể; Hội Cựu chiến binh tỉnh: 37 Giấy khen": whoever gives what is counted at token `i` opens the part of the list, with a
/// colon behind.
pub(crate) fn colon_giver(sheet: &Sheet<'_>, i: usize) -> Option<String> {
    let colon = prev(i, 1);
    if sheet.mark(colon) != ':' {
        return None;
    }
    let from = (colon.saturating_sub(12)..colon).rfind(|&k| sheet.mark(k) == ';').map(next)?;
    let (start, _) = sheet.sentence_of(i);
    let given = (start..from).any(|k| sheet.any(k, &["tặng", "trao", "khen"]));
    let whole = authority(sheet, from) == Some(colon) && sheet.caps(from) != Caps::Lower;
    (given && from > start && whole).then(|| sheet.words(from, colon))
}

/// "- 02 Anh hùng Lao động: …; 48 Bằng Lao động sáng tạo": a point of a list opens with the thing that is counted at token `i`, or goes on
/// behind a semicolon.
fn point_of_list(sheet: &Sheet<'_>, i: usize) -> bool {
    let line = sheet.line(sheet.line_of(i));
    let point = matches!(sheet.mark(line.from), '-' | '+' | '•' | '*');
    let aims = (line.from..i).any(|k| sheet.any(k, &["đấu", "tiêu", "ký", "có"]));
    // Medals of a list are the body's that it is of (`honour`).
    let medal = sheet.is(next(i), "huân");
    // "- 50 Giấy khen, khung: 2.500.000 đồng", "- 01 Bằng khen hoặc 02 Giấy khen": what something costs, and a rule.
    let other = (i..line.to).any(|k| sheet.any(k, &["đồng", "trở", "hoặc", "bị", "kèm"]));
    point && !aims && !medal && !other && (i == next(line.from) || sheet.mark(prev(i, 1)) == ';')
}

/// "trao 120 suất học bổng và 35 Giấy khen cho học sinh": gifts counted stand between the verb and the things.
fn beside_gifts(sheet: &Sheet<'_>, i: usize) -> bool {
    let link = prev(i, 1);
    let low = link.saturating_sub(8);
    let gift =
        |k: usize| sheet.is_digits(k) && sheet.any(next(k), &["suất", "phần", "món", "lẵng", "sổ", "xe"]);
    let Some(number) = (low..link).rfind(|&k| sheet.is_digits(k) || !sheet.is_word(k)) else { return false };
    let given = (1..=2).any(|n| sheet.any(prev(number, n), &["trao", "tặng"]));
    sheet.any(link, &["và", "cùng", ","]) && low < link && gift(number) && given
}

/// "10 Bằng khen và 33 Giấy khen đã được trao cho các hội viên": the things of a row that opens its clause, handed out by the verb behind
/// it.
fn handed_out(sheet: &Sheet<'_>, i: usize) -> bool {
    let (_, end) = sheet.sentence_of(i);
    let mut at = i;
    for _ in 0..LONGEST_ROW {
        let Some(to) = number::at(sheet, at).and_then(|n| thing_at(sheet, n.to)) else { return false };
        // "5 Bằng khen của UBND tỉnh và 3 Giấy khen …": who gives, or the thing's name, may stand between.
        let passed = |k: usize| sheet.is_word(k) || matches!(sheet.mark(k), '“' | '”');
        let stop = |k: usize| sheet.any(k, &["được", "đã"]) || sheet.is_digits(k) || !passed(k);
        let Some(stop) = (to..end.min(to.saturating_add(16))).find(|&k| stop(k)) else { return false };
        let verb = if sheet.two(stop, "đã", "được") { next(stop) } else { stop };
        if sheet.is(verb, "được") {
            // "chưa được trao", "sẽ được trao", "dự kiến được trao": nobody has it.
            let yet = ["chưa", "không", "chẳng", "sẽ", "kiến"];
            let before = (i.saturating_sub(3)..i).any(|k| promised(sheet, k) || sheet.two(k, "đề", "nghị"));
            let near = (1..=2).any(|n| sheet.any(prev(verb, n), &yet));
            // "… đã được Trung ương Đoàn ký quyết định trao tặng"
            let hands = (next(verb)..verb.saturating_add(12).min(end))
                .take_while(|&k| sheet.is_word(k) || sheet.mark(k) == '.' && !sheet.gap(k))
                .find(|&k| sheet.any(k, &["trao", "tặng", "cho", "đề", "trình", "để", "sẵn", "chuẩn"]));
            return !near && !before && hands.is_some_and(|k| sheet.any(k, &["trao", "tặng"]));
        }
        let link = if sheet.mark(stop) == ',' { stop } else { prev(stop, 1) };
        at = if sheet.mark(stop) == ',' { next(stop) } else { stop };
        if !sheet.any(link, &[",", "và", "cùng"]) {
            return false;
        }
    }
    false
}

/// "có 2 chiến sĩ thi đua cấp tỉnh, 38 chiến sĩ thi đua cơ sở và …": a title of the same row stands right before the number at
/// token `i`.
fn title_before(sheet: &Sheet<'_>, i: usize) -> bool {
    let link = prev(i, 1);
    let low = link.saturating_sub(9).max(sheet.sentence_of(i).0);
    let title = |k: usize| {
        thing_at(sheet, k).is_some()
            && sheet.any(k, &["chiến", "lao", "tập", "danh", "giáo", "cstđ", "cstđcs", "lđtt"])
    };
    let clear = |k: usize| (k..link).all(|n| sheet.is_word(n));
    sheet.any(link, &[",", "và", ";"]) && (low..link).rev().any(|k| title(k) && clear(k))
}

/// "62 giải (13 Nhì, 31 Ba, 18 KK)": the ranks of prizes told before the bracket; the token behind the rank at token `at`.
fn graded(sheet: &Sheet<'_>, i: usize, at: usize) -> Option<usize> {
    let rank = sheet.any(at, &["nhất", "nhì", "ba", "kk"]) || sheet.two(at, "khuyến", "khích");
    let open = (i.saturating_sub(16)..i).rfind(|&k| sheet.mark(k) == '(')?;
    let told = (open.saturating_sub(4)..open).any(|k| sheet.is(k, "giải"));
    let inside = !(open..i).any(|k| sheet.mark(k) == ')');
    let to = if sheet.is(at, "khuyến") { at.saturating_add(2) } else { next(at) };
    (rank && told && inside && sheet.caps(at) != Caps::Lower).then_some(to)
}

/// "3 giải Nhất, 7 Nhì, 10 Ba": the word is told with the first of the row; the token behind the rank at token `at`.
fn rank_in_row(sheet: &Sheet<'_>, i: usize, at: usize) -> Option<usize> {
    let two = |k: usize| sheet.two(k, "khuyến", "khích");
    if !sheet.is_digits(i) || !(sheet.any(at, &["nhất", "nhì", "ba", "kk"]) || two(at)) {
        return None;
    }
    let to = if two(at) { at.saturating_add(2) } else { next(at) };
    let closes =
        !sheet.is_word(to) || sheet.any(to, &["và", "cho", "được", "thuộc", "cấp"]) || together(sheet, to);
    let mut number = i;
    for _ in 0..LONGEST_ROW {
        let link = prev(number, 1);
        let last = prev(link, 1);
        let rank = if sheet.any(last, &["khích", "biệt"]) { prev(last, 1) } else { last };
        let ranked = sheet.any(rank, RANKS) || sheet.any(rank, &["khuyến", "đặc"]);
        if !closes || !sheet.any(link, &[",", "và", ";"]) || !ranked {
            return None;
        }
        if sheet.is(prev(rank, 1), "giải") {
            return sheet.is_digits(prev(rank, 2)).then_some(to);
        }
        number = prev(rank, 1);
        if !sheet.is_digits(number) {
            return None;
        }
    }
    None
}

/// "trao 05 giải “Giọng ca triển vọng” cho cá nhân": prizes counted by their name in quotation marks; the token behind it. "tổ chức 2
/// giải “Cúp mùa hè”" are contests.
fn prize_by_name(sheet: &Sheet<'_>, i: usize, at: usize) -> Option<usize> {
    let open = if sheet.two(at, "giải", "thưởng") { at.saturating_add(2) } else { next(at) };
    if !sheet.is(at, "giải") || !matches!(sheet.mark(open), '“' | '"') {
        return None;
    }
    let close = (next(open)..open.saturating_add(16)).find(|&k| matches!(sheet.mark(k), '”' | '"'))?;
    let (start, _) = sheet.sentence_of(i);
    let verb = (i.saturating_sub(60).max(start)..i)
        .rfind(|&k| sheet.any(k, &["trao", "tặng", "đạt", "đoạt", "giành", "nhận", "chức", "dự"]))?;
    (!sheet.any(verb, &["chức", "dự"])).then_some(next(close))
}

/// Where the words of what is counted at tokens `at..to` end, and what it is called.
pub(crate) fn form_of(sheet: &Sheet<'_>, at: usize, to: usize) -> (usize, String) {
    // "trao 12 Huy hiệu 30 năm tuổi Đảng": the badge's years belong to its form.
    if sheet.two(at, "huy", "hiệu") {
        return whole_form(sheet, at, to, "Huy hiệu");
    }
    // "tặng 45 danh hiệu Chiến sĩ thi đua toàn quốc"
    if sheet.two(at, "danh", "hiệu") {
        return whole_form(sheet, at, to, "Danh hiệu");
    }
    let short = [("hcv", "Vàng"), ("hcb", "Bạc"), ("hcđ", "Đồng")].into_iter().find(|s| sheet.is(at, s.0));
    if let Some((_, colour)) = short {
        return (to, format!("Huy chương {colour}"));
    }
    if sheet.any(at, &["huân", "huy"]) {
        // "12 huy chương bạc": the colour in small letters is its rank, too.
        let colour = at.saturating_add(2);
        let small = sheet.is(at, "huy") && sheet.caps(colour) == Caps::Lower;
        if small && sheet.any(colour, &["vàng", "bạc", "đồng"]) && !sheet.is(next(colour), "đội") {
            let end = contest(sheet, next(colour));
            return (end, sheet.words(at, end));
        }
        let (end, form) = whole_form(sheet, at, to, "Huân chương");
        // The medal's own words may have taken the contest's first ones in.
        let named = (at..end).find(|&k| contest(sheet, k) > k).unwrap_or(end);
        let further = contest(sheet, named).max(end);
        return (further, if further > end { sheet.words(at, further) } else { form });
    }
    if sheet.any(at, &["chiến", "giáo", "gvg", "kỷ", "kỉ"])
        && let Some((_, form, _)) = FORM.at(sheet, at).and_then(|(_, id)| FORM_WORDS.get(id))
    {
        return whole_form(sheet, at, to, form);
    }
    let end = contest(sheet, to);
    // "13 Nhì" in a bracket behind "62 giải", "7 Nhì" behind "3 giải Nhất"
    if !sheet.is(at, "giải") && sheet.any(at, &["nhất", "nhì", "ba", "khuyến"]) {
        return (to, format!("giải {}", sheet.words(at, to)));
    }
    match sheet.key(prev(to, 1)) {
        // "giải Nhỉ": no other rank is spelt so.
        "nhỉ" => (to, "giải Nhì".to_owned()),
        "kk" => (end, format!("giải Khuyến khích {}", sheet.words(to, end)).trim_end().to_owned()),
        _ => (end, sheet.words(at, end)),
    }
}

/// "giải Nhất toàn đoàn", "giải Ba đôi nữ": a prize that several won as one.
pub(crate) fn together(sheet: &Sheet<'_>, i: usize) -> bool {
    let two = |a: &str, b: &[&str]| sheet.is(i, a) && sheet.any(next(i), b);
    two("toàn", &["đoàn"])
        || two("đồng", &["đội"])
        || two("đôi", &["nam", "nữ"])
        || two("song", &["ca"])
        || two("tốp", &["ca"])
}
