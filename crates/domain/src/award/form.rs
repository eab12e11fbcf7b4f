//! Forms of honour and the small lists that rules are written in: sides, recipients, grounds, givers, grades.
//!
//! Not here: the list of forms, which is dated data.

use crate::code::codes;
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// A text that cannot be a form's code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a form's code")]
pub struct NotAForm;

/// The code of a form: its Vietnamese name without marks, joined by hyphens (`bang-khen-thu-tuong`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct FormCode(String);

impl FormCode {
    /// The code as a text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for FormCode {
    type Err = NotAForm;

    fn from_str(text: &str) -> Result<Self, NotAForm> {
        let sound = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        let whole = !text.is_empty() && text.len() <= 60 && text.chars().all(sound);
        whole.then(|| Self(text.to_owned())).ok_or(NotAForm)
    }
}

impl fmt::Display for FormCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Which body of rules a form belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Side {
    /// The State's law of emulation and commendation.
    State,
    /// The Party's rules.
    Party,
}

codes!(Side { State = "state", Party = "party" });

/// What kind of honour a form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum FormClass {
    /// A title of emulation (danh hiệu thi đua).
    Title,
    /// A form of commendation (hình thức khen thưởng).
    Award,
    /// A badge for years in the Party (Huy hiệu Đảng).
    Badge,
    /// Praise or an entry in a roll (biểu dương, ghi danh).
    Praise,
}

codes!(FormClass { Title = "title", Award = "award", Badge = "badge", Praise = "praise" });

/// Who is honoured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Recipient {
    /// A person (cá nhân).
    Individual,
    /// A collective (tập thể).
    Collective,
    /// A household (hộ gia đình).
    Household,
}

codes!(Recipient { Individual = "individual", Collective = "collective", Household = "household" });

/// On which ground (loại hình khen thưởng).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Ground {
    /// Merit over years of work (công trạng).
    Merit,
    /// A deed out of the ordinary (đột xuất).
    Sudden,
    /// A movement or theme (phong trào, chuyên đề).
    Thematic,
    /// A life's contribution (quá trình cống hiến).
    Contribution,
    /// Years of service or membership (niên hạn).
    Tenure,
}

codes!(Ground {
    Merit = "merit",
    Sudden = "sudden",
    Thematic = "thematic",
    Contribution = "contribution",
    Tenure = "tenure",
});

/// Who confers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Giver {
    /// Chủ tịch nước.
    President,
    /// Thủ tướng Chính phủ.
    PrimeMinister,
    /// Bộ trưởng, thủ trưởng ban, ngành trung ương.
    Minister,
    /// A central mass organisation.
    CentralMass,
    /// Chủ tịch UBND tỉnh, thành phố.
    ProvinceChair,
    /// Chủ tịch UBND huyện, quận: until 30 June 2025.
    DistrictChair,
    /// Chủ tịch UBND xã, phường, đặc khu.
    CommuneChair,
    /// The head of an agency or unit with legal personality.
    UnitHead,
    /// The director or chair of an enterprise.
    EnterpriseHead,
    /// A Party cell below a grass-roots committee (chi bộ trực thuộc).
    Cell,
    /// A grass-roots Party cell (chi bộ cơ sở).
    GrassrootsCell,
    /// A grass-roots Party committee (đảng ủy cơ sở).
    GrassrootsCommittee,
    /// The standing board of a committee above the grass roots.
    CommitteeBoard,
    /// The standing board of a provincial Party committee.
    ProvinceBoard,
}

codes!(Giver {
    President = "president",
    PrimeMinister = "prime-minister",
    Minister = "minister",
    CentralMass = "central-mass",
    ProvinceChair = "province-chair",
    DistrictChair = "district-chair",
    CommuneChair = "commune-chair",
    UnitHead = "unit-head",
    EnterpriseHead = "enterprise-head",
    Cell = "cell",
    GrassrootsCell = "grassroots-cell",
    GrassrootsCommittee = "grassroots-committee",
    CommitteeBoard = "committee-board",
    ProvinceBoard = "province-board",
});

/// The yearly grade of the work done, as others decided it; this program never grades anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Grade {
    /// Không hoàn thành nhiệm vụ.
    NotDone,
    /// Hoàn thành nhiệm vụ.
    Done,
    /// Hoàn thành tốt nhiệm vụ.
    Well,
    /// Hoàn thành xuất sắc nhiệm vụ.
    Excellent,
}

codes!(Grade { NotDone = "not-done", Done = "done", Well = "well", Excellent = "excellent" });

/// How far an initiative or study was recognised to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Spread {
    /// Within the unit (cơ sở).
    Base,
    /// Within the ministry or province.
    Province,
    /// Within the country.
    Nation,
}

codes!(Spread { Base = "base", Province = "province", Nation = "nation" });

/// How heavy a discipline is, Party and State side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Severity {
    /// Khiển trách.
    Reprimand,
    /// Cảnh cáo.
    Warning,
    /// Cách chức and heavier.
    Dismissal,
}

codes!(Severity { Reprimand = "reprimand", Warning = "warning", Dismissal = "dismissal" });

/// How a row is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Trust {
    /// The official text or the page of the office itself was read.
    A,
    /// Press, or a site of legal information.
    B,
    /// Secondary notes.
    C,
    /// From memory.
    M,
}

codes!(Trust { A = "A", B = "B", C = "C", M = "M" });

impl Trust {
    /// Whether it may be shown without "chưa kiểm chứng".
    pub fn verified(self) -> bool {
        match self {
            Self::A | Self::B => true,
            Self::C | Self::M => false,
        }
    }
}

/// A form of honour, as a row.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct AwardForm {
    /// Its code.
    pub code: FormCode,
    /// Its name in Vietnamese.
    pub name: String,
    /// Whose rules it follows.
    pub side: Side,
    /// What kind of honour it is.
    pub class: FormClass,
    /// Who may receive it.
    pub recipients: Vec<Recipient>,
    /// The first day on which it may be conferred under the texts that are registered.
    pub valid_from: Date,
    /// The day on which it no longer may; [`crate::unit::OPEN`] while it may.
    pub valid_to: Date,
    /// Where this comes from.
    pub source: String,
    /// How far that is to be trusted.
    pub trust: Trust,
}

impl AwardForm {
    /// Whether it may be conferred on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.valid_from <= day && day < self.valid_to
    }
}
