//! Ways of telling an award, each with many givers and recipients: what is told is the same in every one.
//!
//! Not here: sentences that stand close to a rule (`neighbours`) and single rules (one module for what belongs together).

use reader::AwardStatus;

use crate::told::{FURTHER, PARAGRAPH, told};

/// "G" stands for the giver, "R" for the recipients; the last three only propose.
const WAYS: &[&str] = &[
    "Tại hội nghị, G đã tặng Bằng khen cho R có thành tích xuất sắc.",
    "Dịp này, R được G tặng Bằng khen.",
    "Dịp này, có R được tặng Bằng khen của G.",
    "Tại lễ tổng kết, R vinh dự được nhận Bằng khen của G.",
    "Trong năm, G đã khen thưởng, tặng Bằng khen cho R tiêu biểu trong học tập và làm theo Bác.",
    "Nhân dịp này, thừa ủy quyền của G, đồng chí Nguyễn Văn An trao Bằng khen cho R.",
    "Kết thúc hội nghị, đồng chí Trần Thị Lan, Phó Bí thư Thường trực, đã trao Bằng khen của G cho R.",
    "Kết quả: R được G tặng Bằng khen; nhiều tập thể khác được biểu dương.",
    "Bằng khen của G đã được trao cho R.",
    "Cũng tại buổi lễ, G đã công bố quyết định khen thưởng và trao Bằng khen cho R.",
    "- Bằng khen của G: R.",
    "+ G tặng Bằng khen: R.",
    "Đề nghị G tặng Bằng khen cho R.",
    "Hội đồng Thi đua - Khen thưởng đã họp, thống nhất đề nghị G tặng Bằng khen cho R.",
    "Cuối năm, G sẽ tặng Bằng khen cho R.",
];

const PROPOSING: usize = 3;

const GIVERS: &[&str] = &[
    "UBND xã",
    "Chủ tịch UBND tỉnh",
    "Đảng ủy phường Tân Lập",
    "Ban Thường vụ Huyện ủy",
    "LĐLĐ tỉnh",
    "Bộ trưởng Bộ Quốc phòng",
    "Tư lệnh Quân khu 5",
    "Chánh án TAND tỉnh",
    "Viện trưởng VKSND tỉnh",
    "Cục trưởng Cục Hải quan",
    "Giám đốc Công an tỉnh",
    "Hiệu trưởng nhà trường",
    "Ủy ban MTTQ Việt Nam tỉnh",
    "Thủ tướng Chính phủ",
    "Ban Tổ chức",
    "UBND các xã",
    "BTV Huyện ủy",
];

type Counts = (Option<i64>, Option<i64>, Option<i64>);

const RECIPIENTS: &[(&str, Counts)] = &[
    ("5 tập thể", (Some(5), None, None)),
    ("7 cá nhân", (None, Some(7), None)),
    ("05 tập thể và 12 cá nhân", (Some(5), Some(12), None)),
    ("27 tập thể, cá nhân", (None, None, Some(27))),
    ("hai tập thể và ba cá nhân", (Some(2), Some(3), None)),
    ("02 chi bộ và 09 đảng viên", (Some(2), Some(9), None)),
    ("15 hội viên", (None, Some(15), None)),
    ("11 tập thể cùng 24 cá nhân", (Some(11), Some(24), None)),
    ("3 lớp và 18 học sinh", (Some(3), Some(18), None)),
];

#[test]
fn every_way_tells_the_same_award() {
    let mut turn = 0;
    for (n, way) in WAYS.iter().enumerate() {
        for giver in GIVERS {
            let (whom, counts) = RECIPIENTS[turn % RECIPIENTS.len()];
            turn += 1;
            let sentence = way.replace('G', giver).replace('R', whom);
            let text = format!("Phong trào thi đua ở cơ sở\n\n{PARAGRAPH}\n\n{sentence}\n\n{FURTHER}");
            let mut awards = told(&text).awards;
            assert_eq!(awards.len(), 1, "{sentence}");
            let a = awards.remove(0);
            let read = (a.form.as_str(), a.by.as_deref(), (a.collectives, a.individuals, a.combined));
            assert_eq!(read, ("Bằng khen", Some(*giver), counts), "{sentence}");
            assert_eq!(a.status == AwardStatus::Proposed, n + PROPOSING >= WAYS.len(), "{sentence}");
        }
    }
}
