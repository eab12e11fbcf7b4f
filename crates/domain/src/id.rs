//! Identities: 64-bit integers made by the program, one type per noun, the same on both engines.
//!
//! Not here: where the time and the randomness of a new id come from; both are handed in.

use std::fmt;
use std::str::FromStr;

/// The letters of an id as printed: digits and lower-case letters without `i l o u`, so that an id read
/// aloud or copied from paper has one reading only.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A text that is no id: wrong letters, empty, or beyond 63 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

/// Prints an id in base 32 (Crockford's alphabet), without leading zeros.
pub fn print(id: i64) -> String {
    let mut rest = id.unsigned_abs();
    let mut letters = Vec::with_capacity(13);
    loop {
        let digit = usize::try_from(rest % 32).unwrap_or(0);
        letters.push(ALPHABET.get(digit).copied().map_or('0', char::from));
        rest /= 32;
        if rest == 0 {
            break;
        }
    }
    letters.iter().rev().collect()
}

/// Reads what [`print()`] printed.
pub fn parse(text: &str) -> Result<i64, NotAnId> {
    if text.is_empty() || text.len() > 13 {
        return Err(NotAnId);
    }
    text.bytes().try_fold(0_i64, |value, letter| {
        let digit = ALPHABET.iter().position(|known| *known == letter.to_ascii_lowercase()).ok_or(NotAnId)?;
        let digit = i64::try_from(digit).map_err(|_| NotAnId)?;
        value.checked_mul(32).and_then(|shifted| shifted.checked_add(digit)).ok_or(NotAnId)
    })
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(into = "String", try_from = "String")]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&print(self.0)) }
        }
        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> { parse(text).map(Self) }
        }
        impl From<$name> for String { fn from(id: $name) -> String { id.to_string() } }
        impl TryFrom<String> for $name {
            type Error = NotAnId;
            fn try_from(text: String) -> Result<Self, NotAnId> { text.parse() }
        }
    )*};
}

ids! {
    /// A unit (đơn vị): its permanent identity, whatever its name or place in the tree.
    UnitId
    /// An account (tài khoản) of a person who uses the program.
    AccountId
    /// A duty (nhiệm vụ được giao): an account's right over a unit and all below it, between two dates.
    DutyId
    /// An indicator (chỉ tiêu) of the catalogue.
    IndicatorId
    /// A directive (văn bản chỉ đạo).
    DirectiveId
    /// A theme (chuyên đề).
    ThemeId
    /// A programme (chương trình).
    ProgrammeId
    /// A submission: what one unit says for one period, by one road, in one scope.
    SubmissionId
    /// A piece of evidence (minh chứng) behind one figure.
    EvidenceId
    /// A document that was read (văn bản, báo cáo gửi đến).
    DocumentId
    /// A stack of reports handed in together.
    StackId
    /// A proposal that the reader found in a document.
    ProposalId
    /// A batch of rows that came in together and can be undone together.
    BatchId
    /// A reorganisation (sắp xếp tổ chức): one decision, one or more successions.
    ReorganisationId
    /// A form (biểu mẫu).
    FormId
    /// A filing (bản nộp): a unit's answers to a form for a period.
    FilingId
    /// A reminder (nhắc việc) that was given.
    NoticeId
    /// A sheet (giấy khen, bằng khen) about a line of a decision.
    CertificateId
    /// A printer with how far it is off.
    PrinterId
    /// A signing key (khóa ký) of a unit.
    KeyId
    /// A line of the ledger (nhật ký).
    LedgerId
    /// A freeze (chốt số liệu).
    FreezeId
    /// A table of totals (bảng tổng hợp) that was kept.
    PivotId
    /// A launch (triển khai): one sending of a programme down to units.
    LaunchId
    /// A clause (khoản, mục) of a directive.
    ClauseId
    /// A task (nhiệm vụ) of a programme.
    TaskId
    /// A plan (kế hoạch) with which a unit answers a programme.
    PlanId
    /// A person (cá nhân) of the register of awards.
    PersonId
    /// A decision on awards (quyết định khen thưởng).
    DecisionId
    /// A line of a decision's list (người, tập thể được khen).
    HonoreeId
    /// A round of awards (đợt khen).
    RoundId
    /// A meeting of a council (phiên họp hội đồng).
    CouncilId
    /// A nomination (hồ sơ đề nghị khen thưởng).
    NominationId
    /// A ceremony (lễ trao) at which awards were handed over.
    CeremonyId
    /// A capacity in which a unit confers.
    CapacityId
    /// A record of one thing happening to another: a change of a decision, a step of a nomination.
    StepId
    /// A report (báo cáo) that is written here.
    ReportId
    /// A paragraph of a report.
    ParagraphId
}

/// Milliseconds from the Unix epoch to 1 January 2025 UTC: ids count from there.
const EPOCH_MS: i64 = 1_735_689_600_000;

/// Composes an id from the time in milliseconds since the Unix epoch, a node number (0–1023) that tells
/// programs over one database apart, and a serial number (0–4095) within the millisecond.
/// Later ids are larger; before 2025 and beyond the year 2094 the time part is clamped.
pub fn compose(now_ms: i64, node: u16, serial: u16) -> i64 {
    let ms = now_ms.saturating_sub(EPOCH_MS).clamp(0, (1 << 41) - 1);
    (ms << 22) | (i64::from(node & 1023) << 12) | i64::from(serial & 4095)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_printing() {
        for id in [0, 1, 31, 32, 1 << 40, i64::MAX] {
            assert_eq!(parse(&print(id)), Ok(id));
        }
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "đ", "../etc", "zzzzzzzzzzzzzz", "u"] {
            assert_eq!(parse(text), Err(NotAnId), "{text}");
        }
    }

    #[test]
    fn later_ids_are_larger() {
        assert!(compose(EPOCH_MS + 5, 3, 4095) < compose(EPOCH_MS + 6, 0, 0));
    }
}
