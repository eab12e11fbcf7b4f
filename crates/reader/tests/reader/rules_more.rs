//! Further rules of the reader on sentences made up for them: documents, sessions, counts, people, tasks.
//!
//! Not here: bodies, badges, captions and dates (`rules`).

use crate::told::told;

fn people(text: &str) -> Vec<(String, Option<String>)> {
    told(text).people.into_iter().map(|p| (p.name, p.role)).collect()
}

fn documents(text: &str) -> Vec<String> {
    let show = |c: reader::Citation| format!("{} {}|{}", c.kind, c.number, c.issuer.unwrap_or_default());
    told(text).citations.into_iter().map(show).collect()
}

fn counts(text: &str) -> Vec<(i64, String, String)> {
    told(text).indicators.into_iter().map(|i| (i.value, i.unit, i.label)).collect()
}

#[test]
fn decrees_are_the_governments_whoever_is_not_named() {
    let all: Vec<_> = told("Thực hiện Nghị định 77 và Quyết định 15/QĐ-UBND, các xã đã họp.")
        .citations
        .into_iter()
        .map(|c| c.issuer)
        .collect();
    assert_eq!(all, [Some("Chính phủ".to_owned()), Some("UBND".to_owned())]);
}

#[test]
fn the_body_that_issues_is_the_issuer() {
    assert_eq!(
        documents("Ban Thường vụ Tỉnh ủy đã ban hành Công văn số 12-CV/TU về học tập."),
        ["Công văn 12-CV/TU|Ban Thường vụ Tỉnh ủy"]
    );
    assert_eq!(documents("Chỉ thị số 03-CT/T.Ư của Bộ Chính trị"), ["Chỉ thị 03-CT/T.Ư|Bộ Chính trị"]);
}

#[test]
fn a_plenums_resolution_is_one_however_it_is_cut() {
    let text = "thực hiện Nghị quyết Trung ương 4 (khóa XII); bám sát Nghị quyết 4 khóa XII về xây dựng Đảng";
    assert_eq!(documents(text).len(), 1);
}

#[test]
fn points_counted_twice_are_two_sessions() {
    let text = "Tỉnh ủy tổ chức học tập chuyên đề tại 9 điểm cầu cấp huyện và 85 điểm cầu cấp xã, với 6.200 đảng viên \
                tham gia.";
    let sessions = told(text).sessions;
    let parts: Vec<_> = sessions.iter().map(|s| (s.points, s.attendees)).collect();
    assert_eq!(parts, [(Some(9), None), (Some(85), Some(6200))]);
}

#[test]
fn counted_bodies_are_no_named_bodies() {
    let reading = told("Đảng bộ huyện hiện có 25 Đảng bộ xã và 43 chi bộ cơ sở.");
    let names: Vec<_> = reading.organisations.into_iter().map(|o| o.name).collect();
    assert_eq!(names, ["Đảng bộ huyện"]);
}

#[test]
fn a_share_is_no_size_and_a_ratio_no_day() {
    assert!(counts("thấp nhất là tổ dân phố 7 tỷ lệ này còn 94,68%").iter().all(|c| c.0 < 1_000_000));
    let reading = told("giai đoạn 2017-2019 và 10/10 tổ dân phố đều đạt chuẩn.");
    assert_eq!(reading.dates.len(), 1);
    assert_eq!(reading.indicators.first().map(|i| (i.value, i.of)), Some((10, Some(10))));
}

#[test]
fn a_label_says_which_when_the_measure_alone_does_not() {
    let all = counts("Đã có 1.230 hội viên được kết nạp trong năm.");
    assert_eq!(all, [(1230, "hội viên".to_owned(), "hội viên được kết nạp".to_owned())]);
    let all = counts("đã đăng tải 62 tin, bài tuyên truyền");
    assert_eq!(all.first().map(|c| c.1.as_str()), Some("tin, bài"));
    let all = counts("đã đăng tải 62 tin, bài, ảnh tuyên truyền");
    assert_eq!(all.first().map(|c| c.1.as_str()), Some("tin"));
}

#[test]
fn things_handed_over_are_as_many_people() {
    let awards = told("Bộ Chỉ huy đã trao 82 kỷ niệm chương cho các cán bộ, chiến sĩ.").awards;
    assert_eq!(awards.first().map(|a| (a.form.as_str(), a.individuals)), Some(("Kỷ niệm chương", Some(82))));
}

#[test]
fn a_post_and_a_comma_lead_to_a_name_that_acts() {
    assert_eq!(
        people("Chủ tịch UBND phường Tân Lập, Lê Hòa trao giấy khen cho các hộ tiêu biểu."),
        [("Lê Hòa".to_owned(), Some("Chủ tịch UBND phường Tân Lập".to_owned()))]
    );
}

#[test]
fn a_head_in_lower_case_behind_a_post_is_a_body() {
    let reading = told("Phó Trưởng ban Dân vận Thành ủy Nguyễn Trường Sơn phát biểu.");
    let names: Vec<_> = reading.organisations.into_iter().map(|o| o.name).collect();
    assert_eq!(names, ["ban Dân vận Thành ủy"]);
}

#[test]
fn years_to_come_set_tasks() {
    let paragraph = "Sáng 4/5, Đảng ủy xã tổ chức hội nghị tổng kết công tác của năm cũ với sự tham dự của cán bộ, đảng \
                     viên và nhân dân các thôn trong xã cùng đại diện lãnh đạo các phòng, ban của huyện và các đoàn thể.";
    let text = format!(
        "Xã Tân Lập tổng kết công tác\n\n{paragraph}\n\n{paragraph}\n\nTrong giai đoạn 2026 - 2030, toàn xã tiếp tục đẩy \
         mạnh các phong trào thi đua, xây dựng đường làng, giữ gìn vệ sinh, chăm lo người già và trẻ nhỏ trong các thôn."
    );
    assert_eq!(told(&text).tasks.len(), 1);
}

#[test]
fn a_further_count_shares_the_form_before_it() {
    let text = "Giai đoạn 2021 - 2024, tỉnh đã tuyên dương 310 gương điển hình cấp tỉnh cùng 4.200 điển hình cấp xã.";
    let both: Vec<_> = told(text).awards.iter().map(|a| a.combined).collect();
    assert_eq!(both, [Some(310), Some(4200)]);
}

#[test]
fn a_thing_handed_to_a_named_body_is_its_award() {
    let text = "Qua phân loại, có 14/63 đảng viên hoàn thành xuất sắc nhiệm vụ; Đảng ủy xã tặng Giấy khen cho Chi bộ \
                thôn Tân Lập.";
    let awards = told(text).awards;
    assert_eq!(awards.first().map(|a| (a.form.as_str(), a.collectives)), Some(("Giấy khen", Some(1))));
    assert_eq!(awards.len(), 1);
}

#[test]
fn a_short_form_in_brackets_names_the_same_body() {
    let text = "Hội Cựu chiến binh (CCB) tỉnh tổng kết năm. Hội CCB tỉnh đã tặng quà. Hội Cựu chiến binh tỉnh cảm ơn.";
    assert_eq!(told(text).organisations.len(), 1);
}

#[test]
fn posts_in_lower_case_go_on_behind_a_comma() {
    let all = people("ông Nguyễn Văn Bảy – bí thư Tỉnh ủy, chủ tịch HĐND tỉnh Hà Nam dự lễ.");
    assert_eq!(all.first().and_then(|p| p.1.as_deref()), Some("bí thư Tỉnh ủy, chủ tịch HĐND tỉnh Hà Nam"));
}

#[test]
fn names_end_where_the_sentence_goes_on_when_capitals_say_nothing() {
    let text = "HỘI NGHỊ SƠ KẾT CỦA ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH TỔ CHỨC SÁNG NAY. ĐỒNG CHÍ NGUYỄN MINH TÂM, BÍ THƯ ĐẢNG ỦY \
                KHỐI, LƯU Ý CÁC CẤP ỦY. TỔNG BÍ THƯ NGUYỄN PHÚ TRỌNG NÊU RÕ NHIỆM VỤ CỦA CÁN BỘ ĐOÀN ĐẠT GIẢI.";
    let names: Vec<_> = told(text).people.into_iter().map(|p| p.name).collect();
    assert_eq!(names, ["NGUYỄN MINH TÂM", "NGUYỄN PHÚ TRỌNG"]);
    let bodies: Vec<_> = told(text).organisations.into_iter().map(|o| o.name).collect();
    assert_eq!(bodies, ["ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH"]);
}

#[test]
fn those_counted_may_be_named_before_the_next_count() {
    let text = "Đảng ủy Học viện trao giấy khen cho 02 tập thể là Chi bộ khoa Luật và Chi bộ Phòng Đào tạo (nay là Chi bộ \
                Văn phòng) và 14 cá nhân.";
    let awards = told(text).awards;
    assert_eq!(awards.first().map(|a| (a.collectives, a.individuals)), Some((Some(2), Some(14))));
    assert_eq!(awards.len(), 1);
}

#[test]
fn a_caption_that_shows_some_of_those_awarded_adds_no_award() {
    let body = "Sáng 4/5, Đảng ủy xã Tân Lập tổ chức hội nghị sơ kết việc học tập và làm theo tư tưởng, đạo đức, phong cách \
                Hồ Chí Minh với sự tham dự của đông đảo cán bộ, đảng viên và nhân dân các thôn trong xã cùng đại diện lãnh \
                đạo các phòng, ban. Dịp này, Đảng ủy xã tặng Giấy khen cho 5 tập thể và 12 cá nhân.";
    let text = format!(
        "Xã Tân Lập sơ kết việc làm theo Bác\n\n{body}\n\nTặng giấy khen cho 12 cá nhân tiêu biểu\n\n{body}"
    );
    assert_eq!(told(&text).awards.len(), 1);
}

#[test]
fn further_numbers_of_named_groups_are_names() {
    let reading = told("Phong trào thu hút chi hội 8, 13 và 14 tham gia.");
    assert!(reading.indicators.is_empty(), "{:?}", reading.indicators);
    assert!(reading.unclaimed.is_empty());
}

#[test]
fn a_law_that_amends_is_named_with_the_law_that_it_amends() {
    assert_eq!(
        documents(
            "Quốc hội thông qua Luật sửa đổi, bổ sung một số điều của Bộ luật Tố tụng hình sự trong kỳ họp này."
        ),
        ["Luật sửa đổi, bổ sung một số điều của Bộ luật Tố tụng hình sự|Quốc hội"]
    );
}

#[test]
fn plans_of_two_bodies_are_documents() {
    assert_eq!(
        documents("Thực hiện Kế hoạch phối hợp số 20/KHPH-UBND-UBMTTQ của UBND phường."),
        ["Kế hoạch phối hợp 20/KHPH-UBND-UBMTTQ|UBND phường"]
    );
}

/// Number, issuer, day.
fn cited(text: &str) -> Vec<(String, Option<String>, Option<String>)> {
    told(text).citations.into_iter().map(|c| (c.number, c.issuer, c.date.map(|d| d.to_string()))).collect()
}

#[test]
fn a_congress_has_one_resolution_and_a_statute_its_bodys_name() {
    let text = "Học tập Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng. Nghị quyết Đại hội XIII của Đảng nêu rõ.";
    assert_eq!(cited(text), [("Đại hội XIII của Đảng".into(), Some("Đại hội XIII".into()), None)]);
    let text = "Căn cứ Điều lệ Công đoàn Việt Nam, hội nghị bầu ban chấp hành.";
    assert_eq!(cited(text), [("Công đoàn Việt Nam".into(), Some("Công đoàn Việt Nam".into()), None)]);
    // Where one learns law is no law.
    assert!(cited("Em đỗ ĐH Luật Hà Nội năm nay.").is_empty());
}

#[test]
fn the_day_and_the_body_before_a_document_issued_it() {
    let one = |text: &str| cited(text).into_iter().next().unwrap();
    let text = "Để đẩy mạnh phong trào, ngày 30/6/2021, UBND tỉnh Hưng Yên ban hành Kế hoạch số 101/KH-UBND về nước sạch.";
    assert_eq!(
        one(text),
        ("101/KH-UBND".into(), Some("UBND tỉnh Hưng Yên".into()), Some("2021-06-30".into()))
    );
    let text = "Ngày 05/02/2026, Bộ Nội vụ có văn bản số 1151/BNV-BTĐKTTW xin ý kiến.";
    assert_eq!(one(text), ("1151/BNV-BTĐKTTW".into(), Some("Bộ Nội vụ".into()), Some("2026-02-05".into())));
    assert_eq!(one("Thực hiện Tờ trình số 19/TTr-STC về kinh phí.").1.as_deref(), Some("Sở Tài chính"));
}
