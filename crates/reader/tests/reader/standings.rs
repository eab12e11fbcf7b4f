//! Prizes and things counted in rows, by their names, or told as a contest's result, and sentences that stand close to those.
//!
//! Not here: prizes that fall to somebody by a verb (`honours`) and counted recipients (`awards`).

use crate::told::awards;

#[track_caller]
fn each(rows: &[(&str, &[&str])]) {
    crate::told::each(awards, rows);
}

#[test]
fn the_word_five_counts_prizes_in_a_row_and_is_a_year_elsewhere() {
    each(&[
        (
            "Ban Tổ chức trao hai giải Nhì và năm giải Khuyến khích cho các thí sinh.",
            &["Giải Nhì|Ban Tổ chức|-|2|-", "Giải Khuyến khích|Ban Tổ chức|-|5|-"],
        ),
        ("Ban Tổ chức trao năm giải Ba cho các đội thi.", &["Giải Ba|Ban Tổ chức|5|-|-"]),
        ("Mỗi năm giải Ba của hội thi có tiền thưởng 500 nghìn đồng.", &[]),
    ]);
}

#[test]
fn ranks_and_names_of_prizes_counted_in_a_row() {
    each(&[
        (
            "Kết quả, trường đạt 2 giải Nhất, 5 Nhì và 12 Khuyến khích.",
            &["Giải Nhất|-|-|2|-", "Giải Nhì|-|-|5|-", "Giải Khuyến khích|-|-|12|-"],
        ),
        ("Đội giành 2 giải Nhì, 3 ba lô và 4 áo thể thao.", &["Giải Nhì|-|2|-|-"]),
        (
            "Công đoàn ngành trao 4 giải “Nụ cười công sở” cho đoàn viên.",
            &["Giải “Nụ cười công sở”|Công đoàn ngành|-|4|-"],
        ),
        ("Đoàn xã tham dự 2 giải “Cầu lông mở rộng” của huyện.", &[]),
        (
            "Các em giành 5 huy chương vàng, 5 huy chương bạc.",
            &["Huy chương vàng|-|-|5|-", "Huy chương bạc|-|-|5|-"],
        ),
        (
            "Ban Giám khảo chọn trao cho các tác giả và nhóm tác giả 2 giải A, 3 giải B.",
            &["Giải A|Ban Giám khảo|-|-|2", "Giải B|Ban Giám khảo|-|-|3"],
        ),
        ("BTC đã trao cho các tác giả 2 giải A.", &["Giải A|BTC|-|2|-"]),
    ]);
}

#[test]
fn things_counted_before_the_verb_and_after_those_who_got_others() {
    each(&[
        (
            "15 Giấy khen, 4 Bằng khen của UBND tỉnh đã được trao cho các tập thể tiêu biểu.",
            &["Giấy khen|-|15|-|-", "Bằng khen|UBND tỉnh|4|-|-"],
        ),
        ("Tại lễ tổng kết, 20 Giấy khen được trao cho hội viên có nhiều đóng góp.", &["Giấy khen|-|-|20|-"]),
        ("20 Giấy khen được in sai tên đã thu hồi.", &[]),
        (
            "Hội Nông dân huyện trao 2 Cờ thi đua cho các chi hội cơ sở dẫn đầu khối thi đua, 7 Giấy khen cho hội viên tiêu biểu.",
            &["Cờ thi đua|Hội Nông dân huyện|2|-|-", "Giấy khen|Hội Nông dân huyện|-|7|-"],
        ),
    ]);
}

#[test]
fn prizes_by_their_own_names() {
    each(&[
        ("Giải Phong cách thuộc về đội Chi đoàn Công an huyện.", &["Giải Phong cách|-|1|-|-"]),
        (
            "Ban Tổ chức trao giải Khán giả yêu thích cho Chi đoàn Quân sự huyện.",
            &["Giải Khán giả yêu thích|Ban Tổ chức|1|-|-"],
        ),
        ("Anh Lê Văn Tám đoạt giải Thủ môn xuất sắc nhất.", &["Giải Thủ môn xuất sắc nhất|-|-|1|-"]),
        ("Ban Tổ chức trao giải Bóng chuyền nữ cho 5 đội.", &[]),
    ]);
}

#[test]
fn a_result_without_a_verb() {
    each(&[
        (
            "Kết quả: lớp 8A2 giải nhất, hai lớp 7A1 và 7B đồng giải ba.",
            &["Giải Nhất|-|1|-|-", "Giải Ba|-|2|-|-"],
        ),
        (
            "Kết quả: em Lê Văn An giải Nhất, em Vũ Thị Bích giải Nhì.",
            &["Giải Nhất|-|-|1|-", "Giải Nhì|-|-|1|-"],
        ),
        (
            "Hội thi kết thúc: Chi đoàn Công an giải Nhất, Chi đoàn Trường THCS Tân Lập giải Nhì.",
            &["Giải Nhất|-|1|-|-", "Giải Nhì|-|1|-|-"],
        ),
        ("Thầy giáo chủ nhiệm lớp 8A2 giải nhất định xong bài toán.", &[]),
    ]);
}

#[test]
fn prizes_that_fall_one_to_each() {
    each(&[
        (
            "Giải Nhất, Nhì và Ba lần lượt thuộc về các em Lê Văn An, Vũ Thị Bích và Trần Văn Cảnh.",
            &["Giải Nhất|-|-|1|-", "Giải Nhì|-|-|1|-", "Giải Ba|-|-|1|-"],
        ),
        (
            "Ban Tổ chức trao giải Nhất, giải Nhì lần lượt cho Chi đoàn Công an huyện và Chi đoàn Quân sự huyện.",
            &["Giải Nhất|Ban Tổ chức|1|-|-", "Giải Nhì|Ban Tổ chức|1|-|-"],
        ),
        ("Giải Nhì và giải Ba lần lượt có giá trị 5 triệu đồng và 3 triệu đồng.", &[]),
    ]);
}

#[test]
fn a_team_wins_as_a_body_and_a_work_is_its_maker_s() {
    each(&[
        (
            "Ngoài ra, đội văn nghệ Hội Phụ nữ huyện giành 01 huy chương Vàng, 02 huy chương Bạc tại liên hoan.",
            &["Huy chương Vàng|-|1|-|-", "Huy chương Bạc|-|2|-|-"],
        ),
        ("Đội tuyển học sinh giỏi của trường giành 5 giải Nhất.", &["Giải Nhất|-|-|5|-"]),
        (
            "Hội Phụ nữ huyện trao giải A cho tác phẩm “Mùa lúa mới” của chị Trần Thị Ngát, 2 giải B.",
            &["Giải A|Hội Phụ nữ huyện|-|1|-", "Giải B|Hội Phụ nữ huyện|-|2|-"],
        ),
        (
            "Kết quả, giải B thuộc về tiết mục “Hồn quê” của Công đoàn Trường THCS Tân Lập.",
            &["Giải B|-|1|-|-"],
        ),
        ("Vở kịch đoạt giải A cho nội dung hay.", &[]),
        ("BTC còn trao giải Phong cách cho đội Điện lực.", &["Giải Phong cách|BTC|1|-|-"]),
    ]);
}

#[test]
fn a_result_with_dashes() {
    each(&[
        (
            "BTC Hội thi trao: giải Nhất - thí sinh Lê Thị Hoa (Chi đoàn Công an); giải Nhì - thí sinh Trần Văn An và thí sinh Vũ Văn Bình; \
             giải phong cách - thí sinh Cao Thị Hoan.",
            &["Giải Nhất|BTC|-|1|-", "Giải Nhì|BTC|-|2|-", "Giải phong cách|BTC|-|1|-"],
        ),
        ("Cơ cấu giải: giải Nhất - 5 triệu đồng; giải Nhì - 3 triệu đồng.", &[]),
        ("Ông Lê Văn Tám, giải Nhất - Trường THPT Tân Lập.", &[]),
    ]);
}

#[test]
fn things_for_both_further_classes_and_givers_before_a_colon() {
    each(&[
        (
            "UBND xã trao 4 Cờ thi đua, 10 Giấy khen cho các tập thể, cá nhân có thành tích.",
            &["Cờ thi đua|UBND xã|4|-|-", "Giấy khen|UBND xã|-|-|10"],
        ),
        ("UBND xã trao 10 Giấy khen cho các tập thể tiêu biểu.", &["Giấy khen|UBND xã|10|-|-"]),
        (
            "Chủ tịch nước đã tặng Huân chương Lao động hạng Nhì cho 1 tập thể, hạng Ba cho 2 tập thể và 4 cá nhân.",
            &[
                "Huân chương Lao động hạng Nhì|Chủ tịch nước|1|-|-",
                "Huân chương Lao động hạng Ba|Chủ tịch nước|2|4|-",
            ],
        ),
        (
            "Bằng khen Bộ Y tế: 05 tập thể, 09 cá nhân; Giấy khen UBND huyện: 61 tập thể.",
            &["Bằng khen|Bộ Y tế|5|9|-", "Giấy khen|UBND huyện|61|-|-"],
        ),
        ("UBND huyện tặng Giấy khen Chi bộ thôn Đông: đơn vị dẫn đầu.", &[]),
    ]);
}

#[test]
fn things_and_prizes_counted_in_words_and_by_letters() {
    each(&[
        (
            "UBND xã trao hai Bằng khen và năm Giấy khen cho các hội viên.",
            &["Bằng khen|UBND xã|-|2|-", "Giấy khen|UBND xã|-|5|-"],
        ),
        (
            "Ban Tổ chức trao mười hai giải Khuyến khích cho các thí sinh.",
            &["Giải Khuyến khích|Ban Tổ chức|-|12|-"],
        ),
        (
            "UBND xã trao hai Bằng khen cho Chi đoàn Công an và Chi đoàn Quân sự.",
            &["Bằng khen|UBND xã|2|-|-"],
        ),
        ("Trong năm Giấy khen được in lại.", &[]),
        ("Kết quả, đoàn giành 3 HCV và 3 HCB.", &["Huy chương Vàng|-|-|3|-", "Huy chương Bạc|-|-|3|-"]),
        (
            "Ban Tổ chức trao 10 giải phụ, 2 giải tập thể và 3 giải triển vọng cho các đội.",
            &[
                "Giải phụ|Ban Tổ chức|10|-|-",
                "Giải tập thể|Ban Tổ chức|2|-|-",
                "Giải triển vọng|Ban Tổ chức|3|-|-",
            ],
        ),
        (
            "Công ty có 3 người được cấp Bằng “Lao động giỏi” của Tổng Liên đoàn Lao động Việt Nam.",
            &["Bằng “Lao động giỏi”|Tổng Liên đoàn Lao động Việt Nam|-|3|-"],
        ),
        ("Anh Tám chứng minh bằng “Nhật ký trồng rừng” của mình.", &[]),
    ]);
}

#[test]
fn names_and_money_between_the_things_of_a_row() {
    each(&[
        (
            "Hội Nông dân tỉnh trao 25 Kỷ niệm chương “Vì giai cấp nông dân Việt Nam thân yêu”, 12 Bằng khen và 8 Cờ thi đua cho các tập \
             thể, cá nhân.",
            &[
                "Kỷ niệm chương “Vì giai cấp nông dân Việt Nam thân yêu”|Hội Nông dân tỉnh|-|25|-",
                "Bằng khen|Hội Nông dân tỉnh|-|-|12",
                "Cờ thi đua|Hội Nông dân tỉnh|8|-|-",
            ],
        ),
        (
            "Ban Tổ chức đã trao giải Nhất cho đội Trường THPT Tân Lập; 2 giải Nhì (mỗi giải 10 triệu đồng); 3 giải Ba.",
            &["Giải Nhất|Ban Tổ chức|1|-|-", "Giải Nhì|Ban Tổ chức|2|-|-", "Giải Ba|Ban Tổ chức|3|-|-"],
        ),
    ]);
}

#[test]
fn what_stands_beside_a_prize_is_passed_over() {
    each(&[
        (
            "Ban Tổ chức trao 3 giải Nhất, 5 giải Nhì cho các tác giả và tặng quà cho tập thể có nhiều bài dự thi.",
            &["Giải Nhất|Ban Tổ chức|-|3|-", "Giải Nhì|Ban Tổ chức|-|5|-"],
        ),
        ("Nhà trường có 12 giải cấp huyện, gồm 2 giải Nhì.", &["Giải Nhì|-|-|2|-"]),
        ("UBND xã đã trao 120 suất học bổng và 35 Giấy khen cho học sinh.", &["Giấy khen|UBND xã|-|35|-"]),
        ("UBND xã đã mua 120 suất học bổng và 35 Giấy khen cho học sinh.", &[]),
        ("UBND xã trao 02 Giấy khen và tiền thưởng cho 2 công dân.", &["Giấy khen|UBND xã|-|2|-"]),
        ("UBND xã trao tiền thưởng cho 5 em.", &["Khen thưởng|UBND xã|-|5|-"]),
        ("Giải Nhất trị giá 5 triệu đồng thuộc về chị Lê Thị Hoa.", &["Giải Nhất|-|-|1|-"]),
        ("Giải Nhất (5 triệu đồng) thuộc về Chi đoàn Công an huyện.", &["Giải Nhất|-|1|-|-"]),
        ("Giải Nhất trị giá 5 triệu đồng.", &[]),
    ]);
}
