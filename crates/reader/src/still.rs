//! Sentences that show people at what they do, as captions do, and do not tell what was reached.
//!
//! Not here: where on the page a caption stands (`caption`).

use std::sync::LazyLock;

use crate::layout::{ends_sentence, words};
use crate::lexicon::awards::{FORM, RECIPIENT};
use crate::lexicon::names::ADDRESSES;
use crate::person;
use crate::phrase::Phrases;
use crate::post;
use crate::token::{Caps, Kind, Line, Sheet, next, prev};

/// What people do in pictures.
pub(crate) static PICTURED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "trao; tặng; trao tặng; phát biểu; chụp ảnh; chụp hình; kết luận; biểu dương; khen thưởng; chủ trì; \
    tham quan; dâng hương; dâng hoa; báo công; viếng; tham dự; dự; báo cáo; trình bày; thăm; chúc mừng; khai mạc; quán triệt; \
    biểu diễn; ra mắt; tham luận; ký giao ước; với phần thi; trong phần thi; với tiết mục; đồng chủ trì; điều hành; truyền đạt; bế mạc; ký kết; kiểm tra; giới thiệu; \
    tuyên dương; trồng cây; nhận; tham gia; thể hiện; gặp gỡ; phát động; hiến máu; tranh tài; thi đấu; tuyên truyền; tại đầu cầu; tại điểm cầu; ra quân; hướng dẫn; vệ sinh; tại hội nghị; tại buổi lễ; tại lễ; với các; cùng các; cùng đội; cùng học trò; cùng học sinh; cùng đồng đội; bên cây; bên ngôi; trong lễ; trong buổi; trong giờ; bên vườn; bên mô hình; bên ruộng",
    )
});

/// What people do in pictures whose caption is a whole sentence.
pub(crate) static STILL: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "trao; tặng hoa; chụp ảnh; phát biểu; trao tặng; chụp hình; trao đổi; bắt tay; tặng quà; tặng giấy khen; tặng bằng khen; dâng hương; dâng hoa; \
    báo công; trao giải; trao thưởng; tuyên dương; vinh danh; tặng cờ; trong lễ; trong buổi; trong giờ; bên vườn; bên mô hình; bên ruộng; nhận; ra mắt; điều hành; ký kết; ký giao ước; tham quan",
    )
});

/// Acts with which a caption begins that names nobody who acts.
pub(crate) static HANDING: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "trao; trao tặng; tặng; biểu dương; biểu dương , khen thưởng; khen thưởng; tuyên dương; tôn vinh; tặng hoa; trao thưởng; \
    trao giải; giao lưu với; giao lưu cùng",
    )
});

/// People who are shown at what they do, without a name.
pub(crate) static BYSTANDERS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "cán bộ; đoàn viên; đvtn; hội viên; chiến sĩ; lực lượng; học sinh; sinh viên; tuổi trẻ; thanh niên; nhân dân; người dân; \
    bà con; phụ nữ; giáo viên; cô giáo; lãnh đạo; đại diện; đảng viên; công nhân; bộ đội; cựu chiến binh; công an; nông dân; \
    y bác sĩ; y , bác sĩ; thầy cô; thầy và trò; các em; các đoàn viên; các hội viên; các đảng viên; các chiến sĩ; các thầy",
    )
});

/// What they do in pictures.
pub(crate) static BUSY: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "dự; tham gia; hướng dẫn; tuyên truyền; vận động; giúp; hỗ trợ; phát; trồng; thăm; tặng; trao; kiểm tra; trao đổi; \
    ra quân; dọn; thu gom; chăm sóc; sinh hoạt; nghiên cứu; tìm hiểu; xem; triển khai; phát huy; biểu quyết; thảo luận; tập luyện; \
    huấn luyện; tuần tra; khám; chia sẻ; chỉ đạo; làm việc; tiếp; giải quyết; thi; chụp ảnh; hiến máu; làm đường; đóng góp; \
    nghe; kể chuyện; báo công; dâng hương; chào cờ; ký; bàn giao; giải ngân",
    )
});

/// "Ông A - Giám đốc Sở Tài chính trình bày tờ trình.": a sentence of its own that presents somebody by a dash and a post,
/// and shows what he does.
pub(crate) fn presents(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let Some(above) = n.checked_sub(1) else { return false };
    let from = ADDRESSES.at(sheet, line.from).map_or(line.from, |(end, _)| end);
    // "TS.BS Nguyễn Văn A"
    let Some(name) = (from..from.saturating_add(5)).find(|&i| person::run_at(sheet, i).is_some()) else {
        return false;
    };
    let Some(dash) = person::run_at(sheet, name).filter(|&to| matches!(sheet.mark(to), '-' | ',')) else {
        return false;
    };
    let Some(post) = post::read(sheet, next(dash)) else { return false };
    let told = (post.to..line.to).any(|i| {
        sheet.any(i, &["đã", "sẽ", "vừa", "nhằm", "rằng", "biết", "cũng", "luôn", "khẳng", "nhấn", ":", ";"])
            || sheet.is(i, "đến") && sheet.any(next(i), &["dự", "từng", "thăm"])
            || sheet.any(i, &["ghi", "yêu", "đề", "lưu", "chia"])
                && sheet.any(next(i), &["nhận", "cầu", "nghị", "ý", "sẻ"])
    });
    // Behind a comma a paragraph may well tell what he did; only what hands over or reports shows it.
    let dashed = sheet.mark(dash) == '-';
    let acts = (post.to..line.to).any(|i| {
        let shown = PICTURED.has(sheet, i) || BUSY.has(sheet, i) || sheet.is(i, "trình");
        dashed && shown || HANDING.has(sheet, i) || sheet.two(i, "báo", "cáo")
    });
    let quiet = ends_sentence(sheet, sheet.line(above)) || words(sheet, sheet.line(above)) <= 20;
    quiet && acts && !told && (8..=50).contains(&words(sheet, line))
}

/// "… và các đại biểu dự hội nghị.": those shown, and where.
pub(crate) fn attends(sheet: &Sheet<'_>, line: Line) -> bool {
    let end = prev(line.to, 1);
    let many = |i: usize| {
        sheet.is(i, "các")
            && sheet.any(next(i), &["đại", "đồng"])
            && sheet.any(i.saturating_add(3), &["dự", "tham"])
            && end.saturating_sub(i) <= 10
    };
    (next(line.from)..end).any(many)
}

/// "Cán bộ xã dự hội nghị trực tuyến.": a short sentence between paragraphs that shows people at what they do and tells
/// nothing that was reached.
pub(crate) fn bystanders(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let long = |k: usize| words(sheet, sheet.line(k)) >= 25;
    let Some(above) = n.checked_sub(1).filter(|&k| ends_sentence(sheet, sheet.line(k))) else { return false };
    // "Học Bác, cán bộ xã …"
    let comma = (next(line.from)..line.from.saturating_add(5)).find(|&i| sheet.mark(i) == ',').map(next);
    let who = BYSTANDERS.at(sheet, line.from).or_else(|| comma.and_then(|at| BYSTANDERS.at(sheet, at)));
    let Some((who, _)) = who else { return false };
    let told = (line.from..line.to).any(|i| {
        sheet.is_digits(i)
            || sheet.any(
                i,
                &[
                    "đã", "sẽ", "nhằm", "được", "vừa", "cũng", "rằng", "biết", "luôn", "có", "là", "rất",
                    ":", ";",
                ],
            )
    });
    let busy = (who..line.to).any(|i| BUSY.has(sheet, i));
    let between = next(n) < sheet.lines.len() && long(above) && long(next(n));
    between && busy && !told && (7..=32).contains(&words(sheet, line))
}

/// The line begins with people who are shown.
pub(crate) fn opens_shown(sheet: &Sheet<'_>, start: usize) -> bool {
    post::at(sheet, start).is_some()
        || ADDRESSES.has(sheet, start)
        || sheet.any(start, &["các", "lãnh", "đại"])
        || sheet.two(start, "thừa", "ủy")
}

/// A closed sentence that only describes a picture: somebody hands over or speaks, no figures, nothing done.
pub(crate) fn is_still(sheet: &Sheet<'_>, line: Line) -> bool {
    // "nhận thêm việc", "nhận lỗi": a picture shows somebody get a thing.
    let thing = |i: usize| {
        !sheet.is(i, "nhận")
            || (next(i)..i.saturating_add(5)).any(|k| {
                FORM.has(sheet, k)
                    || sheet.any(
                        k,
                        &[
                            "quà",
                            "hoa",
                            "thưởng",
                            "học",
                            "giải",
                            "bằng",
                            "giấy",
                            "cờ",
                            "huy",
                            "danh",
                            "kỷ",
                            "tiền",
                            "nhà",
                            "quyết",
                            "xe",
                        ],
                    )
            })
    };
    (line.from..line.to).any(|i| STILL.has(sheet, i) && thing(i)) && shows_only(sheet, line)
}

/// Nothing in the line says that something was done or reached.
pub(crate) fn shows_only(sheet: &Sheet<'_>, line: Line) -> bool {
    // A year or a day says when the picture was taken.
    let figure = |i: usize| {
        let year = sheet.digits(i).len() == 4;
        let dated = sheet.any(prev(i, 1), &["/", "-", "ngày"]) || sheet.any(next(i), &["/", "-"]);
        let named =
            sheet.any(prev(i, 1), &["quận", "phường", "khóa", "thứ", "số", "ấp", "thôn", "phố", "tổ", "khu"]);
        let badge = sheet.is(next(i), "năm") && sheet.is(i.saturating_add(2), "tuổi");
        sheet.is_digits(i) && !year && !dated && !named && !badge
    };
    let told = (line.from..line.to).any(|i| {
        figure(i)
            || sheet.any(i, &["đã", "sẽ", "nhằm", "được", "vừa", "cũng", "rằng", "biết", ":", ";"])
            || sheet.two(i, "đến", "dự")
            || sheet.two(i, "nhìn", "nhận")
            || sheet.two(i, "khẳng", "định")
    });
    !told
}

/// "Kiểm tra pháo trước khi bắn.": a short sentence between long paragraphs that opens with what is done, and nobody does it.
pub(crate) fn busy_alone(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let long = |k: usize| words(sheet, sheet.line(k)) >= 30 && ends_sentence(sheet, sheet.line(k));
    let below = next(n);
    let heading = words(sheet, sheet.line(below)) <= 12 && below < sheet.lines.len() && long(next(below));
    let between = n.checked_sub(1).is_some_and(long) && (long(below) || heading);
    let acts = BUSY.has(sheet, line.from) || HANDING.has(sheet, line.from) || sheet.is(line.from, "bắn");
    let closed = sheet.mark(prev(line.to, 1)) == '.';
    between && acts && closed && (5..=20).contains(&words(sheet, line)) && shows_only(sheet, line)
}

/// "30 thanh niên tiên tiến được Thành đoàn tuyên dương", without a full stop between paragraphs: how many are in the picture.
pub(crate) fn counted_shown(sheet: &Sheet<'_>, n: usize) -> bool {
    let line = sheet.line(n);
    let Some(above) = n.checked_sub(1).map(|k| sheet.line(k)) else { return false };
    let long = |l: Line| words(sheet, l) >= 25 && ends_sentence(sheet, l);
    let between = long(above) && long(sheet.line(next(n)));
    let counted = sheet.is_digits(line.from) && RECIPIENT.has(sheet, next(line.from));
    let got = (line.from..line.to).find(|&i| sheet.is(i, "được"));
    let praised = got.is_some_and(|at| (at..line.to).any(|i| FORM.has(sheet, i)));
    let open = !ends_sentence(sheet, line);
    between && counted && praised && open && words(sheet, line) <= 25 && !sheet.any(line.to, &[":"])
}

/// "Các tập thể … được … tặng Giấy khen.": those in the picture, not what was done.
pub(crate) fn shows_awarded(sheet: &Sheet<'_>, line: Line) -> bool {
    let at = if sheet.is(line.from, "một") { line.from.saturating_add(2) } else { next(line.from) };
    let many = sheet.any(line.from, &["các", "một"])
        && sheet.any(at, &["tập", "cá", "điển", "gương", "đại", "đồng"]);
    let told = (line.from..line.to).any(|i| sheet.any(i, &["đã", "sẽ", "nhằm", ":", ";"]));
    many && !told && (line.from..line.to).any(|i| sheet.any(i, &["được", "nhận"]))
}

/// "… - Ảnh 2.": the portal numbers its pictures.
pub(crate) fn numbered_picture(sheet: &Sheet<'_>, line: Line) -> bool {
    let from_end = |k: usize| line.to.saturating_sub(k);
    // "… làm theo Bác -0": some portals leave only the picture's number.
    let bare =
        sheet.digits(from_end(1)).len() == 1 && sheet.mark(from_end(2)) == '-' && !sheet.gap(from_end(1));
    if bare && sheet.gap(from_end(2)) && sheet.is_word(from_end(3)) {
        return true;
    }
    // "Tuyên dương sinh viên ảnh 1": without a mark the number ends the line.
    let plain = sheet.is(from_end(2), "ảnh") && sheet.caps(from_end(2)) == Caps::Lower;
    if plain
        && sheet.digits(from_end(1)).len() <= 2
        && sheet.is_digits(from_end(1))
        && words(sheet, line) >= 5
    {
        return true;
    }
    (2..=3).any(|k| sheet.any(from_end(k), &["ảnh", "anh"]) && sheet.is_digits(next(from_end(k))))
        && (3..=4).any(|k| sheet.mark(from_end(k)) == '-')
}

/// "(giữa)", "(thứ hai từ phải sang)", "(bìa trái)": says where somebody stands in the picture.
pub(crate) fn places_someone(sheet: &Sheet<'_>, line: Line) -> bool {
    (line.from..line.to).any(|i| {
        let close = (next(i)..i.saturating_add(9).min(line.to)).find(|&k| sheet.mark(k) == ')');
        sheet.mark(i) == '('
            && close.is_some_and(|close| {
                let sides = |k: usize| sheet.any(k, &["giữa", "phải", "trái", "bìa", "đứng", "ngồi"]);
                (next(i)..close).all(|k| sheet.kind(k) != Kind::Mark || sheet.mark(k) == ',')
                    && (next(i)..close).any(sides)
            })
    })
}
