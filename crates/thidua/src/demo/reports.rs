//! The five reports that the articles would have been written from: sentences of our own whose figures are bound to
//! what was read out of each article. The first one is issued in the demonstration; a test issues all five.
//!
//! Signers and places are invented and say so. Not here: how a report looks (`web::report::paper`).

use acts::Ctx;
use acts::report::issue::{self, IssueRefusal};
use acts::report::text::{self, Sent};
use acts::report::{self, NewReport, PaperWords, Term, bound, outline};
use anyhow::{Context as _, anyhow};
use domain::id::ReportId;
use domain::indicator::{Breakdown, Subject};
use domain::report::{PaperForm, ReportKind};
use domain::unit::UnitId;
use jiff::civil::{Date, date};

use super::articles::{BY_ALL_LEVELS, KEPT_AND_NEW};
use crate::web::report::paper::{self, Door};

/// A figure that the text names: the name, the indicator's code, whom it counts, the detail.
type Named = (&'static str, &'static str, Subject, &'static str);

/// A report of one of the articles' committees.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// The article's number.
    pub article: &'static str,
    /// The code of the committee.
    pub unit: &'static str,
    /// Which outline.
    pub kind: ReportKind,
    /// For which days.
    pub period: &'static str,
    /// The day on the paper.
    pub day: Date,
    /// The term within which it is numbered: name, first and last day.
    pub term: (&'static str, Date, Date),
    /// What it is about.
    pub subject: &'static str,
    /// The body above and the issuer, in capitals.
    pub head: (&'static str, &'static str),
    /// Its symbol, and where it is issued.
    pub organ: (&'static str, &'static str),
    /// Whose form it has.
    pub form: PaperForm,
    /// On whose behalf it is signed, and by which post.
    pub signing: (&'static str, &'static str),
    /// Who receives it.
    pub recipients: &'static str,
    /// The figures that the text names.
    pub figures: &'static [Named],
    /// Paragraphs: under which heading, and the words.
    pub paragraphs: &'static [(&'static str, &'static str)],
}

use Subject::{Any, Collective, Combined, Individual};

/// Who signs for a Party committee.
const COMMITTEE: (&str, &str) = ("BAN THƯỜNG VỤ", "PHÓ BÍ THƯ");

/// What stands under every invented name.
const SIGNER: &str = "Lê Văn Minh Họa";

/// The five.
pub const CASES: &[Case] = &[
    Case {
        article: "000",
        unit: "K00",
        kind: ReportKind::Interim,
        period: "2021-2024",
        day: date(2024, 5, 16),
        term: ("2020-2025", date(2020, 7, 1), date(2025, 2, 1)),
        subject: "sơ kết 03 năm thực hiện Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị khóa XIII",
        head: ("THÀNH ỦY CẦN THƠ", "ĐẢNG ỦY KHỐI CƠ QUAN\nDÂN CHÍNH ĐẢNG"),
        organ: ("ĐUK", "Cần Thơ"),
        form: PaperForm::Party,
        signing: COMMITTEE,
        recipients: "Ban Thường vụ Thành ủy (để báo cáo)\nCác đảng ủy, chi bộ trực thuộc\nLưu Văn phòng Đảng ủy Khối",
        figures: &[
            ("DOI", "HD04", Any, KEPT_AND_NEW),
            ("CAY", "HD01", Any, ""),
            ("MAU", "HD02", Any, ""),
            ("TIEN", "HD03", Any, ""),
            ("KHEN", "KT10", Combined, BY_ALL_LEVELS),
            ("GK-TT", "KT10", Collective, "Giấy khen, cấp trên cơ sở"),
            ("GK-CN", "KT10", Individual, "Giấy khen, cấp trên cơ sở"),
        ],
        paragraphs: &[
            (
                "Công tác lãnh đạo, chỉ đạo",
                "Ban Thường vụ Đảng ủy Khối đã chỉ đạo các cấp ủy trực thuộc cụ thể hóa Kết luận số 01-KL/TW gắn với \
                 Nghị quyết Trung ương 4 (khóa XI, XII), Kết luận số 21-KL/TW; đưa nội dung học tập và làm theo Bác \
                 vào nghị quyết, chương trình, kế hoạch hằng năm.",
            ),
            (
                "Đăng ký và làm theo",
                "Hằng năm, cán bộ, đảng viên, công chức, viên chức, người lao động xây dựng kế hoạch cá nhân, cam kết \
                 tu dưỡng, rèn luyện; kết quả thực hiện là cơ sở đánh giá, kiểm điểm cuối năm.",
            ),
            (
                "Gắn với phong trào thi đua và Nghị quyết Trung ương 4",
                "Qua 03 năm, các cấp ủy đã duy trì và thành lập được {{DOI}} đội hình tình nguyện tại chỗ; trồng mới \
                 {{CAY}} cây xanh; hiến {{MAU}} đơn vị máu; đóng góp {{TIEN}} chăm lo an sinh xã hội.",
            ),
            (
                "Biểu dương, khen thưởng",
                "Có {{KHEN}} tập thể và cá nhân được các cấp khen thưởng. Tại hội nghị sơ kết, Ban Thường vụ Đảng ủy \
                 Khối tặng Giấy khen cho {{GK-TT}} tập thể và {{GK-CN}} cá nhân có thành tích xuất sắc.\nSố liệu chia \
                 theo đơn vị ở Phụ lục 2 là minh họa.",
            ),
            (
                "Hạn chế, nguyên nhân",
                "Một số nơi chưa gắn kế hoạch cá nhân với hạn chế, khuyết điểm đã chỉ ra trong đợt kiểm điểm cuối năm.\n\
                 Nguyên nhân chủ yếu là người đứng đầu một số chi bộ chưa thường xuyên kiểm tra, nhắc nhở (minh họa).",
            ),
            (
                "Nhiệm vụ trọng tâm",
                "- Khắc phục hạn chế, khuyết điểm trong đợt kiểm điểm năm 2023; chọn vấn đề bức xúc, nổi cộm để tham \
                 mưu giải quyết.\n- Biểu dương, khen thưởng kịp thời và nhân rộng điển hình tiên tiến.",
            ),
        ],
    },
    Case {
        article: "001",
        unit: "K01",
        kind: ReportKind::Year,
        period: "2023",
        day: date(2024, 1, 15),
        term: ("2020-2025", date(2020, 7, 1), date(2025, 2, 1)),
        subject: "kết quả học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2023",
        head: ("TỈNH ỦY", "ĐẢNG ỦY CÁC CƠ QUAN TỈNH"),
        organ: ("ĐUCCQ", "Tỉnh lỵ"),
        form: PaperForm::Party,
        signing: COMMITTEE,
        recipients: "Ban Tuyên giáo Tỉnh ủy\nCác tổ chức cơ sở đảng trực thuộc\nLưu Văn phòng Đảng ủy",
        figures: &[
            ("DIEM", "HT02", Any, ""),
            ("LUOT", "HT03", Any, ""),
            ("HOC", "HT04", Any, ""),
            ("VIEC-TT", "KH02", Any, ""),
            ("VIEC-CN", "KH03", Any, ""),
            ("NT-TT", "NT01", Collective, ""),
            ("NT-CN", "NT01", Individual, ""),
            ("BK-TTG", "KT10", Individual, "Bằng khen, cấp Trung ương"),
            ("BK-TINH", "KT10", Collective, "Bằng khen, cấp tỉnh"),
            ("BK-LD", "KT10", Collective, "Bằng khen, cấp bộ, ngành, đoàn thể Trung ương"),
        ],
        paragraphs: &[
            (
                "Tổ chức học tập, quán triệt",
                "Đảng ủy tổ chức học tập chuyên đề năm 2023 tại {{DIEM}} điểm cầu với {{LUOT}} cán bộ, đảng viên, công \
                 chức, viên chức, người lao động tham dự; {{HOC}} cán bộ, đảng viên được học tập chuyên đề.",
            ),
            (
                "Đăng ký và làm theo",
                "Trong năm đã đăng ký, thực hiện {{VIEC-TT}} việc làm theo của tập thể và {{VIEC-CN}} việc làm theo \
                 của cá nhân.",
            ),
            (
                "Biểu dương, khen thưởng",
                "Có {{NT-TT}} tập thể, {{NT-CN}} cá nhân được biểu dương, ghi danh “Người tốt, việc tốt”. Thủ tướng \
                 Chính phủ tặng Bằng khen cho {{BK-TTG}} cá nhân; Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho \
                 {{BK-TINH}} tập thể; Tổng Liên đoàn Lao động Việt Nam tặng Bằng khen cho {{BK-LD}} tập thể.",
            ),
            (
                "Hạn chế, nguyên nhân",
                "Kế hoạch làm theo của một số cá nhân chưa cụ thể, chưa sát nhiệm vụ được giao.",
            ),
            (
                "Nhiệm vụ trọng tâm",
                "Triển khai chuyên đề năm 2024; phát hiện, nhân rộng mô hình hay, cách làm thiết thực, hiệu quả.",
            ),
        ],
    },
    Case {
        article: "002",
        unit: "K02",
        kind: ReportKind::Interim,
        period: "2016-2018",
        day: date(2018, 5, 15),
        term: ("2015-2020", date(2015, 7, 1), date(2020, 7, 1)),
        subject: "sơ kết 02 năm thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị",
        head: ("THÀNH ỦY CẦN THƠ", "ĐẢNG ỦY CÁC KHU CHẾ XUẤT\nVÀ CÔNG NGHIỆP"),
        organ: ("ĐU", "Cần Thơ"),
        form: PaperForm::Party,
        signing: COMMITTEE,
        recipients: "Thường trực Thành ủy\nCác chi, đảng bộ trực thuộc\nLưu Văn phòng Đảng ủy",
        figures: &[
            ("QT", "HT06", Combined, ""),
            ("LOP", "HT01", Any, ""),
            ("DV", "HT04", Any, ""),
            ("LD", "HT05", Any, ""),
            ("TU-TT", "KT10", Collective, "Biểu dương, khen thưởng, cấp tỉnh"),
            ("TU-CN", "KT10", Individual, "Biểu dương, khen thưởng, cấp tỉnh"),
            ("GK-TT", "KT10", Collective, "Giấy khen, cấp trên cơ sở"),
            ("GK-CN", "KT10", Individual, "Giấy khen, cấp trên cơ sở"),
            ("HH30", "HH01", Any, "Huy hiệu 30 năm tuổi Đảng"),
        ],
        paragraphs: &[
            (
                "Tổ chức học tập, quán triệt",
                "Đã quán triệt Chỉ thị đến {{QT}} cấp ủy cơ sở và lãnh đạo chủ chốt doanh nghiệp là đảng viên; tổ chức \
                 {{LOP}} lớp học tập chuyên đề, đảng viên tham gia đạt {{DV}}, người lao động đạt {{LD}}.",
            ),
            (
                "Biểu dương, khen thưởng",
                "Thành ủy khen thưởng {{TU-TT}} tập thể và {{TU-CN}} cá nhân; Ban Thường vụ Đảng ủy tặng Giấy khen cho \
                 {{GK-TT}} tập thể và {{GK-CN}} cá nhân; trao Huy hiệu 30 năm tuổi Đảng cho {{HH30}} đồng chí.",
            ),
            (
                "Hạn chế, nguyên nhân",
                "Việc sơ kết ở một số doanh nghiệp chưa theo từng năm cụ thể (minh họa).",
            ),
            (
                "Nhiệm vụ trọng tâm",
                "- Phát huy vai trò gương mẫu của người đứng đầu.\n- Phát hiện, phổ biến, nhân rộng mô hình hay.",
            ),
        ],
    },
    Case {
        article: "003",
        unit: "K03",
        kind: ReportKind::Interim,
        period: "2023",
        day: date(2024, 5, 14),
        term: ("2020-2025", date(2020, 8, 1), date(2025, 7, 1)),
        subject: "sơ kết thực hiện Kết luận số 01-KL/TW năm 2023 trên địa bàn quận Thanh Xuân",
        head: ("THÀNH ỦY HÀ NỘI", "QUẬN ỦY THANH XUÂN"),
        organ: ("QU", "Thanh Xuân"),
        form: PaperForm::Party,
        signing: COMMITTEE,
        recipients: "Thường trực Thành ủy\nCác tổ chức cơ sở đảng trực thuộc\nLưu Văn phòng Quận ủy",
        figures: &[("BD", "KT10", Combined, "Biểu dương, khen thưởng")],
        paragraphs: &[
            (
                "Biểu dương, khen thưởng",
                "Quận ủy biểu dương, khen thưởng {{BD}} tập thể, cá nhân tiêu biểu trong học tập và làm theo Bác.",
            ),
            ("Hạn chế, nguyên nhân", "Một số đơn vị chưa có cách làm mới trong tuyên truyền (minh họa)."),
            (
                "Nhiệm vụ trọng tâm",
                "Từ nay đến cuối năm 2024, nhân rộng nhân tố mới, chú trọng người lao động ở cơ sở.",
            ),
        ],
    },
    Case {
        article: "004",
        unit: "K04",
        kind: ReportKind::Interim,
        period: "2021-2024",
        day: date(2024, 5, 17),
        term: ("2020-2025", date(2020, 10, 1), date(2025, 7, 1)),
        subject: "sơ kết 03 năm thực hiện Kết luận số 01-KL/TW trong Đảng bộ tỉnh",
        head: ("ĐẢNG BỘ TỈNH SÓC TRĂNG", "TỈNH ỦY"),
        organ: ("TU", "Sóc Trăng"),
        form: PaperForm::Party,
        signing: COMMITTEE,
        recipients: "Ban Tuyên giáo Trung ương\nCác huyện ủy, thị ủy, thành ủy\nLưu Văn phòng Tỉnh ủy",
        figures: &[
            ("BD-TT", "KT10", Collective, "Biểu dương, khen thưởng, các cấp"),
            ("BD-CN", "KT10", Individual, "Biểu dương, khen thưởng, các cấp"),
            ("MH", "MH01", Any, "được nêu tên"),
            ("BK-TT", "KT10", Collective, "Bằng khen, cấp tỉnh"),
            ("BK-CN", "KT10", Individual, "Bằng khen, cấp tỉnh"),
        ],
        paragraphs: &[
            (
                "Mô hình hay, điển hình tiên tiến",
                "Nổi bật có {{MH}} mô hình: Tổ Giám sát cộng đồng; Tổ tư vấn y tế phục vụ phòng, chống dịch COVID-19; \
                 Túi an sinh công đoàn; Bếp ăn nghĩa tình; Chuyến xe nghĩa tình - đồng hành vượt qua đại dịch; Gian \
                 hàng 0 đồng - chia sẻ yêu thương; Tiếng loa thanh niên; Kết nối trái tim.",
            ),
            (
                "Biểu dương, khen thưởng",
                "Trong 03 năm, các cấp biểu dương, khen thưởng {{BD-TT}} tập thể, {{BD-CN}} cá nhân. Chủ tịch Ủy ban \
                 nhân dân tỉnh tặng Bằng khen cho {{BK-TT}} tập thể, {{BK-CN}} cá nhân.",
            ),
            ("Hạn chế, nguyên nhân", "Vẫn còn một số hạn chế cần được thẳng thắn nhìn nhận để khắc phục."),
            ("Nhiệm vụ trọng tâm", "Kịp thời phát hiện, tuyên dương, khen thưởng gương điển hình tiên tiến."),
        ],
    },
];

/// A report in the State's form, from the same figures as the fifth: a council under a People's Committee tells the
/// province how the year's emulation went.
pub const STATE: Case = Case {
    article: "004-ubnd",
    unit: "K04",
    kind: ReportKind::Interim,
    period: "2021-2024",
    day: date(2024, 5, 20),
    term: ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    subject: "kết quả phong trào thi đua học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    head: ("ỦY BAN NHÂN DÂN\nTỈNH SÓC TRĂNG", "HỘI ĐỒNG\nTHI ĐUA - KHEN THƯỞNG"),
    organ: ("HĐTĐKT", "Sóc Trăng"),
    form: PaperForm::State,
    signing: ("HỘI ĐỒNG", "PHÓ CHỦ TỊCH"),
    recipients: "Ủy ban nhân dân tỉnh\nBan Thi đua - Khen thưởng Trung ương\nLưu: VT",
    figures: &[
        ("BD-TT", "KT10", Collective, "Biểu dương, khen thưởng, các cấp"),
        ("BD-CN", "KT10", Individual, "Biểu dương, khen thưởng, các cấp"),
        ("BK-TT", "KT10", Collective, "Bằng khen, cấp tỉnh"),
        ("BK-CN", "KT10", Individual, "Bằng khen, cấp tỉnh"),
    ],
    paragraphs: &[
        (
            "Biểu dương, khen thưởng",
            "Trong 03 năm, các cấp biểu dương, khen thưởng {{BD-TT}} tập thể, {{BD-CN}} cá nhân. Chủ tịch Ủy ban \
             nhân dân tỉnh tặng Bằng khen cho {{BK-TT}} tập thể, {{BK-CN}} cá nhân.",
        ),
        ("Hạn chế, nguyên nhân", "Việc phát hiện gương mới ở một số nơi còn chậm (minh họa)."),
        ("Nhiệm vụ trọng tâm", "Kịp thời phát hiện, tuyên dương, khen thưởng gương điển hình tiên tiến."),
    ],
};

/// Writes a case's report in the writer's name and issues it in the approver's.
pub async fn issue_case(
    writer: &Ctx,
    approver: &Ctx,
    unit: UnitId,
    case: &Case,
    door: Door,
) -> anyhow::Result<ReportId> {
    let id = write_case(writer, unit, case).await?;
    // The Party numbers within a term, the State within a year.
    if case.form == PaperForm::Party {
        let (name, from, to) = case.term;
        let term = Term { name: name.to_owned(), from, to, source: "Minh họa".to_owned() };
        issue::add_term(approver, unit, term).await.map_err(|end| anyhow!("{end}"))?;
    }
    let at = crate::web::visit::local_time(approver.app.now());
    let (ctx, day) = (approver.clone(), case.day);
    let issued = issue::issue(&ctx, id, day, move |ready| paper::made(ready, &door, at)).await;
    issued.map_err(|end: acts::ActError<IssueRefusal>| anyhow!("issuing {}: {end}", case.article))?;
    Ok(id)
}

async fn write_case(writer: &Ctx, unit: UnitId, case: &Case) -> anyhow::Result<ReportId> {
    let outlines = outline::list(writer, unit, case.kind).await?;
    let parts = outlines.last().context("no outline")?.parts.clone();
    let style = crate::web::report::usual_style(case.form);
    let new = NewReport {
        unit,
        kind: case.kind,
        form: case.form,
        subject: case.subject.to_owned(),
        period: case.period.parse()?,
        parts,
        style: style.code(),
        paper: PaperWords {
            parent: case.head.0.to_owned(),
            issuer: case.head.1.to_owned(),
            organ: case.organ.0.to_owned(),
            place: case.organ.1.to_owned(),
            on_behalf: case.signing.0.to_owned(),
            post: case.signing.1.to_owned(),
            signer: SIGNER.to_owned(),
            recipients: case.recipients.to_owned(),
        },
    };
    let id = report::begin(writer, new).await.map_err(|end| anyhow!("{}: {end}", case.article))?;
    let catalogue = acts::indicator::catalogue(writer).await?;
    for (name, code, subject, detail) in case.figures {
        let indicator = catalogue.by_code(code).with_context(|| format!("no indicator {code}"))?;
        let breakdown = Breakdown { subject: *subject, detail: (*detail).to_owned() };
        let slot = catalogue.slot(indicator.id, &breakdown).with_context(|| format!("no {name}"))?;
        bound::bind(writer, id, name, unit, slot).await.map_err(|end| anyhow!("{name}: {end}"))?;
    }
    let places = report::view(writer, id).await?.parts;
    for (heading, words) in case.paragraphs {
        let part = places.iter().find(|(_, part)| part.heading == *heading);
        let part = part.with_context(|| format!("no part {heading}"))?.0;
        let sent = Sent { part, content: (*words).to_owned(), ..Sent::default() };
        text::save(writer, id, sent).await.map_err(|end| anyhow!("{heading}: {end}"))?;
    }
    Ok(id)
}
