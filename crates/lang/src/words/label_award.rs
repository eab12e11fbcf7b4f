//! Labels of what happens to a case: where it stands, what is lacking, how a council answers, how a decision stands.

use domain::award::{Grade, Ground, Look, Spread, Want};
use domain::decision::{Change, Standing};
use domain::honoree::HonoreeKind;
use domain::nomination::{Answer, Attendance, Stage, Step};

use super::label::Label;

impl Label for Ground {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Merit => ("Công trạng", "Merit"),
            Self::Sudden => ("Đột xuất", "A deed out of the ordinary"),
            Self::Thematic => ("Phong trào, chuyên đề", "A movement or theme"),
            Self::Contribution => ("Quá trình cống hiến", "A life's contribution"),
            Self::Tenure => ("Niên hạn", "Years of service"),
        }
    }
}

impl Label for Grade {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::NotDone => ("Không hoàn thành nhiệm vụ", "Not done"),
            Self::Done => ("Hoàn thành nhiệm vụ", "Done"),
            Self::Well => ("Hoàn thành tốt nhiệm vụ", "Well done"),
            Self::Excellent => ("Hoàn thành xuất sắc nhiệm vụ", "Excellently done"),
        }
    }
}

impl Label for Spread {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Base => ("cơ sở", "within the unit"),
            Self::Province => ("bộ, tỉnh", "within the ministry or province"),
            Self::Nation => ("toàn quốc", "within the country"),
        }
    }
}

impl Label for Stage {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Draft => ("Đang lập", "Draft"),
            Self::Proposed => ("Đã đề nghị", "Sent up"),
            Self::Returned => ("Đã trả lại", "Given back"),
            Self::Vetted => ("Chờ Hội đồng", "Vetted"),
            Self::Carried => ("Hội đồng đồng ý", "Carried"),
            Self::Failed => ("Không đạt", "Not carried"),
            Self::Escalated => ("Đạt khen cao", "Passed on higher"),
            Self::Decided => ("Đã quyết định", "Decided"),
            Self::Withdrawn => ("Đã rút", "Withdrawn"),
        }
    }
}

impl Label for Step {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Propose => ("Gửi đề nghị", "Sent up"),
            Self::Return => ("Trả lại", "Given back"),
            Self::Vet => ("Thẩm định xong", "Vetted"),
            Self::Carry => ("Hội đồng đồng ý", "Carried by the council"),
            Self::Fail => ("Hội đồng không đồng ý", "Not carried by the council"),
            Self::Escalate => ("Chuyển cấp trên xét khen cao hơn", "Passed on for a higher form"),
            Self::Decide => ("Có trong quyết định", "Put into a decision"),
            Self::Withdraw => ("Rút hồ sơ", "Taken back"),
        }
    }
}

impl Label for Answer {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Agree => ("Đồng ý", "Agree"),
            Self::Disagree => ("Không đồng ý", "Disagree"),
            Self::Blank => ("Phiếu trắng", "Blank"),
        }
    }
}

impl Label for Attendance {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Present => ("có mặt", "present"),
            Self::Written => ("vắng, cho ý kiến bằng văn bản", "absent, in writing"),
            Self::Absent => ("vắng", "absent"),
        }
    }
}

impl Label for HonoreeKind {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Collective => ("Tập thể", "Collective"),
            Self::Individual => ("Cá nhân", "Individual"),
            Self::Household => ("Hộ gia đình", "Household"),
            Self::Combined => ("Tập thể, cá nhân không tách được", "Told as one number"),
        }
    }
}

impl Label for Standing {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Valid => ("Còn hiệu lực", "Valid"),
            Self::Annulled => ("Đã hủy bỏ", "Annulled"),
            Self::Stripped => ("Đã tước", "Stripped"),
        }
    }
}

impl Label for Change {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Corrected => ("Đính chính", "Corrected"),
            Self::Annulled => ("Hủy bỏ", "Annulled"),
            Self::Stripped => ("Tước", "Stripped"),
            Self::Restored => ("Phục hồi", "Restored"),
        }
    }
}

impl Label for Want {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::GradeYears => {
                ("số năm liên tục đạt mức xếp loại", "years with the grade, one after another")
            }
            Self::SameYear => ("hình thức được tặng cùng năm", "the form for the same year"),
            Self::Earlier => ("hình thức được tặng trước đó", "the form at an earlier time"),
            Self::FormYears => ("số năm liên tục được tặng", "years with the form, one after another"),
            Self::Times => ("số lần được tặng", "times the form was received"),
            Self::Initiatives => ("sáng kiến được công nhận", "recognised initiatives"),
            Self::Holders => ("số thành viên đạt danh hiệu", "members who hold the title"),
            Self::Disciplined => ("thành viên bị kỷ luật", "members disciplined"),
            Self::UnderReview => ("việc đang xem xét, xác minh", "things under review"),
            Self::DisciplineRuns => ("kỷ luật còn thời hạn", "disciplines that run"),
            Self::HonouredBefore => ("lần đã khen cùng thành tích", "decisions about the same achievement"),
            Self::PartyMonths => ("số tháng tuổi Đảng", "months in the Party"),
            Self::Interval => ("số năm từ lần khen trước", "years since the form was last received"),
            Self::Wait => ("số tháng từ khi kỷ luật", "months since a discipline"),
            Self::Giver => ("thẩm quyền tặng", "the right to confer"),
        }
    }
}

impl Label for Look {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Words => {
                ("quy định bằng lời, chương trình không tự xét", "said in words that no program can check")
            }
            Self::NotKnown => ("chưa có dữ kiện", "a fact is not on record"),
            Self::SplitUnit => ("có năm thuộc đơn vị đã chia", "a year belongs to a unit that was split"),
            Self::JoinedUnits => {
                ("có năm thuộc đơn vị đã nhập", "a year belongs to one of several joined units")
            }
            Self::DisciplineYear => ("năm có kỷ luật kết thúc", "a discipline ended within the year"),
            Self::NotNeighbouring => ("các lần không liền năm", "the times are not in neighbouring years"),
            Self::DayNotReached => ("đủ tháng, chưa đủ ngày", "the month is reached, the day is not"),
            Self::EarlyGrave => ("xét sớm do bệnh nặng", "early, for grave illness"),
            Self::EarlyPosthumous => ("truy tặng trước hạn", "early, after death"),
        }
    }
}
