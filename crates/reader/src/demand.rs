//! What somebody asks, wishes or says must be done, and what a body says it will do.
//!
//! Not here: how far the tasks go on, headings and plans with years (`section`).

use std::sync::LazyLock;

use crate::heading::past_number;
use crate::lexicon::awards::FORM;
use crate::lexicon::names::{ADDRESSES, POST};
use crate::lexicon::organisations::{HEAD, LEVEL};
use crate::person;
use crate::phrase::Phrases;
use crate::token::{Caps, Line, Sheet, next, prev};

/// Verbs with which a speaker asks somebody for something; behind the third they only wish it.
const ASKS: &[&str] =
    &["đề nghị", "yêu cầu", "kêu gọi", "mong muốn", "mong rằng", "mong", "nhắc nhở", "nhắn nhủ"];

pub(crate) static ASK: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(ASKS));

/// Those of whom a wish asks work: bodies and the ranks of one, not somebody who is honoured.
static CALLED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "lực lượng; ngành; hội; đoàn; chi bộ; đảng bộ; đảng ủy; tổng công ty; công ty; tập đoàn; công đoàn; đơn vị; địa phương; \
         cơ quan; tập thể; nhà trường; trường; xã; huyện; tỉnh; phường; thanh niên; tuổi trẻ; các cấp; các đơn vị; các ngành; các hội; các tổ; \
         các thành viên; các địa phương; các cơ quan; các đoàn; các doanh nghiệp; cấp ủy; toàn; cán bộ; đội ngũ; mặt trận; thời gian; \
         trong thời gian; các tập thể; các thế hệ hội viên; các thế hệ đoàn viên; các thế hệ cán bộ; các thế hệ cựu chiến binh; \
         các thế hệ ccb; các chi; mỗi cấp; mỗi chi; mỗi tổ; mỗi cơ sở; mỗi đơn vị; mỗi địa phương; mỗi cán bộ; mỗi đoàn viên; mỗi hội viên; \
         mỗi đảng viên",
    )
});

/// How somebody's words are told.
pub(crate) static SPEECH: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of("nhấn mạnh; lưu ý; chỉ đạo; kết luận; gợi ý; cho rằng"));

/// What must be done, behind "cần".
static WORK_ON: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "tiếp tục; tập trung; đẩy mạnh; tăng cường; quyết tâm; phát huy; chú trọng; quan tâm; nâng cao; chủ động; làm tốt; \
         tích cực; không ngừng; khẩn trương; nhanh chóng; rà soát; đổi mới; nghiêm túc; thực hiện nghiêm; thực hiện tốt; khắc phục",
    )
});

/// What a body intends, behind "sẽ"; "sẽ tiếp tục khẳng định" is a pledge.
static INTENDS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "mở thêm; xây thêm; trồng thêm; giúp thêm; tập trung; đẩy mạnh; tăng cường; phối hợp; thường xuyên; tranh thủ; cố gắng; nỗ lực; bổ sung; phấn đấu; chú trọng; quan tâm; tìm; \
         mở rộng; triển khai; nhân rộng; rà soát; hỗ trợ; đổi mới; nâng cao; chủ động; tham mưu; xây dựng; chỉ đạo; hoàn thiện",
    )
});

/// What those addressed are asked to do, where nothing else says that a task follows.
static WORK: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "triển khai; thực hiện tốt; tăng cường; nâng cao; quan tâm; chú trọng; chủ động; phát huy; làm tốt; nêu cao; \
         thường xuyên; rà soát; nghiêm túc; quyết liệt; kịp thời; đổi mới; khẩn trương; tham mưu; quán triệt; phổ biến; hoàn thiện; \
         cụ thể hóa; phối hợp; quyết tâm; nỗ lực; phấn đấu; duy trì; bám sát; giữ vững; giữ gìn; lan tỏa; nhân rộng; \
         vào cuộc; tích cực; hưởng ứng; không ngừng; phát động; chỉ đạo; khắc phục; tổ chức tốt; tổ chức thực hiện; đoàn kết",
    )
});

/// Verbs with which tasks begin.
static URGE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "tiếp tục; đẩy mạnh; tăng cường; nâng cao; chú trọng; tập trung; phát huy; đổi mới; quan tâm; \
    thực hiện; chủ động; kịp thời; phối hợp; xây dựng; gắn; phấn đấu; thường xuyên; làm tốt; triển khai; \
    lãnh đạo; quán triệt; nêu cao; kiên quyết; đưa; cùng với đó; bên cạnh đó; cùng đó; đồng thời; \
    chỉ đạo; nhân rộng; ngăn chặn; không ngừng; cần; thực hiện tốt; phát hiện; tổ chức; duy trì; \
    xác định; coi trọng; mở rộng; hoàn thành; rà soát; huy động; vận động; bám sát; lựa chọn; mỗi; thi đua; nỗ lực; khẩn trương; \
    tích cực; bảo đảm; đảm bảo; giữ vững; củng cố; hoàn thiện; tham mưu; tuyên truyền; hướng dẫn; khuyến khích; động viên; \
    chăm lo; kiểm tra; phổ biến; cụ thể hóa; nghiêm túc; quyết tâm; khắc phục; lồng ghép; ứng dụng; giữ gìn; đề cao",
    )
});

/// Work begins at token `i`, behind a list number or mark.
pub(crate) fn urges(sheet: &Sheet<'_>, i: usize) -> bool {
    let i = past_number(sheet, i);
    let at = if matches!(sheet.mark(i), '-' | '+' | '•' | '“') { next(i) } else { i };
    URGE.has(sheet, at)
}

/// The words at token `i` name those whom the speaker asks.
pub(crate) fn addressed_to(sheet: &Sheet<'_>, i: usize) -> bool {
    sheet.any(
        i,
        &[
            "các",
            "cấp",
            "mỗi",
            "từng",
            "toàn",
            "đảng",
            "chi",
            "ban",
            "cán",
            "huyện",
            "xã",
            "phường",
            "đoàn",
            "mọi",
            "nhân",
            "tập",
            "lực",
            "đơn",
            "cơ",
            "công",
            "trung",
            "hội",
            "mặt",
            "sở",
            "ủy",
            "tổng",
            "tất",
            "đội",
            "cả",
            "cựu",
        ],
    )
}

/// Most tokens of what is asked that are looked at.
const LONGEST_ASK: usize = 160;

/// "đề nghị Chi bộ cần tập trung …", "yêu cầu các cấp ủy tiếp tục …", "mong muốn bà con tiếp tục …" said by someone.
pub(crate) fn asks(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    (line.from..line.to)
        .find(|&i| {
            // "ghi nhận …, đồng thời chỉ đạo các đơn vị …"
            let speech = || (line.from..i).any(|k| sheet.two(k, "phát", "biểu"));
            let leads = || sheet.two(i, "chỉ", "đạo") && sheet.is(prev(i, 1), "thời") && speech();
            // "ông A nhấn mạnh Công an 8 tỉnh cần triển khai …"
            let said = i.saturating_add(2);
            let stresses = || {
                sheet.two(i, "nhấn", "mạnh")
                    && HEAD.has(sheet, said)
                    && sheet.caps(said) != Caps::Lower
                    && (said..said.saturating_add(10)).any(|k| sheet.is(k, "cần"))
            };
            let asked = ASK.at(sheet, i).or_else(|| (leads() || stresses()).then_some((said, 0)));
            let Some((to, verb)) = asked else { return false };
            // "lên đường khi có yêu cầu.": the noun; "yêu cầu được về lại đơn vị": for himself.
            if matches!(sheet.mark(to), '.' | ';') || sheet.any(to, &["được", "xin"]) {
                return false;
            }
            let before = prev(i, 1);
            // "mục đích, yêu cầu, nội dung", "lời kêu gọi", "với mong muốn": the noun.
            let row = sheet.mark(before) == ',';
            let listed =
                row && (sheet.mark(to) == ',' || sheet.any(prev(before, 1), &["dung", "đích", "tiêu"]));
            // "yêu cầu cao đối với", "yêu cầu đề ra", "trước yêu cầu nhiệm vụ": what a matter demands.
            let matter = sheet.is(i, "yêu")
                && (sheet.any(to, &["cao", "của", "nhiệm", "đặt"])
                    || sheet.two(to, "đề", "ra")
                    || sheet.is(before, "trước"));
            let noun = listed
                || matter
                || sheet.any(before, &["lời", "với", "theo", "niềm", "sự", "những", "là", "các", "ứng"]);
            let wished = verb > 2
                && !CALLED.has(sheet, if matches!(sheet.mark(to), ',' | ':') { next(to) } else { to });
            // "Bác Hồ nhắn nhủ …": what was said long ago.
            let wished = wished || sheet.is(i, "nhắn") && sheet.any(before, &["bác", "hồ", "người", "minh"]);
            let whom = (to..to.saturating_add(3)).find(|&k| sheet.is_word(k)).unwrap_or(i);
            let body = HEAD.has(sheet, whom) && sheet.caps(whom) != Caps::Lower;
            let work = |k: usize| {
                sheet.any(k, &["cần", "phải", "hãy"])
                    || sheet.is(k, "đảm") && sheet.any(next(k), &["bảo", "nhận", "trách"])
                    || sheet.two(k, "tiếp", "tục")
                    || sheet.two(k, "tập", "trung")
                    || sheet.two(k, "đẩy", "mạnh")
                    || (addressed_to(sheet, whom) || body) && WORK.has(sheet, k)
            };
            // "yêu cầu Cục Thống kê chuẩn bị các dữ liệu …": a body is asked by name, for whatever it is, unless for an award.
            let end = sheet.sentence_of(i).1.min(line.to).min(i.saturating_add(LONGEST_ASK));
            let every = sheet.any(whom, &["mỗi", "từng", "toàn", "tất", "mọi"])
                || sheet.two(whom, "đoàn", "viên")
                || sheet.two(whom, "hội", "viên")
                || sheet.two(whom, "cấp", "ủy")
                || sheet.two(whom, "chi", "bộ")
                || sheet.two(whom, "đảng", "viên")
                || verb < 2 && sheet.two(whom, "cán", "bộ");
            let named = ((body || every) && end.saturating_sub(whom) >= 14
                || sheet.is(whom, "các") && end.saturating_sub(whom) >= 18)
                && (verb < 3 || sheet.any(whom, &["các", "mỗi"]) && verb < 6)
                && FORM.find(sheet, to, end).is_none();
            // "Ông đề nghị thành phố chỉ đạo 11 quận, …": who speaks asks, and says at length what for.
            let said_so = verb < 2
                && end.saturating_sub(i) >= 16
                && speaker_before(sheet, i)
                && FORM.find(sheet, to, to.saturating_add(12).min(end)).is_none();
            let named = named || said_so;
            // "đề nghị các cấp ủy, chính quyền, Mặt trận Tổ quốc và các đoàn thể tiếp tục …"
            let reach = if addressed_to(sheet, to) { 28 } else { 20 };
            // "cử tri đề nghị phường quan tâm …": what people ask of a body is not yet its work.
            let voters = (sheet.sentence_of(i).0.max(line.from)..i).any(|k| sheet.two(k, "cử", "tri"));
            !noun
                && !wished
                && !voters
                && (named || (to..to.saturating_add(reach).min(end.max(to))).any(work))
        })
        .map(|i| (i, i, 0))
}

/// Somebody named or addressed ends right before token `i`: "đồng chí Lê Văn A cũng", "Ông".
fn speaker_before(sheet: &Sheet<'_>, i: usize) -> bool {
    let mut end = i;
    while end > 0 && sheet.any(prev(end, 1), &["cũng", "đã", "còn", "đồng", "thời"]) {
        end = prev(end, 1);
    }
    let low = end.saturating_sub(4).max(sheet.line(sheet.line_of(i)).from);
    // "ông Đạt": a given name alone behind the address.
    let called = |to: usize| to == end || next(to) == end && sheet.caps(to) == Caps::Title;
    let speaks = |k: usize| {
        person::run_at(sheet, k) == Some(end) || ADDRESSES.at(sheet, k).is_some_and(|(to, _)| called(to))
    };
    sheet.caps(i) == Caps::Lower && (low..end).any(speaks)
}

/// "giao Cục Thống kê tiếp tục phối hợp …": work handed to a body.
pub(crate) fn assigned(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    (line.from..line.to)
        .filter(|&i| sheet.is(i, "giao"))
        .find(|&i| {
            let whom = next(i);
            let body = HEAD.has(sheet, whom) && sheet.caps(whom) != Caps::Lower
                || sheet.is(whom, "các")
                    && sheet.any(
                        i.saturating_add(2),
                        &[
                            "sở",
                            "ban",
                            "cơ",
                            "đơn",
                            "địa",
                            "phòng",
                            "ngành",
                            "thôn",
                            "xã",
                            "phường",
                            "chi",
                            "trường",
                            "huyện",
                        ],
                    );
            // "Ông giao các quản đốc tự chấm điểm": who speaks hands it out.
            let speaker = speaker_before(sheet, i);
            let body = body || speaker && sheet.is_word(whom);
            let done = ["được", "bàn", "phân", "đã", "chuyển", "đoàn", "hiệp", "nhiệm"];
            let reach = i.saturating_add(16).min(line.to);
            let work = |k: usize| {
                WORK.has(sheet, k)
                    || sheet.any(k, &["tiếp", "chủ", "tham", "phối"])
                        && sheet.any(next(k), &["tục", "trì", "mưu", "hợp"])
            };
            let body = body || sheet.any(whom, &["mỗi", "từng"]);
            let long = (speaker || sheet.any(whom, &["mỗi", "từng"]))
                && sheet.sentence_of(i).1.min(line.to).saturating_sub(i) >= 14;
            body && !sheet.any(prev(i, 1), &done) && (long || (whom..reach).any(work))
        })
        .map(|i| (i, i, 0))
}

/// "Chính ủy biểu dương kết quả và chỉ đạo:", "Chủ tịch yêu cầu các ngành làm tốt 3 việc:" above the lines that say what for.
pub(crate) fn announced(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let colon = prev(line.to, 1);
    let low = sheet.sentence_of(colon).0.max(line.from).max(colon.saturating_sub(24));
    let verb = (low..colon).rfind(|&i| {
        let asks = ASK.at(sheet, i).is_some_and(|(_, verb)| verb < 3);
        asks || sheet.two(i, "chỉ", "đạo") && sheet.caps(i) == Caps::Lower
    })?;
    let said = verb > line.from
        && !sheet.any(prev(verb, 1), &["ban", "sự", "theo", "các", "những", "được", "đạt", "biểu"]);
    (sheet.mark(colon) == ':' && said && !sheet.two(prev(verb, 2), "phát", "biểu")).then_some((verb, verb, 0))
}

/// Verbs with which somebody hands out work that is listed behind them.
static HANDS_OUT: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of("chỉ đạo; giao nhiệm vụ; lưu ý; yêu cầu; đề nghị"));

/// Most tokens between the verb and the colon behind which the list stands.
const LONGEST_CHARGE: usize = 14;

/// "bà Lan chỉ đạo trong quý III: (1) đào hai giếng; (2) …": who speaks hands out work that is counted in the line.
pub(crate) fn enumerated(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let first = |i: usize| {
        let one = if sheet.mark(i) == '(' { next(i) } else { i };
        sheet.is(one, "1") && matches!(sheet.mark(next(one)), ')' | '-' | '.')
            || sheet.two(i, "một", "là") && sheet.mark(i.saturating_add(2)) == ','
    };
    let colon = (line.from..line.to).find(|&i| sheet.mark(i) == ':' && first(next(i)))?;
    let start = sheet.sentence_of(colon).0.max(line.from);
    let low = start.max(colon.saturating_sub(LONGEST_CHARGE));
    let verb = (low..colon).rfind(|&i| HANDS_OUT.has(sheet, i))?;
    let done =
        (start..colon).any(|i| sheet.any(i, &["đã", "được", "kết", "theo"]) && !sheet.two(i, "kết", "luận"));
    let speaks = |i: usize| person::run_at(sheet, i).is_some_and(|to| to <= verb) || POST.has(sheet, i);
    (!done && sheet.caps(verb) == Caps::Lower && (start..verb).any(speaks)).then_some((
        next(colon),
        next(colon),
        0,
    ))
}

/// Verbs with which somebody sets several things to do, told behind a colon.
static LISTS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "quyết nghị; cam kết; chỉ đạo; giao nhiệm vụ; lưu ý; yêu cầu; đề nghị; gợi mở; gợi ý; nhấn mạnh; nhắc; dặn; thống nhất; đề ra; đặt ra; xác định",
    )
});

/// What such a list counts.
const LISTED: &[(&str, &str)] = &[
    ("nội", "dung"),
    ("nhiệm", "vụ"),
    ("giải", "pháp"),
    ("vấn", "đề"),
    ("yêu", "cầu"),
    ("phần", "việc"),
    ("mục", "tiêu"),
    ("chỉ", "tiêu"),
];

/// "Chính ủy chỉ đạo đơn vị làm tốt 4 nội dung: giữ nghiêm giờ giấc; …", "ông lưu ý các chi bộ: chọn việc khó nhất; …": things to do that
/// semicolons part behind a colon.
pub(crate) fn lists(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let colon = (next(line.from)..line.to).find(|&i| {
        if sheet.mark(i) != ':' {
            return false;
        }
        let end = sheet.sentence_of(i).1.min(line.to);
        end.saturating_sub(i) >= 14 && (i..end).any(|k| sheet.mark(k) == ';')
    })?;
    let start = sheet.sentence_of(colon).0.max(line.from);
    let low = start.max(colon.saturating_sub(LONGEST_CHARGE));
    let (verb, to) = (low..colon).rev().find_map(|i| LISTS.at(sheet, i).map(|(to, _)| (i, to)))?;
    let counted = |k: usize| {
        let works = LISTED.iter().any(|(a, b)| sheet.two(k, a, b)) || sheet.any(k, &["việc", "điểm"]);
        works
            && (sheet.is_digits(prev(k, 1))
                || sheet.any(prev(k, 1), &["số", "ba", "bốn", "hai", "năm", "những", "các"]))
    };
    let whom = addressed_to(sheet, to) || HEAD.has(sheet, to) && sheet.caps(to) != Caps::Lower;
    let list = (to..colon).any(counted);
    let done = (start..colon)
        .any(|i| sheet.any(i, &["đã", "được", "theo", "kết", "tự"]) && !sheet.two(i, "kết", "luận"));
    let said =
        sheet.caps(verb) == Caps::Lower && !sheet.any(prev(verb, 1), &["ban", "sự", "theo", "các", "những"]);
    // "… các đồng chí: Ông A – Phó Bí thư; Ông B – …": who was there.
    let people = ADDRESSES.has(sheet, next(colon))
        || POST.has(sheet, next(colon))
        || person::run_at(sheet, next(colon)).is_some();
    let sworn = sheet.is(verb, "quyết") && sheet.is(next(verb), "nghị") || sheet.two(verb, "cam", "kết");
    ((whom || list || sworn) && said && !done && !people).then_some((next(colon), next(colon), 0))
}

/// "Bí thư nhấn mạnh mỗi đảng viên phải chọn một việc nhỏ mà làm", "bà cho rằng các hội phải bớt họp": who speaks says what somebody must do.
pub(crate) fn must_do(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let at = (line.from..line.to).find_map(|i| {
        let (to, _) = SPEECH.at(sheet, i)?;
        let whom = if matches!(sheet.mark(to), ',' | ':') { next(to) } else { to };
        // "lưu ý không được chạy theo số lượng, phải …"
        let must =
            sheet.is(whom, "không") && sheet.is(next(whom), "được") || sheet.any(whom, &["phải", "cần"]);
        // "bà cho rằng phải có tiền mới làm được": what somebody thinks.
        let plain = must && !sheet.is(i, "cho");
        let all = plain || sheet.any(whom, &["mỗi", "từng", "các"]) && addressed_to(sheet, whom);
        let end = sheet.sentence_of(i).1.min(line.to);
        let must = (whom..whom.saturating_add(9).min(end))
            .find(|&k| sheet.any(k, &["cần", "phải"]) || plain && k == whom)?;
        let told = (whom..end).any(|k| sheet.any(k, &["đã", "từng"]) && k > next(whom));
        (all && !told && end.saturating_sub(must) >= 14).then_some(whom)
    })?;
    Some((at, at, 0))
}

/// "ông A nhấn mạnh: Tiếp tục phát huy …": what is said begins with a verb of urging.
pub(crate) fn spoken(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let (_, to, _) = SPEECH.find(sheet, line.from, line.to)?;
    // "Bí thư nhấn mạnh tiếp tục phát huy …"
    let plain =
        sheet.is(prev(to, 1), "mạnh") && (sheet.two(to, "tiếp", "tục") || sheet.two(to, "cần", "tiếp"));
    if plain {
        return Some((to, to, 0));
    }
    // "lưu ý một số nhiệm vụ: Tăng cường …"
    let list = (to..to.saturating_add(9).min(line.to)).find(|&i| sheet.mark(i) == ':');
    let named = list.is_some_and(|c| {
        (to..c).all(|i| sheet.is_word(i))
            && (to..c).any(|i| {
                [("nhiệm", "vụ"), ("nội", "dung"), ("giải", "pháp"), ("vấn", "đề")]
                    .iter()
                    .any(|(a, b)| sheet.two(i, a, b))
            })
    });
    if let Some(colon) = list.filter(|&c| named && urges(sheet, next(c))) {
        return Some((next(colon), next(colon), 0));
    }
    // "lưu ý: MTTQ xã tiếp tục tổ chức tốt Ngày hội": whoever goes on stands before the verb.
    let whom = next(to);
    let body = HEAD.has(sheet, whom) && sheet.caps(whom) != Caps::Lower || addressed_to(sheet, whom);
    let works = |i: usize| sheet.two(i, "tiếp", "tục") || sheet.two(i, "tập", "trung");
    if sheet.mark(to) == ':' && body && (whom..whom.saturating_add(7).min(line.to)).any(works) {
        return Some((whom, whom, 0));
    }
    let quote = if sheet.mark(to) == ':' && sheet.mark(next(to)) == '“' { next(to) } else { to };
    let said = next(quote);
    (sheet.mark(to) == ':' && WORK_ON.has(sheet, said)).then_some((said, said, 0))
}

/// "ông A nhấn mạnh: …, Ủy ban MTTQ huyện cần tiếp tục tập trung": who speaks says what must be done; told from the
/// clause that says so.
pub(crate) fn told_to(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let (speaks, ..) = SPEECH.find(sheet, line.from, line.to)?;
    let must = (speaks..line.to).find(|&i| {
        sheet.any(i, &["cần", "phải"])
            && (WORK_ON.has(sheet, next(i))
                || sheet.is(i, "cần") && URGE.has(sheet, next(i))
                || sheet.two(next(i), "đảm", "bảo")
                || sheet.two(next(i), "bảo", "đảm"))
            && !sheet.any(prev(i, 1), &["việc", "điều", "không", "mạnh", "ý", "đạo"])
            || sheet.is(i, "phải") && sheet.is(prev(i, 1), "ý") && sheet.is(prev(i, 2), "lưu")
    })?;
    if sheet.is(prev(must, 1), "ý") {
        return Some((must, must, 0));
    }
    let (start, _) = sheet.sentence_of(must);
    let low = start.max(line.from).max(must.saturating_sub(14));
    let clause = (low..must).rfind(|&i| matches!(sheet.mark(i), ',' | ':' | ';')).map_or(low, next);
    // "huyện cần tập trung": whoever must is one word at least.
    // "chỉ đạo một số nội dung như: cần quan tâm …": a list of what must be done.
    if must == clause && sheet.mark(prev(clause, 1)) == ':' {
        return Some((clause, clause, 0));
    }
    let whom = must > clause && (must > next(clause) || LEVEL.has(sheet, clause));
    whom.then_some((clause, clause, 0))
}

/// "Để phong trào có hiệu quả, các chi bộ cần làm tốt …": for what, and whoever must; told with its purpose.
pub(crate) fn needed_for(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let need = (line.from..line.to).find(|&i| {
        if !sheet.is(i, "cần") || !(WORK_ON.has(sheet, next(i)) || URGE.has(sheet, next(i))) {
            return false;
        }
        let from = sheet.sentence_of(i).0.max(line.from);
        let low = from.max(i.saturating_sub(14));
        let comma = (low..i).find(|&k| sheet.mark(k) == ',');
        let whom = comma.map(next).filter(|&w| w < i);
        sheet.is(from, "để")
            && sheet.caps(from) == Caps::Title
            && whom.is_some_and(|w| HEAD.has(sheet, w) || addressed_to(sheet, w))
    })?;
    let from = sheet.sentence_of(need).0.max(line.from);
    Some((from, from, 0))
}

/// "Vì vậy, xã sẽ tranh thủ …", "… đồng thời sẽ bổ sung …": what a body says it will do, told from its clause.
pub(crate) fn will(sheet: &Sheet<'_>, line: Line) -> Option<(usize, usize, usize)> {
    let at = (next(line.from)..line.to).find(|&i| {
        if !sheet.is(i, "sẽ") {
            return false;
        }
        // "sẽ tiếp tục phối hợp": "sẽ tiếp tục khẳng định" is a pledge.
        let goes_on = sheet.is(next(i), "tiếp") && sheet.is(i.saturating_add(2), "tục");
        let verb = if goes_on { i.saturating_add(3) } else { next(i) };
        let works = INTENDS.has(sheet, verb) || goes_on && sheet.two(verb, "thực", "hiện");
        let passive = INTENDS.at(sheet, verb).is_some_and(|(end, _)| sheet.is(end, "được"));
        works && !passive
    })?;
    let (start, _) = sheet.sentence_of(at);
    let low = start.max(line.from);
    let cut = |i: &usize| matches!(sheet.mark(*i), ',' | ':' | ';' | '“');
    let likewise = at.saturating_sub(2);
    let clause = if sheet.two(likewise, "đồng", "thời") {
        likewise
    } else {
        (low..at).rfind(cut).map_or(low, next)
    };
    let body = || {
        HEAD.has(sheet, clause)
            || LEVEL.has(sheet, clause)
            || sheet.is(clause, "hội")
            || sheet.two(clause, "chính", "quyền")
    };
    let same = clause < at && sheet.two(clause, "đồng", "thời");
    let size = at.saturating_sub(clause);
    (same && size <= 2 || size <= 14 && body()).then_some((clause, clause, 0))
}
