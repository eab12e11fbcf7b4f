//! Recipients and forms of awards.
//!
//! Not here: the rules that tie them (`award`, `recipient`).

use std::sync::LazyLock;

use crate::phrase::Phrases;

/// Who is awarded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Recipient {
    Collective,
    Individual,
    Combined,
    Household,
}

/// Recipients that are awarded wherever an award is spoken of in the sentence.
pub(crate) const RECIPIENT_WORDS: &[(&str, Recipient, bool)] = &[
    ("tập thể và cá nhân", Recipient::Combined, true),
    ("tập thể , cá nhân", Recipient::Combined, true),
    ("cá nhân và tập thể", Recipient::Combined, true),
    ("cá nhân , tập thể", Recipient::Combined, true),
    ("tập thể / cá nhân", Recipient::Combined, true),
    ("tập thể - cá nhân", Recipient::Combined, true),
    ("tập thể cá nhân", Recipient::Combined, true),
    ("lượt tập thể , cá nhân", Recipient::Combined, true),
    ("lượt tập thể và cá nhân", Recipient::Combined, true),
    ("tổ chức , cá nhân", Recipient::Combined, true),
    ("tổ chức và cá nhân", Recipient::Combined, true),
    ("tập thể , hộ gia đình , cá nhân", Recipient::Combined, true),
    ("tập thể , gia đình , cá nhân", Recipient::Combined, true),
    ("đơn vị , cá nhân", Recipient::Combined, true),
    ("đơn vị và cá nhân", Recipient::Combined, true),
    ("tập thể", Recipient::Collective, true),
    ("lượt tập thể", Recipient::Collective, true),
    ("cá nhân", Recipient::Individual, true),
    ("lượt cá nhân", Recipient::Individual, true),
    ("gương điển hình", Recipient::Combined, true),
    ("điển hình tiên tiến", Recipient::Combined, true),
    ("gương tập thể , cá nhân", Recipient::Combined, true),
    ("điển hình tập thể , cá nhân", Recipient::Combined, true),
    ("tấm gương tập thể , cá nhân", Recipient::Combined, true),
    ("gương tập thể", Recipient::Collective, true),
    ("điển hình tập thể", Recipient::Collective, true),
    ("gương cá nhân", Recipient::Individual, true),
    ("điển hình cá nhân", Recipient::Individual, true),
    ("tấm gương", Recipient::Combined, false),
    ("gương", Recipient::Combined, false),
    ("điển hình", Recipient::Combined, false),
    ("tổ chức", Recipient::Collective, false),
    ("đơn vị", Recipient::Collective, false),
    ("cơ quan", Recipient::Collective, false),
    ("tổ chức đảng", Recipient::Collective, false),
    ("tổ chức cơ sở đảng", Recipient::Collective, false),
    ("chi bộ", Recipient::Collective, false),
    ("đảng bộ", Recipient::Collective, false),
    ("chi , đảng bộ", Recipient::Collective, false),
    ("doanh nghiệp", Recipient::Collective, false),
    ("đồng chí", Recipient::Individual, false),
    ("đảng viên", Recipient::Individual, false),
    ("cán bộ", Recipient::Individual, false),
    ("người", Recipient::Individual, false),
    ("hội viên", Recipient::Individual, false),
    ("đoàn viên", Recipient::Individual, false),
    ("học sinh", Recipient::Individual, false),
    ("giáo viên", Recipient::Individual, false),
    ("chiến sĩ", Recipient::Individual, false),
    ("phụ nữ", Recipient::Individual, false),
    ("nông dân", Recipient::Individual, false),
    ("công nhân", Recipient::Individual, false),
    ("người lao động", Recipient::Individual, false),
    ("em", Recipient::Individual, false),
    ("thanh niên", Recipient::Individual, false),
    ("cán bộ , đảng viên", Recipient::Individual, false),
    ("hộ", Recipient::Household, false),
    ("gia đình", Recipient::Household, false),
    ("hộ gia đình", Recipient::Household, false),
    ("hộ nông dân", Recipient::Household, false),
];

pub(crate) static RECIPIENT: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(&RECIPIENT_WORDS.iter().map(|(w, ..)| *w).collect::<Vec<_>>()));

/// Forms of recognition: as written, as shown, and whether it is a thing that is handed over.
pub(crate) const FORM_WORDS: &[(&str, &str, bool)] = &[
    ("giấy khen", "Giấy khen", true),
    ("bằng khen", "Bằng khen", true),
    ("thư khen", "Thư khen", true),
    ("bằng ghi nhận", "Bằng ghi nhận", true),
    ("bằng ghi công", "Bằng ghi công", true),
    ("giấy chứng nhận", "Giấy chứng nhận", true),
    ("kỷ niệm chương", "Kỷ niệm chương", true),
    ("huân chương", "Huân chương", true),
    ("huy chương", "Huy chương", true),
    ("cờ thi đua", "Cờ thi đua", true),
    ("huân chương lao động", "Huân chương Lao động", true),
    ("biểu trưng", "Biểu trưng", true),
    ("danh hiệu", "Danh hiệu", true),
    ("chiến sĩ thi đua", "Chiến sĩ thi đua", true),
    ("chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cơ sở", true),
    ("lao động tiên tiến", "Lao động tiên tiến", true),
    ("tập thể lao động xuất sắc", "Tập thể lao động xuất sắc", true),
    ("tập thể lao động tiên tiến", "Tập thể lao động tiên tiến", true),
    ("huy hiệu", "Huy hiệu", true),
    ("biểu dương , khen thưởng", "Biểu dương, khen thưởng", false),
    ("biểu dương khen thưởng", "Biểu dương, khen thưởng", false),
    ("biểu dương và khen thưởng", "Biểu dương, khen thưởng", false),
    ("tuyên dương , khen thưởng", "Tuyên dương, khen thưởng", false),
    ("tuyên dương khen thưởng", "Tuyên dương, khen thưởng", false),
    ("tuyên dương và khen thưởng", "Tuyên dương, khen thưởng", false),
    ("biểu dương , ghi danh", "Biểu dương, ghi danh", false),
    ("ghi danh , biểu dương", "Biểu dương, ghi danh", false),
    ("biểu dương , tôn vinh", "Biểu dương, tôn vinh", false),
    ("tôn vinh , biểu dương", "Biểu dương, tôn vinh", false),
    ("biểu dương , tuyên dương", "Biểu dương, tuyên dương", false),
    ("tôn vinh , khen thưởng", "Tôn vinh, khen thưởng", false),
    ("khen thưởng", "Khen thưởng", false),
    ("khen thưởng , biểu dương", "Biểu dương, khen thưởng", false),
    ("biểu dương", "Biểu dương", false),
    ("tuyên dương", "Tuyên dương", false),
    ("tôn vinh", "Tôn vinh", false),
    ("vinh danh", "Vinh danh", false),
    ("ghi danh", "Ghi danh", false),
    ("khen tặng", "Khen thưởng", false),
    ("tiền thưởng", "Khen thưởng", false),
    ("biểu dương , khen tặng", "Biểu dương, khen thưởng", false),
    ("biểu dương và tặng quà", "Biểu dương", false),
];

pub(crate) static FORM: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(&FORM_WORDS.iter().map(|(w, ..)| *w).collect::<Vec<_>>()));
