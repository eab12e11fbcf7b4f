//! Sentences that stand close to those a rule was made for: what they tell is something else, and the rule must leave it.
//!
//! Not here: what the rules find (one module for what belongs together).

use reader::Reading;

use crate::told::{FURTHER, PARAGRAPH, awards, days, each, told};

fn figures(text: &str) -> Vec<String> {
    told(text)
        .indicators
        .into_iter()
        .map(|i| format!("{}{} {}", i.qualifier_words, i.value, i.unit))
        .collect()
}

/// Classes and those who were there.
fn sessions(text: &str) -> Vec<(Option<i64>, Option<i64>)> {
    told(text).sessions.into_iter().map(|s| (s.classes, s.attendees)).collect()
}

#[test]
fn whoever_gets_what_is_counted_is_counted_once() {
    each(
        awards,
        &[
            ("Tại lễ, UBND xã tặng 5 Giấy khen cho 5 cá nhân.", &["Giấy khen|UBND xã|-|5|-"]),
            ("Tại lễ, UBND xã tặng 2 giải Ba cho 2 đội.", &["Giải Ba|UBND xã|2|-|-"]),
            (
                "Tại lễ, UBND xã tặng 5 Giấy khen cho 5 cá nhân, 3 Giấy khen cho 3 tập thể.",
                &["Giấy khen|UBND xã|-|5|-", "Giấy khen|UBND xã|3|-|-"],
            ),
            (
                "UBND xã tặng 1 Cờ thi đua, 3 Bằng khen, 5 Giấy khen cho 9 tập thể.",
                &["Cờ thi đua|UBND xã|1|-|-", "Bằng khen|UBND xã|3|-|-", "Giấy khen|UBND xã|5|-|-"],
            ),
            (
                "UBND xã tặng 3 Bằng khen, 5 Giấy khen cho 2 tập thể và 6 cá nhân.",
                &["Bằng khen|UBND xã|-|-|3", "Giấy khen|UBND xã|-|-|5"],
            ),
            (
                "UBND tỉnh tặng 12 Bằng khen, Sở Y tế tặng 5 Giấy khen cho 5 tập thể.",
                &["Bằng khen|UBND tỉnh|12|-|-", "Giấy khen|Sở Y tế|5|-|-"],
            ),
        ],
    );
}

#[test]
fn what_will_be_given_is_only_proposed() {
    each(
        awards,
        &[
            ("UBND xã sẽ tặng Giấy khen cho 5 tập thể vào cuối năm.", &["Giấy khen|UBND xã|5|-|-?"]),
            ("Tỉnh đoàn dự kiến trao Bằng khen cho 7 cá nhân.", &["Bằng khen|Tỉnh đoàn|-|7|-?"]),
            ("Dịp này, 12 cá nhân sẽ được UBND xã tặng Giấy khen.", &["Giấy khen|UBND xã|-|12|-?"]),
            ("Năm tới, UBND xã sẽ khen thưởng 5 tập thể.", &["Khen thưởng|UBND xã|5|-|-?"]),
            ("UBND xã đã tặng Giấy khen cho 5 tập thể và sẽ tặng quà Tết.", &["Giấy khen|UBND xã|5|-|-"]),
        ],
    );
}

#[test]
fn a_line_of_a_list_or_of_its_own_tells_an_award() {
    let text = |line: &str| format!("Xã Tân Lập có tin vui\n\n{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}");
    let line = |l: &str| awards(&text(l));
    assert_eq!(line("- Giấy khen của UBND xã: 15 hội viên."), ["Giấy khen|UBND xã|-|15|-"]);
    assert_eq!(
        line("UBND xã trao Cờ thi đua cho Chi bộ thôn Đông và Phòng Nội vụ."),
        ["Cờ thi đua|UBND xã|2|-|-"]
    );
}

#[test]
fn whoever_is_counted_before_an_honour_gets_it() {
    each(
        awards,
        &[
            (
                "Dịp này, 32 thợ lò tiêu biểu được Tập đoàn Tân Lập tuyên dương.",
                &["Tuyên dương|Tập đoàn Tân Lập|-|32|-"],
            ),
            (
                "Ba mươi hai tổ viên tiêu biểu, trong đó có 14 nữ, được UBND xã biểu dương; mỗi người nhận biểu trưng.",
                &["Biểu dương|UBND xã|-|32|-"],
            ),
            ("06 lớp và 142 học sinh được Hiệu trưởng tặng Giấy khen.", &["Giấy khen|Hiệu trưởng|6|142|-"]),
            (
                "UBND xã tặng Giấy khen cho 05 tập thể (các trường: MN Sơn Ca, TH&THCS Tân Lập) và 31 cá nhân.",
                &["Giấy khen|UBND xã|5|31|-"],
            ),
            (
                "Hội tặng Giấy chứng nhận cho 5 doanh nghiệp và 3 ngân hàng đồng hành cùng chương trình.",
                &["Giấy chứng nhận|-|8|-|-"],
            ),
            (
                "Đảng ủy xã trao Huy hiệu 30 năm tuổi Đảng tặng 7 đảng viên.",
                &["Huy hiệu 30 năm tuổi Đảng|Đảng ủy xã|-|7|-"],
            ),
            (
                "Có 3 cá nhân được cấp Bằng “Lao động sáng tạo” của Tổng Liên đoàn Lao động Việt Nam.",
                &["Bằng “Lao động sáng tạo”|Tổng Liên đoàn Lao động Việt Nam|-|3|-"],
            ),
            (
                "Sau hai vòng với 163 thí sinh, Phòng Nội vụ công nhận danh hiệu “Giáo viên giỏi” cho 118 giáo viên.",
                &["Danh hiệu “Giáo viên giỏi”|Phòng Nội vụ|-|118|-"],
            ),
            ("Năm qua, 12 tuyến đường được nâng cấp, tặng thêm nhiều cây xanh.", &[]),
            ("Cả xã có 32 km đường được UBND tỉnh biểu dương là đẹp.", &[]),
        ],
    );
}

#[test]
fn sums_parts_and_rows_of_recipients() {
    each(
        awards,
        &[
            (
                "Đảng bộ xã có 38 chi bộ đăng ký việc làm theo, 112 đảng viên được Đảng ủy xã biểu dương.",
                &["Biểu dương|Đảng ủy xã|-|112|-"],
            ),
            (
                "Đảng ủy xã tặng Giấy khen cho 5 chi bộ đạt tiêu chuẩn “Trong sạch” tiêu biểu và 21 đảng viên.",
                &["Giấy khen|Đảng ủy xã|5|21|-"],
            ),
            (
                "Cuối năm, 52/55 cán bộ, công chức đạt danh hiệu “Lao động tiên tiến”.",
                &["Danh hiệu “Lao động tiên tiến”|-|-|52|-"],
            ),
            ("Cuối năm, 52/55 cán bộ, công chức được khen thưởng tham dự lễ.", &[]),
            (
                "Có 31 gương (10 tập thể, 21 cá nhân) được UBND xã tặng Giấy khen, 5 trong số 21 cá nhân ấy là nữ.",
                &["Giấy khen|UBND xã|10|21|-"],
            ),
            (
                "UBND tỉnh tặng Bằng khen cho 19 điển hình tiên tiến (7 tập thể, 12 cá nhân).",
                &["Bằng khen|UBND tỉnh|7|12|-"],
            ),
            ("UBND tỉnh tặng Bằng khen cho 3 già làng và 4 chức sắc.", &["Bằng khen|UBND tỉnh|-|7|-"]),
            (
                "Ba tập thể gồm Đảng bộ xã Tân Lập, Chi bộ Trạm Y tế và Chi bộ thôn Đông được Tỉnh ủy tặng Bằng khen.",
                &["Bằng khen|Tỉnh ủy|3|-|-"],
            ),
            (
                "Toàn xã có 42 mô hình, trong đó 6 mô hình được Ban Dân vận Huyện ủy khen thưởng.",
                &["Khen thưởng|Ban Dân vận Huyện ủy|6|-|-"],
            ),
        ],
    );
}

#[test]
fn whoever_is_saved_outdone_or_ruled_out_got_nothing() {
    each(
        awards,
        &[
            (
                "Với thành tích cứu 7 ngư dân trong bão số 4, Đồn Biên phòng Tân Lập được Chủ tịch UBND tỉnh tặng Bằng khen.",
                &["Bằng khen|Chủ tịch UBND tỉnh|1|-|-"],
            ),
            (
                "Năm nay, 48 cá nhân được Giám đốc Sở tặng Giấy khen (tăng 6 cá nhân so với năm trước).",
                &["Giấy khen|Giám đốc Sở|-|48|-"],
            ),
            ("Mỗi khối được xét tặng Bằng khen cho không quá 2 tập thể.", &[]),
            ("Mỗi chi hội có ít nhất 2 mô hình được cấp tỉnh khen thưởng.", &[]),
            ("Dự đại hội có 2 Anh hùng Lao động và 176 điển hình tiên tiến đến từ 23 xã.", &[]),
            (
                "Đồng chí Phó Chủ tịch trao Bằng khen tặng 6 cơ quan, đơn vị và 4 cá nhân.",
                &["Bằng khen|-|6|4|-"],
            ),
            (
                "Hội đề nghị Bộ Nội vụ tặng Cờ thi đua cho 2 đơn vị, tặng Bằng khen cho 6 đơn vị và 4 cá nhân.",
                &["Cờ thi đua|Bộ Nội vụ|2|-|-?", "Bằng khen|Bộ Nội vụ|6|4|-?"],
            ),
            (
                "Bộ Công an sẽ tặng Bằng khen cho 20 xã, phường và 20 Trưởng Công an xã.",
                &["Bằng khen|Bộ Công an|20|20|-?"],
            ),
        ],
    );
}

#[test]
fn who_gives_in_rows_and_by_proxy() {
    each(
        awards,
        &[
            (
                "Khen thưởng năm 2021: Bằng khen Thủ tướng Chính phủ: 1 cá nhân; Giấy khen UBND huyện: 61 tập thể.",
                &["Bằng khen|Thủ tướng Chính phủ|-|1|-", "Giấy khen|UBND huyện|61|-|-"],
            ),
            (
                "Được sự ủy quyền của Trung ương Hội Nông dân Việt Nam, Chủ tịch Hội Nông dân tỉnh trao Bằng khen cho 6 hội viên.",
                &["Bằng khen|Trung ương Hội Nông dân Việt Nam|-|6|-"],
            ),
            (
                "Hội Nông dân huyện đề nghị Trung ương Hội xét tặng Bằng khen cho 3 tập thể; đồng thời ký quyết định tặng Giấy khen 18 chi hội.",
                &["Bằng khen|Trung ương Hội|3|-|-?", "Giấy khen|Hội Nông dân huyện|18|-|-"],
            ),
            (
                "Dịp này, 3 chiến sĩ nhận Bằng khen và Huy hiệu “Tuổi trẻ dũng cảm” của Trung ương Đoàn.",
                &["Bằng khen|Trung ương Đoàn|-|3|-"],
            ),
            (
                "Tư lệnh Cảnh sát biển Việt Nam ký quyết định tặng Bằng khen cho 5 đơn vị.",
                &["Bằng khen|Tư lệnh Cảnh sát biển Việt Nam|5|-|-"],
            ),
            (
                "Chủ tịch UBND tỉnh gửi thư khen 02 chiến sĩ dân quân Hà Văn Lục và Hà Văn Thiêm.",
                &["Thư khen|Chủ tịch UBND tỉnh|-|2|-"],
            ),
        ],
    );
}

#[test]
fn the_badge_of_the_title_is_the_one_told_below() {
    let text = format!(
        "LỄ TRAO TẶNG HUY HIỆU ĐẢNG CHO ĐỒNG CHÍ LÊ QUANG VINH\n\nSáng 4/6/2025, Đảng ủy xã Tân Lập tổ chức lễ trao tặng Huy hiệu 40 năm tuổi \
         Đảng cho đồng chí Lê Quang Vinh, nguyên Bí thư chi bộ thôn Đông.\n\n{PARAGRAPH}"
    );
    assert_eq!(awards(&text), ["Huy hiệu 40 năm tuổi Đảng|Đảng ủy xã Tân Lập|-|1|-"]);
}

#[test]
fn teams_in_a_row_win_together_and_each_by_itself() {
    let text = |line: &str| format!("Xã Tân Lập có tin vui\n\n{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}");
    each(
        |line| awards(&text(line)),
        &[
            ("Đội xã Tân Lập, đội xã Bình An và đội xã Phú Sơn đạt giải Ba.", &["Giải Ba|-|3|-|-"]),
            (
                "Công đoàn Y tế đoạt giải Nhì, Công đoàn Giáo dục đạt giải Ba.",
                &["Giải Nhì|-|1|-|-", "Giải Ba|-|1|-|-"],
            ),
            ("Trong hội thi ấy, đội xã Tân Lập đạt giải Ba.", &["Giải Ba|-|1|-|-"]),
        ],
    );
}

#[test]
fn a_firm_that_gives_bears_the_name_told_first() {
    let text = |who: &str| {
        format!(
            "{who} họp tổng kết năm\n\n{PARAGRAPH}\n\nNăm qua, {who} hoàn thành kế hoạch. Công ty tặng Giấy khen cho 5 tập thể và 9 cá nhân."
        )
    };
    assert_eq!(
        awards(&text("Công ty Cổ phần Xi măng Tân Lập")),
        ["Giấy khen|Công ty Cổ phần Xi măng Tân Lập|5|9|-"]
    );
    assert_eq!(awards(&text("Nhà máy Xi măng Tân Lập")), ["Giấy khen|Công ty|5|9|-"]);
}

#[test]
fn more_letters_than_people_are_doubted() {
    let differ =
        |r: Reading| r.doubts.iter().any(|d| matches!(d.kind, reader::DoubtKind::PartsDiffer { .. }));
    assert!(differ(told("Tại lễ, UBND xã tặng 5 Giấy khen cho 2 tập thể và 4 cá nhân.")));
    assert!(!differ(told("Tại lễ, UBND xã tặng 6 Giấy khen cho 2 tập thể và 4 cá nhân.")));
}

#[test]
fn days_and_months() {
    each(
        days,
        &[
            ("Đợt trước 3/5 em đạt giải, đợt này 4/5 em.", &[]),
            ("Tháng 12 và tháng 1/2024, xã mở 4 lớp.", &["2023-12", "2024-01"]),
            ("Từ tháng 1 đến tháng 11/2024, xã mở 4 lớp.", &["2024-01", "2024-11"]),
        ],
    );
}

#[test]
fn another_deed_behind_a_class_tells_nobody_who_was_there() {
    for (text, want) in [
        ("Công đoàn mở 5 lớp bồi dưỡng, tăng lương cho 1.200 công nhân.", (Some(5), None)),
        ("Hội tổ chức 6 hội nghị quán triệt, khám sức khỏe cho 350 hội viên.", (Some(6), None)),
        ("Đảng bộ mở 5 lớp học tập, quán triệt Chỉ thị 05-CT/TW cho 1.200 đảng viên.", (Some(5), Some(1200))),
    ] {
        assert_eq!(sessions(text), [want], "{text}");
    }
    assert!(sessions("Xã mở 4 lớp học tập cộng đồng cho 120 người.").is_empty());
    assert_eq!(figures("Nhà trường có 30 lớp với 1.050 học sinh học tập."), ["30 lớp", "1050 học sinh"]);
}

#[test]
fn what_is_said_beside_an_award() {
    each(
        awards,
        &[
            (
                "Chủ tịch UBND xã đã trao 5 Giấy khen; ngày mai sẽ trao tặng thêm quà.",
                &["Giấy khen|Chủ tịch UBND xã|-|5|-"],
            ),
            ("Sở sẽ tổ chức lễ và đã trao 5 Bằng khen cho 5 tập thể.", &["Bằng khen|-|5|-|-"]),
            (
                "Khối thi đua suy tôn ông Lê Văn Bình, Chủ tịch UBND xã Tân Lập là cá nhân xuất sắc, đề nghị tặng Bằng khen.",
                &[],
            ),
            (
                "Cụm thi đua suy tôn xã Tân Lập là đơn vị dẫn đầu; xã từng nhận Cờ thi đua của Chính phủ.",
                &["Cờ thi đua|Chính phủ|1|-|-"],
            ),
            (
                "Huyện ủy khen thưởng nhà trường, tặng Giấy khen cho 5 giáo viên.",
                &["Giấy khen|Huyện ủy|-|5|-"],
            ),
            (
                "Trong buổi lễ, lãnh đạo nhà trường đã tặng Giấy khen cho 5 giáo viên.",
                &["Giấy khen|nhà trường|-|5|-"],
            ),
            ("Nhà trường tặng Giấy khen cho 12 lớp.", &["Giấy khen|Nhà trường|12|-|-"]),
            ("Phòng Giáo dục tặng Giấy khen cho 12 lớp trưởng.", &["Giấy khen|Phòng Giáo dục|-|12|-"]),
        ],
    );
}

#[test]
fn who_is_beside_those_counted() {
    each(
        awards,
        &[
            (
                "Dự lễ có đồng chí Nguyễn Văn An và 45 đảng viên được trao Huy hiệu Đảng.",
                &["Huy hiệu Đảng|-|-|45|-"],
            ),
            ("Đồng chí Nguyễn Văn An và 45 đảng viên được trao Huy hiệu Đảng.", &["Huy hiệu Đảng|-|-|46|-"]),
            (
                "15 đảng viên đủ tiêu chuẩn, chi bộ đề nghị cấp trên xét, đã nhận Huy hiệu Đảng.",
                &["Huy hiệu Đảng|-|-|15|-"],
            ),
            ("Các đơn vị (gồm 12 tập thể) được tặng Bằng khen.", &["Bằng khen|-|12|-|-"]),
            ("Chi bộ (gồm 42 đảng viên) được Huyện ủy tặng Giấy khen.", &["Giấy khen|Huyện ủy|1|-|-"]),
            (
                "12 đảng viên tuổi đời trên 70, tuổi Đảng trên 50, được tặng Huy hiệu Đảng.",
                &["Huy hiệu Đảng|-|-|12|-"],
            ),
            ("UBND tỉnh tặng Bằng khen cho số 12 cá nhân tiêu biểu.", &["Bằng khen|UBND tỉnh|-|12|-"]),
        ],
    );
}

#[test]
fn numbers_that_are_no_scores_and_bounds() {
    each(
        figures,
        &[
            ("Công an xã xử lý 12/15 điểm.", &["12 điểm"]),
            ("Đội đạt 56/60 điểm.", &[]),
            ("Tỉnh đạt 12 điểm, trong đó có 5 điểm du lịch.", &["12 điểm", "5 điểm"]),
            (
                "Hội trường sức chứa tới 5.000 người, tuyển tới 500 công nhân.",
                &["tới5000 người", "tới500 công nhân"],
            ),
            ("Mỗi tổ có 5 đến 7 người.", &["7 người"]),
            ("Đoàn xã trao quà đến 200 em nghèo.", &["200 em"]),
            ("Công ty có 12 bảo vệ và 20 tuyên truyền viên.", &["12 bảo vệ", "20 tuyên truyền"]),
            ("Hội thi thưởng 500 đồng giải Nhì.", &["500 đồng"]),
        ],
    );
}

#[test]
fn a_hospitals_head_is_somebody() {
    let names = |text: &str| told(text).people.into_iter().map(|p| p.name).collect::<Vec<_>>();
    assert_eq!(
        names("Dự lễ có Giám đốc bệnh viện Nguyễn Văn Hùng và bác sĩ Trần Thị Lan."),
        ["Nguyễn Văn Hùng", "Trần Thị Lan"]
    );
    assert!(names("Bệnh viện Nguyễn Đình Chiểu khám cho 500 người.").is_empty());
}

#[test]
fn a_body_gets_it_beside_people_and_by_its_number() {
    each(
        awards,
        &[
            (
                "Tại lễ, UBND xã tặng Giấy khen cho Trạm Y tế xã Tân Lập và 7 nhân viên y tế.",
                &["Giấy khen|UBND xã|1|7|-"],
            ),
            (
                "Tại lễ, UBND xã tặng Giấy khen cho tổ Cơ điện 4 cùng 9 công nhân.",
                &["Giấy khen|UBND xã|1|9|-"],
            ),
            ("Tại lễ, UBND xã trao Cờ luân lưu cho Nông trường 5.", &["Cờ luân lưu|UBND xã|1|-|-"]),
            // What is equipped with beds got no award.
            ("Tại lễ, UBND xã trao Giấy khen và tặng khoa 5 giường bệnh.", &[]),
            ("UBND xã tặng Bằng khen cho đội tuyển cờ vua Trường THPT Lê Lợi.", &["Bằng khen|UBND xã|1|-|-"]),
            (
                "Giải Nhì và giải Ba lần lượt thuộc về Chi bộ Kho bạc Nhà nước và Chi bộ Hải quan.",
                &["Giải Nhì|-|1|-|-", "Giải Ba|-|1|-|-"],
            ),
            ("Giải Ba thuộc về Chi bộ Kho bạc Nhà nước và Chi bộ Hải quan.", &["Giải Ba|-|2|-|-"]),
        ],
    );
}

#[test]
fn schools_stand_in_a_row() {
    each(
        awards,
        &[
            ("Ngoài ra, trường THPT Tân Hóa và trường THPT Phong Lập đạt giải Ba.", &["Giải Ba|-|2|-|-"]),
            ("Trường THPT Lê Lợi, THCS Nguyễn Du và Mầm non Hoa Mai đạt giải Nhì.", &["Giải Nhì|-|3|-|-"]),
            (
                "Ban Tổ chức trao giải Ba cho đội bóng trường THPT Tân Hóa và THPT Phong Lập.",
                &["Giải Ba|Ban Tổ chức|2|-|-"],
            ),
            // One school of two kinds.
            ("Trường Tiểu học và THCS Hoa Lư được UBND tỉnh tặng Bằng khen.", &["Bằng khen|UBND tỉnh|1|-|-"]),
        ],
    );
}

#[test]
fn whoever_is_praised_by_name() {
    each(
        awards,
        &[
            (
                "Giám đốc Công an tỉnh khen thưởng đột xuất đối với nhân viên bảo vệ Trần Văn Nam.",
                &["Khen thưởng|Giám đốc Công an tỉnh|-|1|-"],
            ),
            ("Công an huyện cũng gửi Thư khen tới chị Hằng.", &["Thư khen|Công an huyện|-|1|-"]),
            (
                "Hai năm qua có người được ghi nhận: ThS Lê Thị Hậu – Bằng khen của Bộ Y tế; TS Lê Công Minh và TS Phạm Hồng Hoa – Giấy khen của Sở Y tế.",
                &["Bằng khen|Bộ Y tế|-|1|-", "Giấy khen|Sở Y tế|-|2|-"],
            ),
            (
                "Cùng được tặng Cờ thi đua của Bộ Y tế trong đợt này còn có Bệnh viện Phổi Trung Sơn và Bệnh viện Mắt Tây An.",
                &["Cờ thi đua|Bộ Y tế|2|-|-"],
            ),
            // Introduced with what was got long ago.
            ("Về trường từ năm 1998, thầy Cường từng đoạt giải Ba hội thi cấp tỉnh.", &[]),
        ],
    );
}

#[test]
fn a_title_is_kept_or_aimed_at() {
    each(
        awards,
        &[
            (
                "Năm nay, tập thể Khoa Ngoại giữ vững danh hiệu “Tập thể lao động xuất sắc” và được UBND tỉnh tặng Bằng khen.",
                &["Danh hiệu “Tập thể lao động xuất sắc”|-|1|-|-", "Bằng khen|UBND tỉnh|1|-|-"],
            ),
            ("Khoa Ngoại phấn đấu giữ vững danh hiệu “Tập thể lao động xuất sắc”.", &[]),
        ],
    );
}

/// Read by rules that were too wide once; each stands between paragraphs of no account.
const TOO_WIDE: &[(&str, &[&str])] = &[
    ("Giá trị làm lợi hơn 2 tỷ đồng được Tổng Liên đoàn tặng Bằng Lao động sáng tạo.", &[]),
    ("Nữ sinh 16 tuổi được Bộ Công an tặng Bằng khen.", &[]),
    ("Hai mươi năm công tác được tặng Kỷ niệm chương.", &[]),
    (
        "Khu phố 4 nhiều năm được Chủ tịch UBND thành phố tặng Bằng khen.",
        &["Bằng khen|Chủ tịch UBND thành phố|1|-|-"],
    ),
    ("Thôn 3 liên tục được UBND huyện tặng Giấy khen.", &["Giấy khen|UBND huyện|1|-|-"]),
    (
        "Năm 2023, Công an huyện điều tra, làm rõ 35 vụ, bắt 60 đối tượng, được Bộ Công an tặng Cờ thi đua.",
        &["Cờ thi đua|Bộ Công an|1|-|-"],
    ),
    ("Trong năm, huyện mở 45 lớp tập huấn, được UBND tỉnh tặng Bằng khen.", &["Bằng khen|UBND tỉnh|1|-|-"]),
    ("Anh đã viết 12 bản tin được Đài Truyền thanh tặng Giấy khen.", &[]),
    (
        "Tạo việc làm ổn định cho 45 lao động, hợp tác xã được UBND tỉnh tặng Bằng khen.",
        &["Bằng khen|UBND tỉnh|1|-|-"],
    ),
    ("Doanh nghiệp tạo việc làm cho 350 lao động được UBND tỉnh tặng Bằng khen.", &[]),
    ("Bệnh viện có 320 nhân viên, nhiều năm được Bộ Y tế tặng Bằng khen.", &[]),
    ("Dịp này nhà trường đã trao Giấy khen cho 12 học sinh.", &["Giấy khen|nhà trường|-|12|-"]),
    ("Kết thúc năm học nhà trường khen thưởng 120 học sinh.", &["Khen thưởng|nhà trường|-|120|-"]),
    (
        "UBND tỉnh tặng Bằng khen Sở Y tế: 2 tập thể, 3 cá nhân; Sở Nội vụ: 1 tập thể.",
        &["Bằng khen|UBND tỉnh|2|3|-", "Bằng khen|UBND tỉnh|1|-|-"],
    ),
    ("Phấn đấu có 90/100 cán bộ đạt danh hiệu Lao động tiên tiến.", &[]),
    (
        "Tặng Giấy khen cho 5 giáo viên, 120 học sinh được nhận phần thưởng.",
        &["Giấy khen|-|-|5|-", "Giấy khen|-|-|120|-"],
    ),
    (
        "Huyện đã trao 12 Giấy khen cho các tập thể xuất sắc và 25 cá nhân tiêu biểu.",
        &["Giấy khen|-|12|-|-", "Giấy khen|-|-|25|-"],
    ),
    (
        "Khối thi đua bình chọn, giới thiệu Sở Y tế và Sở Nội vụ là đơn vị xuất sắc, đề nghị UBND tỉnh tặng Cờ thi đua.",
        &["Cờ thi đua|UBND tỉnh|2|-|-?"],
    ),
    (
        "Chi hội có ông Nguyễn Văn An và 3 hội viên được Hội Nông dân huyện tặng Giấy khen.",
        &["Giấy khen|Hội Nông dân huyện|-|4|-"],
    ),
    (
        "UBND huyện khen thưởng 15 tập thể, cá nhân (đợt 1); Công an huyện khen thưởng 15 cá nhân.",
        &["Khen thưởng|UBND huyện|-|-|15", "Khen thưởng|Công an huyện|-|15|-"],
    ),
    ("Có 5 bí thư chi bộ, tổ trưởng dân phố được tặng Giấy khen.", &["Giấy khen|-|-|5|-"]),
    (
        "Ban Tổ chức đã nhận 300 bài dự thi và sẽ trao 1 giải Nhất, 2 giải Nhì, 3 giải Ba trong tháng 12.",
        &["Giải Nhất|Ban Tổ chức|-|1|-?", "Giải Nhì|Ban Tổ chức|-|2|-?", "Giải Ba|Ban Tổ chức|-|3|-?"],
    ),
    ("Trường THPT Lê Lợi đạt hai giải Nhất, ba giải Nhì.", &["Giải Nhất|-|-|2|-", "Giải Nhì|-|-|3|-"]),
    (
        "Giải cá nhân: em Lê Văn An đoạt giải Nhất, em Trần Thị Bình đoạt giải Nhì.",
        &["Giải Nhất|-|-|1|-", "Giải Nhì|-|-|1|-"],
    ),
    ("10 Giấy khen chưa được trao cho các hội viên.", &[]),
    ("10 Giấy khen sẽ được trao cho các hội viên vào dịp tổng kết.", &[]),
    ("Trường THPT Lê Lợi nỗ lực giữ vững danh hiệu “Đơn vị văn hóa”.", &[]),
    ("Xã chưa khen thưởng đối với ông Lê Văn An.", &[]),
    ("UBND xã trao Giấy khen cho Tổ 5, phường Tân Lập.", &["Giấy khen|UBND xã|1|-|-"]),
    (
        "Ban Giám khảo đã chấm điểm, Liên đoàn Lao động huyện tặng Giấy khen cho 5 tập thể.",
        &["Giấy khen|Liên đoàn Lao động huyện|5|-|-"],
    ),
    (
        "10 Bằng khen được trao cho tập thể, 33 Giấy khen được trao cho cá nhân.",
        &["Bằng khen|-|10|-|-", "Giấy khen|-|-|33|-"],
    ),
    (
        "Đội điền kinh đạt 3 HCV, 2 HCB, 5 HCĐ.",
        &["Huy chương Vàng|-|3|-|-", "Huy chương Bạc|-|2|-|-", "Huy chương Đồng|-|5|-|-"],
    ),
    (
        "Đội học sinh giỏi Trường THPT Lê Lợi đạt 3 giải Nhất, 5 giải Nhì.",
        &["Giải Nhất|-|-|3|-", "Giải Nhì|-|-|5|-"],
    ),
    ("Trung tá Nguyễn Văn An cứu 5 người, được Bộ Công an tặng Bằng khen.", &["Bằng khen|Bộ Công an|-|1|-"]),
];

#[test]
fn what_a_rule_too_wide_once_misread() {
    for (text, want) in TOO_WIDE {
        let page = format!("Phong trào thi đua ở cơ sở\n\n{PARAGRAPH}\n\n{text}\n\n{FURTHER}");
        assert_eq!(awards(&page), *want, "{text}");
    }
}
