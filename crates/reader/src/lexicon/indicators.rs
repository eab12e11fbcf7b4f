//! Words that tell which indicator of the shipped catalogue a figure fills.
//!
//! Not here: the catalogue itself (handed in) and what people taught the installation (handed in too).

/// One way to recognise an indicator: all three lists are parted by semicolons.
pub(crate) struct Rule {
    /// Code in the catalogue.
    pub(crate) code: &'static str,
    /// Measures, of which the figure must have one.
    pub(crate) measures: &'static str,
    /// Words of which the label must hold one; empty when the measure says enough.
    pub(crate) words: &'static str,
    /// Words that speak against it.
    pub(crate) against: &'static str,
}

const fn rule(
    code: &'static str,
    measures: &'static str,
    words: &'static str,
    against: &'static str,
) -> Rule {
    Rule { code, measures, words, against }
}

/// Rules for counted things, the narrower before the wider.
pub(crate) const COUNTED: &[Rule] = &[
    rule("HT02", "điểm cầu; điểm", "điểm cầu", ""),
    rule("SH02", "buổi; chuyên đề; cuộc", "sinh hoạt chuyên đề; sinh hoạt chi bộ chuyên đề", ""),
    rule("SH03", "câu chuyện; chuyện; mẩu chuyện", "", ""),
    rule("SH04", "đơn vị; cơ quan; chi bộ; trường", "chào cờ", ""),
    rule("SH01", "chi bộ", "sinh hoạt", ""),
    rule(
        "HT01",
        "lớp; hội nghị; buổi; đợt; cuộc",
        "học tập; quán triệt; tập huấn; nghiên cứu; bồi dưỡng",
        "",
    ),
    rule(
        "HT03",
        "lượt người; lượt; đại biểu; người; học viên; lượt đảng viên",
        "học tập; quán triệt; tập huấn",
        "",
    ),
    rule("KH01", "bản kế hoạch; bản đăng ký; bản cam kết; kế hoạch", "cá nhân; đăng ký; cam kết", ""),
    rule("KH04", "việc; việc làm; việc làm theo", "hoàn thành", "chưa đăng ký"),
    rule("KH02", "việc; việc làm; việc làm theo; nội dung", "tập thể; cấp ủy; chi bộ; đơn vị", "cá nhân"),
    rule("KH03", "việc; việc làm; việc làm theo; nội dung", "cá nhân; đảng viên; cán bộ", ""),
    rule("HD01", "cây; cây xanh; cây các loại", "", "chăm sóc; cầu; bút; vàng"),
    rule("HD02", "đơn vị máu; đơn vị máu an toàn; đơn vị", "máu", ""),
    rule(
        "HD03",
        "đồng",
        "an sinh; tình nghĩa; từ thiện; ủng hộ; hỗ trợ; chăm lo; người nghèo; hộ nghèo; quà; đền ơn; nhân đạo; quỹ; \
         nhà đại đoàn kết",
        "kinh phí khen thưởng; tiền thưởng; thu ngân sách",
    ),
    rule("HD04", "đội hình; đội; đội tình nguyện", "tình nguyện; xung kích; hiến máu", ""),
    rule(
        "HD05",
        "nhà tình nghĩa; nhà tình thương; nhà đại đoàn kết; căn nhà; ngôi nhà; học bổng; suất học bổng; suất quà; \
         phần quà; suất; nhà",
        "",
        "",
    ),
    rule("MH02", "đơn vị; lượt; chi bộ; cơ sở", "áp dụng; nhân rộng; học tập mô hình", ""),
    rule("MH01", "mô hình", "", ""),
    rule("VD01", "vấn đề; việc; vụ việc; nội dung", "bức xúc; nổi cộm; giải quyết; khó khăn; vướng mắc", ""),
    rule("KT01", "cuộc; cuộc kiểm tra; đoàn kiểm tra; lượt; đoàn", "kiểm tra; giám sát", ""),
    rule(
        "TT01",
        "tin; bài; tin bài; tin, bài; bài viết; bài dự thi; phóng sự; video; video clip; clip; chuyên mục; hội thi; \
         cuộc thi; infographic",
        "",
        "",
    ),
    rule(
        "VB01",
        "văn bản; kế hoạch; nghị quyết; chỉ thị; hướng dẫn; công văn; chương trình",
        "",
        "livestream; truyền hình",
    ),
    rule(
        "CT01",
        "đảng viên; đoàn viên; công chức; viên chức; người lao động; hội viên",
        "tổng số; chính thức; dự bị; đảng viên của; hiện có",
        "kết nạp",
    ),
];

/// Rules for shares; the measures are those of the people or bodies the share is of.
pub(crate) const SHARES: &[Rule] = &[
    rule("HT04", "đảng viên", "học tập; quán triệt; học; nghiên cứu", ""),
    rule("HT05", "người lao động; công nhân; quần chúng", "học tập; quán triệt; học; đạt", ""),
    rule("KH01", "đảng viên; cán bộ; cá nhân; cấp ủy", "đăng ký; kế hoạch cá nhân; cam kết", "sáng kiến"),
    rule("SH01", "chi bộ", "sinh hoạt", ""),
    rule("KH04", "việc", "hoàn thành", ""),
];

/// Words of the giver's level, the higher first.
pub(crate) const LEVEL_WORDS: &[(&str, crate::mapping::GiverLevel)] = {
    use crate::mapping::GiverLevel as L;
    &[
        ("các cấp; các ngành, cấp; các đơn vị; các tổ chức đảng; các ngành", L::Several),
        (
            "chủ tịch nước; thủ tướng; chính phủ; quốc hội; bộ chính trị; ban bí thư; trung ương đảng",
            L::Central,
        ),
        ("bộ trưởng; tổng liên đoàn; tổng cục; trung ương; ban tổ chức trung ương", L::Ministry),
        (
            "tỉnh ủy; thành ủy; ubnd tỉnh; ubnd thành phố; tỉnh; thành phố; tp; tỉnh đoàn; thành đoàn",
            L::Province,
        ),
        ("quận ủy; huyện ủy; thị ủy; quận; huyện; thị xã; khối; khu chế xuất; các cơ quan; ccq", L::District),
        ("phường; xã; thị trấn; đảng ủy cơ sở; chi bộ; trường; công ty; chi cục; phòng; bệnh viện", L::Base),
    ]
};
