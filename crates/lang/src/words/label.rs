//! Labels of the domain's kinds: what a unit is, what a right allows, how documents follow one another.

use domain::acknowledgement::Standing;
use domain::authority::{Action, Right};
use domain::award::{Giver, Recipient};
use domain::directive::Relation;
use domain::freeze::difference::Cause;
use domain::indicator::{Nature, OverTime, Subject};
use domain::pivot::{Cut, Relative};
use domain::report::{PaperForm, ReportKind};
use domain::submission::{Road, Scope, Source};
use domain::task::Progress;
use domain::unit::UnitKind;

use crate::Lang;

/// A domain kind that has a name on the screen.
pub trait Label: Copy {
    /// The name, in Vietnamese and in English.
    fn both(self) -> (&'static str, &'static str);

    /// The name in one language.
    fn label(self, lang: Lang) -> &'static str {
        let (vi, en) = self.both();
        match lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}

impl Label for UnitKind {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Country => ("Trung ương", "Central level"),
            Self::Province => ("Tỉnh, thành phố", "Province or city"),
            Self::District => ("Quận, huyện", "District"),
            Self::Commune => ("Xã, phường, đặc khu", "Commune, ward or special zone"),
            Self::Committee => ("Đảng bộ cấp trên cơ sở", "Party committee above the grass roots"),
            Self::GrassrootsCommittee => ("Đảng bộ cơ sở", "Grass-roots Party committee"),
            Self::Cell => ("Chi bộ", "Party cell"),
            Self::Agency => ("Cơ quan, đơn vị sự nghiệp", "Agency"),
            Self::Enterprise => ("Doanh nghiệp", "Enterprise"),
            Self::School => ("Trường học", "School"),
            Self::Mass => ("Đoàn thể", "Mass organisation"),
            Self::Village => ("Thôn, tổ dân phố", "Village or quarter"),
            Self::Other => ("Loại khác", "Other"),
        }
    }
}

impl Label for Recipient {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Individual => ("Cá nhân", "Individual"),
            Self::Collective => ("Tập thể", "Collective"),
            Self::Household => ("Hộ gia đình", "Household"),
        }
    }
}

impl Label for Giver {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::President => ("Chủ tịch nước", "the President"),
            Self::PrimeMinister => ("Thủ tướng Chính phủ", "the Prime Minister"),
            Self::Minister => ("Bộ trưởng, thủ trưởng ban, ngành", "a minister or head of a central body"),
            Self::CentralMass => ("đoàn thể trung ương", "a central mass organisation"),
            Self::ProvinceChair => ("Chủ tịch UBND tỉnh", "the provincial chair"),
            Self::DistrictChair => ("Chủ tịch UBND huyện", "the district chair"),
            Self::CommuneChair => ("Chủ tịch UBND xã", "the commune chair"),
            Self::UnitHead => ("thủ trưởng đơn vị có tư cách pháp nhân", "the head of a unit"),
            Self::EnterpriseHead => ("người đứng đầu doanh nghiệp", "the head of an enterprise"),
            Self::Cell => ("chi bộ trực thuộc", "a Party cell"),
            Self::GrassrootsCell => ("chi bộ cơ sở", "a grass-roots cell"),
            Self::GrassrootsCommittee => ("đảng ủy cơ sở", "a grass-roots committee"),
            Self::CommitteeBoard => ("ban thường vụ cấp trên cơ sở", "the board above the grass roots"),
            Self::ProvinceBoard => ("ban thường vụ tỉnh ủy", "the provincial standing board"),
        }
    }
}

impl Label for Right {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::View => ("Xem", "View"),
            Self::Enter => ("Nhập số liệu", "Enter figures"),
            Self::Approve => ("Duyệt", "Approve"),
            Self::Manage => ("Quản trị", "Manage"),
        }
    }
}

impl Label for Action {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::SeeUnit => ("Xem đơn vị và lịch sử", "See units and their history"),
            Self::SeeFigures => ("Xem số liệu, minh chứng", "See figures and evidence"),
            Self::SeeDocuments => ("Xem báo cáo gửi đến", "See documents received"),
            Self::EnterFigures => ("Nhập, sửa số liệu", "Enter and correct figures"),
            Self::ReadDocuments => ("Tải lên và đọc báo cáo", "Upload and read reports"),
            Self::FreezeFigures => ("Chốt số liệu", "Freeze figures"),
            Self::KeepUnits => ("Tạo, đổi tên, sắp xếp đơn vị", "Create, rename and rearrange units"),
            Self::KeepAccounts => ("Tạo, khoá tài khoản", "Create and close accounts"),
            Self::GrantDuties => ("Giao, kết thúc quyền", "Grant and end duties"),
            Self::SeeLedger => ("Xem nhật ký", "Read the ledger"),
            Self::KeepProgrammes => {
                ("Ghi văn bản, chuyên đề, chương trình", "Register directives and programmes")
            }
            Self::KeepIndicators => ("Thêm chỉ tiêu", "Add indicators"),
            Self::KeepKeys => ("Giữ khoá ký giấy khen", "Keep the keys that sign certificates"),
            Self::LaunchProgrammes => {
                ("Triển khai chương trình, giao nhiệm vụ", "Send programmes down and give tasks")
            }
            Self::WriteReports => ("Soạn báo cáo", "Write reports"),
            Self::IssueReports => ("Ban hành báo cáo, cấp số văn bản", "Issue reports under a number"),
            Self::AnswerProgrammes => {
                ("Tiếp nhận, gửi kế hoạch, báo nhiệm vụ đã xong", "Receive programmes and answer them")
            }
            Self::SendFilings => ("Gửi, rút bản nộp; xin mở lại", "Send and withdraw filings"),
            Self::DecideFilings => (
                "Duyệt, trả lại, mở lại bản nộp của cấp dưới",
                "Accept, return and reopen filings from below",
            ),
            Self::KeepForms => ("Lập, sửa, đóng biểu mẫu", "Make, change and close forms"),
            Self::SeeAwards => {
                ("Xem hồ sơ, quyết định khen thưởng", "See nominations and decisions on awards")
            }
            Self::KeepRegister => ("Ghi sổ khen thưởng", "Keep the register of awards"),
            Self::IssueDecisions => ("Ban hành quyết định khen thưởng", "Issue decisions on awards"),
            Self::KeepAwardRules => ("Ghi quy định khen thưởng", "Keep the rules of commendation"),
        }
    }
}

impl Label for Cut {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Months => ("Từng tháng", "Months"),
            Self::Quarters => ("Từng quý", "Quarters"),
            Self::Halves => ("Từng nửa năm", "Half-years"),
            Self::Years => ("Từng năm", "Years"),
        }
    }
}

impl Label for Relative {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::ThisMonth => ("Tháng này", "This month"),
            Self::ThisQuarter => ("Quý này", "This quarter"),
            Self::LastQuarter => ("Quý trước", "Last quarter"),
            Self::QuarterLastYear => ("Quý này năm trước", "This quarter last year"),
            Self::LastFourQuarters => ("4 quý gần nhất", "The last four quarters"),
            Self::YearToDate => ("Từ đầu năm", "Since January"),
        }
    }
}

impl Label for Cause {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Late => ("Nộp muộn", "Sent late"),
            Self::Corrected => ("Sửa số", "Corrected"),
            Self::Withdrawn => ("Rút lại", "Withdrawn"),
            Self::NewUnit => ("Đơn vị mới", "New unit"),
            Self::Reorganised => ("Sắp xếp đơn vị", "Reorganised"),
            Self::Stated => ("Số báo cáo chung", "Whole statement"),
            Self::Replaced => ("Kỳ đứng thay", "Other period"),
        }
    }
}

impl Label for Standing {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Sent => ("Chưa mở", "Not opened"),
            Self::Opened => ("Đã mở", "Opened"),
            Self::Received => ("Đã tiếp nhận", "Received"),
            Self::Planned => ("Đã có kế hoạch", "Has its plan"),
            Self::Overdue => ("Quá hạn", "Overdue"),
        }
    }
}

impl Label for ReportKind {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Month => ("Báo cáo tháng", "Monthly report"),
            Self::Quarter => ("Báo cáo quý", "Quarterly report"),
            Self::HalfYear => ("Báo cáo 6 tháng", "Half-year report"),
            Self::Year => ("Báo cáo năm", "Yearly report"),
            Self::Interim => ("Báo cáo sơ kết", "Interim review"),
            Self::Final => ("Báo cáo tổng kết", "Final review"),
        }
    }
}

impl Label for PaperForm {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Party => ("Văn bản Đảng", "Party paper"),
            Self::State => ("Văn bản hành chính", "State paper"),
        }
    }
}

impl Label for Progress {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Open => ("Đang làm", "To do"),
            Self::Overdue => ("Quá hạn", "Overdue"),
            Self::Done => ("Đã xong", "Done"),
            Self::DoneLate => ("Xong sau hạn", "Done late"),
        }
    }
}

impl Label for Relation {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Continues => ("tiếp tục thực hiện", "continues"),
            Self::Replaces => ("thay thế", "replaces"),
            Self::Amends => ("sửa đổi, bổ sung", "amends"),
            Self::Guides => ("hướng dẫn thực hiện", "guides"),
        }
    }
}

impl Label for domain::filing::Standing {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::NotBegun => ("Chưa nhập", "Not entered"),
            Self::Entering => ("Đang nhập", "Being entered"),
            Self::Sent => ("Chờ duyệt", "Waiting"),
            Self::Returned => ("Trả lại để sửa", "Given back"),
            Self::Accepted => ("Đã duyệt", "Accepted"),
        }
    }
}

impl Label for Road {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Declared => ("Đơn vị báo cáo", "Declared"),
            Self::Evidenced => ("Đếm từ hồ sơ", "Counted from records"),
        }
    }
}

impl Label for Scope {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Own => ("Riêng đơn vị", "The unit itself"),
            Self::Whole => ("Toàn đơn vị và cấp dưới", "The unit with all below it"),
        }
    }
}

impl Label for Source {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Typed => ("nhập trên trang", "typed"),
            Self::Imported => ("nhập từ Excel", "imported from a sheet"),
            Self::Read => ("đọc từ báo cáo", "read from a report"),
            Self::Interface => ("gửi qua giao diện lập trình", "sent by another program"),
            Self::Counted => ("đếm từ hồ sơ", "counted from records"),
        }
    }
}

impl Label for Subject {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Any => ("chung", "all"),
            Self::Collective => ("tập thể", "collectives"),
            Self::Individual => ("cá nhân", "individuals"),
            Self::Household => ("hộ gia đình", "households"),
            Self::Combined => ("tập thể và cá nhân", "collectives and individuals"),
        }
    }
}

impl Label for Nature {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Count => ("Số đếm", "Count"),
            Self::Money => ("Tiền", "Money"),
            Self::Share => ("Tỷ lệ", "Share"),
        }
    }
}

impl Label for OverTime {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Sum => ("cộng các kỳ", "added over periods"),
            Self::Last => ("lấy kỳ cuối", "the last period stands"),
            Self::Distinct => ("không cộng các kỳ", "not added over periods"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use domain::unit::UnitKind;

    use super::Label;
    use crate::Lang;

    #[test]
    fn no_two_kinds_of_unit_share_a_name() {
        for lang in Lang::ALL {
            let names: HashSet<&str> = UnitKind::ALL.iter().map(|kind| kind.label(lang)).collect();
            assert_eq!(names.len(), UnitKind::ALL.len());
        }
    }
}
