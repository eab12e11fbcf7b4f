//! The permission matrix as officials read it; the same text is printed into `docs/permissions.md`.

use domain::authority::{Action, Right};

fn right(right: Right) -> &'static str {
    match right {
        Right::View => "Xem",
        Right::Enter => "Nhập",
        Right::Approve => "Duyệt",
        Right::Manage => "Quản lý",
    }
}

fn action(action: Action) -> &'static str {
    match action {
        Action::SeeUnit => "Xem đơn vị, lịch sử và các đơn vị bên dưới",
        Action::SeeFigures => "Xem số liệu, số tổng hợp, minh chứng",
        Action::SeeDocuments => "Xem báo cáo đã nhận và các đề xuất đọc được",
        Action::EnterFigures => "Nhập, nhập từ bảng tính, sửa số liệu",
        Action::ReadDocuments => "Đưa báo cáo vào đọc, chọn đề xuất",
        Action::FreezeFigures => "Chốt số liệu để báo cáo dẫn theo",
        Action::KeepUnits => "Tạo, đổi tên, chuyển, kết thúc, sắp xếp đơn vị; nhập danh sách đơn vị",
        Action::KeepAccounts => "Tạo, đóng, mở lại tài khoản; đặt lại mật khẩu",
        Action::GrantDuties => "Giao và kết thúc nhiệm vụ",
        Action::SeeLedger => "Xem nhật ký",
        Action::KeepProgrammes => "Ghi văn bản chỉ đạo, chuyên đề, chương trình",
        Action::KeepIndicators => "Thêm chỉ tiêu vào danh mục (chỉ khi quản lý toàn hệ thống)",
        Action::KeepKeys => "Mở, thay, đóng khóa ký giấy khen của đơn vị",
        Action::LaunchProgrammes => "Triển khai chương trình xuống đơn vị dưới, giao nhiệm vụ, nhắc",
        Action::WriteReports => "Soạn báo cáo",
        Action::IssueReports => "Ban hành báo cáo, cấp số văn bản, ghi nhiệm kỳ",
        Action::AnswerProgrammes => "Tiếp nhận, trả lời bằng kế hoạch, báo nhiệm vụ đã xong",
        Action::SendFilings => "Gửi bản nộp lên trên, rút về, xin mở lại",
        Action::DecideFilings => "Duyệt, trả lại, mở lại bản nộp của đơn vị bên dưới; gia hạn",
        Action::KeepForms => "Lập, sửa, đóng biểu mẫu cho các đơn vị bên dưới",
        Action::SeeAwards => "Xem cá nhân, hồ sơ đề nghị, quyết định và sổ khen thưởng",
        Action::KeepRegister => {
            "Lập hồ sơ đề nghị; ghi sổ khen thưởng: cá nhân, quyết định trên giấy, lễ trao"
        }
        Action::IssueDecisions => {
            "Thẩm định, điều hành hội đồng; ban hành, đính chính, hủy bỏ quyết định khen thưởng"
        }
        Action::KeepAwardRules => "Khai tư cách khen thưởng của đơn vị, ghi quy định riêng",
    }
}

/// The whole file.
pub fn printed() -> String {
    let mut lines = vec![
        "# Ai được làm gì".to_owned(),
        String::new(),
        "Bảng này in ra từ chính quy tắc của chương trình và được đối chiếu mỗi lần kiểm thử; sửa quy tắc thì in lại"
            .to_owned(),
        "bằng `cargo run -p acts --example permissions`.".to_owned(),
        String::new(),
        row("Việc", Right::ALL.iter().map(|one| right(*one))),
        row("---", Right::ALL.iter().map(|_| ":-:")),
    ];
    for one in Action::ALL {
        let marks = Right::ALL.iter().map(|right| if one.allowed_by(*right) { "có" } else { "–" });
        lines.push(row(action(*one), marks));
    }
    lines.extend(RULES.iter().map(|rule| (*rule).to_owned()));
    lines.join("\n") + "\n"
}

fn row<'a>(first: &'a str, others: impl Iterator<Item = &'a str>) -> String {
    let cells: Vec<&str> = std::iter::once(first).chain(others).collect();
    format!("| {} |", cells.join(" | "))
}

const RULES: &[&str] = &[
    "",
    "## Đọc bảng thế nào",
    "",
    "- Quyền được giao bằng **nhiệm vụ**: một quyền, trên một đơn vị và mọi đơn vị bên dưới, từ ngày đến ngày. Nhiệm vụ",
    "  trên toàn hệ thống phủ mọi đơn vị.",
    "- Các quyền không chứa nhau: người quản lý không nhập số liệu, người nhập không duyệt. Một người có thể có nhiều",
    "  nhiệm vụ.",
    "- Đơn vị ngoài phạm vi thì chương trình trả lời **không tìm thấy**, như thể không có. Đơn vị xem được mà việc không",
    "  được làm thì trả lời **không có quyền**.",
    "- Chuyển, kết thúc hay sắp xếp một đơn vị cần quyền quản lý cả ở đơn vị cấp trên trực tiếp, nơi đi và nơi đến.",
    "- Không ai giao quyền trên nơi mình không quản lý. Đóng tài khoản hay đặt lại mật khẩu cần quyền quản lý ở mọi nơi",
    "  tài khoản ấy còn nhiệm vụ. Không ai tự đóng tài khoản mình.",
    "- Không ai duyệt bản nộp của chính đơn vị mình: quyền duyệt phải nằm ở một đơn vị **bên trên** đơn vị nộp, hoặc trên",
    "  toàn hệ thống.",
    "- Luôn còn ít nhất một người quản lý toàn hệ thống.",
    "- Đơn vị đã kết thúc thì lịch sử thuộc về người đang giữ nơi cũ và nơi kế thừa.",
    "- Có quyền ban hành không làm cho cấp ấy có thẩm quyền: hình thức nào do ai tặng là theo quy định của ngày quyết định,",
    "  không ai bỏ qua được, kể cả người quản lý. Tư cách khen thưởng do một người khai, người khác xác nhận.",
    "- Thẻ truy cập của phần mềm khác có đúng quyền của người tạo ra nó.",
];
