//! Reports of invented units, written the ways offices write them: what the rules must hold beyond the five
//! articles.
//!
//! Not here: the articles themselves (`articles`) and damaged texts (`robust`).

use reader::{AwardStatus, DoubtKind, KnownCitation, KnownUnit, Options, Reading, Status, read};

const OFFICE: &str = "ĐẢNG BỘ TỈNH QUẢNG TRỊ
ĐẢNG ỦY PHƯỜNG NAM AN
*
Số 45-BC/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Nam An, ngày 15 tháng 6 năm 2026
BÁO CÁO
sơ kết 5 năm thực hiện Kết luận số 01-KL/TW của Bộ Chính trị
Thực hiện Hướng dẫn số 12-HD/BTGDVTU, ngày 20/4/2026 của Ban Tuyên giáo và Dân vận Tỉnh ủy, Đảng ủy phường Nam An báo cáo kết quả như sau:
I- KẾT QUẢ ĐẠT ĐƯỢC
1. Công tác lãnh đạo, chỉ đạo
Đảng ủy đã ban hành 12 văn bản chỉ đạo; tổ chức quán triệt cho 1.245/1.260 đảng viên (đạt 98,8%), 15 đồng chí vắng có lý do.
b) Trong 5 năm, đã có 56 tập thể, 214 cá nhân được khen thưởng, trong đó: cấp tỉnh 16 tập thể, 35 cá nhân; cấp phường 40 tập thể, 179 cá nhân.
2. Kết quả các mô hình
Tiêu biểu như: mô hình “Camera an ninh” (Chi bộ khu phố 3), mô hình “Tổ tự quản xanh” của Hội Nông dân phường. Quyên góp 1 tỷ 250 triệu đồng ủng hộ vùng lũ; trao 320 suất quà; hiến 2.500m2 đất.
II- HẠN CHẾ, KHUYẾT ĐIỂM
1. Một số cấp ủy chưa quan tâm đúng mức đến việc kiểm tra, giám sát.
2. Việc nhân rộng điển hình còn chậm.
III- NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM THỜI GIAN TỚI
1. Tiếp tục quán triệt sâu sắc Chỉ thị số 07-CT/TW của Bộ Chính trị.
2. Phấn đấu 100% chi bộ xây dựng được ít nhất 01 mô hình.
Nơi nhận:
- Lưu Văn phòng.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Nguyễn Thị Thanh Hà";

const NEWS: &str = "Đảng bộ xã Thạnh Hòa: Sơ kết 6 tháng thực hiện Chỉ thị 05
Cập nhật: 08:15, Thứ Sáu, 28/06/2024 (GMT+7)
(TTX) - Chiều ngày 27.6.2024, Đảng ủy xã Thạnh Hòa (huyện Cờ Đỏ) tổ chức hội nghị sơ kết 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2024 về học tập và làm theo Bác.
Xây dựng mới 03 cây cầu bê tông trị giá 1,2 tỷ đồng; nạo vét kênh dài 12,5km; 9/9 ấp đạt chuẩn. Số hộ nghèo giảm còn 0,85%.
Chủ tịch UBND tỉnh Nguyễn Văn Sơn dự. Đồng chí Huỳnh Văn Tùng, Trưởng Ban Dân vận Huyện ủy đề nghị trong thời gian tới, Đảng ủy xã cần tiếp tục quán triệt sâu rộng Kết luận số 01-KL/TW; phấn đấu cuối năm kết nạp 12 đảng viên mới; tỷ lệ hộ sử dụng nước sạch đạt 98% trở lên.
Dịp này, Đảng ủy xã khen thưởng 5 tập thể, 11 cá nhân, trong đó đề nghị Huyện ủy khen thưởng 02 tập thể và 01 cá nhân có thành tích xuất sắc. Trao Huy hiệu 55 năm tuổi Đảng cho đồng chí Lê Văn Út, 40 năm tuổi Đảng cho 3 đồng chí.
Đ/c Huỳnh Văn Tùng phát biểu chỉ đạo hội nghị
Tin, ảnh: Trọng Nguyễn
Lượt xem: 245";

fn plain(text: &str) -> Reading {
    read(text, &Options::default())
}

#[test]
fn an_office_report_gives_its_parts() {
    let r = plain(OFFICE);
    let numbers: Vec<&str> = r.citations.iter().map(|c| c.number.as_str()).collect();
    assert_eq!(numbers, ["01-KL/TW", "12-HD/BTGDVTU", "07-CT/TW"]);
    let title = r.meta.title.map(|t| t.value);
    assert_eq!(title.as_deref(), Some("sơ kết 5 năm thực hiện Kết luận số 01-KL/TW của Bộ Chính trị"));
    assert_eq!(r.meta.published.map(|p| p.value.to_string()).as_deref(), Some("2026-06-15"));
    let short: Vec<&str> = r.limitations.iter().map(|l| l.mention.source.as_str()).collect();
    let own = [
        "Một số cấp ủy chưa quan tâm đúng mức đến việc kiểm tra, giám sát.",
        "Việc nhân rộng điển hình còn chậm.",
    ];
    assert_eq!(short, own, "one a point");
    assert_eq!(r.tasks.len(), 1);
    assert!(r.tasks[0].mention.source.ends_with("01 mô hình."));
    assert_eq!(r.people.len(), 1);
    assert_eq!(r.people[0].role.as_deref(), Some("PHÓ BÍ THƯ"));
    let models: Vec<&str> = r.models.iter().map(|m| m.name.as_str()).collect();
    assert_eq!(models, ["Camera an ninh", "Tổ tự quản xanh"]);
    assert!(r.unclaimed.is_empty(), "{:?}", r.unclaimed);
}

#[test]
fn awards_by_level_are_parts_of_their_sum() {
    let r = plain(OFFICE);
    let told: Vec<_> = r.awards.iter().map(|a| (a.by.as_deref(), a.collectives, a.individuals)).collect();
    assert_eq!(
        told,
        [
            (None, Some(56), Some(214)),
            (Some("cấp tỉnh"), Some(16), Some(35)),
            (Some("cấp phường"), Some(40), Some(179))
        ]
    );
    let differ = |r: &Reading| r.doubts.iter().any(|d| matches!(d.kind, DoubtKind::PartsDiffer { .. }));
    assert!(!differ(&r));
    let wrong = OFFICE.replace("cấp phường 40", "cấp phường 41");
    let doubts = plain(&wrong).doubts;
    assert_eq!(doubts[0].kind, DoubtKind::PartsDiffer { total: 56, sum: 57 });
}

#[test]
fn money_measures_and_comrades_are_told_apart() {
    let r = plain(OFFICE);
    let find = |value: i64| r.indicators.iter().find(|i| i.value == value).map(|i| i.unit.as_str());
    assert_eq!(find(1_250_000_000), Some("đồng"));
    assert_eq!(find(15), Some("đồng chí"));
    assert_eq!(find(2500), Some("m2"));
    let studied: Vec<_> = r.sessions.iter().map(|s| (s.attendees, s.of)).collect();
    assert_eq!(studied, [(Some(1245), Some(1260))]);
}

#[test]
fn a_share_that_does_not_fit_its_counts_is_doubted() {
    let off = |r: &Reading| r.doubts.iter().any(|d| matches!(d.kind, DoubtKind::PercentDiffers { .. }));
    assert!(!off(&plain(OFFICE)));
    assert!(off(&plain(&OFFICE.replace("98,8%", "89,8%"))));
}

#[test]
fn news_of_a_commune() {
    let r = plain(NEWS);
    assert_eq!(r.meta.event_date.map(|d| d.value.to_string()).as_deref(), Some("2024-06-27"));
    assert_eq!(r.meta.author.map(|a| a.value).as_deref(), Some("Trọng Nguyễn"));
    let people: Vec<_> = r.people.iter().map(|p| (p.name.as_str(), p.role.as_deref())).collect();
    assert_eq!(
        people,
        [
            ("Nguyễn Văn Sơn", Some("Chủ tịch UBND tỉnh")),
            ("Huỳnh Văn Tùng", Some("Trưởng Ban Dân vận Huyện ủy")),
            ("Lê Văn Út", None)
        ]
    );
    assert_eq!(r.captions.len(), 1);
    let length = r.indicators.iter().find(|i| i.unit == "km").map(|i| (i.value, i.thousandths));
    assert_eq!(length, Some((12, 500)));
    assert!(r.unclaimed.is_empty(), "{:?}", r.unclaimed);
}

#[test]
fn proposals_and_targets_are_no_results() {
    let r = plain(NEWS);
    let told: Vec<_> = r.awards.iter().map(|a| (a.form.as_str(), a.individuals, a.status)).collect();
    assert_eq!(
        told,
        [
            ("Khen thưởng", Some(11), AwardStatus::Given),
            ("Khen thưởng", Some(1), AwardStatus::Proposed),
            ("Huy hiệu 55 năm tuổi Đảng", Some(1), AwardStatus::Given),
            ("Huy hiệu 40 năm tuổi Đảng", Some(3), AwardStatus::Given)
        ]
    );
    let joins = r.indicators.iter().find(|i| i.value == 12 && i.unit.starts_with("đảng viên"));
    assert_eq!(joins.map(|i| i.status), Some(Status::Target));
    assert_eq!(r.percentages.last().map(|p| (p.thousandths, p.status)), Some((98_000, Status::Target)));
}

#[test]
fn the_installations_own_units_and_documents_are_found() {
    let units = [KnownUnit {
        name: "Đảng ủy xã Thạnh Hòa".into(), aliases: vec!["Đảng ủy xã".into()]
    }];
    let citations = [KnownCitation {
        kind: "Chỉ thị".into(),
        number: "05-CT/TW".into(),
        date: None,
        issuer: Some("Bộ Chính trị".into()),
    }];
    let r = read(NEWS, &Options { published: None, units: &units, citations: &citations });
    assert!(r.organisations.iter().any(|o| o.known == Some(0)));
    assert_eq!(r.citations.iter().find(|c| c.number == "05").and_then(|c| c.known), Some(0));
}

#[test]
fn an_event_after_its_publication_and_a_day_that_does_not_exist_are_doubted() {
    let kinds = |t: &str| plain(t).doubts.into_iter().map(|d| d.kind).collect::<Vec<_>>();
    assert!(kinds(&NEWS.replace("27.6.2024", "29.6.2024")).contains(&DoubtKind::DateAfterPublication));
    assert!(kinds(&NEWS.replace("27.6.2024", "31.6.2024")).contains(&DoubtKind::ImpossibleDate));
}

/// What a report's part sets and what it finds wanting.
fn set_and_short(text: &str) -> (Vec<String>, Vec<String>) {
    let r = plain(text);
    let words = |all: &[reader::Passage]| all.iter().map(|p| p.mention.source.clone()).collect();
    (words(&r.tasks), words(&r.limitations))
}

#[test]
fn parts_are_told_by_any_kind_of_number_or_letter() {
    let (tasks, short) = set_and_short(
        "HỘI LÀM VƯỜN XÃ TÂN LẬP
Số 14/BC-HLV
Phần thứ hai
TỒN TẠI VÀ NGUYÊN NHÂN
Tồn tại:
1/ Vườn mẫu mới trồng được ở bốn thôn, giống cây còn ít.
2/ Sổ vườn nhiều nhà ghi cho xong.
Nguyên nhân:
1/ Người đi hướng dẫn kiêm nhiệm nhiều việc.
Phần thứ ba
VIỆC NĂM TỚI
A. Chỉ tiêu
- Trồng 40 vườn mẫu.
B. Nhiệm vụ
I- Giống cây
+ Gom hạt giống của các nhà vườn lâu năm.
+ Ươm ở vườn chung rồi chia cho hội viên.
II- Sổ vườn
Mỗi chi hội cử một người ghi sổ, cuối quý đọc lại trước hội viên.
Tân Lập, ngày 5 tháng 12 năm 2024
TM. BAN CHẤP HÀNH
Trần Thị Lan",
    );
    assert_eq!(
        short,
        [
            "Vườn mẫu mới trồng được ở bốn thôn, giống cây còn ít.",
            "Sổ vườn nhiều nhà ghi cho xong.",
            "Người đi hướng dẫn kiêm nhiệm nhiều việc.",
        ]
    );
    assert_eq!(
        tasks,
        [
            "+ Gom hạt giống của các nhà vườn lâu năm.\n+ Ươm ở vườn chung rồi chia cho hội viên.",
            "Mỗi chi hội cử một người ghi sổ, cuối quý đọc lại trước hội viên.",
        ]
    );
}

#[test]
fn text_may_follow_its_heading_in_the_line() {
    let (tasks, short) = set_and_short(
        "ỦY BAN NHÂN DÂN PHƯỜNG NAM AN
BÁO CÁO
Công tác vườn rau trường học quý I
1. Kết quả: cả phường làm được sáu vườn.
2. Tồn tại: Hai trường chưa có đất. Nước tưới ở trường cuối phường hay thiếu.
* Nguyên nhân: đường ống cũ, máy bơm hỏng lâu ngày.
3. Nhiệm vụ quý II: Mượn đất trống cạnh nhà văn hóa cho hai trường. Thay đường ống trước mùa khô, giao tổ dân phố 4 coi máy bơm.
Người lập
Lê Văn Bình",
    );
    assert_eq!(
        short,
        [
            "Hai trường chưa có đất.",
            "Nước tưới ở trường cuối phường hay thiếu.",
            "đường ống cũ, máy bơm hỏng lâu ngày.",
        ]
    );
    assert_eq!(
        tasks,
        [
            "Mượn đất trống cạnh nhà văn hóa cho hai trường. Thay đường ống trước mùa khô, giao tổ dân phố 4 coi máy bơm."
        ]
    );
}

#[test]
fn a_point_below_the_plan_that_heads_something_else_ends_it() {
    let (tasks, _) = set_and_short(
        "ĐỒN BIÊN PHÒNG SÔNG LÔ
III- Nhiệm vụ 6 tháng cuối năm
1- Tuần tra
+ Đi đủ các chuyến đã hẹn với đơn vị bạn.
2- Đời sống
+ Nuôi thêm một đàn gà, đào lại ao cá.
IV- Khen thưởng: đề nghị cấp trên xét 02 cá nhân.
Sông Lô, ngày 10-6-2022",
    );
    assert_eq!(
        tasks,
        ["+ Đi đủ các chuyến đã hẹn với đơn vị bạn.", "+ Nuôi thêm một đàn gà, đào lại ao cá."]
    );
}

#[test]
fn what_an_office_is_for_is_no_plan() {
    let (tasks, _) = set_and_short(
        "BÁO CÁO CỦA TRẠM KHUYẾN NÔNG
I. Phát triển sản xuất và các nhiệm vụ trọng tâm
Trạm đã mở chín lớp dạy ghép cây cho bà con, lớp nào cũng đông người và ai học xong đều tự tay ghép được một gốc bưởi trong vườn nhà mình.
II. Kết quả thực hiện nhiệm vụ
Vụ đông xuân trồng xong trước hạn, cả xã không còn ruộng bỏ hoang và giá khoai bán ra giữ được như năm ngoái.",
    );
    assert!(tasks.is_empty(), "{tasks:?}");
}
